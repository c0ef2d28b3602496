/* block_test.c: blocks, their segments, and how a paragraph is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "block/block.h"
#include "block/say.h"

static struct blk_tree *new_tree(void)
{
	struct mem *m = mem_new();
	struct blk_tree *t = MEM_NEW(m, struct blk_tree);
	t->mem = m;
	t->root = blk_add(t, NULL, BLK_DOCUMENT, BLK_STACK, "a.xml", 1);
	t->lang = "de";
	return t;
}

static struct block *put(struct blk_tree *t, struct block *text, struct block *owner, const char *s)
{
	blk_seg(t, text, (struct blk_seg){.kind = BLK_SEG_TEXT, .owner = owner, .text = s, .len = (uint32_t)strlen(s)});
	return owner;
}

static void segments_stay_in_order(void **state)
{
	static const char digits[] = "0123456789";
	(void)state;
	struct blk_tree *t = new_tree();
	struct block *p = blk_add(t, t->root, BLK_P, BLK_TEXT, "a.xml", 2);
	for (int i = 0; i < 1000; i++)
		blk_seg(t, p, (struct blk_seg){.kind = BLK_SEG_TEXT, .owner = p, .text = digits + i % 10, .len = 1});
	assert_int_equal(p->nsegs, 1000);
	for (int i = 0; i < 1000; i++)
		assert_ptr_equal(p->segs[i].text, digits + i % 10);
	mem_free(t->mem);
}

static void blocks_are_numbered_as_they_are_read(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct block *a = blk_add(t, t->root, BLK_SECT, BLK_STACK, "a.xml", 2),
		     *b = blk_add(t, a, BLK_P, BLK_TEXT, "a.xml", 3),
		     *c = blk_add(t, t->root, BLK_P, BLK_TEXT, "a.xml", 4);
	blk_number(t);
	assert_int_equal(t->nblocks, 4);
	assert_int_equal(a->num, 1);
	assert_int_equal(b->num, 2);
	assert_int_equal(c->num, 3);
	assert_null(blk_walk(a, b));
	assert_null(a->more->alt);
	blk_more(t, a)->alt = "x";
	assert_null(b->more->alt);
	mem_free(t->mem);
}

static void a_paragraph_is_told_with_its_elements(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct block *p = blk_add(t, t->root, BLK_P, BLK_TEXT, "a.xml", 2),
		     *link = blk_add(t, p, BLK_LINK, BLK_INLINE, "a.xml", 2),
		     *en = blk_add(t, p, BLK_SPAN, BLK_INLINE, "a.xml", 2),
		     *blank = blk_add(t, p, BLK_SPAN, BLK_INLINE, "a.xml", 2);
	struct buf b = {0};
	blk_more(t, link)->href = "https://example.org/";
	en->lang = "en";
	blk_more(t, blank)->actual = "noch offen: Datum";
	put(t, p, p, "Mehr bei ");
	put(t, p, link, "uns");
	put(t, p, p, ", dem ");
	put(t, p, en, "best\u00ADof");
	put(t, p, p, " am ");
	put(t, p, blank, "____");
	blk_say_text(&b, p);
	assert_string_equal(b.data, "Mehr bei [Link] uns, dem [englisch] bestof [Ende] am [noch offen: Datum]");
	buf_free(&b);
	mem_free(t->mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(segments_stay_in_order),
		cmocka_unit_test(blocks_are_numbered_as_they_are_read),
		cmocka_unit_test(a_paragraph_is_told_with_its_elements)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
