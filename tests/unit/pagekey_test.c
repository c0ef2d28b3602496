/* pagekey_test.c: the key by which the stream of a page is kept holds all that is drawn: two pages that differ in one
 * thing have two keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "layout/lay.h"
#include "layout/page.h"
#include "pdf/write.h"

static struct style look = {.file = "gestaltung.xml", .page = {.width = LEN_PT(500), .height = LEN_PT(800)}};
static struct page sheet = {.look = &look};
static struct seq seq = {.pages = &sheet, .npages = 1};
static struct lay lay = {.seqs = &seq, .nseqs = 1};
static struct block para = {.role = BLK_P}, item = {.role = BLK_LBODY};
static const uint8_t ops[] = {LAY_MOVE, LAY_LINE, LAY_LINE};
static struct lay_point pts[] = {{1, 2}, {3, 4}, {5, 6}};
static struct lay_glyph glyphs[5];

static struct txt *txt;
static uint8_t plain, bold;                            /* fonts */

static bool same(struct lay_item a, struct lay_item b, struct pdf_shown shown_a, struct pdf_shown shown_b)
{
	struct pdf pdf = {.lay = &lay, .txt = txt};
	pdf.fonts = pdf_fonts_new(&pdf);
	struct pdf_page one = {.pictures = &shown_a, .npictures = 1}, two = {.pictures = &shown_b, .npictures = 1};
	struct lay_page p = {.items = &a, .nitems = 1, .ops = (uint8_t *)ops, .pts = pts, .glyphs = glyphs};
	pdf_page_key(&pdf, 0, &p, &one);
	p.items = &b;
	pdf_page_key(&pdf, 0, &p, &two);
	bool is = one.key.len == two.key.len && !memcmp(one.key.data, two.key.data, one.key.len);
	buf_free(&one.key);
	buf_free(&two.key);
	pdf_fonts_free(pdf.fonts);
	return is;
}

static const struct pdf_shown first = {1, 1};

/* b: a with one thing changed. */
#define DIFFERS(a, change) \
	do { \
		struct lay_item b = a; \
		b.change; \
		assert_false(same(a, b, first, first)); \
	} while (0)

static void of_a_path(void **state)
{
	(void)state;
	struct lay_item a = {.kind = LAY_PATH, .owner = &para};
	a.u.path.nops = 2;
	assert_true(same(a, a, first, first));
	DIFFERS(a, owner = &item);
	DIFFERS(a, owner = NULL);
	DIFFERS(a, u.path.nops = 3);
	DIFFERS(a, u.path.first_pt = 1);
	DIFFERS(a, u.path.fill = true);
	DIFFERS(a, u.path.stroke = true);
	DIFFERS(a, u.path.fill_rgb = 1);
	DIFFERS(a, u.path.stroke_rgb = 1);
	DIFFERS(a, u.path.width = 1);
	DIFFERS(a, u.path.dash_on = 1);
	DIFFERS(a, u.path.dash_off = 1);
}

static void of_a_picture(void **state)
{
	(void)state;
	struct lay_item a = {.kind = LAY_IMAGE, .owner = &para};
	DIFFERS(a, u.image.x = 1);
	DIFFERS(a, u.image.y = 1);
	DIFFERS(a, u.image.w = 1);
	DIFFERS(a, u.image.h = 1);
	assert_false(same(a, a, first, (struct pdf_shown){2, 1}));
	assert_false(same(a, a, first, (struct pdf_shown){1, 6}));
}

static const struct txt_word *shaped(int weight)
{
	struct sty_char ch = {.role = STY_TEXT, .weight = weight, .size = LEN_PT(10)};
	return txt_word(txt, txt_face(txt, &ch), "de", "abc", 3);
}

/* "ab", "ab" with a kerning, "c" */
static int set_up(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	const char *o = getenv("O");
	txt = txt_open(&look, mem_fmt(m, "%s/share/fonts", o ? o : "out"), d);
	const struct txt_word *w = txt ? shaped(400) : NULL;
	for (size_t i = 0; w && i < 5; i++)
		glyphs[i] = (struct lay_glyph){w->glyphs[i == 4 ? 2 : i % 2].key, i == 3 ? 7 : 0};
	plain = w ? w->runs[0].font : 0;
	bold = w ? shaped(700)->runs[0].font : 0;
	diag_free(d);
	mem_free(m);
	return plain == bold;
}

static int tear_down(void **state)
{
	(void)state;
	txt_close(txt);
	return 0;
}

static void of_text(void **state)
{
	(void)state;
	struct lay_item a = {.kind = LAY_TEXT, .owner = &para};
	a.u.text.font = plain;
	a.u.text.n = 2;
	assert_true(same(a, a, first, first));
	DIFFERS(a, owner = NULL);
	DIFFERS(a, artifact = LAY_HEADER);
	DIFFERS(a, u.text.font = bold);
	DIFFERS(a, u.text.size = LEN_PT(9));
	DIFFERS(a, u.text.track = 1);
	DIFFERS(a, u.text.x = 1);
	DIFFERS(a, u.text.y = 1);
	DIFFERS(a, u.text.rgb = 1);
	DIFFERS(a, u.text.rtl = true);
	DIFFERS(a, u.text.up = true);
	DIFFERS(a, u.text.n = 1);
	DIFFERS(a, u.text.n = 0);
	DIFFERS(a, u.text.first = 2);                  /* another kerning */
	DIFFERS(a, u.text.first = 3);                  /* other glyphs */
	a.u.text.n = 1;
	struct lay_item again = a;
	again.u.text.first = 2;
	assert_true(same(a, again, first, first));     /* the same glyph, from another place of the page's list */
}

/* The key of a page with the first glyph, in a document whose page before had the one at that place. */
static void key_behind(uint32_t before, struct pdf_page *out)
{
	struct pdf pdf = {.lay = &lay, .txt = txt};
	struct lay_item it = {.kind = LAY_TEXT, .owner = &para};
	struct lay_page p = {.items = &it, .nitems = 1, .glyphs = glyphs};
	pdf.fonts = pdf_fonts_new(&pdf);
	it.u.text.font = plain;
	it.u.text.n = 1;
	it.u.text.first = before;
	pdf_page_key(&pdf, 0, &p, out);
	it.u.text.first = 0;
	pdf_page_key(&pdf, 0, &p, out);
	pdf_fonts_free(pdf.fonts);
}

/* A glyph is drawn by a number that follows from what came before. */
static void of_text_behind_other_text(void **state)
{
	struct pdf_page same = {0}, again = {0}, other = {0};
	(void)state;
	key_behind(0, &same);
	key_behind(2, &again);
	key_behind(1, &other);
	assert_int_equal(same.key.len, again.key.len);
	assert_memory_equal(same.key.data, again.key.data, same.key.len);
	assert_int_equal(same.key.len, other.key.len);
	assert_memory_not_equal(same.key.data, other.key.data, same.key.len);
	buf_free(&same.key);
	buf_free(&again.key);
	buf_free(&other.key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_text), cmocka_unit_test(of_text_behind_other_text), cmocka_unit_test(of_a_path),
		cmocka_unit_test(of_a_picture)};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
