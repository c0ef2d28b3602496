/* rechnung.h: inside the room: the numbers of one sentence, for the rules that hold them against each other. */
#ifndef CHECK_RECHNUNG_H
#define CHECK_RECHNUNG_H
#include "check/number.h"
#include "check/rule.h"

enum { CHK_FIGURES = 12, CHK_ONE = 10000, CHK_HUNDRED = 100 * CHK_ONE };       /* values in units of 10^-4 */

/* q: its end; behind: that of its percent sign; word: "zwölf"; scale: 1000 of "Tsd.", which v
 * holds already */
struct chk_figure { const char *p, *q, *behind; int64_t v; int decimals; bool percent, word; int64_t scale; };
/* A sentence. c NULL: it is only asked whether there may be something to tell, by the words alone. */
struct chk_sums {
	struct chk *c;
	struct mem *mem;
	bool *found;
	const struct chk_text *t;
	const char *from, *to;
	struct chk_figure f[CHK_FIGURES]; int n;
};

/* From from to to. False: none, more than there is room for, or one that nobody can read, a date, a negative one. */
bool chk_sums_read(struct chk_sums *);
/* NULL ends each. */
extern const char *const chk_roughly[];            /* "rund", "mehr": the sentence leaves room */
extern const char *const chk_thatis[];             /* ", also ", " (" */

/* The words between p and q are one of those, with any blanks: "von den ". */
bool chk_reads_any(const char *p, const char *q, const char *const *ways);
/* Where one of them ends at q; NULL: none does. */
const char *chk_ends_with(const char *p, const char *q, const char *const *ways);
/* The noun behind a number, perhaps behind an adjective; false: none. */
bool chk_noun_of(const struct chk_figure *, const char **p, const char **q);
bool chk_stands_alone(const char *q);              /* nothing follows but a mark */
bool chk_is_year(const struct chk_figure *);
int64_t chk_apart(int64_t a, int64_t b);
/* What a fraction at *p to q is in percent, "Drittel", "dritte" with "jede" before; 0: none. *p moves before it. */
int64_t chk_fraction(const struct chk_text *, const char **p, const char *q);
bool chk_sums_have(const struct chk_sums *, const char *const *words);
/* Words between two places: how many, or more than most. */
int chk_words_between(const char *p, const char *q, int most);
/* "10.000", "12,5", from units */
const char *chk_sums_number(const struct chk_sums *, int64_t);
void chk_sums_tell(const struct chk_sums *, const char *p, const char *q, const char *is);

/* "mehr als die Hälfte", "knapp ein Drittel": what stands before the fraction at p, and whether v is beyond. */
enum chk_bound { BOUND_NONE, BOUND_OVER, BOUND_UNDER, BOUND_NEARLY };
enum chk_bound chk_bound_before(const struct chk_text *, const char *p);
bool chk_beyond(enum chk_bound, int64_t fraction, int64_t v);

void chk_parts(const struct chk_sums *);           /* teile.c: parts and what they make */
void chk_times(const struct chk_sums *);           /* vielfaches.c: so many times, on the average, a fraction of */
void chk_spans(const struct chk_sums *);           /* spannen.c: years, hours, from and to */
void chk_results(const struct chk_sums *);         /* ergebnis.c: "also", "ergibt": any way to get there */
void chk_compared(const struct chk_sums *);        /* vergleich.c: "gegenüber 60 gestiegen" */
void chk_on_top(const struct chk_sums *);          /* hinzu.c: "25 kamen hinzu, nun sind es 60" */
void chk_units(const struct chk_sums *);           /* umgerechnet.c: "2,5 Kilometer (250 Meter)" */
/* zeitraum.c: days, and years seen from that of the document; also where no number can be read */
void chk_days(const struct chk_sums *);
void chk_years_seen(const struct chk_sums *);
void chk_listed(const struct chk_sums *);          /* aufzaehlung.c: "die drei Orte Nord, Süd und West" */

#endif
