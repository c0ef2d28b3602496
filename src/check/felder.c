/* felder.c: what a paper says against what the town knows: its kind, roles, fields, what may be ticked, its finance
 * form; the directory's kinds of bodies. */
#include <string.h>

#include "check/rule.h"
#include "model/niederschrift.h"
#include "model/finanzteil.h"

/* The name is one the town knows, or it knows none of them at all. */
static bool known(struct chk *c, enum sty_liste list, const char *name)
{
	return !c->style || !sty_namen(c->style, list)->n || sty_find(c->style, list, name);
}

static const char *all_known(struct chk *c, enum sty_liste list)
{
	struct buf b = {0};
	sty_put_known(&b, c->style, list);
	return buf_take(&b, c->mem);
}

void chk_vorlagenart(struct chk *c)
{
	if (c->vorlage && *c->vorlage->art && !known(c, STY_VORLAGENARTEN, c->vorlage->art))
		chk_tell(c, RULE_VORLAGENART, c->vorlage->node,
			"Die Vorlagenart „%s“ kennt die Gestaltung der Kommune nicht; bekannt sind %s; bitte "
			"berichtigen "
			"oder dort mit <vorlagenart name=\"%s\" wort=\"…\"/> ergänzen",
			c->vorlage->art, all_known(c, STY_VORLAGENARTEN), c->vorlage->art);
}

static void item_roles(struct chk *c, const struct doc_node *n)
{
	for (const char *p = doc_get(n, DOC_A_ROLLE); p && *p; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");
		const char *role = mem_str(c->mem, p, len);
		if (!known(c, STY_ROLLEN, role))
			chk_tell(c, RULE_BERATUNGSROLLE, n,
				"Die Rolle „%s“ kennt die Gestaltung der Kommune nicht; "
				"bekannt sind %s; bitte berichtigen",
				role, all_known(c, STY_ROLLEN));
		p += len;
	}
}

void chk_beratungsrolle(struct chk *c)
{
	for (size_t i = 0; c->sitzung && i < c->sitzung->ntops; i++)
		item_roles(c, c->sitzung->tops[i].node);
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < n->ntops; i++)
		item_roles(c, n->tops[i].node);
	for (size_t i = 0; c->vorlage && i < c->vorlage->nberatungen; i++) {
		const struct doc_beratung *b = &c->vorlage->beratungen[i];
		if (*b->rolle_id && !known(c, STY_ROLLEN, b->rolle_id))
			chk_tell(c, RULE_BERATUNGSROLLE, b->node,
				"Die Rolle „%s“ kennt die Gestaltung der Kommune nicht; bekannt sind %s; bitte "
				"berichtigen oder "
				"dort mit <rolle name=\"%s\" wort=\"…\" bedeutet=\"…\"/> ergänzen",
				b->rolle_id, all_known(c, STY_ROLLEN), b->rolle_id);
	}
}

void chk_gremienart(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_GREMIUM].n; i++) {
		const struct doc_node *n = c->kind[DOC_GREMIUM].at[i];
		const char *art = doc_get(n, DOC_A_ART);
		if (art && !known(c, STY_GREMIENARTEN, art))
			chk_tell(c, RULE_GREMIENART, n,
				"Die Gremienart „%s“ kennt die Gestaltung der Kommune nicht; bekannt sind %s; bitte "
				"berichtigen "
				"oder dort mit <gremienart name=\"%s\" wort=\"…\"/> ergänzen",
				art, all_known(c, STY_GREMIENARTEN), art);
	}
}

/* ---- what may be ticked ---- */

static bool has_choice(const struct sty_named *kind, const char *name, size_t n)
{
	for (int i = 0; i < kind->nwahlen; i++)
		if (strlen(kind->wahlen[i].name) == n && !memcmp(kind->wahlen[i].name, name, n))
			return true;
	return false;
}

static const char *choices(struct chk *c, const struct sty_named *kind)
{
	struct buf b = {0};
	for (int i = 0; i < kind->nwahlen; i++)
		buf_fmt(&b, "%s„%s“", !i ? "" : i + 1 < kind->nwahlen ? ", " : " und ", kind->wahlen[i].name);
	return buf_take(&b, c->mem);
}

void chk_auswahl(struct chk *c)
{
	for (size_t i = 0; c->style && i < c->kind[DOC_AUSWAHL].n; i++) {
		const struct doc_node *n = c->kind[DOC_AUSWAHL].at[i];
		const char *art = doc_get(n, DOC_A_ART), *p = doc_get(n, DOC_A_WAHL);
		const struct sty_named *kind = sty_find(c->style, STY_AUSWAHLEN, art);
		if (!kind) {
			chk_tell(c, RULE_AUSWAHL, n,
				"Die Auswahl „%s“ kennt die Gestaltung der Kommune nicht; bekannt sind: %s; bitte "
				"berichtigen "
				"oder dort mit <auswahl name=\"%s\" wort=\"…\"> ergänzen",
				art ? art : "",
				sty_namen(c->style, STY_AUSWAHLEN)->n ? all_known(c, STY_AUSWAHLEN) : "keine",
				art ? art : "");
			continue;
		}
		for (size_t len; p && *p; p += strspn(p, " ")) {
			len = strcspn(p, " ");
			if (!has_choice(kind, p, len))
				chk_tell(c, RULE_AUSWAHL, n,
					"In der Auswahl „%s“ gibt es „%.*s“ nicht; bekannt sind %s; bitte berichtigen",
					art, (int)len, p, choices(c, kind));
			p += len;
		}
	}
}

/* ---- fields ---- */

static const struct sty_papierfeld *field_of(struct chk *c, const char *art)
{
	int n;
	const struct sty_papierfeld *all = sty_papierfelder(c->style, c->vorlage->art, &n);
	for (int i = 0; i < n; i++)
		if (!strcmp(all[i].art, art))
			return &all[i];
	return NULL;
}

static const char *label(struct chk *c, const struct sty_papierfeld *f, const char *art)
{
	return f && f->label ? f->label : sty_word(c->style, art);
}

void chk_feldfehlt(struct chk *c)
{
	int n = 0;
	const struct sty_papierfeld *all =
		c->vorlage && c->style ? sty_papierfelder(c->style, c->vorlage->art, &n) : NULL;
	/* there it can be said that it is wanted */
	const struct doc_node *facts = n ? doc_child(c->vorlage->node, DOC_ANGABEN) : NULL;
	bool hidden = c->vorlage && !c->vorlage->oeffentlich && !doc_angabe(c->doc, DOC_TITEL);
	for (int i = 0; i < n && !hidden; i++)
		if (all[i].pflicht && doc_feld_fills(all[i].art) && !doc_feld_node(c->vorlage, all[i].art))
			chk_tell_line(c, RULE_FELDFEHLT, facts ? facts : c->vorlage->node, c->vorlage->node->line,
				"Das Feld „%s“ fehlt; bei der Vorlagenart „%s“ verlangt es die Kommune, bitte %s "
				"ergänzen",
				label(c, &all[i], all[i].art), c->vorlage->art, doc_feld_fills(all[i].art));
}

/* One of many has its field, or the field of all of its kind. */
static bool shown(struct chk *c, const char *art, const struct doc_node *n)
{
	const char *which = doc_get(n, DOC_A_ART),
		   *of = !strcmp(art, "zusatzfelder") ? "zusatz"
		: !strcmp(art, "auswahl")             ? "auswahl"
						      : NULL;
	const struct sty_papierfeld *own = of && which ? field_of(c, mem_fmt(c->mem, "%s-%s", of, which)) : NULL,
				    *f = own ? own : field_of(c, art);
	return f && !f->verborgen;
}

/* It is of use though nobody prints it: it brings the paper onto agendas, or into its number. */
static bool is_used(const struct chk *c, const char *art)
{
	const char *parts = sty_rule(c->style, "drucksache-teile", NULL);
	return !strcmp(art, "beratungsfolge") || (!strcmp(art, "federfuehrung") && parts && strstr(parts, "amt"));
}

void chk_feldverborgen(struct chk *c)
{
	for (size_t i = 0; c->vorlage && c->style && doc_feld(i); i++) {
		const char *art = doc_feld(i);
		if (is_used(c, art))
			continue;
		const struct doc_node *n = doc_feld_node(c->vorlage, art);
		for (; n; n = !strcmp(art, "zusatzfelder") || !strcmp(art, "auswahl") ? doc_next(n, n->kind) : NULL)
			if (!shown(c, art, n))
				chk_tell(c, RULE_FELDVERBORGEN, n,
					"Die Vorlagenart „%s“ druckt das Feld „%s“ nicht; was hier steht, erscheint "
					"nirgends, bitte "
					"entfernen oder das Feld in der Gestaltung der Kommune aufnehmen",
					c->vorlage->art, art);
	}
}

void chk_unterschrift(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_UNTERSCHRIFT].n; i++) {
		const struct doc_node *n = c->kind[DOC_UNTERSCHRIFT].at[i];
		if (!doc_get(n, DOC_A_AMT) && !doc_get(n, DOC_A_NAME))
			chk_tell(c, RULE_UNTERSCHRIFT, n,
				"Die Unterschrift nennt weder Amt noch Namen; erwartet wird eines davon, bitte "
				"amt=\"…\" oder "
				"name=\"…\" ergänzen");
	}
}

/* ---- the finance form ---- */

static const char *column(struct chk *c, const struct doc_finanzspalte *s)
{
	return s->jahr ? mem_fmt(c->mem, "%d", s->jahr) : doc_attr_name(s->attr);
}

static void sums(struct chk *c, const struct doc_finanzteil *t)
{
	for (size_t i = 0; i < t->nzeilen; i++)
		for (size_t k = 0; t->zeilen[i].art == DOC_FINANZ_SUMME && k < t->nspalten; k++) {
			const struct doc_finanzwert *said = &t->zeilen[i].werte[k], *is = &t->ergebnis[k];
			if (said->hat && is->hat && said->betrag != is->betrag)
				chk_tell(c, RULE_FINANZFORMULAR, t->zeilen[i].node,
					"Das Ergebnis in der Spalte „%s“ ist mit %s angegeben, die Zeilen darüber "
					"ergeben %s; bitte "
					"eine der Zahlen berichtigen",
					column(c, &t->spalten[k]), chk_euro(c, said->betrag), chk_euro(c, is->betrag));
		}
}

/* What is needed in all cannot be less than what this year and the following need. */
static void whole(struct chk *c, const struct doc_finanzteil *t, size_t row)
{
	static const enum doc_attr triples[][3] = {{DOC_A_ANSATZ, DOC_A_FOLGEJAHRE, DOC_A_GESAMT_ALT},
		{DOC_A_FORTGESCHRIEBEN, DOC_A_FOLGEJAHRE_FORTGESCHRIEBEN, DOC_A_GESAMT_NEU}};
	for (size_t i = 0; i < 2; i++) {
		money_t part = 0, all = 0, sum = 0;
		const char *said = doc_get(t->zeilen[row].node, triples[i][2]);
		bool whole = said && money_parse(&all, said);
		for (int k = 0; k < 2 && whole; k++) {
			said = doc_get(t->zeilen[row].node, triples[i][k]);
			if (said && money_parse(&part, said))
				whole = money_add(&sum, part);
		}
		if (whole && (all < 0 ? -all : all) < (sum < 0 ? -sum : sum))
			chk_tell_as(c, RULE_FINANZFORMULAR, DIAG_WARNUNG, t->zeilen[row].node,
				"%s=\"…\" nennt %s, das ist weniger als %s und %s zusammen (%s); bitte die Zahlen "
				"prüfen",
				doc_attr_name(triples[i][2]), chk_euro(c, all), doc_attr_name(triples[i][0]),
				doc_attr_name(triples[i][1]), chk_euro(c, sum));
	}
}

static bool any_amount(const struct doc_finanzteil *t)
{
	for (size_t i = 0; i < t->nzeilen; i++)
		for (size_t k = 0; k < t->nspalten; k++)
			if (t->zeilen[i].werte[k].hat && t->zeilen[i].werte[k].betrag)
				return true;
	return false;
}

void chk_finanzformular(struct chk *c)
{
	bool amounts = false;
	for (size_t i = 0; i < c->kind[DOC_FINANZTEIL].n; i++) {
		const struct doc_finanzteil t = doc_finanzteil(c->mem, c->kind[DOC_FINANZTEIL].at[i]);
		amounts |= any_amount(&t);
		sums(c, &t);
		for (size_t k = 0; k < t.nzeilen; k++)
			whole(c, &t, k);
	}
	for (size_t i = 0; i < c->kind[DOC_FINANZFORMULAR].n; i++) {
		const struct doc_node *n = c->kind[DOC_FINANZFORMULAR].at[i];
		if (doc_is(n, DOC_A_AUSWIRKUNGEN, "nein") && amounts)
			chk_tell(c, RULE_FINANZFORMULAR, n,
				"auswirkungen=\"nein\", im Formular stehen aber Beträge; bitte „ja“ daraus machen oder "
				"die Beträge "
				"entfernen");
	}
}
