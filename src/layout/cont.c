/* cont.c: a table that goes on on another page: caption, head and group row again (as artifacts), and the hint before
 * the break. */
#include "layout/table.h"

static const len_t HINT = 15000, HINT_AIR = 3000, CAPTION_AIR = 4000;

static bool goes_on(const struct unit *u) { return u->grid && !u->grid_first; }

static len_t caption_height(const struct lay *l, const struct grid *g)
{
	if (!g->b->table->continued)
		return 0;
	const struct block *cap = g->b->first;
	return CAPTION_AIR +
		(cap && cap->flow == BLK_TEXT && cap->style ? cap->style->leading
							    : sty_para(l->style, "tabelle")->leading);
}

len_t lay_cont_height(const struct lay *l, const struct unit *u)
{
	len_t h = u->frame_on ? u->frame->b->more->box->pad_top : 0;
	if (!goes_on(u))
		return h;
	return h + caption_height(l, u->grid) + u->grid->head_h + (u->group ? u->group->h : 0) +
		(u->slice ? u->grid->b->table->style->pad_top : 0);
}

static void repeat(const struct pieces *from, struct pieces *out, len_t y)
{
	uint32_t first = out->n;
	lay_pieces_put(from, 0, from->n, out, y);
	for (uint32_t i = first; i < out->n; i++)
		out->v[i].artifact = LAY_HEADER;
}

void lay_cont_head(struct lay *l, const struct unit *u, struct pieces *out)
{
	if (!goes_on(u))
		return;
	const struct grid *g = u->grid;
	len_t y = caption_height(l, g);
	if (y) {
		struct piece *v = lay_piece(out, PIECE_CAPTION, g->b);
		v->x = g->x;
		v->w = g->room;
		v->artifact = LAY_HEADER;
	}
	repeat(&g->head, out, y);
	if (g->rule.width > 0) {
		struct piece *v = lay_piece(out, PIECE_RULE, g->b);
		*v = (struct piece){.kind = PIECE_RULE,
			.b = g->b,
			.x = g->x,
			.w = g->w,
			.y = y + g->head_h,
			.h = g->rule.width,
			.rgb = g->rule.colour,
			.artifact = LAY_HEADER};
	}
	if (u->heads)
		repeat(&u->heads->row, out,
			y + g->head_h + (u->group ? u->group->h : 0));
	if (!u->group)
		return;
	uint32_t first = out->n, text = UINT32_MAX;
	repeat(&u->group->row, out, y + g->head_h);
	for (uint32_t i = first; i < out->n; i++)
		if (out->v[i].kind == PIECE_LINES)
			text = i;
		else if (out->v[i].inner)
			out->v[i].w = 0;
	if (text != UINT32_MAX)
		out->v[text].kind = PIECE_MORE;
}

len_t lay_cont_reserve(const struct unit *next)
{
	return lay_cont_hint_room(next) + (next->frame_on ? next->frame->b->more->box->pad_bottom : 0);
}

len_t lay_cont_hint_room(const struct unit *next)
{
	return goes_on(next) && next->grid->b->table->hints ? HINT : 0;
}

void lay_cont_hint(const struct unit *next, struct pieces *out, len_t y)
{
	struct piece *v = lay_piece(out, PIECE_HINT, next->grid->b);
	v->x = next->grid->x;
	v->w = next->grid->w;
	v->y = y + HINT_AIR;
	v->artifact = LAY_FOOTER;
}
