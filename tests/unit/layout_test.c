// without: text pdf
/* layout_test.c: lines and pages with a measuring fake: every character is half an em wide. In a word "|" is a place
 * for a hyphen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/u8.h"
#include "layout/layout.h"

/* ---- the fake room text: keys are the characters themselves ---- */

struct word { struct word *next; char *s; struct txt_word w; };
struct txt { struct mem *mem; struct word *words; };

static const struct txt_word *fake(struct txt *t, const char *s, size_t n)
{
	for (struct word *k = t->words; k; k = k->next)
		if (strlen(k->s) == n && !memcmp(k->s, s, n))
			return &k->w;
	struct word *k = MEM_NEW(t->mem, struct word);
	struct txt_glyph *g = MEM_ARRAY(t->mem, struct txt_glyph, n);
	struct txt_break *b = MEM_ARRAY(t->mem, struct txt_break, n);
	struct txt_run *r = MEM_NEW(t->mem, struct txt_run);
	*k = (struct word){.next = t->words, .s = mem_str(t->mem, s, n)};
	k->w = (struct txt_word){.glyphs = g, .runs = r, .breaks = b, .nruns = 1};
	for (const char *p = s, *end = s + n; p < end;) {
		uint32_t c = u8_get(&p, end);
		if (c == '|')
			b[k->w.nbreaks++] =
				(struct txt_break){(uint16_t)(p - s), k->w.nglyphs, TXT_HYPHEN, 1, k->w.width};
		else {
			g[k->w.nglyphs++] = (struct txt_glyph){(uint16_t)c, 500, 0, 0, 500};
			k->w.width += 500;
		}
		if (c == 0x263A)
			k->w.missing = c;
		if (c >= 0x590)
			k->w.bidi = true;
		if (k->w.nglyphs == 1)
			k->w.rtl = c >= 0x5D0 && c < 0x600;
	}
	r->n = k->w.nglyphs;
	t->words = k;
	return &k->w;
}

int txt_face(struct txt *t, const struct sty_char *ch) { (void)t; return ch->weight == 600; }
const struct txt_word *txt_word(struct txt *t, int face, const char *lang, const char *s, size_t n)
{
	(void)face;
	(void)lang;
	return fake(t, s, n);
}
const struct txt_word *txt_space(struct txt *t, int face) { (void)face; return fake(t, " ", 1); }
const struct txt_word *txt_hyphen(struct txt *t, int face) { (void)face; return fake(t, "-", 1); }
const struct txt_word *txt_nothing(struct txt *t, int face) { (void)face; return fake(t, " ", 1); }
const char *txt_key_text(const struct txt *t, int font, uint16_t key)
{
	(void)font;
	char c = (char)key;
	return mem_str(t->mem, &c, 1);
}
int txt_advance(const struct txt *t, int font, uint16_t key) { (void)t; (void)font; (void)key; return 500; }
len_t txt_width(struct txt *t, const struct sty_char *ch, const char *s, size_t n)
{
	(void)t;
	return (len_t)u8_count(s, n) * ch->size / 2;
}

bool txt_may_have_rtl(const char *s, size_t n) { return memchr(s, 0xD7, n) != NULL; }

/* Hebrew letters and the blanks between two of them are at level 1, the rest at the base or, for Latin letters, at
 * an even level. */
bool txt_bidi(const char *s, size_t n, int base, uint8_t *levels)
{
	bool any = false;
	for (size_t i = 0; i < n; i++) {
		bool hebrew = (unsigned char)s[i] == 0xD7 || (i && (unsigned char)s[i - 1] == 0xD7);
		levels[i] = (uint8_t)(hebrew ? 1 : s[i] == ' ' ? base : base ? 2 : 0);
		any |= hebrew;
	}
	for (size_t i = 1; i + 1 < n; i++)
		if (s[i] == ' ' && levels[i - 1] == levels[i + 1])
			levels[i] = levels[i - 1];
	return any || base;
}

/* ---- a document by hand ---- */

struct world {
	struct txt txt;
	struct blk_tree t;
	struct style *style;
	struct diag *diag;
	struct lay *lay;
	struct lay_page page;
};

static int set_up(void **state)
{
	struct world *w = mem_alloc(sizeof *w);
	memset(w, 0, sizeof *w);
	w->diag = diag_new();
	w->txt.mem = w->t.mem = mem_new();
	w->style = sty_load("templates/beckum", NULL, w->diag);
	w->t.lang = "de";
	w->t.root = blk_add(&w->t, NULL, BLK_DOCUMENT, BLK_STACK, "k.xml", 1);
	*state = w;
	return w->style ? 0 : -1;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	lay_free(w->lay);
	lay_page_free(&w->page);
	sty_free(w->style);
	diag_free(w->diag);
	mem_free(w->t.mem);
	free(w);
	return 0;
}

static void run(struct world *w)
{
	blk_number(&w->t);
	w->lay = lay_run(&w->t, w->style, &w->txt, NULL, w->diag);
}

static struct block *para(struct world *w, struct block *in, const char *style, const char *text)
{
	struct block *b = blk_add(&w->t, in, BLK_P, BLK_TEXT, "k.xml", 7);
	b->style = sty_para(w->style, style);
	blk_seg(&w->t, b,
		(struct blk_seg){.kind = BLK_SEG_TEXT,
			.owner = b,
			.ch = &b->style->ch,
			.text = text,
			.len = (uint32_t)strlen(text)});
	return b;
}

/* A paragraph of n lines. */
static struct block *lines(struct world *w, struct block *in, const char *style, int n)
{
	struct block *b = para(w, in, style, "Zeile");
	for (int i = 1; i < n; i++) {
		blk_seg(&w->t, b, (struct blk_seg){.kind = BLK_SEG_BREAK, .owner = b, .ch = &b->style->ch});
		blk_seg(&w->t, b,
			(struct blk_seg){
				.kind = BLK_SEG_TEXT, .owner = b, .ch = &b->style->ch, .text = "Zeile", .len = 5});
	}
	return b;
}

/* What stands on a page at a height, as text; all of it for y 0. Artifacts only if asked for. */
static const char *text_at(struct world *w, int page, len_t y, bool artifacts)
{
	struct buf out = {0};
	lay_page(w->lay, page, &w->page);
	for (size_t i = 0; i < w->page.nitems; i++) {
		const struct lay_item *it = &w->page.items[i];
		if (it->kind != LAY_TEXT || (it->owner == NULL) != artifacts || (y && it->u.text.y != y))
			continue;
		for (uint32_t g = 0; g < it->u.text.n; g++)
			buf_u8(&out, w->page.glyphs[it->u.text.first + g].key);
		if (!y)
			buf_chr(&out, '\n');
	}
	char *s = mem_str(w->t.mem, out.data ? out.data : "", out.len);
	buf_free(&out);
	return s;
}

/* The words of the first line as they stand from left to right, a bar between them. */
static const char *seen(struct world *w)
{
	struct buf out = {0};
	lay_page(w->lay, 0, &w->page);
	for (len_t last = -1;;) {
		const struct lay_item *next = NULL;
		len_t left = 0;
		for (size_t i = 0; i < w->page.nitems; i++) {
			const struct lay_item *it = &w->page.items[i];
			len_t x = it->kind == LAY_TEXT
				? it->u.text.x - (it->u.text.rtl ? (len_t)it->u.text.n * it->u.text.size / 2 : 0)
				: 0;
			if (it->kind == LAY_TEXT && it->owner && it->u.text.y == LEN_PT(105) &&
				(it->u.text.n > 1 || w->page.glyphs[it->u.text.first].key != ' ') && x > last &&
				(!next || x < left)) {
				next = it;
				left = x;
			}
		}
		if (!next)
			break;
		last = left;
		for (uint32_t g = 0; g < next->u.text.n; g++)
			buf_u8(&out, w->page.glyphs[next->u.text.first + g].key);
		buf_chr(&out, '|');
	}
	char *s = mem_str(w->t.mem, out.data ? out.data : "", out.len);
	buf_free(&out);
	return s;
}

static int page_of(struct world *w, const struct block *b, len_t *y)
{
	int page = -1;
	assert_true(lay_place(w->lay, b, &page, y));
	return page;
}

static int count(const char *text, const char *what)
{
	int n = 0;
	for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
		n++;
	return n;
}

static char *word_of(struct world *w, int n, char c)
{
	char *s = mem_get(w->t.mem, (size_t)n + 1);
	memset(s, c, (size_t)n);
	return s;
}

/* A line holds 70 characters. Greedy lines would be 70 and 60 long; the best ones are 61 and 69. */
static void test_total_fit(void **state)
{
	struct world *w = *state;
	const char *text = mem_fmt(w->t.mem, "%s %s %s %s %s %s", word_of(w, 30, 'a'), word_of(w, 30, 'b'),
		word_of(w, 8, 'c'), word_of(w, 60, 'd'), word_of(w, 20, 'e'), word_of(w, 30, 'f'));
	para(w, w->t.root, "fliess", text);
	run(w);
	assert_int_equal(lay_pages(w->lay), 1);
	assert_int_equal(count(text_at(w, 0, LEN_PT(105), false), "c"), 0);
	assert_int_equal(count(text_at(w, 0, LEN_PT(120), false), "c"), 8);
	assert_int_equal(count(text_at(w, 0, LEN_PT(120), false), "d"), 60);
	assert_int_equal(count(text_at(w, 0, LEN_PT(135), false), "f"), 30);
}

/* A hyphen only where the line would be more than 42 pt shorter. */
static void test_hyphen(void **state)
{
	struct world *w = *state;
	para(w, w->t.root, "fliess",
		mem_fmt(w->t.mem, "%s bbbb|bbbb|bbbb|bbbb %s", word_of(w, 58, 'a'), word_of(w, 30, 'c')));
	para(w, w->t.root, "fliess",
		mem_fmt(w->t.mem, "%s bbbb|bbbb|bbbb|bbbb %s", word_of(w, 64, 'a'), word_of(w, 30, 'c')));
	run(w);
	assert_int_equal(count(text_at(w, 0, LEN_PT(105), false), "bbbbbbbb-"), 1);
	assert_int_equal(count(text_at(w, 0, LEN_PT(142.5), false), "b"), 0);
}

/* Of words that could all be divided no more than two lines in a row end with a hyphen. */
static void test_hyphens_in_a_row(void **state)
{
	struct world *w = *state;
	struct buf b = {0};
	int row = 0, most = 0;
	for (int i = 0; i < 40; i++)
		buf_str(&b, "bbbbbbbb|bbbbbbbb|bbbbbbbbb ");
	struct block *p = para(w, w->t.root, "fliess", mem_str(w->t.mem, b.data, b.len));
	buf_free(&b);
	run(w);
	for (len_t y = LEN_PT(105); *text_at(w, 0, y, false); y += p->style->leading) {
		row = strchr(text_at(w, 0, y, false), '-') ? row + 1 : 0;
		most = row > most ? row : most;
	}
	assert_in_range(most, 1, 2);
}

/* No hyphen at the end of a page, where the paragraph is no longer without it. */
static void test_hyphen_at_a_page_end(void **state)
{
	struct world *w = *state;
	struct buf b = {0}, out = {0};
	const char *full = word_of(w, 69, 'a'), *short_of = word_of(w, 58, 'b'), *rest = word_of(w, 53, 'd');
	for (int i = 0; i < 60; i++)
		buf_fmt(&b, "%s %s %s cccc|cccc|cccc|cccc %s ", full, full, short_of, rest);
	para(w, w->t.root, "fliess", mem_str(w->t.mem, b.data, b.len - 1));
	run(w);
	lay_dump_lines(w->lay, &out);
	assert_true(lay_pages(w->lay) > 4);
	assert_non_null(strstr(out.data, "-\"\n"));
	assert_null(strstr(out.data, "-\"\nSeite"));
	buf_free(&b);
	buf_free(&out);
}

/* Justified lines end at the edge to a rounding, the last one where its words end; none is stretched that need not. */
static void test_justified(void **state)
{
	struct world *w = *state;
	struct sty_para style = *sty_para(w->style, "fliess");
	style.align = STY_BLOCK;
	style.nohang = true;
	struct block *b = para(w, w->t.root, "fliess",
		mem_fmt(w->t.mem, "%s %s %s %s %s", word_of(w, 30, 'a'), word_of(w, 20, 'b'), word_of(w, 17, 'c'),
			word_of(w, 40, 'd'), word_of(w, 28, 'e')));
	b->style = &style;
	run(w);
	struct buf out = {0};
	lay_dump_lines(w->lay, &out);
	const len_t edge = w->style->page.width - w->style->page.right;
	int found = 0;
	for (const char *p = out.data; (p = strstr(p, "\n  Text x 187.08 bis ")); p++) {
		len_t to = (len_t)(strtod(p + strlen("\n  Text x 187.08 bis "), NULL) * 1000),
		      wanted = found++ ? edge - LEN_PT(6.5) : edge;
		assert_in_range(to, wanted - 200, wanted + 200);
	}
	assert_int_equal(found, 2);
	buf_free(&out);
}

/* A tab leads to its stop; a text that has passed it keeps two points away. */
static void test_tab(void **state)
{
	struct world *w = *state;
	for (int n = 2; n <= 20; n += 18) {
		struct block *b = para(w, w->t.root, "fliess", word_of(w, n, 'a'));
		b->tab = LEN_PT(40);
		blk_seg(&w->t, b, (struct blk_seg){.kind = BLK_SEG_TAB, .owner = b, .ch = &b->style->ch});
		blk_seg(&w->t, b,
			(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = b, .ch = &b->style->ch, .text = "z", .len = 1});
	}
	run(w);
	len_t x[4] = {0};
	int n = 0;
	lay_page(w->lay, 0, &w->page);
	for (size_t i = 0; i < w->page.nitems && n < 2; i++)
		if (w->page.items[i].kind == LAY_TEXT && w->page.glyphs[w->page.items[i].u.text.first].key == 'z')
			x[n++] = w->page.items[i].u.text.x;
	const len_t left = w->style->page.width - w->style->page.right - w->style->page.text;
	assert_in_range(x[0], left + LEN_PT(40) - 2, left + LEN_PT(40) + 2);
	assert_in_range(x[1], left + LEN_PT(10) * 20 / 2 + 1998, left + LEN_PT(10) * 20 / 2 + 2002);
}

static void test_overlong(void **state)
{
	struct world *w = *state;
	para(w, w->t.root, "fliess", word_of(w, 200, 'x'));
	para(w, w->t.root, "fliess", "ein \u263A und noch ein \u263A");
	run(w);
	assert_int_equal(count(text_at(w, 0, 0, false), "x"), 200);
	assert_int_equal(diag_count(w->diag, DIAG_WARNUNG), 1);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
	size_t n;
	assert_int_equal(diag_sorted(w->diag, &n)[0].line, 7);
}

/* Two Hebrew words in German text change places; Hebrew text begins at the right and holds a Latin word of two
 * parts. */
static void test_bidi(void **state)
{
	struct world *w = *state;
	para(w, w->t.root, "fliess", "ab אב גד cd");
	run(w);
	assert_string_equal(seen(w), "ab |גד|אב| cd|");
}

static void test_rtl(void **state)
{
	struct world *w = *state;
	struct block *b = para(w, w->t.root, "fliess", "אב גד ab cd הו");
	b->lang = "he";
	run(w);
	assert_string_equal(seen(w), "הו|ab cd|גד|אב|");
	const struct lay_item *first = NULL;
	for (size_t i = 0; i < w->page.nitems && !first; i++)
		first = w->page.items[i].owner && w->page.items[i].kind == LAY_TEXT ? &w->page.items[i] : NULL;
	assert_in_range(first->u.text.x, w->style->page.width - w->style->page.right - 2,
		w->style->page.width - w->style->page.right + 2);
	assert_true(first->u.text.rtl);
}

static void test_empty(void **state)
{
	struct world *w = *state;
	struct block *b = para(w, w->t.root, "fliess", "");
	int page;
	len_t y;
	run(w);
	assert_int_equal(lay_pages(w->lay), 1);
	assert_string_equal(text_at(w, 0, 0, false), "");
	assert_false(lay_place(w->lay, b, &page, &y));
	assert_int_equal(lay_last_page(w->lay, b), -1);
}

/* Of 45 lines 42 are taken: of five lines two stay, three lines go together. */
static void test_widows(void **state)
{
	struct world *w = *state;
	lines(w, w->t.root, "fliess", 42);
	struct block *b = lines(w, w->t.root, "fliess", 5);
	lines(w, w->t.root, "fliess", 9);              /* a last page of few lines has rules of its own */
	run(w);
	assert_int_equal(lay_pages(w->lay), 2);
	assert_int_equal(count(text_at(w, 0, 0, false), "Zeile"), 44);
	assert_int_equal(lay_last_page(w->lay, b), 1);
}

static void test_orphans(void **state)
{
	struct world *w = *state;
	lines(w, w->t.root, "fliess", 42);
	struct block *b = lines(w, w->t.root, "fliess", 3);
	lines(w, w->t.root, "fliess", 9);
	int page;
	len_t y;
	run(w);
	assert_true(lay_place(w->lay, b, &page, &y));
	assert_int_equal(page, 1);
	assert_int_equal(y, LEN_PT(94.5));
}

/* A heading takes three lines of its text along. */
static void test_heading(void **state)
{
	struct world *w = *state;
	lines(w, w->t.root, "fliess", 39);
	struct block *h = para(w, w->t.root, "h2", "Titel");
	lines(w, w->t.root, "fliess", 6);
	int page;
	len_t y;
	run(w);
	assert_true(lay_place(w->lay, h, &page, &y));
	assert_int_equal(page, 1);
}

static void test_keep(void **state)
{
	struct world *w = *state;
	lines(w, w->t.root, "fliess", 40);
	struct block *b = blk_add(&w->t, w->t.root, BLK_DIV, BLK_STACK, "k.xml", 9);
	b->keep = true;
	lines(w, b, "fliess", 4);
	lines(w, b, "fliess", 4);
	int page;
	len_t y;
	run(w);
	assert_true(lay_place(w->lay, b, &page, &y));
	assert_int_equal(page, 1);
	assert_int_equal(lay_pages(w->lay), 2);
}

static struct block *cell(struct world *w, struct block *row, enum blk_role role, const char *text)
{
	struct block *c = blk_add(&w->t, row, role, BLK_CELL, "k.xml", 3);
	struct blk_cell *k = MEM_NEW(w->t.mem, struct blk_cell);
	*k = (struct blk_cell){.colspan = 1, .rowspan = 1};
	c->cell = k;
	para(w, c, "tabelle", text);
	return c;
}

static struct block *table(struct world *w, int rows)
{
	struct block *g = blk_add(&w->t, w->t.root, BLK_TABLE, BLK_GRID, "k.xml", 3);
	struct blk_table *t = MEM_NEW(w->t.mem, struct blk_table);
	*t = (struct blk_table){.style = sty_table(w->style, "daten"),
		.cols = MEM_ARRAY(w->t.mem, struct blk_col, 2),
		.ncols = 2,
		.hints = true,
		.continued = "Tabelle 1 (Fortsetzung) · Probe"};
	g->table = t;
	g->place = BLK_FULL;
	struct block *cap = para(w, g, "tabtitel", "Tabelle 1 · Probe");
	cap->role = BLK_CAPTION;
	struct block *head =
		blk_add(&w->t, blk_add(&w->t, g, BLK_THEAD, BLK_STACK, "k.xml", 3), BLK_TR, BLK_ROW, "k.xml", 3);
	cell(w, head, BLK_TH, "Kopf");
	cell(w, head, BLK_TH, "Kopf");
	struct block *body = blk_add(&w->t, g, BLK_TBODY, BLK_STACK, "k.xml", 3);
	for (int i = 0; i < rows; i++) {
		struct block *row = blk_add(&w->t, body, BLK_TR, BLK_ROW, "k.xml", 3);
		cell(w, row, BLK_TD, "Name");
		cell(w, row, BLK_TD, "Wert");
	}
	return g;
}

/* Head and caption again as artifacts, every row once, at least two on each page. */
static void test_table(void **state)
{
	struct world *w = *state;
	struct block *g = table(w, 70);
	run(w);
	int rows = 0, pages = lay_pages(w->lay);
	assert_in_range(pages, 3, 4);
	for (int p = 0; p < pages; p++) {
		int here = count(text_at(w, p, 0, false), "Name");
		assert_in_range(here, 2, 40);
		rows += here;
		assert_int_equal(count(text_at(w, p, 0, true), "Kopf"), p ? 2 : 0);
		assert_int_equal(count(text_at(w, p, 0, true), "Fortsetzung auf Seite"), p + 1 < pages);
		assert_int_equal(count(text_at(w, p, 0, true), "(Fortsetzung) · Probe"), p > 0);
	}
	assert_int_equal(rows, 70);
	assert_int_equal(lay_last_page(w->lay, g), pages - 1);
}

/* A chapter does not end on a page that holds a row or two of a table's end: more of them go there. */
static void test_table_end(void **state)
{
	struct world *w = *state;
	enum { CHAPTERS = 12, ROWS = 15 };
	struct block *tables[CHAPTERS];
	for (int i = 0; i < CHAPTERS; i++) {
		struct block *h = lines(w, w->t.root, "fliess", 22 + i);
		h->page_before = true;
		tables[i] = table(w, ROWS);
	}
	run(w);
	int divided = 0;
	for (int i = 0; i < CHAPTERS; i++) {
		const int last = lay_last_page(w->lay, tables[i]), here = count(text_at(w, last, 0, false), "Name");
		assert_in_range(here, 5, ROWS);
		divided += here < ROWS;
	}
	assert_in_range(divided, CHAPTERS / 2, CHAPTERS);
}

/* A row of many lines may be divided, and no line of it is lost. */
static void test_tall_row(void **state)
{
	struct world *w = *state;
	struct block *g = table(w, 2);
	struct block *c = g->last->last->last;
	lines(w, c, "tabelle", 90);
	run(w);
	int all = 0;
	for (int p = 0; p < lay_pages(w->lay); p++)
		all += count(text_at(w, p, 0, false), "Zeile");
	assert_int_equal(all, 90);
	assert_int_equal(lay_pages(w->lay), 2);
}

/* Where a row is divided, paragraphs of two lines stay whole, even if the page could be fuller otherwise. */
static void test_whole_in_a_row(void **state)
{
	struct world *w = *state;
	enum { CHAPTERS = 24, MANY = 8 };
	struct block *items[CHAPTERS][MANY];
	for (int i = 0; i < CHAPTERS; i++) {
		lines(w, w->t.root, "fliess", 14 + i)->page_before = true;
		struct block *g = table(w, 2), *c = g->last->last->last;
		struct blk_table *t = MEM_NEW(w->t.mem, struct blk_table);
		*t = *g->table;
		t->style = sty_table(w->style, "massnahme");   /* kept whole, as long as no page is half empty for it */
		g->table = t;
		for (int k = 0; k < MANY; k++)
			items[i][k] = lines(w, c, "tabelle", 2);
		lines(w, w->t.root, "fliess", 20);
	}
	run(w);
	int divided = 0;
	for (int i = 0; i < CHAPTERS; i++) {
		len_t y;
		for (int k = 0; k < MANY; k++)
			assert_int_equal(page_of(w, items[i][k], &y), lay_last_page(w->lay, items[i][k]));
		divided += page_of(w, items[i][0], &y) != page_of(w, items[i][MANY - 1], &y);
	}
	assert_in_range(divided, 4, CHAPTERS);
}

/* The note stands at the foot of the page that holds its mark. */
static void test_note(void **state)
{
	struct world *w = *state;
	lines(w, w->t.root, "fliess", 43);
	struct block *b = lines(w, w->t.root, "fliess", 2);
	struct block *note = blk_add(&w->t, b, BLK_NOTE, BLK_FOOT, "k.xml", 8);
	struct blk_seg *s = blk_seg(&w->t, b,
		(struct blk_seg){.kind = BLK_SEG_NOTE, .owner = b, .ch = &b->style->ch, .text = "1", .len = 1});
	s->target = note;
	struct block *p = para(w, note, "fussnote", "Anmerkung");
	run(w);
	int page, last;
	len_t y;
	assert_true(lay_place(w->lay, p, &page, &y));
	assert_true(lay_place(w->lay, b, &last, &y));
	assert_int_equal(page, 1);
	assert_int_equal(last, 1);
	assert_true(lay_place(w->lay, p, &page, &y));
	assert_int_equal(y, LEN_PT(769.5) - p->style->leading);
}

/* Three digits are more than was reserved: the contents are set again, the number still ends at the right edge. */
static void test_contents(void **state)
{
	struct world *w = *state;
	struct block *toc = blk_add(&w->t, w->t.root, BLK_TOC, BLK_STACK, "k.xml", 2), *last = NULL;
	struct block *e = blk_add(&w->t, toc, BLK_TOCI, BLK_TEXT, "k.xml", 2);
	e->style = sty_para(w->style, "verz2");
	for (int i = 0; i < 119; i++) {
		last = para(w, w->t.root, "fliess", "Seite");
		last->page_before = true;
	}
	blk_seg(&w->t, e,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = e, .ch = &e->style->ch, .text = "Kapitel", .len = 7});
	blk_seg(&w->t, e, (struct blk_seg){.kind = BLK_SEG_TAB, .owner = e, .ch = &e->style->ch})->flags =
		BLK_SEG_RIGHT;
	blk_seg(&w->t, e, (struct blk_seg){.kind = BLK_SEG_PAGE, .owner = e, .ch = &e->style->ch})->target = last;
	run(w);
	assert_int_equal(lay_pages(w->lay), 120);
	assert_int_equal(count(text_at(w, 0, 0, false), "120"), 1);
	const struct lay_item *it = NULL;
	for (size_t i = 0; i < w->page.nitems; i++)
		if (w->page.items[i].kind == LAY_TEXT && w->page.items[i].owner == e)
			it = &w->page.items[i];
	assert_non_null(it);
	const struct sty_page *pg = &w->style->page;
	assert_int_equal(it->u.text.x + 15000, pg->left + pg->margin_col + pg->gutter + pg->text);
}

/* The last word of a paragraph is not divided, nor is one that a fixed space joins to it. */
static void test_last_word(void **state)
{
	struct world *w = *state;
	for (int fixed = 0; fixed < 2; fixed++)
		para(w, w->t.root, "fliess",
			mem_fmt(w->t.mem, "%s aaaaaaaaaa|bbbbbbbbbb%s", word_of(w, 55, 'x'), fixed ? "\u00a04." : ""));
	run(w);
	assert_int_equal(count(text_at(w, 0, 0, false), "aaaaaaaaaabbbbbbbbbb"), 2);
}

/* A page of 45 lines: 30 of text, a figure of 20, further text. Gives the figure. */
static struct block *figure_and_text(struct world *w, struct block *text[3], bool floats)
{
	lines(w, w->t.root, "fliess", 30);
	struct block *group = blk_add(&w->t, w->t.root, BLK_DIV, BLK_STACK, "k.xml", 3),
		     *figure = lines(w, group, "fliess", 20);
	group->keep = true;
	group->floats = floats;
	group->before = group->after = LEN_PT(30);
	for (int i = 0; i < 3; i++)
		text[i] = lines(w, w->t.root, "fliess", 8);
	return figure;
}

static void test_float(void **state)
{
	struct world *w = *state;
	struct block *text[3], *figure = figure_and_text(w, text, true);
	len_t y;
	run(w);
	assert_int_equal(lay_pages(w->lay), 2);
	assert_int_equal(page_of(w, text[0], &y), 0);
	assert_int_equal(y, LEN_PT(94.5) + 30 * LEN_PT(15) + LEN_PT(7.5));
	assert_int_equal(page_of(w, text[1], &y), 0);
	assert_int_equal(lay_last_page(w->lay, text[1]), 1);
	assert_int_equal(page_of(w, figure, &y), 1);
	assert_int_equal(y, LEN_PT(94.5));
	assert_int_equal(lay_last_page(w->lay, figure->parent), 1);
	assert_int_equal(page_of(w, text[2], &y), 1);
	assert_int_equal(count(text_at(w, 0, 0, false), "Zeile") + count(text_at(w, 1, 0, false), "Zeile"), 74);
}

static void test_no_float(void **state)
{
	struct world *w = *state;
	struct block *text[3];
	len_t y;
	figure_and_text(w, text, false);
	run(w);
	assert_int_equal(page_of(w, text[0], &y), 1);
}

/* A heading of the second level is not passed, and what leads in to something stays with it. */
static void test_float_border(void **state)
{
	struct world *w = *state;
	struct block *text[3], *figure = figure_and_text(w, text, true);
	len_t y;
	text[1]->role = BLK_H;
	text[1]->level = 2;
	run(w);
	assert_int_equal(page_of(w, text[0], &y), 0);
	assert_int_equal(page_of(w, figure, &y), 1);
	assert_int_equal(page_of(w, text[1], &y), 1);
}

static void test_float_lead_in(void **state)
{
	struct world *w = *state;
	struct block *text[3], *figure = figure_and_text(w, text, true);
	len_t y;
	text[0]->keep = text[0]->keep_next = true;
	text[1]->role = BLK_H;
	text[1]->level = 2;
	run(w);
	assert_int_equal(page_of(w, figure, &y), 1);
	assert_int_equal(page_of(w, text[0], &y), 1);
}

/* Footnotes of the text that moves up are on its page. */
static void test_float_note(void **state)
{
	struct world *w = *state;
	struct block *text[3], *figure = figure_and_text(w, text, true);
	struct block *note = blk_add(&w->t, text[0], BLK_NOTE, BLK_FOOT, "k.xml", 8);
	blk_seg(&w->t, text[0],
		(struct blk_seg){
			.kind = BLK_SEG_NOTE, .owner = text[0], .ch = &text[0]->style->ch, .text = "1", .len = 1})
		->target = note;
	struct block *p = para(w, note, "fussnote", "Anmerkung");
	len_t y;
	run(w);
	assert_int_equal(page_of(w, text[0], &y), 0);
	assert_int_equal(lay_last_page(w->lay, text[0]), 0);
	assert_int_equal(page_of(w, p, &y), 0);
	assert_int_equal(page_of(w, figure, &y), 1);
}

/* ---- whatever comes in whatever order: what announces something stands on the page of its beginning */

static struct block *titled_box(struct world *w, int n)
{
	struct block *box = blk_add(&w->t, w->t.root, BLK_DIV, BLK_STACK, "k.xml", 3);
	struct block *h = lines(w, box, "kastentitel", 1);
	blk_more(&w->t, box)->box = MEM_NEW(w->t.mem, struct blk_box);
	h->role = BLK_H;
	h->level = 4;
	h->keep_next = box->keep = true;
	for (int i = 0; i < 1 + n % 3; i++)
		lines(w, box, "fliess", 1 + n);
	return box;
}

/* A table one of whose rows announces the next one: that row. */
static struct block *table_with_heading(struct world *w, int n)
{
	struct block *row = table(w, 2 + n)->last->first;
	for (int i = 0; i < n / 2; i++)
		row = row->next;
	row->first->first->keep_next = true;
	return row;
}

/* One of the kinds of a paper; *announces: it may not be the last on its page. */
static struct block *any_block(struct world *w, unsigned kind, int n, bool *announces)
{
	static const char *const titles[] = {"h2", "h3", "teil"};
	struct block *b;
	*announces = kind < 4 || kind == 6;
	switch (kind) {
	case 0: case 1: case 2:
		b = lines(w, w->t.root, titles[kind], 1 + n % 3);
		b->role = BLK_H;
		b->level = (uint8_t)(kind + 2);
		b->keep_next = true;
		return b;
	case 3: b = lines(w, w->t.root, "quelle", 1 + n % 4); b->keep_next = true; return b;
	case 4: case 5: return titled_box(w, n);
	case 6: return table_with_heading(w, n);
	case 7:
		b = blk_add(&w->t, w->t.root, BLK_FIGURE, BLK_STACK, "k.xml", 3);
		lines(w, b, "fliess", 3 * n);
		b->keep = b->floats = true;
		return b;
	default: return lines(w, w->t.root, "fliess", n);
	}
}

static const struct block *first_text(const struct block *b)
{
	while (b && b->flow != BLK_TEXT)
		b = b->first;
	return b;
}

static void test_announced(void **state)
{
	struct world *w = *state;
	enum { MANY = 4000 };
	struct block **held = MEM_ARRAY(w->t.mem, struct block *, MANY), *b;
	uint32_t random = 7, nheld = 0;
	bool announces = false;
	for (int i = 0; i < MANY; i++) {
		random = random * 1664525 + 1013904223;
		b = any_block(w, (random >> 24) % 14, 1 + (int)((random >> 16) % 13), &announces);
		if (announces)
			held[nheld++] = b;
	}
	lines(w, w->t.root, "fliess", 9);
	run(w);
	assert_true(nheld > MANY / 5);
	for (uint32_t i = 0; i < nheld; i++) {
		len_t y;
		assert_int_equal(lay_last_page(w->lay, held[i]), page_of(w, first_text(held[i]->next), &y));
		if (held[i]->role == BLK_H)
			assert_int_equal(lay_last_page(w->lay, held[i]), page_of(w, held[i], &y));
	}
}

/* The text of one item's owner, as a screen reader gets it. */
static const char *read_out(struct world *w, const struct block *owner)
{
	struct buf out = {0};
	lay_page(w->lay, 0, &w->page);
	for (size_t i = 0; i < w->page.nitems; i++)
		if (w->page.items[i].kind == LAY_TEXT && w->page.items[i].owner == owner)
			for (uint32_t g = 0; g < w->page.items[i].u.text.n; g++)
				buf_u8(&out, w->page.glyphs[w->page.items[i].u.text.first + g].key);
	char *s = mem_str(w->t.mem, out.data ? out.data : "", out.len);
	buf_free(&out);
	return s;
}

/* Number in the margin, tab, forced break, line end, flush-right part: a white space each, and no other glyph moves. */
static void test_white_space(void **state)
{
	struct world *w = *state;
	struct block *h = blk_add(&w->t, w->t.root, BLK_P, BLK_TEXT, "k.xml", 2);
	h->style = sty_para(w->style, "fliess");
	h->tab = LEN_PT(30);
	blk_seg(&w->t, h,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = h, .ch = &h->style->ch, .text = "2.1", .len = 3})
		->flags = BLK_SEG_RAND;
	blk_seg(&w->t, h,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = h, .ch = &h->style->ch, .text = "a)", .len = 2});
	blk_seg(&w->t, h, (struct blk_seg){.kind = BLK_SEG_TAB, .owner = h, .ch = &h->style->ch});
	blk_seg(&w->t, h,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = h, .ch = &h->style->ch, .text = "Wohnraum", .len = 8});
	blk_seg(&w->t, h, (struct blk_seg){.kind = BLK_SEG_BREAK, .owner = h, .ch = &h->style->ch});
	const char *two = mem_fmt(w->t.mem, "%s %s", word_of(w, 40, 'x'), word_of(w, 40, 'y'));
	blk_seg(&w->t, h,
		(struct blk_seg){.kind = BLK_SEG_TEXT,
			.owner = h,
			.ch = &h->style->ch,
			.text = two,
			.len = (uint32_t)strlen(two)});
	blk_seg(&w->t, h, (struct blk_seg){.kind = BLK_SEG_TAB, .ch = &h->style->ch})->flags = BLK_SEG_RIGHT;
	blk_seg(&w->t, h,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = h, .ch = &h->style->ch, .text = "7", .len = 1});
	run(w);
	assert_string_equal(read_out(w, h),
		mem_fmt(w->t.mem, "2.1 a) Wohnraum %s %s 7", word_of(w, 40, 'x'), word_of(w, 40, 'y')));
	const struct sty_page *pg = &w->style->page;
	len_t axis = pg->left + pg->margin_col + pg->gutter;
	bool tabbed = false;
	for (size_t i = 0; i < w->page.nitems; i++)
		tabbed |= w->page.items[i].kind == LAY_TEXT &&
			w->page.glyphs[w->page.items[i].u.text.first].key == 'W' &&
			w->page.items[i].u.text.x == axis + h->tab;
	assert_true(tabbed);
}

/* A link over two lines holds the white space between them, but its area does not. */
static void test_link_line_end(void **state)
{
	struct world *w = *state;
	struct block *b = blk_add(&w->t, w->t.root, BLK_P, BLK_TEXT, "k.xml", 2),
		     *a = blk_add(&w->t, b, BLK_LINK, BLK_INLINE, "k.xml", 2);
	b->style = sty_para(w->style, "fliess");
	blk_more(&w->t, a)->href = "https://www.beckum.de";
	const char *two = mem_fmt(w->t.mem, "%s %s", word_of(w, 60, 'x'), word_of(w, 20, 'y'));
	blk_seg(&w->t, b,
		(struct blk_seg){.kind = BLK_SEG_TEXT,
			.owner = a,
			.ch = &b->style->ch,
			.text = two,
			.len = (uint32_t)strlen(two)});
	run(w);
	assert_string_equal(read_out(w, a), two);
	len_t wide[2] = {0};
	int n = 0;
	for (size_t i = 0; i < w->page.nitems; i++)
		if (w->page.items[i].kind == LAY_LINK && n < 2)
			wide[n++] = w->page.items[i].u.link.w;
	assert_int_equal(n, 2);
	assert_int_equal(wide[0], 60 * b->style->ch.size / 2);
	assert_int_equal(wide[1], 20 * b->style->ch.size / 2);
}

/* The label of a list item that holds blocks is on its first paragraph's page, though it stands in no paragraph. */
static void test_label(void **state)
{
	struct world *w = *state;
	struct block *l = blk_add(&w->t, w->t.root, BLK_L, BLK_STACK, "k.xml", 2),
		     *li = blk_add(&w->t, l, BLK_LI, BLK_STACK, "k.xml", 2);
	struct block *lbl = blk_add(&w->t, li, BLK_LBL, BLK_INLINE, "k.xml", 2),
		     *body = blk_add(&w->t, li, BLK_LBODY, BLK_STACK, "k.xml", 2);
	struct block *p = blk_add(&w->t, body, BLK_P, BLK_TEXT, "k.xml", 2);
	p->style = sty_para(w->style, "fliess");
	blk_seg(&w->t, p,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = lbl, .ch = &p->style->ch, .text = "1.", .len = 2});
	blk_seg(&w->t, p, (struct blk_seg){.kind = BLK_SEG_TAB, .owner = lbl, .ch = &p->style->ch});
	blk_seg(&w->t, p,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = p, .ch = &p->style->ch, .text = "Punkt", .len = 5});
	run(w);
	assert_int_equal(lay_last_page(w->lay, lbl), 0);
	assert_string_equal(read_out(w, lbl), "1. ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_total_fit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hyphen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hyphens_in_a_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hyphen_at_a_page_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_justified, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_tab, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_overlong, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_widows, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bidi, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rtl, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_orphans, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_heading, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_keep, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_table, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_table_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_tall_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_whole_in_a_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_note, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_contents, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_empty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_white_space, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_label, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_float, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_float, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_float_border, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_float_note, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_float_lead_in, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_announced, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_last_word, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_link_line_end, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
