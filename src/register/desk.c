/* desk.c: the history of the Werkstatt. The file is made anew where there is none; it has no part in the register's
 * versions and takes none in its transactions. */
#include "register/desk.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "register/deskfile.h"

static const char schema[] =
	"CREATE TABLE IF NOT EXISTS speicherung (lfd INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wer TEXT NOT NULL,"
	" wann INTEGER NOT NULL, datei TEXT NOT NULL, stelle TEXT NOT NULL, alt TEXT NOT NULL, neu TEXT NOT NULL,"
	" vorher BLOB NOT NULL, nachher BLOB NOT NULL);"
	"CREATE INDEX IF NOT EXISTS speicherung_datei ON speicherung (datei, lfd);"
	"CREATE INDEX IF NOT EXISTS speicherung_wann ON speicherung (wann);"
	"CREATE TABLE IF NOT EXISTS begonnen (lfd INTEGER PRIMARY KEY);";
#define COLUMNS "lfd, id, wer, wann, datei, stelle, alt, neu, vorher, nachher"

static bool failed(struct reg_desk *k)
{
	diag_sys(k->diag, "VERLAUF", k->path, 0,
		"Der Verlauf der Werkstatt lässt sich nicht schreiben oder lesen (%s); bitte Rechte und Datenträger "
		"prüfen, notfalls die Datei wegnehmen: dann fehlt der Verlauf, aber kein Text",
		sqlite3_errmsg(k->db));
	return false;
}

/* Before SQLite makes it readable for all. */
static void make_private(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return;
	if (fchmod(fd, 0600) < 0)
		unlink(path);
	close(fd);
}

struct reg_desk *reg_desk_open(const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_desk *k = MEM_NEW(m, struct reg_desk);
	make_private(path);
	*k = (struct reg_desk){.mem = m, .path = mem_dup(m, path), .diag = d};
	k->db = reg_connect(path, SQLITE_OPEN_READWRITE, true, d);
	if (k->db && ((sqlite3_exec(k->db, schema, NULL, NULL, NULL) == SQLITE_OK &&
		sqlite3_exec(k->db, desk_remark_schema, NULL, NULL, NULL) == SQLITE_OK &&
		sqlite3_exec(k->db, desk_act_schema, NULL, NULL, NULL) == SQLITE_OK) || failed(k)))
		return k;
	reg_desk_close(k);
	return NULL;
}

void reg_desk_close(struct reg_desk *k)
{
	if (!k)
		return;
	sqlite3_close(k->db);
	mem_free(k->mem);
}

sqlite3_stmt *desk_ask(struct reg_desk *k, const char *sql)
{
	sqlite3_stmt *s = NULL;
	if (sqlite3_prepare_v2(k->db, sql, -1, &s, NULL) != SQLITE_OK)
		failed(k);
	return s;
}

bool desk_run(struct reg_desk *k, sqlite3_stmt *s)
{
	bool ok = s && sqlite3_step(s) == SQLITE_DONE;
	if (s && !ok)
		failed(k);
	sqlite3_finalize(s);
	return ok;
}

void desk_text(sqlite3_stmt *s, int i, const char *v)
{
	sqlite3_bind_text(s, i, v, -1, SQLITE_STATIC);
}

static bool do_sql(struct reg_desk *k, const char *sql)
{
	return sqlite3_exec(k->db, sql, NULL, NULL, NULL) == SQLITE_OK || failed(k);
}

bool reg_saves_begin(struct reg_desk *k)
{
	return do_sql(k, "BEGIN IMMEDIATE; DELETE FROM begonnen");
}

bool reg_saves_end(struct reg_desk *k, bool good)
{
	if (good && do_sql(k, "COMMIT"))
		return true;
	if (!sqlite3_get_autocommit(k->db))
		do_sql(k, "ROLLBACK");
	return false;
}

static bool put(struct reg_desk *k, const struct reg_save *v)
{
	sqlite3_stmt *s = desk_ask(k,
		"INSERT INTO speicherung (id, wer, wann, datei, stelle, alt, neu, vorher, nachher) "
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
	if (!s)
		return false;
	desk_text(s, 1, v->id);
	desk_text(s, 2, v->who);
	sqlite3_bind_int64(s, 3, v->when);
	desk_text(s, 4, v->file);
	desk_text(s, 5, v->place);
	desk_text(s, 6, v->old);
	desk_text(s, 7, v->now);
	sqlite3_bind_blob(s, 8, v->before, HASH_SHA256, SQLITE_STATIC);
	sqlite3_bind_blob(s, 9, v->after, HASH_SHA256, SQLITE_STATIC);
	return desk_run(k, s) && do_sql(k, "INSERT INTO begonnen VALUES (last_insert_rowid())");
}

bool reg_save_put(struct reg_desk *k, const struct reg_save *v)
{
	bool alone = sqlite3_get_autocommit(k->db);
	if (!alone)
		return put(k, v);
	return reg_saves_begin(k) && reg_saves_end(k, put(k, v));
}

bool reg_save_known(struct reg_desk *k, const char *id)
{
	sqlite3_stmt *s = desk_ask(k, "SELECT 1 FROM speicherung WHERE id = ?");
	if (!s)
		return false;
	desk_text(s, 1, id);
	bool known = sqlite3_step(s) == SQLITE_ROW;
	sqlite3_finalize(s);
	return known;
}

bool reg_save_drop(struct reg_desk *k, const char *id)
{
	sqlite3_stmt *s = desk_ask(k, "DELETE FROM speicherung WHERE id = ?");
	if (s)
		desk_text(s, 1, id);
	return desk_run(k, s);
}

bool reg_saves_forget(struct reg_desk *k, int64_t before)
{
	sqlite3_stmt *s = desk_ask(k, "DELETE FROM speicherung WHERE wann < ?");
	if (s)
		sqlite3_bind_int64(s, 1, before);
	return desk_run(k, s);
}

const char *desk_column(struct mem *m, sqlite3_stmt *s, int i)
{
	const char *v = (const char *)sqlite3_column_text(s, i);
	return mem_dup(m, v ? v : "");
}

static void sum(sqlite3_stmt *s, int i, uint8_t out[HASH_SHA256])
{
	if (sqlite3_column_bytes(s, i) == HASH_SHA256)
		memcpy(out, sqlite3_column_blob(s, i), HASH_SHA256);
}

static void take(struct mem *m, sqlite3_stmt *s, struct reg_save *v)
{
	*v = (struct reg_save){.number = sqlite3_column_int64(s, 0),
		.id = desk_column(m, s, 1),
		.who = desk_column(m, s, 2),
		.when = sqlite3_column_int64(s, 3),
		.file = desk_column(m, s, 4),
		.place = desk_column(m, s, 5),
		.old = desk_column(m, s, 6),
		.now = desk_column(m, s, 7)};
	sum(s, 8, v->before);
	sum(s, 9, v->after);
}

/* All rows of what was asked, which is freed. */
static size_t take_all(struct mem *m, sqlite3_stmt *s, struct reg_save **list)
{
	size_t n = 0, cap = 0;
	*list = NULL;
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		MEM_ROOM_IN(m, *list, n, cap);
		take(m, s, &(*list)[n++]);
	}
	sqlite3_finalize(s);
	return n;
}

size_t reg_saves_within(struct reg_desk *k, struct mem *m, const char *file, struct reg_most most,
	struct reg_save **list)
{
	sqlite3_stmt *s = desk_ask(k, "SELECT " COLUMNS " FROM speicherung WHERE datei = ? ORDER BY lfd DESC LIMIT ?");
	size_t n = 0, cap = 0;
	*list = NULL;
	if (s) {
		desk_text(s, 1, file);
		sqlite3_bind_int64(s, 2, (int64_t)most.saves);
	}
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		const size_t bytes = (size_t)sqlite3_column_bytes(s, 6) + (size_t)sqlite3_column_bytes(s, 7);
		if (bytes > most.bytes)
			break;
		most.bytes -= bytes;
		MEM_ROOM_IN(m, *list, n, cap);
		take(m, s, &(*list)[n++]);
	}
	sqlite3_finalize(s);
	return n;
}

size_t reg_saves(struct reg_desk *k, struct mem *m, const char *file, size_t most, struct reg_save **list)
{
	if (file)
		return reg_saves_within(k, m, file, (struct reg_most){most, SIZE_MAX}, list);
	sqlite3_stmt *s = desk_ask(k, "SELECT " COLUMNS " FROM speicherung WHERE lfd IN "
		"(SELECT max(lfd) FROM speicherung GROUP BY datei) ORDER BY lfd DESC LIMIT ?");
	if (s)
		sqlite3_bind_int64(s, 1, (int64_t)most);
	return take_all(m, s, list);
}

size_t reg_saves_begun(struct reg_desk *k, struct mem *m, struct reg_save **list)
{
	return take_all(m, desk_ask(k,
		"SELECT " COLUMNS " FROM speicherung WHERE lfd IN (SELECT lfd FROM begonnen) ORDER BY lfd DESC"), list);
}

bool reg_save_find(struct reg_desk *k, struct mem *m, const char *id, struct reg_save *v)
{
	sqlite3_stmt *s = desk_ask(k, "SELECT " COLUMNS " FROM speicherung WHERE id = ?");
	if (!s)
		return false;
	desk_text(s, 1, id);
	bool found = sqlite3_step(s) == SQLITE_ROW;
	if (found)
		take(m, s, v);
	sqlite3_finalize(s);
	return found;
}
