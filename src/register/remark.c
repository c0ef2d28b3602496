/* remark.c: what people say beside the text, and what colleagues sent back: in the file of the Werkstatt, never in a
 * source or an output. */
#include "register/deskfile.h"

const char desk_remark_schema[] =
	"CREATE TABLE IF NOT EXISTS kommentar (lfd INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wer TEXT NOT NULL,"
	" wann INTEGER NOT NULL, datei TEXT NOT NULL, zitat TEXT NOT NULL, text TEXT NOT NULL, zu TEXT NOT NULL,"
	" erledigt INTEGER NOT NULL DEFAULT 0, erledigt_von TEXT NOT NULL DEFAULT '');"
	"CREATE INDEX IF NOT EXISTS kommentar_datei ON kommentar (datei, lfd);"
	"CREATE TABLE IF NOT EXISTS rueckmeldung (lfd INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wer TEXT NOT NULL,"
	" wann INTEGER NOT NULL, datei TEXT NOT NULL, name TEXT NOT NULL, inhalt BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS entschieden (rueckmeldung TEXT NOT NULL, kennung TEXT NOT NULL,"
	" PRIMARY KEY (rueckmeldung, kennung));";

bool reg_remark_put(struct reg_desk *k, const struct reg_remark *r)
{
	sqlite3_stmt *s = desk_ask(k, "INSERT OR IGNORE INTO kommentar (id, wer, wann, datei, zitat, text, zu) "
		"VALUES (?, ?, ?, ?, ?, ?, ?)");
	if (!s)
		return false;
	desk_text(s, 1, r->id);
	desk_text(s, 2, r->who);
	sqlite3_bind_int64(s, 3, r->when);
	desk_text(s, 4, r->file);
	desk_text(s, 5, r->quote);
	desk_text(s, 6, r->text);
	desk_text(s, 7, r->to);
	return desk_run(k, s);
}

bool reg_remark_done(struct reg_desk *k, const char *id, const char *who, int64_t when)
{
	sqlite3_stmt *s = desk_ask(k, "UPDATE kommentar SET erledigt = ?, erledigt_von = ? WHERE id = ? OR zu = ?");
	if (!s)
		return false;
	sqlite3_bind_int64(s, 1, when);
	desk_text(s, 2, who);
	desk_text(s, 3, id);
	desk_text(s, 4, id);
	return desk_run(k, s);
}

#define COLUMNS "id, wer, wann, datei, zitat, text, zu, erledigt, erledigt_von FROM kommentar "

static void take(struct mem *m, sqlite3_stmt *s, struct reg_remark *r)
{
	*r = (struct reg_remark){.id = desk_column(m, s, 0),
		.who = desk_column(m, s, 1),
		.when = sqlite3_column_int64(s, 2),
		.file = desk_column(m, s, 3),
		.quote = desk_column(m, s, 4),
		.text = desk_column(m, s, 5),
		.to = desk_column(m, s, 6),
		.done = sqlite3_column_int64(s, 7),
		.done_by = desk_column(m, s, 8)};
}

size_t reg_remarks(struct reg_desk *k, struct mem *m, const char *file, struct reg_remark **list)
{
	sqlite3_stmt *s = desk_ask(k, file ? "SELECT " COLUMNS "WHERE datei = ? ORDER BY lfd"
					   : "SELECT " COLUMNS "WHERE erledigt = 0 ORDER BY lfd");
	size_t n = 0, cap = 0;
	*list = NULL;
	if (s && file)
		desk_text(s, 1, file);
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		MEM_ROOM_IN(m, *list, n, cap);
		take(m, s, &(*list)[n++]);
	}
	sqlite3_finalize(s);
	return n;
}

bool reg_remark_find(struct reg_desk *k, struct mem *m, const char *id, struct reg_remark *r)
{
	sqlite3_stmt *s = desk_ask(k, "SELECT " COLUMNS "WHERE id = ?");
	if (s)
		desk_text(s, 1, id);
	bool found = s && sqlite3_step(s) == SQLITE_ROW;
	if (found)
		take(m, s, r);
	sqlite3_finalize(s);
	return found;
}

bool reg_remarks_forget(struct reg_desk *k, int64_t before)
{
	static const char *const all[] = {"DELETE FROM kommentar WHERE erledigt > 0 AND erledigt < ?",
		"DELETE FROM entschieden WHERE rueckmeldung IN (SELECT id FROM rueckmeldung WHERE wann < ?)",
		"DELETE FROM rueckmeldung WHERE wann < ?"};
	bool ok = true;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		sqlite3_stmt *s = desk_ask(k, all[i]);
		if (s)
			sqlite3_bind_int64(s, 1, before);
		ok &= desk_run(k, s);
	}
	return ok;
}

/* ---- what was sent back */

bool reg_return_put(struct reg_desk *k, const struct reg_return *r)
{
	sqlite3_stmt *s = desk_ask(k, "INSERT OR IGNORE INTO rueckmeldung (id, wer, wann, datei, name, inhalt) "
		"VALUES (?, ?, ?, ?, ?, ?)");
	if (!s)
		return false;
	desk_text(s, 1, r->id);
	desk_text(s, 2, r->who);
	sqlite3_bind_int64(s, 3, r->when);
	desk_text(s, 4, r->file);
	desk_text(s, 5, r->name);
	sqlite3_bind_blob64(s, 6, r->data, r->size, SQLITE_STATIC);
	return desk_run(k, s);
}

size_t reg_returns(struct reg_desk *k, struct mem *m, const char *file, struct reg_return **list)
{
	sqlite3_stmt *s = desk_ask(k, "SELECT id, wer, wann, datei, name, inhalt FROM rueckmeldung WHERE datei = ? "
		"ORDER BY lfd");
	size_t n = 0, cap = 0;
	*list = NULL;
	if (s)
		desk_text(s, 1, file);
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		MEM_ROOM_IN(m, *list, n, cap);
		struct reg_return *r = &(*list)[n++];
		*r = (struct reg_return){.id = desk_column(m, s, 0),
			.who = desk_column(m, s, 1),
			.when = sqlite3_column_int64(s, 2),
			.file = desk_column(m, s, 3),
			.name = desk_column(m, s, 4),
			.size = (size_t)sqlite3_column_bytes(s, 5)};
		r->data = mem_str(m, sqlite3_column_blob(s, 5), r->size);
	}
	sqlite3_finalize(s);
	return n;
}

static bool of_return(struct reg_desk *k, const char *sql, const char *id, const char *key, bool *there)
{
	sqlite3_stmt *s = desk_ask(k, sql);
	if (!s)
		return false;
	desk_text(s, 1, id);
	if (key)
		desk_text(s, 2, key);
	if (!there)
		return desk_run(k, s);
	*there = sqlite3_step(s) == SQLITE_ROW;
	sqlite3_finalize(s);
	return true;
}

bool reg_return_drop(struct reg_desk *k, const char *id)
{
	return of_return(k, "DELETE FROM rueckmeldung WHERE id = ?", id, NULL, NULL) &&
		of_return(k, "DELETE FROM entschieden WHERE rueckmeldung = ?", id, NULL, NULL);
}

bool reg_decided(struct reg_desk *k, const char *id, const char *key)
{
	return of_return(k, "INSERT OR IGNORE INTO entschieden VALUES (?, ?)", id, key, NULL);
}

bool reg_is_decided(struct reg_desk *k, const char *id, const char *key)
{
	bool there = false;
	static const char sql[] = "SELECT 1 FROM entschieden WHERE rueckmeldung = ? AND kennung = ?";
	return of_return(k, sql, id, key, &there) && there;
}
