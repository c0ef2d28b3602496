/* mem.c: the arena. Chunks have 64 KiB, so that they fit into the holes a freed DOM leaves in the heap; the first one
 * is small, for the many arenas that hold little. Those of a long document lie on a shelf (shelf.c). */
#include "base/mem.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/shelf.h"

enum { FIRST = 4 * 1024, CHUNK = 64 * 1024, ALIGN = 16 };

struct chunk {
	struct chunk *next;
	size_t size, used;
	unsigned char *data;
	bool shelved;
	_Alignas(ALIGN) unsigned char own[];           /* data, where it is not on the shelf */
};

struct mem {
	struct chunk *top;
	size_t total;
	struct shelf *shelf;                           /* or NULL */
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

struct mem *mem_on(struct shelf *s)
{
	struct mem *m = mem_new();
	m->shelf = s;
	shelf_join(s);
	return m;
}

struct shelf *mem_shelf(const struct mem *m)
{
	return m->shelf;
}

void mem_free(struct mem *m)
{
	if (!m)
		return;
	for (struct chunk *c = m->top, *next; c; c = next) {
		next = c->next;
		if (c->shelved)
			shelf_give(m->shelf, c->data, c->size);
		free(c);
	}
	if (m->shelf)
		shelf_leave(m->shelf);
	free(m);
}

static struct chunk *chunk_new(const struct mem *m, size_t size)
{
	void *shelved = m->shelf ? shelf_take(m->shelf, &size) : NULL;
	struct chunk *c = mem_alloc(sizeof *c + (shelved ? 0 : size));
	c->next = NULL;
	c->size = size;
	c->used = 0;
	c->data = shelved ? shelved : c->own;
	c->shelved = shelved != NULL;
	return c;
}

/* A chunk with room for n bytes. What has more room left is on top: a big piece has a chunk of its own. */
static struct chunk *more(struct mem *m, size_t n)
{
	struct chunk *top = m->top, *c;
	const bool usable = top && !(top->shelved && !shelf_mine(m->shelf));
	c = chunk_new(m, n > CHUNK / 4 ? n : (top || n > FIRST / 2 ? CHUNK : FIRST) - sizeof *c - 32);
	if (usable && c->size - n <= top->size - top->used) {
		c->next = top->next;
		return top->next = c;
	}
	c->next = top;
	return m->top = c;
}

/* n bytes, zeroed, as the shelf's are from the beginning. align: a power of two up to ALIGN. */
static void *take(struct mem *m, size_t n, size_t align)
{
	struct chunk *c = m->top;
	size_t at = c ? (c->used + align - 1) & ~(align - 1) : 0;
	if (!c || at > c->size || c->size - at < n || (c->shelved && !shelf_mine(m->shelf))) {
		c = more(m, n);
		at = 0;
	}
	m->total += at + n - c->used;
	c->used = at + n;
	return c->shelved ? c->data + at : memset(c->data + at, 0, n);
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
