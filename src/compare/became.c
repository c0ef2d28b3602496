/* became.c: what became of each Massnahme, and how many of them changed. */
#include <stdlib.h>
#include <string.h>

#include "compare/match.h"

static const struct doc_node *massnahme_around(const struct doc_node *n)
{
	while (n && n->kind != DOC_MASSNAHME)
		n = n->parent;
	return n;
}

/* by order of the new edition */
struct found { bool *changed, *moved; };

static struct found look(const struct match *m, const struct cmp *r)
{
	struct found f = {MEM_ARRAY(m->mem, bool, m->new.nnodes + 1), MEM_ARRAY(m->mem, bool, m->new.nnodes + 1)};
	for (size_t i = 0; i < r->nchanges; i++) {
		const struct cmp_change *c = &r->changes[i];
		const struct doc_node *at = massnahme_around(c->new), *was = massnahme_around(c->old);
		at = at ? at : was ? m->old.node_pair[was->order] : NULL;
		if (at && c->whole && c->art & CMP_MOVED)
			f.moved[at->order] = true;
		if (at && !(c->whole && !(c->art & CMP_STATUS)))
			f.changed[at->order] = true;
	}
	return f;
}

/* A Massnahme of the new edition was made of this one. */
static bool went_on(const struct match *m, const struct doc_node *old)
{
	const struct doc_node *heir = cmp_heir(m, old);
	return heir && heir->kind == DOC_MASSNAHME;
}

/* As it was and still to be done, but its years count from the edition: it ends in another. */
static bool ends_later(const struct cmp_massnahme *x)
{
	return x->old && x->new && !x->changed && doc_goes_on(x->old) && doc_goes_on(x->new) && x->old->faellig &&
		x->new->faellig && x->old->faellig != x->new->faellig;
}

/* What the author says it is holds, unless what is printed says otherwise. */
static bool holds(const struct cmp_massnahme *x)
{
	const enum doc_status said = x->new ? x->new->status : DOC_S_UNGESAGT;
	if (x->old && said == DOC_S_GEAENDERT)
		return x->changed;
	if (x->old && said == DOC_S_UNVERAENDERT)
		return !x->changed && !x->due && !x->moved;
	return said != DOC_S_UNGESAGT;
}

static const char *status(const struct match *m, const struct cmp_massnahme *x)
{
	if (holds(x))
		return doc_status_word(m->say, x->new->status);
	if (!x->new)
		return doc_word(m->say, went_on(m, x->old->node) ? "vergleich-zusammengelegt" : "vergleich-entfallen");
	return doc_word(m->say,
		!x->old                          ? "vergleich-neu"
			: x->changed ? "vergleich-geaendert"
			: x->due     ? "vergleich-frist-verschoben"
			: x->moved   ? "vergleich-verschoben"
				     : "vergleich-unveraendert");
}

/* Each once, whatever changed in it: given up, new, changed, due in another year or the same; moved is counted
 * besides. */
static void count(struct cmp_count *n, const struct cmp_massnahme *x)
{
	if (!x->new || x->new->status == DOC_S_ENTFALLEN)
		n->gone++;
	else if (!x->old)
		n->fresh++;
	else if (x->changed)
		n->changed++;
	else if (x->due)
		n->due++;
	else
		n->same++;
	n->moved += x->moved;
}

static void add(struct match *m, struct cmp *r, struct cmp_massnahme *to, struct cmp_massnahme x)
{
	x.due = ends_later(&x);
	x.status = status(m, &x);
	x.reason = cmp_reason_of(m, &x);
	count(&r->massnahmen, &x);
	to[r->nbecame++] = x;
}

static const struct doc_node *feld_of(const struct doc_massnahme *m)
{
	return m->feld ? m->feld : m->node;
}

/* Those of the new edition by its Handlungsfelder, those only the old one has by its own. */
static void find_several(const struct match *m, struct cmp_massnahme *v, size_t n)
{
	uint32_t *old = MEM_ARRAY(m->mem, uint32_t, m->old.nnodes + 1),
		 *new = MEM_ARRAY(m->mem, uint32_t, m->new.nnodes + 1);
	for (size_t i = 0; i < n; i++)
		++*(v[i].new ? &new[feld_of(v[i].new)->order] : &old[feld_of(v[i].old)->order]);
	for (size_t i = 0; i < n; i++)
		v[i].several = (v[i].new ? new[feld_of(v[i].new)->order] : old[feld_of(v[i].old)->order]) > 1;
}

void cmp_became(struct match *m, struct cmp *r)
{
	size_t nold, nnew;
	const struct doc_massnahme *old = doc_massnahmen(r->old_doc, &nold), *new = doc_massnahmen(r->new_doc, &nnew);
	struct cmp_massnahme *v = MEM_ARRAY(r->mem, struct cmp_massnahme, nold + nnew + 1);
	struct found f = look(m, r);
	r->became = v;
	for (size_t i = 0; i < nnew; i++) {
		const struct doc_node *was = m->new.node_pair[new[i].node->order];
		add(m, r, v,
			(struct cmp_massnahme){.old = was ? doc_massnahme(r->old_doc, was) : NULL,
				.new = &new[i],
				.changed = f.changed[new[i].node->order],
				.moved = f.moved[new[i].node->order]});
	}
	for (size_t i = 0; i < nold; i++)
		if (!m->old.node_pair[old[i].node->order])
			add(m, r, v, (struct cmp_massnahme){.old = &old[i]});
	find_several(m, v, r->nbecame);
}
