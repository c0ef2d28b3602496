/* tidy_test.c: structure that is only seen: contents with dots, typed bullets, headings by their looks; and what only
 * looks like it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "import/acc.h"
#include "import/tidy.h"
#include "import/wire.h"

static struct imp_node *para(struct imp_flow *f, const char *s, unsigned marks, float size)
{
	struct imp_node *p = imp_add(f, f->root, IMP_PARA);
	imp_add_text(f, p, s, strlen(s), marks)->size = size;
	return p;
}

static struct imp_flow *flow(struct mem *m)
{
	struct imp_flow *f = imp_flow_new(m);
	f->format = "docx";
	return f;
}

static void contents_have_leaders(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = flow(m);
	for (int i = 0; i < 3; i++)
		para(f, "Wohnen ........ 12", 0, 10);
	for (int i = 0; i < 3; i++)
		para(f, "Es gilt § 4 Abs. 2", 0, 10);
	imp_tidy(f);
	assert_int_equal(f->root->first->kind, IMP_TOC);
	assert_int_equal(f->root->first->next->kind, IMP_PARA);
	mem_free(m);
}

/* "–" may begin a sentence, "•" does not; two that begin alike are a list. */
static void bullets_are_items(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = flow(m);
	struct imp_node *alone = para(f, "– so steht es im Plan", 0, 10);
	para(f, "Dazwischen.", 0, 10);
	para(f, "• Wohnen", 0, 10);
	para(f, "Dazwischen.", 0, 10);
	para(f, "- Sprache", 0, 10);
	para(f, "- Schule", 0, 10);
	imp_tidy(f);
	const struct imp_node *n = f->root->first;
	assert_ptr_equal(n, alone);
	assert_int_equal(n->kind, IMP_PARA);
	assert_int_equal(n->next->next->kind, IMP_ITEM);
	assert_string_equal(n->next->next->label, "•");
	assert_int_equal(f->root->last->kind, IMP_ITEM);
	assert_int_equal(f->root->last->prev->kind, IMP_ITEM);
	mem_free(m);
}

/* The larger ones stand above; a bold sentence is a sentence. */
static void headings_stand_out(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = flow(m);
	struct imp_node *small = para(f, "Ein Abschnitt", IMP_BOLD, 14), *large, *sentence;
	para(f, "Text, der länger ist als alle Überschriften zusammen, damit er der Text ist.", 0, 10);
	large = para(f, "Ein Kapitel", IMP_BOLD, 20);
	para(f, "Noch mehr Text, der länger ist als alle Überschriften.", 0, 10);
	sentence = para(f, "Das ist wichtig.", IMP_BOLD, 10);
	para(f, "Und noch ein wenig Text.", 0, 10);
	imp_tidy(f);
	assert_int_equal(large->kind, IMP_HEADING);
	assert_int_equal(large->level, 1);
	assert_int_equal(small->kind, IMP_HEADING);
	assert_int_equal(small->level, 2);
	assert_int_equal(sentence->kind, IMP_PARA);
	mem_free(m);
}

/* A label that stood in the text is words of the original, one that was counted is not. */
static void typed_labels_are_words(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	for (int typed = 0; typed < 2; typed++) {
		struct imp_flow *f = flow(m);
		struct imp_node *item = imp_add(f, f->root, IMP_ITEM), *p = imp_add(f, item, IMP_PARA);
		struct acc *a = acc_new(m);
		imp_add_text(f, p, "Wohnen", 6, 0);
		item->label = "7a";
		item->typed_label = typed;
		acc_take_in(a, f->root);
		assert_int_equal(a->in.n, 1 + typed);
	}
	mem_free(m);
}

/* Runs that differ in nothing come back as one, bold ones apart; what is too deep is nothing. */
static void runs_on_the_wire(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = flow(m), *g;
	struct imp_node *p = imp_add(f, f->root, IMP_PARA);
	struct buf b = {0};
	imp_add_text(f, p, "Haus", 4, 0);
	imp_add_text(f, p, "tür", 4, 0);
	imp_add_text(f, p, "fest", 4, IMP_BOLD);
	imp_pack(f, &b);
	g = imp_unpack(m, b.data, b.len);
	const struct imp_node *t = g->root->first->first;
	assert_string_equal(t->text, "Haustür");
	assert_int_equal(t->marks, 0);
	assert_string_equal(t->next->text, "fest");
	assert_int_equal(t->next->marks, IMP_BOLD);
	buf_clear(&b);
	f = flow(m);
	struct imp_node *n = f->root;
	for (int i = 0; i < 6000; i++)
		n = imp_add(f, n, IMP_QUOTE);
	imp_pack(f, &b);
	assert_null(imp_unpack(m, b.data, b.len));
	buf_free(&b);
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(contents_have_leaders), cmocka_unit_test(bullets_are_items),
		cmocka_unit_test(headings_stand_out), cmocka_unit_test(typed_labels_are_words),
		cmocka_unit_test(runs_on_the_wire)};
	return cmocka_run_group_tests_name("tidy", tests, NULL, NULL);
}
