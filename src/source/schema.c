/* schema.c: the schema's tables, looked up by name. Patterns are XSD patterns, so libxml2's matcher decides. */
#include "source/schema.h"

#include <libxml/xmlregexp.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "source/language.h"

enum { NAMES = 1024 };                             /* a power of two, several times the number of names */

struct schema {
	uint16_t kinds[NAMES], attrs[NAMES];           /* by hash of the name: 1 + value */
	xmlRegexpPtr *regexp;                          /* per type, NULL until needed */
};

static uint32_t hash(const char *s)
{
	uint32_t h = 2166136261u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

static void fill_names(struct schema *s)
{
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++) {
		uint32_t i = hash(doc_kind_name(k));
		while (s->kinds[i & (NAMES - 1)])
			i++;
		s->kinds[i & (NAMES - 1)] = (uint16_t)(k + 1);
	}
	for (int a = 0; a < DOC_ATTR_MAX; a++) {
		uint32_t i = hash(doc_attr_name(a));
		while (s->attrs[i & (NAMES - 1)])
			i++;
		s->attrs[i & (NAMES - 1)] = (uint16_t)(a + 1);
	}
}

struct schema *schema_new(void)
{
	struct schema *s = mem_alloc(sizeof *s);
	*s = (struct schema){.regexp = calloc((size_t)schema_ntypes, sizeof *s->regexp)};
	if (!s->regexp)
		mem_out();
	fill_names(s);
	return s;
}

void schema_free(struct schema *s)
{
	for (int i = 0; s && i < schema_ntypes; i++)
		if (s->regexp[i])
			xmlRegFreeRegexp(s->regexp[i]);
	if (s)
		free(s->regexp);
	free(s);
}

enum doc_kind schema_kind(const struct schema *s, const char *name)
{
	for (uint32_t i = hash(name);; i++) {
		int k = s->kinds[i & (NAMES - 1)];
		if (!k)
			return DOC_KIND_MAX;
		if (!strcmp(doc_kind_name(k - 1), name))
			return k - 1;
	}
}

enum doc_attr schema_attr(const struct schema *s, const char *name)
{
	for (uint32_t i = hash(name);; i++) {
		int a = s->attrs[i & (NAMES - 1)];
		if (!a)
			return DOC_ATTR_MAX;
		if (!strcmp(doc_attr_name(a - 1), name))
			return a - 1;
	}
}

bool schema_has(const struct schema_set *set, enum doc_kind k)
{
	return k < DOC_KIND_MAX && (set->bits[k / 64] >> (k % 64) & 1);
}

const struct schema_elem *schema_elem(enum doc_kind k)
{
	return k < DOC_KIND_MAX && schema_elems[k].known ? &schema_elems[k] : NULL;
}

const struct schema_elem *schema_elem_in(enum doc_kind parent, enum doc_kind k)
{
	for (int i = 0; i < schema_nlocals; i++)
		if (schema_locals[i].kind == k && schema_locals[i].parent == parent)
			return &schema_locals[i].elem;
	return schema_elem(k);
}

const struct schema_attr *schema_find_attr(const struct schema_elem *e, enum doc_attr a)
{
	for (int i = 0; i < e->nattrs; i++)
		if (e->attrs[i].attr == a)
			return &e->attrs[i];
	return NULL;
}

/* ---- values ---- */

static bool matches(struct schema *s, const struct schema_type *t, const char *v)
{
	xmlRegexpPtr *r = &s->regexp[t - schema_types];
	if (!t->pattern)
		return true;
	if (!*r)
		*r = xmlRegexpCompile((const xmlChar *)t->pattern);
	return *r && xmlRegexpExec(*r, (const xmlChar *)v) == 1;
}

static bool listed(const struct schema_type *t, const char *v)
{
	for (int i = 0; i < t->nvalues; i++)
		if (!strcmp(t->values[i], v))
			return true;
	return !t->nvalues;
}

bool schema_value(struct schema *s, const struct schema_type *t, const char *v)
{
	struct date d;
	switch (t->base) {
	case SCHEMA_DATE:     return date_parse(&d, v) && d.day;
	case SCHEMA_MONTH:    return date_parse(&d, v) && d.month && !d.day;
	case SCHEMA_YEAR:     return date_parse(&d, v) && !d.month;
	case SCHEMA_LANGUAGE: return src_language(v);
	case SCHEMA_UNION:
		for (int i = 0; i < t->nmembers; i++)
			if (schema_value(s, t->member[i], v))
				return true;
		return false;
	default:
		return listed(t, v) && matches(s, t, v);
	}
}

void schema_expected(struct buf *b, const struct schema_type *t)
{
	if (t->nvalues == 1)
		buf_fmt(b, "„%s“", t->values[0]);
	else if (t->nvalues)
		for (int i = 0; i < t->nvalues; i++)
			buf_fmt(b, "%s„%s“", i == 0 ? "" : i + 1 == t->nvalues ? " oder " : ", ", t->values[i]);
	else
		buf_str(b, t->expected ? t->expected : "ein Wert");
}
