/* table.c: tables: the author's, and the pieces of which the generated ones are made. */
#include <stdlib.h>
#include <string.h>

#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/tree.h"
#include "compose/walk.h"

struct tab {
	struct com_grid g;
	struct block *body, *head;
	int ncols, at;                                 /* column reached in the row */
	int busy[COM_COLS_MAX];                            /* rows a cell above still reaches down */
	bool row_header[COM_COLS_MAX];
	const struct block *column[COM_COLS_MAX];          /* its header cell */
	const struct block *group;                     /* the group row in force; NULL: none */
	/* the row's header cells so far, and those that reach down from above; NULL: none */
	const struct block *row_head[COM_COLS_MAX];
	bool named;                          /* group rows or row headers over several rows: cells name their headers */
};

static int number(const struct doc_node *n, enum doc_attr attr)
{
	const char *s = doc_get(n, attr);
	int v = s && strlen(s) < 6 ? atoi(s) : 1;
	return v < 1 ? 1 : v;
}

static int widest_row(const struct doc_node *n)
{
	int most = 0;
	for (const struct doc_node *r = n->first; r; r = r->next) {
		int k = 0;
		for (const struct doc_node *z = doc_child(r, DOC_ZELLE); z && k < COM_COLS_MAX;
			z = doc_next(z, DOC_ZELLE))
			k += number(z, DOC_A_SPALTEN);
		most = k > most ? k : most;
	}
	return most > COM_COLS_MAX ? COM_COLS_MAX : most;
}

static int columns_of(const struct doc_node *n)
{
	int k = 0;
	for (const struct doc_node *s = doc_child(n, DOC_SPALTE); s && k < COM_COLS_MAX; s = doc_next(s, DOC_SPALTE))
		k++;
	return k ? k : widest_row(n);
}

static void set_columns(struct tab *t, const struct doc_node *n)
{
	int i = 0;
	for (const struct doc_node *s = doc_child(n, DOC_SPALTE); s && i < t->ncols; s = doc_next(s, DOC_SPALTE), i++) {
		t->g.cols[i].fixed = com_mm(doc_get(s, DOC_A_BREITE));
		t->g.cols[i].align = doc_is(s, DOC_A_AUSRICHTUNG, "rechts") ? STY_RECHTS : STY_FLATTER;
		t->g.cols[i].least = t->g.cols[i].align == STY_RECHTS && t->ncols <= 5 ? LEN_MM(23) : 0;
		t->row_header[i] = doc_is(s, DOC_A_ART, "zeilenkopf");
	}
}

static int next_free(const struct tab *t, int at)
{
	while (at < t->ncols && t->busy[at])
		at++;
	return at;
}

static void occupy(struct tab *t, int at, int cols, int rows)
{
	for (int i = at; i < at + cols && i < t->ncols; i++)
		t->busy[i] = rows;
	t->at = at + cols;
}

static void end_row(struct tab *t)
{
	for (int i = 0; i < t->ncols; i++)
		if (t->busy[i] == 0 || --t->busy[i] == 0)
			t->row_head[i] = NULL;
	t->at = 0;
}

static void add_header(struct com *c, const struct tab *t, struct block *cell, const struct block *header)
{
	struct blk_cell *x = cell->cell;
	if (!header || header == cell || (x->nheaders && x->headers[x->nheaders - 1] == header))
		return;
	if (!x->headers)
		x->headers = MEM_ARRAY(c->t->mem, const struct block *, t->ncols + 2);
	x->headers[x->nheaders++] = header;
}

/* Where group rows stand between or a row header reaches over several rows, Scope is not enough: the cell names column,
 * rows and group. */
static void name_headers(struct com *c, struct tab *t, struct block *cell, int at)
{
	add_header(c, t, cell, t->column[at]);
	for (int i = 0; i < at; i++)
		add_header(c, t, cell, t->row_head[i]);
	add_header(c, t, cell, t->group);
}

static struct block *cell(struct com *c, struct tab *t, const struct doc_node *z, struct block *row, enum blk_role role,
	enum blk_scope scope, const struct sty_para *style)
{
	int at = next_free(t, t->at), cols = number(z, DOC_A_SPALTEN), rows = number(z, DOC_A_ZEILEN);
	if (at >= t->ncols)                            /* too many cells: told by check; the last column takes them */
		at = t->ncols - 1;
	if (cols > t->ncols - at)
		cols = t->ncols - at;
	rows = rows > 1000 ? 1000 : rows;
	com_push(c);
	struct block *b = com_cell(c, z, row, role, scope, COM_ALIGN_COLUMN);
	b->cell->colspan = (uint16_t)cols;
	b->cell->rowspan = (uint16_t)rows;
	c->o.body = c->o.item = style;
	com_children(c, z);
	com_pop(c);
	occupy(t, at, cols, rows);
	return b;
}

static void head_row(struct com *c, struct tab *t, const struct doc_node *n)
{
	if (!t->head)
		t->head = com_in(c, n, t->g.grid, BLK_THEAD, BLK_STACK);
	struct block *row = com_row(c, n, t->head);
	for (const struct doc_node *z = doc_child(n, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		struct block *b = cell(c, t, z, row, BLK_TH, BLK_SCOPE_COLUMN, c->style[COM_TABKOPF]);
		for (int i = t->at - b->cell->colspan; i < t->at && i < t->ncols; i++)
			t->column[i] = b;
	}
	end_row(t);
}

static void body_row(struct com *c, struct tab *t, const struct doc_node *n)
{
	bool sum = doc_is(n, DOC_A_ART, "summe");
	struct block *row = com_row(c, n, t->body);
	for (const struct doc_node *z = doc_child(n, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		int at = next_free(t, t->at);
		at = at < t->ncols ? at : t->ncols - 1;
		bool head = t->row_header[at] || (sum && at == 0);
		struct block *b = cell(c, t, z, row, head ? BLK_TH : BLK_TD, head ? BLK_SCOPE_ROW : BLK_SCOPE_NONE,
			c->style[sum ? COM_SUMME : COM_TABELLE]);
		if (t->named)
			name_headers(c, t, b, at);
		for (int i = at; i < at + b->cell->colspan; i++)
			t->row_head[i] = head ? b : NULL;
	}
	t->g.table->sum_row = sum ? (uint8_t)(t->g.table->sum_row + (t->g.table->sum_row < 255)) : 0;
	end_row(t);
}

static void group_row(struct com *c, struct tab *t, const struct doc_node *n)
{
	struct block *row = com_row(c, n, t->body);
	com_push(c);
	struct block *b = com_cell(c, n, row, BLK_TH, BLK_SCOPE_NONE, COM_ALIGN_COLUMN);
	b->cell->colspan = (uint16_t)t->ncols;
	b->cell->group = true;
	c->o.body = c->o.item = c->style[COM_GRUPPE];
	com_children(c, n);
	com_pop(c);
	t->group = b;
	end_row(t);
}

static bool has_sum(const struct doc_node *n)
{
	for (const struct doc_node *r = doc_child(n, DOC_ZEILE); r; r = doc_next(r, DOC_ZEILE))
		if (doc_is(r, DOC_A_ART, "summe"))
			return true;
	return false;
}

static bool spans_rows(const struct doc_node *n)
{
	for (const struct doc_node *r = doc_child(n, DOC_ZEILE); r; r = doc_next(r, DOC_ZEILE))
		for (const struct doc_node *z = doc_child(r, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE))
			if (number(z, DOC_A_ZEILEN) > 1)
				return true;
	return false;
}

bool com_on_tabelle(struct com *c, const struct doc_node *n)
{
	struct tab t = {.ncols = columns_of(n), .named = doc_child(n, DOC_GRUPPE) || spans_rows(n)};
	if (!t.ncols)
		return false;
	const struct doc_node *title = doc_child(n, DOC_TITEL);
	t.g = com_grid(c, n, has_sum(n) ? "summe" : "daten", t.ncols);
	t.g.grid->place = c->o.small || c->o.hang ? BLK_AXIS : BLK_FULL;
	t.g.table->hints = !c->o.small && !c->slides;
	set_columns(&t, n);
	if (title)
		com_caption(c, n, &t.g, n->number, title, NULL);
	for (const struct doc_node *r = doc_child(n, DOC_KOPFZEILE); r; r = doc_next(r, DOC_KOPFZEILE))
		head_row(c, &t, r);
	t.body = com_in(c, n, t.g.grid, BLK_TBODY, BLK_STACK);
	for (const struct doc_node *r = n->first; r; r = r->next)
		if (r->kind == DOC_ZEILE)
			body_row(c, &t, r);
		else if (r->kind == DOC_GRUPPE)
			group_row(c, &t, r);
	return false;
}
