/* stack.c: units below one another to pieces; flows to be used again. */
#include <stdlib.h>
#include <string.h>

#include "layout/lay.h"

struct flow *lay_flow_get(struct lay *l, len_t x, len_t w)
{
	struct flow *f = l->nspare ? l->spare[--l->nspare] : NULL, keep = {0};
	if (!f)
		f = mem_alloc(sizeof *f);
	else
		keep = *f;
	*f = (struct flow){.u = keep.u ? keep.u - keep.skip : NULL,
		.cap_u = keep.cap_u,
		.p = {keep.p.v, 0, keep.p.cap},
		.r = keep.r,
		.cap_r = keep.cap_r,
		.x = x,
		.w = w,
		.align = 255};
	return f;
}

void lay_flow_free(struct flow *f)
{
	free(f->u ? f->u - f->skip : NULL);
	free(f->p.v);
	free(f->r);
}

/* Forgets the pieces that only units taken away used. */
static void drop_pieces(struct flow *f)
{
	uint32_t piece = f->p.n;
	for (uint32_t i = 0; i < f->nu; i++) {
		if (f->u[i].kind != PIECE_LINES && f->u[i].first < piece)
			piece = f->u[i].first;
		for (uint32_t r = f->nr ? f->u[i].rand : 0; r; r = f->r[r - 1].next)
			if (f->r[r - 1].first < piece)
				piece = f->r[r - 1].first;
	}
	f->p.n -= piece;
	if (f->p.n)
		memmove(f->p.v, f->p.v + piece, f->p.n * sizeof *f->p.v);
	for (uint32_t i = 0; i < f->nu; i++)
		if (f->u[i].kind != PIECE_LINES)
			f->u[i].first -= piece;
	for (uint32_t r = 0; r < f->nr; r++)
		f->r[r].first -= piece;
}

/* The rest moves down only when it is less than what is gone: so that a long queue costs no more than a short one. */
void lay_flow_drop(struct flow *f, uint32_t n)
{
	f->gone += n;
	f->nu -= n;
	f->skip += n;
	f->u += n;
	if (f->nu > f->skip)
		return;
	struct unit *base = f->u - f->skip;
	if (f->nu)
		memmove(base, f->u, f->nu * sizeof *f->u);
	f->u = base;
	f->skip = 0;
	if (f->nu)
		drop_pieces(f);
	else
		f->p.n = f->nr = 0;
}

void lay_flow_put(struct lay *l, struct flow *f)
{
	if (l->nspare < (int)(sizeof l->spare / sizeof *l->spare)) {
		l->spare[l->nspare++] = f;
		return;
	}
	lay_flow_free(f);
	free(f);
}

static void put_line(const struct unit *u, struct pieces *out, len_t y)
{
	struct piece *last = out->n ? &out->v[out->n - 1] : NULL;
	if (last && last->kind == PIECE_LINES && last->b == u->b && last->first + last->n == u->first && last->x == u->x
		&& last->y + (len_t)last->n * u->b->style->leading == y + u->lead) {
		last->n++;
		return;
	}
	struct piece *v = lay_piece(out, PIECE_LINES, u->b);
	v->x = u->x;
	v->y = y + u->lead;
	v->first = u->first;
	v->n = 1;
}

void lay_unit_put(const struct flow *f, const struct unit *u, struct pieces *out, len_t y)
{
	if (u->kind == PIECE_LINES)
		put_line(u, out, y);
	else
		lay_pieces_put(&f->p, u->first, u->n, out, y);
}

len_t lay_flow_stack(const struct flow *f, struct pieces *out, len_t y, len_t *base)
{
	const struct frame *frame = NULL;
	uint32_t opened = 0;
	len_t top = y;
	*base = 0;
	for (uint32_t i = 0; i < f->nu; i++) {
		const struct unit *u = &f->u[i];
		if (frame && frame != u->frame)
			lay_frame_close(frame, out, opened, y);
		y += i ? u->space : 0;
		if (u->frame && frame != u->frame)
			opened = lay_frame_open(u->frame, out, y);
		frame = u->frame;
		if (!*base && u->base)
			*base = y + u->base - top;
		lay_unit_put(f, u, out, y);
		y += u->height;
	}
	if (frame)
		lay_frame_close(frame, out, opened, y);
	return y - top;
}

void lay_space(struct flow *f, len_t space)
{
	if (space > f->space)
		f->space = space;
	if (space > f->space_up)
		f->space_up = space;
}

static uint8_t keep_before(struct flow *f, uint8_t kind)
{
	uint8_t keep = f->force    ? KEEP_FORCE_BREAK
		: f->announces     ? KEEP_HEAD
		: f->keep_lines > 0 ? (f->since < 2 ? KEEP_HARD : KEEP_SOFT)
				    : KEEP_NONE;
	f->force = f->announces = false;
	f->since++;
	f->keep_lines = kind == PIECE_LINES && f->keep_lines > 0 ? f->keep_lines - 1 : 0;
	return keep;
}

struct unit *lay_unit(struct lay *l, struct flow *f, const struct block *b, uint8_t kind, len_t height, len_t base)
{
	struct unit *all = f->u ? f->u - f->skip : NULL;
	MEM_ROOM(all, f->skip + f->nu, f->cap_u);
	f->u = all + f->skip;
	struct unit *u = &f->u[f->nu++];
	*u = (struct unit){.b = b,
		.kind = kind,
		.height = height + f->lead,
		.lead = f->lead,
		.base = base ? base + f->lead : 0,
		.x = f->x,
		.space = f->space,
		.space_up = f->space_up,
		.keep = keep_before(f, kind),
		.margin = f->full,
		.grid = f->grid,
		.group = f->group,
		.frame = f->frame,
		.head = f->head,
		.look = l->style,
		.note_end = l->notes.gone + l->notes.nu};
	f->space = f->space_up = f->lead = 0;
	f->head = NULL;
	if (f->waiting)
		lay_margin_attach(f, u);
	return u;
}
