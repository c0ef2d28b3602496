/* align.c: lines of the source that lies in an answer beside those of the source as it is. A line that either has once
 * is the same one; between two of these, lines are counted on from the one before. */
#include <stdlib.h>
#include <string.h>

#include "import/answer.h"
#include "import/index.h"

struct line { int count, at; };                        /* of a text: how often it stands there, and where */
struct lines { struct imp_index known; const char **text; int n, cap; };

static const char *trimmed(struct mem *m, const char *s, size_t n)
{
	while (n && strchr(" \t\r", s[n - 1]))
		n--;
	while (n && strchr(" \t", *s))
		s++, n--;
	return mem_str(m, s, n);
}

static struct line *known(struct lines *l, const char *text)
{
	return (struct line *)(uintptr_t)imp_index_get(&l->known, l, text);
}

static void read_lines(struct mem *m, struct lines *l, const char *s, size_t size)
{
	for (const char *end = s + size; s < end;) {
		const char *nl = memchr(s, '\n', (size_t)(end - s)), *to = nl ? nl : end;
		MEM_ROOM_IN(m, l->text, l->n, l->cap);
		const char *text = l->text[l->n++] = trimmed(m, s, (size_t)(to - s));
		struct line *k = known(l, text);
		if (!k) {
			k = MEM_NEW(m, struct line);
			imp_index_put(m, &l->known, l, text, k);
		}
		k->count++;
		k->at = l->n;
		s = to + 1;
	}
}

/* Per line of the one, from 1, the other's; lines that go back are no anchor. */
static int *map_of(struct mem *m, struct lines *from, struct lines *to)
{
	int *map = MEM_ARRAY(m, int, (size_t)from->n + 1), last = 0;
	for (int i = 1; i <= from->n; i++) {
		const struct line *a = known(from, from->text[i - 1]), *b = known(to, from->text[i - 1]);
		const bool anchor = *from->text[i - 1] && a->count == 1 && b && b->count == 1 && b->at > last;
		last = anchor ? b->at : last + 1;
		map[i] = last;
	}
	return map;
}

struct aligned { unsigned file; const int *map; int n; };

static void align_mark(struct mem *m, struct imp_node *n, const struct aligned *all, size_t count)
{
	struct origin o;
	char name[ORIGIN_NAME];
	if (!origin_get(n->target, &o) || !o.summed)
		return;
	for (size_t i = 0; i < count; i++)
		if (all[i].file == o.file && o.line <= all[i].n) {
			o.line = all[i].map[o.line];
			origin_put(name, &o);
			n->target = mem_dup(m, name);
			return;
		}
}

static const struct doc_file *file_of(const struct doc *doc, unsigned file)
{
	for (size_t i = 0; i < doc->nfiles; i++)
		if (doc->files[i].data && !doc->files[i].broken && origin_file(doc->files[i].path) == file)
			return &doc->files[i];
	return NULL;
}

void imp_align(struct mem *m, struct imp_flow *f, const struct doc *doc)
{
	struct aligned *all = MEM_ARRAY(m, struct aligned, f->nenclosed + 1);
	size_t n = 0;
	for (size_t i = 0; i < f->nenclosed; i++) {
		const struct imp_enclosed *e = &f->enclosed[i];
		const unsigned file = origin_file(e->name);
		const struct doc_file *now = e->bytes ? file_of(doc, file) : NULL;
		if (!now || (now->size == e->nbytes && !memcmp(now->data, e->bytes, e->nbytes)))
			continue;
		struct lines *a = MEM_NEW(m, struct lines), *b = MEM_NEW(m, struct lines);
		read_lines(m, a, e->bytes, e->nbytes);
		read_lines(m, b, now->data, now->size);
		all[n++] = (struct aligned){file, map_of(m, a, b), a->n};
	}
	for (struct imp_node *k = n ? f->root : NULL; k; k = imp_after(k, f->root))
		if (k->kind == IMP_ANCHOR && k->target)
			align_mark(m, k, all, n);
}
