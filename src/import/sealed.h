/* sealed.h: a file that ratssatz made and that brings its source along: it is taken, and nothing is guessed. */
#ifndef IMPORT_SEALED_H
#define IMPORT_SEALED_H
#include "import/flow.h"
#include "import/take.h"

bool sealed_is_safe(const char *name);                 /* of a file below the folder, without any way out of it */
/* The source that lies in the file, with what others wrote into it since. False: there is none, it is wanted as
 * something else, or not all that was written has a sure place in it, which is told: it is to be read as any other. */
bool sealed_take(struct taking *, struct imp_flow *, const char *path, struct buf *told, struct diag *);

#endif
