/* names.c: names to things. */
#include "model/names.h"

#include <stdint.h>
#include <string.h>

static size_t hash(const char *s)
{
	uint32_t h = 2166136261u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

static struct doc_names_slot *find(const struct doc_names *t, const char *name)
{
	size_t i = hash(name) & (t->cap - 1);
	while (t->slot[i].name && strcmp(t->slot[i].name, name))
		i = (i + 1) & (t->cap - 1);
	return &t->slot[i];
}

const void *doc_names_get(const struct doc_names *t, const char *name)
{
	return t->cap && name ? find(t, name)->thing : NULL;
}

static void grow(struct mem *m, struct doc_names *t)
{
	struct doc_names old = *t;
	t->cap = old.cap ? old.cap * 2 : 16;
	t->slot = MEM_ARRAY(m, struct doc_names_slot, t->cap);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slot[i].name)
			*find(t, old.slot[i].name) = old.slot[i];
}

const void *doc_names_put(struct mem *m, struct doc_names *t, const char *name, const void *thing)
{
	if (t->n * 2 >= t->cap)
		grow(m, t);
	struct doc_names_slot *s = find(t, name);
	if (s->name)
		return s->thing;
	*s = (struct doc_names_slot){name, thing};
	t->n++;
	return NULL;
}
