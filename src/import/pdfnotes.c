/* pdfnotes.c: notes below the text of a page, told by their size and number. */
#include <stdlib.h>
#include <string.h>

#include "import/pdfdoc.h"

/* The number that a note begins with, "12", "12)" or "*"; 0: none. */
static size_t number_of(const struct pdf_doc *d, const struct pdf_row *r)
{
	const char *s = r->w[0]->s;
	const size_t digits = strspn(s, "0123456789"), stars = strspn(s, "*");
	const size_t n = digits ? digits : stars;
	(void)d;
	return r->n > 1 && n && n < 4 && (!s[n] || (s[n] == ')' && !s[n + 1])) ? n : 0;
}

static bool is_small(const struct pdf_doc *d, const struct pdf_row *r)
{
	return r->size < d->p.look[d->p.body].size - .4f;
}

/* From the last row up: small ones that begin with a number, or those behind one that begins with a raised mark. */
size_t pdf_notes_at(const struct pdf_doc *d, const struct pdf_row *row, size_t n)
{
	size_t first = n;
	for (size_t i = n; i > 0; i--) {
		const struct pdf_row *r = &row[i - 1];
		if (pdf_parted(r) || r->size > row[n - 1].size + .6f)
			break;
		if (number_of(d, r) && (is_small(d, r) || pdf_raised(&d->p, r, 0)))
			first = i - 1;
		if (!is_small(d, r) && first == n && n - i > 6)
			break;
	}
	while (first < n && first > 0 && !is_small(d, &row[first]) && !pdf_raised(&d->p, &row[first], 0))
		first++;
	return first < n && first > 0 ? n - first : 0;
}

static int value(const char *s)
{
	return atoi(s);
}

/* A row begins the next note when its number follows. */
static bool begins(const struct pdf_doc *d, const struct pdf_row *r, int before)
{
	if (!number_of(d, r))
		return false;
	return *r->w[0]->s == '*' || pdf_raised(&d->p, r, 0) || value(r->w[0]->s) == before + 1;
}

static void put_note(struct pdf_doc *d, const struct pdf_row *row, size_t n)
{
	struct imp_node *p = pdf_add(d, d->flow->root, IMP_PARA, row);
	const struct pdf_para text = {.row = row, .n = n, .skip = 1};
	p->label = mem_str(d->flow->mem, row->w[0]->s, strspn(row->w[0]->s, "0123456789*"));
	p->typed_label = true;
	pdf_put(d, p, &text);
	struct pdf_marks *m = &d->notes;
	MEM_ROOM_IN(d->flow->mem, m->at, m->n, m->cap);
	m->at[m->n++] = (struct pdf_mark){p, p->label, row->page};
}

void pdf_put_notes(struct pdf_doc *d, const struct pdf_row *row, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		const int no = value(row[i].w[0]->s);
		for (end = i + 1; end < n && !begins(d, &row[end], no); end++)
			;
		put_note(d, row + i, end - i);
	}
}
