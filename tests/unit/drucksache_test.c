/* drucksache_test.c: every pattern of the issue and its siblings: read, made, told, with supplements. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "model/drucksache.h"

static const struct doc_muster *pattern(struct mem *m, const char *text, const char *parts)
{
	const char *fault;
	const struct doc_muster *w = doc_muster(m, &(struct doc_muster_regel){.muster = text, .teile = parts}, &fault);
	if (!w)
		fail_msg("%s: %s", text, fault);
	return w;
}

/* number is the count-th of these values, and its first supplement is called so. */
static const struct {
	const char *text, *parts, *number;
	int64_t count;
	struct doc_nummer_werte v;
	const char *series, *supplement;
} forms[] = {
	{"JJJJ/####", NULL, "2018/0031", 31, {.jahr = 2018}, "2018", "2018/0031 1. Ergänzung"},
	{"####/####", NULL, "2018/0031", 31, {.jahr = 2018}, "2018", "2018/0031 1. Ergänzung"},
	{"V JJJJ/###", NULL, "V 2016/185", 185, {.jahr = 2016}, "2016", "V 2016/185 1. Ergänzung"},
	{"####/JJJJ", NULL, "1213/2013", 1213, {.jahr = 2013}, "2013", "1213/2013 1. Ergänzung"},
	{"#+/JJJJ", NULL, "18/2015", 18, {.jahr = 2015}, "2015", "18/2015 1. Ergänzung"},
	{"#####-JJ", NULL, "11948-14", 11948, {.jahr = 2014}, "2014", "11948-14 1. Ergänzung"},
	{"###/JJ", NULL, "034/14", 34, {.jahr = 2014}, "2014", "034/14 1. Ergänzung"},
	{"####/##/#", "zaehler jahr fassung", "5936/18/0", 5936, {.jahr = 2018}, "2018", "5936/18/1"},
	{"FB ##/####/WP##", "amt zaehler wahlperiode", "FB 56/0176/WP17", 176, {.amt = "56", .wahlperiode = "17"},
		"wahlperiode 17", "FB 56/0176/WP17 1. Ergänzung"},
	{"A ##/###/JJJJ", "amt zaehler", "A 10/081/2021", 81, {.jahr = 2021, .amt = "10"}, "2021",
		"A 10/081/2021 1. Ergänzung"},
	{"##/####", "wahlperiode zaehler", "11/1363", 1363, {.wahlperiode = "11"}, "wahlperiode 11",
		"11/1363 1. Ergänzung"},
	{"#+/###-##", "wahlperiode zaehler fassung", "9/137-00", 137, {.wahlperiode = "9"}, "wahlperiode 9",
		"9/137-01"},
	{"SV-##-####", "wahlperiode zaehler", "SV-10-0849", 849, {.wahlperiode = "10"}, "wahlperiode 10",
		"SV-10-0849 1. Ergänzung"},
	{"@/####/JJJJ", "art zaehler", "AN/0123/2024", 123, {.jahr = 2024, .art = "AN"}, "2024",
		"AN/0123/2024 1. Ergänzung"},
	{"######", NULL, "000007", 7, {0}, "", "000007 1. Ergänzung"},
};

/* Decisions may be counted by session; of a paper nobody knows yet in which one it is decided. */
static void by_session(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	const char *fault, *lacks;
	struct doc_muster_regel r = {.muster = "##-##/JJ", .teile = "zaehler sitzung", .zaehler = "jahr sitzung",
		.name = "beschluss"};
	const struct doc_muster *w = doc_muster(m, &r, &fault);
	const struct doc_nummer_werte v = {.jahr = 2026, .sitzung = "8"};
	struct doc_nummer n;
	assert_string_equal(doc_nummer_make(m, w, &v, 3, &lacks), "03-08/26");
	assert_true(doc_nummer_read(m, w, "03-08/26", &n));
	assert_string_equal(n.reihe, doc_nummer_reihe(m, w, &v));
	assert_string_not_equal(n.reihe, doc_nummer_reihe(m, w, &(struct doc_nummer_werte){.jahr = 2026,
		.sitzung = "9"}));
	assert_null(doc_nummer_make(m, w, &(struct doc_nummer_werte){.jahr = 2026}, 3, &lacks));
	assert_non_null(strstr(lacks, "der Sitzung"));
	r.name = NULL;
	assert_null(doc_muster(m, &r, &fault));
	assert_non_null(strstr(fault, "„sitzung“ gibt es nicht"));
	assert_null(strstr(fault, "sitzung und"));
	r = (struct doc_muster_regel){.muster = "JJJJ/##", .zaehler = "sitzung"};
	assert_null(doc_muster(m, &r, &fault));
	mem_free(m);
}

static void every_form(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const struct doc_muster *w = pattern(m, forms[i].text, forms[i].parts);
		struct doc_nummer n;
		const char *lacks, *made = doc_nummer_make(m, w, &forms[i].v, forms[i].count, &lacks);
		if (!made)
			fail_msg("%s: %s", forms[i].text, lacks);
		assert_string_equal(made, forms[i].number);
		assert_true(doc_nummer_read(m, w, forms[i].number, &n));
		assert_int_equal(n.zaehler, forms[i].count);
		assert_int_equal(n.hat.jahr, forms[i].v.jahr);
		assert_int_equal(n.ergaenzung, 0);
		assert_string_equal(n.reihe, forms[i].series);
		assert_string_equal(doc_nummer_reihe(m, w, &forms[i].v), forms[i].series);
		const char *whole = doc_nummer_whole(m, w, forms[i].number, 1);
		assert_string_equal(whole, forms[i].supplement);
		assert_true(doc_nummer_read(m, w, whole, &n));
		assert_int_equal(n.ergaenzung, 1);
		assert_string_equal(doc_nummer_whole(m, w, whole, 1), whole);
		assert_int_equal(doc_nummer_at(w, mem_fmt(m, "%s, siehe dort", forms[i].number)),
			strlen(forms[i].number));
	}
	mem_free(m);
}

/* No number of one town is one of another's form unless it really looks the same; there is no year 1213. */
static void wrong_forms(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct doc_nummer n;
	struct buf b = {0};
	const struct doc_muster *w = pattern(m, "JJJJ/####", NULL);
	static const char *const wrong[] = {"1213/2013", "2018/031", "2018/00310", "2018-0031", "2018/0031x",
		" 2018/0031", "2018/0031 Ergänzung", "2018/0031 1. Nachtrag", "20180031", ""};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(doc_nummer_read(m, w, wrong[i], &n));
	doc_put_forms(&b, w, "1213/2013");
	assert_string_equal(b.data,
		"„1213/2013“ hat die Form ####/####, erwartet wird JJJJ/####, zum Beispiel „2026/0001“");
	buf_free(&b);
	assert_false(doc_nummer_read(m, pattern(m, "####/JJJJ", NULL), "2018/0031", &n));
	assert_false(doc_nummer_read(m, pattern(m, "#####-JJ", NULL), "11948-2014", &n));
	mem_free(m);
}

static const char *refused(struct mem *m, struct doc_muster_regel r)
{
	const char *fault;
	assert_null(doc_muster(m, &r, &fault));
	assert_non_null(fault);
	return fault;
}

static void faulty_patterns(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	const char *lacks;
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "##/####"}), "drucksache-teile"));
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "##/####", .teile = "zaehler"}),
		"nennt 1"));
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "##/####", .teile = "amtt zaehler"}),
		"„amtt“ gibt es nicht"));
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "##/####", .teile = "amt amt"}),
		"zweimal"));
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "######", .zaehler = "jahr"}),
		"je „jahr“"));
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "JJJJ/#", .zaehler = "monat"}),
		"„monat“"));
	assert_non_null(strstr(refused(m, (struct doc_muster_regel){.muster = "@/JJJJ", .teile = "zaehler"}),
		"statt @"));
	const struct doc_muster *w = pattern(m, "A ##/#/JJJJ", "amt zaehler");
	assert_null(doc_nummer_make(m, w, &(struct doc_nummer_werte){.jahr = 2020}, 1, &lacks));
	assert_non_null(strstr(lacks, "im Verzeichnis"));
	assert_null(doc_nummer_make(m, w, &(struct doc_nummer_werte){.jahr = 2020, .amt = "123"}, 1, &lacks));
	assert_null(doc_nummer_make(m, w, &(struct doc_nummer_werte){.jahr = 2020, .amt = "1"}, 10, &lacks));
	assert_non_null(strstr(lacks, "erweitern"));
	mem_free(m);
}

/* The town's own way to write a supplement. */
static void supplements(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	const char *fault;
	struct doc_nummer n;
	const struct doc_muster *w =
		doc_muster(m, &(struct doc_muster_regel){.muster = "JJJJ/####", .ergaenzung = "/E#"}, &fault);
	assert_string_equal(doc_nummer_whole(m, w, "2018/0031", 2), "2018/0031/E2");
	assert_true(doc_nummer_read(m, w, "2018/0031/E2", &n));
	assert_int_equal(n.ergaenzung, 2);
	assert_int_equal(n.stamm, strlen("2018/0031"));
	assert_false(doc_nummer_read(m, w, "2018/0031 2. Ergänzung", &n));
	assert_true(doc_nummer_told(w, 2));
	w = doc_muster(m, &(struct doc_muster_regel){.muster = "JJJJ/####", .ergaenzung = ".##|-#"}, &fault);
	assert_string_equal(doc_nummer_whole(m, w, "2018/0031", 2), "2018/0031.02");
	assert_string_equal(doc_nummer_whole(m, w, "2018/0031", 112), "2018/0031.112");
	assert_true(doc_nummer_read(m, w, "2018/0031.02", &n));
	assert_int_equal(n.ergaenzung, 2);
	assert_int_equal(n.stamm, strlen("2018/0031"));
	assert_true(doc_nummer_read(m, w, "2018/0031-2", &n));
	assert_false(doc_nummer_read(m, w, "2018/0031.2", &n));
	assert_false(doc_nummer_read(m, w, "2018/0031.0002", &n));
	assert_false(doc_nummer_told(pattern(m, "JJJJ/####", NULL), 2));
	w = doc_muster(m, &(struct doc_muster_regel){.muster = "###/JJ-#", .teile = "zaehler fassung", .fassung = "1"},
		&fault);
	assert_string_equal(doc_nummer_whole(m, w, "034/14-1", 1), "034/14-2");
	assert_true(doc_nummer_told(w, 1));
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form), cmocka_unit_test(by_session),
		cmocka_unit_test(wrong_forms),
		cmocka_unit_test(faulty_patterns),
		cmocka_unit_test(supplements),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
