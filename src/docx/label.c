/* label.c: labels of headings and items. A word processor counts by itself: a label becomes a number of a list where
 * that counts to the same, so that a new item moves the others on; any other label is written as it stands. */
#include <stdlib.h>
#include <string.h>

#include "block/block.h"
#include "docx/item.h"

static bool of_label(const struct blk_seg *g)
{
	for (const struct block *o = g->owner; o && (o->flow == BLK_INLINE || o->role == BLK_LBL); o = o->parent)
		if (o->role == BLK_LBL)
			return true;
	return g->flags & BLK_SEG_RAND;
}

static bool parts(const struct blk_seg *g)
{
	return (g->kind == BLK_SEG_TAB && !(g->flags & BLK_SEG_RIGHT)) || g->kind == BLK_SEG_SPACE;
}

/* A word before a gap is a label too, though nothing says so: "2.1" and its heading. */
static uint32_t label_end(const struct block *text)
{
	uint32_t n = 0;
	while (n < text->nsegs && text->segs[n].kind == BLK_SEG_TEXT && of_label(&text->segs[n]))
		n++;
	if (!n && text->nsegs > 1 && text->segs[0].kind == BLK_SEG_TEXT && parts(&text->segs[1]))
		n = 1;
	return n;
}

struct dox_label dox_label(const struct block *text)
{
	struct dox_label l = {.segs = label_end(text)};
	for (uint32_t i = 0; i < l.segs; i++) {
		const struct blk_seg *g = &text->segs[i];
		if (l.len + g->len >= sizeof l.text)
			return (struct dox_label){0};
		memcpy(l.text + l.len, g->text, g->len);
		l.len += g->len;
	}
	while (l.len && l.text[l.len - 1] == ' ')
		l.len--;
	l.text[l.len] = '\0';
	while (l.len && l.segs < text->nsegs && parts(&text->segs[l.segs]))
		l.segs++;
	if (!l.len)
		l.segs = 0;
	return l;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- lists of the file */

static bool same_list(const struct dox_list *a, const struct dox_list *b)
{
	return a->count == b->count && a->outline == b->outline && a->hang == b->hang &&
		!strcmp(a->before, b->before) && !strcmp(a->after, b->after);
}

static int list_of(struct dox *d, struct dox_list l)
{
	for (size_t i = 0; i < d->nlists; i++)
		if (same_list(&d->lists[i], &l))
			return (int)i;
	MEM_ROOM_IN(d->mem, d->lists, d->nlists, d->caplists);
	d->lists[d->nlists] = l;
	return (int)d->nlists++;
}

/* The next value of a run goes on; any other begins a run of its own. */
static struct dox_number *begin(struct dox *d, struct dox_counts *c, int list)
{
	*c = (struct dox_counts){0};
	for (size_t i = 0; d->lists[list].count == DOX_SIGN && i < d->nnumbers; i++)
		if (d->numbers[i].list == list) {
			c->number = (int)i + 1;
			return &d->numbers[i];
		}
	MEM_ROOM_IN(d->mem, d->numbers, d->nnumbers, d->capnumbers);
	struct dox_number *n = &d->numbers[d->nnumbers++];
	*n = (struct dox_number){.list = list};
	for (int i = 0; i < DOX_LEVELS; i++)
		n->start[i] = -1;
	c->number = (int)d->nnumbers;
	return n;
}

/* ---- items */

struct parted {
	struct dox_list list;
	int value;
};

/* "1.", "a)", "(2)", "§ 3": a number, or one letter before a full stop or bracket, in what stands around it. */
static bool part(struct dox *d, const struct dox_label *l, struct parted *p)
{
	const char *s = l->text;
	const size_t n = l->len;
	size_t at = 0, end;
	while (at < n && !is_digit(s[at]))
		at++;
	for (end = at; end < n && is_digit(s[end]);)
		end++;
	p->list = (struct dox_list){.count = DOX_DECIMAL};
	p->value = end > at && end - at < 6 ? atoi(s + at) : 0;
	if (at == n && n == 2 && is_letter(s[0]) && (s[1] == ')' || s[1] == '.')) {
		at = 0;
		end = 1;
		p->list.count = s[0] >= 'a' ? DOX_LOWER : DOX_UPPER;
		p->value = s[0] - (s[0] >= 'a' ? 'a' : 'A') + 1;
	}
	for (size_t i = end; i < n; i++)
		if (is_digit(s[i]) || is_letter(s[i]))
			return false;
	p->list.before = mem_str(d->mem, s, at);
	p->list.after = mem_str(d->mem, s + end, n - end);
	return p->value > 0;
}

/* One sign without a letter or digit. */
static bool is_sign(const struct dox_label *l)
{
	for (size_t i = 0; i < l->len; i++)
		if (is_digit(l->text[i]) || is_letter(l->text[i]) || l->text[i] == ' ')
			return false;
	return l->len > 0 && l->len <= 4;
}

bool dox_count_item(struct dox *d, struct dox_counts *c, const struct dox_label *l, int depth, len_t hang,
	struct dox_para *p)
{
	struct parted is = {.list = {.count = DOX_SIGN, .after = ""}};
	depth = depth < DOX_LEVELS ? depth : DOX_LEVELS - 1;
	if (is_sign(l))
		is.list.before = mem_str(d->mem, l->text, l->len);
	else if (!part(d, l, &is))
		return false;
	is.list.hang = hang;
	const int list = list_of(d, is.list);
	const bool goes_on = c->number && d->numbers[c->number - 1].list == list &&
		(is.list.count == DOX_SIGN || c->value[depth] + 1 == is.value);
	if (!goes_on) {
		struct dox_number *n = begin(d, c, list);
		n->start[depth] = is.list.count == DOX_SIGN ? -1 : is.value;
	}
	c->level = depth;
	c->value[depth] = is.value;
	p->number = c->number;
	p->level = depth;
	p->value = is.value;
	return true;
}

/* ---- headings: "2.1.3", "A.2", with or without a full stop */

static int outline_of(const struct dox_label *l, int value[DOX_LEVELS], struct dox_list *list)
{
	int n = 0;
	const char *s = l->text, *end = s + l->len;
	*list = (struct dox_list){.count = DOX_DECIMAL, .outline = true, .before = "", .after = ""};
	if (s < end && *s >= 'A' && *s <= 'Z' && (s + 1 == end || s[1] == '.')) {
		list->count = DOX_UPPER;
		value[n++] = *s++ - 'A' + 1;
	}
	while (s < end && n < DOX_LEVELS) {
		if (n && *s++ != '.')
			return 0;
		if (s == end) {
			list->after = ".";
			return n;
		}
		int v = 0;
		const char *at = s;
		while (s < end && is_digit(*s) && v < 100000)
			v = v * 10 + (*s++ - '0');
		if (s == at || !v)
			return 0;
		value[n++] = v;
	}
	return s == end ? n : 0;
}

bool dox_count_heading(struct dox *d, struct dox_counts *c, const struct dox_label *l, struct dox_para *p)
{
	int value[DOX_LEVELS] = {0};
	struct dox_list list;
	const int n = outline_of(l, value, &list);
	if (!n)
		return false;
	const int at = list_of(d, list);
	bool goes_on = c->number && d->numbers[c->number - 1].list == at && c->value[n - 1] + 1 == value[n - 1];
	for (int i = 0; i < n - 1; i++)
		goes_on = goes_on && c->value[i] == value[i];
	if (!goes_on) {
		struct dox_number *number = begin(d, c, at);
		memcpy(number->start, value, (size_t)n * sizeof *value);
	}
	memset(c->value, 0, sizeof c->value);
	memcpy(c->value, value, (size_t)n * sizeof *value);
	p->number = c->number;
	p->level = n - 1;
	p->value = value[n - 1];
	return true;
}
