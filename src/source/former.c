/* former.c: see former.h. */
#include "source/former.h"

#include <string.h>

#include "source/token.h"

/* An undo is short, an import long: so many bytes are looked through, one that is read as a row counts often. */
enum { NEAR = 32, EFFORT = 32000000, ROW = 16 };

struct formers {
	struct mem *mem;
	const struct src_former *all; size_t n;
	struct flats *rows;                            /* of each; data NULL: not read yet */
	size_t effort;                                 /* that is left */
};

struct formers *former_open(struct mem *m, const struct src_change *c)
{
	struct formers *f = MEM_NEW(m, struct formers);
	*f = (struct formers){m, c->former, c->nformer, MEM_ARRAY(m, struct flats, c->nformer + 1), EFFORT};
	memset(f->rows, 0, (c->nformer + 1) * sizeof *f->rows);
	return f;
}

static bool same(const struct flats *a, size_t i, const struct flats *b, size_t j)
{
	return a->all[i].name == b->all[j].name && a->all[i].full == b->all[j].full;
}

static bool spend(struct formers *f, size_t bytes)
{
	const bool can = f->effort >= bytes;
	f->effort -= can ? bytes : f->effort;
	return can;
}

/* ---- a first look, at the bytes: most of what is typed stood nowhere, and no row is to be read for it ---- */

/* What tells a run from others: its longest word or value of an attribute that is written in one way only. */
struct mark { const char *s; size_t n, row; };

static void mark(struct mark *m, const char *s, size_t n, size_t row)
{
	if (n > m->n && *s != '<' && !memchr(s, '&', n))
		*m = (struct mark){s, n, row};
}

static void mark_values(struct mark *m, const struct flats *f, size_t row)
{
	struct tokens t = {f->data, f->size, f->all[row].from};
	struct token k;
	struct token_attr a;
	if (token_next(&t, &k) && (k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY))
		for (size_t at = 0; token_attr(&t, &k, &at, &a);)
			mark(m, f->data + a.value, a.value_end - a.value, row);
}

static struct mark telling(const struct flats *now, size_t from, size_t end)
{
	struct mark m = {0};
	for (size_t i = from; i < end; i++)
		if (now->all[i].kind == FLAT_WORD)
			mark(&m, now->data + now->all[i].from, now->all[i].to - now->all[i].from, i);
	for (size_t i = from; i < end && !m.n; i++)
		mark_values(&m, now, i);
	return m;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_edge(char c)
{
	return blank(c) || c == '<' || c == '>' || c == '[' || c == ']';
}

/* Can a text beside the mark be what the row says? Where there is none, there is markup, which can be anything; first:
 * the end of it that counts, as the other may be cut. */
static bool can_be(const struct flats *now, size_t row, const char *s, size_t n, bool first)
{
	const struct flat *f = &now->all[row];
	const char *word = now->data + f->from;
	const size_t nword = f->to - f->from;
	if (!n || memchr(s, '&', n))
		return true;
	if (f->kind != FLAT_WORD)
		return false;
	return *word == '<' || memchr(word, '&', nword) ||
		(n <= nword && !memcmp(first ? word : word + nword - n, s, n));
}

static bool before_fits(const struct flats *now, size_t row, const char *all, const char *s)
{
	while (s > all && blank(s[-1]))
		s--;
	const char *end = s;
	while (s > all && !blank(s[-1]) && s[-1] != '>')
		s--;
	return can_be(now, row, s, (size_t)(end - s), false);
}

static bool after_fits(const struct flats *now, size_t row, const char *s, const char *end)
{
	while (s < end && blank(*s))
		s++;
	const char *from = s;
	while (s < end && !blank(*s) && *s != '<')
		s++;
	return can_be(now, row, from, (size_t)(s - from), true);
}

/* Has the tag around s all values of the one in the row? */
static bool tag_fits(const struct flats *now, size_t row, const char *all, const char *s, const char *end)
{
	struct tokens t = {now->data, now->size, now->all[row].from};
	struct token k;
	struct token_attr a;
	while (s > all && *s != '<')
		s--;
	const char *to = memchr(s, '>', (size_t)(end - s));
	bool fits = to && token_next(&t, &k);
	for (size_t at = 0; fits && token_attr(&t, &k, &at, &a);) {
		const char *value = now->data + a.value;
		const size_t n = a.value_end - a.value;
		/* no attribute of a namespace says what it is; a '>' within a value cuts the tag */
		fits = memchr(value, '&', n) || memchr(value, '>', n) || (a.name_end - a.from >= 5 &&
			!memcmp(now->data + a.from, "xmlns", 5)) || memmem(s, (size_t)(to - s), value, n);
	}
	return fits;
}

struct sought { const struct flats *now; size_t from, end; bool between; struct mark mark; };

static bool fits_at(const struct sought *k, const char *all, const char *s, const char *end)
{
	const size_t row = k->mark.row;
	const char *to = s + k->mark.n;
	if (k->now->all[row].kind != FLAT_WORD)
		return tag_fits(k->now, row, all, s, end);
	return s > all && is_edge(s[-1]) && to < end && is_edge(*to) &&
		((row == k->from && !k->between) || before_fits(k->now, row - 1, all, s)) &&
		((row + 1 == k->end && !k->between) || after_fits(k->now, row + 1, to, end));
}

/* Could it stand there? False: it does not. */
static bool could_stand(struct formers *f, const struct sought *k, const struct src_former *in)
{
	const char *s = in->old, *end = s + in->nold;
	if (!spend(f, in->nold))
		return false;
	if (!k->mark.n)
		return true;
	while ((s = memmem(s, (size_t)(end - s), k->mark.s, k->mark.n)) && !fits_at(k, in->old, s, end))
		s++;
	return s != NULL;
}

/* ---- the rows ---- */

/* How many rows are the same on both sides of the two runs; 0: the next one is not. */
static size_t around(const struct flats *now, size_t from, size_t end, const struct flats *f, size_t at)
{
	const size_t till = at + (end - from);
	size_t before = 0, after = 0;
	while (before < NEAR && before < from && before < at && same(now, from - before - 1, f, at - before - 1))
		before++;
	while (after < NEAR && end + after < now->n && till + after < f->n && same(now, end + after, f, till + after))
		after++;
	return before && after ? before + after : 0;
}

static bool is_run(const struct flats *now, size_t from, size_t end, const struct flats *f, size_t at)
{
	bool is = at + (end - from) <= f->n;
	for (size_t i = from; is && i < end; i++)
		is = same(now, i, f, at + (i - from));
	return is;
}

/* NULL: that is too much */
static const struct flats *rows_of(struct formers *f, size_t i)
{
	const struct src_former *in = &f->all[i];
	if (!f->rows[i].data && spend(f, ROW * in->nold))
		flat_read(f->mem, in->old, in->nold, false, &f->rows[i]);
	return f->rows[i].data ? &f->rows[i] : NULL;
}

bool former_find(struct formers *f, const struct flats *now, size_t from, size_t end, bool between,
	struct former_run *run)
{
	const struct sought k = {now, from, end, between, f->n ? telling(now, from, end) : (struct mark){0}};
	size_t best = 0;
	for (size_t i = 0; i < f->n && !best; i++) {
		const struct flats *in = could_stand(f, &k, &f->all[i]) ? rows_of(f, i) : NULL;
		for (size_t at = 0; in && at + (end - from) <= in->n; at++) {
			if (!is_run(now, from, end, in, at))
				continue;
			size_t near = around(now, from, end, in, at) + !between;
			if (near > best)
				*run = (struct former_run){in, at}, best = near;
		}
	}
	return best > 0;
}

bool former_left(struct formers *f, const char *s, size_t n)
{
	for (size_t i = 0; i < f->n && spend(f, f->all[i].nnow); i++)
		if (memmem(f->all[i].now, f->all[i].nnow, s, n))
			return true;
	return false;
}

/* The next comment in s … end, its length; NULL: none. */
static const char *comment(const char *s, const char *end, size_t *n)
{
	const char *from = memmem(s, (size_t)(end - s), "<!--", 4);
	const char *to = from ? memmem(from + 4, (size_t)(end - from) - 4, "-->", 3) : NULL;
	*n = to ? (size_t)(to - from) + 3 : 0;
	return to ? from : NULL;
}

bool former_comments_fit(const struct flats *file, const char *piece, size_t n, const char *instead, size_t ninstead)
{
	size_t len;
	for (const char *c = piece; (c = comment(c, piece + n, &len)); c += len)
		if (!memmem(instead, ninstead, c, len) && memmem(file->data, file->size, c, len))
			return false;
	for (const char *c = instead; (c = comment(c, instead + ninstead, &len)); c += len)
		if (!memmem(piece, n, c, len))
			return false;
	return true;
}
