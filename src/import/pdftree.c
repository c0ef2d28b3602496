/* pdftree.c: the structure of a tagged PDF as `pdfinfo -struct-text` prints it: an element a line, indented by two
 * blanks a level, its attributes below it with a slash, its text in quotes. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/formats.h"
#include "import/net.h"
#include "import/pdf.h"
#include "import/hyphen.h"
#include "import/pdffill.h"
#include "import/pdfjoin.h"
#include "import/pdfmatch.h"
#include "import/pdfnumber.h"

enum { DEEP = 128 };

struct level {
	struct imp_node *node;                         /* takes what stands below; NULL: what is above it takes it */
	unsigned marks;
	bool list;                                     /* a list, whose parts are its items, whatever they are called */
};

struct tree {
	struct imp_flow *flow;
	struct level at[DEEP];
	const char *p, *end;
	int no;                                        /* of the line */
	const struct pdf_joins *joins;
	const char *before;                            /* the text of the line above, in the same element; NULL */
	const struct imp_node *open;                   /* the paragraph of the last text, its last word and node */
	struct imp_node *last;
	const char *tail;
};

static size_t indent_of(const char *p)
{
	return strspn(p, " ");
}

static struct imp_node *above(const struct tree *t, size_t depth)
{
	while (depth > 0 && !t->at[depth - 1].node)
		depth--;
	return depth ? t->at[depth - 1].node : t->flow->root;
}

static unsigned marks_above(const struct tree *t, size_t depth)
{
	return depth ? t->at[depth - 1].marks : 0;
}

static bool among(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(name, *names))
			return true;
	return false;
}

static bool is_inline_host(enum imp_kind k)
{
	return k == IMP_PARA || k == IMP_HEADING || k == IMP_CAPTION || k == IMP_LINK;
}

/* The nearest block that takes blocks: of a table only its cells do. */
static struct imp_node *block_host(struct imp_node *n)
{
	while (is_inline_host(n->kind) || n->kind == IMP_TABLE || n->kind == IMP_ROW)
		n = n->parent;
	return n;
}

static struct imp_node *add_node(struct tree *t, struct imp_node *to, enum imp_kind kind)
{
	struct imp_node *n = imp_add(t->flow, to, kind);
	n->line = t->no;
	return n;
}

static struct imp_node *table_part(struct tree *t, const char *name, struct imp_node *up)
{
	if (!strcmp(name, "Table"))
		return add_node(t, block_host(up), IMP_TABLE);
	if (!strcmp(name, "TR") && up->kind == IMP_TABLE) {
		struct imp_node *r = add_node(t, up, IMP_ROW);
		return r;
	}
	if ((!strcmp(name, "TH") || !strcmp(name, "TD")) && up->kind == IMP_ROW) {
		struct imp_node *c = add_node(t, up, IMP_CELL);
		c->head = name[1] == 'H';
		return c;
	}
	return NULL;
}

static struct imp_node *list_part(struct tree *t, const char *name, struct imp_node *up)
{
	int level = 1;
	for (const struct imp_node *n = up; n; n = n->parent)
		level += n->kind == IMP_ITEM;
	if (strcmp(name, "LI"))
		return NULL;
	struct imp_node *i = add_node(t, block_host(up), IMP_ITEM);
	i->level = level;
	return i;
}

/* Opens an element: what takes its content, or NULL for one that only groups. */
static struct imp_node *open_element(struct tree *t, const char *name, struct imp_node *up)
{
	static const char *const paras[] = {"P", "TOCI", "BibEntry", "Index", "Formula", NULL};
	struct imp_node *n = table_part(t, name, up);
	if (n || (n = list_part(t, name, up)))
		return n;
	if (name[0] == 'H' && (!name[1] || (name[1] >= '1' && name[1] <= '9'))) {
		n = add_node(t, block_host(up), IMP_HEADING);
		n->level = name[1] ? atoi(name + 1) : 1;
	} else if (!strcmp(name, "Title")) {
		n = add_node(t, block_host(up), IMP_PARA);
		n->style = "Title";
	} else if (among(name, paras)) {
		n = add_node(t, block_host(up), IMP_PARA);
	} else if (!strcmp(name, "Caption")) {
		n = add_node(t, block_host(up), IMP_CAPTION);
	} else if (!strcmp(name, "TOC")) {
		n = up->kind == IMP_TOC ? NULL : add_node(t, block_host(up), IMP_TOC);
	} else if (!strcmp(name, "BlockQuote")) {
		n = add_node(t, block_host(up), IMP_QUOTE);
	} else if (!strcmp(name, "Note") || !strcmp(name, "FENote")) {
		n = add_node(t, up, IMP_NOTE);
	} else if (!strcmp(name, "Figure")) {
		n = add_node(t, block_host(up), IMP_BOX);
	}
	return n;
}

static unsigned marks_of(const char *name)
{
	return !strcmp(name, "Strong") ? IMP_BOLD : !strcmp(name, "Em") ? IMP_ITALIC : !strcmp(name, "Code") ? IMP_MONO
		: 0;
}

static void element(struct tree *t, const char *s, size_t n, size_t depth)
{
	char name[32] = "";
	size_t len = strcspn(s, " :\n");
	if (len >= sizeof name || depth >= DEEP || len > n)
		return;
	memcpy(name, s, len);
	t->at[depth].marks = marks_above(t, depth) | marks_of(name);
	t->at[depth].node = NULL;
	t->at[depth].list = !strcmp(name, "L");
	if (depth && t->at[depth - 1].list && !strcmp(name, "NonStruct"))
		strcpy(name, "LI");
	if (strcmp(name, "Object"))
		t->at[depth].node = open_element(t, name, above(t, depth));
	const struct imp_node *up = above(t, depth);
	if (!strcmp(name, "Lbl") && (up->kind == IMP_ITEM || up->kind == IMP_NOTE || up->kind == IMP_HEADING))
		/* a mark for text(): what it holds is a label; a sign that is drawn has none */
		t->at[depth].node = add_node(t, above(t, depth), IMP_ANCHOR);
	if (t->at[depth].node && up->kind == IMP_ITEM && !up->label && t->at[depth].node->kind == IMP_ANCHOR)
		t->at[depth].node->parent->label = "•";
}

static void attribute(struct tree *t, const char *s, size_t depth)
{
	struct imp_node *n = above(t, depth);
	if (n->kind != IMP_CELL)
		return;
	if (!strncmp(s, "/ColSpan ", 9))
		n->cols = atoi(s + 9) > 0 ? atoi(s + 9) : 1;
	else if (!strncmp(s, "/RowSpan ", 9))
		n->rows = atoi(s + 9) > 0 ? atoi(s + 9) : 1;
}

static bool has_letter(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] > ' ')
			return true;
	return false;
}

/* The label of an item or a note: it stood in the text. */
static void label(struct tree *t, struct imp_node *lbl, const char *s, size_t n)
{
	struct imp_node *of = lbl->parent;
	imp_cut(lbl);
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\n'))
		n--;
	of->label = u8_valid(s, n) ? mem_str(t->flow->mem, s, n) : "•";  /* a sign of a font that names none */
	of->typed_label = of->label[strspn(of->label, "-* ")] && (unsigned char)*of->label < 0x80;
}

static const struct imp_node *paragraph_of(const struct imp_node *n)
{
	while (n->kind == IMP_LINK)
		n = n->parent;
	return n;
}

/* Where a text goes on that ended with a line of the page: a blank, or no hyphen any more. */
static void meet(struct tree *t, const struct imp_node *to, struct buf *b, const char *s, size_t n)
{
	const size_t first = strcspn(s, " \n\"");
	if (!t->joins || !t->tail || !*t->tail || t->open != paragraph_of(to) || !first || !n)
		return;
	const enum pdf_meeting how = pdf_meet(t->joins, t->tail, s, first < n ? first : n);
	const size_t len = strlen(t->last->text);
	if (how == PDF_APART)
		buf_chr(b, ' ');
	else if (how == PDF_HYPHENED && len && t->last->text[len - 1] == '-')
		t->last->text = mem_str(t->flow->mem, t->last->text, len - 1);
	else if (how == PDF_DOUBTFUL)
		t->last->text = mem_fmt(t->flow->mem, "%s%c", t->last->text, HYPHEN_MARK);
}

static void remember(struct tree *t, const struct imp_node *to, struct imp_node *added)
{
	if (!added)
		return;
	const char *blank = strrchr(added->text, ' ');
	const bool goes_on = !blank && t->tail && t->open == paragraph_of(to);
	t->tail = goes_on ? mem_fmt(t->flow->mem, "%s%s", t->tail, added->text) : blank ? blank + 1 : added->text;
	t->open = paragraph_of(to);
	t->last = added;
}

static void text(struct tree *t, const char *s, size_t n, size_t depth)
{
	struct imp_node *to = above(t, depth);
	if (!has_letter(s, n) && !is_inline_host(to->kind))
		return;
	if (to->kind == IMP_ANCHOR) {
		size_t at = depth;
		while (at && t->at[at - 1].node != to)
			at--;
		if (at)
			t->at[at - 1].node = NULL;
		label(t, to, s, n);
		return;
	}
	if (!is_inline_host(to->kind)) {
		to = block_host(to);
		struct imp_node *last = to->last;
		to = last && last->kind == IMP_PARA ? last : add_node(t, to, IMP_PARA);
	}
	struct buf b = {0};
	meet(t, to, &b, s, n);
	pdf_parted_words(t->joins, &b, s, n);
	remember(t, to, imp_add_text(t->flow, to, b.data ? b.data : "", b.len, marks_above(t, depth)));
	buf_free(&b);
}

static bool in_head(const struct tree *t, size_t depth)
{
	for (const struct imp_node *n = above(t, depth); n; n = n->parent)
		if (n->kind == IMP_CELL)
			return n->head;
	return false;
}

/* A head that is set again on the next page stands twice in its cell. */
static bool is_again(struct tree *t, const char *s, size_t n, size_t depth)
{
	const char *was = t->before;
	t->before = mem_str(t->flow->mem, s, n);
	return was && in_head(t, depth) && !strcmp(was, t->before);
}

static void forget_from(struct tree *t, size_t depth)
{
	for (size_t i = depth; i < DEEP; i++)
		t->at[i] = (struct level){0};
}

/* A text in quotes may go over lines; it ends with a quote at the end of one. */
static const char *text_end(const struct tree *t, const char *s)
{
	for (const char *e = s; e < t->end; e++) {
		e = memchr(e, '\n', (size_t)(t->end - e));
		if (!e)
			return t->end;
		if (e > s && e[-1] == '"')
			return e;
	}
	return t->end;
}

static void read_line(struct tree *t)
{
	size_t blanks = indent_of(t->p), depth = blanks / 2;
	const char *s = t->p + blanks, *e = memchr(s, '\n', (size_t)(t->end - s));
	e = e ? e : t->end;
	t->no++;
	if (depth >= DEEP)
		depth = DEEP - 1;
	if (*s == '"') {
		e = text_end(t, s + 1);
		size_t n = (size_t)(e - s) - 1;
		forget_from(t, depth);
		n -= n && s[n] == '"';
		if (!is_again(t, s + 1, n, depth))
			text(t, s + 1, n, depth);
	} else if (*s == '/') {
		attribute(t, s, depth);
	} else if (e > s) {
		t->before = NULL;
		forget_from(t, depth);
		element(t, s, (size_t)(e - s), depth);
	}
	t->p = e < t->end ? e + 1 : t->end;
}

/* "• Zählung": the sign stood in the text of an item. */
static void cut_sign(struct imp_flow *f, struct imp_node *item)
{
	struct imp_node *p = item->first, *t = p && p->kind == IMP_PARA ? p->first : NULL;
	const size_t n = t && t->kind == IMP_TEXT ? strcspn(t->text, " ") : 0;
	const char *sign = n && n < 8 ? mem_str(f->mem, t->text, n) : "";
	if (item->label || !(pdf_is_sign(sign) || pdf_is_number(sign)))
		return;
	item->label = sign;
	item->typed_label = pdf_is_number(sign);
	t->text += n + strspn(t->text + n, " ");
	if (!*t->text && t->next && t->next->kind == IMP_TEXT) {
		t->next->text += strspn(t->next->text, " ");
		imp_cut(t);
	}
}

/* Rows of nothing but head cells are head rows; what is left of labels goes. */
static void settle(struct imp_flow *f)
{
	for (struct imp_node *n = f->root, *next; n; n = next) {
		next = imp_after(n, f->root);
		if (n->kind == IMP_ROW && n->first) {
			n->head = true;
			for (const struct imp_node *c = n->first; c; c = c->next)
				n->head &= c->head;
			n->head &= n->first->next != NULL || !n->next;
		}
		if (n->kind == IMP_HEADING)
			pdf_cut_number(f, n);
		if (n->kind == IMP_ITEM)
			cut_sign(f, n);
		if (n->kind == IMP_BOX && !n->first)
			n->kind = IMP_PICTURE;
		if (n->kind == IMP_ANCHOR && !n->target && n->parent && !n->first) {
			imp_cut(n);
		}
	}
}

/* ---- notes */

static const char *digits_of(struct mem *m, const struct imp_node *t)
{
	const size_t n = t && t->kind == IMP_TEXT ? strspn(t->text, "0123456789") : 0;
	return n && n < 4 ? mem_str(m, t->text, n) : NULL;
}

static struct imp_node *text_before(const struct imp_node *n)
{
	struct imp_node *t = n->prev;
	while (t && t->kind == IMP_LINK)
		t = t->last;
	return t && t->kind == IMP_TEXT ? t : NULL;
}

/* A number that is a text of its own, behind a word or its sign without a blank: it may be the mark of a note. */
static struct imp_node *mark_at(struct imp_flow *f, struct imp_node *t)
{
	const char *digits = digits_of(f->mem, t);
	const bool alone = digits && !t->text[strlen(digits)];
	struct imp_node *n = alone && t->parent->kind == IMP_LINK && !t->prev && !t->next ? t->parent : t;
	const struct imp_node *before = alone ? text_before(n) : NULL;
	const size_t len = before ? strlen(before->text) : 0;
	if (!len || strchr(" 0123456789\xA0\xAF", before->text[len - 1]))      /* a blank, one that does not break */
		return NULL;
	if (n != t) {                                  /* the link becomes the note */
		imp_cut(t);
		n->text = t->text;
		n->href = n->target = NULL;
	}
	return n;
}

/* The number that a note begins with becomes its label. */
static const char *number_of_note(struct imp_flow *f, struct imp_node *note)
{
	struct imp_node *p = note->first, *t = p ? p->first : NULL;
	const char *digits = p && imp_is_block(p->kind) ? digits_of(f->mem, t) : NULL;
	if (!digits)
		return note->label ? mem_str(f->mem, note->label, strspn(note->label, "0123456789")) : NULL;
	t->text += strlen(digits) + strspn(t->text + strlen(digits), " ");
	if (!*t->text && t->next && t->next->kind == IMP_TEXT) {
		t->next->text += strspn(t->next->text, " ");
		imp_cut(t);
	}
	p->label = digits;
	p->typed_label = true;
	return digits;
}

static bool in_note(const struct imp_node *n)
{
	while (n && n->kind != IMP_NOTE)
		n = n->parent;
	return n != NULL;
}

static void add_mark(struct mem *m, struct pdf_marks *all, struct pdf_mark mark)
{
	MEM_ROOM_IN(m, all->at, all->n, all->cap);
	all->at[all->n++] = mark;
}

static void find_notes(struct imp_flow *f)
{
	struct pdf_marks marks = {0}, notes = {0};
	int group = 1;                                 /* of notes that stand together, behind their text */
	bool in_notes = false;
	for (struct imp_node *n = f->root, *next; n; n = next) {
		next = imp_after(n, f->root);
		const char *number = n->kind == IMP_NOTE && imp_is_block(n->parent->kind) && n->parent->kind != IMP_PARA
			? number_of_note(f, n) : NULL;
		struct imp_node *mark = n->kind == IMP_TEXT && !in_note(n) ? mark_at(f, n) : NULL;
		group += in_notes && imp_is_block(n->kind) && !in_note(n);
		in_notes = in_note(n);
		if (number && *number)
			add_mark(f->mem, &notes, (struct pdf_mark){n, number, group});
		else if (mark)
			add_mark(f->mem, &marks, (struct pdf_mark){mark, mark->text, group});
	}
	pdf_match_notes(f, &marks, &notes);
}

enum imp_refusal imp_pdftree(struct imp_flow *f, const char *data, size_t n)
{
	struct tree t = {.flow = f, .p = mem_str(f->mem, data, n)};
	const char *pages = memmem(data, n, PDF_PAGES, strlen(PDF_PAGES));
	t.end = t.p + (pages ? (size_t)(pages - data) : n);
	f->format = "pdf";
	const char *text = pages ? pages + strlen(PDF_PAGES) : data + n;
	if (pages)
		t.joins = pdf_joins_of(f->mem, text, (size_t)(data + n - text));
	while (t.p < t.end)
		read_line(&t);
	if (pages)
		pdf_fill(f, imp_net_bodies(f->mem, text, (size_t)(data + n - text)));
	settle(f);
	find_notes(f);
	pdf_tell_letters(f, text, (size_t)(data + n - text));
	if (pages)
		imp_net_pages(f, text, (size_t)(data + n - text));
	return IMP_TAKEN;
}
