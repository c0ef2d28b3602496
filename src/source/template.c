/* template.c: a template file as a plain tree; style gives it meaning. */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/libxml.h"
#include "source/load.h"

#define STR(s) ((const char *)(s))
enum { DEPTH = 32 };

struct reader {
	struct mem *mem;
	struct diag *diag;
	const char *path;
	struct libxml_text bytes;
	xmlParserCtxtPtr ctxt;
	struct src_elem *open[DEPTH], *last[DEPTH], *root;   /* last: the newest child of open[i] */
	struct buf text[DEPTH];
	int depth;
	bool failed;
};

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nns,
	const xmlChar **ns, int n, int ndef, const xmlChar **a)
{
	struct reader *r = user;
	(void)prefix, (void)uri, (void)nns, (void)ns, (void)ndef;
	if (r->failed)
		return;
	if (r->depth >= DEPTH) {
		diag_error(r->diag, "GRENZE", r->path, r->ctxt->input->line,
			"Die Elemente der Gestaltung sind tiefer als %d Stufen verschachtelt; das ist die Grenze",
			DEPTH);
		r->failed = true;
		xmlStopParser(r->ctxt);
		return;
	}
	struct src_elem *e = MEM_NEW(r->mem, struct src_elem);
	*e = (struct src_elem){.name = mem_dup(r->mem, STR(name)),
		.file = r->path,
		.line = r->ctxt->input->line,
		.attrs = MEM_ARRAY(r->mem, struct src_attr, n),
		.nattrs = n,
		.text = ""};
	for (int i = 0; i < n; i++, a += 5)
		e->attrs[i] = (struct src_attr){
			mem_dup(r->mem, STR(a[0])), mem_str(r->mem, STR(a[3]), (size_t)(a[4] - a[3]))};
	if (!r->depth)
		r->root = e;
	else if (r->last[r->depth - 1])
		r->last[r->depth - 1]->next = e;
	else
		r->open[r->depth - 1]->first = e;
	if (r->depth)
		r->last[r->depth - 1] = e;
	r->open[r->depth] = e;
	r->last[r->depth] = NULL;
	buf_clear(&r->text[r->depth++]);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *r = user;
	(void)name, (void)prefix, (void)uri;
	if (r->failed)
		return;
	struct buf *b = &r->text[--r->depth];
	size_t from = b->len ? strspn(b->data, " \t\r\n") : 0, n = b->len;
	while (n > from && strchr(" \t\r\n", b->data[n - 1]))
		n--;
	if (n > from)
		r->open[r->depth]->text = mem_str(r->mem, b->data + from, n - from);
}

static void on_text(void *user, const xmlChar *s, int n)
{
	struct reader *r = user;
	if (!r->failed && r->depth)
		buf_put(&r->text[r->depth - 1], s, (size_t)n);
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct reader *r = user;
	(void)name, (void)external, (void)system;
	diag_error(r->diag, "ENTITAET", r->path, r->ctxt->input->line,
		"Die Gestaltung enthält <!DOCTYPE …>; bitte die Deklaration streichen");
	r->failed = true;
	xmlStopParser(r->ctxt);
}

static void on_error(void *user, libxml_error e)
{
	struct reader *r = user;
	if (r->failed || e->level == XML_ERR_WARNING)
		return;
	libxml_fault(r->diag, &r->bytes, r->ctxt, e);
	r->failed = true;
}

static const struct src_elem *parsed(struct mem *m, const char *path, const char *data, size_t n, struct diag *d)
{
	const xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.internalSubset = on_doctype,
		.serror = on_error};
	struct reader *r = mem_alloc(sizeof *r);
	*r = (struct reader){.mem = m, .diag = d, .path = path, .bytes = {path, data, n}};
	const bool sound = libxml_run(&sax, r, &r->ctxt, data, n) && !r->failed;
	const struct src_elem *root = sound ? r->root : NULL;
	for (int i = 0; i < DEPTH; i++)
		buf_free(&r->text[i]);
	free(r);
	return root;
}

const struct src_elem *src_template(struct mem *m, const char *path, struct diag *d)
{
	struct buf b = {0};
	const struct src_elem *root = NULL;
	const char *file = mem_dup(m, path), *data = file_read(&b, path, d) ? b.data ? b.data : "" : NULL;
	if (data && load_scan(d, file, data, b.len)) {
		root = load_plain(m, file, data, b.len);
		root = root ? root : parsed(m, file, data, b.len, d);
	}
	buf_free(&b);
	return root;
}
