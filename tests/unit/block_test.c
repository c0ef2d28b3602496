/* block_test.c: blocks, their segments, and how a paragraph is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/lang.h"
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

static void what_is_seldom_needed_is_a_blocks_own(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct block *a = blk_add(t, t->root, BLK_SPAN, BLK_INLINE, "a.xml", 2), *b = MEM_NEW(t->mem, struct block);
	blk_more(t, a)->alt = "x";
	*b = (struct block){.more = a->more};                  /* shares it, until it is filled */
	blk_more(t, b)->title = "y";
	assert_string_equal(b->more->alt, "x");
	assert_null(a->more->title);
	assert_ptr_equal(blk_more(t, b), b->more);
	mem_free(t->mem);
}

static void walking_is_one_order_for_readers_and_makers(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct block *a = blk_add(t, t->root, BLK_SECT, BLK_STACK, "a.xml", 2);
	blk_add(t, blk_add(t, a, BLK_L, BLK_STACK, "a.xml", 3), BLK_LI, BLK_TEXT, "a.xml", 4);
	blk_add(t, a, BLK_P, BLK_TEXT, "a.xml", 5);
	blk_add(t, t->root, BLK_P, BLK_TEXT, "a.xml", 6);
	int line = 1;
	const struct block *r = t->root;
	for (struct block *m = t->root; m; m = blk_step(t->root, m), r = blk_walk(t->root, r)) {
		assert_ptr_equal(m, r);
		assert_int_equal(m->line, line++);
	}
	assert_null(r);
	assert_int_equal(line, 7);
	assert_int_equal(blk_step(a, a->first->first)->line, 5);
	assert_null(blk_step(a, a->last));
	mem_free(t->mem);
}

static void the_chain_begins_with_the_outermost_element(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct block *p = blk_add(t, t->root, BLK_P, BLK_TEXT, "a.xml", 2), *in = p;
	for (int i = 0; i < BLK_CHAIN + 3; i++)
		in = blk_add(t, in, BLK_SPAN, BLK_INLINE, "a.xml", 3 + i);
	struct blk_chain c = blk_chain(in);
	assert_int_equal(c.n, BLK_CHAIN);
	assert_ptr_equal(c.at[c.n - 1], in);
	c = blk_chain(p->first->first);
	assert_int_equal(c.n, 2);
	assert_ptr_equal(c.at[0], p->first);
	assert_int_equal(blk_chain(p).n, 0);
	assert_int_equal(blk_chain(NULL).n, 0);
	mem_free(t->mem);
}

static void languages_run_their_way_and_have_german_names(void **state)
{
	(void)state;
	assert_true(blk_rtl("ar") && blk_rtl("ar-SY") && blk_rtl("ckb"));
	assert_false(blk_rtl("arn") || blk_rtl("de") || blk_rtl(NULL) || blk_rtl(""));
	assert_string_equal(lang_name("uk"), "ukrainisch");
	assert_string_equal(lang_name("en-GB"), "englisch");
	assert_string_equal(lang_name("xx"), "xx");
}

/* Table "Jahr | Summe" with one row: 2018 | 5. */
static struct block *small_table(struct blk_tree *t)
{
	static const struct blk_col cols[2];
	static const struct blk_table table = {.cols = cols, .ncols = 2};
	static struct blk_cell column = {.colspan = 1, .rowspan = 1, .scope = BLK_SCOPE_COLUMN},
			       row = {.colspan = 1, .rowspan = 1, .scope = BLK_SCOPE_ROW},
			       plain = {.colspan = 1, .rowspan = 1};
	static const struct { enum blk_role role; struct blk_cell *cell; const char *text; } cells[] = {
		{BLK_TH, &column, "Jahr"}, {BLK_TH, &column, "Summe"}, {BLK_TH, &row, "2018"}, {BLK_TD, &plain, "5"}};
	struct block *g = blk_add(t, t->root, BLK_TABLE, BLK_GRID, "a.xml", 7), *at = NULL;
	g->table = &table;
	for (int i = 0; i < 4; i++) {
		if (i % 2 == 0)
			at = blk_add(t, blk_add(t, g, i ? BLK_TBODY : BLK_THEAD, BLK_STACK, "a.xml", 7), BLK_TR,
				BLK_ROW, "a.xml", 8 + i / 2);
		struct block *c = blk_add(t, at, cells[i].role, BLK_CELL, "a.xml", 8 + i / 2);
		c->cell = cells[i].cell;
		struct block *p = blk_add(t, c, BLK_P, BLK_TEXT, "a.xml", 8 + i / 2);
		put(t, p, p, cells[i].text);
	}
	return g;
}

static void the_dump_shows_what_nobody_sees(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct buf b = {0};
	struct block *h = blk_add(t, t->root, BLK_H, BLK_TEXT, "a.xml", 2),
		     *p = blk_add(t, t->root, BLK_P, BLK_TEXT, "a.xml", 3);
	h->level = 2;
	h->outline = true;
	h->id = "ziele";
	put(t, h, h, "Ziele\u00A0\u00AD\u200B\"");
	put(t, p, p, "Ein Absatz, der länger ist als das, was in einer Zeile des Baums von ihm steht, nämlich so lang");
	p->target = h;
	small_table(t);
	blk_dump(t, &b);
	assert_string_equal(b.data,
		"Document 1\n"
		"  H2 2 id=\"ziele\" Lesezeichen \"Ziele~¬|\\\"\"\n"
		"  P 3 -> #ziele \"Ein Absatz, der länger ist als das, was in einer Zeile des …\"\n"
		"  Table 7 [Tabelle]\n"
		"    THead 7\n"
		"      TR 8\n"
		"        TH 8 Scope=Column\n"
		"          P 8 \"Jahr\"\n"
		"        TH 8 Scope=Column\n"
		"          P 8 \"Summe\"\n"
		"    TBody 7\n"
		"      TR 9\n"
		"        TH 9 Scope=Row\n"
		"          P 9 \"2018\"\n"
		"        TD 9\n"
		"          P 9 \"5\"\n");
	buf_free(&b);
	mem_free(t->mem);
}

static void a_cell_is_read_with_its_headers(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct buf b = {0};
	t->title = "Probe";
	small_table(t);
	blk_read_out(t, &b);
	assert_string_equal(b.data,
		"Dokument: Probe [deutsch]\n"
		"Tabelle, 2 Zeilen, 2 Spalten\n"
		"  Spalten: Jahr | Summe\n"
		"  2018, Summe: 5\n");
	buf_free(&b);
	mem_free(t->mem);
}

static void lists_pictures_and_notes_are_told(void **state)
{
	(void)state;
	struct blk_tree *t = new_tree();
	struct buf b = {0};
	struct block *l = blk_add(t, t->root, BLK_L, BLK_STACK, "a.xml", 2),
		     *li = blk_add(t, l, BLK_LI, BLK_TEXT, "a.xml", 3);
	put(t, li, li, "Eins");
	struct block *note = blk_add(t, li, BLK_NOTE, BLK_FOOT, "a.xml", 3),
		     *words = blk_add(t, note, BLK_P, BLK_TEXT, "a.xml", 3);
	blk_seg(t, li, (struct blk_seg){.kind = BLK_SEG_NOTE, .text = "1", .len = 1, .owner = li, .target = note});
	put(t, words, words, "1 Quelle");
	struct block *f = blk_add(t, t->root, BLK_FIGURE, BLK_IMAGE, "a.xml", 4);
	blk_more(t, f)->alt = "Marktplatz";
	blk_add(t, t->root, BLK_FIGURE, BLK_IMAGE, "a.xml", 5);
	blk_read_out(t, &b);
	assert_string_equal(b.data,
		"Dokument:  [deutsch]\n"
		"Liste, 1 Eintrag\n"
		"  Eins [Fußnote 1: Quelle]\n"
		"Bild: Marktplatz\n"
		"Bild: ohne Beschreibung\n");
	buf_clear(&b);
	blk_plain(t, &b);
	assert_string_equal(b.data, "Eins\n1 Quelle\n");
	buf_free(&b);
	mem_free(t->mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(segments_stay_in_order),
		cmocka_unit_test(blocks_are_numbered_as_they_are_read),
		cmocka_unit_test(a_paragraph_is_told_with_its_elements),
		cmocka_unit_test(what_is_seldom_needed_is_a_blocks_own),
		cmocka_unit_test(walking_is_one_order_for_readers_and_makers),
		cmocka_unit_test(the_chain_begins_with_the_outermost_element),
		cmocka_unit_test(languages_run_their_way_and_have_german_names),
		cmocka_unit_test(the_dump_shows_what_nobody_sees), cmocka_unit_test(a_cell_is_read_with_its_headers),
		cmocka_unit_test(lists_pictures_and_notes_are_told)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
