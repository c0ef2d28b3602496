/* store.c: open addressing over an arena. A run asks for most things in the order of the run before, so the entry after
 * the one found last is looked at first: it lies beside it, and no hash is worked out. */
#include "base/store.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

struct entry { uint64_t hash; size_t n; const char *key; void *value; };

struct store {
	struct mem *mem;
	size_t limit, n, cap, room;                    /* cap: a power of 2, at least twice n; room: of all */
	uint32_t *at;                                  /* number of an entry, from 1 on; 0: free */
	struct entry *all;                             /* as they were put */
	size_t next;                                   /* the one after that found last */
};

enum { FIRST = 64 };

static void empty(struct store *s)
{
	s->mem = mem_new();
	s->n = s->next = 0;
	s->cap = FIRST;
	s->room = FIRST / 2;
	s->at = mem_alloc(s->cap * sizeof *s->at);
	s->all = mem_alloc(s->room * sizeof *s->all);
	memset(s->at, 0, s->cap * sizeof *s->at);
}

static void drop(struct store *s)
{
	mem_free(s->mem);
	free(s->at);
	free(s->all);
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
	drop(s);
	free(s);
}

static bool is(const struct entry *e, const void *key, size_t n)
{
	return e->n == n && !memcmp(e->key, key, n);
}

/* Where the number of the entry stands, or would stand. */
static uint32_t *find(const struct store *s, uint64_t hash, const void *key, size_t n)
{
	size_t i = hash & (s->cap - 1);
	for (uint32_t k; (k = s->at[i]) && (s->all[k - 1].hash != hash || !is(&s->all[k - 1], key, n));)
		i = (i + 1) & (s->cap - 1);
	return &s->at[i];
}

void *store_get(struct store *s, const void *key, size_t n)
{
	if (s->next >= s->n || !is(&s->all[s->next], key, n)) {
		const uint32_t k = *find(s, hash_quick(key, n), key, n);
		if (!k)
			return NULL;
		s->next = k - 1;
	}
	return s->all[s->next++].value;
}

static void grow(struct store *s)
{
	s->cap *= 2;
	s->room *= 2;
	s->all = mem_realloc(s->all, s->room * sizeof *s->all);
	free(s->at);
	s->at = mem_alloc(s->cap * sizeof *s->at);
	memset(s->at, 0, s->cap * sizeof *s->at);
	for (size_t k = 0; k < s->n; k++) {
		size_t i = s->all[k].hash & (s->cap - 1);
		while (s->at[i])
			i = (i + 1) & (s->cap - 1);
		s->at[i] = (uint32_t)(k + 1);
	}
}

void *store_put(struct store *s, const void *key, size_t n, size_t size)
{
	if (s->n == s->room)
		grow(s);
	const uint64_t hash = hash_quick(key, n);
	uint32_t *at = find(s, hash, key, n);
	struct entry *e = &s->all[s->n++];
	*at = (uint32_t)s->n;
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
	drop(s);
	empty(s);
}
