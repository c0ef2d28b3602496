/* letter.c: what papers and announcements have in common (GESTALTUNG §12): the head of the first page, marks to fold
 * by, the foot, and the form: a table with one row a field. */
#include "compose/letter.h"

#include <string.h>

#include "compose/fixed.h"
#include "compose/heading.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "compose/walk.h"

/* DIN 5008, form B: the marks at the left edge, from its upper left corner */
#define MARK_LEFT LEN_MM(5)
#define FOLD_1 LEN_MM(105)
#define FOLD_2 LEN_MM(210)
#define FOLD_WIDE LEN_MM(3)
#define PUNCH LEN_MM(148.5)
#define PUNCH_WIDE LEN_MM(5)
#define KIND_GAP LEN_PT(12)                        /* between the office and what it is, in one line */

/* The rule below the head, and where a window envelope wants the sheet folded and punched (DIN 5008). */
static const struct fig_drawing *backdrop(struct com *c)
{
	const struct sty_page *pg = &c->s->page;
	const struct sty_line fold = sty_line(c->s, "falz");
	struct fig_op ops[4 * COM_RULE_OPS], *op = ops;
	op = com_rule(op, pg->left, sty_measure(c->s, "brief-linie"), pg->width - pg->right - pg->left,
		sty_line(c->s, "kopf"));
	op = com_rule(op, MARK_LEFT, FOLD_1, FOLD_WIDE, fold);
	op = com_rule(op, MARK_LEFT, PUNCH, PUNCH_WIDE, fold);
	op = com_rule(op, MARK_LEFT, FOLD_2, FOLD_WIDE, fold);
	return com_backdrop(c, false, ops, (size_t)(op - ops));
}

/* A motion is its movers', not the administration's; where their names have no room beside what it is, nobody's. */
static const char *head_office(struct com *c, const struct com_letter *w, len_t room)
{
	const char *mover = com_mover(c, c->doc);
	if (!mover)
		return com_head_office(c);
	return com_width(c, &c->style[COM_KOPFSTELLE]->ch, mover) + KIND_GAP +
		com_width(c, &c->style[COM_KOPFART]->ch, w->kind) <= room ? mover : "";
}

void com_letter(struct com *c, const struct doc_node *n, const struct com_letter *w)
{
	const struct sty_page *pg = &c->s->page;
	len_t edge = pg->width - pg->right, axis = edge - pg->text,
	      from = c->margin ? axis : axis + sty_measure(c->s, "brief-einzug");
	const len_t head = sty_measure(c->s, "brief-kopf"), state = sty_measure(c->s, "brief-status");
	const char *office = head_office(c, w, edge - from);
	const len_t taken = *office ? com_width(c, &c->style[COM_KOPFSTELLE]->ch, office) + KIND_GAP : 0;
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
	com_fixed_text(c, n, COM_KOPFANGABE, (struct com_place){pg->left, head, from - pg->left}, NULL,
		com_sender(c));
	if (*office)
		com_fixed_text(c, n, COM_KOPFSTELLE, (struct com_place){from, head, edge - from}, NULL, office);
	com_fixed_text(c, n, COM_KOPFART, (struct com_place){from + taken, head, edge - from - taken}, NULL, w->kind);
	com_fixed_text(c, n, COM_KOPFSTATUS, (struct com_place){axis, state, pg->text}, NULL, w->status);
}

/* At most four lines: a longer title is set smaller; the others of a series have one size. What is kept together may
 * need a little more than the words alone. */
static const struct sty_para *fitting(struct com *c, const struct sty_para *base, const char *title)
{
	static const int per_cent[] = {100, 89, 78, 70};
	struct sty_para *p = MEM_NEW(c->t->mem, struct sty_para);
	*p = *base;
	for (size_t i = 0; i < sizeof per_cent / sizeof *per_cent; i++) {
		p->ch.size = len_scale(base->ch.size, per_cent[i], 100);
		p->leading = i < 2 ? base->leading : len_scale(base->leading, 5, 6);
		if (com_lines_in(c, &p->ch, title, len_scale(c->s->page.text, 94, 100)) <= 4)
			break;
	}
	return p->ch.size == base->ch.size ? base : p;
}

struct block *com_letter_title(struct com *c, const struct doc_node *n, const struct sty_para *style, const char *title,
	const char *outline)
{
	struct block *at = c->o.at, *div = com_in(c, n, at, BLK_DIV, BLK_STACK);
	com_box(c, div, (struct blk_box){.pad_top = sty_measure(c->s, "brief-titel")});
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
