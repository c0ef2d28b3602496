/* base_test.c: the nouns everyone builds on. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/picsize.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/len.h"
#include "base/mem.h"
#include "base/roman.h"
#include "base/money.h"
#include "base/store.h"
#include "base/u8.h"
#include "base/zone.h"

static void arena_gives_zeroed_aligned_memory(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	for (size_t size = 1; size < 300000; size = size * 3 + 1) {
		unsigned char *p = mem_get(m, size);
		assert_int_equal((uintptr_t)p % 16, 0);
		assert_int_equal(p[0], 0);
		assert_int_equal(p[size - 1], 0);
		memset(p, 0xAB, size);
	}
	assert_string_equal(mem_fmt(m, "%s-%d", "a", 7), "a-7");
	mem_free(m);
}

static void utf8_round_trip_and_broken_bytes(void **state)
{
	static const uint32_t cps[] = {1, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};
	static const char *const broken[] = {
		"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8", "\xC3", "\xE2\x82"};
	(void)state;
	for (size_t i = 0; i < sizeof cps / sizeof *cps; i++) {
		char s[4];
		size_t n = u8_put(s, cps[i]);
		const char *p = s;
		assert_int_equal(u8_get(&p, s + n), cps[i]);
		assert_ptr_equal(p, s + n);
		assert_true(u8_valid(s, n));
	}
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		assert_false(u8_valid(broken[i], strlen(broken[i])));
	assert_true(u8_is_space('\t') && u8_is_space(0x2028) && u8_is_space(0x2029) && !u8_is_space(0xA0));
	assert_int_equal(u8_lower(0xC4), 0xE4);
	assert_int_equal(u8_lower(0x1E9E), 0xDF);
	assert_true(u8_is_letter(0x627) && u8_is_letter(0x44F) && !u8_is_letter(0xD7));
}

/* DIN 5007-1: umlauts as their letters, ß as ss, hyphens as blanks; other signs only where all else is equal. */
static void names_are_sorted_as_in_a_german_index(void **state)
{
	static const char *const order[] = {"Aachen", "Ährenfeld", "Amt für Bau", "Amt für Bauwesen", "Amtsgericht",
		"Österle", "Otte", "Strase", "Straße", "Strasse-Nord", "Strassen", "Zander", "Žižkov"};
	(void)state;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		for (size_t k = 0; k < sizeof order / sizeof *order; k++)
			assert_int_equal(i < k ? -1 : i > k,
				u8_collate(order[i], order[k]) < 0 ? -1 : u8_collate(order[i], order[k]) > 0);
	assert_true(u8_collate("„Offen“", "Offenbar") < 0 && u8_collate("a", "A") != 0 && u8_collate("", "a") < 0 &&
		u8_collate("ß", "ss") != 0 && u8_collate("ß", "st") < 0);
}

static void messages_are_sorted_counted_and_kept_once(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	size_t n;
	diag_warn(d, "B", "b.xml", 9, "spät");
	diag_error(d, "A", "a.xml", 3, "zwei");
	diag_error(d, "A", "a.xml", 1, "eins");
	diag_error(d, "A", "a.xml", 1, "eins");
	diag_set(d, "C", DIAG_AUS);
	diag_error(d, "C", "a.xml", 2, "nie");
	diag_set(d, "D", DIAG_WARNUNG);
	diag_error(d, "D", "a.xml", 2, "milder");
	diag_accept(d, "E", "a.xml", 5, "weil", "gewollt");
	const struct diag_msg *m = diag_sorted(d, &n);
	assert_int_equal(n, 5);
	assert_string_equal(m[0].file, "b.xml");
	assert_string_equal(m[1].text, "eins");
	assert_int_equal(m[2].sev, DIAG_WARNUNG);
	assert_int_equal(diag_count(d, DIAG_FEHLER), 2);
	assert_int_equal(diag_status(d), 1);
	diag_sys(d, "S", NULL, 0, "voll");
	assert_int_equal(diag_status(d), 3);
	for (int i = 0; i < 5000; i++)
		diag_warn(d, "V", "a.xml", i, "viele");
	diag_sorted(d, &n);
	assert_int_equal(n, 5006);
	diag_free(d);
}

static void picture_sizes(void **state)
{
	static const char svg[] = "<?xml version=\"1.0\"?><svg xmlns=\"x\" width=\"%s\" height=\"9\">";
	static const struct { const char *said; double mm; } widths[] = {{"841mm", 841}, {"84.1cm", 841},
		{"96px", 25.4}, {"72pt", 25.4}, {"1in", 25.4}, {"96", 25.4}, {"100%", 0}, {"-3mm", 0}, {"1e9mm", 0}};
	static const unsigned char jpeg[] = {0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1, 0, 200, 0,
		200, 0, 0};
	char text[200];
	(void)state;
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		int n = snprintf(text, sizeof text, svg, widths[i].said);
		assert_int_equal(pic_natural_width(text, (size_t)n, 0), widths[i].mm ? LEN_MM(widths[i].mm) : 0);
	}
	assert_int_equal(pic_natural_width((const char *)jpeg, sizeof jpeg, 400), LEN_MM(50.8));
	assert_int_equal(pic_natural_width((const char *)jpeg, 12, 400), 0);
	assert_int_equal(pic_natural_width("", 0, 400), 0);
	assert_string_equal(pic_mime("plan.JPG"), "image/jpeg");
	assert_null(pic_mime("plan.pdf"));
}

static void working_days(void **state)
{
	/* a Sunday, Easter, Pentecost, Corpus Christi, Christmas before a weekend, a plain day */
	static const char *const pairs[][2] = {{"2026-11-29", "2026-11-30"}, {"2026-04-03", "2026-04-07"},
		{"2024-03-29", "2024-04-02"}, {"2025-06-09", "2025-06-10"}, {"2026-06-04", "2026-06-05"},
		{"2026-12-24", "2026-12-28"}, {"2027-12-31", "2028-01-03"}, {"2038-04-26", "2038-04-27"},
		{"2023-05-31", "2023-05-31"}};
	struct date d;
	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct buf b = {0};
		assert_true(date_parse(&d, pairs[i][0]));
		date_put_iso(&b, date_working(d));
		assert_string_equal(b.data, pairs[i][1]);
		buf_free(&b);
	}
}

static void dates(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"", "20216", "2018-13", "2018-02-29", "2018-2-1", "2018-01-01x", "01.01.2018", "-1", "0000"};
	struct date d;
	struct buf b = {0};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse(&d, bad[i]));
	assert_true(date_parse(&d, "2023-05-31"));
	assert_string_equal(date_weekday_name(date_weekday(d)), "Mittwoch");
	date_put_short(&b, d);
	assert_string_equal(b.data, "31.05.2023");
	assert_true(date_parse(&d, "2024-02"));
	assert_int_equal(date_last(d).day, 29);
	for (int32_t k = -100000; k < 100000; k += 37)
		assert_int_equal(date_days(date_from_days(k)), k);
	buf_free(&b);
}

static void amounts(void **state)
{
	(void)state;
	static const char *const bad[] = {"", "1.000", "1,2,3", "1e5", " 5", "12,345", "abc", "99999999999999999999"};
	static const struct { const char *in; money_t cents; const char *out;
	} good[] = {{"640000", 64000000, "640.000"}, {"12,50", 1250, "12,50"}, {"0", 0, "0"},
		{"1234567,05", 123456705, "1.234.567,05"}};
	money_t v;
	struct buf b = {0};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(money_parse(&v, bad[i]));
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_true(money_parse(&v, good[i].in));
		assert_int_equal(v, good[i].cents);
		buf_clear(&b);
		money_put(&b, v);
		assert_string_equal(b.data, good[i].out);
		money_t again;
		assert_true(money_parse_printed(&again, b.data));
		assert_int_equal(again, v);
	}
	buf_free(&b);
}

static void digests(void **state)
{
	uint8_t h[HASH_SHA256], g[HASH_SHA256];
	char hex[65];
	(void)state;
	assert_int_equal(hash_quick(NULL, 0), hash_quick("", 0));
	hash_sha256("abc", 3, h);
	hash_hex(h, sizeof h, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	struct hash_run *r = hash_begin();
	hash_add(r, "a", 1);
	hash_add(r, "bc", 2);
	hash_end(r, g);
	assert_memory_equal(h, g, sizeof h);
}

static void lengths_round_half_away(void **state)
{
	(void)state;
	assert_int_equal(LEN_MM(25), 70866);
	assert_int_equal(len_scale(1, 1, 2), 1);
	assert_int_equal(len_scale(-1, 1, 2), -1);
	assert_int_equal(len_scale(7, 10, 3), 23);
}

static struct file_out *written(const char *path, const char *text, struct diag *d)
{
	struct file_out *f = file_create(path, d);
	assert_non_null(f);
	file_write(f, text, strlen(text));
	return f;
}

/* While it is written it has no name, so that nothing is left of a run that ends; where a system can do that. */
static void a_file_has_no_name_until_it_is_whole(void **state)
{
	(void)state;
	char dir[] = "/tmp/ratssatz-XXXXXX";
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	assert_non_null(mkdtemp(dir));
	const int fd = open(dir, O_WRONLY | O_TMPFILE, 0600);
	const bool able = fd >= 0 && close(fd) == 0;
	struct file_out *f = written(file_join(m, dir, "neu"), "ganz", d);
	if (able) {
		assert_int_equal(rmdir(dir), 0);        /* empty */
		assert_int_equal(mkdir(dir, 0700), 0);
	}
	file_drop(f);
	f = written(file_join(m, dir, "neu"), "ganz", d);
	assert_true(file_commit(f, d));
	assert_int_equal(unlink(file_join(m, dir, "neu")), 0);
	assert_int_equal(rmdir(dir), 0);
	diag_free(d);
	mem_free(m);
}

/* Nothing is there before the commit; afterwards all is, but what could not be renamed, which is told to its own
 * diag. */
static void many_files_become_their_targets_together(void **state)
{
	(void)state;
	enum { FILES = 12, BAD = 5 };
	char dir[] = "/tmp/ratssatz-XXXXXX";
	struct mem *m = mem_new();
	struct diag *d[FILES];
	char *path[FILES];
	assert_non_null(mkdtemp(dir));
	struct file_batch *b = file_batch_new();
	for (int i = 0; i < FILES; i++) {
		d[i] = diag_new();
		path[i] = file_join(m, dir, mem_fmt(m, "%d", i));
		assert_true(file_stage(b, written(path[i], "neu", d[i]), d[i]));
		assert_false(file_exists(path[i]));
	}
	assert_true(file_make_dir(path[BAD], d[BAD]));  /* in the way of its rename */
	assert_false(file_commit_all(b));
	for (int i = 0; i < FILES; i++) {
		assert_int_equal(diag_status(d[i]), i == BAD ? 3 : 0);
		assert_true(file_exists(path[i]));
		assert_int_equal(i == BAD ? rmdir(path[i]) : unlink(path[i]), 0);
		diag_free(d[i]);
	}
	struct diag *one = diag_new();
	b = file_batch_new();
	assert_true(file_stage(b, written(path[0], "verworfen", one), one));
	file_drop_all(b);
	assert_int_equal(rmdir(dir), 0);                /* no temporary file is left */
	diag_free(one);
	mem_free(m);
}

static void is_text(const char *path, const char *text)
{
	struct buf b = {0};
	struct diag *d = diag_new();
	assert_true(file_read(&b, path, d));
	assert_int_equal(b.len, strlen(text));
	assert_memory_equal(b.data, text, b.len);
	diag_free(d);
	buf_free(&b);
}

/* One cannot take its place: those that had are as they were, new ones are gone, and so is every other name. */
static void all_become_their_targets_or_none(void **state)
{
	(void)state;
	enum { FILES = 6, OLD = 3 };
	for (int bad = -1; bad < FILES; bad++) {
		char dir[] = "/tmp/ratssatz-XXXXXX";
		struct mem *m = mem_new();
		struct diag *d = diag_new();
		char *path[FILES];
		assert_non_null(mkdtemp(dir));
		for (int i = 0; i < FILES; i++) {
			path[i] = file_join(m, dir, mem_fmt(m, "%d", i));
			if (i < OLD)
				assert_true(file_commit(written(path[i], "alt", d), d));
		}
		struct file_batch *b = file_batch_new();
		for (int i = 0; i < FILES; i++) {
			assert_true(file_stage(b, written(path[i], "neu", d), d));
			if (i == bad)
				unlink(file_last_staged(b));
		}
		assert_int_equal(file_commit_whole(b), bad < 0);
		assert_int_equal(diag_status(d), bad < 0 ? 0 : 3);
		for (int i = 0; i < FILES; i++)
			if (bad < 0 || i < OLD) {
				is_text(path[i], bad < 0 ? "neu" : "alt");
				unlink(path[i]);
			}
		assert_int_equal(rmdir(dir), 0);
		diag_free(d);
		mem_free(m);
	}
}

static void roman_numbers(void **state)
{
	(void)state;
	static const struct { unsigned n; bool upper; const char *is; } all[] = {{1, false, "i"}, {4, false, "iv"},
		{9, true, "IX"}, {14, false, "xiv"}, {40, false, "xl"}, {99, true, "XCIX"}, {444, false, "cdxliv"},
		{1988, false, "mcmlxxxviii"}, {3999, true, "MMMCMXCIX"}, {8888, false, "mmmmmmmmdccclxxxviii"}};
	char out[ROMAN_ROOM];
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		roman_put(out, all[i].n, all[i].upper);
		assert_string_equal(out, all[i].is);
	}
}

static void a_store_finds_what_was_put(void **state)
{
	(void)state;
	enum { MANY = 5000 };
	struct store *s = store_new(1 << 16);
	char key[32];
	assert_null(store_get(s, "", 0));
	for (int i = 0; i < MANY; i++) {
		int n = snprintf(key, sizeof key, "Absatz %d", i);
		assert_null(store_get(s, key, (size_t)n));
		int *value = store_put(s, key, (size_t)n, sizeof *value);
		assert_int_equal(*value, 0);
		*value = i;
	}
	for (int i = 0; i < MANY; i++) {
		int n = snprintf(key, sizeof key, "Absatz %d", i);
		assert_int_equal(*(int *)store_get(s, key, (size_t)n), i);
		key[n] = 'x';
		assert_null(store_get(s, key, (size_t)n + 1));
	}
	store_trim(s);                                  /* beyond its limit: emptied */
	assert_null(store_get(s, "Absatz 1", 8));
	store_put(s, "Absatz 1", 8, 0);
	store_trim(s);                                  /* within it: kept */
	assert_non_null(store_get(s, "Absatz 1", 8));
	store_free(s);
	store_free(NULL);
}

/* ---- German time ---- */

static void summer_time(void **state)
{
	static const struct { const char *text; int64_t at; } rows[] = {
		{"2023-03-26T01:59:59+01:00", 1679792399}, {"2023-03-26T03:00:00+02:00", 1679792400},
		{"2023-10-29T02:59:59+02:00", 1698541199}, {"2023-10-29T02:00:00+01:00", 1698541200},
		{"1995-09-24T02:00:00+01:00", 811904400}, {"1979-07-01T12:00:00+01:00", 299674800},
		{"1970-01-01T01:00:00+01:00", 0}, {"1969-12-31T23:59:59+01:00", -3601}};
	struct buf b = {0};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t at = 0;
		bool part;
		buf_clear(&b);
		zone_put_instant(&b, rows[i].at);
		assert_string_equal(b.data, rows[i].text);
		assert_true(zone_parse_instant(rows[i].text, &at, &part) && at == rows[i].at);
	}
	buf_free(&b);
}

static void is_day(int64_t at, int year, int month, int day)
{
	const struct date d = zone_day(at);
	assert_true(d.year == year && d.month == month && d.day == day);
}

/* Half an hour before and behind midnight in Germany, in winter, in summer, before 1970. */
static void day_of_an_instant(void **state)
{
	(void)state;
	is_day(1672528200, 2023, 1, 1);
	is_day(1672525800, 2022, 12, 31);
	is_day(1688164200, 2023, 7, 1);
	is_day(1688160600, 2023, 6, 30);
	is_day(-3601, 1969, 12, 31);
	is_day(-3600, 1970, 1, 1);
}

static void local_time(void **state)
{
	struct buf b = {0};
	int minute = -1;
	(void)state;
	zone_put_local(&b, (struct date){2023, 3, 26}, 119);
	assert_string_equal(b.data, "2023-03-26T01:59:00+01:00");
	assert_int_equal(zone_offset((struct date){2023, 3, 26}, 120), 2);
	assert_int_equal(zone_offset((struct date){2023, 10, 1}, 0), 2);
	assert_int_equal(zone_offset((struct date){1995, 10, 1}, 0), 1);        /* until then it ended in September */
	assert_int_equal(zone_offset((struct date){2023, 10, 29}, 179), 2);         /* the doubled hour */
	assert_int_equal(zone_offset((struct date){2023, 10, 29}, 180), 1);
	assert_true(zone_clock("17:05", &minute) && minute == 1025);
	static const char *const wrong[] = {NULL, "", "17", "24:00", "17:60", "17:5x", "-1:00"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(zone_clock(wrong[i], &minute));
	buf_free(&b);
}

static void no_instants(void **state)
{
	static const char *const wrong[] = {"", "2023-05-31", "2023-05-31T15:00:00", "2023-05-31 15:00:00Z",
		"2023-02-30T15:00:00Z", "2023-05-31T24:00:00Z", "2023-05-31T15:60:00Z", "2023-05-31T15:00:61Z",
		"2023-05-31T15:00:00+2:00", "2023-05-31T15:00:00+0200", "2023-05-31T15:00:00Zx", "2023-05T15:00:00Z",
		"2023-05-31T15:00:00.Z", "2023-05-31T15:00:00,5Z", "2023-05-31T15:00:00+24:00"};
	int64_t at;
	bool part;
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (zone_parse_instant(wrong[i], &at, &part))
			fail_msg("%s", wrong[i]);
	assert_true(zone_parse_instant("2023-05-31T15:00:00-00:30", &at, &part) && at == 1685547000 && !part);
	assert_true(zone_parse_instant("2023-05-31t15:00:00.000z", &at, &part) && at == 1685545200 && !part);
	assert_true(zone_parse_instant("2023-05-31T15:00:00.0625+00:00", &at, &part) && at == 1685545200 && part);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_gives_zeroed_aligned_memory),
		cmocka_unit_test(utf8_round_trip_and_broken_bytes),
		cmocka_unit_test(names_are_sorted_as_in_a_german_index),
		cmocka_unit_test(messages_are_sorted_counted_and_kept_once),
		cmocka_unit_test(dates), cmocka_unit_test(working_days), cmocka_unit_test(picture_sizes),
		cmocka_unit_test(amounts),
		cmocka_unit_test(digests),
		cmocka_unit_test(lengths_round_half_away),
		cmocka_unit_test(all_become_their_targets_or_none),
		cmocka_unit_test(roman_numbers),
		cmocka_unit_test(a_file_has_no_name_until_it_is_whole),
		cmocka_unit_test(many_files_become_their_targets_together),
		cmocka_unit_test(a_store_finds_what_was_put),
		cmocka_unit_test(summer_time),
		cmocka_unit_test(day_of_an_instant),
		cmocka_unit_test(local_time),
		cmocka_unit_test(no_instants),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
