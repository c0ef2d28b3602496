/* money.c: amounts in Cent, read and printed. */
#include "base/money.h"

#include <stddef.h>
#include <string.h>

static const char minus[] = "\u2212";               /* as it is printed; a plain one is read, too */
static const money_t limit = 1000000000000000;     /* 10^15 */

static bool add_digit(money_t *v, char c)
{
	if (c < '0' || c > '9' || *v >= limit / 10)
		return false;
	*v = *v * 10 + (c - '0');
	return true;
}

static bool parse_cents(const char *s, money_t *euro)
{
	int n = 0;
	for (; n < 2 && *s; n++, s++)
		if (!add_digit(euro, *s))
			return false;
	if (n == 1 && !add_digit(euro, '0'))
		return false;
	return n > 0 && !*s;
}

static bool scale(money_t *euro)
{
	return add_digit(euro, '0') && add_digit(euro, '0');
}

/* group: points between groups of three digits are allowed, but then all of them are wanted. */
static bool parse(money_t *out, const char *s, bool group)
{
	money_t v = 0;
	const size_t sign = *s == '-' ? 1 : strncmp(s, minus, sizeof minus - 1) ? 0 : sizeof minus - 1;
	bool points = false;
	s += sign;
	size_t n = strspn(s, "0123456789"), head = n;
	if (!n)
		return false;
	for (;; n = strspn(s, "0123456789")) {
		if (points && n != 3)
			return false;
		for (size_t i = 0; i < n; i++)
			if (!add_digit(&v, s[i]))
				return false;
		s += n;
		if (!group || *s != '.' || head > 3)
			break;
		points = true;
		s++;
	}
	if (*s == ',' ? !parse_cents(s + 1, &v) : *s || !scale(&v))
		return false;
	*out = sign ? -v : v;
	return true;
}

bool money_parse(money_t *out, const char *s)
{
	return parse(out, s, false);
}

bool money_parse_printed(money_t *out, const char *s)
{
	return parse(out, s, true);
}

static void put(struct buf *b, money_t v, bool points)
{
	char d[32];
	size_t n = 0;
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v, euro = u / 100;
	if (v < 0)
		buf_str(b, points ? minus : "-");
	do
		d[n++] = (char)('0' + euro % 10);
	while (euro /= 10);
	while (n--) {
		buf_chr(b, d[n]);
		if (points && n && n % 3 == 0)
			buf_chr(b, '.');
	}
	if (u % 100)
		buf_fmt(b, ",%02u", (unsigned)(u % 100));
}

void money_put(struct buf *b, money_t v)
{
	put(b, v, true);
}

void money_put_plain(struct buf *b, money_t v)
{
	put(b, v, false);
}

bool money_add(money_t *sum, money_t v)
{
	if (v <= -limit || v >= limit || *sum + v <= -limit || *sum + v >= limit)
		return false;
	*sum += v;
	return true;
}
