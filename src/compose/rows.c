/* rows.c: rows of a table in a redline: words are compared cell by cell, in the columns they stand in, and a row that
 * is gone takes on the columns of the table it comes into. So every table stays regular (each place covered by one
 * cell), whatever changed: a column more, a row less inside a cell that reaches over several. */
#include <stdlib.h>
#include <string.h>

#include "compose/redline.h"
#include "model/grid.h"

enum { COLS = DOC_GRID_COLUMNS };

/* An author's table in both editions. */
struct red_table {
	struct red_table *next;
	const struct doc_node *old, *new;
	const struct doc_grid *was, *is;
	const struct block *old_grid;
	int to[COLS];                                  /* by column of the old edition: that of the new one, -1: none */
};

/* ---- columns that belong together */

static char *words_of(struct redline *r, const struct doc *doc, const struct doc_node *cell)
{
	struct buf b = {0};
	if (cell)
		doc_text(&b, doc, cell);
	return buf_take(&b, r->c->t->mem);
}

/* The head of each column: the lowest there is. */
static bool heads(struct redline *r, const struct doc *doc, const struct doc_grid *g, const char **head)
{
	bool any = false;
	memset(head, 0, COLS * sizeof *head);
	for (size_t i = 0; i < g->ncells; i++)
		for (int k = 0; g->cells[i].node->parent->kind == DOC_KOPFZEILE && k < g->cells[i].cols; k++) {
			head[g->cells[i].col + k] = words_of(r, doc, g->cells[i].node);
			any = true;
		}
	for (int k = 0; k < COLS; k++)
		head[k] = head[k] ? head[k] : "";
	return any;
}

/* Columns between two that are sure: as many as there are on both sides, from the left. */
static void pair_gap(int *to, int old, int nold, int new, int nnew)
{
	for (int k = 0; k < nold; k++)
		to[old + k] = k < nnew ? new + k : -1;
}

/* The most columns with equal heads, in order; between them by place. */
static void pair_heads(struct red_table *t, const char *const *a, const char *const *b)
{
	static const int end = COLS;
	uint8_t most[COLS + 1][COLS + 1];
	const int n = t->was->ncols, m = t->is->ncols;
	memset(most, 0, sizeof most);
	for (int i = n; i-- > 0;)
		for (int j = m; j-- > 0;) {
			int skip = most[i + 1][j] > most[i][j + 1] ? most[i + 1][j] : most[i][j + 1];
			int both = *a[i] && !strcmp(a[i], b[j]) ? 1 + most[i + 1][j + 1] : 0;
			most[i][j] = (uint8_t)(both >= skip ? both : skip);
		}
	int i = 0, j = 0, from_i = 0, from_j = 0;
	while (i < n && j < m) {
		bool same = *a[i] && !strcmp(a[i], b[j]) && most[i][j] == 1 + most[i + 1][j + 1];
		if (same) {
			pair_gap(t->to, from_i, i - from_i, from_j, j - from_j);
			t->to[i] = j;
			from_i = ++i;
			from_j = ++j;
		} else if (most[i + 1][j] >= most[i][j + 1]) {
			i++;
		} else {
			j++;
		}
	}
	pair_gap(t->to, from_i, n - from_i, from_j, m - from_j);
	for (i = n; i < end; i++)
		t->to[i] = -1;
}

static void add_table(struct redline *r, const struct doc_node *old, const struct doc_node *new)
{
	struct mem *m = r->c->t->mem;
	struct red_table *t = MEM_NEW(m, struct red_table);
	const char *a[COLS], *b[COLS];
	*t = (struct red_table){.next = r->tables,
		.old = old,
		.new = new,
		.was = doc_grid(m, old),
		.is = doc_grid(m, new),
		.old_grid = r->old.block_of[old->order]};
	bool was = heads(r, r->r->old_doc, t->was, a), is = heads(r, r->r->new_doc, t->is, b);
	if (was && is && t->was->ncols != t->is->ncols)
		pair_heads(t, a, b);
	else
		for (int k = 0; k < COLS; k++)
			t->to[k] = k < t->was->ncols && k < t->is->ncols ? k : -1;
	r->tables = t;
}

static const struct red_table *table_of(const struct redline *r, const struct doc_node *old, const struct doc_node *new)
{
	const struct red_table *t = r->tables;
	while (t && (t->old != old || t->new != new))
		t = t->next;
	return t;
}

static bool is_row(const struct doc_node *n)
{
	return (n->kind == DOC_ZEILE || n->kind == DOC_KOPFZEILE) && n->parent->kind == DOC_TABELLE;
}

/* Tables are those whose rows belong together. */
void red_tables(struct redline *r)
{
	const struct cmp *k = r->r;
	for (uint32_t g = 0; g < k->ngroups; g++)
		for (uint32_t i = 0; i < k->groups[g].nold && k->groups[g].nnew; i++) {
			const struct doc_node *old = k->old[k->groups[g].old[i]].node;
			const struct doc_node *new = k->new[*k->groups[g].new].node;
			if (is_row(old) && is_row(new) && (!r->tables || r->tables->old != old->parent) &&
				!table_of(r, old->parent, new->parent))
				add_table(r, old->parent, new->parent);
		}
}

/* ---- a row in both editions */

static const struct doc_grid_cell *place_of(const struct doc_grid *g, const struct doc_node *cell)
{
	size_t lo = 0, hi = g->ncells;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (g->cells[mid].node->order < cell->order)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < g->ncells && g->cells[lo].node == cell ? &g->cells[lo] : NULL;
}

/* The paragraphs of a row's item that stand in one of its cells. */
static void paras_in(struct redline *r, const struct half *h, uint32_t item, const struct doc_node *cell,
	struct red_found *out)
{
	for (int32_t t = h->first[item]; t >= 0; t = h->next[t]) {
		const struct doc_node *n = h->trace.v[t].node;
		while (n && n->kind != DOC_ZELLE)
			n = n->parent;
		if (n != cell)
			continue;
		MEM_ROOM_IN(r->c->t->mem, out->v, out->n, out->cap);
		out->v[out->n++] = h->trace.v[t].block;
	}
}

/* Is the column of the old cell now in the new one? What has no column any more is told in the one before it. */
static bool belongs(const struct red_table *t, const struct doc_grid_cell *old, const struct doc_grid_cell *new)
{
	int col = old->col, to;
	while ((to = t->to[col]) < 0 && col > 0)
		col--;
	to = to < 0 ? 0 : to;
	return to >= new->col && to < new->col + new->cols;
}

static void mark_cell(struct redline *r, struct mark_pair *p, const struct red_found *old, const struct red_found *new,
	struct block *cell)
{
	if (!new->n) {
		for (uint32_t i = 0; cell && i < old->n; i++)
			red_flatten(r, old->v[i], cell, cell->last);
		return;
	}
	p->old = old->v;
	p->nold = old->n;
	p->new = new->v;
	p->nnew = new->n;
	p->fresh = !old->n;
	red_pair(r, p);
}

struct red_found red_below(struct redline *r, struct block *root, enum blk_flow flow)
{
	struct red_found p = {0};
	for (struct block *b = root; b; b = blk_step(root, b)) {
		if (b->flow != flow)
			continue;
		MEM_ROOM_IN(r->c->t->mem, p.v, p.n, p.cap);
		p.v[p.n++] = b;
	}
	return p;
}

/* A Posten that is a row in both editions: its name, its amount. */
static bool posten_cells(struct redline *r, const struct doc_node *old, const struct doc_node *new, struct mark_pair *p)
{
	struct block *was = old->kind == DOC_POSTEN ? r->old.block_of[old->order] : NULL,
		     *is = new->kind == DOC_POSTEN ? r->new.block_of[new->order] : NULL;
	if (!was || !is || was->flow != BLK_ROW || is->flow != BLK_ROW)
		return false;
	for (struct block *a = was->first, *b = is->first; a && b; a = a->next, b = b->next) {
		const struct red_found from = red_below(r, a, BLK_TEXT), to = red_below(r, b, BLK_TEXT);
		mark_cell(r, p, &from, &to, b);
	}
	return true;
}

bool red_cells(struct redline *r, const struct cmp_group *g, struct mark_pair *p)
{
	const struct doc_node *old = r->r->old[*g->old].node, *new = r->r->new[*g->new].node;
	const struct red_table *t = g->nold == 1 && g->nnew == 1 && is_row(old) && is_row(new)
		? table_of(r, old->parent, new->parent) : NULL;
	if (!t)
		return g->nold == 1 && g->nnew == 1 && posten_cells(r, old, new, p);
	for (const struct doc_node *z = doc_child(new, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		const struct doc_grid_cell *to = place_of(t->is, z), *from;
		struct red_found was = {0}, is = {0};
		if (!to)
			continue;
		for (const struct doc_node *y = doc_child(old, DOC_ZELLE); y; y = doc_next(y, DOC_ZELLE))
			if ((from = place_of(t->was, y)) != NULL && belongs(t, from, to))
				paras_in(r, &r->old, *g->old, y, &was);
		paras_in(r, &r->new, *g->new, z, &is);
		mark_cell(r, p, &was, &is, r->new.block_of[z->order]);
	}
	return true;
}

/* ---- a row that is gone */

/* busy: for how many rows a cell from above still covers the column */
static void row_columns(struct redline *r, const struct block *row, int busy[COLS])
{
	int at = 0;
	for (const struct block *c = row->first; c; c = c->next) {
		while (at < COLS && busy[at] > 0)
			at++;
		r->col[c->num] = (uint8_t)(at < COLS ? at : COLS - 1);
		for (int k = 0; c->cell && k < c->cell->colspan && at < COLS; k++)
			busy[at++] = c->cell->rowspan;
	}
	for (int k = 0; k < COLS; k++)
		busy[k] -= busy[k] > 0;
}

/* By the old block's number: the column of each cell. A table inside a cell counts by itself. */
void red_columns(struct redline *r)
{
	r->col = mem_alloc(r->nold_blocks + 1);
	memset(r->col, 0, r->nold_blocks + 1);
	for (const struct block *g = r->old_root; g; g = blk_walk(r->old_root, g)) {
		int busy[COLS] = {0};
		for (const struct block *in = g->flow == BLK_GRID ? g->first : NULL; in; in = in->next)
			for (const struct block *row = in->first; row; row = row->next)
				if (row->flow == BLK_ROW)
					row_columns(r, row, busy);
	}
}

struct fit {                                       /* a table of the new edition, row by row */
	struct redline *r;
	int ncols;
	int busy[COLS]; struct block *over[COLS];      /* rows a cell from above still covers; that cell */
	struct block *at[COLS];                        /* of the row in work: who takes the column */
	/* where cells name their headers: of the column, the group row in force, of those that went the last */
	bool named; const struct block *head[COLS], *group, *gone_group;
};

static int column_now(const struct fit *f, const struct block *grid, int col)
{
	const struct red_table *t = f->r->tables;
	while (t && t->old_grid != grid)
		t = t->next;
	int to = t && col < COLS ? t->to[col] : col;
	return to < f->ncols ? to : -1;
}

/* The columns a cell of the old edition takes now, the gaps between them with it; 0: none is free. */
static int take(struct fit *f, struct block *c, const struct block *grid)
{
	int from = f->r->col[c->num], first = -1, last = -1;
	bool whole = c->cell->colspan >= grid->table->ncols;
	for (int k = 0; k < (whole ? f->ncols : c->cell->colspan); k++) {
		int to = whole ? k : column_now(f, grid, from + k);
		if (to < 0 || f->busy[to] || f->at[to])
			continue;
		if (first >= 0)
			while (last + 1 < to && !f->busy[last + 1] && !f->at[last + 1])
				last++;
		if (first >= 0 && last + 1 != to)
			break;
		last = to;
		first = first < 0 ? to : first;
	}
	for (int k = first; first >= 0 && k <= last; k++)
		f->at[k] = c;
	*c->cell = (struct blk_cell){.colspan = (uint16_t)(first < 0 ? 1 : last - first + 1),
		.rowspan = 1,
		.scope = c->cell->group ? BLK_SCOPE_ROW : c->cell->scope, /* no cell names it any more */
		.group = c->cell->group,
		.drop = c->cell->drop};
	return first < 0 ? 0 : last - first + 1;
}

static struct block *empty_cell(struct fit *f, struct block *row)
{
	struct block *b = blk_add(f->r->c->t, row, BLK_TD, BLK_CELL, row->file, row->line);
	b->cell = MEM_NEW(f->r->c->t->mem, struct blk_cell);
	*b->cell = (struct blk_cell){.colspan = 1, .rowspan = 1};
	return b;
}

static void give_away(struct block *cell, struct block *to)
{
	for (struct block *b = cell->first, *next; to && b; b = next) {
		next = b->next;
		red_link(to, to->last, b);
	}
}

/* A row of the old edition: its cells in their columns, the others empty; no cell reaches out of it. */
static void fit_row(struct fit *f, struct block *row, const struct block *grid)
{
	struct block *homeless = NULL, *next, *last = NULL;
	memset(f->at, 0, sizeof f->at);
	for (struct block *c = row->first; c; c = next) {
		next = c->next;
		if (c->cell && take(f, c, grid))
			continue;
		c->next = homeless;
		homeless = c;
	}
	row->first = row->last = NULL;
	for (int k = 0; k < f->ncols; k++) {
		if (f->busy[k])
			continue;
		if (!f->at[k])
			f->at[k] = empty_cell(f, row);
		else if (last != f->at[k])
			red_link(row, row->last, f->at[k]);
		last = f->at[k];
	}
	for (; homeless; homeless = next) {
		next = homeless->next;
		give_away(homeless, row->first ? row->first : f->over[0]);
	}
	/* what comes from above reaches down one row more */
	for (int k = 0; k < f->ncols; k++)
		if (f->busy[k] && (k == 0 || f->over[k] != f->over[k - 1]))
			f->over[k]->cell->rowspan++;
}

/* Whether cells of the table name their headers. */
static bool names_headers(const struct block *grid)
{
	for (const struct block *in = grid->first; in; in = in->next)
		for (const struct block *row = in->role == BLK_TBODY ? in->first : NULL; row; row = row->next)
			for (const struct block *c = row->first; c; c = c->next)
				if (c->cell && c->cell->nheaders)
					return true;
	return false;
}

/* A row that went names them as those do that are there: column, row, group. */
static void name_headers(struct fit *f, const struct block *row)
{
	const struct block *name = row->first && row->first->role == BLK_TH ? row->first : NULL,
			   *group = f->gone_group ? f->gone_group : f->group;
	if (name && name->cell->group) {
		f->gone_group = name;
		return;
	}
	for (int k = 0; f->named && k < f->ncols; k++) {
		struct block *c = f->at[k];
		const struct block *all[] = {f->head[k], name != c ? name : NULL, group};
		if (!c || !c->cell || c->cell->nheaders)
			continue;
		c->cell->headers = MEM_ARRAY(f->r->c->t->mem, const struct block *, 3);
		for (size_t i = 0; i < sizeof all / sizeof *all; i++)
			if (all[i])
				c->cell->headers[c->cell->nheaders++] = all[i];
	}
}

/* A head row: its cells name their columns. A group row: those below it belong to it. */
static void note_headers(struct fit *f, const struct block *row, bool head)
{
	if (row->first && row->first->cell && row->first->cell->group) {
		f->group = row->first;
		f->gone_group = row->next && row->next->num ? f->gone_group : NULL;
	}
	for (int k = 0; head && k < f->ncols; k++)
		f->head[k] = f->over[k] ? f->over[k] : f->head[k];
}

static void keep_row(struct fit *f, struct block *row)
{
	int at = 0;
	for (struct block *c = row->first; c; c = c->next) {
		while (at < f->ncols && f->busy[at] > 0)
			at++;
		for (int k = 0; c->cell && k < c->cell->colspan && at < f->ncols; k++) {
			f->over[at] = c;
			f->busy[at++] = c->cell->rowspan;
		}
	}
	for (int k = 0; k < f->ncols; k++)
		f->busy[k] -= f->busy[k] > 0;
}

static void fit_rows(struct fit *f, struct block *in)
{
	for (struct block *b = in->first, *next; b; b = next) {
		next = b->next;
		if (b->flow == BLK_STACK && (b->role == BLK_THEAD || b->role == BLK_TBODY)) {
			memset(f->busy, 0, sizeof f->busy);
			fit_rows(f, b);
		} else if (b->flow == BLK_ROW && b->num && f->r->from[b->num]) {
			fit_row(f, b, f->r->from[b->num]);
			name_headers(f, b);
			f->r->from[b->num] = NULL;
			if (!b->first)
				red_unlink(in, b);             /* cells from above cover all of it */
		} else if (b->flow == BLK_ROW) {
			keep_row(f, b);
			note_headers(f, b, in->role == BLK_THEAD);
		}
	}
}

void red_fit(struct redline *r, struct block *grid)
{
	struct fit f = {.r = r, .ncols = grid->table->ncols, .named = names_headers(grid)};
	if (f.ncols >= 1 && f.ncols <= COLS)
		fit_rows(&f, grid);
}
