/* take.h: inside the room: one import under way, the files it will write. */
#ifndef IMPORT_TAKE_H
#define IMPORT_TAKE_H
#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"

struct imp_wish;
struct sense;
struct sense_result;
struct take_output { const char *name; struct buf bytes; };

struct taking {
	struct mem *mem;
	const struct imp_wish *wish;
	const char *dir;                               /* where it is written */
	struct take_output *files;
	size_t n, cap;
};

struct buf *take_add(struct taking *, const char *name);       /* its bytes, valid until the next one is added */
void take_account(struct taking *, struct sense *, const struct sense_result *);      /* both its forms, added */
void take_forget(struct taking *);                             /* what was added */
/* All that was added, into the folder, or into a proposal beside what stands there. False: told, nothing written. */
bool take_write(struct taking *, const char *path, struct buf *told, struct diag *);
/* A folder beside it for files that are there for a moment only, and those put there; nobody waits for the disk. */
const char *take_copy_dir(const struct taking *);
bool take_put_copy(struct taking *, struct diag *);

#endif
