/* compare_test.c: a German text to words, what differs between two, what belongs together of two rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "compare/word.h"

/* The words with "|" between them. */
static void split(const char *text, const char *wanted)
{
	struct cmp_keys *k = cmp_keys_new();
	struct words w = {0};
	struct buf b = {0};
	cmp_split(&w, k, text, strlen(text));
	for (uint32_t i = 0; i < w.n; i++) {
		buf_str(&b, i ? "|" : "");
		buf_put(&b, text + w.v[i].at, w.v[i].len);
	}
	assert_string_equal(b.data ? b.data : "", wanted);
	buf_free(&b);
	free(w.v);
	cmp_keys_free(k);
}

static void numbers_amounts_and_dates_are_one_word(void **state)
{
	(void)state;
	split("Es kostet 15.000 Euro, das sind 4,4 % mehr.", "Es|kostet|15.000 Euro|,|das|sind|4,4 %|mehr|.");
	split("rund 1,2 Mio. Euro und 640.000,00\u00A0€", "rund|1,2 Mio. Euro|und|640.000,00\u00A0€");
	split("25\u202F000 Menschen, 3 500 bis 4.000", "25\u202F000|Menschen|,|3 500|bis|4.000");
	split("am 20. Februar 2018 um 17:30 Uhr", "am|20. Februar 2018|um|17:30 Uhr");
	split("am 31.12.2019 oder 2018/2019", "am|31.12.2019|oder|2018/2019");
	split("im Januar 2018 2 Kurse", "im|Januar 2018|2|Kurse");
	split("seit 2018.", "seit|2018|.");
	split("der 2. und 3. Termin", "der|2.|und|3|.|Termin");
	split("eine 5-jährige Frist, Raum 27a, 8–10 Plätze", "eine|5-jährige|Frist|,|Raum|27a|,|8–10|Plätze");
	split("bei -5 Grad", "bei|-5|Grad");
}

static void abbreviations_and_paragraphs_hold_together(void **state)
{
	(void)state;
	split("nach § 27 Absatz 2, z. B. im Verein e. V. und i. d. R. nicht",
		"nach|§ 27|Absatz|2|,|z. B.|im|Verein|e. V.|und|i. d. R.|nicht");
	split("§§ 27a, 28", "§§ 27a|,|28");
	split("z.B. bzw. ggf. Herr Dr. Muster", "z.B.|bzw.|ggf.|Herr|Dr.|Muster");
	split("Kinder- und Jugendhilfe, Sprach-Kurse", "Kinder-|und|Jugendhilfe|,|Sprach-Kurse");
	split("Bürger*innen und/oder https://www.example.org/a?b",
		"Bürger*innen|und/oder|https://www.example.org/a|?|b");
	split("„Ankommen“ (Projekt)", "„|Ankommen|“|(|Projekt|)");
}

static void odd_texts_do_no_harm(void **state)
{
	(void)state;
	split("", "");
	split(" \u00AD ", "");
	split("§", "§");
	split("1.", "1|.");
	split("-", "-");
	split("a-", "a-");
	split("\1x", "\1x");
	split("z.", "z|.");
	split("\xff\xfe 1\xff", "\xff|\xfe|1|\xff");
}

/* The old text with [-…-], the new with {+…+}; "" if nothing differs. */
static void differ(const char *old, const char *new, const char *wanted)
{
	struct mem *m = mem_new();
	struct cmp_run *r;
	struct buf b = {0};
	size_t n = cmp_words(m, (struct cmp_text){old, strlen(old)}, (struct cmp_text){new, strlen(new)}, false, &r);
	for (size_t i = 0; i < n; i++)
		if (r[i].op == CMP_DELETED)
			buf_fmt(&b, "[-%.*s-]", (int)r[i].old_len, old + r[i].old_at);
		else if (r[i].op == CMP_INSERTED)
			buf_fmt(&b, "{+%.*s+}", (int)r[i].new_len, new + r[i].new_at);
	assert_string_equal(b.data ? b.data : "", wanted);
	buf_free(&b);
	mem_free(m);
}

static void only_words_count(void **state)
{
	(void)state;
	differ("Integrations\u00ADrat  tagt", "Integrationsrat\u00A0tagt", "");
	differ("25 000 Euro, z.B. hier", "25\u202F000\u00A0Euro, z. B. hier", "");
	differ("die Integra- tion", "die Integration", "");
	differ("Kinder- und Jugendhilfe", "Kinder und Jugendhilfe", "[-Kinder--]{+Kinder+}");
	differ("Er kostet 11.000 Euro.", "Er kostet 15.000 Euro.", "[-11.000 Euro-]{+15.000 Euro+}");
	differ("eins zwei drei vier fünf", "eins zwei neu drei vier fünf", "{+neu+}");
	differ("eins zwei drei vier fünf", "eins drei vier fünf", "[-zwei-]");
}

/* What a Synopse shows of both sides. */
static void shown(const char *old, const char *new, const char *wanted_old, const char *wanted_new)
{
	struct mem *m = mem_new();
	struct cmp_change c = {.art = CMP_EDITED, .old_text = old, .new_text = new};
	struct cmp_text from = {old, strlen(old)}, to = {new, strlen(new)};
	c.nruns = cmp_words(m, from, to, false, &c.runs);
	for (int side = 0; side < 2; side++) {
		struct cmp_range *r;
		struct buf b = {0};
		size_t n = cmp_excerpt(m, &c, side, &r);
		for (size_t i = 0; i < n; i++) {
			buf_str(&b, i ? "|" : "");
			buf_put(&b, (side ? new : old) + r[i].from, r[i].to - r[i].from);
		}
		assert_string_equal(b.data ? b.data : "", side ? wanted_new : wanted_old);
		buf_free(&b);
	}
	mem_free(m);
}

static void a_change_is_shown_by_its_sentences(void **state)
{
	(void)state;
	shown("Eins bleibt. Es sind 80 Orte. Drei bleibt.", "Eins bleibt. Es sind 85 Orte. Drei bleibt.",
		"Es sind 80 Orte.", "Es sind 85 Orte.");
	shown("Eins bleibt. Drei bleibt.", "Eins bleibt. Neu ist das Haus. Drei bleibt.", "Eins bleibt.",
		"Neu ist das Haus.");
	shown("Eins bleibt. Gestern war es kalt. Drei bleibt.", "Eins bleibt. Drei bleibt.", "Gestern war es kalt.",
		"Eins bleibt.");
	shown("Alle Kinder lernen. Drei bleibt.", "Kinder lernen. Drei bleibt.", "Alle Kinder lernen.",
		"Kinder lernen.");
	shown("Am 3. Mai sind 80 da. Mitte. Ende 1.", "Am 3. Mai sind 85 da. Mitte. Ende 2.",
		"Am 3. Mai sind 80 da.|Ende 1.", "Am 3. Mai sind 85 da.|Ende 2.");
}

static void small_gaps_are_part_of_the_change(void **state)
{
	(void)state;
	differ("Wir haben den alten Plan der Stadt im vergangenen Jahr gelesen.",
		"Wir haben den neuen Plan des Kreises im vergangenen Jahr gelesen.",
		"[-alten Plan der Stadt-]{+neuen Plan des Kreises+}");
}

static void rows_have_most_in_common(void **state)
{
	(void)state;
	const int32_t a[] = {1, 2, 3, 4, 5, 6}, b[] = {1, 9, 3, 4, 6, 7};
	int32_t match[6];
	cmp_lcs(a, 6, b, 6, match);
	assert_int_equal(match[0], 0);
	assert_int_equal(match[1], -1);
	assert_int_equal(match[2], 2);
	assert_int_equal(match[3], 3);
	assert_int_equal(match[4], -1);
	assert_int_equal(match[5], 4);
	const int32_t v[] = {5, 0, 1, -1, 2, 4, 3};
	bool keep[7];
	cmp_rising(v, 7, keep);
	assert_false(keep[0]);
	assert_true(keep[1] && keep[2] && keep[4]);
	assert_false(keep[3]);
	assert_int_equal(keep[5] + keep[6], 1);
}

/* Too different for the exact search: what is alone on both sides still holds. */
static void long_rows_stay_cheap(void **state)
{
	(void)state;
	enum { N = 20000 };
	int32_t *a = malloc(N * sizeof *a), *b = malloc(N * sizeof *b), *match = malloc(N * sizeof *match);
	for (int i = 0; i < N; i++) {
		a[i] = i % 4 ? -10 - i : i;
		b[i] = i % 4 ? -10 - N - i : i;
	}
	cmp_lcs(a, N, b, N, match);
	for (int i = 0; i < N; i++)
		assert_int_equal(match[i], i % 4 ? -1 : i);
	free(a);
	free(b);
	free(match);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_amounts_and_dates_are_one_word),
		cmocka_unit_test(abbreviations_and_paragraphs_hold_together),
		cmocka_unit_test(odd_texts_do_no_harm),
		cmocka_unit_test(only_words_count),
		cmocka_unit_test(a_change_is_shown_by_its_sentences),
		cmocka_unit_test(small_gaps_are_part_of_the_change),
		cmocka_unit_test(rows_have_most_in_common),
		cmocka_unit_test(long_rows_stay_cheap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
