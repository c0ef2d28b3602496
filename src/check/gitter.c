/* gitter.c: the data of a chart or of a table as rows and columns of numbers. */
#include "check/claim.h"
#include "check/number.h"
#include "model/grid.h"

/* The value of a cell, in units of 10^-4; false: it is no number, or a large one. */
static bool value_of(const char *cell, int64_t *v)
{
	enum { HUNDRED = 1000000 };
	const struct chk_number n = chk_number(cell);
	*v = chk_scaled(n, CHK_DECIMALS);
	return n.ok && n.decimals <= CHK_DECIMALS && n.v < INT64_MAX / HUNDRED && n.v > INT64_MIN / HUNDRED;
}

static bool read_values(struct chk *c, struct chk_grid *g)
{
	int64_t *v = MEM_ARRAY(c->mem, int64_t, g->rows * g->cols);
	for (size_t i = 1; i < g->rows; i++)
		for (size_t k = 1; k < g->cols; k++)
			if (!value_of(g->cell[i * g->cols + k], &v[i * g->cols + k]))
				return false;
	g->value = v;
	return g->rows > 2 && g->cols > 1;
}

static const struct doc_node *first_row(const struct doc_node *table)
{
	const struct doc_node *head = doc_child(table, DOC_KOPFZEILE);
	return head && !doc_next(head, DOC_KOPFZEILE) && !doc_child(table, DOC_GRUPPE) ? head : NULL;
}

/* One head row, no groups, no cell across others; rows of sums are left out. */
static bool read_table(struct chk *c, const struct doc_node *table, struct chk_grid *g)
{
	const struct doc_grid *grid = doc_grid(c->mem, table);
	const size_t cols = (size_t)grid->ncols;
	const struct doc_node *head = first_row(table);
	if (grid->nfaults || !head || cols < 2)
		return false;
	const char **cell = MEM_ARRAY(c->mem, const char *, grid->ncells + 1);
	size_t n = 0;
	for (size_t i = 0; i < grid->ncells; i++) {
		const struct doc_grid_cell *k = &grid->cells[i];
		if (k->cols != 1 || k->rows != 1)
			return false;
		if (k->node->parent == head || !doc_is(k->node->parent, DOC_A_ART, "summe"))
			cell[n++] = chk_str(c, k->node);
	}
	*g = (struct chk_grid){.rows = n / cols, .cols = cols, .cell = cell};
	return n % cols == 0 && read_values(c, g);
}

bool chk_grid_of(struct chk *c, const struct doc_node *n, struct chk_grid *g, const char **path)
{
	if (n->kind == DOC_TABELLE) {
		*path = chk_place(c, n);
		return read_table(c, n, g);
	}
	*path = doc_get(n, DOC_A_DATEN);
	const struct doc_csv *csv = *path ? doc_csv(c->doc, *path) : NULL;
	if (!csv)
		return false;
	*g = (struct chk_grid){csv->rows, csv->cols, csv->cell, NULL, doc_get(n, DOC_A_EINHEIT)};
	return read_values(c, g);
}
