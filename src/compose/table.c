/* table.c: tables: the author's, and the pieces of which the generated ones are made. */
#include <stdlib.h>
#include <string.h>

#include "compose/com.h"

enum { COLS_MAX = 64 };

/* ---- pieces ---- */

static len_t ascent(const struct sty_para *p)
{
	len_t depth = len_scale(p->leading, 3, 10);
	return p->leading - (depth < 4500 ? depth : 4500);
}

len_t com_drop(const struct sty_para *of, const struct sty_para *beside)
{
	len_t d = ascent(beside) - ascent(of);
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

struct block *com_row(struct com *c, const struct doc_node *n, struct block *in)
{
	return com_in(c, n, in, BLK_TR, BLK_ROW);
}

/* Opens the cell: text and blocks go into it. */
struct block *com_cell(struct com *c, const struct doc_node *n, struct block *row, enum blk_role role,
	enum blk_scope scope, int align)
{
	struct block *b = com_in(c, n, row, role, BLK_CELL);
	struct blk_cell *cell = MEM_NEW(c->t->mem, struct blk_cell);
	*cell = (struct blk_cell){.colspan = 1, .rowspan = 1, .scope = (uint8_t)scope, .align = (uint8_t)align};
	b->cell = cell;
	c->o.at = b;
	c->o.text = c->o.owner = NULL;
	c->o.body = c->o.item = c->style[COM_TABELLE];
	c->o.tab = com_grown(c, LEN_PT(10));
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

/* "Tabelle 3 · Title"; the title from a node (with its emphasis) or as text. */
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
			mem_fmt(c->t->mem, "%s\u00A0%s", sty_word(c->s, "tabelle"), number));
		com_put(c, " · ");
	}
	if (title)
		com_children(c, title);
	else
		com_put(c, text);
	com_pop(c);
	g->table->continued = number ? mem_fmt(c->t->mem, "%s\u00A0%s (%s) · %s", sty_word(c->s, "tabelle"), number,
					       sty_word(c->s, "fortsetzung"), plain)
				     : mem_fmt(c->t->mem, "%s (%s)", plain, sty_word(c->s, "fortsetzung"));
}

/* ---- the author's tables ---- */

struct tab {
	struct com_grid g;
	struct block *body, *head;
	int ncols, at;                                 /* column reached in the row */
	int busy[COLS_MAX];                            /* rows a cell above still reaches down */
	bool row_header[COLS_MAX];
	const struct block *column[COLS_MAX];          /* its header cell */
	const struct block *group;                     /* the group row in force; NULL: none */
	/* the row's header cells so far, and those that reach down from above; NULL: none */
	const struct block *row_head[COLS_MAX];
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
		for (const struct doc_node *z = doc_child(r, DOC_ZELLE); z && k < COLS_MAX; z = doc_next(z, DOC_ZELLE))
			k += number(z, DOC_A_SPALTEN);
		most = k > most ? k : most;
	}
	return most > COLS_MAX ? COLS_MAX : most;
}

static int columns_of(const struct doc_node *n)
{
	int k = 0;
	for (const struct doc_node *s = doc_child(n, DOC_SPALTE); s && k < COLS_MAX; s = doc_next(s, DOC_SPALTE))
		k++;
	return k ? k : widest_row(n);
}

/* "80mm", "12,5mm", "80": millimetres; 0 for none or nonsense */
len_t com_mm(const char *s)
{
	char *end;
	long v = s ? strtol(s, &end, 10) : 0;
	int64_t tenth = v * 10;
	if (v > 0 && v < 1000 && (*end == ',' || *end == '.') && end[1] >= '0' && end[1] <= '9')
		tenth += end[1] - '0';
	return v > 0 && v < 1000 ? len_scale(tenth, 72000, 254) : 0;
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

bool com_tabelle(struct com *c, const struct doc_node *n)
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

/* ---- the data behind the charts ---- */

static void data_cell(struct com *c, struct com_grid *g, const struct doc_node *n, struct block *row,
	const struct fig_table *t, size_t r, size_t col)
{
	bool head = r == 0, name = col == 0;
	com_push(c);
	struct block *b = com_cell(c, n, row, head || name ? BLK_TH : BLK_TD,
		head ? BLK_SCOPE_COLUMN
			: name ? BLK_SCOPE_ROW
			       : BLK_SCOPE_NONE,
		COM_ALIGN_COLUMN);
	const char *s = t->cell[r * t->cols + col];
	if (s && *s)
		com_cell_text(c, n, b, c->style[head ? COM_TABKOPF : COM_TABELLE], s);
	g->cols[col].align = t->number && t->number[col] ? STY_RECHTS : STY_FLATTER;
	com_pop(c);
}

static len_t widest(struct com *c, const struct com_grid *g, const struct fig_table *t, size_t col)
{
	len_t w = 0;
	for (size_t r = 0; c->txt && r < t->rows; r++) {
		const char *s = t->cell[r * t->cols + col];
		len_t need = s ? fig_text_width(c->txt, &c->style[r ? COM_TABELLE : COM_TABKOPF]->ch, s, strlen(s)) +
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
	len_t name = widest(c, g, t, 0), least = LEN_MM(30), sum = 0;
	name = name > LEN_MM(36) ? name : LEN_MM(36);
	for (size_t i = 1; i < t->cols; i++) {
		len_t w = widest(c, g, t, i);
		g->cols[i].fixed = w > least ? w : least;
		sum += g->cols[i].fixed;
	}
	g->cols[0].fixed = name;
	g->grid->place = BLK_AXIS;
	if (name + sum <= c->s->page.text)
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
	struct com_grid g = com_grid(c, n, "daten", (int)t->cols);
	k->table = g.grid;
	g.table->hints = true;
	data_columns(c, &g, t);
	com_caption(c, n, &g, k->number, title ? title : doc_child(n, DOC_AUSSAGE), com_ref_name(c, n));
	struct block *part = com_in(c, n, g.grid, BLK_THEAD, BLK_STACK);
	for (size_t r = 0; r < t->rows; r++) {
		struct block *row = com_row(c, n, part);
		for (size_t i = 0; i < t->cols; i++)
			data_cell(c, &g, n, row, t, r, i);
		if (r == 0)
			part = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	}
	com_pop(c);
}

bool com_datentabellen(struct com *c, const struct doc_node *n)
{
	com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at = c->o.at->last;
	c->o.quiet = true;
	for (size_t i = 0; i < c->ncharts; i++) {
		struct com_chart *k = com_chart(c, c->charts[i].node);
		if (k->good && k->result.table.rows && k->result.table.cols && k->result.table.cols <= COLS_MAX)
			data_table(c, k);
	}
	return false;
}
