/* wahl.c: an election in the minutes: who was nominated, the rounds as columns of one table, who was elected. */
#include "model/wahl.h"

#include <string.h>

#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/minutes.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define ROUND_WIDE LEN_PT(68)

struct election { const struct doc_niederschrift *n; const struct doc_wahl *w; struct com_grid g; struct block *body; };

/* Her name; of a list, or of somebody whose name is not the public's, the office or the group that proposes. */
static const char *called(struct com *c, const struct election *e, const struct doc_node *b)
{
	const struct doc_wer w = doc_wer(c->doc, b, e->n->datum);
	const char *group = doc_get(b, DOC_A_GRUPPE);
	return !w.name && !w.amt && group ? com_name(c, group, e->n->datum) : com_wer(c, &w);
}

static void nominations(struct com *c, const struct election *e)
{
	com_worded(c, e->w->node, e->w->n == 1 ? "wahl-vorschlag" : "wahl-vorschlaege")->keep_next = true;
	for (size_t i = 0; i < e->w->n; i++) {
		const struct doc_node *b = e->w->bewerbungen[i].node;
		const char *name = called(c, e, b), *group = doc_get(b, DOC_A_GRUPPE),
			   *by = group ? com_name(c, group, e->n->datum) : NULL;
		com_fmt(c, "%s%s", i ? "; " : "", name);
		if (by && strcmp(by, name))
			com_fmt(c, " (%s)", by);
	}
	com_pop(c);
}

/* ---- the rounds ---- */

static const char *round_name(struct com *c, const struct election *e, size_t k)
{
	return e->w->ngaenge == 1 ? sty_word(c->s, "wahlgang")
		: mem_fmt(c->t->mem, "%zu. %s", k + 1, sty_word(c->s, "wahlgang"));
}

static void heads(struct com *c, struct election *e)
{
	const char *text[DOC_WAHLGAENGE + 1] = {sty_word(c->s, "wahl-vorschlag")};
	e->g = com_grid(c, e->w->node, "beratungsfolge", (int)e->w->ngaenge + 1);
	e->g.cols[0].fixed = c->s->page.text - (len_t)e->w->ngaenge * ROUND_WIDE;
	for (size_t k = 0; k < e->w->ngaenge; k++) {
		text[k + 1] = round_name(c, e, k);
		e->g.cols[k + 1].fixed = ROUND_WIDE;
		e->g.cols[k + 1].align = STY_RECHTS;
	}
	com_head_row(c, e->w->node, &e->g, text, NULL);
	e->body = com_in(c, e->w->node, e->g.grid, BLK_TBODY, BLK_STACK);
}

/* A row of numbers, one a round; below 0: a dash. */
static void row(struct com *c, const struct election *e, const struct doc_node *at, const char *name, const int *number)
{
	struct block *r = com_row(c, at, e->body);
	com_text_cell(c, at, r, BLK_TH, COM_TABELLE, name);
	for (size_t k = 0; k < e->w->ngaenge; k++)
		com_text_cell(c, at, r, BLK_TD, COM_TABELLE,
			number[k] < 0 ? "–" : mem_fmt(c->t->mem, "%d", number[k]));
}

static bool any(const int *number, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (number[k])
			return true;
	return false;
}

static void rounds(struct com *c, struct election *e)
{
	enum { NEIN, ENTHALTUNG, UNGUELTIG, NICHT, ABGEGEBEN, GUELTIG, ROWS };
	static const char *const words[ROWS] = {"stimmen-nein", "stimmen-enthaltung", "stimmen-ungueltig",
		"stimmen-nicht", "wahl-abgegeben", "wahl-gueltig"};
	/* where hands are raised there are no ballots */
	static const char *const open[ROWS] = {[ABGEGEBEN] = "wahl-abgegeben-offen", [GUELTIG] = "wahl-gueltig-offen"};
	const bool by_hand = !e->w->geheim && e->w->plaetze == 1;
	int all[ROWS][DOC_WAHLGAENGE];
	com_push(c);
	heads(c, e);
	for (size_t i = 0; i < e->w->n; i++)
		row(c, e, e->w->bewerbungen[i].node, called(c, e, e->w->bewerbungen[i].node),
			e->w->bewerbungen[i].stimmen);
	for (size_t k = 0; k < e->w->ngaenge; k++) {
		const struct doc_wahlgang *g = &e->w->gaenge[k];
		const int of[ROWS] = {g->nein, g->enthaltung, g->ungueltig, g->nicht_beteiligt, g->zettel, g->gueltig};
		for (int i = 0; i < ROWS; i++)
			all[i][k] = of[i];
	}
	for (int i = 0; i < ROWS; i++)
		if (i >= ABGEGEBEN || any(all[i], e->w->ngaenge))
			row(c, e, e->w->node, 
				com_as_first(c, sty_word(c->s, by_hand && open[i] ? open[i] : words[i])), all[i]);
	struct block *r = com_row(c, e->w->node, e->body);
	com_text_cell(c, e->w->node, r, BLK_TH, COM_TABELLE, sty_word(c->s, "wahl-noetig"));
	for (size_t k = 0; k < e->w->ngaenge; k++) {
		const int needed = e->w->gaenge[k].noetig;
		com_text_cell(c, e->w->node, r, BLK_TD, COM_TABELLE,
			needed ? mem_fmt(c->t->mem, "%d", needed) : sty_word(c->s, "wahl-meiste"));
	}
	e->g.grid->after = c->s->page.grid;            /* who was elected is no row, but stands with the last */
	e->g.grid->keep = e->g.grid->keep_next = true;
	com_pop(c);
}

/* ---- who was elected ---- */

static void elected(struct com *c, const struct election *e)
{
	bool first = true;
	com_worded(c, e->w->node, "wahl-gewaehlt");
	for (size_t i = 0; i < e->w->n; i++) {
		const struct doc_bewerbung *b = &e->w->bewerbungen[i];
		const char *takes = doc_get(b->node, DOC_A_ANNAHME);
		if (!b->gewaehlt)
			continue;
		com_put(c, first ? "" : "; ");
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), called(c, e, b->node));
		if (b->los)
			com_fmt(c, ", %s", sty_word(c->s, "wahl-los"));
		if (takes)
			com_fmt(c, ", %s", sty_word(c->s, doc_is(b->node, DOC_A_ANNAHME, "ja") ? "wahl-angenommen"
				: "wahl-abgelehnt"));
		first = false;
	}
	if (first)
		com_put(c, sty_word(c->s, "wahl-niemand"));
	com_beschlussnummer(c, e->w->node);
	com_pop(c);
}

void com_wahl(struct com *c, const struct doc_niederschrift *n, const struct doc_node *node)
{
	struct election e = {.n = n, .w = doc_wahl(c->t->mem, node)};
	com_worded(c, node, e.w->geheim ? "wahl-geheim" : "wahl")->keep_next = true;
	if (n->gremien.n > 1 && doc_get(node, DOC_A_GREMIUM))
		com_fmt(c, "%s: ", com_name(c, doc_get(node, DOC_A_GREMIUM), n->datum));
	com_put(c, doc_get(node, DOC_A_AMT));
	com_pop(c);
	nominations(c, &e);
	rounds(c, &e);
	elected(c, &e);
}
