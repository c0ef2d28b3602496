/* grid.h: where each cell of an author's table stands, and what keeps the table from being regular (each place covered
 * by exactly one cell), as PDF/UA-1 7.5 asks. Worked out in one place for check and compose. */
#ifndef MODEL_GRID_H
#define MODEL_GRID_H
#include "model/doc.h"

enum { DOC_GRID_COLUMNS = 64 };                        /* at most */

struct doc_grid_cell {
	const struct doc_node *node;
	int col, cols, rows;                          /* col from 0; within the table, even where the author's is not */
};

enum doc_grid_fault_kind {
	DOC_GRID_FEW,                                  /* row: is places covered, want columns */
	DOC_GRID_MANY,                                 /* first cell without a column; want columns */
	DOC_GRID_WIDE,                                 /* cell: is its columns, want those left */
	DOC_GRID_DEEP,                         /* cell: is its rows, want those left in the head or up to a group row */
	DOC_GRID_OVER,                                 /* cell across another that reaches down from above */
	DOC_GRID_BREADTH                               /* table: is its columns, want DOC_GRID_COLUMNS */
};

struct doc_grid_fault { enum doc_grid_fault_kind kind; const struct doc_node *at; int is, want; };

struct doc_grid {
	int ncols;
	struct doc_grid_cell *cells;              /* of all rows, in document order; none for a cell without a column */
	size_t ncells;
	struct doc_grid_fault *faults;                 /* none: the table is regular */
	size_t nfaults;
};

/* table: a tabelle, with its spalte elements. In the arena. */
struct doc_grid *doc_grid(struct mem *, const struct doc_node *table);

#endif
