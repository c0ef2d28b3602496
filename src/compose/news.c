/* news.c: "Was ist seit der Einladung neu?", a page of the Mappe of its own: what was added, replaced or taken off
 * since
 * the agenda was first announced, as the ledger has it. */
#include "compose/compose.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/letter.h"
#include "compose/names.h"
#include "compose/session.h"
#include "compose/tree.h"

#define NUMBER_WIDE 12                             /* of a hundred */
#define WHAT_WIDE 20
#define WHEN_WIDE 24

static void row(struct com *c, const struct doc_node *n, struct block *body, const struct com_news *w)
{
	struct block *tr = com_row(c, n, body);
	com_text_cell(c, n, tr, BLK_TH, COM_TABELLE, w->nummer ? w->nummer : "–");
	com_push(c);
	com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[COM_TABELLE]);
	com_put(c, w->titel);
	if (w->summe) {
		com_special(c, BLK_SEG_BREAK, 0);
		com_put_char(c, com_char(c, c->o.ch, COM_GREY),
			mem_fmt(c->t->mem, "%s %.16s…", sty_word(c->s, "pruefsumme"), w->summe));
	}
	com_pop(c);
	com_text_cell(c, n, tr, BLK_TD, COM_TABELLE, sty_word(c->s, w->was));
	com_text_cell(c, n, tr, BLK_TD, COM_TABELLE, w->wann);
}

void com_news(struct com *c, const struct com_session *k)
{
	static const char *const heads[] = {"top", "betreff", "neu-was", "neu-wann"};
	const struct doc_node *n = k->s->node;
	if (!k->told || !k->told->nnews)
		return;
	const char *title = sty_word(c->s, "neu-titel"), *kind = sty_word(c->s, k->word);
	struct com_letter letter = {.kind = kind,
		.folio = BLK_FOLIO_BOTH,
		.foot = mem_fmt(c->t->mem, "%s · %s", kind, com_address(c)),
		.status = sty_word(c->s, k->intern ? "intern" : "oeffentlich")};
	com_push(c);
	c->o.quiet = true;
	com_letter(c, n, &letter);
	c->pages->supplement = true;
	com_push(c);
	struct block *h = com_letter_title(c, n, c->style[COM_VORLAGENTITEL], title, title);
	blk_more(c->t, h)->head = title;
	com_put(c, title);
	com_pop(c);
	struct com_grid g = com_grid(c, n, "beratungsfolge", 4);
	const len_t room = c->s->page.text;
	g.cols[0].fixed = len_scale(room, NUMBER_WIDE, 100);
	g.cols[2].fixed = len_scale(room, WHAT_WIDE, 100);
	g.cols[3].fixed = len_scale(room, WHEN_WIDE, 100);
	g.cols[1].fixed = room - g.cols[0].fixed - g.cols[2].fixed - g.cols[3].fixed;
	com_head_words(c, n, &g, heads, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < k->told->nnews; i++)
		row(c, n, body, &k->told->news[i]);
	com_pop(c);
}
