// without: layout text
/* view_test.c: a page as a drawing: words where the layout put them, lines, and the block at a place. The page is made
 * by hand; each letter is half as wide as it is high. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "view/view.h"

static const char *const letters[] = {"H", "a", " ", "\u00AD", "ffi", "<"};

const char *txt_key_text(const struct txt *t, int font, uint16_t key)
{
	(void)t;
	(void)font;
	return letters[key];
}

int txt_advance(const struct txt *t, int font, uint16_t key)
{
	(void)t;
	(void)font;
	(void)key;
	return 500;
}

void lay_page_size(const struct lay *l, int page, len_t *w, len_t *h)
{
	(void)l;
	(void)page;
	*w = LEN_PT(595.28);
	*h = LEN_PT(842);
}

void lay_page(struct lay *l, int page, struct lay_page *room)
{
	(void)l;
	(void)page;
	(void)room;                                        /* the test has filled it */
}

static struct lay_item text(len_t x, len_t y, uint32_t first, uint32_t n)
{
	return (struct lay_item){
		.kind = LAY_TEXT, .u.text = {.font = 2, .size = LEN_PT(10), .x = x, .y = y, .first = first, .n = n}};
}

static void draws(struct lay_page *page, const char *wanted)
{
	struct buf b = {0};
	view_page(&b, NULL, NULL, 0, page);
	if (!strstr(b.data, wanted))
		print_error("not in it: %s\n%s\n", wanted, b.data);
	assert_non_null(strstr(b.data, wanted));
	buf_free(&b);
}

static void words_stand_in_their_places(void **state)
{
	(void)state;
	struct lay_glyph glyphs[] = {{.key = 0}, {.key = 1}, {.key = 2}, {.key = 1}, {.key = 3}, {.key = 4},
		{.key = 5}};
	struct lay_item line = text(LEN_PT(10.05), LEN_PT(20), 0, 4), end = text(LEN_PT(10), LEN_PT(20), 3, 2),
			joined = text(LEN_PT(10), LEN_PT(20), 5, 2), up = text(LEN_PT(10), LEN_PT(20), 0, 2),
			rtl = text(LEN_PT(10), LEN_PT(20), 0, 2);
	struct lay_page page = {.items = &line, .nitems = 1, .glyphs = glyphs};
	draws(&page, "viewBox=\"0 0 595.28 842\"");
	draws(&page, "<text class=\"f2\" font-size=\"10\" fill=\"#000000\" y=\"20\">");
	draws(&page, "<tspan x=\"10.05\">Ha</tspan><tspan x=\"25.05\">a</tspan>");
	page.items = &end;                                 /* a hyphen at the end of its line is seen */
	draws(&page, "<tspan x=\"10\">a-</tspan>");
	page.items = &joined;                              /* after letters drawn as one the place is said anew */
	draws(&page, "<tspan x=\"10\">ffi</tspan><tspan x=\"15\">&lt;</tspan>");
	up.u.text.up = true;
	page.items = &up;
	draws(&page, "transform=\"translate(10 20) rotate(-90)\"><tspan x=\"0\">Ha</tspan>");
	rtl.u.text.rtl = true;
	page.items = &rtl;
	draws(&page, " x=\"10\" direction=\"rtl\">Ha</text>");
}

static void lines_and_areas(void **state)
{
	(void)state;
	uint8_t ops[] = {LAY_MOVE, LAY_LINE};
	struct lay_point pts[] = {{LEN_PT(1), LEN_PT(2)}, {LEN_PT(3.5), LEN_PT(2)}};
	struct lay_item path = {.kind = LAY_PATH,
		.u.path = {.nops = 2, .stroke = true, .stroke_rgb = 0x0F4C5C, .width = 500, .dash_on = LEN_PT(3)}};
	struct lay_page page = {.items = &path, .nitems = 1, .ops = ops, .pts = pts};
	draws(&page, "<path d=\"M1 2L3.5 2\" fill=\"none\" stroke=\"#0f4c5c\" stroke-width=\"0.5\" "
		     "stroke-dasharray=\"3 3\"/>");
	path.u.path.dash_off = LEN_PT(2);
	draws(&page, "stroke-dasharray=\"3 2\"");
	struct blk_image jpeg = {.data = "\xFF\xD8\xFF", .size = 3};
	struct lay_item image = {.kind = LAY_IMAGE, .u.image = {&jpeg, LEN_PT(1), LEN_PT(2), LEN_PT(30), LEN_PT(40)}};
	page.items = &image;
	draws(&page, "x=\"1\" y=\"2\" width=\"30\" height=\"40\" href=\"data:image/jpeg;base64,/9j/\"/>");
}

/* A line is read from left to right: what is on the pointed line is meant, however far beside. */
static void the_block_at_a_place(void **state)
{
	(void)state;
	struct block above = {0}, below = {0};
	struct lay_item items[] = {text(LEN_PT(10), LEN_PT(20), 0, 2), text(LEN_PT(100), LEN_PT(50), 0, 2),
		text(LEN_PT(10), LEN_PT(50), 0, 2)};
	struct lay_page page = {.items = items, .nitems = 3};
	items[0].owner = &above;
	items[1].owner = &below;                           /* the third is an artifact: nobody's */
	assert_ptr_equal(view_at(NULL, 0, 12, 18, &page), &above);
	assert_ptr_equal(view_at(NULL, 0, 30, 48, &page), &below);
	page.nitems = 0;
	assert_null(view_at(NULL, 0, 12, 18, &page));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_stand_in_their_places),
		cmocka_unit_test(lines_and_areas), cmocka_unit_test(the_block_at_a_place)};
	return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
