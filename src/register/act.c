/* act.c: what was done at the desk besides saves, and by whom: in the file of the Werkstatt. */
#include "register/deskfile.h"

const char desk_act_schema[] =
	"CREATE TABLE IF NOT EXISTS vorgang (lfd INTEGER PRIMARY KEY, wer TEXT NOT NULL, wann INTEGER NOT NULL,"
	" was TEXT NOT NULL, datei TEXT NOT NULL);"
	"CREATE INDEX IF NOT EXISTS vorgang_datei ON vorgang (datei, lfd);";

bool reg_act_put(struct reg_desk *k, const struct reg_act *a)
{
	sqlite3_stmt *s = desk_ask(k, "INSERT INTO vorgang (wer, wann, was, datei) VALUES (?, ?, ?, ?)");
	if (!s)
		return false;
	desk_text(s, 1, a->who);
	sqlite3_bind_int64(s, 2, a->when);
	desk_text(s, 3, a->what);
	desk_text(s, 4, a->file);
	return desk_run(k, s);
}

size_t reg_acts(struct reg_desk *k, struct mem *m, const char *file, size_t most, struct reg_act **list)
{
	sqlite3_stmt *s = desk_ask(k,
		"SELECT wer, wann, was, datei FROM vorgang WHERE datei = ? ORDER BY lfd DESC LIMIT ?");
	size_t n = 0, cap = 0;
	*list = NULL;
	if (!s)
		return 0;
	desk_text(s, 1, file);
	sqlite3_bind_int64(s, 2, (int64_t)most);
	while (sqlite3_step(s) == SQLITE_ROW) {
		MEM_ROOM_IN(m, *list, n, cap);
		(*list)[n++] = (struct reg_act){.who = desk_column(m, s, 0), .when = sqlite3_column_int64(s, 1),
			.what = desk_column(m, s, 2), .file = desk_column(m, s, 3)};
	}
	sqlite3_finalize(s);
	return n;
}

bool reg_acts_forget(struct reg_desk *k, int64_t before)
{
	sqlite3_stmt *s = desk_ask(k, "DELETE FROM vorgang WHERE wann < ?");
	if (s)
		sqlite3_bind_int64(s, 1, before);
	return desk_run(k, s);
}
