/* rule.h: what the files of check share; private to the room. A rule is a row in rules.def: its code, its words, and
 * the functions that look: adding one is a row there and a function in the file of its subject. doc rules are called
 * once and go through lists of nodes by kind; text rules are called by the scanner for each token of their classes. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H
#include "check/check.h"
#include "check/scan.h"
#include "model/papier.h"
#include "style/papiere.h"

enum chk_rule {
#define RULE(code, sev, doc, text, on, title, words) RULE_##code,
#include "check/rules.def"
	RULE_MAX
};

struct chk_list { const struct doc_node **at; size_t n; };

struct chk {
	const struct doc *doc;
	const struct style *style;
	struct diag *diag;
	struct mem *mem;                               /* for this run only */
	struct chk_list kind[DOC_KIND_MAX];            /* all elements by kind, in document order; none for DOC_TEXT */
	struct chk_deviations *deviations;             /* deviation.c */
	struct chk_findings *findings;                 /* tell.c */
	struct chk_lines *lines;                       /* line.c */
	struct chk_names *names;                       /* namen.c */
	struct chk_abk *abk;                           /* abkuerzung.c */
	struct chk_spelling *spelling;                 /* rechtschreibung.c; NULL: not asked for */
	struct chk_sentences *sentences;                    /* zeitworte.c, while it runs */
	struct chk_old *old;                           /* stichtage.c, while it runs */
	struct chk_old_names *old_names;               /* altnamen.c; NULL: not gathered yet */
	const struct chk_context *context;             /* never NULL */
	bool reg_missed;                               /* a rule asked for the register, there is none */
	const struct doc_vorlage *vorlage;             /* NULL: the document is none */
	const struct doc_sitzung *sitzung;
	bool *zitiert;                                 /* by anlage: the text cites it; NULL: no anlagen */
	const struct doc_muster *muster;               /* chk_muster() */
	struct date stand;                             /* of a paper: its date */
	struct chk_umlauts *umlauts;                   /* umlaut.c; NULL: no such word yet */
	const char *marks;                             /* of quotations, met first: „ or »; NULL: none yet */
	const char *waehrung, *prozent;                /* the town's choice; else the first form met */
	int geschlecht;                                /* -1: not asked for */
	int named;                                     /* chk_all_named: 1 yes, -1 no; 0: not asked for */
};

/* ---- telling: tell.c ---- */

/* node: where; the deviations of its ancestors count. */
void chk_tell(struct chk *, enum chk_rule, const struct doc_node *, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void chk_tell_at(struct chk *, enum chk_rule, const struct chk_text *, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
/* with another severity than the rule's; at another line than the node's */
void chk_tell_as(struct chk *, enum chk_rule, enum diag_sev, const struct doc_node *, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
void chk_tell_line(struct chk *, enum chk_rule, const struct doc_node *, int line, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
/* The finding told last stands in a file that the document names. */
void chk_tell_elsewhere(struct chk *, const char *file, int line);
/* The finding told last is about damaged characters, at a place in the text of its node: of what stands there nothing
 * else is told, nor that fonts lack them. They come from front to back. to 0: they stand in a value. */
void chk_tell_damaged(struct chk *, const char *characters, size_t from, size_t to);
/* The one answer to the finding told last: p to q of its text, all words of an element, a value, become now. None if
 * the place is not to be found in the file. answer.c */
void chk_answer(struct chk *, const struct chk_text *, const char *p, const char *q, const char *now);
void chk_answer_all(struct chk *, const struct doc_node *, const char *now);
void chk_answer_attr(struct chk *, const struct doc_node *, enum doc_attr, const char *now);
void chk_report(struct chk *);                                       /* hands all findings to diag, in document order */
int chk_line(struct chk *, const struct doc_node *text, size_t offset);              /* its line in the author's file */

/* ---- asking: ask.c ---- */

bool chk_draft(const struct chk *);                                  /* marked so, by its author or by the town */
const char *chk_str(struct chk *, const struct doc_node *);                                   /* its text (doc_text) */
/* in small letters, blanks as one, without what nobody sees and marks at the end: read.c */
void chk_put_read(struct buf *, const char *);
/* Of what the above puts no more than the first letters: texts that read the same begin so. */
void chk_put_beginning(struct buf *, const char *);
const char *chk_place(struct chk *, const struct doc_node *);     /* "kapitel.xml:12", for pointing at a second place */
const char *chk_town(const struct chk *, const char *rule, const char *fallback);
const char *chk_day(struct chk *, struct date);    /* "31. Januar 2018" */
const char *chk_euro(struct chk *, money_t);       /* "640.000 Euro" */
/* the Kennzahl whose value a <wert> is; NULL: something else */
const struct doc_kennzahl *chk_figure(const struct chk *, const struct doc_node *);
/* the same run over another document: for its texts, without lists, words and deviations */
struct chk chk_beside(const struct chk *, const struct doc *);
const struct doc_muster *chk_muster(struct chk *);       /* of the town's numbers; without a town the usual one */
bool chk_in_number(struct chk *, const struct chk_text *, const char *p);      /* p lies in a number of a paper */
/* In minutes, the body is known and nobody is misspelt: else who was there is unknown, and only the slip is told. */
bool chk_all_named(struct chk *);
/* Whoever leads and is not said to be there, which is told once: he may have been there all the same. Their votes in
 * that body. */
bool chk_is_unseen(struct chk *, const char *person);
int chk_unseen(struct chk *, size_t body);
struct reg *chk_reg(struct chk *);                 /* NULL: none; that is told once */

/* Rules: doc once for the document, text for each token of its classes. */
typedef void chk_doc_rule(struct chk *);
struct chk_row { chk_doc_rule *doc; chk_text_rule *text; unsigned on; };
#define RULE(code, sev, doc, text, on, title, words) chk_doc_rule doc; chk_text_rule text;
#include "check/rules.def"
#define SCREEN(code, may) chk_text_screen may;
#include "check/screens.def"

void chk_haushalt(struct chk *);                   /* haushalt.c: SUMME and DAVON of a paper */
void chk_wiederholt(struct chk *);                 /* wiederholt.c: ZWEIMAL of texts, figures, rows */

#endif
