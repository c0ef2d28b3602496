/* part.c: runs of pages, parts with their headings, paragraphs. */
#include <string.h>

#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/letter.h"
#include "compose/tree.h"
#include "compose/walk.h"

bool com_on_titel(struct com *c, const struct doc_node *n)
{
	const struct doc_node *part = n->parent;
	if (part->kind == DOC_HINWEIS) {
		com_para(c, n, BLK_P, c->style[COM_KASTENTITEL])->keep_next = true;
		return true;
	}
	if (part->kind == DOC_FOLIE)
		return com_slide_title(c, n);
	if (doc_kind_class(part->kind) != DOC_CLASS_PART)
		return false;
	int level = (part->level ? part->level : 1) + c->paper;
	struct block *h = com_heading(c, n, level,
		c->style[level == 1          ? COM_H1
				: level == 2 ? COM_H2
					     : COM_H3],
		part->number);
	const char *title = com_plain(c, n);
	h->outline = true;
	blk_more(c->t, h)->title = com_numbered(c, part->number, com_unbroken(c, title));
	if (level == 1)
		com_running(c, h, part, title);
	return true;
}

bool com_on_part(struct com *c, const struct doc_node *n)
{
	struct block *b = com_sect(c, n);
	if (n->level + c->paper <= 1)
		b->page_before = c->style[COM_H1]->page_before;
	return true;
}

void com_part_end(struct com *c, const struct doc_node *n)
{
	const struct doc_node *sample = doc_angabe(c->doc, DOC_BEISPIEL);
	if ((n->kind != DOC_GRUSSWORT && n->kind != DOC_VORWORT) || !sample)
		return;
	struct block *box = com_block(c, n, BLK_DIV, BLK_STACK);
	box->before = 4 * c->s->page.grid;
	c->o.at = box;
	com_para(c, sample, BLK_P, c->style[COM_QUELLE]);
	com_children(c, sample);
}

/* In Leichte Sprache three sections fill a page. */
static bool page_is_full(const struct doc_node *n)
{
	int before = 0;
	for (const struct doc_node *p = n->parent->first; p != n; p = p->next)
		before += p->kind == DOC_ZWISCHENTITEL;
	return before && before % 3 == 0;
}

bool com_on_zwischentitel(struct com *c, const struct doc_node *n)
{
	struct block *h = com_heading(c, n, c->o.level + 1, c->style[COM_H3], NULL);
	h->outline = true;
	blk_more(c->t, h)->title = com_unbroken(c, com_plain(c, n));
	h->page_before = c->variant && !strcmp(c->variant, "leicht") && page_is_full(n);
	return true;
}

/* The sibling that is set next; facts and notes to the checker are none. */
static const struct doc_node *following(const struct doc_node *n)
{
	do
		n = n->next;
	while (n && (n->kind == DOC_TEXT || doc_kind_class(n->kind) == DOC_CLASS_META));
	return n;
}

bool com_on_absatz(struct com *c, const struct doc_node *n)
{
	const struct doc_node *next = following(n);
	struct block *b = com_para(c, n, BLK_P, doc_is(n, DOC_A_ART, "vorspann") ? c->style[COM_VORSPANN] : c->o.body);
	b->keep_next = next && (next->kind == DOC_LISTE || next->kind == DOC_UNTERSCHRIFTEN);
	return true;
}

/* A mark in the margin and a heading all the same: read before its paragraphs. */
bool com_on_handlungsempfehlung(struct com *c, const struct doc_node *n)
{
	struct block *sect = com_block(c, n, BLK_SECT, BLK_STACK);
	const struct sty_para *style = c->style[c->margin ? COM_MARKE : COM_H3];
	sect->before = style->before;
	c->o.at = sect;
	com_push(c);
	struct block *h = com_heading(c, n, ++c->o.level, style, NULL);
	if (c->margin)
		h->place = BLK_RAND_NEXT;
	com_put(c, sty_word(c->s, "handlungsempfehlung"));
	com_pop(c);
	c->o.level++;
	return true;
}

/* ---- signatures ---- */

static void signature(struct com *c, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_NAME), *office = doc_get(n, DOC_A_AMT), *extra = doc_get(n, DOC_A_ZUSATZ);
	com_push(c);
	c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
	com_box(c, c->o.at,
		(struct blk_box){.rule_top = sty_line(c->s, "unterschrift"), .pad_top = COM_NAME_BELOW});
	com_line(c, n, BLK_P, c->style[COM_QUELLE],
		sty_word(c->s, doc_get(n, DOC_A_ART) ? doc_get(n, DOC_A_ART) : "gezeichnet"));
	com_para(c, n, BLK_P, c->style[COM_UNTERSCHRIFT]);
	if (name)
		com_put(c, name);
	if (name && office)
		com_special(c, BLK_SEG_BREAK, 0);
	if (office)
		com_put(c, office);
	if (extra) {
		com_special(c, BLK_SEG_BREAK, 0);
		com_put(c, extra);
	}
	com_pop(c);
}

static const char *place_and_date(struct com *c, const struct doc_node *n)
{
	struct buf b = {0};
	struct date date = {0};
	const char *place = doc_get(n, DOC_A_ORT);
	buf_str(&b, place ? place : "");
	if (doc_get(n, DOC_A_DATUM) && date_parse(&date, doc_get(n, DOC_A_DATUM))) {
		if (place)
			buf_str(&b, ", ");
		if (place && !date.day)
			buf_fmt(&b, "%s ", sty_word(c->s, "im"));
		date_put(&b, date);
	}
	return com_from(c, &b);
}

bool com_on_unterschriften(struct com *c, const struct doc_node *n)
{
	struct block *all = com_block(c, n, BLK_DIV, BLK_STACK);
	all->before = 2 * c->s->page.grid;
	all->keep = true;
	c->o.at = all;
	const char *place = place_and_date(c, n);
	if (*place)
		com_line(c, n, BLK_P, c->style[COM_FLIESS], place)->keep_next = true;
	struct block *side = com_block(c, n, BLK_DIV, BLK_SIDE);
	side->before = 4 * c->s->page.grid;
	blk_more(c->t, side)->gap = COM_SIGNED_GAP;
	c->o.at = side;
	for (const struct doc_node *s = doc_child(n, DOC_UNTERSCHRIFT); s; s = doc_next(s, DOC_UNTERSCHRIFT))
		signature(c, s);
	return false;
}
