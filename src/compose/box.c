/* box.c: boxed notes, quotations, figures in the margin, verbatim text. */
#include <string.h>

#include "compose/kinds.h"
#include "compose/tree.h"
#include "compose/walk.h"

/* Inside the boxes, from their edges (GESTALTUNG §12). */
#define NOTE_PAD LEN_PT(9)
#define NOTE_SIDE LEN_MM(5)
#define MOTTO_PAD LEN_PT(12)
#define MOTTO_LABEL LEN_PT(9)
#define PROMISE_GAP LEN_MM(6)                      /* between the two columns below the sentence */
#define PROMISE_TOP LEN_PT(4)
#define QUOTE_IN LEN_PT(12)
#define FIGURE_TOP LEN_PT(3)
#define VERBATIM_PAD LEN_PT(6)
#define VERBATIM_SIDE LEN_PT(8)

bool com_on_hinweis(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	len_t step = c->margin ? c->s->page.gutter : NOTE_SIDE;
	com_box(c, b,
		(struct blk_box){.filled = true,
			.fill = sty_colour(c->s, "hell"),
			.bar = sty_line(c->s, "balken"),
			.pad_top = NOTE_PAD,
			.pad_bottom = NOTE_PAD,
			.pad_left = step,
			.pad_right = NOTE_SIDE,
			.out_left = c->margin && !c->o.small ? step : 0});
	b->before = b->after = 2 * c->s->page.grid;
	b->loose = b->keep = true;
	b->indent = c->o.hang;
	c->o.at = b;
	c->o.hang = 0;
	return true;
}

/* One of the two columns below the sentence: a rule, its word, its text. */
static void promise(struct com *c, const struct doc_node *n, const char *word)
{
	com_push(c);
	c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
	com_box(c, c->o.at, (struct blk_box){.rule_top = sty_line(c->s, "kennzahl"), .pad_top = PROMISE_TOP});
	com_para(c, n, BLK_P, c->style[COM_LISTE])->keep_next = true;
	com_put_char(c, com_char(c, c->o.ch, COM_BOLD), sty_word(c->s, word));
	com_end_text(c);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	com_children(c, n);
	com_pop(c);
}

/* The box takes the whole width; what it is stands in the margin column, its text on the axis. */
bool com_on_leitsatz(struct com *c, const struct doc_node *n)
{
	const struct doc_node *satz = doc_child(n, DOC_SATZ), *give = doc_child(n, DOC_WIR_FOERDERN),
			      *take = doc_child(n, DOC_WIR_FORDERN);
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	len_t left = c->margin ? c->full - c->s->page.text : MOTTO_PAD;
	com_box(c, b,
		(struct blk_box){.filled = true,
			.fill = sty_colour(c->s, "hell"),
			.bar = sty_line(c->s, "balken"),
			.pad_top = MOTTO_PAD,
			.pad_bottom = MOTTO_PAD,
			.pad_left = left,
			.pad_right = MOTTO_PAD,
			.out_left = c->margin ? left : 0});
	b->after = 4 * c->s->page.grid;
	b->loose = b->keep = true;
	c->o.at = b;
	struct block *label = com_line(c, n, BLK_P, c->style[COM_RAND], sty_word(c->s, "leitsatz"));
	label->keep_next = true;
	if (c->margin) {
		label->place = BLK_RAND_NEXT;
		label->indent = MOTTO_LABEL;
	}
	com_para(c, satz ? satz : n, BLK_P, c->style[COM_LEITSATZ]);
	com_children(c, satz ? satz : n);
	com_end_text(c);
	if (!give && !take)
		return false;
	struct block *side = com_block(c, n, BLK_DIV, BLK_SIDE);
	side->before = MOTTO_PAD;
	blk_more(c->t, side)->gap = PROMISE_GAP;
	c->o.at = side;
	if (give)
		promise(c, give, "wir-foerdern");
	if (take)
		promise(c, take, "wir-fordern");
	return false;
}

bool com_on_zitat(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_BLOCKQUOTE, BLK_STACK);
	b->indent = c->o.hang + QUOTE_IN;
	b->before = c->s->page.grid;
	c->o.at = b;
	c->o.hang = 0;
	c->o.body = c->style[COM_ZITAT];
	return true;
}

void com_zitat_end(struct com *c, const struct doc_node *n)
{
	const struct doc_node *source = doc_child(n, DOC_QUELLE);
	if (!source)
		return;
	if (c->o.at->last)
		c->o.at->last->keep_next = true;
	com_para(c, source, BLK_P, c->style[COM_QUELLE]);
	com_children(c, source);
	com_end_text(c);
	c->o.at->after = c->s->page.grid;
}

/* P { Span the number, Span what it counts }, read after its paragraph. */
bool com_on_randzahl(struct com *c, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_REF);
	const struct doc_kennzahl *k = id ? doc_kennzahl(c->doc, id) : NULL;
	struct buf value = {0};
	if (k)
		doc_put_kennzahl(&value, k);
	else
		buf_str(&value, doc_get(n, DOC_A_WERT) ? doc_get(n, DOC_A_WERT) : "?");
	const struct block *before = c->o.at->last;
	struct block *p = com_block(c, n, BLK_P, BLK_STACK);
	com_box(c, p, (struct blk_box){.rule_top = sty_line(c->s, "kennzahl"), .pad_top = FIGURE_TOP});
	if (c->margin)
		p->place = before && before->role != BLK_H ? BLK_RAND_PREV : BLK_RAND_NEXT;
	p->keep = true;
	if (!c->margin)
		p->before = p->after = c->s->page.grid;
	c->o.at = p;
	c->o.hang = 0;
	com_line(c, n, BLK_SPAN, c->style[COM_KENNZAHL], com_from(c, &value));
	com_para(c, n, BLK_SPAN, c->style[COM_KENNZAHLTEXT]);
	com_children(c, n);
	com_end_text(c);
	return false;
}

/* Leading blanks of a line are kept as no-break spaces, tabs as four. */
static const char *verbatim(struct com *c, const char *s, size_t n)
{
	struct buf b = {0};
	bool lead = true;
	for (size_t i = 0; i < n; i++) {
		lead = lead && (s[i] == ' ' || s[i] == '\t');
		if (s[i] == '\t')
			buf_str(&b, lead ? "\u00A0\u00A0\u00A0\u00A0" : " ");
		else if (s[i] == ' ' && (lead || (i + 1 < n && s[i + 1] == ' ')))
			buf_str(&b, "\u00A0");
		else
			buf_chr(&b, s[i]);
	}
	return com_from(c, &b);
}

static void put_lines(struct com *c, const struct doc_node *text, bool *any)
{
	const char *s = text->text, *end = s + text->len;
	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s)), *stop = nl ? nl : end;
		if (stop > s)
			com_put(c, verbatim(c, s, (size_t)(stop - s)));
		*any |= stop > s;
		if (nl && *any && nl + 1 < end)
			com_special(c, BLK_SEG_BREAK, 0);
		s = nl ? nl + 1 : end;
	}
}

/* Where it is to stand, above it. */
static void file_name(struct com *c, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_DATEI);
	if (!name)
		return;
	com_push(c);
	com_para(c, n, BLK_P, c->style[COM_QUELLE])->keep_next = true;
	com_inline(c, n, BLK_CODE);
	c->o.ch = com_char(c, c->o.ch, COM_FIXED);
	com_put(c, name);
	com_end_text(c);
	com_pop(c);
}

bool com_on_quelltext(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	bool any = false;
	com_box(c, b,
		(struct blk_box){.filled = true,
			.fill = sty_colour(c->s, "flaeche"),
			.pad_top = VERBATIM_PAD,
			.pad_bottom = VERBATIM_PAD,
			.pad_left = VERBATIM_SIDE,
			.pad_right = VERBATIM_SIDE});
	b->before = b->after = c->s->page.grid;
	b->indent = c->o.hang;
	c->o.at = b;
	c->o.hang = 0;
	file_name(c, n);
	com_para(c, n, BLK_P, c->style[COM_QUELLTEXT]);
	c->o.text->code = true;
	com_inline(c, n, BLK_CODE);
	for (const struct doc_node *t = n->first; t; t = t->next)
		if (t->kind == DOC_TEXT)
			put_lines(c, t, &any);
	while (c->o.text->nsegs && c->o.text->segs[c->o.text->nsegs - 1].kind == BLK_SEG_BREAK)
		c->o.text->nsegs--;
	com_end_text(c);
	return false;
}
