/* runs.c: light markup in running text, and in the cells of rows that are parted by tabs. */
#include "import/runs.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/u8.h"

struct runs {
	struct imp_flow *flow;
	struct imp_node *cell;                         /* blocks go here; NULL: only running text */
	struct imp_node *block;                        /* runs go here; NULL: none open in a cell */
	const char *p, *end;
	struct buf text;                               /* of the run that is open */
	unsigned marks;
	bool marked;
	int depth;                                     /* of lists */
};

/* ---- runs ---- */

static struct imp_node *block_of(struct runs *r)
{
	if (!r->block)
		r->block = imp_add(r->flow, r->cell, IMP_PARA);
	return r->block;
}

static void flush(struct runs *r)
{
	bool blank = true;
	for (size_t i = 0; i < r->text.len; i++)
		blank &= r->text.data[i] == ' ';
	if (r->text.len && (r->block || !blank))
		imp_add_text(r->flow, block_of(r), r->text.data, r->text.len, r->marks);
	r->text.len = 0;
}

static void toggle(struct runs *r, unsigned mark)
{
	flush(r);
	r->marks ^= mark;
}

static void close_block(struct runs *r)
{
	flush(r);
	if (r->cell)
		r->block = NULL;
}

/* ---- tags ---- */

static bool named(const char *tag, size_t n, const char *const *names)
{
	for (; *names; names++)
		if (strlen(*names) == n && !strncasecmp(tag, *names, n))
			return true;
	return false;
}

static void mark_by_tag(struct runs *r, unsigned mark, bool closing)
{
	flush(r);
	r->marks = closing ? r->marks & ~mark : r->marks | mark;
}

static void block_tag(struct runs *r, const char *tag, size_t n, bool closing)
{
	static const char *const lists[] = {"ul", "ol", NULL}, *const item[] = {"li", NULL};
	if (!r->cell) {
		buf_chr(&r->text, ' ');
		return;
	}
	close_block(r);
	if (named(tag, n, lists))
		r->depth += closing ? -1 : 1;
	if (named(tag, n, item) && !closing) {
		struct imp_node *i = imp_add(r->flow, r->cell, IMP_ITEM);
		i->level = r->depth > 0 ? r->depth : 1;
		r->block = imp_add(r->flow, i, IMP_PARA);
	}
}

/* A tag it knows; anything else in angle brackets is text. */
static bool tag(struct runs *r)
{
	static const char *const bold[] = {"b", "strong", NULL}, *const italic[] = {"i", "em", NULL},
		*const under[] = {"u", NULL}, *const super[] = {"sup", NULL}, *const sub[] = {"sub", NULL},
		*const none[] = {"span", "font", "small", "a", NULL}, *const line[] = {"br", NULL},
		*const blocks[] = {"p", "ul", "ol", "li", "div", NULL};
	const char *s = r->p + 1, *e = memchr(r->p, '>', (size_t)(r->end - r->p));
	bool closing = s < r->end && *s == '/';
	s += closing;
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	if (!e || !n || s + n > e || (s[n] != '>' && s[n] != ' ' && s[n] != '/'))
		return false;
	if (named(s, n, bold))
		mark_by_tag(r, IMP_BOLD, closing);
	else if (named(s, n, italic))
		mark_by_tag(r, IMP_ITALIC, closing);
	else if (named(s, n, under))
		mark_by_tag(r, IMP_UNDERLINE, closing);
	else if (named(s, n, super))
		mark_by_tag(r, IMP_SUPER, closing);
	else if (named(s, n, sub))
		mark_by_tag(r, IMP_SUB, closing);
	else if (named(s, n, line)) {
		flush(r);
		imp_add(r->flow, block_of(r), IMP_LINE);
	} else if (named(s, n, blocks))
		block_tag(r, s, n, closing);
	else if (!named(s, n, none))
		return false;
	r->p = e + 1;
	if (named(s, n, none) && r->text.len && r->text.data[r->text.len - 1] != ' ')
		buf_chr(&r->text, ' ');                    /* a span that stands at the right edge */
	return true;
}

static bool entity(struct runs *r)
{
	static const struct { const char *name, *is; } known[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
		{"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", "\u00A0"}, {"&shy;", "\u00AD"}, {"&ndash;", "–"},
		{"&mdash;", "—"}, {"&euro;", "€"}, {"&auml;", "ä"}, {"&ouml;", "ö"}, {"&uuml;", "ü"}, {"&Auml;", "Ä"},
		{"&Ouml;", "Ö"}, {"&Uuml;", "Ü"}, {"&szlig;", "ß"}, {"&sect;", "§"}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		size_t n = strlen(known[i].name);
		if ((size_t)(r->end - r->p) >= n && !memcmp(r->p, known[i].name, n)) {
			buf_str(&r->text, known[i].is);
			r->p += n;
			return true;
		}
	}
	return false;
}

/* ---- Markdown ---- */

static bool find(const struct runs *r, const char *from, const char *what)
{
	return memmem(from, (size_t)(r->end - from), what, strlen(what)) != NULL;
}

/* "[words](address)" */
static bool link_mark(struct runs *r)
{
	const char *close = memchr(r->p, ']', (size_t)(r->end - r->p));
	if (!close || close + 1 >= r->end || close[1] != '(' || memchr(r->p + 1, '[', (size_t)(close - r->p - 1)))
		return false;
	const char *e = memchr(close, ')', (size_t)(r->end - close));
	if (!e || e == close + 2)
		return false;
	flush(r);
	struct imp_node *l = imp_add(r->flow, block_of(r), IMP_LINK);
	const char *to = mem_str(r->flow->mem, close + 2, (size_t)(e - close - 2));
	if (*to == '#')
		l->target = to + 1;
	else
		l->href = to;
	runs_put(r->flow, l, r->p + 1, (size_t)(close - r->p - 1), true);
	r->p = e + 1;
	return true;
}

static bool is_space_at(const struct runs *r, const char *p)
{
	return p >= r->end || *p == ' ';
}

static bool markdown(struct runs *r)
{
	const char c = *r->p;
	if (c == '\\' && r->p + 1 < r->end && strchr("\\`*_{}[]()#+-.!|<>", r->p[1])) {
		buf_chr(&r->text, r->p[1]);
		r->p += 2;
		return true;
	}
	if (c == '*' && r->p + 1 < r->end && r->p[1] == '*' && ((r->marks & IMP_BOLD) || find(r, r->p + 2, "**"))) {
		toggle(r, IMP_BOLD);
		r->p += 2;
		return true;
	}
	if (c == '*' && ((r->marks & IMP_ITALIC) || (!is_space_at(r, r->p + 1) && find(r, r->p + 1, "*")))) {
		toggle(r, IMP_ITALIC);
		r->p++;
		return true;
	}
	return c == '[' && link_mark(r);
}

/* "und", "oder": what follows a hyphen that stands for a word left out. */
static bool goes_on(const char *p, const char *end)
{
	static const char *const words[] = {"und ", "oder ", "bzw", "beziehungsweise ", "sowie ", "bis ", NULL};
	for (const char *const *w = words; *w; w++)
		if ((size_t)(end - p) >= strlen(*w) && !memcmp(p, *w, strlen(*w)))
			return true;
	return false;
}

static size_t bullet_sign(const struct runs *r)
{
	static const char *const signs[] = {"• ", "➢ ", "▪ ", "\xEF\x82\xB7 ", NULL};
	size_t left = (size_t)(r->end - r->p);
	bool starts = !r->text.len && !r->block, tight = r->text.len && r->text.data[r->text.len - 1] != ' ';
	for (const char *const *k = signs; *k; k++)
		if (left > strlen(*k) && !memcmp(r->p, *k, strlen(*k)))
			return strlen(*k);
	bool dash = r->depth > 0 && left > 2 && r->p[0] == '-' && r->p[1] == ' ' && (starts || tight);
	return dash && !goes_on(r->p + 2, r->end) ? 2 : 0;
}

/* A bullet in the text of a cell begins an item: "one• two", in a list without items "one- two" too. */
static bool bullet(struct runs *r)
{
	size_t n = r->cell ? bullet_sign(r) : 0;
	if (!n)
		return false;
	r->p += n;
	if (r->block && !r->block->first && !r->text.len && r->block->parent->kind == IMP_ITEM)
		return true;                               /* of an item that a tag began */
	close_block(r);
	struct imp_node *i = imp_add(r->flow, r->cell, IMP_ITEM);
	i->level = r->depth > 0 ? r->depth : 1;
	i->label = "•";
	r->block = imp_add(r->flow, i, IMP_PARA);
	return true;
}

static void read_runs(struct runs *r)
{
	while (r->p < r->end) {
		if (bullet(r))
			continue;
		if (*r->p == '<' && tag(r))
			continue;
		if (*r->p == '&' && entity(r))
			continue;
		if (r->marked && markdown(r))
			continue;
		buf_chr(&r->text, *r->p == '\t' ? ' ' : *r->p);
		r->p++;
	}
	flush(r);
	buf_free(&r->text);
}

void runs_put(struct imp_flow *f, struct imp_node *block, const char *s, size_t n, bool marked)
{
	struct runs r = {.flow = f, .block = block, .p = s, .end = s + n, .marked = marked};
	read_runs(&r);
}

void runs_cell(struct imp_flow *f, struct imp_node *cell, const char *s, size_t n, bool marked)
{
	struct runs r = {.flow = f, .cell = cell, .p = s, .end = s + n, .marked = marked};
	read_runs(&r);
}
