/* public.c: what must not get out. In doubt it must not: of a part of an agenda only art="oeffentlich" is a yes, where
 * oeffentlich is written only "ja"; what is not said follows from around it. */
#include "model/public.h"

#include <string.h>

const enum doc_kind doc_for_house[] = {DOC_VERMERK, DOC_ABWEICHUNG, DOC_LAUT, DOC_MELDUNG, DOC_KIND_MAX};

static const struct doc_node *named(const struct doc_node *root, const char *id, size_t n)
{
	for (const struct doc_node *at = root; at; at = doc_walk(root, at)) {
		const char *own = doc_get(at, DOC_A_ID);
		if (own && strlen(own) == n && !memcmp(own, id, n))
			return at;
	}
	return NULL;
}

bool doc_leads_inside(const struct doc_node *n, enum doc_attr a)
{
	const struct doc_node *root = n;
	const char *ids = doc_get(n, a);
	while (root->parent)
		root = root->parent;
	for (const char *p = ids ? ids : ""; *p; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");
		const struct doc_node *to = named(root, p, len);
		if (to && !doc_public(to))
			return true;
		p += len;
	}
	return false;
}

/* Minutes: who came or led when only the house was there; what was changed about it; a transcript nobody has worked
 * on. */
static bool hides_of_minutes(const struct doc_node *n)
{
	if (n->kind == DOC_TEILNAHME || n->kind == DOC_LEITUNG)
		return doc_leads_inside(n, DOC_A_AB_TOP);
	if (n->kind == DOC_AENDERUNG || n->kind == DOC_NACHTRAG)
		return doc_leads_inside(n, DOC_A_TOP);
	if (n->kind == DOC_ABWESEND)
		return doc_leads_inside(n, DOC_A_VON_TOP);
	return n->kind == DOC_AUSSPRACHE && doc_get(n, DOC_A_HERKUNFT);
}

static bool hides(const struct doc_node *n)
{
	for (const enum doc_kind *k = doc_for_house; *k < DOC_KIND_MAX; k++)
		if (n->kind == *k)
			return true;
	if ((n->kind == DOC_TEIL || n->kind == DOC_SITZUNGSTEIL) && !doc_is(n, DOC_A_ART, "oeffentlich"))
		return true;
	if (hides_of_minutes(n))
		return true;
	return doc_get(n, DOC_A_OEFFENTLICH) && !doc_is(n, DOC_A_OEFFENTLICH, "ja");
}

const struct doc_node *doc_hidden_by(const struct doc_node *n)
{
	while (n && !hides(n))
		n = n->parent;
	return n;
}

bool doc_public(const struct doc_node *n)
{
	return !doc_hidden_by(n);
}

bool doc_names_openly(const struct doc_node *n)
{
	return doc_get(n, DOC_A_PERSON) || doc_is(n, DOC_A_VEROEFFENTLICHT, "ja");
}

bool doc_meets_inside(const struct doc *doc, const struct doc_node *n)
{
	const struct doc_stelle *body = n->kind == DOC_BERATUNG ? doc_stelle(doc, doc_get(n, DOC_A_GREMIUM)) : NULL;
	return body && doc_is(body->node, DOC_A_TAGT, "nichtoeffentlich");
}
