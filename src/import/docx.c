/* docx.c: a Word file as a whole: its parts, what it says of itself, running heads and feet, what is left out. */
#include "import/docx.h"
#include "import/net.h"
#include "import/unseen.h"

#include <string.h>

static const char *related_type(struct docx *d, const char *end)
{
	bool external = false;
	for (const struct mk *r = d->rels ? d->rels->first : NULL; r; r = r->next) {
		const char *type = mk_get(r, "Type"), *slash = type ? strrchr(type, '/') : NULL;
		const char *part = slash && !strcmp(slash + 1, end) ?
			imp_related(d->o, d->rels, d->part, mk_get(r, "Id"), &external) : NULL;
		if (part && !external)
			return part;
	}
	return NULL;
}

static struct docx_side side(struct docx *d, const char *type)
{
	const char *part = related_type(d, type);
	const struct mk *root = part ? imp_part(d->o, part) : NULL;
	return (struct docx_side){part, root, root ? imp_relations(d->o, part) : NULL};
}

static const char *text_or_null(struct docx *d, const struct mk *n)
{
	const char *s = n ? mk_text(d->m, n) : "";
	return *s ? s : NULL;
}

/* As LibreOffice keeps what an OpenDocument file says of itself. */
static const char *own_property(struct docx *d, const char *name)
{
	const struct mk *all = imp_part(d->o, "docProps/custom.xml");
	for (const struct mk *n = all ? all->first : NULL; n; n = n->next) {
		const char *own = n->name ? mk_get(n, "name") : NULL;
		if (own && !strcmp(own, name))
			return text_or_null(d, n);
	}
	return NULL;
}

static void properties(struct docx *d)
{
	const struct mk *core = imp_part(d->o, "docProps/core.xml");
	d->f->title = text_or_null(d, mk_child(core, "dc:title"));
	d->f->author = text_or_null(d, mk_child(core, "dc:creator"));
	d->f->date = text_or_null(d, mk_child(core, "dcterms:modified"));
	if (!d->f->date)
		d->f->date = text_or_null(d, mk_child(core, "dcterms:created"));
	d->f->lang = d->lang;
	d->f->source = text_or_null(d, mk_child(core, "dc:identifier"));
	if (!d->f->source)
		d->f->source = own_property(d, "Quelle");
}

/* ---- heads and feet */

static bool seen(struct docx *d, struct imp_node *all, const struct imp_node *one)
{
	struct buf a = {0};
	bool same = false;
	imp_plain(one, &a);
	for (const struct imp_node *n = all->first; n && n != one && !same; n = n->next) {
		struct buf b = {0};
		if (n->kind == IMP_FURNITURE)
			imp_plain(n, &b);
		same = n->kind == IMP_FURNITURE && a.len == b.len && (!a.len || !memcmp(a.data, b.data, a.len));
		buf_free(&b);
	}
	buf_free(&a);
	(void)d;
	return same;
}

static void furniture(struct docx *d, const char *type, const char *name)
{
	bool external = false;
	for (const struct mk *r = d->rels ? d->rels->first : NULL; r; r = r->next) {
		const char *is = mk_get(r, "Type"), *slash = is ? strrchr(is, '/') : NULL;
		const char *part = slash && !strcmp(slash + 1, type) ?
			imp_related(d->o, d->rels, d->part, mk_get(r, "Id"), &external) : NULL;
		const struct mk *root = part && !external ? imp_part(d->o, part) : NULL;
		if (!root)
			continue;
		struct imp_node *n = imp_add(d->f, d->f->root, IMP_FURNITURE);
		struct docx_side s = {part, root, imp_relations(d->o, part)};
		n->style = name;
		n->name = part;
		docx_side_blocks(d, &s, root, n);
		if (!n->first || seen(d, d->f->root, n))
			imp_cut(n);
	}
}

/* ---- what is named */

static void externals(struct docx *d, const struct mk *rels)
{
	for (const struct mk *r = rels ? rels->first : NULL; r; r = r->next) {
		const char *mode = mk_get(r, "TargetMode"), *type = mk_get(r, "Type"), *target = mk_get(r, "Target");
		const char *slash = type ? strrchr(type, '/') : NULL;
		if (mode && target && slash && !strcmp(mode, "External") && strcmp(slash, "/hyperlink"))
			imp_lose(d->f, "Verweis nach außen, nicht abgerufen", target);
	}
}

static void name_losses(struct docx *d)
{
	const char *name;
	for (size_t i = 0; (name = imp_zip_name(d->o->zip, i)); i++) {
		size_t n = strlen(name);
		if (strstr(name, "vbaProject.bin"))
			imp_lose(d->f, "Makro", name);
		else if (strstr(name, "/embeddings/") && name[n - 1] != '/')
			imp_lose(d->f, "eingebettetes Objekt", name);
		else if (strstr(name, "/glossary/document"))
			imp_lose(d->f, "Textbausteine, die nicht im Text stehen", name);
		else if (strstr(name, "/activeX/"))
			imp_lose(d->f, "Steuerelement", name);
		else if (n > 5 && !strcmp(name + n - 5, ".rels"))
			externals(d, imp_part(d->o, name));
	}
}

/* A part that is only worth reading where it holds that; NULL: it does not, or is not there. */
static const struct mk *part_with(struct docx *d, const char *part, const char *sign)
{
	enum { MOST = 4 << 20 };
	const char *data, *why;
	size_t n;
	if (!part || imp_zip_get(d->o->zip, part, &data, &n) != IMP_ZIP_FINE || n > MOST ||
		!memmem(data, n, sign, strlen(sign)))
		return NULL;
	return mk_xml(d->m, data, n, &why);
}

/* Custom XML: of what others keep there nothing is seen in the document. */
static void enclosed(struct docx *d)
{
	bool external = false;
	for (const struct mk *r = d->rels ? d->rels->first : NULL; r; r = r->next) {
		const char *type = mk_get(r, "Type"), *slash = type ? strrchr(type, '/') : NULL;
		const char *part = slash && !strcmp(slash, "/customXml") ?
			imp_related(d->o, d->rels, d->part, mk_get(r, "Id"), &external) : NULL;
		if (!part || external)
			continue;
		imp_enclosed(d->o, part);
		imp_unseen(d->f, part_with(d, part, "/bibliography"));
	}
}

static void cast_net(struct docx *d, const struct mk *root)
{
	static const char *const texts[] = {"w:t", "w:delText", "a:t", "m:t", NULL};
	static const char *const but[] = {NULL};
	imp_net_tree(d->f, root, texts, but);
	imp_net_tree(d->f, d->comments.root, texts, but);
	imp_net_tree(d->f, d->footnotes.root, texts, but);
	imp_net_tree(d->f, d->endnotes.root, texts, but);
}

/* Ready-made texts stand in no document until somebody puts them in. */
static void ready_made(struct docx *d, const char *part)
{
	const struct mk *root = imp_part(d->o, part);
	const char **texts = NULL;
	size_t n = 0, cap = 0;
	for (const struct mk *p = root; p; p = mk_after(p, root))
		if (mk_is(p, "w:t")) {
			MEM_ROOM_IN(d->m, texts, n, cap);
			texts[n++] = mk_text(d->m, p);
		}
	imp_net_tell(d->f, "Text eines Textbausteins", texts, n);
}

/* What no page shows: in the text, in notes, of the file itself. */
static void unseen(struct docx *d, const struct mk *root)
{
	static const char *const parts[] = {"docProps/core.xml", "docProps/custom.xml", "docProps/app.xml", NULL};
	const char *glossary = related_type(d, "glossaryDocument");
	docx_instr_tell(d);
	imp_unseen(d->f, root);
	for (const char *const *p = parts; *p; p++)
		imp_unseen(d->f, imp_part(d->o, *p));
	imp_unseen(d->f, part_with(d, related_type(d, "settings"), "docVar "));
	if (glossary)
		ready_made(d, glossary);
}

void imp_docx(struct imp_office_file *o, const char *main_part, const struct mk *root)
{
	struct docx d = {.o = o, .f = o->flow, .m = o->flow->mem, .part = main_part, .page = 1,
		.chunk_depth = o->flow->nested};
	o->flow->format = "docx";
	d.rels = imp_relations(o, main_part);
	struct docx_side styles = side(&d, "styles"), numbers = side(&d, "numbering");
	d.styles = docx_styles_read(d.m, styles.root);
	d.numbers = docx_numbers_read(d.m, numbers.root);
	d.lang = docx_style_lang(d.styles);
	d.footnotes = side(&d, "footnotes");
	d.endnotes = side(&d, "endnotes");
	d.comments = side(&d, "comments");
	d.comments_more = side(&d, "commentsExtended");
	properties(&d);
	const struct mk *body = mk_child(root, "w:body");
	docx_fields_unended(&d, body);
	docx_blocks(&d, body, o->flow->root);
	docx_comments_left(&d, o->flow->root);
	docx_notes_left(&d);
	cast_net(&d, root);
	furniture(&d, "header", "Kopfzeile");
	furniture(&d, "footer", "Fußzeile");
	name_losses(&d);
	unseen(&d, root);
	enclosed(&d);
	for (size_t i = 0; i < d.nfields; i++)
		buf_free(&d.fields[i].instruction);
}
