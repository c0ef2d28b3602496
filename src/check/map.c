/* map.c: names to numbers: open addressing over entries in order of first sight. */
#include "check/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static uint32_t hash(const char *s, size_t n)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return h ^ h >> 15;
}

static uint32_t *slot(const struct chk_map *m, const char *key, size_t len, uint32_t h)
{
	size_t i = h & (m->nslots - 1);
	for (; m->slot[i]; i = (i + 1) & (m->nslots - 1)) {
		const struct chk_entry *e = &m->entry[m->slot[i] - 1];
		if (e->hash == h && e->len == len && !memcmp(e->key, key, len))
			break;
	}
	return &m->slot[i];
}

static void grow(struct chk_map *m)
{
	m->cap = m->cap ? m->cap * 2 : 16;
	m->entry = mem_realloc(m->entry, m->cap * sizeof *m->entry);
	m->nslots = m->cap * 2;
	free(m->slot);
	m->slot = mem_alloc(m->nslots * sizeof *m->slot);
	memset(m->slot, 0, m->nslots * sizeof *m->slot);
	for (size_t i = 0; i < m->n; i++)
		*slot(m, m->entry[i].key, m->entry[i].len, m->entry[i].hash) = (uint32_t)i + 1;
}

int *chk_map_put(struct chk_map *m, const char *key, size_t len, int value)
{
	if (m->n == m->cap)
		grow(m);
	uint32_t h = hash(key, len), *s = slot(m, key, len, h);
	if (!*s) {
		m->entry[m->n++] = (struct chk_entry){key, len, h, value};
		*s = (uint32_t)m->n;
	}
	return &m->entry[*s - 1].value;
}

int *chk_map_get(const struct chk_map *m, const char *key, size_t len)
{
	if (!m->n)
		return NULL;
	uint32_t s = *slot(m, key, len, hash(key, len));
	return s ? &m->entry[s - 1].value : NULL;
}

void chk_map_free(struct chk_map *m)
{
	free(m->entry);
	free(m->slot);
	*m = (struct chk_map){0};
}
