/* bidi_test.c: text from right to left: levels and the order from left to right that follows, on the examples of UAX
 * #9. Capitals stand for right-to-left letters, [ for LRI, { for RLI, ] for PDI. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/u8.h"
#include "layout/para.h"

static bool is_control(char c) { return c == '[' || c == '{' || c == ']'; }

static void put(struct buf *b, char c)
{
	if (c >= 'A' && c <= 'Z')
		buf_u8(b, 0x5D0 + (uint32_t)(c - 'A'));
	else if (is_control(c))
		buf_u8(b, c == '[' ? 0x2066 : c == '{' ? 0x2067 : 0x2069);
	else
		buf_chr(b, c);
}

static void shows(int base, const char *text, const char *want)
{
	struct buf b = {0};
	size_t n = strlen(text);
	uint32_t at[200], order[200], k = 0;
	uint8_t bytes[400] = {0}, levels[200];
	char kept[200], got[200];
	for (size_t i = 0; i < n; i++) {
		at[i] = (uint32_t)b.len;
		put(&b, text[i]);
	}
	memset(bytes, base, b.len);
	txt_bidi(b.data, b.len, base, bytes);
	for (size_t i = 0; i < n; i++)
		if (!is_control(text[i])) {
			levels[k] = bytes[at[i]];
			kept[k++] = text[i];
		}
	lay_bidi_order(levels, k, order);
	for (uint32_t i = 0; i < k; i++)
		got[i] = kept[order[i]];
	got[k] = 0;
	assert_string_equal(got, want);
	buf_free(&b);
}

static void test_standard(void **state)
{
	(void)state;
	shows(0, "car means CAR.", "car means RAC.");
	shows(1, "car MEANS CAR.", ".RAC SNAEM car");
	shows(0, "he said \"{car MEANS CAR]=\" \"{IT DOES]=,\" she agreed.",
		"he said \"RAC SNAEM car=\" \"SEOD TI=,\" she agreed.");
	shows(1, "DID YOU SAY '[he said \"{car MEANS CAR]\"]'?", "?'he said \"RAC SNAEM car\"' YAS UOY DID");
}

/* An amount keeps its sign at the right, a telephone number its parts in order. */
static void test_isolates(void **state)
{
	(void)state;
	shows(1, "COST [11.000 e], CALL [02521 29-0].", ".02521 29-0 LLAC ,11.000 e TSOC");
	shows(1, "CENTRE (jobcenter).", ".)jobcenter( ERTNEC");         /* brackets are mirrored when they are drawn */
	shows(1, "IN 2017 WERE 80", "80 EREW 2017 NI");
	shows(1, "3-5", "3-5");
	shows(0, "abc", "abc");
}

static void test_order(void **state)
{
	(void)state;
	const uint8_t levels[] = {0, 1, 1, 2, 2, 3, 2, 1, 0};
	const uint32_t want[] = {0, 7, 3, 4, 5, 6, 2, 1, 8};
	uint32_t order[9];
	lay_bidi_order(levels, 9, order);
	assert_memory_equal(order, want, sizeof want);
	lay_bidi_order(levels, 0, order);
}

static void test_languages(void **state)
{
	(void)state;
	assert_true(blk_rtl("ar") && blk_rtl("ar-SY") && blk_rtl("he") && blk_rtl("ckb"));
	assert_false(blk_rtl("de") || blk_rtl("arn") || blk_rtl("") || blk_rtl(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_standard),
		cmocka_unit_test(test_isolates),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
