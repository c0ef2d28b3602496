/* finanzformular.c: the finance form of a paper: yes or no, a table a part with the sums worked out, what covers it. */
#include <string.h>

#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/papier.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "model/finanzteil.h"
#include "model/grid.h"

/* The word of a column; that of the year stands in it. */
static const char *column_word(struct com *c, const struct doc_node *form, const struct doc_finanzspalte *s)
{
	static const struct {
		enum doc_attr attr;
		const char *word;
	} words[] = {{DOC_A_ANSATZ, "finanz-ansatz"}, {DOC_A_FORTGESCHRIEBEN, "finanz-fortgeschrieben"},
		{DOC_A_FOLGEJAHRE, "finanz-folgejahre"},
		{DOC_A_FOLGEJAHRE_FORTGESCHRIEBEN, "finanz-folgejahre-fortgeschrieben"},
		{DOC_A_GESAMT_ALT, "finanz-gesamt-alt"}, {DOC_A_GESAMT_NEU, "finanz-gesamt-neu"}};
	const char *year = doc_get(form, DOC_A_HAUSHALTSJAHR), *word = "";
	if (s->jahr)
		return mem_fmt(c->t->mem, "%d", s->jahr);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].attr == s->attr)
			word = sty_word(c->s, words[i].word);
	bool of_year = s->attr == DOC_A_ANSATZ || s->attr == DOC_A_FORTGESCHRIEBEN;
	return of_year && year ? mem_fmt(c->t->mem, "%s%s", com_part(c, "", word, " "), year) : word;
}

/* A table while its rows are set. cents: one of its amounts has some, so all show them. */
struct rows {
	const struct doc_finanzteil *t;
	struct block *body;
	bool cents;
};

static bool has_cents(const struct doc_finanzteil *t)
{
	for (size_t i = 0; i < t->nzeilen; i++)
		for (size_t k = 0; k < t->nspalten; k++)
			if (t->zeilen[i].werte[k].betrag % 100)
				return true;
	return false;
}

static const char *amount(struct com *c, const struct doc_finanzwert *w, bool cents)
{
	struct buf b = {0};
	if (!w->hat)
		return "–";
	money_put(&b, w->betrag);
	buf_str(&b, cents && w->betrag % 100 == 0 ? ",00" : "");
	return com_from(c, &b);
}

static void put_row(struct com *c, const struct doc_node *n, const struct rows *r, const char *name,
	const struct doc_finanzwert *w, enum com_style style)
{
	struct block *row = com_row(c, n, r->body);
	com_text_cell(c, n, row, BLK_TH, style, name);
	for (size_t i = 0; i < r->t->nspalten; i++)
		com_text_cell(c, n, row, BLK_TD, style, amount(c, &w[i], r->cents));
}

static const char *row_name(struct com *c, const struct doc_finanzzeile *r)
{
	static const char *const words[] = {[DOC_FINANZ_EIN] = "finanz-ein",
		[DOC_FINANZ_AUS] = "finanz-aus",
		[DOC_FINANZ_SUMME] = "finanz-ergebnis"};
	const char *said = doc_get(r->node, DOC_A_NAME);
	return said ? said : sty_word(c->s, words[r->art]);
}

/* "Investive Auswirkungen (Produkt 040101, in Euro)" */
static const char *part_title(struct com *c, const struct doc_node *n)
{
	const char *said = doc_get(n, DOC_A_TITEL), *art = doc_get(n, DOC_A_ART), *product = doc_get(n, DOC_A_PRODUKT);
	const char *name = mem_fmt(c->t->mem, "finanzteil-%s", art ? art : ""), *word = sty_word(c->s, name);
	const char *title = said ? said : word != name ? word : art;
	const char *unit = sty_word(c->s, "finanz-in-euro");
	return product ? mem_fmt(c->t->mem, "%s (%s%s%s)", title, com_part(c, "", sty_word(c->s, "produkt"), " "),
				 product, com_part(c, ", ", unit, ""))
		       : mem_fmt(c->t->mem, "%s%s", title, com_part(c, " (", unit, ")"));
}

enum { NUMBERS = 5 };                              /* beside so many columns of them there is room for names */

bool com_on_finanzteil(struct com *c, const struct doc_node *n)
{
	const struct doc_finanzteil t = doc_finanzteil(c->t->mem, n);
	const char *heads[DOC_GRID_COLUMNS] = {sty_word(c->s, "finanz-was")};
	bool summed = false;
	if (!t.nspalten || t.nspalten + 1 > DOC_GRID_COLUMNS)
		return false;
	com_push(c);
	struct com_grid g = com_grid(c, n, "summe", (int)t.nspalten + 1);
	g.grid->place = BLK_FULL;
	com_caption(c, n, &g, NULL, NULL, part_title(c, n));
	g.cols[0].least = t.nspalten <= NUMBERS ? c->s->page.margin_col : 0;
	for (size_t i = 0; i < t.nspalten; i++) {
		heads[i + 1] = column_word(c, n->parent, &t.spalten[i]);
		g.cols[i + 1].align = STY_RECHTS;
	}
	com_head_row(c, n, &g, heads, NULL);
	const struct rows r = {&t, com_in(c, n, g.grid, BLK_TBODY, BLK_STACK), has_cents(&t)};
	for (size_t i = 0; i < t.nzeilen; i++) {
		bool sum = t.zeilen[i].art == DOC_FINANZ_SUMME;
		put_row(c, t.zeilen[i].node, &r, row_name(c, &t.zeilen[i]), sum ? t.ergebnis : t.zeilen[i].werte,
			sum ? COM_SUMME : COM_TABELLE);
		summed |= sum;
	}
	if (!summed)
		put_row(c, n, &r, sty_word(c->s, "finanz-ergebnis"), t.ergebnis, COM_SUMME);
	g.table->sum_row = 1;
	com_pop(c);
	return false;
}

static void said(struct com *c, const struct doc_node *n, const char *label, const char *word)
{
	com_para(c, n, BLK_P, c->style[COM_FLIESS]);
	if (*label)
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), mem_fmt(c->t->mem, "%s: ", label));
	com_put(c, word);
	com_end_text(c);
}

static const char *covered(struct com *c, const char *how)
{
	static const char *const words[][2] = {{"gegeben", "finanz-deckung-gegeben"},
		{"nicht-gegeben", "finanz-deckung-nicht-gegeben"}, {"drittmittel", "finanz-deckung-drittmittel"}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(words[i][0], how))
			return sty_word(c->s, words[i][1]);
	return how;
}

/* What the heading says already is a sentence. */
static void put_effects(struct com *c, const struct doc_node *n, const char *title, bool any)
{
	const char *label = sty_word(c->s, "finanz-auswirkungen");
	if (strcmp(title, label) != 0)
		said(c, n, label, sty_word(c->s, any ? "ja" : "nein"));
	else
		com_line(c, n, BLK_P, c->style[COM_FLIESS],
			sty_word(c->s, any ? "finanz-auswirkungen-ja" : "finanz-auswirkungen-nein"));
}

bool com_finanzformular(struct com *c, const struct doc_node *n, const char *title)
{
	const char *effects = doc_get(n, DOC_A_AUSWIRKUNGEN), *cover = doc_get(n, DOC_A_DECKUNG),
		   *product = doc_get(n, DOC_A_PRODUKT);
	com_push(c);
	c->o.at = com_block(c, n, BLK_SECT, BLK_STACK);
	c->o.level = 2;
	com_titled(c, n, 2, COM_H2, title);
	if (effects)
		put_effects(c, n, title, doc_is(n, DOC_A_AUSWIRKUNGEN, "ja"));
	if (product)
		said(c, n, sty_word(c->s, "produkt"), product);
	com_children(c, n);
	com_end_text(c);
	if (cover)
		said(c, n, sty_word(c->s, "finanz-deckung"), covered(c, cover));
	com_pop(c);
	return true;
}
