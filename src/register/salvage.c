/* salvage.c: what a damaged register still tells of numbers, events, issued files with their text, announced agendas and public objects made after the
 * backup. Row by row, as any of them may lie on the broken page, and only if the last row of the backup stands there just so: the same register. */
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

/* The words of issued files: not every file has some. */
static size_t save_texts(sqlite3 *db, size_t files)
{
	sqlite3_stmt *st = NULL;
	size_t n = 0;
	int64_t from = reg_ask(db, "SELECT max(lfd) FROM main.ausgegeben") - (int64_t)files + 1;
	if (sqlite3_prepare_v2(db, "INSERT OR IGNORE INTO main.ausgabetext SELECT * FROM alt.ausgabetext WHERE lfd = ?1", -1, &st, NULL) != SQLITE_OK)
		return 0;
	for (size_t i = 0; i < files; i++) {
		sqlite3_bind_int64(st, 1, from + (int64_t)i);
		n += sqlite3_step(st) == SQLITE_DONE && sqlite3_changes(db) == 1;
		sqlite3_reset(st);
	}
	sqlite3_finalize(st);
	return n;
}

enum { GAP = 2000 };                               /* so many rows on end that are not there: the end; a broken page may lead to hundreds */

/* Public objects keep their ids, times and deletions: the newer version of each counts. */
static size_t save_objects(sqlite3 *db, struct mem *m)
{
	sqlite3_stmt *st = NULL;
	size_t n = 0;
	int64_t last = reg_ask(db, "SELECT ifnull(max(lfd), 0) FROM main.oparl");
	bool same = last == 0 || reg_ask(db, mem_fmt(m, "SELECT count(*) FROM main.oparl a JOIN alt.oparl b ON b.lfd = a.lfd WHERE a.lfd = %lld AND a.typ = b.typ"
	                                             " AND a.ort = b.ort AND a.schluessel = b.schluessel AND a.kennung = b.kennung AND a.erstellt = b.erstellt", (long long)last)) == 1;
	if (last < 0 || !same
	    || sqlite3_prepare_v2(db, "INSERT INTO main.oparl SELECT * FROM alt.oparl WHERE lfd = ?1 ON CONFLICT (lfd) DO UPDATE SET quelle = excluded.quelle, gremium = excluded.gremium,"
	                          " ausgegeben = excluded.ausgegeben, geaendert = excluded.geaendert, fassung = excluded.fassung, geloescht = excluded.geloescht, inhalt = excluded.inhalt,"
	                          " eingebettet = excluded.eingebettet WHERE excluded.kennung = kennung AND excluded.fassung > fassung", -1, &st, NULL) != SQLITE_OK)
		return 0;
	for (int64_t lfd = 1, missed = 0; lfd <= last || missed < GAP; lfd++) {
		int before = sqlite3_total_changes(db);
		sqlite3_bind_int64(st, 1, lfd);
		bool saved = sqlite3_step(st) == SQLITE_DONE && sqlite3_total_changes(db) > before;
		sqlite3_reset(st);
		missed = saved || lfd <= last ? 0 : missed + 1;
		n += saved;
	}
	sqlite3_finalize(st);
	return n;
}

static size_t save_all(sqlite3 *db, struct mem *m)
{
	size_t files = save_rows(db, m, "ausgegeben");
	return files + save_texts(db, files) + save_rows(db, m, "nummer") + save_rows(db, m, "ereignis") + save_rows(db, m, "tagesordnung") + save_rows(db, m, "abgabe")
		+ save_rows(db, m, "quittung") + save_objects(db, m);
}

void reg_salvage(const char *copy, const char *damaged, const char *name, struct diag *d)
{
	struct diag *quiet = diag_new();
	struct mem *m = mem_new();
	size_t n = 0;
	sqlite3 *db = reg_header(damaged, quiet) ? reg_connect(copy, SQLITE_OPEN_READWRITE, quiet) : NULL;
	sqlite3_stmt *attach = NULL;
	if (db && sqlite3_prepare_v2(db, "ATTACH ?1 AS alt", -1, &attach, NULL) == SQLITE_OK) {
		sqlite3_bind_text(attach, 1, damaged, -1, SQLITE_STATIC);
		bool open = sqlite3_step(attach) == SQLITE_DONE && sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
		n = open ? save_all(db, m) : 0;
		if (open && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
			n = 0;
	}
	sqlite3_finalize(attach);
	sqlite3_close(db);
	if (n)
		diag_warn(d, "SICHERUNG", name, 0, "%zu %s jünger als die Sicherung und aus dem beschädigten Register übernommen worden (Nummern, Ereignisse, Ausgaben, Tagesordnungen, Abgaben, öffentliche Objekte); "
		          "bitte anschließend „ratssatz register neu-aufbauen“ und „ratssatz register pruefen“ aufrufen", n, n == 1 ? "Eintrag ist" : "Einträge sind");
	mem_free(m);
	diag_free(quiet);
}
