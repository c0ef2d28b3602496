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

static void said(struct com *c, const struct doc_node *n, const char *word)
{
	com_line(c, n, BLK_P, c->style[COM_FLIESS], sty_word(c->s, word));
}

/* "Ja: ____  Nein: ____  Enthaltungen: ____": in one line, as it is called. */
static void votes(struct com *c, const struct doc_node *n)
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

static void opening(struct com *c, const struct com_session *k)
{
	const struct doc_node *n = k->s->node;
	const int all = doc_stimmberechtigte(c->doc, k->s->gremium, k->s->datum);
	com_titled(c, n, 2, COM_H2, sty_word(c->s, "regie-eroeffnung"));
	said(c, n, "regie-begruessung");
	said(c, n, "regie-ladung");
	if (all) {
		com_worded(c, n, "beschlussfaehigkeit");
		com_fmt(c, "%s %d %s %d", sty_word(c->s, "noetig-sind"), all / 2 + 1, sty_word(c->s, "von"), all);
		com_pop(c);
	}
	said(c, n, "regie-tagesordnung");
	votes(c, n);
}

/* The proposal of a paper, to be read out. */
static void proposal(struct com *c, const struct doc_node *at, const struct doc *paper)
{
	const struct doc_vorlage *v = paper ? doc_vorlage(paper) : NULL;
	struct buf b = {0};
	if (!v || !v->beschlussvorschlag)
		return;
	com_push(c);
	com_on_hinweis(c, at);
	c->o.level = 4;
	com_titled(c, at, 4, COM_KASTENTITEL, sty_word(c->s, "regie-verlesen"));
	for (const struct doc_node *d = doc_child(v->beschlussvorschlag, DOC_BESCHLUSS); d; d = doc_next(d,
		DOC_BESCHLUSS)) {
		buf_clear(&b);
		doc_text(&b, paper, d);
		com_line(c, at, BLK_P, c->o.body, mem_dup(c->t->mem, b.data ? b.data : ""));
	}
	buf_free(&b);
	com_pop(c);
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
		com_line(c, n, BLK_P, c->style[COM_FLIESS], com_told(c, "entfallen", it->grund ? it->grund : ""));
		com_pop(c);
		return;
	}
	if (it->drucksache)
		com_line(c, n, BLK_P, c->style[COM_QUELLE],
			mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "vorlage"), it->drucksache))->keep_next = true;
	if (paper && doc_vorlage(paper)->federfuehrung) {
		com_worded(c, n, "regie-bericht");
		com_put(c, com_name(c, doc_vorlage(paper)->federfuehrung, k->s->datum));
		com_pop(c);
	}
	proposal(c, n, paper);
	if (paper) {
		com_worded(c, n, "befangen");
		com_blank(c, n, sty_word(c->s, "befangen"));
		com_pop(c);
	}
	if (paper && doc_vorlage(paper)->beschlussvorschlag) {
		said(c, n, "regie-antraege");
		votes(c, n);
	}
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
	for (size_t i = 0; i < k->agenda->n; i++)
		if (k->agenda->items[i].oeffentlich == public && k->agenda->items[i].nummer)
			item(c, k, i);
}

void com_regiebuch(struct com *c, const struct com_session *k)
{
	const struct doc_node *n = k->s->node;
	const char *kind = sty_word(c->s, k->word);
	struct buf b = {0};
	buf_fmt(&b, "%s, ", com_name(c, k->s->gremium, k->s->datum));
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
