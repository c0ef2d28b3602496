/* syntax.c: PDF notation, written by hand: a page is thousands of numbers, and printf is the slowest way to them.
 * Lengths have two decimals at most, rounded half away from zero: 1/100 pt is finer than any printer. */
#include "pdf/syntax.h"

#include <string.h>

#include "base/u8.h"

char *pdf_digits(char *p, uint64_t v)
{
	char tmp[20];
	int n = 0;
	do
		tmp[n++] = (char)('0' + v % 10);
	while (v /= 10);
	while (n)
		*p++ = tmp[--n];
	return p;
}

/* v: 1/100; no zero that need not be ("-.5", "12.3"). */
char *pdf_centi(char *p, int64_t v)
{
	if (v < 0) {
		*p++ = '-';
		v = -v;
	}
	uint64_t whole = (uint64_t)v / 100;
	unsigned part = (unsigned)((uint64_t)v % 100);
	if (whole || !part)
		p = pdf_digits(p, whole);
	if (part) {
		*p++ = '.';
		*p++ = (char)('0' + part / 10);
		if (part % 10)
			*p++ = (char)('0' + part % 10);
	}
	return p;
}

static void close_at(struct buf *b, const char *end)
{
	b->len = (size_t)(end - b->data);
	b->data[b->len] = '\0';
}

void pdf_put_uint(struct buf *b, uint64_t v)
{
	close_at(b, pdf_digits(buf_reserve(b, 24), v));
}

void pdf_put_len(struct buf *b, len_t v)
{
	char *p = pdf_centi(buf_reserve(b, 24), pdf_to_centi(v));
	*p++ = ' ';
	close_at(b, p);
}

void pdf_put_rgb(struct buf *b, uint32_t rgb)
{
	char *p = buf_reserve(b, 24);
	for (int shift = 16; shift >= 0; shift -= 8) {
		unsigned milli = ((rgb >> shift & 255) * 1000 + 127) / 255;
		if (milli % 1000 == 0) {
			*p++ = milli ? '1' : '0';
		} else {
			*p++ = '.';
			*p++ = (char)('0' + milli / 100);
			*p++ = (char)('0' + milli / 10 % 10);
			*p++ = (char)('0' + milli % 10);
		}
		*p++ = ' ';
	}
	close_at(b, p);
}

void pdf_put_ref(struct buf *b, uint32_t num)
{
	char *p = pdf_digits(buf_reserve(b, 24), num);
	memcpy(p, " 0 R", 4);
	close_at(b, p + 4);
}

void pdf_put_entry(struct buf *b, const char *key, uint32_t num)
{
	buf_str(b, key);
	pdf_put_ref(b, num);
}

void pdf_put_name(struct buf *b, const char *s)
{
	buf_chr(b, '/');
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c <= ' ' || c >= 127 || strchr("#/()<>[]{}%", c))
			buf_fmt(b, "#%02X", c);
		else
			buf_chr(b, (char)c);
	}
}

void pdf_put_hex(struct buf *b, unsigned v, int digits)
{
	char *p = buf_reserve(b, 8);
	while (digits--)
		*p++ = "0123456789ABCDEF"[v >> 4 * digits & 15];
	close_at(b, p);
}

void pdf_put_utf16(struct buf *b, const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		uint32_t cp = u8_get(&s, end);
		if (cp > 0xFFFF) {
			pdf_put_hex(b, 0xD800 + ((cp - 0x10000) >> 10), 4);
			pdf_put_hex(b, 0xDC00 + (cp & 0x3FF), 4);
		} else {
			pdf_put_hex(b, cp, 4);
		}
	}
}

void pdf_put_bytes(struct buf *b, const void *data, size_t n)
{
	const unsigned char *s = data;
	buf_chr(b, '<');
	for (size_t i = 0; i < n; i++)
		pdf_put_hex(b, s[i], 2);
	buf_chr(b, '>');
}

void pdf_put_text(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 127 || (unsigned char)s[i] < ' ') {
			buf_str(b, "<FEFF");
			pdf_put_utf16(b, s, n);
			buf_chr(b, '>');
			return;
		}
	buf_chr(b, '(');
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '(' || s[i] == ')' || s[i] == '\\')
			buf_chr(b, '\\');
		buf_chr(b, s[i]);
	}
	buf_chr(b, ')');
}
