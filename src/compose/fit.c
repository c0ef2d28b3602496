/* fit.c: forms of boxes on slides: as large as the small type of slides, and smaller only where the slide has no room
 * for that, as far as the last row can read it. */
#include "compose/figure.h"
#include "compose/fixed.h"
#include "compose/tree.h"

#define SMALLEST LEN_PT(14)
#define STEP LEN_PT(1)
#define SAFE LEN_PT(18)                                /* what an estimate may lack */

struct com_look com_figure_look(const struct com *c)
{
	const struct style *paper = c->s->base;
	if (!paper)
		return (struct com_look){c->s, 1, 1};
	return (struct com_look){paper, c->style[COM_KLEIN]->ch.size, sty_para(paper, "klein")->ch.size};
}

struct fig_canvas com_canvas(const struct com *c, struct com_look f, len_t width)
{
	return (struct fig_canvas){.mem = c->t->mem,
		.doc = c->doc,
		.style = f.style,
		.txt = c->txt,
		.diag = c->d,
		.width = len_scale(width, f.den, f.num),
		.unlisted = c->slides};
}

void com_enlarge(struct com *c, struct fig_result *r, struct com_look f)
{
	if (f.num != f.den && r->drawing)
		r->drawing = fig_scaled(c->t->mem, r->drawing, f.num, f.den);
}

static len_t height(struct com *c, const struct doc_node *text, enum com_style style, len_t width)
{
	const struct sty_para *p = c->style[style];
	return com_lines_in(c, &p->ch, com_plain(c, text), width) * p->leading + p->after;
}

len_t com_said_height(struct com *c, const struct doc_node *n, len_t width)
{
	len_t h = 0;
	for (const struct doc_node *p = n; p; p = doc_walk(n, p))
		if (doc_kind_mixed(p->kind) && doc_kind_class(p->kind) != DOC_CLASS_INLINE)
			h += height(c, p, p->kind == DOC_QUELLE ? COM_QUELLE : COM_FLIESS, width);
	return h;
}

/* Of what stands beside it on its slide; about. */
static len_t others(struct com *c, const struct doc_node *n)
{
	len_t h = 0;
	for (const struct doc_node *k = n->parent->first; k; k = k->next) {
		const bool aside = k->kind == DOC_TITEL || k->kind == DOC_NOTIZEN || k == n;
		h += com_said_height(c, aside ? NULL : k, c->full);
	}
	for (const struct doc_node *k = n->first; k; k = k->next)
		if (k->kind == DOC_AUSSAGE || k->kind == DOC_QUELLE)
			h += height(c, k, COM_KLEIN, c->full);
	return h + SAFE;
}

bool com_boxes(struct com *c, const struct doc_node *n, com_drawer *draw, struct fig_result *r)
{
	struct com_look f = com_figure_look(c);
	if (!c->slides) {
		const struct fig_canvas on = com_canvas(c, f, c->full);
		return draw(r, &on, n);
	}
	const len_t high = c->s->page.bottom - c->s->page.top - others(c, n);
	for (;; f.num -= STEP) {
		const bool last = f.num - STEP < SMALLEST;
		struct fig_canvas on = com_canvas(c, f, c->full);
		on.high = len_scale(high, f.den, f.num);
		on.diag = last ? c->d : NULL;
		const bool good = draw(r, &on, n);
		if (last || (good && r->drawing->height <= on.high)) {
			com_enlarge(c, r, f);
			return good;
		}
	}
}
