/* feld.c: the fields of a paper in the order the town gives for its kind: rows of a form, and blocks before which the
 * form ends. A field nobody filled prints nothing, unless the town has a word for that. */
#include <ctype.h>
#include <string.h>

#include "compose/anlagen.h"
#include "compose/costs.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/papier.h"
#include "compose/tree.h"
#include "compose/walk.h"

/* The form a row of this node goes into; begun where none is open. */
static struct com_form *form_of(struct com_fields *f, const struct doc_node *n)
{
	bool first = !f->open && !f->later;
	if (!f->open)
		f->form = com_form(f->c, first ? f->angaben : n,
			first && f->v->beschlussvorschlag ? "vorlagenkopf" : "vorlage");
	if (f->text)                                   /* a box ends with space of its own, a paragraph does not */
		f->form.body->parent->before = 2 * f->c->s->page.grid;
	f->open = f->later = true;
	f->text = false;
	return &f->form;
}

struct block *com_field_row(struct com_fields *f, const struct doc_node *n)
{
	return com_form_named(f->c, form_of(f, n), n, f->label);
}

bool com_field_text(struct com_fields *f, const struct doc_node *n, const char *s)
{
	if (!s || !*s)
		return false;
	com_field_row(f, n);
	com_line(f->c, n, BLK_P, f->c->style[COM_LISTE], s);
	com_pop(f->c);
	return true;
}

/* ---- the form ---- */

const char *com_paper_office(struct com *c, const char *id)
{
	const struct doc_stelle *s = id ? doc_stelle(c->doc, id) : NULL;
	const char *name = com_name(c, id, doc_vorlage(c->doc)->datum),
		   *number = s ? doc_get(s->node, DOC_A_NUMMER) : NULL;
	if (!number || !sty_rule(c->s, "stelle-nummer", NULL) || sty_rule_is(c->s, "stelle-nummer", "keine"))
		return name;
	return mem_fmt(c->t->mem, sty_rule_is(c->s, "stelle-nummer", "davor") ? "%2$s %1$s" : "%1$s (%2$s)", name,
		number);
}

static bool federfuehrung(struct com_fields *f)
{
	return com_field_text(f, f->angaben, f->v->federfuehrung ? com_paper_office(f->c, f->v->federfuehrung) : NULL);
}

/* Several of one kind, a line each. */
static bool beteiligungen(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_node *n = doc_child(f->angaben, DOC_BETEILIGUNG);
	if (!n)
		return false;
	com_field_row(f, n);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	for (const struct doc_node *k = n; k; k = doc_next(k, DOC_BETEILIGUNG)) {
		if (k != n)
			com_special(c, BLK_SEG_BREAK, 0);
		com_put(c, com_paper_office(f->c, doc_get(k, DOC_A_STELLE)));
	}
	com_pop(c);
	return true;
}

static bool verfasser(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_node *n = doc_child(f->angaben, DOC_VERFASSER);
	if (!n)
		return false;
	com_field_row(f, n);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	for (const struct doc_node *k = n; k; k = doc_next(k, DOC_VERFASSER)) {
		const char *name = doc_get(k, DOC_A_NAME), *id = doc_get(k, DOC_A_STELLE);
		if (k != n)
			com_special(c, BLK_SEG_BREAK, 0);
		com_put(c, name ? name : "");
		com_put(c, name && id ? ", " : "");
		com_put(c, id ? com_paper_office(f->c, id) : "");
	}
	com_pop(c);
	return true;
}

static bool aktenzeichen(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_node *n = doc_child(f->angaben, DOC_AKTENZEICHEN);
	return n && com_field_text(f, n, com_plain(c, n));
}

static bool datum(struct com_fields *f)
{
	struct buf b = {0};
	date_put_short(&b, f->v->datum);
	return com_field_text(f, f->angaben, com_from(f->c, &b));
}

static bool drucksache(struct com_fields *f)
{
	return com_field_text(f, f->v->node, f->v->nummer ? com_vorlage_number(f->c, "", f->v) : NULL);
}

static bool vorlagenart(struct com_fields *f)
{
	return com_field_text(f, f->v->node, com_vorlage_kind(f->c, f->v));
}

static bool oeffentlichkeit(struct com_fields *f)
{
	return com_field_text(f, f->v->node, sty_word(f->c->s, f->v->oeffentlich ? "oeffentlich" : "nichtoeffentlich"));
}

static void put_mail(struct com *c, const struct doc_node *n, const char *mail)
{
	com_push(c);
	struct block *link = com_inline(c, n, BLK_LINK);
	blk_more(c->t, link)->href = mem_fmt(c->t->mem, "mailto:%s", mail);
	com_put(c, mail);
	com_pop(c);
}

/* "Fachbereich Soziales · 05555 12-0 · stadt@example.org" */
static void put_contact(struct com_fields *f, const struct doc_node *n)
{
	struct com *c = f->c;
	const char *name = doc_get(n, DOC_A_NAME), *phone = doc_get(n, DOC_A_TELEFON), *mail = doc_get(n, DOC_A_MAIL);
	name = name ? name : com_paper_office(f->c, doc_get(n, DOC_A_STELLE));
	com_put(c, name);
	if (phone)
		com_fmt(c, *name ? " · %s" : "%s", com_on_a_line(c, phone));
	if (mail) {
		com_put(c, *name || phone ? " · " : "");
		put_mail(c, n, mail);
	}
}

static bool auskunft(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_node *n = doc_child(f->angaben, DOC_AUSKUNFT);
	if (!n)
		return false;
	com_field_row(f, n);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	for (const struct doc_node *k = n; k; k = doc_next(k, DOC_AUSKUNFT)) {
		if (k != n)
			com_special(c, BLK_SEG_BREAK, 0);
		put_contact(f, k);
	}
	com_pop(c);
	return true;
}

/* ---- costs, annexes ---- */

/* What stands before the next table, in a row of the form; with the amounts where nothing comes after it. */
static const struct doc_node *money_part(struct com_fields *f, const struct doc_kosten *k, const struct doc_node *from)
{
	struct com *c = f->c;
	const struct doc_node *at = from;
	struct block *td = com_field_row(f, k->node);
	for (; at && at->kind != DOC_TABELLE; at = at->next)
		com_node(c, at);
	com_end_text(c);
	const bool text = td->first != NULL;
	if (!at && com_finanzen(c, k, true) && !text)
		td->parent->first->cell->drop = sty_table(c->s, "posten")->pad_top;
	if (!td->first && at)
		com_line(c, k->node, BLK_P, c->style[COM_LISTE], com_ref_name(c, at, at));
	com_pop(c);
	return at;
}

/* Does anything of a row come after the table? */
static bool money_after(const struct doc_kosten *k, const struct doc_node *table)
{
	for (const struct doc_node *n = table->next; n; n = n->next)
		if (n->kind != DOC_POSTEN && doc_kind_class(n->kind) == DOC_CLASS_BLOCK)
			return true;
	return k->nposten > 0;
}

/* A table takes the width of the page: it stands between two parts of the form. */
static bool money_row(struct com_fields *f, const struct doc_kosten *k)
{
	const struct doc_node *n = k->node, *next;
	if (!n || !n->first)
		return false;
	for (const struct doc_node *from = n->first; (next = money_part(f, k, from)); from = next) {
		const struct doc_node *table = next;
		for (; next && next->kind == DOC_TABELLE; next = next->next)
			com_node(f->c, table = next);
		f->open = false;
		if (!money_after(k, table))
			return true;
	}
	return true;
}

static bool kosten(struct com_fields *f)
{
	return money_row(f, &f->v->kosten);
}

static bool finanzierung(struct com_fields *f)
{
	return money_row(f, &f->v->finanzierung);
}

static bool anlagen(struct com_fields *f)
{
	if (!f->v->nanlagen)
		return false;
	f->jumps = com_anlagen(f->c, form_of(f, f->v->anlagen[0].node->parent), f->v, f->label);
	return true;
}

/* ---- boxes of the town, explanations ---- */

static const char *extra_title(struct com *c, const char *art)
{
	const char *name = mem_fmt(c->t->mem, "zusatz-%s", art), *word = sty_word(c->s, name);
	if (word != name)
		return word;
	char *s = mem_dup(c->t->mem, art);
	s[0] = (char)toupper((unsigned char)s[0]);
	return s;
}

static void extra(struct com_fields *f, const struct doc_node *n, const char *title)
{
	struct com *c = f->c;
	com_push(c);
	com_on_hinweis(c, n);
	c->o.level = 2;
	com_titled(c, n, 2, COM_KASTENTITEL, title);
	com_children(c, n);
	com_pop(c);
}

/* Is there a field for it alone? */
static bool has_own_field(struct com_fields *f, const char *kind, const char *art)
{
	int n;
	const struct sty_papierfeld *all = sty_papierfelder(f->c->s, f->v->art, &n);
	const char *own = mem_fmt(f->c->t->mem, "%s-%s", kind, art);
	for (int i = 0; i < n; i++)
		if (!strcmp(all[i].art, own))
			return true;
	return false;
}

/* "zusatz-klima" is one of them at a place of its own, "zusatzfelder" are the others. */
static bool zusatzfelder(struct com_fields *f)
{
	const char *only = strncmp(f->field->art, "zusatz-", 7) ? NULL : f->field->art + 7;
	bool any = false;
	for (const struct doc_node *n = doc_child(f->v->node, DOC_ZUSATZFELD); n; n = doc_next(n, DOC_ZUSATZFELD)) {
		const char *art = doc_get(n, DOC_A_ART) ? doc_get(n, DOC_A_ART) : "";
		if (only ? strcmp(art, only) != 0 : has_own_field(f, "zusatz", art))
			continue;
		extra(f, n, only && f->field->label ? f->field->label : extra_title(f->c, art));
		any = true;
	}
	return any;
}

/* Is the word one of those with blanks between? */
static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = words; p && *p; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");
		if (len == n && !memcmp(p, word, n))
			return true;
		p += len;
	}
	return false;
}

/* All that can be ticked, in the town's order; what is ticked in bold. */
static void choice(struct com_fields *f, const struct doc_node *n, const struct sty_named *kind)
{
	struct com *c = f->c;
	const char *chosen = doc_get(n, DOC_A_WAHL);
	com_form_named(c, form_of(f, n), n,
		f->field->label      ? f->field->label
			: kind->wort ? kind->wort
				     : kind->name);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	for (int i = 0; i < kind->nwahlen; i++) {
		bool on = has_word(chosen, kind->wahlen[i].name);
		com_put(c, i ? "  " : "");
		com_put_char(c, com_char(c, c->o.ch, on ? COM_BOLD : COM_GREY),
			mem_fmt(c->t->mem, "%s\u00A0%s", on ? "[×]" : "[\u00A0]", kind->wahlen[i].wort));
	}
	com_end_text(c);
	com_children(c, n);
	com_pop(c);
}

static bool auswahl(struct com_fields *f)
{
	const char *only = strncmp(f->field->art, "auswahl-", 8) ? NULL : f->field->art + 8;
	bool any = false;
	for (const struct doc_node *n = doc_child(f->v->node, DOC_AUSWAHL); n; n = doc_next(n, DOC_AUSWAHL)) {
		const char *art = doc_get(n, DOC_A_ART) ? doc_get(n, DOC_A_ART) : "";
		const struct sty_named *kind = sty_find(f->c->s, STY_AUSWAHLEN, art);
		if (!kind || (only ? strcmp(art, only) != 0 : has_own_field(f, "auswahl", art)))
			continue;
		choice(f, n, kind);
		any = true;
	}
	return any;
}

static bool explanations(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_node *n = f->v->erlaeuterungen;
	if (!n)
		return false;
	com_push(c);
	c->o.at = com_block(c, n, BLK_SECT, BLK_STACK);
	c->o.level = 2;
	com_titled(c, n, 2, COM_H2, f->label);
	com_children(c, n);
	com_pop(c);
	return true;
}

static bool finanzformular(struct com_fields *f)
{
	const struct doc_node *n = doc_child(f->v->node, DOC_FINANZFORMULAR);
	return n && com_finanzformular(f->c, n, f->label);
}

static bool mitzeichnung(struct com_fields *f)
{
	const struct doc_node *n = doc_child(f->v->node, DOC_MITZEICHNUNG);
	return n && com_mitzeichnung(f->c, n, f->label);
}

static bool unterschriften(struct com_fields *f)
{
	const struct doc_node *n = doc_child(f->v->node, DOC_UNTERSCHRIFTEN);
	if (!n)
		return false;
	com_push(f->c);
	com_on_unterschriften(f->c, n);
	com_pop(f->c);
	return true;
}

/* ---- all fields ---- */

/* word: the usual label; block: stands by itself, the form ends before it */
static const struct known {
	const char *art, *word;
	bool block;
	bool (*put)(struct com_fields *);
} known[] = {
	{"aktenzeichen", "aktenzeichen", false, aktenzeichen},
	{"anlagen", "anlagen", false, anlagen},
	{"auskunft", "auskunft", false, auskunft},
	{"auswahl", "auswahl", false, auswahl},
	{"beratungsfolge", "beratungsfolge", false, com_feld_beratungsfolge},
	{"beschlussvorschlag", "beschlussvorschlag", true, com_feld_beschlussvorschlag},
	{"beteiligungen", "beteiligungen", false, beteiligungen},
	{"datum", "datum", false, datum},
	{"dringlichkeit", "dringlichkeit", false, com_feld_dringlichkeit},
	{"drucksache", "drucksache", false, drucksache},
	{"erlaeuterungen", "erlaeuterungen", true, explanations},
	{"federfuehrung", "federfuehrung", false, federfuehrung},
	{"finanzformular", "finanzformular", true, finanzformular},
	{"finanzierung", "finanzierung", false, finanzierung},
	{"kosten", "kosten", false, kosten},
	{"mitzeichnung", "mitzeichnung", true, mitzeichnung},
	{"oeffentlichkeit", "oeffentlichkeit", false, oeffentlichkeit},
	{"unterschriften", "unterschriften", true, unterschriften},
	{"verfasser", "verfasser", false, verfasser},
	{"vorlagenart", "vorlagenart", false, vorlagenart},
	{"zusatzfelder", "zusatzfelder", true, zusatzfelder},
};

static const struct known *known_field(const char *art)
{
	const char *of = !strncmp(art, "zusatz-", 7) ? "zusatzfelder" : !strncmp(art, "auswahl-", 8) ? "auswahl" : art;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i].art, of))
			return &known[i];
	return NULL;
}

/* Costs are said of what is to be decided: a report costs nothing, and no word stands for that. */
static bool word_for_nothing(const struct com_fields *f, const struct known *k)
{
	bool money = !strcmp(k->art, "kosten") || !strcmp(k->art, "finanzierung");
	return f->field->leer && !k->block && (!money || f->v->beschlussvorschlag);
}

/* Is it said among the facts at the head of a paper? */
static bool of_head(const struct known *k)
{
	return strcmp(k->art, "kosten") && strcmp(k->art, "finanzierung") && strcmp(k->art, "anlagen");
}

static void put_field(struct com_fields *f, const struct sty_papierfeld *field)
{
	const struct known *k = known_field(field->art);
	if (!k || field->verborgen || (f->p->hidden && strcmp(k->art, "beratungsfolge")))
		return;
	bool open = f->open;
	f->field = field;
	f->label = field->label ? field->label : sty_word(f->c->s, k->word);
	f->open &= !k->block;
	if (!k->put(f)) {
		f->open = open;
		if (word_for_nothing(f, k))
			com_field_text(f, of_head(k) ? f->angaben : f->v->node, field->leer);
	} else if (k->put == explanations) {
		f->text = true;
	}
}

void com_felder(struct com *c, const struct com_paper *p, const struct doc_node *angaben)
{
	int n;
	const struct sty_papierfeld *all = sty_papierfelder(c->s, p->v->art, &n);
	struct com_fields f = {.c = c, .p = p, .v = p->v, .angaben = angaben};
	for (int i = 0; i < n; i++)
		put_field(&f, &all[i]);
	if (p->hidden)
		com_line(c, angaben, BLK_P, c->style[COM_FLIESS], sty_word(c->s, "nur-titel"));
	else if (f.jumps)
		for (size_t i = 0; i < p->v->nanlagen; i++)
			com_anlagentext(c, &p->v->anlagen[i], NULL, f.jumps[i]);
}
