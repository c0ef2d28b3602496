/* dates.c: days as people write them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "import/parts.h"

static const char *number(const char *p, int *v, size_t most)
{
	size_t n = strspn(p, "0123456789");
	if (!n || n > most)
		return NULL;
	*v = atoi(p);
	return p + n;
}

static const char *blanks(const char *p)
{
	while (*p == ' ' || !strncmp(p, "\u00A0", 2) || !strncmp(p, "\u202F", 3))
		p += *p == ' ' ? 1 : *p == '\xC2' ? 2 : 3;
	return p;
}

static const char *month_name(const char *p, int *month)
{
	size_t n = 0;
	while ((p[n] >= 'A' && p[n] <= 'Z') || (p[n] >= 'a' && p[n] <= 'z') || (unsigned char)p[n] >= 0xC3)
		n += (unsigned char)p[n] >= 0xC3 ? 2 : 1;
	*month = n ? date_month_named(p, n) : 0;
	return *month ? p + n : NULL;
}

static const char *finish(const char *p, int year, int month, int day, struct date *d)
{
	char iso[16];
	if (year < 1900 || year > 2100 || month > 12 || day > 31)
		return NULL;
	snprintf(iso, sizeof iso, day ? "%04d-%02d-%02d" : month ? "%04d-%02d" : "%04d", year, month, day);
	return date_parse(d, iso) ? p : NULL;
}

/* "31.05.2023", "31. Mai 2023". */
static const char *with_day(const char *p, struct date *d)
{
	int day, month, year;
	const char *q = number(p, &day, 2), *m;
	if (!q || *q++ != '.')
		return NULL;
	q = blanks(q);
	if ((m = month_name(q, &month)))
		q = blanks(m);
	else if (!(q = number(q, &month, 2)) || *q++ != '.')
		return NULL;
	q = number(blanks(q), &year, 4);
	return q ? finish(q, year, month, day, d) : NULL;
}

/* "2023-05-31" */
static const char *as_iso(const char *p, struct date *d)
{
	int day, month, year;
	const char *q = number(p, &year, 4);
	if (!q || q != p + 4 || *q != '-' || !(q = number(q + 1, &month, 2)) || *q != '-' ||
		!(q = number(q + 1, &day, 2)))
		return NULL;
	return month && day ? finish(q, year, month, day, d) : NULL;
}

static const char *day_at(const char *p, struct date *d)
{
	int month, year;
	const char *q = with_day(p, d);
	if (q || (q = as_iso(p, d)))
		return q;
	if ((q = month_name(p, &month)))
		return (q = number(blanks(q), &year, 4)) ? finish(q, year, month, 0, d) : NULL;
	q = number(p, &year, 4);
	return q ? finish(q, year, 0, 0, d) : NULL;
}

/* The first day said anywhere in a text; NULL: none. */
const char *sense_date_in(const char *text, struct date *d)
{
	for (const char *p = text; *p; p++) {
		bool starts = p == text || p[-1] == ' ' || p[-1] == '(' || p[-1] == ',' || p[-1] == ':';
		if (starts && strchr("0123456789JFMASONDjfmasond", *p) && day_at(p, d))
			return p;
	}
	return NULL;
}

/* "20216": a digit too many; the year the rest of the text speaks of. */
bool sense_date_slip(struct sense *s, const char *text, struct date *d)
{
	int day, month, year;
	const char *q = number(text, &day, 2);
	if (!q || *q++ != '.' || !(q = number(q, &month, 2)) || *q++ != '.' || strspn(q, "0123456789") != 5)
		return false;
	size_t best = 0;
	for (int skip = 0; skip < 5; skip++) {
		char y[5] = "";
		struct date one;
		for (int i = 0, k = 0; i < 5; i++)
			if (i != skip)
				y[k++] = q[i];
		size_t n = 0;
		for (const char *p = s->text; (p = strstr(p, y)); p += 4)
			n += !(p[4] >= '0' && p[4] <= '9') && (p == s->text || !(p[-1] >= '0' && p[-1] <= '9'));
		year = atoi(y);
		if (n > best && finish(q, year, month, day, &one)) {
			best = n;
			*d = one;
		}
	}
	return best > 0;
}

const char *sense_iso(struct mem *m, struct date d)
{
	struct buf b = {0};
	date_put_iso(&b, d);
	return buf_take(&b, m);
}
