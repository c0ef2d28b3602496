/* text.c: plain text to a flow: lines joined to paragraphs, words divided at a line end made whole, headings by their
 * marks or numbers, lists, rows parted by tabs, captions, lists of contents, running heads, footnotes. */
#include <stdlib.h>
#include <string.h>

#include "base/decode.h"
#include "base/u8.h"
#include "import/formats.h"
#include "import/lines.h"
#include "import/net.h"
#include "import/runs.h"
#include "import/textgrid.h"
#include "import/textnote.h"

struct reading {
	struct imp_flow *flow;
	struct lines l;
	size_t i;
	int numbers[6];                                /* of the numbered heading before */
	int depth;
	struct imp_node *one;                          /* the chapter numbered 1, while no other came; NULL */
	int one_marks;
	struct textnotes notes;
	struct textgrid *grid;                         /* NULL: none */
	struct { int indent; const char *label; bool numbered; } lists[6];     /* around the last item, outer first */
	int level;                                     /* of the last item, from 1; 0: none is above */
};

static struct imp_node *add(struct reading *r, struct imp_node *to, enum imp_kind kind, const struct line *k)
{
	struct imp_node *n = imp_add(r->flow, to, kind);
	n->line = k->no;
	n->page = r->flow->page_lines ? k->page : 0;
	return n;
}

/* ---- what a line is ---- */

static size_t bullet_of(const char *s)
{
	static const char *const signs[] = {"•", "➢", "▪", "●", "‣", "◦", "■", "-", "–", "*", "+",
		"\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "\xEF\x83\xBC", NULL};
	for (const char *const *k = signs; *k; k++) {
		size_t n = strlen(*k);
		if (!strncmp(s, *k, n) && (s[n] == ' ' || s[n] == '\t') && s[n + 1])
			return n + strspn(s + n, " \t");
	}
	return 0;
}

/* "3. ", "3) ", "a) ", "(3) ": how long it is. */
static size_t number_of(const char *s)
{
	const char *p = s + (*s == '(');
	size_t n = strspn(p, "0123456789");
	if (!n && *p >= 'a' && *p <= 'z')
		n = 1;
	else if (!n || n > 3)
		return 0;
	if (p[n] != ')' && (p[n] != '.' || (*p >= 'a' && *p <= 'z')))
		return 0;
	p += n + 1;
	size_t blanks = strspn(p, " \t");
	return blanks && *(p + blanks) ? (size_t)(p + blanks - s) : 0;
}

static size_t hashes(const struct line *k)
{
	size_t n = strspn(k->s, "#");
	return n && n < 7 && k->s[n] == ' ' ? n : 0;
}

static bool is_row(const struct line *k)
{
	return strchr(k->s, '\t') != NULL;
}

static bool is_rule(const struct line *k)
{
	return k->n >= 3 && (strspn(k->s, "-") == k->n || strspn(k->s, "*") == k->n || strspn(k->s, "_") == k->n);
}

/* Words, then dots or a tab, then the number of a page. */
static bool is_entry(const struct line *k)
{
	const char *end = k->s + k->n, *e = end;
	size_t tags = 0;
	if (k->n > 4 && !strncmp(end - 4, "</b>", 4))
		e -= 4;
	const char *digits = e;
	while (digits > k->s && digits[-1] >= '0' && digits[-1] <= '9')
		digits--;
	if (digits == e || e - digits > 3 || digits == k->s)
		return false;
	const char *p = digits;
	while (p > k->s && strchr(" .\t", p[-1]))
		p--;
	tags += (size_t)(p - k->s) > 0;
	return tags && (strstr(k->s, "....") || strstr(k->s, ". . .") || (digits[-1] == '\t' && memchr(k->s, '\t',
		k->n) == digits - 1) ||
		strstr(k->s, ".....</b>"));
}

/* ---- numbered headings ---- */

/* "2.1 ", "3. ": the numbers and how long they are; 0: none. */
static size_t numbers_of(const char *s, int *numbers, int *depth)
{
	const char *p = s;
	*depth = 0;
	while (*depth < 6 && *p >= '0' && *p <= '9') {
		size_t n = strspn(p, "0123456789");
		if (n > 2)
			return 0;
		numbers[(*depth)++] = atoi(p);
		p += n;
		if (*p != '.')
			break;
		p++;
	}
	size_t blanks = strspn(p, " ");
	return *depth && blanks && p[blanks] ? (size_t)(p + blanks - s) : 0;
}

/* The next of its level, the first below, or the same once more (a slip); the levels above as they were. */
static bool follows(const struct reading *r, const int *numbers, int depth)
{
	if (depth > r->depth + 1)
		return depth == r->depth + 2 && r->depth == 0 && numbers[0] == 1;
	for (int i = 0; i + 1 < depth; i++)
		if (numbers[i] != r->numbers[i])           /* a chapter without a heading of its own */
			return i == 0 && depth == 2 && numbers[0] == r->numbers[0] + 1 && numbers[1] == 1;
	int was = depth <= r->depth ? r->numbers[depth - 1] : 0, is = numbers[depth - 1];
	return is == was + 1 || (is == was && depth > 1) || (is == was + 2 && was > 0);
}

static bool is_list_here(const struct reading *r, size_t i, const int *numbers, int depth)
{
	int next[6], n;
	if (i + 1 >= r->l.n || (r->l.at[i + 1].gap && !r->l.doubled) || depth > 1)
		return false;
	return numbers_of(r->l.at[i + 1].s, next, &n) && n == 1 && next[0] == numbers[0] + 1;
}

static bool is_upper(const char *s)
{
	const char *end = s + strlen(s);
	uint32_t c = u8_get(&s, end);
	return u8_is_letter(c) && u8_lower(c) != c;
}

static size_t numbered_heading(const struct reading *r, const struct line *k, int *numbers, int *depth)
{
	size_t n = numbers_of(k->s, numbers, depth), i = (size_t)(k - r->l.at);
	if (!n || k->n > 160 || (!k->gap && i && !k->page_start && !k[-1].runs) || is_row(k) || strchr(".,;",
		k->s[k->n - 1]))
		return 0;
	const bool item = !r->l.width && !r->l.marked && k->indent > 1;        /* as word processors write lists */
	if (item || (!is_upper(k->s + n) && *depth < 2))
		return 0;
	return follows(r, numbers, *depth) && !is_list_here(r, i, numbers, *depth) ? n : 0;
}

/* ---- lines of a paragraph ---- */

/* A short line in a text of full lines ended there on purpose, and so does each line where lines are paragraphs. */
static bool ends_line(const struct reading *r, const struct line *k, const struct line *next)
{
	if (r->l.marked ? k->broken : !r->l.doubled && k->broken && k->n * 2 < r->l.width)
		return true;
	if (strchr("-/", k->s[k->n - 1]) || (k->n > 2 && !memcmp(k->s + k->n - 2, "\xC2\xAD", 2)) ||
		(k->n > 3 && !memcmp(k->s + k->n - 3, "–", 3) && k->s[k->n - 4] != ' '))
		return false;
	if (!r->l.width)
		return !r->l.marked || is_upper(next->s) || (next->s[0] >= '0' && next->s[0] <= '9');
	return k->n * 10 < r->l.width * 6 && (is_upper(next->s) || (*next->s >= '0' && *next->s <= '9'));
}

static bool begins_block(const struct reading *r, size_t i)
{
	const struct line *k = &r->l.at[i];
	int numbers[6], depth;
	return hashes(k) || bullet_of(k->s) || is_row(k) || lines_is_caption(k->s) || is_rule(k) || number_of(k->s) ||
		k->rule_above ||
		numbered_heading(r, k, numbers, &depth);
}

/* Runs of the line i (from skip bytes on) and those that go on with it. */
static void put_lines(struct reading *r, struct imp_node *block, size_t skip)
{
	struct buf b = {0};
	for (bool first = true; r->i < r->l.n; r->i++, first = false) {
		const struct line *k = &r->l.at[r->i];
		if (k->runs) {
			if (first)
				break;
			textnote_furniture(r->flow, block, k->s, k->n);
			continue;
		}
		if (!first && (k->gap || begins_block(r, r->i) || textgrid_begins(r->grid, r->i)))
			break;
		lines_join(&r->l, &b, k->s + skip, k->n - skip);
		skip = 0;
		if (r->i + 1 < r->l.n && !r->l.at[r->i + 1].gap && ends_line(r, k, &r->l.at[r->i + 1]) &&
			!begins_block(r, r->i + 1)) {
			runs_put(r->flow, block, b.data, b.len, r->l.marked);
			imp_add(r->flow, block, IMP_LINE);
			b.len = 0;
		}
	}
	runs_put(r->flow, block, b.data ? b.data : "", b.len, r->l.marked);
	buf_free(&b);
}

/* ---- blocks ---- */

static void heading(struct reading *r, int level, size_t skip, const char *label)
{
	struct imp_node *h = add(r, r->flow->root, IMP_HEADING, &r->l.at[r->i]);
	const struct line *k = &r->l.at[r->i];
	h->level = level;
	h->label = label;
	h->typed_label = label != NULL;
	runs_put(r->flow, h, k->s + skip, k->n - skip, r->l.marked);
	r->i++;
}

static void remember(struct reading *r, const int *numbers, int depth)
{
	memcpy(r->numbers, numbers, (size_t)depth * sizeof *numbers);
	r->depth = depth;
}

/* A second chapter 1: the number of the one before belonged to its words. */
static void forget_one(struct reading *r)
{
	struct imp_node *h = r->one, *t = h ? h->first : NULL;
	if (!t || t->kind != IMP_TEXT)
		return;
	t->text = mem_fmt(r->flow->mem, "%s %s", h->label, t->text);
	h->label = NULL;
	h->typed_label = false;
	h->level = r->one_marks + 90;
	r->depth = 0;
	memset(r->numbers, 0, sizeof r->numbers);
}

static bool again_one(const struct reading *r, const int *numbers, int depth)
{
	return r->one && depth == 1 && numbers[0] == 1 && r->depth == 1 && r->numbers[0] == 1;
}

/* "### 2.1 Wohnraum": where it is numbered, the number says the level. */
static void marked_heading(struct reading *r, size_t marks)
{
	const struct line *k = &r->l.at[r->i];
	size_t skip = marks + strspn(k->s + marks, " ");
	int numbers[6], depth;
	const char *s = k->s + skip;
	size_t stars = strspn(s, "*"), n = numbers_of(s + stars, numbers, &depth);
	if (n && !stars && again_one(r, numbers, depth))
		forget_one(r);
	if (n && !stars && follows(r, numbers, depth)) {
		bool one = depth == 1 && numbers[0] == 1;
		remember(r, numbers, depth);
		heading(r, depth, skip + n, mem_str(r->flow->mem, s, n - 1));
		r->one = one ? r->flow->root->last : NULL;
		r->one_marks = (int)marks;
	} else {
		heading(r, (int)marks + 90, skip, NULL);    /* its place is known once all are read */
	}
}

/* Blanks before it and its sign say how deep an item stands below the one above. */
static int level_of(struct reading *r, const struct line *k, const char *label, bool numbered)
{
	enum { DEEP = sizeof r->lists / sizeof *r->lists };
	const struct imp_node *above = r->flow->root->last;
	int level = above && above->prev && above->prev->kind == IMP_ITEM ? r->level : 0;
	for (int i = level; i > 0 && !numbered; i--)
		if (!r->lists[i - 1].numbered && !strcmp(r->lists[i - 1].label, label))
			return r->level = i;
	while (level > 0 && k->indent + 1 < r->lists[level - 1].indent)
		level--;
	if (!level || (k->indent > r->lists[level - 1].indent + 1 && level < DEEP))
		level++;
	r->lists[level - 1].indent = k->indent;
	r->lists[level - 1].label = label;
	r->lists[level - 1].numbered = numbered;
	return r->level = level;
}

static bool list_line(struct reading *r, size_t skip, bool numbered)
{
	const struct line *k = &r->l.at[r->i];
	struct imp_node *i = add(r, r->flow->root, IMP_ITEM, k), *p;
	size_t label = skip;
	while (label && (k->s[label - 1] == ' ' || k->s[label - 1] == '\t'))
		label--;
	i->label = mem_str(r->flow->mem, k->s, label);
	i->level = level_of(r, k, i->label, numbered);
	i->typed_label = numbered;
	p = add(r, i, IMP_PARA, k);
	put_lines(r, p, skip);
	return true;
}

static void row(struct reading *r, struct imp_node *table, const struct line *k)
{
	struct imp_node *w = add(r, table, IMP_ROW, k);
	for (const char *s = k->s, *e;; s = e + 1) {
		e = strchr(s, '\t');
		struct imp_node *c = add(r, w, IMP_CELL, k);
		runs_cell(r->flow, c, s, e ? (size_t)(e - s) : strlen(s), r->l.marked);
		if (!e)
			break;
	}
}

/* Another row, or one cell between rows that names those below it. */
static bool goes_on_as_row(const struct reading *r)
{
	const struct line *k = &r->l.at[r->i], *next = k + 1;
	if (r->i >= r->l.n || k->gap || k->runs)
		return false;
	return is_row(k) || (r->i + 1 < r->l.n && is_row(next) && !next->gap && !hashes(k) && !bullet_of(k->s));
}

/* Rows follow each other; a row of its own words apart is another table. */
static void table(struct reading *r)
{
	struct imp_node *t = add(r, r->flow->root, IMP_TABLE, &r->l.at[r->i]);
	do
		row(r, t, &r->l.at[r->i++]);
	while (goes_on_as_row(r));
}

/* Entries of a list of contents; its title comes along. */
static bool contents(struct reading *r)
{
	size_t n = r->i;
	while (n < r->l.n && is_entry(&r->l.at[n]))
		n++;
	if (n - r->i < 3)
		return false;
	struct imp_node *toc = add(r, r->flow->root, IMP_TOC, &r->l.at[r->i]), *before = toc->prev;
	if (before && (before->kind == IMP_PARA || before->kind == IMP_HEADING)) {
		struct buf b = {0};
		imp_plain(before, &b);
		if (b.data && (!strncmp(b.data, "Inhalt", 6) || !strncmp(b.data, "INHALT", 6)))
			imp_move(before, toc);
		buf_free(&b);
	}
	for (; r->i < n; r->i++) {
		struct imp_node *p = add(r, toc, IMP_PARA, &r->l.at[r->i]);
		runs_put(r->flow, p, r->l.at[r->i].s, r->l.at[r->i].n, r->l.marked);
	}
	return true;
}

static void furniture(struct reading *r)
{
	const struct line *k = &r->l.at[r->i++];
	struct imp_node *f = add(r, r->flow->root, IMP_FURNITURE, k), *p = add(r, f, IMP_PARA, k);
	imp_add_text(r->flow, p, k->s, k->n, 0);
}

static void block(struct reading *r)
{
	const struct line *k = &r->l.at[r->i];
	int numbers[6], depth;
	size_t n;
	if (k->runs)
		furniture(r);
	else if (is_entry(k) && contents(r))
		return;
	else if ((n = hashes(k)))
		marked_heading(r, n);
	else if (is_rule(k)) {
		imp_add(r->flow, r->flow->root, IMP_PAGE);
		r->i++;
	} else if ((n = numbered_heading(r, k, numbers, &depth))) {
		remember(r, numbers, depth);
		heading(r, depth, n, mem_str(r->flow->mem, k->s, strcspn(k->s, " ")));
	} else if ((n = bullet_of(k->s)))
		list_line(r, n, false);
	else if ((n = number_of(k->s)) && !is_row(k))
		list_line(r, n, true);
	else if (is_row(k))
		table(r);
	else
		put_lines(r, add(r, r->flow->root, lines_is_caption(k->s) ? IMP_CAPTION : IMP_PARA, k), 0);
}

/* ---- after all is read ---- */

/* Unnumbered headings by their marks: below the numbered one they follow. */
static void settle_levels(struct imp_flow *f)
{
	int under = 0, top = 99;
	for (struct imp_node *n = f->root->first; n; n = n->next)
		if (n->kind == IMP_HEADING && n->level > 90 && n->level < top)
			top = n->level;
	bool numbered = false;
	for (struct imp_node *n = f->root->first; n; n = n->next)
		numbered |= n->kind == IMP_HEADING && n->level < 90;
	for (struct imp_node *n = f->root->first; n; n = n->next) {
		if (n->kind != IMP_HEADING)
			continue;
		if (n->level < 90)
			under = n->level;
		else
			n->level = numbered && under ? under + 1 : n->level - (numbered ? 90 : top - 1);
	}
}

/* Tags have words of their own, which are no text. */
static bool has_tags(const char *s)
{
	while ((s = strchr(s, '<')))
		if ((*++s >= 'a' && *s <= 'z') || *s == '/')
			return true;
	return false;
}

static bool is_endless(const char *s, size_t n)
{
	enum { LINES = 500000 };                       /* of ten thousand pages */
	size_t lines = 0;
	for (const char *end = s + n; lines <= LINES && (s = memchr(s, '\n', (size_t)(end - s))); s++)
		lines++;
	return lines > LINES;
}

enum imp_refusal imp_text(struct imp_flow *f, const char *data, size_t n)
{
	const char *encoding;
	const char *text = decode_text(f->mem, data, &n, &encoding);
	struct reading r = {.flow = f};
	f->format = "text";
	if (is_endless(text, n)) {
		f->refused = "hat mehr als 500.000 Zeilen, also Tausende Seiten; bitte in Teile zerlegen";
		return IMP_TOO_BIG;
	}
	r.l = lines_of(f->mem, text, n);
	r.grid = textgrid_of(f, &r.l);
	while (r.i < r.l.n) {
		if (r.l.at[r.i].page_start && r.i)
			imp_add(f, f->root, IMP_PAGE);
		if (textnote_read(&r.notes, f, &r.l, &r.i))
			continue;
		const size_t taken = textgrid_take(r.grid, r.i);
		r.i += taken;
		if (!taken)
			block(&r);
	}
	settle_levels(f);
	imp_net_text(f, text, n, !r.l.marked && !has_tags(text));
	return IMP_TAKEN;
}
