/* zoom.c: a table alone on a slide is set as large as its slide has room for: in the size of other text, else in the
 * largest below it that takes no more slides than its own. How it will break is estimated here, on the safe side. */
#include <string.h>

#include "compose/fixed.h"
#include "compose/grid.h"
#include "compose/zoom.h"

enum { COLS_MOST = 8, LOOKS_MOST = 24, SAFE = 94 };        /* per cent of the slide that an estimate may fill */
#define LARGEST LEN_PT(18)
#define STEP LEN_PT(1)

struct zoom {
	struct com *c;
	struct block *grid;
	int ncols;
	len_t w[COLS_MOST];                            /* of a column, without padding, at the scale in work */
	len_t least[COLS_MOST], most[COLS_MOST];       /* of its widest word and paragraph, as composed */
	len_t num, den;                                /* the scale */
	struct { const void *was; void *now; } look[LOOKS_MOST]; int nlooks;
};

/* ---- what stands in a cell, as composed */

/* A paragraph's words, one space between them; its labels stand in its indent. */
static const char *words_of(struct zoom *z, const struct block *p)
{
	struct buf b = {0};
	for (uint32_t i = 0; i < p->nsegs; i++) {
		const struct blk_seg *g = &p->segs[i];
		if (g->kind == BLK_SEG_BREAK)
			buf_chr(&b, ' ');
		if (g->kind == BLK_SEG_TEXT && !(g->owner && g->owner->role == BLK_LBL))
			buf_put(&b, g->text, g->len);
	}
	return buf_take(&b, z->c->t->mem);
}

static len_t hang(const struct block *p) { return p->indent + (p->role == BLK_LI ? p->tab : 0); }

static void measure(struct zoom *z, const struct block *cell, int col)
{
	for (const struct block *p = cell; p; p = blk_walk(cell, p)) {
		if (p->flow != BLK_TEXT)
			continue;
		const char *s = words_of(z, p);
		const struct sty_char *ch = &p->style->ch;
		len_t all = fig_text_width(z->c->txt, ch, s, strlen(s)) + hang(p);
		z->most[col] = all > z->most[col] ? all : z->most[col];
		for (size_t n; *s; s += n + strspn(s + n, " ")) {
			n = strcspn(s, " ");
			len_t w = fig_text_width(z->c->txt, ch, s, n) + hang(p);
			z->least[col] = w > z->least[col] ? w : z->least[col];
		}
	}
}

/* False: something in it cannot be estimated. */
static bool read_rows(struct zoom *z)
{
	for (const struct block *row = z->grid; row; row = blk_walk(z->grid, row)) {
		int col = 0;
		if (row->flow == BLK_DRAWING || row->flow == BLK_IMAGE || (row->flow == BLK_GRID && row != z->grid))
			return false;
		for (const struct block *c = row->flow == BLK_ROW ? row->first : NULL; c; c = c->next, col++) {
			if (col >= z->ncols || c->cell->colspan > 1 || c->cell->rowspan > 1)
				return false;
			measure(z, c, col);
		}
	}
	return true;
}

/* ---- how many slides it takes */

static len_t scaled(const struct zoom *z, len_t v) { return len_scale(v, z->num, z->den); }

/* As layout shares the width (layout/column.c). False: words are too wide. */
static bool share(struct zoom *z, len_t width)
{
	const struct blk_table *t = z->grid->table;
	len_t pads = (z->ncols - 1) * t->style->pad_right, least = pads, most = pads;
	for (int i = 0; i < z->ncols; i++) {
		len_t fixed = t->cols[i].fixed ? t->cols[i].fixed - t->style->pad_right : 0;
		least += fixed ? fixed : scaled(z, z->least[i]);
		most += fixed ? fixed : scaled(z, z->most[i]);
		if (fixed && scaled(z, z->least[i]) > fixed)
			return false;
	}
	if (least > width || most <= pads)
		return false;
	for (int i = 0; i < z->ncols; i++) {
		len_t a = scaled(z, z->least[i]), b = scaled(z, z->most[i]);
		z->w[i] = t->cols[i].fixed ? t->cols[i].fixed - t->style->pad_right
			: most <= width    ? len_scale(width - pads, b, most - pads)
					   : a + len_scale(b - a, width - least, most - least);
	}
	return true;
}

static len_t high(struct zoom *z, const struct block *row)
{
	const struct sty_table *s = z->grid->table->style;
	len_t most = 0;
	int col = 0;
	for (const struct block *c = row->first; c; c = c->next, col++) {
		len_t h = 0;
		for (const struct block *p = c; p; p = blk_walk(c, p)) {
			if (p->flow != BLK_TEXT)
				continue;
			len_t w = len_scale(z->w[col], z->den, z->num) - hang(p);
			h += com_lines_in(z->c, &p->style->ch, words_of(z, p), w) * scaled(z, p->style->leading);
		}
		most = h > most ? h : most;
	}
	return most + s->pad_top + s->pad_bottom;
}

/* 0: it does not fit. */
static int slides(struct zoom *z)
{
	const struct sty_page *pg = &z->c->s->page;
	const len_t room = len_scale(pg->bottom - pg->top, SAFE, 100);
	len_t head = 0, used = 0;
	int n = 1;
	if (!share(z, pg->text))
		return 0;
	for (const struct block *row = z->grid; row; row = blk_walk(z->grid, row)) {
		len_t h = row->flow == BLK_ROW ? high(z, row) : 0;
		if (h && row->parent->role == BLK_THEAD) {
			head += h;
			continue;
		}
		if (head + h > room)
			return 0;
		n += used + h + head > room;
		used = used + h + head > room ? h : used + h;
	}
	return n;
}

/* ---- made larger */

static void *look(struct zoom *z, const void *was, size_t size)
{
	for (int i = 0; i < z->nlooks; i++)
		if (z->look[i].was == was)
			return z->look[i].now;
	void *now = mem_get(z->c->t->mem, size);
	memcpy(now, was, size);
	z->look[z->nlooks].was = was;
	z->look[z->nlooks++].now = now;
	return now;
}

static bool any_room(const struct zoom *z) { return z->nlooks < LOOKS_MOST; }

static const struct sty_para *larger_para(struct zoom *z, const struct sty_para *was)
{
	int before = z->nlooks;
	struct sty_para *p = look(z, was, sizeof *was);
	if (z->nlooks == before)
		return p;
	p->ch.size = scaled(z, p->ch.size);
	p->leading = scaled(z, p->leading);
	return p;
}

static const struct sty_char *larger_char(struct zoom *z, const struct sty_char *was)
{
	int before = z->nlooks;
	struct sty_char *ch = look(z, was, sizeof *was);
	if (z->nlooks > before)
		ch->size = scaled(z, ch->size);
	return ch;
}

static void enlarge(struct zoom *z)
{
	for (struct block *b = z->grid; b; b = blk_step(z->grid, b)) {
		if (b->role == BLK_LI || b->role == BLK_L) {
			b->tab = scaled(z, b->tab);
			b->indent = scaled(z, b->indent);
		}
		if (b->flow != BLK_TEXT)
			continue;
		if (any_room(z))
			b->style = larger_para(z, b->style);
		for (uint32_t i = 0; i < b->nsegs; i++)
			if (b->segs[i].ch && any_room(z))
				b->segs[i].ch = larger_char(z, b->segs[i].ch);
	}
}

void com_zoom(struct com *c, struct block *grid, bool goes_on)
{
	struct zoom z = {.c = c, .grid = grid, .ncols = grid->table->ncols, .num = 1, .den = 1};
	const len_t own = c->style[COM_TABELLE]->ch.size;
	int most = 0;
	if (!c->txt || z.ncols > COLS_MOST || own >= LARGEST || !read_rows(&z))
		return;
	most = slides(&z);
	z.den = own;
	for (z.num = LARGEST; most && z.num > own; z.num -= STEP) {
		int n = slides(&z);
		if (n && n <= (goes_on ? most : 1)) {
			enlarge(&z);
			return;
		}
	}
}
