/* odtline.c: what stands in lines of OpenDocument: spans, links, notes, fields, changes, pictures, frames. */
#include <string.h>
#include <strings.h>

#include "import/odt.h"

/* The blank that is owed looks like what stands before it. */
static void put_blank(struct odt *d, struct imp_node *to, unsigned marks)
{
	imp_add_text(d->f, to, " ", 1, to->last && to->last->kind == IMP_TEXT ? to->last->marks : marks);
}

/* White space as OpenDocument has it: runs are one blank, none begins a paragraph (6.1.2). */
static void put_text(struct odt *d, const char *s, struct imp_node *to, unsigned marks)
{
	struct buf b = {0};
	marks = d->shaded ? marks & ~(unsigned)IMP_WHITE : marks;
	while (*s) {
		size_t blank = strspn(s, " \t\r\n"), n = strcspn(s + blank, " \t\r\n");
		d->space = d->space || blank;
		if (!n)
			break;
		if (d->space && d->begun && b.len)
			buf_chr(&b, ' ');
		else if (d->space && d->begun)
			put_blank(d, to, marks);
		buf_put(&b, s + blank, n);
		d->space = false;
		d->begun = true;
		s += blank + n;
	}
	if (b.len)
		imp_add_text(d->f, to, b.data, b.len, marks);
	buf_free(&b);
}

static void owed(struct odt *d, struct imp_node *to, unsigned marks)
{
	if (d->space && d->begun)
		put_blank(d, to, marks);
	d->space = false;
	d->begun = true;
}

/* ---- changes */

static const struct mk *region(const struct odt *d, const char *id)
{
	return imp_index_get(&d->changes, NULL, id);
}

static struct imp_node *change(struct odt *d, const struct mk *of, enum imp_change is, struct imp_node *to)
{
	const struct mk *info = mk_child(of, "office:change-info");
	const char *who = info ? mk_text(d->m, mk_child(info, "dc:creator")) : "";
	const char *when = info ? mk_text(d->m, mk_child(info, "dc:date")) : "";
	if (to->last && to->last->kind == IMP_CHANGE && to->last->change == is && to->last->author &&
		!strcmp(to->last->author, who))
		return to->last;
	struct imp_node *c = imp_add(d->f, to, IMP_CHANGE);
	c->change = is;
	c->author = who;
	c->when = *when ? when : NULL;
	return c;
}

/* Where new text goes: into the insertion that is open. */
static struct imp_node *place(struct odt *d, struct imp_node *to)
{
	return d->inserted ? change(d, d->inserted, IMP_INSERTED, to) : to;
}

static void deletion(struct odt *d, const struct mk *n, struct imp_node *to)
{
	const char *id = mk_get(n, "text:change-id");
	const struct mk *gone = mk_child(region(d, id), "text:deletion");
	void **told = gone ? imp_index_slot(d->m, &d->deleted, NULL, id) : NULL;
	if (!gone)
		return;
	if (*told) {                                   /* maybe within itself */
		imp_lose(d->f, "Streichung, die an zwei Stellen steht", id);
		return;
	}
	*told = d;
	struct imp_node *c = change(d, gone, IMP_DELETED, to);
	const struct mk *inserted = d->inserted;
	d->inserted = NULL;
	for (const struct mk *p = gone->first; p; p = p->next) {
		if (mk_is(p, "text:p") || mk_is(p, "text:h")) {
			if (c->first)
				imp_add(d->f, c, IMP_LINE);
			odt_inlines(d, p, c, 0);
		} else if (p->name && !mk_is(p, "office:change-info")) {
			odt_inlines(d, p, c, 0);
		}
	}
	d->inserted = inserted;
	if (!c->first)
		imp_cut(c);
}

static void mark_change(struct odt *d, const struct mk *n, struct imp_node *to)
{
	if (mk_is(n, "text:change"))
		deletion(d, n, to);
	else if (mk_is(n, "text:change-start"))
		d->inserted = mk_child(region(d, mk_get(n, "text:change-id")), "text:insertion");
	else
		d->inserted = NULL;
}

/* ---- what takes blocks */

struct kept {
	bool begun, space;
	struct imp_node *aside;
	const struct mk *inserted;
};

static void aside_blocks(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct kept was = {d->begun, d->space, d->aside, d->inserted};
	d->aside = NULL;
	d->inserted = NULL;
	odt_blocks(d, n, to);
	d->begun = was.begun;
	d->space = was.space;
	d->aside = was.aside;
	d->inserted = was.inserted;
}

static void note(struct odt *d, const struct mk *n, struct imp_node *to)
{
	const char *kind = mk_get(n, "text:note-class");
	struct imp_node *note = imp_add(d->f, to, IMP_NOTE);
	note->style = kind && !strcmp(kind, "endnote") ? "Endnote" : "Fußnote";
	aside_blocks(d, mk_child(n, "text:note-body"), note);
}

static void comment(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct imp_node *c = imp_add(d->f, to, IMP_COMMENT);
	const char *done = mk_get(n, "loext:resolved");
	const struct mk *who = mk_child(n, "dc:creator"), *when = mk_child(n, "dc:date");
	c->author = who ? mk_text(d->m, who) : NULL;
	c->when = when ? mk_text(d->m, when) : NULL;
	c->name = mk_get(n, "office:name");
	c->done = done && !strcmp(done, "true");
	aside_blocks(d, n, c);
}

static const char *text_of(struct odt *d, const struct mk *n, const char *name)
{
	const char *s = mk_child(n, name) ? mk_text(d->m, mk_child(n, name)) : "";
	return *s ? s : NULL;
}

static struct imp_node *named_picture(struct odt *d, const struct mk *frame, struct imp_node *to)
{
	struct imp_node *p = imp_add(d->f, to, IMP_PICTURE);
	const char *desc = text_of(d, frame, "svg:desc"), *title = text_of(d, frame, "svg:title");
	p->alt = desc && title && !strstr(desc, title) ? mem_fmt(d->m, "%s: %s", title, desc) : desc ? desc : title;
	return p;
}

static void picture(struct odt *d, const struct mk *frame, const struct mk *image, struct imp_node *to)
{
	struct imp_node *p = named_picture(d, frame, to);
	const char *href = mk_get(image, "xlink:href");
	if (href && strstr(href, "://"))
		imp_lose(d->f, "Bild von außerhalb, nicht abgerufen", href);
	else if (href)
		imp_picture(d->o, p, imp_zip_resolve(d->m, "", href));
}

static void box(struct odt *d, const struct mk *n, struct imp_node *to)
{
	struct imp_node *b = imp_add(d->f, d->aside ? d->aside : to, IMP_BOX);
	if (d->aside && !d->begun)
		d->aside->head = true;                     /* it stands before the paragraph */
	aside_blocks(d, n, b);
	if (!b->first)
		imp_cut(b);
}

static bool is_shape(const struct mk *n)
{
	return n->name && !strncmp(n->name, "draw:", 5);
}

static bool holds_paragraph(const struct mk *n)
{
	for (const struct mk *x = n; x; x = mk_after(x, n))
		if (mk_is(x, "text:p") || mk_is(x, "text:h"))
			return true;
	return false;
}

/* What a program for formulas says in signs and words: a fraction with its stroke, without how it was typed. */
static void formula(struct odt *d, const struct mk *n, struct imp_node *to)
{
	const bool fraction = mk_is(n, "?:mfrac");
	for (const struct mk *c = n->first, *before = NULL; c; c = c->next) {
		if (c->name && before && fraction)
			imp_add_text(d->f, to, "/", 1, 0);
		before = c->name ? c : before;
		if (c->name && !mk_is(c, "?:annotation")) {
			formula(d, c, to);
			continue;
		}
		const char *s = c->text ? buf_line(d->m, c->text) : "";
		const char *shown = strlen(s) > 1 ? mem_fmt(d->m, "%s ", s) : s;     /* words come by letters */
		imp_add_text(d->f, to, shown, strlen(shown), 0);
	}
}

/* An object in a part of its own: a chart's titles and the table of what it shows, a formula, a sheet, a text. */
static bool part_object(struct odt *d, const struct mk *n, const struct mk *frame, struct imp_node *to)
{
	static const char *const bodies[] = {"office:body/office:chart", "office:body/office:spreadsheet",
		"office:body/office:text", "office:body/office:drawing"};
	const char *href = mk_get(n, "xlink:href");
	const char *part = href && !strstr(href, "://") ? imp_zip_resolve(d->m, "", href) : NULL;
	const struct mk *content = part && d->o->zip ? imp_part(d->o, mem_fmt(d->m, "%s/content.xml", part)) : NULL;
	if (mk_is(content, "?:math")) {
		formula(d, content, to);
		return true;
	}
	for (size_t i = 0; content && i < sizeof bodies / sizeof *bodies; i++) {
		const struct mk *body = mk_find(content, bodies[i]);
		if (!body || !holds_paragraph(body))
			continue;
		struct imp_node *p = named_picture(d, frame, to);
		p->alt = p->alt ? p->alt : i ? "[OBJECT]" : "[CHART]";
		box(d, body, to);
		return true;
	}
	return false;
}

/* A frame holds one thing in several forms: the first that says something is taken. */
static void frame(struct odt *d, const struct mk *n, struct imp_node *to)
{
	for (const struct mk *c = n->first; c; c = c->next) {
		if (mk_is(c, "draw:text-box")) {
			box(d, c, to);
			return;
		}
		if (mk_is(c, "draw:image")) {
			picture(d, n, c, to);
			if (holds_paragraph(c))
				box(d, c, to);
			return;
		}
		if (mk_is(c, "draw:object") && part_object(d, c, n, to))
			return;
		if (mk_is(c, "draw:object") || mk_is(c, "draw:object-ole"))
			imp_lose(d->f, "eingebettetes Objekt", mk_get(c, "xlink:href") ? mk_get(c, "xlink:href") : "");
		if (mk_is(c, "draw:object") && holds_paragraph(c)) {
			box(d, c, to);
			return;
		}
		if (mk_is(c, "draw:object") && *mk_text(d->m, c)) {          /* a formula */
			struct mk *next, shell = mk_alone(c, "text:p", &next);
			odt_inlines(d, &shell, to, 0);
			mk_rejoin(c, next);
			return;
		}
	}
}

static void put_value(struct odt *d, const struct mk *control, const char *name, struct imp_node *to)
{
	const char *s = mk_get(control, name);
	if (s && *s)
		imp_add_text(d->f, to, mem_fmt(d->m, " %s", s), strlen(s) + 1, 0);
}

/* A field of a form: what stands beside and in it. */
static void control(struct odt *d, const struct mk *n, struct imp_node *to)
{
	const char *id = mk_get(n, "draw:control");
	const struct mk *is = id ? imp_index_get(&d->controls, NULL, id) : NULL;
	static const char *const says[] = {"form:label", "form:current-value", "form:title", NULL};
	for (const char *const *name = says; is && *name; name++)
		put_value(d, is, *name, to);
}

static void shape(struct odt *d, const struct mk *n, struct imp_node *to)
{
	if (mk_is(n, "draw:frame"))
		frame(d, n, to);
	else if (mk_is(n, "draw:control"))
		control(d, n, to);
	else if (mk_is(n, "draw:g") || mk_is(n, "draw:a"))
		for (const struct mk *c = n->first; c; c = c->next) {
			if (is_shape(c))
				shape(d, c, to);
		}
	else if (holds_paragraph(n))
		box(d, n, to);
}

/* ---- one element */

static void link_to(struct odt *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	const char *href = mk_get(n, "xlink:href");
	owed(d, to, marks);
	d->begun = false;
	struct imp_node *a = imp_add(d->f, place(d, to), IMP_LINK);
	if (href && *href == '#')
		a->target = href + 1;
	else
		a->href = href ? href : "";
	odt_inlines(d, n, a, marks);
	d->begun = true;
	if (!a->first)
		imp_cut(a);
}

static void field(struct odt *d, const struct mk *n, const char *instruction, struct imp_node *to, unsigned marks)
{
	owed(d, to, marks);
	struct imp_node *f = imp_add(d->f, place(d, to), IMP_FIELD);
	f->text = instruction;
	odt_inlines(d, n, f, marks);
}

static bool is_reference(const struct mk *n)
{
	return mk_is(n, "text:bookmark-ref") || mk_is(n, "text:reference-ref") || mk_is(n, "text:sequence-ref") ||
		mk_is(n, "text:note-ref");
}

static void blanks(struct odt *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	int c = mk_int(n, "text:c", 1);
	for (int i = 0; i < c && i < 1000; i++)
		imp_add_text(d->f, place(d, to), " ", 1, marks);
	d->begun = true;
	d->space = false;
}

static bool is_silent(const struct mk *n)
{
	static const char *const none[] = {"text:bookmark-end", "text:reference-mark-end", "office:annotation-end",
		"text:note-citation", "dc:creator", "dc:date", "meta:creator-initials", "text:tracked-changes",
		"text:alphabetical-index-mark-end", "text:toc-mark-end", "office:change-info", "svg:title", "svg:desc",
		NULL};
	for (size_t i = 0; none[i]; i++)
		if (mk_is(n, none[i]))
			return true;
	return false;
}

static bool sign(struct odt *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	if (mk_is(n, "text:s")) {
		blanks(d, n, to, marks);
	} else if (mk_is(n, "text:tab")) {
		imp_add(d->f, place(d, to), IMP_TAB);
		d->begun = d->space = false;
	} else if (mk_is(n, "text:line-break")) {
		imp_add(d->f, place(d, to), IMP_LINE);
		d->begun = true;                           /* a blank behind it is one */
		d->space = false;
	} else if (mk_is(n, "text:soft-page-break")) {
		d->page++;
	} else if (mk_is(n, "text:bookmark") || mk_is(n, "text:bookmark-start") ||
		mk_is(n, "text:reference-mark-start") || mk_is(n, "text:reference-mark")) {
		imp_add(d->f, to, IMP_ANCHOR)->target = mk_get(n, "text:name");
	} else {
		return false;
	}
	return true;
}

/* Of an index or of contents, whose words are not shown where they stand. */
static void name_entry(struct odt *d, const struct mk *n)
{
	const char *entry = mk_get(n, "text:string-value");
	if (entry && (mk_is(n, "text:alphabetical-index-mark") || mk_is(n, "text:toc-mark") ||
		mk_is(n, "text:user-index-mark")))
		imp_lose(d->f, "Eintrag eines Verzeichnisses", entry);
}

static void element(struct odt *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	name_entry(d, n);
	if (is_silent(n) || sign(d, n, to, marks))
		return;
	if (mk_is(n, "text:span")) {
		const struct odt_style *s = odt_style(d, "text", mk_get(n, "text:style-name"));
		odt_inlines(d, n, to, (marks & ~s->unmarks) | s->marks);
	} else if (mk_is(n, "text:a")) {
		link_to(d, n, to, marks);
	} else if (mk_is(n, "text:note")) {
		note(d, n, to);
	} else if (mk_is(n, "office:annotation")) {
		comment(d, n, to);
	} else if (is_reference(n)) {
		const char *name = mk_get(n, "text:ref-name"), *format = mk_get(n, "text:reference-format");
		const bool number = format && (!strncmp(format, "number", 6) || !strcmp(format, "chapter"));
		field(d, n, mem_fmt(d->m, number ? "REF %s \\r" : "REF %s", name ? name : ""), to, marks);
	} else if (mk_is(n, "text:sequence")) {
		const char *name = mk_get(n, "text:name"), *anchor = mk_get(n, "text:ref-name");
		if (anchor)
			imp_add(d->f, to, IMP_ANCHOR)->target = anchor;
		field(d, n, mem_fmt(d->m, "SEQ %s", name ? name : ""), to, marks);
	} else if (!strncmp(n->name, "text:change", 11)) {
		mark_change(d, n, to);
	} else if (is_shape(n)) {
		shape(d, n, place(d, to));
	} else if (mk_is(n, "text:p") || mk_is(n, "text:h")) {
		imp_add(d->f, to, IMP_LINE);
		d->begun = d->space = false;
		odt_inlines(d, n, to, marks);
	} else {
		odt_inlines(d, n, to, marks);
	}
}

void odt_inlines(struct odt *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	for (const struct mk *c = n ? n->first : NULL; c; c = c->next) {
		if (c->text)
			put_text(d, c->text, place(d, to), marks);
		else
			element(d, c, to, marks);
	}
}
