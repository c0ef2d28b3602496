/* paint.c: a page as items, when it is written. A slide shown on paper is a picture in the flow of the page, made of
 * the same items, drawn smaller. */
#include <stdlib.h>
#include <string.h>

#include "figure/figure.h"
#include "layout/pen.h"

struct scale { len_t to, of, x, y; };

static len_t scaled(const struct scale *s, len_t v) { return len_scale(v, s->to, s->of); }

static void shrink_box(const struct scale *s, len_t *x, len_t *y, len_t *w, len_t *h)
{
	*x = s->x + scaled(s, *x);
	*y = s->y + scaled(s, *y);
	*w = scaled(s, *w);
	*h = scaled(s, *h);
}

static void shrink(struct lay_page *p, size_t item, size_t pt, const struct scale *s)
{
	for (; item < p->nitems; item++) {
		struct lay_item *it = &p->items[item];
		switch ((enum lay_kind)it->kind) {
		case LAY_TEXT:
			it->u.text.size = scaled(s, it->u.text.size);
			it->u.text.track = scaled(s, it->u.text.track);
			it->u.text.x = s->x + scaled(s, it->u.text.x);
			it->u.text.y = s->y + scaled(s, it->u.text.y);
			break;
		case LAY_PATH:
			it->u.path.width = scaled(s, it->u.path.width);
			it->u.path.dash_on = scaled(s, it->u.path.dash_on);
			it->u.path.dash_off = scaled(s, it->u.path.dash_off);
			break;
		case LAY_IMAGE: shrink_box(s, &it->u.image.x, &it->u.image.y, &it->u.image.w, &it->u.image.h); break;
		case LAY_LINK: shrink_box(s, &it->u.link.x, &it->u.link.y, &it->u.link.w, &it->u.link.h); break;
		}
	}
	for (; pt < p->npts; pt++) {
		p->pts[pt].x = s->x + scaled(s, p->pts[pt].x);
		p->pts[pt].y = s->y + scaled(s, p->pts[pt].y);
	}
}

static void emit_page(struct lay *, const struct seq *, int number, struct lay_page *out);

/* v->y: from the upper edge of the page. */
static void emit_sheet(struct pen *p, const struct piece *v)
{
	struct lay *l = p->l;
	const struct style *style = l->style;
	const struct scale s = {v->w, v->b->more->seq->style->page.width, v->x, v->y};
	size_t item = p->page->nitems, pt = p->page->npts;
	emit_page(l, &l->sheets[v->first], (int)v->n, p->page);
	shrink(p->page, item, pt, &s);
	l->style = style;
	p->open = false;
	const len_t thin = 500;                        /* an edge, as paper has one */
	const struct piece edge[] = {{.x = v->x, .y = v->y, .w = v->w, .h = thin},
		{.x = v->x, .y = v->y + v->h - thin, .w = v->w, .h = thin},
		{.x = v->x, .y = v->y, .w = thin, .h = v->h},
		{.x = v->x + v->w - thin, .y = v->y, .w = thin, .h = v->h}};
	for (size_t i = 0; i < sizeof edge / sizeof *edge; i++) {
		struct piece line = edge[i];
		line.rgb = sty_colour(style, "linie");
		line.kind = PIECE_FILL;
		line.artifact = LAY_LAYOUT;
		lay_emit_rect(p, &line);
	}
}

/* As composed, or smaller on a slide that is too full. */
static const struct fig_drawing *drawn(const struct lay *l, const struct piece *v)
{
	const struct fig_drawing *d = v->b->more->drawing;
	return v->w == d->width ? d : fig_scaled(l->mem, d, v->w, d->width);
}

static void emit_piece(struct pen *p, const struct piece *v)
{
	const struct sty_page *pg = &p->l->style->page;
	struct piece at = *v;
	at.y += pg->top;
	if (p->rtl)           /* lines know how wide they are */
		at.x = pg->width - v->x - v->w;
	p->artifact = v->artifact;
	switch ((enum piece_kind)v->kind) {
	case PIECE_LINES: lay_emit_lines(p, v); break;
	case PIECE_DRAWING: lay_emit_drawing(p, drawn(p->l, v), v->b, at.x, at.y); break;
	case PIECE_IMAGE: {
		struct lay_item *it = lay_item(p, LAY_IMAGE, v->b);
		it->u.image.image = v->b->more->image;
		it->u.image.x = at.x;
		it->u.image.y = at.y;
		it->u.image.w = v->w;
		it->u.image.h = v->h;
		break;
	}
	case PIECE_RULE: case PIECE_FILL: lay_emit_rect(p, &at); break;
	case PIECE_CAPTION: lay_emit_caption(p, &at); break;
	case PIECE_HINT: lay_emit_hint(p, &at); break;
	case PIECE_MORE: lay_emit_more(p, v); break;
	case PIECE_SHEET: emit_sheet(p, &at); break;
	}
	p->artifact = LAY_CONTENT;
}

static void emit_page(struct lay *l, const struct seq *q, int number, struct lay_page *out)
{
	struct pen p = {.l = l, .page = out, .seq = q, .number = number, .rtl = q->seq && q->seq->rtl};
	const struct page *pg = &q->pages[number];
	lay_look_at(l, q, (uint32_t)number);
	lay_emit_back(&p);
	lay_emit_head(&p, pg);
	for (uint32_t i = pg->first; i < pg->first + pg->n; i++)
		emit_piece(&p, &q->p.v[i]);
}

void lay_page(struct lay *l, int page, struct lay_page *out)
{
	out->nitems = out->nglyphs = out->nops = out->npts = 0;
	if (page < 0 || (uint32_t)page >= l->npages)
		return;
	const struct seq *q = lay_seq_of(l, page);
	emit_page(l, q, page - (int)q->first_page, out);
}

void lay_page_free(struct lay_page *pg)
{
	free(pg->items);
	free(pg->glyphs);
	free(pg->ops);
	free(pg->pts);
	memset(pg, 0, sizeof *pg);
}
