/* sheet.c: a form that an office fills in with its word processor: what is known stands beside what is asked for. A
 * paper of the house, not an edition. */
#include "compose/compose.h"
#include "compose/document.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/letter.h"
#include "compose/names.h"
#include "compose/run.h"
#include "compose/tree.h"

static void field(struct com *c, const struct doc_node *n, const struct com_entry *e)
{
	struct blk_field *f = MEM_NEW(c->t->mem, struct blk_field);
	*f = (struct blk_field){.entry = e->entry, .name = e->name, .title = e->label, .choices = e->choices,
		.nchoices = e->nchoices, .empty = e->empty};
	com_push(c);
	struct block *span = com_inline(c, n, BLK_SPAN);
	blk_more(c->t, span)->field = f;
	com_put(c, e->text);
	com_pop(c);
}

static void row(struct com *c, const struct doc_node *n, struct block *body, const struct com_entry *e)
{
	struct block *tr = com_row(c, n, body);
	com_text_cell(c, n, tr, BLK_TH, COM_TABELLE, e->label);
	if (!e->name) {
		com_text_cell(c, n, tr, BLK_TD, COM_TABELLE, e->text);
		return;
	}
	com_push(c);
	com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[COM_TABELLE]);
	field(c, n, e);
	com_pop(c);
}

static void asked(struct com *c, const struct com_sheet *form, const struct com_asked *a)
{
	const struct doc_node *n = a->of;
	com_titled(c, n, 2, COM_H2, a->title);
	com_push(c);
	struct com_grid g = com_grid(c, n, "daten", 2);
	g.grid->place = BLK_FULL;
	blk_more(c->t, g.grid)->title = a->title;
	g.cols[0].fixed = len_scale(c->full, 35, 100);
	g.cols[1].fixed = c->full - g.cols[0].fixed;
	c->o.quiet = true;
	com_head_row(c, n, &g, form->heads, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < a->n; i++)
		row(c, n, body, &a->entries[i]);
	com_pop(c);
}

static void compose(struct com *c, const struct doc *doc, const struct com_sheet *form)
{
	const struct doc_node *n = doc->root;
	const struct com_letter letter = {
		.kind = sty_word(c->s, "arbeitsblatt"), .status = sty_word(c->s, "intern"), .foot = com_address(c)};
	com_facts(c);
	c->t->draft = false;
	c->t->nattachments = 0;
	c->t->title = form->title;
	com_letter(c, n, &letter);
	com_push(c);
	com_letter_title(c, n, c->style[COM_VORLAGENTITEL], form->title, form->title);
	com_put(c, form->title);
	com_pop(c);
	com_line(c, n, BLK_P, c->style[COM_FLIESS], form->intro);
	for (size_t i = 0; i < form->n; i++)
		asked(c, form, &form->asked[i]);
}

struct blk_tree *com_sheet(const struct com_sheet *form, const struct doc *doc, const struct style *style,
	struct txt *txt, struct diag *d)
{
	struct com c;
	com_begin(&c, doc, style, txt, d);
	com_open(&c, doc);
	compose(&c, doc, form);
	com_close(&c);
	return com_finish(&c);
}
