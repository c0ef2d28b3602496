/* inline.c: what stands in the lines of a paragraph: text with its looks and languages, links, fields, notes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "block/block.h"
#include "docx/item.h"

struct line {
	struct dox *d;
	const struct block *text;
	const struct block *link;                      /* the one that is open; NULL: none */
	const struct blk_field *control;               /* the one that is open; NULL: none */
	bool contents; /* an entry of the contents: its number stands there as it is */
};

static const struct block *link_of(const struct block *owner)
{
	for (; owner && owner->flow == BLK_INLINE; owner = owner->parent) {
		const bool inside = owner->target && owner->target->role != BLK_NOTE;
		if ((owner->role == BLK_LINK || owner->role == BLK_REFERENCE) && (inside || owner->more->href))
			return owner;
	}
	return NULL;
}

static bool is_code(const struct block *owner)
{
	for (; owner && owner->flow == BLK_INLINE; owner = owner->parent)
		if (owner->role == BLK_CODE)
			return true;
	return false;
}

const char *dox_lang(const struct dox *d, const struct block *b)
{
	while (b && !b->lang)
		b = b->parent;
	return b ? b->lang : d->t->lang;
}

/* Addresses of programs are none for a word processor. */
static bool is_address(const char *href)
{
	static const char *const schemes[] = {"https:", "http:", "mailto:", "tel:"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (!strncmp(href, schemes[i], strlen(schemes[i])))
			return true;
	return false;
}

static void change_link(struct line *l, const struct block *link)
{
	if (link == l->link)
		return;
	if (l->link)
		dox_end(l->d, DOX_LINK);
	const char *to = link ? dox_bookmark(l->d, link->target) : NULL;
	const bool leads = link && (to || (link->more->href && is_address(link->more->href)));
	l->link = leads ? link : NULL;
	if (leads) {
		struct dox_item *i = dox_add(l->d, DOX_LINK);
		i->target = to;
		i->text = to ? NULL : link->more->href;
	}
}

static const struct blk_field *field_of(const struct block *owner)
{
	for (; owner && owner->flow == BLK_INLINE; owner = owner->parent)
		if (owner->more->field)
			return owner->more->field;
	return NULL;
}

static void change_control(struct line *l, const struct blk_field *field)
{
	if (field == l->control)
		return;
	if (l->control)
		dox_end(l->d, DOX_CONTROL);
	l->control = field;
	if (field)
		dox_add(l->d, DOX_CONTROL)->u.control = field;
}

/* The text before looks the same: most paragraphs come in many segments of one look. */
static bool goes_on(struct dox *d, const struct dox_run *look, const char *s, size_t n)
{
	struct dox_item *last = &d->items[d->nitems - 1];
	if (!dox_is(last, DOX_TEXT, false))
		return false;
	const struct dox_run *r = last->u.run;
	const bool same = r->ch == look->ch && r->own == look->own && r->rtl == look->rtl && r->link == look->link &&
		r->code == look->code &&
		(r->lang == look->lang || (r->lang && look->lang && !strcmp(r->lang, look->lang)));
	if (!same)
		return false;
	if (last->text + last->len != s) {
		char *both = mem_get(d->mem, last->len + n + 1);
		memcpy(both, last->text, last->len);
		memcpy(both + last->len, s, n);
		last->text = both;
	}
	last->len += (uint32_t)n;
	return true;
}

static void put_run(struct line *l, const struct blk_seg *g, const char *s, size_t n)
{
	struct dox *d = l->d;
	const struct block *owner = g->owner ? g->owner : l->text;
	const char *lang = dox_lang(d, owner);
	const struct sty_char *own = l->text->style ? &l->text->style->ch : NULL;
	if (!n)
		return;
	const struct dox_run look = {.ch = g->ch ? g->ch : own,
		.own = own,
		.lang = lang,
		.rtl = blk_rtl(lang),
		.link = l->link != NULL,
		.code = is_code(g->owner)};
	if (goes_on(d, &look, s, n))
		return;
	struct dox_run *r = MEM_NEW(d->mem, struct dox_run);
	*r = look;
	struct dox_item *i = dox_add(d, DOX_TEXT);
	i->u.run = r;
	i->text = s;
	i->len = (uint32_t)n;
}

/* ---- references */

/* "Kapitel 2.1" leads to a heading with the number 2.1: that much at the end is the number. */
static size_t number_at_end(const struct blk_seg *g, const struct block *target)
{
	const struct block *to = target ? dox_heading(target) : NULL;
	if (!to || to->role != BLK_H)
		return 0;
	const struct dox_label l = dox_label(to);
	const bool ends = l.len && g->len >= l.len && !memcmp(g->text + g->len - l.len, l.text, l.len);
	const char before = ends && g->len > l.len ? g->text[g->len - l.len - 1] : ' ';
	return ends && !(before >= '0' && before <= '9') && before != '.' ? l.len : 0;
}

static bool is_blank(const char *s, size_t n, size_t *len)
{
	*len = n && *s == ' ' ? 1 : n > 1 && !memcmp(s, "\u00A0", 2) ? 2 : n > 2 && !memcmp(s, "\u202F", 3) ? 3 : 0;
	return *len > 0;
}

size_t dox_counted(const char *s, size_t n, size_t *number)
{
	size_t at = 0, blank = 0;
	while (at < n && !is_blank(s + at, n - at, &blank))
		at++;
	if (!at || at == n || (s[0] >= '0' && s[0] <= '9'))
		return 0;
	size_t end = *number = at + blank;
	if (end + 1 < n && s[end] >= 'A' && s[end] <= 'Z' && s[end + 1] == '.')
		end += 2;
	const size_t digits = end;
	while (end < n && s[end] >= '0' && s[end] <= '9')
		end++;
	return end > digits ? end : 0;
}

/* The words of a caption that a reference repeats: "Tabelle 3". */
static bool is_caption_label(const struct blk_seg *g, const struct block *target)
{
	const struct block *to = target ? dox_heading(target) : NULL;
	if (!to || (to->role != BLK_CAPTION && (!to->parent || to->parent->role != BLK_CAPTION)) || !to->nsegs)
		return false;
	size_t number;
	const struct blk_seg *c = &to->segs[0];
	return c->kind == BLK_SEG_TEXT && g->len && dox_counted(c->text, c->len, &number) == g->len &&
		!memcmp(c->text, g->text, g->len);
}

static void put_field(struct line *l, enum dox_field field, const struct blk_seg *g, const char *s, size_t n)
{
	const struct block *target = l->link ? l->link->target : g->target;
	struct dox_item *i = dox_add(l->d, DOX_FIELD);
	i->field = (uint8_t)field;
	i->target = dox_bookmark(l->d, target);
	i->u.picture = target ? dox_heading(target) : NULL;
	put_run(l, g, s, n);
	dox_end(l->d, DOX_FIELD);
}

static void words(struct line *l, const struct blk_seg *g)
{
	const struct block *target = l->link ? l->link->target : NULL;
	const size_t n = l->contents ? 0 : number_at_end(g, target);
	if (is_caption_label(g, target)) {
		put_field(l, DOX_REF, g, g->text, g->len);
	} else if (n) {
		put_run(l, g, g->text, g->len - n);
		put_field(l, DOX_REFNUMBER, g, g->text + g->len - n, n);
	} else {
		put_run(l, g, g->text, g->len);
	}
}

static void page(struct line *l, const struct blk_seg *g)
{
	char label[24] = "";
	if (l->d->source->page)
		l->d->source->page(l->d->source->arg, g->target, label);
	const char *s = mem_dup(l->d->mem, *label ? label : "…");
	struct dox_item *i = dox_add(l->d, DOX_FIELD);
	i->field = DOX_PAGEREF;
	i->target = dox_bookmark(l->d, g->target);
	put_run(l, g, s, strlen(s));
	dox_end(l->d, DOX_FIELD);
}

/* ---- notes */

static const char *note_name(struct dox *d, const struct block *note)
{
	return mem_fmt(d->mem, "_Note%08u", note->num);
}

static void note_text(struct dox *d, const struct block *note)
{
	bool first = true;
	for (const struct block *b = note->first; b; b = blk_walk(note, b)) {
		if (b->flow != BLK_TEXT)
			continue;
		struct dox_para *p = MEM_NEW(d->mem, struct dox_para);
		*p = (struct dox_para){.style = dox_style(d, DOX_NOTE_TEXT, 0, b->style),
			.before = -1,
			.after = -1,
			.rtl = blk_rtl(dox_lang(d, b)),
			.mark = d->marks[b->num]};
		dox_add(d, DOX_PARA)->u.para = p;
		dox_inline(d, b, first ? dox_label(b).segs : 0);
		dox_end(d, DOX_PARA);
		first = false;
	}
}

/* Notes are counted by the file; a mark that is no number or not the next one is written. */
static void note(struct line *l, const struct blk_seg *g)
{
	struct dox *d = l->d;
	const struct block *n = g->target;
	change_link(l, NULL);
	if (!n || d->in_note || d->noted[n->num]) {
		struct dox_item *i = dox_add(d, DOX_FIELD);
		i->field = DOX_NOTEREF;
		i->target = n && !d->in_note ? note_name(d, n) : NULL;
		put_run(l, g, g->text, g->len);
		dox_end(d, DOX_FIELD);
		return;
	}
	char next[16];
	const int k = snprintf(next, sizeof next, "%d", d->notes + 1);
	const bool counted = (uint32_t)k == g->len && !memcmp(next, g->text, g->len);
	d->notes += counted;
	d->noted[n->num] = true;
	struct dox_item *i = dox_add(d, DOX_NOTE);
	i->text = counted ? NULL : mem_str(d->mem, g->text, g->len);
	i->target = note_name(d, n);
	d->in_note = true;
	note_text(d, n);
	d->in_note = false;
	dox_end(d, DOX_NOTE);
}

/* In an index: the page before is the same. */
static bool left_out(const struct line *l, uint32_t i)
{
	char page[24] = "", before[24] = "";
	const struct block *text = l->text;
	uint32_t at = i, k = i;
	if (!(text->segs[i].flags & BLK_SEG_ONCE) || !l->d->source->page)
		return false;
	while (at < text->nsegs && text->segs[at].kind != BLK_SEG_PAGE)
		at++;
	while (k > 0 && text->segs[k - 1].kind != BLK_SEG_PAGE)
		k--;
	if (at == text->nsegs || !k)
		return false;
	l->d->source->page(l->d->source->arg, text->segs[at].target, page);
	l->d->source->page(l->d->source->arg, text->segs[k - 1].target, before);
	return !strcmp(page, before);
}

static void segment(struct line *l, const struct blk_seg *g)
{
	switch ((enum blk_seg_kind)g->kind) {
	case BLK_SEG_TEXT:  words(l, g); break;
	case BLK_SEG_NOTE:  note(l, g); break;
	case BLK_SEG_PAGE:  page(l, g); break;
	case BLK_SEG_TAB:   dox_add(l->d, DOX_TAB); break;
	case BLK_SEG_BREAK: dox_add(l->d, DOX_BREAK); break;
	case BLK_SEG_SPACE: put_run(l, g, " ", 1); break;
	}
}

void dox_inline(struct dox *d, const struct block *text, uint32_t from)
{
	struct line l = {.d = d, .text = text, .contents = text->role == BLK_TOCI || text->role == BLK_REFERENCE};
	for (uint32_t i = from; i < text->nsegs; i++) {
		const struct blk_seg *g = &text->segs[i];
		if (left_out(&l, i))
			continue;
		if (g->owner && g->kind != BLK_SEG_NOTE) {
			change_link(&l, link_of(g->owner));
			change_control(&l, field_of(g->owner));
		}
		segment(&l, g);
	}
	change_link(&l, NULL);
	change_control(&l, NULL);
}

/* ---- captions: "Tabelle 3" is counted by the file */

/* So many captions of that word were counted, this one too. */
static int count_caption(struct dox *d, const char *word)
{
	for (int i = 0; i < DOX_COUNTED; i++) {
		if (!d->counted[i].word)
			d->counted[i].word = word;
		if (!strcmp(d->counted[i].word, word))
			return ++d->counted[i].n;
	}
	return 0;
}

static void set_caption(struct dox *d, const char *word, int n)
{
	for (int i = 0; i < DOX_COUNTED; i++)
		if (d->counted[i].word && !strcmp(d->counted[i].word, word))
			d->counted[i].n = n;
}

static void number(struct line *l, const struct blk_seg *g, size_t at, size_t end)
{
	struct dox *d = l->d;
	size_t word = at;
	while (word && (unsigned char)g->text[word - 1] > 0x7F)
		word--;
	word -= word == at && word > 0;
	const char *name = mem_str(d->mem, g->text, word);
	const int value = atoi(mem_str(d->mem, g->text + at, end - at));
	const bool next = count_caption(d, name) == value;
	set_caption(d, name, value);
	struct dox_item *i = dox_add(d, DOX_FIELD);
	i->field = DOX_SEQ;
	i->text = name;
	i->len = next ? 0 : (uint32_t)value;
	put_run(l, g, g->text + at, end - at);
	dox_end(d, DOX_FIELD);
}

void dox_caption(struct dox *d, const struct block *text)
{
	struct line l = {.d = d, .text = text};
	const struct blk_seg *g = text->nsegs ? &text->segs[0] : NULL;
	size_t at = 0;
	const size_t end = g && g->kind == BLK_SEG_TEXT ? dox_counted(g->text, g->len, &at) : 0;
	dox_open_marks(d);
	if (!end) {
		dox_inline(d, text, 0);
		dox_close_marks(d);
		return;
	}
	put_run(&l, g, g->text, at);
	if (g->text[at] >= '0' && g->text[at] <= '9')
		number(&l, g, at, end);
	else
		put_run(&l, g, g->text + at, end - at);
	dox_close_marks(d);
	put_run(&l, g, g->text + end, g->len - end);
	dox_inline(d, text, 1);
}
