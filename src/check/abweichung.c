/* abweichung.c: telling a finding, and the deviations an author wants: <abweichung> turns the findings of its code inside its parent
 * into accepted ones. Deviations are found by their parent's place in the document, so that a finding costs its depth only. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "check/rule.h"

struct deviation {
	const struct doc_node *node;
	const char *code;
	size_t hits;
	struct deviation *next;                        /* in the same bucket */
};

struct chk_deviations {
	struct deviation **bucket;
	size_t nbuckets;                               /* a power of two; 0: no deviations at all */
	struct deviation *all;
	size_t n;
};

static struct deviation **bucket_of(const struct chk_deviations *t, const struct doc_node *parent)
{
	return &t->bucket[parent->order & (t->nbuckets - 1)];
}

void chk_deviations_find(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_ABWEICHUNG];
	struct chk_deviations *t = c->deviations = MEM_NEW(c->mem, struct chk_deviations);
	if (!l->n)
		return;
	for (t->nbuckets = 16; t->nbuckets < l->n; t->nbuckets *= 2)
		;
	t->bucket = MEM_ARRAY(c->mem, struct deviation *, t->nbuckets);
	t->all = MEM_ARRAY(c->mem, struct deviation, l->n);
	for (size_t i = 0; i < l->n; i++) {
		const char *code = doc_get(l->at[i], DOC_A_CODE);
		struct deviation *v = &t->all[t->n++];
		*v = (struct deviation){.node = l->at[i], .code = code ? code : ""};
		if (!l->at[i]->parent)
			continue;
		struct deviation **b = bucket_of(t, l->at[i]->parent);
		v->next = *b;
		*b = v;
	}
}

static struct deviation *wanted(const struct chk *c, const char *code, const struct doc_node *n)
{
	const struct chk_deviations *t = c->deviations;
	for (; t->nbuckets && n; n = n->parent)
		for (struct deviation *v = *bucket_of(t, n); v; v = v->next)
			if (v->node->parent == n && !strcmp(v->code, code))
				return v;
	return NULL;
}

static const char *format(struct chk *c, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	char *s = mem_get(c->mem, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

static void tell(struct chk *c, enum chk_rule r, const struct doc_node *n, int line, const char *text)
{
	const struct diag_code *row = &chk_codes[r];
	struct deviation *v = wanted(c, row->code, n);
	if (v) {
		const char *grund = doc_get(v->node, DOC_A_GRUND);
		v->hits++;
		diag_accept(c->diag, row->code, doc_path(c->doc, n), line, grund ? grund : "", text);
	} else {
		diag_add(c->diag, row->sev, row->code, doc_path(c->doc, n), line, "%s", text);
	}
}

void chk_tell(struct chk *c, enum chk_rule r, const struct doc_node *n, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	tell(c, r, n, n->line, format(c, fmt, ap));
	va_end(ap);
}

void chk_tell_line(struct chk *c, enum chk_rule r, const struct doc_node *n, int line, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	tell(c, r, n, line, format(c, fmt, ap));
	va_end(ap);
}

const struct doc_node *chk_node_at(const struct chk_text *t, const char *at, size_t *offset)
{
	size_t lo = 0, hi = t->npieces;
	while (hi - lo > 1) {
		size_t mid = (lo + hi) / 2;
		if (t->piece[mid].at <= (size_t)(at - t->s))
			lo = mid;
		else
			hi = mid;
	}
	*offset = (size_t)(at - t->s) - t->piece[lo].at;
	return t->piece[lo].node;
}

void chk_tell_at(struct chk *c, enum chk_rule r, const struct chk_text *t, const char *at, const char *fmt, ...)
{
	size_t offset;
	const struct doc_node *n = chk_node_at(t, at, &offset);
	va_list ap;
	va_start(ap, fmt);
	tell(c, r, n, t->attr ? n->line : chk_line(c, n, offset), format(c, fmt, ap));
	va_end(ap);
}

const char *chk_str(struct chk *c, const struct doc_node *n)
{
	struct buf b = {0};
	doc_text(&b, c->doc, n);
	const char *s = mem_str(c->mem, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

const char *chk_place(struct chk *c, const struct doc_node *n)
{
	return mem_fmt(c->mem, "%s:%d", doc_path(c->doc, n), n->line);
}

const char *chk_town(const struct chk *c, const char *rule, const char *fallback)
{
	return c->style ? sty_rule(c->style, rule, fallback) : fallback;
}

static bool is_rule(const char *code)
{
	for (const struct diag_code *r = chk_codes; r->code; r++)
		if (!strcmp(r->code, code))
			return r != &chk_codes[RULE_ABWEICHUNG];
	return false;
}

void chk_abweichung(struct chk *c)
{
	const struct chk_deviations *t = c->deviations;
	for (size_t i = 0; i < t->n; i++) {
		const struct deviation *v = &t->all[i];
		const char *file = doc_path(c->doc, v->node);
		if (!is_rule(v->code))
			diag_error(c->diag, "ABWEICHUNG", file, v->node->line, "Von „%s“ lässt sich nicht abweichen: so heißt keine Prüfregel; erwartet wird ein Code aus einer Meldung, "
			           "zum Beispiel SUMME, bitte code=\"…\" berichtigen", v->code);
		else if (!v->hits)
			diag_warn(c->diag, "ABWEICHUNG", file, v->node->line, "Die Abweichung „%s“ trifft auf nichts zu: in <%s> meldet diese Regel nichts; bitte die Abweichung "
			          "entfernen oder dorthin setzen, wo sie gilt", v->code, v->node->parent ? doc_kind_name(v->node->parent->kind) : "");
	}
}
