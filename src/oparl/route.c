/* route.c: from the path of an address to an object, a page of a list, a file. */
#include "oparl/route.h"

#include <stdlib.h>
#include <string.h>

#include "base/u8.h"

static const char *const types[] = {"LegislativeTerm", "Organization", "Person", "Membership", "Meeting", "AgendaItem",
	"Paper", "Consultation", "File", "Location", "Body"};

/* The next part up to a slash; false: none, or an empty one. */
static const char *part(struct mem *m, const char **path)
{
	size_t n = strcspn(*path, "/");
	const char *s = n && n < 200 ? mem_str(m, *path, n) : NULL;
	*path += n + ((*path)[n] == '/');
	return s;
}

static const char *without_json(struct mem *m, const char *s)
{
	size_t n = s ? strlen(s) : 0;
	return n > 5 && !strcmp(s + n - 5, ".json") ? mem_str(m, s, n - 5) : NULL;
}

static const char *type_of(const char *s)
{
	for (size_t i = 0; s && i < sizeof types / sizeof *types; i++) {
		const char *t = types[i], *p = s;
		while (*t && (char)u8_lower((unsigned char)*t) == *p)
			t++, p++;
		if (!*t && !*p)
			return types[i];
	}
	return NULL;
}

static int64_t page_of(const char *s)
{
	char *end;
	if (!s || *s < '1' || *s > '9' || strlen(s) > 9)
		return 0;
	int64_t n = strtoll(s, &end, 10);
	return *end || n < 2 ? 0 : n;                      /* page 1 has one address only */
}

static bool route_of_one(struct mem *m, const char *part, struct opa_route *r)
{
	const char *name = without_json(m, part);
	r->type = name && !strcmp(name, "system") ? "System" : NULL;
	r->id = "system";
	r->list = name && !strcmp(name, "body") ? "Body" : NULL;
	return r->type || r->list;
}

/* TYPE/ID.json */
static bool route_of_object(struct mem *m, const char *const p[], struct opa_route *r)
{
	r->type = type_of(p[0]);
	r->id = without_json(m, p[1]);
	return r->type && r->id;
}

/* file/ID/NAME, download/ID/NAME, TYPE/ID/LIST.json, TYPE/ID/LIST/PAGE.json */
static bool route_below(struct mem *m, const char *const p[], int n, struct opa_route *r)
{
	r->download = !strcmp(p[0], "download");
	r->type = r->download ? "File" : type_of(p[0]);
	r->id = p[1];
	if (n == 3 && r->type && !strcmp(r->type, "File")) {
		r->name = p[2];
		return true;
	}
	r->list = type_of(n == 3 ? without_json(m, p[2]) : p[2]);
	if (n == 4)
		r->page = page_of(without_json(m, p[3]));
	return r->type && r->list && r->page && strcmp(r->list, "Body");
}

bool opa_route(struct mem *m, const char *path, struct opa_route *r)
{
	enum { DEEPEST = 4 };
	const char *p[DEEPEST] = {0};
	int n = 0;
	*r = (struct opa_route){.page = 1};
	for (; *path && n < DEEPEST; n++)
		if (!(p[n] = part(m, &path)))
			return false;
	if (!n || *path || path[-1] == '/')
		return false;
	return n == 1 ? route_of_one(m, p[0], r) : n == 2 ? route_of_object(m, p, r) : route_below(m, p, n, r);
}

char *opa_stem(struct mem *m, const struct opa_route *r)
{
	const char *list = r->list;
	char *stem = r->type ? mem_fmt(m, "%s/%s/%s", r->type, r->id, list) : mem_dup(m, list);
	size_t from = r->type ? strlen(r->type) + 1 + strlen(r->id) : 0;
	for (size_t i = 0; stem[i]; i++)
		if (i >= from || (r->type && i < strlen(r->type)))
			stem[i] = (char)u8_lower((unsigned char)stem[i]);
	return stem;
}
