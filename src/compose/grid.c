/* grid.c: the pieces of which tables are made: grid, rows, cells, caption. */
#include "compose/grid.h"

#include <stdlib.h>
#include <string.h>

#include "compose/language.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "model/grid.h"

len_t com_drop(const struct sty_para *of, const struct sty_para *beside)
{
	len_t d = com_ascent(beside) - com_ascent(of);
	return d > 0 ? d : 0;
}

struct com_grid com_grid(struct com *c, const struct doc_node *n, const char *style, int ncols)
{
	struct com_grid g = {.grid = com_block(c, n, BLK_TABLE, BLK_GRID),
		.table = MEM_NEW(c->t->mem, struct blk_table),
		.cols = MEM_ARRAY(c->t->mem, struct blk_col, ncols)};
	g.table->style = sty_table(c->s, style);
	g.table->cols = g.cols;
	g.table->ncols = ncols;
	g.grid->table = g.table;
	g.grid->before = g.table->style->before;
	g.grid->after = g.table->style->after;
	return g;
}

void com_widths(struct com *c, const struct com_grid *g, const char *table, len_t room)
{
	len_t w[DOC_GRID_COLUMNS];
	sty_widths(c->s, table, room, g->table->ncols, w);
	for (int i = 0; i < g->table->ncols; i++)
		g->cols[i].fixed = w[i];
}

struct block *com_row(struct com *c, const struct doc_node *n, struct block *in)
{
	struct block *row = com_in(c, n, in, BLK_TR, BLK_ROW);
	struct com_trace *t = c->trace;
	if (com_is_traced(c, n)) {
		MEM_ROOM(t->rows, t->nrows, t->cap_rows);
		t->rows[t->nrows++] = (struct com_traced){n, row};
	}
	return row;
}

struct block *com_cell(struct com *c, const struct doc_node *n, struct block *row, enum blk_role role,
	enum blk_scope scope)
{
	struct block *b = com_in(c, n, row, role, BLK_CELL);
	struct blk_cell *cell = MEM_NEW(c->t->mem, struct blk_cell);
	*cell = (struct blk_cell){.colspan = 1, .rowspan = 1, .scope = (uint8_t)scope};
	b->cell = cell;
	c->o.at = b;
	c->o.text = c->o.owner = NULL;
	c->o.lang = doc_get(n, DOC_A_LANG) ? doc_get(n, DOC_A_LANG) : c->o.lang;
	c->o.body = c->o.item = c->style[COM_TABELLE];
	c->o.tab = com_grown(c, COM_TAB_SMALL);
	c->o.hang = 0;
	c->o.small = true;
	return b;
}

void com_cell_text(struct com *c, const struct doc_node *n, struct block *cell, const struct sty_para *style,
	const char *s)
{
	struct block *at = c->o.at;
	c->o.at = cell;
	com_line(c, n, BLK_P, style, s);
	c->o.at = at;
}

struct block *com_text_cell(struct com *c, const struct doc_node *n, struct block *row, enum blk_role role,
	enum com_style style, const char *s)
{
	com_push(c);
	struct block *b = com_cell(c, n, row, role, role == BLK_TH ? BLK_SCOPE_ROW : BLK_SCOPE_NONE);
	if (*s)
		com_cell_text(c, n, b, c->style[style], s);
	com_pop(c);
	return b;
}

void com_head_row(struct com *c, const struct doc_node *n, const struct com_grid *g, const char *const *text,
	const struct block **column)
{
	struct block *row = com_row(c, n, com_in(c, n, g->grid, BLK_THEAD, BLK_STACK));
	for (int i = 0; i < g->table->ncols; i++) {
		com_push(c);
		struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_COLUMN);
		com_cell_text(c, n, th, c->style[COM_TABKOPF], text[i]);
		if (column)
			column[i] = th;
		com_pop(c);
	}
}

void com_head_words(struct com *c, const struct doc_node *n, const struct com_grid *g, const char *const *words,
	const struct block **column)
{
	const char *text[DOC_GRID_COLUMNS];
	for (int i = 0; i < g->table->ncols; i++)
		text[i] = sty_word(c->s, words[i]);
	com_head_row(c, n, g, text, column);
}

void com_caption(struct com *c, const struct doc_node *n, struct com_grid *g, const char *number,
	const struct doc_node *title, const char *text)
{
	const char *plain = title ? com_plain(c, title) : text;
	com_push(c);
	c->o.at = g->grid;
	c->o.hang = 0;
	struct block *cap = com_para(c, title ? title : n, BLK_CAPTION, c->style[COM_TABTITEL]);
	cap->keep_next = true;
	if (number) {
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD | COM_ACCENT),
			com_called(c, "tabelle", number));
		com_put(c, title || *text ? " · " : "");
	}
	if (title)
		com_children(c, title);
	else
		com_put(c, text);
	com_pop(c);
	const char *more = com_translated(c) ? "" : sty_word(c->s, "fortsetzung");
	more = *more ? mem_fmt(c->t->mem, " (%s)", more) : "";
	g->table->continued = number
		? mem_fmt(c->t->mem, "%s%s%s", com_called(c, "tabelle", number), more, com_part(c, " · ", plain, ""))
		: mem_fmt(c->t->mem, "%s%s", plain, more);
}

len_t com_mm(const char *s)
{
	char *end;
	long v = s ? strtol(s, &end, 10) : 0;
	int64_t tenth = v * 10;
	if (v > 0 && v < 10000 && (*end == ',' || *end == '.') && end[1] >= '0' && end[1] <= '9')
		tenth += end[1] - '0';
	return v > 0 && v < 10000 ? len_scale(tenth, 72000, 254) : 0;
}
