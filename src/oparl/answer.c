/* answer.c: what stands at a path: an object, a page of a list, a file. What there is not in the table of public
 * objects there is not at all. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "base/zone.h"
#include "oparl/oparl.h"
#include "oparl/round.h"
#include "oparl/route.h"
#include "oparl/rows.h"

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

/* ---- lists ---- */

struct listing {
	struct buf *out;
	const char *base, *stem;
	const struct opa_filter *filter;
	int64_t n, limit, page;
	int64_t total;                                 /* -1: unknown; totals are known for whole lists only */
	uint64_t hash;                                 /* of what stands on the page */
};

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
	opa_put_object(l->out, o, l->base, l->filter->omit_internal);
	mix(l, o->lfd);
	mix(l, o->fassung);
}

/* Numbers from an index, objects from what is kept; the others one by one. */
static bool list_kept(const struct opa_asked *q, struct mem *m, const struct reg_oparl_page *p, struct listing *l,
	struct diag *d)
{
	int64_t *all = MEM_ARRAY(m, int64_t, p->limit);
	bool omit = l->filter->omit_internal;
	int64_t n = reg_oparl_numbers(q->reg, p, all, d);
	for (; l->n < n && l->n < l->limit; l->n++) {
		const struct opa_row *row = opa_rows_find(q->rows, all[l->n], omit);
		if (!row) {
			struct reg_oparl o;
			if (!reg_oparl_by_number(q->reg, m, all[l->n], &o))
				return false;          /* gone in this moment: asked again */
			opa_put_object(opa_rows_text(q->rows), &o, l->base, omit);
			row = opa_rows_add(q->rows, &o, omit);
		}
		if (l->n)
			buf_chr(l->out, ',');
		buf_put(l->out, opa_rows_at(q->rows, row), row->n);
		mix(l, row->lfd);
		mix(l, row->fassung);
	}
	l->n = n;
	return n >= 0;
}

static void put_link(struct buf *b, const struct listing *l, const char *name, int64_t page)
{
	buf_fmt(b, "%s\"%s\":\"%s/%s", b->data[b->len - 1] == '{' ? "" : ",", name, l->base, l->stem);
	if (page > 1) {
		buf_chr(b, '/');
		buf_int(b, page);
	}
	buf_str(b, ".json");
	opa_put_query(b, l->filter);
	buf_chr(b, '"');
}

static void put_number(struct buf *b, const char *name, int64_t v)
{
	buf_fmt(b, "%s\"%s\":", b->data[b->len - 1] == '{' ? "" : ",", name);
	buf_int(b, v);
}

static void put_frame(struct buf *b, const struct listing *l)
{
	int64_t pages = l->total < 0 ? 0 : l->total ? (l->total + l->limit - 1) / l->limit : 1;
	buf_str(b, "],\"pagination\":{");
	if (l->total >= 0)
		put_number(b, "totalElements", l->total);
	put_number(b, "elementsPerPage", l->limit);
	put_number(b, "currentPage", l->page);
	if (l->total >= 0)
		put_number(b, "totalPages", pages);
	buf_str(b, "},\"links\":{");
	put_link(b, l, "first", 1);
	if (l->page > 1)
		put_link(b, l, "prev", l->page - 1);
	put_link(b, l, "self", l->page);
	if (l->n > l->limit)
		put_link(b, l, "next", l->page + 1);
	if (l->total >= 0)
		put_link(b, l, "last", pages);
	buf_str(b, "}}\n");
}

/* Whose list it is: the system's, a town's, a body's of meetings and consultations. */
static bool owner(struct reg *reg, struct mem *m, const struct opa_route *r, struct reg_oparl_page *p)
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

static bool list_of(const struct opa_asked *q, struct mem *m, const struct opa_route *r, struct reg_oparl_page *p,
	struct opa_list *l)
{
	if (q->rows)
		opa_rows_begin(q->rows, q->state);
	const struct opa_list *kept = q->rows ? opa_rows_list(q->rows, l->stem) : NULL;
	if (kept) {
		p->typ = r->list;
		p->ort = kept->ort;
		p->gremium = kept->gremium;
		l->newest = kept->newest;
		return true;
	}
	if (!owner(q->reg, m, r, p))
		return false;
	*l = (struct opa_list){l->stem, p->ort, p->gremium, reg_oparl_newest(q->reg, p->ort, p->typ)};
	if (q->rows)
		opa_rows_keep_list(q->rows, l);
	return true;
}

static bool answer_list(const struct opa_asked *q, struct mem *m, const struct opa_route *r, struct buf *out,
	struct opa_answer *a, struct diag *d)
{
	static const struct opa_filter none = {0};
	const struct opa_filter *f = q->filter ? q->filter : &none;
	struct listing l = {.out = out,
		.base = q->base,
		.stem = opa_stem(m, r),
		.filter = f,
		.limit = f->limit ? f->limit : OPA_PAGE,
		.page = r->page,
		.hash = 14695981039346656037u};
	struct reg_oparl_page p = {.limit = l.limit + 1,
		.offset = (r->page - 1) * l.limit,
		.filtered = f->times,
		.deleted = f->deleted,
		.created_since = f->created_since,
		.created_until = f->created_until,
		.modified_since = f->modified_since,
		.modified_until = f->modified_until};
	struct opa_list whose = {.stem = l.stem};
	size_t start = out->len;
	if (!list_of(q, m, r, &p, &whose))
		return true;
	buf_str(out, "{\"data\":[");
	if (!(q->rows ? list_kept(q, m, &p, &l, d) : reg_oparl_list(q->reg, &p, list_row, &l, d)))
		return false;
	if (!l.n && r->page > 1) {
		out->len = start;
		return true;
	}
	l.total = f->times || p.gremium ? -1 : reg_oparl_count(q->reg, p.ort, p.typ);
	mix(&l, l.total);
	mix(&l, l.n);
	put_frame(out, &l);
	a->kind = OPA_LIST;
	a->modified = whose.newest;
	snprintf(a->etag, sizeof a->etag, "l%016llx", (unsigned long long)l.hash);
	return true;
}

/* ---- all of it ---- */

static void tag_object(struct opa_answer *a, const struct reg_oparl *o)
{
	snprintf(a->etag, sizeof a->etag, "%llx-%llx", (unsigned long long)o->lfd, (unsigned long long)o->fassung);
	a->modified = o->geaendert;
	a->deleted = o->geloescht;
}

/* The name is part of the address; that of a deleted file is no longer known, so any is. */
static void answer_file(struct reg *reg, struct mem *m, const struct opa_route *r, const struct reg_oparl *o,
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

bool opa_answer(const struct opa_asked *q, struct mem *m, struct buf *out, struct opa_answer *a, struct diag *d)
{
	struct reg_oparl o;
	struct opa_route r;
	size_t faults = diag_count(d, DIAG_SYSTEM);
	*a = (struct opa_answer){0};
	if (!u8_valid(q->path, strlen(q->path)) || !opa_route(m, q->path, &r))
		return true;
	if (r.list)
		return answer_list(q, m, &r, out, a, d);
	if (!reg_oparl_by_id(q->reg, m, r.type, r.id, &o))
		return diag_count(d, DIAG_SYSTEM) == faults;
	if (r.name) {
		answer_file(q->reg, m, &r, &o, a);
		return true;
	}
	opa_put_object(out, &o, q->base, q->filter && q->filter->omit_internal);
	buf_chr(out, '\n');
	a->kind = OPA_OBJECT;
	tag_object(a, &o);
	return true;
}
