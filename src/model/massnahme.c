/* massnahme.c: Massnahmen with their parts and years; what they cost: kosten.c. */
#include <stdlib.h>
#include <string.h>

#include "model/index.h"

static void add(struct doc *doc, struct diag *d, struct doc_massnahme *m, const struct doc_node *n)
{
	*m = (struct doc_massnahme){.node = n,
		.feld = doc_up(n, DOC_HANDLUNGSFELD),
		.ziel = doc_child(n, DOC_ZIEL),
		.umsetzung = doc_child(n, DOC_UMSETZUNG),
		.beteiligte = doc_child(n, DOC_BETEILIGTE),
		.finanzen = doc_child(n, DOC_FINANZEN),
		.zeitbedarf = doc_child(n, DOC_ZEITBEDARF),
		.im_kapitel = !doc_is(n, DOC_A_TABELLE, "nein"),
		.status = doc_status_find(doc_get(n, DOC_A_STATUS)),
		.grund = doc_get(n, DOC_A_GRUND)};
	const char *years = doc_get(m->zeitbedarf, DOC_A_JAHRE);
	if (years && strlen(years) <= 4)
		m->jahre = atoi(years);
	m->klasse = doc_get(m->zeitbedarf, DOC_A_KLASSE);
	m->seit = doc_year(doc_get(m->zeitbedarf, DOC_A_SEIT));
	m->ab = m->seit ? m->seit : doc_year(doc->edition);
	m->faellig = m->ab && m->jahre ? m->ab + m->jahre : 0;
	doc_add_kosten(doc, d, &m->kosten, m->finanzen);
}

/* Of those in its part; others may stand in parts between. */
static unsigned which(const struct doc_massnahme *first, const struct doc_massnahme *m)
{
	const struct doc_node *part = m->node->parent;
	for (const struct doc_massnahme *o = m; o > first && o[-1].node->order > part->order; o--)
		if (o[-1].node->parent == part)
			return o[-1].which + 1;
	return 1;
}

void doc_index_massnahmen(struct doc *doc, struct diag *d)
{
	struct doc_index *ix = doc->index;
	size_t n = 0;
	for (const struct doc_node *p = doc->root; p; p = doc_walk(doc->root, p))
		n += p->kind == DOC_MASSNAHME;
	ix->massnahmen = MEM_ARRAY(doc->mem, struct doc_massnahme, n);
	for (const struct doc_node *p = doc->root; p && ix->nmassnahmen < n; p = doc_walk(doc->root, p))
		if (p->kind == DOC_MASSNAHME) {
			struct doc_massnahme *m = &ix->massnahmen[ix->nmassnahmen++];
			add(doc, d, m, p);
			m->which = which(ix->massnahmen, m);
		}
}

const struct doc_massnahme *doc_massnahmen(const struct doc *doc, size_t *n)
{
	*n = doc->index->nmassnahmen;
	return doc->index->massnahmen;
}

static int by_order(const void *key, const void *elem)
{
	const struct doc_node *n = key;
	const struct doc_massnahme *m = elem;
	return n->order < m->node->order ? -1 : n->order > m->node->order;
}

const struct doc_massnahme *doc_massnahme(const struct doc *doc, const struct doc_node *n)
{
	const struct doc_index *ix = doc->index;
	if (!ix->nmassnahmen || n->kind != DOC_MASSNAHME)
		return NULL;
	return bsearch(n, ix->massnahmen, ix->nmassnahmen, sizeof *ix->massnahmen, by_order);
}
