/* line.c: what is to be known of a line before it is set: its width, what hangs out of it, how its white spaces grow,
 * and where its words stand when some of them run from right to left. */
#include "layout/line.h"

const struct blk_seg *lay_seg_at(struct run *r, uint32_t item)
{
	while (r->seg + 1 < r->b->nsegs && r->pa->seg[r->seg + 1] <= item)
		r->seg++;
	return &r->b->segs[r->seg];
}

uint32_t lay_sub_glyph(const struct txt_word *w, uint32_t sub)
{
	uint32_t v = sub & SUB_VALUE;
	return sub & SUB_ANY ? v : v ? w->breaks[v - 1].glyph : 0;
}

/* Width of what is set of a word. */
static int64_t cut_width(const struct txt_word *w, uint32_t a, uint32_t z)
{
	int64_t em = a || z < w->nglyphs ? 0 : w->width;
	for (uint32_t g = a; (a || z < w->nglyphs) && g < z; g++)
		em += w->glyphs[g].adv;
	return em;
}

static void cut(const struct span *s, uint32_t item, const struct txt_word *w, uint32_t *a, uint32_t *z)
{
	*a = item == s->from.item ? lay_sub_glyph(w, s->from.sub) : 0;
	*z = item == s->to.item ? lay_sub_glyph(w, s->to.sub) : w->nglyphs;
}

int64_t lay_line_width(struct run *r, struct span span, int64_t *gaps, int64_t *glyphs)
{
	struct lay *l = r->p->l;
	uint32_t keep = r->seg;
	int64_t sum = 0;
	*gaps = *glyphs = 0;
	for (uint32_t i = span.from.item; lay_in_span(&span, i); i++) {
		const struct blk_seg *before = &r->b->segs[r->seg], *s = lay_seg_at(r, i);
		lay_word it = r->pa->items[i];
		const struct txt_word *w = lay_item_word(it);
		if (it & GLUE && i != span.from.item) {
			const struct blk_seg *g = it & GLUE_PREV ? before : s;
			sum += lay_em(lay_face(l, g->ch)->space->width, lay_size(g));
			++*gaps;
			++*glyphs;
		}
		if (w) {
			uint32_t a, z;
			cut(&span, i, w, &a, &z);
			sum += lay_em(cut_width(w, a, z), lay_size(s));
			*glyphs += z - a;
		} else if (s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE)
			sum = lay_tab(r->b, s, sum);
		else if (s->kind == BLK_SEG_PAGE)
			sum += lay_label_width(l, s);
	}
	r->seg = keep;
	return sum;
}

const struct txt_word *lay_hyphen(const struct run *r, const struct sty_char *ch, struct line to)
{
	const uint32_t v = to.sub & SUB_VALUE;
	if (!v || to.sub & SUB_ANY || to.item >= r->pa->nitems)
		return NULL;                           /* the word is far away in memory */
	const struct txt_word *w = lay_item_word(r->pa->items[to.item]);
	return w && w->breaks[v - 1].kind < TXT_PLAIN ? lay_face(r->p->l, ch)->hyphen : NULL;
}

uint32_t lay_seg_of(const struct run *r, uint32_t item) { return lay_para_seg(r->pa, r->b->nsegs, item); }

/* What hangs over the right edge (justified). */
static len_t hang_right(struct run *r, struct line to)
{
	uint32_t last = to.sub & (SUB_VALUE | SUB_ANY) ? to.item : to.item - 1;
	const struct blk_seg *s = &r->b->segs[lay_seg_of(r, last)];
	const struct txt_word *h = lay_hyphen(r, s->ch, to), *w = h ? h : lay_item_word(r->pa->items[last]);
	const struct face *f = lay_face(r->p->l, s->ch);
	if (!w)
		return 0;
	uint32_t end = h ? h->nglyphs : last == to.item ? lay_sub_glyph(w, to.sub) : w->nglyphs;
	return end ? lay_em(lay_hang(f, w, end - 1, false), lay_size(s)) : 0;
}

/* Shares out what a line lacks (or has too much): first as tracking, then among its white spaces. */
static void justify(struct run *r, int64_t rest, int64_t gaps, int64_t glyphs)
{
	int64_t most = lay_em(TRACK, r->b->style->ch.size),
		space = lay_em(lay_face(r->p->l, &r->b->style->ch)->space->width, r->b->style->ch.size);
	if (glyphs < 2)
		return;
	int64_t track = rest / (glyphs - 1);
	/* as fine as the PDF has it */
	r->track = (len_t)(track > most ? most : track < -most ? -most : track) / 10 * 10;
	rest -= r->track * (glyphs - 1);
	r->extra = gaps ? rest / gaps : 0;
	r->extra = r->extra < -space / 2 ? -space / 2 : r->extra;
	r->extra_rest = gaps ? rest - r->extra * gaps : 0;
}

static len_t line_start(struct run *r, struct span span, len_t width, bool last)
{
	const struct line from = span.from, to = span.to;
	const struct para *pa = r->pa;
	const struct blk_seg *s = &r->b->segs[r->seg];
	if (pa->align == STY_FLATTER && (pa->levels || r->b->code))
		return 0;
	if (pa->align == STY_FLATTER) {
		const struct txt_word *w =
			from.item < pa->nitems && !r->b->style->nohang ? lay_item_word(pa->items[from.item]) : NULL;
		return -(w && !(from.sub & SUB_ANY)
				? lay_em(lay_hang(lay_face(r->p->l, s->ch), w, lay_sub_glyph(w, from.sub), true),
					  lay_size(s))
				: 0);
	}
	int64_t gaps, glyphs, sum = lay_line_width(r, span, &gaps, &glyphs);
	if (to.item > from.item || to.sub) {
		const struct txt_word *h = lay_hyphen(r, s->ch, to);
		sum += h ? lay_em(h->width, s->ch->size) : 0;
		sum -= pa->align == STY_BLOCK && !r->b->style->nohang && !pa->levels ? hang_right(r, to) : 0;
	}
	int64_t rest = width - sum;
	if (pa->align == STY_BLOCK) {
		if (!last || rest < 0)
			justify(r, rest, gaps, glyphs);
		return 0;
	}
	return (len_t)(pa->align == STY_MITTE ? rest / 2 : rest);
}

len_t lay_line_start(struct run *r, struct span span, len_t width, bool last)
{
	len_t start;
	if (lay_kept_start(r, span, width, last, &start))
		return start;
	start = line_start(r, span, width, last);
	lay_kept_start_note(r, span, width, last, start);
	return start;
}

/* ---- bidirectional lines ---- */

struct atom { len_t w, *x; uint8_t level; };       /* white space, word, label or hyphen */
enum { ATOMS = 512 };                              /* ordered at once; of more in one line the rest comes after them */
struct atoms { struct atom v[ATOMS]; uint8_t levels[ATOMS]; uint32_t order[ATOMS], n; };

/* Those between two tabs: each gets its place. pos: from the edge where the paragraph begins. */
static len_t place(struct atoms *t, bool rtl, len_t left, len_t width, len_t pos)
{
	len_t sum = 0;
	for (uint32_t i = 0; i < t->n; i++) {
		t->levels[i] = t->v[i].level;
		sum += t->v[i].w;
	}
	lay_bidi_order(t->levels, t->n, t->order);
	len_t x = rtl ? left + width - pos - sum : left + pos;
	for (uint32_t k = 0; k < t->n; k++) {
		struct atom *a = &t->v[t->order[k]];
		*a->x = x;
		x += a->w;
	}
	t->n = 0;
	return pos + sum;
}

static void atom(struct atoms *t, len_t *x, int64_t w, uint8_t level)
{
	t->v[t->n++] = (struct atom){(len_t)w, x, level};
}

static int64_t gap_width(const struct run *r, const struct blk_seg *g)
{
	return lay_em(lay_face(r->p->l, g->ch)->space->width, lay_size(g)) + r->extra;
}

static int64_t item_width(struct run *r, const struct span *span, uint32_t i, const struct blk_seg *s)
{
	const struct txt_word *w = lay_item_word(r->pa->items[i]);
	uint32_t a, z;
	if (!w)
		return s->kind == BLK_SEG_PAGE ? lay_label_width(r->p->l, s) : 0;
	cut(span, i, w, &a, &z);
	return lay_em(cut_width(w, a, z), lay_size(s));
}

void lay_line_visual(struct run *r, struct span span, len_t left, len_t width, len_t start)
{
	struct lay *l = r->p->l;
	struct atoms t = {.n = 0};
	uint32_t keep = r->seg, n = span.to.item - span.from.item + 1, k = 0;
	bool rtl = r->pa->rtl;
	uint8_t level = rtl;
	len_t pos = start;
	if (2 * (size_t)n + 1 > l->cap_at)
		l->at = mem_realloc(l->at, (l->cap_at = 4 * (size_t)n + 64) * sizeof *l->at);
	for (uint32_t i = span.from.item; lay_in_span(&span, i); i++, k += 2) {
		const struct blk_seg *before = &r->b->segs[r->seg], *s = lay_seg_at(r, i);
		lay_word it = r->pa->items[i];
		if (t.n + 3 > ATOMS)
			pos = place(&t, rtl, left, width, pos);
		level = r->pa->levels[2 * i + 1];
		if (it & GLUE && i != span.from.item)
			atom(&t, &l->at[k], gap_width(r, it & GLUE_PREV ? before : s), r->pa->levels[2 * i]);
		if (s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE) {
			pos = place(&t, rtl, left, width, pos);
			pos = (len_t)lay_tab(r->b, s, pos);
			l->at[k + 1] = rtl ? left + width - pos : left + pos;
		} else {
			atom(&t, &l->at[k + 1], item_width(r, &span, i, s), level);
		}
	}
	const struct txt_word *h = k ? lay_hyphen(r, r->b->segs[r->seg].ch, span.to) : NULL;
	atom(&t, &l->at[k], h ? lay_em(h->width, r->b->segs[r->seg].ch->size) : 0, level);
	pos = place(&t, rtl, left, width, pos);
	r->seg = keep;
	r->at = l->at;
	r->end = rtl ? left + width - pos : left + pos;
	if (!h)
		l->at[k] = r->end;
}
