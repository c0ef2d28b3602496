/* measure.c: a paragraph's segments to items: shaped words with the white space before them. */
#include <stdio.h>
#include <string.h>

#include "base/u8.h"
#include "layout/para.h"

enum { CODE_HANG = 3 };                            /* blanks before what goes on from a line of code */

static void item(struct lay *l, const struct txt_word *w, unsigned bits)
{
	MEM_ROOM(l->items, l->nitems, l->cap_items);
	l->items[l->nitems++] = (lay_word)w | bits;
}

/* Something to be seen in a message: no control, no end of a line, nothing for private use. */
static bool shows(uint32_t cp)
{
	static const struct u8_range unseen[] = {{0, 0x20}, {0x7F, 0xA0}, {0x2028, 0x202E}, {0x2060, 0x206F},
		{0xE000, 0xF8FF}, {0xFDD0, 0xFDEF}, {0xE0000, UINT32_MAX}};
	return !u8_in(unseen, sizeof unseen / sizeof *unseen, cp) && (cp & 0xFFFE) != 0xFFFE;
}

/* A damaged one was told where it stands. */
static void missing(struct lay *l, const struct block *b, uint32_t cp)
{
	for (size_t i = 0; i < l->nodd; i++)
		if (l->odd[i] == cp)
			return;
	MEM_ROOM(l->odd, l->nodd, l->cap_odd);
	l->odd[l->nodd++] = cp;
	char utf8[5], name[16];
	utf8[u8_put(utf8, cp)] = 0;
	if (diag_told_of(l->diag, utf8, DIAG_FEHLER))
		return;
	utf8[shows(cp) ? strlen(utf8) : 0] = 0;
	snprintf(name, sizeof name, "U+%04X", (unsigned)cp);
	diag_error(l->diag, "ZEICHEN", b->file, b->line,
		"Das Zeichen %s%s%s%s%s fehlt in den Schriften; erwartet wird ein Zeichen, das sie haben; "
		"bitte ersetzen oder der Gestaltung eine Schrift geben, die es hat",
		*utf8 ? "„" : "", utf8, *utf8 ? "“ (" : "", name, *utf8 ? ")" : "");
}

struct reader {
	struct lay *l; const struct block *b; const struct blk_seg *s;
	int face; const char *lang;
	unsigned glue; bool after, bidi;
	const uint8_t *levels;                         /* of the segment's text; NULL: all is left to right */
	uint8_t level, glue_level;
};

static bool is_blank(const char *p, const char *end)
{
	return *p == ' ' || (p + 1 < end && p[0] == '\xc2' && p[1] == '\xa0');
}

static void read_item(struct reader *r, const struct txt_word *w)
{
	struct lay *l = r->l;
	item(l, w, r->glue);
	r->glue = GLUE_NONE;
	if (!r->levels)
		return;
	if (2 * l->nitems > l->cap_levels)
		l->levels = mem_realloc(l->levels, l->cap_levels = 4 * l->nitems + 256);
	l->levels[2 * l->nitems - 2] = r->glue_level;
	l->levels[2 * l->nitems - 1] = r->level;
}

/* So many bytes have one level. */
static size_t level_run(struct reader *r, const char *s, size_t n)
{
	size_t at = (size_t)(s - r->s->text), k = 1;
	r->level = r->levels[at];
	while (k < n && r->levels[at + k] == r->level)
		k++;
	return k;
}

static void read_word(struct reader *r, const char *s, size_t n)
{
	for (size_t part; n; s += part, n -= part) {
		part = n;
		if (part > WORD_MAX)
			for (part = WORD_MAX; part > WORD_MAX - 4 && (s[part] & 0xc0) == 0x80;)
				part--;
		if (r->levels)
			part = level_run(r, s, part);
		const struct txt_word *w = lay_word_at(r->l, r->face, r->lang, s, part, r->levels ? r->level : 0);
		if (w->missing)
			missing(r->l, r->b, w->missing);
		r->bidi |= w->bidi;
		read_item(r, w);
		r->after = true;
	}
}

static void glue(struct reader *r, unsigned kind, const char *p)
{
	r->glue = kind;
	if (r->levels)
		r->glue_level = r->levels[p - r->s->text];
}

/* A single U+00A0 between two words is white space that stretches; several, or at a line's beginning, are part of the
 * word (program text). */
static void read_text(struct reader *r, const char *p, const char *end)
{
	while (p < end) {
		if (*p == ' ') {
			glue(r, r->after ? GLUE_SPACE : GLUE_NONE, p);
			p++;
			continue;
		}
		if (is_blank(p, end) && r->after && !r->glue && p + 2 < end && !is_blank(p + 2, end)) {
			glue(r, GLUE_FIXED, p);
			p += 2;
		}
		const char *q = p;
		while (q < end && *q != ' ' && is_blank(q, end))
			q += 2;
		while (q < end && !is_blank(q, end))
			q++;
		read_word(r, p, (size_t)(q - p));
		p = q;
	}
}

static void read_seg(struct reader *r)
{
	const struct blk_seg *s = r->s;
	r->glue = r->glue ? r->glue | GLUE_PREV : GLUE_NONE;
	if (s->kind == BLK_SEG_TEXT || s->kind == BLK_SEG_NOTE) {
		r->face = lay_face(r->l, s->ch)->id;
		r->lang = lay_lang(r->l, s->owner ? s->owner : r->b);
		if (s->len)
			read_text(r, s->text, s->text + s->len);
		return;
	}
	r->level = r->levels ? *r->levels : 0;
	read_item(r, NULL);
	r->after = s->kind == BLK_SEG_PAGE;
}

/* Items of the number in the margin, and where the flush-right part begins. */
static void ends(struct lay *l, const struct block *b, struct para *p)
{
	uint32_t s = 0;
	while (s < b->nsegs && b->segs[s].flags & BLK_SEG_RAND)
		s++;
	p->body = p->seg[s];
	p->right = p->nitems;
	if (b->code)
		p->hang = lay_em(CODE_HANG * (int64_t)lay_face(l, &b->style->ch)->space->width, b->style->ch.size);
	for (bool gap = false; s < b->nsegs; s++) {
		gap |= b->segs[s].kind == BLK_SEG_SPACE;
		if (b->segs[s].kind == BLK_SEG_NOTE)
			p->notes = true;
		if (gap && b->segs[s].kind == BLK_SEG_PAGE)    /* the pages of an index's entry */
			p->hang = b->tab;
		if (b->segs[s].kind != BLK_SEG_TAB)
			continue;
		if (b->segs[s].flags & BLK_SEG_RIGHT && p->right == p->nitems)
			p->right = p->seg[s];
		else if (!(b->segs[s].flags & BLK_SEG_RIGHT))
			p->hang = b->tab;
	}
}

/* Items of all segments; true: some text may run from right to left, and the levels are not known yet. */
static bool read_segs(struct lay *l, const struct block *b, struct para *p, const struct bidi *levels)
{
	struct reader r = {.l = l, .b = b};
	l->nitems = 0;
	for (uint32_t s = 0; s < b->nsegs; s++) {
		if (s && b->segs[s - 1].flags & BLK_SEG_RAND && !(b->segs[s].flags & BLK_SEG_RAND))
			r.after = false, r.glue = GLUE_NONE;
		p->seg[s] = (uint32_t)l->nitems;
		if (lay_known_out(l, b, s))
			continue;
		r.s = &b->segs[s];
		if (levels)
			r.levels = levels->levels + levels->at[s];
		if (r.s->kind == BLK_SEG_PAGE) {
			const struct face *f = lay_face(l, r.s->ch);
			p->reserve = lay_em(l->digits * (int64_t)txt_word(l->txt, f->id, "de", "8", 1)->width,
				r.s->ch->size);
		}
		read_seg(&r);
	}
	p->nitems = p->seg[b->nsegs] = (uint32_t)l->nitems;
	return r.bidi && !levels;
}

struct para *lay_para_read(struct lay *l, const struct block *b)
{
	struct para *p = lay_kept_read(l, b);
	struct bidi levels;
	if (p)
		return p;
	p = MEM_NEW(l->mem, struct para);
	p->seg = MEM_ARRAY(l->mem, uint32_t, b->nsegs + 1);
	bool bidi = read_segs(l, b, p, NULL);
	p->rtl = blk_rtl(lay_lang(l, b));
	if ((bidi || p->rtl) && lay_bidi(b, p->rtl, &levels)) {
		read_segs(l, b, p, &levels);
		p->levels = mem_get(l->mem, 2 * (size_t)p->nitems + 1);
		if (p->nitems)
			memcpy(p->levels, l->levels, 2 * (size_t)p->nitems);
		lay_bidi_free(&levels);
	}
	p->items = MEM_ARRAY(l->mem, lay_word, p->nitems);
	if (p->nitems)
		memcpy(p->items, l->items, p->nitems * sizeof *p->items);
	ends(l, b, p);
	lay_kept_note(l, b, p);
	return p;
}
