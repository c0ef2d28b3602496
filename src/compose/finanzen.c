/* finanzen.c: what a Massnahme or a paper costs. Where there is an amount the Posten make a table of their own, amounts
 * flush right, yearly and one-off amounts never in one sum; all else is text. */
#include <string.h>

#include "compose/costs.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

const char *com_euro(struct com *c, money_t v)
{
	struct buf b = {0};
	doc_put_euro(&b, v, c->words.waehrung);
	return com_from(c, &b);
}

const char *com_amount(struct com *c, money_t v, bool circa)
{
	return circa ? com_called(c, "circa", com_euro(c, v)) : com_euro(c, v);
}

/* "davon 9.000 Euro bereits im Haushalt enthalten"; in the narrow cell of an overview "davon 9.000 Euro im Haushalt" */
static const char *budgeted(struct com *c, money_t v, const char *word)
{
	return mem_fmt(c->t->mem, "%s%s%s", com_part(c, "", sty_word(c->s, "darin"), "\u00A0"), com_euro(c, v),
		com_part(c, " ", sty_word(c->s, word), ""));
}

static size_t amounts(const struct doc_kosten *k)
{
	return k->einmalig.n + k->jaehrlich.n;
}

/* What stands for the amount: "circa 50.000 Euro", "noch zu ermitteln", or nothing. */
static const char *value(struct com *c, const struct doc_posten *p, bool labelled)
{
	struct buf b = {0};
	doc_put_posten(&b, p, labelled, &c->words);
	return com_from(c, &b);
}

/* Adds a part to a list with commas. */
static void put_more(struct buf *b, const char *s)
{
	buf_part(b, b->len ? ", " : "", s, "");
}

/* "davon 9.000 Euro bereits im Haushalt enthalten", where a line may end behind its first word */
static const char *in_budget(struct com *c, money_t v)
{
	return mem_fmt(c->t->mem, "%s%s%s", com_part(c, "", sty_word(c->s, "darin"), " "), com_euro(c, v),
		com_part(c, " ", sty_word(c->s, "davon-haushalt"), ""));
}

/* Who pays, unless that stands for the amount, and what is budgeted. */
static void put_payer(struct com *c, const struct doc_posten *p, struct buf *b)
{
	if (doc_share(p) != DOC_OTHERS)
		doc_put_zahler(b, p, &c->words);
	if (p->davon >= 0)
		put_more(b, in_budget(c, p->davon));
}

/* Where a paper's amount stands in the budget. */
static void put_budget(struct com *c, const struct doc_posten *p, struct buf *b)
{
	static const struct { enum doc_attr attr; const char *value, *word; } said[] = {
		{DOC_A_HAUSHALTSART, "konsumtiv", "haushaltsart-konsumtiv"},
		{DOC_A_HAUSHALTSART, "investiv", "haushaltsart-investiv"},
		{DOC_A_DECKUNG, "gegeben", "deckung-gegeben"},
		{DOC_A_DECKUNG, "nicht-gegeben", "deckung-nicht-gegeben"},
		{DOC_A_DECKUNG, "drittmittel", "deckung-drittmittel"},
	};
	const char *product = doc_get(p->node, DOC_A_PRODUKT);
	if (product)
		put_more(b, com_called(c, "produkt", product));
	if (p->haushaltsjahr)
		put_more(b, com_called(c, "haushalt", mem_fmt(c->t->mem, "%d", p->haushaltsjahr)));
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (doc_is(p->node, said[i].attr, said[i].value))
			put_more(b, sty_word(c->s, said[i].word));
}

static void put_label(struct com *c, const struct doc_posten *p, bool turnus)
{
	struct buf more = {0};
	com_children(c, p->node);
	put_payer(c, p, &more);
	put_budget(c, p, &more);
	bool label = c->o.text && c->o.text->nsegs > 0;
	if (more.len)
		com_fmt(c, label ? " (%s)" : "%s", more.data);
	buf_free(&more);
	if (turnus && p->has_amount)
		com_put(c, com_part(c, ", ", sty_word(c->s, p->jaehrlich ? "jaehrlich" : "einmalig"), ""));
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
	const char *v = value(c, p, p->node->first != NULL);
	if (*v)
		com_cell_text(c, p->node, td, c->style[COM_TABELLE], v);
	com_pop(c);
}

/* davon: what of all is budgeted, 0: not said here */
static void sum_row(struct com *c, const struct doc_kosten *k, struct com_grid *g, const char *word,
	const struct doc_sum *sum, money_t davon)
{
	const struct doc_node *n = k->node;
	com_push(c);
	struct block *tr = com_row(c, n, g->grid->last);
	com_cell(c, n, tr, BLK_TH, BLK_SCOPE_ROW);
	com_para(c, n, BLK_P, c->style[COM_SUMME]);
	com_put(c, sty_word(c->s, word));
	if (davon)
		com_put_char(c, com_char(c, c->o.ch, COM_REGULAR),
			mem_fmt(c->t->mem, *sty_word(c->s, word) ? ", %s" : "%s",
				budgeted(c, davon, "davon-haushalt")));
	com_end_text(c);
	struct block *td = com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	com_cell_text(c, n, td, c->style[COM_SUMME], com_amount(c, sum->value, sum->circa));
	com_pop(c);
	g->table->sum_row++;
}

static void davon_line(struct com *c, const struct doc_kosten *k, const struct sty_para *style)
{
	com_line(c, k->node, BLK_P, style,
		in_budget(c, k->davon));
}

/* A sum says what of it is budgeted already only where there is no other amount; else the line below does. */
static void sums(struct com *c, const struct doc_kosten *k, struct com_grid *g)
{
	const struct doc_sum *yearly = &k->jaehrlich, *once = &k->einmalig;
	money_t of_all = k->davon_of_all && k->davon > 0 ? k->davon : 0;
	money_t davon = (yearly->n > 1 && !once->n) || (once->n > 1 && !yearly->n) ? of_all : 0;
	if (once->n > 1)
		sum_row(c, k, g, yearly->n ? "summe-einmalig" : "summe", once, davon);
	if (yearly->n > 1)
		sum_row(c, k, g, "summe-jaehrlich", yearly, davon);
	if (of_all && !davon) {
		com_push(c);
		c->o.at = g->grid->parent;
		davon_line(c, k, c->style[COM_TABELLE]);
		com_pop(c);
	}
}

static void as_table(struct com *c, const struct doc_kosten *k, bool turnus)
{
	const struct doc_sum *yearly = &k->jaehrlich, *once = &k->einmalig;
	com_push(c);
	struct com_grid g = com_grid(c, k->node, "posten", 2);
	g.cols[1].align = STY_RECHTS;
	g.cols[1].least = COM_AMOUNTS_LEAST;
	struct block *body = com_in(c, k->node, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < k->nposten; i++)
		row(c, &k->posten[i], body,
			turnus || (yearly->n && once->n) || (k->posten[i].jaehrlich && yearly->n < 2));
	sums(c, k, &g);
	com_pop(c);
}

/* "Kosten der Fortbildungen: unbestimmt" */
static void as_text(struct com *c, const struct doc_posten *p)
{
	put_label(c, p, p->jaehrlich);
	bool labelled = c->o.text && c->o.text->nsegs;
	const char *v = value(c, p, labelled);
	if (*v && labelled)
		com_put(c, ": ");
	if (*v) {
		com_need_text(c, p->node);
		com_put(c, v);
	}
}

static void as_list(struct com *c, const struct doc_kosten *k)
{
	com_push(c);
	if (k->nposten > 1)
		com_list(c, k->node);
	for (size_t i = 0; i < k->nposten; i++) {
		com_push(c);
		if (k->nposten > 1)
			com_item(c, k->posten[i].node, "–", false);
		else
			com_para(c, k->posten[i].node, BLK_P, c->o.body);
		as_text(c, &k->posten[i]);
		com_pop(c);
	}
	com_pop(c);
	if (k->davon > 0 && k->davon_of_all)
		davon_line(c, k, c->o.body);
}

bool com_finanzen(struct com *c, const struct doc_kosten *k, bool turnus)
{
	if (amounts(k)) {
		as_table(c, k, turnus);
		return true;
	}
	as_list(c, k);
	return false;
}

/* ---- in the summary ---- */

/* One below the other; read aloud, the lines are one sentence. */
static void put_part(struct com *c, const char *s)
{
	if (!*s)
		return;
	if (c->o.text->nsegs) {
		com_put(c, ";");
		com_special(c, BLK_SEG_BREAK, 0);
	}
	com_put(c, s);
}

/* Of those whose amount nobody says: all who pay the same way are one line. */
enum { ERSTATTET, GEFOERDERT, WAYS };

static const char *payer(const struct doc_posten *p, int way)
{
	return doc_share(p) != DOC_OTHERS ? NULL : way == ERSTATTET ? p->erstattet_durch : p->gefoerdert_durch;
}

/* "gefördert durch BAMF, Land und Bund" */
static const char *payers(struct com *c, const struct doc_kosten *k, int way)
{
	static const char *const words[WAYS] = {[ERSTATTET] = "erstattet-durch", [GEFOERDERT] = "gefoerdert-durch"};
	struct buf b = {0};
	for (size_t i = 0; i < k->nposten; i++) {
		const char *who = payer(&k->posten[i], way);
		if (who && (!b.len || !strstr(b.data, who)))
			put_more(&b, who);
	}
	return mem_fmt(c->t->mem, "%s%s", com_part(c, "", sty_word(c->s, words[way]), " "), com_from(c, &b));
}

/* States and ways to pay, each where it is met first. */
static void put_states(struct com *c, const struct doc_kosten *k)
{
	bool state_said[DOC_Z_MAX] = {false}, way_said[WAYS] = {false};
	for (size_t i = 0; i < k->nposten; i++) {
		const struct doc_posten *p = &k->posten[i];
		const char *state = doc_zustand_word(&c->words, p->zustand, true);
		for (int way = 0; way < WAYS; way++)
			if (payer(p, way) && !way_said[way]) {
				put_part(c, payers(c, k, way));
				way_said[way] = true;
			}
		if (*state && !state_said[p->zustand] && !(amounts(k) && p->zustand == DOC_OHNE))
			put_part(c,
				amounts(k) ? com_told(c, "weitere", state) : state);
		state_said[p->zustand] = true;
	}
}

/* "circa 5.000 Euro jährlich, davon 4.000 Euro im Haushalt"; turnus NULL: said elsewhere */
static void put_sum(struct com *c, const struct doc_sum *s, const char *turnus)
{
	if (!s->n)
		return;
	put_part(c, com_amount(c, s->value, s->circa));
	if (turnus)
		com_put(c, com_part(c, " ", sty_word(c->s, turnus), ""));
	if (s->budgeted > 0)
		com_fmt(c, ", %s", budgeted(c, s->budgeted, "davon-haushalt-kurz"));
}

/* What is budgeted stands beside the amount it belongs to; what is left, of Posten without an amount, below them. */
void com_kosten(struct com *c, const struct doc_kosten *k, bool yearly_said)
{
	const struct doc_sum *yearly = &k->jaehrlich, *once = &k->einmalig;
	money_t left = k->davon - yearly->budgeted - once->budgeted;
	put_sum(c, yearly, yearly_said ? NULL : "jaehrlich");
	put_sum(c, once, "einmalig");
	put_states(c, k);
	if (left > 0)
		put_part(c, budgeted(c, left, "davon-haushalt-kurz"));
	if (!c->o.text->nsegs)
		put_part(c, sty_word(c->s, "keine-angabe"));
}
