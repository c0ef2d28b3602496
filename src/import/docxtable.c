/* docxtable.c: tables of a Word file: spans, rows that begin late, cells that go on from the row above. */
#include <stdlib.h>
#include <string.h>

#include "import/docx.h"

enum { COLUMNS = 1024 };

/* Which cell each column of the row above belongs to, for cells that go on below (vMerge). */
struct grid { struct imp_node *above[COLUMNS]; };

static int number(const struct mk *pr, const char *name)
{
	const char *s = mk_val(pr, name);
	int v = s ? atoi(s) : 0;
	return v < 0 ? 0 : v > COLUMNS ? COLUMNS : v;
}

static void fill(struct docx *d, struct imp_node *row, int columns)
{
	if (columns > 0)
		imp_add(d->f, row, IMP_CELL)->cols = columns;
}

/* A cell that goes on from above; what was written into it all the same comes to that cell. */
static void go_on(struct docx *d, const struct mk *tc, struct imp_node *above)
{
	above->rows++;
	docx_blocks(d, tc, above);
}

static int cell(struct docx *d, const struct mk *tc, struct imp_node *row, struct grid *g, int column)
{
	const struct mk *pr = mk_child(tc, "w:tcPr"), *merge = mk_child(pr, "w:vMerge");
	const char *state = mk_get(merge, "w:val"), *flat = mk_val(pr, "w:hMerge");
	int span = number(pr, "w:gridSpan");
	span = span < 1 ? 1 : span;
	bool fits = column + span <= COLUMNS, goes_on = merge && !(state && !strcmp(state, "restart"));
	struct imp_node *above = fits ? g->above[column] : NULL;
	if (goes_on && above && above->cols == span) {
		go_on(d, tc, above);
		return span;
	}
	if (flat && !strcmp(flat, "continue") && row->last) {
		row->last->cols += span;
		docx_blocks(d, tc, row->last);
		return span;
	}
	struct imp_node *c = imp_add(d->f, row, IMP_CELL);
	c->cols = span;
	docx_blocks(d, tc, c);
	for (int i = column; fits && i < column + span; i++)
		g->above[i] = merge ? c : NULL;
	return span;
}

/* A paragraph between cells or rows, where none may be. */
static void stray(struct docx *d, const struct mk *p, struct imp_node *to)
{
	struct mk *next, shell = mk_alone(p, "w:body", &next);
	docx_blocks(d, &shell, to);
	mk_rejoin(p, next);
}

static int cells(struct docx *d, const struct mk *parent, struct imp_node *row, struct grid *g, int column)
{
	for (const struct mk *n = parent->first; n; n = n->next) {
		if (mk_is(n, "w:tc"))
			column += cell(d, n, row, g, column);
		else if (mk_is(n, "mc:AlternateContent") && docx_alternate(n))
			column = cells(d, docx_alternate(n), row, g, column);
		else if (mk_is(n, "w:p")) {
			stray(d, n, imp_add(d->f, row, IMP_CELL));
			column++;
		} else if (n->name && !mk_is(n, "w:trPr") && !mk_is(n, "w:tblPrEx") && !mk_is(n, "w:sdtPr") && n->first)
			column = cells(d, n, row, g, column);
	}
	return column;
}

static void one_row(struct docx *d, const struct mk *tr, struct imp_node *table, struct grid *g)
{
	const struct mk *pr = mk_child(tr, "w:trPr"), *ins = mk_child(pr, "w:ins"), *del = mk_child(pr, "w:del");
	struct imp_node *row = imp_add(d->f, table, IMP_ROW);
	enum imp_change was = d->row_change;
	const struct mk *mark = d->row_mark;
	int before = number(pr, "w:gridBefore");
	row->head = mk_on(pr, "w:tblHeader");
	if (ins || del) {
		d->row_change = row->change = del ? IMP_DELETED : IMP_INSERTED;
		d->row_mark = del ? del : ins;
	}
	fill(d, row, before);
	for (int i = 0; i < before && i < COLUMNS; i++)
		g->above[i] = NULL;
	cells(d, tr, row, g, before);
	fill(d, row, number(pr, "w:gridAfter"));
	if (mk_on(pr, "w:hidden"))
		imp_hide(row);
	if (!row->first)
		imp_cut(row);
	d->row_change = was;
	d->row_mark = mark;
}

static void rows(struct docx *d, const struct mk *parent, struct imp_node *table, struct grid *g)
{
	for (const struct mk *n = parent->first; n; n = n->next) {
		if (mk_is(n, "w:tr"))
			one_row(d, n, table, g);
		else if (mk_is(n, "mc:AlternateContent") && docx_alternate(n))
			rows(d, docx_alternate(n), table, g);
		else if (mk_is(n, "w:p"))
			stray(d, n, imp_add(d->f, imp_add(d->f, table, IMP_ROW), IMP_CELL));
		else if (n->name && !mk_is(n, "w:tblPr") && !mk_is(n, "w:tblGrid") && !mk_is(n, "w:sdtPr") && n->first)
			rows(d, n, table, g);
	}
}

void docx_table(struct docx *d, const struct mk *at, struct imp_node *to)
{
	struct grid *g = mem_alloc(sizeof *g);
	const struct mk *pr = mk_child(at, "w:tblPr");
	const char *style = mk_val(pr, "w:tblStyle"), *alt = mk_val(pr, "w:tblDescription");
	struct imp_node *table = imp_add(d->f, to, IMP_TABLE);
	memset(g, 0, sizeof *g);
	d->joined = NULL;
	table->line = ++d->block;
	table->page = d->page;
	table->style = style && *docx_style(d->styles, style)->name ? docx_style(d->styles, style)->name : NULL;
	table->alt = alt;
	if (mk_val(pr, "w:tblCaption"))
		table->name = mk_val(pr, "w:tblCaption");
	rows(d, at, table, g);
	if (!table->first)
		imp_cut(table);
	d->joined = NULL;                              /* nothing is joined over a table */
	free(g);
}
