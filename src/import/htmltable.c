/* htmltable.c: tables of HTML; rows and cells are found through whatever stands around them. */
#include <string.h>

#include "import/htmlparts.h"

struct tabling { struct html *h; struct imp_node *table, *row; bool head; };

enum { SPAN = 1000 };

static int span(const struct mk *n, const char *name)
{
	int v = mk_int(n, name, 1);
	return v < 1 ? 1 : v > SPAN ? SPAN : v;
}

/* 0: to the end of its part of the table. */
static int rows_of(const struct mk *n)
{
	return mk_int(n, "rowspan", 1) ? span(n, "rowspan") : SPAN;
}

static void cell(struct tabling *t, const struct mk *n, unsigned marks)
{
	struct html *h = t->h;
	if (!t->row)
		t->row = imp_add(h->f, t->table, IMP_ROW);
	struct imp_node *c = imp_add(h->f, t->row, IMP_CELL), *outer = h->block;
	int depth = h->depth;
	c->rows = rows_of(n);
	c->cols = span(n, "colspan");
	c->head = mk_is(n, "th");
	c->line = n->line;
	h->block = c;
	h->depth = 0;
	htm_end_line(h);
	htm_children(h, n, marks);
	htm_end_line(h);
	h->depth = depth;
	h->block = outer;
}

/* Text between rows and cells, and what else should not be there: before the table. */
static void stray(struct tabling *t, const struct mk *n, unsigned marks)
{
	struct html *h = t->h;
	struct imp_node *table = t->table, *parent = table->parent;
	if (n->text && !n->text[strspn(n->text, " \t\r\n\f")])
		return;
	struct mk *next, shell = mk_alone(n, "span", &next);
	imp_cut(table);
	htm_end_line(h);
	htm_children(h, &shell, marks);
	mk_rejoin(n, next);
	htm_end_line(h);
	imp_move(table, parent);
}

static bool holds_row(const struct mk *n)
{
	for (const struct mk *x = n; x; x = mk_after(x, n))
		if (mk_is(x, "tr") || mk_is(x, "td") || mk_is(x, "th"))
			return true;
	return false;
}

static unsigned mark_of(const struct mk *n)
{
	return mk_is(n, "b") || mk_is(n, "strong") ? IMP_BOLD : mk_is(n, "i") || mk_is(n, "em") ? IMP_ITALIC : 0;
}

/* No cell reaches out of its part of the table, whose last rows these are. */
static void clip(struct imp_node *table, const struct imp_node *before)
{
	int left = 0;
	for (struct imp_node *r = table->last; r && r != before; r = r->prev) {
		left++;
		for (struct imp_node *c = r->first; c; c = c->next)
			c->rows = c->rows > left ? left : c->rows;
	}
}

static bool is_part(const struct mk *n)
{
	return mk_is(n, "thead") || mk_is(n, "tbody") || mk_is(n, "tfoot");
}

static void walk(struct tabling *t, const struct mk *n, unsigned marks)
{
	for (const struct mk *c = n->first; c; c = c->next) {
		bool head = t->head;
		if (mk_is(c, "tr")) {
			struct imp_node *outer = t->row, *row = t->row = imp_add(t->h->f, t->table, IMP_ROW);
			row->head = head;
			row->line = c->line;
			walk(t, c, marks);
			if (!row->first)
				imp_cut(row);
			t->row = outer;
		} else if (mk_is(c, "td") || mk_is(c, "th")) {
			cell(t, c, marks);
		} else if (c->name && holds_row(c) && !mk_is(c, "table")) {
			const struct imp_node *before = t->table->last;
			t->head = head || mk_is(c, "thead");
			walk(t, c, marks | mark_of(c));
			t->head = head;
			if (is_part(c))
				clip(t->table, before);
		} else if (!is_part(c)) {
			stray(t, c, marks);
		}
	}
}

static bool all_head(const struct imp_node *row)
{
	for (const struct imp_node *c = row->first; c; c = c->next)
		if (!c->head)
			return false;
	return row->first != NULL;
}

void htm_table(struct html *h, const struct mk *n, unsigned marks)
{
	struct tabling t = {.h = h};
	htm_end_line(h);
	t.table = imp_add(h->f, h->block, IMP_TABLE);
	t.table->line = n->line;
	walk(&t, n, marks);
	htm_end_line(h);
	clip(t.table, NULL);
	for (struct imp_node *r = t.table->first; r && all_head(r); r = r->next)
		r->head = true;
	if (!t.table->first)
		imp_cut(t.table);
}
