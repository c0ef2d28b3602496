/* esc.c: characters of XML that mean something, as entities; see esc.h for what XML cannot hold. */
#include "base/esc.h"

#include <string.h>

#include "base/buf.h"
#include "base/u8.h"

static bool held(uint32_t c)
{
	return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
}

/* The next character; *lost: a broken byte, or one that XML cannot hold. */
static uint32_t next(const char **s, const char *end, bool *lost)
{
	const char *at = *s;
	uint32_t c = u8_get(s, end);
	*lost = !held(c) || (c == 0xFFFD && *s - at == 1);
	return c;
}

/* What stands for the character; NULL: itself. */
static const char *entity(uint32_t c, bool attr, char quote)
{
	switch (c) {
	case '&':  return "&amp;";
	case '<':  return "&lt;";
	case '>':  return "&gt;";
	case '"':  return !attr || quote == '"' ? "&quot;" : NULL;
	case '\'': return attr && quote == '\'' ? "&apos;" : NULL;
	case '\t': return attr ? "&#9;" : NULL;
	case '\n': return attr ? "&#10;" : NULL;
	case '\r': return attr ? "&#10;" : "\n";
	default:   return NULL;
	}
}

static void put(struct buf *b, const char *s, size_t n, bool attr, char quote)
{
	const char *end = s + n, *from = s;                /* from: what is still to be put as it is */
	while ((s += u8_plain(s, end)) < end) {
		const char *at = s;
		bool lost;
		uint32_t c = next(&s, end, &lost);
		const char *e = lost ? "\uFFFD" : entity(c, attr, quote);
		if (!e)
			continue;
		buf_put(b, from, (size_t)(at - from));
		buf_str(b, e);
		s += c == '\r' && s < end && *s == '\n';
		from = s;
	}
	buf_put(b, from, (size_t)(end - from));
}

void esc_text(struct buf *b, const char *s, size_t n)
{
	put(b, s, n, false, '"');
}

void esc_attr(struct buf *b, const char *s, size_t n, char quote)
{
	put(b, s, n, true, quote);
}

bool esc_holds(const char *s, size_t n)
{
	bool lost = false;
	for (const char *end = s + n; s < end && !lost;)
		next(&s, end, &lost);
	return !lost;
}

void esc_csv(struct buf *b, const char *s)
{
	if (b->len && b->data[b->len - 1] != '\n')
		buf_chr(b, ';');
	buf_chr(b, '"');
	while (*s == ' ')
		s++;
	if (*s && strchr("=+-@", *s))
		buf_chr(b, '\'');
	for (; *s; s++)
		if (*s == '"')
			buf_str(b, "\"\"");
		else
			buf_chr(b, *s == '\n' || *s == '\r' || *s == '\t' ? ' ' : *s);
	buf_chr(b, '"');
}
