/* group.c: pairs to groups: what is one passage, what stands where it stood. */
#include <stdlib.h>
#include <string.h>

#include "compare/match.h"

/* ---- passages */

/* By whole item of the other side: the items that go with it, the first and for each the next; -1: none. */
struct joins { int32_t *first, *next; };

static struct joins joins_of(const struct side *s, uint32_t wholes)
{
	struct joins j = {mem_alloc((wholes + 1) * sizeof *j.first), mem_alloc((s->n + 1) * sizeof *j.next)};
	memset(j.first, 0xff, (wholes + 1) * sizeof *j.first);
	for (uint32_t i = s->n; i-- > 0;)
		if (s->joins[i] >= 0) {
			j.next[i] = j.first[s->joins[i]];
			j.first[s->joins[i]] = (int32_t)i;
		}
	return j;
}

static void joins_free(struct joins *j)
{
	free(j->first);
	free(j->next);
}

/* The items of a side that are one passage, in their order: its own, and those that go with the whole of the other. */
static uint32_t collect(struct mem *mem, const struct joins *j, int32_t own, int32_t whole, const uint32_t **out)
{
	uint32_t n = 1, k = 0;
	for (int32_t i = j->first[whole]; i >= 0; i = j->next[i])
		n++;
	uint32_t *v = MEM_ARRAY(mem, uint32_t, n);
	for (int32_t i = j->first[whole]; i >= 0; i = j->next[i]) {
		if (own >= 0 && own < i) {
			v[k++] = (uint32_t)own;
			own = -1;
		}
		v[k++] = (uint32_t)i;
	}
	if (own >= 0)
		v[k++] = (uint32_t)own;
	*out = v;
	return n;
}

static const uint32_t *only(struct mem *mem, uint32_t i)
{
	uint32_t *v = MEM_NEW(mem, uint32_t);
	*v = i;
	return v;
}

static void set_group(struct side *s, const uint32_t *v, uint32_t n, uint32_t group)
{
	for (uint32_t k = 0; k < n; k++)
		s->items[v[k]].pair = (int32_t)group;
}

/* ---- what stands where it stood */

static bool same_part(const struct match *m, const struct cmp_item *a, const struct cmp_item *b)
{
	return m->old.node_pair[a->part->order] == b->part || cmp_comes_from(b->part, a->part) ||
		(b->part->parent && b->part->kind == DOC_MASSNAHME && a->part->kind == DOC_MASSNAHME &&
			cmp_comes_from(b->part->parent, a->part));
}

/* By item of the old edition. Offices that take part have no order worth a word. */
static bool *in_place(struct match *m)
{
	bool *placed = mem_alloc(m->old.n + 1), *keep = mem_alloc(m->old.n + 1);
	int32_t *v = mem_alloc((m->old.n + 1) * sizeof *v);
	uint32_t *at = mem_alloc((m->old.n + 1) * sizeof *at);
	for (uint32_t p = 0; p < m->old.nnodes; p++) {
		uint32_t n = 0;
		for (int32_t i = m->old.first[p]; i >= 0; i = m->old.next[i]) {
			int32_t j = m->old.pair[i];
			bool same = j >= 0 && same_part(m, &m->old.items[i], &m->new.items[j]);
			at[n] = (uint32_t)i;
			v[n++] = same ? j : -1;
		}
		cmp_rising(v, n, keep);
		for (uint32_t k = 0; k < n; k++)
			placed[at[k]] = keep[k] || (v[k] >= 0 && m->old.items[at[k]].node->kind == DOC_BETEILIGT);
	}
	free(keep);
	free(v);
	free(at);
	return placed;
}

/* ---- groups */

static uint32_t art_of(const struct match *m, const struct cmp_group *g, const bool *placed)
{
	uint32_t art = (g->nnew > 1 ? CMP_SPLIT : 0) | (g->nold > 1 ? CMP_MERGED : 0);
	const struct cmp_item *a = &m->old.items[*g->old], *b = &m->new.items[*g->new];
	if (g->nold == 1 && g->nnew == 1 && m->old.same[*g->old] != m->new.same[*g->new])
		art |= CMP_EDITED;
	if (a->node->kind != b->node->kind)
		art |= CMP_FORM;
	if (!placed[*g->old])
		art |= CMP_MOVED;
	return art;
}

struct cmp_group *cmp_groups(struct match *m, struct cmp *r)
{
	struct cmp_group *g = MEM_ARRAY(m->mem, struct cmp_group, m->old.n + 1);
	struct joins split = joins_of(&m->new, m->old.n), merged = joins_of(&m->old, m->new.n);
	bool *placed = in_place(m);
	for (uint32_t i = 0; i < m->old.n; i++) {
		int32_t j = m->old.pair[i];
		if (j < 0)
			continue;
		struct cmp_group *x = &g[r->ngroups];
		*x = (struct cmp_group){.nold = 1, .nnew = 1};
		if (merged.first[j] >= 0)
			x->nold = collect(m->mem, &merged, (int32_t)i, j, &x->old);
		else
			x->old = only(m->mem, i);
		if (split.first[i] >= 0)
			x->nnew = collect(m->mem, &split, j, (int32_t)i, &x->new);
		else
			x->new = only(m->mem, (uint32_t)j);
		x->art = art_of(m, x, placed);
		set_group(&m->old, x->old, x->nold, r->ngroups);
		set_group(&m->new, x->new, x->nnew, r->ngroups++);
	}
	r->groups = g;
	joins_free(&split);
	joins_free(&merged);
	free(placed);
	return g;
}
