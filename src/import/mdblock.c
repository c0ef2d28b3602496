/* mdblock.c: blocks that pandoc adds to Markdown: titles of tables, terms and what they mean. */
#include <string.h>
#include <strings.h>

#include "import/mdparts.h"

void md_put_line(struct buf *to, const struct buf *html)
{
	for (size_t i = 0; i < html->len; i++)
		if (html->data[i] == '\n')
			buf_str(to, i + 1 < html->len && html->data[i + 1] == '<' ? " " : "&#10;");
		else
			buf_chr(to, html->data[i]);
}

static const char *next(const char *s)
{
	const size_t n = strcspn(s, "\n");
	return s + n + (s[n] == '\n');
}

static bool is_blank(const char *s)
{
	return strspn(s, " \t\r") == strcspn(s, "\n");
}

static const char *past_blank(const char *s)
{
	while (*s && is_blank(s))
		s = next(s);
	return s;
}

static const char *paragraph_end(const char *s)
{
	while (*s && !is_blank(s))
		s = next(s);
	return s;
}

/* As HTML in an element; a paragraph alone is its text. */
static void put(struct buf *to, const char *as, const struct buf *text, md_cell *cell, void *user)
{
	static const char open[] = "<div><p>", close[] = "</p>\n</div>\n";
	struct buf html = {0};
	cell(user, text->data ? text->data : "", text->len, &html);
	struct buf inner = html;
	const char *end = html.len ? strstr(html.data, close) : NULL;
	if (end && !strncmp(html.data, open, sizeof open - 1) && !end[sizeof close - 1]) {
		inner.data += sizeof open - 1;
		inner.len = (size_t)(end - inner.data);
	}
	buf_fmt(to, "<%s>", as);
	md_put_line(to, &inner);
	buf_fmt(to, "</%.*s>", (int)strcspn(as, " "), as);
	buf_free(&html);
}

/* ---- titles of tables */

static bool begins_table(const char *s)
{
	const size_t n = strcspn(s, "\n"), in = strspn(s, " ");
	const char *below = next(s);
	const size_t under = strspn(below, " -");
	return *s && (memchr(s, '|', n) || (s[in] == '+' && s[in + 1] == '-') || strspn(s, " -") == n ||
		(under > 2 && below[under] == '\n' && memchr(below, ' ', under)));
}

size_t md_caption(const char *s, bool above, md_cell *cell, void *user, struct buf *html)
{
	static const char *const words[] = {"Table:", "Tabelle:", ":"};
	const char *start = s;
	size_t i = 0;
	s += strspn(s, " ") < 4 ? strspn(s, " ") : 0;
	while (i < 3 && strncasecmp(s, words[i], strlen(words[i])) != 0)
		i++;
	const char *text = i < 3 ? s + strlen(words[i]) : "", *end = paragraph_end(s);
	if ((*text != ' ' && *text != '\t') || is_blank(text) || (!above && !begins_table(past_blank(end))))
		return 0;
	struct buf title = {0};
	const char *from = i == 2 ? text : s;                  /* a word counts */
	buf_put(&title, from, (size_t)(end - from));
	buf_str(html, "\n");
	put(html, "p class=\"caption\"", &title, cell, user);
	buf_str(html, "\n\n");
	buf_free(&title);
	return (size_t)(end - start);
}

/* ---- terms */

/* ":   what it means": where that begins; NULL: nothing of the kind. */
static const char *explanation(const char *s)
{
	s += strspn(s, " ") < 3 ? strspn(s, " ") : 0;
	if (*s != ':' || (s[1] != ' ' && s[1] != '\t') || is_blank(s + 1))
		return NULL;
	return s + 1 + strspn(s + 1, " \t");
}

/* The line below a term that explains it; NULL: it is no term. */
static const char *explained(const char *s)
{
	const char *below = *s ? next(s) : s;
	if (!*s || strchr(" \t\n#>|-+~:<", *s) || !strncmp(s, "* ", 2) || is_blank(s))
		return NULL;
	below = *below && is_blank(below) ? next(below) : below;
	return explanation(below) ? below : NULL;
}

/* What one explanation says: its lines, and paragraphs that are indented. */
static const char *take_explanation(const char *s, struct buf *text)
{
	s = explanation(s);
	for (bool first = true; *s; first = false) {
		const char *from = s;
		if (!first && (explanation(s) || is_blank(s))) {
			s = past_blank(s);
			if (strncmp(s, "    ", 4) && *s != '\t')
				return from;
			buf_str(text, "\n");
		}
		const size_t in = first ? 0 : strspn(s, " \t") < 4 ? strspn(s, " \t") : *s == '\t' ? 1 : 4;
		from = s + in;
		s = next(s);
		buf_put(text, from, (size_t)(s - from));
	}
	return s;
}

size_t md_terms(const char *start, md_cell *cell, void *user, struct buf *html)
{
	const char *s = start, *below = explained(s);
	if (!below)
		return 0;
	buf_str(html, "\n<dl>");
	for (; below; below = explained(s)) {
		struct buf term = {0};
		buf_put(&term, s, strcspn(s, "\n"));
		put(html, "dt", &term, cell, user);
		buf_free(&term);
		for (s = below; explanation(s);) {
			struct buf text = {0};
			const char *end = take_explanation(s, &text);
			put(html, "dd", &text, cell, user);
			buf_free(&text);
			s = explanation(past_blank(end)) || explained(past_blank(end)) ? past_blank(end) : end;
		}
	}
	buf_str(html, "</dl>\n\n");
	return (size_t)(s - start);
}
