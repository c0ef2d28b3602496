/* tidy.c: structure that is only seen. Every change here moves or names nodes; none takes a word away. */
#include "import/tidy.h"

#include <stdlib.h>
#include <string.h>

struct imp_node *imp_wrap(struct imp_flow *f, struct imp_node *n, enum imp_kind kind)
{
	struct imp_node *w = MEM_NEW(f->mem, struct imp_node);
	*w = (struct imp_node){
		.kind = kind, .parent = n->parent, .prev = n->prev, .next = n->next, .line = n->line, .page = n->page};
	*(n->prev ? &n->prev->next : &n->parent->first) = w;
	*(n->next ? &n->next->prev : &n->parent->last) = w;
	n->parent = n->prev = n->next = NULL;
	imp_move(n, w);
	return w;
}

static char *plain(struct imp_flow *f, const struct imp_node *n)
{
	struct buf b = {0};
	imp_plain(n, &b);
	while (b.len && strchr(" \n\t", b.data[b.len - 1]))
		b.data[--b.len] = '\0';
	return buf_take(&b, f->mem);
}

/* ---- lines of programs, blanks at the beginning */

static bool is_simple(const struct imp_node *code)
{
	for (const struct imp_node *n = imp_after(code, code); n; n = imp_after(n, code))
		if (n->kind != IMP_PARA && n->kind != IMP_TEXT && n->kind != IMP_LINE && n->kind != IMP_TAB)
			return false;
	return true;
}

/* A block of code is its text; one that holds more (a note, a link) is paragraphs. */
static void settle_code(struct imp_flow *f, struct imp_node *code)
{
	struct buf b = {0};
	if (!is_simple(code)) {
		code->kind = IMP_QUOTE;
		return;
	}
	for (const struct imp_node *p = code->first; p; p = p->next) {
		if (p->prev)
			buf_chr(&b, '\n');
		for (const struct imp_node *n = p; n; n = imp_after(n, p))
			if (n->kind == IMP_TEXT)
				buf_str(&b, n->text);
			else if (n->kind != IMP_PARA)
				buf_chr(&b, n->kind == IMP_TAB ? '\t' : '\n');
	}
	code->text = buf_take(&b, f->mem);
	code->first = code->last = NULL;
}

void imp_trim(struct imp_node *p)
{
	struct imp_node *n = p->first;
	for (struct imp_node *next; n && (n->kind == IMP_ANCHOR || n->kind == IMP_TEXT); n = next) {
		next = n->next;
		if (n->kind == IMP_TEXT)
			n->text += strspn(n->text, " ");
		if (n->kind == IMP_TEXT && *n->text)
			return;
		if (n->kind == IMP_TEXT)
			imp_cut(n);
	}
}

/* ---- contents with leading dots */

static bool has_leader(const char *s)
{
	size_t n = strlen(s), end = n, dots = 0;
	while (end && s[end - 1] >= '0' && s[end - 1] <= '9')
		end--;
	if (end == n || n - end > 4)
		return false;
	while (end) {
		if (s[end - 1] == '.')
			dots++;
		else if (end >= 3 && !memcmp(s + end - 3, "…", 3)) {
			dots += 3;
			end -= 2;
		} else if (s[end - 1] != ' ' && s[end - 1] != '_')
			break;
		end--;
	}
	return dots >= 4 && end > 0;
}

static void gather_contents(struct imp_flow *f, struct imp_node *parent)
{
	for (struct imp_node *n = parent->first, *next; n; n = next) {
		struct imp_node *end = n;
		int lines = 0;
		while (end && end->kind == IMP_PARA && has_leader(plain(f, end))) {
			end = end->next;
			lines++;
		}
		next = end == n ? n->next : end;
		if (lines < 3)
			continue;
		struct imp_node *toc = imp_wrap(f, n, IMP_TOC);
		while (toc->next && toc->next != end)
			imp_move(toc->next, toc);
	}
}

/* ---- rows that are lines with tabs */

static int tabs_of(const struct imp_node *p)
{
	int n = 0;
	for (const struct imp_node *c = p && p->kind == IMP_PARA ? p->first : NULL; c; c = c->next)
		n += c->kind == IMP_TAB;
	return n;
}

static void make_row(struct imp_flow *f, struct imp_node *p, struct imp_node *table)
{
	struct imp_node *row = imp_add(f, table, IMP_ROW), *cell = NULL, *para = NULL;
	while (p->first) {
		struct imp_node *c = p->first;
		if (!cell || c->kind == IMP_TAB) {
			cell = imp_add(f, row, IMP_CELL);
			para = NULL;
		}
		if (c->kind == IMP_TAB) {
			imp_cut(c);
			continue;
		}
		para = para ? para : imp_add(f, cell, IMP_PARA);
		imp_move(c, para);
	}
}

static void make_tables(struct imp_flow *f, struct imp_node *parent)
{
	for (struct imp_node *n = parent->first, *next; n; n = next) {
		int tabs = tabs_of(n), rows = 0;
		struct imp_node *end = n;
		while (tabs && end && tabs_of(end) == tabs) {
			end = end->next;
			rows++;
		}
		next = rows ? end : n->next;
		if (rows < 2)
			continue;
		struct imp_node *table = imp_wrap(f, n, IMP_TABLE);
		while (rows--) {
			struct imp_node *p = table->first->kind == IMP_PARA ? table->first : table->next;
			make_row(f, p, table);
			imp_cut(p);
		}
	}
}

/* ---- headings by looks */

struct looks {
	float body;
	float sizes[8];
	int nsizes;
};

static float size_of(const struct imp_node *p)
{
	for (const struct imp_node *n = p; n; n = imp_after(n, p))
		if (n->kind == IMP_TEXT && n->size > 0)
			return n->size;
	return p->size;
}

bool imp_all_bold(const struct imp_node *p)
{
	bool any = false;
	for (const struct imp_node *n = p; n; n = imp_after(n, p)) {
		if (n->kind != IMP_TEXT || !n->text[strspn(n->text, " ")])
			continue;
		if (!((n->marks | p->marks) & IMP_BOLD))
			return false;
		any = true;
	}
	return any;
}

/* "2.1", "2.1." and a blank or tab behind it: how deep; 0: no number. */
static int number_depth(const char *s)
{
	int depth = 0;
	while (*s >= '0' && *s <= '9') {
		const size_t n = strspn(s, "0123456789");
		if (n > 2)
			return 0;
		depth++;
		s += n;
		if (*s == '.')
			s++;
	}
	return strchr(" \t", *s) ? depth : 0;
}

/* The tab behind a number that was typed is one. */
static bool parts_number(const struct imp_node *tab)
{
	const char *s = tab->prev && !tab->prev->prev && tab->prev->kind == IMP_TEXT ? tab->prev->text : NULL;
	return s && strlen(s) < 16 && s[strspn(s, "0123456789.IVX)§ ")] == '\0';
}

static bool holds_only_text(const struct imp_node *p)
{
	for (const struct imp_node *n = p; n; n = imp_after(n, p))
		if (n->kind == IMP_LINE || (n->kind == IMP_TAB && !parts_number(n)) || n->kind == IMP_PICTURE ||
			n->kind == IMP_NOTE)
			return false;
	return true;
}

static bool stands_out(struct imp_flow *f, const struct imp_node *p, const struct looks *l)
{
	if (p->kind != IMP_PARA || !p->next ||
		(p->next->kind != IMP_PARA && p->next->kind != IMP_ITEM && p->next->kind != IMP_TABLE) ||
		!holds_only_text(p))
		return false;
	const char *s = plain(f, p);
	size_t n = strlen(s);
	if (n < 3 || n > 120 || strchr(".:,;", s[n - 1]))
		return false;
	return imp_all_bold(p) || (l->body > 0 && size_of(p) > l->body * 1.12f);
}

/* The size most of the text has. */
static float body_size(const struct imp_flow *f)
{
	enum { HALF_POINTS = 200 };
	size_t count[HALF_POINTS] = {0}, best = 0;
	for (const struct imp_node *p = f->root->first; p; p = p->next) {
		int at = (int)(size_of(p) * 2);
		for (const struct imp_node *n = p; n && at > 0 && at < HALF_POINTS; n = imp_after(n, p))
			count[at] += n->kind == IMP_TEXT ? strlen(n->text) : 0;
	}
	for (size_t i = 1; i < HALF_POINTS; i++)
		best = count[i] > count[best] ? i : best;
	return (float)best / 2;
}

static int by_size(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return (x < y) - (x > y);
}

static void note_size(struct looks *l, float size)
{
	for (int i = 0; i < l->nsizes; i++)
		if (l->sizes[i] - size < .4f && size - l->sizes[i] < .4f)
			return;
	if (l->nsizes < 8)
		l->sizes[l->nsizes++] = size;
}

static int level_of(const struct looks *l, float size)
{
	int i = 0;
	while (i + 1 < l->nsizes && l->sizes[i] - size >= .4f)
		i++;
	return i + 1;
}

/* Beside headings that have their style, those that are numbered in order. */
static bool counts_on(struct imp_flow *f, struct imp_node *const *found, size_t n)
{
	enum { ENOUGH = 3 };
	const char *before = "";
	for (size_t i = 0; i < n; i++) {
		const char *now = plain(f, found[i]);
		if (strverscmp(before, now) >= 0)
			return false;
		before = now;
	}
	return n >= ENOUGH;
}

static void find_headings(struct imp_flow *f)
{
	struct looks l = {.body = body_size(f)};
	struct imp_node **found = NULL;
	size_t n = 0, cap = 0;
	bool styled = false;
	for (const struct imp_node *x = f->root; x && !styled; x = imp_after(x, f->root))
		styled = x->kind == IMP_HEADING && x->first;
	for (struct imp_node *p = f->root->first; p; p = p->next)
		if (stands_out(f, p, &l) && (!styled || number_depth(plain(f, p)))) {
			MEM_ROOM_IN(f->mem, found, n, cap);
			found[n++] = p;
			note_size(&l, size_of(p));
		}
	if (styled && !counts_on(f, found, n))
		return;
	if (l.nsizes)
		qsort(l.sizes, (size_t)l.nsizes, sizeof *l.sizes, by_size);
	for (size_t i = 0, top = 0; i < n; i++) {
		const int depth = number_depth(plain(f, found[i])), level = level_of(&l, size_of(found[i]));
		top = !top && depth == 1 ? (size_t)level : top;
		found[i]->kind = IMP_HEADING;
		found[i]->level = top && depth ? (int)top + depth - 1 : level;
	}
}

void imp_tidy(struct imp_flow *f)
{
	bool lines = !strcmp(f->format, "html") || !strcmp(f->format, "markdown");
	for (struct imp_node *n = f->root; n; n = imp_after(n, f->root)) {
		if (n->kind == IMP_PARA || n->kind == IMP_HEADING || n->kind == IMP_CAPTION)
			imp_trim(n);
		else if (n->kind == IMP_CODE && n->first)
			settle_code(f, n);
		if (!n->first || n->kind == IMP_TOC || n->kind == IMP_PARA || n->kind == IMP_HEADING ||
			n->kind == IMP_ROW || n->kind == IMP_TABLE || !imp_is_block(n->kind))
			continue;
		gather_contents(f, n);
		if (n->kind != IMP_ITEM && n->kind != IMP_COMMENT)
			imp_typed_lists(f, n);
		if (lines)
			make_tables(f, n);
	}
	if (!f->nested) {
		imp_unroll_layout(f);
		find_headings(f);
		imp_number_headings(f);
	}
}
