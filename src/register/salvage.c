/* salvage.c: what a damaged register still tells of numbers, events, issued files and announced agendas given after the backup was made.
 * Row by row, as any of them may lie on the broken page, and only if the last row of the backup stands there just so: the same register. */
#include <string.h>

#include "register/reg.h"

static bool same_register(sqlite3 *db, struct mem *m, const char *table, int64_t last)
{
	return last == 0 || reg_ask(db, mem_fmt(m, "SELECT count(*) FROM (SELECT * FROM main.%s WHERE lfd = %lld INTERSECT SELECT * FROM alt.%s WHERE lfd = %lld)",
	                                    table, (long long)last, table, (long long)last)) == 1;
}

static size_t save_rows(sqlite3 *db, struct mem *m, const char *table)
{
	int64_t last = reg_ask(db, mem_fmt(m, "SELECT ifnull(max(lfd), 0) FROM main.%s", table));
	sqlite3_stmt *st = NULL;
	size_t n = 0;
	if (last < 0 || !same_register(db, m, table, last)
	    || sqlite3_prepare_v2(db, mem_fmt(m, "INSERT INTO main.%s SELECT * FROM alt.%s WHERE lfd = ?1", table, table), -1, &st, NULL) != SQLITE_OK)
		return 0;
	for (;; n++) {
		sqlite3_bind_int64(st, 1, last + 1 + (int64_t)n);
		int rc = sqlite3_step(st);
		sqlite3_reset(st);
		if (rc != SQLITE_DONE || sqlite3_changes(db) != 1)
			break;
	}
	sqlite3_finalize(st);
	return n;
}

void reg_salvage(const char *copy, const char *damaged, const char *name, struct diag *d)
{
	static const char *const tables[] = {"nummer", "ereignis", "ausgegeben", "tagesordnung", "abgabe", "quittung"};
	struct diag *quiet = diag_new();
	struct mem *m = mem_new();
	size_t n = 0;
	sqlite3 *db = reg_header(damaged, quiet) ? reg_connect(copy, SQLITE_OPEN_READWRITE, quiet) : NULL;
	sqlite3_stmt *attach = NULL;
	if (db && sqlite3_prepare_v2(db, "ATTACH ?1 AS alt", -1, &attach, NULL) == SQLITE_OK) {
		sqlite3_bind_text(attach, 1, damaged, -1, SQLITE_STATIC);
		bool open = sqlite3_step(attach) == SQLITE_DONE && sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
		for (size_t i = 0; open && i < sizeof tables / sizeof *tables; i++)
			n += save_rows(db, m, tables[i]);
		if (open && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
			n = 0;
	}
	sqlite3_finalize(attach);
	sqlite3_close(db);
	if (n)
		diag_warn(d, "SICHERUNG", name, 0, "%zu %s jünger als die Sicherung und aus dem beschädigten Register übernommen worden (Nummern, Ereignisse, Ausgaben, Tagesordnungen, Abgaben); "
		          "bitte anschließend „ratssatz register neu-aufbauen“ und „ratssatz register pruefen“ aufrufen", n, n == 1 ? "Eintrag ist" : "Einträge sind");
	mem_free(m);
	diag_free(quiet);
}
