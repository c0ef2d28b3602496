/* table.c: tables: caption, header cells with their scope, cells that name their headers, spans. On a narrow screen a
 * table of words stands row by row, each cell behind its column's head; one of many numbers scrolls sideways. */
#include <stdio.h>
#include <string.h>

#include "base/esc.h"
#include "base/u8.h"
#include "html/put.h"

enum form { FITS, STACKS, SCROLLS };
enum { COLUMNS = 64 };

struct table {
	const struct block *block;
	enum form form;
	int width;                                     /* in rem, as narrow as it gets */
	uint8_t marks[COLUMNS];          /* beside numbers of this column: so many signs are the most marks of notes */
	const struct block *heads;                     /* STACKS: the first cell of the row above all; NULL: none */
};

static const char *scope_of(const struct blk_cell *c)
{
	return c->group ? "rowgroup" : c->scope == BLK_SCOPE_ROW ? "row" : "col";
}

static void headers(struct html *h, const struct blk_cell *c)
{
	int n = 0;
	for (int i = 0; i < c->nheaders; i++)
		if (html_has_text(c->headers[i])) {
			buf_str(h->b, n++ ? " " : " headers=\"");
			html_put_name(h, c->headers[i]);
		}
	if (n)
		buf_chr(h->b, '"');
}

static void put_words(struct html *h, const struct block *root)
{
	for (const struct block *p = root; p; p = blk_walk(root, p))
		for (uint32_t i = 0; i < p->nsegs; i++)
			if (p->segs[i].kind == BLK_SEG_TEXT)
				esc_attr(h->b, p->segs[i].text, p->segs[i].len, '"');
			else if (p->segs[i].kind == BLK_SEG_BREAK || p->segs[i].kind == BLK_SEG_SPACE)
				buf_chr(h->b, ' ');
}

/* The head of its column, for where it does not stand above it. */
static void mark(struct html *h, const struct table *t, int column)
{
	const struct block *c = t->heads;
	for (; c && column > 0; c = c->next)
		column -= c->cell != NULL;
	if (!c || !html_has_text(c))
		return;
	buf_str(h->b, " data-marke=\"");
	put_words(h, c);
	buf_chr(h->b, '"');
}

/* What a browser takes from a table whose parts are set as blocks, it gets back. */
static void say_role(struct html *h, const struct table *t, const char *role)
{
	if (t->form == STACKS)
		html_put_attr(h->b, "role", role);
}

/* A header without a word heads nothing. */
static void cell(struct html *h, const struct block *b, const struct table *in, int column)
{
	const struct blk_table *t = in->block->table;
	const struct blk_cell *c = b->cell;
	const char *tag = b->role == BLK_TH && html_has_text(b) ? "th" : "td";
	int align = column < t->ncols ? t->cols[column].align : STY_FLATTER;
	buf_fmt(h->b, "<%s", tag);
	html_put_id(h, b);
	html_put_lang(h, b->lang);
	if (tag[1] == 'h')
		html_put_attr(h->b, "scope", scope_of(c));
	if (c->colspan > 1)
		buf_fmt(h->b, " colspan=\"%d\"", c->colspan);
	if (c->rowspan > 1)
		buf_fmt(h->b, " rowspan=\"%d\"", c->rowspan);
	headers(h, c);
	say_role(h, in, tag[1] == 'd' ? "cell" : c->scope == BLK_SCOPE_ROW || c->group ? "rowheader" : "columnheader");
	if (in->form == STACKS && tag[1] == 'd' && c->colspan == 1 && html_has_text(b))
		mark(h, in, column);
	const bool beside = align == STY_RECHTS && column < COLUMNS && in->marks[column];
	if (beside)
		buf_fmt(h->b, " data-rechts=\"%u\">", in->marks[column]);
	else
		buf_str(h->b, align == STY_RECHTS ? " data-rechts>" : align == STY_MITTE ? " data-mitte>" : ">");
	h->hung = beside ? blk_last_text(b) : NULL;
	html_blocks(h, b, false);
	h->hung = NULL;
	buf_fmt(h->b, "</%s>\n", tag);
}

/* The column counts without spans from above: it only says how the cell is aligned. */
static void row(struct html *h, const struct block *b, const struct table *t)
{
	int at = 0;
	html_open(h, "tr", b, t->form == STACKS ? " role=\"row\"" : "");
	buf_chr(h->b, '\n');
	for (const struct block *c = b->first; c; c = c->next)
		if (c->cell) {
			cell(h, c, t, at);
			at += c->cell->colspan;
		}
	buf_str(h->b, "</tr>\n");
}

static bool is_group(const struct block *b)
{
	return b->first && b->first->cell && b->first->cell->group;
}

/* A group row heads the rows of its own <tbody>. */
static void part(struct html *h, const struct block *b, const struct table *t)
{
	const char *tag = b->role == BLK_THEAD ? "thead" : "tbody",
		   *role = t->form == STACKS ? " role=\"rowgroup\"" : "";
	if (!b->first)
		return;
	html_open(h, tag, b, role);
	buf_chr(h->b, '\n');
	for (const struct block *r = b->first; r; r = r->next) {
		if (r != b->first && is_group(r))
			buf_fmt(h->b, "</%s>\n<%s%s>\n", tag, tag, role);
		if (r->flow == BLK_ROW)
			row(h, r, t);
	}
	buf_fmt(h->b, "</%s>\n", tag);
}

/* ---- how it is shown on a narrow screen ---- */

/* CSS pixels: of two letters of text, around a cell, what a phone has room for. */
enum { LETTERS = 17, PAD = 14, NARROWEST = 280 };

/* CSS pixels of the longest word, letters of all; of numbers the blanks hold together. */
struct words { int longest, all; };

static int pixels(const struct html *h, const struct block *p, int letters)
{
	const len_t text = sty_para(h->s, "fliess")->ch.size, own = p->style ? p->style->ch.size : text;
	return (int)len_scale(letters * LETTERS / 2, own < text ? own : text, text);
}

static struct words words_of(const struct html *h, const struct block *root)
{
	struct words w = {0};
	for (const struct block *p = root; p; p = blk_walk(root, p)) {
		int run = 0, longest = 0;
		for (uint32_t i = 0; i < p->nsegs; i++) {
			const char *s = p->segs[i].text, *end = s + p->segs[i].len;
			run = p->segs[i].kind == BLK_SEG_TEXT ? run : 0;
			while (p->segs[i].kind == BLK_SEG_TEXT && s < end) {
				uint32_t c = u8_get(&s, end);
				run = c == ' ' || c == 0xAD || c == 0x200B ? 0 : run + 1;
				longest = run > longest ? run : longest;
				run = c == '-' ? 0 : run;
				w.all++;
			}
		}
		longest = pixels(h, p, longest);
		w.longest = longest > w.longest ? longest : w.longest;
	}
	return w;
}

struct shape {
	int longest[COLUMNS], all[COLUMNS], ncols;     /* per column, as words_of */
	uint8_t marks[COLUMNS];                        /* see struct table */
	bool spans, inner, numbers;                    /* numbers: all columns but the first are flush right */
	const struct block *head;                      /* the last row of heads; NULL: none */
};

/* Signs of the marks the cell ends with, each with a blank before it; so many at most, more stand below. */
static unsigned marks_of(const struct block *cell)
{
	const struct block *text = blk_last_text(cell);
	const uint32_t from = text ? blk_marks(text) : 0;
	unsigned n = 0;
	for (uint32_t i = from; from && i < text->nsegs; i++)
		n += text->segs[i].kind == BLK_SEG_NOTE ? 1 + (unsigned)text->segs[i].len : 0;
	return n < HTML_MARKS ? n : HTML_MARKS;
}

static void measure_row(const struct html *h, struct shape *s, const struct block *row)
{
	const struct blk_col *cols = row->parent->table ? row->parent->table->cols : row->parent->parent->table->cols;
	int at = 0;
	for (const struct block *c = row->first; c; c = c->next) {
		if (!c->cell)
			continue;
		const struct words w = words_of(h, c);
		if (c->cell->colspan == 1 && at < COLUMNS) {
			s->longest[at] = w.longest > s->longest[at] ? w.longest : s->longest[at];
			s->all[at] = w.all > s->all[at] ? w.all : s->all[at];
			const unsigned marks = cols[at].align == STY_RECHTS && row->parent->role != BLK_THEAD
				? marks_of(c) : 0;
			s->marks[at] = (uint8_t)(marks > s->marks[at] ? marks : s->marks[at]);
		}
		s->spans |= c->cell->rowspan > 1 || (c->cell->colspan > 1 && row->parent->role == BLK_THEAD);
		for (const struct block *b = c; b; b = blk_walk(c, b))
			s->inner |= b->flow == BLK_GRID;
		at += c->cell->colspan;
	}
}

static struct shape shape_of(const struct html *h, const struct block *b)
{
	struct shape s = {.ncols = b->table->ncols, .numbers = true};
	for (const struct block *p = b->first; p; p = p->next) {
		s.head = p->role == BLK_THEAD && p->last ? p->last : s.head;
		if (p->flow == BLK_ROW)
			measure_row(h, &s, p);
		for (const struct block *r = p->flow == BLK_STACK ? p->first : NULL; r; r = r->next)
			if (r->flow == BLK_ROW)
				measure_row(h, &s, r);
	}
	for (int i = 1; i < s.ncols; i++)
		s.numbers &= b->table->cols[i].align == STY_RECHTS;
	return s;
}

/* In CSS pixels, as narrow as its words let it be. */
static int least_width(const struct shape *s)
{
	int w = 0;
	for (int i = 0; i < s->ncols && i < COLUMNS; i++)
		w += s->longest[i] + PAD;
	return w;
}

/* Forms of a label and its words stand below one another; so do tables of words, if no cell reaches over rows and
 * each column has one head; a cell over several columns has no label. */
static struct table form_of(const struct html *h, const struct block *b)
{
	enum { PIXELS = 16, WORDY = 24, FEW = 4 };
	const struct shape s = shape_of(h, b);
	const int width = least_width(&s);
	struct table t = {.block = b, .heads = s.head ? s.head->first : NULL};
	int wordy = 0;
	memcpy(t.marks, s.marks, sizeof t.marks);
	for (int i = 0; i < s.ncols && i < COLUMNS; i++)
		wordy += s.all[i] >= WORDY;
	if (width <= NARROWEST && !s.inner && !wordy)
		t.form = FITS;
	else if (!s.spans && (s.head ? !s.numbers && (wordy || s.ncols <= FEW) : s.ncols == 2))
		t.form = STACKS;
	else
		t.form = SCROLLS;
	t.width = (width + HTML_STEP * PIXELS - 1) / (HTML_STEP * PIXELS) * HTML_STEP;
	t.width = t.width > HTML_WIDEST ? HTML_WIDEST : t.width;
	return t;
}

static void open_scroller(struct html *h, const struct block *b, const struct block *caption, bool full)
{
	buf_fmt(h->b, "<div data-rollen%s role=\"group\"", full ? " data-voll" : "");
	if (caption)
		buf_fmt(h->b, " aria-labelledby=\"t:%u\"", b->num);
	html_put_attr(h->b, "aria-label", caption ? NULL : sty_word(h->s, "tabelle"));
	buf_fmt(h->b, ">\n<p class=\"rollt\" id=\"r:%u\"><a href=\"#r:%u\">", b->num, b->num);
	const char *word = sty_word(h->s, "tabelle-rollen");
	esc_text(h->b, word, strlen(word));
	buf_str(h->b, "</a></p>\n");
}

/* Words that stand row by row on a narrow screen, and on a wide one have no room beside each other either. */
static bool is_wider(const struct table *t) { return t->form == STACKS && t->width > HTML_STACKED; }

static bool scrolls(const struct table *t) { return t->form == SCROLLS || is_wider(t); }

static void open_table(struct html *h, const struct table *t, bool full)
{
	char more[80];
	if (scrolls(t))
		snprintf(more, sizeof more, " data-breit=\"%d\"%s", t->width,
			is_wider(t) ? " data-stapel=\"breit\" role=\"table\"" : "");
	else
		snprintf(more, sizeof more, "%s%s%s", full ? " data-voll" : "",
			t->block->table && t->block->table->narrow ? " data-schmal" : "",
			t->form == STACKS ? " data-stapel role=\"table\"" : "");
	html_open(h, "table", t->block, more);
	buf_chr(h->b, '\n');
}

/* As wide as in print, in parts of the whole: tables that follow one another have their columns below one another. A
 * form, which has no head, stands on the axis instead. */
static void columns(struct html *h, const struct block *b, const struct table *in)
{
	const struct blk_table *t = b->table;
	len_t all = 0;
	for (int i = 0; i < t->ncols; i++) {
		if (!t->cols[i].fixed)
			return;
		all += t->cols[i].fixed;
	}
	if (!in->heads || t->narrow || !all)
		return;
	buf_str(h->b, "<colgroup>");
	for (int i = 0; i < t->ncols; i++)
		buf_fmt(h->b, "<col style=\"width:%d%%\">", (int)len_scale(t->cols[i].fixed, 100, all));
	buf_str(h->b, "</colgroup>\n");
}

void html_table(struct html *h, const struct block *b, bool grid)
{
	const struct block *caption = b->first && b->first->role == BLK_CAPTION ? b->first : NULL;
	const struct table t = form_of(h, b);
	const bool full = grid && b->place == BLK_FULL;
	if (scrolls(&t))
		open_scroller(h, b, caption, full);
	open_table(h, &t, full);
	if (caption) {
		buf_fmt(h->b, "<caption id=\"t:%u\" class=\"", b->num);
		html_put_class(h->b, caption->style ? caption->style->name : "");
		buf_str(h->b, "\">");
		html_text(h, caption);
		buf_str(h->b, "</caption>\n");
	}
	columns(h, b, &t);
	for (const struct block *p = b->first; p; p = p->next)
		if (p->flow == BLK_STACK)
			part(h, p, &t);
		else if (p->flow == BLK_ROW)
			row(h, p, &t);
	buf_str(h->b, scrolls(&t) ? "</table>\n</div>\n" : "</table>\n");
}
