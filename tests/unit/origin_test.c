// base/origin: what a bookmark says of its paragraph comes back; blanks and soft hyphens are no other text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/origin.h"

static void comes_back(void **state)
{
	(void)state;
	char name[ORIGIN_NAME];
	struct origin o = {.file = 0xffff, .line = 10000000, .n = 4000000, .sum = 0xabcd, .whole = 1}, back;
	origin_put(name, &o);
	assert_true(strlen(name) < ORIGIN_NAME && name[0] == '_');
	assert_true(origin_get(name, &back) && back.summed);
	assert_int_equal(back.file, o.file);
	assert_int_equal(back.line, o.line);
	assert_int_equal(back.n, o.n);
	assert_int_equal(back.sum, o.sum);
	assert_int_equal(back.whole, o.whole);
}

/* Files that went out before: no sums. */
static void older(void **state)
{
	(void)state;
	struct origin o;
	assert_true(origin_get("_q1a2b_120_1", &o) && !o.summed && o.line == 120 && o.n == 1);
}

static void others(void **state)
{
	(void)state;
	static const char *const names[] = {"", "_GoBack", "_q1a2b_120", "_q1a2b_0_1", "_q1a2b_120_1_c3d4",
		"_q1a2b_120_1_c3d4_e5f6x", "_Ref00000012"};
	struct origin o;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_false(origin_get(names[i], &o));
}

static unsigned sum(const char *s)
{
	return origin_sum(s, strlen(s));
}

static void texts(void **state)
{
	(void)state;
	assert_int_equal(sum("Die Stadt wächst."), sum(" Die\u00A0Stadt  wäch\u00ADst.\n"));
	assert_int_not_equal(sum("Die Stadt wächst."), sum("Die Stadt wuchs."));
	assert_int_equal(origin_file("a/b/konzept.xml"), origin_file("konzept.xml"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(comes_back), cmocka_unit_test(older),
		cmocka_unit_test(others), cmocka_unit_test(texts)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
