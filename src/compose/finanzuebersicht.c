/* finanzuebersicht.c: the Finanzübersicht, made from the Posten of all Massnahmen that go on: one table for each
 * question (which year, which Stelle, whose money, in the budget or not). One-off and yearly amounts stand in columns
 * of their own and are never added together. Amounts that are not known yet are said to be open beside the sum of the
 * others. */
#include <stdlib.h>
#include <string.h>

#include "compose/costs.h"
#include "compose/kinds.h"
#include "compose/tree.h"

enum { ONCE, YEARLY, COLUMNS };

struct line {
	const char *name;
	int64_t rank;                                  /* order of the lines */
	money_t sum[COLUMNS];
	bool circa[COLUMNS], some[COLUMNS], open[COLUMNS];
	bool over;                                     /* more than an amount may be */
};

struct lines { struct line *at; size_t n, cap; };

typedef void collect(struct com *, struct lines *, const struct doc_massnahme *, const struct doc_posten *);

static struct line *line_of(struct com *c, struct lines *l, const char *name, int64_t rank)
{
	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(l->at[i].name, name))
			return &l->at[i];
	MEM_ROOM_IN(c->t->mem, l->at, l->n, l->cap);
	size_t at = l->n++;
	for (; at && l->at[at - 1].rank > rank; at--)
		l->at[at] = l->at[at - 1];
	l->at[at] = (struct line){.name = name, .rank = rank};
	return &l->at[at];
}

static void add(struct line *l, int column, money_t v, bool circa)
{
	l->over |= !money_add(&l->sum[column], v);
	l->some[column] = true;
	l->circa[column] |= circa;
}

/* What costs nothing, or nothing beside the running administration, makes no line. */
static bool costs(const struct doc_posten *p)
{
	return p->zustand != DOC_OHNE && p->zustand != DOC_LAUFENDE_VERWALTUNG;
}

static void add_posten(struct line *l, const struct doc_posten *p)
{
	int column = p->jaehrlich ? YEARLY : ONCE;
	if (p->zustand == DOC_BETRAG && p->betrag >= 0)
		add(l, column, p->betrag, p->circa);
	else
		l->open[column] = true;
}

/* A one-off amount falls due in its budget year, else in the year the Massnahme is over; a yearly one runs from its
 * budget year, else the edition's. */
static void by_year(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (!costs(p))
		return;
	const char *said = doc_get(p->node, DOC_A_HAUSHALTSJAHR);
	int year = said ? atoi(said) : p->jaehrlich ? c->doc->edition ? atoi(c->doc->edition) : 0 : m->faellig;
	add_posten(year > 0 ? line_of(c, l, mem_fmt(c->t->mem, "%d", year), year)
			    : line_of(c, l, sty_word(c->s, "ohne-jahr"), INT64_MAX),
		p);
}

static void by_stelle(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	const char *name = com_lead(c, m);
	if (costs(p))
		add_posten(line_of(c, l, name ? name : sty_word(c->s, "keine-angabe"), name ? 0 : 1), p);
}

static void by_source(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	(void)m;
	if (p->gefoerdert_durch)
		add_posten(line_of(c, l, mem_fmt(c->t->mem, "gefördert durch %s", p->gefoerdert_durch), 1), p);
	else if (p->erstattet_durch)
		add_posten(line_of(c, l, mem_fmt(c->t->mem, "erstattet durch %s", p->erstattet_durch), 2), p);
	else if (p->zustand == DOC_LAUFENDE_VERWALTUNG)
		line_of(c, l, sty_word(c->s, "laufende-verwaltung"), 3);
	else if (costs(p))
		add_posten(line_of(c, l, sty_word(c->s, "eigene-mittel"), 0), p);
}

/* Where the Massnahme as a whole says what is budgeted, its Posten take of it in their order. */
static money_t budgeted(const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (p->davon >= 0)
		return p->davon < p->betrag ? p->davon : p->betrag;
	if (!doc_get(m->finanzen, DOC_A_DAVON))
		return 0;
	money_t left = m->davon;
	for (const struct doc_posten *q = m->posten; q < p; q++)
		left -= q->betrag > 0 ? q->betrag : 0;
	return left <= 0 ? 0 : left < p->betrag ? left : p->betrag;
}

static void by_budget(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	int column = p->jaehrlich ? YEARLY : ONCE;
	if (p->gefoerdert_durch || p->erstattet_durch || p->zustand == DOC_OHNE)
		return;
	bool amount = p->zustand == DOC_BETRAG && p->betrag >= 0;
	money_t in = p->zustand == DOC_LAUFENDE_VERWALTUNG || !amount ? 0 : budgeted(m, p);
	if (p->zustand == DOC_LAUFENDE_VERWALTUNG)
		line_of(c, l, sty_word(c->s, "im-haushalt"), 0);
	else if (!amount)
		line_of(c, l, sty_word(c->s, "zusaetzlich"), 1)->open[column] = true;
	if (in > 0)
		add(line_of(c, l, sty_word(c->s, "im-haushalt"), 0), column, in, p->circa);
	if (amount && p->betrag > in)
		add(line_of(c, l, sty_word(c->s, "zusaetzlich"), 1), column, p->betrag - in, p->circa);
}

/* "circa 5.000,00 Euro", "weitere offen", "–" */
static void amount_cell(struct com *c, const struct doc_node *n, struct block *row, const struct line *l, int column,
	enum com_style style)
{
	com_push(c);
	com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[style]);
	if (l->some[column])
		com_fmt(c, "%s%s", l->circa[column] ? "circa\u00A0" : "", com_euro(c, l->sum[column]));
	if (l->open[column] && l->some[column])
		com_special(c, BLK_SEG_BREAK, 0);
	if (l->open[column])
		com_put(c, sty_word(c->s, l->some[column] ? "weitere-offen" : "betrag-offen"));
	if (!l->open[column] && !l->some[column])
		com_put(c, "–");
	com_pop(c);
}

static void set_line(struct com *c, const struct doc_node *n, struct block *body, const struct line *l,
	enum com_style style)
{
	struct block *row = com_row(c, n, body);
	if (l->over)
		diag_error(c->d, "BETRAG", doc_path(c->doc, n), n->line,
			"In der Finanzübersicht wird „%s“ zu groß; erwartet werden zusammen weniger als "
			"10.000.000.000.000 Euro, bitte die Beträge der Maßnahmen prüfen",
			l->name);
	com_push(c);
	struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_ROW);
	com_cell_text(c, n, th, c->style[style], l->name);
	com_pop(c);
	for (int i = 0; i < COLUMNS; i++)
		amount_cell(c, n, row, l, i, style);
}

static void table(struct com *c, const struct doc_node *n, const char *title, const char *column, collect *by)
{
	const char *const words[] = {column, "einmalig", "jaehrlich", NULL};
	struct lines l = {0};
	size_t nm;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm);
	struct line sum = {.name = sty_word(c->s, "summe")};
	for (size_t i = 0; i < nm; i++)
		for (size_t k = 0; com_goes_on(&m[i]) && k < m[i].nposten; k++)
			by(c, &l, &m[i], &m[i].posten[k]);
	if (!l.n)
		return;
	com_push(c);
	struct com_grid g = com_plan_table(c, n, l.n > 1 ? "summe" : "daten", title, words);
	g.cols[1].align = g.cols[2].align = STY_RECHTS;
	com_widths(c, &g, "finanzuebersicht", c->full);
	g.table->sum_row = l.n > 1;
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < l.n; i++) {
		set_line(c, n, body, &l.at[i], COM_TABELLE);
		for (int k = 0; k < COLUMNS; k++) {
			if (l.at[i].some[k])
				add(&sum, k, l.at[i].sum[k], l.at[i].circa[k]);
			sum.open[k] |= l.at[i].open[k];
		}
	}
	if (l.n > 1)
		set_line(c, n, body, &sum, COM_SUMME);
	com_pop(c);
}

bool com_on_finanzuebersicht(struct com *c, const struct doc_node *n)
{
	static const struct { const char *by, *title, *column; collect *collect; } kinds[] = {
		{"jahr", "kosten-nach-jahr", "haushaltsjahr", by_year},
		{"stelle", "kosten-nach-stelle", "stelle", by_stelle},
		{"quelle", "kosten-nach-quelle", "geldquelle", by_source},
		{"haushalt", "kosten-im-haushalt", "haushalt", by_budget},
	};
	const char *by = doc_get(n, DOC_A_NACH);
	struct block *all = com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at = all;
	c->o.quiet = true;                             /* shows what stands in the chapters */
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!by || !strcmp(by, kinds[i].by))
			table(c, n, kinds[i].title, kinds[i].column, kinds[i].collect);
	return false;
}
