/* public.c: what must not get out. In doubt it must not: of a part of an agenda only art="oeffentlich" is a yes, where
 * oeffentlich is written only "ja"; what is not said follows from around it. */
#include "model/public.h"

static bool hides(const struct doc_node *n)
{
	if (n->kind == DOC_VERMERK || n->kind == DOC_ABWEICHUNG || n->kind == DOC_LAUT)
		return true;
	if (n->kind == DOC_TEIL && !doc_is(n, DOC_A_ART, "oeffentlich"))
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
