/* excerpt.c: of a change, the sentences it lies in: what a reader needs to see it, without the rest of a paragraph. */
#include <string.h>

#include "compare/cmp.h"

struct cut { uint32_t from, to; bool shown; };
struct cuts { struct cut *v; uint32_t n; };

static uint32_t skip_blanks(const char *s, uint32_t at, uint32_t end)
{
	while (at < end && (s[at] == ' ' || s[at] == *CMP_PARA))
		at++;
	return at;
}

/* Sentences of a text, in order; no sentence goes on in another paragraph, item or row. */
static struct cuts sentences(struct mem *m, const char *s)
{
	uint32_t end = (uint32_t)strlen(s), n = 0;
	struct cuts c = {MEM_ARRAY(m, struct cut, end / 2 + 2), 0};
	for (uint32_t at = skip_blanks(s, 0, end); at < end; at = skip_blanks(s, at + n, end)) {
		const char *stop = memchr(s + at, *CMP_PARA, end - at);
		n = (uint32_t)doc_sentence(s + at, stop ? (size_t)(stop - s) - at : end - at);
		c.v[c.n++] = (struct cut){.from = at, .to = at + n};
	}
	return c;
}

/* What was put between two words of this side is shown by the sentence around the place; between two sentences, by the
 * one before it. */
static void show_place(struct cuts *c, uint32_t at, bool sentence)
{
	uint32_t last = 0;
	for (uint32_t i = 0; i < c->n; i++)
		if (c->v[i].from < at + !sentence)
			last = i;
	if (c->n)
		c->v[last].shown = true;
}

static void show(struct cuts *c, uint32_t at, uint32_t len)
{
	for (uint32_t i = 0; i < c->n; i++)
		c->v[i].shown |= c->v[i].from < at + len && c->v[i].to > at;
}

static bool ends_sentence(const char *s, uint32_t n)
{
	return n && strchr(".!?", s[n - 1]);
}

/* Something else stands in its place: that is shown. */
static bool replaced(const struct cmp_change *c, size_t i)
{
	const struct cmp_run *r = &c->runs[i];
	bool before = i && r[-1].op == CMP_DELETED && r->op == CMP_INSERTED,
	     after = i + 1 < c->nruns && r->op == CMP_DELETED && r[1].op == CMP_INSERTED;
	return before || after;
}

static void show_run(struct cuts *s, const struct cmp_change *c, size_t i, bool new)
{
	const struct cmp_run *r = &c->runs[i];
	if (r->op == (new ? CMP_INSERTED : CMP_DELETED))
		show(s, new ? r->new_at : r->old_at, new ? r->new_len : r->old_len);
	else if (r->op != CMP_SAME && !replaced(c, i) && new)
		show_place(s, r->new_at, ends_sentence(c->old_text + r->old_at, r->old_len));
	else if (r->op != CMP_SAME && !replaced(c, i))
		show_place(s, r->old_at, ends_sentence(c->new_text + r->new_at, r->new_len));
}

size_t cmp_excerpt(struct mem *m, const struct cmp_change *c, bool new, struct cmp_range **out)
{
	const char *text = new ? c->new_text : c->old_text;
	struct cuts s = sentences(m, text);
	struct cmp_range *r = *out = MEM_ARRAY(m, struct cmp_range, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < c->nruns; i++)
		show_run(&s, c, i, new);
	bool divided = c->art & (CMP_SPLIT | CMP_MERGED);
	for (uint32_t i = 0; !(c->art & CMP_EDITED) && i < s.n; i++)
		s.v[i].shown = divided || !i;          /* moved as it was: how it begins tells which it is */
	for (uint32_t i = 0; i < s.n; i++) {
		if (!s.v[i].shown)
			continue;
		if (i && s.v[i - 1].shown)
			r[n - 1].to = s.v[i].to;
		else
			r[n++] = (struct cmp_range){s.v[i].from, s.v[i].to};
	}
	return n;
}
