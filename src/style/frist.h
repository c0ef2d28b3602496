/* frist.h: how long before a session its body is to be invited, as the town's rules of procedure say: in days, counted
 * one way or the other, or in hours that are hours. */
#ifndef STYLE_FRIST_H
#define STYLE_FRIST_H
#include "base/date.h"
#include "model/doc.h"
#include "style/style.h"

struct sty_frist { int n; bool stunden; };             /* n -1: the town does not say, or does not know */
struct sty_fristen {
	struct sty_frist laden, dringend;              /* dringend: what is left where it cannot wait */
	bool beide;                                    /* the day of the notice and that of the session count, too */
	int wirkung;                                   /* days until a notice takes effect; 0 where nobody knows, */
	bool wirkung_bekannt;                          /* which this tells */
};
/* Of that body: what <frist gremium="…"> says, else <frist art="…"> of its kind, else the rules ladungsfrist-…. */
struct sty_fristen sty_fristen(const struct style *, const char *gremium, const char *art);

/* From the notice to the session; minutes of the day, of the notice -1: unsaid, then the day is over. */
struct sty_weg { struct date von; int von_minute; struct date bis; int bis_minute; };
/* notice: <bekanntmachung>, or NULL; beginn: "17:00" */
struct sty_weg sty_weg(const struct doc_node *notice, struct date session, const char *beginn);
/* How much lies between, in the unit of that period. */
int sty_frist_liegt(const struct sty_fristen *, const struct sty_frist *, const struct sty_weg *);

/* Whether a body was invited in time. A period that the town does not know is not judged. */
enum sty_ladung {
	STY_LADUNG_OFFEN,
	STY_LADUNG_FRISTGERECHT,
	STY_LADUNG_VERKUERZT,                          /* shorter for a reason, and the period for urgency is kept */
	STY_LADUNG_ZU_KURZ                             /* without a reason, or shorter than even that */
};
enum sty_ladung sty_ladung(const struct sty_fristen *, const struct sty_weg *, const char *grund);

#endif
