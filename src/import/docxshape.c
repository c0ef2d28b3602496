/* docxshape.c: what is drawn in a Word file: pictures, text boxes, diagrams and charts, in either of the two languages
 * for drawings that Word wrote side by side. */
#include <string.h>

#include "import/docx.h"

/* ---- the alternatives */

static bool says(const struct mk *n)
{
	for (const struct mk *x = n; x; x = mk_after(x, n))
		if (mk_is(x, "w:t") || mk_is(x, "a:blip") || mk_is(x, "v:imagedata") || mk_is(x, "dgm:relIds") ||
			mk_is(x, "c:chart") || mk_is(x, "cx:chart") || mk_is(x, "m:t") || mk_is(x, "w:sym"))
			return true;
	return false;
}

const struct mk *docx_alternate(const struct mk *at)
{
	const struct mk *first = NULL;
	for (const struct mk *n = at->first; n; n = n->next) {
		if (!mk_is(n, "mc:Choice") && !mk_is(n, "mc:Fallback"))
			continue;
		if (says(n))
			return n;
		first = first ? first : n;
	}
	return first;
}

/* ---- pictures */

static void picture(struct docx *d, const char *id, const char *alt, struct imp_node *to)
{
	bool external = false;
	const char *part = imp_related(d->o, d->rels, d->part, id, &external);
	struct imp_node *n = imp_add(d->f, to, IMP_PICTURE);
	n->alt = alt && *alt ? alt : NULL;
	if (part && !external) {
		imp_picture(d->o, n, part);
	} else {
		n->name = part ? part : NULL;
		imp_lose(d->f, part ? "Bild von außerhalb" : "Bild, das fehlt", part ? part : id ? id : "ohne Namen");
	}
}

static const char *said_of(struct docx *d, const struct mk *pr)
{
	const char *text = mk_get(pr, "descr"), *title = mk_get(pr, "title");
	text = text && *text ? text : NULL;
	title = title && *title ? title : NULL;
	if (text && title && !strstr(text, title))
		return mem_fmt(d->m, "%s: %s", title, text);
	return text ? text : title;
}

/* ---- text of other parts */

static struct imp_node *box_of(struct docx *d)
{
	return imp_add(d->f, d->aside, IMP_BOX);
}

static const struct mk *part_of(struct docx *d, const char *id)
{
	bool external = false;
	const char *part = imp_related(d->o, d->rels, d->part, id, &external);
	return part && !external ? imp_part(d->o, part) : NULL;
}

static void diagram(struct docx *d, const struct mk *n, const char *alt, struct imp_node *to)
{
	const struct mk *data = part_of(d, mk_get(n, "r:dm"));
	struct imp_node *box = box_of(d);
	imp_add(d->f, to, IMP_PICTURE)->alt = alt ? alt : "[DIAGRAM]";
	if (data)
		imp_drawn_text(d->f, data, box);
	if (!box->first)
		imp_cut(box);
}

static void chart(struct docx *d, const struct mk *n, const char *alt, struct imp_node *to)
{
	const struct mk *root = part_of(d, mk_get(n, "r:id"));
	struct imp_node *box = box_of(d);
	imp_add(d->f, to, IMP_PICTURE)->alt = alt ? alt : "[CHART]";
	if (root)
		imp_chart(d->f, root, box);
	if (!box->first)
		imp_cut(box);
}

/* ---- shapes */

static void box(struct docx *d, const struct mk *content, struct imp_node *to)
{
	if (!d->aside) {                               /* no paragraph around it */
		docx_blocks(d, content, imp_add(d->f, to, IMP_BOX));
		return;
	}
	struct imp_node *b = box_of(d), *aside = d->aside, *joined = d->joined;
	struct docx_field *fields = d->fields;
	size_t n = d->nfields, cap = d->capfields;
	bool first = true;
	for (const struct imp_node *x = to; x && first; x = x->parent)
		first = !x->prev || imp_is_block(x->kind);
	aside->head = aside->head || (b == aside->first && !to->first && first);
	d->fields = NULL;
	d->nfields = d->capfields = 0;
	d->joined = NULL;
	docx_blocks(d, content, b);
	for (size_t i = 0; i < d->nfields; i++)
		buf_free(&d->fields[i].instruction);
	d->fields = fields;
	d->nfields = n;
	d->capfields = cap;
	d->aside = aside;
	d->joined = joined;
	if (!b->first)
		imp_cut(b);
}

static bool inside(const struct mk *n, const char *name)
{
	for (const struct mk *x = n; x; x = mk_after(x, n))
		if (mk_is(x, name))
			return true;
	return false;
}

static void drawn_text(struct docx *d, const struct mk *n)
{
	struct imp_node *b = box_of(d);
	imp_drawn_text(d->f, n, b);
	if (!b->first)
		imp_cut(b);
}

/* A box of the old language for drawings that holds HTML. */
static void raw_text(struct docx *d, const struct mk *n)
{
	const char *s = buf_line(d->m, mk_text(d->m, n));
	if (*s)
		imp_add_text(d->f, imp_add(d->f, box_of(d), IMP_PARA), s, strlen(s), 0);
}

/* Something that is read by itself; false: it is looked into. */
static bool thing(struct docx *d, const struct mk *n, const char *alt, struct imp_node *to)
{
	if (mk_is(n, "w:txbxContent"))
		box(d, n, to);
	else if (mk_is(n, "a:txBody") || mk_is(n, "wps:txBody") || mk_is(n, "dsp:txBody"))
		drawn_text(d, n);
	else if (mk_is(n, "v:textbox") && !inside(n, "w:txbxContent"))
		raw_text(d, n);
	else if (mk_is(n, "a:blip"))
		picture(d, mk_get(n, "r:embed") ? mk_get(n, "r:embed") : mk_get(n, "r:link"), alt, to);
	else if (mk_is(n, "v:imagedata"))
		picture(d, mk_get(n, "r:id"), mk_get(n, "o:title") && !alt ? mk_get(n, "o:title") : alt, to);
	else if (mk_is(n, "dgm:relIds"))
		diagram(d, n, alt, to);
	else if (mk_is(n, "c:chart") || mk_is(n, "cx:chart"))
		chart(d, n, alt, to);
	else if (mk_is(n, "w:p") || mk_is(n, "w:r"))
		docx_inlines(d, n, to, 0);
	else
		return false;
	return true;
}

static void walk(struct docx *d, const struct mk *at, const char *alt, struct imp_node *to)
{
	for (const struct mk *n = at->first; n; n = n->next) {
		const char *own = mk_is(n, "v:shape") || mk_is(n, "v:rect") ? mk_get(n, "alt") : NULL;
		if (mk_is(n, "wp:docPr")) {
			alt = said_of(d, n) ? said_of(d, n) : alt;
			if (said_of(d, n) && inside(at, "w:txbxContent") && !inside(at, "a:blip"))
				imp_lose(d->f, "Alternativtext eines Textfeldes", said_of(d, n));
		} else if (thing(d, n, alt, to))
			continue;
		else if (mk_is(n, "mc:AlternateContent") && docx_alternate(n))
			walk(d, docx_alternate(n), alt, to);
		else if (mk_is(n, "v:textpath") && mk_get(n, "string"))
			imp_add_text(d->f, to, mk_get(n, "string"), strlen(mk_get(n, "string")), 0);
		else if (n->name && n->first)
			walk(d, n, own ? own : alt, to);
	}
}

/* A shape that is only drawn is a picture we do not have; what is said of one with words is named. */
static void only_drawn(struct docx *d, const struct mk *at, struct imp_node *to, bool silent)
{
	const char *alt = NULL;
	bool picture = false;
	for (const struct mk *n = at; n; n = mk_after(n, at)) {
		const bool old = n->name && !strncmp(n->name, "v:", 2);
		const char *own = mk_is(n, "wp:docPr") && silent ? said_of(d, n) : old ? mk_get(n, "alt") : NULL;
		picture |= mk_is(n, "v:imagedata");
		alt = !alt && own && *own ? own : alt;
	}
	if (alt && silent)
		imp_add(d->f, to, IMP_PICTURE)->alt = alt;
	else if (alt && !picture)
		imp_lose(d->f, "Alternativtext eines Textfeldes", alt);
}

static void shape(struct docx *d, const struct mk *at, struct imp_node *to)
{
	const struct imp_node *here = to->last, *aside = d->aside->last;
	walk(d, at, NULL, to);
	only_drawn(d, at, to, to->last == here && d->aside->last == aside);
}

void docx_shape(struct docx *d, const struct mk *at, struct imp_node *to)
{
	if (d->aside) {
		shape(d, at, to);
		return;
	}
	struct imp_node aside = {.kind = IMP_DOC};
	d->aside = &aside;
	shape(d, at, to);
	d->aside = NULL;
	while (aside.first)
		imp_move(aside.first, to);
}
