/* condition.c: conditional requests, ranges, compression. */
#include "serve/condition.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

void srv_put_time(char out[SRV_TIME], int64_t at)
{
	time_t t = (time_t)at;
	struct tm utc;
	out[0] = '\0';
	if (gmtime_r(&t, &utc) && utc.tm_year < 8100)
		strftime(out, SRV_TIME, "%a, %d %b %Y %H:%M:%S GMT", &utc);
}

bool srv_read_time(const char *s, int64_t *at)
{
	struct tm utc = {0};
	const char *end = s ? strptime(s, "%a, %d %b %Y %H:%M:%S GMT", &utc) : NULL;
	if (!end || *end)
		return false;
	*at = timegm(&utc);
	return true;
}

bool srv_tag_listed(const char *list, const char *tag, bool weak)
{
	size_t n = strlen(tag);
	for (const char *p = list; *p; p += strcspn(p, ","), p += *p == ',') {
		p += strspn(p, " \t");
		if (*p == '*')
			return true;
		if (weak && !strncmp(p, "W/", 2))
			p += 2;
		if (*p == '"' && !strncmp(p + 1, tag, n) && p[n + 1] == '"')
			return true;
	}
	return false;
}

bool srv_as_asked(const char *match, const char *unmodified_since, const char *tag, int64_t modified)
{
	int64_t since;
	if (match)
		return srv_tag_listed(match, tag, false);
	return !modified || !srv_read_time(unmodified_since, &since) || modified <= since;
}

bool srv_unchanged(const char *none_match, const char *modified_since, const char *tag, int64_t modified)
{
	int64_t since;
	if (none_match)
		return srv_tag_listed(none_match, tag, true);
	return modified && srv_read_time(modified_since, &since) && modified <= since;
}

/* The weight of one entry: "gzip;q=0" is a refusal. */
static bool wanted(const char *p, size_t n)
{
	const char *q = memchr(p, ';', n);
	while (q && q < p + n && (*q == ';' || *q == ' '))
		q++;
	return !q || strncasecmp(q, "q=", 2) || strtod(q + 2, NULL) > 0;
}

bool srv_takes_gzip(const char *accept)
{
	for (const char *p = accept; p && *p; p += strcspn(p, ","), p += *p == ',') {
		p += strspn(p, " \t");
		size_t n = strcspn(p, ","), name = strcspn(p, ",; \t");
		if (name == 4 && !strncasecmp(p, "gzip", 4))
			return wanted(p, n);
	}
	return false;
}

static bool number(const char **p, int64_t *v)
{
	char *end;
	if (**p < '0' || **p > '9')
		return false;
	*v = strtoll(*p, &end, 10);
	*p = end;
	return true;
}

enum srv_range srv_range(const char *range, int64_t size, int64_t *from, int64_t *n)
{
	int64_t first = 0, last = size - 1;
	if (!range || strncmp(range, "bytes=", 6))
		return SRV_WHOLE;
	const char *p = range + 6;
	bool begins = number(&p, &first);
	if (*p++ != '-')
		return SRV_WHOLE;
	bool ends = number(&p, &last);
	if (*p || (!begins && !ends) || (begins && ends && last < first))
		return SRV_WHOLE;
	if (!begins) {                                     /* so many from the end */
		first = last < size ? size - last : 0;
		last = last ? size - 1 : -1;
	}
	if (first >= size || last < first)
		return SRV_OUTSIDE;
	*from = first;
	*n = (last < size ? last + 1 : size) - first;
	return SRV_PART;
}

bool srv_same_bytes(const char *if_range, const char *etag, int64_t modified)
{
	int64_t at;
	if (!if_range)
		return true;
	return *if_range == '"' ? !strcmp(if_range, etag) : srv_read_time(if_range, &at) && at == modified;
}
