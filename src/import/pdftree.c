/* pdftree.c: the structure of a tagged PDF as `pdfinfo -struct-text` prints it: an element a line, indented by two
 * blanks a level, its attributes below it with a slash, its text in quotes. */
#include <stdlib.h>
#include <string.h>

#include "import/formats.h"
#include "import/net.h"
#include "import/pdf.h"

enum { DEEP = 128 };

struct level {
	struct imp_node *node;                         /* takes what stands below; NULL: what is above it takes it */
	unsigned marks;
};

struct tree {
	struct imp_flow *flow;
	struct level at[DEEP];
	const char *p, *end;
	int no;                                        /* of the line */
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

static struct imp_node *add(struct tree *t, struct imp_node *to, enum imp_kind kind)
{
	struct imp_node *n = imp_add(t->flow, to, kind);
	n->line = t->no;
	return n;
}

static struct imp_node *table_part(struct tree *t, const char *name, struct imp_node *up)
{
	if (!strcmp(name, "Table"))
		return add(t, block_host(up), IMP_TABLE);
	if (!strcmp(name, "TR") && up->kind == IMP_TABLE) {
		struct imp_node *r = add(t, up, IMP_ROW);
		return r;
	}
	if ((!strcmp(name, "TH") || !strcmp(name, "TD")) && up->kind == IMP_ROW) {
		struct imp_node *c = add(t, up, IMP_CELL);
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
	struct imp_node *i = add(t, block_host(up), IMP_ITEM);
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
		n = add(t, block_host(up), IMP_HEADING);
		n->level = name[1] ? atoi(name + 1) : 1;
	} else if (!strcmp(name, "Title")) {
		n = add(t, block_host(up), IMP_PARA);
		n->style = "Title";
	} else if (among(name, paras)) {
		n = add(t, block_host(up), IMP_PARA);
	} else if (!strcmp(name, "Caption")) {
		n = add(t, block_host(up), IMP_CAPTION);
	} else if (!strcmp(name, "TOC")) {
		n = up->kind == IMP_TOC ? NULL : add(t, block_host(up), IMP_TOC);
	} else if (!strcmp(name, "BlockQuote")) {
		n = add(t, block_host(up), IMP_QUOTE);
	} else if (!strcmp(name, "Note") || !strcmp(name, "FENote")) {
		n = add(t, up, IMP_NOTE);
	} else if (!strcmp(name, "Figure")) {
		n = add(t, block_host(up), IMP_BOX);
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
	if (strcmp(name, "Object"))
		t->at[depth].node = open_element(t, name, above(t, depth));
	const struct imp_node *up = above(t, depth);
	if (!strcmp(name, "Lbl") && (up->kind == IMP_ITEM || up->kind == IMP_NOTE || up->kind == IMP_HEADING))
		/* a mark for text(): what it holds is a label */
		t->at[depth].node = add(t, above(t, depth), IMP_ANCHOR);
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
	of->label = mem_str(t->flow->mem, s, n);
	of->typed_label = of->label[strspn(of->label, "-* ")] && (unsigned char)*of->label < 0x80;
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
		to = last && last->kind == IMP_PARA ? last : add(t, to, IMP_PARA);
	}
	imp_add_text(t->flow, to, s, n, marks_above(t, depth));
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
		text(t, s + 1, n && s[n] == '"' ? n - 1 : n, depth);
	} else if (*s == '/') {
		attribute(t, s, depth);
	} else if (e > s) {
		forget_from(t, depth);
		element(t, s, (size_t)(e - s), depth);
	}
	t->p = e < t->end ? e + 1 : t->end;
}

/* "2.1 Wohnraum": a number that stood in the text of a heading. */
static void cut_number(struct imp_flow *f, struct imp_node *h)
{
	struct imp_node *t = h->first;
	size_t n = t && t->kind == IMP_TEXT ? strspn(t->text, "0123456789.") : 0;
	if (!n || n > 8 || t->text[n] != ' ' || !t->text[n + 1] || h->label)
		return;
	h->label = mem_str(f->mem, t->text, n);
	h->typed_label = true;
	t->text = mem_dup(f->mem, t->text + n + strspn(t->text + n, " "));
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
			cut_number(f, n);
		if (n->kind == IMP_BOX && !n->first)
			n->kind = IMP_PICTURE;
		if (n->kind == IMP_ANCHOR && !n->target && n->parent && !n->first) {
			imp_cut(n);
		}
	}
}

enum imp_refusal imp_pdftree(struct imp_flow *f, const char *data, size_t n)
{
	struct tree t = {.flow = f, .p = mem_str(f->mem, data, n)};
	const char *pages = memmem(data, n, PDF_PAGES, strlen(PDF_PAGES));
	t.end = t.p + (pages ? (size_t)(pages - data) : n);
	f->format = "pdf";
	while (t.p < t.end)
		read_line(&t);
	settle(f);
	if (pages)
		imp_net_pages(f, pages + strlen(PDF_PAGES), (size_t)(data + n - pages) - strlen(PDF_PAGES));
	return IMP_TAKEN;
}

enum imp_refusal imp_pdfpages(struct imp_flow *f, const char *data, size_t n)
{
	enum imp_refusal r = imp_text(f, data, n);
	f->format = "pdf";
	return r;
}
