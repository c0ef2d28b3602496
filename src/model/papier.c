/* papier.c: papers and sessions as typed views. Their texts are plain; what the tree lacks is NULL, zero or "". */
#include "model/papier.h"

#include <stdlib.h>
#include <string.h>

#include "model/index.h"
#include "model/public.h"

static const char *const rollen[] = {
	[DOC_ROLLE_UNBEKANNT] = "",
	[DOC_ANHOERUNG] = "anhoerung",
	[DOC_VORBERATUNG] = "vorberatung",
	[DOC_ENTSCHEIDUNG] = "entscheidung",
	[DOC_KENNTNISNAHME] = "kenntnisnahme",
};

const char *doc_rolle_id(enum doc_rolle r)
{
	return r <= DOC_KENNTNISNAHME ? rollen[r] : "";
}

enum doc_rolle doc_rolle_find(const char *id)
{
	for (int r = DOC_ANHOERUNG; id && r <= DOC_KENNTNISNAHME; r++)
		if (!strcmp(rollen[r], id))
			return r;
	return DOC_ROLLE_UNBEKANNT;
}

static const char *plain(struct doc *doc, const struct doc_node *n)
{
	struct buf b = {0};
	if (!n)
		return NULL;
	doc_text(&b, doc, n);
	return buf_take(&b, doc->mem);
}

static struct date day(const struct doc_node *n, enum doc_attr a)
{
	struct date d;
	date_parse(&d, doc_get(n, a));
	return d;
}

static int small(const struct doc_node *n, enum doc_attr a)
{
	const char *s = doc_get(n, a);
	return s && strlen(s) <= 4 ? atoi(s) : 0;
}

static size_t count(const struct doc_node *parent, enum doc_kind k)
{
	size_t n = 0;
	for (const struct doc_node *c = doc_child(parent, k); c; c = doc_next(c, k))
		n++;
	return n;
}

/* ---- papers ---- */

static bool weighs(const struct doc_beratung *b)
{
	const char *said = doc_get(b->node, DOC_A_MASSGEBLICH);
	return said ? !strcmp(said, "ja") : b->rolle == DOC_ENTSCHEIDUNG;
}

static void beratungen(struct doc *doc, struct doc_vorlage *v)
{
	const struct doc_node *up = doc_child(v->node, DOC_ANGABEN);
	struct doc_beratung *b = MEM_ARRAY(doc->mem, struct doc_beratung, count(up, DOC_BERATUNG));
	v->beratungen = b;
	for (const struct doc_node *n = doc_child(up, DOC_BERATUNG); n; n = doc_next(n, DOC_BERATUNG), b++) {
		const char *gremium = doc_get(n, DOC_A_GREMIUM), *rolle = doc_get(n, DOC_A_ROLLE);
		*b = (struct doc_beratung){.node = n,
			.gremium = gremium ? gremium : "",
			.rolle_id = rolle ? rolle : "",
			.datum = day(n, DOC_A_DATUM),
			.sitzung = doc_get(n, DOC_A_SITZUNG),
			.rolle = doc_rolle_find(rolle),
			.oeffentlich = doc_public(n) && !doc_meets_inside(doc, n),
			.ergebnis = doc_get(n, DOC_A_ERGEBNIS),
			.top = doc_get(n, DOC_A_TOP),
			.beschlussnummer = doc_get(n, DOC_A_BESCHLUSSNUMMER),
			.dringlichkeit = doc_get(n, DOC_A_DRINGLICHKEIT)};
		b->massgeblich = weighs(b);
		v->nberatungen++;
	}
}

static void vorlage(struct doc *doc, struct diag *d)
{
	struct doc_vorlage *v = MEM_NEW(doc->mem, struct doc_vorlage);
	const struct doc_node *n = doc->root;
	const char *id = doc_get(n, DOC_A_ID), *art = doc_get(n, DOC_A_ART);
	*v = (struct doc_vorlage){.node = n,
		.id = id ? id : "",
		.art = art ? art : "",
		.nummer = doc_get(n, DOC_A_NUMMER),
		.ergaenzung = small(n, DOC_A_ERGAENZUNG),
		.betreff = plain(doc, doc_angabe(doc, DOC_TITEL)),
		.neutral = plain(doc, doc_angabe(doc, DOC_NEUTRAL)),
		.datum = day(n, DOC_A_DATUM),
		.oeffentlich = doc_public(n),
		.federfuehrung = doc_get(doc_angabe(doc, DOC_FEDERFUEHRUNG), DOC_A_STELLE),
		.praesentiert = doc_get(doc_angabe(doc, DOC_PRAESENTIERT), DOC_A_EDITION),
		.beschlussvorschlag = doc_child(n, DOC_BESCHLUSSVORSCHLAG),
		.erlaeuterungen = doc_child(n, DOC_ERLAEUTERUNGEN)};
	if (!v->betreff)
		v->betreff = v->neutral ? v->neutral : "";
	doc_add_kosten(doc, d, &v->kosten, doc_child(n, DOC_KOSTEN));
	doc_add_kosten(doc, d, &v->finanzierung, doc_child(n, DOC_FINANZIERUNG));
	beratungen(doc, v);
	v->anlagen = doc_anlagen(doc, &v->nanlagen);
	doc->index->vorlage = v;
}

void doc_settle(struct doc *doc, const struct doc_terms *terms)
{
	struct doc_vorlage *v = doc->index ? doc->index->vorlage : NULL;
	doc->terms = terms;
	if (doc->verzeichnis)
		doc->verzeichnis->terms = terms;
	if (!v)
		return;
	v->art_wort = terms->kind(terms->town, v->art);
	struct doc_beratung *settled = MEM_ARRAY(doc->mem, struct doc_beratung, v->nberatungen);
	for (size_t i = 0; i < v->nberatungen; i++) {
		struct doc_beratung *b = &settled[i];
		*b = v->beratungen[i];
		b->wort = terms->role(terms->town, b->rolle_id, &b->rolle);
		b->massgeblich = weighs(b);
	}
	v->beratungen = settled;
}

/* ---- sessions ---- */

/* Whether one of the roles comes to that; ids NULL: none. */
static bool means(struct mem *m, const char *ids, const struct doc_terms *terms, enum doc_rolle role)
{
	bool comes = false;
	for (const char *p = ids ? ids : ""; *p; p += strspn(p, " ")) {
		const size_t len = strcspn(p, " ");
		enum doc_rolle this = DOC_ROLLE_UNBEKANNT;
		terms->role(terms->town, mem_str(m, p, len), &this);
		comes |= this == role;
		p += len;
	}
	return comes;
}

bool doc_bereitet_vor(struct mem *m, const char *ids, const struct doc_terms *terms)
{
	return means(m, ids, terms, DOC_VORBERATUNG) && !means(m, ids, terms, DOC_ENTSCHEIDUNG);
}

bool doc_top_abgestimmt(struct mem *m, const struct doc_node *top, const struct doc_terms *terms)
{
	const char *roles = doc_get(top, DOC_A_ROLLE);
	return doc_is(top, DOC_A_ART, "niederschrift") || doc_is(top, DOC_A_ART, "verfahren") ||
		means(m, roles, terms, DOC_ENTSCHEIDUNG) || means(m, roles, terms, DOC_VORBERATUNG);
}

static enum doc_top_art top_art(const struct doc_node *n)
{
	static const char *const names[] = {"einwohnerfragen", "niederschrift", "bericht", "anfragen",
		"verfahren", "ueberschrift"};
	if (n->kind == DOC_VORLAGEN)
		return DOC_TOP_VORLAGEN;
	if (n->kind == DOC_DRUCKSACHE)
		return DOC_TOP_VORLAGE;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (doc_is(n, DOC_A_ART, names[i]))
			return DOC_TOP_EINWOHNERFRAGEN + (int)i;
	return doc_get(n, DOC_A_VORLAGE) ? DOC_TOP_VORLAGE : DOC_TOP_EIGEN;
}

static struct doc_top *add_top(struct doc *doc, struct doc_top *t, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	*t = (struct doc_top){.node = n,
		.art = top_art(n),
		.id = id ? id : "",
		.vorlage = doc_get(n, n->kind == DOC_DRUCKSACHE ? DOC_A_NUMMER : DOC_A_VORLAGE),
		.mit = n->kind == DOC_DRUCKSACHE,
		.grund = doc_get(n, DOC_A_GRUND),
		.dringlichkeit = doc_get(n, DOC_A_DRINGLICHKEIT),
		.titel = plain(doc, doc_child(n, DOC_TITEL)),
		.neutral = plain(doc, doc_child(n, DOC_NEUTRAL)),
		.vom = day(n, DOC_A_VOM),
		.oeffentlich = doc_public(n),
		.ergebnis = doc_get(n, DOC_A_ERGEBNIS),
		.entfallen = doc_is(n, DOC_A_ENTFALLEN, "ja"),
		.fest = doc_is(n, DOC_A_FEST, "ja")};
	t->anlagen = doc_anlagen_of(doc, doc_child(n, DOC_ANLAGEN), &t->nanlagen);
	return t;
}

/* A joint item that is withdrawn takes its sub-items along. Returns how many were added. */
static size_t add_joint(struct doc *doc, struct doc_top *at, const struct doc_node *n)
{
	const struct doc_top *joint = add_top(doc, at++, n);
	size_t added = 1;
	for (const struct doc_node *c = n->kind == DOC_TOP ? n->first : NULL; c; c = c->next) {
		if (c->kind != DOC_TOP && c->kind != DOC_DRUCKSACHE)
			continue;
		added++;
		struct doc_top *t = add_top(doc, at++, c);
		t->ueber = joint;
		t->entfallen |= joint->entfallen;
		t->grund = t->grund ? t->grund : joint->entfallen ? joint->grund : NULL;
	}
	return added;
}

static void tops(struct doc *doc, struct doc_sitzung *s)
{
	const struct doc_node *up = doc_child(s->node, DOC_TAGESORDNUNG);
	size_t n = 0;
	for (const struct doc_node *t = doc_child(up, DOC_TEIL); t; t = doc_next(t, DOC_TEIL)) {
		n += count(t, DOC_TOP) + count(t, DOC_VORLAGEN);
		for (const struct doc_node *c = doc_child(t, DOC_TOP); c; c = doc_next(c, DOC_TOP))
			n += count(c, DOC_TOP) + count(c, DOC_DRUCKSACHE);
	}
	struct doc_top *all = MEM_ARRAY(doc->mem, struct doc_top, n);
	s->tops = all;
	for (int part = 0; part < 2; part++)
		for (const struct doc_node *t = doc_child(up, DOC_TEIL); t; t = doc_next(t, DOC_TEIL))
			for (const struct doc_node *c = doc_public(t) == !part ? t->first : NULL; c; c = c->next)
				if (c->kind == DOC_TOP || c->kind == DOC_VORLAGEN)
					s->ntops += add_joint(doc, &all[s->ntops], c);
}

static void sitzung(struct doc *doc)
{
	struct doc_sitzung *s = MEM_NEW(doc->mem, struct doc_sitzung);
	const struct doc_node *n = doc->root;
	const char *id = doc_get(n, DOC_A_ID), *gremium = doc_get(n, DOC_A_GREMIUM), *beginn = doc_get(n, DOC_A_BEGINN);
	*s = (struct doc_sitzung){.node = n,
		.id = id ? id : "",
		.gremium = gremium ? gremium : "",
		.gremien = doc_gremien(doc->mem, n),
		.beginn = beginn ? beginn : "",
		.ende = doc_get(n, DOC_A_ENDE),
		.nummer = doc_get(n, DOC_A_NUMMER),
		.code = doc_get(n, DOC_A_CODE),
		.datum = day(n, DOC_A_DATUM),
		.verlegt_von = day(n, DOC_A_VERLEGT_VON),
		.fortsetzung_von = day(n, DOC_A_FORTSETZUNG_VON),
		.abgesagt = doc_is(n, DOC_A_ABGESAGT, "ja"),
		.grund = doc_get(n, DOC_A_GRUND),
		.bekanntmachung = day(doc_angabe(doc, DOC_BEKANNTMACHUNG), DOC_A_DATUM),
		.sitzungsort = doc_angabe(doc, DOC_SITZUNGSORT),
		.hinweise = doc_angabe(doc, DOC_HINWEISE),
		.vorsitz = doc_angabe(doc, DOC_VORSITZ)};
	tops(doc, s);
	doc->index->sitzung = s;
}

void doc_index_papier(struct doc *doc, struct diag *d)
{
	doc_index_anlagen(doc);
	if (doc->root->kind == DOC_VORLAGE)
		vorlage(doc, d);
	if (doc->root->kind == DOC_SITZUNG)
		sitzung(doc);
}

const struct doc_vorlage *doc_vorlage(const struct doc *doc)
{
	return doc->index->vorlage;
}

const struct doc_sitzung *doc_sitzung(const struct doc *doc)
{
	return doc->index->sitzung;
}
