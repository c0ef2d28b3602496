/* notes.c: footnotes. They wait in a queue of lines; a page takes those its marks name. They get a third of it, more
 * where the text needs it; what finds no room goes on on the next page. */
#include <stdlib.h>

#include "layout/page.h"
#include "layout/para.h"

enum { BEGINNING = 2 };                            /* lines of a note that stand with its mark at least */

static const len_t GAP = 15000, AIR = 5000, RULE = LEN_MM(36);

len_t lay_notes_x(const struct style *s)
{
	return s->page.width - s->page.right - s->page.text;
}

static bool goes_on(const struct flow *f, uint32_t i)
{
	return i && i < f->nu && f->u[i].rand == f->u[i - 1].rand;
}

/* The beginning of a note of three lines is all of it: neither its first nor its last line stands alone. */
static uint32_t beginning(const struct flow *f, uint32_t i)
{
	uint32_t n = 1;
	while (n <= BEGINNING + 1 && goes_on(f, i + n))
		n++;
	return n == BEGINNING + 1 ? n : BEGINNING;
}

len_t lay_notes_need(const struct lay *l, uint32_t end)
{
	const struct flow *f = &l->notes;
	const len_t third = (l->style->page.bottom - l->style->page.top) / 3;
	len_t all = GAP + AIR, least = GAP + AIR;
	uint32_t i = 0, whole = BEGINNING;
	for (uint32_t last = f->gone; i < f->nu && f->gone + i < end; i++) {
		if (f->u[i].rand > last || !i)
			whole = beginning(f, i);
		last = f->u[i].rand > last ? f->u[i].rand : last;
		all += f->u[i].height;
		if (f->gone + i < last + whole)
			least = all;
	}
	return !i ? 0 : all <= third ? all : least > third ? least : third;
}

len_t lay_notes_least(const struct lay *l)
{
	return l->notes.nu ? GAP + AIR + beginning(&l->notes, 0) * l->notes.u[0].height : 0;
}

/* It would be the only line of its note on the next page. */
static bool lone(const struct flow *f, uint32_t i)
{
	return goes_on(f, i) && !goes_on(f, i + 1);
}

uint32_t lay_notes_room(const struct lay *l, uint32_t end, len_t most, len_t *h)
{
	const struct flow *f = &l->notes;
	uint32_t n = 0;
	*h = GAP + AIR;
	for (; n < f->nu && f->gone + n < end && (!n || *h + f->u[n].height <= most); n++)
		*h += f->u[n].height;
	if (n > 1 && n < f->nu && f->gone + n < end && lone(f, n) && f->gone + n - f->u[n].rand > BEGINNING)
		*h -= f->u[--n].height;
	*h = n ? *h : 0;
	return n;
}

static void rule(struct lay *l, struct seq *q, len_t y)
{
	struct sty_line line = sty_line(l->style, "note");
	struct piece *v = lay_piece(&q->p, PIECE_RULE, NULL);
	v->x = lay_notes_x(l->style);
	v->w = RULE;
	v->y = y;
	v->h = line.width ? line.width : 500;
	v->rgb = line.colour;
	v->artifact = LAY_LAYOUT;
}

static int by_number(const void *a, const void *b)
{
	const struct unit *u = a, *v = b;
	return u->b->num != v->b->num ? (u->b->num > v->b->num) - (u->b->num < v->b->num)
				      : (u->first > v->first) - (u->first < v->first);
}

/* A row that is divided reads its notes as its lines come, the page shows them by number: but first what goes on from
 * the page before, and last what goes on on the next. */
static void in_order(struct flow *f, uint32_t n)
{
	uint32_t from = 0, to = n;
	while (from < n && f->u[from].rand < f->gone)
		from++;
	while (n < f->nu && to > from && f->u[to - 1].rand == f->u[n].rand)
		to--;
	qsort(f->u + from, to - from, sizeof *f->u, by_number);
}

void lay_notes_put(struct lay *l, struct seq *q, uint32_t n)
{
	struct flow *f = &l->notes;
	len_t y = l->style->page.bottom - l->style->page.top;
	for (uint32_t i = 0; i < n; i++)
		y -= f->u[i].height;
	rule(l, q, y - AIR);
	in_order(f, n);
	for (uint32_t i = 0; i < n; i++) {
		lay_unit_put(f, &f->u[i], &q->p, y);
		y += f->u[i].height;
	}
	lay_flow_drop(f, n);
}
