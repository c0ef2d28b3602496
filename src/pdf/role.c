/* role.c: what an element of the structure tree says about itself, from block tree and layout. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "pdf/write.h"

/* Table parts stay even when empty, so that rows keep their columns; other elements without content would only be
 * noise. */
bool pdf_role_is_element(struct lay *lay, const struct block *b)
{
	return b->role == BLK_TR || b->role == BLK_TH || b->role == BLK_TD || !b->parent || lay_last_page(lay, b) >= 0;
}

static bool within(const struct block *b, const struct block *ancestor)
{
	while (b && b != ancestor)
		b = b->parent;
	return b != NULL;
}

/* An inline element's words stand in the text block around it; a label's may stand in the first paragraph that follows
 * it. */
/* Where its text lies; NULL: nowhere. */
static const struct blk_seg *segments(const struct block *b, const struct blk_seg **end)
{
	const struct block *t = b;
	while (t->flow == BLK_INLINE && t->parent)
		t = t->parent;
	if (b->flow == BLK_INLINE && t->flow != BLK_TEXT)
		for (const struct block *root = t; t && t->flow != BLK_TEXT;)
			t = blk_walk(root, t);
	if (!t || t->flow != BLK_TEXT || !t->nsegs)
		return *end = NULL;
	*end = t->segs + t->nsegs;
	return t->segs;
}

static void put_visible(struct buf *out, const char *s, size_t n, size_t max)
{
	for (const char *end = s + n; s < end && out->len < max;) {
		uint32_t cp = u8_get(&s, end);
		if (cp == 0xAD || cp == 0x200B)
			continue;
		bool blank = cp == ' ' || cp == '\n' || cp == '\t';
		if (!blank)
			buf_u8(out, cp);
		else if (out->len && out->data[out->len - 1] != ' ')
			buf_chr(out, ' ');
	}
}

static void put_segment(struct lay *lay, const struct blk_seg *s, struct buf *out, size_t max)
{
	char label[24];
	int page;
	len_t y;
	if (s->kind == BLK_SEG_TEXT || s->kind == BLK_SEG_NOTE) {
		put_visible(out, s->text, s->len, max);
	} else if (s->kind == BLK_SEG_PAGE && s->target && lay_place(lay, s->target, &page, &y)) {
		lay_label(lay, page, label);
		put_visible(out, label, strlen(label), max);
	}
}

/* Breaks, tabs and the way from the margin are read as a blank between two words, whoever they belong to. */
static void put_segments(struct lay *lay, const struct block *b, struct buf *out, size_t max)
{
	const struct blk_seg *end, *all = segments(b, &end), *s = all;
	if (!s)
		return;
	const uint32_t n = (uint32_t)(end - all);
	const struct lay_span span = lay_span(lay, b);
	bool apart = false;
	for (s += span.first, end = all + span.end; s < end && out->len < max; s++) {
		if (s->flags & BLK_SEG_ONCE && lay_left_out(lay, all, n, (uint32_t)(s - all)))
			continue;
		if (s->kind == BLK_SEG_BREAK || s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE) {
			apart = true;
		} else if (s->owner && within(s->owner, b)) {
			if (apart)
				put_visible(out, " ", 1, max);
			apart = s->flags & BLK_SEG_RAND && s + 1 < end && !(s[1].flags & BLK_SEG_RAND);
			put_segment(lay, s, out, max);
		}
	}
}

void pdf_role_text(struct lay *lay, const struct block *b, struct buf *out, size_t max)
{
	put_segments(lay, b, out, max);
	if (b->flow == BLK_TEXT || b->flow == BLK_INLINE)
		return;
	for (const struct block *c = b->first; c && out->len < max; c = c->next) {
		if (out->len)
			put_visible(out, " ", 1, max);
		pdf_role_text(lay, c, out, max);
	}
}

static const struct block *child(const struct block *b, enum blk_role role)
{
	const struct block *c = b ? b->first : NULL;
	while (c && c->role != role)
		c = c->next;
	return c;
}

static const struct block *label_of(const struct block *item)
{
	const struct block *lbl = child(item, BLK_LBL);
	for (const struct block *c = item ? item->first : NULL; c && !lbl; c = c->next)
		lbl = child(c, BLK_LBL);
	return lbl;
}

const char *pdf_role_numbering(const struct block *list)
{
	const struct block *lbl = label_of(child(list, BLK_LI));
	const struct blk_seg *end, *s = lbl ? segments(lbl, &end) : NULL;
	for (; s && s < end; s++)
		if (s->owner && s->kind == BLK_SEG_TEXT && s->len && within(s->owner, lbl)) {
			char c = s->text[0] == '(' && s->len > 1 ? s->text[1] : s->text[0];
			if (c == 'i' || c == 'I')
				return c == 'i' ? "LowerRoman" : "UpperRoman";
			return c >= '0' && c <= '9'    ? "Decimal"
				: c >= 'a' && c <= 'z' ? "LowerAlpha"
				: c >= 'A' && c <= 'Z' ? "UpperAlpha"
						       : "Disc";
		}
	return lbl ? "Disc" : "None";
}
