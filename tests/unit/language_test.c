/* language_test.c: which language tags are taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "source/language.h"

static void taken(void **state)
{
	static const char *const tags[] = {"de", "DE", "en", "tr", "ar", "uk", "ti", "prs", "ckb", "zh-Hant",
		"zh-yue", "de-DE", "de-DE-1996", "de-1901", "sr-Cyrl", "sr-Cyrl-RS", "ku-Latn", "es-419", "de-x-leicht",
		"de-DE-u-co-phonebk", "sl-rozaj-biske", "aa", "zu", "aaa", "zzj"};
	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (!src_language(tags[i]))
			fail_msg("%s", tags[i]);
}

static void refused(void **state)
{
	static const char *const tags[] = {"", "d", "english", "deutsch", "deu", "ger", "eng", "tur", "xx", "qq",
		"de_DE", "de-", "-de", "de--DE", "de-DE-", "de DE", "d3", "de-germany!", "de-x", "de-u-c",
		"de-verylongsubtag", "dé", "aab-", "xyz1"};
	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (src_language(tags[i]))
			fail_msg("%s", tags[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(taken), cmocka_unit_test(refused)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
