/* draw.c: drawings, rectangles and rules as path items. */
#include <string.h>

#include "figure/figure.h"
#include "layout/para.h"
#include "layout/pen.h"

static void op(struct lay_page *pg, uint8_t kind)
{
	MEM_ROOM(pg->ops, pg->nops, pg->cap_ops);
	pg->ops[pg->nops++] = kind;
}

static void point(struct lay_page *pg, len_t x, len_t y)
{
	MEM_ROOM(pg->pts, pg->npts, pg->cap_pts);
	pg->pts[pg->npts++] = (struct lay_point){x, y};
}

static void fill(struct pen *p, len_t x, len_t y, len_t w, len_t h, sty_rgb rgb)
{
	struct lay_page *pg = p->page;
	struct lay_item *it = lay_item(p, LAY_PATH, NULL);
	it->u.path.first_op = (uint32_t)pg->nops;
	it->u.path.first_pt = (uint32_t)pg->npts;
	it->u.path.nops = 5;
	it->u.path.fill = true;
	it->u.path.fill_rgb = rgb;
	op(pg, LAY_MOVE);
	point(pg, x, y);
	op(pg, LAY_LINE);
	point(pg, x + w, y);
	op(pg, LAY_LINE);
	point(pg, x + w, y + h);
	op(pg, LAY_LINE);
	point(pg, x, y + h);
	op(pg, LAY_CLOSE);
}

void lay_emit_rect(struct pen *p, const struct piece *v)
{
	uint8_t was = p->artifact;
	p->artifact = v->artifact ? v->artifact : was ? was : LAY_LAYOUT;
	if (v->w > 0 && v->h > 0)
		fill(p, v->x, v->kind == PIECE_RULE ? v->y - v->h / 2 : v->y, v->w, v->h, v->rgb);
	p->artifact = was;
}

void lay_emit_stroke(struct pen *p, const struct lay_point ends[2], const struct stroke *s)
{
	struct lay_page *pg = p->page;
	uint8_t was = p->artifact;
	p->artifact = was ? was : LAY_LAYOUT;
	struct lay_item *it = lay_item(p, LAY_PATH, NULL);
	it->u.path.first_op = (uint32_t)pg->nops;
	it->u.path.first_pt = (uint32_t)pg->npts;
	it->u.path.nops = 2;
	it->u.path.stroke = true;
	it->u.path.stroke_rgb = s->rgb;
	it->u.path.width = s->width;
	it->u.path.dash_on = s->on;
	it->u.path.dash_off = s->off;
	op(pg, LAY_MOVE);
	point(pg, ends[0].x, ends[0].y);
	op(pg, LAY_LINE);
	point(pg, ends[1].x, ends[1].y);
	p->artifact = was;
}

static void drawing_text(struct pen *p, const struct fig_op *o, const struct block *owner, len_t x, len_t y)
{
	size_t n = strlen(o->text);
	struct ink k = {.ch = &o->ch, .size = o->ch.size, .rise = o->ch.rise, .owner = owner};
	p->open = false;
	p->x = x + o->x;
	p->y = y + o->y;
	if (o->anchor)
		p->x -= txt_width(p->l->txt, &o->ch, o->text, n) / (o->anchor == 1 ? 2 : 1);
	const struct face *f = lay_face(p->l, k.ch);
	bool divided = owner && o->join == FIG_DIVIDED && n && o->text[n - 1] == '-';
	lay_emit_string(p, &k, o->lang ? o->lang : lay_lang(p->l, owner), o->text, n - divided);
	if (divided)
		lay_emit_word(p, f->hyphen, 0, f->hyphen->nglyphs, &k, 0);
	else if (owner && o->join == FIG_ALONE && !p->rtl)     /* a blank for the reader's voice; it takes no room */
		lay_emit_word(p, f->space, 0, f->space->nglyphs, &k, 0);
	p->open = false;
}

static void paint(struct pen *p, const struct fig_op *o, const struct block *owner, size_t first_op, size_t first_pt)
{
	struct lay_page *pg = p->page;
	if (pg->nops == first_op || (!o->fill && !o->stroke))
		return;
	struct lay_item *it = lay_item(p, LAY_PATH, owner);
	it->u.path.first_op = (uint32_t)first_op;
	it->u.path.nops = (uint32_t)(pg->nops - first_op);
	it->u.path.first_pt = (uint32_t)first_pt;
	it->u.path.fill = o->fill;
	it->u.path.stroke = o->stroke;
	it->u.path.fill_rgb = o->fill_rgb;
	it->u.path.stroke_rgb = o->stroke_rgb;
	it->u.path.width = o->width;
	it->u.path.dash_on = o->dash_on;
	it->u.path.dash_off = o->dash_off;
}

void lay_emit_drawing(struct pen *p, const struct fig_drawing *d, const struct block *owner, len_t x, len_t y)
{
	struct lay_page *pg = p->page;
	size_t first_op = pg->nops, first_pt = pg->npts;
	for (const struct fig_op *o = d->ops; o < d->ops + d->nops; o++) {
		switch ((enum fig_op_kind)o->kind) {
		case FIG_CURVE:
			point(pg, x + o->x1, y + o->y1);
			point(pg, x + o->x2, y + o->y2);
			point(pg, x + o->x, y + o->y);
			op(pg, LAY_CURVE);
			break;
		case FIG_MOVE: case FIG_LINE:
			point(pg, x + o->x, y + o->y);
			op(pg, o->kind == FIG_MOVE ? LAY_MOVE : LAY_LINE);
			break;
		case FIG_CLOSE: op(pg, LAY_CLOSE); break;
		case FIG_PAINT:
			paint(p, o, owner, first_op, first_pt);
			first_op = pg->nops;
			first_pt = pg->npts;
			break;
		case FIG_TEXT:
			if (o->text)
				drawing_text(p, o, owner, x, y);
			break;
		}
	}
}
