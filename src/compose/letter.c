/* letter.c: what papers and announcements have in common (GESTALTUNG §12): the head of the first page, marks to fold
 * by, the foot, and the form: a table with one row a field. */
#include "compose/letter.h"

#include <string.h>

#include "compose/fixed.h"
#include "compose/heading.h"
#include "compose/tree.h"
#include "compose/walk.h"

enum { MARK_OPS = 9, RULE_OPS = 3 };

static struct fig_op *stroke(struct fig_op *op, len_t x, len_t y, len_t w, struct sty_line line)
{
	op[0] = (struct fig_op){.kind = FIG_MOVE, .x = x, .y = y};
	op[1] = (struct fig_op){.kind = FIG_LINE, .x = x + w, .y = y};
	op[2] = (struct fig_op){.kind = FIG_PAINT, .stroke = true, .stroke_rgb = line.colour, .width = line.width};
	return op + 3;
}

/* The rule below the head, and where a window envelope wants the sheet folded and punched (DIN 5008). */
static const struct fig_drawing *backdrop(struct com *c)
{
	const struct sty_page *pg = &c->s->page;
	struct fig_op *ops = MEM_ARRAY(c->t->mem, struct fig_op, MARK_OPS + RULE_OPS), *op = ops;
	struct fig_drawing *d = MEM_NEW(c->t->mem, struct fig_drawing);
	struct sty_line fold = sty_line(c->s, "falz");
	op = stroke(op, pg->left, LEN_PT(82.5), pg->width - pg->right - pg->left, sty_line(c->s, "kopf"));
	op = stroke(op, LEN_MM(5), LEN_MM(105), LEN_MM(3), fold);
	op = stroke(op, LEN_MM(5), LEN_MM(148.5), LEN_MM(5), fold);
	op = stroke(op, LEN_MM(5), LEN_MM(210), LEN_MM(3), fold);
	*d = (struct fig_drawing){.width = pg->width, .height = pg->height, .ops = ops, .nops = (size_t)(op - ops)};
	return d;
}

void com_letter(struct com *c, const struct doc_node *n, const struct com_letter *w)
{
	const struct sty_page *pg = &c->s->page;
	const char *office = sty_word(c->s, "amtsleitung");
	len_t edge = pg->width - pg->right, axis = edge - pg->text, from = c->margin ? axis : axis + LEN_PT(120);
	c->seq = NULL;
	struct blk_seq *q = com_sequence(c, STY_ARABISCH_ZAHL);
	q->letter = true;
	q->folio = (uint8_t)w->folio;
	q->foot = w->foot;
	q->head = w->kind;
	q->backdrop = backdrop(c);
	c->o.at = c->seq;
	c->seq->line = n->line;
	if (n == c->doc->root && !c->block_of[n->order]) {         /* whoever means the paper means its pages */
		c->block_of[n->order] = c->seq;
		c->seq->id = c->prefix ? c->prefix : doc_get(n, DOC_A_ID);
		c->seq->file = doc_path(c->doc, n);
	}
	com_fixed_text(c, n, COM_KOPFANGABE, (struct com_place){pg->left, LEN_PT(60), from - pg->left}, NULL,
		c->s->town);
	com_fixed_text(c, n, COM_KOPFSTELLE, (struct com_place){from, LEN_PT(60), edge - from}, NULL, office);
	len_t beside = from +
		(c->txt ? fig_text_width(c->txt, &c->style[COM_KOPFSTELLE]->ch, office, strlen(office)) : 0) +
		LEN_PT(12);
	com_fixed_text(c, n, COM_KOPFART, (struct com_place){beside, LEN_PT(60), edge - beside}, NULL, w->kind);
	com_fixed_text(c, n, COM_KOPFSTATUS, (struct com_place){axis, LEN_PT(75), pg->text}, NULL, w->status);
}

/* At most three lines: a longer title is set smaller. What is kept together may need a little more than the words
 * alone. */
static const struct sty_para *fitting(struct com *c, const struct sty_para *base, const char *title)
{
	static const int per_cent[] = {100, 89, 78, 70};
	struct sty_para *p = MEM_NEW(c->t->mem, struct sty_para);
	*p = *base;
	for (size_t i = 0; i < sizeof per_cent / sizeof *per_cent; i++) {
		p->ch.size = len_scale(base->ch.size, per_cent[i], 100);
		p->leading = i < 2 ? base->leading : len_scale(base->leading, 5, 6);
		if (com_lines_in(c, &p->ch, title, len_scale(c->s->page.text, 94, 100)) <= 3)
			break;
	}
	return p->ch.size == base->ch.size ? base : p;
}

struct block *com_letter_title(struct com *c, const struct doc_node *n, const struct sty_para *style, const char *title,
	const char *outline)
{
	struct blk_box *box = MEM_NEW(c->t->mem, struct blk_box);
	struct block *at = c->o.at, *div = com_in(c, n, at, BLK_DIV, BLK_STACK);
	*box = (struct blk_box){.pad_top = LEN_PT(15)};
	blk_more(c->t, div)->box = box;
	div->keep_next = true;
	div->after = 2 * c->s->page.grid;
	c->o.at = div;
	struct block *h = com_heading(c, n, 1, fitting(c, style, title), NULL);
	h->outline = true;
	blk_more(c->t, h)->title = outline;
	c->o.at = at;
	return h;
}

void com_sample(struct com *c, enum blk_place place)
{
	const struct doc_node *n = doc_angabe(c->doc, DOC_BEISPIEL);
	if (!n)
		return;
	com_push(c);
	if (!c->margin || place == BLK_AXIS) {
		c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
		c->o.at->before = 4 * c->s->page.grid;
	}
	com_para(c, n, BLK_P, c->style[COM_QUELLE])->place = c->margin ? place : BLK_AXIS;
	com_children(c, n);
	com_pop(c);
}
