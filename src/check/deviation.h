/* deviation.h: inside the room: what an author wants otherwise. */
#ifndef CHECK_DEVIATION_H
#define CHECK_DEVIATION_H
#include "check/rule.h"

struct chk_deviation {                                 /* an <abweichung> */
	const struct doc_node *node;
	const char *code;                              /* "" if it names none */
	size_t hits;                                   /* findings it covered */
	struct chk_deviation *next;                    /* in the same bucket */
};

struct chk_deviations {
	struct chk_deviation **bucket;                 /* by its parent's order */
	size_t nbuckets;                               /* a power of two; 0: no deviations at all */
	struct chk_deviation *all; size_t n;
};

void chk_deviations_find(struct chk *);
/* the reason of a deviation that covers it (counted as used), or NULL */
const char *chk_wanted(struct chk *, enum chk_rule, const struct doc_node *);

#endif
