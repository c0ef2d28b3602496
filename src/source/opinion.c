/* opinion.c: libxml2's own XSD validator, asked when ours found nothing. It stops at the first fault of an element and
 * takes milliseconds to read the schema, which is why it is not asked first; but the schema means what libxml2 says it
 * means. */
#include <libxml/parser.h>
#include <libxml/xinclude.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "source/libxml.h"
#include "source/source.h"

struct opinion {
	struct diag *diag;
	const char *path;
	bool good;
};

static void fault(void *arg, libxml_error e)
{
	struct opinion *o = arg;
	size_t n = strcspn(e->message ? e->message : "", "\n");
	o->good = false;
	diag_error(o->diag, "ZWEITMEINUNG", e->file ? e->file : o->path, e->line,
	           "Die Schemaprüfung von libxml2 beanstandet hier etwas, das ratssatz zulässt: %.*s; "
	           "bitte die Stelle ändern und den Fall melden", (int)n, e->message ? e->message : "");
}

static void silent(void *arg, libxml_error e)
{
	(void)arg;
	(void)e;
}

static xmlDocPtr read_whole(const char *path)
{
	int options = XML_PARSE_NONET | XML_PARSE_NOXINCNODE | XML_PARSE_NOBASEFIX | XML_PARSE_BIG_LINES |
		XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	xmlDocPtr doc = xmlReadFile(path, NULL, options);
	if (doc && xmlXIncludeProcessFlags(doc, options) < 0) {
		xmlFreeDoc(doc);
		return NULL;
	}
	return doc;
}

bool src_second_opinion(const char *schema_dir, const char *path, struct diag *d)
{
	struct buf file = {0};
	struct opinion o = {d, path, true};
	buf_fmt(&file, "%s/ratssatz.xsd", schema_dir);
	xmlSetStructuredErrorFunc(NULL, silent);
	xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(file.data);
	xmlSchemaPtr schema = parser ? xmlSchemaParse(parser) : NULL;
	xmlSchemaValidCtxtPtr valid = schema ? xmlSchemaNewValidCtxt(schema) : NULL;
	xmlDocPtr doc = read_whole(path);
	if (!valid) {
		diag_sys(d, "SCHEMA", file.data, 0, "Das Schema lässt sich nicht lesen; bitte ratssatz neu einrichten");
		o.good = false;
	} else if (doc) {
		xmlSchemaSetValidStructuredErrors(valid, fault, &o);
		xmlSchemaValidateDoc(valid, doc);
	}
	xmlFreeDoc(doc);
	xmlSchemaFreeValidCtxt(valid);
	xmlSchemaFree(schema);
	xmlSchemaFreeParserCtxt(parser);
	xmlSetStructuredErrorFunc(NULL, NULL);
	buf_free(&file);
	return o.good;
}
