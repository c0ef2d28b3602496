/* finanzuebersicht.c: the Finanzübersicht, made from the Posten of all Massnahmen that go on: one table for each
 * question (which year, which Stelle, whose money, in the budget or not). One-off and yearly amounts stand in columns
 * of their own and are never added together. Amounts that are not known yet are said to be open beside the sum of the
 * others. "–" means that nothing is to be paid. */
#include <string.h>

#include "compose/costs.h"
#include "compose/kinds.h"
#include "compose/tree.h"

enum { ONCE, YEARLY, COLUMNS };
enum { YEARS_MOST = 100 };                             /* from the first to the last; beyond, one is a mistake */

struct line {
	const char *name;
	int64_t rank;                                  /* order of the lines; of a year: itself, NO_YEAR: none known */
	struct doc_sum sum[COLUMNS];
	bool unsaid;                                   /* others pay something, and nobody says how much */
	struct doc_place at;                           /* where a sum that gets too large is told */
};
#define NO_YEAR INT64_MAX

struct lines { struct line *at; size_t n, cap; const char *title, *number; const struct doc_node *node; };

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

/* What costs nothing, or nothing that is known to be the town's, makes no line. */
static bool counts(const struct doc_posten *p)
{
	return doc_share(p) == DOC_AMOUNT || doc_share(p) == DOC_OPEN;
}

static struct doc_sum *column_of(struct line *l, const struct doc_posten *p)
{
	return &l->sum[p->jaehrlich ? YEARLY : ONCE];
}

static void add_posten(struct line *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	doc_sum_posten(column_of(l, p), &m->kosten, p, &l->at);
	l->unsaid |= doc_share(p) == DOC_OTHERS;
}

/* ---- by year ---- */

static struct line *line_of_year(struct com *c, struct lines *l, int year)
{
	return year > 0 ? line_of(c, l, mem_fmt(c->t->mem, "%d", year), year)
			: line_of(c, l, sty_word(c->s, "ohne-jahr"), NO_YEAR);
}

/* A one-off amount falls due in one year; a yearly one is paid in every year there is a line of, from its first on. */
static void by_year(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	int year = doc_haushaltsjahr(c->doc, m, p);
	bool dated = l->n && l->at[0].rank != NO_YEAR;
	if (!counts(p))
		return;
	if (!p->jaehrlich || !dated) {
		add_posten(line_of_year(c, l, year), m, p);
		return;
	}
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].rank != NO_YEAR && l->at[i].rank >= year)
			add_posten(&l->at[i], m, p);
}

struct span { int first, last; const struct doc_node *from, *to; };            /* of years; from, to: who says so */

static struct span years_of(struct com *c)
{
	struct span s = {0};
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; doc_goes_on(&m[i]) && k < m[i].kosten.nposten; k++) {
			const struct doc_posten *p = &m[i].kosten.posten[k];
			int year = counts(p) ? doc_haushaltsjahr(c->doc, &m[i], p) : 0;
			if (year > 0 && (!s.first || year < s.first))
				s.first = year, s.from = p->node;
			if (year > s.last)
				s.last = year, s.to = p->node;
		}
	return s;
}

/* All years between the first and the last have a line, so that none is missed; false: they lie too far apart (told) */
static bool set_years(struct com *c, struct lines *l)
{
	struct span s = years_of(c);
	if (s.last - s.first >= YEARS_MOST) {
		diag_error(c->d, "JAHRESABSTAND", doc_path(c->doc, s.to), s.to->line,
			"Dieser Posten zählt in der Finanzübersicht im Jahr %d, der früheste (Zeile %d) im Jahr %d; "
			"erwartet werden weniger als %d Jahre dazwischen, bitte haushaltsjahr, jahre und seit prüfen",
			s.last, s.from->line, s.first, YEARS_MOST);
		return false;
	}
	for (int year = s.first; year && year <= s.last; year++)
		line_of_year(c, l, year);
	return true;
}

/* ---- by Stelle, source, budget ---- */

static void by_stelle(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	const char *name = com_lead(c, m);
	if (counts(p))
		add_posten(line_of(c, l, name ? name : sty_word(c->s, "keine-angabe"), name ? 0 : 1), m, p);
}

static const char *paid_by(struct com *c, const char *how, const char *who)
{
	return mem_fmt(c->t->mem, "%s%s", com_part(c, "", sty_word(c->s, how), " "), who);
}

static void by_source(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (p->zustand == DOC_LAUFENDE_VERWALTUNG)
		line_of(c, l, sty_word(c->s, "laufende-verwaltung"), 3);
	else if (doc_share(p) == DOC_NOTHING)
		return;
	else if (p->gefoerdert_durch)
		add_posten(line_of(c, l, paid_by(c, "gefoerdert-durch", p->gefoerdert_durch), 1), m, p);
	else if (p->erstattet_durch)
		add_posten(line_of(c, l, paid_by(c, "erstattet-durch", p->erstattet_durch), 2), m, p);
	else
		add_posten(line_of(c, l, sty_word(c->s, "eigene-mittel"), 0), m, p);
}

static void add_part(struct line *l, const struct doc_posten *p, money_t v)
{
	doc_sum_amount(column_of(l, p), v, &l->at);
	column_of(l, p)->circa |= p->circa;
}

static void by_budget(struct com *c, struct lines *l, const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (doc_paid_by_others(p) || p->zustand == DOC_OHNE)
		return;
	money_t in = doc_budgeted(&m->kosten, p);
	if (in > 0)
		add_part(line_of(c, l, sty_word(c->s, "im-haushalt"), 0), p, in);
	else if (!counts(p))
		line_of(c, l, sty_word(c->s, "im-haushalt"), 0);
	if (p->betrag > in)
		add_part(line_of(c, l, sty_word(c->s, "zusaetzlich"), 1), p, p->betrag - in);
	else if (doc_share(p) == DOC_OPEN)
		column_of(line_of(c, l, sty_word(c->s, "zusaetzlich"), 1), p)->open = true;
}

/* ---- the table ---- */

/* "circa 5.000,00 Euro", "weitere offen", "nicht beziffert", "–" */
static void amount_cell(struct com *c, const struct doc_node *n, struct block *row, const struct line *l, int column,
	enum com_style style)
{
	const struct doc_sum *s = &l->sum[column];
	com_push(c);
	com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[style]);
	if (s->n)
		com_put(c, com_amount(c, s->value, s->circa));
	if (s->open && s->n)
		com_special(c, BLK_SEG_BREAK, 0);
	if (s->open)
		com_put(c, sty_word(c->s, s->n ? "weitere-offen" : "betrag-offen"));
	if (!s->open && !s->n)
		com_put(c, l->unsaid ? sty_word(c->s, "betrag-ungenannt") : "–");
	com_pop(c);
}

static void set_line(struct com *c, struct block *body, const struct line *l, enum com_style style)
{
	const struct doc_node *n = l->at.node;
	struct block *row = com_row(c, n, body);
	com_push(c);
	struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_ROW);
	com_cell_text(c, n, th, c->style[style], l->name);
	com_pop(c);
	for (int i = 0; i < COLUMNS; i++)
		amount_cell(c, n, row, l, i, style);
}

static void add_line(struct line *sum, const struct line *l)
{
	for (int k = 0; k < COLUMNS; k++)
		doc_sum_sum(&sum->sum[k], &l->sum[k], &sum->at);
	sum->unsaid |= l->unsaid;
}

struct question { const char *by, *title, *column; collect *collect; bool years; };

static void set_lines(struct com *c, const struct lines *l, const struct question *q)
{
	const char *const text[] = {sty_word(c->s, q->column), sty_word(c->s, "einmalig"), sty_word(c->s, "jaehrlich")};
	struct line sum = new_line(c, l, sty_word(c->s, "summe"), 0);
	com_push(c);
	struct com_grid g = com_titled_table(c, l->node,
		(struct com_titled){l->n > 1 ? "summe" : "daten", l->number, l->title, text, COLUMNS + 1});
	g.cols[1].align = g.cols[2].align = STY_RECHTS;
	com_widths(c, &g, "finanzuebersicht", c->full);
	g.table->sum_row = l->n > 1;
	struct block *body = com_in(c, l->node, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < l->n; i++) {
		set_line(c, body, &l->at[i], COM_TABELLE);
		add_line(&sum, &l->at[i]);
	}
	if (l->n > 1)
		set_line(c, body, &sum, COM_SUMME);
	com_pop(c);
}

/* part: of several tables, "a" for the first; 0: there is one only. False: nothing to show. */
static bool table(struct com *c, const struct doc_node *n, const struct question *q, char part)
{
	const char *number = n->number && part ? mem_fmt(c->t->mem, "%s%c", n->number, part) : n->number;
	struct lines l = {.title = sty_word(c->s, q->title), .number = number, .node = n};
	size_t nm;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm);
	if (q->years && !set_years(c, &l))
		return false;
	for (size_t i = 0; i < nm; i++)
		for (size_t k = 0; doc_goes_on(&m[i]) && k < m[i].kosten.nposten; k++)
			q->collect(c, &l, &m[i], &m[i].kosten.posten[k]);
	if (l.n)
		set_lines(c, &l, q);
	return l.n > 0;
}

bool com_on_finanzuebersicht(struct com *c, const struct doc_node *n)
{
	static const struct question all[] = {
		{"jahr", "kosten-nach-jahr", "haushaltsjahr", by_year, true},
		{"stelle", "kosten-nach-stelle", "stelle", by_stelle, false},
		{"quelle", "kosten-nach-quelle", "geldquelle", by_source, false},
		{"haushalt", "kosten-im-haushalt", "haushalt", by_budget, false},
	};
	const char *by = doc_get(n, DOC_A_NACH);
	struct block *div = com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at = div;
	c->o.quiet = true;                             /* shows what stands in the chapters */
	char part = 'a';
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!by || !strcmp(by, all[i].by))
			part += table(c, n, &all[i], by ? 0 : part);
	return false;
}
