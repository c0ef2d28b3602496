/* blocks.c: every block as the element that means the same. */
#include <stdio.h>
#include <string.h>

#include "html/put.h"

/* A note stands apart from where it is read: it has the language of that place. */
static const char *lang_of(const struct block *b)
{
	const struct block *in = b;
	while (b->role == BLK_NOTE && in && !in->lang)
		in = in->parent;
	return in ? in->lang : NULL;
}

/* Elements carry the town's style as a class and what the layout needs to know as data-…: raster, the grid of the page
 * with its margin column goes on inside; zeile, a row of it; rand, in the margin column; voll, over both; rollen, may
 * be scrolled sideways; neben, children side by side; karte, zahl, legende, noten, top: forms of their own (css.c). */
void html_open(struct html *h, const char *tag, const struct block *b, const char *more)
{
	buf_fmt(h->b, "<%s%s", tag, more);
	html_put_id(h, b);
	html_put_lang(h, lang_of(b));
	if (b->style && b->style->name) {
		buf_str(h->b, " class=\"");
		html_put_class(h->b, b->style->name);
		buf_chr(h->b, '"');
	}
	buf_chr(h->b, '>');
}

static void text_as(struct html *h, const struct block *b, const char *tag, const char *more)
{
	html_open(h, tag, b, more);
	html_text(h, b);
	buf_fmt(h->b, "</%s>\n", tag);
}

/* Each line of code by itself, so that one that goes on is seen to (css.c); as long as nothing in it is marked. */
static void code_lines(struct html *h, const struct block *b)
{
	static const char open[] = "<code>", close[] = "</code>";
	struct buf *out = h->b, own = {0};
	h->b = &own;
	html_text(h, b);
	buf_chr(&own, '\0');
	h->b = out;
	const char *end = own.len > sizeof open + sizeof close ? own.data + own.len - sizeof close : NULL;
	bool plain = end && !strncmp(own.data, open, strlen(open)) && !strcmp(end, close) &&
		strchr(own.data + 1, '<') == end;
	buf_str(out, plain ? "<code><span>" : own.data);
	for (const char *p = own.data + strlen(open); plain && p < end; p++) {
		buf_chr(out, *p);
		buf_str(out, *p == '\n' ? "</span><span>" : "");
	}
	buf_str(out, plain ? "</span></code>" : "");
	buf_free(&own);
}

static void code(struct html *h, const struct block *b)
{
	html_open(h, "pre", b, "");
	code_lines(h, b);
	buf_str(h->b, "</pre>\n");
}

static void text(struct html *h, const struct block *b)
{
	char tag[3] = {'h', (char)('0' + (b->level < 1 ? 1 : b->level > 6 ? 6 : b->level)), '\0'};
	bool item = b->role == BLK_LI || b->role == BLK_TOCI;
	if (b->role == BLK_H)
		text_as(h, b, tag, "");
	else if (item)
		text_as(h, b, "li", "");
	else if (html_has_text(b) && b->style && b->style->ch.role == STY_FEST)
		code(h, b);
	else if (html_has_text(b))
		text_as(h, b, b->role == BLK_CAPTION ? "div" : "p", "");
}

static void in(struct html *h, const struct block *b, const char *tag, const char *more, bool grid)
{
	html_open(h, tag, b, more);
	buf_chr(h->b, '\n');
	html_blocks(h, b, grid);
	buf_fmt(h->b, "</%s>\n", tag);
}

/* The label of an item of several blocks, or its first paragraph's, says whether the list counts. */
static bool counts(const struct block *list)
{
	for (const struct block *p = list->first; p; p = blk_walk(list, p))
		if (p->nsegs && p->segs[0].len)
			return p->segs[0].text[0] >= '0' && p->segs[0].text[0] <= '9';
	return false;
}

static void contents(struct html *h, const struct block *b)
{
	const struct block *head = b->parent ? b->parent->first : NULL;
	buf_str(h->b, "<nav");
	html_put_attr(h->b, "aria-label",
		head && head->role == BLK_H && head->more->title ? head->more->title : sty_word(h->s, "inhalt"));
	buf_str(h->b, ">\n");
	in(h, b, "ol", " role=\"list\"", false);
	buf_str(h->b, "</nav>\n");
}

static bool is_box(const struct block *b)
{
	return b->more->box && b->more->box->filled;
}

/* A boxed item is a card; the bar above it has a colour of its own. */
static void card(struct html *h, const struct block *b)
{
	if (!is_box(b)) {
		in(h, b, "li", "", false);
		return;
	}
	char more[64];
	snprintf(more, sizeof more, " data-karte style=\"border-color:#%06x\"",
		(unsigned)b->more->box->rule_top.colour & 0xffffff);
	in(h, b, "li", more, false);
}

/* A line to write on: drawn, and nothing is in it. */
static bool is_line(const struct block *b)
{
	return !b->first && b->more->box && b->more->box->rule_bottom.width && !b->more->box->filled;
}

static bool in_margin(const struct block *b)
{
	return b->place == BLK_RAND_NEXT || b->place == BLK_RAND_PREV;
}

/* Stands beside another, and more than one thing stands in it. */
static bool is_column(const struct block *b)
{
	return b->parent && b->parent->flow == BLK_SIDE && b->first && b->first->next;
}

static void stack(struct html *h, const struct block *b, bool grid)
{
	const char *wide = grid ? " data-raster" : "";
	switch ((enum blk_role)b->role) {
	case BLK_SECT:
		in(h, b, "section", b == h->contents ? " data-raster data-verzeichnis" : wide, grid);
		break;
	case BLK_BLOCKQUOTE: in(h, b, "blockquote", "", false); break;
	case BLK_LI:         card(h, b); break;
	case BLK_TOCI:       in(h, b, "li", "", false); break;
	case BLK_TOC:        contents(h, b); break;
	case BLK_INDEX:      in(h, b, "div", b->more->row > 1 ? " data-spalten" : "", false); break;
	case BLK_LBODY:      html_blocks(h, b, false); break;
	case BLK_CAPTION:    in(h, b, "div", " data-legende", false); break;
	case BLK_P:          in(h, b, "div", " data-zahl", false); break;
	default:
		if (is_line(b)) {
			buf_str(h->b, "<div data-schreiblinie aria-hidden=\"true\"></div>\n");
			break;
		}
		/* a Div that is nothing but layout of the printed page is none here */
		if (in_margin(b) || (!grid && !b->more->box && !h->wanted[b->num] && !is_column(b)))
			html_blocks(h, b, false);
		else if (is_box(b))
			in(h, b, "aside", " role=\"note\"", false);
		else
			in(h, b, "div", wide, grid);
	}
}

static void list(struct html *h, const struct block *b)
{
	const char *tag = counts(b) ? "ol" : "ul";
	in(h, b, tag, " role=\"list\"", false);
}

static void put_block(struct html *h, const struct block *b, bool grid);
static void put_run(struct html *h, const struct block *b, bool grid);

/* Figure and caption belong together though the caption may stand in the block below. */
static const struct block *caption_of(const struct block *figure)
{
	const struct block *n = figure->next;
	if (n && n->role == BLK_CAPTION)
		return n;
	return n && n->role == BLK_DIV && n->first && n->first->role == BLK_CAPTION ? n->first : NULL;
}

static bool taken(const struct block *b)
{
	if (b->role != BLK_CAPTION || b->flow != BLK_STACK)
		return false;
	for (const struct block *p = b->parent->first; p; p = p->next)
		if (p->role == BLK_FIGURE && caption_of(p) == b)
			return true;
	const struct block *up = b->parent->parent;
	for (const struct block *p = up ? up->first : NULL; p; p = p->next)
		if (p->role == BLK_FIGURE && caption_of(p) == b)
			return true;
	return false;
}

/* What stands at fixed places of a page, a cover or the head of a letter, is one head here. */
static const struct block *head(struct html *h, const struct block *b)
{
	if (!b || b->place != BLK_ABS)
		return b;
	buf_str(h->b, "<header data-kopf>\n");
	for (; b && b->place == BLK_ABS; b = b->next)
		put_block(h, b, false);
	buf_str(h->b, "</header>\n");
	return b;
}

/* A run of pages is nothing on a screen, unless something points to it. */
static void sequence(struct html *h, const struct block *b, bool grid)
{
	const bool open = b->role == BLK_SECT || h->wanted[b->num];
	const char *tag = b->role == BLK_SECT ? "section" : "div";
	if (open)
		html_open(h, tag, b, grid ? " data-raster" : "");
	put_run(h, b->more->seq->slide ? b->first : head(h, b->first), grid);
	if (open)
		buf_fmt(h->b, "</%s>\n", tag);
}

static void put_block(struct html *h, const struct block *b, bool grid)
{
	if (b->flow == BLK_INLINE || b->flow == BLK_FOOT || taken(b) || b == h->imprint)
		return;
	switch ((enum blk_flow)b->flow) {
	case BLK_TEXT:     text(h, b); break;
	case BLK_SEQUENCE: sequence(h, b, grid); break;
	case BLK_SIDE:
		in(h, b, b->role == BLK_L ? "ul" : "div",
			b->role == BLK_L && b->place == BLK_FULL ? " role=\"list\" data-neben data-voll"
								 : " data-neben",
			false);
		break;
	case BLK_GRID:
		if (b->role == BLK_L)
			list(h, b);
		else
			html_table(h, b, grid);
		break;
	case BLK_ROW:      in(h, b, "li", " data-top", false); break;
	case BLK_CELL:     in(h, b, "div", "", false); break;
	case BLK_DRAWING:
	case BLK_IMAGE:    html_figure(h, b, caption_of(b)); break;
	default:
		if (b->role == BLK_L)
			list(h, b);
		else
			stack(h, b, grid);
	}
}

static bool is_set(const struct block *b)
{
	return b && b->flow != BLK_INLINE && b->flow != BLK_FOOT && !taken(b);
}

/* Does b stand in one line with the block after it, one of the two in the margin? */
static bool joins_next(const struct block *b)
{
	return is_set(b) && is_set(b->next) && (b->place == BLK_RAND_NEXT || b->next->place == BLK_RAND_PREV);
}

/* What shares a line with the margin stands with it in one row of the grid. */
static void put_run(struct html *h, const struct block *b, bool grid)
{
	bool row = false;
	for (; b; b = b->next) {
		const bool joins = grid && joins_next(b), margin = grid && in_margin(b) && is_set(b);
		if (joins && !row)
			buf_str(h->b, "<div data-zeile>\n");
		row |= joins;
		if (margin)
			buf_str(h->b, "<div data-rand>\n");
		h->beside = margin;
		put_block(h, b, grid && !in_margin(b));
		h->beside = false;
		if (margin)
			buf_str(h->b, "</div>\n");
		if (row && !joins) {
			buf_str(h->b, "</div>\n");
			row = false;
		}
	}
}

void html_blocks(struct html *h, const struct block *parent, bool grid)
{
	put_run(h, parent->first, grid);
}
