/* finanzuebersicht.c: the Finanzübersicht, made from the Posten of all Massnahmen that go on: one table for each
 * question (which year, which Stelle, whose money, in the budget or not). One-off and yearly amounts stand in columns
 * of their own and are never added together. Amounts that are not known yet are said to be open beside the sum of the
 * others. */
#include <string.h>

#include "compose/costs.h"
#include "compose/kinds.h"
#include "compose/tree.h"

enum { ONCE, YEARLY, COLUMNS };

struct line {
	const char *name;
	int64_t rank;                                  /* order of the lines */
	struct doc_sum sum[COLUMNS];
	struct doc_place at;                           /* where a sum that gets too large is told */
};

struct lines { struct line *at; size_t n, cap; const char *title; const struct doc_node *node; };

typedef void collect(struct com *, struct lines *, const struct doc_massnahme *, const struct doc_posten *);

static struct line new_line(struct com *c, const struct lines *l, const char *name, int64_t rank)
{
	return (struct line){.name = name,
		.rank = rank,
		.at = {c->d, c->doc, l->node, mem_fmt(c->t->mem, "%s: %s", l->title, name)}};
}

static struct line *line_of(struct com *c, struct lines *l, const char *name, int64_t rank)
{
	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(l->at[i].name, name))
			return &l->at[i];
	MEM_ROOM_IN(c->t->mem, l->at, l->n, l->cap);
	size_t at = l->n++;
	for (; at && l->at[at - 1].rank > rank; at--)
		l->at[at] = l->at[at - 1];
	l->at[at] = new_line(c, l, name, rank);
	return &l->at[at];
}

/* What costs nothing, or nothing beside the running administration, makes no line. */
static bool costs(const struct doc_posten *p)
{
	return doc_share(p) != DOC_NOTHING;
}

static void add_posten(struct line *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	struct doc_sum *s = &l->sum[p->jaehrlich ? YEARLY : ONCE];
	doc_sum_posten(s, &m->kosten, p, &l->at);
	s->open |= doc_share(p) == DOC_OTHERS;
}

/* A one-off amount falls due in its budget year, else in the year the Massnahme is over; a yearly one runs from its
 * budget year, else the edition's. */
static void by_year(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (!costs(p))
		return;
	int year = doc_haushaltsjahr(c->doc, m, p);
	add_posten(year > 0 ? line_of(c, l, mem_fmt(c->t->mem, "%d", year), year)
			    : line_of(c, l, sty_word(c->s, "ohne-jahr"), INT64_MAX),
		m, p);
}

static void by_stelle(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	const char *name = com_lead(c, m);
	if (costs(p))
		add_posten(line_of(c, l, name ? name : sty_word(c->s, "keine-angabe"), name ? 0 : 1), m, p);
}

static const char *paid_by(struct com *c, const char *how, const char *who)
{
	return mem_fmt(c->t->mem, "%s %s", sty_word(c->s, how), who);
}

static void by_source(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (p->gefoerdert_durch)
		add_posten(line_of(c, l, paid_by(c, "gefoerdert-durch", p->gefoerdert_durch), 1), m, p);
	else if (p->erstattet_durch)
		add_posten(line_of(c, l, paid_by(c, "erstattet-durch", p->erstattet_durch), 2), m, p);
	else if (p->zustand == DOC_LAUFENDE_VERWALTUNG)
		line_of(c, l, sty_word(c->s, "laufende-verwaltung"), 3);
	else if (costs(p))
		add_posten(line_of(c, l, sty_word(c->s, "eigene-mittel"), 0), m, p);
}

static void add_part(struct line *l, const struct doc_posten *p, money_t v)
{
	struct doc_sum *s = &l->sum[p->jaehrlich ? YEARLY : ONCE];
	doc_sum_amount(s, v, &l->at);
	s->circa |= p->circa;
}

static void by_budget(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (doc_paid_by_others(p) || p->zustand == DOC_OHNE)
		return;
	money_t in = doc_budgeted(&m->kosten, p);
	if (in > 0)
		add_part(line_of(c, l, sty_word(c->s, "im-haushalt"), 0), p, in);
	else if (!costs(p))
		line_of(c, l, sty_word(c->s, "im-haushalt"), 0);
	if (p->betrag > in)
		add_part(line_of(c, l, sty_word(c->s, "zusaetzlich"), 1), p, p->betrag - in);
	else if (doc_share(p) == DOC_OPEN)
		line_of(c, l, sty_word(c->s, "zusaetzlich"), 1)->sum[p->jaehrlich ? YEARLY : ONCE].open = true;
}

/* "circa 5.000,00 Euro", "weitere offen", "–" */
static void amount_cell(struct com *c, const struct doc_node *n, struct block *row, const struct line *l, int column,
	enum com_style style)
{
	com_push(c);
	com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[style]);
	const struct doc_sum *s = &l->sum[column];
	if (s->n)
		com_put(c, com_amount(c, s->value, s->circa));
	if (s->open && s->n)
		com_special(c, BLK_SEG_BREAK, 0);
	if (s->open)
		com_put(c, sty_word(c->s, s->n ? "weitere-offen" : "betrag-offen"));
	if (!s->open && !s->n)
		com_put(c, "–");
	com_pop(c);
}

static void set_line(struct com *c, const struct doc_node *n, struct block *body, const struct line *l,
	enum com_style style)
{
	struct block *row = com_row(c, n, body);
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
	struct lines l = {.title = sty_word(c->s, title), .node = n};
	size_t nm;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm);
	struct line sum = new_line(c, &l, sty_word(c->s, "summe"), 0);
	for (size_t i = 0; i < nm; i++)
		for (size_t k = 0; doc_goes_on(&m[i]) && k < m[i].kosten.nposten; k++)
			by(c, &l, &m[i], &m[i].kosten.posten[k]);
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
		for (int k = 0; k < COLUMNS; k++)
			doc_sum_sum(&sum.sum[k], &l.at[i].sum[k], &sum.at);
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
