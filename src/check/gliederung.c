/* gliederung.c: parts and their headings, Handlungsfelder and the fields of a Massnahme. */
#include <string.h>

#include "check/map.h"
#include "check/rule.h"
#include "check/told.h"

/* Its own, or in one of its sections. */
static bool has_massnahme(const struct doc_node *n)
{
	for (const struct doc_node *p = n->first; p; p = doc_walk(n, p))
		if (p->kind == DOC_MASSNAHME)
			return true;
	return false;
}

void chk_massnahme(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_HANDLUNGSFELD].n; i++) {
		const struct doc_node *n = c->kind[DOC_HANDLUNGSFELD].at[i];
		const char *why = doc_get(n, DOC_A_OHNE_MASSNAHME);
		const char *title = chk_str(c, doc_child(n, DOC_TITEL));
		if (has_massnahme(n) && why)
			chk_tell(c, RULE_MASSNAHME, n,
				"Das Handlungsfeld „%s“ hat eine Maßnahme und zugleich ohne-massnahme=\"…\"; "
				"bitte eines von beiden entfernen",
				title);
		else if (!has_massnahme(n) && (!why || !*why))
			chk_tell(c, RULE_MASSNAHME, n,
				"Das Handlungsfeld „%s“ hat keine Maßnahme und sagt nicht, warum; "
				"bitte eine Maßnahme ergänzen oder ohne-massnahme=\"Grund\" angeben",
				title);
	}
}

static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = list; (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (!p[n] || p[n] == ' '))
			return true;
	return false;
}

static void field(struct chk *c, const struct doc_massnahme *m, const char *wanted, const struct doc_node *have,
	enum doc_kind kind)
{
	const char *name = doc_kind_name(kind);
	if (!listed(wanted, name) || (have && (have->first || kind == DOC_ZEITBEDARF)))
		return;
	chk_tell(c, RULE_FELD, have ? have : m->node,
		"Der Maßnahme „%s“ fehlt die Angabe <%s>%s; "
		"erwartet werden nach der Regel der Kommune: %s; bitte ergänzen",
		chk_str(c, m->ziel), name, have ? " (sie ist leer)" : "", wanted);
}

/* All fields the town prints, or none and a reason. */
static void packet(struct chk *c, const struct doc_node *n)
{
	int nfields, have = 0;
	const struct sty_field *f = sty_fields(c->style, "arbeitspaket", &nfields);
	const char *why = doc_get(n, DOC_A_OHNE_FELDER), *title = chk_str(c, doc_child(n, DOC_TITEL));
	for (int i = 0; i < nfields; i++)
		have += *chk_str(c, doc_child(n, doc_kind_find(f[i].kind))) != '\0';
	if (have && why)
		chk_tell(c, RULE_FELD, n,
			"Das Arbeitspaket „%s“ hat Felder und zugleich ohne-felder=\"…\"; "
			"bitte eines von beiden entfernen",
			title);
	else if (!have && !why)
		chk_tell(c, RULE_FELD, n,
			"Das Arbeitspaket „%s“ hat keine Felder und sagt nicht, warum; "
			"bitte <benoetigt>, <rolle> und <erledigt> ergänzen oder ohne-felder=\"Grund\" angeben",
			title);
	for (int i = 0; i < nfields && have; i++)
		if (!*chk_str(c, doc_child(n, doc_kind_find(f[i].kind))))
			chk_tell(c, RULE_FELD, n,
				"Dem Arbeitspaket „%s“ fehlt die Angabe <%s>; "
				"erwartet werden alle Felder oder keines, bitte ergänzen",
				title, f[i].kind);
}

void chk_feld(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_ARBEITSPAKET].n && c->style; i++)
		packet(c, c->kind[DOC_ARBEITSPAKET].at[i]);
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	const char *chapter = chk_town(c, "pflichtfelder", "ziel umsetzung beteiligte finanzen zeitbedarf");
	const char *table = chk_town(c, "pflichtfelder-zusammenfassung", "ziel finanzen zeitbedarf");
	for (size_t i = 0; i < n; i++, m++) {
		const char *wanted = m->im_kapitel ? chapter : table;
		field(c, m, wanted, m->ziel, DOC_ZIEL);
		field(c, m, wanted, m->umsetzung, DOC_UMSETZUNG);
		field(c, m, wanted, m->beteiligte, DOC_BETEILIGTE);
		field(c, m, wanted, m->finanzen, DOC_FINANZEN);
		field(c, m, wanted, m->zeitbedarf, DOC_ZEITBEDARF);
		if (m->zeitbedarf && !m->jahre && !m->klasse && !m->zeitbedarf->first)
			chk_tell(c, RULE_FELD, m->zeitbedarf,
				"<zeitbedarf> sagt nichts; "
				"erwartet wird klasse=\"…\", jahre=\"…\" oder ein Text; bitte ergänzen");
	}
}

static const uint8_t parts[] = {
	DOC_GRUSSWORT, DOC_VORWORT, DOC_KAPITEL, DOC_ABSCHNITT, DOC_HANDLUNGSFELD, DOC_ARBEITSPAKET, DOC_ANHANG};

/* What is counted together: parts 0, figures 1, tables 2; -1: not numbered. */
static int counted_as(enum doc_kind k)
{
	if (k == DOC_TABELLE || doc_kind_class(k) == DOC_CLASS_FIGURE)
		return k == DOC_TABELLE ? 2 : 1;
	return memchr(parts, (int)k, sizeof parts) ? 0 : -1;
}

static bool same_told_number(const char *told, const char *number)
{
	size_t n = strlen(told);
	while (n && (told[n - 1] == '.' || told[n - 1] == ' '))
		n--;
	return number && strlen(number) == n && !memcmp(told, number, n);
}

/* laut-nummer against the number given, and against other laut-nummer of the same kind of thing. */
void chk_nummer(struct chk *c)
{
	/* parts, figures, tables: to the number of the element that told it first */
	struct chk_map told[3] = {{0}, {0}, {0}};
	const struct doc_node **at = NULL;
	size_t nat = 0, cap = 0;
	for (size_t k = 0; k < DOC_KIND_MAX; k++)
		for (size_t i = 0; counted_as(k) >= 0 && i < c->kind[k].n; i++) {
			const struct doc_node *n = c->kind[k].at[i];
			const char *s = doc_get(n, DOC_A_LAUT_NUMMER);
			if (!s)
				continue;
			int here = (int)nat, first = *chk_map_put(&told[counted_as(k)], s, strlen(s), here);
			MEM_ROOM_IN(c->mem, at, nat, cap);
			at[nat++] = n;
			if (first != here)
				chk_tell(c, RULE_NUMMER, n,
					"Die Nummer „%s“ steht zweimal, zuerst in %s; "
					"erwartet wird jede Nummer einmal, "
					"bitte laut-nummer berichtigen oder die Abweichung begründen",
					s, chk_place(c, at[first]));
			if (!same_told_number(s, n->number))
				chk_tell(c, RULE_NUMMER, n,
					"laut-nummer=\"%s\", gezählt ergibt sich „%s“; bitte die "
					"Reihenfolge oder laut-nummer berichtigen oder die Abweichung begründen",
					s, n->number ? n->number : "keine Nummer");
		}
	chk_map_free(&told[0]);
	chk_map_free(&told[1]);
	chk_map_free(&told[2]);
}

void chk_titel_told(struct chk *c, const struct doc_node *at, const struct doc_node *part, const char *told)
{
	if (!told)
		return;
	const char *title = chk_str(c, doc_child(part, DOC_TITEL));
	if (strcmp(told, title))
		chk_tell(c, RULE_TITEL, at,
			"laut-titel=\"%s\", die Überschrift lautet „%s“; "
			"bitte eine von beiden berichtigen oder die Abweichung begründen",
			told, title);
}

/* The same heading twice under one parent: a reader of the table of contents cannot tell them apart. */
static void doubled_titles(struct chk *c, const struct doc_node *parent)
{
	struct chk_map seen = {0};
	struct chk_list titles = {0};
	for (const struct doc_node *n = parent->first; n; n = n->next)
		titles.n += doc_kind_class(n->kind) == DOC_CLASS_PART;
	if (titles.n < 2)
		return;
	titles.at = MEM_ARRAY(c->mem, const struct doc_node *, titles.n);
	titles.n = 0;
	for (const struct doc_node *n = parent->first; n; n = n->next) {
		const struct doc_node *t = doc_kind_class(n->kind) == DOC_CLASS_PART ? doc_child(n, DOC_TITEL) : NULL;
		const char *s = t ? chk_str(c, t) : "";
		if (!*s)
			continue;
		int here = (int)titles.n, first = *chk_map_put(&seen, s, strlen(s), here);
		titles.at[titles.n++] = t;
		if (first != here)
			chk_tell(c, RULE_TITEL, t,
				"Die Überschrift „%s“ steht zweimal auf derselben Ebene, zuerst in %s; "
				"erwartet werden unterscheidbare Überschriften, bitte eine ändern",
				s, chk_place(c, titles.at[first]));
	}
	chk_map_free(&seen);
}

void chk_titel(struct chk *c)
{
	doubled_titles(c, c->doc->root);
	for (size_t i = 0; i < c->kind[DOC_ERLAEUTERUNGEN].n; i++)
		doubled_titles(c, c->kind[DOC_ERLAEUTERUNGEN].at[i]);
	for (size_t k = 0; k < sizeof parts; k++)
		for (size_t i = 0; i < c->kind[parts[k]].n; i++) {
			chk_titel_told(c, c->kind[parts[k]].at[i], c->kind[parts[k]].at[i],
				doc_get(c->kind[parts[k]].at[i], DOC_A_LAUT_TITEL));
			doubled_titles(c, c->kind[parts[k]].at[i]);
		}
}

/* A part's title stands at the part's level, a zwischentitel one below the part it stands in; 0: no heading. */
static int heading_level(const struct doc_node *n)
{
	if (n->kind == DOC_TITEL)
		return n->parent && doc_kind_class(n->parent->kind) == DOC_CLASS_PART ? n->parent->level : 0;
	for (const struct doc_node *p = n->parent; p; p = p->parent)
		if (p->level)
			return p->level + 1;
	return 0;
}

/* Parts of a paper whose heading the program sets. */
static bool self_titled(const struct doc_node *n)
{
	return n->kind == DOC_BESCHLUSSVORSCHLAG || n->kind == DOC_KOSTEN || n->kind == DOC_FINANZIERUNG ||
		n->kind == DOC_ZUSATZFELD || n->kind == DOC_ERLAEUTERUNGEN;
}

/* The level of the heading before n: of the last one met, or of the part begun since. */
static int level_before(const struct doc_node *n, const struct doc_node *last, int level)
{
	for (const struct doc_node *p = n->parent; p && (!last || p->order > last->order); p = p->parent)
		if (p->level && self_titled(p))
			return p->level;
	return level;
}

/* Headings in document order: two lists merged. */
void chk_ebene(struct chk *c)
{
	const struct chk_list *a = &c->kind[DOC_TITEL], *b = &c->kind[DOC_ZWISCHENTITEL];
	const struct doc_node *last = NULL;
	int before = 0;
	for (size_t i = 0, k = 0; i < a->n || k < b->n;) {
		const struct doc_node *n =
			k == b->n || (i < a->n && a->at[i]->order < b->at[k]->order) ? a->at[i++] : b->at[k++];
		int level = heading_level(n);
		if (!level)
			continue;
		before = level_before(n, last, before);
		if (level > before + 1)
			chk_tell(c, RULE_EBENE, n,
				"Die Überschrift „%s“ steht auf Ebene %d, davor steht keine auf Ebene %d; "
				"erwartet wird keine übersprungene Ebene, "
				"bitte dem umgebenden Teil einen <titel> geben oder ihn auflösen",
				chk_str(c, n), level, level - 1);
		before = level;
		last = n;
	}
}

static bool has_content(const struct doc_node *n)
{
	for (const struct doc_node *k = n->first; k; k = k->next)
		if (k->kind != DOC_TITEL && k->kind != DOC_LAUT && k->kind != DOC_ABWEICHUNG &&
			!(k->kind == DOC_TEXT && (!k->len || (k->len == 1 && *k->text == ' '))))
			return true;
	return false;
}

/* A heading or label with nothing below it. */
void chk_leer(struct chk *c)
{
	static const uint8_t kinds[] = {DOC_GRUSSWORT, DOC_VORWORT, DOC_KAPITEL, DOC_ABSCHNITT, DOC_HANDLUNGSFELD,
		DOC_ARBEITSPAKET, DOC_ANHANG, DOC_HANDLUNGSEMPFEHLUNG, DOC_ANGABE, DOC_HINWEIS, DOC_ABSATZ, DOC_PUNKT,
		DOC_SCHRITT, DOC_TITEL, DOC_ZWISCHENTITEL, DOC_AUSSAGE, DOC_QUELLE, DOC_ALTERNATIVTEXT, DOC_FUSSNOTE,
		DOC_BESCHLUSSVORSCHLAG, DOC_KOSTEN, DOC_FINANZIERUNG, DOC_ZUSATZFELD, DOC_ERLAEUTERUNGEN, DOC_NEUTRAL,
		DOC_TEIL, DOC_VERMERK, DOC_HINWEISE, DOC_BETONT, DOC_STARK, DOC_ABK, DOC_SPRACHE, DOC_CODE};
	for (size_t k = 0; k < sizeof kinds; k++)
		for (size_t i = 0; i < c->kind[kinds[k]].n; i++)
			if (!has_content(c->kind[kinds[k]].at[i]))
				chk_tell(c, RULE_LEER, c->kind[kinds[k]].at[i],
					"<%s> ist leer; %sbitte ausfüllen oder entfernen",
					doc_kind_name(kinds[k]), doc_kind_class(kinds[k]) == DOC_CLASS_INLINE ? ""
						: "gesetzt bliebe eine Überschrift oder Zeile ohne Inhalt; ");
}
