/* index.h: things by their names, for what is looked up as often as it stands in a file. Zeroed, it is empty. */
#ifndef IMPORT_INDEX_H
#define IMPORT_INDEX_H
#include "base/mem.h"

struct imp_indexed { const void *of; const char *key; void *value; };
struct imp_index { struct imp_indexed *at; size_t n, cap; };

/* of: whose name it is, by its address. The key is not copied. */
void **imp_index_slot(struct mem *, struct imp_index *, const void *of, const char *key);   /* NULL in it: new */
/* The first one so called stays. */
void imp_index_put(struct mem *, struct imp_index *, const void *of, const char *key, const void *value);
/* NULL: no such name; key NULL is fine */
void *imp_index_get(const struct imp_index *, const void *of, const char *key);

#endif
