/* finanzteil.c: tables of a paper's finance form. */
#include "model/finanzteil.h"

#include <stdlib.h>

static const enum doc_attr fixed[] = {DOC_A_ANSATZ, DOC_A_FORTGESCHRIEBEN, DOC_A_FOLGEJAHRE,
	DOC_A_FOLGEJAHRE_FORTGESCHRIEBEN, DOC_A_GESAMT_ALT, DOC_A_GESAMT_NEU};
enum { FIXED = sizeof fixed / sizeof *fixed, YEARS = 12 };

static int year_of(const struct doc_node *n)
{
	const char *s = doc_get(n, DOC_A_JAHR);
	return s ? atoi(s) : 0;
}

static struct doc_finanzwert value_of(const struct doc_node *row, const struct doc_finanzspalte *s)
{
	struct doc_finanzwert w = {0};
	const char *said = s->jahr ? NULL : doc_get(row, s->attr);
	for (const struct doc_node *y = doc_child(row, DOC_JAHRESWERT); s->jahr && y; y = doc_next(y, DOC_JAHRESWERT))
		said = year_of(y) == s->jahr ? doc_get(y, DOC_A_BETRAG) : said;
	w.hat = said && money_parse(&w.betrag, said);
	return w;
}

static bool used(const struct doc_node *part, const struct doc_finanzspalte *s)
{
	for (const struct doc_node *n = doc_child(part, DOC_FINANZZEILE); n; n = doc_next(n, DOC_FINANZZEILE))
		if (value_of(n, s).hat)
			return true;
	return false;
}

/* The years, ascending, before what is said of all years to come. */
static size_t years(const struct doc_node *part, int *year)
{
	size_t n = 0;
	for (const struct doc_node *r = doc_child(part, DOC_FINANZZEILE); r; r = doc_next(r, DOC_FINANZZEILE))
		for (const struct doc_node *y = doc_child(r, DOC_JAHRESWERT); y; y = doc_next(y, DOC_JAHRESWERT)) {
			int v = year_of(y);
			size_t i = 0;
			while (i < n && year[i] < v)
				i++;
			if (!v || n == YEARS || (i < n && year[i] == v))
				continue;
			for (size_t k = n++; k > i; k--)
				year[k] = year[k - 1];
			year[i] = v;
		}
	return n;
}

static size_t columns(const struct doc_node *part, struct doc_finanzspalte *to)
{
	int year[YEARS];
	size_t n = 0, ny = years(part, year);
	for (size_t i = 0; i < FIXED; i++) {
		const struct doc_finanzspalte s = {fixed[i], 0};
		for (size_t y = 0; y < ny && fixed[i] == DOC_A_FOLGEJAHRE; y++)
			to[n++] = (struct doc_finanzspalte){DOC_A_JAHR, year[y]};
		if (used(part, &s))
			to[n++] = s;
	}
	return n;
}

static void add(struct doc_finanzwert *sum, const struct doc_finanzzeile *row, size_t column, bool *over)
{
	const struct doc_finanzwert *w = &row->werte[column];
	if (row->art == DOC_FINANZ_SUMME || !w->hat)
		return;
	sum->hat = true;
	*over |= !money_add(&sum->betrag, row->art == DOC_FINANZ_EIN ? w->betrag : -w->betrag);
}

struct doc_finanzteil doc_finanzteil(struct mem *m, const struct doc_node *part)
{
	struct doc_finanzspalte *s = MEM_ARRAY(m, struct doc_finanzspalte, FIXED + YEARS);
	struct doc_finanzteil t = {.node = part, .spalten = s, .nspalten = columns(part, s)};
	for (const struct doc_node *n = doc_child(part, DOC_FINANZZEILE); n; n = doc_next(n, DOC_FINANZZEILE))
		t.nzeilen++;
	struct doc_finanzzeile *rows = MEM_ARRAY(m, struct doc_finanzzeile, t.nzeilen), *r = rows;
	struct doc_finanzwert *sums = MEM_ARRAY(m, struct doc_finanzwert, t.nspalten);
	for (const struct doc_node *n = doc_child(part, DOC_FINANZZEILE); n; n = doc_next(n, DOC_FINANZZEILE), r++) {
		struct doc_finanzwert *w = MEM_ARRAY(m, struct doc_finanzwert, t.nspalten);
		for (size_t i = 0; i < t.nspalten; i++)
			w[i] = value_of(n, &s[i]);
		*r = (struct doc_finanzzeile){n,
			doc_is(n, DOC_A_ART, "ein")           ? DOC_FINANZ_EIN
				: doc_is(n, DOC_A_ART, "aus") ? DOC_FINANZ_AUS
							      : DOC_FINANZ_SUMME,
			w};
	}
	for (size_t i = 0; i < t.nspalten; i++) {
		bool over = false;
		for (size_t k = 0; k < t.nzeilen; k++)
			add(&sums[i], &rows[k], i, &over);
		sums[i].hat &= !over;
	}
	t.zeilen = rows;
	t.ergebnis = sums;
	return t;
}
