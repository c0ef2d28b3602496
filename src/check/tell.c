/* tell.c: findings, kept until all rules have looked and then told in the order of the document, so that its files
 * come in their order. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "check/deviation.h"
#include "check/line.h"

struct finding {
	const struct doc_node *node;
	const char *text, *grund;                      /* grund: the reason of the deviation that wants it, or NULL */
	const char *file;                              /* where line is, if not in that of node */
	const char *damaged;                           /* characters, or NULL: it is about other things */
	struct diag_answer answer;                     /* now NULL: none */
	size_t nth, from, to;                          /* in the text of node; to 0: of all of it */
	int line;
	enum chk_rule rule;
	enum diag_sev sev;
};

struct chk_findings { struct finding *at; size_t n, cap; };

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

static void keep(struct chk *c, enum chk_rule r, enum diag_sev sev, const struct doc_node *n, int line,
	const char *text)
{
	struct chk_findings *f = c->findings ? c->findings : (c->findings = MEM_NEW(c->mem, struct chk_findings));
	if (f->n == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 64;
		f->at = mem_realloc(f->at, f->cap * sizeof *f->at);
	}
	f->at[f->n] = (struct finding){.node = n,
		.text = text,
		.grund = chk_wanted(c, r, n),
		.nth = f->n,
		.line = line,
		.rule = r,
		.sev = sev};
	f->n++;
}

void chk_tell(struct chk *c, enum chk_rule r, const struct doc_node *n, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	keep(c, r, chk_codes[r].sev, n, n->line, format(c, fmt, ap));
	va_end(ap);
}

void chk_tell_as(struct chk *c, enum chk_rule r, enum diag_sev sev, const struct doc_node *n, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	keep(c, r, sev, n, n->line, format(c, fmt, ap));
	va_end(ap);
}

void chk_tell_line(struct chk *c, enum chk_rule r, const struct doc_node *n, int line, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	keep(c, r, chk_codes[r].sev, n, line, format(c, fmt, ap));
	va_end(ap);
}

void chk_tell_at(struct chk *c, enum chk_rule r, const struct chk_text *t, const char *at, const char *fmt, ...)
{
	size_t offset;
	const struct doc_node *n = chk_node_at(t, at, &offset);
	va_list ap;
	va_start(ap, fmt);
	keep(c, r, chk_codes[r].sev, n, t->attr ? n->line : chk_line(c, n, offset), format(c, fmt, ap));
	struct finding *x = &c->findings->at[c->findings->n - 1];
	x->from = offset;
	x->to = t->attr ? 0 : offset + 1;
	va_end(ap);
}

void chk_tell_elsewhere(struct chk *c, const char *file, int line)
{
	struct finding *x = &c->findings->at[c->findings->n - 1];
	x->file = file;
	x->line = line;
}

void chk_tell_damaged(struct chk *c, const char *characters, size_t from, size_t to)
{
	struct finding *x = &c->findings->at[c->findings->n - 1];
	x->from = from;
	x->to = to;
	x->damaged = x->grund ? NULL : characters;
}

void chk_keep_answer(struct chk *c, const struct doc_node *n, const struct diag_answer *a)
{
	struct chk_findings *f = c->findings;
	if (f && f->n && f->at[f->n - 1].node->file == n->file)
		f->at[f->n - 1].answer = *a;
}

static int compare(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	if (x->node->order != y->node->order)
		return x->node->order < y->node->order ? -1 : 1;
	return x->nth < y->nth ? -1 : x->nth > y->nth;
}

/* A damaged place of its node's text; that of a value is the value itself. */
static bool is_place(const struct finding *x)
{
	return x->damaged && x->to;
}

/* It stands in one of the damaged places of its node; marks that come in pairs have lost their other one there. */
static bool follows(const struct finding *x, const struct finding *damage, const struct finding *end)
{
	if (!x->to || x->damaged || damage == end)
		return false;
	if (x->rule == RULE_ANFUEHRUNG || x->rule == RULE_KLAMMER)
		return true;
	while (end - damage > 1) {
		const struct finding *mid = damage + (end - damage) / 2;
		if (mid->from <= x->from)
			damage = mid;
		else
			end = mid;
	}
	return damage->from <= x->from && x->from < damage->to;
}

static void report(struct chk *c, const struct finding *x, const struct finding *end)
{
	const struct finding *damage = x, *last;
	while (damage < end && !is_place(damage))
		damage++;
	for (last = damage; last < end && is_place(last);)
		last++;
	for (; x < end; x++) {
		if (follows(x, damage, last))
			continue;
		const char *file = x->file ? x->file : doc_path(c->doc, x->node), *code = chk_codes[x->rule].code;
		if (x->grund)
			diag_accept(c->diag, code, file, x->line, x->grund, x->text);
		else
			diag_add_answered(c->diag, &(struct diag_msg){.sev = x->sev, .code = code, .file = file,
				.text = x->text, .line = x->line, .damaged = x->damaged, .answer = x->answer});
	}
}

void chk_report(struct chk *c)
{
	struct chk_findings *f = c->findings;
	if (!f)
		return;
	qsort(f->at, f->n, sizeof *f->at, compare);
	for (struct finding *x = f->at, *next; x < f->at + f->n; x = next) {
		for (next = x; next < f->at + f->n && next->node == x->node;)
			next++;
		report(c, x, next);
	}
	free(f->at);
}
