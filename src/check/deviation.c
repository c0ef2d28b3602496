/* deviation.c: the deviations an author wants: <abweichung> turns the findings of its code inside its parent into
 * accepted ones. They are found by their parent's place in the document, so that a finding costs its depth only. */
#include "check/deviation.h"

#include <string.h>

static struct chk_deviation **bucket_of(const struct chk_deviations *t, const struct doc_node *parent)
{
	return &t->bucket[parent->order & (t->nbuckets - 1)];
}

void chk_deviations_find(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_ABWEICHUNG];
	struct chk_deviations *t = c->deviations = MEM_NEW(c->mem, struct chk_deviations);
	if (!l->n)
		return;
	for (t->nbuckets = 16; t->nbuckets < l->n; t->nbuckets *= 2)
		;
	t->bucket = MEM_ARRAY(c->mem, struct chk_deviation *, t->nbuckets);
	t->all = MEM_ARRAY(c->mem, struct chk_deviation, l->n);
	for (size_t i = 0; i < l->n; i++) {
		const char *code = doc_get(l->at[i], DOC_A_CODE);
		struct chk_deviation *v = &t->all[t->n++];
		*v = (struct chk_deviation){.node = l->at[i], .code = code ? code : ""};
		if (!l->at[i]->parent)
			continue;
		struct chk_deviation **b = bucket_of(t, l->at[i]->parent);
		v->next = *b;
		*b = v;
	}
}

static const char *wanted_in(const struct chk_deviations *t, enum chk_rule r, const struct doc_node *n)
{
	for (struct chk_deviation *v = *bucket_of(t, n); v; v = v->next)
		if (v->node->parent == n && !strcmp(v->code, chk_codes[r].code)) {
			const char *grund = doc_get(v->node, DOC_A_GRUND);
			v->hits++;
			return grund ? grund : "";
		}
	return NULL;
}

/* Of the document as a whole its facts say it. */
const char *chk_wanted(struct chk *c, enum chk_rule r, const struct doc_node *n)
{
	const struct chk_deviations *t = c->deviations;
	const char *why = NULL;
	if (t->nbuckets && n && !n->parent && doc_child(n, DOC_ANGABEN))
		why = wanted_in(t, r, doc_child(n, DOC_ANGABEN));
	for (; t->nbuckets && n && !why; n = n->parent)
		why = wanted_in(t, r, n);
	return why;
}
