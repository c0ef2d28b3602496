/* drucksache.h: how a town's numbers of papers, and of decisions, look: named parts in any order, with fixed text
 * between them. One place for reading a number, making one and saying what its form is. */
#ifndef MODEL_DRUCKSACHE_H
#define MODEL_DRUCKSACHE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

enum doc_teil { DOC_TEIL_TEXT, DOC_TEIL_ZAEHLER, DOC_TEIL_JAHR, DOC_TEIL_AMT, DOC_TEIL_WAHLPERIODE, DOC_TEIL_ART,
	DOC_TEIL_GREMIUM, DOC_TEIL_SITZUNG, DOC_TEIL_FASSUNG, DOC_TEIL_MAX };

/* As the town says it; any of them NULL: the usual. muster: "#" a digit, "#+" digits, "@" a code of letters and digits,
 * "JJ" and "JJJJ" a year, all else fixed. teile: what the groups of # and @ are, in their order. zaehler: what begins
 * the count anew ("jahr amt"), "nie", or "muster". ergaenzung: what a supplement adds, " #. Ergänzung|-#"; the first is
 * the one that is made. fassung: the revision of a paper that is none. name: of the rules, "drucksache" if NULL. */
struct doc_muster_regel { const char *muster, *teile, *zaehler, *ergaenzung, *fassung, *name; };

struct doc_muster;
/* NULL: *fault says what is wrong and what was expected. */
const struct doc_muster *doc_muster(struct mem *, const struct doc_muster_regel *, const char **fault);
bool doc_muster_nennt(const struct doc_muster *, enum doc_teil);       /* it has that part */
const char *doc_muster_text(const struct doc_muster *);        /* as the town wrote it: "#####-JJ" */

/* What goes into a number besides its count; NULL and 0: unknown. */
struct doc_nummer_werte { int jahr; const char *amt, *wahlperiode, *art, *gremium, *sitzung; };

struct doc_nummer {                                    /* a number as read */
	struct doc_nummer_werte hat;                   /* the parts it has; of a year of two digits the full one */
	int64_t zaehler;                               /* 0: the pattern counts nothing */
	int ergaenzung;                                /* which supplement or revision; 0: none */
	const char *reihe;                             /* of which series its count is: "2023", "" for the only one */
	size_t stamm;                                  /* bytes before what the supplement adds */
};
/* False: it has not the town's form. */
bool doc_nummer_read(struct mem *, const struct doc_muster *, const char *number, struct doc_nummer *);
/* The next in that series. NULL: *lacks says what is unknown or does not fit. */
const char *doc_nummer_make(struct mem *, const struct doc_muster *, const struct doc_nummer_werte *, int64_t zaehler,
	const char **lacks);
const char *doc_nummer_reihe(struct mem *, const struct doc_muster *, const struct doc_nummer_werte *);
/* The whole number of a supplement to number, by the town's way to write it; muster NULL: "2018/0031 1. Ergänzung".
 * number itself where ergaenzung is 0, or it is whole already. */
const char *doc_nummer_whole(struct mem *, const struct doc_muster *, const char *number, int ergaenzung);
/* The number of the paper that the whole number of a supplement is to; NULL: it is none. */
const char *doc_nummer_ergaenzt(struct mem *, const struct doc_muster *, const char *number);
/* A supplement is told by the number itself, not only by words behind it. */
bool doc_nummer_told(const struct doc_muster *, int ergaenzung);

/* "1213/2013 hat die Form ####/####, erwartet wird JJJJ/####, zum Beispiel 2013/0001" */
void doc_put_forms(struct buf *, const struct doc_muster *, const char *number);
/* Bytes of a number in the town's form at p; 0: there is none. */
size_t doc_nummer_at(const struct doc_muster *, const char *p);
size_t doc_muster_before(const struct doc_muster *);           /* at most so many before its first group of digits */

#endif
