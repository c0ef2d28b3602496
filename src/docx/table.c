/* table.c: tables with their heads, spans and rules; what stands side by side, and boxes, as tables without either. */
#include <string.h>

#include "block/block.h"
#include "docx/item.h"
#include "figure/figure.h"

enum { COLUMNS = 64 };

/* ---- widths: what the words need, then what they would like */

struct need {
	len_t least, wish;
};                    /* the longest word, the longest line */

/* To the next place where a line may end, which belongs to the piece. */
static size_t piece(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && s[i] != ' ' && s[i] != '/' && s[i] != '-' && (i + 2 >= n || memcmp(s + i, "\u200B", 3) != 0))
		i++;
	return i < n ? i + 1 : n;
}

/* More than in the town's font: a machine may have another, in which digits and bold letters are wider. */
static len_t wide(const struct dox *d, const struct sty_char *ch, const char *s, size_t n)
{
	return len_scale(fig_text_width(d->source->txt, ch, s, n), ch->weight >= 600 ? 121 : 114, 100);
}

static void need_words(const struct dox *d, const struct block *p, struct need *n)
{
	len_t word = 0, line = 0;
	for (uint32_t i = 0; i < p->nsegs; i++) {
		const struct blk_seg *g = &p->segs[i];
		const struct sty_char *ch = g->ch ? g->ch : p->style ? &p->style->ch : NULL;
		word = g->kind == BLK_SEG_TEXT ? word : 0;
		line = g->kind == BLK_SEG_BREAK ? 0 : line;
		for (size_t at = 0, k; g->kind == BLK_SEG_TEXT && ch && at < g->len; at += k) {
			k = piece(g->text + at, g->len - at);
			const len_t w = wide(d, ch, g->text + at, k);
			const bool blank = g->text[at + k - 1] == ' ';
			word += blank ? wide(d, ch, g->text + at, k - 1) : w;
			line += w;
			n->least = word > n->least ? word : n->least;
			n->wish = line > n->wish ? line : n->wish;
			word = at + k < g->len || blank ? 0 : word;
		}
	}
	n->wish = n->wish > n->least ? n->wish : n->least;
}

static struct need need_of(const struct dox *d, const struct block *cell)
{
	struct need n = {0};
	for (const struct block *p = cell; p; p = blk_walk(cell, p)) {
		struct need own = {0};
		need_words(d, p, &own);
		const len_t in = p->nsegs ? p->indent + p->tab : 0;
		n.least = own.least + in > n.least ? own.least + in : n.least;
		n.wish = own.wish + in > n.wish ? own.wish + in : n.wish;
	}
	return n;
}

struct shape {
	int ncols;
	struct need need[COLUMNS];
	const struct block *of;
};

static void measure_row(const struct dox *d, struct shape *s, const struct block *row, int busy[COLUMNS])
{
	int at = 0;
	for (const struct block *c = row->first; c; c = c->next) {
		if (!c->cell)
			continue;
		while (at < s->ncols && busy[at])
			at++;
		if (c->cell->colspan == 1 && at < s->ncols) {
			const struct need n = need_of(d, c);
			s->need[at].least = n.least > s->need[at].least ? n.least : s->need[at].least;
			s->need[at].wish = n.wish > s->need[at].wish ? n.wish : s->need[at].wish;
		}
		for (int i = at; i < at + c->cell->colspan && i < s->ncols; i++)
			busy[i] = c->cell->rowspan;
		at += c->cell->colspan;
	}
	for (int i = 0; i < s->ncols; i++)
		busy[i] -= busy[i] > 0;
}

/* What a column has in any case: what the town wants, and room for its longest word in whatever font. */
static len_t own_of(const struct shape *s, const struct blk_table *t, int i)
{
	const len_t least = s->need[i].least + (t->style ? t->style->pad_left + t->style->pad_right : 0);
	const len_t fixed = t->cols ? t->cols[i].fixed : 0;
	return fixed > least ? fixed : least;
}

/* The rest goes to those that would like more, by how much more; to those of a fixed width only if all have one. */
static void share(const struct shape *s, const struct blk_table *t, len_t room, len_t *w)
{
	int64_t own = 0, more = 0;
	for (int i = 0; i < s->ncols; i++) {
		own += own_of(s, t, i);
		more += t->cols && t->cols[i].fixed ? 0 : s->need[i].wish - s->need[i].least;
	}
	for (int i = 0; i < s->ncols; i++) {
		const int64_t over = room - own, wish = s->need[i].wish - s->need[i].least;
		w[i] = over < 0 ? len_scale(room, own_of(s, t, i), own) : own_of(s, t, i);
		if (over > 0 && more && !(t->cols && t->cols[i].fixed))
			w[i] += len_scale(over < more ? over : more, wish, more);
	}
}

/* Rows of a table, those of its parts too, one after the other. */
static const struct block *row_after(const struct block *grid, const struct block *row)
{
	const struct block *b = row ? row->next : grid->first;
	const struct block *part = row && row->parent != grid ? row->parent : NULL;
	for (;;) {
		for (; b; b = b->next) {
			if (b->flow == BLK_ROW)
				return b;
			if (b->flow == BLK_STACK && b->role != BLK_CAPTION && b->first && !part) {
				part = b;
				b = b->first;
				if (b->flow == BLK_ROW)
					return b;
			}
		}
		if (!part)
			return NULL;
		b = part->next;
		part = NULL;
	}
}

static len_t *widths(struct dox *d, const struct block *b, len_t room)
{
	struct shape *s = MEM_NEW(d->mem, struct shape);
	int busy[COLUMNS] = {0};
	len_t *w = MEM_ARRAY(d->mem, len_t, COLUMNS), sum = 0;
	s->ncols = b->table->ncols < COLUMNS ? b->table->ncols : COLUMNS;
	for (const struct block *r = row_after(b, NULL); r; r = row_after(b, r))
		measure_row(d, s, r, busy);
	share(s, b->table, room, w);
	for (int i = 0; i < s->ncols; i++)
		sum += w[i];
	for (int i = 0; b->place == BLK_FULL && sum < room && i < s->ncols; i++)
		w[i] += len_scale(room - sum, w[i], sum);
	return w;
}

/* ---- cells */

/* A cell ends with a paragraph, whatever is in it. */
static void end_cell(struct dox *d)
{
	const struct dox_item *last = &d->items[d->nitems - 1];
	if (!dox_is(last, DOX_PARA, true)) {
		struct dox_para *p = MEM_NEW(d->mem, struct dox_para);
		*p = (struct dox_para){
			.style = dox_style(d, DOX_OWN, 0, sty_para(d->s, "tabelle")), .before = -1, .after = -1};
		dox_add(d, DOX_PARA)->u.para = p;
		dox_end(d, DOX_PARA);
	}
	dox_end(d, DOX_CELL);
	d->gap = 0;
	d->first = false;
}

static void put_cell(struct dox *d, const struct dox_cell *cell)
{
	struct dox_cell *c = MEM_NEW(d->mem, struct dox_cell);
	*c = *cell;
	dox_add(d, DOX_CELL)->u.cell = c;
	d->first = true;
}

struct grid {
	const struct block *of;
	const len_t *w;
	int ncols;
	int left[COLUMNS];                             /* so many more rows a cell reaches down */
	int width[COLUMNS];                            /* … of so many columns, at its first */
	len_t marks[COLUMNS];                          /* of notes behind numbers: the widest of each column */
	int row, rows, heads;                          /* heads: so far */
	bool whole;                                    /* not divided over pages */
	struct dox_place at;
};

static len_t span(const struct grid *g, int at, int n)
{
	len_t w = 0;
	for (int i = at; i < at + n && i < g->ncols; i++)
		w += g->w[i];
	return w;
}

static struct dox_cell ruled(const struct grid *g, const struct block *row)
{
	const struct sty_table *t = g->of->table->style;
	struct dox_cell c = {.cols = 1, .rows = 1};
	if (!t)
		return c;
	const bool head = row->parent->role == BLK_THEAD, head_ends = head && !row->next;
	const int sums = g->of->table->sum_row;
	c.top = g->row == 0 ? t->top : (struct sty_line){0};
	if (sums && g->row == g->rows - sums)
		c.top = t->sum;
	c.bottom = g->row == g->rows - 1 ? t->end : head_ends && t->head.width ? t->head : t->row;
	c.pad_top = t->pad_top;
	c.pad_bottom = t->pad_bottom;
	c.pad_left = t->pad_left;
	c.pad_right = t->pad_right;
	return c;
}

/* Cells that go on from the row above, from column at on; the column after them. */
static int from_above(struct dox *d, struct grid *g, int at, const struct block *row)
{
	while (at < g->ncols && g->left[at]) {
		struct dox_cell c = ruled(g, row);
		c.cols = (uint16_t)(g->width[at] ? g->width[at] : 1);
		c.above = true;
		put_cell(d, &c);
		end_cell(d);
		at += c.cols;
	}
	return at;
}

/* Of the marks of notes a cell ends with, which stand beside its digits. From right to left they move none. */
static len_t marks_width(const struct dox *d, const struct block *cell)
{
	const struct block *text = blk_last_text(cell);
	len_t w = 0;
	for (uint32_t i = text ? blk_marks(text) : 0; text && i < text->nsegs && !blk_rtl(dox_lang(d, text)); i++)
		w += fig_text_width(d->source->txt, text->segs[i].ch ? text->segs[i].ch : &text->style->ch,
			text->segs[i].text, text->segs[i].len);
	return w;
}

static void find_marks(const struct dox *d, struct grid *g)
{
	int left[COLUMNS] = {0};
	for (const struct block *r = row_after(g->of, NULL); r; r = row_after(g->of, r)) {
		int at = 0;
		for (const struct block *c = r->first; c; c = c->next) {
			while (c->cell && at < g->ncols && left[at])
				at++;
			const bool number = c->cell && at < g->ncols && g->of->table->cols[at].align == STY_RECHTS;
			const len_t w = number && r->parent->role != BLK_THEAD ? marks_width(d, c) : 0;
			if (w > 0)
				g->marks[at] = w > g->marks[at] ? w : g->marks[at];
			for (int i = 0; c->cell && i < c->cell->colspan && at < g->ncols; i++)
				left[at++] = c->cell->rowspan;
		}
		for (int i = 0; i < g->ncols; i++)
			left[i] -= left[i] > 0;
	}
}

static void cell(struct dox *d, struct grid *g, const struct block *b, const struct block *row, int at)
{
	struct dox_cell c = ruled(g, row);
	const struct blk_col *cols = g->of->table->cols;
	c.cols = b->cell->colspan;
	c.rows = b->cell->rowspan;
	c.head = b->role == BLK_TH;
	put_cell(d, &c);
	dox_mark_block(d, b);
	struct dox_place in = {.cell = true, .width = span(g, at, c.cols) - c.pad_left - c.pad_right};
	if (cols && at < g->ncols)
		in.align = cols[at].align;
	const int last = at + c.cols - 1;
	if (in.align == STY_RECHTS && last < g->ncols && g->marks[last])
		in.narrow = g->marks[last] - marks_width(d, b);
	d->gap = 0;
	if (b->nsegs || b->flow == BLK_TEXT)
		dox_block(d, b, &in);
	else
		dox_blocks(d, b, &in);
	end_cell(d);
}

/* A form or a small table is not divided over pages. */
static bool is_short(const struct block *b, int rows)
{
	enum { ROWS = 10, WORDS = 1200 };              /* in bytes, about a third of a page */
	size_t words = 0;
	for (const struct block *p = b; p && words <= WORDS && rows <= ROWS; p = blk_walk(b, p))
		for (uint32_t i = 0; i < p->nsegs; i++)
			words += p->segs[i].len;
	return rows <= ROWS && words <= WORDS;
}

/* Rows that stay with the one below: heads and the first, the last but one, all of a short table. */
static void keep_with_next(struct dox *d, size_t from, const struct grid *g)
{
	const bool head = d->items[from].u.row->head, first = !g->row || g->heads == g->row,
		   last = g->row == g->rows - 1;
	for (size_t i = from; !last && (g->whole || head || first || g->row == g->rows - 2) && i < d->nitems; i++)
		if (dox_is(&d->items[i], DOX_PARA, false))
			d->items[i].u.para->keep_next = true;
}

static void row(struct dox *d, struct grid *g, const struct block *b)
{
	const size_t from = d->nitems;
	struct dox_row *r = MEM_NEW(d->mem, struct dox_row);
	int at = 0;
	*r = (struct dox_row){.head = b->parent->role == BLK_THEAD, .whole = true};
	dox_add(d, DOX_ROW)->u.row = r;
	dox_mark_block(d, b);
	for (const struct block *c = b->first; c; c = c->next) {
		if (!c->cell)
			continue;
		at = from_above(d, g, at, b);
		cell(d, g, c, b, at);
		for (int i = at; i < at + c->cell->colspan && i < g->ncols; i++) {
			g->left[i] = c->cell->rowspan;
			g->width[i] = i == at ? c->cell->colspan : 0;
		}
		at += c->cell->colspan;
	}
	from_above(d, g, at, b);
	for (int i = 0; i < g->ncols; i++)
		g->left[i] -= g->left[i] > 0;
	dox_end(d, DOX_ROW);
	keep_with_next(d, from, g);
	g->heads += r->head;
	g->row++;
}

/* Two tables that touch would become one. */
static void part_tables(struct dox *d)
{
	if (!d->nitems || !dox_is(&d->items[d->nitems - 1], DOX_TABLE, true))
		return;
	struct dox_para *p = MEM_NEW(d->mem, struct dox_para);
	*p = (struct dox_para){.style = dox_style(d, DOX_OWN, 0, sty_para(d->s, "klein")), .before = 0, .after = -1};
	dox_add(d, DOX_PARA)->u.para = p;
	dox_end(d, DOX_PARA);
}

/* A table has no space above it: the paragraph before it gets it below. */
static void room_above(struct dox *d)
{
	dox_below(d);
	if (d->nitems && dox_is(&d->items[d->nitems - 1], DOX_PARA, true) && d->last && d->last->after < d->gap)
		d->last->after = d->gap;
	d->gap = 0;
}

static void open_table(struct dox *d, struct dox_table t)
{
	struct dox_table *own = MEM_NEW(d->mem, struct dox_table);
	*own = t;
	dox_add(d, DOX_TABLE)->u.table = own;
}

static char *words_of(struct dox *d, const struct block *b)
{
	struct buf s = {0};
	for (uint32_t i = 0; i < b->nsegs; i++)
		if (b->segs[i].kind == BLK_SEG_TEXT)
			buf_put(&s, b->segs[i].text, b->segs[i].len);
	return buf_take(&s, d->mem);
}

void dox_grid(struct dox *d, const struct block *b, const struct dox_place *at)
{
	struct grid g = {.of = b, .ncols = b->table->ncols < COLUMNS ? b->table->ncols : COLUMNS};
	const struct block *caption = b->first && b->first->role == BLK_CAPTION ? b->first : NULL;
	const struct sty_table *t = b->table->style;
	if (t && !at->cell)
		d->gap = t->before > d->gap ? t->before : d->gap;
	if (caption)
		dox_block(d, caption, at);
	else
		part_tables(d);
	room_above(d);
	g.w = widths(d, b, at->width - at->indent);
	for (const struct block *r = row_after(b, NULL); r; r = row_after(b, r))
		g.rows++;
	if (!g.rows)
		return;
	find_marks(d, &g);
	g.whole = is_short(b, g.rows);
	open_table(d,
		(struct dox_table){.of = b->table,
			.ncols = g.ncols,
			.widths = g.w,
			.indent = at->indent,
			.rtl = blk_rtl(dox_lang(d, b)),
			.whole = g.whole,
			.title = caption ? words_of(d, caption) : b->more->title});
	for (const struct block *r = row_after(b, NULL); r; r = row_after(b, r))
		row(d, &g, r);
	dox_end(d, DOX_TABLE);
	d->gap = t && !at->cell ? t->after : 0;
}

/* ---- side by side, and boxes */

void dox_side(struct dox *d, const struct block *b, const struct dox_place *at)
{
	int n = 0, i = 0;
	for (const struct block *c = b->first; c; c = c->next)
		n += c->flow != BLK_INLINE;
	const int cols = b->more->row && b->more->row < n ? b->more->row : n < COLUMNS ? n : COLUMNS;
	if (cols < 2) {
		dox_blocks(d, b, at);
		return;
	}
	room_above(d);
	len_t *w = MEM_ARRAY(d->mem, len_t, cols);
	for (int k = 0; k < cols; k++)
		w[k] = (at->width - at->indent) / cols;
	part_tables(d);
	open_table(d,
		(struct dox_table){.ncols = cols, .widths = w, .indent = at->indent, .rtl = blk_rtl(dox_lang(d, b))});
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->flow == BLK_INLINE)
			continue;
		if (i % cols == 0)
			dox_add(d, DOX_ROW)->u.row = MEM_NEW(d->mem, struct dox_row);
		const len_t gap = b->more->gap;
		struct dox_cell cell = {.cols = 1, .rows = 1, .pad_right = gap, .pad_bottom = b->more->row ? gap : 0};
		struct dox_place in = {.cell = true, .width = w[0] - gap, .depth = at->depth};
		put_cell(d, &cell);
		dox_block(d, c, &in);
		end_cell(d);
		i++;
		for (; i >= n && i % cols; i++) {          /* a row has all its cells */
			put_cell(d, &cell);
			end_cell(d);
		}
		if (i % cols == 0)
			dox_end(d, DOX_ROW);
	}
	dox_end(d, DOX_TABLE);
}

void dox_box(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const struct blk_box *x = b->more->box;
	len_t *w = MEM_ARRAY(d->mem, len_t, 1);
	w[0] = at->width - at->indent;
	part_tables(d);
	room_above(d);
	open_table(d,
		(struct dox_table){.ncols = 1, .widths = w, .indent = at->indent, .rtl = blk_rtl(dox_lang(d, b))});
	dox_add(d, DOX_ROW)->u.row = MEM_NEW(d->mem, struct dox_row);
	struct dox_cell cell = {.cols = 1,
		.rows = 1,
		.filled = x->filled,
		.fill = x->fill,
		.left = x->bar,
		.top = x->rule_top,
		.bottom = x->rule_bottom,
		.pad_top = x->pad_top,
		.pad_bottom = x->pad_bottom,
		.pad_left = x->pad_left,
		.pad_right = x->pad_right};
	struct dox_place in = {.cell = true,
		.width = w[0] - x->pad_left - x->pad_right,
		.depth = at->depth,
		.counts = at->counts,
		.item = at->item};
	put_cell(d, &cell);
	d->gap = 0;
	dox_blocks(d, b, &in);
	end_cell(d);
	dox_end(d, DOX_ROW);
	dox_end(d, DOX_TABLE);
	d->gap = LEN_PT(7.5);
}
