/* karten.c: columns of cards, and stops on a timeline: lists set side by side, their text is text. All measures follow
 * the size of a card's title (GESTALTUNG §15 gives them for 18 pt), so that the same forms stand on paper and on a
 * slide. */
#include <string.h>

#include "compose/figure.h"
#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

enum { ARTS = 3 };                                     /* that have a colour of their own */

struct cards {
	len_t em;                                      /* what the measures follow */
	len_t width, gap, pad;                         /* of a column; between columns; inside a card */
	int row;                                       /* columns in a row */
	const char *arts[ARTS];                        /* in the order in which they came */
};

static len_t part(len_t em, int of18)
{
	return len_scale(em, of18, 18);
}

/* So many columns that no word is wider than its column. */
static struct cards measure(struct com *c, const struct doc_node *n, enum doc_kind kind, int least, int gap, int pad)
{
	const struct sty_char *title = &c->style[COM_LISTENTITEL]->ch, *text = &c->style[COM_KLEIN]->ch;
	struct cards k = {.em = title->size};
	size_t count = 0;
	len_t widest = 0;
	for (const struct doc_node *p = doc_child(n, kind); p; p = doc_next(p, kind)) {
		count++;
		for (const struct doc_node *q = p->first; q; q = q->next) {
			bool head = q->kind == DOC_TITEL;
			len_t w = c->txt ? fig_widest_word(c->txt, head ? title : text, com_plain(c, q)) +
					(q->kind == DOC_PUNKT ? part(k.em, 20) : 0)
					 : 0;
			widest = w > widest ? w : widest;
		}
	}
	k.gap = part(k.em, gap);
	k.pad = part(k.em, pad);
	len_t need = widest + 2 * k.pad, room = part(k.em, least);
	k.row = fig_per_row(count, c->full, need > room ? need : room, k.gap);
	k.width = (c->full - (k.row - 1) * k.gap) / k.row;
	return k;
}

static void side_by_side(struct com *c, const struct doc_node *n, const struct cards *k)
{
	struct block *l = com_block(c, n, BLK_L, BLK_SIDE);
	l->place = BLK_FULL;
	blk_more(c->t, l)->gap = k->gap;
	blk_more(c->t, l)->row = k->row;
	c->o.at = l;
	c->o.hang = 0;
	c->o.body = c->o.item = c->style[COM_KLEIN];
}

static void column(struct com *c, const struct doc_node *n, struct blk_box box)
{
	struct block *li = com_block(c, n, BLK_LI, BLK_STACK);
	com_box(c, li, box);
	li->loose = true;
	c->o.at = com_in(c, n, li, BLK_LBODY, BLK_STACK);
}

static void text_of(struct com *c, const struct doc_node *n, const struct cards *k)
{
	const struct doc_node *title = doc_child(n, DOC_TITEL);
	if (title) {
		com_para(c, title, BLK_P, c->style[COM_LISTENTITEL])->keep_next = true;
		com_children(c, title);
		com_end_text(c);
	}
	if (!doc_child(n, DOC_ABSATZ) && !doc_child(n, DOC_PUNKT))
		return;
	com_push(c);
	c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at->before = part(k->em, 6);
	c->o.small = true;                             /* no more room around its lists */
	com_points(c, n, part(k->em, 20));
	com_pop(c);
}

/* The colour of the bar above a card stands for its art, which also stands there as a word. */
static const char *bar_colour(struct cards *k, const char *art)
{
	static const char *const colours[ARTS + 1] = {"akzent", "zweit", "mitte", "linie"};
	size_t i = 0;
	while (art && i < ARTS && k->arts[i] && strcmp(k->arts[i], art) != 0)
		i++;
	if (art && i < ARTS)
		k->arts[i] = art;
	return colours[i];
}

static void card(struct com *c, const struct doc_node *n, struct cards *k, int number)
{
	const char *art = doc_get(n, DOC_A_ART);
	struct blk_box box = {.filled = true,
		.fill = sty_colour(c->s, "flaeche"),
		.rule_top = {part(k->em, 6), sty_colour(c->s, bar_colour(k, art))},
		.pad_top = part(k->em, 6) + k->pad,
		.pad_bottom = k->pad,
		.pad_left = k->pad,
		.pad_right = k->pad};
	com_push(c);
	column(c, n, box);
	if (number)
		com_line(c, n, BLK_P, c->style[COM_KENNZAHL], mem_fmt(c->t->mem, "%d", number))->keep_next = true;
	if (art)
		com_line(c, n, BLK_P, c->style[COM_QUELLE], art)->keep_next = true;
	text_of(c, n, k);
	com_pop(c);
}

bool com_on_karten(struct com *c, const struct doc_node *n)
{
	struct cards k = measure(c, n, DOC_KARTE, 195, 20, 16);
	bool counted = doc_is(n, DOC_A_NUMMERIERT, "ja");
	int number = 0;
	com_around(c, n);
	com_push(c);
	side_by_side(c, n, &k);
	for (const struct doc_node *p = doc_child(n, DOC_KARTE); p; p = doc_next(p, DOC_KARTE))
		card(c, p, &k, counted ? ++number : 0);
	com_pop(c);
	com_legend_said(c, n);
	return false;
}

static void stop(struct com *c, const struct doc_node *n, const struct cards *k)
{
	const bool planned = doc_is(n, DOC_A_ZUSTAND, "geplant");
	com_push(c);
	column(c, n, (struct blk_box){.pad_right = 2 * k->pad});
	com_line(c, n, BLK_P, c->style[COM_RAND], doc_get(n, DOC_A_ZEIT) ? doc_get(n, DOC_A_ZEIT) : "?")->keep_next =
		true;
	struct block *mark = com_block(c, n, BLK_FIGURE, BLK_DRAWING);
	mark->before = mark->after = part(k->em, 12);
	blk_more(c->t, mark)->drawing =
		fig_stop(c->t->mem, c->s, planned ? FIG_STOP_PLANNED : FIG_STOP_DONE, k->em, k->width);
	blk_more(c->t, mark)->alt = sty_word(c->s, planned ? "geplant" : "erledigt");
	text_of(c, n, k);
	com_pop(c);
}

bool com_on_zeitachse(struct com *c, const struct doc_node *n)
{
	const struct cards k = measure(c, n, DOC_HALT, 168, 0, 10);
	com_around(c, n);
	com_push(c);
	side_by_side(c, n, &k);
	for (const struct doc_node *p = doc_child(n, DOC_HALT); p; p = doc_next(p, DOC_HALT))
		stop(c, p, &k);
	com_pop(c);
	com_legend_said(c, n);
	return false;
}
