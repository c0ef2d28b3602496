/* toc.c: a list of contents of the original: ours is made from the headings, so it is held against them and left out.
 */
#include <stdlib.h>
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

static int by_words(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static const char *unnumbered(const char *t)
{
	return t + strspn(t, "0123456789. ");
}

/* The headings of the original, sorted. */
static void find_headings(struct sense *s)
{
	size_t cap = 0;
	MEM_ROOM_IN(s->mem, s->headings, s->nheadings, cap);   /* looked for once, also where there is none */
	for (const struct imp_node *n = s->flow->root; n; n = imp_after(n, s->flow->root))
		if (n->kind == IMP_HEADING && (!n->parent || n->parent->kind != IMP_TOC)) {
			MEM_ROOM_IN(s->mem, s->headings, s->nheadings, cap);
			s->headings[s->nheadings++] = unnumbered(sense_plain(s, n));
		}
	if (s->nheadings)
		qsort(s->headings, s->nheadings, sizeof *s->headings, by_words);
}

static bool is_heading(struct sense *s, const char *words)
{
	if (!s->headings)
		find_headings(s);
	return s->nheadings && bsearch(&words, s->headings, s->nheadings, sizeof *s->headings, by_words);
}

static void compare(struct sense *s, const struct imp_node *n)
{
	const char *words = entry(s, n);
	if (n->prev && bag_count(words) > 0 && !is_heading(s, words))
		acc_find(s->acc, "TITEL", "Im Verzeichnis steht „%s“, als Überschrift steht es so nirgends", words);
}

/* It stays beside ours as a remark, never printed, for the clerk to compare. */
void sense_toc(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *v = draft_add(s->mem, to, "vermerk");
	draft_set(s->mem, v, "name", "Verzeichnis des Originals");
	for (const struct imp_node *c = n->first; c;) {
		acc_at(s->acc, c);
		if (c->kind == IMP_PARA) {
			compare(s, c);
			sense_running(s, c, v, "absatz");
			c = c->next;
		} else {
			c = s->block(s, c, v);
		}
	}
	s->contents = true;
	if (draft_empty(v))
		draft_cut(v);
	sense_waiting(s, to);
}

/* What the list of contents calls the chapter of that number; NULL: it names none. */
const char *sense_toc_title(struct sense *s, const char *number)
{
	size_t n = strlen(number);
	for (const struct imp_node *k = s->flow->root; k; k = imp_after(k, s->flow->root)) {
		if (k->kind != IMP_PARA || !k->parent || k->parent->kind != IMP_TOC)
			continue;
		const char *t = sense_plain(s, k);
		if (!strncmp(t, number, n) && (t[n] == ' ' || (t[n] == '.' && t[n + 1] == ' ')))
			return entry(s, k);
	}
	return NULL;
}
