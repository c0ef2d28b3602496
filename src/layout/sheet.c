/* sheet.c: slides shown on paper: a run of pages of their own, each of which is a piece in the flow of the page. */
#include "layout/page.h"

static uint32_t sheet_new(struct lay *l, const struct block *b)
{
	MEM_ROOM(l->sheets, l->nsheets, l->cap_sheets);
	l->sheets[l->nsheets] = (struct seq){.b = b, .seq = b->more->seq};
	return l->nsheets++;
}

void lay_sheet(struct lay *l, struct flow *f, const struct block *b)
{
	struct seq *outer = l->seq;
	const struct style *style = l->style;
	const char *running = l->running;
	const uint32_t at = sheet_new(l, b);
	lay_seq_fill(l, &l->sheets[at], true);
	const struct sty_page slide = l->style->page;
	l->seq = outer;
	l->style = style;
	l->running = running;
	for (uint32_t k = 0; k < l->sheets[at].npages; k++) {
		len_t h = len_scale(slide.height, f->w, slide.width);
		f->force |= k > 0;
		uint32_t first = f->p.n;
		struct piece *v = lay_piece(&f->p, PIECE_SHEET, b);
		*v = (struct piece){.kind = PIECE_SHEET, .b = b, .x = f->x, .w = f->w, .h = h, .first = at, .n = k};
		struct unit *u = lay_unit(l, f, b, PIECE_SHEET, h, 0);
		f->p.v[first].y = u->lead;
		u->first = first;
		u->n = 1;
		u->margin = true;
	}
}

void lay_sheets_number(struct lay *l)
{
	uint32_t next = 1;
	for (uint32_t i = 0; i < l->nsheets; i++) {
		l->sheets[i].first_number = next;
		next += l->sheets[i].npages;
	}
}
