/* number.c: what a table's cell says as a number. */
#include "compose/number.h"

#include <string.h>

#include "base/u8.h"
#include "compose/language.h"

/* Behind the sign of a number that is less than nothing, however the author wrote it; else s itself. */
static const char *behind_minus(const char *s)
{
	const char *digits = s;
	const bool minus = com_is_minus(u8_get(&digits, s + strlen(s)));
	return minus && *digits >= '0' && *digits <= '9' ? digits : s;
}

static const char *behind_blank(const char *s)
{
	static const char *const blanks[] = {" ", "\u00A0", "\u202F", NULL};
	for (const char *const *b = blanks; *b; b++)
		if (!strncmp(s, *b, strlen(*b)))
			return s + strlen(*b);
	return s;
}

/* Behind the digits of a number, in groups: "1.234", "37 509". */
static const char *behind_digits(const char *s)
{
	s += strspn(s, "0123456789.");
	for (const char *p; p = behind_blank(s), p != s && *p >= '0' && *p <= '9';)
		s = p + strspn(p, "0123456789.");
	return s;
}

/* Nothing, or the unit of the number before it. */
static bool is_unit(const char *s)
{
	static const char *const units[] = {"", "€", "%", "Euro", "EUR", "Prozent", "°C", NULL};
	s = behind_blank(s);
	for (const char *const *u = units; *u; u++)
		if (!strcmp(s, *u))
			return true;
	return false;
}

bool com_negative(const char *s, bool numbers)
{
	const char *p = behind_minus(s);
	if (p == s || numbers)
		return p != s;
	p = behind_digits(p);
	p += *p == ',' ? 1 + strspn(p + 1, "0123456789") : 0;
	return is_unit(p);
}

/* "1234", "1.234", "37 509"; no date, no "3.", no "0251 …". */
static bool grouped(const char *s, const char *end)
{
	const size_t first = strspn(s, "0123456789");
	const char *p = s + first;
	if (!first || (*s == '0' && first > 1) || (p < end && first > 3))
		return false;
	while (p < end) {
		p = *p == '.' ? p + 1 : behind_blank(p);
		if (p + 3 > end || strspn(p, "0123456789") != 3)
			return false;
		p += 3;
	}
	return true;
}

static bool year(const char *s, size_t n)
{
	return n == 4 && (!strncmp(s, "19", 2) || !strncmp(s, "20", 2));
}

struct com_number com_number(const char *s)
{
	const char *digits = behind_minus(s), *end = behind_digits(digits);
	const size_t k = *end == ',' ? strspn(end + 1, "0123456789") : 0;
	const char *unit = k ? end + 1 + k : end;
	if (!grouped(digits, end) || !is_unit(unit))
		return (struct com_number){.unit = NULL};
	return (struct com_number){.unit = unit,
		.decimals = (int)k,
		.year = digits == s && !k && !*unit && year(digits, (size_t)(end - digits))};
}
