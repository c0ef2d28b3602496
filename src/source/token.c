/* token.c: tokens of well-formed XML, and libxml2's word that it is. */
#include "source/token.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/libxml.h"
#include "source/load.h"

/* ---- tokens ---- */

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t after(const struct tokens *t, size_t at, const char *mark)
{
	size_t n = strlen(mark);
	const char *p = at < t->size ? memmem(t->data + at, t->size - at, mark, n) : NULL;
	return p ? (size_t)(p - t->data) + n : t->size;
}

static size_t tag_end(const struct tokens *t, size_t at)
{
	while (at < t->size && t->data[at] != '>') {
		if (t->data[at] == '"' || t->data[at] == '\'') {
			const char *q = memchr(t->data + at + 1, t->data[at], t->size - at - 1);
			if (!q)
				return t->size;
			at = (size_t)(q - t->data);
		}
		at++;
	}
	return at < t->size ? at + 1 : t->size;
}

static void tag(struct tokens *t, struct token *k)
{
	bool close = k->from + 1 < t->size && t->data[k->from + 1] == '/';
	k->to = tag_end(t, k->from);
	k->kind = close ? TOKEN_CLOSE : k->to >= 2 && t->data[k->to - 2] == '/' ? TOKEN_EMPTY : TOKEN_OPEN;
	k->name = t->data + k->from + 1 + close;
	for (k->nname = 0; k->name + k->nname < t->data + k->to && !blank(k->name[k->nname]) &&
		k->name[k->nname] != '/' && k->name[k->nname] != '>';)
		k->nname++;
	const char *colon = memchr(k->name, ':', k->nname);
	k->local = colon ? colon + 1 : k->name;
	k->nlocal = k->nname - (size_t)(k->local - k->name);
}

bool token_next(struct tokens *t, struct token *k)
{
	const char *p = t->data + t->at;
	size_t left = t->size - t->at;
	if (!left)
		return false;
	*k = (struct token){.from = t->at};
	if (*p != '<') {
		const char *lt = memchr(p, '<', left);
		k->to = lt ? (size_t)(lt - t->data) : t->size;
	} else if (left >= 4 && !memcmp(p, "<!--", 4)) {
		k->kind = TOKEN_COMMENT;
		k->to = after(t, t->at + 4, "-->");
	} else if (left >= 9 && !memcmp(p, "<![CDATA[", 9)) {
		k->kind = TOKEN_CDATA;
		k->to = after(t, t->at + 9, "]]>");
	} else if (left >= 2 && p[1] == '?') {
		k->kind = left >= 6 && !memcmp(p, "<?xml", 5) && blank(p[5]) ? TOKEN_DECL : TOKEN_PI;
		k->to = after(t, t->at, "?>");
	} else {
		tag(t, k);
	}
	t->at = k->to;
	return true;
}

bool token_attr(const struct tokens *t, const struct token *k, size_t *at, struct token_attr *a)
{
	const char *d = t->data;
	size_t p = *at ? *at : (size_t)(k->name - d) + k->nname;
	while (p < k->to && blank(d[p]))
		p++;
	if (p >= k->to || d[p] == '>' || d[p] == '/')
		return false;
	a->from = p;
	while (p < k->to && !blank(d[p]) && d[p] != '=')
		p++;
	a->name_end = p;
	while (p < k->to && d[p] != '"' && d[p] != '\'')
		p++;
	const char *q = p < k->to ? memchr(d + p + 1, d[p], k->to - p - 1) : NULL;
	if (!q)
		return false;
	a->value = p + 1;
	a->value_end = (size_t)(q - d);
	*at = a->to = a->value_end + 1;
	return true;
}

bool token_find(const struct tokens *t, const struct token *k, const char *name, struct token_attr *a)
{
	size_t n = strlen(name);
	for (size_t at = 0; token_attr(t, k, &at, a);)
		if (a->name_end - a->from == n && !memcmp(t->data + a->from, name, n))
			return true;
	return false;
}

uint32_t token_entity(const char *s, const char *end, size_t *n)
{
	static const struct { const char *name; char c; } named[] = {
		{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		*n = strlen(named[i].name);
		if ((size_t)(end - s) >= *n && !memcmp(s, named[i].name, *n))
			return (uint32_t)named[i].c;
	}
	const char *semicolon = memchr(s, ';', (size_t)(end - s));
	*n = semicolon ? (size_t)(semicolon - s) + 1 : 1;
	bool hex = *n > 3 && s[2] == 'x';
	return *n > 3 && s[1] == '#' ? (uint32_t)strtoul(s + 2 + hex, NULL, hex ? 16 : 10) : '&';
}

bool token_is(const struct token *k, const char *local)
{
	return k->nlocal && *local == *k->local && strlen(local) == k->nlocal && !memcmp(local, k->local, k->nlocal);
}

enum doc_kind token_doc_kind(const struct token *k)
{
	char name[64];
	if (k->nlocal >= sizeof name)
		return DOC_KIND_MAX;
	memcpy(name, k->local, k->nlocal);
	name[k->nlocal] = '\0';
	return doc_kind_find(name);
}

/* ---- well-formed ---- */

struct sound { struct diag *diag; struct libxml_text text; xmlParserCtxtPtr ctxt; bool good; };

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct sound *s = user;
	(void)name, (void)external, (void)system;
	diag_error(s->diag, "ENTITAET", s->text.path, s->ctxt->input->line,
		"Die Datei enthält <!DOCTYPE …>; "
		"eigene Entitäten und fremde Dateien sind nicht erlaubt, bitte die Deklaration streichen");
	s->good = false;
	xmlStopParser(s->ctxt);
}

static void on_error(void *user, libxml_error e)
{
	struct sound *s = user;
	if (!s->good || e->level == XML_ERR_WARNING)
		return;
	s->good = false;
	libxml_fault(s->diag, &s->text, s->ctxt, e);
}

bool token_sound(const char *path, const char *data, size_t size, struct diag *d)
{
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC, .internalSubset = on_doctype, .serror = on_error};
	struct sound s = {d, {path, data, size}, NULL, true};
	if (!load_scan(d, path, data, size))
		return false;
	return libxml_run(&sax, &s, &s.ctxt, data, size) && s.good;
}

bool token_read(struct buf *b, const char *path, struct diag *d)
{
	if (!file_read(b, path, d))
		return false;
	if (b->len > (size_t)LOAD_SOURCE_MIB << 20) {
		diag_error(d, "GRENZE", path, 1,
			"Die Datei ist größer als %d MiB; das ist die Grenze, bitte das Dokument teilen",
			LOAD_SOURCE_MIB);
		return false;
	}
	return token_sound(path, b->data ? b->data : "", b->len, d);
}
