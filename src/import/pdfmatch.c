/* pdfmatch.c: notes brought to their marks. */
#include "import/pdfmatch.h"

#include <stdlib.h>
#include <string.h>

/* A browser prints the arrow, too, that leads from a note back to its mark. */
static void drop_arrow(struct imp_flow *f, struct imp_node *note)
{
	static const char *const signs[] = {"\u21A9", "\uFE0E", "\uFE0F", " ", "\u00A0"};
	struct imp_node *t = note;
	while (t && t->kind != IMP_TEXT)
		t = t->last;
	size_t n = t ? strlen(t->text) : 0, was = n;
	bool arrow = false;
	for (size_t i = 0; n && i < sizeof signs / sizeof *signs;) {
		const size_t len = strlen(signs[i]);
		const bool ends = n >= len && !memcmp(t->text + n - len, signs[i], len);
		arrow |= ends && !i;
		n -= ends ? len : 0;
		i = ends ? 0 : i + 1;
	}
	if (arrow && n < was)
		t->text = mem_str(f->mem, t->text, n);
	if (arrow && !n)
		imp_cut(t);
}

/* The mark becomes the note. */
static void match(struct imp_node *mark, struct imp_node *note, const char *label)
{
	mark->kind = IMP_NOTE;
	mark->label = label;
	mark->typed_label = true;
	mark->text = NULL;
	mark->marks = 0;
	if (note->kind != IMP_NOTE) {
		imp_move(note, mark);
		return;
	}
	while (note->first)
		imp_move(note->first, mark);
	imp_cut(note);
}

/* ---- notes at the end of the text */

/* "3." of an item; 0: no number. */
static int number_label(const struct imp_node *n)
{
	return n->kind == IMP_ITEM && n->label && n->first ? atoi(n->label) : 0;
}

/* The last list: its items count from 1 on. NULL: what stands last is none. */
static struct imp_node *last_list(const struct imp_flow *f)
{
	struct imp_node *n = f->root->last, *first = NULL;
	for (; n && (n->kind == IMP_PAGE || n->kind == IMP_FURNITURE || number_label(n)); n = n->prev) {
		if (number_label(n) && first && number_label(n) != number_label(first) - 1)
			return NULL;
		first = number_label(n) ? n : first;
	}
	return first && number_label(first) == 1 ? first : NULL;
}

static size_t items_from(const struct imp_node *n)
{
	size_t items = 0;
	for (; n; n = n->next)
		items += number_label(n) > 0;
	return items;
}

static size_t open_marks(const struct pdf_marks *m)
{
	size_t n = 0;
	for (size_t i = 0; i < m->n; i++)
		n += m->at[i].node != NULL;
	return n;
}

/* Marks without a note, and a list of as many items behind all text. */
static void match_last(struct imp_flow *f, struct pdf_marks *marks)
{
	struct imp_node *n = last_list(f), *next;
	int no = 1;
	if (!n || items_from(n) != open_marks(marks))
		return;
	for (size_t i = 0; i < marks->n; i++)
		if (marks->at[i].node && atoi(marks->at[i].label) != no++)
			return;
	for (size_t i = 0; i < marks->n; i++) {
		if (!marks->at[i].node)
			continue;
		while (!number_label(n))
			n = n->next;
		next = n->next;
		struct imp_node *note = n->first;
		note->label = marks->at[i].label;
		note->typed_label = true;
		match(marks->at[i].node, note, marks->at[i].label);
		drop_arrow(f, marks->at[i].node);
		marks->at[i].node = NULL;
		imp_cut(n);
		n = next;
	}
}

/* Both stand in the order of the text: a mark on the note's page, or on the one before for text that was torn. */
void pdf_match_notes(struct imp_flow *f, struct pdf_marks *marks, const struct pdf_marks *notes)
{
	size_t from = 0;
	for (size_t i = 0; i < notes->n; i++) {
		const struct pdf_mark *note = &notes->at[i];
		struct pdf_mark *found = NULL;
		while (from < marks->n && (!marks->at[from].node || marks->at[from].page + 1 < note->page))
			from++;
		for (size_t k = from; k < marks->n && marks->at[k].page <= note->page; k++)
			if (marks->at[k].node && !strcmp(marks->at[k].label, note->label))
				found = &marks->at[k];
		if (found) {
			match(found->node, note->node, note->label);
			found->node = NULL;
			continue;
		}
		imp_lose(f, "Fußnote ohne Zeichen im Text", note->label);
	}
	match_last(f, marks);
}
