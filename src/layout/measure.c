/* measure.c: a paragraph's segments to items: shaped words with the white space before them. */
#include <string.h>

#include "base/buf.h"
#include "base/u8.h"
#include "layout/parts.h"

enum { WORD_MAX = 60000 };                         /* bytes of one word; the rest is a word of its own */

static const struct { const char *s; int left, right; } hanging[] = {           /* per mille of the mark's width */
	{"„", 400, 0}, {"‚", 400, 0}, {"“", 0, 500}, {"‘", 0, 500}, {"-", 0, 500}, {"–", 0, 300},
	{".", 0, 600}, {",", 0, 600}, {":", 0, 400}, {";", 0, 400},
};

static void face_mark(struct face *f, const struct txt_word *w, int left, int right)
{
	if (w->nglyphs != 1 || w->missing)
		return;
	f->mark[f->nmarks].font = w->runs[0].font;
	f->mark[f->nmarks].key = w->glyphs[0].key;
	f->mark[f->nmarks].left = (int16_t)(w->width * left / 1000);
	f->mark[f->nmarks++].right = (int16_t)(w->width * right / 1000);
}

static struct face *face_new(struct lay *l, int id)
{
	struct face *f = MEM_NEW(l->mem, struct face);
	*f = (struct face){.id = id, .next = l->faces, .space = txt_space(l->txt, id), .hyphen = txt_hyphen(l->txt, id),
		.nbsp = txt_word(l->txt, id, "de", "\u00a0", 2)};
	for (size_t i = 0; i < sizeof hanging / sizeof *hanging; i++)
		face_mark(f, txt_word(l->txt, id, "de", hanging[i].s, strlen(hanging[i].s)), hanging[i].left,
			hanging[i].right);
	face_mark(f, f->hyphen, 0, 500);
	return l->faces = f;
}

struct face *lay_face(struct lay *l, const struct sty_char *ch)
{
	if (ch == l->face_ch)
		return l->face;
	int id = txt_face(l->txt, ch);
	struct face *f = l->faces;
	while (f && f->id != id)
		f = f->next;
	l->face_ch = ch;
	return l->face = f ? f : face_new(l, id);
}

int lay_hang(const struct face *f, const struct txt_word *w, uint32_t glyph, bool left)
{
	uint8_t font = 0;
	if (!w || glyph >= w->nglyphs || w->rtl)
		return 0;
	for (unsigned r = 0; r < w->nruns; r++)
		if (glyph >= w->runs[r].first)
			font = w->runs[r].font;
	for (int i = 0; i < f->nmarks; i++)
		if (f->mark[i].key == w->glyphs[glyph].key && f->mark[i].font == font)
			return left ? f->mark[i].left : f->mark[i].right;
	return 0;
}

const char *lay_lang(const struct lay *l, const struct block *b)
{
	for (; b; b = b->parent)
		if (b->lang)
			return b->lang;
	return l->tree->lang ? l->tree->lang : "de";
}

/* A note's mark without a shape of its own is set small and raised. */
len_t lay_size(const struct blk_seg *s)
{
	return s->kind == BLK_SEG_NOTE && !s->ch->rise ? len_scale(s->ch->size, 65, 100) : s->ch->size;
}

len_t lay_rise(const struct blk_seg *s)
{
	return s->kind == BLK_SEG_NOTE && !s->ch->rise ? len_scale(s->ch->size, 34, 100) : s->ch->rise;
}

static void item(struct lay *l, const struct txt_word *w, unsigned bits)
{
	if (l->nitems == l->cap_items) {
		l->cap_items = l->cap_items ? 2 * l->cap_items : 1024;
		l->items = mem_realloc(l->items, l->cap_items * sizeof *l->items);
	}
	l->items[l->nitems++] = (lay_word)w | bits;
}

static void missing(struct lay *l, const struct block *b, uint32_t cp)
{
	for (size_t i = 0; i < l->nodd; i++)
		if (l->odd[i] == cp)
			return;
	l->odd = mem_realloc(l->odd, (l->nodd + 1) * sizeof *l->odd);
	l->odd[l->nodd++] = cp;
	char utf8[5] = "";
	utf8[cp > 0x20 && cp < 0x110000 ? u8_put(utf8, cp) : 0] = 0;
	diag_error(l->diag, "ZEICHEN", b->file, b->line,
		"Das Zeichen „%s“ (U+%04X) fehlt in den Schriften; erwartet wird ein Zeichen, das sie haben; "
		"bitte ersetzen oder der Vorlage eine Schrift geben, die es hat",
		utf8, (unsigned)cp);
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

/* What has no letter of its own, but stands among right-to-left ones, is told so: brackets are mirrored then. */
static const struct txt_word *rtl_word(struct reader *r, const char *s, size_t n)
{
	struct buf b = {0};
	buf_str(&b, "\u200F");
	buf_put(&b, s, n);
	const struct txt_word *w = txt_word(r->l->txt, r->face, r->lang, b.data, b.len);
	buf_free(&b);
	return w;
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
		const struct txt_word *w = txt_word(r->l->txt, r->face, r->lang, s, part);
		if (w->missing)
			missing(r->l, r->b, w->missing);
		if (r->levels && r->level & 1 && !w->rtl)
			w = rtl_word(r, s, part);
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
static void ends(const struct block *b, struct para *p)
{
	uint32_t s = 0;
	while (s < b->nsegs && b->segs[s].flags & BLK_SEG_RAND)
		s++;
	p->body = p->seg[s];
	p->right = p->nitems;
	for (; s < b->nsegs; s++) {
		if (b->segs[s].kind == BLK_SEG_NOTE)
			p->notes = true;
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
	ends(b, p);
	lay_kept_note(l, b, p);
	return p;
}
