/* when.h: inside the room: dates in running text. */
#ifndef CHECK_WHEN_H
#define CHECK_WHEN_H
#include "check/rule.h"

/* "31.05.2023", "31. Mai 2023", "Mai 2023", "31. Februar" (without year) */
struct chk_when {
	int year, month, day;                          /* as written, not checked; 0: not there */
	int digits;                                    /* of the year */
	const char *p, *q;
	bool named;                                    /* the month by its name */
	bool two_digits;                               /* day and month in two digits each */
};
/* Found at the token of its year, or of its day where there is no year. */
bool chk_when(const struct chk_text *, const struct chk_tok *, struct chk_when *);
/* The same and what people make of it: "Dez. 2017", "12/2017", "31. 12. 2017", "31.12.17", "’17", "2017-12-31",
 * "Dezember des Jahres 2017", and a year alone. Not whether it is a day. */
bool chk_when_short(const struct chk_text *, const struct chk_tok *, struct chk_when *);
/* The number that begins at p, and of how many digits; what is too large to be a year stays about 100000. */
int chk_digits(const char *p, const char *q, int *n);

/* unmoeglich.c: "25 Uhr", "54. Kalenderwoche", told */
bool chk_impossible(struct chk *, const struct chk_text *, const struct chk_tok *);

#endif
