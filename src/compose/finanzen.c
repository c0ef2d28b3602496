/* finanzen.c: what a Massnahme costs. Where there is an amount the Posten make a table of their own, amounts flush
 * right, yearly and one-off amounts never in one sum; all else is text. */
#include <string.h>

#include "compose/costs.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

const char *com_euro(struct com *c, money_t v)
{
	struct buf b = {0};
	doc_put_amount(&b, v, &c->kosten);
	return com_from(c, &b);
}

static const char *sum_text(struct com *c, const struct doc_sum *s)
{
	return s->circa ? mem_fmt(c->t->mem, "%s\u00A0%s", c->kosten.circa, com_euro(c, s->total))
			: com_euro(c, s->total);
}

/* "davon 9.000 Euro bereits im Haushalt enthalten" */
static const char *in_budget(struct com *c, money_t v)
{
	return mem_fmt(c->t->mem, "%s %s %s", c->kosten.darin, com_euro(c, v), c->kosten.haushalt);
}

/* What stands for the amount: "circa 50.000 Euro", "noch zu ermitteln", or nothing. */
static const char *value(struct com *c, const struct doc_posten *p)
{
	struct buf b = {0};
	doc_put_posten(&b, p, &c->kosten);
	return com_from(c, &b);
}

/* Who pays, where an amount stands as well. */
static const char *payer(struct com *c, const struct doc_posten *p)
{
	struct buf b = {0};
	doc_put_payer(&b, p, &c->kosten);
	if (p->davon >= 0)
		buf_fmt(&b, "%s%s", b.len ? ", " : "", in_budget(c, p->davon));
	return com_from(c, &b);
}

/* Where a paper's amount stands in the budget. */
static const char *budget(struct com *c, const struct doc_posten *p)
{
	static const char *const covers[][2] = {{"gegeben", "deckung-gegeben"},
		{"nicht-gegeben", "deckung-nicht-gegeben"}, {"drittmittel", "deckung-drittmittel"}};
	const char *product = doc_get(p->node, DOC_A_PRODUKT), *year = doc_get(p->node, DOC_A_HAUSHALTSJAHR),
		   *art = doc_get(p->node, DOC_A_HAUSHALTSART);
	struct buf b = {0};
	if (product)
		buf_fmt(&b, "%s\u00A0%s", sty_word(c->s, "produkt"), product);
	if (year)
		buf_fmt(&b, "%s%s\u00A0%s", b.len ? ", " : "", sty_word(c->s, "haushalt"), year);
	if (art)
		buf_fmt(&b, "%s%s", b.len ? ", " : "", art);
	for (size_t i = 0; i < sizeof covers / sizeof *covers; i++)
		if (doc_is(p->node, DOC_A_DECKUNG, covers[i][0]))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", sty_word(c->s, covers[i][1]));
	return com_from(c, &b);
}

static void put_label(struct com *c, const struct doc_posten *p, bool turnus)
{
	com_children(c, p->node);
	const char *more = payer(c, p), *where = budget(c, p);
	if (*where)
		more = mem_fmt(c->t->mem, "%s%s%s", more, *more ? ", " : "", where);
	bool label = c->o.text && c->o.text->nsegs > 0;
	if (*more)
		com_fmt(c, label ? " (%s)" : "%s", more);
	if (turnus && doc_has_amount(p))
		com_fmt(c, ", %s", p->jaehrlich ? c->kosten.jaehrlich : c->kosten.einmalig);
}

static void row(struct com *c, const struct doc_posten *p, struct block *body, bool turnus)
{
	com_push(c);
	struct block *tr = com_row(c, p->node, body);
	com_cell(c, p->node, tr, BLK_TH, BLK_SCOPE_ROW);
	com_para(c, p->node, BLK_P, c->style[COM_TABELLE]);
	put_label(c, p, turnus);
	com_end_text(c);
	struct block *td = com_cell(c, p->node, tr, BLK_TD, BLK_SCOPE_NONE);
	const char *v = value(c, p);
	if (*v)
		com_cell_text(c, p->node, td, c->style[COM_TABELLE], v);
	com_pop(c);
}

/* of: what of it is budgeted already; 0: nothing is said. */
static void sum_row(struct com *c, const struct doc_node *n, struct com_grid *g, struct block *body, const char *word,
	const struct doc_sum *sum, money_t of)
{
	com_push(c);
	struct block *tr = com_row(c, n, body);
	com_cell(c, n, tr, BLK_TH, BLK_SCOPE_ROW);
	com_para(c, n, BLK_P, c->style[COM_SUMME]);
	com_put(c, sty_word(c->s, word));
	if (of)
		com_put_char(c, com_char(c, c->o.ch, COM_REGULAR),
			mem_fmt(c->t->mem, ", %s\u00A0%s %s", c->kosten.darin, com_euro(c, of), c->kosten.haushalt));
	com_end_text(c);
	struct block *td = com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	com_cell_text(c, n, td, c->style[COM_SUMME], sum_text(c, sum));
	com_pop(c);
	g->table->sum_row++;
}

/* A sum says what of it is budgeted already only where it is the only one; else the line below does. */
static void sums(struct com *c, const struct doc_finanzen *f, struct com_grid *g, struct block *body)
{
	bool one = (f->jaehrlich.n > 1) != (f->einmalig.n > 1);
	money_t of = f->davon_said ? f->davon : 0;
	if (f->einmalig.n > 1)
		sum_row(c, f->node, g, body, f->jaehrlich.n ? "summe-einmalig" : "summe", &f->einmalig, one ? of : 0);
	if (f->jaehrlich.n > 1)
		sum_row(c, f->node, g, body, "summe-jaehrlich", &f->jaehrlich, one ? of : 0);
	if (of && !one) {
		com_push(c);
		c->o.at = g->grid->parent;
		com_line(c, f->node, BLK_P, c->style[COM_TABELLE], in_budget(c, of));
		com_pop(c);
	}
}

/* turnus: every row says whether it is one-off or yearly. */
static void as_table(struct com *c, const struct doc_finanzen *f, bool turnus)
{
	com_push(c);
	struct com_grid g = com_grid(c, f->node, "posten", 2);
	g.cols[1].align = STY_RECHTS;
	g.cols[1].least = COM_AMOUNTS_LEAST;
	struct block *body = com_in(c, f->node, g.grid, BLK_TBODY, BLK_STACK);
	turnus |= f->jaehrlich.n && f->einmalig.n;
	for (size_t i = 0; i < f->nposten; i++)
		row(c, &f->posten[i], body, turnus || (f->posten[i].jaehrlich && f->jaehrlich.n < 2));
	sums(c, f, &g, body);
	com_pop(c);
}

/* "Kosten der Fortbildungen: unbestimmt" */
static void as_text(struct com *c, const struct doc_posten *p)
{
	const char *v = value(c, p);
	put_label(c, p, p->jaehrlich);
	if (*v && c->o.text && c->o.text->nsegs)
		com_put(c, ": ");
	if (*v) {
		com_need_text(c, p->node);
		com_put(c, v);
	}
}

static void as_list(struct com *c, const struct doc_finanzen *f)
{
	com_push(c);
	if (f->nposten > 1)
		com_list(c, f->node);
	for (size_t i = 0; i < f->nposten; i++) {
		com_push(c);
		if (f->nposten > 1)
			com_item(c, f->posten[i].node, "–", false);
		else
			com_para(c, f->posten[i].node, BLK_P, c->o.body);
		as_text(c, &f->posten[i]);
		com_pop(c);
	}
	com_pop(c);
	if (f->nposten <= 1 && f->davon && f->davon_said)
		com_line(c, f->node, BLK_P, c->o.body, in_budget(c, f->davon));
}

/* True: as a table. */
static bool set(struct com *c, const struct doc_finanzen *f, bool turnus)
{
	bool table = f->einmalig.n || f->jaehrlich.n;
	if (table)
		as_table(c, f, turnus);
	else if (f->nposten)
		as_list(c, f);
	return table;
}

bool com_finanzen(struct com *c, const struct doc_massnahme *m)
{
	struct doc_finanzen f = doc_finanzen(m);
	return set(c, &f, false);
}

bool com_posten(struct com *c, const struct doc_node *field)
{
	struct doc_finanzen f = doc_finanzen_of(c->t->mem, field);
	return set(c, &f, true);
}

/* ---- in the summary ---- */

/* One below the other. */
static void put_part(struct com *c, const char *s)
{
	if (c->o.text->nsegs)
		com_special(c, BLK_SEG_BREAK, 0);
	com_put(c, s);
}

/* Posten that are said in one word: by their state, or by who pays. -1: an amount, or nothing to say. */
enum { BY_FUNDS = DOC_OHNE + 1, BY_REFUND };

static int word_of(const struct doc_posten *p)
{
	if (p->zustand != DOC_BETRAG)
		return p->zustand;
	return p->betrag >= 0 ? -1 : p->erstattet_durch ? BY_REFUND : p->gefoerdert_durch ? BY_FUNDS : -1;
}

/* "gefördert durch BAMF, Land und Bund": one line for all who pay the same way. */
static const char *payers(struct com *c, const struct doc_massnahme *m, int word)
{
	struct buf b = {0};
	for (size_t i = 0; i < m->nposten; i++) {
		const struct doc_posten *p = &m->posten[i];
		const char *who = p->erstattet_durch ? p->erstattet_durch : p->gefoerdert_durch;
		if (word_of(p) == word && (!b.len || !strstr(b.data, who)))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", who);
	}
	return mem_fmt(c->t->mem, "%s %s", word == BY_REFUND ? c->kosten.erstattet : c->kosten.gefoerdert,
		com_from(c, &b));
}

static void put_states(struct com *c, const struct doc_massnahme *m, bool amounts)
{
	for (size_t i = 0; i < m->nposten; i++) {
		int word = word_of(&m->posten[i]);
		bool again = word < 0;
		for (size_t k = 0; k < i && !again; k++)
			again = word_of(&m->posten[k]) == word;
		if (again)
			continue;
		const char *s = word <= DOC_OHNE ? c->kosten.kurz[word] : payers(c, m, word);
		put_part(c,
			amounts && word <= DOC_OHNE ? mem_fmt(c->t->mem, "%s: %s", sty_word(c->s, "weitere"), s) : s);
	}
}

void com_kosten(struct com *c, const struct doc_massnahme *m, bool yearly_said)
{
	struct doc_finanzen f = doc_finanzen(m);
	if (f.jaehrlich.n)
		put_part(c, yearly_said ? sum_text(c, &f.jaehrlich)
					: mem_fmt(c->t->mem, "%s %s", sum_text(c, &f.jaehrlich), c->kosten.jaehrlich));
	if (f.einmalig.n)
		put_part(c, mem_fmt(c->t->mem, "%s %s", sum_text(c, &f.einmalig), c->kosten.einmalig));
	if (f.davon)
		com_fmt(c, ", %s\u00A0%s %s", c->kosten.darin, com_euro(c, f.davon), c->kosten.haushalt);
	put_states(c, m, f.jaehrlich.n || f.einmalig.n);
	if (!c->o.text->nsegs)
		com_put(c, sty_word(c->s, "keine-angabe"));
}
