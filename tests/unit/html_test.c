/* html_test.c: blocks as elements of HTML: what is escaped, what has an id, what a table says of its cells. axe and the
 * comparison with the PDF judge whole documents elsewhere (tests/html.sh). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "figure/figure.h"
#include "html/html.h"
#include "html/put.h"
#include "text/text.h"

struct page { struct mem *m; struct style *s; struct txt *txt; struct diag *d; struct blk_tree *t; struct buf b; };

static int open_page(void **state)
{
	struct mem *m = mem_new();
	struct page *p = MEM_NEW(m, struct page);
	const char *o = getenv("O");
	p->m = m;
	p->d = diag_new();
	p->s = sty_load("templates/grund", NULL, p->d);
	p->txt = p->s ? txt_open(p->s, mem_fmt(m, "%s/share/fonts", o ? o : "out"), p->d) : NULL;
	p->t = MEM_NEW(m, struct blk_tree);
	p->t->mem = m;
	p->t->root = blk_add(p->t, NULL, BLK_DOCUMENT, BLK_STACK, "a.xml", 1);
	p->t->lang = "de";
	*state = p;
	return p->txt ? 0 : -1;
}

static int close_page(void **state)
{
	struct page *p = *state;
	txt_close(p->txt);
	sty_free(p->s);
	diag_free(p->d);
	buf_free(&p->b);
	mem_free(p->m);
	return 0;
}

static struct block *add(struct page *p, struct block *in, enum blk_role role, enum blk_flow flow)
{
	return blk_add(p->t, in ? in : p->t->root, role, flow, "a.xml", 2);
}

static void say(struct page *p, struct block *text, struct block *owner, const char *s)
{
	blk_seg(p->t, text,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .text = s, .len = (uint32_t)strlen(s), .owner = owner});
}

static struct block *para(struct page *p, struct block *in, const char *s)
{
	struct block *b = add(p, in, BLK_P, BLK_TEXT);
	say(p, b, b, s);
	return b;
}

/* What stands in <main>. */
static const char *written(struct page *p)
{
	blk_number(p->t);
	buf_clear(&p->b);
	assert_true(html_write(p->t, p->s, p->txt, &p->b));
	char *from = strstr(p->b.data, "<main "), *end = strstr(p->b.data, "</main>");
	assert_non_null(from);
	assert_non_null(end);
	*end = '\0';
	return strchr(from, '\n') + 1;
}

static void text_is_escaped(void **state)
{
	struct page *p = *state;
	p->t->title = "A & <B>";
	para(p, NULL, "1 < 2 & \"x\" > y\x01");
	assert_string_equal(written(p), "<p>1 &lt; 2 &amp; &quot;x&quot; &gt; y\uFFFD</p>\n");
	assert_non_null(strstr(p->b.data, "<title>A &amp; &lt;B&gt;</title>"));
	assert_non_null(strstr(p->b.data, "<html lang=\"de\" dir=\"ltr\">"));
}

static void attributes_have_no_soft_hyphens(void **state)
{
	struct page *p = *state;
	html_put_attr(&p->b, "alt", "Bau\u00ADamt \"A\"\u200B");
	html_put_attr(&p->b, "title", NULL);
	assert_string_equal(p->b.data, " alt=\"Bauamt &quot;A&quot;\"");
}

static void two_of_a_name_have_two_ids(void **state)
{
	struct page *p = *state;
	struct block *a = para(p, NULL, "eins"), *b = para(p, NULL, "zwei");
	a->id = b->id = "ziel";
	assert_string_equal(written(p), "<p id=\"ziel\">eins</p>\n<p id=\"b:2\">zwei</p>\n");
}

static void only_safe_links_lead_out(void **state)
{
	static const char *const href[] = {"https://example.org/", "javascript:alert(1)", "mailto:a@example.org"};
	struct page *p = *state;
	for (int i = 0; i < 3; i++) {
		struct block *b = add(p, NULL, BLK_P, BLK_TEXT), *link = add(p, b, BLK_LINK, BLK_INLINE);
		blk_more(p->t, link)->href = href[i];
		say(p, b, link, "hier");
	}
	assert_string_equal(written(p),
		"<p><a href=\"https://example.org/\">hier</a></p>\n"
		"<p>hier</p>\n"
		"<p><a href=\"mailto:a@example.org\">hier</a></p>\n");
}

static void a_note_stands_at_the_end_and_leads_back(void **state)
{
	struct page *p = *state;
	struct block *b = para(p, NULL, "Satz"), *link = add(p, b, BLK_LINK, BLK_INLINE),
		     *note = add(p, b, BLK_NOTE, BLK_FOOT);
	link->target = note;
	blk_seg(p->t, b, (struct blk_seg){.kind = BLK_SEG_NOTE, .text = "1", .len = 1, .owner = link, .target = note});
	para(p, note, "Quelle");
	const char *s = written(p);
	assert_non_null(strstr(s,
		"Satz<sup id=\"mark:3\"><a role=\"doc-noteref\" aria-label=\"Fußnote 1\" "
		"href=\"#b:3\">1</a></sup></p>"));
	assert_non_null(strstr(s, "<section role=\"doc-endnotes\" aria-label=\"Fußnoten\""));
	assert_non_null(strstr(s, "<li id=\"b:3\"><p>Quelle</p>\n<a href=\"#mark:3\" role=\"doc-backlink\""));
}

static void a_cell_names_its_headers(void **state)
{
	static const struct blk_col cols[2] = {{.align = STY_FLATTER}, {.align = STY_RECHTS}};
	static const struct blk_table table = {.cols = cols, .ncols = 2};
	static struct blk_cell head = {.colspan = 2, .rowspan = 1, .scope = BLK_SCOPE_COLUMN},
			       row = {.colspan = 1, .rowspan = 1, .scope = BLK_SCOPE_ROW},
			       empty = {.colspan = 1, .rowspan = 1};
	struct page *p = *state;
	struct block *g = add(p, NULL, BLK_TABLE, BLK_GRID);
	g->table = &table;
	struct block *tr = add(p, add(p, g, BLK_THEAD, BLK_STACK), BLK_TR, BLK_ROW), *th = add(p, tr, BLK_TH, BLK_CELL);
	th->cell = &head;
	para(p, th, "Kosten");
	tr = add(p, add(p, g, BLK_TBODY, BLK_STACK), BLK_TR, BLK_ROW);
	struct block *first = add(p, tr, BLK_TH, BLK_CELL), *td = add(p, tr, BLK_TD, BLK_CELL);
	const struct block *of[] = {th, first, NULL};
	struct blk_cell names = {.colspan = 1, .rowspan = 1, .headers = of, .nheaders = 3};
	first->cell = &row;
	para(p, first, "2018");
	td->cell = &names;
	para(p, td, "5");
	tr = add(p, g->last, BLK_TR, BLK_ROW);
	add(p, tr, BLK_TH, BLK_CELL)->cell = &empty;
	struct block *none = add(p, add(p, g->last, BLK_TR, BLK_ROW), BLK_TH, BLK_CELL);
	none->cell = &empty;                                   /* a header without a word heads nothing */
	of[2] = none;
	const char *s = written(p);
	assert_non_null(strstr(s, "<th id=\"b:4\" scope=\"col\" colspan=\"2\"><p>Kosten</p>\n</th>"));
	assert_non_null(strstr(s, "<th id=\"b:8\" scope=\"row\"><p>2018</p>\n</th>"));
	assert_non_null(strstr(s, "<td headers=\"b:4 b:8\" data-rechts><p>5</p>\n</td>"));
	assert_non_null(strstr(s, "<tr>\n<td></td>\n</tr>"));
	assert_null(strstr(s, "data-rollen"));                 /* it fits on a phone */
}

/* Two columns of words or of numbers, three rows with the head. */
static struct block *grid_of(struct page *p, const struct blk_table *table, const char *long_cell)
{
	static struct blk_cell head = {.colspan = 1, .rowspan = 1, .scope = BLK_SCOPE_COLUMN},
			       plain = {.colspan = 1, .rowspan = 1};
	struct block *g = add(p, NULL, BLK_TABLE, BLK_GRID);
	g->table = table;
	struct block *tr = add(p, add(p, g, BLK_THEAD, BLK_STACK), BLK_TR, BLK_ROW);
	for (int i = 0; i < table->ncols; i++) {
		struct block *th = add(p, tr, BLK_TH, BLK_CELL);
		th->cell = &head;
		para(p, th, i ? "Kosten" : "Wer");
	}
	tr = add(p, add(p, g, BLK_TBODY, BLK_STACK), BLK_TR, BLK_ROW);
	for (int i = 0; i < table->ncols; i++) {
		struct block *td = add(p, tr, BLK_TD, BLK_CELL);
		td->cell = &plain;
		para(p, td, long_cell);
	}
	return g;
}

static const char *table_of(struct page *p, const struct blk_table *table, const char *long_cell)
{
	grid_of(p, table, long_cell);
	return written(p);
}

static void a_table_of_words_stands_row_by_row(void **state)
{
	static const struct blk_col cols[2] = {{.align = STY_FLATTER}, {.align = STY_FLATTER}};
	static const struct blk_table table = {.cols = cols, .ncols = 2};
	const char *s = table_of(*state, &table, "Wer davon nichts weiß, fragt im Rathaus nach");
	assert_non_null(strstr(s, "<table data-stapel role=\"table\""));
	assert_non_null(strstr(s, "<td role=\"cell\" data-marke=\"Kosten\">"));
	assert_null(strstr(s, "data-rollen"));
}

/* A cell over several columns has none of their heads. */
static void with_its_sum_too(void **state)
{
	static const struct blk_col cols[2] = {{.align = STY_FLATTER}, {.align = STY_FLATTER}};
	static const struct blk_table table = {.cols = cols, .ncols = 2};
	static struct blk_cell wide = {.colspan = 2, .rowspan = 1};
	struct page *p = *state;
	struct block *g = grid_of(p, &table, "Wer davon nichts weiß, fragt im Rathaus nach"),
		     *td = add(p, add(p, g->last, BLK_TR, BLK_ROW), BLK_TD, BLK_CELL);
	td->cell = &wide;
	para(p, td, "Unterschied");
	const char *s = written(p);
	assert_non_null(strstr(s, "<table data-stapel role=\"table\""));
	assert_non_null(strstr(s, "<td colspan=\"2\" role=\"cell\"><p>Unterschied"));
}

static void a_wide_table_of_numbers_scrolls_and_says_so(void **state)
{
	static const struct blk_col cols[6] = {{.align = STY_FLATTER}, {.align = STY_RECHTS}, {.align = STY_RECHTS},
		{.align = STY_RECHTS}, {.align = STY_RECHTS}, {.align = STY_RECHTS}};
	static const struct blk_table table = {.cols = cols, .ncols = 6};
	const char *s = table_of(*state, &table, "1.234.567,89");
	assert_non_null(strstr(s, "<div data-rollen role=\"group\" aria-label=\"Tabelle\">\n<p class=\"rollt\""));
	assert_non_null(strstr(s, "<table data-breit=\"44\""));
	assert_null(strstr(s, "tabindex"));
}

static void a_drawing_is_named_and_described(void **state)
{
	static const struct fig_op ops[] = {{.kind = FIG_MOVE, .x = LEN_PT(1), .y = LEN_PT(2.5)},
		{.kind = FIG_LINE, .x = LEN_PT(-1), .y = 0},
		{.kind = FIG_PAINT, .stroke = true, .stroke_rgb = 0xff0000, .width = LEN_PT(0.75)},
		{.kind = FIG_TEXT, .x = 0, .y = LEN_PT(9), .text = "<5", .ch = {.size = LEN_PT(9), .weight = 400}}};
	static const struct fig_drawing drawing = {.width = LEN_PT(100), .height = LEN_PT(50), .ops = ops, .nops = 4};
	struct page *p = *state;
	struct block *f = add(p, NULL, BLK_FIGURE, BLK_DRAWING), *cap = add(p, NULL, BLK_CAPTION, BLK_STACK);
	blk_more(p->t, f)->drawing = &drawing;
	blk_more(p->t, f)->alt = "Balken: 5.";
	para(p, cap, "Abbildung 1");
	const char *s = written(p);
	assert_non_null(strstr(s,
		"<svg viewBox=\"0 0 100 50\" style=\"width:10rem\" role=\"img\" aria-labelledby=\"n:1\" "
		"aria-describedby=\"d:1\">\n<title id=\"n:1\">Abbildung 1</title>\n<desc id=\"d:1\">Balken: "
		"5.</desc>"));
	assert_non_null(strstr(s, "<path d=\"M1 2.5L-1 0\" fill=\"none\" stroke=\"#ff0000\" stroke-width=\"0.75\"/>"));
	assert_non_null(strstr(s, ">&lt;5</text>"));
	assert_non_null(strstr(s, "<figcaption><p>Abbildung 1</p>\n</figcaption>"));
	assert_null(strstr(strstr(s, "</figure>"), "Abbildung 1"));    /* the caption is not set once more */
}

static void pictures_are_part_of_the_file(void **state)
{
	static const char *const base64[] = {"", "TQ==", "TWE=", "TWFu"};
	struct page *p = *state;
	for (size_t n = 1; n < 4; n++) {
		buf_clear(&p->b);
		buf_base64(&p->b, "Man", n);
		assert_string_equal(p->b.data, base64[n]);
	}
	const struct blk_image image = {.data = "\x89PNG", .size = 4, .px_w = 2, .px_h = 1};
	struct block *f = add(p, NULL, BLK_FIGURE, BLK_IMAGE);
	blk_more(p->t, f)->image = &image;
	blk_more(p->t, f)->alt = "Haus";
	assert_string_equal(written(p),
		"<figure>\n<img width=\"2\" height=\"1\" alt=\"Haus\" "
		"src=\"data:image/png;base64,iVBORw==\">\n</figure>\n");
}

static void without_pages_a_reference_says_where(void **state)
{
	struct page *p = *state;
	struct block *h = add(p, NULL, BLK_H, BLK_TEXT), *b = add(p, NULL, BLK_P, BLK_TEXT),
		     *link = add(p, b, BLK_LINK, BLK_INLINE);
	h->level = 1;
	h->id = "ziele";
	say(p, h, h, "Ziele");
	link->target = h;
	say(p, b, b, "Siehe ");
	say(p, b, link, "Seite\u00A0");
	blk_seg(p->t, b, (struct blk_seg){.kind = BLK_SEG_PAGE, .text = "", .owner = link, .target = h});
	assert_string_equal(written(p),
		"<h1 id=\"ziele\">Ziele</h1>\n<p>Siehe <a href=\"#ziele\"><span "
		"class=\"stelle\">„Ziele“</span></a></p>\n");
}

static void lengths_follow_the_type(void **state)
{
	struct page *p = *state;
	html_put_rem(&p->b, LEN_PT(12.5));
	buf_chr(&p->b, ' ');
	buf_milli(&p->b, LEN_PT(-0.75));
	buf_chr(&p->b, ' ');
	html_put_class(&p->b, "kolumne stadt_1");
	assert_string_equal(p->b.data, "1.25rem -0.75 s-kolumne-stadt-1");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_page, close_page)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(text_is_escaped), TEST(attributes_have_no_soft_hyphens),
		TEST(two_of_a_name_have_two_ids), TEST(only_safe_links_lead_out),
		TEST(a_note_stands_at_the_end_and_leads_back), TEST(a_cell_names_its_headers),
		TEST(a_table_of_words_stands_row_by_row), TEST(a_wide_table_of_numbers_scrolls_and_says_so),
		TEST(with_its_sum_too), TEST(a_wide_table_of_numbers_scrolls_and_says_so),
		TEST(a_drawing_is_named_and_described), TEST(pictures_are_part_of_the_file),
		TEST(without_pages_a_reference_says_where), TEST(lengths_follow_the_type)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
