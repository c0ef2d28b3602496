/* check_test.c: what the rules of a text stand on: classes of characters, words and gaps, dates and numbers as people
 * write them, the tokens handed to rules, deviations. */
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/store.h"
#include "check/deviation.h"
#include "check/map.h"
#include "check/misread.h"
#include "check/number.h"
#include "check/sentence.h"
#include "check/when.h"

#define GAP "\u00A0"

static struct chk_text text_of(const char *s)
{
	return (struct chk_text){.s = s, .end = s + strlen(s)};
}

static void test_class(void **state)
{
	static const struct { const char *s; enum chk_class class; } of[] = {{"a", T_WORD}, {"Ä", T_WORD},
		{"7", T_NUMBER}, {" ", T_BLANK}, {GAP, T_BLANK}, {"\u202F", T_BLANK}, {".", T_STOP}, {"…", T_STOP},
		{"„", T_QUOTE}, {"’", T_QUOTE}, {"\"", T_QUOTE}, {"(", T_BRACKET}, {"–", T_DASH}, {"-", T_DASH},
		{"§", T_SIGN}, {"€", T_SIGN}, {"%", T_SIGN}, {"\uFFFC", T_OBJECT}};
	(void)state;
	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		if (chk_class_at(of[i].s) != of[i].class)
			fail_msg("„%s“: class %d, not %d", of[i].s, (int)chk_class_at(of[i].s), (int)of[i].class);
}

static void test_words(void **state)
{
	struct chk_text t = text_of("Das Jahr" GAP "2023, Ende");
	const char *p = strstr(t.s, "2023"), *q = p;
	(void)state;
	assert_int_equal(chk_gap_back(&t, &q), 2);             /* no line may break there */
	assert_ptr_equal(chk_word_back(&t, q), t.s + 4);
	assert_ptr_equal(chk_word_end(t.s), t.s + 3);
	static const char soft[] = "So\u00ADzial.";
	assert_ptr_equal(chk_word_end(soft), soft + sizeof soft - 2);
	assert_null(chk_before(&t, t.s));
	q = t.s + 3;
	assert_int_equal(chk_gap(&q), 1);
	assert_ptr_equal(q, t.s + 4);
	assert_true(chk_is(t.s, t.s + 3, "Das"));
	assert_false(chk_is(t.s, t.s + 3, "Dasein"));
	assert_false(chk_is(t.s, t.s + 3, "Da"));
}

static void test_lists(void **state)
{
	static const char *const words[] = {"im", "Jahr", NULL}, *const none[] = {NULL};
	struct chk_text t = text_of("im Jahr 2023");
	(void)state;
	assert_true(chk_among(t.s, t.s + 2, words));
	assert_false(chk_among(t.s, t.s + 1, words));
	assert_false(chk_among(t.s, t.s + 2, none));
	assert_true(chk_follows(&t, strstr(t.s, "2023"), words));
	assert_true(chk_follows(&t, strstr(t.s, "Jahr"), words));
	assert_false(chk_follows(&t, t.s, words));
}

static struct chk_when day_at(const char *s, const char *at)
{
	struct chk_text t = text_of(s);
	struct chk_when w;
	const char *p = strstr(s, at), *q = p;
	while ((*q >= '0' && *q <= '9') || (*q == '.' && q[1] >= '0' && q[1] <= '9'))
		q++;
	struct chk_tok k = {p, q, T_NUMBER};
	return chk_when(&t, &k, &w) ? w : (struct chk_when){0};
}

static void is_day(struct chk_when w, int year, int month, int day)
{
	assert_int_equal(w.year, year);
	assert_int_equal(w.month, month);
	assert_int_equal(w.day, day);
}

static void test_dates(void **state)
{
	(void)state;
	is_day(day_at("am 31.05.2023", "31"), 2023, 5, 31);
	is_day(day_at("am 1.2.2023", "1.2"), 2023, 2, 1);
	is_day(day_at("am 31." GAP "Mai" GAP "2023", "2023"), 2023, 5, 31);
	is_day(day_at("im Mai 2023", "2023"), 2023, 5, 0);
	is_day(day_at("der 31. Februar", "31"), 0, 2, 31);
	is_day(day_at("Fassung 1.0.2017", "1.0"), 0, 0, 0);
	is_day(day_at("Nummer 7-2023", "2023"), 0, 0, 0);
	is_day(day_at("im Maien 2023", "2023"), 0, 0, 0);
	assert_true(day_at("am 31.05.2023", "31").two_digits);
	assert_false(day_at("am 1.05.2023", "1.05").two_digits);
	assert_true(day_at("im Mai 2023", "2023").named);
}

static void test_numbers(void **state)
{
	struct chk_number n = chk_number("45,5");
	(void)state;
	assert_true(n.ok);
	assert_int_equal(n.v, 455);
	assert_int_equal(n.decimals, 1);
	assert_int_equal(chk_scaled(n, 3), 45500);
	n = chk_number("1.234 Euro");
	assert_true(n.ok);
	assert_int_equal(n.v, 1234);
	assert_false(n.percent);
	assert_true(chk_number("12 Prozent").percent);
	assert_false(chk_number("zwölf").ok);
	assert_false(chk_number("").ok);
}

static void test_sentences(void **state)
{
	struct chk_text t = text_of("Das ist am 1. Mai so. Dann nicht mehr!");
	const char *from, *to;
	(void)state;
	assert_true(chk_sentence(&t, strstr(t.s, "so"), &from, &to));
	assert_ptr_equal(from, t.s);
	assert_ptr_equal(to, strstr(t.s, ". Dann"));
	assert_ptr_equal(chk_sentence_next(&t, to), strstr(t.s, "Dann"));
	assert_ptr_equal(chk_sentence_end(&t, strstr(t.s, "Dann")), t.end - 1);
}

static void test_map(void **state)
{
	struct chk_map m = {0};
	char name[200][8];
	(void)state;
	assert_null(chk_map_get(&m, "x", 1));
	for (int i = 0; i < 200; i++) {
		size_t n = (size_t)snprintf(name[i], sizeof name[i], "n%d", i);
		assert_int_equal(*chk_map_put(&m, name[i], n, i), i);
	}
	assert_int_equal(*chk_map_put(&m, "n7", 2, 99), 7);            /* the earlier one stays */
	for (int i = 0; i < 200; i++)
		assert_int_equal(*chk_map_get(&m, name[i], strlen(name[i])), i);
	assert_null(chk_map_get(&m, "n200", 4));
	chk_map_free(&m);
}

/* ---- tokens, and what a document says of them ---- */

struct heard { struct chk chk; char text[256]; };

static void hear(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct heard *h = (struct heard *)c;
	size_t n = strlen(h->text);
	(void)t;
	snprintf(h->text + n, sizeof h->text - n, "%d[%.*s]", (int)k->class, (int)(k->q - k->p), k->p);
}

static void test_tokens(void **state)
{
	struct heard heard = {0};
	struct chk_scan s = {0};
	struct chk_text t = text_of("Am 3.500 „Ort“");
	char want[256];
	(void)state;
	chk_listen(&s, hear, NULL, ON(NUMBER) | ON(QUOTE) | ON(END));
	chk_listen(&s, NULL, NULL, ON(WORD));
	chk_scan(&heard.chk, &s, &t);
	snprintf(want, sizeof want, "%d[3.500]%d[„]%d[“]%d[]", T_NUMBER, T_QUOTE, T_QUOTE, T_END);
	assert_string_equal(heard.text, want);
	assert_int_equal(t.seen, ON(WORD) | ON(NUMBER) | ON(QUOTE) | ON(BLANK));
	chk_scan_end(&s);
}

static int asked;                                      /* how often the screen was */

static bool capital(const struct chk_text *t, const struct chk_tok *k)
{
	asked++;
	return !t->block && !t->piece && *k->p >= 'A' && *k->p <= 'Z';
}

/* What a screen said of a text is said again of the same words elsewhere, and the rule hears of where it is. */
static void test_kept(void **state)
{
	struct doc_node other = {0};
	struct chk_scan s = {.kept = store_new(1 << 20)};
	(void)state;
	chk_listen(&s, hear, capital, ON(WORD));
	chk_listen(&s, hear, NULL, ON(END));
	for (int round = 0; round < 3; round++) {
		struct heard heard = {0};
		char words[] = "Der Rat tagt (heute).", want[64];
		struct chk_text t = text_of(words);
		t.block = round ? &other : NULL;
		words[round == 2 ? 8 : 0] ^= 32;               /* "der Rat tagt", twice; then "Der Rat Tagt" */
		chk_scan(&heard.chk, &s, &t);
		snprintf(want, sizeof want, round < 2 ? "%d[Rat]%d[]" : "%d[Der]%d[Rat]%d[Tagt]%d[]", T_WORD,
			round < 2 ? T_END : T_WORD, T_WORD, T_END);
		assert_string_equal(heard.text, want);
		assert_int_equal(t.seen, ON(WORD) | ON(BLANK) | ON(BRACKET) | ON(STOP));
		assert_int_equal(asked, round < 2 ? 4 : 8);
	}
	chk_scan_end(&s);
	store_free(s.kept);
}

static void test_quote(void **state)
{
	struct chk c = {.mem = mem_new()};
	struct chk_text t = text_of("Eins zweidrei, vier.");
	const char *p = strstr(t.s, "drei");
	(void)state;
	assert_string_equal(chk_quote(&c, &t, p, p + 2), "zweidrei");
	mem_free(c.mem);
}

/* Each letter as another encoding reads its bytes; and as it is. */
static void test_misread(void **state)
{
	static const char *const encodings[] = {"WINDOWS-1252", "MACINTOSH", "CP437", "CP850", "CP1250", "CP1251",
		"CP1253"};
	static const char *const letters[] = {"ä", "ö", "ü", "Ä", "Ö", "Ü", "ß"};
	(void)state;
	for (size_t i = 0; i < 49; i++) {
		char *in = (char *)letters[i % 7], word[32] = "K", *out = word + 1;
		size_t n = strlen(in), room = sizeof word - 4;
		iconv_t c = iconv_open("UTF-8", encodings[i / 7]);
		bool there = iconv(c, &in, &n, &out, &room) != (size_t)-1;
		iconv_close(c);
		memcpy(out, "ln", 3);
		if (there)
			assert_ptr_equal(chk_misread(word, word + 1, out + 2), out);
		snprintf(word, sizeof word, "K%sln", letters[i % 7]);
		assert_null(chk_misread(word, word + 1, word + 5));
	}
}

static void test_deviation(void **state)
{
	struct mem *m = mem_new();
	struct doc_file file = {.path = "k.xml"};
	struct doc doc = {.mem = m, .files = &file, .nfiles = 1, .lang = "de"};
	struct doc_av one[] = {{DOC_A_CODE, "STRICH"}, {DOC_A_GRUND, "so im Original"}};
	(void)state;
	doc.root = doc_add(&doc, NULL, DOC_KONZEPT, 0, 1);
	struct doc_node *in = doc_add(&doc, doc.root, DOC_KAPITEL, 0, 2);
	struct doc_node *dev = doc_add(&doc, in, DOC_ABWEICHUNG, 0, 3);
	struct doc_node *below = doc_add(&doc, in, DOC_ABSATZ, 0, 4);
	struct doc_node *beside = doc_add(&doc, doc.root, DOC_ABSATZ, 0, 5);
	dev->attrs = one;
	dev->nattrs = 2;
	struct chk c = {.doc = &doc, .mem = m};
	c.kind[DOC_ABWEICHUNG] = (struct chk_list){(const struct doc_node *[]){dev}, 1};
	uint32_t order = 0;
	for (struct doc_node *n = doc.root; n; n = doc_step(doc.root, n))
		n->order = order++;
	chk_deviations_find(&c);
	assert_string_equal(chk_wanted(&c, RULE_STRICH, below), "so im Original");
	assert_string_equal(chk_wanted(&c, RULE_STRICH, in), "so im Original");
	assert_null(chk_wanted(&c, RULE_STRICH, beside));
	assert_null(chk_wanted(&c, RULE_ZAHL, below));
	assert_int_equal(c.deviations->all[0].hits, 2);
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_class),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_quote),
		cmocka_unit_test(test_misread),
		cmocka_unit_test(test_deviation),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
