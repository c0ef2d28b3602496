/* datentabellen.c: the data behind the charts, as tables in an annex. */
#include <string.h>

#include "compose/figure.h"
#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/tree.h"
#include "model/grid.h"

/* columns of names and of figures are no narrower */
#define NAME_LEAST LEN_MM(36)
#define FIGURES_LEAST LEN_MM(30)

/* A chart's table in work: its node, what it becomes, what it holds. */
struct data { const struct doc_node *n; struct com_grid g; const struct fig_table *t; };

static void data_cell(struct com *c, struct data *d, struct block *row, size_t r, size_t col)
{
	const bool head = r == 0, name = col == 0;
	const enum blk_scope scope = head ? BLK_SCOPE_COLUMN : name ? BLK_SCOPE_ROW : BLK_SCOPE_NONE;
	const char *s = d->t->cell[r * d->t->cols + col];
	com_push(c);
	struct block *b = com_cell(c, d->n, row, head || name ? BLK_TH : BLK_TD, scope);
	if (s && *s)
		com_cell_text(c, d->n, b, c->style[head ? COM_TABKOPF : COM_TABELLE], s);
	d->g.cols[col].align = d->t->number && d->t->number[col] ? STY_RECHTS : STY_FLATTER;
	com_pop(c);
}

static len_t widest(struct com *c, const struct com_grid *g, const struct fig_table *t, size_t col)
{
	len_t w = 0;
	for (size_t r = 0; c->txt && r < t->rows; r++) {
		const char *s = t->cell[r * t->cols + col];
		len_t need = s ? com_width(c, &c->style[r ? COM_TABELLE : COM_TABKOPF]->ch, s) +
				g->table->style->pad_right
			       : 0;
		w = need > w ? need : w;
	}
	return w;
}

/* Names on the left, figures beside them on the axis, no wider than they need: the eye must not cross an empty line.
 * Many columns share the full width. */
static void data_columns(struct com *c, struct com_grid *g, const struct fig_table *t)
{
	len_t name = widest(c, g, t, 0), sum = 0;
	name = name > NAME_LEAST ? name : NAME_LEAST;
	for (size_t i = 1; i < t->cols; i++) {
		len_t w = widest(c, g, t, i);
		g->cols[i].fixed = w > FIGURES_LEAST ? w : FIGURES_LEAST;
		sum += g->cols[i].fixed;
	}
	g->cols[0].fixed = name;
	g->grid->place = BLK_AXIS;
	g->table->narrow = name + sum <= c->s->page.text;
	if (g->table->narrow)
		return;
	g->grid->place = BLK_FULL;
	for (size_t i = 0; i < t->cols; i++)
		g->cols[i].fixed = 0;
	g->cols[0].fixed = t->cols > 2 && name < c->full / 2 ? name : 0;
}

static void data_table(struct com *c, struct com_chart *k)
{
	const struct doc_node *n = k->node, *title = doc_child(n, DOC_TITEL);
	const struct fig_table *t = &k->result.table;
	com_push(c);
	struct data d = {n, com_grid(c, n, "daten", (int)t->cols), t};
	k->table = d.g.grid;
	d.g.table->hints = true;
	data_columns(c, &d.g, t);
	com_caption(c, n, &d.g, k->number, title ? title : doc_child(n, DOC_AUSSAGE), com_ref_name(c, n, NULL));
	struct block *part = com_in(c, n, d.g.grid, BLK_THEAD, BLK_STACK);
	for (size_t r = 0; r < t->rows; r++) {
		struct block *row = com_row(c, n, part);
		for (size_t i = 0; i < t->cols; i++)
			data_cell(c, &d, row, r, i);
		if (r == 0)
			part = com_in(c, n, d.g.grid, BLK_TBODY, BLK_STACK);
	}
	com_pop(c);
}

bool com_on_datentabellen(struct com *c, const struct doc_node *n)
{
	com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at = c->o.at->last;
	c->o.quiet = true;
	for (size_t i = 0; i < c->ncharts; i++) {
		struct com_chart *k = com_chart_of(c, c->charts[i].node);
		const struct fig_table *t = &k->result.table;
		if (k->number && k->good && t->rows && t->cols && t->cols <= DOC_GRID_COLUMNS)
			data_table(c, k);
	}
	return false;
}
