/* officechart.c: what a chart in an Office file says (ECMA-376 part 1, 21.2, and the later kind of [MS-ODRAWXML] 2.24):
 * titles and labels as paragraphs, its series as a table; and paragraphs of anything drawn. */
#include <string.h>

#include "import/office.h"

enum { SERIES = 40, ROWS = 5000 };

/* ---- paragraphs ---- */

static struct imp_node *put_para(struct imp_flow *f, struct imp_node *to, const char *s)
{
	struct imp_node *p = imp_add(f, to, IMP_PARA);
	imp_add_text(f, p, s, strlen(s), 0);
	return p;
}

void imp_drawn_text(struct imp_flow *f, const struct mk *root, struct imp_node *box)
{
	for (const struct mk *p = root; p; p = mk_after(p, root)) {
		if (!mk_is(p, "a:p"))
			continue;
		struct imp_node *para = imp_add(f, box, IMP_PARA);
		for (const struct mk *t = p; t; t = mk_after(t, p))
			if (mk_is(t, "a:t")) {
				const char *s = mk_text(f->mem, t);
				imp_add_text(f, para, s, strlen(s), 0);
			} else if (mk_is(t, "a:br")) {
				imp_add(f, para, IMP_LINE);
			}
		if (!para->first)
			imp_cut(para);
	}
}

/* ---- what a chart keeps of a row of cells ---- */

struct cells { const char **at; int n; };              /* by their places; "": none */

static const char *text_of(struct mem *m, const struct mk *point)
{
	return mk_text(m, mk_child(point, "c:v") ? mk_child(point, "c:v") : point);
}

static bool is_point(const struct mk *x)
{
	return mk_is(x, "c:pt") || mk_is(x, "cx:pt");
}

/* Inner names come first in the file, outer ones stand before them. */
static struct cells read_cells(struct mem *m, const struct mk *root)
{
	struct cells c = {0};
	for (const struct mk *x = root; x; x = mk_after(x, root)) {
		const int i = is_point(x) ? mk_int(x, "idx", -1) : -1;
		c.n = i >= c.n && i < ROWS ? i + 1 : c.n;
	}
	c.at = MEM_ARRAY(m, const char *, (size_t)c.n + 1);
	for (int i = 0; i < c.n; i++)
		c.at[i] = "";
	for (const struct mk *x = root; x; x = mk_after(x, root)) {
		const int i = is_point(x) ? mk_int(x, "idx", -1) : -1;
		if (i >= 0 && i < c.n)
			c.at[i] = *c.at[i] ? mem_fmt(m, "%s %s", text_of(m, x), c.at[i]) : text_of(m, x);
	}
	return c;
}

static const char *place(const struct cells *c, int i)
{
	return i < c->n ? c->at[i] : "";
}

/* ---- series ---- */

struct series { const char *name; struct cells names, values, sizes; };

static const struct mk *either(const struct mk *s, const char *one, const char *other)
{
	return mk_child(s, one) ? mk_child(s, one) : mk_child(s, other);
}

static struct series series_of(struct mem *m, const struct mk *s)
{
	const struct mk *tx = mk_child(s, "c:tx");
	const struct cells said = read_cells(m, tx);
	return (struct series){said.n ? said.at[0] : mk_child(tx, "c:v") ? mk_text(m, mk_child(tx, "c:v")) : "",
		read_cells(m, either(s, "c:cat", "c:xVal")), read_cells(m, either(s, "c:val", "c:yVal")),
		read_cells(m, mk_child(s, "c:bubbleSize"))};
}

static bool same_names(const struct cells *a, const struct cells *b)
{
	bool same = a->n == b->n;
	for (int i = 0; same && i < a->n; i++)
		same = !strcmp(a->at[i], b->at[i]);
	return same;
}

static void put_cell(struct imp_flow *f, struct imp_node *row, const char *s)
{
	struct imp_node *cell = imp_add(f, row, IMP_CELL);
	if (*s)
		put_para(f, cell, s);
}

/* Series of the same names are columns beside each other. */
static void put_table(struct imp_flow *f, const struct series *s, int n, struct imp_node *box)
{
	struct imp_node *table = imp_add(f, box, IMP_TABLE), *row = imp_add(f, table, IMP_ROW);
	int most = s->names.n;
	row->head = true;
	put_cell(f, row, "");
	for (int k = 0; k < n; k++) {
		most = s[k].values.n > most ? s[k].values.n : most;
		most = s[k].sizes.n > most ? s[k].sizes.n : most;
		put_cell(f, row, s[k].name);
		if (s[k].sizes.n)
			put_cell(f, row, "");
	}
	for (int i = 0; i < most; i++) {
		row = imp_add(f, table, IMP_ROW);
		put_cell(f, row, place(&s->names, i));
		for (int k = 0; k < n; k++) {
			put_cell(f, row, place(&s[k].values, i));
			if (s[k].sizes.n)
				put_cell(f, row, place(&s[k].sizes, i));
		}
	}
}

static void put_series(struct imp_flow *f, const struct mk *root, struct imp_node *box)
{
	struct series all[SERIES];
	int n = 0;
	for (const struct mk *x = root; x; x = mk_after(x, root)) {
		if (!mk_is(x, "c:ser"))
			continue;
		const struct series one = series_of(f->mem, x);
		if (n == SERIES || (n && !same_names(&all[0].names, &one.names))) {
			put_table(f, all, n, box);
			n = 0;
		}
		all[n++] = one;
	}
	if (n)
		put_table(f, all, n, box);
}

/* The later kind: names and values apart from the series. */
static void put_later(struct imp_flow *f, const struct mk *root, struct imp_node *box)
{
	for (const struct mk *x = root; x; x = mk_after(x, root))
		if (mk_is(x, "cx:data")) {
			const struct series one = {"", read_cells(f->mem, mk_child(x, "cx:strDim")),
				read_cells(f->mem, mk_child(x, "cx:numDim")), {0}};
			put_table(f, &one, 1, box);
		}
}

/* Titles that are taken from a cell; names of series stand in the table. */
static void put_titles(struct imp_flow *f, const struct mk *root, struct imp_node *box)
{
	for (const struct mk *x = root; x; x = mk_after(x, root)) {
		const bool title = mk_is(x, "c:title"), later = mk_is(x, "cx:txData");
		const struct mk *cell = title ? mk_find(x, "c:tx/c:strRef") : NULL, *said = mk_child(x, "cx:v");
		const struct cells c = read_cells(f->mem, cell);
		const char *s = c.n ? c.at[0] : later && said ? mk_text(f->mem, said) : NULL;
		if (s && *s)
			put_para(f, box, s);
	}
}

void imp_chart(struct imp_flow *f, const struct mk *root, struct imp_node *box)
{
	imp_drawn_text(f, root, box);
	put_titles(f, root, box);
	put_series(f, root, box);
	put_later(f, root, box);
}
