/* folder.h: a folder of files that is replaced as a whole: written beside its place, synced once, put there in one
 * step. */
#ifndef HANDOVER_FOLDER_H
#define HANDOVER_FOLDER_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/mem.h"

struct hand_folder {
	struct mem *mem;
	struct diag *diag;
	const char *target, *temp;
	size_t n;                                      /* files put */
	bool ok;
};
/* mark: a file that tells an earlier one of the same kind. NULL: something else stands there, not told. */
struct hand_folder *hand_folder(const char *target, const char *mark, struct diag *);
bool hand_folder_put(struct hand_folder *, const char *path, const void *data, size_t n);   /* false: told */
bool hand_folder_place(struct hand_folder *);          /* false: told, what stood there stays */
void hand_folder_end(struct hand_folder *);            /* what was not put in place is gone; NULL is fine */

#endif
