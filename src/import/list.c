/* list.c: items to nested lists, numbered where the original counts from one. */
#include <stdlib.h>
#include <string.h>

#include "import/parts.h"

static int level_of(const struct imp_node *n)
{
	return n->level > 0 ? n->level : 1;
}

/* "3.", "3)", "(3)": the number; 0: no such label. */
static int number_of(const char *label)
{
	if (!label)
		return 0;
	label += *label == '(';
	size_t n = strspn(label, "0123456789");
	return n && n < 6 && strspn(label + n, ".)") == strlen(label + n) ? atoi(label) : 0;
}

static const struct imp_node *next_item(const struct imp_node *n, int level)
{
	for (n = n->next; n && n->kind == IMP_ITEM && level_of(n) > level; n = n->next)
		;
	return n && n->kind == IMP_ITEM && level_of(n) == level ? n : NULL;
}

static bool has_word(const char *label)
{
	return label && bag_count(label) > 0;
}

/* A second list begins: bullets behind numbers, numbers behind bullets, a number that is 1 again. */
static bool begins_anew(const struct imp_node *before, const struct imp_node *n, bool numbered)
{
	if (!before)
		return false;
	if (before->label && n->label && has_word(before->label) != has_word(n->label))
		return true;
	return !numbered && number_of(n->label) == 1 && number_of(before->label) > 1;
}

/* 1, 2, 3 as we count them, all along. */
static bool counts(const struct imp_node *first, int level)
{
	int want = 1;
	for (const struct imp_node *n = first, *before = NULL; n; before = n, n = next_item(n, level)) {
		if (begins_anew(before, n, true))
			break;
		if (number_of(n->label) != want++)
			return false;
	}
	return true;
}

static void put_item(struct sense *s, const struct imp_node *n, struct draft *list, bool numbered)
{
	struct draft *p = draft_add(s->mem, list, "punkt"), *here = s->here;
	s->here = p;
	s->before = 0;
	s->inner = false;
	acc_at(s->acc, n);
	p->line = n->line;
	if (numbered && n->typed_label)
		draft_meant(s->mem, p, n->label);
	else if (!numbered && has_word(n->label))
		(n->typed_label ? draft_text : draft_ours)(s->mem, p, mem_fmt(s->mem, "%s ", n->label));
	const struct imp_node *c = n->first;
	if (c && (c->kind == IMP_PARA || c->kind == IMP_HEADING)) {
		sense_inlines(s, c->first, p, SENSE_TEXT);
		c = c->next;
	}
	for (; c;) {
		if (c->kind == IMP_PARA || c->kind == IMP_HEADING || c->kind == IMP_CAPTION) {
			sense_running(s, c, p, "absatz");
			c = c->next;
		} else if (c->kind == IMP_ITEM) {
			c = sense_list(s, c, p, 0);
		} else {
			struct imp_node one = *c;
			one.next = NULL;
			s->small(s, &one, p);
			c = c->next;
		}
	}
	s->here = here;
}

const struct imp_node *sense_list(struct sense *s, const struct imp_node *n, struct draft *to, int level)
{
	struct draft *l = draft_add(s->mem, to, "liste");
	int own = level ? level : level_of(n);
	bool numbered = counts(n, level_of(n)) && level_of(n) == own;
	if (numbered)
		draft_set(s->mem, l, "art", "nummer");
	const struct imp_node *before = NULL;
	while (n && n->kind == IMP_ITEM && level_of(n) >= own) {
		if (level_of(n) > own) {
			n = sense_list(s, n, l->last ? l->last : draft_add(s->mem, l, "punkt"), level_of(n));
			continue;
		}
		if (begins_anew(before, n, numbered))
			break;
		put_item(s, n, l, numbered);
		before = n;
		n = n->next;
	}
	for (struct draft *p = l->first, *next; p; p = next) {
		next = p->next;
		if (draft_empty(p) && !p->meant)
			draft_cut(p);
	}
	if (!l->first)
		draft_cut(l);
	if (!draft_is(to, "punkt") && !draft_is(to, "zelle") && !draft_is(to, "vermerk"))
		sense_waiting(s, to);
	return n;
}
