/* toc.c: a list of contents of the original: ours is made from the headings, so it is held against them and left out. */
#include <string.h>

#include "import/parts.h"

/* Words of an entry without its number and its page. */
static char *entry(struct sense *s, const struct imp_node *n)
{
	char *t = sense_plain(s, n), *end = t + strlen(t);
	while (end > t && strchr(" .\t0123456789", end[-1]))
		end--;
	*end = '\0';
	t += strspn(t, "0123456789. ");
	return t;
}

static bool is_heading(struct sense *s, const char *words)
{
	for (const struct imp_node *n = imp_after(s->flow->root, s->flow->root); n; n = imp_after(n, s->flow->root)) {
		if (n->kind != IMP_HEADING)
			continue;
		char *t = sense_plain(s, n);
		t += strspn(t, "0123456789. ");
		if (!strcmp(t, words))
			return true;
	}
	return false;
}

void sense_toc(struct sense *s, const struct imp_node *n, struct draft *to)
{
	(void)to;
	for (const struct imp_node *c = imp_after(n, n); c; c = imp_after(c, n)) {
		if (c->kind != IMP_PARA && c->kind != IMP_ITEM && c->kind != IMP_HEADING)
			continue;
		if (c->parent->kind == IMP_ITEM)
			continue;
		acc_at(s->acc, c);
		char *words = entry(s, c);
		if (bag_count(words) && c->prev && !is_heading(s, words))
			acc_find(s->acc, "TITEL", "Im Inhaltsverzeichnis steht „%s“, als Überschrift steht es so nirgends", words);
	}
	acc_drop_node(s->acc, "Inhaltsverzeichnis", n);
}
