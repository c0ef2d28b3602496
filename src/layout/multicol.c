/* multicol.c: a stack in columns of one width (an index): those of a page are filled one after the other, on the last
 * page they end together. The columns of a page are one unit. */
#include "layout/page.h"

static len_t page_height(const struct lay *l) { return l->style->page.bottom - l->style->page.top; }

/* Entries stay whole, and with their heading one of them. */
static bool may_end(const struct unit *next)
{
	return next->keep != KEEP_HEAD && (next->kind != PIECE_LINES || next->first == 0);
}

/* The column from this unit on ends before which? */
static uint32_t column_end(const struct flow *s, uint32_t at, len_t room)
{
	uint32_t end = at;
	len_t y = 0;
	for (uint32_t i = at; i < s->nu; i++) {
		if (i > at && may_end(&s->u[i]))
			end = i;
		y += s->u[i].height + (i > at ? s->u[i].space : 0);
		if (i > at && y > room)
			return end > at ? end : i;
	}
	return s->nu;
}

static bool fits(const struct flow *s, uint32_t at, int n, len_t room)
{
	while (n-- && at < s->nu)
		at = column_end(s, at, room);
	return at == s->nu;
}

/* How high the columns of this page are: as high as there is room, or as the rest needs. */
static len_t even(const struct lay *l, const struct flow *s, uint32_t at, int n, len_t room)
{
	const len_t step = l->style->page.grid > 0 ? l->style->page.grid : 7500;
	len_t high = step;
	if (!fits(s, at, n, room))
		return room;
	while (high < room && !fits(s, at, n, high))
		high += step;
	return high;
}

struct corner { len_t x, y; };                     /* of a column: x from where the flow begins */

/* The units of a column; gives its height. */
static len_t put(const struct flow *s, uint32_t at, uint32_t end, struct pieces *out, struct corner to)
{
	const uint32_t first = out->n;
	len_t y = to.y;
	for (uint32_t i = at; i < end; i++) {
		y += i > at ? s->u[i].space : 0;
		lay_unit_put(s, &s->u[i], out, y);
		y += s->u[i].height;
	}
	for (uint32_t i = first; i < out->n; i++)
		out->v[i].x += to.x;
	return y - to.y;
}

/* What the page in work has left below the lines so far. */
static len_t room_here(struct lay *l, struct flow *f)
{
	const len_t grid = l->style->page.grid > 0 ? l->style->page.grid : 7500;
	lay_pages_drain(l, f, false);
	const len_t left = f->nu ? lay_pages_left(l, f) - f->space : page_height(l);
	return left / grid * grid;
}

void lay_multicol(struct lay *l, struct flow *f, const struct block *b, const struct flow *s)
{
	const int n = b->more->row;
	len_t room = room_here(l, f);
	for (uint32_t at = 0; at < s->nu; room = page_height(l)) {
		const len_t high = even(l, s, at, n, room);
		const uint32_t first = f->p.n;
		const len_t base = s->u[at].base;
		len_t deepest = 0;
		for (int c = 0; c < n && at < s->nu; c++) {
			const uint32_t end = column_end(s, at, high);
			const len_t deep = put(s, at, end, &f->p, (struct corner){c * (s->w + b->more->gap), f->lead});
			deepest = deep > deepest ? deep : deepest;
			at = end;
		}
		struct unit *u = lay_unit(l, f, b, PIECE_FILL, deepest, base);
		u->first = first;
		u->n = f->p.n - first;
		u->snap = true;
	}
}
