/* bidi.c: the levels of a paragraph's text, and the order from left to right that follows from levels. What stands in
 * another language is an isolate (UAX #9, LRI and RLI): a name or an amount keeps its direction and does not pull its
 * neighbours along. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "layout/para.h"

static const char lri[] = "\u2066", rli[] = "\u2067", pdi[] = "\u2069", object[] = "\uFFFC", line_end[] = "\u2028";

/* Closes and opens isolates so that those of the chain are open. */
static void change(struct buf *text, struct blk_chain *open, const struct blk_chain *next)
{
	int same = 0;
	while (same < open->n && same < next->n && open->at[same] == next->at[same])
		same++;
	while (open->n > same)
		if (open->at[--open->n]->lang)
			buf_str(text, pdi);
	for (; open->n < next->n; open->n++) {
		open->at[open->n] = next->at[open->n];
		if (next->at[open->n]->lang)
			buf_str(text, blk_rtl(next->at[open->n]->lang) ? rli : lri);
	}
}

static void put_segment(struct buf *text, const struct blk_seg *s)
{
	switch ((enum blk_seg_kind)s->kind) {
	case BLK_SEG_TEXT: buf_put(text, s->text, s->len); break;
	case BLK_SEG_NOTE: buf_put(text, s->text, s->len); buf_str(text, pdi); break;
	case BLK_SEG_BREAK: buf_str(text, line_end); break;
	case BLK_SEG_TAB: case BLK_SEG_SPACE: buf_chr(text, '\t'); break;
	case BLK_SEG_PAGE: buf_str(text, object); break;
	}
}

bool lay_bidi(const struct block *b, bool rtl, struct bidi *out)
{
	struct buf text = {0};
	struct blk_chain open = {0};
	uint32_t *at = mem_alloc((b->nsegs + 1) * sizeof *at);
	for (uint32_t i = 0; i < b->nsegs; i++) {
		struct blk_chain chain = blk_chain(b->segs[i].owner);
		if (b->segs[i].owner)
			change(&text, &open, &chain);
		if (b->segs[i].kind == BLK_SEG_NOTE)
			buf_str(&text, lri);           /* or it would be one number with the digits before it */
		at[i] = (uint32_t)text.len;
		put_segment(&text, &b->segs[i]);
	}
	*out = (struct bidi){mem_alloc(text.len + 1), at};
	memset(out->levels, rtl, text.len + 1);
	bool any = txt_bidi(text.data ? text.data : "", text.len, rtl, out->levels) || rtl;
	buf_free(&text);
	if (!any)
		lay_bidi_free(out);
	return any;
}

void lay_bidi_free(struct bidi *b)
{
	free(b->levels);
	free(b->at);
	*b = (struct bidi){0};
}

void lay_bidi_order(const uint8_t *levels, uint32_t n, uint32_t *order)
{
	uint8_t high = 0;
	for (uint32_t i = 0; i < n; i++) {
		order[i] = i;
		high = levels[i] > high ? levels[i] : high;
	}
	for (; high; high--)
		for (uint32_t i = 0, from; i < n; i++) {
			if (levels[order[i]] < high)
				continue;
			for (from = i; i < n && levels[order[i]] >= high;)
				i++;
			for (uint32_t a = from, z = i; a + 1 < z; a++) {
				uint32_t t = order[a];
				order[a] = order[--z];
				order[z] = t;
			}
		}
}
