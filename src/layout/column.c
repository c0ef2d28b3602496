/* column.c: how wide the columns of a table are: fixed ones as said, the others by what stands in them, the whole as
 * wide as its box. */

#include "layout/para.h"
#include "layout/table.h"

enum {
	DIVIDE = LEN_MM(50),                           /* cells at least so wide are set without hyphenation */
	SHORT = LEN_MM(8)
};

struct need { int64_t hyphenated, least, most; };         /* as struct lay_limits, with indents and padding */

static void widen(struct need *n, const struct need *cell, len_t pad)
{
	n->hyphenated = cell->hyphenated + pad > n->hyphenated ? cell->hyphenated + pad : n->hyphenated;
	n->least = cell->least + pad > n->least ? cell->least + pad : n->least;
	n->most = cell->most + pad > n->most ? cell->most + pad : n->most;
}

/* What a stack of blocks needs, without padding. */
static void measure(struct lay *l, const struct block *b, struct need *n, len_t indent)
{
	for (const struct block *c = b->first; c; c = c->next) {
		len_t in = indent + c->indent + (c->style ? c->style->indent : 0);
		if (c->flow == BLK_INLINE || c->flow == BLK_FOOT)
			continue;
		if (c->flow == BLK_TEXT && c->style) {
			if (!l->para[c->num])
				l->para[c->num] = lay_para_read(l, c);
			struct lay_limits t = lay_para_limits(l, c, l->para[c->num]);
			const len_t hang = l->para[c->num]->hang + in;
			widen(n, &(struct need){t.hyphenated + hang, t.least + hang, t.most + in}, 0);
		} else if (c->flow == BLK_IMAGE && c->more->w)
			n->least = n->most = n->hyphenated = n->most > c->more->w ? n->most : c->more->w;
		else
			measure(l, c, n, in);
	}
}

static len_t padding(const struct blk_table *t, int col)
{
	return t->style->pad_left + (col + 1 < t->ncols ? t->style->pad_right : 0);
}

static void measure_row(struct lay *l, const struct blk_table *t, const struct block *row, struct need *need, int *busy)
{
	int col = 0;
	for (const struct block *c = row->first; c; c = c->next) {
		while (col < t->ncols && busy[col] > 0)
			col++;
		if (!c->cell || col >= t->ncols)
			continue;
		struct need n = {0};
		if (c->cell->colspan == 1 && !t->cols[col].fixed) {
			measure(l, c, &n, 0);
			widen(&need[col], &n, padding(t, col));
		}
		for (int k = 0; k < c->cell->colspan && col < t->ncols; k++)
			busy[col++] = c->cell->rowspan;
	}
	for (int i = 0; i < t->ncols; i++)
		busy[i] -= busy[i] > 0;
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

/* A column that lacks a few millimetres for its words in one line gets them before the long texts share the rest. */
static void short_ones(const struct blk_table *t, struct need *need, len_t width)
{
	int64_t left = width;
	for (int i = 0; i < t->ncols; i++)
		left -= need[i].least;
	for (int i = 0; i < t->ncols; i++) {
		const int64_t lacks = need[i].most - need[i].least;
		if (lacks > SHORT || lacks > left)
			continue;
		need[i].least = need[i].most;
		left -= lacks;
	}
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

/* More room than needed: text columns share it by their need; fixed ones and figures stay. */
static void spread(const struct blk_table *t, const struct need *need, len_t width, len_t *w)
{
	int64_t free_sum = 0, left = width - total(need, t->ncols, MOST), given = 0;
	int last = t->ncols - 1;
	for (int pass = 0; pass < 3 && !free_sum; pass++)
		for (int i = 0; i < t->ncols; i++) {
			bool open = pass == 0 ? !t->cols[i].fixed && !t->cols[i].most && t->cols[i].align != STY_RECHTS
				: pass == 1   ? !t->cols[i].fixed
					      : true;
			w[i] = open ? 1 : 0;
			free_sum += open ? need[i].most + 1 : 0;
			last = open ? i : last;
		}
	for (int i = 0; i < t->ncols; i++) {
		int64_t more = w[i] ? left * (need[i].most + 1) / free_sum : 0;
		given += more;
		w[i] = (len_t)(need[i].most + more);
	}
	w[last] += (len_t)(left - given);
}

static void rows(struct lay *l, const struct blk_table *t, const struct block *b, struct need *need, int *busy)
{
	for (const struct block *c = b->first; c; c = c->next)
		if (c->flow == BLK_ROW)
			measure_row(l, t, c, need, busy);
		else if (c->flow == BLK_STACK)
			rows(l, t, c, need, busy);
}

void lay_columns(struct lay *l, const struct block *grid, len_t width, len_t w[LAY_COLS])
{
	const struct blk_table *t = grid->table;
	struct need need[LAY_COLS] = {0};
	int busy[LAY_COLS] = {0};
	rows(l, t, grid, need, busy);
	limits(t, need);
	if (total(need, t->ncols, MOST) <= width)
		spread(t, need, width, w);
	else if (total(need, t->ncols, LEAST) <= width) {
		short_ones(t, need, width);
		between(t, need, LEAST, MOST, width, w);
	} else if (total(need, t->ncols, HYPHENATED) <= width)
		between(t, need, HYPHENATED, LEAST, width, w);
	else {
		int64_t sum = total(need, t->ncols, HYPHENATED), left = width;
		for (int i = 0; i < t->ncols; i++) {
			w[i] = (len_t)(need[i].hyphenated * width / (sum ? sum : 1));
			left -= w[i];
		}
		w[t->ncols - 1] += (len_t)left;
		diag_warn(l->diag, "PASST", grid->file, grid->line,
			"Die Spalten brauchen zusammen %d mm, es sind nur %d mm da; erwartet werden Spalten, in "
			"die ihre längsten Wörter passen; bitte %sweniger Spalten, schmalere feste Breiten oder "
			"kürzere Wörter",
			(int)(sum * 254 / 720000 + 1), (int)((int64_t)width * 254 / 720000), lay_turn_advice(l));
	}
}

bool lay_undivided(len_t text_width) { return text_width >= DIVIDE; }
