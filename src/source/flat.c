/* flat.c: see flat.h. What an element may hold says the schema, so white space counts here where it counts for readers.
 * Words and values are compared as a parser hands them on: entities resolved. */
#include "source/flat.h"

#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "model/doc.h"
#include "source/schema.h"
#include "source/token.h"

enum { DEPTH = 256 };

struct level { enum doc_kind kind; bool mixed, inside_text; };

struct reading {
	struct mem *mem;
	struct tokens t;
	struct flats *out;
	bool coarse;
	struct level level[DEPTH];
	int depth;
	size_t end;                                    /* of what was put last */
	bool blank;                                    /* white space since then */
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* ---- sums ---- */

static uint64_t add(uint64_t h, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 1099511628211u;
	return h;
}

static uint64_t add_text(uint64_t h, const char *s, size_t n)
{
	const char *end = s + n;
	char as[4];
	while (s < end) {
		size_t step = 1;
		if (*s == '&') {
			uint32_t c = token_entity(s, end, &step);
			h = add(h, as, u8_put(as, c));
		} else {
			h = add(h, s, 1);
		}
		s += step;
	}
	return h;
}

bool flat_same_text(const char *a, size_t na, const char *b, size_t nb)
{
	return add_text(0, a, na) == add_text(0, b, nb);
}

static bool is_namespace(const char *s, size_t n)
{
	return n >= 5 && !memcmp(s, "xmlns", 5);
}

/* Attributes in any order are the same. */
static uint64_t sum_of_attrs(const struct tokens *t, const struct token *k)
{
	struct token_attr a;
	uint64_t sum = 0;
	for (size_t at = 0; token_attr(t, k, &at, &a);)
		if (!is_namespace(t->data + a.from, a.name_end - a.from))
			sum += add_text(add(add(14695981039346656037u, t->data + a.from, a.name_end - a.from), "=", 1),
				t->data + a.value, a.value_end - a.value);
	return sum;
}

static uint64_t sum_of_name(const struct tokens *t, const struct token *k)
{
	struct token_attr a;
	uint64_t h = add(14695981039346656037u, k->local, k->nlocal);
	if (k->kind != TOKEN_CLOSE && token_find(t, k, "id", &a))
		h = add_text(add(h, "#", 1), t->data + a.value, a.value_end - a.value);
	return h;
}

/* ---- the row ---- */

static void put(struct reading *r, struct flat f)
{
	struct flats *o = r->out;
	f.lead = r->end;
	f.depth = r->depth;
	f.full ^= f.name;
	f.name = f.name * 31 + f.kind * 2u + f.gap;
	f.full = f.full * 31 + f.kind * 2u + f.gap;
	MEM_ROOM_IN(r->mem, o->all, o->n, o->cap);
	o->all[o->n++] = f;
	r->end = f.to;
	r->blank = false;
}

static bool in_text(const struct reading *r)
{
	return r->depth && r->level[r->depth - 1].mixed;
}

/* At the edges of a paragraph, and beside what is no running text, white space says nothing. */
static bool gap_before(const struct reading *r, bool closes, bool block)
{
	const struct flats *o = r->out;
	if (!r->blank || !in_text(r) || block || !o->n)
		return false;
	const struct level *l = &r->level[r->depth - 1];
	const struct flat *last = &o->all[o->n - 1];
	bool first = last->kind == FLAT_OPEN && last->depth == r->depth - 1;
	if (doc_kind_class(l->kind) != DOC_CLASS_INLINE && (first || closes))
		return false;
	return first || last->kind == FLAT_WORD || !last->apart;
}

static void words(struct reading *r, const struct token *k)
{
	const char *d = r->t.data;
	for (size_t at = k->from; at < k->to;) {
		size_t from = at;
		while (at < k->to && blank(d[at]))
			at++;
		r->blank |= at > from;
		from = at;
		while (at < k->to && !blank(d[at]))
			at++;
		if (at > from)
			put(r, (struct flat){.kind = FLAT_WORD,
				.gap = gap_before(r, false, false),
				.from = from,
				.to = at,
				.name = add_text(7, d + from, at - from)});
	}
}

static uint64_t sum_of_row(const struct flats *f)
{
	uint64_t h = 3;
	for (size_t i = 0; i < f->n; i++)
		h = add(h, (const char *)&f->all[i].full, sizeof f->all[i].full);
	return h;
}

/* Text as it is written, for quoted source. */
static uint64_t sum_of_source(const struct tokens *t, size_t from, size_t to)
{
	struct tokens in = {t->data, to, from};
	struct token k;
	uint64_t h = 5;
	while (token_next(&in, &k))
		if (k.kind == TOKEN_TEXT)
			h = add_text(h, t->data + k.from, k.to - k.from);
		else if (k.kind == TOKEN_CDATA)
			h = add(h, t->data + k.from + 9, k.to - k.from - 12);
		else if (k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY)
			h = add(h, "<", 1) ^ sum_of_name(t, &k) ^ sum_of_attrs(t, &k);
	return h;
}

static size_t end_of(struct tokens *t)
{
	struct token k;
	int depth = 1;
	while (depth && token_next(t, &k))
		depth += (k.kind == TOKEN_OPEN) - (k.kind == TOKEN_CLOSE);
	return t->at;
}

static void whole(struct reading *r, const struct token *k, enum doc_kind kind, bool block)
{
	size_t to = end_of(&r->t);
	uint64_t sum;
	if (kind == DOC_QUELLTEXT) {
		sum = sum_of_source(&r->t, k->from, to);
	} else {
		struct flats in;
		flat_read(r->mem, r->t.data + k->from, to - k->from, false, &in);
		sum = sum_of_row(&in);
	}
	put(r, (struct flat){.kind = FLAT_WHOLE,
		.gap = gap_before(r, false, block),
		.apart = block,
		.from = k->from,
		.to = to,
		.tag = add(1, k->local, k->nlocal),
		.name = sum_of_name(&r->t, k) ^ sum});
}

static void start(struct reading *r, const struct token *k)
{
	const enum doc_kind kind = token_doc_kind(k);
	const struct level *up = r->depth ? &r->level[r->depth - 1] : NULL;
	const struct schema_elem *e = up ? schema_elem_in(up->kind, kind) : schema_elem(kind);
	const bool block = kind == DOC_KIND_MAX || doc_kind_class(kind) != DOC_CLASS_INLINE, mixed = e && e->mixed;
	if (k->kind == TOKEN_OPEN && (kind == DOC_QUELLTEXT || (r->coarse && mixed && block))) {
		whole(r, k, kind, block);
		return;
	}
	put(r, (struct flat){.kind = k->kind == TOKEN_OPEN ? FLAT_OPEN : FLAT_EMPTY,
		.gap = gap_before(r, false, block),
		.apart = block,
		.from = k->from,
		.to = k->to,
		.tag = add(2 + (k->kind == TOKEN_EMPTY), k->local, k->nlocal),
		.name = sum_of_name(&r->t, k),
		.full = sum_of_attrs(&r->t, k)});
	if (k->kind == TOKEN_OPEN && r->depth < DEPTH)
		r->level[r->depth++] = (struct level){.kind = kind, .mixed = mixed};
}

/* <a></a> is <a/>, also with blanks or a comment in it. */
static bool was_empty(struct reading *r, const struct token *k)
{
	struct flats *o = r->out;
	struct flat *f = o->n ? &o->all[o->n - 1] : NULL;
	if (!f || f->kind != FLAT_OPEN || f->depth != r->depth)
		return false;
	f->name += (FLAT_EMPTY - FLAT_OPEN) * 2u;
	f->full += (FLAT_EMPTY - FLAT_OPEN) * 2u;
	f->kind = FLAT_EMPTY;
	f->to = r->end = k->to;
	r->blank = false;
	return true;
}

static void finish(struct reading *r, const struct token *k)
{
	bool gap = r->depth && gap_before(r, true, false);
	const struct level *l = r->depth ? &r->level[r->depth - 1] : NULL;
	bool block = !l || l->kind == DOC_KIND_MAX || doc_kind_class(l->kind) != DOC_CLASS_INLINE;
	r->depth -= r->depth > 0;
	if (was_empty(r, k))
		return;
	put(r, (struct flat){.kind = FLAT_CLOSE,
		.gap = gap,
		.apart = block,
		.from = k->from,
		.to = k->to,
		.name = sum_of_name(&r->t, k)});
}

void flat_read(struct mem *m, const char *data, size_t size, bool coarse, struct flats *out)
{
	struct reading *r = MEM_NEW(m, struct reading);
	struct token k;
	*out = (struct flats){.data = data, .size = size};
	*r = (struct reading){.mem = m, .t = {data, size, 0}, .out = out, .coarse = coarse};
	while (token_next(&r->t, &k))
		switch (k.kind) {
		case TOKEN_TEXT:  words(r, &k); break;
		case TOKEN_CDATA:
			put(r, (struct flat){.kind = FLAT_WORD,
				.gap = gap_before(r, false, false),
				.from = k.from,
				.to = k.to,
				.name = add(7, data + k.from + 9, k.to - k.from - 12)});
			break;
		case TOKEN_OPEN:
		case TOKEN_EMPTY: start(r, &k); break;
		case TOKEN_CLOSE: finish(r, &k); break;
		default:          break;
		}
}

/* ---- what two rows have in common: Myers, An O(ND) Difference Algorithm (1986) ---- */

enum { MOST = 1500 };                                  /* differences; beyond, the middle counts as all different */

struct matching {
	struct mem *mem;
	const struct flats *a, *b;
	bool full;
	int32_t *to;
	int32_t from_a, from_b, n, m;                  /* the middle: without what is the same before and after */
};

static bool same(const struct matching *x, int32_t i, int32_t j)
{
	const struct flat *a = &x->a->all[i], *b = &x->b->all[j];
	return x->full ? a->full == b->full && a->name == b->name : a->name == b->name;
}

static void trim(struct matching *x)
{
	int32_t n = (int32_t)x->a->n, m = (int32_t)x->b->n, i = 0;
	for (; i < n && i < m && same(x, i, i); i++)
		x->to[i] = i;
	x->from_a = x->from_b = i;
	while (n > i && m > i && same(x, n - 1, m - 1)) {
		n--, m--;
		x->to[n] = m;
	}
	x->n = n - i;
	x->m = m - i;
}

static void trace_back(struct matching *x, int32_t **v, int32_t d)
{
	int32_t i = x->n, j = x->m;
	for (; d > 0; d--) {
		const int32_t *w = v[d - 1], k = i - j;
		bool down = k == -d || (k != d && w[k - 1 + d - 1 + 1] < w[k + 1 + d - 1 + 1]);
		int32_t k0 = down ? k + 1 : k - 1, i0 = w[k0 + d - 1 + 1], j0 = i0 - k0;
		while (i > i0 + !down && j > j0 + down) {
			i--, j--;
			x->to[x->from_a + i] = x->from_b + j;
		}
		i = i0;
		j = j0;
	}
	while (i > 0 && j > 0) {
		i--, j--;
		x->to[x->from_a + i] = x->from_b + j;
	}
}

/* v[d][k + d + 1]: how far in a one comes with d differences on diagonal k. */
static void middle(struct matching *x)
{
	int32_t most = x->n + x->m < MOST ? x->n + x->m : MOST;
	int32_t **v = MEM_ARRAY(x->mem, int32_t *, most + 1);
	for (int32_t d = 0; d <= most; d++) {
		v[d] = MEM_ARRAY(x->mem, int32_t, 2 * d + 3);
		for (int32_t k = -d; k <= d; k += 2) {
			const int32_t *w = d ? v[d - 1] : NULL;
			int32_t i = 0;
			bool down = d && (k == -d || (k != d && w[k - 1 + d] < w[k + 1 + d]));
			if (d)
				i = down ? w[k + 1 + d] : w[k - 1 + d] + 1;
			int32_t j = i - k;
			while (i < x->n && j < x->m && j >= 0 && same(x, x->from_a + i, x->from_b + j))
				i++, j++;
			v[d][k + d + 1] = i;
			if (i >= x->n && j >= x->m) {
				trace_back(x, v, d);
				return;
			}
		}
	}
}

int32_t *flat_match(struct mem *m, const struct flats *a, const struct flats *b, bool full)
{
	struct matching x = {.mem = m, .a = a, .b = b, .full = full, .to = MEM_ARRAY(m, int32_t, a->n + 1)};
	for (size_t i = 0; i < a->n; i++)
		x.to[i] = -1;
	trim(&x);
	if (x.n && x.m)
		middle(&x);
	return x.to;
}
