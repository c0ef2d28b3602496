/* turn.c: a wide table or figure on pages turned on their side. It becomes a division with a look of its own, and what
 * is made in it reckons with the width of those pages; styles stay what they are. */
#include "compose/turn.h"

#include "compose/tree.h"

static bool asked(const struct doc_node *n) { return n->nattrs && doc_is(n, DOC_A_QUER, "ja"); }

static void look(struct com *c, const struct style *s)
{
	c->s = s;
	c->margin = s->page.margin_col > 0;
	c->full = s->page.margin_col + s->page.gutter + s->page.text;
}

void com_turn(struct com *c, const struct doc_node *n)
{
	if (!asked(n) || c->upright || c->s->page.width > c->s->page.height)
		return;
	if (!com_has_page(c, n)) {
		diag_error(c->d, "QUER", doc_path(c->doc, n), n->line,
			"<%s quer=\"ja\"> braucht eine eigene Seite und steht hier in etwas anderem; erwartet wird "
			"sie unmittelbar in einem Kapitel, Abschnitt oder Anhang, bitte dorthin stellen oder quer "
			"weglassen",
			doc_kind_name(n->kind));
		return;
	}
	if (!c->turned || c->turned->base != c->s->base) {
		struct style *s = MEM_NEW(c->t->mem, struct style);
		*s = *c->s;
		s->page = sty_wide(c->s);
		c->turned = s;
	}
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	blk_more(c->t, b)->look = c->turned;
	b->floats = com_floats(c);
	c->block_of[n->order] = NULL;                  /* the name is that of what stands in it */
	b->id = NULL;
	c->o.at = b;
	c->upright = c->s;
	look(c, c->turned);
}

void com_turn_back(struct com *c, const struct doc_node *n)
{
	if (!c->upright || !asked(n))
		return;
	look(c, c->upright);
	c->upright = NULL;
}
