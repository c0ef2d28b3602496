/* gegen.c: what shows only beside the edition before: what went without a word, what was copied, what jumped. */
#include <string.h>

#include "base/u8.h"
#include "check/rule.h"

static const struct doc *before(const struct chk *c)
{
	const struct chk_context *x = c->context;
	return x->ngegen && x->gegen[0] != c->doc ? x->gegen[0] : NULL;
}

/* An edition beside its predecessor; what other documents cite is another matter. */
static const struct doc *edition_before(const struct chk *c)
{
	return c->doc->root->kind == DOC_KONZEPT ? before(c) : NULL;
}

static const char *old_place(struct chk *c, const struct doc *old, const struct doc_node *n)
{
	return mem_fmt(c->mem, "%s:%d", doc_path(old, n), n->line);
}

static const char *old_text(struct chk *c, const struct doc *old, const struct doc_node *n)
{
	struct buf b = {0};
	doc_text(&b, old, n);
	const char *s = mem_str(c->mem, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

static const struct doc_massnahme *twin(const struct doc *old, const struct doc_massnahme *m)
{
	const char *id = doc_get(m->node, DOC_A_ID);
	const struct doc_node *n = id ? doc_by_id(old, id) : NULL;
	return n ? doc_massnahme(old, n) : NULL;
}

/* ---- gone ---- */

static bool names(const char *list, const char *id)
{
	size_t n = strlen(id);
	for (const char *p = list; p && (p = strstr(p, id)); p += n)
		if ((p == list || p[-1] == ' ') && (!p[n] || p[n] == ' '))
			return true;
	return false;
}

/* Taken up by another part of the new edition. */
static bool taken_up(const struct chk *c, const char *id)
{
	static const enum doc_kind kinds[] = {DOC_HANDLUNGSFELD, DOC_MASSNAHME};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (size_t i = 0; i < c->kind[kinds[k]].n; i++)
			if (names(doc_get(c->kind[kinds[k]].at[i], DOC_A_AUS), id))
				return true;
	return false;
}

static void gone(struct chk *c, const struct doc *old, const struct doc_node *n, const struct doc_node *at,
	const char *what)
{
	const char *id = doc_get(n, DOC_A_ID);
	if (!id || doc_by_id(c->doc, id) || taken_up(c, id))
		return;
	chk_tell(c, RULE_WEGGEFALLEN, at,
		"%s „%s“ steht in der vorigen Ausgabe (%s) und fehlt hier ohne Grund; "
		"erwartet wird status=\"entfallen\" mit grund, oder aus=\"%s\" dort, wo es aufgegangen ist",
		what, id, old_place(c, old, n), id);
}

/* A Handlungsfeld in which all was settled may go with its Massnahmen. */
void chk_weggefallen(struct chk *c)
{
	const struct doc *old = edition_before(c);
	const struct doc_node *told = NULL;
	size_t n = 0;
	const struct doc_massnahme *m = old ? doc_massnahmen(old, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		const char *field = m[i].feld ? doc_get(m[i].feld, DOC_A_ID) : NULL;
		const struct doc_node *at = field ? doc_by_id(c->doc, field) : NULL;
		if (!doc_goes_on(&m[i]))
			continue;
		gone(c, old, m[i].node, at ? at : c->doc->root, "Die Maßnahme");
		if (m[i].feld && m[i].feld != told)
			gone(c, old, m[i].feld, c->doc->root, "Das Handlungsfeld");
		told = m[i].feld;
	}
}

/* ---- an id for something else ---- */

enum { STEM = 5 };                                     /* letters two words must share to count as the same */

/* The next word of at least STEM letters, in lower case: its first STEM characters. */
static const char *next_stem(const char *p, char stem[STEM * 4 + 1])
{
	while (*p) {
		size_t n = 0, letters = 0;
		while (*p && !chk_is_word((unsigned char)*p))
			p++;
		const char *end = chk_word_end(p);
		for (const char *q = p; q < end && letters < STEM; letters++) {
			struct buf b = {0};
			buf_u8(&b, u8_lower(u8_get(&q, end)));
			memcpy(stem + n, b.data, b.len);
			n += b.len;
			buf_free(&b);
		}
		stem[n] = '\0';
		if (end == p)
			return NULL;
		p = end;
		if (letters == STEM)
			return p;
	}
	return NULL;
}

static bool filler(const char *stem)
{
	static const char *const words[] = {"werde", "haben", "könne", "solle", "müsse", "dürfe", "diese", "einen",
		"einer", "stadt", "davon", "sowie", "sind", "durch"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(stem, words[i]))
			return true;
	return false;
}

/* Both say something, and they have no word in common. */
static bool strangers(const char *a, const char *b)
{
	char x[STEM * 4 + 1], y[STEM * 4 + 1];
	int words = 0, others = 0;
	for (const char *p = a; (p = next_stem(p, x));) {
		if (filler(x))
			continue;
		words++;
		others = 0;
		for (const char *q = b; (q = next_stem(q, y));) {
			others += !filler(y);
			if (!strcmp(x, y))
				return false;
		}
	}
	return words && others;
}

static const char *says(struct chk *c, const struct doc *doc, const struct doc_node *n)
{
	const struct doc_node *text = doc_child(n, n->kind == DOC_MASSNAHME ? DOC_ZIEL : DOC_TITEL);
	return n->kind == DOC_KENNZAHL ? doc_get(n, DOC_A_NAME) : text ? old_text(c, doc, text) : NULL;
}

static void compare_thing(struct chk *c, const struct doc *old, const struct doc_node *n, const struct doc_node *was)
{
	bool parts = doc_kind_class(n->kind) == DOC_CLASS_PART && doc_kind_class(was->kind) == DOC_CLASS_PART;
	if (n->kind != was->kind && !parts) {
		chk_tell(c, RULE_KENNUNG, n,
			"„%s“ ist hier <%s>, in der vorigen Ausgabe (%s) aber <%s>; "
			"erwartet wird für Neues eine neue id",
			doc_get(n, DOC_A_ID), doc_kind_name(n->kind), old_place(c, old, was), doc_kind_name(was->kind));
		return;
	}
	const char *now = says(c, c->doc, n), *then = says(c, old, was);
	if (!now || !then || doc_get(n, DOC_A_GRUND) || doc_get(n, DOC_A_AUS) || !strangers(now, then))
		return;
	chk_tell(c, RULE_KENNUNG, n,
		"„%s“ heißt hier „%s“, in der vorigen Ausgabe (%s) „%s“; "
		"erwartet wird für Neues eine neue id, für Umbenanntes ein grund",
		doc_get(n, DOC_A_ID), now, old_place(c, old, was), then);
}

void chk_kennung(struct chk *c)
{
	static const enum doc_kind kinds[] = {DOC_KAPITEL, DOC_ABSCHNITT, DOC_HANDLUNGSFELD, DOC_ANHANG, DOC_MASSNAHME,
		DOC_SCHRITT, DOC_KENNZAHL, DOC_DIAGRAMM, DOC_TABELLE, DOC_ABBILDUNG, DOC_ORGANIGRAMM};
	const struct doc *old = edition_before(c);
	for (size_t k = 0; old && k < sizeof kinds / sizeof *kinds; k++)
		for (size_t i = 0; i < c->kind[kinds[k]].n; i++) {
			const struct doc_node *n = c->kind[kinds[k]].at[i];
			const char *id = doc_get(n, DOC_A_ID);
			const struct doc_node *was = id ? doc_by_id(old, id) : NULL;
			if (was)
				compare_thing(c, old, n, was);
		}
}

/* ---- costs and years ---- */

static void compare_sum(struct chk *c, const struct doc_massnahme *m, const char *what, money_t then, money_t now)
{
	int share = c->style ? sty_rule_int(c->style, "kosten-sprung", 50) : 50;
	money_t by = now > then ? now - then : then - now;
	if (then <= 0 || by <= then / 100 * share)
		return;
	chk_tell(c, RULE_KOSTENSPRUNG, m->finanzen ? m->finanzen : m->node,
		"Die %s Kosten betragen %s, in der vorigen Ausgabe %s; "
		"das ändert sich um mehr als %d Prozent (Regel kosten-sprung). "
		"Erwartet wird ein grund an der Maßnahme, oder bitte den Betrag prüfen",
		what, chk_euro(c, now), chk_euro(c, then), share);
}

void chk_kostensprung(struct chk *c)
{
	const struct doc *old = edition_before(c);
	size_t n = 0;
	const struct doc_massnahme *m = old ? doc_massnahmen(c->doc, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		const struct doc_massnahme *was = twin(old, &m[i]);
		if (!was || m[i].grund || !doc_goes_on(&m[i]))
			continue;
		compare_sum(c, &m[i], "einmaligen", was->kosten.einmalig.value, m[i].kosten.einmalig.value);
		compare_sum(c, &m[i], "jährlichen", was->kosten.jaehrlich.value,
			m[i].kosten.jaehrlich.value);
	}
}

void chk_fristvorbei(struct chk *c)
{
	const struct doc *old = edition_before(c);
	size_t n = 0;
	const struct doc_massnahme *m = old ? doc_massnahmen(c->doc, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		const struct doc_massnahme *was = twin(old, &m[i]);
		int due = was && was->faellig ? was->faellig : m[i].seit ? m[i].faellig : 0;
		if (due && due < c->stand.year && !m[i].grund && doc_goes_on(&m[i]))
			chk_tell(c, RULE_FRISTVORBEI, m[i].zeitbedarf ? m[i].zeitbedarf : m[i].node,
				"Die Maßnahme war %d fällig und ist beim Stand %d nicht abgeschlossen; "
				"erwartet wird status=\"abgeschlossen\", "
				"oder ein grund, der sagt, warum es länger dauert",
				due, c->stand.year);
	}
}

/* ---- figures ---- */

static bool equal(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static bool same_figure(const struct doc *doc, const struct doc_node *n)
{
	const struct doc_node *was = doc_by_id(doc, doc_get(n, DOC_A_ID));
	return was && was->kind == DOC_KENNZAHL && equal(doc_get(was, DOC_A_WERT), doc_get(n, DOC_A_WERT)) &&
		equal(doc_get(was, DOC_A_STICHTAG), doc_get(n, DOC_A_STICHTAG));
}

void chk_kennzahlalt(struct chk *c)
{
	const struct chk_context *x = c->context;
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	for (size_t i = 0; i < l->n && edition_before(c) && x->ngegen > 1; i++) {
		const struct doc_node *n = l->at[i];
		if (!doc_get(n, DOC_A_ID) || !doc_get(n, DOC_A_WERT) || doc_bleibt(n) ||
			!same_figure(x->gegen[0], n) || !same_figure(x->gegen[1], n))
			continue;
		chk_tell(c, RULE_KENNZAHLALT, n,
			"Die Kennzahl „%s“ steht mit demselben Wert und Stichtag schon in den Ausgaben %s und %s; "
			"erwartet wird ein neuer Wert, oder bleibt=\"ja\", wenn er weiter gilt",
			doc_get(n, DOC_A_ID), x->gegen[1]->edition, x->gegen[0]->edition);
	}
}

/* ---- papers that cite what has been replaced ---- */

/* "2018#einwohner" or "integrationskonzept-2018#einwohner" names the edition. */
static bool of_edition(const struct doc *old, const char *name, size_t n)
{
	size_t k = old->edition ? strlen(old->edition) : 0;
	return k && n >= k && !memcmp(name + n - k, old->edition, k) && (n == k || name[n - k - 1] == '-');
}

static const struct doc *current_edition(const struct chk *c, const struct doc *old)
{
	for (size_t i = 0; i < c->doc->neditions; i++)
		if (c->doc->editions[i].doc && c->doc->editions[i].doc != old &&
			!equal(c->doc->editions[i].doc->edition, old->edition))
			return c->doc->editions[i].doc;
	return c->doc;
}

static const char *put_value(struct chk *c, const struct doc_kennzahl *k)
{
	struct buf b = {0};
	doc_put_kennzahl(&b, k);
	const char *s = mem_str(c->mem, b.data, b.len);
	buf_free(&b);
	return s;
}

static void cited_value(struct chk *c, const struct doc *old, const struct doc_node *n)
{
	const char *ref = doc_get(n, DOC_A_REF), *told = doc_get(n, DOC_A_LAUT_WERT),
		   *hash = ref ? strchr(ref, '#') : NULL;
	const char *id = hash ? hash + 1 : ref;
	const struct doc_kennzahl *then = id ? doc_kennzahl(old, id) : NULL,
				  *now = id ? doc_kennzahl(current_edition(c, old), id) : NULL;
	bool changed = !then || !now || then == now || strcmp(put_value(c, then), put_value(c, now));
	if (hash && changed && of_edition(old, ref, (size_t)(hash - ref)))
		chk_tell(c, RULE_WERTALT, n,
			"„%s“ nennt einen Wert der überholten Ausgabe %s%s%s; "
			"erwartet wird der Wert der geltenden Ausgabe, bitte den Bezug berichtigen",
			ref, old->edition, now ? ", jetzt gilt " : "", now ? put_value(c, now) : "");
	else if (told && then && now && equal(told, doc_get(then->node, DOC_A_WERT)) &&
		!equal(told, doc_get(now->node, DOC_A_WERT)))
		chk_tell(c, RULE_WERTALT, n,
			"Hier steht noch %s, der Wert der Ausgabe %s; jetzt gilt %s, bitte berichtigen", told,
			old->edition, put_value(c, now));
}

/* A paper states a figure itself, as the edition before had it; the edition it presents says otherwise. */
static void stated_value(struct chk *c, const struct doc *old, const struct doc_node *n)
{
	const struct doc *current = current_edition(c, old);
	const char *id = doc_get(n, DOC_A_ID), *told = doc_get(n, DOC_A_WERT);
	const struct doc_kennzahl *then = id ? doc_kennzahl(old, id) : NULL,
				  *now = id && current != c->doc ? doc_kennzahl(current, id) : NULL;
	if (then && now && equal(told, doc_get(then->node, DOC_A_WERT)) && !equal(told, doc_get(now->node, DOC_A_WERT)))
		chk_tell(c, RULE_WERTALT, n,
			"Die Kennzahl „%s“ hat hier noch %s, den Wert der Ausgabe %s; jetzt gilt %s, bitte berichtigen",
			id, told, old->edition, put_value(c, now));
}

void chk_wertalt(struct chk *c)
{
	static const enum doc_kind sources[] = {DOC_PRAESENTIERT, DOC_MASSNAHMEN_AUS, DOC_DIAGRAMM_AUS},
				   cites[] = {DOC_WERT, DOC_RANDZAHL};
	const struct doc *old = before(c);
	bool edition = c->doc->root->kind == DOC_KONZEPT;
	for (size_t k = 0; old && k < sizeof cites / sizeof *cites; k++)
		for (size_t i = 0; i < c->kind[cites[k]].n; i++)
			if (!edition || doc_get(c->kind[cites[k]].at[i], DOC_A_LAUT_WERT))
				cited_value(c, old, c->kind[cites[k]].at[i]);
	for (size_t i = 0; old && !edition && i < c->kind[DOC_KENNZAHL].n; i++)
		stated_value(c, old, c->kind[DOC_KENNZAHL].at[i]);
	for (size_t k = 0; old && k < sizeof sources / sizeof *sources; k++)
		for (size_t i = 0; i < c->kind[sources[k]].n; i++) {
			const char *name = doc_get(c->kind[sources[k]].at[i], DOC_A_EDITION);
			const struct doc *d = name ? doc_edition(c->doc, name) : NULL;
			if (d && equal(d->ort, old->ort) && of_edition(old, name, strlen(name)))
				chk_tell(c, RULE_WERTALT, c->kind[sources[k]].at[i],
					"„%s“ ist überholt: Ziele, Kosten und Zahlen kommen aus der vorigen Ausgabe; "
					"erwartet wird der Ordner der geltenden Ausgabe, bitte berichtigen",
					name);
		}
}
