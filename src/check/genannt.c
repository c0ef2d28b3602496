/* genannt.c: parts of the document that its text cites: by a number that none has ("Abbildung 4", "Kapitel 7"), by a
 * name that none has (Handlungsfeld „Bildung“), and how many Massnahmen one of them holds. */
#include <stdlib.h>

#include "check/anzahl.h"
#include "check/sentence.h"
#include "check/when.h"

enum cited { CITED_FIGURE, CITED_PART, CITED_TABLE, CITED_MASSNAHME, CITED_FIELD, CITED_MASSNAHMEN, CITED_NOT };

static enum cited cited(const char *p, const char *q)
{
	static const struct { const char *word; enum cited what; } words[] = {{"Abbildung", CITED_FIGURE},
		{"Diagramm", CITED_FIGURE}, {"Kapitel", CITED_PART}, {"Abschnitt", CITED_PART}, {"Tabelle",
			CITED_TABLE},
		{"Maßnahme", CITED_MASSNAHME}, {"Handlungsfeld", CITED_FIELD}, {"Maßnahmen", CITED_MASSNAHMEN}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_is(p, q, words[i].word))
			return words[i].what;
	return CITED_NOT;
}

bool chk_cited_may(const struct chk_tok *k)
{
	return cited(k->p, k->q) != CITED_NOT;
}

/* ---- by number ---- */

static int top_of(const struct chk_list *l)
{
	const struct doc_node *n = l->n ? l->at[l->n - 1] : NULL, *top = NULL;
	for (; n; n = n->parent)
		top = n->number ? n : top;
	return top ? atoi(top->number) : 0;
}

/* At least as many as have a number. */
static int highest(const struct chk *c, enum cited what)
{
	static const enum doc_kind parts[] = {DOC_KAPITEL, DOC_ABSCHNITT, DOC_HANDLUNGSFELD, DOC_ARBEITSPAKET};
	int n = 0;
	if (what == CITED_MASSNAHME)
		return (int)c->kind[DOC_MASSNAHME].n;
	for (size_t i = 0; what == CITED_PART && i < sizeof parts / sizeof *parts; i++)
		n = top_of(&c->kind[parts[i]]) > n ? top_of(&c->kind[parts[i]]) : n;
	for (int k = 0; what != CITED_PART && k < DOC_KIND_MAX; k++)
		if (what == CITED_FIGURE ? doc_kind_class((enum doc_kind)k) == DOC_CLASS_FIGURE
					 : k == DOC_TABELLE || doc_kind_overview((enum doc_kind)k))
			n += (int)c->kind[k].n;
	return n;
}

/* "Kapitel 5 SGB II", "Tabelle 7 des Sozialberichts", "Abbildung 3 (Anlage 2)" */
static bool of_another(const struct chk_text *t, const char *q)
{
	static const char *const words[] = {"des", "der", "von", "vom", "im", "in", "aus", "bei", "zum", "zur", "zu",
		"dort", NULL};
	static const char *const sources[] = {"anlage", "anlagen", "gesetz", "gesetzes", "verordnung", "satzung",
		"leitfaden", "handbuch", "gutachten", "studie", "bericht", "sozialbericht", "richtlinie", "sgb", NULL};
	const char *w = q, *from, *to;
	if (*q == '/' || *q == '-' || chk_is_word((unsigned char)*q) || chk_starts(q, "–"))
		return true;
	if (chk_gap(&w) && ((*w >= 'A' && *w <= 'Z') || chk_among(w, chk_word_end(w), words)))
		return true;
	return !chk_sentence(t, q, &from, &to) || chk_has_word(from, to, sources);
}

/* Where the document has none at all, the number may be of another: only "siehe Tabelle 1" is surely its own. */
static bool points_here(const struct chk_text *t, const char *p)
{
	static const char *const see[] = {"siehe", "Siehe", "vgl.", "Vgl.", "vergleiche", NULL};
	const char *b = chk_before(t, p);
	return (b && *b == '(') || chk_follows(t, p, see);
}

static const char *noun_of(enum cited what, int n)
{
	static const char *const many[] = {"Abbildungen", "Kapitel", "Tabellen", "Maßnahmen"};
	static const char *const one[] = {"Abbildung", "Kapitel", "Tabelle", "Maßnahme"};
	return n == 1 ? one[what] : many[what];
}

static bool by_number(struct chk *c, const struct chk_text *t, const struct chk_tok *k, enum cited what)
{
	const char *p = k->q;
	int digits, n;
	if (!chk_gap(&p))
		return false;
	n = chk_digits(p, t->end, &digits);
	const char *q = chk_number_end(p);
	if (!digits || digits > 3 || t->block->kind == DOC_QUELLE || t->block->kind == DOC_ZITAT || t->attr ||
		(q > p + digits && what != CITED_PART))
		return false;
	const int is = highest(c, what);
	if (n <= is || (!is && (what == CITED_PART || what == CITED_MASSNAHME || !points_here(t, k->p))) ||
		c->doc->root->kind == DOC_PRAESENTATION || of_another(t, q) || chk_about_before(t, k->p) ||
		chk_about_others(t, k->p))
		return false;
	chk_tell_at(c, RULE_ZAEHLUNG, t, k->p,
		"„%s“: das Dokument hat %s; erwartet wird eine Nummer, die es gibt, bitte berichtigen",
		chk_quote(c, t, k->p, q), is ? mem_fmt(c->mem, "%d %s", is, noun_of(what, is)) : "keine");
	return true;
}

/* ---- by name ---- */

static const char *title(struct chk *c, const struct doc_node *n)
{
	const struct doc_node *of = doc_child(n, DOC_TITEL);
	return of ? chk_str(c, of) : "";
}

/* „…“ at p: the name in it; false: none. */
static bool quoted(const char *p, const char **from, const char **to)
{
	if (!chk_gap(&p) || !chk_starts(p, "„"))
		return false;
	*from = p + strlen("„");
	*to = strstr(*from, "“");
	return *to && *to > *from;
}

static bool has_field(struct chk *c, const char *name, size_t n)
{
	const struct chk_list *l = &c->kind[DOC_HANDLUNGSFELD];
	for (size_t i = 0; i < l->n; i++) {
		const char *is = title(c, l->at[i]);
		if (memmem(is, strlen(is), name, n) || memmem(name, n, is, strlen(is)))
			return true;
	}
	return false;
}

static bool by_name(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const new[] = {"neues", "neuen", "neue", "zusätzliches", "weiteres", "künftiges", NULL};
	static const char *const may[] = {"geplant", "künftig", "könnte", "soll", "vorgeschlagen", "entfällt",
		"entfallen",
		"umbenannt", "hieß", "früheren", "aufgegangen", "ging", "heißt", NULL};
	const char *from, *to, *a, *b;
	if (!c->kind[DOC_HANDLUNGSFELD].n || t->attr || t->block->kind == DOC_ZITAT || !quoted(k->q, &from, &to) ||
		chk_follows(t, k->p, new) || has_field(c, from, (size_t)(to - from)) || chk_about_before(t, k->p) ||
		chk_about_others(t, k->p) || !chk_sentence(t, k->p, &a, &b) || chk_has_word(a, b, may))
		return false;
	chk_tell_at(c, RULE_TITEL, t, k->p,
		"Ein Handlungsfeld „%s“ gibt es im Dokument nicht; erwartet wird eine Überschrift, die es gibt, "
		"bitte angleichen",
		mem_str(c->mem, from, (size_t)(to - from)));
	return true;
}

/* ---- "im Handlungsfeld Wohnen gibt es drei Maßnahmen" ---- */

/* The only Handlungsfeld that the sentence names; NULL: none, or two. */
static const struct doc_node *field_named(struct chk *c, const char *from, const char *to)
{
	const struct chk_list *l = &c->kind[DOC_HANDLUNGSFELD];
	const char *p = memmem(from, (size_t)(to - from), "Handlungsfeld ", strlen("Handlungsfeld "));
	if (!p || memmem(p + 1, (size_t)(to - p - 1), "Handlungsfeld", strlen("Handlungsfeld")))
		return NULL;
	p += strlen("Handlungsfeld ");
	p += chk_starts(p, "„") ? strlen("„") : 0;
	const struct doc_node *found = NULL;
	for (size_t i = 0; i < l->n; i++) {
		const char *is = title(c, l->at[i]);
		const size_t n = strlen(is);
		if (!n || (size_t)(to - p) < n || memcmp(p, is, n) || chk_is_word((unsigned char)p[n]))
			continue;
		if (found)
			return NULL;
		found = l->at[i];
	}
	return found;
}

/* The sentence ends at q, or behind a word that says all are there: "vorgeschlagen". */
static bool ends_with_all(const char *q)
{
	static const char *const told[] = {"vorgeschlagen", "beschrieben", "genannt", "aufgeführt", "vorgestellt",
		"dargestellt", "zusammengefasst", "gebündelt", "formuliert", "benannt", NULL};
	const char *p = q;
	return strchr(".;", *q) || (chk_next_word(&p, &q) && chk_among(p, q, told) && strchr(".;", *q));
}

static bool of_field(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const all[] = {"gibt", "werden", "sind", "gehören", "umfasst", "enthält", "hat", "stehen",
		"beschreibt", "bündelt", NULL};
	static const char *const some[] = {"neben", "weitere", "neue", "davon", "mindestens", "rund", "etwa", "über",
		"mehr", "nur", "noch", NULL};
	const char *number = k->p, *from, *to;
	int is = 0;
	if (t->attr || !ends_with_all(k->q) || !chk_gap_back(t, &number))
		return false;
	const int n = chk_number_before(t, &number);
	if (!n || !chk_sentence(t, k->p, &from, &to) || !chk_has_word(from, to, all) || chk_has_word(from, to, some) ||
		chk_about_before(t, k->p))
		return false;
	const struct doc_node *field = field_named(c, from, to);
	for (const struct doc_node *p = field; p; p = doc_walk(field, p))
		is += p->kind == DOC_MASSNAHME;
	if (!field || !is || is == n)
		return false;
	chk_tell_at(c, RULE_ZAEHLUNG, t, number,
		"„%s“: das Handlungsfeld „%s“ hat %d; erwartet wird die Zahl, die es hat, bitte berichtigen",
		chk_quote(c, t, number, k->q), title(c, field), is);
	return true;
}

bool chk_cited(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const enum cited what = cited(k->p, k->q);
	switch (what) {
	case CITED_FIELD:      return by_name(c, t, k);
	case CITED_MASSNAHMEN: return of_field(c, t, k);
	case CITED_NOT:        return false;
	default:               return by_number(c, t, k, what);
	}
}
