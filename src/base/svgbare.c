/* svgbare.c: an SVG without what no reader of it shows: what drawing programs keep for themselves (their elements and
 * attributes bear a prefix of their own, which holds names of people and folders), metadata, comments, its own title
 * and description (who shows it says them), what is switched off or only kept to be drawn elsewhere, names of layers
 * and styles, links to files beside it: what would need them (use, style) is in no drawing that is taken. Bytes that
 * are left stay as they are (SVG 1.1, 5.4, 11.5, 21, 23.3). */
#include <string.h>

#include "base/metadata.h"

/* entities: it uses those that its document type declares */
struct scan { struct buf *out; const char *p, *end; bool entities; };
struct part { const char *s; size_t n; };

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool begins(const struct scan *s, const char *with)
{
	const size_t n = strlen(with);
	return (size_t)(s->end - s->p) >= n && !memcmp(s->p, with, n);
}

/* Behind the next mark, the end where there is none. */
static const char *behind(const char *p, const char *end, const char *mark)
{
	const char *at = memmem(p, (size_t)(end - p), mark, strlen(mark));
	return at ? at + strlen(mark) : end;
}

/* Behind a tag or a document type; ">" in quotes or within [] is none. */
static const char *tag_end(const char *p, const char *end)
{
	char quote = 0;
	int depth = 0;
	for (; p < end; p++) {
		if (quote)
			quote = *p == quote ? 0 : quote;
		else if (*p == '"' || *p == '\'')
			quote = *p;
		else if (*p == '>' && depth <= 0)
			return p + 1;
		else
			depth += *p == '[' ? 1 : *p == ']' ? -1 : 0;
	}
	return end;
}

static struct part name_at(const char *p, const char *end)
{
	struct part name = {p, 0};
	while (p + name.n < end && !is_blank(p[name.n]) && !strchr("=/>", p[name.n]))
		name.n++;
	return name;
}

static bool is_among(struct part name, const char *const *all)
{
	for (; *all; all++)
		if (strlen(*all) == name.n && !memcmp(*all, name.s, name.n))
			return true;
	return false;
}

/* It bears the prefix of a program. */
static bool is_foreign(struct part name)
{
	static const char *const ours[] = {"svg", "xml", "xmlns", "xlink", NULL};
	const char *colon = memchr(name.s, ':', name.n);
	return colon && !is_among((struct part){name.s, (size_t)(colon - name.s)}, ours);
}

/* ---- attributes */

struct attr { struct part name, value; const char *from, *to; };       /* from, to: with the blanks before it */

/* The next one up to the end of its tag; false: there is none. */
static bool next_attr(const char **p, const char *end, struct attr *a)
{
	const char *q = a->from = *p;
	while (q < end && (is_blank(*q) || *q == '/'))
		q++;
	a->name = name_at(q, end);
	for (q += a->name.n; q < end && (is_blank(*q) || *q == '=');)
		q++;
	if (!a->name.n || q >= end || (*q != '"' && *q != '\''))
		return false;
	const char *stop = memchr(q + 1, *q, (size_t)(end - q - 1));
	if (!stop)
		return false;
	a->value = (struct part){q + 1, (size_t)(stop - q - 1)};
	*p = a->to = stop + 1;
	return true;
}

static bool is_attr(const struct attr *a, const char *name)
{
	return a->name.n == strlen(name) && !memcmp(a->name.s, name, a->name.n);
}

/* "display:none" among the properties, blanks or not. */
static bool says_none(struct part v)
{
	static const char wanted[] = "display:none";
	size_t k = 0;
	for (size_t i = 0; i < v.n && wanted[k]; i++)
		if (!is_blank(v.s[i]))
			k = v.s[i] == wanted[k] ? k + 1 : v.s[i] == *wanted;
	return !wanted[k];
}

static bool is_off(const char *attrs, const char *end)
{
	struct attr a;
	while (next_attr(&attrs, end, &a))
		if ((is_attr(&a, "display") && a.value.n == 4 && !memcmp(a.value.s, "none", 4)) ||
			(is_attr(&a, "style") && says_none(a.value)))
			return true;
	return false;
}

/* A file that lies beside it, or on its author's disk. */
static bool is_local(struct part v)
{
	static const char *const elsewhere[] = {"#", "http:", "https:", "mailto:", "tel:", "data:", NULL};
	for (const char *const *w = elsewhere; *w; w++)
		if (v.n >= strlen(*w) && !memcmp(v.s, *w, strlen(*w)))
			return false;
	return true;
}

/* What says something about its author and nothing about the drawing. */
static bool is_private(const struct attr *a)
{
	if (is_foreign(a->name) || (a->name.n >= 5 && !memcmp(a->name.s, "data-", 5)))
		return true;
	const bool link = is_attr(a, "href") || is_attr(a, "xlink:href");
	return is_attr(a, "id") || is_attr(a, "class") || (link && is_local(a->value));
}

static void put_tag(struct scan *s, struct part name, const char *end)
{
	const char *p = name.s + name.n;
	struct attr a;
	buf_put(s->out, s->p, (size_t)(p - s->p));
	while (next_attr(&p, end, &a))
		if (!is_private(&a))
			buf_put(s->out, a.from, (size_t)(a.to - a.from));
	buf_put(s->out, p, (size_t)(end - p));
}

/* ---- elements */

/* Behind what is neither element nor text; NULL: that is something else. */
static const char *aside(const struct scan *s)
{
	return begins(s, "<!--")         ? behind(s->p + 4, s->end, "-->")
		: begins(s, "<?")        ? behind(s->p, s->end, "?>")
		: begins(s, "<![CDATA[") ? behind(s->p, s->end, "]]>")
		: begins(s, "<!")        ? tag_end(s->p, s->end)
					 : NULL;
}

/* Behind the element whose tag ends at p. */
static const char *element_end(const struct scan *s, const char *p)
{
	struct scan in = {.p = p, .end = s->end};
	for (int depth = p[-2] != '/'; depth > 0 && in.end - in.p > 1;) {
		const char *other = *in.p == '<' ? aside(&in) : in.p + 1;
		if (!other) {
			other = tag_end(in.p, in.end);
			depth += in.p[1] == '/' ? -1 : other[-2] != '/';
		}
		in.p = other;
	}
	return in.p;
}

static void element(struct scan *s)
{
	static const char *const dropped[] = {"metadata", "title", "desc", "defs", "symbol", "clipPath", "mask",
		"pattern", "filter", "marker", "linearGradient", "radialGradient", NULL};
	const char *end = tag_end(s->p, s->end);
	const struct part name = name_at(s->p + 1, end);
	const char *colon = memchr(name.s, ':', name.n);
	const struct part own = colon ? (struct part){colon + 1, (size_t)(name.s + name.n - colon - 1)} : name;
	if (s->p[1] == '/') {
		buf_put(s->out, s->p, (size_t)(end - s->p));
	} else if (is_foreign(name) || is_among(own, dropped) || is_off(name.s + name.n, end)) {
		end = element_end(s, end);
	} else {
		put_tag(s, name, end);
	}
	s->p = end;
}

/* It uses "&ns;", which only its document type explains. */
static bool uses_entities(const char *p, const char *end)
{
	static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#", NULL};
	for (; (p = memchr(p, '&', (size_t)(end - p))); p++) {
		bool plain = false;
		for (const char *const *k = known; *k && !plain; k++)
			plain = (size_t)(end - p) >= strlen(*k) && !memcmp(p, *k, strlen(*k));
		if (!plain)
			return true;
	}
	return false;
}

/* A comment, an instruction to a program, a document type that explains nothing, text where none is drawn. */
static bool is_said_aside(const struct scan *s)
{
	return (*s->p != '<' && !is_blank(*s->p)) || begins(s, "<![CDATA[") || begins(s, "<!--") ||
		(begins(s, "<?") && !begins(s, "<?xml ")) || (begins(s, "<!DOCTYPE") && !s->entities);
}

void pic_bare_svg(struct buf *out, const char *data, size_t size)
{
	struct scan s = {out, data, data + size, uses_entities(data, data + size)};
	while (s.p < s.end) {
		const char *other = *s.p == '<' ? aside(&s) : s.p + 1;
		if (!other && s.end - s.p > 2) {
			element(&s);
			continue;
		}
		if (!other)
			break;
		if (!is_said_aside(&s))
			buf_put(out, s.p, (size_t)(other - s.p));
		s.p = other;
	}
}
