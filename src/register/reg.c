/* reg.c: prepared statements, and a transaction for each command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "register/reg.h"

sqlite3_stmt *reg_prepare(struct reg *r, struct diag *d, const char *sql)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(r->db, sql, -1, &st, NULL);
	if (rc != SQLITE_OK)
		reg_fault(r, d, rc);
	return st;
}

static const char *sql_text(enum reg_sql q, bool *public)
{
	*public = false;
	switch (q) {
#define SQL(e, text) case REG_SQL_##e: return text;
#define PUB(e, text) case REG_SQL_##e: *public = true; return text;
#include "register/sql.def"
	default: return "";
	}
}

/* What is handed out is read from the views that leave out the rest, and from the directory. A view's own reads come
 * here with its name; so no statement of kind PUB can forget what is not public. */
int reg_may_read(void *reg, int action, const char *table, const char *column, const char *db, const char *view)
{
	static const char *const directory[] = {
		"koerperschaft", "wahlperiode", "stelle", "stellenname", "person", "mitgliedschaft"};
	const struct reg *r = reg;
	(void)column, (void)db;
	if (!r->public || action != SQLITE_READ)
		return SQLITE_OK;
	const char *end = strstr(view ? view : table, "_oeffentlich");
	if (end && !strcmp(end, "_oeffentlich"))
		return SQLITE_OK;
	for (size_t i = 0; !view && i < sizeof directory / sizeof *directory; i++)
		if (!strcmp(table, directory[i]))
			return SQLITE_OK;
	return SQLITE_DENY;
}

static sqlite3_stmt *prepared(struct reg *r, struct diag *d, enum reg_sql q)
{
	if (!r->stmt[q]) {
		const char *text = sql_text(q, &r->public);
		int rc = sqlite3_prepare_v3(r->db, text, -1, SQLITE_PREPARE_PERSISTENT, &r->stmt[q], NULL);
		r->public = false;
		if (rc != SQLITE_OK)
			reg_fault(r, d, rc);
	}
	return r->stmt[q];
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

static void bind(sqlite3_stmt *st, int at, const struct reg_value *v)
{
	switch (v->type) {
	case REG_V_TEXT: sqlite3_bind_text(st, at, v->bytes, -1, SQLITE_STATIC); break;
	case REG_V_INT: sqlite3_bind_int64(st, at, v->number); break;
	case REG_V_DATE: bind_date(st, at, v->date); break;
	case REG_V_BYTES: sqlite3_bind_blob(st, at, v->bytes, (int)v->number, SQLITE_STATIC); break;
	}
}

/* Statements and their values are written by us: what does not fit is a fault of the program. */
static _Noreturn void misfit(sqlite3_stmt *st, const char *name)
{
	fprintf(stderr, "register: %s: %s\n", name, sqlite3_sql(st));
	abort();
}

sqlite3_stmt *reg_bind_values(struct reg *r, struct diag *d, enum reg_sql q, const struct reg_value *v, size_t n)
{
	sqlite3_stmt *st = prepared(r, d, q);
	uint32_t bound = 0;                            /* bit set of parameters */
	if (!st)
		return NULL;
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
	for (size_t i = 1; i < n; i++) {
		int at = sqlite3_bind_parameter_index(st, v[i].name);
		if (!at || bound >> at & 1)
			misfit(st, v[i].name);
		bound |= 1u << at;
		bind(st, at, &v[i]);
	}
	if (n != (size_t)sqlite3_bind_parameter_count(st) + 1)
		misfit(st, "a value is missing");
	return st;
}

bool reg_next(struct reg *r, struct diag *d, sqlite3_stmt *st)
{
	int rc = st ? sqlite3_step(st) : SQLITE_DONE;
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

int reg_column(sqlite3_stmt *st, const char *name)
{
	for (int i = 0, n = sqlite3_column_count(st); i < n; i++)
		if (!strcmp(sqlite3_column_name(st, i), name))
			return i;
	misfit(st, name);
}

char *reg_text(struct mem *m, sqlite3_stmt *st, const char *name)
{
	int col = reg_column(st, name);
	const char *s = (const char *)sqlite3_column_text(st, col);
	return s ? mem_str(m, s, (size_t)sqlite3_column_bytes(st, col)) : NULL;
}

int64_t reg_number_in(sqlite3_stmt *st, const char *name)
{
	return sqlite3_column_int64(st, reg_column(st, name));
}

void reg_bytes(sqlite3_stmt *st, const char *name, uint8_t *to, int n)
{
	int col = reg_column(st, name);
	const void *p = sqlite3_column_blob(st, col);
	if (p && sqlite3_column_bytes(st, col) == n)
		memcpy(to, p, (size_t)n);
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

/* Who lost the transaction may have told it where nobody looks: what was not entered is never passed over. */
static void tell_lost(struct reg *r, struct diag *d)
{
	if (!diag_status(d ? d : r->diag))
		reg_fault_at(r->path, r->db, d ? d : r->diag, r->fault);
}

/* How much was taken back so far. */
static int64_t taken_back(struct reg *r)
{
	return reg_ask(r->db, "SELECT ifnull(max(lfd), 0) FROM zurueckgezogen");
}

void reg_look(struct reg *r)
{
	r->looked = taken_back(r);
}

bool reg_begin_as_looked(struct reg *r, struct diag *d)
{
	if (!reg_begin(r, d))
		return false;
	if (taken_back(r) == r->looked)
		return true;
	reg_rollback(r);
	diag_sys(d, "REGISTERBELEGT", r->path, 0,
		"Während der Befehl lief, ist etwas zurückgezogen oder nichtöffentlich geworden; damit es nicht wieder "
		"hinauskommt, ist nichts geschrieben worden, bitte den Befehl wiederholen");
	return false;
}

/* Another file has come in its place: what is entered here would be in none. */
static bool was_moved(struct reg *r, struct diag *d)
{
	int moved = 0;
	sqlite3_file_control(r->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	if (moved)
		reg_fault_at(r->path, r->db, d ? d : r->diag, SQLITE_READONLY_DBMOVED);
	return moved;
}

bool reg_commit(struct reg *r, struct diag *d)
{
	if (lost(r))
		tell_lost(r, d);
	if (lost(r) || was_moved(r, d) || !reg_put_words(r, d) || !reg_exec(r, d, "COMMIT")) {
		reg_rollback(r);
		return false;
	}
	r->begun = false;
	reg_note_drop(r);
	return true;
}

/* Whether it comes about is seen by what comes next. */
static void run_quietly(struct reg *r, enum reg_sql q)
{
	sqlite3_stmt *st = prepared(r, NULL, q);
	if (!st)
		return;
	sqlite3_step(st);
	sqlite3_reset(st);
}

void reg_hold(struct reg *r)
{
	if (sqlite3_get_autocommit(r->db))
		run_quietly(r, REG_SQL_HALTEN);
}

void reg_rollback(struct reg *r)
{
	for (int i = 0; i < REG_SQL_MAX; i++)
		if (r->stmt[i])
			sqlite3_reset(r->stmt[i]);
	if (!sqlite3_get_autocommit(r->db))
		run_quietly(r, REG_SQL_VERWERFEN);
	r->begun = false;
	reg_note_drop(r);
}

static bool is_empty(struct reg *r)
{
	char sql[64];
	for (int i = 0; i < 2; i++)
		for (const char *const *t = i ? reg_index_tables : reg_ledgers; *t; t++) {
			snprintf(sql, sizeof sql, "SELECT EXISTS (SELECT 1 FROM %s)", *t);
			if (reg_ask(r->db, sql) > 0)           /* a table may be missing: it was not made to its end */
				return false;
		}
	return true;
}

/* Made by a command that then entered nothing: it goes with it. Whoever has opened it meanwhile cannot write to it any
 * more, SQLite sees that its file has gone. On a full disk an empty one cannot be held; nobody has written to it. */
static void drop_if_unused(struct reg *r)
{
	const int rc = r->made ? sqlite3_exec(r->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) : SQLITE_ERROR;
	if ((rc == SQLITE_OK || (rc & 0xff) == SQLITE_FULL) && is_empty(r))
		unlink(r->path);
	if (!sqlite3_get_autocommit(r->db))
		sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
}

void reg_close(struct reg *r)
{
	if (!r)
		return;
	reg_rollback(r);
	for (int i = 0; i < REG_SQL_MAX; i++)
		sqlite3_finalize(r->stmt[i]);
	drop_if_unused(r);
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
