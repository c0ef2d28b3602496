/* fit.c: forms of boxes on slides: as large as the small type of slides, and smaller only where the slide has no room
 * for that, as far as the last row can read it. */
#include "compose/figure.h"
#include "compose/fixed.h"
#include "compose/tree.h"

#define SMALLEST LEN_PT(14)
#define STEP LEN_PT(1)
#define SAFE LEN_PT(18)                                /* what an estimate may lack */
#define LEGEND_ABOVE LEN_PT(24)                        /* from a chart to the words below it */

/* Figures are drawn for paper; on a slide they stand as much larger as its small type. Drawn with style, then num/den
 * as large. */
struct look { const struct style *style; len_t num, den; };

static struct look figure_look(const struct com *c)
{
	const struct style *paper = c->s->base;
	if (!paper)
		return (struct look){c->s, 1, 1};
	return (struct look){paper, c->style[COM_KLEIN]->ch.size, sty_para(paper, "klein")->ch.size};
}

/* So wide once it is enlarged. */
static struct fig_canvas canvas(const struct com *c, struct look f, len_t width)
{
	return (struct fig_canvas){.mem = c->t->mem,
		.doc = c->doc,
		.style = f.style,
		.txt = c->txt,
		.width = len_scale(width, f.den, f.num),
		.unlisted = c->slides};
}

static void enlarge(struct com *c, struct fig_result *r, struct look f)
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

/* What its slide has left for it; about. */
len_t com_slide_room(struct com *c, const struct doc_node *n)
{
	len_t h = c->s->page.bottom - c->s->page.top - SAFE;
	for (const struct doc_node *k = n->parent->first; k; k = k->next) {
		const bool aside = k->kind == DOC_TITEL || k->kind == DOC_NOTIZEN || k == n;
		h -= com_said_height(c, aside ? NULL : k, c->full);
	}
	return h;
}

/* Of its legend below it. */
static len_t legend(struct com *c, const struct doc_node *n, bool titled)
{
	len_t h = 0;
	for (const struct doc_node *k = n->first; k; k = k->next)
		if (k->kind == DOC_AUSSAGE || k->kind == DOC_QUELLE || (titled && k->kind == DOC_TITEL))
			h += height(c, k, COM_KLEIN, c->full);
	return h;
}

/* What is to be drawn, and how much room it has; high 0: as high as it comes out. */
struct wish { com_drawer *draw; const struct doc *doc; len_t width, high; };

/* As large as it fits; of what does not fit nothing is told, but of the smallest. */
static bool drawn(struct com *c, const struct doc_node *n, const struct wish *w, struct fig_result *r)
{
	for (struct look f = figure_look(c);; f.num -= STEP) {
		struct fig_canvas on = canvas(c, f, w->width);
		struct diag *said = diag_new();
		on.doc = w->doc;
		on.diag = said;
		on.high = len_scale(w->high, f.den, f.num);
		const bool good = w->draw(r, &on, n), last = w->high <= 0 || f.num - STEP < SMALLEST,
			   fits = last || (good && r->drawing->height <= on.high);
		if (fits)
			diag_add_all(c->d, said, DIAG_HINWEIS);
		diag_free(said);
		if (fits) {
			enlarge(c, r, f);
			return good;
		}
	}
}

bool com_chart_drawn(struct com *c, const struct doc *doc, const struct doc_node *n, const struct doc_node *at,
	struct fig_result *r)
{
	struct wish w = {.draw = fig_chart, .doc = doc, .width = c->s->page.text};
	if (c->s->base) {
		const struct doc *own = c->doc;
		c->doc = doc;                          /* figures in its words are those of its edition */
		const len_t unit = com_chart_unit(c, n) ? c->style[COM_KLEIN]->leading : 0,
			    words = legend(c, n, true) + unit + LEGEND_ABOVE;
		c->doc = own;
		w.high = com_slide_room(c, at) - words;
	}
	return drawn(c, n, &w, r);
}

bool com_boxes(struct com *c, const struct doc_node *n, com_drawer *draw, struct fig_result *r)
{
	struct wish w = {.draw = draw, .doc = c->doc, .width = c->full};
	if (c->slides)
		w.high = com_slide_room(c, n) - legend(c, n, false);
	return drawn(c, n, &w, r);
}
