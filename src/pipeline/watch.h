/* watch.h: folders in which something changes (inotify), and the signals that end the watching. */
#ifndef PIPELINE_WATCH_H
#define PIPELINE_WATCH_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/mem.h"

struct watch;

/* From here on SIGINT, SIGTERM and SIGHUP wait for watch_next. NULL: told. */
struct watch *watch_new(struct diag *);
void watch_end(struct watch *);                        /* NULL is fine */
/* Without the folders below it; a folder twice is once. False: it cannot be watched. */
bool watch_folder(struct watch *, const char *real);

struct watch_changes {
	struct mem *mem;
	const char **paths; size_t n, cap;             /* "<folder as named>/<name>", each once */
	bool all;                               /* more happened than the system remembers: anything may have changed */
};
/* Waits until something changed and then nothing more for a moment: editors save in several steps. False: it is to end.
 * Free with mem_free(mem). */
bool watch_next(struct watch *, struct watch_changes *);

#endif
