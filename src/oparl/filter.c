/* filter.c: the parameters of a list, as they are asked for and as they stand in the addresses of its pages. */
#include <stdlib.h>
#include <string.h>

#include "base/zone.h"
#include "oparl/oparl.h"
#include "oparl/route.h"

static const char *const filter_times[] = {"created_since", "created_until", "modified_since", "modified_until"};

bool opa_filter_known(const char *name)
{
	bool known = !strcmp(name, "omit_internal") || !strcmp(name, "limit");
	for (size_t i = 0; i < sizeof filter_times / sizeof *filter_times; i++)
		known |= !strcmp(name, filter_times[i]);
	return known;
}

bool opa_filter_set(struct opa_filter *f, const char *name, const char *value)
{
	int64_t *times[] = {&f->created_since, &f->created_until, &f->modified_since, &f->modified_until};
	if (!strcmp(name, "omit_internal")) {
		f->omit_internal = !strcmp(value, "true");
		return f->omit_internal || !strcmp(value, "false");
	}
	if (!strcmp(name, "limit")) {
		char *end;
		long n = strtol(value, &end, 10);
		f->limit = n >= 1 && n < OPA_PAGE ? (int)n : 0;
		return n >= 1 && *end == '\0' && value[0] >= '0' && value[0] <= '9';
	}
	for (int i = 0; i < 4; i++) {
		if (strcmp(name, filter_times[i]))
			continue;
		if (!f->times) {
			f->created_since = f->modified_since = INT64_MIN;
			f->created_until = f->modified_until = INT64_MAX;
		}
		f->times = true;
		f->deleted |= i == 2;
		bool part = false, ok = zone_parse_instant(value, times[i], &part);
		*times[i] += ok && part && i % 2 == 0; /* what was half a second before is not since then */
		return ok;
	}
	return false;
}

static void put_param(struct buf *b, char *sep, const char *name, const char *value)
{
	buf_fmt(b, "%c%s=", *sep, name);
	for (const char *p = value; *p; p++)
		buf_str(b, *p == ':' ? "%3A" : *p == '+' ? "%2B" : (char[]){*p, '\0'});
	*sep = '&';
}

static void put_time(struct buf *b, char *sep, const char *name, int64_t at)
{
	struct buf t = {0};
	if (at == INT64_MIN || at == INT64_MAX)
		return;
	zone_put_instant(&t, at);
	put_param(b, sep, name, t.data);
	buf_free(&t);
}

void opa_put_query(struct buf *b, const struct opa_filter *f)
{
	char sep = '?', n[12];
	struct buf limit = {0};
	if (f->times) {
		put_time(b, &sep, "created_since", f->created_since);
		put_time(b, &sep, "created_until", f->created_until);
	}
	if (f->limit) {
		buf_int(&limit, f->limit);
		memcpy(n, limit.data, limit.len + 1);
		put_param(b, &sep, "limit", n);
		buf_free(&limit);
	}
	if (f->times) {
		put_time(b, &sep, "modified_since", f->modified_since);
		put_time(b, &sep, "modified_until", f->modified_until);
	}
	if (f->omit_internal)
		put_param(b, &sep, "omit_internal", "true");
}
