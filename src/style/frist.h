/* frist.h: how long before a session its body is to be invited, as the town's rules of procedure say: in days, counted
 * one way or the other, or in hours that are hours. */
#ifndef STYLE_FRIST_H
#define STYLE_FRIST_H
#include "base/date.h"
#include "style/style.h"

struct sty_frist { int n; bool stunden; };             /* n -1: the town does not say, or does not know */
struct sty_fristen {
	struct sty_frist laden, dringend;              /* dringend: what is left where it cannot wait */
	bool beide;                                    /* the day of the notice and that of the session count, too */
	int wirkung;                                   /* days until a notice takes effect */
};
/* Of that body: what <frist gremium="…"> says, else <frist art="…"> of its kind, else the rules ladungsfrist-…. */
struct sty_fristen sty_fristen(const struct style *, const char *gremium, const char *art);

/* From the notice to the session; minutes of the day, of the notice -1: unsaid, then the day is over. */
struct sty_weg { struct date von; int von_minute; struct date bis; int bis_minute; };
/* How much lies between, in the unit of that period. */
int sty_frist_liegt(const struct sty_fristen *, const struct sty_frist *, const struct sty_weg *);

#endif
