/* punkte.c: what a Fortschreibung has to decide, and whose business it is. Only editions that name a predecessor have
 * such points. */
#include <string.h>

#include "model/index.h"

struct gathering {
	struct doc *doc;
	struct doc_names uses;                         /* figure -> the first Handlungsfeld that names it */
};

static const char *lead(const struct doc *doc, const struct doc_massnahme *m)
{
	for (const struct doc_node *b = doc_child(m->beteiligte, DOC_BETEILIGT); b; b = doc_next(b, DOC_BETEILIGT)) {
		const char *id = doc_get(b, DOC_A_STELLE);
		const struct doc_stelle *s = id ? doc_stelle(doc, id) : NULL;
		if (s && !s->gremium)
			return id;
	}
	return NULL;
}

/* Who answers for what belongs to no Massnahme. */
static const char *house(const struct doc *doc)
{
	const struct doc_node *n = doc_angabe(doc, DOC_FACHBEREICH);
	if (!n || !doc_get(n, DOC_A_STELLE))
		n = doc_angabe(doc, DOC_HERAUSGEBER);
	return n ? doc_get(n, DOC_A_STELLE) : NULL;
}

static const char *lead_of_field(const struct doc *doc, const struct doc_node *feld)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(doc, &n);
	const char *id = NULL;
	for (size_t i = 0; feld && i < n && !id; i++)
		if (m[i].feld == feld)
			id = lead(doc, &m[i]);
	return id ? id : house(doc);
}

static struct doc_punkt *add(struct gathering *g, enum doc_punkt_art art, const struct doc_node *n, bool offen)
{
	struct doc_index *ix = g->doc->index;
	MEM_ROOM_IN(g->doc->mem, ix->punkte, ix->npunkte, ix->cap_punkte);
	struct doc_punkt *p = &ix->punkte[ix->npunkte++];
	*p = (struct doc_punkt){.art = art, .node = n, .offen = offen, .stelle = doc_get(n, DOC_A_STELLE)};
	ix->noffen += offen;
	return p;
}

bool doc_bleibt(const struct doc_node *n)
{
	return doc_is(n, DOC_A_BLEIBT, "ja") || doc_is(n, DOC_A_BLEIBT, "immer");
}

static bool marked(const struct doc_node *n)
{
	return doc_is(n, DOC_A_VERALTET, "ja") && !doc_bleibt(n);
}

static bool differs(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) != 0 : a != b;
}

static bool new_value(const struct doc *doc, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	const struct doc_kennzahl *old =
		doc->vorgaenger && id ? doc_names_get(&doc->vorgaenger->index->kennzahlen, id) : NULL;
	return old &&
		(differs(doc_get(n, DOC_A_WERT), doc_get(old->node, DOC_A_WERT)) ||
			differs(doc_get(n, DOC_A_STICHTAG), doc_get(old->node, DOC_A_STICHTAG)));
}

static bool new_data(const struct doc *doc, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID), *path = doc_get(n, DOC_A_DATEN);
	const struct doc_node *old = doc->vorgaenger && id ? doc_by_id(doc->vorgaenger, id) : NULL;
	const char *old_path = old ? doc_get(old, DOC_A_DATEN) : path;
	const struct doc_csv *now = path ? doc_csv(doc, path) : NULL,
			     *before = doc->vorgaenger && old_path ? doc_csv(doc->vorgaenger, old_path) : NULL;
	return now && before && (now->size != before->size || memcmp(now->data, before->data, now->size));
}

/* The same part in the edition before: of its id, else the first of its kind that has none either. */
static const struct doc_node *before(const struct doc *doc, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	const struct doc *old = doc->vorgaenger;
	const struct doc_node *twin = old && id ? doc_by_id(old, id) : NULL;
	for (const struct doc_node *o = old && !id ? old->root : NULL; o && !twin; o = doc_walk(old->root, o))
		twin = o->kind == n->kind && !doc_get(o, DOC_A_ID) ? o : NULL;
	return twin && twin->kind == n->kind ? twin : NULL;
}

/* What its author wrote: values that are put in may be others without a word being new. */
static void put_written(struct buf *b, const struct doc_node *top)
{
	for (const struct doc_node *n = top; n; n = doc_walk(top, n))
		if (n->kind == DOC_TEXT)
			buf_put(b, n->text, n->len);
}

static bool same_text(const struct doc_node *n, const struct doc_node *was)
{
	struct buf a = {0}, b = {0};
	put_written(&a, n);
	put_written(&b, was);
	const bool same = a.len == b.len && (!a.len || !memcmp(a.data, b.data, a.len));
	buf_free(&a);
	buf_free(&b);
	return same;
}

static bool new_text(const struct doc *doc, const struct doc_node *n)
{
	const struct doc_node *old = before(doc, n);
	return old && !same_text(n, old);
}

/* ---- paragraphs have no ids: some paragraph of the edition before said the same ---- */

static bool is_sentence(const struct doc_node *n) { return n->kind == DOC_ABSATZ || n->kind == DOC_PUNKT; }

static struct buf sentence(const struct doc_node *n)
{
	struct buf b = {0};
	buf_chr(&b, n->kind == DOC_ABSATZ ? 'a' : 'p');
	put_written(&b, n);
	return b;
}

/* What the edition before said, noted if somebody will ask. */
static void note_said(struct doc *doc)
{
	const struct doc_node *n = doc->root;
	const struct doc *old = doc->vorgaenger;
	while (n && !(is_sentence(n) && doc_is(n, DOC_A_BLEIBT, "immer")))
		n = doc_walk(doc->root, n);
	for (const struct doc_node *o = n ? old->root : NULL; o; o = doc_walk(old->root, o))
		if (is_sentence(o)) {
			struct buf said = sentence(o);
			doc_names_put(doc->mem, &doc->index->said, buf_take(&said, doc->mem), o);
		}
}

static bool said_before(const struct doc *doc, const struct doc_node *n)
{
	struct buf says = sentence(n);
	const bool said = doc_names_get(&doc->index->said, says.data) != NULL;
	buf_free(&says);
	return said;
}

bool doc_bleibt_immer(const struct doc *doc, const struct doc_node *n)
{
	if (!doc_is(n, DOC_A_BLEIBT, "immer"))
		return false;
	if (!doc->vorgaenger)
		return true;
	if (is_sentence(n))
		return said_before(doc, n);
	const struct doc_node *was = before(doc, n);
	if (!was || !doc_is(was, DOC_A_BLEIBT, "immer"))
		return true;
	return !(n->kind == DOC_KENNZAHL ? new_value(doc, n)
		: n->kind == DOC_DIAGRAMM ? new_data(doc, n) : new_text(doc, n));
}

static void add_massnahmen(struct gathering *g)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(g->doc, &n);
	for (size_t i = 0; i < n; i++)
		if (m[i].status != DOC_S_UNGESAGT) {
			const char *id = lead(g->doc, &m[i]);
			add(g, DOC_P_MASSNAHME, m[i].node, m[i].status == DOC_S_OFFEN)->stelle =
				id ? id : house(g->doc);
		}
}

/* Charts stand in the text; on the way the use of each figure is noted. */
static void add_charts(struct gathering *g)
{
	const struct doc_node *root = g->doc->root;
	for (const struct doc_node *n = root; n; n = doc_walk(root, n)) {
		const char *ref = n->kind == DOC_WERT || n->kind == DOC_RANDZAHL ? doc_get(n, DOC_A_REF) : NULL;
		const struct doc_node *feld = ref || n->kind == DOC_DIAGRAMM ? doc_up(n, DOC_HANDLUNGSFELD) : NULL;
		if (ref && feld)
			doc_names_put(g->doc->mem, &g->uses, ref, feld);
		if (n->kind != DOC_DIAGRAMM)
			continue;
		struct doc_punkt *p = add(g, DOC_P_DIAGRAMM, n, marked(n) && !new_data(g->doc, n));
		if (!p->stelle)
			p->stelle = lead_of_field(g->doc, feld);
	}
}

static void add_kennzahlen(struct gathering *g)
{
	const struct doc_node *angaben = doc_child(g->doc->root, DOC_ANGABEN);
	for (const struct doc_node *n = doc_child(angaben, DOC_KENNZAHL); n; n = doc_next(n, DOC_KENNZAHL)) {
		const char *id = doc_get(n, DOC_A_ID);
		if (doc_get(n, DOC_A_ANTEIL))
			continue;                                /* computed from others */
		struct doc_punkt *p = add(g, DOC_P_KENNZAHL, n, marked(n) && !new_value(g->doc, n));
		if (!p->stelle)
			p->stelle = lead_of_field(g->doc, id ? doc_names_get(&g->uses, id) : NULL);
	}
}

const char *doc_zustaendig(const struct doc *doc, const struct doc_node *n)
{
	return lead_of_field(doc, doc_up(n, DOC_HANDLUNGSFELD));
}

/* Texts that are written anew for each edition, or said to hold on. */
static void add_texts(struct gathering *g)
{
	const struct doc_node *root = g->doc->root;
	for (const struct doc_node *n = root->first; n; n = n->next) {
		if (n->kind != DOC_GRUSSWORT && n->kind != DOC_KURZFASSUNG)
			continue;
		struct doc_punkt *p = add(g, n->kind == DOC_GRUSSWORT ? DOC_P_GRUSSWORT : DOC_P_KURZFASSUNG, n,
			marked(n) && !new_text(g->doc, n));
		if (!p->stelle)
			p->stelle = house(g->doc);
	}
}

void doc_index_punkte(struct doc *doc)
{
	struct gathering g = {.doc = doc};
	const struct doc_node *stand = doc_angabe(doc, DOC_STAND);
	if (doc->vorgaenger)
		note_said(doc);
	if (doc->root->kind != DOC_KONZEPT || !doc_get(doc->root, DOC_A_VORGAENGER))
		return;
	if (stand)
		add(&g, DOC_P_STAND, stand, doc_is(stand, DOC_A_OFFEN, "ja") && !doc_stand(doc).month)->stelle =
			house(doc);
	add_massnahmen(&g);
	add_charts(&g);
	add_kennzahlen(&g);
	add_texts(&g);
}

const struct doc_punkt *doc_punkte(const struct doc *doc, size_t *n)
{
	*n = doc->index->npunkte;
	return doc->index->punkte;
}

size_t doc_offen(const struct doc *doc)
{
	return doc->index ? doc->index->noffen : 0;
}

/* ---- in words ---- */

static void put_ort(struct buf *b, const struct doc_node *feld, const char *number)
{
	if (feld && feld->number)
		buf_fmt(b, "%s ", feld->number);
	else if (number)
		buf_fmt(b, "%s ", number);
}

void doc_put_punkt(struct buf *b, const struct doc *doc, const struct doc_punkt *p, const struct doc_words *w)
{
	const struct doc_massnahme *m = p->art == DOC_P_MASSNAHME ? doc_massnahme(doc, p->node) : NULL;
	const struct doc_node *title = doc_child(p->node, DOC_TITEL);
	const char *name = doc_get(p->node, DOC_A_NAME), *id = doc_get(p->node, DOC_A_ID);
	if (m && m->ziel) {
		put_ort(b, m->feld, NULL);
		doc_text(b, doc, m->ziel);
	} else if (p->art == DOC_P_DIAGRAMM) {
		put_ort(b, NULL, p->node->number);
		if (title || doc_child(p->node, DOC_AUSSAGE))
			doc_text(b, doc, title ? title : doc_child(p->node, DOC_AUSSAGE));
	} else if (p->art == DOC_P_GRUSSWORT || p->art == DOC_P_KURZFASSUNG) {
		if (title)
			doc_text(b, doc, title);
	} else if (p->art == DOC_P_STAND) {
		buf_str(b, doc_word(w, "aufgabe-stand"));
	} else {
		buf_str(b, name ? name : id ? id : "");
	}
}

void doc_put_bisher(struct buf *b, const struct doc *doc, const struct doc_punkt *p, const struct doc_words *w)
{
	const struct doc_massnahme *m = p->art == DOC_P_MASSNAHME ? doc_massnahme(doc, p->node) : NULL;
	const struct doc_kennzahl *k = p->art == DOC_P_KENNZAHL && doc_get(p->node, DOC_A_ID)
		? doc_kennzahl(doc, doc_get(p->node, DOC_A_ID))
		: NULL;
	const char *klasse = m ? doc_klasse_word(w, m->klasse) : "";
	if (m && m->faellig)
		buf_fmt(b, "%s, %s %d", *klasse ? klasse : doc_word(w, "zeitbedarf"), doc_word(w, "aufgabe-faellig"),
			m->faellig);
	else
		buf_str(b, klasse);
	if (p->art == DOC_P_DIAGRAMM)
		buf_str(b, doc_get(p->node, DOC_A_DATEN) ? doc_get(p->node, DOC_A_DATEN) : "");
	if (p->art == DOC_P_STAND)
		date_put(b, doc_stand(doc));
	if (!k)
		return;
	doc_put_kennzahl_unit(b, k);
	if (k->stichtag.year) {
		buf_str(b, " (");
		date_put(b, k->stichtag);
		buf_chr(b, ')');
	}
}

const char *doc_aufgabe(enum doc_punkt_art art)
{
	static const char *const text[] = {
		[DOC_P_STAND] = "Monat des Stands eintragen",
		[DOC_P_MASSNAHME] = ("status festlegen: neu, unveraendert, geaendert, laeuft, abgeschlossen oder "
				     "entfallen (mit grund)"),
		[DOC_P_DIAGRAMM] = "neue Werte in die CSV-Datei eintragen oder bleibt=\"ja\" setzen",
		[DOC_P_KENNZAHL] = "neuen Wert und Stichtag eintragen oder bleibt=\"ja\" setzen",
		[DOC_P_GRUSSWORT] = "neu fassen oder bleibt=\"ja\" setzen",
		[DOC_P_KURZFASSUNG] = "an die neue Ausgabe anpassen oder bleibt=\"ja\" setzen",
		[DOC_P_SATZ] = "neu fassen oder bleibt=\"ja\" setzen",
	};
	return text[art];
}

const char *doc_punkt_name(enum doc_punkt_art art, const struct doc_words *w)
{
	static const char *const name[] = {[DOC_P_STAND] = "aufgabe-angabe",
		[DOC_P_MASSNAHME] = "fundstelle-massnahme",
		[DOC_P_DIAGRAMM] = "fundstelle-diagramm",
		[DOC_P_KENNZAHL] = "fundstelle-kennzahl",
		[DOC_P_GRUSSWORT] = "fundstelle-grusswort",
		[DOC_P_KURZFASSUNG] = "fundstelle-kurzfassung",
		[DOC_P_SATZ] = "fundstelle-absatz"};
	return doc_word(w, name[art]);
}

bool doc_betrifft(const struct doc *doc, const struct doc_punkt *p, const char *stelle)
{
	const struct doc_massnahme *m = p->art == DOC_P_MASSNAHME ? doc_massnahme(doc, p->node) : NULL;
	bool found = p->stelle && !strcmp(p->stelle, stelle);
	for (const struct doc_node *b = m ? doc_child(m->beteiligte, DOC_BETEILIGT) : NULL; b && !found;
		b = doc_next(b, DOC_BETEILIGT))
		found = doc_is(b, DOC_A_STELLE, stelle);
	return found;
}
