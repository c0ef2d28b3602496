/* emit.c: the lines of a page as items, in reading order. */
#include <string.h>

#include "layout/parts.h"

struct run {                                       /* the part of a line that is being set */
	struct pen *p;
	const struct block *b; const struct para *pa;
	uint32_t seg;
	const struct blk_seg *word;                    /* of the last word set, if no white space came after it */
	int64_t extra, extra_rest;                     /* milli-points per white space, and what rounding left over */
	len_t track;                                   /* after every glyph */
};

static const struct blk_seg *seg_at(struct run *r, uint32_t item)
{
	while (r->seg + 1 < r->b->nsegs && r->pa->seg[r->seg + 1] <= item)
		r->seg++;
	return &r->b->segs[r->seg];
}

static uint32_t sub_glyph(const struct txt_word *w, uint32_t sub)
{
	uint32_t v = sub & SUB_VALUE;
	return sub & SUB_ANY ? v : v ? w->breaks[v - 1].glyph : 0;
}

static struct ink ink_of(const struct run *r, const struct blk_seg *s)
{
	return (struct ink){.ch = s->ch, .size = lay_size(s), .rise = lay_rise(s), .owner = s->owner, .track = r->track};
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
		int64_t want = r->extra + r->extra_rest;       /* milli-points, the rounding of the space before with them */
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

/* Items from … to, the first and last cut at a break. x0: left edge of the line's box, for tabs. */
static void set_items(struct run *r, struct line from, struct line to, len_t x0)
{
	for (uint32_t i = from.item; i < to.item || (i == to.item && to.sub & (SUB_VALUE | SUB_ANY)); i++) {
		const struct blk_seg *before = &r->b->segs[r->seg], *s = seg_at(r, i);
		lay_word it = r->pa->items[i];
		const struct txt_word *w = lay_item_word(it);
		if (s->flags & BLK_SEG_ONCE && lay_left_out(r->p->l, r->b->segs, r->b->nsegs, r->seg))
			continue;
		if (it & GLUE && i != from.item) {
			const struct blk_seg *g = it & GLUE_PREV ? before : s;
			link_seg(r, g);
			set_space(r, g, (it & GLUE) == GLUE_FIXED);
			r->word = NULL;
		}
		if (s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE)
			set_gap(r);
		link_seg(r, s);
		if (w || s->kind == BLK_SEG_PAGE)
			r->word = s;
		if (w) {
			struct ink k = ink_of(r, s);
			uint32_t a = i == from.item ? sub_glyph(w, from.sub) : 0, z = i == to.item ? sub_glyph(w, to.sub) : w->nglyphs;
			lay_emit_word(r->p, w, a, z, &k, 0);
		} else if (s->kind == BLK_SEG_TAB) {
			r->p->x = r->p->x + 2000 > x0 + r->b->tab ? r->p->x + 2000 : x0 + r->b->tab;
			r->p->open = false;
		} else if (s->kind == BLK_SEG_SPACE) {
			r->p->x += r->b->tab;
			r->p->open = false;
		} else if (s->kind == BLK_SEG_PAGE)
			set_label(r, s);
	}
}

/* Natural width of a line, its white spaces, and what hangs out at either side. */
static int64_t line_width(struct run *r, struct line from, struct line to, int64_t *gaps, int64_t *glyphs)
{
	struct lay *l = r->p->l;
	uint32_t keep = r->seg;
	int64_t sum = 0;
	*gaps = *glyphs = 0;
	for (uint32_t i = from.item; i < to.item || (i == to.item && to.sub & (SUB_VALUE | SUB_ANY)); i++) {
		const struct blk_seg *before = &r->b->segs[r->seg], *s = seg_at(r, i);
		lay_word it = r->pa->items[i];
		const struct txt_word *w = lay_item_word(it);
		if (it & GLUE && i != from.item) {
			const struct blk_seg *g = it & GLUE_PREV ? before : s;
			sum += lay_em(lay_face(l, g->ch)->space->width, lay_size(g));
			++*gaps;
			++*glyphs;
		}
		if (w) {
			uint32_t a = i == from.item ? sub_glyph(w, from.sub) : 0, z = i == to.item ? sub_glyph(w, to.sub) : w->nglyphs;
			int64_t em = a || z < w->nglyphs ? 0 : w->width;
			for (uint32_t g = a; (a || z < w->nglyphs) && g < z; g++)
				em += w->glyphs[g].adv;
			sum += lay_em(em, lay_size(s));
			*glyphs += z - a;
		} else if (s->kind == BLK_SEG_TAB)
			sum = sum + 2000 > r->b->tab ? sum + 2000 : r->b->tab;
		else if (s->kind == BLK_SEG_SPACE)
			sum += r->b->tab;
		else if (s->kind == BLK_SEG_PAGE)
			sum += lay_label_width(l, s);
	}
	r->seg = keep;
	return sum;
}

/* The hyphen that ends a line, or NULL. */
static const struct txt_word *line_hyphen(const struct run *r, const struct sty_char *ch, struct line to)
{
	const struct txt_word *w = to.item < r->pa->nitems ? lay_item_word(r->pa->items[to.item]) : NULL;
	uint32_t v = to.sub & SUB_VALUE;
	return v && !(to.sub & SUB_ANY) && w && w->breaks[v - 1].kind != TXT_PLAIN ? lay_face(r->p->l, ch)->hyphen : NULL;
}

static uint32_t seg_of(const struct run *r, uint32_t item)
{
	uint32_t lo = 0, hi = r->b->nsegs;             /* the last segment that begins at item or before */
	while (hi - lo > 1) {
		uint32_t mid = lo + (hi - lo) / 2;
		if (r->pa->seg[mid] <= item)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

/* What hangs over the right edge (justified). */
static len_t hang_right(struct run *r, struct line to)
{
	uint32_t last = to.sub & (SUB_VALUE | SUB_ANY) ? to.item : to.item - 1;
	const struct blk_seg *s = &r->b->segs[seg_of(r, last)];
	const struct txt_word *h = line_hyphen(r, s->ch, to), *w = h ? h : lay_item_word(r->pa->items[last]);
	const struct face *f = lay_face(r->p->l, s->ch);
	if (!w)
		return 0;
	uint32_t end = h ? h->nglyphs : last == to.item ? sub_glyph(w, to.sub) : w->nglyphs;
	return end ? lay_em(lay_hang(f, w, end - 1, false), lay_size(s)) : 0;
}

/* Shares out what a line lacks (or has too much): first as tracking, then among its white spaces. */
static void justify(struct run *r, int64_t rest, int64_t gaps, int64_t glyphs)
{
	int64_t most = lay_em(TRACK, r->b->style->ch.size), space = lay_em(lay_face(r->p->l, &r->b->style->ch)->space->width, r->b->style->ch.size);
	if (glyphs < 2)
		return;
	int64_t track = rest / (glyphs - 1);
	r->track = (len_t)(track > most ? most : track < -most ? -most : track) / 10 * 10;         /* as fine as the PDF has it */
	rest -= r->track * (glyphs - 1);
	r->extra = gaps ? rest / gaps : 0;
	r->extra = r->extra < -space / 2 ? -space / 2 : r->extra;
	r->extra_rest = gaps ? rest - r->extra * gaps : 0;
}

/* Where the line begins; sets what its spaces grow by. */
static len_t adjust(struct run *r, struct line from, struct line to, len_t x, len_t width, bool last)
{
	const struct para *pa = r->pa;
	const struct blk_seg *s = &r->b->segs[r->seg];
	if (pa->align == STY_FLATTER) {
		const struct txt_word *w = from.item < pa->nitems && !r->b->style->nohang ? lay_item_word(pa->items[from.item]) : NULL;
		return x - (w && !(from.sub & SUB_ANY) ? lay_em(lay_hang(lay_face(r->p->l, s->ch), w, sub_glyph(w, from.sub), true), lay_size(s)) : 0);
	}
	int64_t gaps, glyphs, sum = line_width(r, from, to, &gaps, &glyphs);
	if (to.item > from.item || to.sub) {
		const struct txt_word *h = line_hyphen(r, s->ch, to);
		sum += h ? lay_em(h->width, s->ch->size) : 0;
		sum -= pa->align == STY_BLOCK && !r->b->style->nohang ? hang_right(r, to) : 0;
	}
	int64_t rest = width - sum;
	if (pa->align == STY_BLOCK) {
		if (!last || rest < 0)
			justify(r, rest, gaps, glyphs);
		return x;
	}
	return x + (len_t)(pa->align == STY_MITTE ? rest / 2 : rest);
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
		struct piece v = {.x = from, .y = p->y - 2000, .w = to - 4000 - from, .h = line.width, .rgb = line.colour, .kind = PIECE_RULE};
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

/* The flush-right part of the last line. */
static void set_right(struct run *r, len_t edge)
{
	struct line from = {r->pa->right + 1, 0}, to = {r->pa->nitems, 0};
	const struct blk_seg *tab = seg_at(r, r->pa->right);
	int64_t gaps, glyphs, sum = line_width(r, from, to, &gaps, &glyphs);
	link_seg(r, tab);
	leader(r, tab, edge - (len_t)sum);
	r->p->x = edge - (len_t)sum;
	r->p->open = false;
	r->extra = r->extra_rest = r->track = 0;
	set_items(r, from, to, r->p->x);
}

/* Does white space follow at a line's end? A paragraph that is a mere word element to the reader ends with one, too. */
static bool parted(const struct run *r, struct line to, bool forced)
{
	if (forced || to.sub & (SUB_VALUE | SUB_ANY))
		return forced;
	if (to.item == r->pa->nitems)
		return r->b->role == BLK_SPAN || r->b->role == BLK_CODE || r->b->role == BLK_QUOTE || r->b->role == BLK_LBL;
	return to.item == r->pa->right || r->pa->items[to.item] & GLUE;
}

static void line_end(struct run *r, struct line to, bool forced)
{
	const struct blk_seg *s = &r->b->segs[r->seg];
	const struct txt_word *h = line_hyphen(r, s->ch, to);
	struct ink k = ink_of(r, s);
	if (h)
		lay_emit_word(r->p, h, 0, h->nglyphs, &k, 0);
	else if (parted(r, to, forced))
		set_gap(r);
	mark_end(r->p);
	link_end(r->p);
}

static void set_line(struct pen *p, const struct block *b, const struct para *pa, uint32_t line, len_t x)
{
	struct line from = pa->lines[line], to = pa->lines[line + 1];
	struct run r = {.p = p, .b = b, .pa = pa};
	bool last = line + 1 == pa->nlines, forced = from.sub & LINE_FORCED;
	p->open = false;
	p->link = NULL;
	p->mark = NULL;
	if (!line && pa->body) {
		p->x = p->l->style->page.left;
		set_items(&r, (struct line){0, 0}, (struct line){pa->body, 0}, p->x);
		set_gap(&r);
		mark_end(p);
		link_end(p);
		p->open = false;
	}
	if (from.item < pa->nitems)
		r.seg = seg_of(&r, from.item);
	len_t hang = line ? pa->hang : 0;
	if (!last || to.sub)
		to.sub &= ~(uint32_t)(LINE_NOTE | LINE_FORCED);
	from.sub &= ~(uint32_t)(LINE_NOTE | LINE_FORCED);
	p->x = from.item < pa->nitems && from.item < to.item + (to.sub != 0) ? adjust(&r, from, to, x + hang, pa->width - hang, last || forced) : x + hang;
	set_items(&r, from, to, x);
	if (from.item < to.item + (to.sub != 0))
		line_end(&r, to, forced);
	if (last && pa->right < pa->nitems)
		set_right(&r, x + pa->width);
	mark_end(p);
	link_end(p);
}

void lay_emit_lines(struct pen *p, const struct piece *v)
{
	const struct para *pa = p->l->para[v->b->num];
	len_t leading = v->b->style->leading, top = v->y + p->l->style->page.top;
	for (uint32_t i = 0; i < v->n; i++) {
		p->y = top + leading - lay_depth(leading) + (len_t)i * leading;
		p->marks = 0;
		set_line(p, v->b, pa, v->first + i, v->x);
		if (p->marks)
			lay_emit_bar(p, p->marks, v->x, top + (len_t)i * leading, leading);
	}
	p->open = false;
}
