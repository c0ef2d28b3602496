/* large.h: inside the room: pictures larger than a page (plans up to A0), on a page of their own size. */
#ifndef COMPOSE_LARGE_H
#define COMPOSE_LARGE_H
#include "compose/state.h"

/* The picture, width wide, on a page of its own; what is made next stands there too, com_pop. NULL: message given, and
 * nothing is open. */
struct block *com_large(struct com *, const struct doc_node *, const char *path, len_t width);
/* How wide a picture is by itself: as its file says, else at a resolution scans have. */
len_t com_natural_width(const struct com *, const char *path);

#endif
