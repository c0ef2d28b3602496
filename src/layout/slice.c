/* slice.c: a tall table row in slices, so that a page may end in it: it is cut wherever no line of any cell stands in
 * the way. */
#include <stdlib.h>
#include <string.h>

#include "layout/table.h"

struct strip { struct piece v; len_t top, bottom; uint32_t order, slice; };

static int by_top(const void *a, const void *b)
{
	const struct strip *s = a, *t = b;
	return s->top != t->top ? (s->top > t->top) - (s->top < t->top) : (s->order > t->order) - (s->order < t->order);
}

static int by_slice(const void *a, const void *b)
{
	const struct strip *s = a, *t = b;
	return s->slice != t->slice ? (s->slice > t->slice) - (s->slice < t->slice)
				    : (s->order > t->order) - (s->order < t->order);
}

/* Every line on its own. */
static struct strip *strips(const struct pieces *all, size_t *n)
{
	size_t m = 0;
	for (uint32_t i = 0; i < all->n; i++)
		m += all->v[i].kind == PIECE_LINES ? all->v[i].n : 1;
	struct strip *s = mem_alloc(m * sizeof *s);
	*n = 0;
	for (uint32_t i = 0; i < all->n; i++) {
		struct piece v = all->v[i];
		if (v.kind != PIECE_LINES) {
			s[*n] = (struct strip){v, v.y, v.y + (v.kind == PIECE_RULE ? 0 : v.h), (uint32_t)*n, 0};
			++*n;
			continue;
		}
		len_t leading = v.b->style->leading;
		v.n = 1;
		for (uint32_t k = 0; k < all->v[i].n; k++, v.first++, v.y += leading) {
			s[*n] = (struct strip){v, v.y, v.y + leading, (uint32_t)*n, 0};
			++*n;
		}
	}
	return s;
}

/* Numbers the slices; cut[i] is where slice i begins. */
static uint32_t cut(struct strip *s, size_t n, len_t *at)
{
	uint32_t slices = 1;
	len_t low = 0;
	bool text = false;
	at[0] = 0;
	qsort(s, n, sizeof *s, by_top);
	for (size_t i = 0; i < n; i++) {
		bool begins = text && s[i].v.kind != PIECE_RULE && s[i].top >= low;
		if (begins)
			at[slices++] = low;
		s[i].slice = slices - 1;
		text |= s[i].v.kind == PIECE_LINES;
		low = s[i].bottom > low ? s[i].bottom : low;
	}
	qsort(s, n, sizeof *s, by_slice);
	return slices;
}

uint32_t lay_slices(struct pieces *p, uint32_t first, len_t height, struct slice **out)
{
	struct pieces all = {.v = p->v + first, .n = p->n - first};
	size_t n, at = 0;
	struct strip *s = strips(&all, &n);
	len_t *edge = mem_alloc((n + 2) * sizeof *edge);
	uint32_t count = cut(s, n, edge);
	struct slice *slices = mem_alloc(count * sizeof *slices);
	edge[count] = height;
	p->n = first;
	for (uint32_t i = 0; i < count; i++) {
		slices[i] = (struct slice){.first = p->n, .height = edge[i + 1] - edge[i]};
		for (; at < n && s[at].slice == i; at++) {
			struct piece v = s[at].v;
			v.y -= edge[i];
			*lay_piece(p, v.kind, v.b) = v;
		}
		slices[i].n = p->n - slices[i].first;
	}
	free(s);
	free(edge);
	*out = slices;
	return count;
}
