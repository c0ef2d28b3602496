/* pdffill.c: structure and pages side by side, letter by letter: where both say the same before and behind, but the
 * pages more between, that belongs there. */
#include "import/pdffill.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/u8.h"
#include "import/bag.h"
#include "import/lines.h"
#include "import/net.h"

enum { AGAIN = 12, FAR = 6000 };                       /* letters that are no accident; how far they are looked for */

struct letters {                                       /* of a text, their bytes in one string */
	char *s; size_t n, cap;
	struct place { struct imp_node *node; size_t end; } *at; size_t nat, capat;      /* of each byte */
};
struct filling {
	struct imp_flow *f;
	struct letters tree, pages;
	const char *bodies;
	struct near { uint64_t hash; size_t at; } *near; size_t nnear;    /* of AGAIN letters each, sorted */
	struct bag lacking;
	struct filled { struct imp_node *node; size_t at; const char *text; } *put; size_t n, cap;
};

static void add_letters(struct mem *m, struct letters *l, const char *text, struct imp_node *node, size_t from)
{
	for (const char *s = text, *end = s + strlen(s); s < end;) {
		char own[4];
		const uint32_t c = u8_get(&s, end);
		const char *say = bag_ligature(c);
		size_t n = say ? strlen(say) : bag_is_word(c) ? u8_put(own, c) : 0;
		for (size_t i = 0; i < n; i++) {
			MEM_ROOM_IN(m, l->s, l->n, l->cap);
			MEM_ROOM_IN(m, l->at, l->nat, l->capat);
			l->s[l->n++] = say ? say[i] : own[i];
			l->at[l->nat++] = (struct place){node, from + (size_t)(s - text)};
		}
	}
}

static void read_letters(struct filling *g)
{
	for (struct imp_node *n = g->f->root; n; n = imp_after(n, g->f->root))
		if (n->kind == IMP_TEXT)
			add_letters(g->f->mem, &g->tree, n->text, n, 0);
	add_letters(g->f->mem, &g->pages, g->bodies, NULL, 0);
}

static size_t find(const struct letters *l, size_t from, size_t to, const char *what)
{
	to = to < l->n ? to : l->n;
	const char *p = from < to ? memmem(l->s + from, to - from, what, AGAIN) : NULL;
	return p ? (size_t)(p - l->s) : SIZE_MAX;
}

static int by_hash(const void *a, const void *b)
{
	const struct near *x = a, *y = b;
	return x->hash != y->hash ? (x->hash < y->hash ? -1 : 1) : (x->at > y->at) - (x->at < y->at);
}

static void index_tree(struct filling *g)
{
	const struct letters *t = &g->tree;
	g->nnear = t->n - AGAIN;
	g->near = MEM_ARRAY(g->f->mem, struct near, g->nnear);
	for (size_t i = 0; i < g->nnear; i++)
		g->near[i] = (struct near){hash_quick(t->s + i, AGAIN), i};
	qsort(g->near, g->nnear, sizeof *g->near, by_hash);
}

/* Where the tree says the same as the pages from k on: at i or behind it, else before; SIZE_MAX: nowhere. */
static size_t find_in_tree(struct filling *g, size_t i, size_t k)
{
	const char *what = g->pages.s + k;
	const uint64_t hash = hash_quick(what, AGAIN);
	if (!g->near)
		index_tree(g);
	for (int round = 0; round < 2; round++, i = 0) {
		size_t low = 0, high = g->nnear;
		while (low < high) {
			const size_t middle = low + (high - low) / 2;
			if (by_hash(&g->near[middle], &(struct near){hash, i}) < 0)
				low = middle + 1;
			else
				high = middle;
		}
		if (low < g->nnear && g->near[low].hash == hash && !memcmp(g->tree.s + g->near[low].at, what, AGAIN))
			return g->near[low].at;
	}
	return SIZE_MAX;
}

static int by_word(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All its long words lack in the structure, and there is one. */
static bool lacks(const struct filling *g, const char *text)
{
	enum { LONG = 6 };
	struct bag words = {.mem = g->f->mem};
	size_t lack = 0, there = 0;
	bag_add(&words, text);
	for (size_t i = 0; i < words.n; i++) {
		const bool is = g->lacking.n && bsearch(&words.words[i], g->lacking.words, g->lacking.n,
			sizeof *g->lacking.words, by_word);
		lack += is;
		there += !is && strlen(words.words[i]) >= LONG;
	}
	return lack && there * 3 <= lack;
}

/* The pages between these bytes, their lines joined, as a text of the flow is written. */
static const char *joined(const struct filling *g, size_t begin, size_t end)
{
	struct buf b = {0};
	const struct lines none = {0};
	for (const char *s = g->bodies + begin, *stop = g->bodies + end; s < stop;) {
		const size_t left = (size_t)(stop - s), n = strcspn(s, "\n\f") < left ? strcspn(s, "\n\f") : left;
		if (s == g->bodies + begin)
			buf_put(&b, s, n);
		else if (n)
			lines_join(&none, &b, mem_str(g->f->mem, s, n), n);
		s += n + (n < left);
	}
	struct imp_node *t = imp_add_text(g->f, g->f->root, b.data ? b.data : "", b.len, 0);
	buf_free(&b);
	if (!t)
		return "";
	imp_cut(t);
	return t->text;
}

static void fill(struct filling *g, size_t tree, size_t from, size_t to)
{
	const struct place at = g->tree.at[tree - 1];
	const size_t begin = from ? g->pages.at[from - 1].end : 0;
	size_t end = to ? g->pages.at[to - 1].end : 0, word = begin;
	end += strcspn(g->bodies + end, " \n\f");     /* signs behind the last letter */
	while (word && !strchr(" \n\f", g->bodies[word - 1]))
		word--;
	const size_t blanks = strspn(g->bodies + begin, " \n\f");      /* what breaks off goes on in its line */
	if (memchr(g->bodies + begin, '\n', blanks) || !lacks(g, joined(g, word, end)))
		return;
	MEM_ROOM_IN(g->f->mem, g->put, g->n, g->cap);
	g->put[g->n++] = (struct filled){at.node, at.end, joined(g, begin, end)};
}

/* Side by side through both; where they part, the next letters of either are looked for in the other. */
static void compare(struct filling *g)
{
	struct letters *t = &g->tree, *p = &g->pages;
	size_t i = 0, k = 0;
	while (k + AGAIN < p->n && i + AGAIN < t->n) {
		if (t->s[i] == p->s[k]) {
			i++;
			k++;
			continue;
		}
		const size_t on = i ? find(p, k, k + FAR, t->s + i) : SIZE_MAX;
		if (on != SIZE_MAX) {
			fill(g, i, k, on);
			k = on;
			continue;
		}
		const size_t at = find_in_tree(g, i, k);
		i = at == SIZE_MAX ? i : at;
		k += at == SIZE_MAX;
	}
}

static void put_in(struct filling *g)
{
	for (size_t i = g->n; i-- > 0;) {                  /* from the end, so that places before it stay */
		const struct filled *f = &g->put[i];
		const char *rest = f->node->text + f->at;
		const bool blank = *rest && !strchr(" .,;:!?)", *rest);
		f->node->text = mem_fmt(g->f->mem, "%.*s%s%s%s", (int)f->at, f->node->text, f->text, blank ? " " : "",
			rest);
	}
}

void pdf_fill(struct imp_flow *f, const char *bodies)
{
	struct filling g = {.f = f, .bodies = bodies, .lacking = imp_net_lacking(f, bodies)};
	if (!g.lacking.n)
		return;
	read_letters(&g);
	compare(&g);
	put_in(&g);
}
