/* index.c: open addressing in an arena. */
#include "import/index.h"

#include <stdint.h>
#include <string.h>

#include "base/hash.h"

enum { FIRST = 64 };

static struct imp_indexed *find(const struct imp_index *x, const void *of, const char *key)
{
	size_t i = (size_t)(hash_quick(key, strlen(key)) ^ (uintptr_t)of >> 4) & (x->cap - 1);
	while (x->at[i].key && (x->at[i].of != of || strcmp(x->at[i].key, key) != 0))
		i = (i + 1) & (x->cap - 1);
	return &x->at[i];
}

static void grow(struct mem *m, struct imp_index *x)
{
	const struct imp_index old = *x;
	x->cap = old.cap ? 2 * old.cap : FIRST;
	x->at = MEM_ARRAY(m, struct imp_indexed, x->cap);
	for (size_t i = 0; i < old.cap; i++)
		if (old.at[i].key)
			*find(x, old.at[i].of, old.at[i].key) = old.at[i];
}

void **imp_index_slot(struct mem *m, struct imp_index *x, const void *of, const char *key)
{
	if (2 * x->n >= x->cap)
		grow(m, x);
	struct imp_indexed *e = find(x, of, key);
	x->n += !e->key;
	e->of = of;
	e->key = key;
	return &e->value;
}

void imp_index_put(struct mem *m, struct imp_index *x, const void *of, const char *key, const void *value)
{
	void **slot = imp_index_slot(m, x, of, key);
	if (!*slot)
		*slot = (void *)(uintptr_t)value;              /* who asks knows what it was */
}

void *imp_index_get(const struct imp_index *x, const void *of, const char *key)
{
	return x->cap && key ? find(x, of, key)->value : NULL;
}
