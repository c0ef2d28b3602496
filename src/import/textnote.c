/* textnote.c: footnotes of a plain text, and what else stands between the text of two pages. */
#include "import/textnote.h"

#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/runs.h"

/* "3 Vgl. ebd.": the number and how long it is; 0: none. */
static size_t number_at(const char *s, int *number)
{
	size_t n = strspn(s, "0123456789"), blanks = strspn(s + n, " ");
	if (!n || n > 3 || !blanks || !s[n + blanks])
		return 0;
	*number = atoi(s);
	return n + blanks;
}

static bool begins(const struct textnotes *t, const struct lines *l, size_t i)
{
	int number;
	return l->at[i].rule_above && number_at(l->at[i].s, &number) && number == t->last + 1;
}

/* A mark hangs on a word or its sign, and no letter or digit follows it. */
static const char *mark_in(const char *text, const char *digits)
{
	size_t n = strlen(digits);
	for (const char *p = text; (p = strstr(p, digits)); p++) {
		const char *after = p + n, *end = after + strlen(after), *before = p;
		if (p == text || (unsigned char)p[-1] <= ' ')
			continue;
		do
			before--;
		while (before > text && ((unsigned char)*before & 0xC0) == 0x80);
		const char *b = before;
		uint32_t c = u8_get(&b, p), next = *after ? u8_get(&after, end) : 0;
		bool on_word = u8_is_letter(c) || c == '.' || c == ',' || c == ')' || c == 0x201C || c == 0x201D ||
			c == '"' ||
			c == '!' || c == '?' || c == ':';
		if (on_word && !u8_is_letter(next) && !u8_is_digit(next))
			return p;
	}
	return NULL;
}

static struct imp_node *insert_after(struct imp_flow *f, struct imp_node *at, enum imp_kind kind)
{
	struct imp_node *n = imp_add(f, at->parent, kind), *next = at->next;
	if (next == n)
		return n;
	n->prev->next = NULL;                          /* from the end of its parent to its place */
	n->parent->last = n->prev;
	n->prev = at;
	n->next = next;
	next->prev = n;
	at->next = n;
	return n;
}

/* The text is cut at the mark; the note stands between. */
static struct imp_node *put_at_mark(struct imp_flow *f, struct imp_node *text, const char *mark, const char *digits)
{
	size_t before = (size_t)(mark - text->text), n = strlen(digits);
	const char *rest = mark + n;
	struct imp_node *note = insert_after(f, text, IMP_NOTE);
	if (*rest) {
		struct imp_node *tail = insert_after(f, note, IMP_TEXT);
		tail->text = mem_dup(f->mem, rest);
		tail->marks = text->marks;
	}
	text->text = mem_str(f->mem, text->text, before);
	note->label = mem_dup(f->mem, digits);
	note->typed_label = true;
	return note;
}

static struct imp_node *find_mark(struct textnotes *t, struct imp_flow *f, const char *digits)
{
	struct imp_node *n = t->from ? imp_after(t->from, f->root) : f->root->first;
	for (; n; n = imp_after(n, f->root)) {
		const char *mark = n->kind == IMP_TEXT ? mark_in(n->text, digits) : NULL;
		if (mark)
			return put_at_mark(f, n, mark, digits);
	}
	return NULL;
}

static void put_note(struct textnotes *t, struct imp_flow *f, const struct line *first, const char *s, size_t n,
	bool marked)
{
	size_t skip = number_at(s, &t->last);
	const char *digits = mem_str(f->mem, s, strspn(s, "0123456789"));
	struct imp_node *note = find_mark(t, f, digits), *p;
	if (note) {
		t->from = note;
		p = imp_add(f, note, IMP_PARA);
	} else {
		imp_lose(f, "Fußnote ohne Zeichen im Text", digits);
		p = imp_add(f, f->root, IMP_PARA);
	}
	p->line = first->no;
	p->label = digits;
	p->typed_label = true;
	runs_put(f, p, s + skip, n - skip, marked);
}

/* Lines of one note: up to the next number, the end of the page, or a gap. */
static void read_note(struct textnotes *t, struct imp_flow *f, const struct lines *l, size_t *i)
{
	struct buf b = {0};
	const struct line *first = &l->at[*i];
	for (bool go = true; go && *i < l->n; ++*i) {
		const struct line *k = &l->at[*i];
		int number;
		bool other = number_at(k->s, &number) && number == t->last + 2 && k != first;
		go = k == first || (!other && !k->page_start && !k->runs && (!k->gap || l->doubled));
		if (!go)
			break;
		lines_join(l, &b, k->s, k->n);
	}
	if (b.len)
		put_note(t, f, first, b.data, b.len, l->marked);
	buf_free(&b);
}

bool textnote_read(struct textnotes *t, struct imp_flow *f, const struct lines *l, size_t *i)
{
	int number;
	if (!begins(t, l, *i))
		return false;
	do
		read_note(t, f, l, i);
	while (*i < l->n && !l->at[*i].page_start && number_at(l->at[*i].s, &number) && number == t->last + 1);
	return true;
}

void textnote_furniture(struct imp_flow *f, struct imp_node *block, const char *s, size_t n)
{
	struct imp_node *r = imp_add(f, f->root, IMP_FURNITURE), *p = imp_add(f, r, IMP_PARA);
	r->line = p->line = block->line;
	imp_add_text(f, p, s, n, 0);
}
