/* table.c: rows to units. Rows that a cell spans are one unit; a row is divided only if a cell of it has many lines. */
#include <stdlib.h>
#include <string.h>

#include "layout/page.h"
#include "layout/para.h"
#include "layout/table.h"

/* Lines of a row that may be divided, and of one that is only if the page would stay too empty otherwise; rows that
 * stay with a head or a group row, which is never the last thing on a page. */
enum { TALL = 12, LONG = 8, DRAIN = 160, SPANS = 64, BELOW_HEAD = 2 };

static const len_t GROUP_TOP = 8000, GROUP_BOTTOM = 4000;

struct span { len_t y, h; int rows; };       /* a cell over several rows: begins at y, reaches down so many rows more */

/* A row header of the unit in work: its pieces, its rows from y0 to y1, those still to come. */
struct row_head { uint32_t first, n; len_t y0, y1; int rows; };

struct rows {                                      /* a table in work */
	struct lay *l; struct flow *f;
	const struct blk_table *t;
	struct grid *g;
	int ncols;
	struct lay_cols cols;
	len_t x[LAY_COLS + 1];                             /* edges of the columns */
	bool turned;                                   /* they run the other way than the page does */
	int busy[LAY_COLS];                                /* rows a cell from above still covers */
	struct span span[SPANS]; int nspans;
	uint32_t at, body;                             /* rows done, body rows among them */
	uint32_t total, head_rows;
	uint32_t first_unit;
	int keep;                                      /* so many rows must still stay with what is above */
	len_t high;
	struct row_head *heads; uint32_t nheads, cap_heads;
	/* the rows that become one unit */
	uint32_t first_piece, lines; len_t y, base; bool group, head, announces;
};

static uint32_t count_rows(const struct block *b, bool head, uint32_t *heads)
{
	uint32_t n = 0;
	for (const struct block *c = b->first; c; c = c->next)
		if (c->flow == BLK_ROW) {
			n++;
			*heads += head;
		} else if (c->flow == BLK_STACK && (c->role == BLK_THEAD || c->role == BLK_TBODY))
			n += count_rows(c, c->role == BLK_THEAD, heads);
	return n;
}

static struct sty_line rule_above(const struct rows *r)
{
	const struct sty_table *s = r->t->style;
	if (!r->at)
		return s->top;
	if (r->at == r->head_rows)
		return s->head.width ? s->head : s->row;
	if (r->t->sum_row && r->at == r->total - r->t->sum_row && s->sum.width)
		return s->sum;
	return s->row;
}

static void rule(struct rows *r, struct sty_line line, len_t x, len_t w, len_t y, bool inner)
{
	if (line.width <= 0 || w <= 0)
		return;
	struct piece *v = lay_piece(&r->f->p, PIECE_RULE, r->g->b);
	v->x = x;
	v->w = w;
	v->y = y;
	v->h = line.width;
	v->rgb = line.colour;
	v->artifact = LAY_LAYOUT;
	v->inner = inner;
}

/* The left edge of so many columns, on a page that begins at the left. */
static len_t edge(const struct rows *r, int col, int span)
{
	return r->turned ? r->x[0] + r->x[r->ncols] - r->x[col + span] : r->x[col];
}

/* Above a row, but not through cells that reach down past it. */
static void row_rule(struct rows *r, bool first_of_unit)
{
	struct sty_line line = rule_above(r);
	for (int c = 0, from; c < r->ncols; c++) {
		if (r->busy[c])
			continue;
		for (from = c; c < r->ncols && !r->busy[c];)
			c++;
		rule(r, line, edge(r, from, c - from), r->x[c] - r->x[from], r->y,
			first_of_unit && r->at > r->head_rows);
	}
}

static uint32_t lines_in(const struct flow *s)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->nu; i++)
		n += s->u[i].kind == PIECE_LINES;
	return n;
}

/* Sets a cell at the row's upper edge; gives its height with padding. */
static len_t cell(struct rows *r, const struct block *c, int col, int span)
{
	const struct sty_table *s = r->t->style;
	len_t right = col + span <= r->ncols ? blk_pad_right(r->t, col + span - 1) : 0;
	if (r->t->cols[col].align == STY_RECHTS)
		right += lay_beside_marks(r->l, &r->cols, c, col + span - 1);
	len_t x = edge(r, col, span) + (r->turned ? right : s->pad_left),
	      w = r->x[col + span] - r->x[col] - s->pad_left - right, base;
	len_t top = (c->cell->group ? GROUP_TOP : s->pad_top) + c->cell->drop,
	      bottom = c->cell->group ? GROUP_BOTTOM : s->pad_bottom;
	struct flow *f = lay_flow_get(r->l, x, w);
	f->align = col < r->t->ncols ? r->t->cols[col].align : 255;
	f->undivided = lay_undivided(w) || r->head;
	const uint32_t first = r->f->p.n;
	r->l->cells++;
	lay_flow_children(r->l, f, c);
	r->l->cells--;
	len_t h = lay_flow_stack(f, &r->f->p, r->y + top, &base);
	uint32_t n = lines_in(f);
	r->announces |= f->announces;
	lay_flow_put(r->l, f);
	if (base && !r->base)
		r->base = r->y + top + base;
	r->lines = n > r->lines ? n : r->lines;
	r->group |= c->cell->group;
	if (c->role == BLK_TH && c->cell->scope == BLK_SCOPE_ROW && !r->head) {
		MEM_ROOM(r->heads, r->nheads, r->cap_heads);
		r->heads[r->nheads++] = (struct row_head){first, r->f->p.n - first, r->y, 0, c->cell->rowspan};
	}
	return h + top + bottom;
}

/* Rows above end here: cells that span down to this row may need it higher. */
static len_t end_spans(struct rows *r, len_t h)
{
	int kept = 0;
	for (int i = 0; i < r->nspans; i++) {
		struct span s = r->span[i];
		if (--s.rows > 0)
			r->span[kept++] = s;
		else if (s.y + s.h - r->y > h)
			h = s.y + s.h - r->y;
	}
	r->nspans = kept;
	return h;
}

static void one_row(struct rows *r, const struct block *row, bool first_of_unit)
{
	len_t h = r->t->style->pad_top + r->t->style->pad_bottom;
	int col = 0;
	row_rule(r, first_of_unit);
	for (const struct block *c = row->first; c; c = c->next) {
		while (col < r->ncols && r->busy[col] > 0)
			col++;
		if (!c->cell || col >= r->ncols)
			continue;
		int span = c->cell->colspan < 1 ? 1 : c->cell->colspan;
		span = col + span > r->ncols ? r->ncols - col : span;
		len_t need = cell(r, c, col, span);
		if (c->cell->rowspan <= 1 || r->nspans == SPANS)
			h = need > h ? need : h;
		else
			r->span[r->nspans++] = (struct span){r->y, need, c->cell->rowspan};
		for (; span > 0; span--)
			r->busy[col++] = c->cell->rowspan;
	}
	for (int i = 0; i < r->ncols; i++)
		r->busy[i] -= r->busy[i] > 0;
	r->y += end_spans(r, h);
	for (uint32_t i = 0; i < r->nheads; i++)
		if (r->heads[i].rows-- > 0)
			r->heads[i].y1 = r->y;
	r->at++;
}

/* Does a cell reach into the next row? */
static bool joined(const struct rows *r)
{
	for (int i = 0; i < r->ncols; i++)
		if (r->busy[i])
			return true;
	return false;
}

static struct pieces copy(const struct rows *r, uint32_t first, uint32_t n)
{
	struct pieces p = {.v = MEM_ARRAY(r->l->mem, struct piece, n), .n = n, .cap = n};
	if (n)
		memcpy(p.v, r->f->p.v + first, n * sizeof *p.v);
	return p;
}

static struct unit *row_unit(struct rows *r, uint32_t first, uint32_t n, len_t height)
{
	uint8_t above = r->f->keep_lines > 0;
	struct unit *u = lay_unit(r->l, r->f, r->g->b, PIECE_RULE, height, r->base);
	u->first = first;
	u->n = n;
	const uint8_t keep = r->keep >= BELOW_HEAD ? KEEP_HEAD : above || r->keep > 0 ? KEEP_HARD : KEEP_NONE;
	if (u->keep < keep)
		u->keep = keep;
	u->grid = r->g;
	u->group = r->group ? NULL : r->f->group;
	for (uint32_t i = first; u->lead && i < first + n; i++)
		r->f->p.v[i].y += u->lead;
	lay_notes_read(r->l, r->f, first, n);
	u->note_end = r->l->notes.gone + r->l->notes.nu;
	return u;
}

/* Would a page's end before this slice leave a paragraph's first or last line alone? */
static bool lone_line(const struct rows *r, const struct slice *s)
{
	const struct piece *v = r->f->p.v;
	for (uint32_t i = s->first; i < s->first + s->n; i++) {
		if (v[i].kind != PIECE_LINES || !v[i].first)
			continue;
		bool whole = v[i].first != 1 && v[i].first + 1 != r->l->para[v[i].b->num]->nlines;
		for (uint32_t k = s->first; k < i && !whole; k++)      /* the line before is here, too */
			whole = v[k].kind == PIECE_LINES && v[k].b == v[i].b;
		if (!whole)
			return true;
	}
	return false;
}

static len_t bottom(const struct pieces *p)
{
	len_t low = 0;
	for (uint32_t i = 0; i < p->n; i++) {
		const struct piece *v = &p->v[i];
		len_t h = v->kind == PIECE_LINES ? (len_t)v->n * v->b->style->leading : v->h;
		low = v->y + h > low ? v->y + h : low;
	}
	return low;
}

/* Does the slice begin with a row, and its rule and padding? The rule is left out at a page's top. */
static bool own_top(const struct rows *r, const struct slice *s)
{
	bool top = true;
	for (uint32_t i = s->first; i < s->first + s->n; i++) {
		struct piece *v = &r->f->p.v[i];
		top &= v->kind != PIECE_LINES || v->y >= r->t->style->pad_top;
		v->inner |= v->kind == PIECE_RULE && v->y < r->t->style->pad_top;
	}
	return top;
}

/* The headers of rows that go on at y, from copies of all; before: those of the slice before, if they are the same. */
static const struct group *heads_at(struct rows *r, const struct pieces *copies, len_t y, const struct group *before)
{
	const struct pad { len_t top, bottom; } pad = {r->t->style->pad_top, r->t->style->pad_bottom};
	struct pieces all = {0};
	for (uint32_t i = 0; i < r->nheads; i++) {
		const struct row_head *h = &r->heads[i];
		if (h->y0 >= y || h->y1 <= y || bottom(&copies[i]) - h->y0 - pad.top > h->y1 - pad.bottom - y)
			continue;
		lay_pieces_put(&copies[i], 0, copies[i].n, &all, -h->y0);
	}
	bool same = before && before->row.n == all.n &&
		(!all.n || (before->row.v[0].b == all.v[0].b && before->row.v[all.n - 1].b == all.v[all.n - 1].b));
	struct group *g = NULL;
	if (!same && all.n) {
		g = MEM_NEW(r->l->mem, struct group);
		g->row = (struct pieces){
			.v = MEM_ARRAY(r->l->mem, struct piece, all.n), .n = all.n, .cap = all.n};
		memcpy(g->row.v, all.v, all.n * sizeof *all.v);
	}
	free(all.v);
	return same ? before : g;
}

/* A tall row: a page never ends after its first or before its last line. */
static void tall_row(struct rows *r, bool tall)
{
	struct slice *s;
	struct pieces *copies = MEM_ARRAY(r->l->mem, struct pieces, r->nheads + 1);
	for (uint32_t i = 0; i < r->nheads; i++)
		copies[i] = copy(r, r->heads[i].first, r->heads[i].n);
	uint32_t n = lay_slices(&r->f->p, r->first_piece, r->y, &s);
	const struct group *heads = NULL;
	len_t y = 0;
	for (uint32_t i = 0; i < n; y += s[i++].height) {
		struct unit *u = row_unit(r, s[i].first, s[i].n, s[i].height);
		u->slice = i > 0 && !own_top(r, &s[i]);
		u->heads = heads = i ? heads_at(r, copies, y, heads) : NULL;
		if (i && u->keep < KEEP_HARD && (i == 1 || i + 1 == n || lone_line(r, &s[i])))
			u->keep = KEEP_HARD;
		else if (i && !u->keep && !tall)
			u->keep = KEEP_SOFT;
		r->keep = 0;
		r->base = 0;
	}
	free(s);
}

/* The row just set is repeated above what is to come, in one line. */
static void repeat_group(struct rows *r)
{
	struct group *g = MEM_NEW(r->l->mem, struct group);
	*g = (struct group){copy(r, r->first_piece, r->f->p.n - r->first_piece), r->y};
	for (uint32_t i = 0; i < g->row.n; i++)
		if (g->row.v[i].kind == PIECE_LINES) {
			g->h -= (len_t)(g->row.v[i].n - 1) * g->row.v[i].b->style->leading;
			g->row.v[i].n = 1;
		}
	r->f->group = g;
}

/* Likewise, below the head rows so far. */
static void repeat_head(struct rows *r)
{
	lay_pieces_put(&r->f->p, r->first_piece, r->f->p.n - r->first_piece, &r->g->head, r->g->head_h);
	r->g->head_h += r->y;
	r->g->rule = r->t->style->head;
}

/* Of the row just set; it is read again as the row is divided. */
static len_t row_notes(struct rows *r)
{
	struct flow *notes = &r->l->notes;
	const uint32_t before = notes->nu;
	len_t h = 0;
	lay_notes_read(r->l, r->f, r->first_piece, r->f->p.n - r->first_piece);
	for (uint32_t i = before; i < notes->nu; i++)
		h += notes->u[i].height;
	notes->nu = before;
	return h;
}

/* On a slide only where it does not fit otherwise. */
static bool is_tall(struct rows *r)
{
	const struct sty_page *pg = &r->l->style->page;
	const struct blk_seq *q = r->l->seq->seq;
	const len_t high = pg->bottom - pg->top;
	if (r->head)
		return false;
	return q && q->slide ? r->y + r->g->head_h > high : r->lines >= TALL || r->y + row_notes(r) > high / 3;
}

/* Of a table without a head each row is a field of its own. */
static bool stands_alone(const struct rows *r) { return !r->head_rows && r->lines >= 3; }

/* Two rows at least stay on either side of a page's end, and with a head or group row or one that announces them. */
static void keep_rows(struct rows *r)
{
	if (r->keep > 0)
		r->keep--;
	if (r->group || r->head || r->announces)
		r->keep = BELOW_HEAD;
	else if (!r->body && r->keep < 1 && !stands_alone(r))
		r->keep = 1;
}

/* Rows that stay with the last one, or with a sum. */
static void keep_end(struct rows *r)
{
	const bool last = r->at == r->total, sum = r->t->sum_row && r->at > r->total - r->t->sum_row;
	if (r->body && !stands_alone(r) && (last || sum) && r->keep < 1)
		r->keep = 1;
}

static void put_row(struct rows *r)
{
	const struct blk_seq *q = r->l->seq->seq;
	const bool tall = is_tall(r), longer = r->lines >= LONG && !r->head && !(q && q->slide);
	if (tall || longer)
		tall_row(r, tall);
	else
		row_unit(r, r->first_piece, r->f->p.n - r->first_piece, r->y);
}

static void end_unit(struct rows *r)
{
	if (r->at == r->total)
		rule(r, r->t->style->end, r->x[0], r->x[r->ncols] - r->x[0], r->y, false);
	keep_end(r);
	if (r->group)
		repeat_group(r);
	if (r->head)
		repeat_head(r);
	if (r->group && r->body >= 2 && r->keep == 1)
		r->keep = 0;              /* the group before had one row only: that is no reason to chain the groups */
	uint32_t from = r->f->gone + r->f->nu;
	put_row(r);
	r->high += r->y;
	struct unit *u = &r->f->u[from - r->f->gone];
	u->grid_first = r->head || (!r->body && !r->g->head.n);
	if (from == r->first_unit)
		u->snap = !r->g->caption;
	keep_rows(r);
	r->body += !r->head && !r->group;
}

static void begin_unit(struct rows *r, bool head)
{
	r->first_piece = r->f->p.n;
	r->lines = r->nheads = 0;
	r->y = r->base = 0;
	r->group = r->announces = false;
	r->head = head;
}

/* So far so low that it is kept whole, if it ends here. */
static bool low(const struct rows *r)
{
	const struct sty_page *pg = &r->l->style->page;
	return (int64_t)r->high * 1000 <= (int64_t)r->t->style->keep_share * (pg->bottom - pg->top);
}

static void put_rows(struct rows *r, const struct block *b, bool head)
{
	bool open = false;
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->flow == BLK_STACK && (c->role == BLK_THEAD || c->role == BLK_TBODY))
			put_rows(r, c, c->role == BLK_THEAD);
		if (c->flow != BLK_ROW)
			continue;
		if (!open)
			begin_unit(r, head);
		one_row(r, c, !open);
		open = joined(r);
		if (open && c->next)
			continue;
		open = false;
		memset(r->busy, 0, sizeof r->busy);
		r->nspans = 0;
		end_unit(r);
		if (r->f->top && !r->f->hold && r->f->nu > DRAIN && !low(r))
			lay_pages_drain(r->l, r->f, false);
	}
}

static void keep_whole(struct rows *r)
{
	struct flow *f = r->f;
	if (!low(r))
		return;
	for (uint32_t i = r->first_unit + 1; i < f->gone + f->nu; i++)
		if (i > f->gone && f->u[i - f->gone].keep == KEEP_NONE)
			f->u[i - f->gone].keep = KEEP_SOFT;
}

static bool is_rows(const struct block *c)
{
	return c->flow == BLK_ROW || (c->flow == BLK_STACK && (c->role == BLK_THEAD || c->role == BLK_TBODY));
}

static len_t width_of(const struct blk_table *t, len_t room)
{
	len_t sum = 0;
	for (int i = 0; i < t->ncols; i++)
		sum += t->cols[i].fixed;
	return t->narrow && sum < room ? sum : room;
}

void lay_table(struct lay *l, struct flow *f, const struct block *b)
{
	struct rows r = {.l = l, .f = f, .t = b->table, .keep = 0};
	if (!b->table || b->table->ncols < 1 || b->table->ncols > LAY_COLS)
		return;
	r.ncols = b->table->ncols;
	const len_t room = f->w;
	f->w = width_of(b->table, room);
	r.g = MEM_NEW(l->mem, struct grid);
	*r.g = (struct grid){.b = b, .x = f->x, .w = f->w, .room = room, .rule = b->table->style->top,
		.head.mem = l->mem};
	r.total = count_rows(b, false, &r.head_rows);
	lay_columns(l, b, f->w, &r.cols);
	r.turned = blk_rtl(lay_lang(l, b)) != (l->seq->seq && l->seq->seq->rtl);
	r.x[0] = f->x;
	for (int i = 0; i < r.ncols; i++)
		r.x[i + 1] = r.x[i] + r.cols.w[i];
	const struct block *c = b->first;
	f->w = room;
	for (; c && !is_rows(c); c = c->next) {
		lay_flow_block(l, f, c);
		r.g->caption = c->flow == BLK_TEXT ? c : r.g->caption;
	}
	f->w = r.g->w;
	const struct group *group = f->group;
	f->group = NULL;
	r.first_unit = f->gone + f->nu;
	put_rows(&r, b, false);
	free(r.heads);
	keep_whole(&r);
	f->group = group;
	for (; c; c = c->next)
		if (!is_rows(c))
			lay_flow_block(l, f, c);
	f->w = room;
}
