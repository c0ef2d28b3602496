/* origin.h: where a paragraph comes from, as the name of a bookmark in a file for word processors: they keep it while
 * colleagues write, and Word hides it for its first sign. */
#ifndef BASE_ORIGIN_H
#define BASE_ORIGIN_H
#include <stdbool.h>
#include <stddef.h>

enum { ORIGIN_NAME = 40 };                             /* the longest name of a bookmark, with its end */

struct origin {
	unsigned file;                                 /* of origin_file() */
	int line;                                      /* 0: nothing is known */
	unsigned n;                                    /* of those that come from the same line, from 1 */
	bool summed;                                   /* sum and whole are known */
	unsigned sum, whole;                           /* of its text, and of the document, as they were sent */
};

unsigned origin_file(const char *path);                /* by its name alone, whatever folder it lies in */
struct buf;
/* Without blanks and soft hyphens, which programs change. */
void origin_bare(struct buf *, const char *text, size_t n);
unsigned origin_sum(const char *text, size_t n);       /* of its bare text */
void origin_put(char out[ORIGIN_NAME], const struct origin *);
bool origin_get(const char *name, struct origin *);

#endif
