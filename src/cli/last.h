/* last.h: what a new paper or session takes over from the last of its town. */
#ifndef CLI_LAST_H
#define CLI_LAST_H
#include "cli/muster.h"

enum { NEU_MARKS = 14 };

/* Fills in the marks of that kind's skeleton, from the last document where there is one; their number, 0 for kinds
 * without. */
size_t neu_from_last(struct mem *, const struct cmd_args *, const char *kind, const char *ort, struct neu_mark *,
	struct diag *);

#endif
