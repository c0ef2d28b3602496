/* store.c: open addressing over an arena. */
#include "base/store.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

struct entry { uint64_t hash; size_t n; const char *key; void *value; };

struct store {
	struct mem *mem;
	size_t limit, n, cap;                          /* cap: a power of 2, at least twice n */
	struct entry *at;
};

enum { FIRST = 64 };

static void empty(struct store *s)
{
	s->mem = mem_new();
	s->n = 0;
	s->cap = FIRST;
	s->at = mem_alloc(FIRST * sizeof *s->at);
	memset(s->at, 0, FIRST * sizeof *s->at);
}

struct store *store_new(size_t limit)
{
	struct store *s = mem_alloc(sizeof *s);
	s->limit = limit;
	empty(s);
	return s;
}

void store_free(struct store *s)
{
	if (!s)
		return;
	mem_free(s->mem);
	free(s->at);
	free(s);
}

/* The entry, or the free place where it would be. */
static struct entry *find(const struct store *s, uint64_t hash, const void *key, size_t n)
{
	size_t i = hash & (s->cap - 1);
	while (s->at[i].value && (s->at[i].hash != hash || s->at[i].n != n || memcmp(s->at[i].key, key, n)))
		i = (i + 1) & (s->cap - 1);
	return &s->at[i];
}

void *store_get(const struct store *s, const void *key, size_t n)
{
	return find(s, hash_quick(key, n), key, n)->value;
}

static void grow(struct store *s)
{
	struct entry *old = s->at;
	size_t cap = s->cap;
	s->cap *= 2;
	s->at = mem_alloc(s->cap * sizeof *s->at);
	memset(s->at, 0, s->cap * sizeof *s->at);
	for (size_t i = 0; i < cap; i++)
		if (old[i].value)
			*find(s, old[i].hash, old[i].key, old[i].n) = old[i];
	free(old);
}

void *store_put(struct store *s, const void *key, size_t n, size_t size)
{
	if (2 * ++s->n > s->cap)
		grow(s);
	uint64_t hash = hash_quick(key, n);
	struct entry *e = find(s, hash, key, n);
	*e = (struct entry){hash, n, mem_str(s->mem, key, n), mem_get(s->mem, size ? size : 1)};
	return e->value;
}

struct mem *store_mem(struct store *s)
{
	return s->mem;
}

void store_trim(struct store *s)
{
	if (!s || mem_used(s->mem) < s->limit)
		return;
	mem_free(s->mem);
	free(s->at);
	empty(s);
}
