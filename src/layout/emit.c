/* emit.c: the lines of a page as items, in reading order. */
#include <string.h>

#include "layout/line.h"

static struct ink ink_of(const struct run *r, const struct blk_seg *s)
{
	return (struct ink){
		.ch = s->ch, .size = lay_size(s), .rise = lay_rise(s), .owner = s->owner, .track = r->track};
}

static void link_end(struct pen *p)
{
	const struct block *b = p->link;
	p->link = NULL;
	if (!b || p->artifact || p->x <= p->link_x)
		return;
	len_t x = p->x;
	struct lay_item *it = lay_item(p, LAY_LINK, b);
	it->u.link.x = p->link_x;
	it->u.link.w = x - p->link_x;
	it->u.link.y = p->y - p->link_size;
	it->u.link.h = p->link_size * 13 / 10;
}

/* Lines under or through marked words; the line as a whole gets its bar afterwards. */
static void mark_end(struct pen *p)
{
	const struct sty_char *ch = p->mark;
	p->mark = NULL;
	if (!ch)
		return;
	p->marks |= ch->mark & STY_NO_BAR ? 0 : 1u << ch->mark;
	lay_emit_mark(p, ch->mark & ~STY_NO_BAR, p->mark_x, p->x);
}

static void mark_seg(struct run *r, const struct blk_seg *s)
{
	struct pen *p = r->p;
	if ((p->mark ? p->mark->mark : STY_UNMARKED) == s->ch->mark)
		return;
	mark_end(p);
	if (s->ch->mark) {
		p->mark = s->ch;
		p->mark_x = p->x;
	}
}

/* What follows belongs to this segment: links and marks begin and end. A leader inside a link belongs to it. */
static void link_seg(struct run *r, const struct blk_seg *s)
{
	const struct block *o = s->owner;
	mark_seg(r, s);
	if (!o && s->kind == BLK_SEG_TAB)
		return;
	while (o && o != r->b && o->role != BLK_LINK)
		o = o->parent;
	if (o && o->role != BLK_LINK)
		o = NULL;
	if (o == r->p->link)
		return;
	link_end(r->p);
	r->p->link = o;
	r->p->link_x = r->p->x;
	r->p->link_size = s->ch->size;
}

static void set_space(struct run *r, const struct blk_seg *s, bool fixed)
{
	const struct face *f = lay_face(r->p->l, s->ch);
	const struct txt_word *w = fixed ? f->nbsp : f->space;
	struct ink k = ink_of(r, s);
	int64_t extra = 0;
	if (r->extra || r->extra_rest) {
		int64_t want = r->extra + r->extra_rest;  /* milli-points, the rounding of the space before with them */
		extra = len_scale(want, 1000, k.size);
		r->extra_rest = want - lay_em(extra, k.size);
	}
	lay_emit_word(r->p, w, 0, w->nglyphs, &k, extra);
}

/* Where the eye sees a distance the reader's voice needs a white space: one that takes no room. */
static void set_gap(struct run *r)
{
	if (!r->word || !r->word->owner)
		return;
	const struct txt_word *w = lay_face(r->p->l, r->word->ch)->space;
	struct ink k = ink_of(r, r->word);
	len_t x = r->p->x;
	lay_emit_word(r->p, w, 0, w->nglyphs, &k, 0);
	r->p->x = x;
	r->p->open = false;
	r->word = NULL;
}

static void set_label(struct run *r, const struct blk_seg *s)
{
	char label[24];
	len_t y;
	int page = s->target ? lay_block_page(r->p->l, s->target, &y) : -1;
	struct ink k = ink_of(r, s);
	lay_label(r->p->l, page, label);
	lay_emit_string(r->p, &k, "de", label, strlen(label));
}

/* Bidirectional: the pen goes to the place of the next thing. Links and marks go on from there. */
static void go(struct run *r, size_t thing)
{
	struct pen *p = r->p;
	if (!r->at || (r->at[thing] >= p->x - 2 && r->at[thing] <= p->x + 2))
		return;
	const struct block *link = p->link;
	const struct sty_char *marked = p->mark;
	mark_end(p);
	link_end(p);
	p->link = link;
	p->mark = marked;
	p->x = p->link_x = p->mark_x = r->at[thing];
	p->open = false;
}

static void set_tab(struct run *r, const struct blk_seg *s, len_t x0)
{
	struct pen *p = r->p;
	p->open = false;
	if (r->at)
		return;
	p->x = x0 + (len_t)lay_tab(r->b, s, p->x - x0);
}

static void set_word(struct run *r, const struct span *span, uint32_t i, const struct blk_seg *s)
{
	const struct txt_word *w = lay_item_word(r->pa->items[i]);
	struct ink k = ink_of(r, s);
	uint32_t a = i == span->from.item ? lay_sub_glyph(w, span->from.sub) : 0,
		 z = i == span->to.item ? lay_sub_glyph(w, span->to.sub) : w->nglyphs;
	lay_emit_word(r->p, w, a, z, &k, 0);
}

/* The last item of the span that belongs to the same segment as this one and follows it at once. */
static uint32_t stretch_end(const struct run *r, const struct span *span, uint32_t i)
{
	const uint32_t end = r->pa->seg[r->seg + 1] - 1, last = span->to.item - !lay_in_span(span, span->to.item);
	return r->at || i > last ? i : end < last ? end : last;
}

/* The words from i on that belong to one segment, and the white space between them; the last item set. */
static uint32_t set_words(struct run *r, const struct span *span, uint32_t i, const struct blk_seg *s)
{
	const struct lay_page *pg = r->p->page;
	const struct words x = {*span, i, stretch_end(r, span, i), r->extra_rest, pg->nitems, pg->nglyphs,
		r->p->open ? r->p->units : 0, r->p->open ? r->p->tracked : 0};
	const struct ink k = ink_of(r, s);
	if (lay_kept_words(r, &x, &k))
		return x.last;
	for (uint32_t n = i; n <= x.last; n++) {
		if (n > i && r->pa->items[n] & GLUE)
			set_space(r, s, (r->pa->items[n] & GLUE) == GLUE_FIXED);
		set_word(r, span, n, s);
	}
	lay_kept_words_note(r, &x);
	return x.last;
}

/* Items of the span in their order. x0: left edge of the line's box, for tabs. */
static void set_items(struct run *r, struct span span, len_t x0)
{
	const struct line from = span.from, to = span.to;
	for (uint32_t i = from.item; lay_in_span(&span, i); i++) {
		const size_t thing = 2 * (size_t)(i - from.item);
		const struct blk_seg *before = &r->b->segs[r->seg], *s = lay_seg_at(r, i);
		lay_word it = r->pa->items[i];
		const struct txt_word *w = lay_item_word(it);
		if (s->flags & BLK_SEG_ONCE && lay_left_out(r->p->l, r->b->segs, r->b->nsegs, r->seg))
			continue;
		if (it & GLUE && i != from.item) {
			const struct blk_seg *g = it & GLUE_PREV ? before : s;
			go(r, thing);
			link_seg(r, g);
			set_space(r, g, (it & GLUE) == GLUE_FIXED);
			r->word = NULL;
		}
		if (s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE)
			set_gap(r);
		go(r, thing + 1);
		link_seg(r, s);
		if (w || s->kind == BLK_SEG_PAGE)
			r->word = s;
		if (w)
			i = set_words(r, &span, i, s);
		else if (s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE)
			set_tab(r, s, x0);
		else if (s->kind == BLK_SEG_PAGE)
			set_label(r, s);
	}
	go(r, 2 * (size_t)(to.item - from.item + !!(to.sub & (SUB_VALUE | SUB_ANY))));
}

static void leader(struct run *r, const struct blk_seg *s, len_t to)
{
	struct pen *p = r->p;
	const char *kind = sty_value(p->l->style, "verzeichnis", "fuehrung");
	if (!(s->flags & BLK_SEG_LEADER) || !kind || !strcmp(kind, "keine"))
		return;
	uint8_t was = p->artifact;
	p->artifact = was ? was : LAY_LAYOUT;
	len_t from = p->x + 4000;
	if (!strcmp(kind, "linie") && to - 4000 > from) {
		struct sty_line line = sty_line(p->l->style, "verzeichnis");
		struct piece v = {.x = from,
			.y = p->y - 2000,
			.w = to - 4000 - from,
			.h = line.width,
			.rgb = line.colour,
			.kind = PIECE_RULE};
		lay_emit_rect(p, &v);
	} else if (!strcmp(kind, "punkte")) {
		struct ink k = ink_of(r, s);
		const struct txt_word *dot = txt_word(p->l->txt, lay_face(p->l, s->ch)->id, "de", ".", 1);
		len_t step = lay_em(dot->width * 2 + 1, k.size), start = (from + step - 1) / (step ? step : 1) * step;
		k.owner = NULL;
		p->open = false;
		for (p->x = start; step > 0 && p->x + step <= to - 2000;)
			lay_emit_word(p, dot, 0, dot->nglyphs, &k, dot->width + 1);
	}
	p->artifact = was;
	p->open = false;
}

/* The part at the far edge of the last line: the right one, where text begins at the left. */
static void set_right(struct run *r, len_t left, len_t width)
{
	struct span span = {{r->pa->right + 1, 0}, {r->pa->nitems, 0}};
	const struct blk_seg *tab = lay_seg_at(r, r->pa->right);
	int64_t gaps, glyphs, sum = lay_line_width(r, span, &gaps, &glyphs);
	len_t start = width - (len_t)sum;
	link_seg(r, tab);
	if (!r->pa->rtl)
		leader(r, tab, left + start);
	r->p->x = left + start;
	r->p->open = false;
	r->extra = r->extra_rest = r->track = 0;
	if (r->pa->levels)
		lay_line_visual(r, span, left, width, start);
	set_items(r, span, left + start);
}

/* Does white space follow at a line's end? A paragraph that is a mere word element to the reader ends with one, too;
 * from right to left all do, because there readers see no gap between two cells. */
static bool parted(const struct run *r, struct line to, bool forced)
{
	if (forced || to.sub & (SUB_VALUE | SUB_ANY))
		return forced;
	if (to.item == r->pa->nitems)
		return r->pa->rtl || r->b->role == BLK_SPAN || r->b->role == BLK_CODE || r->b->role == BLK_QUOTE ||
			r->b->role == BLK_LBL;
	return to.item == r->pa->right || r->pa->items[to.item] & GLUE;
}

static void line_end(struct run *r, struct line to, bool forced)
{
	const struct blk_seg *s = &r->b->segs[r->seg];
	const struct txt_word *h = lay_hyphen(r, s->ch, to);
	struct ink k = ink_of(r, s);
	if (h)
		lay_emit_word(r->p, h, 0, h->nglyphs, &k, 0);
	else if (parted(r, to, forced))
		set_gap(r);
	mark_end(r->p);
	link_end(r->p);
}

/* The number in the margin, before the first line. */
static void set_margin(struct run *r)
{
	const struct sty_page *pg = &r->p->l->style->page;
	struct span span = {{0, 0}, {r->pa->body, 0}};
	len_t left = r->p->rtl ? pg->width - pg->left - pg->margin_col : pg->left;
	if (r->pa->levels)
		lay_line_visual(r, span, left, pg->margin_col, 0);
	r->p->x = left;
	set_items(r, span, left);
	set_gap(r);
	mark_end(r->p);
	link_end(r->p);
	r->p->open = false;
	r->at = NULL;
}

static void set_line(struct pen *p, const struct block *b, const struct para *pa, uint32_t line, len_t x)
{
	struct span span = {pa->lines[line], pa->lines[line + 1]};
	struct run r = {.p = p, .b = b, .pa = pa};
	bool last = line + 1 == pa->nlines, forced = span.from.sub & LINE_FORCED;
	p->open = false;
	p->link = NULL;
	p->mark = NULL;
	if (!line && pa->body)
		set_margin(&r);
	if (span.from.item < pa->nitems)
		r.seg = lay_seg_of(&r, span.from.item);
	const uint32_t begun = lay_line_begun(b, pa, line);
	len_t hang = line > begun ? lay_hang_of(p->l, b, pa, pa->lines[begun].item) : 0;
	if (b->code && hang)
		lay_emit_goes_on(p, b, x + hang);
	if (!last || span.to.sub)
		span.to.sub &= ~(uint32_t)(LINE_NOTE | LINE_FORCED);
	span.from.sub &= ~(uint32_t)(LINE_NOTE | LINE_FORCED);
	bool any = span.from.item < span.to.item + (span.to.sub != 0);
	len_t start = hang +
		(any && span.from.item < pa->nitems ? lay_line_start(&r, span, pa->width - hang, last || forced) : 0);
	p->x = x + start;
	if (pa->levels && any)
		lay_line_visual(&r, span, x, pa->width, start);
	set_items(&r, span, x);
	if (any)
		line_end(&r, span.to, forced);
	if (last && pa->right < pa->nitems)
		set_right(&r, x, pa->width);
	mark_end(p);
	link_end(p);
}

/* Readers that go by places alone take two cells of one line each for one line. What has no ink stands between. */
static void part_cells(struct pen *p, const struct block *b, len_t x, len_t top)
{
	const struct ink k = {.ch = &b->style->ch, .size = b->style->ch.size};
	const struct txt_word *nothing = txt_nothing(p->l->txt, lay_face(p->l, k.ch)->id);
	if (p->artifact)
		return;
	p->artifact = LAY_LAYOUT;
	p->open = false;
	p->x = x;
	p->y = top;
	lay_emit_word(p, nothing, 0, nothing->nglyphs, &k, 0);
	p->artifact = LAY_CONTENT;
	p->open = false;
}

/* y: of its first line, with which what was set last shares the baseline */
static bool begins_apart(const struct pen *p, const struct piece *v, len_t y)
{
	const struct block *up = v->b->parent;
	const struct lay_page *pg = p->page;
	size_t i = pg->nitems;
	if (v->first || !up || up->flow != BLK_CELL || !up->cell->apart || up->first != v->b)
		return false;
	while (i && pg->items[i - 1].kind != LAY_TEXT)
		i--;
	len_t apart = i ? pg->items[i - 1].u.text.y - y : 0;
	return i && apart < v->b->style->leading / 2 && apart > -v->b->style->leading / 2;
}

void lay_emit_lines(struct pen *p, const struct piece *v)
{
	const struct para *pa = p->l->para[v->b->num];
	const struct sty_page *pg = &p->l->style->page;
	len_t x = p->rtl ? pg->width - v->x - pa->width : v->x;
	len_t leading = v->b->style->leading, top = v->y + p->l->style->page.top;
	if (begins_apart(p, v, top + leading - lay_depth(leading)))
		part_cells(p, v->b, x, top);
	for (uint32_t i = 0; i < v->n; i++) {
		p->y = top + leading - lay_depth(leading) + (len_t)i * leading;
		p->marks = 0;
		set_line(p, v->b, pa, v->first + i, x);
		if (p->marks)
			lay_emit_bar(p, p->marks, x, top + (len_t)i * leading, leading);
	}
	p->open = false;
}
