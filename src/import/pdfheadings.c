/* pdfheadings.c: paragraphs that are headings: by the outline of the file, by size, weight and number; their levels by
 * the numbers they have, else by the order of their looks. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/pdfdoc.h"
#include "import/pdfnumber.h"

struct kind {                                          /* headings of one look */
	float size;
	bool bold;
	int look;
	size_t n, depth[7];                            /* of that many numbers: "2.1" is two */
	int level;
};

struct finding {
	struct pdf_doc *d;
	bool *is;                                      /* a heading: of each block */
	int *level;                                    /* by the outline; 0: it does not know it */
	struct kind *kind; size_t n, cap;
	size_t *margin;
	bool cover;                                    /* the first page is one */
};

static const struct pdf_look *look(const struct pdf_doc *d, int i)
{
	return &d->p.look[i];
}

static char *text_of(struct finding *f, const struct imp_node *n)
{
	struct buf b = {0};
	imp_plain(n, &b);
	return buf_take(&b, f->d->flow->mem);
}

/* ---- the outline */

static char *letters(struct mem *m, const char *s)
{
	struct buf b = {0};
	for (const char *end = s + strlen(s); s < end;) {
		const uint32_t c = u8_get(&s, end);
		if (u8_is_letter(c) || u8_is_digit(c))
			buf_u8(&b, u8_lower(c));
	}
	return buf_take(&b, m);
}

struct known { const char *letters; size_t no; int level; };

static int by_letters(const void *a, const void *b)
{
	const struct known *x = a, *y = b;
	const int c = strcmp(x->letters, y->letters);
	return c ? c : (x->no > y->no) - (x->no < y->no);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct known *)a)->letters, ((const struct known *)b)->letters);
}

/* Blocks that the outline names, with the level that it says. */
static void by_outline(struct finding *f)
{
	const struct pdf_pages *p = &f->d->p;
	struct known *k = MEM_ARRAY(p->mem, struct known, p->nentries + 1);
	for (size_t i = 0; i < p->nentries; i++)
		k[i] = (struct known){letters(p->mem, p->entry[i].title), i, p->entry[i].level};
	qsort(k, p->nentries, sizeof *k, by_letters);
	for (size_t i = 0; i < f->d->nblocks && p->nentries; i++) {
		const struct known key = {.letters = letters(p->mem, text_of(f, f->d->block[i].node))};
		const struct known *found = *key.letters ? bsearch(&key, k, p->nentries, sizeof *k, by_text) : NULL;
		f->level[i] = found ? found->level : 0;
	}
}

/* ---- looks */

static bool is_on_cover(const struct finding *f, const struct pdf_block *b)
{
	return f->cover && b->page == 1;
}

static bool has_letters(const char *s)
{
	for (const char *end = s + strlen(s); s < end;)
		if (u8_is_letter(u8_get(&s, end)))
			return true;
	return false;
}

enum { POINTS = 2000 };

/* Where paragraphs of the text begin, by the point. */
static void count_margins(struct finding *f)
{
	f->margin = MEM_ARRAY(f->d->flow->mem, size_t, POINTS);
	for (size_t i = 0; i < f->d->nblocks; i++) {
		const struct pdf_block *b = &f->d->block[i];
		if (b->look == f->d->p.body && b->rows > 1 && b->x0 > 0 && b->x0 < POINTS)
			f->margin[(size_t)b->x0]++;
	}
}

static bool at_margin(const struct finding *f, const struct pdf_block *b)
{
	enum { FEW = 3, NEAR = 3 };
	const float left = f->d->p.left;
	size_t n = 0;
	if (left <= 0 || (b->x0 - left < NEAR && left - b->x0 < NEAR))
		return true;
	for (int x = (int)b->x0 - NEAR + 1; x < (int)b->x0 + NEAR; x++)
		n += x >= 0 && x < POINTS ? f->margin[x] : 0;
	return n >= FEW;
}

/* Does it look like a heading: larger, or bold and apart, short, no end of a sentence? */
static bool stands_out(struct finding *f, size_t i)
{
	enum { LONG = 220, ROWS = 4 };
	const struct pdf_block *b = &f->d->block[i];
	const struct pdf_look *l = look(f->d, b->look), *body = look(f->d, f->d->p.body);
	const char *s = text_of(f, b->node);
	const size_t n = strlen(s);
	const bool big = l->size > body->size * 1.08f, bold = b->bold && !body->bold && l->size > body->size * .85f;
	if (b->rows > ROWS || !n || n > LONG || !has_letters(s) || b->node->parent != f->d->flow->root)
		return false;
	if (strchr(".,;:", s[n - 1]))
		return false;
	return big || (bold && at_margin(f, b) && (b->above > .12f || pdf_number(s, NULL)) && b->rows < ROWS);
}

static bool same_kind(const struct pdf_doc *d, const struct kind *k, const struct pdf_block *b)
{
	const struct pdf_look *x = look(d, k->look), *y = look(d, b->look);
	return x->size - y->size < .4f && y->size - x->size < .4f && k->bold == b->bold &&
		(x->color == y->color || (x->color && y->color && !strcmp(x->color, y->color)));
}

static struct kind *kind_of(struct finding *f, const struct pdf_block *b)
{
	for (size_t i = 0; i < f->n; i++)
		if (same_kind(f->d, &f->kind[i], b))
			return &f->kind[i];
	enum { MOST = 64 };
	if (f->n == MOST)
		return &f->kind[MOST - 1];
	MEM_ROOM_IN(f->d->flow->mem, f->kind, f->n, f->cap);
	f->kind[f->n] = (struct kind){.size = look(f->d, b->look)->size, .bold = b->bold, .look = b->look};
	return &f->kind[f->n++];
}

/* Text that is set larger: paragraphs of that look follow each other. */
static void drop_text(struct finding *f)
{
	const struct pdf_block *b = f->d->block;
	size_t *pairs = MEM_ARRAY(f->d->flow->mem, size_t, f->d->p.nlooks + 1);
	size_t *all = MEM_ARRAY(f->d->flow->mem, size_t, f->d->p.nlooks + 1);
	for (size_t i = 0; i < f->d->nblocks; i++) {
		all[b[i].look]++;
		pairs[b[i].look] += i && b[i - 1].look == b[i].look && b[i - 1].page == b[i].page;
	}
	for (size_t i = 0; i < f->d->nblocks; i++)
		f->is[i] &= all[b[i].look] < 4 || pairs[b[i].look] * 3 < all[b[i].look];
}

/* ---- levels */

static int by_rank(const void *a, const void *b)
{
	const struct kind *x = a, *y = b;
	if (x->size - y->size >= .4f || y->size - x->size >= .4f)
		return (x->size < y->size) - (x->size > y->size);
	return x->bold != y->bold ? y->bold - x->bold : x->look - y->look;
}

/* The depth that most of its numbers have, where half of it is numbered; 0: it is not. */
static int usual_depth(const struct kind *k)
{
	int best = 0;
	for (int i = 1; i < 7; i++)
		best = k->depth[i] && (!best || k->depth[i] > k->depth[best]) ? i : best;
	return best && k->depth[best] * 2 >= k->n ? best : 0;
}

static void count_kinds(struct finding *f)
{
	for (size_t i = 0; i < f->d->nblocks; i++) {
		if (!f->is[i])
			continue;
		struct kind *k = kind_of(f, &f->d->block[i]);
		int depth = 0;
		pdf_number(text_of(f, f->d->block[i].node), &depth);
		k->n++;
		k->depth[depth < 7 ? depth : 6]++;
	}
	if (f->n)
		qsort(f->kind, f->n, sizeof *f->kind, by_rank);
	for (size_t i = 0; i < f->n; i++)
		f->kind[i].level = usual_depth(&f->kind[i]);
}

/* A heading stands below the last one of a larger look; numbers and the outline say more. */
static void find_levels(struct finding *f)
{
	const struct kind *open[8];
	int level[8], n = 0;
	for (size_t i = 0; i < f->d->nblocks; i++) {
		if (!f->is[i])
			continue;
		const struct kind *k = kind_of(f, &f->d->block[i]);
		while (n && open[n - 1] >= k)
			n--;
		if (!f->level[i])
			f->level[i] = k->level ? k->level : n ? level[n - 1] + 1 : 1;
		f->level[i] = f->level[i] > 6 ? 6 : f->level[i] < 1 ? 1 : f->level[i];
		if (n < 8) {
			open[n] = k;
			level[n++] = f->level[i];
		}
	}
}

static void make_heading(struct finding *f, size_t i)
{
	struct imp_node *h = f->d->block[i].node;
	h->kind = IMP_HEADING;
	h->level = f->level[i];
	for (struct imp_node *c = h->first; c; c = c->next)
		if (c->kind == IMP_LINE) {
			c->kind = IMP_TEXT;
			c->text = " ";
		}
	pdf_cut_number(f->d->flow, h);
}

/* ---- the first page */

/* Few words, and more pages behind it. */
static bool is_cover(const struct pdf_pages *p)
{
	enum { FEW = 110 };
	return p->n > 2 && p->page[0].n < FEW;
}

static void find_title(struct finding *f)
{
	struct pdf_block *best = NULL;
	for (size_t i = 0; i < f->d->nblocks && f->d->block[i].page == 1; i++) {
		struct pdf_block *b = &f->d->block[i];
		if (!best || look(f->d, b->look)->size > look(f->d, best->look)->size + .4f)
			best = b;
	}
	const float body = look(f->d, f->d->p.body)->size;
	if (best && best->node->kind == IMP_PARA && look(f->d, best->look)->size > body * 1.3f)
		best->node->style = "Title";
}

void pdf_find_headings(struct pdf_doc *d)
{
	struct finding f = {.d = d, .is = MEM_ARRAY(d->flow->mem, bool, d->nblocks + 1),
		.level = MEM_ARRAY(d->flow->mem, int, d->nblocks + 1), .cover = is_cover(&d->p)};
	count_margins(&f);
	by_outline(&f);
	for (size_t i = 0; i < d->nblocks; i++)
		f.is[i] = !is_on_cover(&f, &d->block[i]) && stands_out(&f, i);
	drop_text(&f);
	count_kinds(&f);
	find_levels(&f);
	for (size_t i = 0; i < d->nblocks; i++)
		if (f.is[i])
			make_heading(&f, i);
	if (f.cover)
		find_title(&f);
}
