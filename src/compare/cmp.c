/* cmp.c: the whole comparison, and what it counts. */
#include "compare/cmp.h"

#include <stdlib.h>
#include <string.h>

#include "compare/match.h"

/* ---- Massnahmen and their money */

static int cmp_year(const void *a, const void *b)
{
	const struct cmp_sum *x = a, *y = b;
	unsigned a1 = (unsigned)x->year - 1, b1 = (unsigned)y->year - 1;       /* 0, unsaid, comes last */
	return a1 < b1 ? -1 : a1 > b1;
}

struct years { struct cmp_sum *v; size_t n, cap; };

static struct cmp_sum *year_of(struct years *y, int year)
{
	for (size_t i = 0; i < y->n; i++)
		if (y->v[i].year == year)
			return &y->v[i];
	MEM_ROOM(y->v, y->n, y->cap);
	y->v[y->n] = (struct cmp_sum){.year = year};
	return &y->v[y->n++];
}

static void add_years(struct cmp *r, const struct doc *doc, bool new, struct years *y, struct diag *d)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(doc, &n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m[i].kosten.nposten && doc_goes_on(&m[i]); k++) {
			const struct doc_posten *p = &m[i].kosten.posten[k];
			if (p->jaehrlich || !p->has_amount)
				continue;
			struct cmp_sum *s = year_of(y, doc_haushaltsjahr(doc, &m[i], p));
			struct doc_place at = {d, doc, m[i].node, mem_fmt(r->mem, "einmalig %d", s->year)};
			doc_sum_posten(new ? &s->new : &s->old, &m[i].kosten, p, &at);
		}
}

static void sums(struct cmp *r, struct diag *d)
{
	struct years y = {0};
	struct doc_summen old = doc_summen(r->old_doc, d), new = doc_summen(r->new_doc, d);
	r->once = (struct cmp_sum){0, old.einmalig, new.einmalig};
	r->yearly = (struct cmp_sum){0, old.jaehrlich, new.jaehrlich};
	add_years(r, r->old_doc, false, &y, d);
	add_years(r, r->new_doc, true, &y, d);
	if (y.n) {
		qsort(y.v, y.n, sizeof *y.v, cmp_year);
		struct cmp_sum *v = MEM_ARRAY(r->mem, struct cmp_sum, y.n);
		memcpy(v, y.v, y.n * sizeof *v);
		r->years = v;
		r->nyears = y.n;
	}
	free(y.v);
}

/* ---- counts */

static void count_all(struct cmp *r)
{
	for (size_t i = 0; i < r->nchanges; i++) {
		uint32_t art = r->changes[i].art;
		if (r->changes[i].whole) {
			r->all.moved += (art & CMP_MOVED) != 0;
			continue;
		}
		r->all.fresh += (art & CMP_NEW) != 0;
		r->all.gone += (art & CMP_GONE) != 0;
		r->all.moved += (art & CMP_MOVED) != 0;
		r->all.changed += !(art & (CMP_NEW | CMP_GONE)) && (art & ~(uint32_t)CMP_MOVED);
	}
	for (uint32_t g = 0; g < r->ngroups; g++)
		r->all.same += !r->groups[g].art;
}

/* ---- the whole */

/* What the matching made for itself stays with the result. */
static int32_t *lasting(struct mem *mem, int32_t *v, uint32_t n)
{
	int32_t *to = MEM_ARRAY(mem, int32_t, n + 1);
	memcpy(to, v, (n + 1) * sizeof *to);          /* the last entry, -1, is for nodes made later */
	free(v);
	return to;
}

static const struct cmp_item *lasting_items(struct mem *mem, struct side *s)
{
	struct cmp_item *v = MEM_ARRAY(mem, struct cmp_item, s->n + 1);
	if (s->n)
		memcpy(v, s->items, s->n * sizeof *v);
	free(s->items);
	s->items = v;
	return v;
}

static void pair_nodes(struct match *m)
{
	for (uint32_t i = 0; i < m->old.n; i++)
		if (m->old.pair[i] >= 0 && !m->old.items[i].row) {
			const struct doc_node *a = m->old.items[i].node, *b = m->new.items[m->old.pair[i]].node;
			m->old.node_pair[a->order] = b;
			m->new.node_pair[b->order] = a;
		}
}

struct cmp *cmp_run(const struct doc *old, const struct doc *new, struct doc_words words, struct diag *d)
{
	struct mem *mem = mem_new();
	struct cmp *r = MEM_NEW(mem, struct cmp);
	struct match m = {.mem = mem, .say = &r->words, .words = cmp_keys_new(), .wholes = cmp_keys_new()};
	*r = (struct cmp){.mem = mem, .old_doc = old, .new_doc = new, .words = words};
	cmp_items(&m, &m.old, old);
	cmp_items(&m, &m.new, new);
	cmp_match_parts(&m);
	cmp_match_items(&m);
	pair_nodes(&m);
	cmp_list(&m, r);
	cmp_became(&m, r);
	count_all(r);
	sums(r, d);
	r->nold = m.old.n;
	r->nnew = m.new.n;
	r->old_item = lasting(mem, m.old.item_of, m.old.nnodes);
	r->new_item = lasting(mem, m.new.item_of, m.new.nnodes);
	r->old = lasting_items(mem, &m.old);
	r->new = lasting_items(mem, &m.new);
	r->old_pair = m.old.node_pair;
	r->new_pair = m.new.node_pair;
	cmp_side_free(&m.old);
	cmp_side_free(&m.new);
	cmp_keys_free(m.words);
	cmp_keys_free(m.wholes);
	return r;
}

void cmp_free(struct cmp *r)
{
	if (r)
		mem_free(r->mem);
}
