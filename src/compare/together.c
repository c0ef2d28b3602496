/* together.c: neighbours in the list of changes that are one row of a Synopse: new paragraphs in a row, paragraphs that
 * went with those that came in their place, all of a new part. */
#include <string.h>

#include "compare/cmp.h"

static bool one_sided(const struct cmp_change *c)
{
	return !c->whole && (c->art == CMP_NEW || c->art == CMP_GONE);
}

static bool same_words(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static const struct doc_node *part(const struct cmp_change *c)
{
	return c->part_new ? c->part_new : c->part_old;
}

/* The last item before this one that both editions have, in the new one; -1: none. */
static int32_t kept_before(const struct cmp *r, int32_t item, bool new)
{
	const struct cmp_item *v = new ? r->new : r->old;
	while (--item >= 0 && v[item].pair < 0)
		;
	return item < 0 || new ? item : (int32_t)*r->groups[v[item].pair].new;
}

/* Nothing that is still there stands between the two. */
static bool is_next(const struct cmp *r, const struct cmp_change *last, const struct cmp_change *c)
{
	if (cmp_is_data(c))
		return true;
	const int32_t at = c->new ? r->new_item[c->new->order] : r->old_item[c->old->order];
	if (last->art == c->art)
		return at == 1 + (c->new ? r->new_item[last->new->order] : r->old_item[last->old->order]);
	return kept_before(r, r->old_item[last->old->order], false) == kept_before(r, at, true);
}

static bool goes_with(const struct cmp *r, const struct cmp_change *first, const struct cmp_change *last,
	const struct cmp_change *c)
{
	if (!one_sided(c) || part(c) != part(first) || cmp_is_data(c) != cmp_is_data(first) ||
		!same_words(c->reason, first->reason))
		return false;
	if (first->alone && c->alone == first->alone)
		return c->art == first->art;
	return !c->alone && !first->alone && same_words(c->field, first->field) &&
		!(c->art == CMP_GONE && last->art == CMP_NEW) && is_next(r, last, c);
}

/* A part that stands whole: "2.2", "Kurzfassung (türkisch)", not its title alone. */
static const char *place_of_whole(struct mem *m, const struct cmp_change *first)
{
	const char *number = first->alone->number;
	const size_t n = strlen(first->place), k = first->field ? strlen(first->field) : 0;
	const bool ends = k && n > k + 1 && first->place[n - k - 1] == ' ' &&
		!strcmp(first->place + n - k, first->field);
	return number ? number : ends ? mem_str(m, first->place, n - k - 1) : first->place;
}

/* "2.2 Absatz 12 bis 13" */
static const char *place(const struct cmp *r, struct mem *m, const struct cmp_change *first,
	const struct cmp_change *last)
{
	const char *a = strrchr(first->place, ' '), *b = strrchr(last->place, ' ');
	if (first->alone)
		return place_of_whole(m, first);
	if (!a || !b || b[1] < '0' || b[1] > '9' || a - first->place != b - last->place || !strcmp(a, b) ||
		strncmp(first->place, last->place, (size_t)(a - first->place)))
		return first->place;
	return mem_fmt(m, "%s %s%s", first->place, doc_word(&r->words, "bis"), b);
}

static const char *join(struct mem *m, const struct cmp_change *c, size_t n, bool new)
{
	struct buf b = {0};
	for (size_t i = 0; i < n; i++)
		if (new ? c[i].art == CMP_NEW : c[i].art == CMP_GONE)
			buf_fmt(&b, "%s%s", b.len ? CMP_PARA : "", new ? c[i].new_text : c[i].old_text);
	return buf_take_or(&b, m, NULL);
}

static void add_run(struct cmp_change *c, enum cmp_op op)
{
	struct cmp_run *r = &c->runs[c->nruns++];
	*r = (struct cmp_run){.op = (uint8_t)op};
	*(op == CMP_DELETED ? &r->old_len : &r->new_len) =
		(uint32_t)strlen(op == CMP_DELETED ? c->old_text : c->new_text);
}

size_t cmp_together(struct mem *m, const struct cmp *r, size_t from, struct cmp_change *out)
{
	const struct cmp_change *c = &r->changes[from];
	size_t n = 1, fresh = 0;
	*out = *c;
	while (one_sided(c) && from + n < r->nchanges && goes_with(r, c, &c[n - 1], &c[n]))
		n++;
	if (n == 1)
		return 1;
	while (fresh < n && c[fresh].art == CMP_GONE)
		fresh++;
	const struct cmp_change *head = fresh < n ? &c[fresh] : c;
	*out = *head;
	out->place = place(r, m, head, &c[n - 1]);
	out->old = fresh ? c->old : NULL;
	out->old_text = join(m, c, n, false);
	out->new_text = join(m, c, n, true);
	out->art = !out->old_text ? CMP_NEW : !out->new_text ? CMP_GONE : CMP_RECAST;
	out->runs = MEM_ARRAY(m, struct cmp_run, 2);
	out->nruns = 0;
	if (out->old_text)
		add_run(out, CMP_DELETED);
	if (out->new_text)
		add_run(out, CMP_INSERTED);
	return n;
}
