/* reg.h: inside the register: the connection, its statements, faults. */
#ifndef REGISTER_REG_H
#define REGISTER_REG_H
#include <sqlite3.h>

#include "register/register.h"

enum { REG_WAIT_MS = 10000, REG_APPLICATION = 0x52415453 };   /* application_id: "RATS" */

/* The columns of an object, read for every address that is written: by their place, which their order here gives. */
#define REG_OPARL_COLUMNS(X) \
	X(lfd) X(ort) X(typ) X(schluessel) X(kennung) X(quelle) X(gremium) X(ausgegeben) X(erstellt) X(geaendert) \
	X(fassung) X(geloescht) X(inhalt) X(eingebettet)
#define REG_OPARL_NAME(c) #c ", "
#define REG_OPARL_PLACE(c) REG_OPARL_##c,
enum { REG_OPARL_COLUMNS(REG_OPARL_PLACE) };

/* Was it taken back whole, and not released since? */
#define REG_TAKEN_BACK(ort_, objekt_) \
	"EXISTS (SELECT 1 FROM zurueckgezogen z WHERE z.ort = " ort_ " AND z.objekt = " objekt_ " AND z.teil = ''" \
	" AND z.freigabe = ifnull((SELECT max(y.lfd) FROM freigabe y" \
	" WHERE y.ort = " ort_ " AND y.objekt = " objekt_ "), 0))"

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
	bool begun;                                    /* by reg_begin, and not yet ended */
	int fault;                                     /* what SQLite reported last */
	int64_t looked;                                /* how much had been taken back when somebody looked */
	bool noted;                                    /* our name stands in the note beside the file */
	bool made;                                     /* the file was not there before us */
	bool public;                                   /* a statement of kind PUB is being prepared */
};

/* schema.c: steps from version i to i + 1; the last is the version of this program. */
extern const char *const reg_steps[];
int reg_version(void);
extern const char *const reg_ledgers[];            /* tables whose rows are only added, numbered from 1; NULL ends */
extern const char *const reg_index_tables[];       /* tables that can be made again, in an order they can be emptied */

/* migrate.c: to the version of this program, in one transaction; the register as it was stays beside it as
 * path.stand-5. */
bool reg_migrate(sqlite3 *, const char *path, struct diag *);
bool reg_step_up(sqlite3 *, const char *path, struct diag *);          /* the same without a copy, for copies */

/* One value of a statement, under the name it has there. */
struct reg_value {
	const char *name;                              /* ":ort" */
	enum { REG_V_TEXT, REG_V_INT, REG_V_DATE, REG_V_BYTES } type;
	const void *bytes;                             /* text or bytes; NULL: the database's NULL */
	int64_t number;                                /* the number, or how many bytes */
	struct date date;                              /* NULL if zero, else ISO text */
};

static inline struct reg_value reg_v_text(const char *name, const char *s)
{
	return (struct reg_value){.name = name, .type = REG_V_TEXT, .bytes = s};
}

static inline struct reg_value reg_v_int(const char *name, int64_t n)
{
	return (struct reg_value){.name = name, .type = REG_V_INT, .number = n};
}

static inline struct reg_value reg_v_date(const char *name, struct date date)
{
	return (struct reg_value){.name = name, .type = REG_V_DATE, .date = date};
}

static inline struct reg_value reg_v_bytes(const char *name, const void *p, int64_t n)
{
	return (struct reg_value){.name = name, .type = REG_V_BYTES, .bytes = p, .number = n};
}

/* VAL(ort, src->ort): text, number, truth or day, by its type; SUM(sha256, is->sha256, HASH_SHA256): bytes */
#define VAL(n, x) \
	_Generic((x), const char *: reg_v_text, char *: reg_v_text, struct date: reg_v_date, default: reg_v_int)( \
		":" #n, (x))
#define SUM(n, p, size) reg_v_bytes(":" #n, (p), (size))

/* The statement, reset and with each of its values bound: all of them, each once, or the program ends. NULL: told (the
 * register is damaged). Text and bytes must live until the statement has run. */
#define reg_bind(r, d, q, ...) \
	reg_bind_values((r), (d), (q), (const struct reg_value[]){{0}, ##__VA_ARGS__}, \
		sizeof((const struct reg_value[]){{0}, ##__VA_ARGS__}) / sizeof(struct reg_value))
/* n: of values, the first of which is none */
sqlite3_stmt *reg_bind_values(struct reg *, struct diag *, enum reg_sql, const struct reg_value *, size_t n);
#define reg_run(r, d, q, ...) reg_do((r), (d), reg_bind((r), (d), (q), ##__VA_ARGS__))   /* false: told */
bool reg_do(struct reg *, struct diag *, sqlite3_stmt *);           /* runs a bound statement to its end; NULL: false */
/* the next row; false at the end or after a fault (told), then reset; false for NULL */
bool reg_next(struct reg *, struct diag *, sqlite3_stmt *);
bool reg_exec(struct reg *, struct diag *, const char *sql);

/* A column of the row, by its name: one the statement does not have ends the program. */
int reg_column(sqlite3_stmt *, const char *name);
char *reg_text(struct mem *, sqlite3_stmt *, const char *name);        /* copy; NULL for NULL */
int64_t reg_number_in(sqlite3_stmt *, const char *name);               /* 0 for NULL */
void reg_bytes(sqlite3_stmt *, const char *name, uint8_t *to, int n);  /* as it was if not of that length */

/* Tells what went wrong in the author's words; false, so that callers can return it. */
bool reg_fault(struct reg *, struct diag *, int rc);
bool reg_fault_at(const char *path, sqlite3 *, struct diag *, int rc);

/* Who writes just now: a note beside the register, kept while the lock is held. */
void reg_note(struct reg *);
void reg_note_drop(struct reg *);
void reg_note_read(struct buf *, const char *path);  /* "„ratssatz aufnehmen“ (…)"; "ein anderes Programm" if unknown */

struct reg *reg_of(sqlite3 *, const char *path, struct diag *);        /* around an open connection, which it takes */
/* Opening without stepping up or messages about versions, for copies. flags: of sqlite3_open_v2. */
sqlite3 *reg_connect(const char *path, int flags, bool write, struct diag *);
void reg_make_private(const char *path);               /* it holds the key of ids and what is not public */
bool reg_header(const char *path, struct diag *);                      /* false: told (no SQLite file, WAL) */
bool reg_is_ours(sqlite3 *);                                           /* application_id */
/* A whole new file, checked; called: what messages name, where it will lie in the end. */
bool reg_copy(sqlite3 *from, const char *path, const char *called, struct diag *);
bool reg_integrity(const char *path, sqlite3 *, struct diag *);        /* page and key checks of SQLite; told */
/* Rows that may only be added, taken over from a damaged register into a fresh copy of its backup; how many is told for
 * the file name. false: what was taken back could not be read. */
bool reg_salvage(const char *copy, const char *damaged, const char *name, struct diag *);

/* The secret of one file for another, which has the tables of this program; ids are made with it at the next
 * transaction, if it had a different one. False: there is none. */
bool reg_secret_read(sqlite3 *, uint8_t key[32]);
bool reg_secret_keep(sqlite3 *, const uint8_t key[32]);

bool reg_put_paper(struct reg *, const struct reg_source *, const struct doc_vorlage *, const char *fulltext,
	struct diag *);
bool reg_put_session(struct reg *, const struct reg_source *, const struct doc_sitzung *, struct diag *);
/* art: "vorlage" or "ausgabe" */
bool reg_put_text(struct reg *, struct reg_key, const char *art, const char *titel, const char *text, struct diag *);
bool reg_put_words(struct reg *, struct diag *);                /* into the search index, at the end of a transaction */
void reg_fulltext(struct buf *, const struct doc *);                   /* the document's words, a line for each block */
bool reg_put_figures(struct reg *, const char *ort, const char *quelle, const struct doc *,
	const struct doc_node *parent, struct diag *);


/* File names in the ledger are kept relative to the register's folder, so that both can move together. */
char *reg_file_in(struct reg *, struct mem *, const char *file);
char *reg_file_out(struct reg *, struct mem *, const char *stored);

/* Turns the rows of a statement over to a reg_row and finalizes it. n: rows told, may be NULL. */
bool reg_rows(struct reg *, struct diag *, sqlite3_stmt *, reg_row *, void *, size_t *n);
/* the first column of the first row; -1: none, or the file cannot be read */
int64_t reg_ask(sqlite3 *, const char *sql);
sqlite3_stmt *reg_prepare(struct reg *, struct diag *, const char *sql);
/* SQLite's authorizer of every register that is opened: what a statement of kind PUB may read */
int reg_may_read(void *reg, int action, const char *table, const char *column, const char *db, const char *view);

#endif
