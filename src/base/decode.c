/* decode.c: which encoding a text of others has, told by its bytes. */
#include "base/decode.h"

#include <string.h>

#include "base/buf.h"
#include "base/u8.h"

/* 0x80 to 0x9F of Windows-1252; the rest is Latin 1. */
static const uint16_t windows[32] = {0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030,
	0x160, 0x2039, 0x152, 0xFFFD, 0x17D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0xFFFD, 0x17E, 0x178};

static char *from_windows(struct mem *m, const char *s, size_t *n)
{
	struct buf b = {0};
	for (size_t i = 0; i < *n; i++) {
		unsigned char c = (unsigned char)s[i];
		buf_u8(&b, c >= 0x80 && c < 0xA0 ? windows[c - 0x80] : c);
	}
	*n = b.len;
	return buf_take(&b, m);
}

/* 1: little end first, 2: big end first, 0: no UTF-16. Without a mark: every second byte is NUL nearly everywhere. */
static int utf16_order(const char *data, size_t n)
{
	const unsigned char *s = (const unsigned char *)data;
	if (n >= 2 && s[0] == 0xFF && s[1] == 0xFE)
		return 1;
	if (n >= 2 && s[0] == 0xFE && s[1] == 0xFF)
		return 2;
	size_t look = n < 512 ? n & ~(size_t)1 : 512, zero[2] = {0, 0};
	for (size_t i = 0; i < look; i++)
		zero[i & 1] += !s[i];
	if (look >= 8 && zero[1] * 10 > look * 4 && !zero[0])
		return 1;
	return look >= 8 && zero[0] * 10 > look * 4 && !zero[1] ? 2 : 0;
}

bool decode_is_utf16(const char *data, size_t n)
{
	return utf16_order(data, n) != 0;
}

static char *from_utf16(struct mem *m, const char *data, size_t *n, bool big)
{
	const unsigned char *s = (const unsigned char *)data;
	struct buf b = {0};
	uint32_t high = 0;
	for (size_t i = 0; i + 1 < *n; i += 2) {
		uint32_t c = big ? (uint32_t)s[i] << 8 | s[i + 1] : (uint32_t)s[i + 1] << 8 | s[i];
		if (high && c >= 0xDC00 && c < 0xE000)
			buf_u8(&b, 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00));
		else if (high)
			buf_u8(&b, 0xFFFD);
		if (high && c >= 0xDC00 && c < 0xE000) {
			high = 0;
			continue;
		}
		high = c >= 0xD800 && c < 0xDC00 ? c : 0;
		if (!high && !(c == 0xFEFF && !i))
			buf_u8(&b, c >= 0xDC00 && c < 0xE000 ? 0xFFFD : c);
	}
	*n = b.len;
	return buf_take(&b, m);
}

const char *decode_text(struct mem *m, const char *data, size_t *n, const char **encoding)
{
	int order = utf16_order(data, *n);
	*encoding = order ? "UTF-16" : "UTF-8";
	if (order)
		return from_utf16(m, data, n, order == 2);
	if (*n >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3)) {
		data += 3;
		*n -= 3;
	}
	if (u8_valid(data, *n))
		return mem_str(m, data, *n);
	*encoding = "Windows-1252";
	return from_windows(m, data, n);
}
