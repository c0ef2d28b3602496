/* zusammenfassung.c: the Zusammenfassung, made from the Massnahmen: aim, time, yearly costs, by Handlungsfeld.
 * Form "spalte": number | name and aim | time | costs; form "gruppe": the Handlungsfeld as a group row, then aim | time
 * | costs. */
#include <string.h>

#include "compose/compose.h"
#include "compose/costs.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/names.h"
#include "compose/tree.h"

struct summary {
	struct com_grid g;
	struct block *body;
	const struct block *column[4], *group;
	bool grouped;
	bool yearly_only;                              /* no amount is a one-off: the head of the costs says so */
	const struct doc_node *field;
};

static struct block *text_cell(struct com *c, struct summary *z, const struct doc_node *n, struct block *row,
	int column, const char *s)
{
	struct block *td = com_text_cell(c, n, row, BLK_TD, COM_KLEIN, s);
	if (z->grouped) {
		const struct block **h = MEM_ARRAY(c->t->mem, const struct block *, 2);
		h[0] = z->column[column];
		h[1] = z->group;
		td->cell->headers = h;
		td->cell->nheaders = 2;
	}
	return td;
}

/* A cell with an open paragraph. */
static void open_cell(struct com *c, struct summary *z, const struct doc_node *n, struct block *row, int column)
{
	struct block *td = text_cell(c, z, n, row, column, "");
	com_push(c);
	c->o.at = td;
	com_para(c, n, BLK_P, c->style[COM_KLEIN]);
}

/* A draft shows what its original said in the same place, as long as somebody has to decide between the two. */
static void put_told(struct com *c, const struct doc_massnahme *m, enum doc_attr told)
{
	const char *s = doc_get(m->node, told);
	if (!s || !com_is_draft(c->doc, c->s))
		return;
	com_special(c, BLK_SEG_BREAK, 0);
	com_fmt(c, "%s%s", com_part(c, "", sty_word(c->s, "laut-original"), " "), s);
}

/* "mittelfristig", "2 Jahre" one below the other */
static void time_cell(struct com *c, struct summary *z, const struct doc_massnahme *m, struct block *row, int column)
{
	open_cell(c, z, m->zeitbedarf ? m->zeitbedarf : m->node, row, column);
	if (!doc_goes_on(m)) {
		com_put(c, doc_status_word(&c->words, m->status));
		com_pop(c);
		return;
	}
	if (m->klasse)
		com_put(c, doc_klasse_word(&c->words, m->klasse));
	if (m->klasse && m->jahre)
		com_special(c, BLK_SEG_BREAK, 0);
	if (m->seit && m->faellig)
		com_fmt(c, "%s%d", com_part(c, "", sty_word(c->s, "bis"), " "), m->faellig);
	else if (m->jahre)
		com_fmt(c, "%d%s", m->jahre,
			com_part(c, "\u00A0", sty_word(c->s, m->jahre == 1 ? "jahr" : "jahre"), ""));
	if (!m->klasse && !m->jahre)
		com_put(c, m->zeitbedarf ? com_plain(c, m->zeitbedarf) : sty_word(c->s, "keine-angabe"));
	put_told(c, m, DOC_A_LAUT_ZEITBEDARF);
	com_pop(c);
}

static void cost_cell(struct com *c, struct summary *z, const struct doc_massnahme *m, struct block *row, int column)
{
	open_cell(c, z, m->finanzen ? m->finanzen : m->node, row, column);
	if (doc_goes_on(m))
		com_kosten(c, &m->kosten, z->yearly_only);
	else
		com_put(c, "–");
	put_told(c, m, DOC_A_LAUT_KOSTEN);
	com_pop(c);
}

static const char *ziel_of(struct com *c, const struct doc_massnahme *m)
{
	return m->ziel ? com_plain(c, m->ziel) : sty_word(c->s, "keine-angabe");
}

static void group_row(struct com *c, struct summary *z, const struct doc_massnahme *m)
{
	const struct doc_node *f = m->feld ? m->feld : m->node;
	struct block *row = com_row(c, f, z->body);
	com_push(c);
	struct block *th = com_cell(c, f, row, BLK_TH, BLK_SCOPE_NONE);
	th->cell->colspan = 3;
	th->cell->group = true;
	com_cell_text(c, f, th, c->style[COM_GRUPPE],
		com_part_title(c, c->doc, f, false));
	z->group = th;
	com_pop(c);
}

static void grouped_rows(struct com *c, struct summary *z, const struct doc_massnahme *m)
{
	if (m->feld != z->field || !z->group)
		group_row(c, z, m);
	struct block *row = com_row(c, m->node, z->body);
	text_cell(c, z, m->ziel ? m->ziel : m->node, row, 0, ziel_of(c, m));
	time_cell(c, z, m, row, 1);
	cost_cell(c, z, m, row, 2);
}

/* The short one, if it has one: the table is an overview. */
static const char *field_name(struct com *c, const struct doc_node *f)
{
	const char *brief = doc_get(f, DOC_A_KURZ);
	return brief ? brief : com_plain(c, doc_child(f, DOC_TITEL));
}

/* Number as a link to the Handlungsfeld; its name only above its first aim. */
static void column_row(struct com *c, struct summary *z, const struct doc_massnahme *m)
{
	const struct doc_node *f = m->feld ? m->feld : m->node;
	struct block *row = com_row(c, m->node, z->body);
	com_push(c);
	com_cell(c, f, row, BLK_TH, BLK_SCOPE_ROW);
	com_para(c, f, BLK_P, c->style[COM_GRUPPE]);
	com_link_to(c, com_inline(c, f, BLK_LINK), f);
	com_put(c, f->number ? f->number : "–");
	com_pop(c);
	com_push(c);
	com_cell(c, m->node, row, BLK_TD, BLK_SCOPE_NONE);
	if (m->feld != z->field && m->feld)
		com_line(c, f, BLK_P, c->style[COM_SUMME], field_name(c, f))->keep_next = true;
	com_line(c, m->ziel ? m->ziel : m->node, BLK_P, c->style[COM_KLEIN], ziel_of(c, m));
	com_pop(c);
	time_cell(c, z, m, row, 2);
	cost_cell(c, z, m, row, 3);
}

static bool yearly_only(const struct doc_massnahme *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (doc_goes_on(&m[i]) && m[i].kosten.einmalig.n)
			return false;
	return true;
}

bool com_on_zusammenfassung(struct com *c, const struct doc_node *n)
{
	const char *columns[] = {"nummer", "zusammenfassung-ziel", "umsetzung", "kosten-jaehrlich"};
	size_t nm;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm);
	const char *form = sty_value(c->s, "zusammenfassung", "form");
	struct summary z = {.grouped = form && !strcmp(form, "gruppe")};
	int k = z.grouped ? 0 : 1;
	if (!nm)
		return false;
	z.yearly_only = yearly_only(m, nm);
	if (!z.yearly_only)
		columns[3] = "kosten-kurz";
	z.g = com_grid(c, n, "zusammenfassung", 3 + k);
	z.g.grid->place = BLK_FULL;
	z.g.table->hints = true;
	com_widths(c, &z.g, z.grouped ? "zusammenfassung-gruppe" : "zusammenfassung", c->full);
	c->o.quiet = true;                             /* the rows show what stands in the chapters */
	com_caption(c, n, &z.g, n->number, NULL, sty_word(c->s, "zusammenfassung-titel"));
	com_head_words(c, n, &z.g, columns + 1 - k, z.column);
	z.body = com_in(c, n, z.g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < nm; i++) {
		(z.grouped ? grouped_rows : column_row)(c, &z, &m[i]);
		z.field = m[i].feld;
	}
	return false;
}
