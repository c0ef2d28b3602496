/* summen.c: what all Massnahmen cost together, and the costs that belong to a node. */
#include "model/kosten.h"
#include "model/papier.h"

const struct doc_kosten *doc_kosten(const struct doc *doc, const struct doc_node *n)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	const struct doc_massnahme *m = n && n->parent ? doc_massnahme(doc, n->parent) : NULL;
	if (v && n)
		return n == v->kosten.node ? &v->kosten : n == v->finanzierung.node ? &v->finanzierung : NULL;
	return m && n == m->finanzen ? &m->kosten : NULL;
}

struct doc_summen doc_summen(const struct doc *doc, struct diag *d)
{
	struct doc_summen s = {0};
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(doc, &n);
	struct doc_place once = {.diag = d, .doc = doc, .node = doc->root, .name = "einmalig"}, yearly = once;
	yearly.name = "jährlich";
	for (size_t i = 0; i < n; i++) {
		if (!doc_goes_on(&m[i]))
			continue;
		doc_sum_sum(&s.einmalig, &m[i].kosten.einmalig, &once);
		doc_sum_sum(&s.jaehrlich, &m[i].kosten.jaehrlich, &yearly);
	}
	return s;
}
