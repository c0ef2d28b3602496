/* form.c: a table with one row a field: its name, its value (GESTALTUNG §12). */
#include "compose/form.h"

#include "compose/grid.h"
#include "compose/list.h"
#include "compose/tree.h"

static len_t label_width(const struct com *c)
{
	return c->margin ? c->s->page.margin_col + c->s->page.gutter : sty_measure(c->s, "formular-name");
}

len_t com_form_value(const struct com *c)
{
	return c->full - label_width(c);
}

struct com_form com_form(struct com *c, const struct doc_node *n, const char *style)
{
	struct com_grid g = com_grid(c, n, style, 2);
	g.grid->place = BLK_FULL;
	g.cols[0].fixed = label_width(c);
	g.cols[1].fixed = com_form_value(c);
	return (struct com_form){com_in(c, n, g.grid, BLK_TBODY, BLK_STACK)};
}

struct block *com_form_row(struct com *c, const struct com_form *f, const struct doc_node *n, const char *word)
{
	return com_form_named(c, f, n, sty_word(c->s, word));
}

struct block *com_form_named(struct com *c, const struct com_form *f, const struct doc_node *n, const char *label)
{
	com_push(c);
	struct block *tr = com_row(c, n, f->body);
	struct block *th = com_cell(c, n, tr, BLK_TH, BLK_SCOPE_ROW);
	com_cell_text(c, n, th, c->style[COM_MARKE], label);
	struct block *td = com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	c->o.body = c->style[COM_FLIESS];
	c->o.item = c->style[COM_LISTE];
	c->o.tab = COM_TAB;
	return td;
}

void com_form_text(struct com *c, const struct com_form *f, const struct doc_node *n, const char *word, int flags,
	const char *s)
{
	com_form_row(c, f, n, word);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	if (flags)
		c->o.ch = com_char(c, c->o.ch, flags);
	com_put(c, s);
	com_pop(c);
}
