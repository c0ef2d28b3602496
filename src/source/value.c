/* value.c: attribute values against their type. Patterns are XSD patterns, so libxml2's matcher decides. */
#include <libxml/xmlregexp.h>
#include <string.h>

#include "base/date.h"
#include "source/language.h"
#include "source/schema.h"

static bool matches(struct schema_type *t, const char *v)
{
	if (!t->pattern)
		return true;
	if (!t->regexp)
		t->regexp = xmlRegexpCompile((const xmlChar *)t->pattern);
	return t->regexp && xmlRegexpExec(t->regexp, (const xmlChar *)v) == 1;
}

void schema_type_free(struct schema_type *t)
{
	if (t->regexp)
		xmlRegFreeRegexp(t->regexp);
	t->regexp = NULL;
}

static bool listed(const struct schema_type *t, const char *v)
{
	for (int i = 0; i < t->nvalues; i++)
		if (!strcmp(t->values[i], v))
			return true;
	return !t->nvalues;
}

bool schema_value(struct schema_type *t, const char *v)
{
	struct date d;
	switch (t->base) {
	case SCHEMA_DATE:     return date_parse(&d, v) && d.day;
	case SCHEMA_MONTH:    return date_parse(&d, v) && d.month && !d.day;
	case SCHEMA_YEAR:     return date_parse(&d, v) && !d.month;
	case SCHEMA_LANGUAGE: return src_language(v);
	case SCHEMA_UNION:
		for (int i = 0; i < t->nmembers; i++)
			if (schema_value(t->member[i], v))
				return true;
		return false;
	default:
		return listed(t, v) && matches(t, v);
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
