/* odt.c: blocks of an OpenDocument text: paragraphs, headings, lists, tables, contents, running heads. */
#include "import/odt.h"

#include <string.h>
#include <strings.h>

#include "base/enclosed.h"
#include "import/net.h"
#include "import/unseen.h"

/* ---- paragraphs */

static void place_aside(struct imp_node *p, struct imp_node *aside)
{
	struct imp_node *whole = p->parent->kind == IMP_QUOTE || p->parent->kind == IMP_TOC ? p->parent : p;
	bool before = !p->first || aside->head;
	struct imp_node *parent = whole->parent;
	if (before)
		imp_cut(whole);
	while (aside->first)
		imp_move(aside->first, parent);
	if (before)
		imp_move(whole, parent);
}

static struct imp_node *within(struct odt *d, struct imp_node *to, enum imp_kind kind)
{
	if (to->kind == kind)
		return to;
	return to->last && to->last->kind == kind ? to->last : imp_add(d->f, to, kind);
}

/* What takes a paragraph of the style. */
static struct imp_node *container(struct odt *d, const struct odt_style *s, struct imp_node *to)
{
	if (s->quote || s->code || s->contents)
		return within(d, to, s->quote ? IMP_QUOTE : s->code ? IMP_CODE : IMP_TOC);
	return to;
}

static void fill(struct odt *d, const struct mk *n, struct imp_node *p, unsigned marks)
{
	struct imp_node *outer = d->aside, aside = {.kind = IMP_DOC};
	d->aside = &aside;
	d->begun = d->space = false;
	odt_inlines(d, n, p, marks);
	d->aside = outer;
	if (aside.first)
		place_aside(p, &aside);
}

static void drop_empty(struct imp_node *p)
{
	struct imp_node *up = p->parent;
	if (p->first)
		return;
	imp_cut(p);
	if ((up->kind == IMP_QUOTE || up->kind == IMP_TOC || up->kind == IMP_CODE) && !up->first && up->parent)
		imp_cut(up);
}

static void paragraph(struct odt *d, const struct mk *n, struct imp_node *to)
{
	const struct odt_style *s = odt_style(d, "paragraph", mk_get(n, "text:style-name"));
	int level = mk_is(n, "text:h") ? mk_int(n, "text:outline-level", 1) : 0;
	if (!level && s->outline && to->kind != IMP_TOC)
		level = s->outline;
	enum imp_kind kind = level ? IMP_HEADING : s->caption ? IMP_CAPTION : IMP_PARA;
	if (s->breaks_page && d->block && to == d->f->root)
		imp_add(d->f, to, IMP_PAGE);
	if (!level)
		to = container(d, s, to);
	struct imp_node *p = imp_add(d->f, to, kind);
	p->line = ++d->block;
	p->page = d->page;
	p->style = *s->shown ? s->shown : NULL;
	p->size = s->size;
	p->marks = s->marks & (IMP_BOLD | IMP_ITALIC);
	if (kind == IMP_HEADING) {
		const char *header = mk_get(n, "text:is-list-header");
		p->level = level < 1 ? 1 : level > 9 ? 9 : level;
		if (!header || strcmp(header, "true"))
			p->label = odt_label(d, &d->lists.outline, p->level, mk_int(n, "text:start-value", 0));
	}
	d->shaded = s->shaded;
	fill(d, n, p, s->marks & (IMP_HIDDEN | IMP_WHITE));
	d->shaded = false;
	drop_empty(p);
}

/* ---- lists */

struct listing {
	struct odt_list *style;
	int level;
	bool anew;
};

static void list(struct odt *d, const struct mk *n, struct imp_node *to, const struct listing *outer);

/* start < 0: it has no number. That one, and one that shows a blank in place of a sign, goes on in the item before. */
static struct imp_node *begin_item(struct odt *d, const struct mk *n, struct imp_node *to, const struct listing *l,
	int start)
{
	const struct odt_style *s = odt_style(d, "paragraph", mk_get(n, "text:style-name"));
	const char *label = l->style && start >= 0 ? odt_label(d, l->style, l->level, start) : NULL;
	bool blank = start < 0 || (label && !label[strspn(label, " ")]);
	struct imp_node *at = blank && to->last && to->last->kind == IMP_ITEM ? to->last : imp_add(d->f, to, IMP_ITEM);
	if (at != to->last || !at->first) {
		at->level = l->level;
		at->line = d->block + 1;
		at->page = d->page;
		at->label = blank ? NULL : label;
	}
	struct imp_node *p = imp_add(d->f, at, IMP_PARA);
	p->style = *s->shown ? s->shown : NULL;
	p->line = ++d->block;
	fill(d, n, p, 0);
	return at;
}

/* A list of headings numbers them where their outline does not. */
static void number_heading(struct odt *d, struct imp_node *h, const struct listing *l, int start)
{
	if (h && h->kind == IMP_HEADING && !h->label && l->style && !l->style->levels[l->level - 1].bullet)
		h->label = odt_label(d, l->style, l->level, start);
}

static void item(struct odt *d, const struct mk *li, struct imp_node *to, const struct listing *l, int start)
{
	struct imp_node *at = NULL;
	for (const struct mk *c = li->first; c; c = c->next) {
		if (mk_is(c, "text:list")) {
			list(d, c, to, l);
		} else if (mk_is(c, "text:p") && !at) {
			at = begin_item(d, c, to, l, mk_is(li, "text:list-header") ? -1 : start);
		} else if (c->name) {
			struct mk *next, shell = mk_alone(c, "text:section", &next);
			odt_blocks(d, &shell, at && !mk_is(c, "text:h") ? at : to);
			mk_rejoin(c, next);
			if (mk_is(c, "text:h") && !mk_is(li, "text:list-header"))
				number_heading(d, to->last, l, start);
		}
	}
}

static void list(struct odt *d, const struct mk *n, struct imp_node *to, const struct listing *outer)
{
	const char *name = mk_get(n, "text:style-name"), *goes_on = mk_get(n, "text:continue-numbering");
	struct listing l = {.style = name ? odt_list(d, name)
			: outer           ? outer->style
					  : NULL,
		.level = outer ? outer->level + 1 : 1};
	if (!l.style && outer)
		l.style = outer->style;
	if (l.style && !outer && !(goes_on && !strcmp(goes_on, "true")) && !mk_get(n, "text:continue-list"))
		memset(l.style->begun, 0, sizeof l.style->begun);
	l.level = l.level > ODT_LEVELS ? ODT_LEVELS : l.level;
	for (const struct mk *c = n->first; c; c = c->next)
		if (c->name)
			item(d, c, to, &l, mk_int(c, "text:start-value", 0));
}

/* An item that stands by itself. */
static void numbered(struct odt *d, const struct mk *n, struct imp_node *to)
{
	const char *name = mk_get(n, "text:style-name");
	struct listing l = {.style = name ? odt_list(d, name) : NULL, .level = mk_int(n, "text:level", 1)};
	l.level = l.level < 1 ? 1 : l.level > ODT_LEVELS ? ODT_LEVELS : l.level;
	item(d, n, to, &l, mk_int(n, "text:start-value", 0));
}

/* ---- tables */

enum { MOST = 1000 };

/* What stands between cells or rows, where nothing may be. */
static void stray(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct mk *next, shell = mk_alone(n, "text:section", &next);
	odt_blocks(d, &shell, to);
	mk_rejoin(n, next);
}

static void cell(struct odt *d, const struct mk *n, struct imp_node *row)
{
	int repeated = mk_int(n, "table:number-columns-repeated", 1);
	for (int i = 0; i < repeated && (!i || imp_again(d->f)); i++) {
		struct imp_node *c = imp_add(d->f, row, IMP_CELL);
		c->cols = mk_int(n, "table:number-columns-spanned", 1);
		c->rows = mk_int(n, "table:number-rows-spanned", 1);
		c->cols = c->cols < 1 || c->cols > MOST ? 1 : c->cols;
		c->rows = c->rows < 1 || c->rows > MOST ? 1 : c->rows;
		odt_blocks(d, n, c);
		if (!c->first && i > 0)
			return;                                /* empty ones to the edge of the sheet */
	}
}

/* The cell before; of the first of its row, one above. */
static struct imp_node *covering(const struct imp_node *row)
{
	return row->last ? row->last : row->prev ? row->prev->first : NULL;
}

static void row_of(struct odt *d, const struct mk *n, struct imp_node *row)
{
	for (const struct mk *x = n->first; x; x = x->next) {
		if (mk_is(x, "table:table-cell"))
			cell(d, x, row);
		else if (mk_is(x, "table:covered-table-cell") && x->first && covering(row))
			odt_blocks(d, x, covering(row));        /* nobody sees it, but it is there */
		else if (x->name && x->first)
			stray(d, x, imp_add(d->f, row, IMP_CELL));
	}
}

static bool is_about(const struct mk *n)
{
	return mk_is(n, "table:table-column") || mk_is(n, "table:table-columns") ||
		mk_is(n, "table:table-column-group") ||
		mk_is(n, "table:table-header-columns") ||
		mk_is(n, "table:table-source") || mk_is(n, "office:forms") || mk_is(n, "office:dde-source");
}

static void rows(struct odt *d, const struct mk *n, struct imp_node *table, bool head)
{
	for (const struct mk *c = n->first; c; c = c->next) {
		if (mk_is(c, "table:table-row")) {
			struct imp_node *row = imp_add(d->f, table, IMP_ROW);
			row->head = head;
			row_of(d, c, row);
		} else if (mk_is(c, "table:table-header-rows") || mk_is(c, "table:table-rows") ||
			mk_is(c, "table:table-row-group")) {
			rows(d, c, table, head || mk_is(c, "table:table-header-rows"));
		} else if (mk_is(c, "table:title") || mk_is(c, "table:desc")) {
			continue;                      /* mostly its caption again; the net finds what else it says */
		} else if (c->name && c->first && !is_about(c)) {
			stray(d, c, imp_add(d->f, imp_add(d->f, table, IMP_ROW), IMP_CELL));
		}
	}
}

static void table(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct imp_node *made = imp_add(d->f, to, IMP_TABLE), *aside = d->aside;
	made->line = ++d->block;
	made->page = d->page;
	d->aside = NULL;
	rows(d, n, made, false);
	d->aside = aside;
	if (!made->first)
		imp_cut(made);
}

/* ---- all blocks */

static bool is_contents(const struct mk *n)
{
	static const char *const kinds[] = {"text:table-of-content", "text:illustration-index", "text:table-index",
		"text:object-index", "text:user-index", "text:alphabetical-index", NULL};
	for (size_t i = 0; kinds[i]; i++)
		if (mk_is(n, kinds[i]))
			return true;
	return false;
}

static bool is_silent(const struct mk *n)
{
	static const char *const none[] = {"text:tracked-changes", "text:sequence-decls", "text:variable-decls",
		"text:user-field-decls", "office:forms", "text:table-of-content-source",
		"text:illustration-index-source", "text:table-index-source", "text:object-index-source",
		"text:user-index-source", "text:alphabetical-index-source", "text:bibliography-source", "dc:creator",
		"dc:date", "meta:creator-initials", "table:table-column", "table:table-columns",
		"text:list-level-style-bullet", "office:event-listeners", "style:style", "svg:title", "svg:desc", NULL};
	for (size_t i = 0; none[i]; i++)
		if (mk_is(n, none[i]))
			return true;
	return !n->name;
}

static bool is_hidden_section(const struct mk *n)
{
	const char *shown = mk_is(n, "text:section") ? mk_get(n, "text:display") : NULL;
	return shown && (!strcmp(shown, "none") || (!strcmp(shown, "condition") && mk_true(n, "text:is-hidden")));
}

/* Its blocks, which nobody sees in the original. */
static void hidden_section(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct imp_node *last = to->last;
	odt_blocks(d, n, to);
	for (last = last ? last->next : to->first; last; last = last->next)
		imp_hide(last);
}

static void loose(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct mk *next, shell = mk_alone(n, "text:p", &next);
	struct imp_node *p = imp_add(d->f, to, IMP_PARA);
	fill(d, &shell, p, 0);
	mk_rejoin(n, next);
	drop_empty(p);
}

void odt_blocks(struct odt *d, const struct mk *n, struct imp_node *to)
{
	for (const struct mk *c = n ? n->first : NULL; c; c = c->next) {
		if (is_silent(c))
			continue;
		if (mk_is(c, "text:p") || mk_is(c, "text:h"))
			paragraph(d, c, to);
		else if (mk_is(c, "text:list"))
			list(d, c, to, NULL);
		else if (mk_is(c, "text:numbered-paragraph"))
			numbered(d, c, to);
		else if (mk_is(c, "table:table"))
			table(d, c, to);
		else if (is_contents(c)) {
			struct imp_node *toc = imp_add(d->f, to, IMP_TOC);
			odt_blocks(d, c, toc);
			if (!toc->first)
				imp_cut(toc);
		} else if (mk_is(c, "text:soft-page-break"))
			d->page++;
		else if (!strncmp(c->name, "draw:", 5) || !strncmp(c->name, "text:change", 11) ||
			mk_is(c, "office:annotation") || !strncmp(c->name, "text:bookmark", 13))
			loose(d, c, to);
		else if (is_hidden_section(c))
			hidden_section(d, c, to);
		else
			odt_blocks(d, c, to);                  /* sections and what is to come */
	}
}

/* ---- the file */

static const char *meta(struct odt *d, const struct mk *m, const char *name)
{
	const struct mk *n = mk_child(m, name);
	const char *s = n ? mk_text(d->m, n) : "";
	return *s ? s : NULL;
}

static void furniture(struct odt *d, const struct mk *styles)
{
	static const char *const names[] = {"style:header", "style:footer", "style:header-first", "style:footer-first",
		"style:header-left", "style:footer-left", NULL};
	for (const struct mk *n = styles; n; n = mk_after(n, styles))
		for (size_t i = 0; names[i]; i++) {
			const char *hidden = mk_get(n, "style:display");
			if (!mk_is(n, names[i]) || (hidden && !strcmp(hidden, "false")))
				continue;
			struct imp_node *f = imp_add(d->f, d->f->root, IMP_FURNITURE);
			f->style = strstr(names[i], "header") ? "Kopfzeile" : "Fußzeile";
			odt_blocks(d, n, f);
			if (!f->first)
				imp_cut(f);
		}
}

static void name_losses(struct imp_office_file *o)
{
	const char *name;
	for (size_t i = 0; o->zip && (name = imp_zip_name(o->zip, i)); i++)
		if ((!strncmp(name, "Basic/", 6) || !strncmp(name, "Scripts/", 8)) && name[strlen(name) - 1] != '/')
			imp_lose(o->flow, "Makro", name);
}

static void open_parts(struct odt *d, const struct mk *content, const struct mk **styles)
{
	const struct mk *about = mk_find(d->o->zip ? imp_part(d->o, "meta.xml") : content, "office:meta");
	*styles = d->o->zip ? imp_part(d->o, "styles.xml") : mk_child(content, "office:master-styles");
	if (*styles && d->o->zip)
		odt_styles_read(d, *styles);
	odt_styles_read(d, content);
	odt_styles_connect(d);
	d->f->title = meta(d, about, "dc:title");
	d->f->author = meta(d, about, "dc:creator");
	d->f->date = meta(d, about, "dc:date");
	d->f->lang = meta(d, about, "dc:language");
	for (const struct mk *n = about ? about->first : NULL; n; n = n->next) {
		const char *name = mk_is(n, "meta:user-defined") ? mk_get(n, "meta:name") : NULL;
		if (name && !strcmp(name, "Quelle"))
			d->f->source = mk_text(d->m, n);
	}
}

static void cast_net(struct odt *d, const struct mk *body)
{
	static const char *const but[] = {"dc:creator", "dc:date", "meta:creator-initials", "meta:date-string",
		"text:note-citation", "text:tracked-changes", "text:sequence-decls", "text:variable-decls",
		"text:user-field-decls", "office:forms", "text:table-of-content-source",
		"text:illustration-index-source", "text:table-index-source", "text:object-index-source",
		"text:user-index-source", "text:alphabetical-index-source", "text:bibliography-source",
		"office:event-listeners", "office:binary-data", NULL};
	imp_net_tree(d->f, body, NULL, but);
}

static void name_changes(struct odt *d, const struct mk *changes)
{
	for (const struct mk *n = changes ? changes->first : NULL; n; n = n->next) {
		const char *id = mk_get(n, "text:id") ? mk_get(n, "text:id") : mk_get(n, "xml:id");
		if (id)
			imp_index_put(d->m, &d->changes, NULL, id, n);
	}
}

static void name_controls(struct odt *d, const struct mk *forms)
{
	for (const struct mk *n = forms; n; n = mk_after(n, forms)) {
		const char *id = n->name ? mk_get(n, "form:id") : NULL;
		id = id ? id : n->name ? mk_get(n, "xml:id") : NULL;
		if (id)
			imp_index_put(d->m, &d->controls, NULL, id, n);
	}
}

void imp_odt(struct imp_office_file *o, const struct mk *body)
{
	struct odt d = {.o = o, .f = o->flow, .m = o->flow->mem, .page = 1};
	const struct mk *styles, *content = body;
	o->flow->format = "odt";
	while (content->parent)
		content = content->parent;
	open_parts(&d, content, &styles);
	name_changes(&d, mk_child(body, "text:tracked-changes"));
	name_controls(&d, mk_child(body, "office:forms"));
	odt_blocks(&d, body, o->flow->root);
	cast_net(&d, body);
	furniture(&d, styles);
	imp_unseen(d.f, body);
	imp_unseen(d.f, o->zip ? imp_part(o, "meta.xml") : mk_child(content, "office:meta"));
	name_losses(o);
	imp_enclosed(o, ENCLOSED_PART);
}
