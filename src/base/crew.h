/* crew.h: pieces of work shared out to processes forked from this one, so that what it holds in memory is there once.
 * Each takes the next piece when it is done with one; results come back in the order of the pieces. A worker that dies
 * costs the piece it was at; another takes its place. */
#ifndef BASE_CREW_H
#define BASE_CREW_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { CREW_MOST = 256 };                              /* workers */

struct crew {
	int workers;                                   /* at most; fewer if there are fewer pieces */
	size_t n;                                      /* pieces of work */
	void *arg;
	void (*work)(void *arg, size_t i, struct buf *result);         /* in a worker */
	/* here, in the order of i. died: NULL, or how its worker ended, in German ("Signal 9"): there is no result */
	void (*take)(void *arg, size_t i, const struct buf *result, const char *died);
};

int crew_processors(void);                             /* that this process may use */
/* False: not one worker could be started, nothing was done. Workers stay known to the system (as ended) until
 * crew_end: a temporary file named after one is not swept before. */
bool crew_run(const struct crew *);
void crew_end(void);                                   /* when nothing of them is needed any more */

#endif
