/* mem.c: the arena. Chunks have 64 KiB, so that they fit into the holes a freed DOM leaves in the heap; the first one
 * is small, for the many arenas that hold little. */
#include "base/mem.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 4 * 1024, CHUNK = 64 * 1024, ALIGN = 16 };

struct chunk {
	struct chunk *next;
	size_t size, used;
	_Alignas(ALIGN) unsigned char data[];
};

struct mem {
	struct chunk *top;
	size_t total;
};

void mem_out(void)
{
	fputs("ratssatz: Fehler: Der Arbeitsspeicher reicht nicht aus; bitte andere Programme beenden oder das "
	      "Dokument teilen [SPEICHER]\n",
		stderr);
	exit(3);
}

void *mem_alloc(size_t size)
{
	void *p = malloc(size ? size : 1);
	if (!p)
		mem_out();
	return p;
}

void *mem_realloc(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);
	if (!p)
		mem_out();
	return p;
}

struct mem *mem_new(void)
{
	struct mem *m = mem_alloc(sizeof *m);
	*m = (struct mem){0};
	return m;
}

void mem_free(struct mem *m)
{
	if (!m)
		return;
	for (struct chunk *c = m->top, *next; c; c = next) {
		next = c->next;
		free(c);
	}
	free(m);
}

static struct chunk *chunk_new(size_t size)
{
	struct chunk *c = mem_alloc(sizeof *c + size);
	c->next = NULL;
	c->size = size;
	c->used = 0;
	return c;
}

/* n bytes, zeroed. align: a power of two up to ALIGN. */
static void *take(struct mem *m, size_t n, size_t align)
{
	struct chunk *c = m->top;
	size_t at = c ? (c->used + align - 1) & ~(align - 1) : 0;
	bool fits = c && at <= c->size && c->size - at >= n;
	if (!fits && n > CHUNK / 4) {                   /* a big piece gets a chunk of its own, below the top */
		struct chunk *big = chunk_new(n);
		big->next = c ? c->next : NULL;
		if (c)
			c->next = big;
		else
			m->top = big;
		c = big;
		at = 0;
	} else if (!fits) {
		c = chunk_new((c || n > FIRST / 2 ? CHUNK : FIRST) - sizeof *c - 32);
		c->next = m->top;
		m->top = c;
		at = 0;
	}
	m->total += at + n - c->used;
	c->used = at + n;
	return memset(c->data + at, 0, n);
}

void *mem_get(struct mem *m, size_t size)
{
	if (size > SIZE_MAX / 2)
		mem_out();
	return take(m, size ? size : 1, ALIGN);
}

void *mem_grow(struct mem *m, const void *old, size_t old_size, size_t new_size)
{
	void *p = mem_get(m, new_size);
	if (old_size)
		memcpy(p, old, old_size < new_size ? old_size : new_size);
	return p;
}

char *mem_str(struct mem *m, const char *s, size_t n)
{
	char *p = take(m, n + 1, 1);                   /* strings are packed */
	if (n)
		memcpy(p, s, n);
	return p;
}

char *mem_dup(struct mem *m, const char *s)
{
	return mem_str(m, s, strlen(s));
}

char *mem_fmt(struct mem *m, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	char *p = take(m, (size_t)n + 1, 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}

size_t mem_used(const struct mem *m)
{
	return m->total;
}
