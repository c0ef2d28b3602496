/* markdown.c: Markdown to HTML (md4c says what it is, we write it), read as such: so HTML in the Markdown is read too.
 * Besides CommonMark and GitHub's tables: front matter, footnotes and attributes as pandoc writes them. */
#include <md4c.h>
#include <string.h>

#include "base/decode.h"
#include "base/esc.h"
#include "import/formats.h"
#include "import/index.h"
#include "import/mdparts.h"
#include "import/net.h"
#include "import/tidy.h"

struct writing {
	struct buf *out;
	bool in_image;
};

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
			esc_text(b, s, n);
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
		esc_text(w->out, s, n);
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
	int inlined;                                   /* notes that stand where their mark does */
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

static void put_note(struct marking *k, const char *id, size_t n, const char *s, size_t len);

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
	put_note(k, s + 2, id, b.data ? b.data : "", b.len);
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

/* A heading, a fence, the title of a table: elsewhere braces are text. */
static bool takes_attributes(const char *all, const char *at)
{
	static const char *const begins[] = {"#", "```", "~~~", ":", "Table:", "|", "[", "<"};
	const char *line = at, *below = at + strcspn(at, "\n");
	while (line > all && line[-1] != '\n')
		line--;
	line += strspn(line, " >");
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (!strncmp(line, begins[i], strlen(begins[i])))
			return true;
	return *below && (below[1] == '=' || below[1] == '-');
}

/* Attributes in braces, as pandoc puts them behind headings, links and pictures, on one line or two; 0: there are
 * none. */
static size_t attributes(const char *all, const char *s, const char *end)
{
	enum { LONG = 400 };
	bool behind = s > all && strchr(")]`", s[-1]);
	if (*s != '{' || (!behind && ((s[1] != '#' && s[1] != '.') || !takes_attributes(all, s))))
		return 0;
	const char *last = memchr(s, '}', end - s < LONG ? (size_t)(end - s) : LONG);
	size_t n = last ? (size_t)(last - s) : 0;
	bool whole = last && !memmem(s, n, "\n\n", 2);
	return whole && (s[1] == '#' || s[1] == '.' || memchr(s, '=', n)) ? n + 1 : 0;
}

enum { LONG_NOTE = 4000 };

/* "`code`" is none of ours: its bytes; 0: no code begins here. */
static size_t code_at(const char *s)
{
	const size_t n = strspn(s, "`");
	for (size_t i = n; n && i < LONG_NOTE && s[i] && strncmp(s + i, "\n\n", 2);) {
		const size_t run = strspn(s + i, "`");
		if (run == n)
			return i + n;
		i += run ? run : 1;
	}
	return n;
}

/* "^[a note]": its bytes; 0: none. */
static size_t inline_note(const char *s)
{
	int open = 0;
	if (strncmp(s, "^[", 2))
		return 0;
	for (size_t i = 1; i < LONG_NOTE && s[i] && strncmp(s + i, "\n\n", 2); i++) {
		if (s[i] == '\\' && s[i + 1])
			i++;
		else if (s[i] == '[')
			open++;
		else if (s[i] == ']' && !--open)
			return i + 1;
	}
	return 0;
}

static void put_mark(struct buf *to, const char *id, size_t n)
{
	buf_fmt(to, "<a role=\"doc-noteref\" href=\"#fn-%.*s\">%.*s</a>", (int)n, id, (int)n, id);
}

/* A line with its notes and marks of notes as links; where the next one begins. */
static const char *put_line(struct marking *k, const char *s, struct buf *to)
{
	while (*s) {
		const size_t id = strncmp(s, "[^", 2) ? 0 : strcspn(s + 2, "]\n ");
		const size_t code = code_at(s), note = inline_note(s);
		if (id && s[2 + id] == ']' && imp_index_get(&k->noted, NULL, mem_str(k->mem, s + 2, id))) {
			put_mark(to, s + 2, id);
			s += id + 3;
		} else if (note) {
			const char *name = mem_fmt(k->mem, " %d", ++k->inlined);       /* theirs have no blank */
			put_mark(to, name, strlen(name));
			put_note(k, name, strlen(name), s + 2, note - 3);
			s += note;
		} else if (code) {
			buf_put(to, s, code);
			s += code;
		} else {
			buf_chr(to, *s++);
			if (s[-1] == '\n')
				break;
		}
	}
	return s;
}

static void put_note(struct marking *k, const char *id, size_t n, const char *s, size_t len)
{
	struct buf b = {0};
	for (const char *text = mem_str(k->mem, s, len); *text;)
		text = put_line(k, text, &b);
	buf_fmt(&k->notes, "<div id=\"fn-%.*s\" class=\"footnote\">", (int)n, id);
	convert(b.data, b.len, &k->notes);
	buf_str(&k->notes, "</div>\n");
	buf_free(&b);
}

/* A cell of a drawn table may hold all there is but such a table. */
static void put_cell(void *user, const char *s, size_t n, struct buf *html)
{
	struct marking *k = user;
	struct buf b = {0};
	for (const char *text = mem_str(k->mem, s, n); *text;)
		text = put_line(k, text, &b);
	if (b.len)
		convert(b.data, b.len, html);
	buf_free(&b);
}

/* A block that md4c does not know, at the begin of a line (above: a blank one is above, table: a table). */
static size_t take_block(struct marking *k, const char *s, bool above, bool *table)
{
	size_t n = above ? md_table(s, put_cell, k, &k->body) : 0;
	if (n)
		*table = true;
	else if (above && !(n = md_caption(s, *table, put_cell, k, &k->body)))
		n = md_terms(s, put_cell, k, &k->body);
	return n;
}

static void take_apart(struct marking *k, const char *all)
{
	const char *s = all + md_front(k->f, all, &k->head);
	bool above = true, table = false;                  /* a blank line is above; the last block is a table */
	find_notes(k, all);
	char fence = 0;
	while (*s) {
		size_t n = line_length(s), indent = strspn(s, " ");
		bool mark = !strncmp(s + indent, "```", 3) || !strncmp(s + indent, "~~~", 3), blank = is_blank(s, n);
		if (mark && (!fence || fence == s[indent]))
			fence = fence ? 0 : s[indent];
		size_t note = fence ? 0 : take_note(k, s);
		if (!note && !fence)
			note = take_block(k, s, above, &table);
		if (note) {
			above = true;
			s += note;
			continue;
		}
		above = blank;
		table = blank ? table : !fence && s[indent] == '|';
		if (fence || mark)
			buf_put(&k->body, s, n);
		else if (strncmp(s, ":::", 3)) {
			s = put_line(k, s, &k->body);
			continue;
		} else
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
