/* parse.c: libxml2's events become nodes at once; there is no DOM. A chapter is parsed inside the event of its
 * xi:include. The parser reads from doc->files[].data where it lies, so a start tag's line is found by looking back to
 * its '<'. */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>

#include "source/libxml.h"
#include "source/load.h"

struct input {
	struct loader *l;
	xmlParserCtxtPtr ctxt;
	struct input *up;
	int file, base;                                /* base: frames open when it began */
	bool failed, no_namespace;
	struct kept_text text;                         /* what the parser reads: the file, or that with marks */
	struct kept_file known;                        /* what they stand for */
	int lines;                                     /* of elements that marks stood for */
	const char *from; int told;                    /* of an element below the outermost: its start; told before */
};

#define STR(s) ((const char *)(s))
#define XSI    "http://www.w3.org/2001/XMLSchema-instance"

static const char *path_of(const struct input *in)
{
	return in->l->doc->files[in->file].path;
}

static void stop(struct input *in)
{
	in->failed = true;
	xmlStopParser(in->ctxt);
}

static int here(const struct input *in)
{
	return in->ctxt->input ? in->ctxt->input->line + in->lines : 0;
}

/* Where the parser stands; NULL: in a text of its own. */
static const char *position(const struct input *in)
{
	const char *cur = STR(in->ctxt->input->cur), *data = in->text.data;
	return cur < data || cur > data + in->text.size ? NULL : cur;
}

static const char *tag_start(const struct input *in)
{
	const char *p = position(in);
	while (p && p > in->text.data && *p != '<')
		p--;
	return p;
}

static int tag_line(const struct input *in)
{
	const char *cur = position(in), *start = tag_start(in);
	int line = here(in);
	for (const char *p = cur; p && p > start; p--)
		line -= *p == '\n';
	return cur && cur < in->text.data + in->text.size && *cur == '\n' && start != cur ? line + 1 : line;
}

/* ---- attributes ---- */

static const char *full_name(const char *prefix, const char *name, char *out, size_t size)
{
	if (!prefix)
		return name;
	snprintf(out, size, "%s:%s", prefix, name);
	return out;
}

/* Those that need no explanation. */
static bool known_prefix(const char *prefix)
{
	return !strcmp(prefix, "xml") || !strcmp(prefix, "xmlns");
}

static struct doc_av *attributes(struct input *in, struct frame *f, int n, const xmlChar **a, int line)
{
	struct loader *l = in->l;
	struct doc_node *node = f->node;
	struct doc_av *av = n ? MEM_ARRAY(l->doc->mem, struct doc_av, n) : NULL;
	enum doc_attr attr;
	char full[128];
	node->attrs = av;
	for (int i = 0; i < n; i++, a += 5) {
		const bool unexplained = a[1] && !a[2] && !known_prefix(STR(a[1]));
		const char *name = unexplained ? STR(a[0]) : full_name(STR(a[1]), STR(a[0]), full, sizeof full);
		const char *value = STR(a[3]);
		size_t len = (size_t)(a[4] - a[3]);
		for (; len && *value == ' '; len--)
			value++;
		while (len && value[len - 1] == ' ')
			len--;
		if (a[2] && !strcmp(STR(a[2]), XSI) && strstr(STR(a[0]), "chemaLocation"))
			continue;                               /* for editors */
		if (len > (size_t)LOAD_TEXT_MIB << 20)
			load_tell(l, "GRENZE", path_of(in), line,
				"Der Wert von %.60s ist länger als %d MiB; das ist die Grenze, bitte kürzen", name,
				LOAD_TEXT_MIB);
		else if (unexplained && !valid_takes(l, f, name, mem_str(l->doc->mem, value, len)))
			continue;                               /* its prefix was told by the parser */
		else if ((attr = valid_attr(l, f, name, line)) != DOC_ATTR_MAX)
			av[node->nattrs++] = (struct doc_av){(uint16_t)attr, mem_str(l->doc->mem, value, len)};
	}
	return av;
}

/* ---- elements ---- */

static void include(struct input *in, int n, const xmlChar **a, int line)
{
	struct loader *l = in->l;
	const char *href = "";
	l->told++;                                     /* what it stands in is more than its own bytes */
	for (int i = 0; i < n; i++, a += 5) {
		if (!strcmp(STR(a[0]), "href"))
			href = mem_str(l->doc->mem, STR(a[3]), (size_t)(a[4] - a[3]));
		else
			load_tell(l, "INCLUDE", path_of(in), line,
				"xi:include kennt hier kein Attribut %.60s; erlaubt ist nur href, bitte streichen",
				a[0]);
	}
	if (l->depth)
		load_include(l, href, line);
	else
		load_tell(l, "INCLUDE", path_of(in), line,
			"xi:include steht als äußerstes Element; "
			"erwartet wird ein Element wie <konzept>, das die Kapitel einbindet");
}

static bool ours(struct input *in, const char *name, const xmlChar *prefix, const char *uri, int line)
{
	if (uri && !strcmp(uri, LOAD_NAMESPACE))
		return true;
	if (uri) {
		load_tell(in->l, "NAMENSRAUM", path_of(in), line,
			"<%.60s> gehört zum Namensraum „%.80s“; "
			"erwartet wird „%s“, bitte das Element streichen oder xmlns berichtigen",
			name, uri, LOAD_NAMESPACE);
		return false;
	}
	if (!prefix && in->l->depth > in->base && !in->no_namespace) {
		load_tell(in->l, "NAMENSRAUM", path_of(in), line,
			"<%.60s> hat durch xmlns=\"\" keinen Namensraum; bitte xmlns=\"\" streichen", name);
		return false;
	}
	if (!in->no_namespace && !prefix)               /* a prefix without a namespace was told by the parser */
		load_tell(in->l, "NAMENSRAUM", path_of(in), line,
			"<%.60s> hat keinen Namensraum; erwartet wird xmlns=\"%s\" am äußersten Element der Datei",
			name, LOAD_NAMESPACE);
	in->no_namespace |= !prefix;
	return true;
}

/* One element more; false: too many. */
static bool count(struct input *in, int line)
{
	struct loader *l = in->l;
	if (++l->nodes <= LOAD_NODES * l->src->mib)
		return true;
	load_tell(l, "GRENZE", path_of(in), line,
		"Das Dokument hat mehr als %d Elemente; das ist die Grenze, bitte das Dokument teilen",
		LOAD_NODES * l->src->mib);
	l->stop = true;
	stop(in);
	return false;
}

/* xi:include without xmlns:xi: told by the parser, and what it means is plain. */
static bool unexplained_include(const char *name, const xmlChar *prefix, const char *uri)
{
	return prefix && !uri && !strcmp(name, "include");
}

static void element(struct input *in, const char *name, int n, const xmlChar **a, int line)
{
	struct loader *l = in->l;
	struct frame f = {0};
	bool inside = true;
	enum doc_kind kind = valid_start(l, name, line, &f, &inside);
	struct frame *up = l->depth ? &l->stack[l->depth - 1] : NULL;
	load_text_end(l, doc_kind_class(kind));
	f.node = doc_add(l->doc, inside && up ? up->node : NULL, kind, in->file, line);
	f.verbatim = kind == DOC_QUELLTEXT || (up && up->verbatim);
	if (!up && inside)
		l->doc->root = f.node;
	valid_attrs(l, &f, attributes(in, &f, n, a, line));
	l->stack[l->depth++] = f;
}

/* The parser tells of a tag before its element begins: what is told from here on belongs to the next one. */
static void between(struct input *in)
{
	if (!in->l->skip && in->l->depth == in->base + 1)
		in->told = in->l->told;
}

/* Without a colon too many, which the parser has told: what is meant is plain. */
static const char *meant(struct loader *l, const char *name)
{
	if (!strchr(name, ':'))
		return name;
	struct buf b = {0};
	for (const char *p = name; *p; p++)
		if (*p != ':')
			buf_chr(&b, *p);
	return buf_take(&b, l->doc->mem);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nns,
	const xmlChar **ns, int n, int ndef, const xmlChar **a)
{
	struct input *in = user;
	struct loader *l = in->l;
	(void)nns, (void)ns, (void)ndef;
	if (in->failed)
		return;
	int line = tag_line(in);
	if (l->depth == in->base + 1 && !l->skip)
		in->from = tag_start(in);
	if (l->stop) {
		stop(in);
	} else if (l->skip) {
		l->skip++;
	} else if (uri && !strcmp(STR(uri), LOAD_XINCLUDE) && strcmp(STR(name), "include")) {
		load_tell(l, "INCLUDE", path_of(in), line,
			"xi:%.60s ist nicht bekannt; erwartet wird xi:include href=\"kapitel.xml\", bitte berichtigen",
			name);
		l->skip = 1;
	} else if ((uri && !strcmp(STR(uri), LOAD_XINCLUDE)) || unexplained_include(STR(name), prefix, STR(uri))) {
		load_text_end(l, DOC_CLASS_PART);
		include(in, n, a, line);
		l->skip = 1;
	} else if (!ours(in, STR(name), prefix, STR(uri), line)) {
		l->skip = 1;
	} else if (l->depth >= LOAD_DEPTH) {
		load_tell(l, "GRENZE", path_of(in), line,
			"Die Elemente sind tiefer als %d Stufen verschachtelt; "
			"das ist die Grenze, bitte die Datei prüfen",
			LOAD_DEPTH);
		l->stop = true;
		stop(in);
	} else if (count(in, line)) {
		element(in, meant(l, STR(name)), n, a, line);
	}
	between(in);
	l->text_line = here(in);
}

/* What has just ended, if it is worth it and nothing was said of it. */
static void keep(struct input *in)
{
	const struct loader *l = in->l;
	const char *end = position(in);
	if (l->src->kept && l->depth == in->base + 1 && in->from && end && in->told == l->told && !in->no_namespace &&
		!l->stop)
		kept_keep(in->l, in->base, &in->text, (size_t)(in->from - in->text.data),
			(size_t)(end - in->text.data));
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct input *in = user;
	struct loader *l = in->l;
	(void)name, (void)prefix, (void)uri;
	if (in->failed || l->stop)
		return;
	if (l->skip) {
		l->skip--;
	} else {
		load_text_end(l, DOC_CLASS_TEXT);
		valid_end(l, &l->stack[l->depth - 1]);
		l->depth--;
		keep(in);
	}
	between(in);
	l->text_line = here(in);
}

static void on_text(void *user, const xmlChar *s, int n)
{
	struct input *in = user;
	if (in->failed)
		return;
	load_text(in->l, STR(s), (size_t)n);
	if (in->l->stop)
		stop(in);
}

static void on_comment(void *user, const xmlChar *s)
{
	struct input *in = user;
	const struct buf *b = &in->l->text;
	(void)s;
	/* the text proper begins later: text_line counts back over the blanks */
	if (!b->len || strspn(b->data, " \t\n") == b->len)
		in->l->text_line = here(in) - (b->len ? load_line(b->data, b->data + b->len) - 1 : 0);
}

/* In place of an element that is known: what happened when it was read. */
static void on_mark(struct input *in)
{
	const struct kept_at *at = &in->known.at[in->known.next++];
	const struct doc_node *root = at->kept->root;
	struct loader *l = in->l;
	struct frame f = {0}, *up = &l->stack[l->depth - 1];
	const int lines = at->line - root->line;
	bool inside = true;
	for (const struct doc_node *n = root; n; n = doc_walk(root, n))
		if (n->kind != DOC_TEXT && !count(in, n->line + lines))
			return;
	enum doc_kind kind = valid_start(l, doc_kind_name(root->kind), at->line, &f, &inside);
	load_text_end(l, doc_kind_class(kind));
	kept_copy(l->doc, inside ? up->node : NULL, root, in->file, lines);
	in->lines += at->kept->lines;
	between(in);
	l->text_line = here(in);
}

static void on_pi(void *user, const xmlChar *target, const xmlChar *s)
{
	struct input *in = user;
	if (!in->failed && in->known.next < in->known.n && !strcmp(STR(target), KEPT_MARK))
		on_mark(in);
	else
		on_comment(user, s);
}

/* Entities are the door for bombs and foreign files; nothing of ours needs them. */
static void on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct input *in = user;
	(void)name, (void)external;
	load_tell(in->l, "ENTITAET", path_of(in), here(in),
		"Die Datei enthält <!DOCTYPE …>%s; "
		"eigene Entitäten und fremde Dateien sind nicht erlaubt, bitte die Deklaration streichen",
		system ? " mit einem Verweis auf eine andere Datei" : "");
	stop(in);
}

static void on_error(void *user, libxml_error e)
{
	struct input *in = user;
	if (in->failed || e->level == XML_ERR_WARNING)
		return;
	const struct libxml_text text = {path_of(in), in->text.data, in->text.size};
	if (!libxml_follows(e) || !in->l->told)
		libxml_fault(in->l->diag, &text, in->ctxt, e);
	in->l->told++;
	if (e->level == XML_ERR_FATAL)
		in->failed = true;
}

/* ---- a file ---- */

bool load_is_open(const struct loader *l, int file)
{
	for (const struct input *in = l->in; in; in = in->up)
		if (in->file == file)
			return true;
	return false;
}

int load_current(const struct loader *l)
{
	return l->in->file;
}

static void run(struct input *in)
{
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.comment = on_comment,
		.processingInstruction = on_pi,
		.internalSubset = on_doctype,
		.serror = on_error};
	if (!libxml_run(&sax, in, &in->ctxt, in->text.data, in->text.size))
		in->failed = true;
}

void load_parse(struct loader *l, int file)
{
	const struct doc_file *f = &l->doc->files[file];
	struct input in = {.l = l, .up = l->in, .file = file, .base = l->depth, .text = {f->data, f->size}};
	int skip = l->skip, line = l->text_line;
	l->in = &in;
	const bool readable = load_scan(l->diag, f->path, f->data, f->size);
	if (readable && l->src->kept && kept_marked(l, file, &in.known))
		in.text = (struct kept_text){in.known.text.data, in.known.text.len};
	else
		in.known.n = 0;
	if (readable)
		run(&in);
	else
		in.failed = true;
	buf_free(&in.known.text);
	buf_clear(&l->text);
	l->in = in.up;
	l->skip = skip;
	l->text_line = line;
	l->depth = in.base;
	l->doc->incomplete |= in.failed;
	l->doc->files[file].broken = in.failed && !l->stop;
	if (in.failed)
		for (int i = 0; i < l->depth; i++)
			l->stack[i].broken = true;
}
