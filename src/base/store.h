/* store.h: what one run found out, kept for the next: values by the bytes they were made from. */
#ifndef BASE_STORE_H
#define BASE_STORE_H
#include <stddef.h>

#include "base/mem.h"

struct store;

struct store *store_new(size_t limit);                 /* limit: bytes from which on store_trim empties it */
void store_free(struct store *);                       /* NULL is fine */
/* NULL: not there. The whole key is compared, not its hash. */
void *store_get(struct store *, const void *key, size_t n);
/* A new zeroed value of that size, aligned for any object; key is copied. Not for a key that is there. Lives until
 * store_trim or store_free. */
void *store_put(struct store *, const void *key, size_t n, size_t size);
struct mem *store_mem(struct store *);                 /* for what belongs to values */
void store_trim(struct store *);                       /* between runs, when nobody holds a value */

#endif
