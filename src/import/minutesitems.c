/* minutesitems.c: the agenda that minutes begin with, and where its items are told; minutes without one have the items
 * that are told. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/minutes.h"
#include "import/parts.h"

enum { ALIKE = 12 };                                   /* letters that must be the same where one title is longer */

/* Letters and digits, lower case. */
static const char *folded(struct mem *m, const char *s)
{
	struct buf b = {0};
	for (const char *end = s + strlen(s); s < end;) {
		char as[4];
		const uint32_t c = u8_lower(u8_get(&s, end));
		if (bag_is_word(c))
			buf_put(&b, as, u8_put(as, c));
	}
	return buf_take_or(&b, m, "");
}

static struct minutes_item *add(struct minutes *t, const char *number, const char *title)
{
	MEM_ROOM_IN(t->s->mem, t->items, t->nitems, t->capitems);
	struct minutes_item *i = &t->items[t->nitems++];
	*i = (struct minutes_item){.number = number, .title = title, .hidden = t->hidden};
	return i;
}

static bool can_be_item(const struct minutes_line *l)
{
	return l->node->kind == IMP_PARA || l->node->kind == IMP_HEADING || l->node->kind == IMP_ITEM;
}

/* ---- the agenda */

static size_t find_agenda(struct minutes *t)
{
	static const char *const words[] = {"Tagesordnung", "Folgende Tagesordnung", "Tagesordnung der Sitzung", NULL};
	for (size_t i = 0; i < t->nlines; i++) {
		const char *v = can_be_item(&t->lines[i]) ? minutes_label(t->lines[i].text, words) : NULL;
		if (v && !*v)
			return i;
	}
	return t->nlines;
}

/* Items, and which part they are in, until something else comes; the line after it. */
static size_t read_agenda(struct minutes *t, size_t i)
{
	for (; i < t->nlines; i++) {
		const struct minutes_line *l = &t->lines[i];
		const char *rest, *number;
		bool said;
		if (l->node->kind == IMP_PAGE || l->node->kind == IMP_FURNITURE || (can_be_item(l) &&
			!bag_count(l->text)))
			continue;
		const int part = can_be_item(l) ? minutes_part(l->text) : -1;
		if (part >= 0) {
			if (t->nitems && part > !t->hidden)
				break;                         /* the public part again: it is told */
			if (t->nitems && part && !t->hidden)
				break;
			t->hidden = !part;
			continue;
		}
		number = can_be_item(l) ? minutes_number(t->s->mem, l->text, &rest, &said) : NULL;
		if (!number || !*rest)
			break;
		if (t->nitems && !strcmp(number, t->items[0].number) && t->hidden == t->items[0].hidden)
			break;                                 /* the first again */
		add(t, number, rest)->listed = l;
	}
	t->hidden = false;
	return i;
}

/* ---- where they are told */

static bool same_title(const char *a, const char *b)
{
	const size_t n = strlen(a), k = strlen(b), less = n < k ? n : k;
	return n == k ? !strcmp(a, b) : less >= ALIKE && !memcmp(a, b, less);
}

static const char *bare(const char *number)
{
	number += strspn(number, "N");
	number += strncmp(number, "Ö", 2) ? 0 : 2;
	return number + strspn(number, " .");
}

/* Is that line where the item is told? By its title, or by its number alone. */
static bool tells(struct minutes *t, const struct minutes_item *item, const struct minutes_line *l)
{
	const char *rest = l->text, *number;
	bool said;
	number = minutes_number(t->s->mem, l->text, &rest, &said);
	if (!number)
		return l->node->kind != IMP_ITEM && same_title(folded(t->s->mem, item->title), folded(t->s->mem,
			l->text)) &&
			strlen(l->text) < strlen(item->title) + 40;
	if (!*rest)
		return said && !strcmp(bare(number), bare(item->number));
	const bool title = same_title(folded(t->s->mem, item->title), folded(t->s->mem, rest));
	return title && (said || l->node->kind != IMP_ITEM || !strcmp(bare(number), bare(item->number)));
}

/* Each line is held against the items not told yet, the next first: it is mostly that one. */
static size_t match(struct minutes *t, size_t from)
{
	enum { AHEAD = 4 };
	size_t next = 0, found = 0;
	for (size_t i = from; i < t->nlines; i++) {
		const struct minutes_line *l = &t->lines[i];
		if (!can_be_item(l) || strlen(l->text) > 400)
			continue;
		for (size_t k = next; k < t->nitems && k < next + AHEAD; k++)
			if (!t->items[k].told && tells(t, &t->items[k], l)) {
				t->items[k].told = l;
				next = k + 1;
				found++;
				break;
			}
	}
	return found;
}

/* Items that no agenda has: they say that they are one, or they are headings with a number that goes on. */
static void more_items(struct minutes *t, size_t from, bool headings)
{
	for (size_t i = from; i < t->nlines; i++) {
		const struct minutes_line *l = &t->lines[i];
		const char *rest = l->text, *number;
		bool said = false;
		const int part = can_be_item(l) ? minutes_part(l->text) : -1;
		t->hidden = part < 0 ? t->hidden : !part;
		if (!can_be_item(l) || part >= 0 || minutes_item_at(t, l))
			continue;
		number = minutes_number(t->s->mem, l->text, &rest, &said);
		if ((number && said && *rest && strlen(l->text) < 400) || (headings && l->node->kind == IMP_HEADING &&
			number))
			add(t, number, rest)->told = l;
	}
	t->hidden = false;
}

static int by_place(const void *a, const void *b)
{
	const struct minutes_item *x = a, *y = b;
	const struct minutes_line *p = x->told ? x->told : x->listed, *q = y->told ? y->told : y->listed;
	return p < q ? -1 : p > q;
}

const struct minutes_item *minutes_item_at(const struct minutes *t, const struct minutes_line *l)
{
	for (size_t i = 0; i < t->nitems; i++)
		if (t->items[i].told == l)
			return &t->items[i];
	return NULL;
}

/* An item that is told nowhere stands behind the one before it on the agenda. */
static void in_order(struct minutes *t)
{
	struct minutes_item *sorted = MEM_ARRAY(t->s->mem, struct minutes_item, t->nitems + 1), *own = t->items;
	size_t n = t->nitems, extra = n, k = 0;
	while (extra && !own[extra - 1].listed)
		extra--;
	if (extra < n)
		qsort(own + extra, n - extra, sizeof *own, by_place);
	for (size_t i = 0, e = extra; i < extra || e < n;) {
		const bool before = e < n && (i == extra || (own[i].told && own[e].told < own[i].told));
		sorted[k++] = before ? own[e++] : own[i++];
	}
	t->items = sorted;
	t->capitems = t->nitems + 1;
}

void minutes_items(struct minutes *t, size_t *from)
{
	const size_t agenda = find_agenda(t);
	size_t end = agenda < t->nlines ? read_agenda(t, agenda + 1) : 0;
	*from = t->nlines;
	if (t->nitems && match(t, end)) {
		more_items(t, end, false);
	} else {
		for (size_t i = 0; i < t->nitems; i++) {
			t->items[i].told = t->items[i].listed;
			t->items[i].listed = NULL;
		}
		more_items(t, agenda < t->nlines ? agenda + 1 : 0, true);
	}
	in_order(t);
	for (size_t i = 0; i < t->nitems; i++) {
		const struct minutes_line *l = t->items[i].told;
		if (l && (size_t)(l - t->lines) < *from)
			*from = (size_t)(l - t->lines);
	}
	if (agenda < t->nlines && agenda < *from)
		*from = agenda;
}
