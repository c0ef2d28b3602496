/* origin.h: where a paragraph comes from, as the name of a bookmark in a file for word processors: they keep it while
 * colleagues write, and Word hides it for its first sign. */
#ifndef BASE_ORIGIN_H
#define BASE_ORIGIN_H
#include <stdbool.h>

enum { ORIGIN_NAME = 40 };                             /* the longest name of a bookmark, with its end */

struct origin {
	unsigned file;                                 /* of origin_file() */
	int line;                                      /* 0: nothing is known */
};

unsigned origin_file(const char *path);                /* by its name alone, whatever folder it lies in */
void origin_put(char out[ORIGIN_NAME], struct origin, unsigned n);     /* n: of those that come from the same line */
bool origin_get(const char *name, struct origin *);

#endif
