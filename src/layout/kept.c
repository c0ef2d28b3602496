/* kept.c: paragraphs of the runs before: words and lines of a text that is set in the same way again need not be found
 * again. The key holds everything measure.c, cand.c and para.c look at, by value: pointers mean something else in the
 * next run. Only faces and words, which belong to the txt, stay what they are. */
#include <string.h>

#include "layout/line.h"

struct kept_lines {
	struct kept_lines *next;
	len_t wanted, width, hang_before, hang;        /* width, hang: as lay_para_break left them */
	uint8_t align;
	bool undivided;
	uint32_t n;
	struct line *lines;                            /* n + 1 */
};

struct kept_para {
	struct para p;
	struct kept_lines *lines;
	/* measured: the limits of a paragraph that is set like this */
	struct { len_t hang; uint8_t align; bool undivided, measured; struct lay_limits is; } limits;
	bool labels;                                   /* holds page labels, which are not in the key */
};

/* Of what is known of a line, and of words on it, of a kept paragraph. Its first number is no key's of a paragraph. */
struct part_key {
	int32_t what;
	len_t width;                                   /* of a start; of words: r->track */
	const struct kept_para *para;
	struct span span;
	uint32_t first, last;
	int64_t extra, rest;
};
enum { WORDS = INT32_MIN, START };
struct kept_start { len_t start, track; int64_t extra, rest; };

static void put(struct buf *key, const void *v, size_t n) { buf_put(key, v, n); }

enum { LOOK = 3 };
static void take_look(struct lay *l, const struct sty_char *ch, int look[LOOK])
{
	look[0] = lay_face(l, ch)->id;
	look[1] = ch->size;
	look[2] = ch->rise != 0;
}

static void put_lang(struct lay *l, const struct block *b)
{
	const char *lang = lay_lang(l, b);
	put(&l->key, lang, strlen(lang) + 1);
}

static void make_key(struct lay *l, const struct block *b)
{
	int block[LOOK + 7] = {[LOOK] = b->tab, l->digits, b->style->balance, b->style->nohang, b->style->hyphenate,
		(int)b->nsegs, b->code};
	buf_clear(&l->key);
	take_look(l, &b->style->ch, block);
	put(&l->key, block, sizeof block);
	put_lang(l, b);
	for (uint32_t i = 0; i < b->nsegs; i++) {
		const struct blk_seg *s = &b->segs[i];
		const bool known = l->placed && s->flags & BLK_SEG_ONCE;
		int what[LOOK + 5] = {[LOOK] = s->kind, s->flags & (BLK_SEG_RAND | BLK_SEG_RIGHT | BLK_SEG_WHOLE),
			(int)s->len, lay_known_out(l, b, i),
			known && s->kind == BLK_SEG_PAGE ? lay_label_width(l, s) : 0};
		take_look(l, s->ch, what);
		put(&l->key, what, sizeof what);
		put_lang(l, s->owner ? s->owner : b);
		put(&l->key, s->text ? s->text : "", s->text ? s->len : 0);
	}
}

struct para *lay_kept_read(struct lay *l, const struct block *b)
{
	if (!l->store)
		return NULL;
	make_key(l, b);
	struct kept_para *k = store_get(l->store, l->key.data, l->key.len);
	if (!k)
		return NULL;
	struct para *p = MEM_NEW(l->mem, struct para);
	*p = k->p;
	return p;
}

static void *copy(struct mem *m, const void *v, size_t n)
{
	return memcpy(mem_get(m, n ? n : 1), v, n);
}

void lay_kept_note(struct lay *l, const struct block *b, struct para *p)
{
	if (!l->store)
		return;
	for (uint32_t i = 0; i < p->nitems; i++)
		if (lay_item_word(p->items[i]) && lay_item_word(p->items[i])->missing)
			return;                                /* told anew in each run */
	struct mem *m = store_mem(l->store);
	struct kept_para *k = store_put(l->store, l->key.data, l->key.len, sizeof *k);
	k->p = *p;
	k->p.items = copy(m, p->items, p->nitems * sizeof *p->items);
	k->p.seg = copy(m, p->seg, (b->nsegs + 1) * sizeof *p->seg);
	k->p.levels = p->levels ? copy(m, p->levels, 2 * (size_t)p->nitems) : NULL;
	k->p.kept = p->kept = k;
	for (uint32_t i = 0; i < b->nsegs; i++)
		k->labels |= b->segs[i].kind == BLK_SEG_PAGE;
}

bool lay_kept_lines(struct lay *l, struct para *p, len_t width)
{
	for (const struct kept_lines *k = p->kept ? p->kept->lines : NULL; k; k = k->next) {
		if (k->wanted != width || k->hang_before != p->hang || k->align != p->align ||
			k->undivided != p->undivided)
			continue;
		p->width = k->width;
		p->hang = k->hang;
		p->nlines = k->n;
		p->lines = copy(l->mem, k->lines, (k->n + 1) * sizeof *k->lines);
		return true;
	}
	return false;
}

void lay_kept_lines_note(struct lay *l, const struct para *p, len_t width, len_t hang)
{
	if (!p->kept)
		return;
	struct kept_lines *k = MEM_NEW(store_mem(l->store), struct kept_lines);
	*k = (struct kept_lines){.next = p->kept->lines,
		.wanted = width,
		.width = p->width,
		.hang_before = hang,
		.hang = p->hang,
		.align = p->align,
		.undivided = p->undivided,
		.n = p->nlines,
		.lines = copy(store_mem(l->store), p->lines, (p->nlines + 1) * sizeof *p->lines)};
	p->kept->lines = k;
}

bool lay_kept_limits(const struct para *p, struct lay_limits *out)
{
	const struct kept_para *k = p->kept;
	if (!k || !k->limits.measured || k->limits.hang != p->hang || k->limits.align != p->align ||
		k->limits.undivided != p->undivided)
		return false;
	*out = k->limits.is;
	return true;
}

/* How far lines of code are indented depends on their width, too. */
void lay_kept_limits_note(const struct block *b, const struct para *p, const struct lay_limits *limits)
{
	struct kept_para *k = p->kept;
	if (!k || k->labels || b->code)
		return;
	k->limits.measured = true;
	k->limits.hang = p->hang;
	k->limits.align = p->align;
	k->limits.undivided = p->undivided;
	k->limits.is = *limits;
}

/* ---- lines when they are set */

static struct part_key words_key(const struct run *r, const struct words *w)
{
	struct part_key key = {.what = WORDS,
		.width = r->track,
		.para = r->pa->kept,
		.first = w->first,
		.last = w->last,
		.extra = r->extra,
		.rest = w->rest};
	if (w->first == w->span.from.item)
		key.span.from = w->span.from;
	if (w->last == w->span.to.item)
		key.span.to = w->span.to;
	return key;
}

bool lay_kept_words(struct run *r, const struct words *w, const struct ink *k)
{
	if (!r->pa->kept || r->at)
		return false;
	const struct part_key key = words_key(r, w);
	const struct kept_words *kept = store_get(r->p->l->store, &key, sizeof key);
	if (!kept)
		return false;
	lay_emit_again(r->p, k, kept);
	r->extra_rest = kept->rest;
	return true;
}

/* Only what made or continued one item. */
void lay_kept_words_note(const struct run *r, const struct words *w)
{
	const struct pen *p = r->p;
	const struct lay_page *pg = p->page;
	const size_t n = pg->nglyphs - w->glyphs;
	const bool fresh = pg->nitems == w->items + 1 && pg->items[w->items].u.text.first == w->glyphs;
	if (!r->pa->kept || r->at || !p->open || !n || (!fresh && pg->nitems != w->items))
		return;
	const struct part_key key = words_key(r, w);
	struct kept_words *k = store_put(p->l->store, &key, sizeof key, sizeof *k + n * sizeof *k->glyphs);
	*k = (struct kept_words){.n = (uint32_t)n,
		.font = pg->items[pg->nitems - 1].u.text.font,
		.units = p->units - (fresh ? 0 : w->units),
		.tracked = p->tracked - (fresh ? 0 : w->tracked),
		.rest = r->extra_rest};
	memcpy(k->glyphs, pg->glyphs + w->glyphs, n * sizeof *k->glyphs);
}

static struct part_key start_key(const struct run *r, struct span span, len_t width, bool last)
{
	return (struct part_key){.what = START,
		.width = width,
		.para = r->pa->kept,
		.span = span,
		.first = r->pa->align,
		.last = last};
}

bool lay_kept_start(struct run *r, struct span span, len_t width, bool last, len_t *start)
{
	if (!r->pa->kept || r->pa->kept->labels)
		return false;
	const struct part_key key = start_key(r, span, width, last);
	const struct kept_start *k = store_get(r->p->l->store, &key, sizeof key);
	if (!k)
		return false;
	r->track = k->track;
	r->extra = k->extra;
	r->extra_rest = k->rest;
	*start = k->start;
	return true;
}

void lay_kept_start_note(const struct run *r, struct span span, len_t width, bool last, len_t start)
{
	if (!r->pa->kept || r->pa->kept->labels)
		return;
	const struct part_key key = start_key(r, span, width, last);
	struct kept_start *k = store_put(r->p->l->store, &key, sizeof key, sizeof *k);
	*k = (struct kept_start){start, r->track, r->extra, r->extra_rest};
}
