/* kinds.c: the tables behind kinds.def and attrs.def (which the build makes of the schema). */
#include <string.h>

#include "model/doc.h"

struct kind {
	const char *name;
	enum doc_class cls;
	bool mixed;
};

static const struct kind kinds[DOC_KIND_MAX] = {
	[DOC_TEXT] = {"#text", DOC_CLASS_TEXT, false},
#define MIXED(e, n, c) [DOC_##e] = {n, DOC_CLASS_##c, true},
#define KIND(e, n, c)  [DOC_##e] = {n, DOC_CLASS_##c, false},
#include "model/kinds.def"
};

static const char *const attrs[DOC_ATTR_MAX] = {
#define ATTR(e, n) [DOC_A_##e] = n,
#include "model/attrs.def"
};

const char *doc_kind_name(enum doc_kind k)
{
	return k < DOC_KIND_MAX ? kinds[k].name : "";
}

enum doc_class doc_kind_class(enum doc_kind k)
{
	return k < DOC_KIND_MAX ? kinds[k].cls : DOC_CLASS_META;
}

bool doc_kind_mixed(enum doc_kind k)
{
	return k < DOC_KIND_MAX && kinds[k].mixed;
}

bool doc_kind_council(enum doc_kind k)
{
	return k == DOC_VORLAGE || k == DOC_SITZUNG || k == DOC_NIEDERSCHRIFT;
}

enum doc_kind doc_kind_find(const char *name)
{
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (kinds[k].name[0] == name[0] && !strcmp(kinds[k].name, name))
			return k;
	return DOC_KIND_MAX;
}

const char *doc_attr_name(enum doc_attr a)
{
	return a < DOC_ATTR_MAX ? attrs[a] : "";
}

bool doc_kind_overview(enum doc_kind k)
{
	switch (k) {
	case DOC_ZUSAMMENFASSUNG:
	case DOC_FINANZUEBERSICHT:
	case DOC_MASSNAHMENPLAN:
	case DOC_STELLENPLAN:
	case DOC_UMSETZUNGSSTAND: return true;
	default:                  return false;
	}
}
