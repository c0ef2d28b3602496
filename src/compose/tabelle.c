/* tabelle.c: the author's tables. */
#include <stdlib.h>
#include <string.h>

#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/language.h"
#include "compose/number.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "compose/zoom.h"
#include "model/grid.h"

enum { HEADS = 4 };                                /* head rows whose cells a cell names; of more the last ones */

/* A table in work. */
struct tab {
	struct com_grid g;
	struct block *body, *head;                     /* TBody and THead; head NULL: no head row yet */
	const struct doc_grid *places;                 /* of the cells, in the order they come */
	size_t next;                                   /* the place after that of the cell before */
	int ncols;
	int reach[DOC_GRID_COLUMNS];                   /* rows for which row_head still holds */
	int decimals[DOC_GRID_COLUMNS];                /* the most of a number in a column of numbers */
	bool whole[DOC_GRID_COLUMNS];                  /* whole numbers have them too */
	bool row_header[DOC_GRID_COLUMNS];             /* the author made the column one of row heads */
	const struct block *column[HEADS][DOC_GRID_COLUMNS];   /* its header cells, by row */
	int heads;                                     /* head rows so far */
	const struct block *group;                     /* the group row in force; NULL: none */
	/* the row's header cells so far, and those that reach down from above; NULL: none */
	const struct block *row_head[DOC_GRID_COLUMNS];
	/* group rows, row headers over several rows or several head rows: cells name their headers */
	bool named;
};

/* Of a column but the first, unless the author says where it stands: does it hold numbers, and no years? */
static bool of_numbers(struct com *c, const struct tab *t, int column)
{
	size_t numbers = 0, years = 0;
	for (size_t i = 0; i < t->places->ncells; i++) {
		const struct doc_grid_cell *k = &t->places->cells[i];
		const char *s = k->col == column && k->node->parent->kind == DOC_ZEILE ? com_plain(c, k->node) : "–";
		const struct com_number is = com_number(s);
		numbers += is.unit != NULL;
		years += is.year;
		if (!is.unit && *s && strcmp(s, "–") != 0)
			return false;
	}
	return numbers > years;
}

static bool on_the_right(struct com *c, const struct tab *t, const struct doc_node *column, int i)
{
	const char *said = doc_get(column, DOC_A_AUSRICHTUNG);
	return said ? !strcmp(said, "rechts") : i > 0 && of_numbers(c, t, i);
}

static void set_columns(struct com *c, struct tab *t, const struct doc_node *n)
{
	int i = 0;
	for (const struct doc_node *s = doc_child(n, DOC_SPALTE); s && i < t->ncols; s = doc_next(s, DOC_SPALTE), i++) {
		t->g.cols[i].fixed = com_mm(doc_get(s, DOC_A_BREITE));
		t->g.cols[i].align = on_the_right(c, t, s, i) ? STY_RECHTS : STY_FLATTER;
		t->g.cols[i].least = t->g.cols[i].align == STY_RECHTS && t->ncols <= 5 ? COM_AMOUNTS_LEAST : 0;
		t->row_header[i] = doc_is(s, DOC_A_ART, "zeilenkopf");
	}
}

/* Numbers of a column stand one below the other with as many decimals: 45,55 and 36,40. Whole ones too, where most of
 * them have some: 61,50 and 46,00. */
static void find_decimals(struct com *c, struct tab *t)
{
	int whole[DOC_GRID_COLUMNS] = {0}, parted[DOC_GRID_COLUMNS] = {0};
	for (size_t i = 0; i < t->places->ncells; i++) {
		const struct doc_grid_cell *k = &t->places->cells[i];
		const struct com_number is = com_number(com_plain(c, k->node));
		if (!is.unit || t->g.cols[k->col].align != STY_RECHTS)
			continue;
		*(is.decimals ? &parted[k->col] : &whole[k->col]) += 1;
		t->decimals[k->col] = is.decimals > t->decimals[k->col] ? is.decimals : t->decimals[k->col];
	}
	for (int i = 0; i < t->ncols; i++)
		t->whole[i] = parted[i] > whole[i];
}

static struct com_zeros missing_zeros(struct com *c, const struct tab *t, const struct doc_grid_cell *k)
{
	const int most = t->decimals[k->col];
	const struct com_number is = most ? com_number(com_plain(c, k->node)) : (struct com_number){.unit = NULL};
	if (!is.unit || is.decimals == most || is.year || (!is.decimals && !t->whole[k->col]))
		return (struct com_zeros){NULL, NULL};
	return (struct com_zeros){mem_fmt(c->t->mem, "%s%.*d", is.decimals ? "" : ",", most - is.decimals, 0), is.unit};
}

static void end_row(struct tab *t)
{
	for (int i = 0; i < t->ncols; i++)
		if (t->reach[i] == 0 || --t->reach[i] == 0)
			t->row_head[i] = NULL;
}

/* NULL: the table has none for it; check has told that. */
static const struct doc_grid_cell *place_of(struct tab *t, const struct doc_node *cell)
{
	bool there = t->next < t->places->ncells && t->places->cells[t->next].node == cell;
	return there ? &t->places->cells[t->next++] : NULL;
}

static void add_header(struct com *c, const struct tab *t, struct block *cell, const struct block *header)
{
	struct blk_cell *x = cell->cell;
	if (!header || header == cell || (x->nheaders && x->headers[x->nheaders - 1] == header))
		return;
	if (!x->headers)
		x->headers = MEM_ARRAY(c->t->mem, const struct block *, t->ncols + HEADS + 1);
	x->headers[x->nheaders++] = header;
}

/* Where Scope is not enough the cell names columns, rows and group. */
static void name_headers(struct com *c, struct tab *t, struct block *cell, int at)
{
	for (int i = 0; i < HEADS; i++)
		add_header(c, t, cell, t->column[i][at]);
	for (int i = 0; i < at; i++)
		add_header(c, t, cell, t->row_head[i]);
	add_header(c, t, cell, t->group);
}

enum { SLIDE_COLUMNS = 3 };                            /* of a table in its own, smaller type on a slide */

struct cell_look { enum blk_role role; enum blk_scope scope; enum com_style style; struct com_zeros zeros;
	bool numbers; };

static struct block *cell(struct com *c, const struct doc_grid_cell *k, struct block *row, struct cell_look look)
{
	com_push(c);
	struct block *b = com_cell(c, k->node, row, look.role, look.scope);
	b->cell->colspan = (uint16_t)k->cols;
	b->cell->rowspan = (uint16_t)k->rows;
	c->o.body = c->o.item = c->style[look.style];
	c->minus = com_negative(com_plain(c, k->node), look.numbers);
	c->zeros = look.zeros;
	com_children(c, k->node);
	c->minus = false;
	com_end_number(c);
	com_pop(c);
	return b;
}

static void head_row(struct com *c, struct tab *t, const struct doc_node *n)
{
	if (!t->head)
		t->head = com_in(c, n, t->g.grid, BLK_THEAD, BLK_STACK);
	struct block *row = com_row(c, n, t->head);
	const struct cell_look look = {BLK_TH, BLK_SCOPE_COLUMN, COM_TABKOPF, {0}, false};
	const int level = t->heads < HEADS ? t->heads++ : HEADS - 1;
	for (const struct doc_node *z = doc_child(n, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		const struct doc_grid_cell *k = place_of(t, z);
		struct block *b = k ? cell(c, k, row, look) : NULL;
		for (int i = 0; k && i < k->cols; i++)
			t->column[level][k->col + i] = b;
	}
	end_row(t);
}

/* From the last row a table of more columns is read only in the size of other text: what does not fit is told. */
static enum com_style body_style(const struct com *c, const struct tab *t)
{
	return c->slides && !c->handout && t->g.table->ncols > SLIDE_COLUMNS ? COM_KLEIN : COM_TABELLE;
}

static void body_row(struct com *c, struct tab *t, const struct doc_node *n)
{
	bool sum = doc_is(n, DOC_A_ART, "summe");
	struct block *row = com_row(c, n, t->body);
	for (const struct doc_node *z = doc_child(n, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		const struct doc_grid_cell *k = place_of(t, z);
		if (!k)
			continue;
		bool head = t->row_header[k->col] || (sum && k->col == 0);
		const struct cell_look look = {head ? BLK_TH : BLK_TD, head ? BLK_SCOPE_ROW : BLK_SCOPE_NONE,
			sum ? COM_SUMME : body_style(c, t), missing_zeros(c, t, k),
			t->g.cols[k->col].align == STY_RECHTS};
		struct block *b = cell(c, k, row, look);
		if (t->named)
			name_headers(c, t, b, k->col);
		for (int i = k->col; i < k->col + k->cols; i++) {
			t->row_head[i] = head ? b : NULL;
			t->reach[i] = k->rows;
		}
	}
	t->g.table->sum_row = sum ? (uint8_t)(t->g.table->sum_row + (t->g.table->sum_row < 255)) : 0;
	end_row(t);
}

static void group_row(struct com *c, struct tab *t, const struct doc_node *n)
{
	struct block *row = com_row(c, n, t->body);
	com_push(c);
	struct block *b = com_cell(c, n, row, BLK_TH, BLK_SCOPE_NONE);
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

static bool spans_rows(const struct doc_grid *g)
{
	for (size_t i = 0; i < g->ncells; i++)
		if (g->cells[i].rows > 1 && g->cells[i].node->parent->kind == DOC_ZEILE)
			return true;
	return false;
}

/* On its slide, but for title and notes. */
static bool alone(const struct doc_node *n)
{
	if (n->parent->kind != DOC_FOLIE)
		return false;
	for (const struct doc_node *x = n->parent->first; x; x = x->next)
		if (x != n && x->kind != DOC_TITEL && x->kind != DOC_NOTIZEN && x->kind != DOC_TEXT)
			return false;
	return true;
}

bool com_on_tabelle(struct com *c, const struct doc_node *n)
{
	struct tab t = {.places = doc_grid(c->t->mem, n)};
	t.ncols = t.places->ncols;
	const struct doc_node *head = doc_child(n, DOC_KOPFZEILE);
	t.named = doc_child(n, DOC_GRUPPE) || spans_rows(t.places) || (head && doc_next(head, DOC_KOPFZEILE));
	if (!t.places->ncells)
		return false;
	const struct doc_node *title = doc_child(n, DOC_TITEL);
	t.g = com_grid(c, n, has_sum(n) ? "summe" : "daten", t.ncols);
	t.g.grid->place = c->o.small || c->o.hang ? BLK_AXIS : BLK_FULL;
	t.g.table->hints = !c->o.small && !c->slides && !com_translated(c);
	set_columns(c, &t, n);
	find_decimals(c, &t);
	if (title)
		com_caption(c, n, &t.g, n->number, title, NULL);
	for (const struct doc_node *r = head; r; r = doc_next(r, DOC_KOPFZEILE))
		head_row(c, &t, r);
	t.body = com_in(c, n, t.g.grid, BLK_TBODY, BLK_STACK);
	for (const struct doc_node *r = n->first; r; r = r->next)
		if (r->kind == DOC_ZEILE)
			body_row(c, &t, r);
		else if (r->kind == DOC_GRUPPE)
			group_row(c, &t, r);
	if (c->slides && alone(n))
		com_zoom(c, t.g.grid, doc_is(n->parent, DOC_A_FORTSETZUNG, "ja"));
	return false;
}
