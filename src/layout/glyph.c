/* glyph.c: words to glyph runs. Words of one look that follow one another are one item; the pen counts in 1/1000 em so
 * that nothing drifts. */
#include <string.h>

#include "layout/line.h"

struct lay_item *lay_item(struct pen *p, uint8_t kind, const struct block *owner)
{
	struct lay_page *pg = p->page;
	MEM_ROOM(pg->items, pg->nitems, pg->cap_items);
	struct lay_item *it = &pg->items[pg->nitems++];
	memset(it, 0, sizeof *it);
	it->kind = kind;
	it->owner = p->artifact ? NULL : owner;
	it->artifact = p->artifact ? p->artifact : owner ? LAY_CONTENT : LAY_LAYOUT;
	p->open = false;
	return it;
}

static bool continues(const struct pen *p, uint8_t font, const struct ink *k, const struct block *owner)
{
	if (!p->open)
		return false;
	const struct lay_item *it = &p->page->items[p->page->nitems - 1];
	return it->u.text.font == font && it->u.text.size == k->size && it->u.text.y == p->y - k->rise &&
		it->u.text.rgb == k->ch->colour && it->owner == owner && it->u.text.up == k->up &&
		it->u.text.track == k->track;
}

/* An item that takes glyphs of this font at the pen. */
static struct lay_item *text_item(struct pen *p, uint8_t font, const struct ink *k)
{
	const struct block *owner = p->artifact ? NULL : k->owner;
	if (continues(p, font, k, owner))
		return &p->page->items[p->page->nitems - 1];
	struct lay_item *it = lay_item(p, LAY_TEXT, k->owner);
	it->u.text.font = font;
	it->u.text.up = k->up;
	it->u.text.size = k->size;
	it->u.text.track = k->track;
	it->u.text.rgb = k->ch->colour;
	it->u.text.x = p->x;
	it->u.text.y = p->y - k->rise;
	it->u.text.first = (uint32_t)p->page->nglyphs;
	p->units = p->tracked = 0;
	p->from = p->x;
	p->open = true;
	return it;
}

static void glyph(struct pen *p, struct lay_item *it, const struct txt_glyph *g, int64_t adv)
{
	struct lay_page *pg = p->page;
	int64_t adjust = adv - g->alone;
	if (adjust > INT16_MAX || adjust < INT16_MIN) {        /* the pen is set anew instead */
		p->open = false;
		adjust = 0;
	}
	MEM_ROOM(pg->glyphs, pg->nglyphs, pg->cap_glyphs);
	pg->glyphs[pg->nglyphs++] = (struct lay_glyph){g->key, (int16_t)adjust};
	it->u.text.n++;
}

/* A mark with an offset of its own: an item apart. */
static void mark(struct pen *p, uint8_t font, const struct txt_glyph *g, const struct ink *k, bool rtl)
{
	len_t x = p->x, adv = lay_em(g->adv, k->size) + k->track;
	struct ink at = *k;
	p->open = false;
	p->x += lay_em(g->dx, k->size);
	at.rise += lay_em(g->dy, k->size);
	struct lay_item *it = text_item(p, font, &at);
	it->u.text.rtl = rtl;
	glyph(p, it, g, g->adv);
	p->open = false;
	p->x = rtl ? x - adv : x + adv;
}

/* Glyphs of one font. */
struct stretch { const struct txt_glyph *from, *to; uint8_t font; };

static void rtl_run(struct pen *p, struct stretch s, const struct ink *k)
{
	p->open = false;
	for (const struct txt_glyph *t = s.from; t < s.to; t++) {
		if (t->dx || t->dy) {
			mark(p, s.font, t, k, true);
			continue;
		}
		bool fresh = !p->open;
		struct lay_item *it = text_item(p, s.font, k);
		if (fresh)
			it->u.text.rtl = true;
		glyph(p, it, t, t->adv);
		p->units += t->adv;
		p->x = p->from - lay_em(p->units, k->size);
	}
	p->open = false;
}

static void settle(struct pen *p, const struct ink *k)
{
	p->x = p->from + lay_em(p->units, k->size) + (len_t)p->tracked;
}

static void ltr_run(struct pen *p, struct stretch s, const struct ink *k, int64_t extra)
{
	struct lay_item *it = NULL;
	for (const struct txt_glyph *t = s.from; t < s.to; t++) {
		if (t->dx || t->dy) {
			if (it)
				settle(p, k);
			mark(p, s.font, t, k, false);
			it = NULL;
			continue;
		}
		int64_t adv = t->adv + (t + 1 == s.to ? extra : 0);
		if (it && !p->open)
			settle(p, k);
		if (!it || !p->open)
			it = text_item(p, s.font, k);
		glyph(p, it, t, adv);
		p->units += adv;
		p->tracked += k->track;
	}
	if (it)
		settle(p, k);
}

void lay_emit_word(struct pen *p, const struct txt_word *w, uint32_t from, uint32_t to, const struct ink *k,
	int64_t extra)
{
	len_t left = p->x;
	struct ink even = *k;
	int64_t width = w->width;
	if (w->rtl) {
		even.track = 0;
		k = &even;
		for (uint32_t g = 0; g < w->nglyphs; g++)
			width -= g < from || g >= to ? w->glyphs[g].adv : 0;
		p->x += lay_em(width, k->size);
	}
	for (unsigned i = 0; i < w->nruns; i++) {
		const struct txt_run *r = &w->runs[i];
		uint32_t a = r->first > from ? r->first : from,
			 z = r->first + (uint32_t)r->n < to ? r->first + (uint32_t)r->n : to;
		if (a >= z)
			continue;
		struct stretch s = {w->glyphs + a, w->glyphs + z, r->font};
		if (w->rtl)
			rtl_run(p, s, k);
		else
			ltr_run(p, s, k, z == to ? extra : 0);
	}
	if (w->rtl)
		p->x = left + lay_em(width + extra, k->size);
}

void lay_emit_again(struct pen *p, const struct ink *k, const struct kept_words *w)
{
	struct lay_item *it = text_item(p, w->font, k);
	struct lay_page *pg = p->page;
	while (pg->cap_glyphs - pg->nglyphs < w->n)
		MEM_ROOM(pg->glyphs, pg->cap_glyphs, pg->cap_glyphs);
	memcpy(pg->glyphs + pg->nglyphs, w->glyphs, w->n * sizeof *w->glyphs);
	pg->nglyphs += w->n;
	it->u.text.n += w->n;
	p->units += w->units;
	p->tracked += w->tracked;
	settle(p, k);
}
