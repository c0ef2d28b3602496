/* reorder.c: an element in the order somebody gave its children, before anything else is compared: each takes along its
 * bytes and the comments about it, those that stand before it and that behind it on its line. Blanks stay in place. */
#include <stdlib.h>
#include <string.h>

#include "source/flat.h"

/* first … end of the row; from … to of the bytes, with its comments; gap: where the blanks before it begin. */
struct kid { size_t first, end, gap, from, to; uint64_t sum; };
struct kids { struct kid *all; size_t n, cap; };
struct named { uint64_t sum; size_t i; };

struct order { struct mem *mem; const struct flats *old, *now; struct buf *out; bool other; };

static size_t blanks(const char *s, size_t at, size_t end, const char *which)
{
	while (at < end && strchr(which, s[at]))
		at++;
	return at;
}

/* The end of a comment that stands behind something on its line; at, where none does. */
static size_t beside(const char *s, size_t at, size_t end)
{
	size_t to = blanks(s, at, end, " \t");
	if (end - to < 7 || memcmp(s + to, "<!--", 4))
		return at;
	const char *close = memmem(s + to, end - to, "-->", 3);
	size_t after = close ? (size_t)(close - s) + 3 : end, next = blanks(s, after, end, " \t\r");
	return close && next < end && s[next] == '\n' ? after : at;
}

static size_t end_of(const struct flats *f, size_t i)
{
	size_t end = i + 1;
	if (f->all[i].kind == FLAT_OPEN)
		while (end < f->n && f->all[end++].depth > f->all[i].depth)
			;
	return end;
}

static uint64_t sum_of(const struct flats *f, size_t i, size_t end)
{
	uint64_t sum = 14695981039346656037u;
	for (; i < end; i++)
		sum = (sum ^ f->all[i].full ^ f->all[i].name * 31) * 1099511628211u;
	return sum;
}

/* What stands in i, an element that holds elements of their own lines alone; false: it is another. */
static bool kids_of(struct mem *m, const struct flats *f, size_t i, struct kids *out)
{
	size_t end = end_of(f, i) - 1, at = i + 1;
	if (f->all[i].kind != FLAT_OPEN)
		return false;
	while (at < end) {
		const struct flat *first = &f->all[at];
		size_t next = end_of(f, at), behind = beside(f->data, first->lead, first->from);
		if (!first->apart || first->kind == FLAT_WORD)
			return false;
		MEM_ROOM_IN(m, out->all, out->n, out->cap);
		out->all[out->n++] = (struct kid){.first = at,
			.end = next,
			.gap = behind,
			.from = blanks(f->data, behind, first->from, " \t\r\n"),
			.to = beside(f->data, f->all[next - 1].to, f->all[next].from),
			.sum = sum_of(f, at, next)};
		at = next;
	}
	return true;
}

static int by_sum(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	return x->sum != y->sum ? (x->sum > y->sum) - (x->sum < y->sum) : (x->i > y->i) - (x->i < y->i);
}

static struct named *sorted(struct mem *m, const struct kids *k)
{
	struct named *all = MEM_ARRAY(m, struct named, k->n + 1);
	for (size_t i = 0; i < k->n; i++)
		all[i] = (struct named){k->all[i].sum, i};
	qsort(all, k->n, sizeof *all, by_sum);
	return all;
}

/* For each of now the one of old it is: all of them, but for one that was written in besides. NULL: they are others. */
static size_t *partners(const struct order *o, const struct kids *old, const struct kids *now)
{
	size_t *to = MEM_ARRAY(o->mem, size_t, now->n + 1), left = now->n, mine = now->n, i = 0, j = 0;
	if (old->n != now->n)
		return NULL;
	struct named *a = sorted(o->mem, old), *b = sorted(o->mem, now);
	while (i < old->n || j < now->n) {
		bool gone = j == now->n || (i < old->n && a[i].sum < b[j].sum);
		bool new = !gone && (i == old->n || b[j].sum < a[i].sum);
		if ((gone && left < now->n) || (new && mine < now->n))
			return NULL;
		if (gone)
			left = a[i++].i;
		else if (new)
			mine = b[j++].i;
		else
			to[b[j++].i] = a[i++].i;
	}
	if (mine < now->n && o->old->all[old->all[left].first].name != o->now->all[now->all[mine].first].name)
		return NULL;
	if (mine < now->n)
		to[mine] = left;
	return to;
}

static void put_bytes(struct order *o, size_t from, size_t to)
{
	buf_put(o->out, o->old->data + from, to - from);
}

static void put_element(struct order *o, size_t i, size_t j)
{
	const struct flats *f = o->old;
	const size_t end = f->all[end_of(f, i) - 1].to;
	struct kids old = {0}, now = {0};
	bool both = kids_of(o->mem, f, i, &old) && kids_of(o->mem, o->now, j, &now);
	size_t *to = both && old.n ? partners(o, &old, &now) : NULL, at = f->all[i].from;
	for (size_t k = 0; to && k < now.n; k++) {
		const struct kid *place = &old.all[k], *kid = &old.all[to[k]];
		o->other |= to[k] != k;
		put_bytes(o, at, place->from);
		put_bytes(o, kid->from, f->all[kid->first].from);
		if (kid->sum == now.all[k].sum)
			put_bytes(o, f->all[kid->first].from, f->all[kid->end - 1].to);
		else
			put_element(o, kid->first, now.all[k].first);
		put_bytes(o, f->all[kid->end - 1].to, kid->to);
		at = place->to;
	}
	put_bytes(o, at, end);
}

bool flat_reorder(struct mem *m, const struct flats *old, const struct flats *now, struct buf *out)
{
	struct order o = {.mem = m, .old = old, .now = now, .out = out};
	if (old->n && now->n)
		put_element(&o, 0, 0);
	return o.other;
}
