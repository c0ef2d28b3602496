/* public.c: what must not get out. In doubt it must not: of a part of an agenda only art="oeffentlich" is a yes, where
 * oeffentlich is written only "ja"; what is not said follows from around it. */
#include "model/public.h"

const enum doc_kind doc_for_house[] = {DOC_VERMERK, DOC_ABWEICHUNG, DOC_LAUT, DOC_KIND_MAX};

static bool hides(const struct doc_node *n)
{
	for (const enum doc_kind *k = doc_for_house; *k < DOC_KIND_MAX; k++)
		if (n->kind == *k)
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
