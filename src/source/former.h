/* former.h: bytes that stood in a file before. What comes back, by undo or from the history, comes back as it stood:
 * its comments, its lines, the order and quotes of its attributes. */
#ifndef SOURCE_FORMER_H
#define SOURCE_FORMER_H
#include "source/flat.h"
#include "source/source.h"

struct formers;
struct former_run { const struct flats *in; size_t at; };              /* at: the first row of it */

struct formers *former_open(struct mem *, const struct src_change *);
/* Where the rows from … end of now stood. between: the same rows stand before and after them there. False: nowhere. */
bool former_find(struct formers *, const struct flats *now, size_t from, size_t end, bool between,
	struct former_run *);
/* Is it what a save left there? Else somebody wrote it by hand since, and it stays. */
bool former_left(struct formers *, const char *s, size_t n);
/* Each comment in a piece that is to stand for another one was in that, or is nowhere in the file; none of that is
 * lost. */
bool former_comments_fit(const struct flats *file, const char *piece, size_t n, const char *instead, size_t ninstead);

#endif
