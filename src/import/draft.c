/* draft.c: the tree an import writes, and its XML: two blanks a level, a block a line, running text folded. */
#include "import/draft.h"

#include <string.h>

#include "base/esc.h"

enum { WIDTH = 140 };

/* ---- the tree ---- */

struct draft *draft_new(struct mem *m, const char *name)
{
	struct draft *d = MEM_NEW(m, struct draft);
	d->name = name;
	return d;
}

void draft_put(struct draft *parent, struct draft *child)
{
	child->parent = parent;
	child->prev = parent->last;
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void draft_before(struct draft *s, struct draft *d)
{
	d->parent = s->parent;
	d->prev = s->prev;
	d->next = s;
	if (s->prev)
		s->prev->next = d;
	else
		s->parent->first = d;
	s->prev = d;
}

void draft_cut(struct draft *d)
{
	if (!d->parent)
		return;
	if (d->prev)
		d->prev->next = d->next;
	else
		d->parent->first = d->next;
	if (d->next)
		d->next->prev = d->prev;
	else
		d->parent->last = d->prev;
	d->parent = d->prev = d->next = NULL;
}

struct draft *draft_add(struct mem *m, struct draft *parent, const char *name)
{
	struct draft *d = draft_new(m, name);
	draft_put(parent, d);
	return d;
}

static void add_text(struct mem *m, struct draft *d, const char *s, bool ours)
{
	if (!*s)
		return;
	struct draft *t = draft_add(m, d, NULL);
	t->text = mem_dup(m, s);
	t->ours = ours;
}

void draft_text(struct mem *m, struct draft *d, const char *s)
{
	add_text(m, d, s, false);
}

void draft_ours(struct mem *m, struct draft *d, const char *s)
{
	add_text(m, d, s, true);
}

void draft_set(struct mem *m, struct draft *d, const char *name, const char *value)
{
	struct draft_attr **at = &d->attrs;
	while (*at && strcmp((*at)->name, name))
		at = &(*at)->next;
	if (!*at) {
		*at = MEM_NEW(m, struct draft_attr);
		(*at)->name = name;
	}
	(*at)->value = mem_dup(m, value);
}

void draft_unset(struct draft *d, const char *name)
{
	struct draft_attr **at = &d->attrs;
	while (*at && strcmp((*at)->name, name))
		at = &(*at)->next;
	if (*at)
		*at = (*at)->next;
}

const char *draft_get(const struct draft *d, const char *name)
{
	for (const struct draft_attr *a = d->attrs; a; a = a->next)
		if (!strcmp(a->name, name))
			return a->value;
	return NULL;
}

void draft_meant(struct mem *m, struct draft *d, const char *words)
{
	d->meant = d->meant ? mem_fmt(m, "%s %s", d->meant, words) : mem_dup(m, words);
}

bool draft_is(const struct draft *d, const char *name)
{
	return d && d->name && !strcmp(d->name, name);
}

struct draft *draft_child(const struct draft *d, const char *name)
{
	struct draft *c = d->first;
	while (c && !draft_is(c, name))
		c = c->next;
	return c;
}

struct draft *draft_walk(const struct draft *d, const struct draft *top)
{
	if (d->first)
		return d->first;
	while (d != top && !d->next)
		d = d->parent;
	return d == top ? NULL : d->next;
}

bool draft_empty(const struct draft *d)
{
	for (const struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (c->name ? c->attrs || c->meant : strspn(c->text, " \n\t") < strlen(c->text))
			return false;
	return true;
}

/* ---- writing ---- */

struct writer {
	struct buf *out;
	size_t line;                                   /* where the last line begins */
	int no;                                        /* its number */
};

static bool is_inline(const struct draft *d)
{
	static const char *const names[] = {"betont", "stark", "abk", "wert", "verweis", "extern", "fundstelle",
		"beleg",
		"stichwort", "sprache", "code", "umbruch", "offen", "beschlussdatum", "datum", "fussnote", "ebd",
		"vermerk",
		NULL};
	if (!d->name)
		return true;
	for (const char *const *n = names; *n; n++)
		if (!strcmp(*n, d->name))
			return true;
	return false;
}

/* Text stands in it, so that white space counts. */
static bool is_running(const struct draft *d)
{
	for (const struct draft *c = d->first; c; c = c->next)
		if (!c->name || (is_inline(c) && strcmp(c->name, "vermerk")))
			return true;
	return false;
}

static void new_line(struct writer *w, int depth)
{
	buf_chr(w->out, '\n');
	w->line = w->out->len;
	w->no++;
	for (int i = 0; i < depth; i++)
		buf_str(w->out, "  ");
}

static void start_tag(struct writer *w, struct draft *d)
{
	d->out = w->no;
	buf_fmt(w->out, "<%s", d->name);
	for (const struct draft_attr *a = d->attrs; a; a = a->next) {
		buf_fmt(w->out, " %s=\"", a->name);
		esc_attr(w->out, a->value, strlen(a->value), '"');
		buf_chr(w->out, '"');
	}
	buf_str(w->out, d->first ? ">" : "/>");
}

/* Characters that look like a blank are written as references: an author sees them. */
static void put_char(struct writer *w, const char *s, size_t n)
{
	if (n == 2 && !memcmp(s, "\xC2\xA0", 2))
		buf_str(w->out, "&#160;");
	else if (n == 2 && !memcmp(s, "\xC2\xAD", 2))
		buf_str(w->out, "&#173;");
	else if (n == 3 && !memcmp(s, "\xE2\x80\xAF", 3))
		buf_str(w->out, "&#8239;");
	else
		esc_text(w->out, s, n);
}

static size_t char_length(const char *s)
{
	size_t n = 1;
	while (((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

/* White space folds to a blank; a line ends there once it is long enough. */
static void put_text(struct writer *w, const char *s, int depth)
{
	while (*s) {
		size_t blanks = strspn(s, " \t\r\n");
		if (!blanks) {
			size_t n = char_length(s);
			put_char(w, s, n);
			s += n;
			continue;
		}
		s += blanks;
		size_t word = strcspn(s, " \t\r\n");
		if (w->out->len - w->line + word > WIDTH && word)
			new_line(w, depth);
		else
			buf_chr(w->out, ' ');
	}
}

static void put_element(struct writer *w, struct draft *d, int depth);

static void put_running(struct writer *w, struct draft *d, int depth)
{
	bool broken = false;
	for (struct draft *c = d->first; c; c = c->next) {
		broken = !is_inline(c);
		if (broken)
			new_line(w, depth + 1);
		if (!c->name)
			put_text(w, c->text, depth + 1);
		else
			put_element(w, c, depth + (broken ? 1 : 0));
	}
	if (broken)
		new_line(w, depth);
}

static void put_include(struct writer *w, const struct draft *d, int depth)
{
	new_line(w, depth);
	buf_str(w->out, "<xi:include href=\"");
	esc_attr(w->out, d->file, strlen(d->file), '"');
	buf_str(w->out, "\"/>");
}

/* A remark in the middle of a text stays on its line. */
static void put_tight(struct writer *w, struct draft *d, int depth)
{
	for (struct draft *c = d->first; c; c = c->next)
		put_element(w, c, depth);
}

static void put_blocks(struct writer *w, struct draft *d, int depth)
{
	for (struct draft *c = d->first; c; c = c->next) {
		if (c->file) {
			put_include(w, c, depth + 1);
			continue;
		}
		new_line(w, depth + 1);
		put_element(w, c, depth + 1);
	}
	if (d->first)
		new_line(w, depth);
}

/* Program text keeps its lines. */
static void put_verbatim(struct writer *w, const struct draft *d)
{
	for (const struct draft *c = d->first; c; c = c->next)
		if (!c->name) {
			esc_text(w->out, c->text, strlen(c->text));
			for (const char *e = c->text; (e = strchr(e, '\n')); e++)
				w->no++;
		}
	w->line = w->out->len;
}

static void put_element(struct writer *w, struct draft *d, int depth)
{
	start_tag(w, d);
	if (!d->first)
		return;
	if (!strcmp(d->name, "quelltext"))
		put_verbatim(w, d);
	else if (is_running(d))
		put_running(w, d, depth);
	else if (!strcmp(d->name, "vermerk") && d->parent && is_running(d->parent))
		put_tight(w, d, depth);
	else
		put_blocks(w, d, depth);
	buf_fmt(w->out, "</%s>", d->name);
}

void draft_write(struct draft *root, const char *schema, struct buf *out)
{
	struct writer w = {.out = out, .no = schema ? 3 : 2};
	buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	if (schema)
		buf_fmt(out, "<?xml-model href=\"%s\" schematypens=\"http://www.w3.org/2001/XMLSchema\"?>\n", schema);
	w.line = out->len;
	put_element(&w, root, 0);
	buf_chr(out, '\n');
}
