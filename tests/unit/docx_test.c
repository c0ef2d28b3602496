/* docx_test.c: which labels a word processor may count by itself, and which stand as they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "docx/item.h"

static struct dox_label label_of(const char *s)
{
	struct dox_label l = {.len = (uint32_t)strlen(s)};
	memcpy(l.text, s, l.len + 1);
	return l;
}

static bool counts(struct dox *d, struct dox_counts *c, const char *label, struct dox_para *p)
{
	const struct dox_label l = label_of(label);
	*p = (struct dox_para){0};
	return dox_count_item(d, c, &l, 0, 0, p);
}

static void labels_that_count(void **state)
{
	(void)state;
	struct dox d = {.mem = mem_new()};
	struct dox_counts c = {0};
	struct dox_para p;
	assert_true(counts(&d, &c, "1.", &p));
	assert_int_equal(p.value, 1);
	const int run = p.number;
	assert_true(counts(&d, &c, "2.", &p));
	assert_int_equal(p.number, run);                   /* goes on */
	assert_true(counts(&d, &c, "4.", &p));
	assert_int_not_equal(p.number, run);               /* one is left out: a run of its own */
	assert_true(counts(&d, &c, "b)", &p));
	assert_int_equal(p.value, 2);
	assert_string_equal(d.lists[d.numbers[p.number - 1].list].after, ")");
	assert_true(counts(&d, &c, "§ 3", &p));
	assert_string_equal(d.lists[d.numbers[p.number - 1].list].before, "§ ");
	assert_true(counts(&d, &c, "–", &p));
	mem_free(d.mem);
}

/* What goes on after the number would be counted at the wrong place. */
static void labels_that_stand(void **state)
{
	(void)state;
	static const char *const stand[] = {"2.1", "1a)", "3 von 4", "ab)", "0.", "1234567."};
	struct dox d = {.mem = mem_new()};
	struct dox_counts c = {0};
	struct dox_para p;
	for (size_t i = 0; i < sizeof stand / sizeof *stand; i++)
		assert_false(counts(&d, &c, stand[i], &p));
	mem_free(d.mem);
}

static void headings_count_by_levels(void **state)
{
	(void)state;
	struct dox d = {.mem = mem_new()};
	struct dox_counts c = {0};
	struct dox_para p = {0};
	const struct dox_label chapter = label_of("2"), part = label_of("2.1"), next = label_of("2.2"),
			       odd = label_of("2.x");
	assert_true(dox_count_heading(&d, &c, &chapter, &p));
	assert_true(dox_count_heading(&d, &c, &part, &p));
	const int run = p.number;
	assert_int_equal(p.level, 1);
	assert_true(dox_count_heading(&d, &c, &next, &p));
	assert_int_equal(p.number, run);
	assert_false(dox_count_heading(&d, &c, &odd, &p));
	mem_free(d.mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(labels_that_count), cmocka_unit_test(labels_that_stand),
		cmocka_unit_test(headings_count_by_levels)};
	return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
