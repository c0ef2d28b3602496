/* grammar.c: the schema as an editor takes it. */
#include <cjson/cJSON.h>
#include <string.h>

#include "base/json.h"
#include "source/schema.h"
#include "source/source.h"

static const char *class_name(enum doc_kind k)
{
	static const char *const names[] = {[DOC_CLASS_TEXT] = "text",
		[DOC_CLASS_ROOT] = "root",
		[DOC_CLASS_META] = "meta",
		[DOC_CLASS_PART] = "part",
		[DOC_CLASS_BLOCK] = "block",
		[DOC_CLASS_FIGURE] = "figure",
		[DOC_CLASS_FIELD] = "field",
		[DOC_CLASS_INLINE] = "inline"};
	return names[doc_kind_class(k)];
}

static const char *base_name(enum schema_base b)
{
	static const char *const names[] = {[SCHEMA_TOKEN] = "token",
		[SCHEMA_STRING] = "string",
		[SCHEMA_DATE] = "date",
		[SCHEMA_MONTH] = "month",
		[SCHEMA_YEAR] = "year",
		[SCHEMA_LANGUAGE] = "language",
		[SCHEMA_UNION] = "union"};
	return names[b];
}

static cJSON *attribute(const struct schema_attr *a)
{
	cJSON *o = cJSON_CreateObject();
	struct buf b = {0};
	cJSON_AddStringToObject(o, "name", doc_attr_name(a->attr));
	cJSON_AddStringToObject(o, "base", base_name(a->type->base));
	json_add(o, "text", a->text);
	json_add(o, "pattern", a->type->pattern);
	json_add(o, "names", a->names);
	if (a->required)
		cJSON_AddTrueToObject(o, "required");
	if (a->type->nvalues)
		cJSON_AddItemToObject(o, "values", cJSON_CreateStringArray(a->type->values, a->type->nvalues));
	schema_expected(&b, a->type);
	json_add(o, "expected", b.data);
	buf_free(&b);
	return o;
}

/* A slot: which elements, whether one must be there, whether there may be more. */
static cJSON *slot(const struct schema_slot *s)
{
	cJSON *o = cJSON_CreateObject(), *kinds = cJSON_AddArrayToObject(o, "kinds");
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (schema_has(&s->set, k))
			cJSON_AddItemToArray(kinds, cJSON_CreateString(doc_kind_name(k)));
	if (s->needed)
		cJSON_AddTrueToObject(o, "needed");
	if (s->many)
		cJSON_AddTrueToObject(o, "many");
	return o;
}

static cJSON *element(enum doc_kind k, enum doc_kind parent, const struct schema_elem *e)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "name", doc_kind_name(k));
	cJSON_AddStringToObject(o, "class", class_name(k));
	if (parent < DOC_KIND_MAX)
		cJSON_AddStringToObject(o, "parent", doc_kind_name(parent));
	if (e->mixed)
		cJSON_AddTrueToObject(o, "mixed");
	json_add(o, "text", e->text);
	cJSON *slots = cJSON_AddArrayToObject(o, "slots"), *attrs = cJSON_AddArrayToObject(o, "attrs");
	for (int i = 0; i < e->nslots; i++)
		cJSON_AddItemToArray(slots, slot(&e->slots[i]));
	for (int i = 0; i < e->nattrs; i++)
		cJSON_AddItemToArray(attrs, attribute(&e->attrs[i]));
	return o;
}

void src_grammar(struct buf *b)
{
	cJSON *all = cJSON_CreateArray();
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (schema_elem(k))
			cJSON_AddItemToArray(all, element(k, DOC_KIND_MAX, schema_elem(k)));
	for (int i = 0; i < schema_nlocals; i++)
		cJSON_AddItemToArray(all,
			element(schema_locals[i].kind, schema_locals[i].parent, &schema_locals[i].elem));
	json_put(b, all);
}
