/* column.c: how wide the columns of a table are: fixed ones as said, the others by what stands in them, the whole as
 * wide as its box. In a column of numbers marks of notes hang right of the digits, in room that all its cells leave. */
#include <string.h>

#include "layout/line.h"
#include "layout/table.h"

enum {
	DIVIDE = LEN_MM(50),                           /* cells at least so wide are set without hyphenation */
	SHORT = LEN_MM(8),
	LONG = LEN_PT(2000),                           /* a paragraph that long counts for no more, at first */
	SENTENCE = LEN_PT(300), READABLE = LEN_MM(30), /* beside one a text has so much room, if there is */
	TRIALS = 6
};

struct need { int64_t hyphenated, least, most; };         /* as struct lay_limits, with indents and padding */

static void widen(struct need *n, const struct need *cell, len_t pad)
{
	n->hyphenated = cell->hyphenated + pad > n->hyphenated ? cell->hyphenated + pad : n->hyphenated;
	n->least = cell->least + pad > n->least ? cell->least + pad : n->least;
	n->most = cell->most + pad > n->most ? cell->most + pad : n->most;
}

static struct para *para_of(struct lay *l, const struct block *b)
{
	return l->para[b->num] = l->para[b->num] ? l->para[b->num] : lay_para_read(l, b);
}

/* What a stack of blocks needs, without padding. */
static void measure(struct lay *l, const struct block *b, struct need *n, len_t indent)
{
	for (const struct block *c = b->first; c; c = c->next) {
		len_t in = indent + c->indent + (c->style ? c->style->indent : 0);
		if (c->flow == BLK_INLINE || c->flow == BLK_FOOT)
			continue;
		if (c->flow == BLK_TEXT && c->style) {
			struct para *p = para_of(l, c);
			struct lay_limits t = lay_para_limits(l, c, p);
			const len_t hang = p->hang + in;
			widen(n, &(struct need){t.hyphenated + hang, t.least + hang, t.most + in}, 0);
		} else if (c->flow == BLK_IMAGE && c->more->w)
			n->least = n->most = n->hyphenated = n->most > c->more->w ? n->most : c->more->w;
		else
			measure(l, c, n, in);
	}
}

static len_t padding(const struct blk_table *t, int col)
{
	return t->style->pad_left + blk_pad_right(t, col);
}

/* ---- marks of notes behind numbers ---- */

/* Of the marks a cell ends with. From right to left its lines end at the other edge, and the marks move no digit. */
static len_t marks_width(struct lay *l, const struct block *cell)
{
	const struct block *text = blk_last_text(cell);
	const uint32_t s = text ? blk_marks(text) : 0;
	if (!text || s == text->nsegs || para_of(l, text)->rtl)
		return 0;
	struct pen pen = {.l = l};
	struct run r = {.p = &pen, .b = text, .pa = para_of(l, text)};
	const struct line from = {0, 0}, marks = {r.pa->seg[s], 0}, end = {r.pa->nitems, 0};
	int64_t gaps, glyphs, all = lay_line_width(&r, (struct span){from, end}, &gaps, &glyphs);
	return (len_t)(all - lay_line_width(&r, (struct span){from, marks}, &gaps, &glyphs));
}

len_t lay_beside_marks(struct lay *l, const struct lay_cols *cols, const struct block *cell, int last)
{
	const len_t room = cols->marks[last] ? cols->marks[last] - marks_width(l, cell) : 0;
	return room > 0 ? room : 0;
}

/* ---- what the cells need ---- */

/* Widths that are tried, and how many lines the table then has. */
struct trial { len_t w[LAY_COLS]; int64_t row, all; };

struct columns {                                       /* in work */
	struct lay *l; const struct blk_table *t;
	struct lay_cols *cols;
	struct need need[LAY_COLS];
	int busy[LAY_COLS];                            /* rows a cell from above still covers */
	bool head;                                     /* in a head row */
	struct trial *trials; int ntrials;             /* NULL: nothing is tried */
	void (*cell)(struct columns *, const struct block *, int col);       /* of one column */
};

static void find_marks(struct columns *k, const struct block *cell, int col)
{
	if (k->head || k->t->cols[col].align != STY_RECHTS)
		return;
	const len_t w = marks_width(k->l, cell);
	k->cols->marks[col] = w > k->cols->marks[col] ? w : k->cols->marks[col];
}

static void find_need(struct columns *k, const struct block *cell, int col)
{
	struct need n = {0};
	if (k->t->cols[col].fixed)
		return;
	measure(k->l, cell, &n, 0);
	widen(&k->need[col], &n, padding(k->t, col) + lay_beside_marks(k->l, k->cols, cell, col));
}

static void row_cells(struct columns *k, const struct block *row)
{
	int col = 0;
	for (const struct block *c = row->first; c; c = c->next) {
		while (col < k->t->ncols && k->busy[col] > 0)
			col++;
		if (!c->cell || col >= k->t->ncols)
			continue;
		if (c->cell->colspan == 1)
			k->cell(k, c, col);
		for (int i = 0; i < c->cell->colspan && col < k->t->ncols; i++)
			k->busy[col++] = c->cell->rowspan;
	}
	for (int i = 0; i < k->ntrials; i++) {
		k->trials[i].all += k->trials[i].row;
		k->trials[i].row = 0;
	}
	for (int i = 0; i < k->t->ncols; i++)
		k->busy[i] -= k->busy[i] > 0;
}

static void rows(struct columns *k, const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next)
		if (c->flow == BLK_ROW) {
			row_cells(k, c);
		} else if (c->flow == BLK_STACK) {
			k->head = c->role == BLK_THEAD;
			rows(k, c);
		}
}

static void each_cell(struct columns *k, const struct block *grid,
	void (*cell)(struct columns *, const struct block *, int col))
{
	memset(k->busy, 0, sizeof k->busy);
	k->head = false;
	k->cell = cell;
	rows(k, grid);
}

static void limits(const struct blk_table *t, struct need *need)
{
	for (int i = 0; i < t->ncols; i++) {
		struct need *n = &need[i];
		const struct blk_col *c = &t->cols[i];
		if (c->fixed)
			*n = (struct need){c->fixed, c->fixed, c->fixed};
		n->least = n->least > c->least ? n->least : c->least;
		n->hyphenated = n->hyphenated > c->least ? n->hyphenated : c->least;
		if (c->most && n->most > c->most)
			n->most = c->most;
		n->least = n->least < n->hyphenated ? n->hyphenated : n->least;
		n->most = n->most < n->least ? n->least : n->most;
	}
}

/* Adds up how many lines a stack of blocks has in each trial. */
static void count_lines(struct columns *k, const struct block *b, int col, int64_t *lines)
{
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->flow == BLK_INLINE || c->flow == BLK_FOOT)
			continue;
		if (c->flow != BLK_TEXT || !c->style) {
			count_lines(k, c, col, lines);
			continue;
		}
		const len_t most = lay_para_limits(k->l, c, para_of(k->l, c)).most;
		for (int i = 0; i < k->ntrials; i++) {
			const len_t room = k->trials[i].w[col] - padding(k->t, col);
			lines[i] += room > 0 ? most / room + 1 : most;
		}
	}
}

static void find_height(struct columns *k, const struct block *cell, int col)
{
	int64_t lines[TRIALS] = {0};
	count_lines(k, cell, col, lines);
	for (int i = 0; i < k->ntrials; i++)
		k->trials[i].row = lines[i] > k->trials[i].row ? lines[i] : k->trials[i].row;
}

enum step { HYPHENATED, LEAST, MOST };

static int64_t at(const struct need *n, enum step s)
{
	return s == HYPHENATED ? n->hyphenated : s == LEAST ? n->least : n->most;
}

static int64_t total(const struct need *need, int n, enum step s)
{
	int64_t sum = 0;
	for (int i = 0; i < n; i++)
		sum += at(&need[i], s);
	return sum;
}

/* A column that lacks a few millimetres to the next step gets them before the others share the rest, so that its words
 * stand in one line, or undivided; those that lack least come first. */
static void short_ones(const struct blk_table *t, struct need *need, enum step lo, len_t width)
{
	int64_t left = width - total(need, t->ncols, lo);
	for (int next; left > 0; ) {
		int64_t least = SHORT + 1;
		for (int i = next = 0; i < t->ncols; i++) {
			const int64_t lacks = at(&need[i], lo + 1) - at(&need[i], lo);
			if (lacks > 0 && lacks < least)
				least = lacks, next = i;
		}
		if (least > SHORT || least > left)
			return;
		left -= least;
		need[next].hyphenated += lo == HYPHENATED ? least : 0;
		need[next].least += lo == LEAST ? least : 0;
	}
}

/* Between two steps of need, every column gets its share of what is there. */
static void between(const struct blk_table *t, const struct need *need, enum step lo, enum step hi, len_t width,
	len_t *w)
{
	int64_t a = total(need, t->ncols, lo), z = total(need, t->ncols, hi), left = width;
	for (int i = 0; i < t->ncols; i++) {
		int64_t span = at(&need[i], hi) - at(&need[i], lo);
		w[i] = (len_t)(at(&need[i], lo) + (z > a ? span * (width - a) / (z - a) : 0));
		left -= w[i];
	}
	w[t->ncols - 1] += (len_t)left;
}

static void keep_readable(struct columns *k, len_t width)
{
	int64_t left = width - total(k->need, k->t->ncols, LEAST);
	for (int i = 0; i < k->t->ncols; i++) {
		struct need *n = &k->need[i];
		const int64_t more = n->most > SENTENCE && n->least < READABLE ? READABLE - n->least : 0;
		if (more <= left) {
			n->least += more;
			left -= more;
		}
	}
}

/* Columns share by their longest paragraph. One that is very long would leave the others too little, or, if it counts
 * for less than it is, the rest of its row empty: how much it counts for is tried, and the lowest table taken. */
static void share(struct columns *k, const struct block *grid, len_t width)
{
	struct trial trials[TRIALS];
	struct need capped[LAY_COLS];
	int64_t longest = 0;
	k->trials = trials;
	for (int i = 0; i < k->t->ncols; i++)
		longest = k->need[i].most > longest ? k->need[i].most : longest;
	if (longest > LONG)
		keep_readable(k, width);
	for (int64_t cap = LONG; k->ntrials < TRIALS && (!k->ntrials || cap < 2 * longest); cap *= 2) {
		for (int i = 0; i < k->t->ncols; i++) {
			capped[i] = k->need[i];
			if (capped[i].most > cap)
				capped[i].most = capped[i].least > cap ? capped[i].least : cap;
		}
		struct trial *t = &trials[k->ntrials++];
		t->row = t->all = 0;
		between(k->t, capped, LEAST, MOST, width, t->w);
	}
	if (k->ntrials > 1)
		each_cell(k, grid, find_height);
	const struct trial *best = trials;
	for (int i = 1; i < k->ntrials; i++)
		best = trials[i].all < best->all ? &trials[i] : best;
	memcpy(k->cols->w, best->w, sizeof best->w);
}

/* So much more for the columns that are open, by their need; gives the last of them, -1: none is. */
static int hand_out(const struct blk_table *t, const struct need *need, const bool *open, int64_t more, len_t *w)
{
	int64_t sum = 0, given = 0;
	int last = -1;
	for (int i = 0; i < t->ncols; i++) {
		sum += open[i] ? need[i].most + 1 : 0;
		last = open[i] ? i : last;
	}
	for (int i = 0; i < t->ncols; i++) {
		const int64_t part = open[i] ? more * (need[i].most + 1) / sum : 0;
		given += part;
		w[i] += (len_t)part;
	}
	if (last >= 0)
		w[last] += (len_t)(more - given);
	return last;
}

/* More room than needed: columns of text share it, until each has twice what it needs; from there on numbers too, so
 * that they do not stand far from what they belong to. Fixed ones stay, and from right to left the last one: its
 * numbers stand at the edge. */
static void spread(const struct blk_table *t, const struct need *need, len_t width, bool rtl, len_t *w)
{
	bool text[LAY_COLS], some[LAY_COLS], all[LAY_COLS];
	int64_t words = 0;
	for (int i = 0; i < t->ncols; i++) {
		const bool number = t->cols[i].align == STY_RECHTS;
		text[i] = !t->cols[i].fixed && !t->cols[i].most && !number;
		some[i] = !t->cols[i].fixed && !(number && rtl && i + 1 == t->ncols);
		all[i] = true;
		words += text[i] ? need[i].most : 0;
		w[i] = need[i].most;
	}
	const int64_t left = width - total(need, t->ncols, MOST), first = left < words ? left : words;
	const int64_t rest = hand_out(t, need, text, first, w) < 0 ? left : left - first;
	if (hand_out(t, need, some, rest, w) < 0)
		hand_out(t, need, all, rest, w);
}

/* Less room than needed: the widest give it, so that short words and numbers stay whole. */
static void squeeze(const struct blk_table *t, const struct need *need, len_t width, len_t *w)
{
	int64_t left = width, cap = 0;
	int open = t->ncols, before = 0;
	while (open && open != before) {               /* those that need less than an even share get what they need */
		before = open;
		cap = left / open;
		left = width;
		open = 0;
		for (int i = 0; i < t->ncols; i++) {
			left -= need[i].hyphenated <= cap ? need[i].hyphenated : 0;
			open += need[i].hyphenated > cap;
		}
	}
	for (int i = 0, wide = 0; i < t->ncols; i++)
		w[i] = (len_t)(need[i].hyphenated <= cap ? need[i].hyphenated : left / open + (++wide <= left % open));
}

void lay_columns(struct lay *l, const struct block *grid, len_t width, struct lay_cols *cols)
{
	const struct blk_table *t = grid->table;
	struct columns k = {.l = l, .t = t, .cols = cols};
	struct need *need = k.need;
	len_t *w = cols->w;
	*cols = (struct lay_cols){0};
	each_cell(&k, grid, find_marks);
	each_cell(&k, grid, find_need);
	limits(t, need);
	if (total(need, t->ncols, MOST) <= width)
		spread(t, need, width, blk_rtl(lay_lang(l, grid)), w);
	else if (total(need, t->ncols, LEAST) <= width) {
		short_ones(t, need, LEAST, width);
		share(&k, grid, width);
	} else if (total(need, t->ncols, HYPHENATED) <= width) {
		short_ones(t, need, HYPHENATED, width);
		between(t, need, HYPHENATED, LEAST, width, w);
	} else {
		const int64_t sum = total(need, t->ncols, HYPHENATED);
		squeeze(t, need, width, w);
		diag_warn(l->diag, "PASST", grid->file, grid->line,
			"Die Spalten brauchen zusammen %d mm, es sind nur %d mm da; erwartet werden Spalten, in "
			"die ihre längsten Wörter passen; bitte %sweniger Spalten, schmalere feste Breiten oder "
			"kürzere Wörter",
			(int)(sum * 254 / 720000 + 1), (int)((int64_t)width * 254 / 720000), lay_turn_advice(l));
	}
}

bool lay_undivided(len_t text_width) { return text_width >= DIVIDE; }
