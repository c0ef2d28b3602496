/* pages.c: how many pages a PDF of anybody has, as far as it can be seen without reading it all: the root of its page
 * tree, plain or in an object stream, says it. No reader of PDF; in doubt it is not known. */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/pdf.h"

enum { MOST = 64 << 20, DEEP = 64 << 10 };         /* largest object stream; longest dictionary looked at */

struct bytes { const char *p, *end; };

static bool at(struct bytes s, const char *p, const char *word)
{
	size_t n = strlen(word);
	return (size_t)(s.end - p) >= n && !memcmp(p, word, n);
}

static const char *find(struct bytes s, const char *word)
{
	return s.p < s.end ? memmem(s.p, (size_t)(s.end - s.p), word, strlen(word)) : NULL;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}

static bool ends_name(char c)
{
	return blank(c) || strchr("/<>[]()%{}", c);
}

/* The key with that name as its value: "/Type /Pages", with or without blanks. NULL: none. */
static const char *typed(struct bytes s, const char *name)
{
	size_t n = strlen(name);
	for (const char *p; (p = find(s, "/Type")); s.p = p + 1) {
		const char *v = p + strlen("/Type");
		while (v < s.end && blank(*v))
			v++;
		if (at(s, v, name) && v + n < s.end && ends_name(v[n]))
			return p;
	}
	return NULL;
}

/* The dictionary around p, from its << to its >>; p NULL: it is none. */
static struct bytes around(struct bytes s, const char *p)
{
	const char *low = p - s.p > DEEP ? p - DEEP : s.p, *high = s.end - p > DEEP ? p + DEEP : s.end, *q = p;
	int depth = 0;
	for (p--; p > low && !(depth == 0 && at(s, p, "<<")); p--)
		if (at(s, p, "<<"))
			depth--, p--;
		else if (at(s, p, ">>"))
			depth++, p--;
	bool open = p >= low && p >= s.p && at(s, p, "<<");
	for (depth = 1; q < high && depth; q++)
		if (at(s, q, "<<") || at(s, q, ">>"))
			depth += *q == '<' ? 1 : -1, q++;
	return (struct bytes){open && !depth ? p : NULL, q};
}

/* The number behind the key; 0: none. */
static int number(struct bytes d, const char *key)
{
	const char *p = find(d, key);
	long v = 0;
	if (!p)
		return 0;
	for (p += strlen(key); p < d.end && blank(*p); p++)
		;
	for (; p < d.end && *p >= '0' && *p <= '9' && v < 10000000; p++)
		v = v * 10 + (*p - '0');
	return (int)v;
}

/* The last root of a page tree counts: an update of a file is added behind it. */
static void roots(struct bytes s, int *pages)
{
	struct bytes all = s;
	for (const char *p; (p = typed(s, "/Pages")); s.p = p + 1) {
		struct bytes d = around(all, p);
		int n = d.p && !find(d, "/Parent") ? number(d, "/Count") : 0;
		*pages = n ? n : *pages;
	}
}

static char *inflated(struct bytes z, size_t *n)
{
	struct libdeflate_decompressor *dec = libdeflate_alloc_decompressor();
	char *out = NULL;
	enum libdeflate_result rc = LIBDEFLATE_INSUFFICIENT_SPACE;
	for (size_t cap = 65536; dec && rc == LIBDEFLATE_INSUFFICIENT_SPACE && cap <= MOST; cap *= 4) {
		out = mem_realloc(out, cap);
		rc = libdeflate_zlib_decompress(dec, z.p, (size_t)(z.end - z.p), out, cap, n);
	}
	libdeflate_free_decompressor(dec);
	if (rc == LIBDEFLATE_SUCCESS)
		return out;
	free(out);
	return NULL;
}

/* What stands behind the dictionary, up to "endstream". */
static struct bytes stream(struct bytes s, struct bytes dict)
{
	struct bytes z = {dict.end, s.end};
	const char *p = find(z, "stream"), *end;
	if (!p || p - dict.end > 16)
		return (struct bytes){NULL, NULL};
	p += strlen("stream");
	p += p < s.end && *p == '\r';
	p += p < s.end && *p == '\n';
	end = find((struct bytes){p, s.end}, "endstream");
	return (struct bytes){end ? p : NULL, end};
}

int pdf_pages(const char *pdf, size_t n)
{
	struct bytes all = {pdf, pdf + n}, s = all;
	int pages = 0;
	if (n < 8 || !find((struct bytes){pdf, pdf + (n < 1024 ? n : 1024)}, "%PDF-") || find(all, "/Encrypt"))
		return 0;
	roots(all, &pages);
	for (const char *p; (p = typed(s, "/ObjStm")); s.p = p + 1) {
		struct bytes d = around(all, p), z = d.p ? stream(all, d) : d;
		size_t size;
		char *text = z.p && find(d, "/FlateDecode") && !find(d, "/Predictor") ? inflated(z, &size) : NULL;
		if (text)
			roots((struct bytes){text, text + size}, &pages);
		free(text);
	}
	return pages;
}
