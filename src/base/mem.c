/* mem.c: the arena. Chunks start at 64 KiB, so that they fit into the holes a freed DOM leaves in the heap. */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 * 1024, ALIGN = 16 };

struct chunk {
	struct chunk *next;
	size_t size, used;
	_Alignas(ALIGN) unsigned char data[];
};

struct mem {
	struct chunk *top;
	size_t total;
};

static void out_of_memory(void)
{
	fputs("ratssatz: Fehler: Der Arbeitsspeicher reicht nicht aus; bitte andere Programme beenden oder das Dokument teilen [SPEICHER]\n", stderr);
	exit(3);
}

void *mem_alloc(size_t size)
{
	void *p = malloc(size ? size : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *mem_realloc(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);
	if (!p)
		out_of_memory();
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

void *mem_get(struct mem *m, size_t size)
{
	size_t n = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (n < size)
		out_of_memory();
	struct chunk *c = m->top;
	if (n > CHUNK / 4 && (!c || c->size - c->used < n)) {      /* a big piece gets a chunk of its own, below the top */
		struct chunk *big = chunk_new(n);
		if (c) {
			big->next = c->next;
			c->next = big;
		} else {
			m->top = big;
		}
		c = big;
	} else if (!c || c->size - c->used < n) {
		c = chunk_new(CHUNK - sizeof *c - 32);
		c->next = m->top;
		m->top = c;
	}
	void *p = c->data + c->used;
	c->used += n;
	m->total += n;
	return memset(p, 0, n);
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
	char *p = mem_get(m, n + 1);
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
	char *p = mem_get(m, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}

size_t mem_used(const struct mem *m)
{
	return m->total;
}
