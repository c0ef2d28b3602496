/* pdfpara.c: rows to running text: words divided at the end of a row made whole, bold, italic, links, marks of
 * notes. */
#include <math.h>
#include <string.h>

#include "base/u8.h"
#include "import/pdfdoc.h"

struct imp_node *pdf_add(struct pdf_doc *d, struct imp_node *to, enum imp_kind kind, const struct pdf_row *r)
{
	struct imp_node *n = imp_add(d->flow, to, kind);
	n->page = r->page;
	n->line = 0;
	return n;
}

/* ---- distances */

enum { SIZES = 64, HALVES = 80 };

static int bucket(float size)
{
	const int i = (int)(size * 2);
	return i < 0 ? 0 : i >= SIZES ? SIZES - 1 : i;
}

float pdf_pitch(const struct pdf_doc *d, float size)
{
	const float known = d->pitch[bucket(size)];
	return known > 0 ? known : size * 1.35f;
}

/* The distance that most rows have, of those that are near. */
static void count_distances(size_t (*count)[HALVES], const struct pdf_rows *page)
{
	for (size_t i = 1; i < page->n; i++) {
		const struct pdf_row *a = &page->at[i - 1], *b = &page->at[i];
		const float away = b->y1 - a->y1;
		if (fabsf(a->size - b->size) < .3f && away > b->size * .9f && away < b->size * 2 && away < HALVES / 2 -
			1 &&
			!a->runs && !b->runs)
			count[bucket(b->size)][(int)(away * 2 + .5f)]++;
	}
}

void pdf_find_pitch(struct pdf_doc *d, const struct pdf_rows *pages, size_t n)
{
	size_t (*count)[HALVES] = (size_t (*)[HALVES])mem_get(d->flow->mem, sizeof(size_t[SIZES][HALVES]));
	for (size_t i = 0; i < n; i++)
		count_distances(count, &pages[i]);
	for (int i = 0; i < SIZES; i++) {
		size_t best = 0, all = 0;
		for (size_t k = 0; k < HALVES; k++) {
			all += count[i][k];
			best = count[i][k] > count[i][best] ? k : best;
		}
		for (size_t k = 0; k < best && all >= 5; k++)   /* a smaller one that is no accident */
			if (count[i][k] * 6 > all)
				best = k;
		d->pitch[i] = all >= 3 ? (float)best / 2 : 0;
	}
}

/* ---- rows */

bool pdf_ends_early(const struct pdf_doc *d, const struct pdf_row *r, const struct pdf_row *below)
{
	const struct pdf_word *next = below->w[0];
	const char *last = r->w[r->n - 1]->s;
	const size_t n = strlen(last);
	if (n > 1 && last[n - 1] == '-' && r->x1 > r->right - 4 * r->size)
		return false;
	float wide = next->x1 - next->x0;
	if (r->rtl)
		return false;
	for (size_t i = 1; i < below->n && pdf_glued(&d->p, below, i); i++)
		wide = below->w[i]->x1 - next->x0;
	return r->x1 + r->size * .3f + wide < r->right - r->size * .2f;
}

bool pdf_ends_sentence(const struct pdf_row *r)
{
	const char *s = r->w[r->n - 1]->s;
	size_t n = strlen(s);
	for (size_t i = r->n; i-- > 0 && strspn(r->w[i]->s, "0123456789") == strlen(r->w[i]->s);)
		if (i && r->w[i]->y1 < r->w[i - 1]->y1 - 1) {    /* a mark of a note behind the stop */
			s = r->w[i - 1]->s;
			n = strlen(s);
		}
	while (n > 1 && strchr(")\"'", s[n - 1]))
		n--;
	if (n > 3 && (!memcmp(s + n - 3, "“", 3) || !memcmp(s + n - 3, "”", 3)))
		n -= 3;
	return n && strchr(".!?:", s[n - 1]);
}

/* ---- runs */

struct look { size_t at; unsigned marks; const char *href; float size; bool raised; int page; };
struct text {
	struct buf b;
	struct look *look; size_t n, cap;
};

static struct look look_of(const struct pdf_doc *d, const struct pdf_row *r, size_t i, bool plain)
{
	const struct pdf_word *w = r->w[i];
	const struct pdf_look *k = &d->p.look[w->look];
	struct look l = {.href = w->href, .size = k->size, .page = r->page, .raised = pdf_raised(&d->p, r, i)};
	if (l.raised)
		l.marks = IMP_SUPER;
	else if (!plain)
		l.marks = (k->bold ? IMP_BOLD : 0) | (k->italic ? IMP_ITALIC : 0);
	return l;
}

static bool same(const struct look *a, const struct look *b)
{
	return a->marks == b->marks && (a->href == b->href || (a->href && b->href && !strcmp(a->href, b->href)));
}

static void word(const struct pdf_doc *d, struct text *t, const struct pdf_row *r, size_t i, bool plain, bool first)
{
	struct look l = look_of(d, r, i, plain);
	const char *s = r->w[i]->s;
	if (first || i) {
		if (!first && !pdf_glued(&d->p, r, i))
			buf_chr(&t->b, ' ');
		buf_str(&t->b, s);
	} else {
		lines_join(&d->words, &t->b, s, strlen(s));
	}
	l.at = t->b.len - strlen(s);
	if (t->n && same(&t->look[t->n - 1], &l))
		return;
	MEM_ROOM_IN(d->flow->mem, t->look, t->n, t->cap);
	t->look[t->n++] = l;
}

static void mark(struct pdf_doc *d, struct imp_node *n, int page)
{
	struct pdf_marks *m = &d->marks;
	MEM_ROOM_IN(d->flow->mem, m->at, m->n, m->cap);
	m->at[m->n++] = (struct pdf_mark){n, mem_str(d->flow->mem, n->text, strspn(n->text, "0123456789*")), page};
}

static void flush(struct pdf_doc *d, struct text *t, struct imp_node *to)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct look *l = &t->look[i];
		const size_t end = i + 1 < t->n ? t->look[i + 1].at : t->b.len;
		if (end <= l->at)
			continue;
		struct imp_node *host = to;
		if (l->href) {
			host = imp_add(d->flow, to, IMP_LINK);
			host->href = l->href;
		}
		struct imp_node *n = imp_add_text(d->flow, host, t->b.data + l->at, end - l->at, l->marks);
		if (!n)
			continue;
		n->size = l->size;
		if (l->raised)
			mark(d, n, l->page);
	}
	buf_free(&t->b);
	*t = (struct text){0};
}

void pdf_put(struct pdf_doc *d, struct imp_node *to, const struct pdf_para *p)
{
	struct text t = {0};
	bool first = true;
	for (size_t i = 0; i < p->n; i++) {
		const struct pdf_row as_read = pdf_as_read(&d->p, &p->row[i]), *r = &as_read;
		for (size_t k = i ? 0 : p->skip; k < r->n; k++, first = false)
			word(d, &t, r, k, p->plain, first);
		if (i + 1 < p->n && pdf_ends_early(d, &p->row[i], &p->row[i + 1])) {
			flush(d, &t, to);
			imp_add(d->flow, to, IMP_LINE);
			first = true;
		}
	}
	flush(d, &t, to);
}
