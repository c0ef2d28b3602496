/* names.h: names to things, as many as a document has; the first thing of a name wins. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H
#include "base/mem.h"

/* {0}: empty. Open addressing; names are borrowed. */
struct doc_names {
	struct doc_names_slot { const char *name; const void *thing; } *slot;
	size_t n, cap;                                 /* cap: a power of two, or 0 */
};

const void *doc_names_get(const struct doc_names *, const char *name);
/* the thing already there, or NULL */
const void *doc_names_put(struct mem *, struct doc_names *, const char *name, const void *thing);

#endif
