/* folie.c: slides: the title slide from the facts, then one sequence of pages a slide, a Sect with its heading
 * (GESTALTUNG §15). For the handout each slide is a sheet on a page of paper, and its notes stand below it. */
#include <stdlib.h>
#include <string.h>

#include "compose/document.h"
#include "compose/figure.h"
#include "compose/fixed.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "compose/walk.h"

/* Of the title slide: its rule, the band at the right, and how far below the subtitle a sample says so. */
#define TITLE_RULE LEN_PT(100)
#define BAND LEN_PT(220)
#define SAMPLE_BELOW LEN_PT(28)
/* Of a question: between the boxes, inside them, from line to line to write on. */
#define ANSWER_GAP LEN_PT(20)
#define ANSWER_TOP LEN_PT(16)
#define ANSWER_SIDE LEN_PT(20)
#define ANSWER_BOTTOM LEN_PT(24)
#define ANSWER_LINE LEN_PT(36)
#define ANSWER_LINE_MOST LEN_PT(54)

/* ---- the frame of a slide ---- */

static const char *facts_line(struct com *c, const char *brief)
{
	const struct doc_node *title = doc_angabe(c->doc, DOC_TITEL), *sub = doc_angabe(c->doc, DOC_UNTERTITEL);
	const char *name = brief ? brief : title ? com_plain(c, title) : "";
	return sub ? mem_fmt(c->t->mem, "%s · %s", name, com_plain(c, sub)) : name;
}

static struct blk_seq *paper(struct com *c)
{
	struct blk_seq *q = MEM_NEW(c->t->mem, struct blk_seq);
	*q = (struct blk_seq){.numbering = STY_ARABISCH_ZAHL,
		.head_left = c->s->town,
		.head = facts_line(c, doc_get(c->doc->root, DOC_A_KURZ)),
		.mark = com_draft_mark(c)};
	return q;
}

/* Opens it; its content goes to o.at. */
static struct blk_seq *open_slide(struct com *c, const struct doc_node *n)
{
	struct blk_seq *q = MEM_NEW(c->t->mem, struct blk_seq);
	*q = (struct blk_seq){.numbering = STY_ARABISCH_ZAHL,
		.slide = true,
		.style = c->s,
		.head_left = c->s->town,
		.foot = facts_line(c, doc_get(c->doc->root, DOC_A_KURZ)),
		.mark = com_draft_mark(c),
		.goes_on = doc_is(n, DOC_A_FORTSETZUNG, "ja")};
	struct block *sect = com_in(c, n, c->t->root, BLK_SECT, BLK_SEQUENCE), *slide = sect;
	if (c->handout) {
		blk_more(c->t, sect)->seq = paper(c);
		slide = blk_add(c->t, sect, BLK_DIV, BLK_SHEET, sect->file, sect->line);
		slide->place = BLK_FULL;
	}
	blk_more(c->t, slide)->seq = q;
	c->seq = sect;
	c->o.at = slide;
	c->o.level = 1;
	return c->pages = q;
}

/* The heading at its place; open afterwards. */
static struct block *heading(struct com *c, const struct doc_node *n, enum com_style style, const char *number,
	len_t top)
{
	const struct sty_para *p = c->style[style];
	struct block *h = com_heading(c, n, 1, p, number);
	struct blk_more *m = blk_more(c->t, h);
	const char *title = com_plain(c, n);
	h->place = BLK_ABS;
	h->outline = true;
	m->title = number ? mem_fmt(c->t->mem, "%s %s", number, com_unbroken(c, title)) : com_unbroken(c, title);
	m->x = c->s->page.left;
	m->y = top + com_ascent(p);
	m->w = c->s->page.text;
	return h;
}

/* What is said about it: only in the handout, in the look of the town's papers. */
static void notes(struct com *c, const struct doc_node *n)
{
	const struct style *slides = c->s;
	if (!n || !c->handout)
		return;
	com_push(c);
	com_look(c, slides->base);
	c->o.at = com_in(c, n, c->seq, BLK_DIV, BLK_STACK);
	c->o.at->before = 4 * c->s->page.grid;
	struct block *label = com_line(c, n, BLK_P, c->style[COM_RAND], sty_word(c->s, "notizen"));
	label->keep_next = true;
	if (c->margin)
		label->place = BLK_RAND_NEXT;
	com_children(c, n);
	com_end_text(c);
	com_pop(c);
	com_look(c, slides);
}

bool com_slide_title(struct com *c, const struct doc_node *n)
{
	struct block *h = heading(c, n, COM_H1, n->parent->number, c->s->page.head_y);
	c->pages->title = h;
	return true;
}

void com_folie_end(struct com *c, const struct doc_node *n)
{
	notes(c, doc_child(n, DOC_NOTIZEN));
}

bool com_on_folie(struct com *c, const struct doc_node *n)
{
	open_slide(c, n);
	if (doc_is(n, DOC_A_ART, "aussage"))
		c->o.body = c->style[COM_VORSPANN];
	if (!com_beside(c, n))
		return true;
	com_folie_end(c, n);
	return false;
}

/* ---- the title slide ---- */

/* Where it is shown and by whom. */
static const char *occasion(struct com *c, const struct doc_node *sub)
{
	const struct doc_node *office = doc_angabe(c->doc, DOC_FACHBEREICH);
	const char *who = office ? com_stelle(c, office) : "";
	return mem_fmt(c->t->mem, "%s%s%s", sub ? com_plain(c, sub) : "", sub && *who ? " · " : "", who);
}

static void cover(struct com *c, const struct doc_node *title)
{
	const struct doc_node *sub = doc_angabe(c->doc, DOC_UNTERTITEL);
	const struct sty_para *big = c->style[COM_TITEL];
	len_t x = c->s->page.left;
	com_push(c);
	struct blk_seq *q = open_slide(c, title);
	q->bare = true;
	struct fig_op rule[COM_RULE_OPS];
	com_rule(rule, x, sty_measure(c->s, "titelfolie-linie"), TITLE_RULE, sty_line(c->s, "titel"));
	q->backdrop = com_backdrop(c, true, rule, COM_RULE_OPS);
	const char *band = sty_value(c->s, "titelseite", "motiv");
	len_t w = band && !strcmp(band, "band") ? c->s->page.text - BAND : c->s->page.text;
	com_fixed_text(c, c->doc->root, COM_KOPFANGABE,
		(struct com_place){x, sty_measure(c->s, "titelfolie-ort"), w}, NULL, c->s->town);
	com_push(c);
	const len_t top = sty_measure(c->s, "titelfolie-titel");
	struct block *h = heading(c, title, COM_TITEL, NULL, top);
	blk_more(c->t, h)->w = w;
	q->title = h;
	com_children(c, title);
	com_pop(c);
	const struct doc_node *sample = doc_angabe(c->doc, DOC_BEISPIEL);
	len_t y = top + sty_measure(c->s, "titelfolie-untertitel") +
		com_lines_in(c, &big->ch, com_plain(c, title), w) * big->leading;
	const char *when = occasion(c, sub);
	if (*when)
		com_fixed_text(c, sub ? sub : title, COM_UNTERTITEL, (struct com_place){x, y, w}, NULL, when);
	if (sample)
		com_fixed_text(c, sample, COM_QUELLE, (struct com_place){x, y + SAMPLE_BELOW, w}, NULL,
			com_plain(c, sample));
	notes(c, doc_child(c->doc->root, DOC_NOTIZEN));
	com_pop(c);
}

void com_praesentation(struct com *c)
{
	const struct doc_node *title = doc_angabe(c->doc, DOC_TITEL);
	c->slides = true;
	if (title)
		cover(c, title);
	com_children(c, c->doc->root);
}

/* ---- blocks of slides ---- */

/* "Quelle: …" of the slide as a whole. */
bool com_on_slide_source(struct com *c, const struct doc_node *n)
{
	if (n->parent->kind != DOC_FOLIE)
		return false;
	c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at->before = 2 * c->s->page.grid;
	com_para(c, n, BLK_P, c->style[COM_QUELLE]);
	return true;
}

/* A field a name can be written into; drawn, so that nothing is read aloud. */
static void line_to_write(struct com *c, const struct doc_node *n, len_t height)
{
	struct block *b = blk_add(c->t, c->o.at, BLK_DIV, BLK_STACK, doc_path(c->doc, n), n->line);
	com_box(c, b,
		(struct blk_box){.rule_bottom = {LEN_PT(1), sty_colour(c->s, "linie")}, .pad_top = height});
}

static void answer(struct com *c, const struct doc_node *n, int lines, len_t apart)
{
	struct sty_line bar = sty_line(c->s, "balken");
	com_push(c);
	struct block *li = com_block(c, n, BLK_LI, BLK_STACK);
	com_box(c, li,
		(struct blk_box){.filled = true,
			.fill = sty_colour(c->s, "flaeche"),
			.rule_top = bar,
			.pad_top = bar.width + ANSWER_TOP,
			.pad_bottom = ANSWER_BOTTOM,
			.pad_left = ANSWER_SIDE,
			.pad_right = ANSWER_SIDE});
	li->loose = true;
	c->o.at = com_in(c, n, li, BLK_LBODY, BLK_STACK);
	com_para(c, n, BLK_P, c->style[COM_LISTENTITEL]);
	com_children(c, n);
	com_end_text(c);
	for (int i = 0; i < lines; i++)
		line_to_write(c, n, apart);
	com_pop(c);
}

/* A box without its lines. */
static len_t answer_height(const struct com *c, int said)
{
	return ANSWER_TOP + said * c->style[COM_LISTENTITEL]->leading + ANSWER_BOTTOM;
}

/* From line to line: they take the height that their boxes have on the slide. */
static len_t lines_apart(struct com *c, const struct doc_node *n, int lines, int row)
{
	const struct sty_char *ch = &c->style[COM_LISTENTITEL]->ch;
	const len_t width = (c->full + ANSWER_GAP) / row - ANSWER_GAP - 2 * ANSWER_SIDE;
	int count = 0, said = 1;
	for (const struct doc_node *a = doc_child(n, DOC_ANTWORT); a; a = doc_next(a, DOC_ANTWORT), count++) {
		const int has = com_lines_in(c, ch, com_plain(c, a), width);
		said = has > said ? has : said;
	}
	const int rows = (count + row - 1) / row;
	const len_t room = com_slide_room(c, n) / (rows ? rows : 1) - ANSWER_GAP - answer_height(c, said),
		    apart = lines > 0 ? room / lines / c->s->page.grid * c->s->page.grid : 0;
	return apart < ANSWER_LINE ? ANSWER_LINE : apart > ANSWER_LINE_MOST ? ANSWER_LINE_MOST : apart;
}

/* So many beside each other that none of their words is divided, as far as the slide is high enough. */
static int answers_a_row(struct com *c, const struct doc_node *n, int lines)
{
	const struct sty_char *ch = &c->style[COM_LISTENTITEL]->ch;
	size_t count = 0;
	len_t widest = 0;
	for (const struct doc_node *a = doc_child(n, DOC_ANTWORT); a; a = doc_next(a, DOC_ANTWORT), count++) {
		const len_t w = c->txt ? fig_widest_word(c->txt, ch, com_plain(c, a)) : 0;
		widest = w > widest ? w : widest;
	}
	const int whole = fig_per_row(count, c->full, widest + 2 * ANSWER_SIDE, ANSWER_GAP);
	const len_t high = answer_height(c, 2) + lines * ANSWER_LINE;
	const int rows = (c->s->page.bottom - c->s->page.top) / (high + ANSWER_GAP),
		  least = rows > 1 ? ((int)count + rows - 1) / rows : (int)count;
	return whole > least ? whole : least;
}

bool com_on_umfrage(struct com *c, const struct doc_node *n)
{
	const char *said = doc_get(n, DOC_A_ZEILEN);
	int lines = said ? (int)strtol(said, NULL, 10) : 4;
	struct block *l = com_block(c, n, BLK_L, BLK_SIDE);
	l->place = BLK_FULL;
	l->before = l->after = 2 * c->s->page.grid;
	blk_more(c->t, l)->gap = ANSWER_GAP;
	const int row = answers_a_row(c, n, lines);
	const len_t apart = lines_apart(c, n, lines, row > 0 ? row : 1);
	blk_more(c->t, l)->row = row;
	c->o.at = l;
	for (const struct doc_node *a = doc_child(n, DOC_ANTWORT); a; a = doc_next(a, DOC_ANTWORT))
		answer(c, a, lines, apart);
	return false;
}
