/* xsdlines.c: build tool: the schema as lines, which lines.c reads in a fraction of the time XML takes; every start of
 * the program reads it. usage: xsdlines SCHEMA LINES      One line an element: depth, line, name, then name and value
 * of each attribute, all parted by tabs. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool plain(const char *s)
{
	return !strpbrk(s, "\t\n");
}

static bool put(FILE *out, const xmlNode *n, int depth)
{
	for (; n; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		fprintf(out, "%d\t%ld\t%s", depth, xmlGetLineNo(n), (const char *)n->name);
		for (const xmlAttr *a = n->properties; a; a = a->next) {
			xmlChar *v = xmlNodeListGetString(n->doc, a->children, 1);
			const char *s = v ? (const char *)v : "";
			bool good = plain(s) && fprintf(out, "\t%s\t%s", (const char *)a->name, s) > 0;
			xmlFree(v);
			if (!good)
				return false;
		}
		putc('\n', out);
		if (!put(out, n->children, depth + 1))
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	xmlDoc *doc = argc == 3 ? xmlReadFile(argv[1], NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOBLANKS)
				: NULL;
	FILE *out = doc ? fopen(argv[2], "w") : NULL;
	bool good = out && put(out, xmlDocGetRootElement(doc), 0);
	if (out && fclose(out))
		good = false;
	if (!good)
		fputs("xsdlines: Das Schema lässt sich nicht in Zeilen schreiben\n", stderr);
	return good ? 0 : 3;
}
