/* reg.h: inside the register: the connection, its statements, faults. */
#ifndef REGISTER_REG_H
#define REGISTER_REG_H
#include <sqlite3.h>

#include "register/register.h"

enum { REG_WAIT_MS = 10000, REG_APPLICATION = 0x52415453 };   /* application_id: "RATS" */

/* One prepared statement each; its text stands in sql.def. */
enum reg_sql {
#define SQL(e, text) REG_SQL_##e,
#include "register/sql.def"
	REG_SQL_MAX
};

struct reg {
	sqlite3 *db;
	char *path;
	struct diag *diag;                             /* the caller's, for functions that take none */
	sqlite3_stmt *stmt[REG_SQL_MAX];               /* prepared at first use */
	bool begun;                                        /* by reg_begin, and not yet ended */
	bool noted;                                    /* our name stands in the note beside the file */
};

/* Steps from version i to i + 1; the last is the version of this program. */
int reg_version(void);
bool reg_step_up(struct reg *, int to, struct diag *);                 /* in one transaction */

/* The statement, reset and bound. fmt: s text, i int, l int64_t, d struct date (ISO text, NULL if zero), h 32 bytes, H
 * 64 bytes. NULL: told (the register is damaged). Bound memory must live until the statement has run. */
sqlite3_stmt *reg_bind(struct reg *, struct diag *, enum reg_sql, const char *fmt, ...);
bool reg_do(struct reg *, struct diag *, sqlite3_stmt *);           /* runs a bound statement to its end; NULL: false */
/* the next row; false at the end or after a fault (told), then reset */
bool reg_next(struct reg *, struct diag *, sqlite3_stmt *);
bool reg_exec(struct reg *, struct diag *, const char *sql);
int64_t reg_int(struct reg *, struct diag *, const char *sql, int64_t missing);   /* first value of the first row */
char *reg_text(struct mem *, sqlite3_stmt *, int col);                 /* copy; NULL for NULL */

/* Tells what went wrong in the author's words; false, so that callers can return it. */
bool reg_fault(struct reg *, struct diag *, int rc);
bool reg_fault_at(const char *path, sqlite3 *, struct diag *, int rc);

/* Who writes just now: a note beside the register, kept while the lock is held. */
void reg_note(struct reg *);
void reg_note_drop(struct reg *);
void reg_note_read(struct buf *, const char *path);  /* "„ratssatz aufnehmen“ (…)"; "ein anderes Programm" if unknown */

/* Opening without stepping up or messages about versions, for copies. flags: of sqlite3_open_v2. */
sqlite3 *reg_connect(const char *path, int flags, struct diag *);
bool reg_header(const char *path, struct diag *);                      /* false: told (no SQLite file, WAL) */
bool reg_is_ours(sqlite3 *);                                           /* application_id */
bool reg_integrity(const char *path, sqlite3 *, struct diag *);        /* page and key checks of SQLite; told */
/* Rows that may only be added, taken over from a damaged register into a fresh copy of its backup; how many is told for
 * the file name. */
void reg_salvage(const char *copy, const char *damaged, const char *name, struct diag *);

struct reg_key { const char *ort, *id, *art; };                        /* of a document in the index */
bool reg_put_paper(struct reg *, const struct reg_source *, const struct doc_vorlage *, const char *fulltext,
	struct diag *);
bool reg_put_session(struct reg *, const struct reg_source *, const struct doc_sitzung *, struct diag *);
bool reg_put_text(struct reg *, const struct reg_key *, const char *titel, const char *text, struct diag *);
bool reg_put_words(struct reg *, struct diag *);                /* into the search index, at the end of a transaction */
void reg_fulltext(struct buf *, const struct doc *);                   /* the document's words, a line for each block */
bool reg_put_figures(struct reg *, const char *ort, const char *quelle, const struct doc *,
	const struct doc_node *parent, struct diag *);

const char *reg_role_name(enum doc_rolle);                             /* as in the vocabulary: "entscheidung" */

/* File names in the ledger are kept relative to the register's folder, so that both can move together. */
char *reg_file_in(struct reg *, struct mem *, const char *file);
char *reg_file_out(struct reg *, struct mem *, const char *stored);

/* Turns the rows of a statement over to a reg_row and finalizes it. n: rows told, may be NULL. */
bool reg_rows(struct reg *, struct diag *, sqlite3_stmt *, reg_row *, void *, size_t *n);
/* the first column of the first row; -1: none, or the file cannot be read */
int64_t reg_ask(sqlite3 *, const char *sql);
sqlite3_stmt *reg_prepare(struct reg *, struct diag *, const char *sql);

#endif
