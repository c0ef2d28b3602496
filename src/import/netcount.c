/* netcount.c: words that stand on the pages more often than in the flow. A word of the flow may be cut in runs, or
 * stand in one with its neighbour, so where words do not suffice letters are counted. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/bag.h"
#include "import/net.h"

enum { SHORT = 3, RIGHT_TO_LEFT = 0xD6 };              /* bytes of a word that is counted; scripts from there are not */
static const size_t most = (size_t)1 << 31;            /* bytes looked through for letters: seconds */

struct page_line { const char *words; size_t at; int page; bool again; };
struct counting {
	struct mem *mem;
	struct page_line *line; size_t n, cap;
};

/* ---- lines of the pages ---- */

/* Without its digits: numbers of pages change. */
static const char *without_digits(struct mem *m, const char *s, size_t n)
{
	char *out = mem_get(m, n + 1), *w = out;
	for (size_t i = 0; i < n; i++)
		if (s[i] < '0' || s[i] > '9')
			*w++ = s[i];
	*w = '\0';
	return out;
}

static int by_words(const void *a, const void *b)
{
	const struct page_line *x = *(struct page_line *const *)a, *y = *(struct page_line *const *)b;
	const int c = strcmp(x->words, y->words);
	return c ? c : (x->at > y->at) - (x->at < y->at);
}

/* What stands on several pages runs over them, or is the head of a table. */
static void find_again(struct counting *c)
{
	struct page_line **by = MEM_ARRAY(c->mem, struct page_line *, c->n + 1);
	for (size_t i = 0; i < c->n; i++)
		by[i] = &c->line[i];
	qsort(by, c->n, sizeof(struct page_line *), by_words);
	for (size_t i = 1; i < c->n; i++)
		by[i]->again = !strcmp(by[i]->words, by[i - 1]->words) && by[i]->page != by[i - 1]->page;
}

static void cut_lines(struct counting *c, const char *pages)
{
	int page = 1;
	for (const char *s = pages; *s;) {
		const size_t n = strcspn(s, "\n\f");
		MEM_ROOM_IN(c->mem, c->line, c->n, c->cap);
		c->line[c->n++] = (struct page_line){without_digits(c->mem, s, n), (size_t)(s - pages), page, false};
		page += s[n] == '\f';
		s += n + (s[n] != '\0');
	}
}

/* ---- counting ---- */

static struct bag words_of_flow(const struct imp_flow *f)
{
	struct bag g = {.mem = f->mem};
	for (const struct imp_node *n = f->root->first; n; n = imp_after(n, f->root)) {
		if (n->alt)
			bag_add(&g, n->alt);
		if (n->label)
			bag_add(&g, n->label);
		if (n->text && n->kind != IMP_TEXT)
			bag_add(&g, n->text);
		if (!imp_is_block(n->kind) || !n->first || n->first->kind < IMP_TEXT)
			continue;
		struct buf b = {0};
		imp_plain(n, &b);
		bag_add(&g, b.data ? b.data : "");
		buf_free(&b);
	}
	bag_sort(&g);
	return g;
}

/* All letters of the flow in one, as words that are cut stand there. */
static void letters_of(const struct imp_flow *f, struct buf *b)
{
	struct bag g = {.mem = f->mem};
	for (const struct imp_node *n = f->root; n; n = imp_after(n, f->root)) {
		bag_add(&g, n->label ? n->label : "");
		bag_add(&g, n->text ? n->text : "");
		bag_add(&g, n->alt ? n->alt : "");
	}
	for (size_t i = 0; i < g.n; i++)
		buf_str(b, g.words[i]);
}

static size_t times(const struct buf *all, const char *word, size_t enough)
{
	size_t n = 0;
	const char *end = all->data + all->len;
	for (const char *p = all->data; n < enough && (p = memmem(p, (size_t)(end - p), word, strlen(word))); n++)
		p += strlen(word);
	return n;
}

static size_t run_of(const struct bag *g, size_t i)
{
	size_t n = 1;
	while (i + n < g->n && !strcmp(g->words[i], g->words[i + n]))
		n++;
	return n;
}

static bool is_counted(const char *word)
{
	return strlen(word) >= SHORT && (unsigned char)*word < RIGHT_TO_LEFT;
}

/* Of the sorted words of the pages those that the flow lacks, each time it lacks them. */
static struct bag lacking(const struct bag *pages, const struct bag *flow, const struct buf *letters)
{
	const struct bag open = bag_missing(pages, flow, SIZE_MAX);
	struct bag out = {.mem = pages->mem};
	size_t looked = 0;
	for (size_t i = 0, k = 0, n; i < open.n; i += n) {
		n = run_of(&open, i);
		while (strcmp(pages->words[k], open.words[i]))
			k++;
		const size_t need = run_of(pages, k);
		if (!is_counted(open.words[i]) || (looked += letters->len) > most)
			continue;
		const size_t have = times(letters, open.words[i], need), less = need - have < n ? need - have : n;
		for (size_t j = 0; j < less; j++) {
			MEM_ROOM_IN(out.mem, out.words, out.n, out.cap);
			out.words[out.n++] = open.words[i];
		}
	}
	return out;
}

/* ---- saying ---- */

static int by_word(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* In the order of the pages, the first of those that are written the same. */
static void say(const struct bag *lost, const struct bag *as_read, struct buf *b)
{
	size_t *said = MEM_ARRAY(lost->mem, size_t, lost->n + 1);
	for (size_t i = 0; lost->n && i < as_read->n; i++) {
		const char **at = bsearch(&as_read->words[i], lost->words, lost->n, sizeof *lost->words, by_word);
		if (!at)
			continue;
		size_t first = (size_t)(at - lost->words);
		while (first && !strcmp(lost->words[first - 1], *at))
			first--;
		if (said[first] < run_of(lost, first)) {
			said[first]++;
			buf_fmt(b, "%s%s", b->len ? " " : "", *at);
		}
	}
}

/* Words of the pages as they stand there. */
static struct bag words_of_pages(struct mem *m, const char *pages)
{
	struct counting c = {.mem = m};
	struct bag g = {.mem = m};
	cut_lines(&c, pages);
	find_again(&c);
	for (size_t i = 0; i < c.n; i++)
		if (!c.line[i].again)
			bag_add(&g, mem_str(m, pages + c.line[i].at, strcspn(pages + c.line[i].at, "\n\f")));
	return g;
}

struct bag imp_net_lacking(const struct imp_flow *f, const char *bodies)
{
	struct bag pages = words_of_pages(f->mem, bodies);
	const struct bag flow = words_of_flow(f);
	struct buf letters = {0};
	bag_sort(&pages);
	letters_of(f, &letters);
	const struct bag lack = lacking(&pages, &flow, &letters);
	buf_free(&letters);
	return lack;
}

void imp_net_count(struct imp_flow *f, const char *bodies, struct buf *lost)
{
	const struct bag lack = imp_net_lacking(f, bodies), as_read = words_of_pages(f->mem, bodies);
	say(&lack, &as_read, lost);
}
