/* match.c: which items of two editions belong together. First the author's ids, then equal words in order, then equal
 * words elsewhere, then likeness: within a gap of their part, then anywhere. What two neighbours share with one is a
 * split or merged paragraph. */
#include "compare/match.h"

#include <stdlib.h>
#include <string.h>

enum {
	ALIKE = 50, ALIKE_FAR = 60,                    /* per cent of words in common: in the same part, anywhere */
	SPLIT = 70,                              /* so much of a neighbour's words must be among those the other lost */
	WINDOW = 24,                                   /* so many candidates on either side in a long gap */
	FEW = 5,                                       /* words that tell enough to be found elsewhere */
	COMMON = 32                                    /* a word in more items than this tells nothing */
};

static bool open_at(const struct side *s, uint32_t i)
{
	return s->pair[i] < 0 && s->joins[i] < 0;
}

static void pair(struct match *m, uint32_t i, uint32_t j)
{
	m->old.pair[i] = (int32_t)j;
	m->new.pair[j] = (int32_t)i;
}

/* ---- likeness */

static uint32_t common(const struct side *a, uint32_t i, const struct side *b, uint32_t j)
{
	const int32_t *x = a->keys + a->from[i], *y = b->keys + b->from[j];
	uint32_t n = 0;
	for (uint32_t p = 0, q = 0; p < a->count[i] && q < b->count[j];)
		if (x[p] == y[q])
			n++, p++, q++;
		else if (x[p] < y[q])
			p++;
		else
			q++;
	return n;
}

/* Per cent. A piece that lies wholly in the other counts as half of it at least. */
static uint32_t likeness(const struct match *m, uint32_t i, uint32_t j)
{
	uint32_t na = m->old.count[i], nb = m->new.count[j], least = na < nb ? na : nb;
	if (!least)
		return m->old.same[i] == m->new.same[j] ? 100 : 0;
	uint32_t n = common(&m->old, i, &m->new, j), dice = 200 * n / (na + nb);
	uint32_t part = least >= FEW && 10 * n >= 9 * least ? 55 : 0;
	return dice > part ? dice : part;
}

/* ---- by id */

static bool same_sort(const struct cmp_item *a, const struct cmp_item *b)
{
	return a->node->kind == b->node->kind;
}

static void by_id(struct match *m)
{
	for (uint32_t j = 0; j < m->new.n; j++) {
		const struct cmp_item *it = &m->new.items[j];
		const char *id = it->row ? NULL : doc_get(it->node, DOC_A_ID);
		const struct doc_node *o = id ? doc_by_id(m->old.doc, id) : NULL;
		int32_t i = o ? m->old.item_of[o->order] : -1;
		if (i >= 0 && m->old.items[i].node == o && m->old.pair[i] < 0 && same_sort(&m->old.items[i], it))
			pair(m, (uint32_t)i, j);
	}
}

/* Title, statement, source of a figure or table that both editions have by its id, whatever they say now. */
static void by_figure(struct match *m)
{
	for (uint32_t j = 0; j < m->new.n; j++) {
		const struct doc_node *n = m->new.items[j].node, *in = n->parent;
		const char *id = doc_kind_class(n->kind) == DOC_CLASS_FIELD || n->kind == DOC_TITEL
			? doc_get(in, DOC_A_ID) : NULL;
		const struct doc_node *was = id && !cmp_is_part(in) ? doc_by_id(m->old.doc, id) : NULL;
		const struct doc_node *o = was && was->kind == in->kind ? doc_child(was, n->kind) : NULL;
		if (!o || doc_child(in, n->kind) != n || doc_next(n, n->kind) || doc_next(o, o->kind))
			continue;
		const int32_t i = m->old.item_of[o->order];
		if (i >= 0 && m->old.items[i].node == o && m->old.pair[i] < 0 && m->new.pair[j] < 0)
			pair(m, (uint32_t)i, j);
	}
}

/* One went and one came: it takes part in place of the other. */
static void successor(struct match *m, int32_t a, int32_t b)
{
	int32_t was = -1, is = -1;
	for (int32_t i = a; i >= 0; i = m->old.next[i])
		if (m->old.items[i].node->kind == DOC_BETEILIGT && m->old.pair[i] < 0)
			was = was == -1 ? i : -2;
	for (int32_t j = b; j >= 0; j = m->new.next[j])
		if (m->new.items[j].node->kind == DOC_BETEILIGT && m->new.pair[j] < 0)
			is = is == -1 ? j : -2;
	if (was >= 0 && is >= 0)
		pair(m, (uint32_t)was, (uint32_t)is);
}

/* An office that takes part is known by its id. */
static void by_office(struct match *m, int32_t a, int32_t b)
{
	for (int32_t i = a; i >= 0; i = m->old.next[i]) {
		const struct doc_node *o = m->old.items[i].node;
		const char *id = o->kind == DOC_BETEILIGT ? doc_get(o, DOC_A_STELLE) : NULL;
		for (int32_t j = b; id && j >= 0 && m->old.pair[i] < 0; j = m->new.next[j])
			if (m->new.pair[j] < 0 && m->new.items[j].node->kind == DOC_BETEILIGT &&
				doc_is(m->new.items[j].node, DOC_A_STELLE, id))
				pair(m, (uint32_t)i, (uint32_t)j);
	}
}

/* ---- by equal words */

struct list { uint32_t *v; uint32_t n, cap; };

static void list_add(struct list *l, uint32_t v)
{
	MEM_ROOM(l->v, l->n, l->cap);
	l->v[l->n++] = v;
}

static void list_part(struct list *l, const struct side *s, int32_t i)
{
	for (l->n = 0; i >= 0; i = s->next[i])
		list_add(l, (uint32_t)i);
}

/* In order. What has a pair holds its place. */
static void in_order(struct match *m, const struct list *a, const struct list *b)
{
	int32_t *x = mem_alloc((a->n + 1) * sizeof *x), *y = mem_alloc((b->n + 1) * sizeof *y),
		*match = mem_alloc((a->n + 1) * sizeof *match);
	for (uint32_t i = 0; i < a->n; i++)
		x[i] = m->old.pair[a->v[i]] < 0 ? m->old.same[a->v[i]] : -2 - (int32_t)a->v[i];
	for (uint32_t j = 0; j < b->n; j++)
		y[j] = m->new.pair[b->v[j]] < 0 ? m->new.same[b->v[j]] : -2 - m->new.pair[b->v[j]];
	cmp_lcs(x, a->n, y, b->n, match);
	for (uint32_t i = 0; i < a->n; i++)
		if (match[i] >= 0 && m->old.pair[a->v[i]] < 0)
			pair(m, a->v[i], b->v[match[i]]);
	free(x);
	free(y);
	free(match);
}

struct place { int32_t same; uint32_t at; bool new; };

static int by_same(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	if (x->same != y->same)
		return x->same < y->same ? -1 : 1;
	return x->new != y->new ? (x->new ? 1 : -1) : x->at < y->at ? -1 : x->at > y->at;
}

/* Out of order: the k-th on one side goes with the k-th on the other. least: words it must have. */
static void anywhere(struct match *m, const struct list *a, const struct list *b, uint32_t least)
{
	struct place *p = mem_alloc((a->n + b->n + 1) * sizeof *p);
	uint32_t n = 0;
	for (uint32_t i = 0; i < a->n; i++)
		if (open_at(&m->old, a->v[i]) && m->old.count[a->v[i]] >= least)
			p[n++] = (struct place){m->old.same[a->v[i]], a->v[i], false};
	for (uint32_t j = 0; j < b->n; j++)
		if (open_at(&m->new, b->v[j]) && m->new.count[b->v[j]] >= least)
			p[n++] = (struct place){m->new.same[b->v[j]], b->v[j], true};
	qsort(p, n, sizeof *p, by_same);
	for (uint32_t i = 0, end; i < n; i = end) {
		uint32_t mid = i;
		for (end = i; end < n && p[end].same == p[i].same; end++)
			mid += !p[end].new;
		for (uint32_t k = 0; i + k < mid && mid + k < end; k++)
			pair(m, p[i + k].at, p[mid + k].at);
	}
	free(p);
}

/* ---- by likeness in a part */

static void headings(struct match *m, const struct doc_node *old, const struct doc_node *new)
{
	const struct doc_node *a = doc_child(old, DOC_TITEL), *b = doc_child(new, DOC_TITEL);
	int32_t i = a ? m->old.item_of[a->order] : -1, j = b ? m->new.item_of[b->order] : -1;
	if (i >= 0 && j >= 0 && m->old.pair[i] < 0 && m->new.pair[j] < 0)
		pair(m, (uint32_t)i, (uint32_t)j);
}

/* A field that is there once is the same field, whatever it says now. */
static void single(struct match *m, const struct list *a, const struct list *b, enum doc_kind kind)
{
	int32_t i = -1, j = -1;
	for (uint32_t k = 0; k < a->n; k++)
		if (m->old.items[a->v[k]].node->kind == kind && open_at(&m->old, a->v[k]))
			i = i == -1 ? (int32_t)a->v[k] : -2;
	for (uint32_t k = 0; k < b->n; k++)
		if (m->new.items[b->v[k]].node->kind == kind && open_at(&m->new, b->v[k]))
			j = j == -1 ? (int32_t)b->v[k] : -2;
	if (i >= 0 && j >= 0)
		pair(m, (uint32_t)i, (uint32_t)j);
}

struct guess { uint32_t old, new, like, apart; };

static int by_like(const void *a, const void *b)
{
	const struct guess *x = a, *y = b;
	if (x->like != y->like)
		return x->like > y->like ? -1 : 1;
	if (x->apart != y->apart)
		return x->apart < y->apart ? -1 : 1;
	return x->old != y->old ? (x->old < y->old ? -1 : 1) : x->new < y->new ? -1 : x->new > y->new;
}

/* The likest first; of the equally like those that stand at about the same place. */
static void guess_pairs(struct match *m, const struct list *a, const struct list *b)
{
	struct list oa = {0}, ob = {0};
	for (uint32_t i = 0; i < a->n; i++)
		if (open_at(&m->old, a->v[i]))
			list_add(&oa, a->v[i]);
	for (uint32_t j = 0; j < b->n; j++)
		if (open_at(&m->new, b->v[j]))
			list_add(&ob, b->v[j]);
	struct guess *g = mem_alloc(((size_t)oa.n * (2 * WINDOW + 1) + 1) * sizeof *g);
	size_t n = 0;
	for (uint32_t i = 0; i < oa.n; i++) {
		uint32_t mid = oa.n > 1 ? (uint32_t)((uint64_t)i * (ob.n ? ob.n - 1 : 0) / (oa.n - 1)) : 0,
			 from = mid > WINDOW ? mid - WINDOW : 0;
		from = ob.n <= 2 * WINDOW + 1 ? 0 : from > ob.n - 2 * WINDOW - 1 ? ob.n - 2 * WINDOW - 1 : from;
		for (uint32_t j = from; j < ob.n && j <= from + 2 * WINDOW; j++) {
			uint32_t like = likeness(m, oa.v[i], ob.v[j]),
				 sort = same_sort(&m->old.items[oa.v[i]], &m->new.items[ob.v[j]]) ? 10 : 0;
			if (like >= ALIKE)
				g[n++] = (struct guess){oa.v[i], ob.v[j], like + sort, j > i ? j - i : i - j};
		}
	}
	qsort(g, n, sizeof *g, by_like);
	for (size_t k = 0; k < n; k++)
		if (open_at(&m->old, g[k].old) && open_at(&m->new, g[k].new))
			pair(m, g[k].old, g[k].new);
	free(g);
	free(oa.v);
	free(ob.v);
}

/* ---- anywhere, by words that few items have */

struct post { int32_t key; uint32_t item; };

static int by_key(const void *a, const void *b)
{
	const struct post *x = a, *y = b;
	return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->item < y->item ? -1 : x->item > y->item;
}

static size_t index_words(const struct side *s, struct post **out)
{
	size_t n = 0, cap = 0;
	struct post *p = NULL;
	for (uint32_t i = 0; i < s->n; i++)
		for (uint32_t k = 0; open_at(s, i) && s->count[i] >= FEW && k < s->count[i]; k++) {
			int32_t key = s->keys[s->from[i] + k];
			if (k && key == s->keys[s->from[i] + k - 1])
				continue;
			MEM_ROOM(p, n, cap);
			p[n++] = (struct post){key, i};
		}
	if (n)
		qsort(p, n, sizeof *p, by_key);
	*out = p;
	return n;
}

static size_t first_of(const struct post *p, size_t n, int32_t key)
{
	size_t lo = 0, hi = n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (p[mid].key < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void far_guess(struct match *m, const struct post *p, size_t n, uint32_t j, uint32_t *hits, struct list *touched)
{
	uint32_t best = 0, most = 0;
	touched->n = 0;
	for (uint32_t k = 0; k < m->new.count[j]; k++) {
		int32_t key = m->new.keys[m->new.from[j] + k];
		size_t at = first_of(p, n, key), end = at;
		while (end < n && p[end].key == key && end - at <= COMMON)
			end++;
		for (size_t q = at; end - at <= COMMON && q < end; q++)
			if (!hits[p[q].item]++)
				list_add(touched, p[q].item);
	}
	for (uint32_t t = 0; t < touched->n; t++) {
		uint32_t i = touched->v[t], like = hits[i] >= 2 && open_at(&m->old, i) ? likeness(m, i, j) : 0;
		hits[i] = 0;
		if (like > most || (like == most && like && i < best)) {
			most = like;
			best = i;
		}
	}
	if (most >= ALIKE_FAR)
		pair(m, best, j);
}

static void far(struct match *m)
{
	struct post *p;
	struct list touched = {0};
	size_t n = index_words(&m->old, &p);
	uint32_t *hits = mem_alloc((m->old.n + 1) * sizeof *hits);
	memset(hits, 0, (m->old.n + 1) * sizeof *hits);
	for (uint32_t j = 0; n && j < m->new.n; j++)
		if (open_at(&m->new, j) && m->new.count[j] >= FEW)
			far_guess(m, p, n, j, hits, &touched);
	free(hits);
	free(touched.v);
	free(p);
}

/* ---- split and merged */

/* Per cent of c's words that are in whole but not in what it is paired with. */
static uint32_t rest(const struct side *ws, uint32_t whole, const struct side *cs, uint32_t kept, uint32_t c)
{
	const int32_t *w = ws->keys + ws->from[whole], *k = cs->keys + cs->from[kept], *x = cs->keys + cs->from[c];
	uint32_t n = 0, q = 0, r = 0;
	for (uint32_t p = 0; p < ws->count[whole]; p++) {
		while (q < cs->count[kept] && k[q] < w[p])
			q++;
		if (q < cs->count[kept] && k[q] == w[p]) {
			q++;
			continue;
		}
		while (r < cs->count[c] && x[r] < w[p])
			r++;
		if (r < cs->count[c] && x[r] == w[p])
			n++, r++;
	}
	return cs->count[c] ? 100 * n / cs->count[c] : 0;
}

/* Items of side cs with no pair, next to one whose counterpart lost their words. */
static void join(struct side *ws, struct side *cs)
{
	for (uint32_t j = 0; j < cs->n; j++) {
		if (!open_at(cs, j) || cs->count[j] < 3)
			continue;
		for (int back = 0; back < 2 && cs->joins[j] < 0; back++) {
			uint32_t by = back ? j + 1 : j - 1;
			while (by < cs->n && cs->joins[by] >= 0 && cs->items[by].part == cs->items[j].part)
				by = back ? by + 1 : by - 1;
			if (by >= cs->n || cs->items[by].part != cs->items[j].part || cs->pair[by] < 0 ||
				cs->items[by].node->kind != cs->items[j].node->kind)
				continue;
			uint32_t whole = (uint32_t)cs->pair[by];
			if (rest(ws, whole, cs, by, j) >= SPLIT)
				cs->joins[j] = (int32_t)whole;
		}
	}
}

static void all_of(struct list *l, const struct side *s)
{
	for (l->n = 0; l->n < s->n;)
		list_add(l, l->n);
}

void cmp_match_items(struct match *m)
{
	static const enum doc_kind once[] = {DOC_UNTERTITEL, DOC_ZIEL, DOC_ZEITBEDARF, DOC_FINANZEN};
	struct list a = {0}, b = {0};
	by_id(m);
	by_figure(m);
	for (uint32_t p = 0; p < m->new.nnodes; p++) {
		const struct doc_node *old = m->new.first[p] >= 0 ? m->new.node_pair[p] : NULL;
		if (!old || m->old.first[old->order] < 0)
			continue;
		list_part(&a, &m->old, m->old.first[old->order]);
		list_part(&b, &m->new, m->new.first[p]);
		headings(m, old, m->old.node_pair[old->order]);
		by_office(m, m->old.first[old->order], m->new.first[p]);
		in_order(m, &a, &b);
		anywhere(m, &a, &b, 1);
		for (size_t k = 0; k < sizeof once / sizeof *once; k++)
			single(m, &a, &b, once[k]);
		guess_pairs(m, &a, &b);
		successor(m, m->old.first[old->order], m->new.first[p]);
		single(m, &a, &b, DOC_POSTEN);
		single(m, &a, &b, DOC_SCHRITT);
	}
	all_of(&a, &m->old);
	all_of(&b, &m->new);
	anywhere(m, &a, &b, FEW);
	far(m);
	join(&m->old, &m->new);
	join(&m->new, &m->old);
	free(a.v);
	free(b.v);
}
