/* textgrid.c: each character has its place, so lines are rows of a page, and what makes tables and columns of those
 * of a PDF makes them of these. */
#include "import/textgrid.h"

#include <limits.h>
#include <string.h>

#include "base/u8.h"
#include "import/pdfdoc.h"

/* points of a character, a line, the type: three blanks part columns */
enum { WIDE = 4, HIGH = 12, SIZE = 10, AT_ONCE = 400 };
static const char gap[] = "   ";

struct textgrid {
	struct pdf_doc d;
	const struct lines *l;
	struct pdf_row *row;                           /* of each line */
	struct pdf_zone *zone;                         /* that begins there; n is 0: none */
};

/* Cells that are parted otherwise, and scripts from right to left, which stand in the order they are read in. */
static bool is_other(const struct line *k)
{
	return k->runs || strlen(k->s) != k->n || strpbrk(k->s, "\t|\xD6\xD7\xD8\xD9\xDA\xDB");
}

static bool has_gap(const struct line *k)
{
	return strstr(k->s, gap) && !is_other(k);
}

/* ---- lines to rows ---- */

static struct pdf_word word_at(struct mem *m, const struct line *k, size_t at, size_t n)
{
	const float x0 = (float)((size_t)k->indent + u8_count(k->s, at)) * WIDE, y1 = (float)k->no * HIGH;
	const float wide = (float)u8_count(k->s + at, n) * WIDE;
	return (struct pdf_word){.s = mem_str(m, k->s + at, n), .x0 = x0, .x1 = x0 + wide, .y0 = y1 - SIZE, .y1 = y1,
		.line = k->no};
}

static struct pdf_row row_of(struct mem *m, const struct line *k)
{
	struct pdf_row r = {.size = SIZE, .page = k->page, .y1 = (float)k->no * HIGH, .y0 = (float)k->no * HIGH - SIZE};
	r.w = MEM_ARRAY(m, struct pdf_word *, k->n / 2 + 1);
	for (size_t at = 0; k->s[at];) {
		const size_t n = strcspn(k->s + at, " ");
		struct pdf_word *w = MEM_NEW(m, struct pdf_word);
		*w = word_at(m, k, at, n);
		r.w[r.n++] = w;
		at += n + strspn(k->s + at + n, " ");
	}
	r.x0 = r.n ? r.w[0]->x0 : 0;
	r.x1 = r.n ? r.w[r.n - 1]->x1 : 0;
	return r;
}

static void add_pages(struct pdf_pages *p, const struct textgrid *g)
{
	const struct lines *l = g->l;
	float right = 0;
	for (size_t i = 0; i < l->n; i++)
		right = g->row[i].x1 > right ? g->row[i].x1 : right;
	for (int i = 0; i < l->at[l->n - 1].page; i++) {
		MEM_ROOM_IN(p->mem, p->page, p->n, p->cap);
		p->page[p->n++] = (struct pdf_page){.width = right};
	}
	for (size_t i = 0; i < l->n; i++)
		g->row[i].right = right;
	pdf_look_of(p, (struct pdf_look){.size = SIZE});
}

/* ---- zones ---- */

/* Running text begins below white space, or the page ends. */
static bool ends_zone(const struct line *k)
{
	return is_other(k) || k->page_start || (k->gap && !has_gap(k));
}

static size_t rows_from(const struct lines *l, size_t i)
{
	size_t n = 1;
	while (n < AT_ONCE && i + n < l->n && !ends_zone(&l->at[i + n]))
		n++;
	return n;
}

/* "3     Ausblick": a heading by itself. */
static bool is_heading(const struct lines *l, size_t i)
{
	const char *s = l->at[i].s;
	const size_t n = strspn(s, "0123456789.");
	return n && s[n] == ' ' && !strstr(s + n + strspn(s + n, " "), gap) && (i + 1 == l->n || l->at[i + 1].gap);
}

static bool find_zones(struct textgrid *g)
{
	bool any = false;
	for (size_t i = 0, n; i < g->l->n; i += n) {
		n = 1;
		if (is_other(&g->l->at[i]) || is_heading(g->l, i))
			continue;
		if (!has_gap(&g->l->at[i]) && !(i + 1 < g->l->n && has_gap(&g->l->at[i + 1]) && !g->l->at[i + 1].gap))
			continue;
		const struct pdf_zone z = pdf_zone_at(&g->d.p, &g->row[i], rows_from(g->l, i));
		if (z.kind == PDF_LINES || z.n < 2)
			continue;
		g->zone[i] = z;
		any = true;
		n = z.n;
	}
	return any;
}

struct textgrid *textgrid_of(struct imp_flow *f, const struct lines *l)
{
	size_t gaps = 0;
	for (size_t i = 0; i < l->n; i++)
		gaps += has_gap(&l->at[i]);
	if (gaps < 2 || l->marked || l->doubled)
		return NULL;
	struct textgrid *g = MEM_NEW(f->mem, struct textgrid);
	g->l = l;
	g->d = (struct pdf_doc){.flow = f, .p.mem = f->mem, .words = *l, .blocks = pdf_blocks, .at = INT_MAX};
	g->row = MEM_ARRAY(f->mem, struct pdf_row, l->n);
	g->zone = MEM_ARRAY(f->mem, struct pdf_zone, l->n);
	for (size_t i = 0; i < l->n; i++)
		g->row[i] = row_of(f->mem, &l->at[i]);
	add_pages(&g->d.p, g);
	return find_zones(g) ? g : NULL;
}

bool textgrid_begins(const struct textgrid *g, size_t line)
{
	return g && g->zone[line].n > 0;
}

size_t textgrid_take(struct textgrid *g, size_t line)
{
	if (!textgrid_begins(g, line))
		return 0;
	struct imp_node *root = g->d.flow->root, *last = root->last;
	pdf_put_zone(&g->d, &g->row[line], &g->zone[line]);
	for (struct imp_node *n = last ? last->next : root->first; n; n = imp_after(n, root))
		n->line = g->l->at[line].no;
	return g->zone[line].n;
}
