/* kosten.c: see kosten.h. */
#include "model/kosten.h"

#include <stdlib.h>
#include <string.h>

const struct doc_kostenworte *doc_kostenworte(void)
{
	static const struct doc_kostenworte words = {.waehrung = "Euro",
		.circa = "circa",
		.zustand = {"", "unbestimmt", "noch zu ermitteln", "im Rahmen der laufenden Verwaltung",
			"keine zusätzlichen Kosten"},
		.kurz = {"", "unbestimmt", "noch zu ermitteln", "laufende Verwaltung", "ohne"},
		.gefoerdert = "gefördert durch",
		.erstattet = "erstattet durch",
		.jaehrlich = "jährlich",
		.einmalig = "einmalig",
		.darin = "davon",
		.haushalt = "bereits im Haushalt enthalten",
		.status = {"", "noch zu entscheiden", "neu", "unverändert", "geändert", "läuft", "abgeschlossen",
			"entfallen"}};
	return &words;
}

bool doc_goes_on(const struct doc_massnahme *m)
{
	return m->status != DOC_S_ABGESCHLOSSEN && m->status != DOC_S_ENTFALLEN;
}

bool doc_status_goes_on(const char *status)
{
	return !status || (strcmp(status, "abgeschlossen") && strcmp(status, "entfallen"));
}

/* ---- a Posten ---- */

bool doc_has_amount(const struct doc_posten *p)
{
	return p->zustand == DOC_BETRAG && p->betrag >= 0;
}

static bool paid_by_others(const struct doc_posten *p)
{
	return p->gefoerdert_durch || p->erstattet_durch;
}

bool doc_needs_money(const struct doc_posten *p)
{
	return p->zustand != DOC_OHNE && p->zustand != DOC_LAUFENDE_VERWALTUNG;
}

bool doc_is_open(const struct doc_posten *p)
{
	return doc_needs_money(p) && !doc_has_amount(p) && !paid_by_others(p);
}

static int year_of(const char *s)
{
	return s && strlen(s) == 4 && strspn(s, "0123456789") == 4 ? atoi(s) : 0;
}

int doc_cost_year(const struct doc *doc, const struct doc_massnahme *m, const struct doc_posten *p)
{
	int said = year_of(doc_get(p->node, DOC_A_HAUSHALTSJAHR));
	return said ? said : p->jaehrlich ? year_of(doc->edition) : m->faellig > 0 ? m->faellig : 0;
}

static money_t least(money_t a, money_t b)
{
	return a < b ? a : b;
}

money_t doc_budgeted(const struct doc_massnahme *m, const struct doc_posten *p)
{
	if (!doc_has_amount(p))
		return 0;
	if (p->davon >= 0)
		return least(p->davon, p->betrag);
	if (!doc_get(m->finanzen, DOC_A_DAVON))
		return 0;
	money_t left = m->davon;
	for (const struct doc_posten *q = m->posten; q < p; q++)
		left -= doc_has_amount(q) ? q->betrag : 0;
	return left <= 0 ? 0 : least(left, p->betrag);
}

/* ---- sums ---- */

void doc_sum_add(struct doc_sum *s, money_t v, bool circa)
{
	s->over |= !money_add(&s->total, v);
	s->circa |= circa;
	s->n++;
}

bool doc_sum_get(const struct doc_sum *s, money_t *total)
{
	*total = s->total;
	return !s->over;
}

static void add_up(struct doc_finanzen *f)
{
	for (size_t i = 0; i < f->nposten; i++) {
		const struct doc_posten *p = &f->posten[i];
		if (doc_has_amount(p))
			doc_sum_add(p->jaehrlich ? &f->jaehrlich : &f->einmalig, p->betrag, p->circa);
	}
	f->davon_said = f->node && doc_get(f->node, DOC_A_DAVON);
}

struct doc_finanzen doc_finanzen(const struct doc_massnahme *m)
{
	struct doc_finanzen f = {
		.node = m->finanzen, .posten = m->posten, .nposten = m->nposten, .davon = m->davon > 0 ? m->davon : 0};
	add_up(&f);
	return f;
}

struct doc_finanzen doc_finanzen_of(struct mem *m, const struct doc_node *field)
{
	struct doc_finanzen f = {.node = field};
	size_t n = 0;
	for (const struct doc_node *p = doc_child(field, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN))
		n++;
	struct doc_posten *all = MEM_ARRAY(m, struct doc_posten, n + 1);
	for (const struct doc_node *p = doc_child(field, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN))
		doc_posten(&all[f.nposten++], p);
	f.posten = all;
	add_up(&f);
	return f;
}

/* ---- in words ---- */

void doc_put_amount(struct buf *b, money_t v, const struct doc_kostenworte *w)
{
	money_put(b, v);
	buf_fmt(b, "\u00A0%s", w->waehrung);
}

void doc_put_posten(struct buf *b, const struct doc_posten *p, const struct doc_kostenworte *w)
{
	if (doc_has_amount(p)) {
		if (p->circa)
			buf_fmt(b, "%s\u00A0", w->circa);
		doc_put_amount(b, p->betrag, w);
	} else if (p->zustand != DOC_BETRAG) {
		buf_str(b, w->zustand[p->zustand]);
	} else if (p->gefoerdert_durch) {
		buf_fmt(b, "%s %s", w->gefoerdert, p->gefoerdert_durch);
	} else if (p->erstattet_durch) {
		buf_fmt(b, "%s %s", w->erstattet, p->erstattet_durch);
	}
}

void doc_put_payer(struct buf *b, const struct doc_posten *p, const struct doc_kostenworte *w)
{
	bool said = p->zustand == DOC_BETRAG && p->betrag < 0;      /* by doc_put_posten: the one named first */
	size_t at = b->len;
	if (p->gefoerdert_durch && !said)
		buf_fmt(b, "%s %s", w->gefoerdert, p->gefoerdert_durch);
	if (p->erstattet_durch && !(said && !p->gefoerdert_durch))
		buf_fmt(b, "%s%s %s", b->len > at ? ", " : "", w->erstattet, p->erstattet_durch);
}
