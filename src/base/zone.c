/* zone.c: summer time by the rule of the European Union (Directive 2000/84/EC): from the last Sunday in March to the
 * last Sunday in October, 01:00 UTC; until 1995 to the last Sunday in September; before 1980 there was none. */
#include "base/zone.h"

#include <stdlib.h>
#include <string.h>

static struct date last_sunday(int year, int month)
{
	struct date d = date_last((struct date){(int16_t)year, (int8_t)month, 0});
	return date_from_days(date_days(d) - (date_weekday(d) + 1) % 7);
}

static struct date summer_end(int year)
{
	return last_sunday(year, year < 1996 ? 9 : 10);
}

int zone_offset(struct date d, int minute)
{
	struct date from = last_sunday(d.year, 3), to = summer_end(d.year);
	bool begun = date_cmp(d, from) > 0 || (date_cmp(d, from) == 0 && minute >= 2 * 60);
	bool ended = date_cmp(d, to) > 0 || (date_cmp(d, to) == 0 && minute >= 3 * 60);
	return d.year >= 1980 && begun && !ended ? 2 : 1;
}

enum zone_hour zone_hour(struct date d, int minute)
{
	if (d.year < 1980 || minute < 2 * 60 || minute >= 3 * 60)
		return ZONE_ONCE;
	return !date_cmp(d, last_sunday(d.year, 3)) ? ZONE_SKIPPED
		: !date_cmp(d, summer_end(d.year))  ? ZONE_TWICE
						    : ZONE_ONCE;
}

bool zone_clock(const char *s, int *minute)
{
	char *end;
	long h = s ? strtol(s, &end, 10) : -1;
	if (h < 0 || h > 23 || *end != ':')
		return false;
	long m = strtol(end + 1, &end, 10);
	*minute = (int)(h * 60 + m);
	return *end == '\0' && m >= 0 && m < 60;
}

static char *digits(char *to, int v, int n)
{
	for (int i = n; i--; v /= 10)
		to[i] = (char)('0' + v % 10);
	return to + n;
}

static void put_time(struct buf *b, struct date d, int64_t second, int hours)
{
	const struct {
		int v, n;
		char end;
	} parts[] = {{d.year, 4, '-'}, {d.month, 2, '-'}, {d.day, 2, 'T'}, {(int)(second / 3600), 2, ':'},
		{(int)(second / 60 % 60), 2, ':'}, {(int)(second % 60), 2, '+'}, {hours, 2, ':'}, {0, 2, '\0'}};
	char text[32], *to = text;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		to = digits(to, parts[i].v, parts[i].n);
		*to++ = parts[i].end;
	}
	buf_put(b, text, (size_t)(to - text) - 1);
}

/* Lists have two for each object: no printf here. */
enum { DAY = 86400 };

/* Hours ahead of UTC at an instant. */
static int hours_at(int64_t at)
{
	enum { CHANGE = 3600 };                        /* 01:00 UTC */
	struct date utc = date_from_days((int32_t)(at / DAY - (at % DAY < 0)));
	if (utc.year < 1980 || (utc.month != 3 && utc.month != 9 && utc.month != 10))      /* months without a change */
		return utc.year >= 1980 && utc.month > 3 && utc.month < 9 ? 2 : 1;
	int64_t from = (int64_t)date_days(last_sunday(utc.year, 3)) * DAY + CHANGE,
		to = (int64_t)date_days(summer_end(utc.year)) * DAY + CHANGE;
	return at >= from && at < to ? 2 : 1;
}

/* The local day of an instant, and its second. */
static struct date local_day(int64_t at, int hours, int64_t *second)
{
	int64_t local = at + hours * 3600;
	*second = (local % DAY + DAY) % DAY;
	return date_from_days((int32_t)((local - *second) / DAY));
}

void zone_put_instant(struct buf *b, int64_t at)
{
	int64_t second;
	const int hours = hours_at(at);
	const struct date day = local_day(at, hours, &second);
	put_time(b, day, second, hours);
}

struct date zone_day(int64_t at)
{
	int64_t second;
	return local_day(at, hours_at(at), &second);
}

void zone_put_local(struct buf *b, struct date d, int minute)
{
	put_time(b, d, minute * 60, zone_offset(d, minute));
}

/* Two digits up to most. */
static bool two(const char **s, int most, int *value)
{
	const char *p = *s;
	if (p[0] < '0' || p[0] > '9' || p[1] < '0' || p[1] > '9')
		return false;
	*value = (p[0] - '0') * 10 + (p[1] - '0');
	*s += 2;
	return *value <= most;
}

static bool sign(const char **s, char c)
{
	bool there = **s == c;
	*s += there;
	return there;
}

/* "12:34:56"; a leap second is told. */
static bool clock_of(const char **s, int *second)
{
	int h, m, sec;
	if (!two(s, 23, &h) || !sign(s, ':') || !two(s, 59, &m) || !sign(s, ':') || !two(s, 60, &sec))
		return false;
	*second = h * 3600 + m * 60 + sec;
	return true;
}

/* ".5", or nothing; does it say a part of a second? False: a point alone. */
static bool part_of(const char **s, bool *part)
{
	*part = false;
	if (!sign(s, '.'))
		return true;
	size_t n = strspn(*s, "0123456789");
	*part = strspn(*s, "0") < n;
	*s += n;
	return n > 0;
}

/* "Z", "+02:00", "-00:30" */
static bool offset_of(const char **s, int *second)
{
	int h, m;
	char way = *(*s)++;
	*second = 0;
	if (way == 'Z' || way == 'z')
		return true;
	if ((way != '+' && way != '-') || !two(s, 23, &h) || !sign(s, ':') || !two(s, 59, &m))
		return false;
	*second = (h * 3600 + m * 60) * (way == '-' ? -1 : 1);
	return true;
}

bool zone_parse_instant(const char *s, int64_t *at, bool *part)
{
	char day[11] = {0};
	struct date d;
	int second, ahead;
	for (int i = 0; i < 10 && s[i]; i++)
		day[i] = s[i];
	if (!day[9] || !date_parse(&d, day) || !d.day || (s[10] != 'T' && s[10] != 't'))
		return false;
	s += 11;
	if (!clock_of(&s, &second) || !part_of(&s, part) || !*s || !offset_of(&s, &ahead))
		return false;
	*at = (int64_t)date_days(d) * 86400 + second - ahead;
	return *s == '\0';
}
