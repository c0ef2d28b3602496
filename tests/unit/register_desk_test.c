/* What the Werkstatt remembers: so much of a file's history is read as is asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "register/desk.h"

static void as_many_as_fit(void **state)
{
	struct diag *d = diag_new();
	struct mem *m = mem_new();
	struct reg_save *all;
	(void)state;
	unlink("desk-test.db");
	struct reg_desk *k = reg_desk_open("desk-test.db", d);
	assert_non_null(k);
	for (int i = 0; i < 6; i++)
		assert_true(reg_save_put(k, &(struct reg_save){.id = mem_fmt(m, "s%d", i), .who = "Ada",
			.file = i == 4 ? "b.xml" : "a.xml", .place = "",
			.old = i == 1 ? "0123456789" : "12", .now = "345"}));
	assert_int_equal(reg_saves(k, m, "a.xml", 9, &all), 5);
	assert_int_equal(reg_saves_within(k, m, "a.xml", (struct reg_most){9, 100}, &all), 5);
	assert_string_equal(all[4].id, "s0");
	assert_int_equal(reg_saves_within(k, m, "a.xml", (struct reg_most){2, 100}, &all), 2);
	/* 5, 3, 2 have five bytes each; what does not fit hides what was before */
	assert_int_equal(reg_saves_within(k, m, "a.xml", (struct reg_most){9, 15}, &all), 3);
	assert_int_equal(reg_saves_within(k, m, "a.xml", (struct reg_most){9, 27}, &all), 3);
	assert_int_equal(reg_saves_within(k, m, "a.xml", (struct reg_most){9, 14}, &all), 2);
	assert_string_equal(all[0].id, "s5");
	assert_string_equal(all[1].id, "s3");
	assert_int_equal(reg_saves_within(k, m, "a.xml", (struct reg_most){9, 0}, &all), 0);
	reg_desk_close(k);
	mem_free(m);
	diag_free(d);
	unlink("desk-test.db");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(as_many_as_fit)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
