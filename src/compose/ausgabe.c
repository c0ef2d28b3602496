/* ausgabe.c: the Massnahmen of an edition that a paper presents: aim, steps, costs, by Handlungsfeld. Made from the edition's source; only its
 * plain text is taken, since what it refers to stands elsewhere. */
#include <string.h>

#include "compose/com.h"

struct plans { struct com_grid g; struct block *body; const struct block *column[3], *group; const struct doc_node *field; };

static void head(struct com *c, struct plans *z, const struct doc_node *n)
{
	static const char *const words[] = {"massnahme-ziel", "umsetzung", "kosten-kurz"};
	struct block *row = com_row(c, n, com_in(c, n, z->g.grid, BLK_THEAD, BLK_STACK));
	for (int i = 0; i < 3; i++) {
		com_push(c);
		struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_COLUMN, COM_ALIGN_COLUMN);
		com_cell_text(c, n, th, c->style[COM_TABKOPF], sty_word(c->s, words[i]));
		z->column[i] = th;
		com_pop(c);
	}
}

static void group(struct com *c, struct plans *z, const struct doc_node *f)
{
	com_push(c);
	struct block *th = com_cell(c, f, com_row(c, f, z->body), BLK_TH, BLK_SCOPE_NONE, COM_ALIGN_COLUMN);
	com_cell_of(th)->colspan = 3;
	com_cell_of(th)->group = true;
	com_cell_text(c, f, th, c->style[COM_GRUPPE], mem_fmt(c->t->mem, "%s%s%s", f->number ? f->number : "", f->number ? " " : "", com_plain(c, doc_child(f, DOC_TITEL))));
	z->group = th;
	z->field = f;
	com_pop(c);
}

/* Opens the cell; com_pop. */
static void cell(struct com *c, struct plans *z, const struct doc_node *n, struct block *row, int column)
{
	const struct block **h = MEM_ARRAY(c->t->mem, const struct block *, 2);
	com_push(c);
	struct block *td = com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE, COM_ALIGN_COLUMN);
	h[0] = z->column[column];
	h[1] = z->group;
	com_cell_of(td)->headers = h;
	com_cell_of(td)->nheaders = z->group ? 2 : 1;
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

static void one(struct com *c, struct plans *z, const struct doc_massnahme *m)
{
	const struct doc_node *n = m->ziel ? m->ziel : m->node;
	struct block *row = com_row(c, m->node, z->body);
	cell(c, z, n, row, 0);
	com_line(c, n, BLK_P, c->style[COM_TABELLE], m->ziel ? com_plain(c, m->ziel) : sty_word(c->s, "keine-angabe"));
	com_pop(c);
	cell(c, z, m->umsetzung ? m->umsetzung : m->node, row, 1);
	steps(c, m->umsetzung);
	com_pop(c);
	cell(c, z, m->finanzen ? m->finanzen : m->node, row, 2);
	com_para(c, m->finanzen ? m->finanzen : m->node, BLK_P, c->style[COM_TABELLE]);
	com_kosten(c, m);
	com_pop(c);
}

static const char *caption(struct com *c, const struct doc *edition)
{
	const char *title = com_plain(c, doc_angabe(edition, DOC_TITEL));
	return edition->edition ? mem_fmt(c->t->mem, "%s: %s, Ausgabe %s", sty_word(c->s, "massnahmen"), title, edition->edition)
	                        : mem_fmt(c->t->mem, "%s: %s", sty_word(c->s, "massnahmen"), title);
}

bool com_massnahmen_aus(struct com *c, const struct doc_node *n)
{
	const struct doc *edition = doc_edition(c->doc, doc_get(n, DOC_A_EDITION)), *own = c->doc;
	const char *only = doc_get(n, DOC_A_FELD);
	struct plans z = {0};
	size_t nm;
	if (!edition)                                  /* told by source */
		return false;
	const struct doc_massnahme *m = doc_massnahmen(edition, &nm);
	z.g = com_grid(c, n, "zusammenfassung", 3);
	z.g.grid->place = BLK_FULL;
	z.g.table->hints = true;
	z.g.cols[0].fixed = LEN_MM(58);
	z.g.cols[2].fixed = LEN_MM(38);
	z.g.cols[1].fixed = c->full - LEN_MM(96);
	c->doc = edition;                              /* places and figures are those of the edition */
	c->o.quiet = true;
	com_caption(c, doc_angabe(edition, DOC_TITEL) ? doc_angabe(edition, DOC_TITEL) : edition->root, &z.g, NULL, NULL, caption(c, edition));
	head(c, &z, edition->root);
	z.body = com_in(c, edition->root, z.g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < nm; i++) {
		const struct doc_node *f = m[i].feld;
		if (only && !(f && doc_is(f, DOC_A_ID, only)))
			continue;
		if (f && f != z.field && !only)
			group(c, &z, f);
		one(c, &z, &m[i]);
	}
	c->doc = own;
	return false;
}
