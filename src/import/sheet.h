/* sheet.h: what the readers of spreadsheets share: a sheet is a heading and its tables; an empty row ends a table. */
#ifndef IMPORT_SHEET_H
#define IMPORT_SHEET_H
#include "import/flow.h"

struct sheet {
	struct imp_flow *f;
	struct imp_node *to;                           /* takes the tables */
	struct imp_node *table, *row;                  /* being filled; NULL: none */
	int column, line;                              /* of the next cell, from 0; row of the sheet, from 1 */
	int pending;                                   /* empty columns before the next cell that says something */
};

void sheet_begin(struct sheet *, struct imp_flow *, const char *name);      /* name NULL: no heading */
void sheet_row(struct sheet *, int line);
/* One cell with its text; what is "" only moves on. The cell, NULL: it is empty. */
struct imp_node *sheet_cell(struct sheet *, int column, const char *text);
void sheet_end(struct sheet *);
/* Of the tables from a node on: what a cell with several rows covers below it is no cell of its own. */
void sheet_cover(struct imp_flow *, struct imp_node *from);
/* A number as the sheet shows it in German: format is that of the cell, NULL: none ("#,##0.00 \"€\"", "0%", "yyyy-
 * mm-dd"); epoch: days its dates count from later than 30 December 1899. */
const char *sheet_number(struct mem *, const char *value, const char *format, int epoch);

#endif
