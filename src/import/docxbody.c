/* docxbody.c: paragraphs, lists, contents and what holds them in a Word file; notes and comments, which hold such
 * too. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/docx.h"

enum { CHUNKS = 3 }; /* documents in documents */

/* ---- parts */

/* What is put aside while another part is read. */
struct place {
	const char *part;
	const struct mk *rels;
	struct docx_field *fields;
	size_t nfields, capfields;
	struct imp_node *aside, *joined;
	enum imp_change row_change;
	bool page_break;
	const struct mk **unended;
	size_t nunended;
};

static struct place enter(struct docx *d, const struct docx_side *side)
{
	struct place was = {d->part, d->rels, d->fields, d->nfields, d->capfields, d->aside, d->joined, d->row_change,
		d->page_break, d->unended, d->nunended};
	d->part = side->part;
	d->rels = side->rels;
	d->fields = NULL;
	d->nfields = d->capfields = 0;
	d->aside = d->joined = NULL;
	d->row_change = 0;
	return was;
}

static void leave(struct docx *d, const struct place *was)
{
	for (size_t i = 0; i < d->nfields; i++)
		buf_free(&d->fields[i].instruction);
	d->part = was->part;
	d->rels = was->rels;
	d->fields = was->fields;
	d->nfields = was->nfields;
	d->capfields = was->capfields;
	d->aside = was->aside;
	d->joined = was->joined;
	d->row_change = was->row_change;
	d->page_break = was->page_break;
	d->unended = was->unended;
	d->nunended = was->nunended;
}

void docx_side_blocks(struct docx *d, const struct docx_side *side, const struct mk *parent, struct imp_node *to)
{
	struct place was = enter(d, side);
	docx_fields_unended(d, parent);
	docx_blocks(d, parent, to);
	leave(d, &was);
}

/* A document in the document (altChunk): HTML, text or another Word file. */
static void chunk(struct docx *d, const struct mk *n, struct imp_node *to)
{
	bool external = false;
	const char *data, *part = imp_related(d->o, d->rels, d->part, mk_get(n, "r:id"), &external);
	size_t size;
	if (!part || external || imp_zip_get(d->o->zip, part, &data, &size) != IMP_ZIP_FINE) {
		imp_lose(d->f, "eingefügtes Dokument, das fehlt", part ? part : "ohne Namen");
		return;
	}
	struct imp_flow *inner = imp_flow_new(d->m);
	inner->nested = d->chunk_depth + 1;
	inner->read_inner = d->f->read_inner;
	if (d->chunk_depth >= CHUNKS || !inner->read_inner || !inner->read_inner(inner, part, data, size)) {
		imp_lose(d->f, "eingefügtes Dokument, das sich nicht lesen lässt", part);
		return;
	}
	while (inner->root->first)
		imp_move(inner->root->first, to);
	for (size_t i = 0; i < inner->nlosses; i++)
		imp_lose(d->f, inner->losses[i].what, inner->losses[i].where);
}

/* ---- paragraphs */

/* What a paragraph is, before it is read. */
struct para {
	const struct mk *ppr;
	const struct docx_style *style;
	const char *label; /* its number or bullet; NULL: none */
	int level; /* of its list or heading, from 1 */
	enum imp_kind kind; /* para, heading, item, caption, code, contents, quote */
};

static int outline_of(const struct mk *ppr, const struct docx_style *st)
{
	const char *own = mk_val(ppr, "w:outlineLvl");
	if (!own)
		return st->outline;
	return *own >= '0' && *own <= '8' && !own[1] ? *own - '0' : -1;
}

/* "List Bullet 2" numbers for itself, and stands below "List Bullet" all the same. */
static int level_of_name(const struct docx_style *st)
{
	const size_t n = st->is == DOCX_LIST ? strlen(st->name) : 0;
	return n > 2 && st->name[n - 2] == ' ' && st->name[n - 1] > '1' && st->name[n - 1] < '6' ? st->name[n - 1] - '0'
		: 1;
}

static void number_it(struct docx *d, struct para *p)
{
	const char *id = mk_val(p->ppr, "w:numPr/w:numId"), *level = mk_val(p->ppr, "w:numPr/w:ilvl");
	int own = level ? atoi(level) : -1;
	if (!id) {
		id = p->style->num_id;
		if (own < 0)
			own = docx_number_level(d->numbers, id, p->style->id);
		if (own < 0)
			own = p->style->num_level;
	}
	own = own < 0 ? 0 : own > 8 ? 8 : own;
	p->label = docx_number(d->numbers, id, own);
	p->level = own ? own + 1 : level_of_name(p->style);
}

/* The field of the contents begins in it. */
static bool begins_contents(const struct mk *at)
{
	for (const struct mk *r = at->first; r; r = r->next) {
		const struct mk *code = mk_is(r, "w:r") ? mk_child(r, "w:instrText") : NULL;
		const char *s = code && code->first && code->first->text ? code->first->text : "";
		s += strspn(s, " ");
		if (!strncasecmp(s, "TOC", 3) && (s[3] == ' ' || !s[3]))
			return true;
	}
	return false;
}

static struct para look(struct docx *d, const struct mk *at)
{
	struct para p = {.ppr = mk_child(at, "w:pPr"), .kind = IMP_PARA};
	const char *style = mk_val(p.ppr, "w:pStyle");
	p.style = style ? docx_style(d->styles, style) : docx_style_default(d->styles);
	number_it(d, &p);
	int outline = outline_of(p.ppr, p.style);
	if (p.style->is == DOCX_TOC || docx_in_toc(d) || begins_contents(at))
		p.kind = IMP_TOC;
	else if (outline >= 0) {
		p.kind = IMP_HEADING;
		p.level = outline + 1;
	} else if (p.label || (p.style->is == DOCX_LIST && !mk_find(p.ppr, "w:numPr")))
		p.kind = IMP_ITEM;
	else if (p.style->is == DOCX_CAPTION)
		p.kind = IMP_CAPTION;
	else if (p.style->is == DOCX_QUOTE)
		p.kind = IMP_QUOTE;
	else if (p.style->is == DOCX_CODE)
		p.kind = IMP_CODE;
	return p;
}

static const char *shown(const char *label)
{
	return label && label[strspn(label, " \t")] ? label : NULL;
}

static bool goes_on_item(const struct para *p)
{
	return (p->kind == IMP_ITEM && p->label && !shown(p->label)) ||
		(p->kind == IMP_PARA && p->style->is == DOCX_GOES_ON);
}

/* The node that takes the paragraph's lines. One of a list that shows no sign goes on in the item before it. */
static struct imp_node *open_para(struct docx *d, const struct para *p, struct imp_node *to)
{
	struct imp_node *n;
	if (p->kind == IMP_QUOTE || p->kind == IMP_TOC || p->kind == IMP_CODE) {
		bool goes_on = to->last && to->last->kind == p->kind;
		n = imp_add(d->f, goes_on ? to->last : imp_add(d->f, to, p->kind), IMP_PARA);
	} else if (goes_on_item(p) && to->last && to->last->kind == IMP_ITEM) {
		n = imp_add(d->f, to->last, IMP_PARA);
	} else if (p->kind == IMP_ITEM) {
		n = imp_add(d->f, to, IMP_ITEM);
		n->label = shown(p->label);
		n->level = p->level ? p->level : 1;
		n->line = d->block;
		n->page = d->page;
		n = imp_add(d->f, n, IMP_PARA);
	} else {
		n = imp_add(d->f, to, p->kind);
		n->label = shown(p->label);
		n->level = p->kind == IMP_HEADING ? p->level : 0;
	}
	n->style = *p->style->name ? p->style->name : NULL;
	n->size = p->style->size;
	n->marks = p->style->marks & (IMP_BOLD | IMP_ITALIC);
	n->line = d->block;
	n->page = d->page;
	return n;
}

static struct imp_node *whole_of(struct imp_node *para)
{
	return para->parent->kind == IMP_ITEM || para->parent->kind == IMP_QUOTE || para->parent->kind == IMP_TOC ||
			para->parent->kind == IMP_CODE
		? para->parent
		: para;
}

static bool shows(const struct imp_node *n)
{
	for (const struct imp_node *x = n; x; x = imp_after(x, n))
		if (x->kind == IMP_TEXT && x->text[strspn(x->text, " ")])
			return true;
	return false;
}

/* Boxes anchored in the paragraph stand before it or after it, as its own text began later or earlier. */
static void place_aside(struct imp_node *para, struct imp_node *aside, bool before)
{
	struct imp_node *whole = whole_of(para), *parent = whole->parent;
	if (before) {
		imp_cut(whole);
		while (aside->first)
			imp_move(aside->first, parent);
		imp_move(whole, parent);
		return;
	}
	if (whole->kind == IMP_ITEM)
		parent = whole;
	while (aside->first)
		imp_move(aside->first, parent);
}

/* Nothing but line ends, as a page break leaves. */
static bool is_bare(const struct imp_node *para)
{
	for (const struct imp_node *n = para->first; n; n = n->next)
		if (n->kind != IMP_LINE)
			return false;
	return true;
}

static void drop_empty(struct imp_node *para)
{
	struct imp_node *whole = whole_of(para);
	if (!is_bare(para) || para->kind == IMP_HEADING)
		return;
	imp_cut(para);
	if (whole != para && !whole->first)
		imp_cut(whole);
}

/* A section that does not go on on the same page, or a page break, ends a page. */
static void end_page(struct docx *d, const struct mk *ppr, struct imp_node *to)
{
	const struct mk *section = mk_child(ppr, "w:sectPr");
	const char *type = mk_val(section, "w:type");
	if (d->page_break || (section && !(type && !strcmp(type, "continuous"))))
		imp_add(d->f, to, IMP_PAGE);
	d->page_break = false;
}

/* The mark of the paragraph was deleted, or it is a letter set large: what follows stands in the same paragraph. */
static bool goes_on(const struct mk *ppr)
{
	const char *drop = mk_get(mk_child(ppr, "w:framePr"), "w:dropCap");
	return mk_find(ppr, "w:rPr/w:del") || mk_find(ppr, "w:rPr/w:moveFrom") || (drop && strcmp(drop, "none"));
}

static void join(struct docx *d, const struct mk *ppr, struct imp_node *para)
{
	const struct mk *mark = mk_find(ppr, "w:rPr/w:del");
	mark = mark ? mark : mk_find(ppr, "w:rPr/w:moveFrom");
	if (mark)
		imp_add(d->f, docx_change(d, para, IMP_DELETED, mark), IMP_LINE);
	if (mark)
		imp_add_text(d->f, para, " ", 1, 0); /* or the words beside the mark would become one */
	d->joined = para;
}

/* All it says was deleted: what follows has a paragraph of its own, and the look of that. */
static bool is_gone(const struct imp_node *para)
{
	for (const struct imp_node *c = para->first; c; c = c->next) {
		const bool deleted = c->change == IMP_DELETED || c->change == IMP_MOVED_FROM;
		if (!deleted && (c->kind == IMP_NOTE || c->kind == IMP_PICTURE || shows(c)))
			return false;
	}
	return para->first;
}

static void paragraph(struct docx *d, const struct mk *at, struct imp_node *to)
{
	struct para p = {0};
	struct imp_node *n = d->joined, *outer = d->aside, aside = {.kind = IMP_DOC};
	d->block++;
	if (!n || whole_of(n)->parent != to || is_gone(n)) {
		p = look(d, at);
		n = open_para(d, &p, to);
	} else {
		p.ppr = mk_child(at, "w:pPr");
	}
	d->joined = NULL;
	d->aside = &aside;
	struct imp_node *in = docx_in_fields(d, n);
	if (d->row_change)
		in = docx_change(d, in, d->row_change, d->row_mark);
	const struct mk *ppr = mk_child(at, "w:pPr");
	const struct docx_style *st = docx_style(d->styles, mk_val(ppr, "w:pStyle"));
	d->shaded = st->shaded || docx_is_shaded(ppr);
	docx_inlines(d, at, in, st->marks & (IMP_HIDDEN | IMP_WHITE));
	d->shaded = false;
	d->aside = outer;
	if (goes_on(p.ppr))
		join(d, p.ppr, n);
	if (aside.first)
		place_aside(n, &aside, !shows(n) || aside.head);
	if (!d->joined)
		drop_empty(n);
	end_page(d, p.ppr, to);
}

/* ---- what holds blocks */

static bool is_toc_control(const struct mk *sdt)
{
	const char *gallery = mk_val(sdt, "w:sdtPr/w:docPartObj/w:docPartGallery");
	return gallery && !strncasecmp(gallery, "Table of", 8);
}

static void contents(struct docx *d, const struct mk *sdt, struct imp_node *to)
{
	struct imp_node *toc = imp_add(d->f, to, IMP_TOC);
	docx_blocks(d, mk_child(sdt, "w:sdtContent"), toc);
	for (struct imp_node *n = toc->first, *next; n; n = next) { /* contents in contents */
		next = n->next;
		if (n->kind != IMP_TOC)
			continue;
		while (n->first) {
			struct imp_node *one = n->first;
			imp_move(one, toc);
		}
		imp_cut(n);
	}
	if (!toc->first)
		imp_cut(toc);
}

static bool holds_blocks(const struct mk *n)
{
	for (const struct mk *x = n; x; x = mk_after(x, n))
		if (mk_is(x, "w:p") || mk_is(x, "w:tbl"))
			return true;
	return false;
}

static bool is_silent(const struct mk *n)
{
	static const char *const none[] = {"w:sectPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:bookmarkEnd", "w:proofErr",
		"w:permStart", "w:permEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:customXmlPr", "w:pPr",
		"w:bookmarkStart", NULL};
	for (size_t i = 0; none[i]; i++)
		if (mk_is(n, none[i]))
			return true;
	return !n->name;
}

/* Lines where blocks should be: a paragraph of their own. */
static void loose(struct docx *d, const struct mk *n, struct imp_node *to)
{
	struct mk *next, shell = mk_alone(n, "w:p", &next);
	struct imp_node *p = imp_add(d->f, to, IMP_PARA);
	struct imp_node *outer = d->aside, aside = {.kind = IMP_DOC};
	d->aside = &aside;
	docx_inlines(d, &shell, p, 0);
	mk_rejoin(n, next);
	d->aside = outer;
	if (aside.first)
		place_aside(p, &aside, !shows(p));
	drop_empty(p);
}

/* Blocks in a mark that says somebody put them in or took them out. */
static void changed_blocks(struct docx *d, const struct mk *n, struct imp_node *to)
{
	static const struct { const char *name; enum imp_change is; } marks[] = {{"w:ins", IMP_INSERTED},
		{"w:del", IMP_DELETED}, {"w:moveFrom", IMP_MOVED_FROM}, {"w:moveTo", IMP_MOVED_TO}};
	enum imp_change was = d->row_change;
	const struct mk *mark = d->row_mark;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (mk_is(n, marks[i].name)) {
			d->row_change = marks[i].is;
			d->row_mark = n;
		}
	docx_blocks(d, n, to);
	d->row_change = was;
	d->row_mark = mark;
}

void docx_blocks(struct docx *d, const struct mk *parent, struct imp_node *to)
{
	for (const struct mk *n = parent ? parent->first : NULL; n; n = n->next) {
		if (is_silent(n))
			continue;
		if (mk_is(n, "w:p"))
			paragraph(d, n, to);
		else if (mk_is(n, "w:tbl"))
			docx_table(d, n, to);
		else if (mk_is(n, "w:altChunk"))
			chunk(d, n, to);
		else if (mk_is(n, "w:sdt") && is_toc_control(n))
			contents(d, n, to);
		else if (mk_is(n, "mc:AlternateContent"))
			docx_blocks(d, docx_alternate(n), to);
		else if (holds_blocks(n))
			changed_blocks(d, n, to);
		else
			loose(d, n, to);
	}
}

/* ---- notes */

static bool holds(const char *const *list, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(list[i], key))
			return true;
	return false;
}

enum { NOTES_DEEP = 16 };

void docx_note(struct docx *d, const struct mk *reference, struct imp_node *to, bool endnote)
{
	const char *id = mk_get(reference, "w:id"), *kind = endnote ? "Endnote" : "Fußnote";
	const struct docx_side *side = endnote ? &d->endnotes : &d->footnotes;
	const struct mk *note = imp_child_called(d->o, side->root, endnote ? "w:endnote" : "w:footnote", "w:id",
		id);
	if (!note) {
		imp_lose(d->f, mem_fmt(d->m, "%s ohne Text", kind), id ? id : "ohne Nummer");
		return;
	}
	const char *key = mem_fmt(d->m, "%s %s", kind, id);
	if (holds(d->open_notes, d->nopen, key)) {
		imp_lose(d->f, mem_fmt(d->m, "%s, die auf sich selbst zeigt", kind), id);
		return;
	}
	if (imp_index_get(&d->used, NULL, key)) {
		imp_lose(d->f, mem_fmt(d->m, "%s, die an zwei Stellen steht", kind), id);
		return;
	}
	if (d->nopen >= NOTES_DEEP) {                  /* its text is told with those that have no mark */
		imp_lose(d->f, mem_fmt(d->m, "%s in einer Kette von Noten, die zu lang ist", kind), id);
		return;
	}
	MEM_ROOM_IN(d->m, d->open_notes, d->nopen, d->capopen);
	d->open_notes[d->nopen++] = key;
	imp_index_put(d->m, &d->used, NULL, key, key);
	struct imp_node *n = imp_add(d->f, to, IMP_NOTE);
	n->style = kind;
	docx_side_blocks(d, side, note, n);
	d->nopen--;
}

static void left_of(struct docx *d, const struct mk *all, const char *name, const char *kind)
{
	for (const struct mk *n = all ? all->first : NULL; n; n = n->next) {
		const char *id = mk_get(n, "w:id"), *type = mk_get(n, "w:type");
		if (!mk_is(n, name) || !id || (type && strcmp(type, "normal")))
			continue;
		if (!imp_index_get(&d->used, NULL, mem_fmt(d->m, "%s %s", kind, id)) && *mk_text(d->m, n))
			imp_lose(d->f, mem_fmt(d->m, "%s ohne Zeichen im Text", kind), mk_text(d->m, n));
	}
}

void docx_notes_left(struct docx *d)
{
	left_of(d, d->footnotes.root, "w:footnote", "Fußnote");
	left_of(d, d->endnotes.root, "w:endnote", "Endnote");
}

/* ---- comments */

/* What Word 2012 says of the thread a comment stands in, by the id of its last paragraph. */
static const struct mk *thread_of(struct docx *d, const struct mk *comment)
{
	const char *id = NULL;
	for (const struct mk *p = comment->first; p; p = p->next)
		if (mk_get(p, "w14:paraId"))
			id = mk_get(p, "w14:paraId");
	return imp_child_called(d->o, d->comments_more.root, NULL, "w15:paraId", id);
}

void docx_comment(struct docx *d, const char *id, struct imp_node *to)
{
	const struct mk *c = imp_child_called(d->o, d->comments.root, "w:comment", "w:id", id);
	const char *key = id ? mem_fmt(d->m, "Kommentar %s", id) : NULL;
	if (!c || imp_index_get(&d->used, NULL, key))
		return;
	imp_index_put(d->m, &d->used, NULL, key, key);
	struct imp_node *n = imp_add(d->f, to, IMP_COMMENT);
	const struct mk *thread = thread_of(d, c);
	const char *done = mk_get(thread, "w15:done");
	n->author = mk_get(c, "w:author");
	n->when = mk_get(c, "w:date");
	n->name = mem_dup(d->m, id);
	n->done = done && (*done == '1' || *done == 't');
	docx_side_blocks(d, &d->comments, c, n);
}

void docx_comments_left(struct docx *d, struct imp_node *to)
{
	struct imp_node *p = NULL;
	for (const struct mk *c = d->comments.root ? d->comments.root->first : NULL; c; c = c->next) {
		const char *id = mk_get(c, "w:id");
		if (!mk_is(c, "w:comment") || !id || imp_index_get(&d->used, NULL, mem_fmt(d->m, "Kommentar %s", id)))
			continue;
		p = p ? p : imp_add(d->f, to, IMP_PARA);
		docx_comment(d, id, p);
	}
}
