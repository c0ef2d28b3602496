/* text_test.c: words, fonts, breaks, hyphenation, directions, embedding. Fonts and tables: $O/share/fonts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <hb-ot.h>
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/u8.h"
#include "text/hyf.h"
#include "text/text.h"

/* libhyphen forgets a pattern that a dictionary gives twice. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:hnj_malloc";
}

struct set {
	struct diag *diag;
	struct mem *mem;
	struct style style;
	struct txt *txt;
	int face;
};

static const char *fonts_dir(struct mem *m)
{
	const char *o = getenv("O");
	return mem_fmt(m, "%s/share/fonts", o ? o : "out");
}

static int set_up(void **state)
{
	struct set *s = calloc(1, sizeof *s);
	struct sty_char ch = {.role = STY_TEXT, .weight = 400, .size = 10000};
	s->diag = diag_new();
	s->mem = mem_new();
	s->style.file = "gestaltung.xml";
	s->txt = txt_open(&s->style, fonts_dir(s->mem), s->diag);
	if (!s->txt)
		return -1;
	s->face = txt_face(s->txt, &ch);
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	struct set *s = *state;
	txt_close(s->txt);
	mem_free(s->mem);
	diag_free(s->diag);
	free(s);
	return 0;
}

static const struct txt_word *word(struct set *s, const char *text)
{
	return txt_word(s->txt, s->face, "de", text, strlen(text));
}

/* The word with "-" at hyphens, "=" at the author's, "|" at plain breaks. */
static const char *broken(struct set *s, const char *lang, const char *text)
{
	const struct txt_word *w = txt_word(s->txt, s->face, lang, text, strlen(text));
	struct buf b = {0};
	size_t at = 0;
	for (int i = 0; i < w->nbreaks; i++) {
		buf_put(&b, text + at, w->breaks[i].byte - at);
		buf_put(&b, &"-=||"[w->breaks[i].kind], 1);
		at = w->breaks[i].byte;
	}
	buf_put(&b, text + at, strlen(text) - at);
	const char *copy = mem_str(s->mem, b.data, b.len);
	buf_free(&b);
	return copy;
}

/* What the PDF would say each glyph stands for, glyph by glyph with "·" between. */
static const char *texts(struct set *s, const struct txt_word *w)
{
	struct buf b = {0};
	for (int r = 0; r < w->nruns; r++)
		for (int i = w->runs[r].first; i < w->runs[r].first + w->runs[r].n; i++) {
			struct txt_embed e;
			uint16_t cid = w->glyphs[i].key;
			assert_true(txt_embed(s->txt, &(struct txt_used){w->runs[r].font, &cid, 1}, &e, s->mem,
				s->diag));
			if (b.len)
				buf_str(&b, "·");
			buf_str(&b, e.text[1]);
		}
	const char *copy = mem_str(s->mem, b.data, b.len);
	buf_free(&b);
	return copy;
}

static void german_words_break_by_the_rules(void **state)
{
	static const char *const german[] = {
		"Inte-gra-ti-ons-kon-zept",
		"Hand-lungs-emp-feh-lung",
		"Zusam-men-fas-sung",
		"Bür-ger-meis-te-rin",
		"Wach-stube",
		"Sprach-för-de-rung",
		"Ein-woh-ne-rin-nen",
		"Migra-ti-ons-hin-ter-grund",
		"Flücht-lings-unter-künfte",
		"Jugend-hilfe-aus-schuss",
		"Kin-der-tages-ein-rich-tung",
		"Haus-halts-jahr",
		"Aus-län-der-be-hörde",
		"Ver-wal-tungs-vor-lage",
		"öffent-lich",
		"Finan-zie-rung",
		"Finan-zie-rung.",
		"Woh-nung",
		"West-straße",
		"Maß-nah-men",
		"Fami-lien-zusam-men-füh-rung",
		"Quar-tiers-ma-na-ge-ment",
		"Rats-beschluss",
		"„Woh-nung“,",
		"(Woh-nung)",
		"ÖFFENTLICH",
		"Urinstinkt",
		"dauer-haft",
		"Stau-becken",
		"aus-drück-lich",
		"Arbeits-markt-inte-gra-tion",
		"Schul-sozial-arbeit",
		"Gemeinde",
		"Abend",
		"Erde",
		"BAMF",
		"GmbH",
		"HzE",
		"BürgerInnen",
		"z.B.",
		"i.d.R.",
		"Klasse4a",
		"Haupt‑bahn-hof",
		"Mieter*innen-ver-samm-lung",
		"Grund-stücks-markt’s",
	};
	struct set *s = *state;
	for (size_t i = 0; i < sizeof german / sizeof *german; i++) {
		struct buf plain = {0};
		for (const char *p = german[i]; *p; p++)
			if (*p != '-')
				buf_put(&plain, p, 1);
		assert_string_equal(broken(s, "de", mem_str(s->mem, plain.data, plain.len)), german[i]);
		buf_free(&plain);
	}
}

static void hyphens_and_slashes_of_the_author_break_plainly(void **state)
{
	static const char *const cases[][2] = {
		{"Task-Force-Struktur", "Task-|Force-|Struk-tur"},
		{"U-Bahn", "U-Bahn"},
		{"km/h", "km/h"},
		{"und/oder", "und/|oder"},
		{"2012–2018", "2012–2018"},
		{"Covid-19-Lage", "Covid-19-|Lage"},
		{"Bürger/-innen", "Bürger/-innen"},
		{"Beckum–Ahlen", "Beckum–|Ahlen"},
		{"EU-weit", "EU-|weit"},
		{"Haupt-", "Haupt-"},
		{"-stelle", "-stelle"},
		{"1/2", "1/2"},
		{"A\u200BBC", "A\u200B|BC"},
	};
	struct set *s = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(broken(s, "de", cases[i][0]), cases[i][1]);
}

static void soft_hyphens_win_over_the_dictionary(void **state)
{
	struct set *s = *state;
	assert_string_equal(broken(s, "de", "Stau\u00ADbecken"), "Stau\u00AD=becken");
	assert_string_equal(broken(s, "de", "Text-Inte\u00ADgrationskonzept"), "Text-|Inte\u00AD=grationskonzept");
	assert_string_equal(broken(s, "de", "\u00ADWohnung\u00AD"), "\u00ADWohnung\u00AD");
	const struct txt_word *with = word(s, "Stau\u00ADbecken"), *without = word(s, "Staubecken");
	assert_int_equal(with->nglyphs, without->nglyphs);
	assert_int_equal(with->breaks[0].glyph, 4);
	assert_int_equal(with->breaks[0].before, word(s, "Stau")->width);
	assert_int_equal(with->breaks[0].quality, 3);
}

static void addresses_break_at_their_marks(void **state)
{
	static const char *const cases[][2] = {
		{"https://www.beckum.de/rathaus/integration.html",
			"https://|www|.beckum|.de/|rathaus/|integration.html"},
		{"integration@beckum.de", "integration@|beckum.de"},
		{"(www.beckum.de).", "(www|.beckum.de)."},
		{"konzept.xml", "konzept.xml"},
		{"www.stadt-beckum.de", "www.stadt|-beckum.de"},
		{"www.beckum.de/ab", "www.beckum|.de/ab"},         /* no rest of two letters */
	};
	struct set *s = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(broken(s, "de", cases[i][0]), cases[i][1]);
	assert_null(strchr(broken(s, "de", "verwaltungsgemeinschaft@stadtverwaltung.de"), '-'));
}

static void code_is_never_hyphenated(void **state)
{
	struct set *s = *state;
	struct sty_char ch = {.role = STY_FEST, .weight = 400, .size = 9000};
	int fixed = txt_face(s->txt, &ch);
	const struct txt_word *w = txt_word(s->txt, fixed, "de", "Integrationskonzept", 19);
	assert_int_equal(w->nbreaks, 0);
	assert_int_equal(w->width, 19 * 600);
}

static void other_languages(void **state)
{
	struct set *s = *state;
	assert_string_equal(broken(s, "xx", "Integrationskonzept"), "Integrationskonzept");
	assert_string_equal(broken(s, NULL, "Integrationskonzept"), "Integrationskonzept");
	assert_string_equal(broken(s, "../de", "Integrationskonzept"), "Integrationskonzept");
	assert_string_equal(broken(s, "de-AT", "Wohnung"), "Woh-nung");
	assert_string_equal(broken(s, "ar", "البلدية"), "البلدية");
}

/* The words we have added, in Latin-1: what contains one may differ. */
static int own_words(const char *path, char own[][64], int max)
{
	FILE *f = fopen(path, "r");
	char line[128];
	int n = 0;
	while (f && n < max && fgets(line, sizeof line, f)) {
		size_t k = 0;
		for (const char *p = line, *end = line + strcspn(line, "\n"); p < end && line[0] != '#' && k < 63;) {
			uint32_t c = u8_get(&p, end);
			if (!u8_is_digit(c))
				own[n][k++] = (char)c;
		}
		own[n][k] = 0;
		n += k > 0;
	}
	if (f)
		fclose(f);
	return n;
}

static bool has_own(const char *latin, char own[][64], int n)
{
	for (int i = 0; i < n; i++)
		if (strstr(latin, own[i]))
			return true;
	return false;
}

/* 20,000 words of the dictionary itself against libhyphen. */
static void tables_agree_with_libhyphen(void **state)
{
	struct set *s = *state;
	const char *path = getenv("WOERTERBUCH") ? getenv("WOERTERBUCH") : "/usr/share/hyphen/hyph_de_DE.dic";
	FILE *f = fopen(path, "r");
	if (!f)
		skip();
	HyphenDict *dict = hnj_hyphen_load(path);
	struct hyf *table = hyf_open(mem_fmt(s->mem, "%s/de.hyf", fonts_dir(s->mem)), s->mem, s->diag);
	assert_non_null(dict);
	assert_non_null(table);
	char line[256], own[200][64];
	int tested = 0, nown = own_words("fonts/de.woerter", own, 200);
	for (int i = 0; fgets(line, sizeof line, f) && tested < 20000; i++) {
		char latin[256], hyphens[300], **rep = NULL;
		uint32_t letters[HYF_WORD];
		uint8_t points[HYF_WORD];
		int n = 0, *pos = NULL, *cut = NULL;
		for (const char *p = line; *p && n < HYF_WORD; p++)
			if ((unsigned char)*p >= 0xDF || (*p >= 'a' && *p <= 'z'))
				letters[n] = (unsigned char)(latin[n] = *p), n++;
		if (i % 3 || n < 5 || line[0] == '#')
			continue;
		latin[n] = 0;
		if (has_own(latin, own, nown))
			continue;
		hnj_hyphen_hyphenate2(dict, latin, n, hyphens, NULL, &rep, &pos, &cut);
		hyf_word(table, letters, (size_t)n, points);
		for (int k = 0; k < n; k++)
			if ((hyphens[k] & 1) != (points[k] != 0))
				fail_msg("%.*s differs from libhyphen after letter %d", n, latin, k + 1);
		tested++;
	}
	assert_int_equal(tested, 20000);
	fclose(f);
	hyf_close(table);
	hnj_hyphen_free(dict);
}

static void lacking_characters_come_from_other_fonts_or_are_told(void **state)
{
	struct set *s = *state;
	const struct txt_word *w = word(s, "a→✓b");
	assert_int_equal(w->nruns, 4);
	assert_int_equal(w->missing, 0);
	assert_string_equal(texts(s, w), "a·→·✓·b");
	assert_int_equal(word(s, "☐☑✗▸●□↑↓←↔≤≥≠≈×")->missing, 0);
	assert_int_equal(word(s, "ab日本")->missing, 0x65E5);
	assert_int_equal(word(s, "😀")->missing, 0x1F600);
	assert_int_equal(word(s, "ŁódźŞışçčđžẞ„“‚‘»«…–—€§")->missing, 0);
	assert_int_equal(word(s, "Інтеграція")->missing, 0);
}

static void a_minus_is_drawn_as_a_dash_and_stays_a_minus(void **state)
{
	struct set *s = *state;
	const struct txt_word *minus = word(s, "−"), *dash = word(s, "–");
	assert_int_equal(minus->width, dash->width);
	assert_int_equal(minus->runs[0].font, dash->runs[0].font);
	assert_string_equal(texts(s, minus), "−");
	assert_string_equal(texts(s, dash), "–");
	/* no font of ours has the raised and the lowered one: a hyphen, higher and deeper */
	const struct txt_word *raised = word(s, "m⁻²"), *lowered = word(s, "K₋₄");
	assert_int_equal(raised->missing + lowered->missing, 0);
	assert_true(raised->glyphs[1].dy > 200 && lowered->glyphs[1].dy < -100);
	assert_int_equal(raised->glyphs[0].dy | raised->glyphs[2].dy | word(s, "a-b")->glyphs[1].dy, 0);
	assert_string_equal(texts(s, raised), "m·⁻·²");
}

static void blanks_that_do_not_break(void **state)
{
	struct set *s = *state;
	const struct txt_word *thin = word(s, "37\u202F509"), *wide = word(s, "§\u00A027");
	assert_int_equal(thin->nbreaks, 0);
	assert_int_equal(thin->glyphs[2].adv, 200);
	assert_string_equal(texts(s, thin), "3·7·\u202F·5·0·9");
	assert_int_equal(wide->glyphs[1].adv, txt_space(s->txt, s->face)->width);
	assert_string_equal(texts(s, wide), "§·\u00A0·2·7");
	assert_int_equal(word(s, "a\u2060b")->nglyphs, 2);
	assert_string_equal(broken(s, "de", "10.\u00A0September"), "10.\u00A0Sep-tem-ber");
}

/* Each language by its own table; no table, no breaks. The dotless i of Turkish stays one. */
static void languages(void **state)
{
	struct set *s = *state;
	static const char uk[] = "відповідальність", tr[] = "ısınıyor", ar[] = "الاندماج";
	assert_int_equal(txt_word(s->txt, s->face, "tr", tr, sizeof tr - 1)->nbreaks, 0);
	assert_int_equal(txt_word(s->txt, s->face, "tr", tr, sizeof tr - 1)->missing, 0);
	const struct txt_word *w = txt_word(s->txt, s->face, "ar", ar, sizeof ar - 1);
	assert_true(w->rtl && w->bidi && !w->nbreaks && !w->missing);
	assert_false(txt_word(s->txt, s->face, "uk", uk, sizeof uk - 1)->bidi);
	assert_string_equal(broken(s, "uk", uk), "від-повід-альність");
}

static void hyphen_and_space_words(void **state)
{
	struct set *s = *state;
	const struct txt_word *h = txt_hyphen(s->txt, s->face);
	assert_int_equal(h->nglyphs, 1);
	assert_int_equal(h->width, word(s, "-")->width);
	assert_string_equal(texts(s, h), "\u00AD");
	assert_string_equal(texts(s, txt_space(s->txt, s->face)), " ");
	assert_ptr_equal(h, txt_hyphen(s->txt, s->face));
	const struct txt_word *blank = txt_nothing(s->txt, s->face);
	assert_int_equal(blank->nglyphs, 1);
	assert_string_equal(txt_key_text(s->txt, blank->runs[0].font, blank->glyphs[0].key), "\u200B");
}

static void figures_and_faces(void **state)
{
	struct set *s = *state;
	struct sty_char ch = {.role = STY_TEXT, .weight = 400, .size = 10000, .pnum = true};
	int pnum = txt_face(s->txt, &ch);
	assert_int_not_equal(pnum, s->face);
	assert_int_equal(txt_face(s->txt, &ch), pnum);
	assert_int_equal(word(s, "111")->width, 3 * word(s, "0")->width);
	assert_true(txt_word(s->txt, pnum, "de", "111", 3)->width < word(s, "111")->width);
	ch = (struct sty_char){.role = STY_TEXT, .weight = 600, .size = 10000};
	int bold = txt_face(s->txt, &ch);
	assert_true(txt_word(s->txt, bold, "de", "Stadt", 5)->width > word(s, "Stadt")->width);
	assert_int_equal(txt_width(s->txt, &ch, "Stadt Beckum", 12),
		10 *
			(txt_word(s->txt, bold, "", "Stadt", 5)->width + txt_space(s->txt, bold)->width +
				txt_word(s->txt, bold, "", "Beckum", 6)->width));
}

static void arabic_is_joined_and_keeps_its_text(void **state)
{
	struct set *s = *state;
	const struct txt_word *w = word(s, "مرحبا");
	assert_true(w->rtl);
	assert_int_equal(w->missing, 0);
	assert_string_equal(texts(s, w), "م·ر·ح·ب·ا");
	assert_true(word(s, "ببب")->glyphs[0].key != word(s, "ببب")->glyphs[1].key);
	assert_string_equal(texts(s, word(s, "لا")), "ل·ا");
	w = word(s, "(كتاب)");
	assert_true(w->rtl);
	assert_int_equal(w->nruns, 3);
	assert_string_equal(texts(s, w), "(·ك·ت·ا·ب·)");
	assert_true(word(s, "\u200F(")->rtl);
	assert_int_not_equal(word(s, "\u200F(")->glyphs[0].key, word(s, "(")->glyphs[0].key);
	assert_string_equal(texts(s, word(s, "\u200F(")), "(");
	assert_true(word(s, "שלום")->rtl);
	assert_false(word(s, "2018")->rtl);
}

static void levels(void **state)
{
	uint8_t level[64] = {9};
	static const char mixed[] = "abc كتاب 12";
	(void)state;
	assert_false(txt_bidi("Stadt – „Beckum“ €", strlen("Stadt – „Beckum“ €"), 0, level));
	assert_int_equal(level[0], 9);
	assert_false(txt_bidi("", 0, 1, level));
	assert_true(txt_bidi(mixed, sizeof mixed - 1, 0, level));
	assert_int_equal(level[0], 0);
	assert_int_equal(level[4], 1);
	assert_int_equal(level[11], 1);
	assert_int_equal(level[13], 2);
	assert_true(txt_bidi("abc", 3, 1, level));
	assert_int_equal(level[0], 2);
}

static void an_embedded_font_draws_what_was_shaped(void **state)
{
	struct set *s = *state;
	const struct txt_word *w = word(s, "Größe−");
	uint16_t cids[8];
	struct txt_embed e, again;
	for (int i = 0; i < w->nglyphs; i++)
		cids[i] = w->glyphs[i].key;
	assert_true(txt_embed(s->txt, &(struct txt_used){w->runs[0].font, cids, w->nglyphs}, &e, s->mem, s->diag));
	assert_true(txt_embed(s->txt, &(struct txt_used){w->runs[0].font, cids, w->nglyphs}, &again, s->mem, s->diag));
	assert_int_equal(e.size, again.size);
	assert_memory_equal(e.data, again.data, e.size);
	assert_string_equal(e.name, again.name);
	assert_string_equal(e.name + 6, "+NotoSans-Regular");
	assert_string_equal(e.text[3], "ö");
	assert_string_equal(e.text[6], "−");
	assert_null(e.text[0]);
	hb_blob_t *blob = hb_blob_create(e.data, (unsigned)e.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);
	hb_font_t *font = hb_font_create(face);
	hb_font_set_scale(font, 1000, 1000);
	for (int i = 1; i <= w->nglyphs; i++) {
		unsigned gid = (unsigned)e.cid_to_gid[2 * i] << 8 | e.cid_to_gid[2 * i + 1];
		assert_in_range(gid, 1, hb_face_get_glyph_count(face) - 1);
		assert_int_equal(hb_font_get_glyph_h_advance(font, gid), e.width[i]);
		assert_int_equal(txt_advance(s->txt, w->runs[0].font, cids[i - 1]), e.width[i]);
	}
	assert_int_equal(e.cid_to_gid[0] + e.cid_to_gid[1], 0);
	assert_true(e.ascent > 900 && e.descent < -200 && e.cap_height > 600 && e.flags & 4);
	hb_font_destroy(font);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
}

static uint32_t big_endian(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Whether a browser takes it, the suite html asks one. */
static void a_web_font_has_what_is_shown(void **state)
{
	struct set *s = *state;
	const uint32_t few[] = {'A', 'B'}, more[] = {'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'};
	struct txt_web a, again, b;
	int font = txt_shown_by(s->txt, s->face, 'A');
	assert_true(font >= 0);
	assert_int_equal(txt_shown_by(s->txt, s->face, 0x10FFFF), -1);
	assert_true(txt_web(s->txt, font, few, 2, &a, s->mem));
	assert_true(txt_web(s->txt, font, few, 2, &again, s->mem));
	assert_true(txt_web(s->txt, font, more, 8, &b, s->mem));
	assert_memory_equal(a.data, "wOF2\0\1\0\0", 8);
	assert_int_equal(big_endian(a.data + 8), a.size);
	assert_int_equal(a.size, again.size);
	assert_memory_equal(a.data, again.data, a.size);
	assert_true(b.size > a.size);
	assert_string_equal(a.family, "Noto Sans");
}

static void too_many_keys_are_told(void **state)
{
	struct set *s = *state;
	for (int i = 0; i < 70000; i++) {
		char text[64] = "a";
		size_t n = 1;
		for (int bit = 0; bit < 17; bit++, n += 3)
			memcpy(text + n, i >> bit & 1 ? "\u200C" : "\u200D", 3);
		assert_int_not_equal(txt_word(s->txt, s->face, NULL, text, n)->glyphs[0].key, 0);
	}
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 1);
	size_t n;
	assert_string_equal(diag_sorted(s->diag, &n)[0].code, "GLYPHEN");
}

static void odd_bytes_do_no_harm(void **state)
{
	struct set *s = *state;
	uint32_t seed = 1;
	char text[48];
	assert_int_equal(word(s, "")->nglyphs, 0);
	assert_int_equal(word(s, "\u00AD")->nglyphs, 0);
	for (int i = 0; i < 20000; i++) {
		size_t n = (seed >> 24) % sizeof text;
		for (size_t k = 0; k < n; k++)
			text[k] = (char)((seed = seed * 1664525 + 1013904223) >> 24);
		const struct txt_word *w = txt_word(s->txt, s->face, "de", text, n);
		int32_t sum = 0;
		for (int k = 0; k < w->nglyphs; k++)
			sum += w->glyphs[k].adv;
		assert_int_equal(sum, w->width);
		uint8_t level[sizeof text];
		txt_bidi(text, n, i & 1, level);
	}
	char *longest = malloc(100000);
	memset(longest, 'x', 100000);
	assert_int_equal(txt_word(s->txt, s->face, "de", longest, 100000)->nglyphs, 65535);
	free(longest);
}

static bool complains(const char *dir, const struct style *style, const char *code)
{
	struct diag *d = diag_new();
	struct txt *t = txt_open(style, dir, d);
	struct sty_char ch = {.role = STY_TEXT, .weight = 400, .size = 10000};
	if (t)
		txt_word(t, txt_face(t, &ch), "de", "Wohnung", 7);
	txt_close(t);
	size_t n;
	bool said = false;
	const struct diag_msg *m = diag_count(d, DIAG_SYSTEM) ? diag_sorted(d, &n) : (n = 0, NULL);
	for (size_t i = 0; i < n; i++)
		said |= !strcmp(m[i].code, code) && m[i].sev == DIAG_SYSTEM;
	diag_free(d);
	return said;
}

static void put_file(const char *dir, const char *name, const char *data, size_t n)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", dir, name);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	fwrite(data, 1, n, f);
	fclose(f);
}

static void bad_fonts_lists_and_tables_are_told(void **state)
{
	struct set *s = *state;
	char dir[] = "/tmp/text_test.XXXXXX";
	static const char list[] =
		"schrift;Noto Sans;400;aufrecht;a.ttf\nschrift;Noto Serif;400;aufrecht;a.ttf\n"
		"schrift;Noto Naskh Arabic;400;aufrecht;a.ttf\nschrift;Noto Sans Mono;400;aufrecht;a.ttf\n";
	struct style other = {.file = "gestaltung.xml"};
	assert_non_null(mkdtemp(dir));
	assert_true(complains(dir, &s->style, "DATEI"));
	put_file(dir, "fonts.txt", "unsinn\n", 7);
	assert_true(complains(dir, &s->style, "SCHRIFT"));
	put_file(dir, "fonts.txt", list, sizeof list - 1);
	assert_true(complains(dir, &s->style, "DATEI"));
	put_file(dir, "a.ttf", "keine Schrift", 13);
	assert_true(complains(dir, &s->style, "SCHRIFT"));
	other.font[STY_TEXT].family = "Gibt es nicht";
	assert_true(complains(dir, &other, "SCHRIFT"));
	struct file_map map;
	assert_true(file_map(&map, file_join(s->mem, fonts_dir(s->mem), "NotoSans-Regular.ttf"), s->diag));
	put_file(dir, "a.ttf", map.data, map.size / 2);
	complains(dir, &s->style, "");
	put_file(dir, "a.ttf", map.data, map.size);
	put_file(dir, "de.hyf", "zu kurz", 7);
	assert_true(complains(dir, &s->style, "TRENNTABELLE"));
	file_unmap(&map);
	for (size_t i = 0; i < 3; i++) {
		static const char *const names[] = {"fonts.txt", "a.ttf", "de.hyf"};
		remove(file_join(s->mem, dir, names[i]));
	}
	remove(dir);
}

static void font_files_are_those_of_the_list(void **state)
{
	struct set *s = *state;
	FILE *f = fopen("fonts/PRUEFSUMMEN", "r");
	char sum[65], name[128], hex[65];
	int n = 0;
	assert_non_null(f);
	for (; fscanf(f, "%64s %127s", sum, name) == 2; n++) {
		struct file_map map;
		uint8_t digest[HASH_SHA256];
		assert_true(file_map(&map, file_join(s->mem, fonts_dir(s->mem), name), s->diag));
		hash_sha256(map.data, map.size, digest);
		hash_hex(digest, sizeof digest, hex);
		assert_string_equal(hex, sum);
		file_unmap(&map);
	}
	assert_true(n >= 11);
	fclose(f);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(german_words_break_by_the_rules),
		T(hyphens_and_slashes_of_the_author_break_plainly),
		T(soft_hyphens_win_over_the_dictionary),
		T(addresses_break_at_their_marks),
		T(code_is_never_hyphenated),
		T(other_languages),
		T(tables_agree_with_libhyphen),
		T(lacking_characters_come_from_other_fonts_or_are_told),
		T(a_minus_is_drawn_as_a_dash_and_stays_a_minus),
		T(blanks_that_do_not_break),
		T(languages),
		T(hyphen_and_space_words),
		T(figures_and_faces),
		T(arabic_is_joined_and_keeps_its_text),
		T(levels),
		T(an_embedded_font_draws_what_was_shaped),
		T(a_web_font_has_what_is_shown),
		T(too_many_keys_are_told),
		T(odd_bytes_do_no_harm),
		T(bad_fonts_lists_and_tables_are_told),
		T(font_files_are_those_of_the_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
