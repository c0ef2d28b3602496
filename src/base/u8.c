/* u8.c: UTF-8 and the few character classes needed, independent of the locale. */
#include "base/u8.h"

#include <string.h>

static unsigned length(unsigned char c)
{
	return c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
}

static bool well_formed(uint32_t cp, unsigned n)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	return cp >= least[n] && cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
}

uint32_t u8_get_long(const char **s, const char *end)
{
	const unsigned char *p = (const unsigned char *)*s;
	unsigned n = length(*p);
	if (n == 0 || (size_t)(end - *s) < n) {
		(*s)++;
		return 0xFFFD;
	}
	uint32_t cp = *p & (0xFFu >> (n + 1));
	for (unsigned i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80) {
			(*s)++;
			return 0xFFFD;
		}
		cp = cp << 6 | (p[i] & 0x3Fu);
	}
	if (!well_formed(cp, n)) {
		(*s)++;
		return 0xFFFD;
	}
	*s += n;
	return cp;
}

size_t u8_plain(const char *s, const char *end)
{
	const char *at = s;
	while (at < end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9')))
		at++;
	return (size_t)(at - s);
}

size_t u8_put(char out[4], uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)((n == 2 ? 0xC0 : n == 3 ? 0xE0 : 0xF0) | cp);
	return n;
}

size_t u8_count(const char *s, size_t n)
{
	size_t k = 0;
	for (size_t i = 0; i < n; i++)
		k += ((unsigned char)s[i] & 0xC0) != 0x80;
	return k;
}

bool u8_valid(const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		const char *before = s;
		if (u8_get(&s, end) == 0xFFFD && s - before != 3)
			return false;
	}
	return true;
}

bool u8_in(const struct u8_range *r, size_t n, uint32_t cp)
{
	size_t i = 0;
	while (i < n && cp > r[i].last)
		i++;
	return i < n && cp >= r[i].first;
}

/* Without the two signs among the Latin letters, Greek punctuation, and Arabic marks and digits. */
static const struct u8_range letters[] = {
	{0xAA, 0xAA}, {0xB5, 0xB5}, {0xBA, 0xBA}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}, {0x370, 0x37D},
	{0x37F, 0x386}, {0x388, 0x52F}, {0x5D0, 0x5EA}, {0x620, 0x64A}, {0x66E, 0x6D3}, {0x1E00, 0x1FFF},
};

bool u8_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z';
	return u8_in(letters, sizeof letters / sizeof *letters, c);
}

bool u8_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool u8_is_space(uint32_t c)
{
	return c == ' ' || (c >= 9 && c <= 13) || c == 0x2028 || c == 0x2029;
}

static uint32_t lower_latin_extended(uint32_t c)
{
	if (c == 0x130)
		return 'i';
	if (c == 0x178)
		return 0xFF;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c & 1 ? c + 1 : c;
	return c & 1 ? c : c + 1;
}

static uint32_t lower_cyrillic(uint32_t c)
{
	if (c >= 0x410 && c <= 0x42F)
		return c + 32;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	return c >= 0x460 && c <= 0x481 ? c | 1 : c;
}

uint32_t u8_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 32;
	if (c >= 0x100 && c <= 0x17E && c != 0x131 && c != 0x138 && c != 0x149)
		return lower_latin_extended(c);
	if (c >= 0x391 && c <= 0x3A9)
		return c + 32;
	if (c >= 0x400 && c <= 0x481)
		return lower_cyrillic(c);
	return c == 0x1E9E ? 0xDF : c;
}

/* The letter a sign is sorted as; 0: it does not count. */
static uint32_t sort_letter(uint32_t c)
{
	static const struct {
		uint32_t first, last;
		char as;
	} rows[] = {{0xE0, 0xE6, 'a'}, {0xE7, 0xE7, 'c'}, {0xE8, 0xEB, 'e'}, {0xEC, 0xEF, 'i'}, {0xF1, 0xF1, 'n'},
		{0xF2, 0xF6, 'o'}, {0xF8, 0xF8, 'o'}, {0xF9, 0xFC, 'u'}, {0xFD, 0xFF, 'y'}, {0x100, 0x105, 'a'},
		{0x106, 0x10D, 'c'}, {0x10E, 0x111, 'd'}, {0x112, 0x11B, 'e'}, {0x11C, 0x123, 'g'}, {0x128, 0x131, 'i'},
		{0x139, 0x142, 'l'}, {0x143, 0x148, 'n'}, {0x14C, 0x153, 'o'}, {0x154, 0x159, 'r'}, {0x15A, 0x161, 's'},
		{0x162, 0x167, 't'}, {0x168, 0x173, 'u'}, {0x179, 0x17E, 'z'}};
	c = u8_lower(c);
	for (size_t i = 0; c >= 0xE0 && i < sizeof rows / sizeof *rows; i++)
		if (c >= rows[i].first && c <= rows[i].last)
			return (uint32_t)rows[i].as;
	return u8_is_letter(c) || u8_is_digit(c) ? c : u8_is_space(c) || c == 0xA0 || c == 0x202F || c == '-' ? ' ' : 0;
}

/* Next letter to sort by; *half: the second s of a ß is still to come. */
static uint32_t sort_next(const char **s, const char *end, bool *half)
{
	if (*half) {
		*half = false;
		return 's';
	}
	while (*s < end) {
		uint32_t c = u8_get(s, end);
		*half = c == 0xDF || c == 0x1E9E;
		uint32_t letter = *half ? 's' : sort_letter(c);
		if (letter)
			return letter;
	}
	return 0;
}

int u8_collate(const char *a, const char *b)
{
	const char *p = a, *q = b, *p_end = a + strlen(a), *q_end = b + strlen(b);
	bool p_half = false, q_half = false;
	for (;;) {
		uint32_t x = sort_next(&p, p_end, &p_half), y = sort_next(&q, q_end, &q_half);
		if (x != y)
			return x < y ? -1 : 1;
		if (!x)
			return strcmp(a, b);
	}
}
