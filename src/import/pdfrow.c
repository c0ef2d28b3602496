/* pdfrow.c: words of a page to rows: poppler's lines that stand on one height. */
#include "import/pdfrow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"

static const struct pdf_look *look_of(const struct pdf_pages *p, const struct pdf_word *w)
{
	return &p->look[w->look];
}

/* ---- a row from its words */

static int by_x(const void *a, const void *b)
{
	const struct pdf_word *x = *(struct pdf_word *const *)a, *y = *(struct pdf_word *const *)b;
	return x->x0 != y->x0 ? (x->x0 > y->x0) - (x->x0 < y->x0) : (x > y) - (x < y);
}

static bool is_rtl(const struct pdf_word *w)
{
	const char *s = w->s;
	const uint32_t c = u8_get(&s, w->s + strlen(w->s));
	return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00);
}

/* Of the looks of a row the one that has the most letters. */
static int most_used(const struct pdf_row *r)
{
	size_t best = 0;
	int look = r->w[0]->look;
	for (size_t i = 0, n; i < r->n; i += n) {
		size_t letters = 0;
		for (n = 0; i + n < r->n && r->w[i + n]->look == r->w[i]->look; n++)
			letters += strlen(r->w[i + n]->s);
		if (letters > best)
			look = r->w[i]->look;
		best = letters > best ? letters : best;
	}
	return look;
}

static void measure(const struct pdf_pages *p, struct pdf_row *r)
{
	bool first = true;
	r->look = most_used(r);
	r->size = p->look[r->look].size;
	r->bold = true;
	r->x0 = r->w[0]->x0;
	r->x1 = r->w[0]->x1;
	size_t rtl = 0;
	for (size_t i = 0; i < r->n; i++)
		rtl += is_rtl(r->w[i]);
	r->rtl = rtl * 2 > r->n;
	for (size_t i = 0; i < r->n; i++) {
		const struct pdf_word *w = r->w[i];
		r->bold &= look_of(p, w)->bold || pdf_raised(p, r, i);
		r->x1 = fmaxf(r->x1, w->x1);
		if (look_of(p, w)->size < r->size * .85f)
			continue;
		r->y0 = first ? w->y0 : fminf(r->y0, w->y0);
		r->y1 = first ? w->y1 : fmaxf(r->y1, w->y1);
		first = false;
	}
}

/* ---- lines to rows */

struct atom { size_t from, n; float middle, height; bool sideways; };  /* one line of poppler's */

static int by_middle(const void *a, const void *b)
{
	const struct atom *x = a, *y = b;
	if (x->sideways != y->sideways)                /* behind all else */
		return x->sideways - y->sideways;
	return x->middle != y->middle ? (x->middle > y->middle) - (x->middle < y->middle)
		: (x->from > y->from) - (x->from < y->from);
}

static struct atom atom_at(const struct pdf_page *page, size_t from)
{
	struct atom a = {.from = from};
	size_t letters = 0;
	float x0 = 1e6f, x1 = -1e6f, y0 = 1e6f, y1 = -1e6f;
	for (size_t i = from; i < page->n && page->word[i].line == page->word[from].line; i++, a.n++) {
		const struct pdf_word *w = &page->word[i];
		if (w->y1 - w->y0 > a.height) {
			a.height = w->y1 - w->y0;
			a.middle = (w->y0 + w->y1) / 2;
		}
		letters += strlen(w->s);
		x0 = fminf(x0, w->x0);
		x1 = fmaxf(x1, w->x1);
		y0 = fminf(y0, w->y0);
		y1 = fmaxf(y1, w->y1);
	}
	a.sideways = letters > 3 && y1 - y0 > 2 * (x1 - x0);
	return a;
}

static void add_row(const struct pdf_pages *p, size_t page, const struct atom *at, size_t n, struct pdf_rows *to)
{
	struct pdf_row r = {.page = (int)page + 1, .sideways = at->sideways};
	size_t words = 0;
	for (size_t i = 0; i < n; i++)
		words += at[i].n;
	r.w = MEM_ARRAY(p->mem, struct pdf_word *, words);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < at[i].n; k++)
			r.w[r.n++] = &p->page[page].word[at[i].from + k];
	if (!r.sideways)
		qsort(r.w, r.n, sizeof *r.w, by_x);
	measure(p, &r);
	MEM_ROOM_IN(p->mem, to->at, to->n, to->cap);
	to->at[to->n++] = r;
}

struct pdf_rows pdf_rows_of(const struct pdf_pages *p, size_t no)
{
	const struct pdf_page *page = &p->page[no];
	struct atom *at = MEM_ARRAY(p->mem, struct atom, page->n + 1);
	struct pdf_rows rows = {0};
	size_t n = 0;
	for (size_t i = 0; i < page->n; i += at[n++].n)
		at[n] = atom_at(page, i);
	qsort(at, n, sizeof *at, by_middle);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && !at[k].sideways &&
			at[k].middle - at[i].middle < fmaxf(at[i].height, at[k].height) * .3f; k++)
			;
		add_row(p, no, at + i, k - i, &rows);
	}
	return rows;
}

struct pdf_row pdf_row_part(const struct pdf_pages *p, const struct pdf_row *r, float from, float to)
{
	struct pdf_row part = {.page = r->page, .right = r->right, .w = MEM_ARRAY(p->mem, struct pdf_word *, r->n)};
	for (size_t i = 0; i < r->n; i++) {
		const float middle = (r->w[i]->x0 + r->w[i]->x1) / 2;
		if (from <= middle && middle < to)
			part.w[part.n++] = r->w[i];
	}
	if (part.n)
		measure(p, &part);
	return part;
}

/* ---- words of a row */

bool pdf_glued(const struct pdf_pages *p, const struct pdf_row *r, size_t i)
{
	if (!i)
		return false;
	const float size = fminf(look_of(p, r->w[i])->size, look_of(p, r->w[i - 1])->size);
	if (r->sideways || r->w[i]->y1 - r->w[i]->y0 > size * 2.5f)
		return false;
	return fmaxf(r->w[i]->x0 - r->w[i - 1]->x1, r->w[i - 1]->x0 - r->w[i]->x1) < size * .1f;
}

bool pdf_raised(const struct pdf_pages *p, const struct pdf_row *r, size_t i)
{
	const struct pdf_word *w = r->w[i];
	const size_t digits = strspn(w->s, "0123456789*");
	const struct pdf_word *by = i ? r->w[i - 1] : r->n > 1 ? r->w[1] : NULL;
	return by && digits && digits < 4 && !w->s[digits + strspn(w->s + digits, ",)")] &&
		look_of(p, w)->size < r->size * .92f &&
		w->y0 + w->y1 < by->y0 + by->y1 - r->size * .16f;
}

/* Letters of a word that is read from right to left stand as they are seen. */
static struct pdf_word *turned(const struct pdf_pages *p, const struct pdf_word *w)
{
	struct pdf_word *t = MEM_NEW(p->mem, struct pdf_word);
	const size_t n = strlen(w->s);
	char *s = mem_get(p->mem, n + 1), *to = s + n;
	for (const char *at = w->s, *end = at + n; at < end;) {
		const char *from = at;
		u8_get(&at, end);
		to -= at - from;
		memcpy(to, from, (size_t)(at - from));
	}
	*t = *w;
	t->s = s;
	return t;
}

struct pdf_row pdf_as_read(const struct pdf_pages *p, const struct pdf_row *r)
{
	struct pdf_row to = *r;
	if (!r->rtl)
		return to;
	to.w = MEM_ARRAY(p->mem, struct pdf_word *, r->n);
	to.n = 0;
	for (size_t i = r->n, k; i > 0; i = k) {           /* what is read from left to right stays together */
		for (k = i; k > 0 && !is_rtl(r->w[k - 1]); k--)
			;
		for (size_t j = k; j < i; j++)
			to.w[to.n++] = r->w[j];
		if (k && k == i)
			to.w[to.n++] = turned(p, r->w[--k]);
	}
	return to;
}

void pdf_row_text(const struct pdf_pages *p, const struct pdf_row *row, struct buf *b)
{
	const struct pdf_row as_read = pdf_as_read(p, row), *r = &as_read;
	for (size_t i = 0; i < r->n; i++) {
		if (i && !pdf_glued(p, r, i))
			buf_chr(b, ' ');
		buf_str(b, r->w[i]->s);
	}
}

/* ---- what runs over the pages */

struct head { const char *words; struct pdf_row *row; };

/* The text without its digits: page numbers change. */
static const char *without_digits(const struct pdf_pages *p, const struct pdf_row *r)
{
	struct buf b = {0};
	pdf_row_text(p, r, &b);
	size_t n = 0;
	for (size_t i = 0; i < b.len; i++)
		if (b.data[i] < '0' || b.data[i] > '9')
			b.data[n++] = b.data[i];
	b.len = n;
	if (b.data)
		b.data[n] = '\0';
	return buf_take(&b, p->mem);
}

static int by_words(const void *a, const void *b)
{
	const struct head *x = a, *y = b;
	const int c = strcmp(x->words, y->words);
	return c ? c : x->row->y0 != y->row->y0 ? (x->row->y0 > y->row->y0) - (x->row->y0 < y->row->y0)
		: x->row->page - y->row->page;
}

static bool is_number(const struct pdf_row *r)
{
	static const char *const roman = "0123456789ivxIVX";
	for (size_t i = 0; i < r->n; i++) {
		const char *s = r->w[i]->s;
		const bool sign = !strcmp(s, "-") || !strcmp(s, "–") || !strcmp(s, "—") || !strcmp(s, "|");
		if (!sign && (s[strspn(s, roman)] || strlen(s) > 5))
			return false;
	}
	return r->n < 4;
}

static size_t upright_rows(const struct pdf_rows *page)
{
	size_t n = page->n;
	while (n && page->at[n - 1].sideways)
		n--;
	return n;
}

/* The outermost rows of a page, and what stands sideways. */
static void add_heads(const struct pdf_pages *p, struct pdf_rows *page, struct head *h, size_t *n)
{
	enum { EDGE = 3 };
	const float body = p->look[p->body].size;
	const size_t upright = upright_rows(page);
	for (size_t i = 0; i < page->n; i++) {
		const struct pdf_row *r = &page->at[i];
		if (!r->sideways && ((i >= EDGE && i + EDGE < upright) || r->size > body * 1.1f))
			continue;
		h[*n] = (struct head){without_digits(p, &page->at[i]), &page->at[i]};
		++*n;
	}
}

/* A number alone at the edge. */
static void find_number(struct pdf_rows *page)
{
	const size_t n = upright_rows(page);
	if (n > 1 && is_number(&page->at[n - 1]))
		page->at[n - 1].runs = true;
	if (n > 1 && is_number(&page->at[0]))
		page->at[0].runs = true;
}

/* Only other such rows stand between it and the edge. */
static void keep_inner(struct pdf_rows *page)
{
	size_t from = 0, to = upright_rows(page);
	while (from < to && page->at[from].runs)
		from++;
	while (to > from && page->at[to - 1].runs)
		to--;
	for (size_t i = from; i < to; i++)
		page->at[i].runs = false;
}

void pdf_find_heads(const struct pdf_pages *p, struct pdf_rows *pages, size_t npages)
{
	size_t n = 0;
	for (size_t i = 0; i < npages; i++)
		n += pages[i].n;
	struct head *h = MEM_ARRAY(p->mem, struct head, n + 1);
	n = 0;
	for (size_t i = 0; i < npages; i++)
		add_heads(p, &pages[i], h, &n);
	qsort(h, n, sizeof *h, by_words);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && !strcmp(h[k].words, h[i].words) && h[k].row->y0 - h[k - 1].row->y0 < 3; k++)
			;
		for (size_t j = i; k - i >= 2 && j < k; j++)
			h[j].row->runs |= h[i].row->page != h[k - 1].row->page || k - i > 2;
	}
	for (size_t i = 0; i < npages; i++) {
		keep_inner(&pages[i]);
		find_number(&pages[i]);
	}
}
