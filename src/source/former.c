/* former.c: see former.h. */
#include "source/former.h"

#include <string.h>

enum { NEAR = 32, TRIES = 400 };

struct formers {
	struct mem *mem;
	const struct src_former *all; size_t n;
	struct flats *rows;                            /* of each; data NULL: not read yet */
	int tries;                                     /* so often it is looked for: an undo is short, an import long */
};

struct formers *former_open(struct mem *m, const struct src_change *c)
{
	struct formers *f = MEM_NEW(m, struct formers);
	*f = (struct formers){m, c->former, c->nformer, MEM_ARRAY(m, struct flats, c->nformer + 1), TRIES};
	memset(f->rows, 0, (c->nformer + 1) * sizeof *f->rows);
	return f;
}

static bool same(const struct flats *a, size_t i, const struct flats *b, size_t j)
{
	return a->all[i].name == b->all[j].name && a->all[i].full == b->all[j].full;
}

/* The longest word of it that is written in one way only. */
static size_t telling(const struct flats *now, size_t from, size_t end, const char **word)
{
	size_t n = 0;
	for (size_t i = from; i < end; i++) {
		const struct flat *f = &now->all[i];
		const char *s = now->data + f->from;
		if (f->kind != FLAT_WORD || f->to - f->from <= n || memchr(s, '&', f->to - f->from) || *s == '<')
			continue;
		n = f->to - f->from;
		*word = s;
	}
	return n;
}

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

static const struct flats *rows_of(struct formers *f, size_t i)
{
	if (!f->rows[i].data)
		flat_read(f->mem, f->all[i].old, f->all[i].nold, false, &f->rows[i]);
	return &f->rows[i];
}

bool former_find(struct formers *f, const struct flats *now, size_t from, size_t end, bool between,
	struct former_run *run)
{
	const char *word = NULL;
	const size_t n = telling(now, from, end, &word);
	size_t best = 0;
	if (!f->n || f->tries-- <= 0)
		return false;
	for (size_t i = 0; i < f->n && !best; i++) {
		if (n && !memmem(f->all[i].old, f->all[i].nold, word, n))
			continue;
		const struct flats *in = rows_of(f, i);
		for (size_t at = 0; at + (end - from) <= in->n; at++) {
			if (!is_run(now, from, end, in, at))
				continue;
			size_t near = around(now, from, end, in, at) + !between;
			if (near > best)
				*run = (struct former_run){in, at}, best = near;
		}
	}
	return best > 0;
}

bool former_left(const struct formers *f, const char *s, size_t n)
{
	for (size_t i = 0; i < f->n; i++)
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
