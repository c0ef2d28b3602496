/* salvage.c: what a damaged register still tells of numbers, events, issued files with their text, announced agendas,
 * packages handed over and public objects made after the backup. Row by row, as any of them may lie on the broken page,
 * and only if the last row of the backup stands there just so: the same register. The damaged file is read over a
 * connection of its own: a broken page met while writing would take the whole transaction along. */
#include <string.h>

#include "register/reg.h"

enum { GAP = 2000 };           /* so many rows on end that are not there: the end; a broken page may lead to hundreds */

struct rescue { sqlite3 *now, *old; struct mem *mem; };

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st = NULL;
	sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	return st;
}

static bool at_row(sqlite3_stmt *st, int64_t lfd)
{
	return st && sqlite3_bind_int64(st, 1, lfd) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;
}

static bool same_value(sqlite3_stmt *a, sqlite3_stmt *b, int i)
{
	const void *x = sqlite3_column_blob(a, i), *y = sqlite3_column_blob(b, i);
	int n = sqlite3_column_bytes(a, i);
	return n == sqlite3_column_bytes(b, i) && (n == 0 || (x && y && !memcmp(x, y, (size_t)n)));
}

/* Do both files say the same of the last row of the backup? */
static bool same_register(const struct rescue *r, const char *table, const char *columns, int64_t last)
{
	if (last <= 0)
		return last == 0;
	const char *sql = mem_fmt(r->mem, "SELECT %s FROM %s WHERE lfd = ?1", columns, table);
	sqlite3_stmt *a = prepare(r->now, sql), *b = prepare(r->old, sql);
	bool same = at_row(a, last) && at_row(b, last) && sqlite3_column_count(a) == sqlite3_column_count(b);
	for (int i = 0; same && i < sqlite3_column_count(a); i++)
		same = same_value(a, b, i);
	sqlite3_finalize(a);
	sqlite3_finalize(b);
	return same;
}

/* "lfd, ort, …" as the damaged file has them; NULL: it has no such table. */
static const char *columns_of(const struct rescue *r, const char *table)
{
	struct buf b = {0};
	sqlite3_stmt *st = prepare(r->old, mem_fmt(r->mem, "SELECT * FROM %s", table));
	for (int i = 0; st && i < sqlite3_column_count(st); i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", sqlite3_column_name(st, i));
	sqlite3_finalize(st);
	return buf_take_or(&b, r->mem, NULL);
}

/* "INSERT INTO nummer (lfd, ort, …) VALUES (?1, ?2, …) clause" */
static sqlite3_stmt *inserting(const struct rescue *r, const char *table, sqlite3_stmt *read, const char *clause)
{
	struct buf b = {0};
	buf_fmt(&b, "INSERT INTO %s (%s) VALUES (", table, columns_of(r, table));
	for (int i = 1; i <= sqlite3_column_count(read); i++)
		buf_fmt(&b, "%s?%d", i > 1 ? ", " : "", i);
	buf_fmt(&b, ") %s", clause);
	sqlite3_stmt *st = prepare(r->now, b.data);
	buf_free(&b);
	return st;
}

/* Rows from one number on; gap: so many may be missing on end. Returns how many were taken over. */
static size_t copy_rows(const struct rescue *r, const char *table, const char *clause, int64_t from, int gap)
{
	sqlite3_stmt *read = prepare(r->old, mem_fmt(r->mem, "SELECT * FROM %s WHERE lfd = ?1", table));
	sqlite3_stmt *write = read ? inserting(r, table, read, clause) : NULL;
	size_t n = 0;
	for (int missed = 0; write && missed <= gap; from++) {
		bool there = at_row(read, from);
		missed = there ? 0 : missed + 1;
		for (int i = 0; there && i < sqlite3_column_count(read); i++)
			sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
		n += there && sqlite3_step(write) == SQLITE_DONE && sqlite3_changes(r->now) == 1;
		sqlite3_reset(write);
		sqlite3_reset(read);
	}
	sqlite3_finalize(read);
	sqlite3_finalize(write);
	return n;
}

static int64_t last_of(const struct rescue *r, const char *table)
{
	return reg_ask(r->now, mem_fmt(r->mem, "SELECT ifnull(max(lfd), 0) FROM %s", table));
}

/* The rows behind the last one of the copy, of a table whose rows are only added. */
static size_t copy_new(const struct rescue *r, const char *table, int gap)
{
	const char *columns = columns_of(r, table);
	int64_t last = last_of(r, table);
	return columns && same_register(r, table, columns, last) ? copy_rows(r, table, "", last + 1, gap) : 0;
}

static size_t save_all(const struct rescue *r)
{
	size_t n = 0;
	for (const char *const *t = reg_ledgers; *t; t++)
		n += copy_new(r, *t, 0);
	uint8_t key[32];
	if (reg_secret_read(r->old, key))
		reg_secret_keep(r->now, key);
	/* not every file has a text; of each public object the newer version counts, with ids, times and deletions */
	n += copy_new(r, "ausgabetext", GAP);
	if (same_register(r, "oparl", "ort, typ, schluessel, kennung, erstellt", last_of(r, "oparl")))
		n += copy_rows(r, "oparl",
			"ON CONFLICT (lfd) DO UPDATE SET quelle = excluded.quelle, gremium = excluded.gremium,"
			" ausgegeben = excluded.ausgegeben, geaendert = excluded.geaendert, fassung = excluded.fassung,"
			" geloescht = excluded.geloescht, inhalt = excluded.inhalt, eingebettet = excluded.eingebettet"
			" WHERE excluded.kennung = kennung AND excluded.fassung > fassung",
			1, GAP);
	return n;
}

static const char taken_back[] = "SELECT count(*) FROM zurueckgezogen";

bool reg_salvage(const char *copy, const char *damaged, const char *name, struct diag *d)
{
	struct diag *quiet = diag_new();
	struct mem *m = mem_new();
	size_t n = 0;
	bool known = false;
	sqlite3 *old = reg_header(damaged, quiet) ? reg_connect(damaged, SQLITE_OPEN_READWRITE, true, quiet) : NULL;
	sqlite3 *now = old ? reg_connect(copy, SQLITE_OPEN_READWRITE, true, quiet) : NULL;
	if (now && sqlite3_exec(now, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK) {
		n = save_all(&(struct rescue){now, old, m});
		if (sqlite3_exec(now, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
			n = 0;
		/* whatever was damaged, nothing that was taken back is missing */
		known = reg_ask(old, taken_back) >= reg_ask(now, taken_back);
	}
	sqlite3_close(now);
	sqlite3_close(old);
	if (n)
		diag_warn(d, "SICHERUNG", name, 0,
			"%zu %s jünger als die Sicherung und aus dem beschädigten Register übernommen worden (Nummern, "
			"Ereignisse, Ausgaben, Tagesordnungen, Abgaben, öffentliche Objekte); "
			"bitte anschließend „ratssatz register neu-aufbauen“ und „ratssatz register pruefen“ "
			"aufrufen",
			n, n == 1 ? "Eintrag ist" : "Einträge sind");
	mem_free(m);
	diag_free(quiet);
	return known;
}
