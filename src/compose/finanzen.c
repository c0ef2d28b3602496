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
	money_put(&b, v);
	buf_fmt(&b, "\u00A0%s", sty_rule(c->s, "waehrung", "Euro"));
	return com_from(c, &b);
}

struct sum { int n, yearly, once; bool circa_yearly, circa_once; };

static bool has_amount(const struct doc_posten *p)
{
	return p->zustand == DOC_BETRAG && p->betrag >= 0;
}

static struct sum count(const struct doc_massnahme *m)
{
	struct sum s = {0};
	for (size_t i = 0; i < m->nposten; i++) {
		const struct doc_posten *p = &m->posten[i];
		if (!has_amount(p))
			continue;
		s.n++;
		*(p->jaehrlich ? &s.yearly : &s.once) += 1;
		*(p->jaehrlich ? &s.circa_yearly : &s.circa_once) |= p->circa;
	}
	return s;
}

/* What stands for the amount: "circa 50.000 Euro", "noch zu ermitteln", or nothing. */
static const char *value(struct com *c, const struct doc_posten *p)
{
	struct buf b = {0};
	if (has_amount(p)) {
		buf_fmt(&b, "%s%s", p->circa ? "circa\u00A0" : "", com_euro(c, p->betrag));
		return com_from(c, &b);
	}
	doc_put_posten(&b, p);
	return com_from(c, &b);
}

/* Who pays, where an amount stands as well. */
static const char *payer(struct com *c, const struct doc_posten *p)
{
	bool said = p->zustand == DOC_BETRAG && p->betrag < 0;
	struct buf b = {0};
	if (p->gefoerdert_durch && !said)
		buf_fmt(&b, "gefördert durch %s", p->gefoerdert_durch);
	if (p->erstattet_durch && !(said && !p->gefoerdert_durch))
		buf_fmt(&b, "%serstattet durch %s", b.len ? ", " : "", p->erstattet_durch);
	if (p->davon >= 0)
		buf_fmt(&b, "%s%s %s %s", b.len ? ", " : "", sty_word(c->s, "darin"), com_euro(c, p->davon),
			sty_word(c->s, "davon-haushalt"));
	return com_from(c, &b);
}

/* Where a paper's amount stands in the budget. */
static const char *budget(struct com *c, const struct doc_posten *p)
{
	static const char *const covers[][2] = {{"gegeben", "Deckung gegeben"},
		{"nicht-gegeben", "Deckung nicht gegeben"}, {"drittmittel", "aus Drittmitteln"}};
	const char *product = doc_get(p->node, DOC_A_PRODUKT), *year = doc_get(p->node, DOC_A_HAUSHALTSJAHR),
		   *art = doc_get(p->node, DOC_A_HAUSHALTSART);
	struct buf b = {0};
	if (product)
		buf_fmt(&b, "Produkt\u00A0%s", product);
	if (year)
		buf_fmt(&b, "%sHaushalt\u00A0%s", b.len ? ", " : "", year);
	if (art)
		buf_fmt(&b, "%s%s", b.len ? ", " : "", art);
	for (size_t i = 0; i < sizeof covers / sizeof *covers; i++)
		if (doc_is(p->node, DOC_A_DECKUNG, covers[i][0]))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", covers[i][1]);
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
	if (turnus && has_amount(p))
		com_put(c, p->jaehrlich ? ", jährlich" : ", einmalig");
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

static void sum_row(struct com *c, const struct doc_massnahme *m, struct com_grid *g, struct block *body,
	const char *word, money_t sum, bool circa, bool davon)
{
	const struct doc_node *n = m->finanzen;
	com_push(c);
	struct block *tr = com_row(c, n, body);
	com_cell(c, n, tr, BLK_TH, BLK_SCOPE_ROW);
	com_para(c, n, BLK_P, c->style[COM_SUMME]);
	com_put(c, sty_word(c->s, word));
	if (davon)
		com_put_char(c, com_char(c, c->o.ch, COM_REGULAR),
			mem_fmt(c->t->mem, ", %s\u00A0%s %s", sty_word(c->s, "darin"), com_euro(c, m->davon),
				sty_word(c->s, "davon-haushalt")));
	com_end_text(c);
	struct block *td = com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	com_cell_text(c, n, td, c->style[COM_SUMME],
		mem_fmt(c->t->mem, "%s%s", circa ? "circa\u00A0" : "", com_euro(c, sum)));
	com_pop(c);
	g->table->sum_row++;
}

/* A sum says what of it is budgeted already only where it is the only one; else the line below does. */
static void sums(struct com *c, const struct doc_massnahme *m, struct com_grid *g, struct block *body,
	const struct sum *s)
{
	bool one = (s->yearly > 1) != (s->once > 1), davon = m->davon > 0 && doc_get(m->finanzen, DOC_A_DAVON) && one;
	if (s->once > 1)
		sum_row(c, m, g, body, s->yearly ? "summe-einmalig" : "summe", m->einmalig, s->circa_once, davon);
	if (s->yearly > 1)
		sum_row(c, m, g, body, "summe-jaehrlich", m->jaehrlich, s->circa_yearly, davon);
	if (!davon && m->davon > 0 && doc_get(m->finanzen, DOC_A_DAVON)) {
		com_push(c);
		c->o.at = g->grid->parent;
		com_line(c, m->finanzen, BLK_P, c->style[COM_TABELLE],
			mem_fmt(c->t->mem, "%s %s %s", sty_word(c->s, "darin"), com_euro(c, m->davon),
				sty_word(c->s, "davon-haushalt")));
		com_pop(c);
	}
}

static void as_table(struct com *c, const struct doc_massnahme *m, const struct sum *s, bool turnus)
{
	com_push(c);
	struct com_grid g = com_grid(c, m->finanzen, "posten", 2);
	g.cols[1].align = STY_RECHTS;
	g.cols[1].least = COM_AMOUNTS_LEAST;
	struct block *body = com_in(c, m->finanzen, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < m->nposten; i++)
		row(c, &m->posten[i], body,
			turnus || (s->yearly && s->once) || (m->posten[i].jaehrlich && s->yearly < 2));
	sums(c, m, &g, body, s);
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

static void as_list(struct com *c, const struct doc_massnahme *m)
{
	com_push(c);
	if (m->nposten > 1)
		com_list(c, m->finanzen);
	for (size_t i = 0; i < m->nposten; i++) {
		com_push(c);
		if (m->nposten > 1)
			com_item(c, m->posten[i].node, "–", false);
		else
			com_para(c, m->posten[i].node, BLK_P, c->o.body);
		as_text(c, &m->posten[i]);
		com_pop(c);
	}
	com_pop(c);
	if (m->nposten <= 1 && m->davon > 0 && doc_get(m->finanzen, DOC_A_DAVON))
		com_line(c, m->finanzen, BLK_P, c->o.body,
			mem_fmt(c->t->mem, "%s %s %s", sty_word(c->s, "darin"), com_euro(c, m->davon),
				sty_word(c->s, "davon-haushalt")));
}

bool com_finanzen(struct com *c, const struct doc_massnahme *m)
{
	struct sum s = count(m);
	if (s.n) {
		as_table(c, m, &s, false);
		return true;
	}
	as_list(c, m);
	return false;
}

bool com_posten(struct com *c, const struct doc_node *field)
{
	struct doc_massnahme m = {.node = field, .finanzen = field, .davon = -1};
	for (const struct doc_node *n = doc_child(field, DOC_POSTEN); n; n = doc_next(n, DOC_POSTEN))
		m.nposten++;
	m.posten = MEM_ARRAY(c->t->mem, struct doc_posten, m.nposten + 1);
	size_t i = 0;
	for (const struct doc_node *n = doc_child(field, DOC_POSTEN); n; n = doc_next(n, DOC_POSTEN)) {
		struct doc_posten *p = &m.posten[i++];
		if (doc_posten(p, n) && p->betrag >= 0)    /* too large a sum: told by model */
			money_add(p->jaehrlich ? &m.jaehrlich : &m.einmalig, p->betrag);
	}
	struct sum s = count(&m);
	if (s.n)
		as_table(c, &m, &s, true);
	else if (m.nposten)
		as_list(c, &m);
	return s.n > 0;
}

/* ---- in the summary ---- */

static const char *state(const struct doc_posten *p)
{
	static const char *const paid[] = {"erstattet", "gefördert"};
	static const char *const names[] = {[DOC_UNBESTIMMT] = "unbestimmt",
		[DOC_NOCH_ZU_ERMITTELN] = "noch zu ermitteln",
		[DOC_LAUFENDE_VERWALTUNG] = "laufende Verwaltung",
		[DOC_OHNE] = "ohne"};
	if (p->zustand != DOC_BETRAG)
		return names[p->zustand];
	return p->betrag >= 0 ? NULL : p->erstattet_durch ? paid[0] : p->gefoerdert_durch ? paid[1] : NULL;
}

/* One below the other. */
static void put_part(struct com *c, const char *s)
{
	if (c->o.text->nsegs)
		com_special(c, BLK_SEG_BREAK, 0);
	com_put(c, s);
}

/* "gefördert durch BAMF, Land und Bund": one line for all who pay the same way. */
static const char *payers(struct com *c, const struct doc_massnahme *m, const char *how)
{
	struct buf b = {0};
	for (size_t i = 0; i < m->nposten; i++) {
		const struct doc_posten *p = &m->posten[i];
		const char *s = state(p), *who = p->erstattet_durch ? p->erstattet_durch : p->gefoerdert_durch;
		if (s == how && (!b.len || !strstr(b.data, who)))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", who);
	}
	return mem_fmt(c->t->mem, "%s durch %s", how, com_from(c, &b));
}

static void put_states(struct com *c, const struct doc_massnahme *m, bool amounts)
{
	for (size_t i = 0; i < m->nposten; i++) {
		const struct doc_posten *p = &m->posten[i];
		const char *s = state(p);
		bool again = !s;
		for (size_t k = 0; k < i && s; k++)
			again |= state(&m->posten[k]) == s;
		if (!again)
			put_part(c,
				p->zustand == DOC_BETRAG ? payers(c, m, s)
					: amounts        ? mem_fmt(c->t->mem, "weitere: %s", s)
							 : s);
	}
}

void com_kosten(struct com *c, const struct doc_massnahme *m, bool yearly_said)
{
	struct sum s = count(m);
	if (s.yearly)
		put_part(c,
			mem_fmt(c->t->mem, "%s%s%s", s.circa_yearly ? "circa\u00A0" : "", com_euro(c, m->jaehrlich),
				yearly_said ? "" : " jährlich"));
	if (s.once)
		put_part(c,
			mem_fmt(c->t->mem, "%s%s einmalig", s.circa_once ? "circa\u00A0" : "",
				com_euro(c, m->einmalig)));
	if (m->davon > 0)
		com_fmt(c, ", %s\u00A0%s %s", sty_word(c->s, "darin"), com_euro(c, m->davon),
			sty_word(c->s, "davon-haushalt"));
	put_states(c, m, s.n > 0);
	if (!c->o.text->nsegs)
		com_put(c, sty_word(c->s, "keine-angabe"));
}
