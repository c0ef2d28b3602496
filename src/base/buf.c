/* buf.c: a growing byte buffer. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/u8.h"

void buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}

bool buf_same(const struct buf *a, const struct buf *b)
{
	return a->len == b->len && (!a->len || !memcmp(a->data, b->data, a->len));
}

char *buf_take(struct buf *b, struct mem *m)
{
	char *s = mem_str(m, b->data, b->len);
	buf_free(b);
	return s;
}

const char *buf_take_or(struct buf *b, struct mem *m, const char *none)
{
	if (b->len)
		return buf_take(b, m);
	buf_free(b);
	return none;
}

void buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->data)
		b->data[0] = '\0';
}

char *buf_reserve(struct buf *b, size_t n)
{
	if (b->cap - b->len <= n) {
		size_t cap = b->cap ? b->cap * 2 : 256;
		while (cap - b->len <= n)
			cap *= 2;
		b->data = mem_realloc(b->data, cap);
		b->cap = cap;
	}
	return b->data + b->len;
}

void buf_put(struct buf *b, const void *s, size_t n)
{
	char *p = buf_reserve(b, n);
	if (n)
		memcpy(p, s, n);
	p[n] = '\0';
	b->len += n;
}

void buf_str(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void buf_part(struct buf *b, const char *before, const char *s, const char *after)
{
	if (!*s)
		return;
	buf_str(b, before);
	buf_str(b, s);
	buf_str(b, after);
}

void buf_chr(struct buf *b, char c)
{
	char *p = buf_reserve(b, 1);
	p[0] = c;
	p[1] = '\0';
	b->len++;
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	vsnprintf(buf_reserve(b, (size_t)n + 1), (size_t)n + 1, fmt, again);
	va_end(again);
	b->len += (size_t)n;
}

void buf_int(struct buf *b, int64_t v)
{
	char d[24], *p = d + sizeof d;
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (v < 0)
		*--p = '-';
	buf_put(b, p, (size_t)(d + sizeof d - p));
}

void buf_milli(struct buf *b, int64_t v)
{
	buf_fmt(b, "%s%lld", v < 0 ? "-" : "", (long long)(llabs(v) / 1000));
	int rest = (int)(llabs(v) % 1000);
	if (!rest)
		return;
	buf_fmt(b, ".%03d", rest);
	while (b->data[b->len - 1] == '0')
		b->data[--b->len] = '\0';
}

void buf_u8(struct buf *b, uint32_t cp)
{
	char s[4];
	buf_put(b, s, u8_put(s, cp));
}

/* Line breaks, tabs and fixed blanks become a blank; what shows nothing or turns the reading direction is dropped. */
static bool shows_nothing(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
		(c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
		(c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2028 ||
		c == 0x2029;
}

char *buf_line(struct mem *m, const char *s)
{
	struct buf b = {0};
	bool wait = false;
	for (const char *p = s ? s : "", *end = p + strlen(p); p < end;) {
		const size_t plain = u8_plain(p, end);
		const char *at = p;
		uint32_t c = plain ? 'a' : u8_get(&p, end);
		p += plain;
		if (is_blank(c)) {
			wait = b.len > 0;
		} else if (!shows_nothing(c)) {
			if (wait)
				buf_chr(&b, ' ');
			wait = false;
			if (plain)
				buf_put(&b, at, plain);
			else
				buf_u8(&b, c);
		}
	}
	return buf_take(&b, m);
}

void buf_base64(struct buf *b, const char *data, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *out = buf_reserve(b, (n + 2) / 3 * 4), *start = out;
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)(unsigned char)data[i] << 16;
		v |= i + 1 < n ? (uint32_t)(unsigned char)data[i + 1] << 8 : 0;
		v |= i + 2 < n ? (unsigned char)data[i + 2] : 0;
		*out++ = digits[v >> 18];
		*out++ = digits[v >> 12 & 63];
		*out++ = i + 1 < n ? digits[v >> 6 & 63] : '=';
		*out++ = i + 2 < n ? digits[v & 63] : '=';
	}
	b->len += (size_t)(out - start);
	buf_reserve(b, 1);
	b->data[b->len] = '\0';
}
