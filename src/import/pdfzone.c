/* pdfzone.c: white strips between the words of rows that follow each other. */
#include "import/pdfgap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "import/lines.h"
#include "import/pdfnumber.h"

struct look_at { const struct pdf_pages *p; const struct pdf_row *row; size_t n; };

/* ---- labels of items */

size_t pdf_label(const struct pdf_row *r)
{
	return r->n > 1 && (pdf_is_sign(r->w[0]->s) || pdf_is_number(r->w[0]->s)) ? 1 : 0;
}

/* ---- growing */

static bool same_size(const struct pdf_row *a, const struct pdf_row *b)
{
	return fabsf(a->size - b->size) < .6f;
}

static float distance(const struct pdf_row *above, const struct pdf_row *r)
{
	return r->y1 - above->y1;
}

/* Text left (1) and right (2) of the gutter. */
static int sides(const struct pdf_row *r, const struct pdf_gutter *g)
{
	const float middle = (g->x0 + g->x1) / 2;
	int is = 0;
	for (size_t i = 0; i < r->n; i++)
		is |= (r->w[i]->x0 + r->w[i]->x1) / 2 < middle ? 1 : 2;
	return is;
}

/* Too near below the row above for a line of the same text: they stand beside each other. */
static bool is_beside(const struct pdf_row *above, const struct pdf_row *r)
{
	return r->page == above->page && fabsf(distance(above, r)) < fminf(r->size, above->size) * .8f;
}

static int by_x(const void *a, const void *b)
{
	const struct pdf_word *x = *(struct pdf_word *const *)a, *y = *(struct pdf_word *const *)b;
	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

/* The row with those beside it, where no word stands over another. */
static struct pdf_row around(const struct look_at *l, size_t at)
{
	size_t from = at, end = at + 1;
	while (from > 0 && is_beside(&l->row[from - 1], &l->row[at]))
		from--;
	while (end < l->n && is_beside(&l->row[at], &l->row[end]))
		end++;
	struct pdf_row r = l->row[at];
	if (end - from < 2)
		return r;
	r.n = 0;
	for (size_t i = from; i < end; i++)
		r.n += l->row[i].n;
	r.w = MEM_ARRAY(l->p->mem, struct pdf_word *, r.n);
	r.n = 0;
	for (size_t i = from; i < end; i++)
		for (size_t k = 0; k < l->row[i].n; k++)
			r.w[r.n++] = l->row[i].w[k];
	qsort(r.w, r.n, sizeof *r.w, by_x);
	for (size_t i = 1; i < r.n; i++)
		if (r.w[i]->x0 < r.w[i - 1]->x1 - 1)
			return l->row[at];
	return r;
}

static bool is_both(const struct look_at *l, size_t i, const struct pdf_gutter *g)
{
	const int own = sides(&l->row[i], g);
	return own == 3 || (i && is_beside(&l->row[i - 1], &l->row[i]) && (own | sides(&l->row[i - 1], g)) == 3);
}

static bool begin_in(const struct look_at *l, size_t at, struct pdf_zone *z)
{
	const struct pdf_row r = around(l, at);
	for (size_t i = 1; i < r.n && z->ngutters < PDF_GUTTERS; i++)
		if (pdf_is_gap(&r, i) && (i > 1 || !pdf_label(&r)))
			z->gutter[z->ngutters++] = pdf_gap_before(&r, i);
	return z->ngutters > 0;
}

/* Gutters of the first row, or of one of the next, where the text above it stands behind the first gutter only. */
static void begin(const struct look_at *l, struct pdf_zone *z)
{
	enum { FEW = 8 };
	for (size_t i = 0; i < l->n && i < FEW; i++) {
		const struct pdf_row *r = &l->row[i];
		if (i && (r->page != r[-1].page || distance(r - 1, r) > r->size * 1.7f || !same_size(r, r - 1)))
			return;
		if (!begin_in(l, i, z))
			continue;
		for (size_t k = 0; k < i; k++)
			if (l->row[k].x0 < z->gutter[0].x1 - r->size * .5f)
				z->ngutters = 0;
		return;
	}
}

struct verdict { int both, crossed; };

static struct verdict judge(const struct look_at *l, const struct pdf_zone *z, size_t at)
{
	const struct pdf_row *r = &l->row[at];
	struct verdict v = {0};
	for (int i = 0; i < z->ngutters; i++) {
		bool both;
		const struct pdf_gutter w = pdf_white(r, &z->gutter[i], &both);
		const bool crossed = w.x1 - w.x0 < r->size * .4f;
		v.crossed += crossed;
		v.both += !crossed && is_both(l, at, &z->gutter[i]);
	}
	return v;
}

/* A cell of the row stands within the gutter: two gutters, from there on. */
static void split(struct pdf_zone *z, int at, const struct pdf_row *r)
{
	struct pdf_gutter found[2];
	const struct pdf_gutter g = z->gutter[at];
	int n = 0;
	for (size_t i = 1; i < r->n; i++) {
		const struct pdf_gutter gap = pdf_gap_before(r, i);
		const float x0 = fmaxf(gap.x0, g.x0), x1 = fminf(gap.x1, g.x1);
		if (x1 - x0 < r->size * .9f)
			continue;
		found[n > 0] = (struct pdf_gutter){x0, x1, n ? 1 : g.kept + 1, g.broken};
		n++;
	}
	if (n != 2 || z->ngutters == PDF_GUTTERS)
		return;
	memmove(&z->gutter[at + 2], &z->gutter[at + 1], (size_t)(z->ngutters - at - 1) * sizeof *z->gutter);
	z->gutter[at] = found[0];
	z->gutter[at + 1] = found[1];
	z->ngutters++;
}

/* White space of the row that no gutter has and all rows above leave: a column that begins here. */
static void add_gutters(const struct look_at *l, struct pdf_zone *z, size_t at)
{
	const struct pdf_row r = around(l, at);
	for (size_t i = 1; i < r.n && z->ngutters < PDF_GUTTERS && r.n != l->row[at].n; i++) {
		struct pdf_gutter g = pdf_gap_before(&r, i);
		bool known = !pdf_is_gap(&r, i) || (i == 1 && pdf_label(&r)), both;
		int to = 0;
		for (int k = 0; k < z->ngutters; k++) {
			known |= g.x1 > z->gutter[k].x0 && g.x0 < z->gutter[k].x1;
			to += z->gutter[k].x0 < g.x0;
		}
		for (size_t k = 0; k < at && !known; k++) {
			g = pdf_white(&l->row[k], &g, &both);
			known = g.x1 - g.x0 < r.size * .4f;
		}
		if (known)
			continue;
		memmove(&z->gutter[to + 1], &z->gutter[to], (size_t)(z->ngutters - to) * sizeof *z->gutter);
		z->gutter[to] = g;
		z->ngutters++;
	}
}

static void take(const struct look_at *l, struct pdf_zone *z, size_t at)
{
	const struct pdf_row *r = &l->row[at];
	add_gutters(l, z, at);
	for (int i = 0; i < z->ngutters; i++) {
		bool both;
		const int was = z->ngutters;
		split(z, i, r);
		if (z->ngutters > was) {
			i++;
			continue;
		}
		const struct pdf_gutter w = pdf_white(r, &z->gutter[i], &both);
		if (w.x1 - w.x0 < r->size * .4f) {
			z->gutter[i].broken++;
			continue;
		}
		z->gutter[i].x0 = w.x0;
		z->gutter[i].x1 = w.x1;
		z->gutter[i].kept += is_both(l, at, &z->gutter[i]);
	}
}

/* White space of the row that no gutter has, where the next row has some too: other columns begin. */
static bool has_more_columns(const struct pdf_zone *z, const struct pdf_row *r, const struct pdf_row *next)
{
	for (size_t i = 1; i < r->n; i++) {
		const struct pdf_gutter gap = pdf_gap_before(r, i);
		bool known = !pdf_is_gap(r, i), again = false;
		for (int k = 0; k < z->ngutters; k++)
			known |= gap.x1 > z->gutter[k].x0 && gap.x0 < z->gutter[k].x1;
		for (size_t k = 1; k < next->n && !known; k++) {
			const struct pdf_gutter other = pdf_gap_before(next, k);
			const float shared = fminf(gap.x1, other.x1) - fmaxf(gap.x0, other.x0);
			again |= pdf_is_gap(next, k) && shared > r->size * .4f;
		}
		if (again)
			return true;
	}
	return false;
}

static bool too_far(const struct pdf_row *r, size_t i, float most)
{
	const float d = distance(&r[i - 1], &r[i]);
	return r[i].page != r[0].page || d < 0 || d > fmaxf(3.2f * fminf(r[i].size, r[i - 1].size), most * 1.6f);
}

/* A row of one cell that is set otherwise than all above it, or larger. */
static bool is_other(const struct look_at *l, size_t i)
{
	bool seen = false;
	for (size_t k = 0; k < i && !seen; k++)
		for (size_t w = 0; w < l->row[k].n && !seen; w++)
			seen = l->row[k].w[w]->look == l->row[i].look;
	return !seen || l->row[i].size > l->row[i - 1].size + .6f;
}

/* In a table that begins where the text does, what stands further in belongs to it. */
static bool is_inside(const struct look_at *l, const struct pdf_zone *z, const struct pdf_row *r)
{
	const float left = l->p->left;
	return left > 0 && l->row->x0 < left + r->size * 1.5f && r->x0 > left + r->size * 3 &&
		r->x0 > z->gutter[0].x0;
}

/* Rows of one cell only, close below: they go on with it. */
static size_t tail(const struct look_at *l, const struct pdf_zone *z, size_t last, float pitch, bool columns)
{
	size_t n = last + 1;
	for (; n < l->n && l->row[n].page == l->row->page && !judge(l, z, n).crossed; n++) {
		const struct pdf_row *r = &l->row[n];
		const float most = pitch * (is_inside(l, z, r) ? 2 : 1.2f);
		if (columns && distance(r - 1, r) < r->size * 3)
			continue;
		if (distance(r - 1, r) > most || !same_size(r, r - 1) || (r->bold && !r[-1].bold))
			break;
	}
	return n;
}

/* Text across all gutters between rows that keep them: a cell over all columns, if nothing sets it apart. */
static bool goes_on_behind(const struct look_at *l, const struct pdf_zone *z, size_t i, float most)
{
	const struct pdf_row *r = &l->row[i];
	if (i + 1 >= l->n || r[1].page != r->page || i < 2 || z->gutter[0].kept < 2)
		return false;
	if (fmaxf(distance(r - 1, r), distance(r, r + 1)) > most * 1.25f || r->size > r[-1].size + .6f)
		return false;
	const struct verdict v = judge(l, z, i + 1);
	return v.both == z->ngutters && !v.crossed;
}

/* ---- columns of text */

static float left_of(const struct pdf_zone *z, int column)
{
	return column ? (z->gutter[column - 1].x0 + z->gutter[column - 1].x1) / 2 : -1e6f;
}

static float right_of(const struct pdf_zone *z, int column)
{
	return column < z->ngutters ? (z->gutter[column].x0 + z->gutter[column].x1) / 2 : 1e6f;
}

/* A column of running text: long lines that fill it. */
static bool is_prose(const struct look_at *l, const struct pdf_zone *z, int column, float page)
{
	enum { LINES = 6, WORDS = 3 };
	float x0 = 1e6f, x1 = -1e6f, filled = 0;
	size_t lines = 0, words = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < z->n; i++) {
			const struct pdf_row part = pdf_row_part(l->p, &l->row[i], left_of(z, column), right_of(z,
				column));
			if (!part.n)
				continue;
			x0 = fminf(x0, part.x0);
			x1 = fmaxf(x1, part.x1);
			lines += !pass;
			words += pass ? 0 : part.n;
			filled += pass ? (part.x1 - part.x0) / (x1 - x0 + .1f) : 0;
		}
	return lines >= LINES && words >= lines * WORDS && x1 - x0 > page * .2f && filled > (float)lines * .72f;
}

/* White bands over all columns: rows of a table, seldom found in columns of text, whose lines need not stand level. */
static size_t bands(const struct look_at *l, const struct pdf_zone *z)
{
	size_t n = 0;
	float least = 1e6f;
	for (int pass = 0; pass < 2; pass++) {
		float end = l->row[0].y1;
		for (size_t i = 1; i < z->n; i++) {
			const struct pdf_row *r = &l->row[i];
			const float white = r->y0 - end;
			if (!pass && white >= 0 && !is_beside(r - 1, r))
				least = fminf(least, white);
			n += pass && white > least + r->size * .32f;
			end = fmaxf(end, r->y1);
		}
	}
	return n;
}

static bool are_columns(const struct look_at *l, const struct pdf_zone *z)
{
	const float page = l->p->page[l->row[0].page - 1].width;
	for (int i = 0; i <= z->ngutters; i++)
		if (!is_prose(l, z, i, page))
			return false;
	return z->ngutters <= 3 && bands(l, z) * 8 < z->n;
}

/* So far these are columns: what stands in one of them, larger or further below, is a heading there. */
static bool in_columns(const struct look_at *l, struct pdf_zone *z, size_t n)
{
	const size_t was = z->n;
	z->n = n;
	const bool are = are_columns(l, z);
	z->n = was;
	return are;
}

/* What belongs to a picture stands beside each other below it: its caption, and other text. */
static bool begins_with_caption(const struct look_at *l, const struct pdf_zone *z)
{
	for (int c = 0; c <= z->ngutters; c++) {
		const struct pdf_row part = pdf_row_part(l->p, l->row, left_of(z, c), right_of(z, c));
		struct buf b = {0};
		if (part.n)
			pdf_row_text(l->p, &part, &b);
		const bool is = b.data && lines_is_caption(b.data) && strncmp(b.data, "Tab", 3) != 0;
		buf_free(&b);
		if (is)
			return true;
	}
	return false;
}

static void grow(const struct look_at *l, struct pdf_zone *z)
{
	size_t last = 0;
	float pitch = 1e6f, most = 0;
	take(l, z, 0);
	for (size_t i = 1; i < l->n && !too_far(l->row, i, most); i++) {
		const struct verdict v = judge(l, z, i);
		if (v.crossed && !v.both && !goes_on_behind(l, z, i, most))
			break;
		const float d = distance(&l->row[i - 1], &l->row[i]);
		if (!v.both && d > fminf(pitch, l->row[i].size * 1.5f) * 1.2f && is_other(l, i) && !in_columns(l, z, i))
			break;
		if (i > 1 && i + 1 < l->n && has_more_columns(z, &l->row[i], &l->row[i + 1]))
			break;
		if (d > l->row[i].size * .8f)
			pitch = fminf(pitch, d);
		most = fmaxf(most, d);
		take(l, z, i);
		last = v.both ? i : last;
	}
	const bool columns = in_columns(l, z, last + 1) || begins_with_caption(l, z);
	z->n = tail(l, z, last, pitch < 1e6f ? pitch : l->row[last].size * 1.4f, columns);
}

/* Gutters that more rows cross than keep, or that only one has. */
static void settle(struct pdf_zone *z)
{
	int n = 0;
	for (int i = 0; i < z->ngutters; i++)
		if (z->gutter[i].kept > 1 && z->gutter[i].broken < z->gutter[i].kept)
			z->gutter[n++] = z->gutter[i];
	z->ngutters = n;
}

/* ---- what it is */

/* Nothing but labels of items stands in the column. */
static bool holds_labels(const struct look_at *l, const struct pdf_zone *z, int column)
{
	size_t labels = 0;
	for (size_t i = 0; i < z->n; i++) {
		const struct pdf_row part = pdf_row_part(l->p, &l->row[i], left_of(z, column), right_of(z, column));
		if (part.n > 1 || (part.n && !pdf_is_sign(part.w[0]->s) && !pdf_is_number(part.w[0]->s)))
			return false;
		labels += part.n;
	}
	return labels > 0;
}

/* What stands behind labels belongs to them: there is no gutter between them. */
static void drop_labels(const struct look_at *l, struct pdf_zone *z)
{
	for (int c = 0; c < z->ngutters;) {
		if (!holds_labels(l, z, c)) {
			c++;
			continue;
		}
		memmove(&z->gutter[c], &z->gutter[c + 1], (size_t)(z->ngutters - c - 1) * sizeof *z->gutter);
		z->ngutters--;
	}
}

static bool is_page_number(const struct pdf_word *w)
{
	const size_t n = strspn(w->s, "0123456789");
	return n && n < 4 && !w->s[n];
}

/* Each row ends with the number of a page. */
static bool is_contents(const struct look_at *l, const struct pdf_zone *z)
{
	size_t with = 0;
	int before = 0;
	for (size_t i = 0; i < z->n; i++) {
		const struct pdf_word *w = l->row[i].w[l->row[i].n - 1];
		if (!is_page_number(w))
			continue;
		const int no = atoi(w->s);
		if (no < before || w->x0 < z->gutter[z->ngutters - 1].x0)
			return false;
		before = no;
		with++;
	}
	return with >= 3 && with * 3 >= z->n * 2 && before > 2 && z->ngutters <= 2;
}

/* ---- a page in columns: strips that its rows leave white for long, however wide the blanks within a column are */

/* The rows that leave part of the strip white, which becomes that part; kept: those with text on both sides. */
static size_t keeps(const struct look_at *l, struct pdf_gutter *g)
{
	size_t i = 0;
	g->kept = 0;
	for (bool both; i < l->n && l->row[i].page == l->row->page; i++) {
		const struct pdf_gutter w = pdf_white(&l->row[i], g, &both);
		if (w.x1 - w.x0 < l->row[i].size * .6f)
			break;
		g->x0 = w.x0;
		g->x1 = w.x1;
		g->kept += is_both(l, i, g);
	}
	return i;
}

static bool meets(const struct pdf_zone *z, const struct pdf_gutter *g)
{
	bool is = false;
	for (int k = 0; k < z->ngutters; k++)
		is |= g->x1 > z->gutter[k].x0 && g->x0 < z->gutter[k].x1;
	return is;
}

static int by_place(const void *a, const void *b)
{
	const struct pdf_gutter *x = a, *y = b;
	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

/* Gaps of the first rows that go on for many: the longest, and others as long. */
static bool page_columns(const struct look_at *l, struct pdf_zone *z)
{
	enum { FIRST = 6, ROWS = 16, BOTH = 10, MOST = 3 };
	for (size_t at = 0; at < l->n && at < FIRST && l->row[at].page == l->row->page; at++) {
		const struct pdf_row r = around(l, at);
		for (size_t i = 1; i < r.n && z->ngutters < MOST; i++) {
			struct pdf_gutter g = pdf_gap_before(&r, i);
			if (!pdf_is_gap(&r, i) || meets(z, &g))
				continue;
			const size_t n = keeps(l, &g);
			if (n < ROWS || g.kept < BOTH || (z->ngutters && n * 10 < z->n * 9))
				continue;
			z->ngutters = n * 9 > z->n * 10 ? 0 : z->ngutters;
			z->gutter[z->ngutters++] = g;
			z->n = n;
		}
	}
	qsort(z->gutter, (size_t)z->ngutters, sizeof *z->gutter, by_place);
	z->kind = PDF_COLUMNS;
	return z->ngutters && are_columns(l, z);
}

static struct pdf_zone one_zone(const struct look_at *l)
{
	struct pdf_zone z = {.kind = PDF_LINES, .n = 1}, page = {.n = 0};
	if (page_columns(l, &page))
		return page;
	begin(l, &z);
	if (!z.ngutters)
		return z;
	grow(l, &z);
	settle(&z);
	drop_labels(l, &z);
	if (!z.ngutters || is_contents(l, &z))
		z.ngutters = 0;
	else
		z.kind = are_columns(l, &z) || begins_with_caption(l, &z) ? PDF_COLUMNS : PDF_TABLE;
	z.n = z.ngutters ? z.n : 1;
	return z;
}

/* The gutters that both have; false: they are not the same. */
static bool join_gutters(struct pdf_zone *z, const struct pdf_zone *next, float least)
{
	if (z->ngutters != next->ngutters || next->kind != PDF_TABLE)
		return false;
	for (int i = 0; i < z->ngutters; i++)
		if (fminf(z->gutter[i].x1, next->gutter[i].x1) - fmaxf(z->gutter[i].x0, next->gutter[i].x0) < least)
			return false;
	for (int i = 0; i < z->ngutters; i++) {
		z->gutter[i].x0 = fmaxf(z->gutter[i].x0, next->gutter[i].x0);
		z->gutter[i].x1 = fminf(z->gutter[i].x1, next->gutter[i].x1);
	}
	return true;
}

struct pdf_zone pdf_zone_at(const struct pdf_pages *p, const struct pdf_row *rows, size_t n)
{
	const struct look_at l = {p, rows, n};
	struct pdf_zone z = one_zone(&l);
	while (z.kind == PDF_TABLE && z.n < n) {           /* one that begins close below goes on with it */
		const struct look_at rest = {p, rows + z.n, n - z.n};
		const struct pdf_row *r = &rows[z.n];
		if (r->page != r[-1].page || distance(r - 1, r) > r->size * 2.1f || is_other(&l, z.n))
			break;
		const struct pdf_zone next = one_zone(&rest);
		if (!join_gutters(&z, &next, r->size * .4f))
			break;
		z.n += next.n;
	}
	return z;
}
