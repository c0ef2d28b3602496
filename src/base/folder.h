/* folder.h: a folder of files that is replaced as a whole: written beside its place, synced once, put there in one
 * step. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/mem.h"

struct file_folder {
	struct mem *mem;
	struct diag *diag;
	const char *name, *target, *temp;              /* as it was called; the folder itself; its temporary place */
	size_t n;                                      /* files put */
	bool ok, was;                                  /* was: there is an earlier one, which has */
	bool placed;                                   /* the temporary place when this one is placed */
};
/* A file in or below dir that is not what its list of sums ("hex  name" a line) says: somebody changed it or put it
 * there. NULL: none, or there is no such list. */
const char *file_folder_work(struct mem *, const char *dir, const char *sums);
/* mark: a file that tells an earlier one of the same kind. NULL: something else stands there, not told. */
struct file_folder *file_folder_new(const char *target, const char *mark, struct diag *);
bool file_folder_put(struct file_folder *, const char *path, const void *data, size_t n);   /* false: told */
bool file_folder_place(struct file_folder *);          /* false: told, what stood there stays */
void file_folder_take_back(struct file_folder *);      /* what was put in place: the earlier one stands there again */
void file_folder_end(struct file_folder *);            /* what was not put in place is gone; NULL is fine */

#endif
