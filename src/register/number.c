/* number.c: numbers of papers. The pattern "####/####" means: digits for #, the first group of four is the year, the
 * last group counts. A number of another shape may be wanted where the pattern allows no counting; a supplement
 * ("2018/0031 1. Ergänzung") does not count. */
#include <stdlib.h>
#include <string.h>

#include "register/reg.h"

struct shape { int year_at, at, width; };              /* -1: no such group; at, width: of the counter */

static struct shape shape_of(const char *pattern)
{
	struct shape s = {-1, -1, 0};
	for (size_t i = 0; pattern[i];) {
		int n = (int)strspn(pattern + i, "#");
		if (n == 4 && s.year_at < 0 && strchr(pattern + i + n, '#'))
			s.year_at = (int)i;
		else if (n)
			s.at = (int)i, s.width = n;
		i += n ? (size_t)n : 1;
	}
	return s;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* " 1. Ergänzung", " 2. Revision", "-1" */
static bool supplement(const char *s)
{
	char sign = *s++;
	size_t n = strspn(s, "0123456789");
	if (n == 0 || n > 3 || (sign != ' ' && sign != '-'))
		return false;
	s += n;
	return sign == '-' ? !*s : !strcmp(s, ". Ergänzung") || !strcmp(s, ". Revision");
}

/* Does it fit; *rest: what follows the pattern. */
static bool fits(const char *pattern, const char *number, const char **rest)
{
	for (; *pattern; pattern++, number++)
		if (*pattern == '#' ? !digit(*number) : *pattern != *number)
			return false;
	*rest = number;
	return !*number || supplement(number);
}

static int64_t digits(const char *s, int n)
{
	int64_t v = 0;
	while (n-- > 0)
		v = v * 10 + (*s++ - '0');
	return v;
}

bool reg_number_fits(const char *pattern, const char *number, int *year)
{
	struct shape s = shape_of(pattern);
	const char *rest;
	if (!fits(pattern, number, &rest))
		return false;
	*year = s.year_at >= 0 ? (int)digits(number + s.year_at, 4) : 0;
	return true;
}

static void put_digits(char *to, int n, int64_t v)
{
	for (; n-- > 0; v /= 10)
		to[n] = (char)('0' + v % 10);
}

static bool given(struct reg *r, struct mem *m, const char *ort, const char *id, char **number, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_VON, VAL(ort, ort), VAL(papier, id));
	*number = NULL;
	if (reg_next(r, d, st)) {
		*number = reg_text(m, st, "nummer");
		sqlite3_reset(st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

static bool is_free(struct reg *r, struct mem *m, const char *ort, const char *id, const char *number, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_WER, VAL(ort, ort), VAL(nummer, number));
	if (!st)
		return false;
	if (!reg_next(r, d, st))
		return true;
	const char *owner = reg_text(m, st, "papier");
	sqlite3_reset(st);
	diag_error(d, "NUMMERVERGABE", r->path, 0,
		"Die Drucksachennummer %s von „%s“ gehört schon dem Papier „%s“, erwartet wird eine freie; "
		"bitte das Attribut nummer entfernen, dann wird die nächste freie vergeben",
		number, id, owner);
	return false;
}

static const char *take(struct reg *r, const char *ort, const char *id, const char *number, int64_t year, int64_t count,
	bool counted, struct diag *d)
{
	return reg_run(r, d, REG_SQL_NUMMER_NEU, VAL(ort, ort), VAL(papier, id), VAL(nummer, number), VAL(jahr, year),
		       VAL(zaehler, count), VAL(gezaehlt, counted))
		? number
		: NULL;
}

static const char *take_wanted(struct reg *r, struct mem *m, const char *ort, const char *id, const char *pattern,
	const char *wanted, struct diag *d)
{
	struct shape s = shape_of(pattern);
	const char *rest;
	if (!fits(pattern, wanted, &rest)) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Die Drucksachennummer %s von „%s“ passt nicht zum Muster %s des Ortes (# steht für eine "
			"Ziffer); "
			"bitte die Nummer berichtigen oder das Attribut nummer entfernen",
			wanted, id, pattern);
		return NULL;
	}
	if (!is_free(r, m, ort, id, wanted, d))
		return NULL;
	int64_t year = s.year_at >= 0 ? digits(wanted + s.year_at, 4) : 0;
	return take(r, ort, id, wanted, year, *rest || s.at < 0 ? 0 : digits(wanted + s.at, s.width), false, d);
}

static const char *take_next(struct reg *r, struct mem *m, const char *ort, const char *id, int year,
	const char *pattern, struct diag *d)
{
	struct shape s = shape_of(pattern);
	int64_t last = 0, limit = 1, scope = s.year_at >= 0 ? year : 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_LETZTE, VAL(ort, ort), VAL(jahr, scope));
	if (!st)
		return NULL;
	if (reg_next(r, d, st)) {
		last = reg_number_in(st, "zaehler");
		sqlite3_reset(st);
	}
	for (int i = 0; i < s.width && i < 18; i++)
		limit *= 10;
	if (s.at < 0 || s.width > 18 || last + 1 >= limit) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Für „%s“ lässt sich nach dem Muster %s keine weitere Nummer bilden (die letzte hat den Zähler "
			"%lld); "
			"bitte in regeln.xml das Muster erweitern",
			id, pattern, (long long)last);
		return NULL;
	}
	char *number = mem_dup(m, pattern);
	if (s.year_at >= 0)
		put_digits(number + s.year_at, 4, year);
	put_digits(number + s.at, s.width, last + 1);
	return take(r, ort, id, number, scope, last + 1, true, d);
}

const char *reg_number(struct reg *r, struct mem *m, const char *ort, const char *id, int year, const char *pattern,
	const char *wanted, struct diag *d)
{
	char *number;
	if (!pattern || !*pattern)
		pattern = "####/####";
	if (!given(r, m, ort, id, &number, d))
		return NULL;
	if (number && wanted && strcmp(number, wanted)) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"„%s“ trägt die Drucksachennummer %s, im Register hat das Papier die Nummer %s; das Register "
			"gilt: bitte die Quelle berichtigen",
			id, wanted, number);
		return NULL;
	}
	if (number)
		return number;
	return wanted ? take_wanted(r, m, ort, id, pattern, wanted, d) : take_next(r, m, ort, id, year, pattern, d);
}
