/* cand.c: the places where the lines of a paragraph may end. */
#include <string.h>

#include "base/date.h"
#include "layout/breaker.h"

static struct cand *cand(struct breaker *k, enum cand_kind kind, uint32_t item, uint32_t sub)
{
	struct lay *l = k->l;
	MEM_ROOM(l->cands, l->ncands, l->cap_cands);
	struct cand *c = &l->cands[l->ncands];
	*c = (struct cand){.end = k->pos,
		.start = k->pos,
		.kind = (uint8_t)kind,
		.item = item,
		.sub = sub,
		.gaps_end = k->gaps,
		.gaps_start = k->gaps,
		.glyphs = k->glyphs};
	c->plain = kind == CAND_HYPHEN || kind == CAND_SOFT || kind == CAND_ANY || kind == CAND_PART
		? (l->ncands ? l->cands[l->ncands - 1].plain : 0)
		: (uint32_t)l->ncands;
	if (l->ncands++) {
		int64_t piece = c->end - c[-1].start;
		if (piece > k->least)
			k->least = piece;
	}
	return c;
}

static len_t hang_right(const struct breaker *k, const struct face *f, const struct txt_word *w, uint32_t after,
	len_t size)
{
	return k->block && k->hang && w && after ? lay_em(lay_hang(f, w, after - 1, false), size) : 0;
}

static len_t hang_left(const struct breaker *k, const struct txt_word *w, uint32_t glyph)
{
	return !k->block && k->hang && w ? lay_em(lay_hang(k->f, w, glyph, true), k->size) : 0;
}

/* An article or preposition: not at the end of a heading's line. */
static bool is_weak(struct breaker *k, const struct txt_word *w)
{
	static const char *const small[] = {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines",
		"einem", "einen", "in", "im", "an", "am", "auf", "aus", "bei", "beim", "bis", "durch", "für", "gegen",
		"mit", "nach", "ohne", "über", "um", "und", "oder", "unter", "vom", "von", "vor", "zu", "zum", "zur",
		"als", "Der", "Die", "Das", "Ein", "Eine", "In", "Im", "Für", "Zur", "Zum"};
	_Static_assert(sizeof small / sizeof *small <= WEAK_MAX, "room for all small words");
	struct face *f = lay_face(k->l, k->ch);
	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		if (!f->weak[i])
			f->weak[i] = txt_word(k->l->txt, f->id, "de", small[i], strlen(small[i]));
		if (w == f->weak[i])
			return true;
	}
	return false;
}

/* The first bytes of a word, as many as go in. */
static void text_of(const struct breaker *k, const struct txt_word *w, char *out, size_t size)
{
	size_t n = 0;
	for (unsigned run = 0; run < w->nruns; run++)
		for (unsigned g = w->runs[run].first; g < w->runs[run].first + (unsigned)w->runs[run].n; g++) {
			const char *s = txt_key_text(k->l->txt, w->runs[run].font, w->glyphs[g].key);
			for (; *s && n + 1 < size; s++)
				out[n++] = *s;
		}
	out[n] = 0;
}

static uint8_t sense(struct breaker *k, const struct txt_word *before, const struct txt_word *after)
{
	char s[32];
	if (!k->balance)
		return SENSE_MARK;
	text_of(k, after, s, sizeof s);
	if (is_weak(k, before) || !strcmp(s, "–"))
		return SENSE_TORN;
	text_of(k, before, s, sizeof s);
	const size_t n = strlen(s);
	return !strcmp(s, "–") || (n && strchr(",;:.?!", s[n - 1])) ? SENSE_MARK : SENSE_WORDS;
}

static bool begins_with(const char *s, const char *const *list, size_t n, bool whole)
{
	for (size_t i = 0; i < n; i++)
		if (!strncmp(s, list[i], strlen(list[i])) && (!whole || !s[strlen(list[i])]))
			return true;
	return false;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "61,5 Prozent", "Abschnitt 2.2", "November 2023". */
static bool is_tied(const struct breaker *k, const struct txt_word *before, const struct txt_word *after)
{
	static const char *const units[] = {"Prozent", "Euro", "%", "€", "Uhr", "Mio", "Mill", "Tsd"};
	static const char *const names[] = {"Abschnitt", "Abschnitte", "Kapitel", "Abbildung", "Tabelle", "Seite",
		"Seiten", "Anlage", "Absatz", "Nummer", "Nr.", "§", "§§", "Artikel", "Ziffer", "Ausgabe"};
	char a[32], z[32];
	if (!(k->narrow || k->balance) || !before || !after)
		return false;
	text_of(k, before, a, sizeof a);
	text_of(k, after, z, sizeof z);
	const size_t n = strlen(a);
	if (is_digit(*z))
		return begins_with(a, names, sizeof names / sizeof *names, true) || date_month_named(a, n);
	return n && is_digit(a[n - 1]) && begins_with(z, units, sizeof units / sizeof *units, false);
}

/* Headings: does the text stand within quotation marks after this word? */
static bool in_quotes(const struct breaker *k, const struct txt_word *w)
{
	char s[32];
	if (!k->balance || !w)
		return false;
	text_of(k, w, s, sizeof s);
	const bool begins = strstr(s, "„") != NULL, ends = strstr(s, "“") != NULL;
	return ends ? false : begins || k->quoted;
}

static void word_break(struct breaker *k, uint32_t item, const struct txt_word *w, const struct txt_break *b,
	unsigned n)
{
	static const enum cand_kind kinds[] = {
		[TXT_HYPHEN] = CAND_HYPHEN, [TXT_SOFT] = CAND_SOFT, [TXT_PLAIN] = CAND_PLAIN, [TXT_PART] = CAND_PART};
	const enum cand_kind kind = kinds[b->kind];
	const bool hyphen = kind == CAND_HYPHEN || kind == CAND_SOFT;
	if (kind == CAND_HYPHEN && (!k->hyphenate || k->ban_item == item))
		return;
	struct cand *c = cand(k, kind, item, n + 1);
	c->end = c->start = k->pos + lay_em(b->before, k->size);
	c->glyphs += b->glyph;
	int64_t piece = c > k->l->cands ? c->end - c[-1].start : 0;
	c->quality = kind == CAND_SOFT ? 4 : b->quality;
	c->extra = !hyphen ? -hang_right(k, k->f, w, b->glyph, k->size)
			   : lay_em(k->f->hyphen->width, k->size) -
			hang_right(k, k->f, k->f->hyphen, k->f->hyphen->nglyphs, k->size);
	c->dash = hyphen || lay_hang(k->f, w, b->glyph - 1u, false) > 0;
	c->sense = !k->balance ? SENSE_MARK : c->dash ? SENSE_TORN : SENSE_WORDS;
	c->tied = k->quoted || in_quotes(k, w);        /* "„AG-Pool": not within what is quoted */
	if (hyphen)
		piece += lay_em(k->f->hyphen->width, k->size);
	if (piece > k->least)
		k->least = piece;
}

static bool is_number(const struct breaker *k, const struct txt_word *w, unsigned glyph)
{
	unsigned run = 0;
	while (run + 1u < w->nruns && w->runs[run + 1].first <= glyph)
		run++;
	const char *s = txt_key_text(k->l->txt, w->runs[run].font, w->glyphs[glyph].key);
	return (*s >= '0' && *s <= '9') || (glyph && (*s == '.' || *s == ',') && !s[1]);
}

/* A word wider than the line: it may end after any glyph, but not within a number. "GEHEIMWORT05" is divided before its
 * number; only a number that is wider than the line itself is told. */
static void any_breaks(struct breaker *k, uint32_t item, const struct txt_word *w)
{
	int64_t sum = 0, digits = 0;                   /* of the word; of the number that ends here */
	unsigned b = 0;
	for (unsigned g = 0; g < w->nglyphs; g++) {
		digits = is_number(k, w, g) ? digits + w->glyphs[g].adv : 0;
		k->number |= lay_em(digits, k->size) > k->width;
		while (b < w->nbreaks && w->breaks[b].glyph < g)
			b++;
		if (g && b < w->nbreaks && w->breaks[b].glyph == g)
			word_break(k, item, w, &w->breaks[b], b);
		else if (g && w->glyphs[g].adv > 0 && !(is_number(k, w, g) && is_number(k, w, g - 1))) {
			struct cand *c = cand(k, CAND_ANY, item, SUB_ANY | g);
			c->end = c->start = k->pos + lay_em(sum, k->size);
			c->glyphs += g;
		}
		sum += w->glyphs[g].adv;
	}
	k->overlong = true;
}

/* Does a part of the word between two breaks not fit into the line? */
static bool too_wide(const struct breaker *k, const struct txt_word *w, bool hyphenate)
{
	const struct cand *before = &k->l->cands[k->l->ncands - 1];
	int64_t last = before->start, width = lay_avail(k, before);
	if (!k->width || k->pos + lay_em(w->width, k->size) - last <= width)
		return false;
	for (unsigned i = 0; i < w->nbreaks; i++) {
		if (w->breaks[i].kind == TXT_HYPHEN && !hyphenate)
			continue;
		int64_t at = k->pos + lay_em(w->breaks[i].before, k->size);
		if (at + lay_em(k->f->hyphen->width, k->size) - last > width)
			return true;
		last = at;
		width = k->width - k->indent;
	}
	return k->pos + lay_em(w->width, k->size) - last > width;
}

static void read_glue(struct breaker *k, lay_word it, uint32_t item)
{
	bool prev = it & GLUE_PREV && k->prev_f;
	const struct face *f = prev ? k->prev_f : k->f;
	len_t gap = lay_em(f->space->width, prev ? k->prev_size : k->size);
	if ((it & GLUE) == GLUE_SPACE) {
		struct cand *c = cand(k, CAND_SPACE, item, 0);
		c->start += gap;
		c->gaps_start++;
		c->extra = -hang_right(k, k->prev_f, k->prev, k->prev ? k->prev->nglyphs : 0, k->prev_size);
		c->outdent = hang_left(k, lay_item_word(it), 0);
		c->sense = sense(k, k->prev, lay_item_word(it));
		c->tied = k->quoted || is_tied(k, k->prev, lay_item_word(it)) ||
			(!prev && k->balance && k->b->segs[k->seg].flags & BLK_SEG_WHOLE);
	}
	k->pos += gap;
	k->gaps++;
	k->glyphs++;
}

static void read_control(struct breaker *k, const struct blk_seg *s)
{
	if (s->kind == BLK_SEG_TAB || s->kind == BLK_SEG_SPACE)
		k->pos = lay_tab(k->b, s, k->pos);
	else if (s->kind == BLK_SEG_PAGE)
		k->pos += lay_label_room(k->l, k->p, s);
	k->prev = NULL;
}

/* Code is copied: what a shell takes as one word stays one, as long as a line has room for it; within other text as
 * long as it does not take nearly all of a line. */
static bool stays_whole(const struct breaker *k, const struct txt_word *w)
{
	const len_t room = k->width - k->indent, most = k->b->code ? room : room / 4 * 3;
	return (k->b->code || k->ch->role == STY_FEST) && lay_em(w->width, k->size) <= most;
}

/* "31. Oktober", "23 Prozent": a month or a unit is read with its number, so it stays whole. */
static bool is_unit(const struct breaker *k, lay_word it, const struct txt_word *w)
{
	enum { LONGEST = 11 };                         /* letters */
	return (it & GLUE) == GLUE_FIXED && k->prev && w->nglyphs <= LONGEST && is_number(k, k->prev, 0);
}

/* A word that is wider than the line is hyphenated even where others are not. */
static void read_word(struct breaker *k, lay_word it, uint32_t item)
{
	const struct txt_word *w = lay_item_word(it);
	bool hyphenate = k->hyphenate;
	k->hyphenate = hyphenate && !is_unit(k, it, w);
	if (stays_whole(k, w))
		;
	else if (too_wide(k, w, k->hyphenate) && too_wide(k, w, k->hyphenate = true))
		any_breaks(k, item, w);
	else
		for (unsigned i = 0; i < w->nbreaks; i++)
			word_break(k, item, w, &w->breaks[i], i);
	k->hyphenate = hyphenate;
	k->pos += lay_em(w->width, k->size);
	k->glyphs += w->nglyphs;
	k->quoted = in_quotes(k, w);
	k->prev = w;
}

/* The last line: not only the rest of a divided word (words that a fixed space joins are one), not under six
 * characters. */
static void mark_rest(struct breaker *k, uint32_t last_item)
{
	struct cand *c = k->l->cands;
	while (last_item > k->p->body && (k->p->items[last_item] & GLUE) == GLUE_FIXED)
		last_item--;
	for (size_t i = k->l->ncands - 1; i > 0; i--) {
		bool divided = c[i].sub && c[i].kind != CAND_PLAIN && c[i].kind != CAND_PART;
		if (divided && c[i].item < last_item)
			break;
		c[i].rest = divided || k->glyphs - c[i].glyphs - (c[i].kind == CAND_SPACE) < 6;
		if (!divided && !c[i].rest && !c[i].sub)
			break;
	}
}

static len_t right_width(struct breaker *k, uint32_t from)
{
	int64_t sum = 0;
	uint32_t seg = k->seg;
	for (uint32_t i = from; i < k->p->nitems; i++) {
		while (seg + 1 < k->b->nsegs && k->p->seg[seg + 1] <= i)
			seg++;
		const struct blk_seg *s = &k->b->segs[seg];
		const struct txt_word *w = lay_item_word(k->p->items[i]);
		if (k->p->items[i] & GLUE)
			sum += lay_em(lay_face(k->l, s->ch)->space->width, s->ch->size);
		sum += w ? lay_em(w->width, lay_size(s)) : s->kind == BLK_SEG_PAGE ? lay_label_room(k->l, k->p, s) : 0;
	}
	return (len_t)(sum < 400000 ? sum + 9000 : 400000);
}

uint32_t lay_cands(struct breaker *k, uint32_t item)
{
	struct para *p = k->p;
	uint32_t last = item, i = item;
	bool forced = false;
	k->l->ncands = 0;
	k->pos = k->gaps = k->glyphs = 0;
	k->quoted = false;
	k->prev = NULL;
	k->indent = lay_hang_of(k->l, k->b, p, item);
	cand(k, CAND_START, item, 0);
	for (; i < p->right && !forced; i++) {
		while (k->seg + 1 < k->b->nsegs && p->seg[k->seg + 1] <= i)
			k->seg++;
		const struct blk_seg *s = &k->b->segs[k->seg];
		lay_word it = p->items[i];
		k->f = lay_face(k->l, k->ch = s->ch);
		k->size = lay_size(s);
		if (i == item)
			k->l->cands[0].outdent = hang_left(k, lay_item_word(it), 0);
		else if (it & GLUE)
			read_glue(k, it, i);
		if (lay_item_word(it))
			read_word(k, it, last = i);
		else if (s->kind == BLK_SEG_BREAK)
			forced = true;
		else
			read_control(k, s);
		k->prev_f = k->f;
		k->prev_size = k->size;
	}
	mark_rest(k, last);
	struct cand *end = cand(k, CAND_END, i, 0);
	end->extra = -hang_right(k, k->prev_f, k->prev, k->prev ? k->prev->nglyphs : 0, k->prev_size);
	if (k->pos > k->most)
		k->most = k->pos;
	if (p->right < p->nitems && i == p->right)
		end->extra += right_width(k, p->right);
	return i;
}
