/* ausgabe.c: the Massnahmen of an edition that a paper presents: aim, steps, costs. Made from the edition's source;
 * only its plain text is taken, since what it refers to stands elsewhere. */
#include "compose/costs.h"
#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/tree.h"

/* Opens the cell; com_pop. */
static void cell(struct com *c, const struct doc_node *n, struct block *row)
{
	com_push(c);
	com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
}

static void steps(struct com *c, const struct doc_node *from)
{
	const struct doc_node *first = from ? doc_child(from, DOC_SCHRITT) : NULL;
	bool several = first && doc_next(first, DOC_SCHRITT);
	if (!first)
		return;
	if (several)
		com_list(c, from);
	for (const struct doc_node *n = first; n; n = doc_next(n, DOC_SCHRITT)) {
		com_push(c);
		if (several)
			com_item(c, n, "–", false);
		else
			com_para(c, n, BLK_P, c->o.body);
		com_put(c, com_plain(c, n));
		com_pop(c);
	}
}

/* The name of its Handlungsfeld stands only above its first aim. What is done or dropped says so, and why, instead of
 * what it costs. */
static void one(struct com *c, const struct doc_massnahme *m, const struct doc_node *field, struct block *body)
{
	const struct doc_node *n = m->ziel ? m->ziel : m->node;
	struct block *row = com_row(c, m->node, body);
	cell(c, n, row);
	if (field)
		com_line(c, field, BLK_P, c->style[COM_SUMME], com_part_title(c, c->doc, field, false))->keep_next =
			true;
	com_line(c, n, BLK_P, c->style[COM_TABELLE], m->ziel ? com_plain(c, m->ziel) : sty_word(c->s, "keine-angabe"));
	com_pop(c);
	cell(c, m->umsetzung ? m->umsetzung : m->node, row);
	if (doc_goes_on(m))
		steps(c, m->umsetzung);
	else if (m->grund)
		com_line(c, m->node, BLK_P, c->style[COM_TABELLE], m->grund);
	com_pop(c);
	cell(c, m->finanzen ? m->finanzen : m->node, row);
	com_para(c, m->finanzen ? m->finanzen : m->node, BLK_P, c->style[COM_TABELLE]);
	if (doc_goes_on(m))
		com_kosten(c, &m->kosten, false);
	else
		com_put(c, doc_status_word(&c->words, m->status));
	com_pop(c);
}

static const char *caption(struct com *c, const struct doc *edition)
{
	const char *title = com_plain(c, doc_angabe(edition, DOC_TITEL));
	return edition->edition
		? mem_fmt(c->t->mem, "%s: %s, %s %s", sty_word(c->s, "massnahmen"), title, sty_word(c->s, "ausgabe"),
			  edition->edition)
		: com_told(c, "massnahmen", title);
}

bool com_on_massnahmen_aus(struct com *c, const struct doc_node *n)
{
	const struct doc *edition = doc_edition(c->doc, doc_get(n, DOC_A_EDITION)), *own = c->doc;
	static const char *const words[] = {"massnahme-ziel", "umsetzung", "kosten-kurz"};
	const char *only = doc_get(n, DOC_A_FELD);
	const struct doc_node *field = NULL;
	size_t nm;
	if (!edition)                                  /* told by source */
		return false;
	const struct doc_massnahme *m = doc_massnahmen(edition, &nm);
	const struct doc_node *from = doc_angabe(edition, DOC_TITEL) ? doc_angabe(edition, DOC_TITEL) : edition->root;
	struct com_grid g = com_grid(c, n, "zusammenfassung", 3);
	g.grid->place = BLK_FULL;
	g.table->hints = !c->slides;
	com_widths(c, &g, "massnahmen-aus", c->full);
	c->doc = edition;                              /* places and figures are those of the edition */
	c->o.quiet = true;
	com_caption(c, from, &g, NULL, NULL, caption(c, edition));
	com_head_words(c, from, &g, words, NULL);
	struct block *body = com_in(c, from, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < nm; i++) {
		if (only && !(m[i].feld && doc_is(m[i].feld, DOC_A_ID, only)))
			continue;
		one(c, &m[i], m[i].feld != field ? m[i].feld : NULL, body);
		field = m[i].feld;
	}
	c->doc = own;
	return false;
}
