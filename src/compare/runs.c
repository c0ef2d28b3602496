/* runs.c: the words of two texts that differ, as marks that can be read: no crumbs of one or two words between two
 * changes. */
#include <stdlib.h>
#include <string.h>

#include "compare/word.h"

enum { CRUMBS = 2 };                               /* equal words between two changes that are marked with them */

struct part { uint32_t old, old_n, new, new_n; bool same; };           /* words */

struct look {
	const struct words *old, *new;
	struct part *parts; uint32_t n;
};

static bool counts(const struct word *w, bool loose)
{
	return !loose || w->kind == WORD_PLAIN;
}

/* match of all words; loose: punctuation stays where it is and is never a difference. */
static void align(const struct words *a, const struct words *b, bool loose, int32_t *match)
{
	uint32_t na = 0, nb = 0, *ia = mem_alloc((a->n + 1) * sizeof *ia), *ib = mem_alloc((b->n + 1) * sizeof *ib);
	int32_t *ka = mem_alloc((a->n + 1) * sizeof *ka), *kb = mem_alloc((b->n + 1) * sizeof *kb),
		*m = mem_alloc((a->n + 1) * sizeof *m);
	for (uint32_t i = 0; i < a->n; i++)
		if (counts(&a->v[i], loose)) {
			ka[na] = a->v[i].key;
			ia[na++] = i;
		}
	for (uint32_t i = 0; i < b->n; i++)
		if (counts(&b->v[i], loose)) {
			kb[nb] = b->v[i].key;
			ib[nb++] = i;
		}
	cmp_lcs(ka, na, kb, nb, m);
	for (uint32_t i = 0; i < a->n; i++)
		match[i] = -1;
	for (uint32_t i = 0; i < na; i++)
		match[ia[i]] = m[i] < 0 ? -1 : (int32_t)ib[m[i]];
	free(ia);
	free(ib);
	free(ka);
	free(kb);
	free(m);
}

static void push(struct look *l, struct part p)
{
	if (!p.old_n && !p.new_n)
		return;
	l->parts[l->n++] = p;
}

static void find_parts(struct look *l, const int32_t *match)
{
	uint32_t i = 0, j = 0;
	while (i < l->old->n || j < l->new->n) {
		struct part p = {.old = i, .new = j, .same = true};
		while (i < l->old->n && match[i] == (int32_t)j)
			i++, j++;
		p.old_n = p.new_n = i - p.old;
		push(l, p);
		p = (struct part){.old = i, .new = j};
		while (i < l->old->n && match[i] < 0)
			i++;
		j = i < l->old->n ? (uint32_t)match[i] : l->new->n;
		p.old_n = i - p.old;
		p.new_n = j - p.new;
		push(l, p);
	}
}

/* Plain words of a part; many if a border is among them. */
static uint32_t plain(const struct words *w, uint32_t at, uint32_t n)
{
	uint32_t k = 0;
	for (uint32_t i = at; i < at + n; i++)
		k += w->v[i].kind == WORD_PLAIN ? 1 : w->v[i].kind == WORD_BORDER ? 100 : 0;
	return k;
}

/* A crumb goes with the changes around it if something is replaced; between two mere insertions it stays. */
static void merge(struct look *l)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < l->n; i++) {
		struct part *p = &l->parts[i], *last = n ? &l->parts[n - 1] : NULL;
		const struct part *after = i + 1 < l->n ? &l->parts[i + 1] : NULL;
		bool crumb = p->same && last && !last->same && after && !after->same &&
			plain(l->old, p->old, p->old_n) <= CRUMBS && (last->old_n || after->old_n) &&
			(last->new_n || after->new_n);
		if (crumb) {
			last->old_n += p->old_n + after->old_n;
			last->new_n += p->new_n + after->new_n;
			i++;
		} else {
			l->parts[n++] = *p;
		}
	}
	l->n = n;
}

/* Little in common: the whole reads better than its crumbs. */
static bool strangers(const struct look *l)
{
	uint32_t same = 0, old = plain(l->old, 0, l->old->n) % 100, new = plain(l->new, 0, l->new->n) % 100;
	for (uint32_t i = 0; i < l->n; i++)
		same += l->parts[i].same ? plain(l->old, l->parts[i].old, l->parts[i].old_n) % 100 : 0;
	return same * 5 < (old > new ? old : new) && l->n > 2;
}

/* Words that are borders alone are no text to be marked; loose: nor is punctuation. */
static bool is_text(const struct words *w, uint32_t at, uint32_t n, bool loose)
{
	for (uint32_t i = at; i < at + n; i++)
		if (w->v[i].kind != WORD_BORDER && counts(&w->v[i], loose))
			return true;
	return false;
}

static uint32_t end_of(const struct word *w)
{
	return w->at + w->len;
}

static struct cmp_run run_of(const struct look *l, const struct part *p, enum cmp_op op)
{
	const struct word *a = l->old->v, *b = l->new->v;
	struct cmp_run r = {.op = (uint8_t)op};
	r.old_at = p->old < l->old->n ? a[p->old].at : l->old->n ? end_of(&a[l->old->n - 1]) : 0;
	r.new_at = p->new < l->new->n ? b[p->new].at : l->new->n ? end_of(&b[l->new->n - 1]) : 0;
	if (op != CMP_INSERTED && p->old_n)
		r.old_len = end_of(&a[p->old + p->old_n - 1]) - r.old_at;
	if (op != CMP_DELETED && p->new_n)
		r.new_len = end_of(&b[p->new + p->new_n - 1]) - r.new_at;
	return r;
}

static size_t put_runs(struct mem *m, const struct look *l, bool loose, struct cmp_run **runs)
{
	struct cmp_run *v = MEM_ARRAY(m, struct cmp_run, 2 * l->n + 1);
	size_t n = 0;
	for (uint32_t i = 0; i < l->n; i++) {
		const struct part *p = &l->parts[i];
		if (p->same)
			v[n++] = run_of(l, p, CMP_SAME);
		if (!p->same && is_text(l->old, p->old, p->old_n, loose))
			v[n++] = run_of(l, p, CMP_DELETED);
		if (!p->same && is_text(l->new, p->new, p->new_n, loose))
			v[n++] = run_of(l, p, CMP_INSERTED);
	}
	*runs = v;
	return n;
}

size_t cmp_words(struct mem *m, struct cmp_text old, struct cmp_text new, bool loose, struct cmp_run **runs)
{
	struct cmp_keys *k = cmp_keys_new();
	struct words a = {0}, b = {0};
	cmp_split(&a, k, old.s ? old.s : "", old.n);
	cmp_split(&b, k, new.s ? new.s : "", new.n);
	struct look l = {.old = &a, .new = &b, .parts = mem_alloc((2 * ((size_t)a.n + b.n) + 2) * sizeof *l.parts)};
	int32_t *match = mem_alloc((a.n + 1) * sizeof *match);
	align(&a, &b, loose, match);
	find_parts(&l, match);
	merge(&l);
	if (!loose && strangers(&l)) {
		l.n = 1;
		l.parts[0] = (struct part){.old_n = a.n, .new_n = b.n};
	}
	size_t n = put_runs(m, &l, loose, runs);
	free(match);
	free(l.parts);
	free(a.v);
	free(b.v);
	cmp_keys_free(k);
	return n;
}
