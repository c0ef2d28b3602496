/* reason.c: why something changed: what the author says, or that its numbers are of a later day. */
#include <ctype.h>
#include <string.h>

#include "compare/match.h"

static bool is_section(const struct doc_node *n) { return cmp_is_part(n) && n->kind != DOC_MASSNAHME; }

static const char *said_of(const struct doc_node *n)
{
	const char *s = n ? doc_get(n, DOC_A_GRUND) : NULL;
	return s && *s ? s : NULL;
}

/* Of the thing, or of what it stands in, below the nearest part. */
static const char *own(const struct doc_node *n)
{
	const char *s = NULL;
	for (; n && n->parent && !is_section(n) && !s; n = n->parent)
		s = said_of(n);
	return s;
}

static const struct doc_node *section(const struct doc_node *n)
{
	while (n && n->parent && !is_section(n))
		n = n->parent;
	return n;
}

/* The part of the new edition that the one around it went into. */
static const struct doc_node *went_into(const struct match *m, const struct doc_node *old)
{
	while (old->parent && !cmp_is_part(old))
		old = old->parent;
	return cmp_heir(m, old);
}

/* Every insertion has a number in it. */
static bool numbers_only(const struct cmp_change *c)
{
	size_t k = 0;
	for (size_t i = 0; i < c->nruns; i++) {
		const struct cmp_run *r = &c->runs[i];
		uint32_t at = r->new_at, end = at + r->new_len;
		if (r->op != CMP_INSERTED)
			continue;
		while (at < end && !isdigit((unsigned char)c->new_text[at]))
			at++;
		if (at == end)
			return false;
		k++;
	}
	return k > 0;
}

static bool same_number(const struct doc_kennzahl *a, const struct doc_kennzahl *b)
{
	return b && a->value == b->value && a->decimals == b->decimals && !date_cmp(a->stichtag, b->stichtag);
}

/* "Zahlen zum Stand Juni 2019": of the last of the numbers in it that are others now. */
static const char *of_numbers(const struct match *m, struct mem *mem, const struct cmp_change *c)
{
	struct date last = {0};
	if (!c->new || !c->old || !(c->art & CMP_EDITED) || !numbers_only(c))
		return NULL;
	for (const struct doc_node *n = c->new; n; n = doc_walk(c->new, n)) {
		const char *id = doc_get(n, n->kind == DOC_KENNZAHL ? DOC_A_ID : DOC_A_REF);
		const struct doc_kennzahl *k = id ? doc_kennzahl(m->new.doc, id) : NULL;
		if (k && k->stichtag.year && !same_number(k, doc_kennzahl(m->old.doc, id)) &&
			date_cmp(k->stichtag, last) > 0)
			last = k->stichtag;
	}
	if (!last.year)
		return NULL;
	struct buf b = {0};
	buf_fmt(&b, "%s ", doc_word(m->say, "vergleich-zahlen-stand"));
	date_put(&b, last);
	return buf_take(&b, mem);
}

/* The same office by another name: that is all there is to say. */
static const char *of_name(const struct match *m, const struct cmp_change *c)
{
	const char *id = c->new && c->new->kind == DOC_BETEILIGT ? doc_get(c->new, DOC_A_STELLE) : NULL;
	if (!id || said_of(c->new) || !c->old || !(c->art & CMP_EDITED) || !doc_is(c->old, DOC_A_STELLE, id))
		return NULL;
	const struct doc_stelle *a = doc_stelle(m->old.doc, id), *b = doc_stelle(m->new.doc, id);
	return a && b && strcmp(a->name, b->name) ? doc_word(m->say, "vergleich-umbenannt") : NULL;
}

void cmp_reason(struct match *m, struct mem *mem, struct cmp_change *c)
{
	const struct doc_node *n = c->new ? c->new : went_into(m, c->old);
	const char *name = of_name(m, c), *s = name ? name : own(n), *numbers = s ? NULL : of_numbers(m, mem, c);
	c->by_numbers = numbers != NULL;
	c->reason = s ? s : numbers ? numbers : said_of(section(n));
}

const char *cmp_reason_of(struct match *m, const struct cmp_massnahme *x)
{
	const struct doc_node *n = x->new ? x->new->node : went_into(m, x->old->node);
	const char *s = own(n);
	return s ? s : x->due ? doc_word(m->say, "vergleich-frist-zaehlt") : said_of(section(n));
}
