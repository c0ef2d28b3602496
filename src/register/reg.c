/* reg.c: prepared statements, and a transaction for each command. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "register/reg.h"

sqlite3_stmt *reg_prepare(struct reg *r, struct diag *d, const char *sql)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(r->db, sql, -1, &st, NULL);
	if (rc != SQLITE_OK)
		reg_fault(r, d, rc);
	return st;
}

static const char *sql_text(enum reg_sql q)
{
	switch (q) {
#define SQL(e, text) case REG_SQL_##e: return text;
#include "register/sql.def"
	default: return "";
	}
}

static void bind_date(sqlite3_stmt *st, int at, struct date date)
{
	struct buf b = {0};
	if (date.year) {
		date_put_iso(&b, date);
		sqlite3_bind_text(st, at, b.data, (int)b.len, SQLITE_TRANSIENT);
	}
	buf_free(&b);
}

sqlite3_stmt *reg_bind(struct reg *r, struct diag *d, enum reg_sql q, const char *fmt, ...)
{
	sqlite3_stmt *st = r->stmt[q];
	if (!st) {
		int rc = sqlite3_prepare_v3(r->db, sql_text(q), -1, SQLITE_PREPARE_PERSISTENT, &r->stmt[q], NULL);
		if (rc != SQLITE_OK) {
			reg_fault(r, d, rc);
			return NULL;
		}
		st = r->stmt[q];
	}
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
	va_list ap;
	va_start(ap, fmt);
	for (int i = 1; fmt[i - 1]; i++)
		switch (fmt[i - 1]) {
		case 's': sqlite3_bind_text(st, i, va_arg(ap, const char *), -1, SQLITE_STATIC); break;
		case 'i': sqlite3_bind_int(st, i, va_arg(ap, int)); break;
		case 'l': sqlite3_bind_int64(st, i, va_arg(ap, int64_t)); break;
		case 'd': bind_date(st, i, va_arg(ap, struct date)); break;
		case 'h': sqlite3_bind_blob(st, i, va_arg(ap, const uint8_t *), HASH_SHA256, SQLITE_STATIC); break;
		case 'H': sqlite3_bind_blob(st, i, va_arg(ap, const uint8_t *), HASH_SHA512, SQLITE_STATIC); break;
		}
	va_end(ap);
	return st;
}

bool reg_next(struct reg *r, struct diag *d, sqlite3_stmt *st)
{
	int rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		reg_fault(r, d, rc);
	sqlite3_reset(st);
	return false;
}

/* After some faults (full disk) SQLite has rolled back by itself, or by give_up; what came then would be committed row
 * by row. */
static bool lost(const struct reg *r)
{
	return r->begun && sqlite3_get_autocommit(r->db);
}

/* A statement with triggers is undone alone on a full disk: a smaller one might still fit, into half a document. */
static void give_up(struct reg *r, int rc)
{
	bool full = (rc & 0xff) == SQLITE_FULL || (rc & 0xff) == SQLITE_IOERR || (rc & 0xff) == SQLITE_NOMEM;
	if (full && r->begun && !sqlite3_get_autocommit(r->db))
		sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
}

bool reg_do(struct reg *r, struct diag *d, sqlite3_stmt *st)
{
	if (!st || lost(r))
		return false;
	int rc;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		;
	if (rc != SQLITE_DONE)
		reg_fault(r, d, rc);
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
	give_up(r, rc);
	return rc == SQLITE_DONE;
}

bool reg_exec(struct reg *r, struct diag *d, const char *sql)
{
	if (lost(r))
		return false;
	int rc = sqlite3_exec(r->db, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK || reg_fault(r, d, rc);
}

int64_t reg_int(struct reg *r, struct diag *d, const char *sql, int64_t missing)
{
	sqlite3_stmt *st = reg_prepare(r, d, sql);
	int64_t v = missing;
	if (st && reg_next(r, d, st))
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return v;
}

char *reg_text(struct mem *m, sqlite3_stmt *st, int col)
{
	const char *s = (const char *)sqlite3_column_text(st, col);
	return s ? mem_str(m, s, (size_t)sqlite3_column_bytes(st, col)) : NULL;
}

bool reg_rows(struct reg *r, struct diag *d, sqlite3_stmt *st, reg_row *row, void *arg, size_t *n)
{
	enum { MAX_COLS = 32 };
	const char *names[MAX_COLS], *values[MAX_COLS];
	int cols = sqlite3_column_count(st), rc;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		for (int i = 0; i < cols && i < MAX_COLS; i++) {
			names[i] = sqlite3_column_name(st, i);
			values[i] = (const char *)sqlite3_column_text(st, i);
		}
		row(arg, cols, names, values);
		if (n)
			++*n;
	}
	sqlite3_finalize(st);
	return rc == SQLITE_DONE || reg_fault(r, d, rc);
}

bool reg_begin(struct reg *r, struct diag *d)
{
	if (!reg_exec(r, d, "BEGIN IMMEDIATE"))
		return false;
	r->begun = true;
	reg_note(r);
	return true;
}

bool reg_commit(struct reg *r, struct diag *d)
{
	if (lost(r) || !reg_put_words(r, d) || !reg_exec(r, d, "COMMIT")) {
		reg_rollback(r);
		return false;
	}
	r->begun = false;
	reg_note_drop(r);
	return true;
}

void reg_rollback(struct reg *r)
{
	for (int i = 0; i < REG_SQL_MAX; i++)
		if (r->stmt[i])
			sqlite3_reset(r->stmt[i]);
	if (!sqlite3_get_autocommit(r->db))
		sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
	r->begun = false;
	reg_note_drop(r);
}

void reg_close(struct reg *r)
{
	if (!r)
		return;
	reg_rollback(r);
	for (int i = 0; i < REG_SQL_MAX; i++)
		sqlite3_finalize(r->stmt[i]);
	sqlite3_close(r->db);
	free(r->path);
	free(r);
}

int64_t reg_ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st = NULL;
	int64_t v = -1;
	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return v;
}
