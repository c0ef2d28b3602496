/* lcs.c: what two rows of numbers have in common, in order. Common ends first, then Myers' greedy search up to a bound
 * of differences, then values that are alone on both sides. */
#include <stdlib.h>
#include <string.h>

#include "compare/word.h"

enum { MOST = 400 };                               /* differences: the trace takes MOST² / 2 numbers */

void cmp_rising(const int32_t *v, uint32_t n, bool *keep)
{
	uint32_t *top = mem_alloc((n + 1) * sizeof *top), *before = mem_alloc((n + 1) * sizeof *before), k = 0;
	for (uint32_t i = 0; i < n; i++) {
		keep[i] = false;
		if (v[i] < 0)
			continue;
		uint32_t lo = 0, hi = k;                   /* the first pile whose top is not smaller */
		while (lo < hi) {
			uint32_t mid = (lo + hi) / 2;
			if (v[top[mid]] < v[i])
				lo = mid + 1;
			else
				hi = mid;
		}
		before[i] = lo ? top[lo - 1] : n;
		top[lo] = i;
		k += lo == k;
	}
	for (uint32_t i = k ? top[k - 1] : n; i < n; i = before[i])
		keep[i] = true;
	free(top);
	free(before);
}

struct lone { int32_t value; uint32_t at; bool right; };

static int by_value(const void *a, const void *b)
{
	const struct lone *x = a, *y = b;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return x->right != y->right ? (x->right ? 1 : -1) : x->at < y->at ? -1 : x->at > y->at;
}

static void anchors(const int32_t *a, uint32_t na, const int32_t *b, uint32_t nb, int32_t *match)
{
	struct lone *all = mem_alloc((na + nb + 1) * sizeof *all);
	bool *keep = mem_alloc(na + 1);
	uint32_t n = 0;
	for (uint32_t i = 0; i < na; i++)
		all[n++] = (struct lone){a[i], i, false};
	for (uint32_t i = 0; i < nb; i++)
		all[n++] = (struct lone){b[i], i, true};
	qsort(all, n, sizeof *all, by_value);
	for (uint32_t i = 0, j; i < n; i = j) {
		for (j = i + 1; j < n && all[j].value == all[i].value; j++)
			;
		if (j - i == 2 && !all[i].right && all[i + 1].right)
			match[all[i].at] = (int32_t)all[i + 1].at;
	}
	cmp_rising(match, na, keep);
	for (uint32_t i = 0; i < na; i++)
		if (!keep[i])
			match[i] = -1;
	free(all);
	free(keep);
}

/* One difference more on diagonal k: how far it reaches in a, or -1. was: the row before, at its middle. */
static int32_t step(const int32_t *was, int32_t d, int32_t k, int32_t na, int32_t nb, bool *down)
{
	int32_t left = k - 1 > -d ? was[k - 1] : -1, up = k + 1 < d ? was[k + 1] : -1;
	int32_t x = left >= 0 && left < na ? left + 1 : -1, stays = up >= 0 && up - k <= nb ? up : -1;
	*down = stays > x;
	return *down ? stays : x;
}

/* Rows of the search lie one after the other: row d, 2d + 1 places, begins at d². */
static int32_t *middle(int32_t *rows, int32_t d)
{
	return rows + (size_t)d * (size_t)d + (size_t)d;
}

static void trace(int32_t *rows, int32_t d, int32_t na, int32_t nb, int32_t *match)
{
	int32_t x = na, y = nb;
	for (; d > 0; d--) {
		bool down;
		int32_t from = step(middle(rows, d - 1), d, x - y, na, nb, &down);
		while (x > from)
			match[--x] = --y;
		if (down)
			y--;
		else
			x--;
	}
	while (x > 0)
		match[--x] = --y;
}

/* False: too different. */
static bool myers(const int32_t *a, int32_t na, const int32_t *b, int32_t nb, int32_t *match)
{
	int32_t most = na + nb < MOST ? na + nb : MOST;
	int32_t *rows = mem_alloc((size_t)(most + 1) * (size_t)(most + 1) * sizeof *rows);
	bool found = false, down;
	for (int32_t d = 0; d <= most && !found; d++) {
		int32_t *now = middle(rows, d), *was = d ? middle(rows, d - 1) : NULL;
		for (int32_t k = -d; k <= d; k++)
			now[k] = -1;
		for (int32_t k = -d; k <= d && !found; k += 2) {
			int32_t x = d ? step(was, d, k, na, nb, &down) : 0, y = x - k;
			while (x >= 0 && x < na && y < nb && a[x] == b[y])
				x++, y++;
			now[k] = x;
			found = x == na && y == nb;
			if (found)
				trace(rows, d, na, nb, match);
		}
	}
	free(rows);
	return found;
}

void cmp_lcs(const int32_t *a, uint32_t na, const int32_t *b, uint32_t nb, int32_t *match)
{
	uint32_t head = 0;
	for (uint32_t i = 0; i < na; i++)
		match[i] = -1;
	while (head < na && head < nb && a[head] == b[head]) {
		match[head] = (int32_t)head;
		head++;
	}
	while (na > head && nb > head && a[na - 1] == b[nb - 1])
		match[--na] = (int32_t)--nb;
	if (na == head || nb == head)
		return;
	if (!myers(a + head, (int32_t)(na - head), b + head, (int32_t)(nb - head), match + head))
		anchors(a + head, na - head, b + head, nb - head, match + head);
	for (uint32_t i = head; i < na; i++)
		match[i] += match[i] >= 0 ? (int32_t)head : 0;
}
