/* touched.c: where two states of a file differ, told as an element. */
#include <string.h>

#include "model/doc.h"
#include "source/source.h"
#include "source/token.h"

enum { DEPTH = 64, NAMES = 256 };

struct open {                                      /* an element around the difference */
	const char *name; size_t n;
	size_t from;
	int index;                                     /* among those of its name, from 1 */
	struct { const char *name; size_t n; int count; } seen[NAMES]; int nseen;      /* its children so far */
};

struct walk { struct tokens t; size_t from, to; struct open *open; int depth, best; };

static bool is_text(struct mem *m, const struct open *o)
{
	enum doc_kind k = doc_kind_find(mem_str(m, o->name, o->n));
	return k < DOC_KIND_MAX && doc_kind_class(k) == DOC_CLASS_INLINE;
}

static int count(struct open *up, const char *name, size_t n)
{
	for (int i = 0; i < up->nseen; i++)
		if (up->seen[i].n == n && !memcmp(up->seen[i].name, name, n))
			return ++up->seen[i].count;
	if (up->nseen < NAMES) {
		up->seen[up->nseen].name = name;
		up->seen[up->nseen].n = n;
		up->seen[up->nseen++].count = 1;
	}
	return 1;
}

/* As far as the elements that begin before the difference; then those that also end after it. */
static bool find(struct walk *w)
{
	struct token k;
	while (token_next(&w->t, &k) && k.from < w->from) {
		if (k.kind == TOKEN_CLOSE)
			w->depth--;
		if (k.kind != TOKEN_OPEN && k.kind != TOKEN_EMPTY)
			continue;
		int index = w->depth ? count(&w->open[w->depth - 1], k.local, k.nlocal) : 1;
		if ((k.kind == TOKEN_EMPTY && k.to <= w->to) || w->depth >= DEPTH)
			continue;
		struct open *o = &w->open[w->depth++];
		o->name = k.local;
		o->n = k.nlocal;
		o->from = k.from;
		o->index = index;
		o->nseen = 0;
		if (k.kind == TOKEN_EMPTY)
			return true;
	}
	return w->depth > 0;
}

static const char *place_of(struct mem *m, const struct walk *w, int depth)
{
	struct buf b = {0};
	for (int i = 0; i < depth; i++) {
		buf_fmt(&b, "%s%.*s", i ? "/" : "", (int)w->open[i].n, w->open[i].name);
		if (w->open[i].index > 1)
			buf_fmt(&b, "[%d]", w->open[i].index);
	}
	return buf_take(&b, m);
}

bool src_touched(struct mem *m, const struct buf *before, const struct buf *after, const char **place)
{
	size_t n = before->len, k = after->len, from = 0, end = 0;
	while (from < n && from < k && before->data[from] == after->data[from])
		from++;
	while (end < n - from && end < k - from && before->data[n - end - 1] == after->data[k - end - 1])
		end++;
	if (from == n && from == k)
		return false;
	struct walk w = {{before->data, n, 0}, from, n - end, MEM_ARRAY(m, struct open, DEPTH + 1), 0, 0};
	if (!find(&w))
		return false;
	for (int depth = w.depth; depth > 0; depth--) {
		struct src_range a, b;
		const char *at = place_of(m, &w, depth);
		if (!is_text(m, &w.open[depth - 1]) && src_element(before->data, n, at, &a) &&
			src_element(after->data, k, at, &b) && a.from == w.open[depth - 1].from && a.from == b.from &&
			a.to > w.to && b.to - a.to == k - n) {
			*place = at;
			return true;
		}
	}
	return false;
}
