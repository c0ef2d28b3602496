/* grid.c: the rows are gone through once; reach says for each column how many rows a cell above still takes. */
#include "model/grid.h"

#include <stdlib.h>
#include <string.h>

struct walk {
	struct mem *mem;
	struct doc_grid *g;
	size_t cap_cells, cap_faults;
	int reach[DOC_GRID_COLUMNS];                   /* rows, beginning with the present one */
	const struct doc_node *owner[DOC_GRID_COLUMNS];/* the cell that reaches */
};

static void fault(struct walk *w, enum doc_grid_fault_kind kind, const struct doc_node *at, int is, int want)
{
	MEM_ROOM_IN(w->mem, w->g->faults, w->g->nfaults, w->cap_faults);
	w->g->faults[w->g->nfaults++] = (struct doc_grid_fault){kind, at, is, want};
}

enum { SPAN_MAX = 99999 };                             /* more is as good as endless */

static int count(const struct doc_node *n, enum doc_attr attr)
{
	const char *s = doc_get(n, attr);
	int v = s && strlen(s) < 6 ? atoi(s) : s ? SPAN_MAX : 1;
	return v < 1 ? 1 : v;
}

static int rows_from(const struct doc_node *row)
{
	int n = 0;
	for (const struct doc_node *r = row; r && r->kind != DOC_GRUPPE; r = r->next)
		n += r->kind == row->kind;
	return n;
}

/* The cell stands at col; false: another reaches into its place. */
static bool claim(struct walk *w, const struct doc_node *cell, int col, int cols, int rows)
{
	bool free = true;
	for (int i = col; i < col + cols; i++) {
		free &= !w->reach[i];
		w->reach[i] = rows;
		w->owner[i] = cell;
	}
	return free;
}

/* The column after the cell. */
static int place(struct walk *w, const struct doc_node *cell, int col, int rows_left)
{
	int cols = count(cell, DOC_A_SPALTEN), rows = count(cell, DOC_A_ZEILEN);
	if (cols > w->g->ncols - col)
		fault(w, DOC_GRID_WIDE, cell, cols, w->g->ncols - col);
	if (rows > rows_left)
		fault(w, DOC_GRID_DEEP, cell, rows, rows_left);
	cols = cols > w->g->ncols - col ? w->g->ncols - col : cols;
	rows = rows > rows_left ? rows_left : rows;
	if (!claim(w, cell, col, cols, rows))
		fault(w, DOC_GRID_OVER, cell, 0, 0);
	MEM_ROOM_IN(w->mem, w->g->cells, w->g->ncells, w->cap_cells);
	w->g->cells[w->g->ncells++] = (struct doc_grid_cell){cell, col, cols, rows};
	return col + cols;
}

static int next_free(const struct walk *w, int col)
{
	while (col < w->g->ncols && w->reach[col])
		col++;
	return col;
}

/* left: rows of head or body from this one on, up to a group row. */
static void row(struct walk *w, const struct doc_node *row, int left)
{
	int col = 0, covered = 0;
	const struct doc_node *cell = doc_child(row, DOC_ZELLE);
	for (; cell && (col = next_free(w, col)) < w->g->ncols; cell = doc_next(cell, DOC_ZELLE))
		col = place(w, cell, col, left);
	if (cell)
		fault(w, DOC_GRID_MANY, cell, 0, w->g->ncols);
	for (int i = 0; i < w->g->ncols; i++) {
		covered += w->reach[i] > 0;
		w->reach[i] -= w->reach[i] > 0;
	}
	if (covered < w->g->ncols)
		fault(w, DOC_GRID_FEW, row, covered, w->g->ncols);
}

static void rows(struct walk *w, const struct doc_node *table, enum doc_kind kind)
{
	int left = 0;
	for (const struct doc_node *r = table->first; r; r = r->next) {
		if (r->kind != kind) {
			left = r->kind == DOC_GRUPPE ? 0 : left;
			continue;
		}
		left = left ? left : rows_from(r);
		row(w, r, left--);
	}
}

struct doc_grid *doc_grid(struct mem *m, const struct doc_node *table)
{
	struct walk w = {.mem = m, .g = MEM_NEW(m, struct doc_grid)};
	for (const struct doc_node *s = doc_child(table, DOC_SPALTE); s; s = doc_next(s, DOC_SPALTE))
		w.g->ncols++;
	if (w.g->ncols > DOC_GRID_COLUMNS) {
		fault(&w, DOC_GRID_BREADTH, table, w.g->ncols, DOC_GRID_COLUMNS);
		return w.g;
	}
	rows(&w, table, DOC_KOPFZEILE);
	rows(&w, table, DOC_ZEILE);
	return w.g;
}
