/* date.c: the calendar, by day numbers (days since 1970-01-01) and back. */
#include "base/date.h"

#include <stddef.h>
#include <string.h>

#include "base/u8.h"

static bool leap(int y)
{
	return (y % 4 == 0 && y % 100) || y % 400 == 0;
}

static int month_days(int y, int m)
{
	static const int8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[m] + (m == 2 && leap(y));
}

static bool digits(const char **s, int n, int *v)
{
	*v = 0;
	for (int i = 0; i < n; i++, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		*v = *v * 10 + (**s - '0');
	}
	return true;
}

static bool part(const char **s, int most, int *v)
{
	if (**s != '-')
		return false;
	(*s)++;
	return digits(s, 2, v) && *v >= 1 && *v <= most;
}

bool date_parse(struct date *d, const char *s)
{
	int y, m = 0, t = 0;
	*d = (struct date){0};
	if (!s || !digits(&s, 4, &y) || y < 1)
		return false;
	if (*s && !part(&s, 12, &m))
		return false;
	if (*s && !part(&s, month_days(y, m), &t))
		return false;
	if (*s)
		return false;
	*d = (struct date){(int16_t)y, (int8_t)m, (int8_t)t};
	return true;
}

int32_t date_days(struct date d)
{
	int m = d.month ? d.month : 1, t = d.day ? d.day : 1;
	int y = d.year - (m <= 2);                      /* years that begin in March: the leap day comes last */
	int era = y / 400, yoe = y % 400;
	int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + t - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct date date_from_days(int32_t n)
{
	int z = n + 719468;
	int era = z / 146097, doe = z % 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	int m = mp < 10 ? mp + 3 : mp - 9;
	return (struct date){(int16_t)(era * 400 + yoe + (m <= 2)), (int8_t)m, (int8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

int date_weekday(struct date d)
{
	int w = (date_days(d) + 3) % 7;                 /* 1970-01-01 was a Thursday */
	return w < 0 ? w + 7 : w;
}

int date_cmp(struct date a, struct date b)
{
	return a.year != b.year ? a.year - b.year : a.month != b.month ? a.month - b.month : a.day - b.day;
}

struct date date_last(struct date d)
{
	if (!d.month)
		d.month = 12;
	if (!d.day)
		d.day = (int8_t)month_days(d.year, d.month);
	return d;
}

static const char *date_month_name(int m)
{
	static const char *const name[13] = {"", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
		"September", "Oktober", "November", "Dezember"};
	return m >= 1 && m <= 12 ? name[m] : "";
}

/* In any case of letters. */
static bool same_name(const char *a, size_t n, const char *b)
{
	const char *end = a + n, *last = b + strlen(b);
	while (a < end && b < last)
		if (u8_lower(u8_get(&a, end)) != u8_lower(u8_get(&b, last)))
			return false;
	return a == end && b == last;
}

/* Most words are no month by their first letter, which is ASCII in all of them. */
static bool begins_alike(const char *a, const char *b)
{
	return (*a | 0x20) == (*b | 0x20);
}

int date_month_named(const char *name, size_t n)
{
	static const struct { const char *name; int month; } southern[] = {{"Jänner", 1}, {"Feber", 2}};
	for (size_t i = 0; i < sizeof southern / sizeof *southern; i++)
		if (begins_alike(name, southern[i].name) && same_name(name, n, southern[i].name))
			return southern[i].month;
	for (int m = 1; m <= 12; m++)
		if (begins_alike(name, date_month_name(m)) && same_name(name, n, date_month_name(m)))
			return m;
	return 0;
}

/* Gauss, in the form of Lichtenberg: days since 1970-01-01 of Easter Sunday. */
static int32_t easter(int year)
{
	const int a = year % 19, k = year / 100, m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25, s = 2 - (3 * k + 3) / 4,
		  d = (19 * a + m) % 30, r = d / 29 + (d / 28 - d / 29) * (a / 11), og = 21 + d - r,
		  sz = 7 - (year + year / 4 + s) % 7, march = og + 7 - (og - sz) % 7;
	return date_days((struct date){(int16_t)year, 3, 1}) + march - 1;
}

static bool is_holiday(struct date d)
{
	/* from Easter Sunday: Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag, Fronleichnam */
	static const int moving[] = {-2, 1, 39, 50, 60};
	static const struct { int month, day; } fixed[] = {
		{1, 1}, {5, 1}, {10, 3}, {11, 1}, {12, 24}, {12, 25}, {12, 26}, {12, 31}};
	const int32_t sunday = easter(d.year);
	for (size_t i = 0; i < sizeof moving / sizeof *moving; i++)
		if (date_days(d) == sunday + moving[i])
			return true;
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (d.month == fixed[i].month && d.day == fixed[i].day)
			return true;
	return false;
}

struct date date_working(struct date d)
{
	enum { FRIDAY = 4 };
	while (date_weekday(d) > FRIDAY || is_holiday(d))
		d = date_from_days(date_days(d) + 1);
	return d;
}

const char *date_weekday_name(int w)
{
	static const char *const name[7] = {
		"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"};
	return w >= 0 && w < 7 ? name[w] : "";
}

void date_put(struct buf *b, struct date d)
{
	if (d.day)
		buf_fmt(b, "%d.\u00A0", d.day);
	if (d.month)
		buf_fmt(b, "%s ", date_month_name(d.month));
	if (d.year)
		buf_int(b, d.year);
}

void date_put_short(struct buf *b, struct date d)
{
	if (d.day)
		buf_fmt(b, "%02d.", d.day);
	if (d.month)
		buf_fmt(b, "%02d.", d.month);
	if (d.year)
		buf_fmt(b, "%04d", d.year);
}

void date_put_iso(struct buf *b, struct date d)
{
	if (d.year)
		buf_fmt(b, "%04d", d.year);
	if (d.month)
		buf_fmt(b, "-%02d", d.month);
	if (d.day)
		buf_fmt(b, "-%02d", d.day);
}
