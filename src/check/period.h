/* period.h: inside the room: the days that a phrase of time names, "Ende 2017", "im ersten Halbjahr 2017". */
#ifndef CHECK_PERIOD_H
#define CHECK_PERIOD_H
#include "check/rule.h"

struct chk_period {
	struct date from, to;                          /* the first and the last day; year 0: of any year */
	const char *p, *q;                             /* the phrase, without its preposition */
	bool now;                                      /* seen from the day of the document: "im Vorjahr" */
};
/* Found at the token of its year, at its month where no year stands ("Ende November lebten"), or at "Vorjahr". */
bool chk_period(const struct chk *, const struct chk_text *, const struct chk_tok *, struct chk_period *);
bool chk_period_meets(const struct chk_period *, struct date);             /* they share a day */
/* A day of which something is told: "im …", "Stand: …", in brackets, at the start of a sentence; neither a span ("bis",
 * "seit") nor what something is compared with, nor the day of something else ("die im Jahr 2016 beschlossene"). */
bool chk_period_tells(const struct chk_text *, const struct chk_period *);
/* A verb that tells how many there were stands at p. */
bool chk_counts(const char *p);

#endif
