/* verweise.c: references to nothing, things never referred to, links that say nothing, offices out of date. */
#include <string.h>
#include <strings.h>

#include "check/map.h"
#include "check/slip.h"
#include "check/rule.h"

/* "edition#id" refers to another edition; that is looked up where editions are known. */
static bool elsewhere(const char *ref)
{
	return strchr(ref, '#') != NULL;
}

/* "ort/ordner#id": of an edition that was loaded for these slides. */
static bool loaded(const struct chk *c, const char *ref)
{
	const char *slash = strchr(ref, '/');
	return c->doc->root->kind == DOC_PRAESENTATION && slash && slash < strchr(ref, '#');
}

/* "gemeint ist wohl „wohnen“, ", or nothing. */
static const char *meant_words(const struct chk *c, const char *meant)
{
	return meant ? mem_fmt(c->mem, "gemeint ist wohl %s, ", meant) : "";
}

static void missing_figure(struct chk *c, struct chk_map *strays, const struct doc_node *n)
{
	const char *ref = doc_get(n, DOC_A_REF);
	if (!ref || doc_kennzahl(c->doc, ref))
		return;
	if (elsewhere(ref) && loaded(c, ref))
		chk_tell(c, RULE_VERWEIS, n,
			"<%s ref=\"%s\">: in dieser Ausgabe gibt es die Kennzahl „%s“ nicht; "
			"erwartet wird die id einer <kennzahl> aus ihren <angaben>, bitte berichtigen",
			doc_kind_name(n->kind), ref, strchr(ref, '#') + 1);
	else if (!elsewhere(ref)) {
		const char *meant = chk_slip_of(c, strays, ref, DOC_KENNZAHL, DOC_KENNZAHL);
		chk_tell(c, RULE_VERWEIS, n,
			"<%s ref=\"%s\">: diese Kennzahl gibt es nicht oder sie hat keinen Wert; "
			"erwartet wird die id einer <kennzahl> in <angaben> oder im Verzeichnis der Kommune%s, "
			"bitte berichtigen oder ergänzen",
			doc_kind_name(n->kind), ref, meant ? mem_fmt(c->mem, ", wohl %s", meant) : "");
	}
}

static void missing_chart(struct chk *c, const struct doc_node *n)
{
	const struct doc *edition = doc_edition(c->doc, doc_get(n, DOC_A_EDITION));
	const char *id = doc_get(n, DOC_A_ZIEL);
	const struct doc_node *to = edition && id ? doc_by_id(edition, id) : NULL;
	if (edition && (!to || to->kind != DOC_DIAGRAMM))
		chk_tell(c, RULE_VERWEIS, n,
			"<diagramm-aus ziel=\"%s\">: in „%s“ gibt es kein <diagramm> mit dieser id; "
			"bitte die id berichtigen oder sie dem gemeinten Diagramm geben",
			id ? id : "", doc_get(n, DOC_A_EDITION));
}

static void missing_one(struct chk *c, struct chk_map *strays, const struct doc_node *n, enum doc_attr a,
	const char *id)
{
	if (doc_stelle(c->doc, id))
		return;
	const char *meant = chk_slip_of(c, strays, id, DOC_STELLE, DOC_GREMIUM);
	chk_tell(c, RULE_VERWEIS, n,
		"<%s %s=\"%s\">: diese Stelle steht weder in der Ausgabe noch im Verzeichnis der Kommune; "
		"%sbitte die id berichtigen oder die Stelle in verzeichnis.xml ergänzen",
		doc_kind_name(n->kind), doc_attr_name(a), id, meant_words(c, meant));
}

/* Some name several, with spaces between them. */
static void missing_office(struct chk *c, struct chk_map *strays, const struct doc_node *n, enum doc_attr a)
{
	const char *ids = doc_get(n, a);
	for (const char *p = ids ? ids : ""; *p; p += strspn(p, " ")) {
		const size_t len = strcspn(p, " ");
		if (len)
			missing_one(c, strays, n, a, mem_str(c->mem, p, len));
		p += len;
	}
}

static const struct { uint8_t kind, attr;
} offices[] = {
	{DOC_HERAUSGEBER, DOC_A_STELLE},
	{DOC_FACHBEREICH, DOC_A_STELLE},
	{DOC_BETEILIGT, DOC_A_STELLE},
	{DOC_STICHWORT, DOC_A_STELLE},
	{DOC_BESCHLUSS, DOC_A_GREMIUM},
	{DOC_BESCHLUSSDATUM, DOC_A_GREMIUM},
	{DOC_STELLE, DOC_A_UEBER},
	{DOC_GREMIUM, DOC_A_UEBER},
	{DOC_FEDERFUEHRUNG, DOC_A_STELLE},
	{DOC_BETEILIGUNG, DOC_A_STELLE},
	{DOC_AUSKUNFT, DOC_A_STELLE},
	{DOC_BERATUNG, DOC_A_GREMIUM},
	{DOC_SITZUNG, DOC_A_GREMIUM},
	{DOC_SITZUNG, DOC_A_GEMEINSAM_MIT},
	{DOC_VORSITZ, DOC_A_GREMIUM},
	{DOC_NIEDERSCHRIFT, DOC_A_GREMIUM},
	{DOC_NIEDERSCHRIFT, DOC_A_GEMEINSAM_MIT},
	{DOC_LEITUNG, DOC_A_GREMIUM},
	{DOC_TEILNAHME, DOC_A_GREMIUM},
	{DOC_ABSTIMMUNG, DOC_A_GREMIUM},
	{DOC_WAHL, DOC_A_GREMIUM},
	{DOC_AUFTRAG, DOC_A_STELLE},
	{DOC_STIMMEN, DOC_A_GRUPPE},
	{DOC_SITZLISTE, DOC_A_GRUPPE},
	{DOC_ANTRAG, DOC_A_GRUPPE},
	{DOC_MITGLIEDSCHAFT, DOC_A_GREMIUM},
	{DOC_MITGLIEDSCHAFT, DOC_A_FUER},
};

static void missing_place(struct chk *c, struct chk_map *strays, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ZIEL);
	if (!id || elsewhere(id) || doc_by_id(c->doc, id))
		return;
	chk_tell(c, RULE_VERWEIS, n,
		"<verweis ziel=\"%s\">: diese id gibt es im Dokument nicht; "
		"%sbitte berichtigen oder der gemeinten Stelle id=\"%s\" geben",
		id, meant_words(c, chk_slip_of(c, strays, id, DOC_TEXT + 1, DOC_KIND_MAX - 1)), id);
}

void chk_verweis(struct chk *c)
{
	struct chk_map strays = {0}, places = {0}, bodies = {0};
	for (size_t i = 0; i < c->kind[DOC_VERWEIS].n; i++)
		missing_place(c, &places, c->kind[DOC_VERWEIS].at[i]);
	for (size_t i = 0; i < c->kind[DOC_WERT].n; i++)
		missing_figure(c, &strays, c->kind[DOC_WERT].at[i]);
	for (size_t i = 0; i < c->kind[DOC_RANDZAHL].n; i++)
		missing_figure(c, &strays, c->kind[DOC_RANDZAHL].at[i]);
	for (size_t i = 0; i < c->kind[DOC_DIAGRAMM_AUS].n; i++)
		missing_chart(c, c->kind[DOC_DIAGRAMM_AUS].at[i]);
	for (size_t k = 0; k < sizeof offices / sizeof *offices; k++)
		for (size_t i = 0; i < c->kind[offices[k].kind].n; i++)
			missing_office(c, &bodies, c->kind[offices[k].kind].at[i], offices[k].attr);
	chk_map_free(&strays);
	chk_map_free(&places);
	chk_map_free(&bodies);
}

static void use(struct chk_map *m, const char *id, size_t n)
{
	if (id)
		chk_map_put(m, id, n, 1);
}

static void use_attr(struct chk *c, struct chk_map *m, enum doc_kind kind, enum doc_attr attr)
{
	for (size_t i = 0; i < c->kind[kind].n; i++) {
		const char *id = doc_get(c->kind[kind].at[i], attr);
		use(m, id, id ? strlen(id) : 0);
	}
}

/* What a misspelt reference means counts as used: the slip is told, not what comes of it. */
static void use_meant(struct chk *c, struct chk_map *m, enum doc_kind from)
{
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	struct chk_map strays = {0};
	for (size_t i = 0; i < c->kind[from].n; i++) {
		const char *ref = doc_get(c->kind[from].at[i], DOC_A_REF);
		if (ref && !doc_kennzahl(c->doc, ref))
			chk_astray(&strays, ref);
	}
	for (size_t i = 0; i < l->n && strays.n; i++) {
		const char *id = doc_get(l->at[i], DOC_A_ID);
		if (id && chk_is_meant(&strays, id))
			use(m, id, strlen(id));
	}
	chk_map_free(&strays);
}

static bool used(const struct chk_map *m, const char *id)
{
	return id && chk_map_get(m, id, strlen(id));
}

/* What a misspelt verweis may mean. */
static struct chk_map astray_verweise(struct chk *c)
{
	struct chk_map strays = {0};
	for (size_t i = 0; i < c->kind[DOC_VERWEIS].n; i++) {
		const char *ref = doc_get(c->kind[DOC_VERWEIS].at[i], DOC_A_ZIEL);
		if (ref && !elsewhere(ref) && !doc_by_id(c->doc, ref))
			chk_astray(&strays, ref);
	}
	return strays;
}

/* Figures and titled tables that no verweis points to: neither reader nor screen reader is led to them. */
void chk_unerwaehnt(struct chk *c)
{
	struct chk_map seen = {0}, strays = astray_verweise(c);
	use_attr(c, &seen, DOC_VERWEIS, DOC_A_ZIEL);
	for (size_t k = 0; k < DOC_KIND_MAX; k++)
		for (size_t i = 0; (doc_kind_class(k) == DOC_CLASS_FIGURE || k == DOC_TABELLE) && i < c->kind[k].n;
			i++) {
			const struct doc_node *n = c->kind[k].at[i];
			const char *id = doc_get(n, DOC_A_ID), *what = k == DOC_TABELLE ? "Tabelle" : "Abbildung";
			if (!n->number || used(&seen, id) || (id && chk_is_meant(&strays, id)))
				continue;
			if (id)
				chk_tell(c, RULE_UNERWAEHNT, n,
					"%s %s wird im Text nirgends erwähnt; "
					"erwartet wird ein <verweis ziel=\"%s\"/> dort, wo von ihr die Rede ist",
					what, n->number, id);
			else
				chk_tell(c, RULE_UNERWAEHNT, n,
					"%s %s hat keine id und wird im Text nirgends erwähnt; erwartet wird ein "
					"<verweis> "
					"dort, wo von ihr die Rede ist, bitte ihr dafür eine id geben",
					what, n->number);
		}
	chk_map_free(&strays);
	chk_map_free(&seen);
}

static struct chk_map astray_offices(struct chk *c)
{
	struct chk_map strays = {0};
	for (size_t k = 0; k < sizeof offices / sizeof *offices; k++)
		for (size_t i = 0; i < c->kind[offices[k].kind].n; i++) {
			const char *ref = doc_get(c->kind[offices[k].kind].at[i], offices[k].attr);
			if (ref && !doc_stelle(c->doc, ref))
				chk_astray(&strays, ref);
		}
	return strays;
}

static void unused_office(struct chk *c, const struct chk_map *seen, const struct chk_map *refs,
	const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	if (id && !used(seen, id) && !chk_is_meant(refs, id))
		chk_tell(c, RULE_UNBENUTZT, n,
			"Die Stelle „%s“ wird in dieser Ausgabe nirgends genannt; "
			"bitte bei <beteiligt stelle=\"%s\"/> verwenden oder entfernen",
			id, id);
}

static void unused_figures(struct chk *c)
{
	struct chk_map seen = {0};
	use_attr(c, &seen, DOC_WERT, DOC_A_REF);
	use_attr(c, &seen, DOC_RANDZAHL, DOC_A_REF);
	use_attr(c, &seen, DOC_LAUT, DOC_A_FELD);
	use_meant(c, &seen, DOC_WERT);
	use_meant(c, &seen, DOC_RANDZAHL);
	for (size_t i = 0; i < c->kind[DOC_KENNZAHL].n; i++) {
		const char *share = doc_get(c->kind[DOC_KENNZAHL].at[i], DOC_A_ANTEIL),
			   *slash = share ? strchr(share, '/') : NULL;
		if (slash) {
			use(&seen, share, (size_t)(slash - share));
			use(&seen, slash + 1, strlen(slash + 1));
		}
	}
	for (size_t i = 0; i < c->kind[DOC_KENNZAHL].n; i++) {
		const struct doc_node *n = c->kind[DOC_KENNZAHL].at[i];
		const char *id = doc_get(n, DOC_A_ID);
		if (id && !used(&seen, id))
			chk_tell(c, RULE_UNBENUTZT, n,
				"Die Kennzahl „%s“ wird nirgends verwendet; "
				"bitte im Text mit <wert ref=\"%s\"/> einsetzen, "
				"damit sie nur einmal steht, oder entfernen",
				id, id);
	}
	chk_map_free(&seen);
}

/* What the edition itself declares; a town's directory serves many documents. */
void chk_unbenutzt(struct chk *c)
{
	if (c->doc->root->kind == DOC_VERZEICHNIS)
		return;
	struct chk_map seen = {0}, refs = astray_offices(c);
	for (size_t k = 0; k < sizeof offices / sizeof *offices; k++)
		use_attr(c, &seen, offices[k].kind, offices[k].attr);
	for (size_t i = 0; i < c->kind[DOC_STELLE].n; i++)
		unused_office(c, &seen, &refs, c->kind[DOC_STELLE].at[i]);
	for (size_t i = 0; i < c->kind[DOC_GREMIUM].n; i++)
		unused_office(c, &seen, &refs, c->kind[DOC_GREMIUM].at[i]);
	chk_map_free(&seen);
	chk_map_free(&refs);
	unused_figures(c);
}

static bool says_nothing(const char *s)
{
	static const char *const words[] = {"hier", "mehr", "link", "dieser link", "hier klicken", "klicken sie hier",
		"weiter", "weiterlesen", "mehr dazu", "mehr informationen", "weitere informationen", "website",
		"webseite", "internetseite", "dokument", "download", "pdf", "siehe hier"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcasecmp(s, words[i]))
			return true;
	return false;
}

void chk_linktext(struct chk *c)
{
	struct chk_map texts = {0};
	for (size_t i = 0; i < c->kind[DOC_EXTERN].n; i++) {
		const struct doc_node *n = c->kind[DOC_EXTERN].at[i];
		const char *href = doc_get(n, DOC_A_HREF), *s = chk_str(c, n);
		if (!href)
			continue;
		if (!*s) {
			chk_tell(c, RULE_LINKTEXT, n,
				"Der Link zu %s hat keinen Text und ist nicht zu sehen; "
				"bitte das Ziel benennen oder den Link entfernen", href);
			continue;
		}
		if (says_nothing(s)) {
			chk_tell(c, RULE_LINKTEXT, n,
				"Der Linktext „%s“ sagt nicht, wohin er führt (%s); "
				"erwartet wird ein Text, der auch allein verständlich ist, bitte das Ziel benennen",
				s, href);
			continue;
		}
		int first = *chk_map_put(&texts, s, strlen(s), (int)i);
		const char *other = doc_get(c->kind[DOC_EXTERN].at[first], DOC_A_HREF);
		if (other && strcmp(other, href))
			chk_tell(c, RULE_LINKTEXT, n,
				"Der Linktext „%s“ führt hier zu %s, in %s zu %s; "
				"erwartet wird ein Text je Ziel, bitte unterscheiden",
				s, href, chk_place(c, c->kind[DOC_EXTERN].at[first]), other);
	}
	chk_map_free(&texts);
}

/* An office is valid at the Stand if one of its names is, or if no name tells dates. */
static bool valid_at(const struct doc_node *stelle, struct date stand)
{
	bool any = false;
	for (const struct doc_node *n = doc_child(stelle, DOC_NAME); n; n = doc_next(n, DOC_NAME)) {
		const char *von = doc_get(n, DOC_A_VON), *bis = doc_get(n, DOC_A_BIS);
		struct date a = {0}, b = {0};
		any = true;
		bool begun = !von || !date_parse(&a, von) || date_cmp(a, date_last(stand)) <= 0;
		bool ended = bis && *bis && date_parse(&b, bis) && date_cmp(date_last(b), stand) < 0;
		if (begun && !ended)
			return true;
	}
	return !any;
}

/* The day on which an office is named: of the meeting, else the Stand. */
static struct date day_of(const struct chk *c, const struct doc_node *n)
{
	struct date d;
	const char *day = n->kind == DOC_BERATUNG || n->kind == DOC_SITZUNG ? doc_get(n, DOC_A_DATUM) : NULL;
	return day && date_parse(&d, day) ? d : c->sitzung ? c->sitzung->datum : c->stand;
}

void chk_gueltig(struct chk *c)
{
	for (size_t k = 0; k < sizeof offices / sizeof *offices; k++)
		for (size_t i = 0; i < c->kind[offices[k].kind].n; i++) {
			const struct doc_node *n = c->kind[offices[k].kind].at[i];
			const char *id = doc_get(n, offices[k].attr);
			const struct doc_stelle *s = id ? doc_stelle(c->doc, id) : NULL;
			struct date d = day_of(c, n);
			if (!d.year || !s || !s->node || valid_at(s->node, d))
				continue;
			if (c->vorlage || c->sitzung)
				chk_tell(c, RULE_GUELTIG, n,
					"„%s“ hat am %s keinen gültigen Namen im Verzeichnis; "
					"erwartet wird eine Stelle, die es an diesem Tag gibt, "
					"bitte die id oder von und bis im Verzeichnis prüfen",
					s->name ? s->name : id, chk_day(c, d));
			else
				chk_tell(c, RULE_GUELTIG, n,
					"„%s“ hatte zum Stand %s keinen gültigen Namen im Verzeichnis; "
					"erwartet wird eine Stelle, "
					"die es zum Stand gab, bitte die id oder von und bis im Verzeichnis prüfen",
					s->name ? s->name : id, chk_day(c, d));
		}
}
