/* face.c: what layout must know of the faces text is set in, and of a word in one of them. */
#include <string.h>

#include "base/buf.h"
#include "layout/para.h"

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

const struct txt_word *lay_word_at(struct lay *l, int face, const char *lang, const char *s, size_t n, uint8_t level)
{
	const struct txt_word *w = txt_word(l->txt, face, lang, s, n);
	if (!(level & 1) || w->rtl)
		return w;
	struct buf b = {0};
	buf_str(&b, "\u200F");
	buf_put(&b, s, n);
	w = txt_word(l->txt, face, lang, b.data, b.len);
	buf_free(&b);
	return w;
}
