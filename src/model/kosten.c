/* kosten.c: what things cost and whether they go on; see kosten.h. The words of states stand here, once each. */
#include "model/kosten.h"

#include <stdlib.h>
#include <string.h>

#include "model/index.h"

/* ---- states ---- */

/* value: as written; word: its name among the town's words. */
static const struct { const char *value, *word; } statuses[DOC_S_MAX] = {
	[DOC_S_UNGESAGT] = {"", NULL},
	[DOC_S_OFFEN] = {"offen", "status-offen"},
	[DOC_S_NEU] = {"neu", "status-neu"},
	[DOC_S_UNVERAENDERT] = {"unveraendert", "status-unveraendert"},
	[DOC_S_GEAENDERT] = {"geaendert", "status-geaendert"},
	[DOC_S_LAEUFT] = {"laeuft", "status-laeuft"},
	[DOC_S_ABGESCHLOSSEN] = {"abgeschlossen", "status-abgeschlossen"},
	[DOC_S_ENTFALLEN] = {"entfallen", "status-entfallen"},
};

/* told: how originals say it. */
static const struct { const char *value, *word, *kurz, *told[2]; } zustaende[DOC_Z_MAX] = {
	[DOC_BETRAG] = {"", NULL, NULL, {NULL}},
	[DOC_UNBESTIMMT] = {"unbestimmt", "zustand-unbestimmt", "zustand-unbestimmt", {"unbestimmt"}},
	[DOC_NOCH_ZU_ERMITTELN] = {"noch-zu-ermitteln", "zustand-noch-zu-ermitteln", "zustand-noch-zu-ermitteln",
		{"noch zu ermitteln"}},
	[DOC_LAUFENDE_VERWALTUNG] = {"laufende-verwaltung", "zustand-laufende-verwaltung", "laufende-verwaltung",
		{"laufende"}},
	[DOC_OHNE] = {"ohne", "zustand-ohne", "ohne-kosten", {"ohne", "keine"}},
};

enum doc_status doc_status_find(const char *value)
{
	for (int s = DOC_S_OFFEN; value && s < DOC_S_MAX; s++)
		if (!strcmp(statuses[s].value, value))
			return s;
	return DOC_S_UNGESAGT;
}

const char *doc_status_word(const struct doc_words *w, enum doc_status s)
{
	return statuses[s].word ? doc_word(w, statuses[s].word) : "";
}

bool doc_settled(enum doc_status s)
{
	return s == DOC_S_ABGESCHLOSSEN || s == DOC_S_ENTFALLEN;
}

bool doc_goes_on(const struct doc_massnahme *m)
{
	return !doc_settled(m->status);
}

const char *doc_klasse_word(const struct doc_words *w, const char *klasse)
{
	static const char *const klassen[][2] = {{"kurzfristig", "klasse-kurzfristig"},
		{"mittelfristig", "klasse-mittelfristig"}, {"langfristig", "klasse-langfristig"},
		{"laufend", "laufend"}};
	for (size_t i = 0; klasse && i < sizeof klassen / sizeof *klassen; i++)
		if (!strcmp(klassen[i][0], klasse))
			return doc_word(w, klassen[i][1]);
	return "";
}

const char *doc_zustand_value(enum doc_zustand z)
{
	return zustaende[z].value;
}

const char *doc_zustand_word(const struct doc_words *w, enum doc_zustand z, bool kurz)
{
	const char *name = kurz ? zustaende[z].kurz : zustaende[z].word;
	return name ? doc_word(w, name) : "";
}

enum doc_zustand doc_zustand_told(const char *text)
{
	for (int z = DOC_UNBESTIMMT; z < DOC_Z_MAX; z++)
		for (size_t i = 0; i < sizeof zustaende[z].told / sizeof *zustaende[z].told; i++)
			if (zustaende[z].told[i] && strstr(text, zustaende[z].told[i]))
				return z;
	return DOC_BETRAG;
}

/* ---- a Posten ---- */

static bool amount(const struct doc_node *n, enum doc_attr attr, money_t *v)
{
	const char *s = doc_get(n, attr);
	return s && money_parse(v, s);
}

static enum doc_zustand zustand(const struct doc_node *n)
{
	for (int z = DOC_UNBESTIMMT; z < DOC_Z_MAX; z++)
		if (doc_is(n, DOC_A_ZUSTAND, zustaende[z].value))
			return z;
	return DOC_BETRAG;
}

int doc_year(const char *s)
{
	return s && strlen(s) == 4 && strspn(s, "0123456789") == 4 ? atoi(s) : 0;
}

bool doc_posten(struct doc_posten *q, const struct doc_node *p)
{
	*q = (struct doc_posten){.node = p,
		.zustand = zustand(p),
		.davon = -1,
		.circa = doc_is(p, DOC_A_CIRCA, "ja"),
		.jaehrlich = doc_is(p, DOC_A_TURNUS, "jaehrlich"),
		.gefoerdert_durch = doc_get(p, DOC_A_GEFOERDERT_DURCH),
		.erstattet_durch = doc_get(p, DOC_A_ERSTATTET_DURCH),
		.haushaltsjahr = doc_year(doc_get(p, DOC_A_HAUSHALTSJAHR))};
	q->has_amount = q->zustand == DOC_BETRAG && amount(p, DOC_A_BETRAG, &q->betrag);
	amount(p, DOC_A_DAVON, &q->davon);
	return p && p->kind == DOC_POSTEN;
}

bool doc_paid_by_others(const struct doc_posten *p)
{
	return p->gefoerdert_durch || p->erstattet_durch;
}

enum doc_share doc_share(const struct doc_posten *p)
{
	switch (p->zustand) {
	case DOC_OHNE: case DOC_LAUFENDE_VERWALTUNG: return DOC_NOTHING;
	case DOC_BETRAG: return p->has_amount ? DOC_AMOUNT : doc_paid_by_others(p) ? DOC_OTHERS : DOC_OPEN;
	default: return DOC_OPEN;
	}
}

int doc_haushaltsjahr(const struct doc *doc, const struct doc_massnahme *m, const struct doc_posten *p)
{
	return p->haushaltsjahr ? p->haushaltsjahr : p->jaehrlich ? doc_year(doc->edition) : m->faellig;
}

/* ---- sums ---- */

static void tell(struct doc_sum *s, const struct doc_place *at)
{
	if (!s->over)
		diag_error(at->diag, "BETRAG", doc_path(at->doc, at->node), at->node->line,
			"Die Summe „%s“ ist zu groß; erwartet werden zusammen weniger als 10.000.000.000.000 Euro, "
			"bitte die Zahl der Stellen prüfen",
			at->name);
	s->over = true;
}

void doc_sum_amount(struct doc_sum *s, money_t v, const struct doc_place *at)
{
	if (!money_add(&s->value, v))
		tell(s, at);
	s->n++;
}

void doc_sum_posten(struct doc_sum *s, const struct doc_kosten *k, const struct doc_posten *p,
	const struct doc_place *at)
{
	switch (doc_share(p)) {
	case DOC_AMOUNT:
		doc_sum_amount(s, p->betrag, at);
		s->circa |= p->circa;
		if (!money_add(&s->budgeted, doc_budgeted(k, p)))
			tell(s, at);
		break;
	case DOC_OPEN:
		s->open = true;
		break;
	default:
		break;
	}
}

void doc_sum_sum(struct doc_sum *s, const struct doc_sum *more, const struct doc_place *at)
{
	if (!money_add(&s->value, more->value) || !money_add(&s->budgeted, more->budgeted))
		tell(s, at);
	s->n += more->n;
	s->circa |= more->circa;
	s->open |= more->open;
}

money_t doc_budgeted(const struct doc_kosten *k, const struct doc_posten *p)
{
	if (!p->has_amount || p->betrag <= 0)
		return 0;
	if (p->davon >= 0 || !k->davon_of_all)
		return p->davon < 0 ? 0 : p->davon < p->betrag ? p->davon : p->betrag;
	money_t left = k->davon;
	for (const struct doc_posten *q = k->posten; q < p; q++)
		left -= q->betrag > 0 ? q->betrag : 0;
	return left <= 0 ? 0 : left < p->betrag ? left : p->betrag;
}

/* What is budgeted of a Posten without an amount counts too. */
static void add_davon(struct doc_kosten *k, struct doc_place *at)
{
	struct doc_sum of_posten = {0};
	at->name = "davon";
	for (size_t i = 0; i < k->nposten; i++)
		if (k->posten[i].davon >= 0) {
			at->node = k->posten[i].node;
			doc_sum_amount(&of_posten, k->posten[i].davon, at);
		}
	k->davon = of_posten.value;
	k->davon_of_all = amount(k->node, DOC_A_DAVON, &k->davon);
}

void doc_add_kosten(struct doc *doc, struct diag *d, struct doc_kosten *k, const struct doc_node *node)
{
	struct doc_place at = {.diag = d, .doc = doc};
	const size_t n = doc_count(node, DOC_POSTEN);
	*k = (struct doc_kosten){.node = node};
	struct doc_posten *all = MEM_ARRAY(doc->mem, struct doc_posten, n);
	k->posten = all;
	for (const struct doc_node *p = doc_child(node, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN))
		doc_posten(&all[k->nposten++], p);
	add_davon(k, &at);
	for (size_t i = 0; i < n; i++) {
		at.node = all[i].node;
		at.name = all[i].jaehrlich ? "jährlich" : "einmalig";
		doc_sum_posten(all[i].jaehrlich ? &k->jaehrlich : &k->einmalig, k, &all[i], &at);
	}
}

/* ---- in words ---- */

void doc_put_euro(struct buf *b, money_t v, const char *waehrung)
{
	money_put(b, v);
	buf_fmt(b, "\u00A0%s", waehrung);
}

void doc_put_zahler(struct buf *b, const struct doc_posten *p, const struct doc_words *w)
{
	if (p->gefoerdert_durch)
		buf_part(b, "", doc_word(w, "gefoerdert-durch"), " ");
	buf_str(b, p->gefoerdert_durch ? p->gefoerdert_durch : "");
	if (p->erstattet_durch) {
		buf_str(b, p->gefoerdert_durch ? ", " : "");
		buf_part(b, "", doc_word(w, "erstattet-durch"), " ");
		buf_str(b, p->erstattet_durch);
	}
}

void doc_put_posten(struct buf *b, const struct doc_posten *p, bool labelled, const struct doc_words *w)
{
	if (p->has_amount) {
		if (p->circa)
			buf_part(b, "", doc_word(w, "circa"), "\u00A0");
		doc_put_euro(b, p->betrag, w->waehrung);
	} else if (p->zustand != DOC_BETRAG) {
		buf_str(b, doc_zustand_word(w, p->zustand, labelled && p->zustand == DOC_OHNE));
	} else {
		doc_put_zahler(b, p, w);
	}
}
