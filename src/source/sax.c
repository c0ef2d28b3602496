/* sax.c: how libxml2 is called, for sources, templates and edits alike. */
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/mem.h"
#include "source/libxml.h"

/* Reads the text where it lies. What comes after a byte order mark counts as the beginning. */
static void push(xmlParserCtxtPtr c, const char *data, size_t size)
{
#if LIBXML_VERSION >= 21400
	xmlParserInputPtr i =
		xmlNewInputFromMemory(NULL, data, size, XML_INPUT_BUF_STATIC | XML_INPUT_BUF_ZERO_TERMINATED);
	if (!i || xmlCtxtPushInput(c, i) < 0)
		mem_out();
#else
	xmlParserInputPtr i = xmlNewInputStream(c);
	if (!i)
		mem_out();
	i->base = i->cur = (const xmlChar *)data;
	i->end = i->base + size;
	inputPush(c, i);
#endif
}

bool libxml_run(const xmlSAXHandler *sax, void *user, xmlParserCtxtPtr *at, const char *data, size_t size)
{
	xmlParserCtxtPtr c = *at = xmlNewParserCtxt();
	if (!c)
		mem_out();
	/* NOENT: else "&amp;" in an attribute comes as "&#38;"; other entities cannot be, a DOCTYPE is refused. */
	xmlCtxtUseOptions(c, XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
	*c->sax = *sax;                                /* after the options, which replace some */
	c->userData = user;
	if (size >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3)) {
		data += 3;
		size -= 3;
	}
	push(c, data, size);
	xmlParseDocument(c);
	bool good = c->wellFormed;
	xmlFreeParserCtxt(c);
	return good;
}
