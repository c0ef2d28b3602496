/* massnahme.c: Massnahmen with their Posten, sums and years. */
#include <stdlib.h>
#include <string.h>

#include "model/index.h"

static money_t amount(const struct doc_node *n, enum doc_attr attr)
{
	money_t v;
	const char *s = doc_get(n, attr);
	return s && money_parse(&v, s) ? v : -1;
}

static enum doc_zustand zustand(const struct doc_node *n)
{
	static const char *const name[] = {"", "unbestimmt", "noch-zu-ermitteln", "laufende-verwaltung", "ohne"};
	for (int z = DOC_UNBESTIMMT; z <= DOC_OHNE; z++)
		if (doc_is(n, DOC_A_ZUSTAND, name[z]))
			return z;
	return DOC_BETRAG;
}

bool doc_posten(struct doc_posten *q, const struct doc_node *p)
{
	*q = (struct doc_posten){.node = p,
		.zustand = zustand(p),
		.betrag = amount(p, DOC_A_BETRAG),
		.davon = amount(p, DOC_A_DAVON),
		.circa = doc_is(p, DOC_A_CIRCA, "ja"),
		.jaehrlich = doc_is(p, DOC_A_TURNUS, "jaehrlich"),
		.gefoerdert_durch = doc_get(p, DOC_A_GEFOERDERT_DURCH),
		.erstattet_durch = doc_get(p, DOC_A_ERSTATTET_DURCH)};
	return p && p->kind == DOC_POSTEN;
}

static void sum(struct doc *doc, struct diag *d, money_t *total, money_t v, const struct doc_node *n)
{
	if (v >= 0 && !money_add(total, v))
		diag_error(d, "BETRAG", doc_path(doc, n), n->line,
			"Der Betrag ist zu groß; erwartet werden weniger als 10.000.000.000.000 Euro, bitte die Zahl "
			"der Stellen prüfen");
}

static void add_posten(struct doc *doc, struct diag *d, struct doc_massnahme *m)
{
	size_t n = 0;
	for (const struct doc_node *p = doc_child(m->finanzen, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN))
		n++;
	m->posten = MEM_ARRAY(doc->mem, struct doc_posten, n);
	for (const struct doc_node *p = doc_child(m->finanzen, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN)) {
		struct doc_posten *q = &m->posten[m->nposten++];
		doc_posten(q, p);
		sum(doc, d, q->jaehrlich ? &m->jaehrlich : &m->einmalig, q->betrag, p);
		sum(doc, d, &m->davon, q->davon, p);
	}
	money_t whole = amount(m->finanzen, DOC_A_DAVON);
	if (whole >= 0)
		m->davon = whole;
}

static const struct { const char *value, *name;
} statuses[DOC_S_MAX] = {
	{"", ""},
	{"offen", "noch zu entscheiden"},
	{"neu", "neu"},
	{"unveraendert", "unverändert"},
	{"geaendert", "geändert"},
	{"laeuft", "läuft"},
	{"abgeschlossen", "abgeschlossen"},
	{"entfallen", "entfallen"},
};

const char *doc_status_name(enum doc_status s)
{
	return statuses[s].name;
}

static enum doc_status status(const struct doc_node *n)
{
	for (int s = DOC_S_OFFEN; s < DOC_S_MAX; s++)
		if (doc_is(n, DOC_A_STATUS, statuses[s].value))
			return s;
	return DOC_S_UNGESAGT;
}

static int year(const char *s)
{
	return s && strlen(s) == 4 && strspn(s, "0123456789") == 4 ? atoi(s) : 0;
}

static void add(struct doc *doc, struct diag *d, struct doc_massnahme *m, const struct doc_node *n)
{
	*m = (struct doc_massnahme){.node = n,
		.feld = doc_up(n, DOC_HANDLUNGSFELD),
		.ziel = doc_child(n, DOC_ZIEL),
		.umsetzung = doc_child(n, DOC_UMSETZUNG),
		.beteiligte = doc_child(n, DOC_BETEILIGTE),
		.finanzen = doc_child(n, DOC_FINANZEN),
		.zeitbedarf = doc_child(n, DOC_ZEITBEDARF),
		.im_kapitel = !doc_is(n, DOC_A_TABELLE, "nein"),
		.status = status(n),
		.grund = doc_get(n, DOC_A_GRUND)};
	const char *years = doc_get(m->zeitbedarf, DOC_A_JAHRE);
	if (years && strlen(years) <= 4)
		m->jahre = atoi(years);
	m->klasse = doc_get(m->zeitbedarf, DOC_A_KLASSE);
	m->seit = year(doc_get(m->zeitbedarf, DOC_A_SEIT));
	int from = m->seit ? m->seit : year(doc->edition);
	m->faellig = from && m->jahre ? from + m->jahre : 0;
	add_posten(doc, d, m);
}

void doc_index_massnahmen(struct doc *doc, struct diag *d)
{
	struct doc_index *ix = doc->index;
	size_t n = 0;
	for (const struct doc_node *p = doc->root; p; p = doc_walk(doc->root, p))
		n += p->kind == DOC_MASSNAHME;
	ix->massnahmen = MEM_ARRAY(doc->mem, struct doc_massnahme, n);
	for (const struct doc_node *p = doc->root; p && ix->nmassnahmen < n; p = doc_walk(doc->root, p))
		if (p->kind == DOC_MASSNAHME)
			add(doc, d, &ix->massnahmen[ix->nmassnahmen++], p);
}

const struct doc_massnahme *doc_massnahmen(const struct doc *doc, size_t *n)
{
	*n = doc->index->nmassnahmen;
	return doc->index->massnahmen;
}

static int by_order(const void *key, const void *elem)
{
	const struct doc_node *n = key;
	const struct doc_massnahme *m = elem;
	return n->order < m->node->order ? -1 : n->order > m->node->order;
}

const struct doc_massnahme *doc_massnahme(const struct doc *doc, const struct doc_node *n)
{
	const struct doc_index *ix = doc->index;
	if (!ix->nmassnahmen || n->kind != DOC_MASSNAHME)
		return NULL;
	return bsearch(n, ix->massnahmen, ix->nmassnahmen, sizeof *ix->massnahmen, by_order);
}

void doc_put_posten(struct buf *b, const struct doc_posten *p)
{
	static const char *const name[] = {"", "unbestimmt", "noch zu ermitteln", "im Rahmen der laufenden Verwaltung",
		"keine zusätzlichen Kosten"};
	buf_str(b, name[p->zustand]);
	if (p->zustand == DOC_BETRAG && p->betrag >= 0) {
		buf_str(b, p->circa ? "circa\u00A0" : "");
		money_put(b, p->betrag);
		buf_str(b, "\u00A0Euro");
	} else if (p->zustand == DOC_BETRAG && p->gefoerdert_durch) {
		buf_fmt(b, "gefördert durch %s", p->gefoerdert_durch);
	} else if (p->zustand == DOC_BETRAG && p->erstattet_durch) {
		buf_fmt(b, "erstattet durch %s", p->erstattet_durch);
	}
}
