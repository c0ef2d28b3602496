/* markdown.c: Markdown to HTML (md4c says what it is, we write it), read as such: so HTML in the Markdown is read too.
 * Besides CommonMark and GitHub's tables: front matter, footnotes and attributes as pandoc writes them. */
#include <md4c.h>
#include <string.h>

#include "base/decode.h"
#include "import/formats.h"
#include "import/index.h"
#include "import/mdtable.h"
#include "import/net.h"
#include "import/tidy.h"

struct writing {
	struct buf *out;
	bool in_image;
};

static void put_escaped(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '&')
			buf_str(b, "&amp;");
		else if (s[i] == '<')
			buf_str(b, "&lt;");
		else if (s[i] == '>')
			buf_str(b, "&gt;");
		else if (s[i] == '"')
			buf_str(b, "&quot;");
		else
			buf_chr(b, s[i]);
}

static void put_attr(struct buf *b, const char *name, const MD_ATTRIBUTE *a)
{
	if (!a->size)
		return;
	buf_fmt(b, " %s=\"", name);
	for (int i = 0; a->substr_offsets[i] < a->size; i++) {
		const char *s = a->text + a->substr_offsets[i];
		size_t n = a->substr_offsets[i + 1] - a->substr_offsets[i];
		if (a->substr_types[i] == MD_TEXT_ENTITY)
			buf_put(b, s, n);
		else
			put_escaped(b, s, n);
	}
	buf_chr(b, '"');
}

static const char *const blocks[] = {[MD_BLOCK_DOC] = "div",
	[MD_BLOCK_QUOTE] = "blockquote",
	[MD_BLOCK_UL] = "ul",
	[MD_BLOCK_OL] = "ol",
	[MD_BLOCK_LI] = "li",
	[MD_BLOCK_HR] = "hr",
	[MD_BLOCK_H] = "h",
	[MD_BLOCK_CODE] = "pre",
	[MD_BLOCK_HTML] = NULL,
	[MD_BLOCK_P] = "p",
	[MD_BLOCK_TABLE] = "table",
	[MD_BLOCK_THEAD] = "thead",
	[MD_BLOCK_TBODY] = "tbody",
	[MD_BLOCK_TR] = "tr",
	[MD_BLOCK_TH] = "th",
	[MD_BLOCK_TD] = "td"};
static const char *const spans[] = {[MD_SPAN_EM] = "em",
	[MD_SPAN_STRONG] = "strong",
	[MD_SPAN_A] = "a",
	[MD_SPAN_IMG] = NULL,
	[MD_SPAN_CODE] = "code",
	[MD_SPAN_DEL] = "s",
	[MD_SPAN_LATEXMATH] = "span",
	[MD_SPAN_LATEXMATH_DISPLAY] = "span",
	[MD_SPAN_WIKILINK] = "span",
	[MD_SPAN_U] = "u"};

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct buf *b = ((struct writing *)user)->out;
	if (!blocks[type])
		return 0;
	buf_fmt(b, "<%s", blocks[type]);
	if (type == MD_BLOCK_H)
		buf_int(b, ((MD_BLOCK_H_DETAIL *)detail)->level);
	if (type == MD_BLOCK_OL)
		buf_fmt(b, " start=\"%u\"", ((MD_BLOCK_OL_DETAIL *)detail)->start);
	buf_chr(b, '>');
	if (type == MD_BLOCK_LI && ((MD_BLOCK_LI_DETAIL *)detail)->is_task)
		buf_str(b, ((MD_BLOCK_LI_DETAIL *)detail)->task_mark == ' ' ? "☐ " : "☒ ");
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct buf *b = ((struct writing *)user)->out;
	if (type == MD_BLOCK_H)
		buf_fmt(b, "</h%u>\n", ((MD_BLOCK_H_DETAIL *)detail)->level);
	else if (blocks[type] && type != MD_BLOCK_HR)
		buf_fmt(b, "</%s>\n", blocks[type]);
	return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct writing *w = user;
	if (type == MD_SPAN_IMG) {
		buf_str(w->out, "<img");
		put_attr(w->out, "src", &((MD_SPAN_IMG_DETAIL *)detail)->src);
		put_attr(w->out, "title", &((MD_SPAN_IMG_DETAIL *)detail)->title);
		buf_str(w->out, " alt=\"");
		w->in_image = true;
	} else if (!w->in_image) {
		buf_fmt(w->out, "<%s", spans[type]);
		if (type == MD_SPAN_A) {
			put_attr(w->out, "href", &((MD_SPAN_A_DETAIL *)detail)->href);
			put_attr(w->out, "title", &((MD_SPAN_A_DETAIL *)detail)->title);
		}
		buf_chr(w->out, '>');
	}
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct writing *w = user;
	(void)detail;
	if (type == MD_SPAN_IMG) {
		buf_str(w->out, "\">");
		w->in_image = false;
	} else if (!w->in_image) {
		buf_fmt(w->out, "</%s>", spans[type]);
	}
	return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE n, void *user)
{
	struct writing *w = user;
	if (type == MD_TEXT_BR)
		buf_str(w->out, w->in_image ? " " : "<br>");
	else if (type == MD_TEXT_SOFTBR)
		buf_chr(w->out, '\n');
	else if (type == MD_TEXT_NULLCHAR)
		buf_str(w->out, "\xEF\xBF\xBD");
	else if (type == MD_TEXT_ENTITY || (type == MD_TEXT_HTML && !w->in_image))
		buf_put(w->out, s, n);
	else
		put_escaped(w->out, s, n);
	return 0;
}

static void convert(const char *s, size_t n, struct buf *out)
{
	struct writing w = {.out = out};
	MD_PARSER p = {.flags = MD_DIALECT_GITHUB,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = text};
	md_parse(s, (MD_SIZE)n, &p, &w);
}

/* ---- what pandoc adds, taken out of the lines before */

struct marking {
	struct mem *mem;
	struct imp_flow *f;
	struct imp_index noted;                        /* what notes are called */
	struct buf body, notes, head;                  /* head: what the front matter says, as paragraphs */
};

static size_t line_length(const char *s)
{
	size_t n = strcspn(s, "\n");
	return n + (s[n] == '\n');
}

static bool is_blank(const char *s, size_t n)
{
	return strspn(s, " \t\r\n") >= n;
}

/* "[^1]: text" and the indented lines below; the length, 0: none. */
static size_t take_note(struct marking *k, const char *s)
{
	size_t id = strncmp(s, "[^", 2) ? 0 : strcspn(s + 2, "]\n ");
	if (!id || strncmp(s + 2 + id, "]:", 2))
		return 0;
	struct buf b = {0};
	size_t n = line_length(s), from = id + 4;
	buf_put(&b, s + from, n - from);
	for (;;) {
		size_t m = line_length(s + n), skip = n;
		while (m && is_blank(s + skip, m)) {           /* blank lines, if more of it follows them */
			skip += m;
			m = line_length(s + skip);
		}
		bool goes_on = m &&
			(!strncmp(s + skip, "    ", 4) || s[skip] == '\t' || (skip == n && strncmp(s + skip, "[^", 2)));
		if (!goes_on)
			break;
		buf_str(&b, skip > n ? "\n" : "");
		size_t cut = s[skip] == '\t' ? 1 : strspn(s + skip, " ") < 4 ? strspn(s + skip, " ") : 4;
		buf_put(&b, s + skip + cut, m - cut);
		n = skip + m;
	}
	buf_fmt(&k->notes, "<div id=\"fn-%.*s\" class=\"footnote\">", (int)id, s + 2);
	convert(b.data, b.len, &k->notes);
	buf_str(&k->notes, "</div>\n");
	buf_free(&b);
	return n;
}

static void find_notes(struct marking *k, const char *all)
{
	for (const char *at = all; (at = strstr(at, "[^")); at += 2) {
		size_t n = strcspn(at + 2, "]\n ");
		if (!strncmp(at + 2 + n, "]:", 2))
			imp_index_put(k->mem, &k->noted, NULL, mem_str(k->mem, at + 2, n), at);
	}
}

/* Attributes in braces, as pandoc puts them behind headings, links and pictures, on one line or two; 0: there are
 * none. */
static size_t attributes(const char *all, const char *s, const char *end)
{
	enum { LONG = 400 };
	bool behind = s > all && strchr(")]`", s[-1]);
	if (*s != '{' || (!behind && s[1] != '#' && s[1] != '.'))
		return 0;
	const char *last = memchr(s, '}', end - s < LONG ? (size_t)(end - s) : LONG);
	size_t n = last ? (size_t)(last - s) : 0;
	bool whole = last && !memmem(s, n, "\n\n", 2);
	return whole && (s[1] == '#' || s[1] == '.' || memchr(s, '=', n)) ? n + 1 : 0;
}

/* A line with its marks of notes as links. */
static void put_line(struct marking *k, const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		size_t id = strncmp(s, "[^", 2) ? 0 : strcspn(s + 2, "]\n ");
		if (id && s[2 + id] == ']' && imp_index_get(&k->noted, NULL, mem_str(k->mem, s + 2, id))) {
			buf_fmt(&k->body, "<a role=\"doc-noteref\" href=\"#fn-%.*s\">%.*s</a>", (int)id, s + 2, (int)id,
				s + 2);
			s += id + 3;
			continue;
		}
		buf_chr(&k->body, *s++);
	}
}

static size_t front_matter(struct marking *k, const char *s)
{
	static const char *const known[] = {"title", "author", "date", "lang"};
	const char *end = strncmp(s, "---\n", 4) ? NULL : strstr(s + 3, "\n---\n");
	if (!end)
		return 0;
	const char **const to[] = {&k->f->title, &k->f->author, &k->f->date, &k->f->lang};
	for (const char *l = s + 4; l <= end; l += line_length(l)) {
		size_t n = strcspn(l, "\n"), name = strcspn(l, ":\n"), i = 0;
		const char *value = l + name + (l[name] == ':');
		value += strspn(value, " \"'");
		size_t len = (size_t)(l + n - value);
		while (len && strchr(" \"'\r", value[len - 1]))
			len--;
		while (i < 4 && (strlen(known[i]) != name || strncmp(l, known[i], name)))
			i++;
		if (i < 4 && len)
			*to[i] = mem_str(k->mem, value, len);
		if (i == 3 || !len)
			continue;
		buf_fmt(&k->head, "<p class=\"%s\">", i < 3 ? known[i] : "front");
		put_escaped(&k->head, i < 4 ? value : l, i < 4 ? len : n);
		buf_str(&k->head, "</p>\n");
	}
	return (size_t)(end + 5 - s);
}

/* A cell of a drawn table may hold all there is but such a table. */
static void put_cell(void *user, const char *s, size_t n, struct buf *html)
{
	struct marking *k = user, inner = {.mem = k->mem, .f = k->f, .noted = k->noted};
	for (const char *end = s + n; s < end; s += line_length(s))
		put_line(&inner, s, line_length(s));
	if (inner.body.len)
		convert(inner.body.data, inner.body.len, html);
	buf_free(&inner.body);
}

static void take_apart(struct marking *k, const char *all)
{
	const char *s = all + front_matter(k, all);
	bool above = true;                                 /* a blank line is above */
	find_notes(k, all);
	char fence = 0;
	while (*s) {
		size_t n = line_length(s), indent = strspn(s, " ");
		bool mark = !strncmp(s + indent, "```", 3) || !strncmp(s + indent, "~~~", 3);
		if (mark && (!fence || fence == s[indent]))
			fence = fence ? 0 : s[indent];
		size_t note = fence ? 0 : take_note(k, s);
		if (!note && !fence && above)
			note = md_table(s, put_cell, k, &k->body);
		above = note || is_blank(s, n);
		if (note) {
			s += note;
			continue;
		}
		if (fence || mark)
			buf_put(&k->body, s, n);
		else if (strncmp(s, ":::", 3))
			put_line(k, s, n);
		else
			buf_chr(&k->body, '\n');
		s += n;
	}
}

enum imp_refusal imp_markdown(struct imp_flow *f, const char *data, size_t n)
{
	const char *encoding, *s = decode_text(f->mem, data, &n, &encoding);
	struct marking k = {.mem = f->mem, .f = f};
	char *lines = mem_str(f->mem, s, n), *to = lines;
	for (size_t i = 0; i < n; i++)                     /* one kind of line end, no byte that would end the text */
		if (s[i] != '\r')
			*to++ = s[i] ? s[i] : ' ';
	*to = '\0';
	char *kept = lines;
	for (const char *at = lines; at < to;) {
		size_t skip = attributes(lines, at, to);
		const bool column = skip && !strncmp(at + skip, "  ", 2);      /* what follows stays where it stands */
		memset(kept, ' ', column ? skip : 0);
		kept += column ? skip : 0;
		at += skip;
		if (!skip)
			*kept++ = *at++;
	}
	*kept = '\0';
	f->format = "markdown";
	take_apart(&k, lines);
	struct buf html = {0};
	if (k.head.len)
		buf_put(&html, k.head.data, k.head.len);
	if (k.body.len)
		convert(k.body.data, k.body.len, &html);
	if (k.notes.len)
		buf_put(&html, k.notes.data, k.notes.len);
	const char *title = f->title, *author = f->author, *date = f->date, *lang = f->lang;
	imp_html_text(f, html.data ? html.data : "", html.len);
	f->title = title ? title : f->title;
	f->author = author;
	f->date = date;
	f->lang = lang;
	if (!f->refused)
		imp_net_markdown(f, lines, strlen(lines));
	buf_free(&html);
	buf_free(&k.body);
	buf_free(&k.notes);
	buf_free(&k.head);
	if (f->refused)
		return IMP_BROKEN;
	imp_tidy(f);
	return IMP_TAKEN;
}
