/* piece.c: pieces in the making, and the box around some of them. */
#include "layout/piece.h"

#include "base/mem.h"
#include "layout/layout.h"

struct piece *lay_piece(struct pieces *p, uint8_t kind, const struct block *b)
{
	if (p->mem)
		MEM_ROOM_IN(p->mem, p->v, p->n, p->cap);
	else
		MEM_ROOM(p->v, p->n, p->cap);
	struct piece *v = &p->v[p->n++];
	*v = (struct piece){.kind = kind, .b = b};
	return v;
}

void lay_pieces_put(const struct pieces *from, uint32_t first, uint32_t n, struct pieces *out, len_t y)
{
	for (uint32_t i = first; i < first + n; i++) {
		struct piece v = from->v[i];
		v.y += y;
		*lay_piece(out, v.kind, v.b) = v;
	}
}

static void box_rule(struct pieces *out, const struct frame *fr, struct sty_line line, len_t y)
{
	if (line.width <= 0)
		return;
	struct piece *v = lay_piece(out, PIECE_RULE, fr->b);
	v->x = fr->x;
	v->w = fr->w;
	v->y = y;
	v->h = line.width;
	v->rgb = line.colour;
	v->artifact = LAY_LAYOUT;
}

/* The filling must be painted before the content, its height is known after it. */
uint32_t lay_frame_open(const struct frame *fr, struct pieces *out, len_t y)
{
	const struct blk_box *box = fr->b->more->box;
	uint32_t at = out->n;
	for (int bar = 0; bar < 2; bar++) {
		struct piece *v = lay_piece(out, PIECE_FILL, fr->b);
		v->x = fr->x;
		v->y = y;
		v->w = bar ? box->bar.width : box->filled ? fr->w : 0;
		v->rgb = bar ? box->bar.colour : box->fill;
		v->artifact = LAY_LAYOUT;
	}
	box_rule(out, fr, box->rule_top, y + box->rule_top.width / 2);
	return at;
}

void lay_frame_close(const struct frame *fr, struct pieces *out, uint32_t opened, len_t y)
{
	out->v[opened].h = out->v[opened + 1].h = y - out->v[opened].y;
	box_rule(out, fr, fr->b->more->box->rule_bottom, y - fr->b->more->box->rule_bottom.width / 2);
}
