/* markup.c: libxml2's events to a tree of ours: a third of the memory of its own, and names that mean one thing. */
#include "import/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/enclosed.h"

enum { DEPTH = 1500, NAMES = 256 };

struct seen { const xmlChar *local, *uri; const char *name; };
struct making {
	struct mem *mem;
	struct mk *root, *at;
	struct buf text;
	struct seen seen[NAMES];                       /* names of the parser's dictionary, by their place in memory */
	struct mk_attr **comment;                      /* where the next one goes */
	xmlParserCtxt *parser;
	int depth;
	const char *why;
};

/* Both editions of OOXML (ECMA-376 transitional and strict), OpenDocument 1.x, and what Word adds. */
static const struct { const char *uri, *prefix; } spaces[] = {
	{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
	{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
	{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
	{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
	{"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
	{"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
	{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
	{"http://purl.oclc.org/ooxml/drawingml/main", "a"},
	{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
	{"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
	{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
	{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
	{"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
	{"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"},
	{"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
	{"http://purl.oclc.org/ooxml/drawingml/chart", "c"},
	{"http://schemas.microsoft.com/office/drawing/2014/chartex", "cx"},
	{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
	{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
	{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"},
	{"http://purl.oclc.org/ooxml/spreadsheetml/main", "x"},
	{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
	{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
	{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
	{"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
	{"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
	{"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
	{"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
	{"http://schemas.microsoft.com/office/drawing/2008/diagram", "dsp"},
	{"urn:schemas-microsoft-com:vml", "v"},
	{"urn:schemas-microsoft-com:office:office", "o"},
	{"http://purl.org/dc/elements/1.1/", "dc"},
	{"http://purl.org/dc/terms/", "dcterms"},
	{"http://www.w3.org/1999/xlink", "xlink"},
	{"http://www.w3.org/XML/1998/namespace", "xml"},
	{"http://www.w3.org/1999/xhtml", "h"},
	{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
	{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
	{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
	{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
	{"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", "presentation"},
	{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
	{"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
	{"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
	{"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
	{"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
	{"urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"},
	{"urn:oasis:names:tc:opendocument:xmlns:chart:1.0", "chart"},
	{"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
	{ENCLOSED_NAMESPACE, "beilage"},
	{"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"},
	{"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0", "field"},
};

static const char *name_made(struct mem *m, const xmlChar *local, const xmlChar *uri)
{
	if (!uri)
		return mem_dup(m, (const char *)local);
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (!strcmp(spaces[i].uri, (const char *)uri))
			return mem_fmt(m, "%s:%s", spaces[i].prefix, (const char *)local);
	return mem_fmt(m, "?:%s", (const char *)local);
}

static const char *name_of(struct making *t, const xmlChar *local, const xmlChar *uri)
{
	size_t at = ((size_t)local >> 3 ^ (size_t)uri >> 4 ^ (size_t)local >> 11) % NAMES;
	struct seen *s = &t->seen[at];
	if (s->local != local || s->uri != uri || !s->name)
		*s = (struct seen){local, uri, name_made(t->mem, local, uri)};
	return s->name;
}

static void give_up(struct making *t, const char *why)
{
	if (!t->why)
		t->why = why;
	xmlStopParser(t->parser);
}

static struct mk *hang(struct making *t)
{
	struct mk *n = MEM_NEW(t->mem, struct mk);
	n->parent = t->at;
	n->line = t->parser->input ? t->parser->input->line : 0;
	if (!t->at) {
		t->root = t->root ? t->root : n;
		return n;
	}
	if (t->at->last)
		t->at->last->next = n;
	else
		t->at->first = n;
	t->at->last = n;
	return n;
}

static void flush(struct making *t)
{
	if (t->text.len && t->at)
		hang(t)->text = mem_str(t->mem, t->text.data, t->text.len);
	buf_clear(&t->text);
}

static void characters(void *user, const xmlChar *s, int n)
{
	buf_put(&((struct making *)user)->text, s, (size_t)n);
}

static struct mk_attr *add_attr(struct making *t, struct mk_attr **end, const char *name, const char *v, size_t n)
{
	struct mk_attr *a = *end = MEM_NEW(t->mem, struct mk_attr);
	a->name = name;
	a->value = mem_str(t->mem, v, n);
	return a;
}

static struct mk *open_element(struct making *t, const char *name)
{
	flush(t);
	if (++t->depth > DEPTH)
		give_up(t, "ist tiefer verschachtelt, als ein Mensch schreiben kann (mehr als 1500 Ebenen)");
	struct mk *n = hang(t);
	n->name = name;
	t->at = n;
	return n;
}

static void close_element(struct making *t)
{
	flush(t);
	t->depth--;
	if (t->at)
		t->at = t->at->parent;
}

static void start_ns(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nspaces,
	const xmlChar **said, int nattrs, int ndefaulted, const xmlChar **attrs)
{
	struct making *t = user;
	(void)prefix, (void)nspaces, (void)said, (void)ndefaulted;
	struct mk *n = open_element(t, name_of(t, local, uri));
	struct mk_attr **end = &n->attrs;
	for (int i = 0; i < nattrs; i++, attrs += 5)
		end = &add_attr(t, end, name_of(t, attrs[0], attrs[2]), (const char *)attrs[3],
			(size_t)(attrs[4] - attrs[3]))->next;
}

static void end_ns(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	(void)local, (void)prefix, (void)uri;
	close_element(user);
}

static void entity(void *user, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
	xmlChar *content)
{
	(void)name, (void)type, (void)public_id, (void)system_id, (void)content;
	give_up(user, "erklärt eigene Entitäten; so etwas schreibt kein Büroprogramm, und es kann Rechner lahmlegen");
}

static void quiet(void *user, const char *fmt, ...)
{
	(void)user, (void)fmt;
}

/* The parsers hold each attribute of an element against all others. */
static bool has_endless_tag(const char *data, size_t n)
{
	enum { ATTRS = 20000 };
	const char *s = data, *end = data + n;
	while (s < end && (s = memchr(s, '<', (size_t)(end - s)))) {
		const char *past = memchr(s, '>', (size_t)(end - s));
		size_t attrs = 0;
		past = past ? past : end;
		while (past - s > ATTRS && (s = memchr(s, '=', (size_t)(past - s))) && ++attrs <= ATTRS)
			s++;
		if (attrs > ATTRS)
			return true;
		s = past;
	}
	return false;
}

#define ENDLESS_TAG "hat ein Element mit mehr Attributen, als ein Programm schreibt (mehr als 20.000)"

struct mk *mk_xml(struct mem *m, const char *data, size_t n, const char **why)
{
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC, .startElementNs = start_ns, .endElementNs = end_ns,
		.characters = characters, .ignorableWhitespace = characters, .cdataBlock = characters,
		.entityDecl = entity, .warning = quiet, .error = quiet};
	struct making *t = MEM_NEW(m, struct making);
	*t = (struct making){.mem = m};
	xmlParserCtxt *p = has_endless_tag(data, n) ? NULL : xmlCreateMemoryParserCtxt(data, (int)n);
	if (!p) {
		*why = n ? ENDLESS_TAG : "ist leer";
		return NULL;
	}
	t->parser = p;
	memcpy(p->sax, &sax, sizeof sax);
	p->userData = t;
	xmlCtxtUseOptions(p, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR |
			XML_PARSE_NOWARNING);                  /* NOENT: else "&amp;" in an attribute stays "&#38;" */
	memcpy(p->sax, &sax, sizeof sax);
	int bad = xmlParseDocument(p);
	if ((bad || !p->wellFormed) && !t->why)
		t->why = mem_fmt(m, "ist ab Zeile %d kein wohlgeformtes XML", p->input ? p->input->line : 1);
	xmlFreeDoc(p->myDoc);
	xmlFreeParserCtxt(p);
	buf_free(&t->text);
	*why = t->why;
	return t->why ? NULL : t->root;
}

/* ---- HTML */

static void start_html(void *user, const xmlChar *name, const xmlChar **attrs)
{
	struct making *t = user;
	struct mk *n = open_element(t, mem_dup(t->mem, (const char *)name));
	struct mk_attr **end = &n->attrs;
	for (; attrs && attrs[0]; attrs += 2) {
		const char *v = attrs[1] ? (const char *)attrs[1] : "";
		end = &add_attr(t, end, mem_dup(t->mem, (const char *)attrs[0]), v, strlen(v))->next;
	}
}

static void end_html(void *user, const xmlChar *name)
{
	(void)name;
	close_element(user);
}

/* What comments say stands at the root, so that no reader meets it. */
static void comment(void *user, const xmlChar *s)
{
	struct making *t = user;
	t->comment = &add_attr(t, t->comment, "!--", (const char *)s, strlen((const char *)s))->next;
}

struct mk *mk_html(struct mem *m, const char *data, size_t n, const char **why)
{
	htmlSAXHandler sax = {.startElement = start_html, .endElement = end_html, .characters = characters,
		.ignorableWhitespace = characters, .cdataBlock = characters, .comment = comment,
		.warning = quiet, .error = quiet};
	struct making *t = MEM_NEW(m, struct making);
	*t = (struct making){.mem = m};
	htmlParserCtxtPtr p = has_endless_tag(data, n) ? NULL : htmlCreateMemoryParserCtxt(data, (int)n);
	if (!p) {
		*why = n ? ENDLESS_TAG : "ist leer";
		return NULL;
	}
	t->parser = p;
	memcpy(p->sax, &sax, sizeof sax);
	p->userData = t;
	htmlCtxtUseOptions(p, HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET |
			HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
	xmlSwitchEncoding(p, XML_CHAR_ENCODING_UTF8);
	memcpy(p->sax, &sax, sizeof sax);
	p->userData = t;
	struct mk *root = t->at = MEM_NEW(m, struct mk);
	root->name = "#";
	t->comment = &root->attrs;
	htmlParseDocument(p);
	flush(t);
	xmlFreeDoc(p->myDoc);
	htmlFreeParserCtxt(p);
	buf_free(&t->text);
	*why = t->why ? t->why : root->first ? NULL : "hat keinen Inhalt";
	return *why ? NULL : root;
}

/* ---- asking */

bool mk_is(const struct mk *n, const char *name)
{
	return n && n->name && !strcmp(n->name, name);
}

const char *mk_get(const struct mk *n, const char *attr)
{
	for (const struct mk_attr *a = n ? n->attrs : NULL; a; a = a->next)
		if (!strcmp(a->name, attr))
			return a->value;
	return NULL;
}

bool mk_true(const struct mk *n, const char *attr)
{
	const char *v = mk_get(n, attr);
	return v && (!strcmp(v, "1") || !strcmp(v, "true") || !strcmp(v, "on"));
}

int mk_int(const struct mk *n, const char *attr, int otherwise)
{
	const char *s = mk_get(n, attr);
	if (!s)
		return otherwise;
	char *end;
	double v = strtod(s, &end);
	return end == s || v > 1e8 || v < -1e8 ? otherwise : (int)v;
}

struct mk *mk_child(const struct mk *n, const char *name)
{
	struct mk *c = n ? n->first : NULL;
	while (c && !mk_is(c, name))
		c = c->next;
	return c;
}

static struct mk *child_n(const struct mk *n, const char *name, size_t len)
{
	struct mk *c = n ? n->first : NULL;
	while (c && !(c->name && strlen(c->name) == len && !memcmp(c->name, name, len)))
		c = c->next;
	return c;
}

struct mk *mk_find(const struct mk *n, const char *path)
{
	struct mk *at = NULL;
	while (*path) {
		size_t len = strcspn(path, "/");
		at = child_n(n, path, len);
		if (!at)
			return NULL;
		n = at;
		path += len + (path[len] == '/');
	}
	return at;
}

const char *mk_val(const struct mk *n, const char *path)
{
	return mk_get(mk_find(n, path), "w:val");
}

struct mk *mk_after(const struct mk *n, const struct mk *top)
{
	if (n->first)
		return n->first;
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

struct mk mk_alone(const struct mk *n, const char *name, struct mk **next)
{
	struct mk *own = (struct mk *)(uintptr_t)n;
	*next = own->next;
	own->next = NULL;
	return (struct mk){.name = name, .first = own, .last = own};
}

void mk_rejoin(const struct mk *n, struct mk *next)
{
	((struct mk *)(uintptr_t)n)->next = next;
}

bool mk_on(const struct mk *parent, const char *name)
{
	const struct mk *c = mk_child(parent, name);
	const char *v = mk_get(c, "w:val");
	return c && !(v && (!strcmp(v, "0") || !strcmp(v, "false") || !strcmp(v, "off") || !strcmp(v, "none")));
}

char *mk_text(struct mem *m, const struct mk *top)
{
	struct buf b = {0};
	for (const struct mk *n = top; n; n = mk_after(n, top))
		if (n->text)
			buf_str(&b, n->text);
	return buf_take(&b, m);
}
