/* unseen.h: what a file says without showing it on a page: hints, defaults and choices of forms, comments in its
 * markup, what it says of itself. It becomes no text; what stands nowhere else is told. */
#ifndef IMPORT_UNSEEN_H
#define IMPORT_UNSEEN_H
#include "import/flow.h"
#include "import/markup.h"

void imp_unseen(struct imp_flow *, const struct mk *root);     /* root NULL: nothing */

#endif
