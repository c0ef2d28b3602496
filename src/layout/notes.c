/* notes.c: footnotes. They wait in a queue of lines; a page takes those its marks name, at most a third of it, and the
 * rest goes on. */
#include "layout/page.h"

static const len_t GAP = 15000, AIR = 5000, RULE = LEN_MM(36);

len_t lay_notes_height(const struct lay *l, uint32_t end, len_t most, uint32_t *n)
{
	const struct flow *f = &l->notes;
	len_t h = GAP + AIR;
	*n = 0;
	for (uint32_t i = 0; i < f->nu && f->gone + i < end; i++) {
		if (h + f->u[i].height > most && i) {
			uint32_t last = end - f->gone < f->nu ? end - f->gone - 1 : f->nu - 1;
			return f->u[last].rand >= f->gone + i ? -1 : h;
		}
		h += f->u[i].height;
		*n = i + 1;
	}
	return *n ? h : 0;
}

static void rule(struct lay *l, struct seq *q, len_t y)
{
	struct sty_line line = sty_line(l->style, "note");
	struct piece *v = lay_piece(&q->p, PIECE_RULE, NULL);
	v->x = l->notes.x;
	v->w = RULE;
	v->y = y;
	v->h = line.width ? line.width : 500;
	v->rgb = line.colour;
	v->artifact = LAY_LAYOUT;
}

void lay_notes_put(struct lay *l, struct seq *q, uint32_t n)
{
	struct flow *f = &l->notes;
	len_t y = l->style->page.bottom - l->style->page.top;
	for (uint32_t i = 0; i < n; i++)
		y -= f->u[i].height;
	rule(l, q, y - AIR);
	for (uint32_t i = 0; i < n; i++) {
		lay_unit_put(f, &f->u[i], &q->p, y);
		y += f->u[i].height;
	}
	lay_flow_drop(f, n);
}
