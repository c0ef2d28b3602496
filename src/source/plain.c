/* plain.c: a template read without the XML parser, which costs a tenth of a short run. Most hold nothing but elements,
 * values and comments; whatever else stands in one, or may be wrong in it, is left to libxml2 and its messages. */
#include <string.h>

#include "base/u8.h"
#include "source/load.h"

enum { DEEPEST = 31, ATTRS = 64 };

struct plain { struct mem *mem; const char *file, *p; int line; };

static bool name_begins(char c)
{
	return (c | 0x20) >= 'a' ? (c | 0x20) <= 'z' : c == '_';
}

static bool in_name(char c)
{
	return name_begins(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static size_t name_at(const char *p)
{
	size_t n = 0;
	while (n ? in_name(p[n]) : name_begins(*p))
		n++;
	return n;
}

static bool takes(struct plain *x, const char *what)
{
	const size_t n = strlen(what);
	if (strncmp(x->p, what, n))
		return false;
	x->p += n;
	return true;
}

static void skip(struct plain *x)
{
	for (; *x->p == ' ' || *x->p == '\t' || *x->p == '\n'; x->p++)
		x->line += *x->p == '\n';
}

/* Behind the opening "<!--". */
static bool comment(struct plain *x)
{
	for (; *x->p != '-' || x->p[1] != '-'; x->p++) {
		const char c = *x->p;
		if ((unsigned char)c < ' ' && c != '\n' && c != '\t')
			return false;
		x->line += c == '\n';
	}
	return takes(x, "-->");
}

/* Blanks and comments between two things. */
static bool between(struct plain *x)
{
	for (skip(x); takes(x, "<!--"); skip(x))
		if (!comment(x))
			return false;
	return true;
}

/* ---- a start tag ---- */

static size_t value_at(const char *p, char quote)
{
	size_t n = 0;
	while ((unsigned char)p[n] >= ' ' && p[n] != quote && p[n] != '<' && p[n] != '&')
		n++;
	return n;
}

static bool has(const struct src_elem *e, const char *name, size_t n)
{
	for (int i = 0; i < e->nattrs; i++)
		if (!strncmp(e->attrs[i].name, name, n) && !e->attrs[i].name[n])
			return true;
	return false;
}

/* The name of a namespace as ours are; whether another is one, libxml2 says. */
static bool is_urn(const char *p, size_t n)
{
	static const char begins[] = "urn:ratssatz:";
	size_t i = 0;
	while (i < n && (p[i] == ':' || (p[i] >= '0' && p[i] <= '9') || (p[i] >= 'a' && p[i] <= 'z')))
		i++;
	return i == n && n > strlen(begins) && !strncmp(p, begins, strlen(begins));
}

static bool attribute(struct plain *x, struct src_elem *e)
{
	const char *name = x->p;
	const size_t n = name_at(name);
	x->p += n;
	skip(x);
	if (!n || !takes(x, "=") || has(e, name, n) || e->nattrs == ATTRS)
		return false;
	skip(x);
	const char quote = *x->p, *value = x->p + 1;
	if (quote != '"' && quote != '\'')
		return false;
	const size_t len = value_at(value, quote);
	x->p = value + len + 1;
	if (value[len] != quote)
		return false;
	if (n == 5 && !memcmp(name, "xmlns", n))
		return is_urn(value, len);
	e->attrs[e->nattrs++] = (struct src_attr){mem_str(x->mem, name, n), mem_str(x->mem, value, len)};
	return true;
}

/* Up to its ">" or "/>", whose line is that of the element. NULL: not plain. */
static struct src_elem *start(struct plain *x)
{
	struct src_attr attrs[ATTRS];
	struct src_elem *e = MEM_NEW(x->mem, struct src_elem);
	const size_t n = name_at(x->p);
	*e = (struct src_elem){.name = mem_str(x->mem, x->p, n), .file = x->file, .attrs = attrs, .text = ""};
	x->p += n;
	for (const char *before = x->p; n && *x->p != '>' && *x->p != '/'; before = x->p) {
		skip(x);
		if (*x->p != '>' && *x->p != '/' && (x->p == before || !attribute(x, e)))
			return NULL;
	}
	e->line = x->line;
	e->attrs = MEM_ARRAY(x->mem, struct src_attr, e->nattrs);
	if (e->nattrs)
		memcpy(e->attrs, attrs, (size_t)e->nattrs * sizeof *attrs);
	return n ? e : NULL;
}

/* ---- what stands in it ---- */

/* "&#xAD;", a character that is no blank and nothing else to XML: its bytes, and the character. 0: none such. */
static size_t reference(const char *p, uint32_t *cp)
{
	enum { FIRST = 0xA0, LAST = 0xD7FF, DIGITS = 4 };
	static const char hex[] = "0123456789ABCDEF";
	size_t n = 3;
	*cp = 0;
	if (strncmp(p, "&#x", n))
		return 0;
	for (const char *digit; p[n] && n < 3 + DIGITS && (digit = strchr(hex, p[n])); n++)
		*cp = *cp * 16 + (uint32_t)(digit - hex);
	return p[n] == ';' && *cp >= FIRST && *cp <= LAST ? n + 1 : 0;
}

/* What p to q says; a reference takes more room than its character. */
static const char *said(struct mem *m, const char *p, const char *q)
{
	char *s = mem_get(m, (size_t)(q - p) + 1), *to = s;
	for (uint32_t cp; p < q;)
		if (*p == '&') {
			p += reference(p, &cp);
			to += u8_put(to, cp);
		} else {
			*to++ = *p++;
		}
	return s;
}

/* Up to the next "<": one piece of an element may say something. */
static bool text(struct plain *x, struct src_elem *e)
{
	skip(x);
	const char *from = x->p, *last = from;
	for (size_t n = 1; *x->p != '<'; x->p += n) {
		uint32_t cp;
		const unsigned char c = (unsigned char)*x->p;
		n = c == '&' ? reference(x->p, &cp) : 1;
		if ((c < ' ' && c != '\t' && c != '\n') || !n || c == '>')
			return false;
		x->line += c == '\n';
		last = c > ' ' ? x->p + n : last;
	}
	if (last > from && *e->text)
		return false;
	if (last > from)
		e->text = said(x->mem, from, last);
	return true;
}

static struct src_elem *element(struct plain *x, int depth);

static bool content(struct plain *x, struct src_elem *e, int depth)
{
	for (struct src_elem **next = &e->first; text(x, e);) {
		if (takes(x, "<!--")) {
			if (!comment(x))
				return false;
		} else if (takes(x, "</")) {
			const bool same = takes(x, e->name) && !in_name(*x->p);
			skip(x);
			return same && takes(x, ">");
		} else {
			if (depth == DEEPEST || !(*next = element(x, depth + 1)))
				return false;
			next = &(*next)->next;
		}
	}
	return false;
}

static struct src_elem *element(struct plain *x, int depth)
{
	struct src_elem *e = takes(x, "<") ? start(x) : NULL;
	if (!e || takes(x, "/>"))
		return e;
	return takes(x, ">") && content(x, e, depth) ? e : NULL;
}

/* U+FFFE and U+FFFF stand in no XML. */
static bool characters(const char *data, size_t n)
{
	for (const char *p = data; (p = memchr(p, 0xEF, (size_t)(data + n - p))); p++)
		if ((unsigned char)p[1] == 0xBF && (unsigned char)p[2] >= 0xBE)
			return false;
	return strlen(data) == n;
}

const struct src_elem *load_plain(struct mem *m, const char *file, const char *data, size_t n)
{
	struct plain x = {.mem = m, .file = file, .p = data, .line = 1};
	if (!characters(data, n))
		return NULL;
	takes(&x, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	const struct src_elem *root = between(&x) ? element(&x, 0) : NULL;
	return root && between(&x) && !*x.p ? root : NULL;
}
