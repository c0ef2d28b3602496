/* compose_test.c: the engine with a table of its own, text as it is put, and what needs no document. Whole documents
 * are compared as block trees elsewhere (tests/golden.sh). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "compose/grid.h"
#include "compose/language.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

struct work {
	struct mem *m;
	struct diag *d;
	struct style *s;
	struct com c;
	struct doc doc;
	struct doc_file file;
	uint32_t nodes;
	struct buf log;
};

static struct doc_node *node(struct work *w, struct doc_node *in, enum doc_kind kind, const char *text)
{
	struct doc_node *n = MEM_NEW(w->m, struct doc_node);
	w->nodes++;
	*n = (struct doc_node){.kind = (uint16_t)kind, .order = w->nodes, .line = (int32_t)(w->nodes), .parent = in,
		.text = text, .len = text ? (uint32_t)strlen(text) : 0};
	if (in && in->last)
		in->last->next = n;
	else if (in)
		in->first = n;
	if (in)
		in->last = n;
	return n;
}

static int begin(void **state)
{
	struct mem *m = mem_new();
	struct work *w = MEM_NEW(m, struct work);
	w->m = m;
	w->d = diag_new();
	w->s = sty_load("templates/grund", NULL, w->d);
	w->file.path = "a.xml";
	w->doc = (struct doc){.mem = m, .files = &w->file, .nfiles = 1, .lang = "de"};
	w->doc.root = node(w, NULL, DOC_KONZEPT, NULL);
	struct blk_tree *t = MEM_NEW(m, struct blk_tree);
	t->mem = m;
	t->lang = "de";
	t->root = blk_add(t, NULL, BLK_DOCUMENT, BLK_STACK, "a.xml", 1);
	w->c = (struct com){
		.t = t, .doc = &w->doc, .s = w->s, .d = w->d, .block_of = MEM_ARRAY(m, struct block *, 100)};
	com_look(&w->c, w->s);
	w->c.o.at = blk_add(t, t->root, BLK_SECT, BLK_STACK, "a.xml", 1);
	*state = w;
	return 0;
}

static int end(void **state)
{
	struct work *w = *state;
	free(w->c.saved);
	free(w->c.variants);
	buf_free(&w->log);
	sty_free(w->s);
	diag_free(w->d);
	mem_free(w->m);
	return 0;
}

/* The blocks made so far, without their lines' numbers. */
static const char *made(struct work *w)
{
	struct blk_tree below = {.root = w->c.o.at};
	buf_clear(&w->log);
	blk_dump(&below, &w->log);
	return w->log.data;
}

/* ---- the engine */

/* names what is entered and left, in the order of it */
static bool goes_in(struct com *c, const struct doc_node *n)
{
	com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at = c->o.at->last;
	return true;
}

static void comes_out(struct com *c, const struct doc_node *n) { com_block(c, n, BLK_QUOTE, BLK_STACK); }

static bool is_done(struct com *c, const struct doc_node *n)
{
	com_block(c, n, BLK_CODE, BLK_STACK);
	return false;
}

static bool is_bold(struct com *c, const struct doc_node *n)
{
	(void)n;
	c->o.ch = com_char(c, c->o.ch, COM_BOLD);
	return true;
}

static const struct com_kind kinds[DOC_KIND_MAX] = {[DOC_KAPITEL] = {goes_in, comes_out, false},
	[DOC_LISTE] = {is_done, NULL, false}, [DOC_STARK] = {is_bold, NULL, true}};

static void the_walk_enters_and_leaves_by_the_table(void **state)
{
	struct work *w = *state;
	struct doc_node *part = node(w, w->doc.root, DOC_KAPITEL, NULL), *inner = node(w, part, DOC_KAPITEL, NULL),
			*list = node(w, part, DOC_LISTE, NULL);
	node(w, list, DOC_KAPITEL, NULL);                      /* its content is done with */
	node(w, node(w, w->doc.root, DOC_ZITAT, NULL), DOC_KAPITEL, NULL);     /* no row: passed over */
	w->c.kinds = kinds;
	struct block *at = w->c.o.at;
	com_children(&w->c, w->doc.root);
	assert_ptr_equal(w->c.o.at, at);
	assert_int_equal(w->c.nsaved, 0);
	assert_string_equal(made(w), "Sect 1\n  Div 2\n    Div 3\n      Quote 3\n    Code 4\n    Quote 2\n");
	assert_ptr_equal(w->c.block_of[inner->order], at->first->first);
}

static void blanks_are_folded_over_elements(void **state)
{
	struct work *w = *state;
	struct doc_node *p = node(w, w->doc.root, DOC_ABSATZ, NULL);
	node(w, p, DOC_TEXT, " Viele ");
	node(w, node(w, p, DOC_STARK, NULL), DOC_TEXT, " Städte");
	node(w, p, DOC_TEXT, " ");
	w->c.kinds = kinds;
	com_children(&w->c, p);
	com_end_text(&w->c);
	const struct block *made_of = w->c.o.at->first;
	assert_int_equal(made_of->nsegs, 2);                   /* the blank at the end is gone */
	assert_int_equal(made_of->segs[0].len, strlen("Viele "));
	assert_int_equal(made_of->segs[1].len, strlen("Städte"));
	assert_int_equal(made_of->segs[1].ch->weight, 600);
}

static void what_is_open_comes_back(void **state)
{
	struct work *w = *state;
	struct com *c = &w->c;
	const struct doc_node *n = node(w, w->doc.root, DOC_ABSATZ, NULL);
	struct block *lbl = com_block(c, n, BLK_LBL, BLK_INLINE), *p = com_para(c, n, BLK_P, c->style[COM_FLIESS]);
	com_put(c, "a ");
	com_push(c);
	struct block *inner = com_para(c, n, BLK_P, c->style[COM_KLEIN]);
	com_put(c, "b ");
	com_set_label(c, lbl, "1.", COM_TAB);
	com_pop(c);                                            /* closes what was opened since, and forgets its label */
	assert_int_equal(inner->segs[0].len, 1);
	assert_int_equal(p->segs[0].len, 2);
	assert_ptr_equal(c->o.text, p);
	assert_null(c->label);
	com_put(c, "c");
	assert_int_equal(p->nsegs, 2);
}

static void a_label_stands_before_the_first_paragraph(void **state)
{
	struct work *w = *state;
	struct com *c = &w->c;
	const struct doc_node *n = node(w, w->doc.root, DOC_PUNKT, NULL);
	com_push(c);
	com_list(c, n);
	com_push(c);
	com_item(c, n, "–", true);
	com_line(c, n, BLK_P, c->o.body, "eins");
	com_line(c, n, BLK_P, c->o.body, "zwei");
	com_pop(c);
	com_pop(c);
	assert_string_equal(made(w),
		"Sect 1\n  L 2\n    LI 2\n      Lbl 2 \"–<Tab>\"\n      LBody 2\n        P 2 liste \"eins\"\n        P "
		"2 liste \"zwei\"\n");
	assert_int_equal(w->c.o.at->first->first->last->last->indent, COM_TAB); /* the second stands in as well */
}

/* ---- text by its language */

static void text_in(struct work *w, const char *text)
{
	com_text(&w->c, node(w, w->doc.root, DOC_TEXT, text));
	com_end_text(&w->c);
}

static void words_of_another_script_are_marked(void **state)
{
	struct work *w = *state;
	w->c.summary = "ar";
	w->c.foreign_letters = true;
	text_in(w, "مدينة BAMF 2018 عام 2019 أو 5 % من +49 5555 12-0.");
	assert_string_equal(made(w),
		"Sect 1\n  P 2 fliess \"مدينة  عام 2019 أو  من .\"\n    Span 2 Sprache=\"de\" \"BAMF 2018\"\n"
		"    Span 2 Sprache=\"de\" \"5 %\"\n    Span 2 Sprache=\"de\" \"+49 5555 12-0\"\n");
	w->c.o.at = blk_add(w->c.t, w->c.t->root, BLK_SECT, BLK_STACK, "a.xml", 1);
	w->c.summary = "uk";                                   /* from left to right numbers are its own */
	text_in(w, "у місті 5 % і BAMF, a@example.org.");
	assert_string_equal(made(w),
		"Sect 1\n  P 3 fliess \"у місті 5 % і , .\"\n    Span 3 Sprache=\"de\" \"BAMF\"\n"
		"    Span 3 Sprache=\"de\"\n      Link 3 href=\"mailto:a@example.org\" \"a@example.org\"\n");
}

static void a_sentence_of_easy_language_has_its_own_line(void **state)
{
	struct work *w = *state;
	w->c.variant = "leicht";
	text_in(w, "Das ist gut. Alle helfen mit! Am 5. Mai geht es los.");
	assert_string_equal(made(w),
		"Sect 1\n  P 2 fliess \"Das ist gut.<Umbruch>Alle helfen mit!<Umbruch>Am 5. Mai geht es los.\"\n");
}

/* ---- small things */

static void looks_are_made_once(void **state)
{
	struct work *w = *state;
	const struct sty_char *base = &w->c.style[COM_FLIESS]->ch, *bold = com_char(&w->c, base, COM_BOLD);
	assert_ptr_equal(com_char(&w->c, base, COM_BOLD), bold);
	assert_int_equal(bold->weight, 600);
	assert_int_equal(com_char(&w->c, bold, COM_BOLD)->weight, 700);
	assert_int_equal(com_char(&w->c, bold, COM_REGULAR)->weight, 400);
	assert_int_equal(com_char(&w->c, base, COM_RAISED)->size, len_scale(base->size, 65, 100));
	const struct sty_char *naskh = com_char(&w->c, base, COM_NASKH | COM_ITALIC);
	assert_int_equal(naskh->weight, 700);                  /* no italic cut: bold */
	assert_false(naskh->italic);
	assert_int_equal(com_char(&w->c, base, COM_DELETED | COM_NO_BAR)->mark, STY_DELETED | STY_NO_BAR);
}

static void strings_of_the_tree(void **state)
{
	struct work *w = *state;
	assert_string_equal(com_unbroken(&w->c, "Fort\u00ADset\u00ADzung"), "Fortsetzung");
	assert_string_equal(com_unbroken(&w->c, "\u00AD"), "");
	assert_string_equal(com_numbered(&w->c, "2.1", "Ziele"), "2.1 Ziele");
	assert_string_equal(com_numbered(&w->c, NULL, "Ziele"), "Ziele");
	assert_string_equal(com_plain(&w->c, NULL), "");
}

static void millimetres_are_read(void **state)
{
	(void)state;
	assert_int_equal(com_mm("80mm"), LEN_MM(80));
	assert_int_equal(com_mm("80"), LEN_MM(80));
	assert_int_equal(com_mm("12,5mm"), LEN_MM(12.5));
	assert_int_equal(com_mm("12.5"), LEN_MM(12.5));
	assert_int_equal(com_mm("-3mm"), 0);
	assert_int_equal(com_mm("1189mm"), LEN_MM(1189));
	assert_int_equal(com_mm("10000"), 0);
	assert_int_equal(com_mm("breit"), 0);
	assert_int_equal(com_mm(NULL), 0);
}

static void lines_of_two_sizes_share_a_baseline(void **state)
{
	(void)state;
	const struct sty_para big = {.leading = LEN_PT(22.5)}, small = {.leading = LEN_PT(10)};
	assert_int_equal(com_ascent(&big), LEN_PT(18));        /* depth at most 4.5 pt */
	assert_int_equal(com_ascent(&small), LEN_PT(7));
	assert_int_equal(com_drop(&small, &big), LEN_PT(11));
	assert_int_equal(com_drop(&big, &small), 0);
}

static void a_head_row_has_a_cell_a_column(void **state)
{
	static const char *const words[] = {"massnahme", "status"};
	struct work *w = *state;
	const struct block *column[2];
	const struct doc_node *n = node(w, w->doc.root, DOC_MASSNAHMENPLAN, NULL);
	struct com_grid g = com_grid(&w->c, n, "daten", 2);
	com_head_words(&w->c, n, &g, words, column);
	assert_string_equal(made(w),
		"Sect 1\n  Table 2 [Tabelle]\n    THead 2\n      TR 2\n        TH 2 Scope=Column\n          P 2 "
		"tabkopf \"Handlungsfeld und Maßnahme\"\n"
		"        TH 2 Scope=Column\n          P 2 tabkopf \"Stand\"\n");
	assert_ptr_equal(column[1], g.grid->first->first->last);
	com_widths(&w->c, &g, "stellenplan", LEN_MM(165));
	assert_int_equal(g.cols[0].fixed, LEN_MM(70));
	assert_int_equal(g.cols[0].fixed + g.cols[1].fixed, LEN_MM(165));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(the_walk_enters_and_leaves_by_the_table),
		TEST(blanks_are_folded_over_elements), TEST(what_is_open_comes_back),
		TEST(a_label_stands_before_the_first_paragraph), TEST(words_of_another_script_are_marked),
		TEST(a_sentence_of_easy_language_has_its_own_line), TEST(looks_are_made_once),
		TEST(strings_of_the_tree), cmocka_unit_test(millimetres_are_read),
		cmocka_unit_test(lines_of_two_sizes_share_a_baseline), TEST(a_head_row_has_a_cell_a_column)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
