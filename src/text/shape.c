/* shape.c: a word's characters to glyphs. Invisible characters are taken out first, each other one gets a font, runs of
 * one font and script go through HarfBuzz; glyphs come out in logical order. The cluster number HarfBuzz carries along
 * is the index of the piece. */
#include <hb-ot.h>
#include <string.h>

#include "base/u8.h"
#include "text/state.h"

static bool is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

static bool is_joiner(uint32_t c)
{
	return c == 0x200C || c == 0x200D;
}

/* Strong right-to-left: Hebrew, Arabic and their neighbours without digits and marks; U+200F. */
static const struct u8_range rtl[] = {
	{0x590, 0x5FF}, {0x606, 0x60B}, {0x60D, 0x60F}, {0x61B, 0x64A}, {0x66D, 0x6EF}, {0x6FA, 0x8FF},
	{0x200F, 0x200F}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
};

static bool is_rtl(uint32_t c)
{
	return c >= 0x590 && u8_in(rtl, sizeof rtl / sizeof *rtl, c);
}

static hb_script_t script_of(uint32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
	return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

static bool draws(struct font *f, const struct font_list *l, uint32_t c, struct piece *p)
{
	uint32_t as = c >= 0x2000 ? font_empty(l, c) : 0;
	if (as && font_has(f, ' ')) {
		p->empty = (int32_t)as;
		p->shown = ' ';
		return true;
	}
	p->shown = c;
	p->rise = 0;
	if (font_has(f, c))
		return true;
	as = font_drawn_as(l, c, &p->rise);
	p->shown = as ? as : c;
	return as && font_has(f, as);
}

/* The first font of the chain that can draw the character; else the first usable one, whose .notdef then tells. */
static void choose_font(struct txt *t, const struct face *face, uint32_t c, struct piece *p)
{
	struct font *first = NULL;
	for (int i = 0; i < face->nchain; i++) {
		struct font *f = face->chain[i];
		if (!font_open(&t->fonts, f, t->diag))
			continue;
		if (draws(f, &t->fonts, c, p)) {
			p->font = f;
			return;
		}
		if (!first)
			first = f;
	}
	p->shown = c;
	p->empty = p->rise = 0;
	p->font = first;
}

static void add_piece(struct txt *t, const struct face *face, uint32_t c, size_t byte, const char *s, size_t n)
{
	struct work *w = &t->work;
	WORK_ROOM(w->pieces, w->npieces, w->cap_pieces, 2);
	WORK_ROOM(w->text, w->ntext, w->cap_text, n);
	struct piece *p = &w->pieces[w->npieces];
	*p = (struct piece){.shown = c, .at = (uint32_t)w->ntext, .byte = (uint32_t)byte, .script = script_of(c)};
	bool mark = p->script == HB_SCRIPT_INHERITED || is_joiner(c);
	if (mark && w->npieces)
		p->font = p[-1].font;                     /* HarfBuzz composes, or the mark is missing and told below */
	else
		choose_font(t, face, c, p);
	memcpy(w->text + w->ntext, s, n);
	w->ntext += n;
	w->npieces++;
}

static void decode(struct txt *t, const struct face *face, const char *s, size_t n)
{
	struct work *w = &t->work;
	bool strong = false;
	for (const char *p = s, *end = s + n; p < end;) {
		const char *from = p;
		uint32_t c = u8_get(&p, end);
		if (!strong && (is_rtl(c) || u8_is_letter(c))) {
			strong = true;
			w->rtl = is_rtl(c);
		}
		if (!is_invisible(c))
			add_piece(t, face, c, (size_t)(from - s), from, (size_t)(p - from));
	}
}

static bool is_common(hb_script_t s)
{
	return s == HB_SCRIPT_COMMON || s == HB_SCRIPT_INHERITED || s == HB_SCRIPT_UNKNOWN;
}

/* Common characters belong to the script before them, at the beginning to the one after them. */
static void settle_scripts(struct work *w)
{
	hb_script_t s = HB_SCRIPT_LATIN;
	for (size_t i = 0; i < w->npieces; i++)
		if (!is_common(w->pieces[i].script)) {
			s = w->pieces[i].script;
			break;
		}
	for (size_t i = 0; i < w->npieces; i++) {
		if (is_common(w->pieces[i].script))
			w->pieces[i].script = s;
		s = w->pieces[i].script;
	}
}

static int16_t clamp(int32_t v)
{
	return (int16_t)(v > INT16_MAX ? INT16_MAX : v < INT16_MIN ? INT16_MIN : v);
}

/* The text of a glyph: its cluster's; of a cluster's further glyphs: U+200C. */
static uint16_t key_of(struct txt *t, struct font *f, unsigned gid, uint32_t piece, uint32_t next, bool further)
{
	const struct work *w = &t->work;
	if (further)
		return font_key(&t->fonts, f, gid, "\xE2\x80\x8C", 3, t->diag);
	uint32_t from = w->pieces[piece].at, to = next < w->npieces ? w->pieces[next].at : (uint32_t)w->ntext;
	return font_key(&t->fonts, f, gid, w->text + from, to - from, t->diag);
}

static uint32_t code_point_at(const struct work *w, uint32_t piece)
{
	const char *s = w->text + w->pieces[piece].at;
	return u8_get(&s, w->text + w->ntext);
}

static void room_for_glyphs(struct work *w, size_t n)
{
	size_t cap = w->cap_glyphs;
	WORK_ROOM(w->glyphs, w->nglyphs, w->cap_glyphs, n);
	if (cap != w->cap_glyphs)
		w->origin = mem_realloc(w->origin, w->cap_glyphs * sizeof *w->origin);
}

/* Alef after lam is drawn by the lam and has no width of its own: it gets so much, 1/1000 em, that it does not lie
 * beneath the lam for readers that sort characters by place. */
enum { LETTER = 2 };

/* Glyphs of the buffer, which holds the pieces before end of one font, in logical order. */
static void take_glyphs(struct txt *t, struct font *f, uint32_t end)
{
	struct work *w = &t->work;
	unsigned n, next_at = 0;
	if (w->rtl)
		hb_buffer_reverse(t->buffer);
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(t->buffer, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(t->buffer, &n);
	size_t first = w->nglyphs;
	if (n > UINT16_MAX - first)
		n = (unsigned)(UINT16_MAX - first);
	room_for_glyphs(w, n);
	for (unsigned i = 0; i < n; i++) {
		uint32_t piece = info[i].cluster;
		bool further = i && info[i - 1].cluster == piece;
		for (; next_at < n && info[next_at].cluster <= piece; next_at++)
			;
		if (!info[i].codepoint && !w->missing)
			w->missing = code_point_at(w, piece);
		int32_t adv = w->pieces[piece].empty && !further ? w->pieces[piece].empty : pos[i].x_advance;
		if (w->rtl && !adv && w->pieces[piece].script != HB_SCRIPT_INHERITED)
			adv = LETTER;
		uint16_t key =
			key_of(t, f, info[i].codepoint, piece, next_at < n ? info[next_at].cluster : end, further);
		w->origin[w->nglyphs] = piece;
		w->glyphs[w->nglyphs++] = (struct txt_glyph){key, clamp(adv), clamp(pos[i].x_offset),
			clamp(pos[i].y_offset + w->pieces[piece].rise), (int16_t)f->keys[key].adv};
	}
	WORK_ROOM(w->runs, w->nruns, w->cap_runs, 1);
	w->runs[w->nruns++] = (struct txt_run){(uint8_t)f->number, (uint16_t)first, (uint16_t)n};
}

static void shape_run(struct txt *t, const struct face *face, hb_language_t lang, uint32_t first, uint32_t end)
{
	static const hb_feature_t features[] = {
		{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
		{HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
		{HB_TAG('p', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
	};
	struct work *w = &t->work;
	struct font *f = w->pieces[first].font;
	if (!f) {
		w->missing = code_point_at(w, first);
		return;
	}
	hb_buffer_clear_contents(t->buffer);
	for (uint32_t i = first; i < end; i++)
		hb_buffer_add(t->buffer, w->pieces[i].shown, i);
	hb_buffer_set_content_type(t->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_direction(t->buffer, w->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(t->buffer, w->pieces[first].script);
	hb_buffer_set_language(t->buffer, lang);
	hb_shape(f->hb, t->buffer, features, face->pnum ? 3 : 2);
	take_glyphs(t, f, end);
}

static void begin(struct work *w)
{
	w->npieces = w->ntext = w->nglyphs = w->nruns = w->nbreaks = 0;
	w->rtl = false;
	w->missing = 0;
}

static void shape_runs(struct txt *t, const struct face *face, hb_language_t lang)
{
	struct work *w = &t->work;
	settle_scripts(w);
	for (uint32_t from = 0, i = 1; i <= w->npieces; i++)
		if (i == w->npieces || w->pieces[i].font != w->pieces[from].font ||
			w->pieces[i].script != w->pieces[from].script) {
			shape_run(t, face, lang, from, i);
			from = i;
		}
}

void shape_word(struct txt *t, const struct face *face, hb_language_t lang, const char *s, size_t n)
{
	begin(&t->work);
	decode(t, face, s, n);
	shape_runs(t, face, lang);
}

void shape_as(struct txt *t, const struct face *face, uint32_t shown, const char *text, size_t n)
{
	begin(&t->work);
	add_piece(t, face, shown, 0, text, n);
	shape_runs(t, face, NULL);
}
