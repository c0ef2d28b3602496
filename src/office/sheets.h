/* sheets.h: what each office has to decide in a Fortschreibung, sent out as sheets to fill in and read back. */
#ifndef OFFICE_SHEETS_H
#define OFFICE_SHEETS_H
#include "base/buf.h"
#include "office/office.h"

struct doc_node;
struct edition;

/* For each office with open points a form (HTML), the same as a table (CSV) and for word processors (.docx, .odt), and
 * a draft of an e-mail, into the folder; that and when they were made is noted beside the edition (boegen.csv). */
struct off_sheets {
	const char *edition, *folder;                  /* edition: a folder or a file */
	const char *attach;                            /* what the e-mail has: "docx"; NULL, "html": HTML and CSV */
};
void off_sheets(const struct office *, const struct off_sheets *, struct diag *);

/* Texts taken over from the edition before that may no longer be true: calls row for each, whose it is and why. */
struct off_looked { const char *stelle, *warum, *file; int line; };    /* stelle: an id, or NULL */
void off_to_look_at(const struct edition *, void (*row)(void *, const struct off_looked *), void *arg);

/* A file as rows: of a table (from 1), or table 0: a paragraph of its own. line: where to look in the file. */
struct off_row { const char **cell; int n, line, table; };
struct off_table { struct off_row *row; size_t n; };

/* A value that would be entered, at a node of an edition; what, before: of the point, as its sheet says them. attr:
 * "status", or "wortlaut", "anmerkung". */
struct off_proposed {
	const struct edition *e;
	const struct doc_node *node;
	const char *what, *before, *attr, *value;
};

/* Reads filled sheets back: shows what would be entered, and enters it if so wanted; a contradiction refuses all. */
struct off_answers {
	const char *const *paths; size_t n;
	bool enter;
	const char *edition;                           /* the only one they may be of: its file; NULL: what they name */
	void (*proposed)(void *, const struct off_proposed *);         /* NULL: said */
	/* gets each file as it would be, all before the first is the caller's to write; NULL: they are written */
	void (*put)(void *, const char *path, const struct buf *);
	void *arg;
	/* What a file of a word processor or spreadsheet says, in the arena; false: told. */
	bool (*rows)(struct mem *, const char *path, struct off_table *, struct diag *);
};
void off_read_answers(const struct office *, const struct off_answers *, struct diag *);

/* Calls row for each open point whose sheet was made at least so many days ago. False: told. */
typedef void off_unanswered_row(void *, const char *stelle, const char *was, struct date since);
bool off_unanswered(const struct office *, const char *edition, int days, off_unanswered_row *, void *, struct diag *);

#endif
