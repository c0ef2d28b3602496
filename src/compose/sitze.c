/* sitze.c: the seats of a committee in the minutes: a table of the lists, the method, who won a lot. */
#include "model/sitze.h"

#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/minutes.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define NUMBER_WIDE LEN_PT(100)

enum { LISTE, ZAHL, SITZE, COLUMNS };
struct seats { const struct doc_niederschrift *n; const struct doc_sitzverteilung *v; struct block *body; };

static const char *called(struct com *c, const struct seats *s, const struct doc_node *l)
{
	const char *name = doc_get(l, DOC_A_LISTE);
	return name ? name : com_name(c, doc_get(l, DOC_A_GRUPPE), s->n->datum);
}

static void row(struct com *c, const struct seats *s, const struct doc_node *at, const char *name, const int *number)
{
	struct block *r = com_row(c, at, s->body);
	com_text_cell(c, at, r, BLK_TH, COM_TABELLE, name);
	for (int i = ZAHL; i < COLUMNS; i++)
		com_text_cell(c, at, r, BLK_TD, COM_TABELLE, mem_fmt(c->t->mem, "%d", number[i]));
}

static bool won_by_lot(const struct seats *s)
{
	for (size_t i = 0; i < s->v->n; i++)
		if (s->v->listen[i].los)
			return true;
	return false;
}

static void table(struct com *c, struct seats *s)
{
	const char *const words[COLUMNS] = {"sitze-liste", s->v->nach_stimmen ? "sitze-stimmen" : "sitze-gremium",
		"sitze-sitze"};
	int sum[COLUMNS] = {0, s->v->zahl, 0};
	com_push(c);
	struct com_grid g = com_grid(c, s->v->node, "beratungsfolge", COLUMNS);
	g.cols[LISTE].fixed = c->s->page.text - (COLUMNS - 1) * NUMBER_WIDE;
	for (int i = ZAHL; i < COLUMNS; i++) {
		g.cols[i].fixed = NUMBER_WIDE;
		g.cols[i].align = STY_RECHTS;
	}
	com_head_words(c, s->v->node, &g, words, NULL);
	s->body = com_in(c, s->v->node, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < s->v->n; i++) {
		const struct doc_sitzliste *l = &s->v->listen[i];
		row(c, s, l->node, called(c, s, l->node), (int[COLUMNS]){0, l->zahl, l->sitze});
		sum[SITZE] += l->sitze;
	}
	row(c, s, s->v->node, sty_word(c->s, "summe"), sum);
	g.grid->keep = true;
	g.grid->keep_next = won_by_lot(s);
	com_pop(c);
}

static void lots(struct com *c, const struct seats *s)
{
	bool first = true;
	for (size_t i = 0; i < s->v->n; i++) {
		if (!s->v->listen[i].los)
			continue;
		if (first)
			com_worded(c, s->v->node, "sitze-los");
		com_fmt(c, "%s%s", first ? "" : "; ", called(c, s, s->v->listen[i].node));
		first = false;
	}
	if (!first)
		com_pop(c);
}

static const char *method(struct com *c, const struct seats *s)
{
	switch (s->v->verfahren) {
	case DOC_DHONDT: return sty_word(c->s, "sitze-dhondt");
	case DOC_HARE_NIEMEYER: return sty_word(c->s, "sitze-hare-niemeyer");
	case DOC_SAINTE_LAGUE: return sty_word(c->s, "sitze-sainte-lague");
	default: return NULL;
	}
}

static void line(struct com *c, const struct seats *s, const char *word, const char *said)
{
	if (!said)
		return;
	com_worded(c, s->v->node, word)->keep_next = true;
	com_put(c, said);
	com_pop(c);
}

void com_sitzverteilung(struct com *c, const struct doc_niederschrift *n, const struct doc_node *node)
{
	struct seats s = {.n = n, .v = doc_sitzverteilung(c->t->mem, c->doc, n, node,
		sty_rule(c->s, "sitzverfahren", NULL))};
	line(c, &s, "sitze", doc_get(node, DOC_A_FUER));
	line(c, &s, "sitze-verfahren", method(c, &s));
	line(c, &s, "sitze-abweichung", s.v->abweichung);
	table(c, &s);
	lots(c, &s);
}
