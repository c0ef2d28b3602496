/* table.c: a table of the original with every place of its grid covered once: rows that begin late or end early are
 * filled, spans that reach too far are cut. What heads rows or columns is taken over, or guessed. */
#include <string.h>

#include "import/parts.h"

enum { COLUMNS = 32 };

struct grid {
	const struct imp_node *table;
	int cols, rows;
	int hang[COLUMNS];                             /* rows that a cell above still covers */
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int span(int n)
{
	return n > 1 ? n : 1;
}

static const struct imp_node *first_of(const struct imp_node *n, enum imp_kind k)
{
	for (n = n->first; n && n->kind != k; n = n->next)
		;
	return n;
}

static const struct imp_node *next_of(const struct imp_node *n, enum imp_kind k)
{
	for (n = n->next; n && n->kind != k; n = n->next)
		;
	return n;
}

/* Up to the last column in which a cell begins: a span that reaches further adds none. */
static void measure(struct grid *g)
{
	int hang[COLUMNS] = {0};
	g->cols = 1;
	for (const struct imp_node *r = first_of(g->table, IMP_ROW); r; r = next_of(r, IMP_ROW)) {
		int at = 0;
		g->rows++;
		for (const struct imp_node *c = first_of(r, IMP_CELL); c && at < COLUMNS; c = next_of(c, IMP_CELL)) {
			while (at < COLUMNS && hang[at])
				at++;
			g->cols = at < COLUMNS && at + 1 > g->cols ? at + 1 : g->cols;
			for (int i = 0; i < span(c->cols) && at < COLUMNS; i++, at++)
				hang[at] = span(c->rows);
		}
		for (int i = 0; i < COLUMNS; i++)
			hang[i] -= hang[i] > 0;
	}
}

static bool free_from(const struct grid *g, int at, int n)
{
	for (int i = 0; i < n; i++)
		if (at + i >= g->cols || g->hang[at + i])
			return false;
	return true;
}

static void put_cell(struct sense *s, struct grid *g, const struct imp_node *c, struct draft *row, int *at, int left)
{
	while (*at < g->cols && g->hang[*at])
		++*at;
	int cols = least(span(c->cols), g->cols - *at), rows = least(span(c->rows), left);
	while (cols > 1 && !free_from(g, *at, cols))
		cols--;
	struct draft *z = *at < g->cols ? draft_add(s->mem, row, "zelle") : row->last;
	if (*at < g->cols && cols > 1)
		draft_set(s->mem, z, "spalten", mem_fmt(s->mem, "%d", cols));
	if (*at < g->cols && rows > 1)
		draft_set(s->mem, z, "zeilen", mem_fmt(s->mem, "%d", rows));
	s->small(s, c->first, z);
	for (int i = 0; i < cols && *at < g->cols; i++)
		g->hang[(*at)++] = rows;
}

static void put_row(struct sense *s, struct grid *g, const struct imp_node *r, struct draft *to, int left)
{
	int at = 0;
	for (const struct imp_node *c = first_of(r, IMP_CELL); c; c = next_of(c, IMP_CELL))
		put_cell(s, g, c, to, &at, left);
	for (; at < g->cols; at++)
		if (!g->hang[at])
			draft_add(s->mem, to, "zelle");
	for (int i = 0; i < g->cols; i++)
		g->hang[i] -= g->hang[i] > 0;
}

/* ---- heads ---- */

bool sense_is_bold(const struct imp_node *cell)
{
	bool any = false;
	for (const struct imp_node *c = imp_after(cell, cell); c; c = imp_after(c, cell))
		if (c->kind == IMP_TEXT && bag_count(c->text)) {
			if (!(c->marks & IMP_BOLD))
				return false;
			any = true;
		}
	return any;
}

static bool is_spanned(const struct imp_node *r)
{
	for (const struct imp_node *c = first_of(r, IMP_CELL); c; c = next_of(c, IMP_CELL))
		if (span(c->rows) > 1)
			return true;
	return false;
}

static bool looks_like_head(const struct imp_node *r)
{
	bool any = false;
	for (const struct imp_node *c = first_of(r, IMP_CELL); c; c = next_of(c, IMP_CELL)) {
		if (!sense_is_bold(c))
			return false;
		any = true;
	}
	return any;
}

static int head_rows(struct sense *s, const struct grid *g)
{
	int n = 0;
	const struct imp_node *r = first_of(g->table, IMP_ROW);
	for (; r && r->head; r = next_of(r, IMP_ROW))
		n++;
	if (!n && g->rows > 1 && (r = first_of(g->table, IMP_ROW)) && looks_like_head(r) && !is_spanned(r)) {
		acc_guess(s->acc, ACC_LIKELY, "Die erste Zeile der Tabelle gilt als ihr Kopf, weil sie fett ist");
		n = 1;
	}
	return n < g->rows ? n : 0;
}

/* One cell over the whole width with one line of text names the rows below it. */
static bool is_group(const struct imp_node *r, int cols)
{
	const struct imp_node *c = first_of(r, IMP_CELL), *p = c ? c->first : NULL;
	if (!c || next_of(c, IMP_CELL) || c->cols < cols || cols < 2 || span(c->rows) > 1 || !p || p->next)
		return false;
	return p->kind == IMP_PARA && !sense_find(p, IMP_NOTE) && !sense_find(p, IMP_COMMENT) &&
		!sense_find(p, IMP_PICTURE) && sense_has_words(p);
}

static bool hangs(const struct grid *g)
{
	for (int i = 0; i < g->cols; i++)
		if (g->hang[i])
			return true;
	return false;
}

/* Spans end where a group or the body begins. */
static int rows_left(const struct imp_node *r, int cols, int until)
{
	int n = 1;
	for (r = next_of(r, IMP_ROW); r && n < until && !is_group(r, cols); r = next_of(r, IMP_ROW))
		n++;
	return n;
}

static void put_rows(struct sense *s, struct grid *g, struct draft *t, int heads)
{
	int i = 0, until = heads;
	for (const struct imp_node *r = first_of(g->table, IMP_ROW); r; r = next_of(r, IMP_ROW), i++) {
		acc_at(s->acc, r);
		if (i >= until)
			until = i + rows_left(r, g->cols, g->rows - i);
		if (i >= heads && is_group(r, g->cols) && !hangs(g)) {
			struct draft *e = draft_add(s->mem, t, "gruppe");
			sense_line(s, first_of(r, IMP_CELL)->first, e, SENSE_TITLE);
			continue;
		}
		struct draft *row = draft_add(s->mem, t, i < heads ? "kopfzeile" : "zeile");
		put_row(s, g, r, row, until - i);
	}
}

static void put_columns(struct sense *s, const struct grid *g, struct draft *t, int heads)
{
	for (int i = 0; i < g->cols; i++) {
		struct draft *c = draft_add(s->mem, t, "spalte");
		if (!i && !heads)
			draft_set(s->mem, c, "art", "zeilenkopf");
	}
	if (!heads)
		acc_guess(s->acc, ACC_WEAK, "Die Tabelle hat keine Kopfzeile; ihre erste Spalte gilt als Kopf der "
			"Zeilen");
}

static void put_title(struct sense *s, const struct imp_node *n, struct draft *t)
{
	const struct imp_node *caption = sense_caption(n);
	if (!caption)
		return;
	struct draft *title = draft_add(s->mem, t, "titel");
	sense_line(s, caption, title, SENSE_TITLE);
	sense_cut_number(s, t, title);
	if (draft_empty(title))
		draft_cut(title);
}

/* A table that holds tables or headings only places things on a page: its cells follow each other. */
static void unwrap(struct sense *s, const struct imp_node *n, struct draft *to)
{
	const struct imp_node *caption = sense_caption(n);
	if (caption)
		sense_running(s, caption, to, "absatz");
	acc_guess(s->acc, ACC_LIKELY, "Eine Tabelle ordnet nur an, was auf der Seite steht; ihre Zellen folgen "
		"aufeinander");
	for (const struct imp_node *r = first_of(n, IMP_ROW); r; r = next_of(r, IMP_ROW))
		for (const struct imp_node *c = first_of(r, IMP_CELL); c; c = next_of(c, IMP_CELL))
			for (const struct imp_node *b = c->first; b;)
				b = s->block(s, b, to);
}

static bool is_layout(const struct imp_node *n, const struct grid *g)
{
	return (g->cols == 1 && g->rows == 1 && (sense_find(n, IMP_TABLE) || sense_find(n, IMP_HEADING))) ||
		g->cols >= COLUMNS;
}

void sense_table(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct grid g = {.table = n};
	measure(&g);
	if (!g.rows)
		return;
	if (is_layout(n, &g)) {
		unwrap(s, n, to);
		return;
	}
	struct draft *wait = s->wait, *here = s->here, *t = draft_add(s->mem, to, "tabelle");
	s->wait = draft_new(s->mem, "wait");
	s->here = t;
	t->line = n->line;
	int heads = head_rows(s, &g);
	put_title(s, n, t);
	put_columns(s, &g, t, heads);
	put_rows(s, &g, t, heads);
	if (!draft_child(t, "zeile"))
		draft_set(s->mem, t, "id", sense_id(s, "tabelle", "tabelle"));
	sense_waiting(s, to);
	s->wait = wait;
	s->here = here;
}
