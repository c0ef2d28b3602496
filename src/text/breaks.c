/* breaks.c: where a word may be broken. Order of rule: an address breaks at its marks; the author's soft hyphens win
 * over the dictionary; the dictionary serves words of seven letters and more that are no abbreviation; three letters
 * stay on either side. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "text/address.h"
#include "text/state.h"

enum { SHORTEST_WORD = 7, EDGE = 3, SOFT = 0xAD, ZERO_SPACE = 0x200B };

struct word {
	struct txt *txt;
	struct lang *lang;
	const char *s;
	size_t n;
};

struct letter { uint32_t c; uint32_t end; };           /* end: byte after it */

/* The program comes with a table of these: without it lines would break otherwise than they did, in silence. */
static bool comes_with(const char *tag)
{
	static const char *const tables[] = {"de", "en", "uk"};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!strcmp(tables[i], tag))
			return true;
	return false;
}

static const struct hyf *table_of(struct txt *t, struct lang *l)
{
	if (l->tried)
		return l->hyf;
	l->tried = true;
	for (const char *c = l->tag; *c; c++)
		if (*c < 'a' || *c > 'z')
			return NULL;
	const char *path = *l->tag ? file_join(t->mem, t->fonts.dir, mem_fmt(t->mem, "%s.hyf", l->tag)) : NULL;
	if (path && (comes_with(l->tag) || file_exists(path)))
		l->hyf = hyf_open(path, t->mem, t->diag);
	return l->hyf;
}

static void add(struct word *w, size_t byte, enum txt_break_kind kind, int quality)
{
	struct work *k = &w->txt->work;
	WORK_ROOM(k->breaks, k->nbreaks, k->cap_breaks, 1);
	k->breaks[k->nbreaks++] =
		(struct txt_break){.byte = (uint16_t)byte, .kind = (uint8_t)kind, .quality = (uint8_t)quality};
}

/* ---- one word of letters only ---- */

static bool is_vowel(uint32_t c)
{
	/* а е и о у ы э ю я ё є і ї */
	static const uint32_t cyrillic[] = {
		0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0x451, 0x454, 0x456, 0x457};
	c = u8_lower(c);
	for (size_t i = 0; c >= 0x430 && i < sizeof cyrillic / sizeof *cyrillic; i++)
		if (c == cyrillic[i])
			return true;
	return c == 0xE4 || c == 0xF6 || c == 0xFC || (c > 0 && c < 0x80 && strchr("aeiouy", (int)c));
}

static bool is_syllable(const struct letter *l, size_t n)
{
	bool vowel = false;
	for (size_t i = 0; i < n; i++)
		vowel |= is_vowel(l[i].c);
	return vowel && n > 1;
}

/* What two places cut out must have a vowel and a second letter; else one of them is wrong: a joint is trusted, a lone
 * vowel and several consonants ("ck") go to the first part, of a lone consonant nobody knows ("stau-b-ecken"). */
static void drop_wrong(const struct letter *l, size_t n, uint8_t *points)
{
	size_t last = n;
	for (size_t i = 0; i < n; i++) {
		if (!points[i])
			continue;
		if (last == n || is_syllable(l + last + 1, i - last)) {
			last = i;
			continue;
		}
		bool first = points[last] >= HYF_JOINT && points[last] > points[i];
		bool second = (points[i] >= HYF_JOINT && points[i] > points[last]) || i - last > 1 || is_vowel(l[i].c);
		if (first || !second)
			points[i] = 0;
		if (!first) {
			points[last] = 0;
			last = second ? i : n;
		}
	}
}

static bool is_prefix(const struct letter *l, size_t n)
{
	static const char *const prefixes[] = {"ab", "an", "auf", "aus", "be", "bei", "da", "dar", "durch", "ein",
		"ent", "er", "ge", "her", "hin", "in", "miss", "mit", "nach", "re", "um", "un", "uni", "ver", "vor",
		"zer", "zu"};
	char low[8] = "";
	for (size_t i = 0; i < n && n < sizeof low; i++)
		low[i] = (char)(u8_lower(l[i].c) < 0x80 ? u8_lower(l[i].c) : '?');
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (n == strlen(prefixes[i]) && !memcmp(low, prefixes[i], n))
			return true;
	return false;
}

/* A compound's joint is best; one or two letters beside such a joint are none (-1: "Ratsbe-schluss"); three at the
 * word's edge are worst. */
static int grade(const struct letter *l, size_t n, const uint8_t *points, size_t i)
{
	size_t from = i, to = i + 1;
	while (from && points[from - 1] < HYF_COMPOUND)
		from--;
	while (to < n && points[to] < HYF_COMPOUND)
		to++;
	size_t before = i + 1 - from, after = (to < n ? to + 1 : n) - i - 1;
	if (points[i] == HYF_COMPOUND)
		return is_prefix(l + from, before) ? 2 : 3;
	if (before < EDGE || after < EDGE)
		return -1;
	if (points[i] == HYF_JOINT)
		return 2;
	return i + 1 == EDGE || n - i - 1 == EDGE ? 0 : 1;
}

static bool is_name_like(const struct letter *l, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (u8_lower(l[i].c) != l[i].c)
			return true;                               /* BAMF, GmbH, HzE */
	return false;
}

static void hyphenate(struct word *w, const struct letter *l, size_t n)
{
	uint8_t points[HYF_WORD];
	uint32_t letters[HYF_WORD];
	if (n < SHORTEST_WORD || n > HYF_WORD || is_name_like(l, n))
		return;
	const struct hyf *t = table_of(w->txt, w->lang);
	if (!t)
		return;
	for (size_t i = 0; i < n; i++)
		letters[i] = l[i].c;
	if (!hyf_word(t, letters, n, points))
		return;
	drop_wrong(l, n, points);
	for (size_t i = EDGE - 1; i + EDGE < n; i++) {
		int quality = points[i] ? grade(l, n, points, i) : -1;
		if (quality >= 0)
			add(w, l[i].end, TXT_HYPHEN, quality);
	}
}

/* ---- a token: what stands between hyphens, slashes, blanks that do not break ---- */

static bool is_mark(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36F) || c == 0x200C || c == 0x200D;
}

/* Digits, dots inside, combining marks: no word for the dictionary. */
static bool is_plain(const struct letter *l, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (u8_is_digit(l[i].c) || is_mark(l[i].c) || (l[i].c == '.' && i + 1 < n && u8_is_letter(l[i + 1].c)))
			return false;
	return true;
}

static bool has_soft(const struct letter *l, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (l[i].c == SOFT)
			return true;
	return false;
}

static void token(struct word *w, const struct letter *l, size_t n)
{
	if (has_soft(l, n)) {
		for (size_t i = 1; i + 1 < n; i++)
			if (l[i].c == SOFT && l[i + 1].c != SOFT)
				add(w, l[i].end, TXT_SOFT, 3);
		return;
	}
	if (!is_plain(l, n))
		return;
	for (size_t i = 0, from = 0; i <= n; i++)
		if (i == n || !u8_is_letter(l[i].c)) {
			hyphenate(w, l + from, i - from);
			from = i + 1;
		}
}

static bool separates(uint32_t c)
{
	return c == '-' || c == '/' || c == 0xA0 || c == 0x202F || c == 0x2007 || c == ZERO_SPACE ||
		(c >= 0x2010 && c <= 0x2014);
}

static size_t word_length(const struct letter *l, size_t n)
{
	size_t k = 0;
	while (k < n && (u8_is_letter(l[k].c) || u8_is_digit(l[k].c) || is_mark(l[k].c) || l[k].c == SOFT))
		k++;
	return k;
}

static size_t word_length_before(const struct letter *l, size_t i)
{
	size_t k = 0;
	while (k < i && (u8_is_letter(l[i - 1 - k].c) || u8_is_digit(l[i - 1 - k].c) || is_mark(l[i - 1 - k].c)))
		k++;
	return k;
}

/* After the separator i: not in U-Bahn, km/h, 2012–2018, Covid-19, Bürger/-innen. */
static int plain_quality(const struct letter *l, size_t n, size_t i)
{
	uint32_t c = l[i].c;
	if (c == ZERO_SPACE)
		return i && i + 1 < n ? 3 : -1;
	if (c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2011 || i + 1 >= n || !u8_is_letter(l[i + 1].c))
		return -1;
	if (word_length_before(l, i) < 2 || word_length(l + i + 1, n - i - 1) < EDGE)
		return -1;
	return c == '/' ? 2 : 3;
}

static void text_breaks(struct word *w, const struct letter *l, size_t n)
{
	for (size_t i = 0, from = 0; i <= n; i++) {
		if (i < n && !separates(l[i].c))
			continue;
		token(w, l + from, i - from);
		int q = i < n ? plain_quality(l, n, i) : -1;
		if (q >= 0)
			add(w, l[i].end, TXT_PLAIN, q);
		from = i + 1;
	}
}

/* An option of a command stays whole: half of one is another. */
static void address_breaks(struct word *w)
{
	if (*w->s == '-')
		return;
	for (size_t i = 1; i < w->n; i++) {
		int q = address_break(w->s, w->n, i);
		if (q)
			add(w, i, TXT_PART, q);
	}
}

/* ---- from bytes to glyphs ---- */

static size_t piece_at(const struct work *w, size_t byte)
{
	size_t lo = 0, hi = w->npieces;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (w->pieces[mid].byte < byte)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Keeps the breaks that fall between two clusters, and finds what stands before each. */
static void place(struct work *w)
{
	size_t kept = 0, g = 0;
	int32_t width = 0;
	for (size_t i = 0; i < w->nbreaks; i++) {
		struct txt_break b = w->breaks[i];
		size_t piece = piece_at(w, b.byte);
		for (; g < w->nglyphs && w->origin[g] < piece; g++)
			width += w->glyphs[g].adv;
		if (!g || g == w->nglyphs || w->origin[g] != piece || (kept && w->breaks[kept - 1].glyph == g))
			continue;
		b.glyph = (uint16_t)g;
		b.before = width;
		w->breaks[kept++] = b;
	}
	w->nbreaks = kept;
}

void breaks_find(struct txt *t, const struct face *face, struct lang *lang, const char *s, size_t n)
{
	struct word w = {t, lang, s, n};
	struct letter few[64], *l = n <= 64 ? few : mem_alloc(n * sizeof *l);
	size_t nl = 0;
	if (n < 4)
		return;
	if (face->code || address_is(s, n))
		address_breaks(&w);
	else {
		for (const char *p = s, *end = s + n; p < end; nl++) {
			l[nl].c = u8_get(&p, end);
			l[nl].end = (uint32_t)(p - s);
		}
		text_breaks(&w, l, nl);
	}
	if (l != few)
		free(l);
	place(&t->work);
}
