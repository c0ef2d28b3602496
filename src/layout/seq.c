/* seq.c: the pages of one run. */
#include "layout/page.h"

void lay_seq_fill(struct lay *l, struct seq *q, bool sheet)
{
	lay_look(l, q);
	const struct sty_page *pg = &l->style->page;
	const bool slide = q->seq && q->seq->slide;
	struct flow f = {
		.x = pg->left + pg->margin_col + pg->gutter, .w = pg->text, .top = true, .align = 255, .hold = slide};
	q->npages = q->p.n = 0;
	q->p.mem = l->mem;
	l->seq = q;
	l->running = q->seq && q->seq->head ? q->seq->head : q->head_in;
	if (q->b->flow == BLK_SEQUENCE || sheet)
		lay_flow_children(l, &f, q->b);
	else
		lay_flow_block(l, &f, q->b);
	if (slide) {
		lay_slide_shrink(l, &f);
		lay_slide_check(l, &f);
		lay_slide_fill(l, &f);
	}
	lay_pages_drain(l, &f, true);
	lay_flow_free(&f);
	if (slide)
		lay_slide_more(l);
	if (!q->npages && (l->nseqs == 1 || slide || (q->seq && q->seq->backdrop)))
		lay_pages_empty(l, q);
}
