/* niederschrift.c: the minutes of a session: head, who was there, the course item by item, signatures; and the extract
 * with what one item decided. What can be worked out (invitation, quorum) is said by the program, not by the clerk. */
#include <string.h>

#include "compose/compose.h"
#include "compose/document.h"
#include "compose/form.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/letter.h"
#include "compose/minutes.h"
#include "compose/names.h"
#include "compose/run.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "style/frist.h"

#define NAME_WIDE 45                               /* of a hundred: the column of names */
#define GROUP_WIDE 25

struct minutes {
	const struct doc_niederschrift *n;
	const struct com_minutes *how;
	const struct doc_verhandelt *auszug;           /* NULL: the whole */
};

static const char *long_day(struct com *c, struct date d)
{
	struct buf b = {0};
	if (d.day)
		buf_fmt(&b, "%s, ", date_weekday_name(date_weekday(d)));
	date_put(&b, d);
	return com_from(c, &b);
}

/* ---- the form ---- */

/* "TOP Ö 4" of an item's id; of one that is not in this version: NULL. */
static const char *item_name(struct com *c, const struct doc_niederschrift *n, const char *id)
{
	const struct doc_verhandelt *v = doc_verhandelt(n, id);
	return v ? com_called(c, "top", v->nummer ? com_on_a_line(c, v->nummer) : v->titel) : NULL;
}

/* Of a joint session, whose it is. */
static const char *body_of(struct com *c, const struct doc_niederschrift *n, const struct doc_node *at)
{
	const char *id = n->gremien.n > 1 ? doc_get(at, DOC_A_GREMIUM) : NULL;
	return id ? com_name(c, id, n->datum) : NULL;
}

/* "bis 18:20 Uhr", "bis einschließlich TOP Ö 4" */
static const char *until(struct com *c, const char *clock, const char *item)
{
	return mem_fmt(c->t->mem, "%s%s", com_part(c, "", sty_word(c->s, clock ? "bis" : "bis-top"), " "),
		clock ? com_clock(c, clock) : item);
}

static const char *people(struct com *c, const struct minutes *m, enum doc_kind kind)
{
	struct buf b = {0};
	for (const struct doc_node *n = doc_angabe(c->doc, kind); n; n = doc_next(n, kind)) {
		const struct doc_wer w = doc_wer(c->doc, n, m->n->datum);
		if (m->auszug && doc_leitet(m->n, n, m->auszug) == DOC_NICHT_DA)
			continue;
		const char *from = doc_get(n, DOC_A_VON), *to = doc_get(n, DOC_A_BIS),
			   *first = item_name(c, m->n, doc_get(n, DOC_A_AB_TOP)),
			   *last = item_name(c, m->n, doc_get(n, DOC_A_BIS_TOP));
		buf_fmt(&b, "%s%s", b.len ? "; " : "", com_wer(c, &w));
		if (body_of(c, m->n, n))
			buf_fmt(&b, " (%s)", body_of(c, m->n, n));
		if (m->auszug)
			continue;
		if (first && last && !strcmp(first, last)) {
			buf_fmt(&b, " (%s)", first);
			continue;
		}
		if (from || first)
			buf_fmt(&b, " %s %s", sty_word(c->s, "ab"), from ? com_clock(c, from) : first);
		if (to || last)
			buf_fmt(&b, " %s", until(c, to, last));
	}
	return com_from(c, &b);
}

/* As the town counts between notice and session, of several bodies the one that is worst off; what it does not know is
 * not judged, nor what goes on without being called anew. */
static enum sty_ladung invited(struct com *c, const struct doc_niederschrift *n, const struct doc_node *notice)
{
	const struct sty_weg w = sty_weg(notice, n->datum, n->beginn);
	enum sty_ladung worst = STY_LADUNG_OFFEN;
	for (size_t i = 0; i < n->gremien.n && !n->fortsetzung_von.year; i++) {
		const struct doc_stelle *body = doc_stelle(c->doc, n->gremien.all[i]);
		const struct sty_fristen f = sty_fristen(c->s, n->gremien.all[i],
			body ? doc_get(body->node, DOC_A_ART) : NULL);
		const enum sty_ladung l = sty_ladung(&f, &w, doc_get(notice, DOC_A_GRUND));
		worst = l > worst ? l : worst;
	}
	return worst;
}

static const char *invitation(struct com *c, const struct doc_niederschrift *n)
{
	static const char *const words[] = {[STY_LADUNG_FRISTGERECHT] = "ladung-fristgerecht",
		[STY_LADUNG_VERKUERZT] = "ladung-verkuerzt", [STY_LADUNG_ZU_KURZ] = "ladung-zu-kurz"};
	const struct doc_node *notice = doc_angabe(c->doc, DOC_BEKANNTMACHUNG);
	const char *at = doc_get(notice, DOC_A_UHRZEIT), *why = doc_get(notice, DOC_A_GRUND);
	const enum sty_ladung l = invited(c, n, notice);
	struct buf b = {0};
	buf_part(&b, "", sty_word(c->s, "ladung-vom"), " ");
	date_put(&b, n->ladung);
	if (at)
		buf_fmt(&b, ", %s", com_clock(c, at));
	if (l != STY_LADUNG_OFFEN)
		buf_part(&b, "; ", sty_word(c->s, words[l]), "");
	if (why && (l == STY_LADUNG_VERKUERZT || l == STY_LADUNG_ZU_KURZ))
		buf_fmt(&b, " (%s)", com_told(c, "dringlichkeit", why));
	return com_from(c, &b);
}

static const char *quorum_of(struct com *c, const struct doc_tagt *t)
{
	const char *word = sty_word(c->s, t->da.least >= t->soll.noetig ? "beschlussfaehig" : "beschlussunfaehig");
	return mem_fmt(c->t->mem, "%s%s", com_part(c, "", word, ", "),
		com_quorum(c, &t->soll, t->da.least));
}

/* Of each body that meets; of several, with its name. */
static const char *quorum(struct com *c, const struct doc_niederschrift *n)
{
	struct buf b = {0};
	for (size_t i = 0; i < n->gremien.n; i++) {
		if (!n->tagt[i].soll.alle)
			continue;
		buf_str(&b, b.len ? "; " : "");
		if (n->gremien.n > 1)
			buf_fmt(&b, "%s: ", com_name(c, n->gremien.all[i], n->datum));
		buf_str(&b, quorum_of(c, &n->tagt[i]));
	}
	return com_from(c, &b);
}

static void objections(struct com *c, const struct com_form *f, const struct minutes *m)
{
	const struct doc_node *first = doc_angabe(c->doc, DOC_EINWAND);
	if (!first)
		return;
	com_form_row(c, f, first, "einwaende");
	for (const struct doc_node *n = first; n; n = doc_next(n, DOC_EINWAND)) {
		const struct doc_wer w = doc_wer(c->doc, n, m->n->datum);
		com_push(c);
		com_para(c, n, BLK_P, c->style[COM_LISTE]);
		com_fmt(c, "%s: ", com_wer(c, &w));
		com_children(c, n);
		com_pop(c);
	}
	com_pop(c);
}

static void form(struct com *c, const struct minutes *m)
{
	const struct doc_niederschrift *n = m->n;
	const struct doc_node *root = n->node, *place = doc_angabe(c->doc, DOC_SITZUNGSORT);
	struct com_form f = com_form(c, root, "vorlage");
	const char *number = doc_get(root, DOC_A_NUMMER), *code = doc_get(root, DOC_A_CODE);
	com_form_text(c, &f, root, "gremium", 0, com_names(c, &n->gremien, n->datum));
	if (number)
		com_form_text(c, &f, root, "sitzung-nummer", 0, number);
	if (code)
		com_form_text(c, &f, root, "sitzung-code", 0, code);
	com_form_text(c, &f, root, "datum", COM_BOLD, long_day(c, n->datum));
	if (n->fortsetzung_von.year)
		com_form_text(c, &f, root, "fortsetzung", 0, com_goes_on(c, n->fortsetzung_von));
	com_form_text(c, &f, root, "beginn", 0, *n->beginn ? com_clock(c, n->beginn) : sty_word(c->s, "termin-offen"));
	if (n->ende)
		com_form_text(c, &f, root, "ende", 0, com_clock(c, n->ende));
	if (place)
		com_form_text(c, &f, place, "sitzungsort", 0, doc_get(place, DOC_A_NAME));
	com_form_text(c, &f, root, "sitzungsleitung", 0, people(c, m, DOC_LEITUNG));
	if (m->auszug)
		return;
	com_form_text(c, &f, root, "schriftfuehrung", 0, people(c, m, DOC_SCHRIFTFUEHRUNG));
	if (n->ladung.year)
		com_form_text(c, &f, doc_angabe(c->doc, DOC_BEKANNTMACHUNG), "ladung", 0, invitation(c, n));
	if (*quorum(c, n))
		com_form_text(c, &f, root, "beschlussfaehigkeit", 0, quorum(c, n));
	objections(c, &f, m);
}

/* ---- who was there ---- */

static void put_when(struct buf *b, const char *word, const char *when)
{
	if (when)
		buf_fmt(b, "%s%s%s%s", b->len ? ", " : "", word, *word ? " " : "", when);
}

static void put_away(struct com *c, struct buf *b, const struct doc_niederschrift *n, const struct doc_node *t)
{
	for (const struct doc_node *a = doc_child(t, DOC_ABWESEND); a; a = doc_next(a, DOC_ABWESEND)) {
		const char *from = doc_get(a, DOC_A_VON), *to = doc_get(a, DOC_A_BIS);
		const char *first = item_name(c, n, doc_get(a, DOC_A_VON_TOP)),
			   *last = item_name(c, n, doc_get(a, DOC_A_BIS_TOP));
		buf_fmt(b, "%s%s", b->len ? ", " : "", sty_word(c->s, "abwesend"));
		if (first && last && !strcmp(first, last)) {
			buf_fmt(b, " (%s)", last);
			continue;
		}
		if (from || first)
			buf_fmt(b, " %s %s", sty_word(c->s, "von"), from ? com_clock(c, from) : first);
		if (to || last)
			buf_fmt(b, " %s", until(c, to, last));
	}
}

/* "ab 18:20 Uhr", "bis TOP Ö 4", "in Vertretung für …"; whoever was there all the time: "anwesend". */
static const char *presence_alone(struct com *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	struct buf b = {0};
	const char *from = doc_get(t->node, DOC_A_AB), *to = doc_get(t->node, DOC_A_BIS),
		   *first = item_name(c, n, doc_get(t->node, DOC_A_AB_TOP)),
		   *last = item_name(c, n, doc_get(t->node, DOC_A_BIS_TOP));
	const bool one = first && last && !strcmp(first, last);
	if (t->da != DOC_ANWESEND)
		return sty_word(c->s, t->da == DOC_ENTSCHULDIGT ? "entschuldigt" : "abwesend");
	put_when(&b, one ? "" : sty_word(c->s, "ab"), from ? com_clock(c, from) : first);
	put_when(&b, "", !one && (to || last) ? until(c, to, last) : NULL);
	put_away(c, &b, n, t->node);
	if (t->vertritt) {
		const char *name = doc_person_name(c->doc, doc_person(c->doc, t->vertritt), n->datum);
		put_when(&b, sty_word(c->s, "vertritt"), name ? name : "?");
	}
	return buf_take_or(&b, c->t->mem, sty_word(c->s, "anwesend"));
}

static const char *presence(struct com *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	const char *how = doc_get(t->node, DOC_A_HINWEIS), *alone = presence_alone(c, n, t);
	return how ? mem_fmt(c->t->mem, "%s, %s", alone, how) : alone;
}

/* Those of one kind, of one body; guests and administration are there for all. */
static bool is_of(const struct doc_teilnahme *t, enum doc_als als, size_t body)
{
	return t->als == als && (t->gremium == body || als > DOC_BERATEND);
}

/* A column that nobody of the kind fills is left out: the name has its room, and the tables stand alike. */
static bool any_group(const struct doc_niederschrift *n, enum doc_als als, size_t body)
{
	for (size_t i = 0; i < n->nteilnahmen; i++)
		if (is_of(&n->teilnahmen[i], als, body) && n->teilnahmen[i].fuer)
			return true;
	return false;
}

/* "Anna Ahorn, Vorsitz": what somebody is besides a member; for whom a deputy stands in is said beside him. */
static const char *with_role(struct com *c, const struct doc_teilnahme *t)
{
	const char *name = com_wer(c, &t->wer);
	if (t->rolle && !t->wer.amt && !t->vertritt && strcmp(t->rolle, "Mitglied") != 0)
		name = mem_fmt(c->t->mem, "%s, %s", name, t->rolle);
	return t->stimmen == 1 || t->als != DOC_STIMMBERECHTIGT ? name
		: mem_fmt(c->t->mem, "%s (%d\u00A0%s)", name, t->stimmen, sty_word(c->s, "sitze-stimmen"));
}

static void put_somebody(struct com *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t,
	struct block *row, bool grouped)
{
	com_text_cell(c, t->node, row, BLK_TH, COM_TABELLE, with_role(c, t));
	if (grouped)
		com_text_cell(c, t->node, row, BLK_TD, COM_TABELLE, t->fuer ? com_name(c, t->fuer, n->datum) : "");
	com_text_cell(c, t->node, row, BLK_TD, COM_TABELLE, presence(c, n, t));
}

/* "Stimmberechtigte Mitglieder", of a joint session "Bauausschuss: Stimmberechtigte Mitglieder" */
static const char *group_title(struct com *c, const struct doc_niederschrift *n, enum doc_als als, size_t body)
{
	static const char *const words[] = {"als-stimmberechtigt", "als-beratend", "als-verwaltung", "als-gast"};
	const char *word = sty_word(c->s, words[als]);
	return n->gremien.n == 1 || als > DOC_BERATEND ? word
		: mem_fmt(c->t->mem, "%s: %s", com_name(c, n->gremien.all[body], n->datum), word);
}

/* Those of one kind as a table: name, group, when they were there. */
static void group(struct com *c, const struct doc_niederschrift *n, enum doc_als als, size_t which)
{
	static const char *const heads[] = {"name", "gruppierung", "anwesenheit"};
	static const char *const heads_alone[] = {"name", "anwesenheit"};
	size_t k = 0;
	for (size_t i = 0; i < n->nteilnahmen; i++)
		k += is_of(&n->teilnahmen[i], als, which);
	if (!k)
		return;
	const struct doc_node *up = n->teilnahmen[0].node->parent;
	com_titled(c, up, 3, COM_TEIL, group_title(c, n, als, which));
	com_push(c);
	const bool grouped = any_group(n, als, which);
	struct com_grid g = com_grid(c, up, "beratungsfolge", grouped ? 3 : 2);
	g.cols[0].fixed = len_scale(c->s->page.text, grouped ? NAME_WIDE : NAME_WIDE + GROUP_WIDE, 100);
	if (grouped)
		g.cols[1].fixed = len_scale(c->s->page.text, GROUP_WIDE, 100);
	g.cols[1 + grouped].fixed = len_scale(c->s->page.text, 100 - NAME_WIDE - GROUP_WIDE, 100);
	com_head_words(c, up, &g, grouped ? heads : heads_alone, NULL);
	struct block *body = com_in(c, up, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < n->nteilnahmen; i++)
		if (is_of(&n->teilnahmen[i], als, which))
			put_somebody(c, n, &n->teilnahmen[i], com_row(c, n->teilnahmen[i].node, body), grouped);
	com_pop(c);
}

static void attendance(struct com *c, const struct doc_niederschrift *n)
{
	const struct doc_node *up = doc_child(n->node, DOC_ANWESENHEIT);
	if (!up || !n->nteilnahmen)
		return;
	com_titled(c, up, 2, COM_H2, sty_word(c->s, "anwesenheit"));
	for (size_t body = 0; body < n->gremien.n; body++)
		for (int als = 0; als <= DOC_BERATEND; als++)
			group(c, n, (enum doc_als)als, body);
	for (int als = DOC_BERATEND + 1; als < DOC_ALS_MAX; als++)
		group(c, n, (enum doc_als)als, 0);
}

/* ---- the course ---- */

static void agenda_changes(struct com *c, const struct doc_niederschrift *n, const struct doc_node *verlauf)
{
	const struct doc_node *first = doc_child(verlauf, DOC_AENDERUNG);
	if (!first)
		return;
	com_titled(c, first, 3, COM_TEIL, sty_word(c->s, "tagesordnung-aenderungen"));
	for (const struct doc_node *a = first; a; a = doc_next(a, DOC_AENDERUNG)) {
		com_push(c);
		com_children(c, a);
		com_pop(c);
		if (doc_child(a, DOC_ABSTIMMUNG))
			com_abstimmung(c, n, doc_child(a, DOC_ABSTIMMUNG));
	}
}

static void part(struct com *c, const struct doc_niederschrift *n, const struct doc_node *p)
{
	const char *end = doc_get(p, DOC_A_ENDE);
	com_titled(c, p, 2, COM_H2,
		sty_word(c->s, doc_is(p, DOC_A_ART, "oeffentlich") ? "teil-oeffentlich" : "teil-nichtoeffentlich"));
	for (const struct doc_node *k = p->first; k; k = k->next)
		if (k->kind == DOC_TOP)
			com_verhandelt(c, n, doc_punkt_von(n, k), 3);
		else if (k->kind == DOC_UNTERBRECHUNG)
			com_unterbrechung(c, k);
		else if (k->kind == DOC_BESCHLUSSFAEHIGKEIT)
			com_beschlussfaehigkeit(c, n, k);
	if (end) {
		com_worded(c, p, "ende");
		com_put(c, com_clock(c, end));
		com_pop(c);
	}
}

static void course(struct com *c, const struct doc_niederschrift *n)
{
	const struct doc_node *verlauf = doc_child(n->node, DOC_VERLAUF);
	if (!verlauf)
		return;
	agenda_changes(c, n, verlauf);
	for (const struct doc_node *p = doc_child(verlauf, DOC_SITZUNGSTEIL); p; p = doc_next(p, DOC_SITZUNGSTEIL))
		if (doc_child(p, DOC_TOP))
			part(c, n, p);
}

/* ---- the end ---- */

/* One rule for all, so that those who signed and those who still will stand in line. */
static void signature(struct com *c, const struct doc_niederschrift *n, const struct doc_node *u)
{
	const struct doc_wer w = doc_wer(c->doc, u, n->datum);
	struct date d = {0};
	struct buf b = {0};
	com_push(c);
	c->o.at = com_block(c, u, BLK_DIV, BLK_STACK);
	com_box(c, c->o.at, (struct blk_box){.rule_top = sty_line(c->s, "unterschrift"), .pad_top = COM_NAME_BELOW});
	if (doc_get(u, DOC_A_DATUM) && date_parse(&d, doc_get(u, DOC_A_DATUM))) {
		buf_part(&b, "", sty_word(c->s, "gezeichnet"), " ");
		date_put(&b, d);
	} else {
		buf_str(&b, sty_word(c->s, "unterschrift"));
	}
	com_line(c, u, BLK_P, c->style[COM_QUELLE], com_from(c, &b));
	com_line(c, u, BLK_P, c->style[COM_UNTERSCHRIFT], com_wer(c, &w));
	com_pop(c);
}

/* Side by side, as in papers. */
static void signatures(struct com *c, const struct doc_niederschrift *n)
{
	const struct doc_node *first = doc_child(n->node, DOC_UNTERZEICHNUNG);
	if (!first)
		return;
	com_push(c);
	c->o.at = com_block(c, first, BLK_DIV, BLK_SIDE);
	c->o.at->keep = true;
	c->o.at->before = 4 * c->s->page.grid;
	blk_more(c->t, c->o.at)->gap = COM_SIGNED_GAP;
	blk_more(c->t, c->o.at)->row = 2;
	for (const struct doc_node *u = first; u; u = doc_next(u, DOC_UNTERZEICHNUNG))
		signature(c, n, u);
	com_pop(c);
}

static void dated(struct com *c, const struct doc_node *n, const char *word)
{
	struct date d = {0};
	struct buf b = {0};
	if (doc_get(n, DOC_A_DATUM) && date_parse(&d, doc_get(n, DOC_A_DATUM)))
		date_put(&b, d);
	com_titled(c, n, 3, COM_TEIL, mem_fmt(c->t->mem, "%s %s", sty_word(c->s, word), b.len ? b.data : ""));
	buf_free(&b);
}

static void ending(struct com *c, const struct doc_niederschrift *n)
{
	const struct doc_node *approved = doc_child(n->node, DOC_GENEHMIGUNG);
	signatures(c, n);
	if (approved)
		dated(c, approved, "genehmigt-am");
	for (const struct doc_node *k = doc_child(n->node, DOC_NACHTRAG); k; k = doc_next(k, DOC_NACHTRAG)) {
		dated(c, k, "berichtigung-vom");
		if (item_name(c, n, doc_get(k, DOC_A_TOP)))
			com_line(c, k, BLK_P, c->style[COM_QUELLE], item_name(c, n, doc_get(k, DOC_A_TOP)))->keep_next =
				true;
		com_push(c);
		com_children(c, k);
		com_pop(c);
	}
}

/* ---- the whole ---- */

static void facts(struct com *c, const struct minutes *m, const char *title)
{
	com_facts(c);
	c->t->title = title;
	if (c->t->draft)
		c->t->title = com_as_draft(c, title);
	c->t->subject = sty_word(c->s, m->auszug ? "auszug" : "niederschrift");
	if (m->auszug)
		c->t->nattachments = 0;                /* an extract holds the item alone */
	else if (m->how->intern)
		com_attach(c, &c->doc, 1, &(struct com_attach){.whole = true, .anlagen = true});
}

/* "Rat der Stadt Musterstadt, 5. März 2026" */
static const char *session_name(struct com *c, const struct doc_niederschrift *n)
{
	struct buf b = {0};
	buf_fmt(&b, "%s, ", com_names(c, &n->gremien, n->datum));
	date_put(&b, n->datum);
	return com_from(c, &b);
}

static void compose(struct com *c, const struct minutes *m)
{
	const struct doc_niederschrift *n = m->n;
	const char *kind = sty_word(c->s, m->auszug ? "auszug" : "niederschrift"), *name = session_name(c, n),
		   *title = mem_fmt(c->t->mem, "%s%s", com_part(c, "", kind, " "), name);
	facts(c, m, title);
	bool open = !m->how->intern;
	struct com_letter letter = {.kind = kind,
		.status = c->t->draft ? sty_word(c->s, "entwurf") : sty_word(c->s, open ? "oeffentlich" : "intern"),
		.folio = BLK_FOLIO_OF,
		.foot = mem_fmt(c->t->mem, "%s · %s", kind, com_address(c))};
	c->paper = 1;
	c->intern = m->how->intern;
	com_letter(c, n->node, &letter);
	com_push(c);
	struct block *h = com_letter_title(c, n->node, c->style[COM_VORLAGENTITEL], name, title);
	blk_more(c->t, h)->head = mem_fmt(c->t->mem, "%s · %s", kind, name);
	com_put(c, name);
	com_pop(c);
	form(c, m);
	com_sample(c, BLK_RAND_NEXT);
	if (m->auszug) {
		com_verhandelt(c, n, m->auszug, 2);
		return;
	}
	attendance(c, n);
	course(c, n);
	ending(c, n);
}

struct blk_tree *com_niederschrift(const struct doc *doc, const struct com_minutes *how, const struct style *s,
	struct txt *txt, struct diag *d)
{
	struct com c;
	struct minutes m = {.n = doc_niederschrift(doc), .how = how};
	com_begin(&c, doc, s, txt, d);
	m.auszug = doc_verhandelt(m.n, how->auszug);
	com_open(&c, doc);
	compose(&c, &m);
	com_close(&c);
	return com_finish(&c);
}
