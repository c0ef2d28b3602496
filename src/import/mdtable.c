/* mdtable.c: pandoc's tables, by the columns of characters they stand in, and MultiMarkdown's, by their bars. */
#include "import/mdparts.h"

#include <string.h>

enum { COLUMNS = 64, ROW_LINES = 500 };

struct drawing {
	md_cell *cell;
	void *user;
	struct buf *html;
	size_t from[COLUMNS], to[COLUMNS];             /* of each column, in characters; to 0: to the end */
	int n;
	bool loose;                                    /* blanks at the left of a cell only set it right */
	const char *lines[ROW_LINES];                  /* of the row that is being read */
	int nlines;
};

static size_t length(const char *s)
{
	return strcspn(s, "\n");
}

static const char *next(const char *s)
{
	size_t n = length(s);
	return s + n + (s[n] == '\n');
}

static bool is_blank(const char *s)
{
	return strspn(s, " \t\r") == length(s);
}

static bool consists_of(const char *s, const char *signs)
{
	return length(s) && strspn(s, signs) == length(s);
}

/* The byte where the character of that column begins. */
static size_t byte_at(const char *s, size_t column)
{
	size_t i = 0, n = length(s);
	while (i < n && column > 0) {
		i++;
		while (i < n && ((unsigned char)s[i] & 0xC0) == 0x80)
			i++;
		column--;
	}
	return i;
}

static void put_text(struct drawing *d, const char *s, size_t n, const char *as, int cols)
{
	struct buf html = {0};
	buf_fmt(d->html, cols > 1 ? "<%s colspan=\"%d\">" : "<%s>", as, cols);
	d->cell(d->user, s, n, &html);
	md_put_line(d->html, &html);
	buf_fmt(d->html, "</%s>", as);
	buf_free(&html);
}

static void put_cell(struct drawing *d, int column, bool head)
{
	struct buf text = {0};
	for (int i = 0; i < d->nlines; i++) {
		const char *s = d->lines[i];
		size_t from = byte_at(s, d->from[column]), to = d->to[column] ? byte_at(s, d->to[column]) : length(s);
		while (to > from && strchr(" \t", s[to - 1]))
			to--;
		for (size_t blanks = d->loose ? to : 1; blanks && from < to && s[from] == ' '; blanks--)
			from++;
		buf_put(&text, s + from, to - from);
		buf_chr(&text, '\n');
	}
	put_text(d, text.data ? text.data : "", text.len, head ? "th" : "td", 1);
	buf_free(&text);
}

static void put_row(struct drawing *d, bool head)
{
	if (!d->nlines)
		return;
	buf_str(d->html, "<tr>");
	for (int i = 0; i < d->n; i++)
		put_cell(d, i, head);
	buf_str(d->html, "</tr>");
	d->nlines = 0;
}

static void add_line(struct drawing *d, const char *s)
{
	if (d->nlines < ROW_LINES)
		d->lines[d->nlines++] = s;
}

/* ---- grids: +---+---+ above and below each row, +===+===+ below the head */

static bool is_edge(const char *s)
{
	return s[0] == '+' && consists_of(s, "+-=:") && length(s) > 2 && memchr(s + 1, '+', length(s) - 1);
}

static bool has_head(const char *s)
{
	for (s = next(s); *s == '|' || *s == '+'; s = next(s))
		if (is_edge(s) && memchr(s, '=', length(s)))
			return true;
	return false;
}

static size_t grid(struct drawing *d, const char *start)
{
	const char *s = start, *end = start;
	bool head = has_head(s);
	for (size_t i = 0; i + 1 < length(s) && d->n < COLUMNS; i++)
		if (s[i] == '+') {
			d->from[d->n] = i + 1;
			d->to[d->n] = i + 1 + strcspn(s + i + 1, "+\n");
			d->n++;
		}
	for (s = next(s); *s == '|' || is_edge(s); s = next(s)) {
		if (*s == '|') {
			add_line(d, s);
			continue;
		}
		put_row(d, head);
		head = head && !memchr(s, '=', length(s));
		end = next(s);
	}
	put_row(d, false);
	return (size_t)((s > end ? s : end) - start);
}

/* ---- columns under strokes */

/* "-----  ---- -----": at least two; the columns begin where they begin. */
static bool is_strokes(const char *s)
{
	const char *t = s + strspn(s, " ");
	size_t first = strspn(t, "-"), gap = strspn(t + first, " ");
	return consists_of(s, " -") && first > 1 && gap && t[first + gap] == '-';
}

static bool is_rule(const char *s)
{
	const char *t = s + strspn(s, " ");
	return length(t) >= 10 && consists_of(t, "-");
}

static void read_strokes(struct drawing *d, const char *s)
{
	d->loose = true;
	for (size_t i = strspn(s, " "); i < length(s) && d->n < COLUMNS;) {
		size_t stroke = strspn(s + i, "-"), gap = strspn(s + i + stroke, " ");
		d->from[d->n] = d->n ? i : 0;
		d->to[d->n++] = i + stroke + gap < length(s) ? i + stroke + gap : 0;
		i += stroke + gap;
	}
}

/* One line a row, up to a blank one or (closed) to the next strokes. */
static size_t simple(struct drawing *d, const char *start, bool head)
{
	const char *s = start;
	if (head) {
		add_line(d, s);
		s = next(s);
	}
	read_strokes(d, s);
	put_row(d, true);
	bool any = false;
	for (s = next(s); *s && !is_blank(s); s = next(s)) {
		if (is_strokes(s) || is_rule(s)) {
			s = next(s);
			break;
		}
		add_line(d, s);
		put_row(d, false);
		any = true;
	}
	return any || head ? (size_t)(s - start) : 0;
}

/* A rule, a head of several lines, strokes, rows parted by blank lines, a rule. */
static size_t multiline(struct drawing *d, const char *start)
{
	const char *s = next(start), *strokes = s;
	while (*strokes && !is_blank(strokes) && !is_strokes(strokes))
		strokes = next(strokes);
	if (!is_strokes(strokes) || strokes == s)
		return 0;
	for (; s < strokes; s = next(s))
		add_line(d, s);
	read_strokes(d, strokes);
	put_row(d, true);
	for (s = next(strokes); *s && !is_rule(s); s = next(s)) {
		if (is_blank(s))
			put_row(d, false);
		else
			add_line(d, s);
	}
	put_row(d, false);
	return (size_t)(next(s) - start);
}

/* ---- rows of bars, where they say more than md4c reads */

static bool is_bars(const char *s)
{
	return memchr(s, '|', length(s)) != NULL;
}

static bool is_divider(const char *s)
{
	return is_bars(s) && memchr(s, '-', length(s)) && consists_of(s, "|:-=+. \t\r");
}

/* "[Kosten]", "[Kosten][kosten]": the bytes of the title; 0: none. */
static size_t title_of(const char *s)
{
	const size_t n = *s == '[' ? strcspn(s, "]\n") : 0;
	const char *rest = s + n + 1;
	if (n < 2 || s[n] != ']' || s[1] == '^')
		return 0;
	rest += *rest == '[' ? strcspn(rest, "]\n") + 1 : 0;
	return is_blank(rest) ? n - 1 : 0;
}

/* The end of a cell's text: a bar that is no sign of the text. */
static const char *cell_end(const char *s, const char *end)
{
	bool code = false;
	for (; s < end && (code || *s != '|'); s++)
		if (*s == '\\' && s + 1 < end)
			s++;
		else if (*s == '`')
			code = !code;
	return s < end ? s : end;
}

static void bar_row(struct drawing *d, const char *s, const char *as)
{
	const char *end = s + length(s);
	s += strspn(s, " \t");
	s += *s == '|';
	while (end > s && strchr(" \t\r", end[-1]))
		end--;
	buf_str(d->html, "<tr>");
	while (s < end) {
		const char *stop = cell_end(s, end), *to = stop;
		const size_t bars = strspn(stop, "|");
		while (s < to && *s == ' ')
			s++;
		while (to > s && to[-1] == ' ')
			to--;
		put_text(d, s, (size_t)(to - s), as, bars > COLUMNS ? COLUMNS : (int)bars);
		s = stop + bars;
	}
	buf_str(d->html, "</tr>");
}

static void put_title(struct drawing *d, const char *s)
{
	put_text(d, s + 1, title_of(s), "caption", 1);
}

/* md4c wants three strokes of each column. */
static bool is_short(const char *divider)
{
	for (size_t i = 0, n = length(divider); i < n;) {
		const size_t run = strspn(divider + i, "-");
		if (run == 1 || run == 2)
			return true;
		i += run ? run : 1;
	}
	return false;
}

/* The line of strokes below the head rows from s on; NULL: there is none. */
static const char *divider_of(const char *s, int *heads, bool *spans)
{
	for (*heads = 0; is_bars(s) && !is_divider(s) && *heads < ROW_LINES; s = next(s), ++*heads)
		*spans |= memmem(s, length(s), "||", 2) != NULL;
	return *heads && is_divider(s) ? s : NULL;
}

static size_t bars(struct drawing *d, const char *start)
{
	int heads;
	bool spans = false;
	const char *first = title_of(start) ? next(start) : start, *divider = divider_of(first, &heads, &spans), *s;
	if (!divider)
		return 0;
	for (s = next(divider); is_bars(s); s = next(s))
		;
	const bool above = first != start, below = title_of(s);
	if (heads < 2 && !spans && !above && !below && !is_short(divider))
		return 0;
	if (above || below)
		put_title(d, above ? start : s);
	for (const char *row = first; row != s; row = next(row))
		if (row != divider)
			bar_row(d, row, row < divider ? "th" : "td");
	return (size_t)((below && !above ? next(s) : s) - start);
}

size_t md_table(const char *s, md_cell *cell, void *user, struct buf *html)
{
	struct drawing *d = &(struct drawing){.cell = cell, .user = user, .html = html};
	size_t before = html->len, n = 0;
	buf_str(html, "\n<table>");
	if (is_edge(s))
		n = grid(d, s);
	else if (is_rule(s))
		n = multiline(d, s);
	else if (is_strokes(s))
		n = simple(d, s, false);
	else if (!is_blank(s) && *next(s) && is_strokes(next(s)))
		n = simple(d, s, true);
	else
		n = bars(d, s);
	buf_str(html, "</table>\n\n");
	if (!n) {
		html->len = before;
		if (html->data)
			html->data[before] = '\0';
	}
	return n;
}
