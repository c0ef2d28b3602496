/* prose.c: explanations as they stand in the tables (plain text with examples in it) to the handbook's markup: what is
 * source becomes <code>. */
#include <string.h>

#include "base/esc.h"
#include "base/u8.h"
#include "cli/reference.h"

static bool name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

/* `literal`: up to the closing backtick. */
static size_t literal(const char *s)
{
	const char *end = *s == '`' ? strchr(s + 1, '`') : NULL;
	return end ? (size_t)(end - s) + 1 : 0;
}

/* A tag, quotes inside respected: <a b="c">, </a>. */
static size_t tag(const char *s)
{
	if (*s != '<' || !(name_char(s[1]) || s[1] == '/' || s[1] == '!' || s[1] == '?'))
		return 0;
	char quote = 0;
	for (const char *p = s + 1; *p; p++)
		if (quote)
			quote = *p == quote ? 0 : quote;
		else if (*p == '"')
			quote = *p;
		else if (*p == '>')
			return (size_t)(p - s) + 1;
	return 0;
}

/* name="value" */
static size_t attribute(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-:");
	const char *end = n && s[n] == '=' && s[n + 1] == '"' ? strchr(s + n + 2, '"') : NULL;
	return end ? (size_t)(end - s) + 1 : 0;
}

/* &#x2013; */
static size_t reference(const char *s)
{
	size_t n = *s == '&' && s[1] == '#' ? strspn(s + 2, "0123456789abcdefABCDEFx") : 0;
	return n && s[n + 2] == ';' ? n + 3 : 0;
}

static size_t source_at(const char *s, bool word_start)
{
	size_t n = literal(s);
	if (!n)
		n = tag(s);
	if (!n)
		n = reference(s);
	return n || !word_start ? n : attribute(s);
}

void ref_prose(struct buf *b, const char *s)
{
	const char *end = s + strlen(s);
	bool word_start = true;
	while (s < end) {
		size_t n = source_at(s, word_start);
		if (n) {
			bool ticks = *s == '`';
			buf_str(b, "<code>");
			esc_text(b, s + ticks, n - 2 * ticks);
			buf_str(b, "</code>");
			s += n;
			word_start = false;
		} else {
			const char *at = s;
			word_start = !name_char(*s);
			u8_get(&s, end);
			esc_text(b, at, (size_t)(s - at));
		}
	}
}
