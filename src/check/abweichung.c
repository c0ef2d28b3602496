/* abweichung.c: the deviations an author wants: <abweichung> turns the findings of its code inside its parent into
 * accepted ones. They are found by their parent's place in the document, so that a finding costs its depth only. */
#include <string.h>

#include "check/rule.h"

struct deviation {
	const struct doc_node *node;
	const char *code;
	size_t hits;
	struct deviation *next;                        /* in the same bucket */
};

struct chk_deviations {
	struct deviation **bucket;
	size_t nbuckets;                               /* a power of two; 0: no deviations at all */
	struct deviation *all;
	size_t n;
};

static struct deviation **bucket_of(const struct chk_deviations *t, const struct doc_node *parent)
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
	t->bucket = MEM_ARRAY(c->mem, struct deviation *, t->nbuckets);
	t->all = MEM_ARRAY(c->mem, struct deviation, l->n);
	for (size_t i = 0; i < l->n; i++) {
		const char *code = doc_get(l->at[i], DOC_A_CODE);
		struct deviation *v = &t->all[t->n++];
		*v = (struct deviation){.node = l->at[i], .code = code ? code : ""};
		if (!l->at[i]->parent)
			continue;
		struct deviation **b = bucket_of(t, l->at[i]->parent);
		v->next = *b;
		*b = v;
	}
}

const char *chk_wanted(struct chk *c, enum chk_rule r, const struct doc_node *n)
{
	const struct chk_deviations *t = c->deviations;
	for (; t->nbuckets && n; n = n->parent)
		for (struct deviation *v = *bucket_of(t, n); v; v = v->next)
			if (v->node->parent == n && !strcmp(v->code, chk_codes[r].code)) {
				const char *grund = doc_get(v->node, DOC_A_GRUND);
				v->hits++;
				return grund ? grund : "";
			}
	return NULL;
}

static bool is_rule(const char *code)
{
	for (const struct diag_code *r = chk_codes; r->code; r++)
		if (!strcmp(r->code, code))
			return r != &chk_codes[RULE_ABWEICHUNG];
	return false;
}

void chk_abweichung(struct chk *c)
{
	const struct chk_deviations *t = c->deviations;
	for (size_t i = 0; i < t->n; i++) {
		const struct deviation *v = &t->all[i];
		if (!is_rule(v->code))
			chk_tell_as(c, RULE_ABWEICHUNG, DIAG_FEHLER, v->node, v->node->line,
				"Von „%s“ lässt sich nicht abweichen: so heißt keine Prüfregel; erwartet wird ein Code "
				"aus einer Meldung, "
				"zum Beispiel SUMME, bitte code=\"…\" berichtigen",
				v->code);
		else if (!v->hits && !chk_asleep(c, v->code))
			chk_tell(c, RULE_ABWEICHUNG, v->node,
				"Die Abweichung „%s“ trifft auf nichts zu: in <%s> meldet diese Regel nichts; bitte "
				"die Abweichung "
				"entfernen oder dorthin setzen, wo sie gilt",
				v->code, v->node->parent ? doc_kind_name(v->node->parent->kind) : "");
	}
}
