/* pdftable.c: a zone to a table: its lines to rows by the white bands between them, by what begins in the first
 * column. */
#include <math.h>
#include <string.h>

#include "import/pdfdoc.h"

struct grid {
	struct pdf_doc *d;
	const struct pdf_row *row; size_t n;
	const struct pdf_zone *z;
	struct pdf_row *part;                          /* of each row each column; n is 0 where there is none */
	bool *begins;                                  /* a row of the table begins there */
	int columns;
};

static struct pdf_row *part(const struct grid *g, size_t row, int column)
{
	return &g->part[row * (size_t)g->columns + (size_t)column];
}

static float border(const struct pdf_zone *z, int gutter)
{
	return gutter < 0 ? -1e6f : gutter >= z->ngutters ? 1e6f : (z->gutter[gutter].x0 + z->gutter[gutter].x1) / 2;
}

/* Two words next to each other, close as in one text, of which one stands in the gutter. */
static bool bridges(const struct pdf_row *r, size_t i, const struct pdf_gutter *g)
{
	const struct pdf_word *a = r->w[i - 1], *b = r->w[i];
	const bool close = b->x0 - a->x1 < r->size * .45f;
	return close && a->x0 < g->x1 && b->x1 > g->x0 && (a->x1 > g->x0 || b->x0 < g->x1);
}

static bool is_crossed(const struct pdf_row *r, const struct pdf_gutter *g)
{
	for (size_t i = 0; i < r->n; i++)
		if ((r->w[i]->x0 < g->x0 && r->w[i]->x1 > g->x1) || (i && bridges(r, i, g)))
			return true;
	return false;
}

/* How many columns the text that begins in one covers: words cross the gutter behind it. */
static int covers(const struct grid *g, const struct pdf_row *r, int column)
{
	int n = 1;
	while (column + n <= g->z->ngutters && is_crossed(r, &g->z->gutter[column + n - 1]))
		n++;
	return n;
}

static void cut(struct grid *g)
{
	g->part = MEM_ARRAY(g->d->flow->mem, struct pdf_row, g->n * (size_t)g->columns);
	for (size_t i = 0; i < g->n; i++)
		for (int c = 0, n; c < g->columns; c += n) {
			n = covers(g, &g->row[i], c);
			*part(g, i, c) = pdf_row_part(&g->d->p, &g->row[i], border(g->z, c - 1), border(g->z, c + n -
				1));
		}
	for (int c = 0; c < g->columns; c++) {
		float right = -1e6f;
		for (size_t i = 0; i < g->n; i++)
			if (part(g, i, c)->n && covers(g, &g->row[i], c) == 1)
				right = fmaxf(right, part(g, i, c)->x1);
		if (c < g->z->ngutters)
			right = fmaxf(right, g->z->gutter[c].x1 - g->row->size * .6f);
		else
			right = fmaxf(right, g->row->right);
		for (size_t i = 0; i < g->n; i++)
			part(g, i, c)->right = right;
	}
}

/* ---- rows of the table */

/* The row begins below all that stands above it by so much. */
static float white_above(const struct grid *g, size_t i)
{
	float bottom = -1e6f;
	for (size_t k = i > 8 ? i - 8 : 0; k < i; k++)
		bottom = fmaxf(bottom, g->row[k].y1);
	return g->row[i].y0 - bottom;
}

/* Between two lines of one cell. */
static float least_white(const struct grid *g)
{
	float least = 1e6f;
	for (int c = 0; c < g->columns; c++) {
		const struct pdf_row *above = NULL;
		for (size_t i = 0; i < g->n; i++) {
			const struct pdf_row *r = part(g, i, c);
			if (above && r->n)
				least = fminf(least, fmaxf(r->y0 - above->y1, r->size * -.6f));
			above = r->n ? r : above;
		}
	}
	return least;
}

/* Further below than lines of running text. */
static bool is_far(const struct grid *g, size_t i)
{
	const struct pdf_row *r = &g->row[i], *above = r - 1;
	return r->y1 - above->y1 > fmaxf(pdf_pitch(g->d, r->size), pdf_pitch(g->d, above->size)) * 1.22f;
}

/* Some white bands are higher than between lines of a cell: these part the rows. False: all are alike. */
static bool by_bands(struct grid *g)
{
	const float least = least_white(g);
	size_t n = 0;
	for (size_t i = 1; i < g->n; i++) {
		g->begins[i] = white_above(g, i) > least + g->row[i].size * .2f || is_far(g, i);
		n += g->begins[i];
	}
	return n >= 2;
}

/* A number and nothing else, but for its unit: the one below is another. */
static bool is_value(const struct pdf_row *r)
{
	bool digit = false;
	for (size_t i = 0; i < r->n; i++) {
		const char *s = r->w[i]->s, *rest = s + strspn(s, "0123456789.,+-%");
		digit |= strpbrk(s, "0123456789") != NULL;
		if (*rest && strcmp(rest, "€") != 0 && strcmp(rest, "\u2013") != 0)
			return false;
	}
	return digit;
}

/* Columns in which this line has a number and the one above, too. */
static int values(const struct grid *g, size_t i)
{
	int n = 0;
	for (int c = 0; c < g->columns; c++)
		n += is_value(part(g, i, c)) && is_value(part(g, i - 1, c));
	return n;
}

/* Text of a column goes on over the begin of that line: its first word had no place in the line above. */
static bool goes_on(const struct grid *g, size_t i)
{
	enum { FEW = 4 };
	if (values(g, i) > 1)
		return false;
	for (int c = 0; c < g->columns; c++) {
		size_t above = i, below = i;
		while (above > 0 && above + FEW > i && !part(g, above - 1, c)->n && !g->begins[above - 1])
			above--;
		while (below < g->n && below < i + FEW && !part(g, below, c)->n)
			below++;
		if (!above || below >= g->n)
			continue;
		const struct pdf_row *a = part(g, above - 1, c), *b = part(g, below, c);
		const bool numbers = is_value(a) && is_value(b);
		if (a->n && b->n && !numbers && !pdf_ends_early(g->d, a, b) && b->y1 - a->y1 < b->size * 2)
			return true;
	}
	return false;
}

static bool is_beside(const struct grid *g, size_t i)
{
	return g->row[i].y1 - g->row[i - 1].y1 < g->row[i].size * .8f;
}

static void by_lines(struct grid *g)
{
	for (size_t i = 1; i < g->n; i++)
		g->begins[i] = g->begins[i] || (part(g, i, 0)->n && !is_beside(g, i) && !goes_on(g, i));
}

/* A row with nothing but text of one column behind the first goes on with the one above. */
static void join(struct grid *g)
{
	for (size_t i = 1, end; i < g->n; i = end) {
		int columns = 0;
		for (end = i + 1; end < g->n && !g->begins[end]; end++)
			;
		bool first = false;
		for (int c = 0; c < g->columns; c++) {
			bool any = false;
			for (size_t k = i; k < end; k++)
				any |= part(g, k, c)->n > 0;
			columns += any;
			first |= any && !c;
		}
		if (g->begins[i] && !first && columns == 1)
			g->begins[i] = false;
	}
}

/* ---- to the flow */

static bool is_bold(const struct grid *g, size_t from, size_t end, int column)
{
	bool any = false;
	for (size_t i = from; i < end; i++)
		for (int c = column < 0 ? 0 : column; c < (column < 0 ? g->columns : column + 1); c++) {
			if (part(g, i, c)->n && !part(g, i, c)->bold)
				return false;
			any |= part(g, i, c)->n > 0;
		}
	return any;
}

/* How many columns the cell covers: none in which another line of it has text of its own. */
static int width_of(const struct grid *g, size_t from, size_t end, int column)
{
	int n = 1;
	for (size_t i = from; i < end; i++) {
		const int over = part(g, i, column)->n ? covers(g, &g->row[i], column) : 1;
		n = over > n ? over : n;
	}
	for (int c = 1; c < n; c++)
		for (size_t i = from; i < end; i++)
			if (part(g, i, column + c)->n)
				return c;
	return n;
}

static void put_cell(struct grid *g, struct imp_node *row, size_t from, size_t end, int column)
{
	struct pdf_row *own = MEM_ARRAY(g->d->flow->mem, struct pdf_row, end - from + 1);
	struct imp_node *cell = pdf_add(g->d, row, IMP_CELL, &g->row[from]);
	size_t n = 0;
	cell->cols = width_of(g, from, end, column);
	for (size_t i = from; i < end; i++)
		if (part(g, i, column)->n)
			own[n++] = *part(g, i, column);
	cell->head = is_bold(g, from, end, column);
	if (n)
		g->d->blocks(g->d, cell, own, n);
}

static size_t end_of(const struct grid *g, size_t from)
{
	size_t end = from + 1;
	while (end < g->n && !g->begins[end])
		end++;
	return end;
}

static void put_row(struct grid *g, struct imp_node *table, size_t from, size_t end)
{
	struct imp_node *row = pdf_add(g->d, table, IMP_ROW, &g->row[from]);
	int n;
	for (int c = 0; c < g->columns; c += n) {
		put_cell(g, row, from, end, c);
		n = row->last->cols;
	}
}

/* A first row that is bold, above others that are not. */
static void find_head(struct grid *g, struct imp_node *table)
{
	const size_t end = end_of(g, 0);
	if (is_bold(g, 0, end, -1) && end < g->n && !is_bold(g, end, g->n, -1))
		table->first->head = true;
	const bool first = is_bold(g, 0, g->n, 0) && !is_bold(g, 0, g->n, -1);
	for (struct imp_node *r = table->first; r; r = r->next)
		for (struct imp_node *c = r->first; c; c = c->next)
			c->head &= r->head || (first && c == r->first);
}

static bool same_columns(const struct pdf_zone *a, const struct pdf_zone *b)
{
	if (a->ngutters != b->ngutters)
		return false;
	for (int i = 0; i < a->ngutters; i++)
		if (fminf(a->gutter[i].x1, b->gutter[i].x1) - fmaxf(a->gutter[i].x0, b->gutter[i].x0) < 1)
			return false;
	return true;
}

static char *words_of(struct imp_flow *f, const struct imp_node *n)
{
	struct buf b = {0};
	imp_plain(n, &b);
	return buf_take(&b, f->mem);
}

/* The rows of a table that goes on from the page before; its head is set once more. */
static void go_on(struct pdf_doc *d, struct imp_node *table, struct imp_node *more)
{
	struct imp_node *head = table->first, *again = more->first;
	if (again && again->next && !strcmp(words_of(d->flow, head), words_of(d->flow, again))) {
		struct imp_node *f = imp_add(d->flow, d->flow->root, IMP_FURNITURE);
		f->page = again->page;
		f->style = "Tabellenkopf der nächsten Seite";
		for (struct imp_node *c = again->first; c; c = c->next)
			while (c->first)
				imp_move(c->first, f);
		imp_cut(again);
	}
	while (more->first)
		imp_move(more->first, table);
	imp_cut(more);
}

void pdf_table(struct pdf_doc *d, struct imp_node *to, const struct pdf_row *rows, const struct pdf_zone *z)
{
	struct grid g = {.d = d, .row = rows, .n = z->n, .z = z, .columns = z->ngutters + 1};
	struct imp_node *t = pdf_add(d, to, IMP_TABLE, rows);
	g.begins = MEM_ARRAY(d->flow->mem, bool, z->n + 1);
	cut(&g);
	if (!by_bands(&g))
		by_lines(&g);
	join(&g);
	for (size_t i = 0; i < z->n; i = end_of(&g, i))
		put_row(&g, t, i, end_of(&g, i));
	find_head(&g, t);
	if (d->table && to == d->flow->root && d->table_page + 1 == rows->page && same_columns(&d->zone, z) &&
		rows->begins_page && d->table->parent == to)
		go_on(d, d->table, t);
	else
		d->table = t;
	d->table_page = rows[z->n - 1].ends_page ? rows->page : -1;
	d->zone = *z;
}
