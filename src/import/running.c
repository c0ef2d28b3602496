/* running.c: running text as an element of its own. */
#include <string.h>

#include "import/parts.h"

/* Blanks around running text count for nothing. */
static void trim(struct sense *s, struct draft *a)
{
	static const char blanks[] = " \t\r\n";
	struct draft *t = a->first;
	if (t && t->text)
		t->text += strspn(t->text, blanks);
	t = a->last;
	if (t && t->text) {
		size_t n = strlen(t->text);
		while (n && strchr(blanks, t->text[n - 1]))
			n--;
		t->text = mem_str(s->mem, t->text, n);
	}
	while (a->last && draft_is(a->last, "umbruch"))
		draft_cut(a->last);
}

void sense_line(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room)
{
	s->before = 0;
	if (n->label && n->typed_label) {
		draft_text(s->mem, to, mem_fmt(s->mem, "%s ", n->label));
		s->before = ' ';
	}
	sense_inlines(s, n->kind == IMP_ITEM && n->first ? n->first->first : n->first, to, room);
}

/* Text of a block into an element that holds running text; nothing is left behind when it has none. */
struct draft *sense_running(struct sense *s, const struct imp_node *n, struct draft *to, const char *name)
{
	struct draft *a = draft_new(s->mem, name), *here = s->here;
	acc_at(s->acc, n);
	a->line = n->line;
	draft_put(to, a);
	s->here = a;
	s->inner = false;
	sense_line(s, n, a, SENSE_TEXT);
	s->here = here;
	trim(s, a);
	if (!draft_empty(a))
		return a;
	draft_cut(a);
	return NULL;
}

/* Elements that hold nothing but text: emphasis goes, its words stay. */
void sense_flatten(struct sense *s, struct draft *d)
{
	struct draft flat = {0};
	if (!d)
		return;
	for (struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (!c->name)
			(c->ours ? draft_ours : draft_text)(s->mem, &flat, c->text);
		else if (draft_is(c, "umbruch"))
			draft_text(s->mem, &flat, " ");
	d->first = flat.first;
	d->last = flat.last;
	for (struct draft *c = d->first; c; c = c->next)
		c->parent = d;
}

/* Elements of that name below go; what is in them stays. */
void sense_unwrap(struct draft *d, const char *name)
{
	for (struct draft *c = d->first, *next; c; c = next) {
		next = c->next;
		sense_unwrap(c, name);
		if (!draft_is(c, name))
			continue;
		for (struct draft *k; (k = c->first);) {
			draft_cut(k);
			draft_before(c, k);
		}
		draft_cut(c);
	}
}

char *sense_words(struct mem *m, const struct draft *d)
{
	struct buf b = {0};
	for (const struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (!c->name)
			buf_str(&b, c->text);
		else if (draft_is(c, "umbruch") || draft_is(c, "absatz") || draft_is(c, "punkt"))
			buf_chr(&b, ' ');
	char *line = buf_line(m, b.data ? b.data : "");
	buf_free(&b);
	return line;
}

static bool is_rest(enum imp_kind k)
{
	return k == IMP_NOTE || k == IMP_COMMENT || k == IMP_PICTURE || k == IMP_BOX;
}

/* Of a node whose words were taken as plain text what is more than words: it waits for the end of the block. */
void sense_rest(struct sense *s, const struct imp_node *n)
{
	for (const struct imp_node *c = n->first; c; c = c->next) {
		if (!is_rest(c->kind)) {
			sense_rest(s, c);
			continue;
		}
		struct imp_node one = *c;
		one.next = NULL;
		if (c->kind == IMP_BOX)
			s->block(s, &one, s->wait);
		else
			sense_inlines(s, &one, s->wait, SENSE_TITLE);
	}
}
