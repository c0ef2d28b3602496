/* answer.c: what stands at a path: an object, a page of a list, a file. What there is not in the table of public
 * objects there is not at all. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "base/zone.h"
#include "oparl/oparl.h"
#include "oparl/round.h"

static const char *const types[] = {"LegislativeTerm", "Organization", "Person", "Membership", "Meeting", "AgendaItem",
	"Paper", "Consultation", "File", "Location", "Body"};

/* ---- filters ---- */

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
		return zone_parse_instant(value, times[i]);
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

/* One spelling for each filter: sorted, times of the German zone. */
static void put_query(struct buf *b, const struct opa_filter *f)
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

/* ---- objects ---- */

static void put_based(struct buf *b, const char *s, const char *base)
{
	size_t n = sizeof OPA_BASE - 1;
	for (const char *at; (at = strstr(s, OPA_BASE)); s = at + n) {
		buf_put(b, s, (size_t)(at - s));
		buf_str(b, base);
	}
	buf_str(b, s);
}

void opa_put_object(struct buf *b, const struct reg_oparl *o, const char *base, bool omit)
{
	buf_chr(b, '{');
	put_based(b, o->inhalt, base);
	if (!omit)
		put_based(b, o->eingebettet, base);
	buf_str(b, ",\"created\":\"");
	size_t at = b->len;
	zone_put_instant(b, o->erstellt);
	size_t n = b->len - at;
	buf_str(b, "\",\"modified\":\"");
	if (o->geaendert == o->erstellt) {
		buf_reserve(b, n);                         /* so that the bytes copied stay where they are */
		buf_put(b, b->data + at, n);
	} else {
		zone_put_instant(b, o->geaendert);
	}
	buf_str(b, o->geloescht ? "\",\"deleted\":true}" : "\"}");
}

/* ---- paths ---- */

struct route { const char *type, *id, *list, *name; int64_t page; bool download; };

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

static bool find_route(struct mem *m, const char *path, struct route *r)
{
	const char *p[4] = {0};
	int n = 0;
	*r = (struct route){.page = 1};
	for (; *path && n < 4; n++)
		if (!(p[n] = part(m, &path)))
			return false;
	if (!n || *path || path[-1] == '/')
		return false;
	if (n == 1) {
		const char *name = without_json(m, p[0]);
		r->type = name && !strcmp(name, "system") ? "System" : NULL;
		r->id = "system";
		r->list = name && !strcmp(name, "body") ? "Body" : NULL;
		return r->type || r->list;
	}
	r->download = !strcmp(p[0], "download");
	r->type = r->download ? "File" : type_of(p[0]);
	r->id = n == 2 ? without_json(m, p[1]) : p[1];
	if (n == 2)
		return r->type && r->id && !r->download;
	if (n == 3 && r->type && !strcmp(r->type, "File")) {
		r->name = p[2];
		return true;
	}
	r->list = type_of(n == 3 ? without_json(m, p[2]) : p[2]);
	if (n == 4)
		r->page = page_of(without_json(m, p[3]));
	return r->type && r->list && r->page && strcmp(r->list, "Body");
}

/* ---- lists ---- */

struct listing { struct buf *out; const char *base; bool omit; int64_t n, limit; uint64_t hash; };

static void mix(struct listing *l, int64_t v)
{
	l->hash = (l->hash ^ (uint64_t)v) * 1099511628211u;   /* FNV-1a by words */
}

static void list_row(void *arg, const struct reg_oparl *o)
{
	struct listing *l = arg;
	if (l->n++ >= l->limit)                            /* only says that there is a next page */
		return;
	if (l->n > 1)
		buf_chr(l->out, ',');
	opa_put_object(l->out, o, l->base, l->omit);
	mix(l, o->lfd);
	mix(l, o->fassung);
}

static void put_link(struct buf *b, const char *name, const char *base, const char *stem, int64_t page,
	const struct opa_filter *f)
{
	buf_fmt(b, "%s\"%s\":\"%s/%s", b->data[b->len - 1] == '{' ? "" : ",", name, base, stem);
	if (page > 1) {
		buf_chr(b, '/');
		buf_int(b, page);
	}
	buf_str(b, ".json");
	put_query(b, f);
	buf_chr(b, '"');
}

/* Totals are known for whole lists only. total: -1 unknown. */
static void put_frame(struct buf *b, const struct listing *l, const char *base, const char *stem, int64_t page,
	int64_t total, const struct opa_filter *f)
{
	int64_t pages = total < 0 ? 0 : total ? (total + l->limit - 1) / l->limit : 1;
	buf_str(b, "],\"pagination\":{");
	if (total >= 0) {
		buf_str(b, "\"totalElements\":");
		buf_int(b, total);
		buf_chr(b, ',');
	}
	buf_str(b, "\"elementsPerPage\":");
	buf_int(b, l->limit);
	buf_str(b, ",\"currentPage\":");
	buf_int(b, page);
	if (total >= 0) {
		buf_str(b, ",\"totalPages\":");
		buf_int(b, pages);
	}
	buf_str(b, "},\"links\":{");
	put_link(b, "first", base, stem, 1, f);
	if (page > 1)
		put_link(b, "prev", base, stem, page - 1, f);
	put_link(b, "self", base, stem, page, f);
	if (l->n > l->limit)
		put_link(b, "next", base, stem, page + 1, f);
	if (total >= 0)
		put_link(b, "last", base, stem, pages, f);
	buf_str(b, "}}\n");
}

/* Whose list it is: the system's, a town's, a body's of meetings and consultations. */
static bool owner(struct reg *reg, struct mem *m, const struct route *r, struct reg_oparl_page *p)
{
	struct reg_oparl o;
	p->typ = r->list;
	p->ort = "";
	if (!r->type)
		return true;
	if (!reg_oparl_by_id(reg, m, r->type, r->id, &o) || o.geloescht)
		return false;
	if (!strcmp(r->type, "Body")) {
		p->ort = o.schluessel;
		return true;
	}
	p->ort = o.ort;
	p->gremium = o.kennung;
	return !strcmp(r->type, "Organization") && (!strcmp(r->list, "Meeting") || !strcmp(r->list, "Consultation"));
}

static const char *stem_of(struct mem *m, const struct route *r)
{
	const char *list = r->list;
	char *stem = r->type ? mem_fmt(m, "%s/%s/%s", r->type, r->id, list) : mem_dup(m, list);
	size_t from = r->type ? strlen(r->type) + 1 + strlen(r->id) : 0;
	for (size_t i = 0; stem[i]; i++)
		if (i >= from || (r->type && i < strlen(r->type)))
			stem[i] = (char)u8_lower((unsigned char)stem[i]);
	return stem;
}

static bool answer_list(struct reg *reg, struct mem *m, const char *base, const struct route *r,
	const struct opa_filter *f, struct buf *out, struct opa_answer *a, struct diag *d)
{
	struct listing l = {.out = out,
		.base = base,
		.omit = f->omit_internal,
		.limit = f->limit ? f->limit : OPA_PAGE,
		.hash = 14695981039346656037u};
	struct reg_oparl_page p = {.limit = l.limit + 1,
		.offset = (r->page - 1) * l.limit,
		.filtered = f->times,
		.deleted = f->deleted,
		.created_since = f->created_since,
		.created_until = f->created_until,
		.modified_since = f->modified_since,
		.modified_until = f->modified_until};
	size_t start = out->len;
	if (!owner(reg, m, r, &p))
		return true;
	buf_str(out, "{\"data\":[");
	if (!reg_oparl_list(reg, &p, list_row, &l, d))
		return false;
	if (!l.n && r->page > 1) {
		out->len = start;
		return true;
	}
	int64_t total = f->times || p.gremium ? -1 : reg_oparl_count(reg, p.ort, p.typ);
	mix(&l, total);
	mix(&l, l.n);
	put_frame(out, &l, base, stem_of(m, r), r->page, total, f);
	a->kind = OPA_LIST;
	a->modified = reg_oparl_newest(reg, p.ort, p.typ);
	struct buf tag = {0};
	buf_fmt(&tag, "l%016llx", (unsigned long long)l.hash);
	memcpy(a->etag, tag.data, tag.len + 1);
	buf_free(&tag);
	return true;
}

/* ---- all of it ---- */

static void tag_object(struct opa_answer *a, const struct reg_oparl *o)
{
	struct buf tag = {0};
	buf_fmt(&tag, "%llx-%llx", (unsigned long long)o->lfd, (unsigned long long)o->fassung);
	memcpy(a->etag, tag.data, tag.len + 1);
	buf_free(&tag);
	a->modified = o->geaendert;
	a->deleted = o->geloescht;
}

/* The name is part of the address; that of a deleted file is no longer known, so any is. */
static void answer_file(struct reg *reg, struct mem *m, const struct route *r, const struct reg_oparl *o,
	struct opa_answer *a)
{
	if (!o->geloescht) {
		const char *path = reg_oparl_path(reg, m, o->ausgegeben);
		if (!path || strcmp(file_base(path), r->name))
			return;
		a->file = path;
		a->name = file_base(path);
		a->sum = strrchr(o->schluessel, '/') ? strrchr(o->schluessel, '/') + 1 : "";
	}
	a->kind = OPA_FILE;
	a->download = r->download;
	tag_object(a, o);
}

bool opa_answer(struct reg *reg, struct mem *m, const char *base, const char *path, const struct opa_filter *f,
	struct buf *out, struct opa_answer *a, struct diag *d)
{
	static const struct opa_filter none = {0};
	struct reg_oparl o;
	struct route r;
	size_t faults = diag_count(d, DIAG_SYSTEM);
	*a = (struct opa_answer){0};
	if (!u8_valid(path, strlen(path)) || !find_route(m, path, &r))
		return true;
	if (r.list)
		return answer_list(reg, m, base, &r, f ? f : &none, out, a, d);
	if (!reg_oparl_by_id(reg, m, r.type, r.id, &o))
		return diag_count(d, DIAG_SYSTEM) == faults;
	if (r.name) {
		answer_file(reg, m, &r, &o, a);
		return true;
	}
	opa_put_object(out, &o, base, f && f->omit_internal);
	buf_chr(out, '\n');
	a->kind = OPA_OBJECT;
	tag_object(a, &o);
	return true;
}

/* ---- the address ---- */

static bool is_address(const char *s)
{
	const char *rest = !strncmp(s, "https://", 8) ? s + 8 : !strncmp(s, "http://", 7) ? s + 7 : "";
	size_t n = strlen(rest);
	return n && rest[n - 1] != '/' &&
		strspn(rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~:/[]%") == n;
}

const char *opa_base(struct reg *r, struct mem *m, const char *given, const char *otherwise, struct diag *d)
{
	struct reg_facts towns, f;
	const char *base = given;
	if (!reg_facts(r, m, REG_ORTE, NULL, NULL, &towns, d))
		return NULL;
	if (!towns.rows) {
		diag_error(d, "OPARLLEER", NULL, 0,
			"Im Register steht noch keine Kommune, die sich über OParl zeigen könnte; bitte zuerst mit "
			"„ratssatz aufnehmen“ ein Dokument oder das Verzeichnis aufnehmen");
		return NULL;
	}
	for (size_t i = 0; !base && i < towns.rows; i++) {
		if (!reg_facts(r, m, REG_KOERPERSCHAFT, towns.cells[i], NULL, &f, d))
			return NULL;
		base = reg_cell(&f, 0, "basis");
	}
	if (!base)
		base = otherwise;
	if (is_address(base))
		return base;
	diag_error(d, "OPARLADRESSE", NULL, 0,
		"„%s“ taugt nicht als Adresse der Schnittstelle, erwartet wird zum Beispiel "
		"https://ratsinfo.example.org/oparl ohne Schrägstrich am Ende; bitte --basis-url "
		"oder <oparl basis=\"…\"> im Verzeichnis berichtigen",
		base);
	return NULL;
}
