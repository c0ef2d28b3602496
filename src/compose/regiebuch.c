/* regiebuch.c: what the chair has beside him in a session: what to say to open it, each item in its order with the
 * wording to read out, who may not take part, room to note the votes. */
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/letter.h"
#include "compose/list.h"
#include "compose/minutes.h"
#include "compose/names.h"
#include "compose/session.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "style/papiere.h"

static void said(struct com *c, const struct doc_node *n, const char *word)
{
	com_line(c, n, BLK_P, c->style[COM_FLIESS], sty_word(c->s, word));
}

/* "Ja: ____  Nein: ____  Enthaltungen: ____": in one line, as it is called. */
static void votes_of(struct com *c, const struct doc_node *n)
{
	static const char *const words[] = {"stimmen-nein", "stimmen-enthaltung"};
	com_worded(c, n, "stimmen-ja");
	com_blank(c, n, sty_word(c->s, "stimmen-ja"));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		com_put(c, " \u2003");
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), mem_fmt(c->t->mem, "%s: ", sty_word(c->s, words[i])));
		com_blank(c, n, sty_word(c->s, words[i]));
	}
	com_pop(c);
}

/* In a joint session each body votes for itself. */
static void votes(struct com *c, const struct com_session *k, const struct doc_node *n)
{
	for (size_t i = 0; i < k->s->gremien.n; i++) {
		if (k->s->gremien.n > 1)
			com_line(c, n, BLK_P, c->style[COM_LISTENTITEL],
				com_name(c, k->s->gremien.all[i], k->s->datum))->keep_next = true;
		votes_of(c, n);
	}
}

/* How many must be there, of each body that meets. */
static void quorum(struct com *c, const struct com_session *k, size_t body)
{
	const char *id = k->s->gremien.all[body];
	const struct doc_soll soll = doc_soll(c->doc, id, k->s->datum);
	if (!soll.alle)
		return;
	com_worded(c, k->s->node, "beschlussfaehigkeit");
	if (k->s->gremien.n > 1)
		com_fmt(c, "%s: ", com_name(c, id, k->s->datum));
	com_fmt(c, "%s %s %d", com_needed(c, &soll), sty_word(c->s, "von"), soll.alle);
	com_pop(c);
}

/* The agenda is an item of its own. */
static bool votes_on_agenda(const struct com_session *k)
{
	size_t i = 0;
	while (i < k->s->ntops && k->s->tops[i].art != DOC_TOP_VERFAHREN)
		i++;
	return i < k->s->ntops;
}

static void opening(struct com *c, const struct com_session *k)
{
	const struct doc_node *n = k->s->node;
	const bool goes_on = k->s->fortsetzung_von.year != 0;
	com_titled(c, n, 2, COM_H2, sty_word(c->s, "regie-eroeffnung"));
	said(c, n, goes_on ? "regie-fortsetzung" : "regie-begruessung");
	if (!goes_on)
		said(c, n, "regie-ladung");
	for (size_t i = 0; i < k->s->gremien.n; i++)
		quorum(c, k, i);
	if (!votes_on_agenda(k)) {
		said(c, n, "regie-tagesordnung");
		votes_of(c, n);
	}
}

static const char *words_of(struct com *c, const struct doc *paper, const struct doc_node *n)
{
	struct buf b = {0};
	doc_printed(&b, paper, n);
	return com_from(c, &b);
}

/* The proposal of a paper, to be read out: what leads in to it, and several resolutions with their numbers. */
static void proposal(struct com *c, const struct doc_node *at, const struct doc *paper)
{
	const struct doc_vorlage *v = paper ? doc_vorlage(paper) : NULL;
	if (!v || !v->beschlussvorschlag)
		return;
	const struct doc_node *lead = doc_child(v->beschlussvorschlag, DOC_ABSATZ),
			      *first = doc_child(v->beschlussvorschlag, DOC_BESCHLUSS);
	const bool several = first && doc_next(first, DOC_BESCHLUSS);
	com_push(c);
	com_on_hinweis(c, at);
	c->o.level = 4;
	com_titled(c, at, 4, COM_KASTENTITEL, sty_word(c->s, "regie-verlesen"));
	for (; lead; lead = doc_next(lead, DOC_ABSATZ))
		com_line(c, at, BLK_P, c->o.body, words_of(c, paper, lead));
	if (several)
		com_list(c, at);
	int i = 0;
	for (const struct doc_node *d = first; d; d = doc_next(d, DOC_BESCHLUSS)) {
		com_push(c);
		if (several)
			com_item(c, at, mem_fmt(c->t->mem, "%d.", ++i), false);
		else
			com_para(c, at, BLK_P, c->o.body);
		com_put(c, words_of(c, paper, d));
		com_pop(c);
	}
	com_pop(c);
}

/* No page ends within the short lines of an item. */
static void hold(struct com *c)
{
	c->o.at->last->keep_next = true;
}

/* Who reports: whom the agenda names, else the office of the paper. */
static void reports(struct com *c, const struct com_session *k, const struct doc_node *n, const struct doc *paper)
{
	const char *said_so = doc_get(n, DOC_A_BERICHTERSTATTER), *mover = paper ? com_mover(c, paper) : NULL,
		   *office = paper ? doc_vorlage(paper)->federfuehrung : NULL;
	if (!said_so && !office && !mover)
		return;
	com_worded(c, n, said_so || office ? "regie-bericht" : "regie-antrag");
	com_put(c, said_so ? said_so : office ? com_name(c, office, k->s->datum) : mover);
	com_pop(c);
	hold(c);
}

static void room_for(struct com *c, const struct doc_node *n, const char *word)
{
	com_worded(c, n, word);
	com_blank(c, n, sty_word(c->s, word));
	com_pop(c);
}

/* Room for what happens at an item: bias, votes, else what came of it. */
static void room(struct com *c, const struct com_session *k, const struct doc_node *n, const struct doc *paper)
{
	const bool proposed = paper && doc_vorlage(paper)->beschlussvorschlag;
	const bool voted = doc_top_abgestimmt(c->t->mem, n, sty_terms(c->s));
	if (paper || (voted && !doc_is(n, DOC_A_ART, "verfahren"))) {
		room_for(c, n, "befangen");
		hold(c);
	}
	if (proposed || doc_is(n, DOC_A_ART, "verfahren")) {
		said(c, n, proposed ? "regie-antraege" : "regie-tagesordnung");
		hold(c);
	}
	if (proposed || voted)
		votes(c, k, n);
	else
		room_for(c, n, "ergebnis");
}

static void item(struct com *c, const struct com_session *k, size_t i)
{
	const struct doc_agenda_item *it = &k->agenda->items[i];
	const struct doc_node *n = it->node ? it->node : k->s->node;
	const struct doc *paper = k->papers[i];
	com_push(c);
	c->o.quiet = true;
	com_item_title(c, n, 3, com_top_title(c, it, it->titel_intern ? it->titel_intern : it->titel));
	if (it->entfallen) {
		com_line(c, n, BLK_P, c->style[COM_FLIESS], com_told(c, "top-entfallen", it->grund ? it->grund : ""));
		com_pop(c);
		return;
	}
	if (it->drucksache)
		com_line(c, n, BLK_P, c->style[COM_QUELLE],
			mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "vorlage"), it->drucksache))->keep_next = true;
	reports(c, k, n, paper);
	if (n->kind == DOC_TOP && !it->mit) {
		com_children(c, n);
		com_end_text(c);
	}
	proposal(c, n, paper);
	if (!(n->kind == DOC_TOP && doc_child(n, DOC_TOP)))
		room(c, k, n, paper);
	com_pop(c);
}

static void part(struct com *c, const struct com_session *k, bool public)
{
	size_t n = 0;
	for (size_t i = 0; i < k->agenda->n; i++)
		n += k->agenda->items[i].oeffentlich == public && k->agenda->items[i].nummer;
	if (!n)
		return;
	com_titled(c, k->s->node, 2, COM_H2, sty_word(c->s, public ? "teil-oeffentlich" : "teil-nichtoeffentlich"));
	if (!public)
		said(c, k->s->node, "regie-nichtoeffentlich");
	for (size_t i = 0; i < k->agenda->n; i++) {
		const struct doc_agenda_item *it = &k->agenda->items[i];
		if (it->oeffentlich == public && it->nummer)
			item(c, k, i);
		else if (it->oeffentlich == public && it->ueberschrift)
			com_line(c, it->node ? it->node : k->s->node, BLK_P, c->style[COM_LISTENTITEL],
				it->titel_intern)->keep_next = true;
	}
}

void com_regiebuch(struct com *c, const struct com_session *k)
{
	const struct doc_node *n = k->s->node;
	const char *kind = sty_word(c->s, k->word);
	struct buf b = {0};
	buf_fmt(&b, "%s, ", com_names(c, &k->s->gremien, k->s->datum));
	date_put(&b, k->s->datum);
	const char *name = com_from(c, &b);
	struct com_letter letter = {.kind = kind,
		.status = sty_word(c->s, "intern"),
		.folio = BLK_FOLIO_OF,
		.foot = mem_fmt(c->t->mem, "%s · %s", kind, com_address(c))};
	c->paper = 1;
	c->intern = true;
	com_letter(c, n, &letter);
	com_push(c);
	struct block *h = com_letter_title(c, n, c->style[COM_VORLAGENTITEL], name, name);
	blk_more(c->t, h)->head = mem_fmt(c->t->mem, "%s · %s", kind, name);
	com_put(c, name);
	com_pop(c);
	opening(c, k);
	part(c, k, true);
	part(c, k, false);
	com_titled(c, n, 2, COM_H2, sty_word(c->s, "regie-schluss"));
	said(c, n, "regie-ende");
	com_sample(c, BLK_AXIS);
}
