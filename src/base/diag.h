/* diag.h: what is wrong with a document, told at the author's line; all of it, sorted, at the end of a run. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H
#include <stdbool.h>
#include <stddef.h>

struct buf;
struct unpack;

enum diag_sev { DIAG_AUS, DIAG_HINWEIS, DIAG_ABWEICHUNG, DIAG_WARNUNG, DIAG_FEHLER, DIAG_SYSTEM };

/* DIAG_HINWEIS: worth saying, nothing wrong: it never changes the exit status.
 * One row per code. Each room lists its own in an array that ends with {0}; cli joins them for `erklaere`. */
struct diag_code {
	const char *code;                              /* short German word, one name space: "SUMME" */
	enum diag_sev sev;                             /* unless the town says otherwise */
	const char *title;                             /* German, one line */
	const char *text;                            /* German: what it means, why it matters, what to do, an example */
};

/* The one answer there is to a finding: these bytes of its file become now. */
struct diag_answer { size_t from, to; const char *now; };      /* now NULL: there is none */

struct diag_msg {
	enum diag_sev sev;
	const char *code, *file, *text, *grund;        /* grund: the author's reason, for DIAG_ABWEICHUNG only */
	const char *damaged;                           /* the characters it is about, or NULL: about other things */
	int line;                                      /* 0: the file as a whole */
	struct diag_answer answer;
	size_t order;                                  /* as reported; ties in the sort */
};

struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *);

/* Sets the severity of a code from here on (the town's rules). DIAG_AUS drops it; codes reported as DIAG_SYSTEM stay
 * so. */
void diag_set(struct diag *, const char *code, enum diag_sev);

/* text: "what is wrong, what was expected, what to do". file NULL: no file. A message equal in place, code and text is
 * kept once. */
void diag_add(struct diag *, enum diag_sev, const char *code, const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
void diag_add_answered(struct diag *, const struct diag_msg *);      /* copied; the order is not asked for */
/* A finding the author wants (abweichung): kept and listed, never an error. */
void diag_accept(struct diag *, const char *code, const char *file, int line, const char *grund, const char *text);

#define diag_error(d, code, file, line, ...) diag_add((d), DIAG_FEHLER, (code), (file), (line), __VA_ARGS__)
#define diag_warn(d, code, file, line, ...)  diag_add((d), DIAG_WARNUNG, (code), (file), (line), __VA_ARGS__)
#define diag_sys(d, code, file, line, ...)   diag_add((d), DIAG_SYSTEM, (code), (file), (line), __VA_ARGS__)

/* For another process: its messages as reported and the order of its files; and back, in place of all that the other
 * diag holds. Severities of codes are not handed over. */
void diag_pack(struct diag *, struct buf *);
void diag_unpack(struct diag *, struct unpack *);

/* Messages of another one from that severity on, as they were told there. */
void diag_add_all(struct diag *, struct diag *from, enum diag_sev least);

/* A message is about this character: the fault is told already, and counts at least so much from here on. */
bool diag_told_of(struct diag *, const char *character, enum diag_sev least);
size_t diag_count(const struct diag *, enum diag_sev); /* of exactly this severity */
int diag_status(const struct diag *);              /* exit status: 0 fine, 1 document faulty, 3 system */

/* This file comes after those named so before, ahead of all others: the order of a document's chapters. */
void diag_file(struct diag *, const char *file);

/* The messages, ordered by file (as named by diag_file, then as first seen), line, order of report. Borrowed until the
 * next diag_add. */
const struct diag_msg *diag_sorted(struct diag *, size_t *n);

#endif
