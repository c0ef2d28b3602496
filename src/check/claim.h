/* claim.h: inside the room: a clause about data of several series, "in Nord stieg die Zahl der Plätze", and which of
 * their names stand in it. Data are looked at from both sides: what one side calls a thing is a point for the other. */
#ifndef CHECK_CLAIM_H
#define CHECK_CLAIM_H
#include "check/rule.h"

/* Cells with a head row and a head column; values in units of 10^-4, those of heads are 0. */
struct chk_grid {
	size_t rows, cols;
	const char *const *cell;
	const int64_t *value;
	const char *unit;                              /* NULL: none is said */
};

enum { CHK_NAMED = 8 };
struct chk_mention { size_t at; bool thing; const char *p, *q; };
struct chk_claim {
	struct chk *c;
	const struct chk_grid *g;
	const char *from, *to;                         /* the clause */
	bool turned;                                   /* rows are things, columns are points */
	bool elsewhere;                        /* a point stands in the sentence, but not here, or it tells of a turn */
	struct chk_mention m[CHK_NAMED]; int n;        /* in their order */
	size_t thing[CHK_NAMED], point[CHK_NAMED]; int nthings, npoints;       /* each once */
};

/* The names of the data in it are looked for anew; false: more than anybody could say something sure of. */
bool chk_claim_mentions(struct chk_claim *);
size_t chk_things(const struct chk_claim *);
size_t chk_points(const struct chk_claim *);
int64_t chk_value(const struct chk_claim *, size_t thing, size_t point);
int64_t chk_total(const struct chk_claim *, size_t point);
bool chk_adds(const struct chk_claim *);           /* its values may be added: they are no shares */
bool chk_yearly(const struct chk_claim *);         /* its points are years, one after the other */
const char *chk_point_name(const struct chk_claim *, size_t point);
/* "bei „Nord, 2015“ 12" */
const char *chk_cell_said(const struct chk_claim *, size_t thing, size_t point);
bool chk_says(const struct chk_claim *, const char *const *words);
/* What is counted stands at p: the unit, or "Zahl". */
bool chk_unit_at(const struct chk_claim *, const char *p);
/* Behind its first word, something stands in it that the data do not know. */
bool chk_other_noun(const struct chk_claim *);
/* "in jedem Jahr", "überall" */
bool chk_says_all(const struct chk_claim *);
/* One of the words that rank, "die meisten", "am höchsten". */
bool chk_ranks(const char *p, const char *q);
/* There is, there was: it tells how many. */
bool chk_says_are(const struct chk_claim *);

/* The data of a chart or a table, if all of them are numbers; path: what they are called. */
bool chk_grid_of(struct chk *, const struct doc_node *, struct chk_grid *, const char **path);
/* teilsaetze.c: what is wrong in a sentence about the data, "steht bei „Nord, 2015“ 12"; NULL: nothing that is sure. */
const char *chk_claim_wrong(struct chk *, const struct chk_grid *, const char *from, const char *to);

/* One kind of statement each; NULL: none of it, or a right one. */
typedef const char *chk_claim_kind(const struct chk_claim *);
chk_claim_kind chk_claim_rank, chk_claim_change, chk_claim_number, chk_claim_beside;
/* rang.c */
chk_claim_kind chk_claim_share, chk_claim_place, chk_claim_total, chk_claim_difference, chk_claim_count,
	chk_claim_bound;
chk_claim_kind chk_claim_added;                    /* hinzu.c */

#endif
