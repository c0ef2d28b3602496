/* float.c: figures that do not fit on the rest of a page. The text after one moves up before it, and it begins the next
 * page; the order of reading stays the document's, for that is the block tree's. */
#include <stdlib.h>
#include <string.h>

#include "layout/flow.h"

static bool is_border(const struct block *b) { return b->role == BLK_H && b->level <= 2; }

bool lay_float_noted(const struct flow *f, uint32_t at)
{
	const struct unit *u = &f->u[at];
	return u[u->floats - 1].note_end != u[-1].note_end;
}

/* Not one that a heading in the margin belongs to. */
bool lay_float_may(const struct flow *f, uint32_t at)
{
	const struct unit *u = &f->u[at];
	if (!u->floats || at + u->floats > f->nu)
		return false;
	for (uint32_t r = u->rand; r; r = f->r[r - 1].next)
		if (!f->r[r - 1].after)
			return false;
	return true;
}

/* Lines pass, and tables and boxes, up to a heading of the first two levels. */
bool lay_float_passes(const struct flow *f, const struct unit *u)
{
	const bool plain = u->kind == PIECE_LINES || u->grid || u->frame;
	if (!plain || u->abs || u->floats || u->head || is_border(u->b))
		return false;
	for (uint32_t r = u->rand; r; r = f->r[r - 1].next)
		for (uint32_t i = 0; i < f->r[r - 1].n; i++) {
			const struct block *b = f->p.v[f->r[r - 1].first + i].b;
			if (b && is_border(b))
				return false;
		}
	return true;
}

bool lay_float_divides(const struct flow *f, uint32_t at)
{
	const struct unit *u = &f->u[at];
	return at < f->nu && ((u->grid && u->grid == u[-1].grid) || (u->frame && u->frame == u[-1].frame));
}

len_t lay_float_space(const struct unit *u, const struct unit *figure)
{
	return u->space_up > figure->space_up ? u->space_up : figure->space_up;
}

void lay_float_move(struct flow *f, uint32_t at, uint32_t n)
{
	const uint32_t figure = f->u[at].floats;
	struct unit *u = f->u + at, *keep = mem_alloc(figure * sizeof *keep);
	const len_t below = u[figure].space;
	const bool noted = lay_float_noted(f, at);
	memcpy(keep, u, figure * sizeof *keep);
	memmove(u, u + figure, n * sizeof *u);
	memcpy(u + n, keep, figure * sizeof *keep);
	free(keep);
	u[0].space = lay_float_space(&u[0], &u[n]);
	for (uint32_t i = 0; noted && i < n; i++)
		u[i].note_end = u[-1].note_end;
	for (uint32_t i = n; !noted && i < n + figure; i++)
		u[i].note_end = u[n - 1].note_end;
	if (at + figure + n == f->nu)
		return;
	struct unit *next = u + n + figure;                                /* a line, or what no float passes */
	next->space = next->space > below ? next->space : below;
	if (next->floats && next->space_up < below)    /* what goes before it comes behind this one */
		next->space_up = below;
	next->snap |= next->kind == PIECE_LINES;
}
