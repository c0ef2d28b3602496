/* public_test.c: what keeps an element from the public: itself or what stands around it; in doubt it is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "model/public.h"

struct tree {
	struct doc doc;
	struct doc_node *root;
};

static struct doc_node *add(struct tree *t, struct doc_node *parent, enum doc_kind kind)
{
	return doc_add(&t->doc, parent, kind, 0, 1);
}

static struct doc_node *say(struct tree *t, struct doc_node *n, enum doc_attr attr, const char *value)
{
	struct doc_av *av = MEM_ARRAY(t->doc.mem, struct doc_av, 1);
	*av = (struct doc_av){(uint16_t)attr, value};
	n->attrs = av;
	n->nattrs = 1;
	return n;
}

static int set_up(void **state)
{
	struct tree *t = mem_alloc(sizeof *t);
	*t = (struct tree){.doc = {.mem = mem_new()}};
	t->root = add(t, NULL, DOC_VORLAGE);
	*state = t;
	return 0;
}

static int tear_down(void **state)
{
	struct tree *t = *state;
	mem_free(t->doc.mem);
	free(t);
	return 0;
}

static void unsaid_is_public(void **state)
{
	struct tree *t = *state;
	assert_true(doc_public(t->root));
	assert_true(doc_public(add(t, t->root, DOC_ABSATZ)));
	assert_true(doc_public(add(t, t->root, DOC_ANLAGE)));
	assert_true(doc_public(add(t, t->root, DOC_BERATUNG)));
}

static void only_yes_is_a_yes(void **state)
{
	static const char *const values[] = {"nein", "Ja", "", "vielleicht", "ja nein"};
	struct tree *t = *state;
	struct doc_node *n = add(t, t->root, DOC_ANLAGE);
	assert_true(doc_public(say(t, n, DOC_A_OEFFENTLICH, "ja")));
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		assert_false(doc_public(say(t, n, DOC_A_OEFFENTLICH, values[i])));
}

static void inherited(void **state)
{
	struct tree *t = *state;
	struct doc_node *parts = add(t, t->root, DOC_ANLAGEN), *n = add(t, parts, DOC_ANLAGE);
	say(t, t->root, DOC_A_OEFFENTLICH, "nein");
	assert_ptr_equal(doc_hidden_by(n), t->root);
	assert_ptr_equal(doc_hidden_by(say(t, n, DOC_A_OEFFENTLICH, "ja")), t->root);
	assert_ptr_equal(doc_hidden_by(say(t, n, DOC_A_OEFFENTLICH, "nein")), n);
}

static void for_the_house(void **state)
{
	static const enum doc_kind kinds[] = {DOC_VERMERK, DOC_ABWEICHUNG, DOC_LAUT};
	struct tree *t = *state;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct doc_node *n = add(t, t->root, kinds[i]);
		assert_ptr_equal(doc_hidden_by(add(t, n, DOC_ABSATZ)), n);
		assert_false(doc_public(say(t, n, DOC_A_OEFFENTLICH, "ja")));
	}
}

static void parts_of_an_agenda(void **state)
{
	struct tree *t = *state;
	struct doc_node *part = add(t, t->root, DOC_TEIL), *top = add(t, part, DOC_TOP);
	assert_false(doc_public(top));
	assert_true(doc_public(say(t, part, DOC_A_ART, "oeffentlich")->first));
	assert_false(doc_public(say(t, part, DOC_A_ART, "nichtoeffentlich")->first));
	assert_false(doc_public(say(t, part, DOC_A_ART, "öffentlich")->first));
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(unsaid_is_public),
		T(only_yes_is_a_yes),
		T(inherited),
		T(for_the_house),
		T(parts_of_an_agenda),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
