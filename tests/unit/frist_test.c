/* frist_test.c: how long lies between a notice and a session: in days, counted one way or the other, and in hours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"
#include "style/frist.h"

static struct date day(const char *iso)
{
	struct date d;
	assert_true(date_parse(&d, iso));
	return d;
}

/* "18:00" as minutes; NULL: unsaid */
static int minute(const char *clock)
{
	return clock ? ((clock[0] - '0') * 10 + clock[1] - '0') * 60 + (clock[3] - '0') * 10 + clock[4] - '0' : -1;
}

struct way { const char *from, *at, *to, *begins; };

static int lies(const struct sty_fristen *f, bool hours, struct way k)
{
	const struct sty_weg w = {day(k.from), minute(k.at), day(k.to), minute(k.begins)};
	return sty_frist_liegt(f, &(struct sty_frist){0, hours}, &w);
}

static int days(bool both, const char *from, const char *to)
{
	return lies(&(struct sty_fristen){.beide = both}, false, (struct way){from, NULL, to, "18:00"});
}

static int hours(const char *from, const char *at, const char *to, const char *begins)
{
	return lies(&(struct sty_fristen){0}, true, (struct way){from, at, to, begins});
}

static void days_are_counted_as_the_town_does(void **state)
{
	(void)state;
	assert_int_equal(days(false, "2026-03-02", "2026-03-10"), 7);
	assert_int_equal(days(true, "2026-03-02", "2026-03-10"), 9);
	assert_int_equal(days(false, "2026-03-09", "2026-03-10"), 0);
	assert_int_equal(days(true, "2026-03-09", "2026-03-10"), 2);
	assert_int_equal(days(true, "2026-03-10", "2026-03-10"), 1);
}

static void days_go_on_over_year_and_leap_day(void **state)
{
	(void)state;
	assert_int_equal(days(false, "2026-12-28", "2027-01-05"), 7);
	assert_int_equal(days(true, "2026-12-31", "2027-01-01"), 2);
	assert_int_equal(days(false, "2028-02-27", "2028-03-01"), 2);
	assert_int_equal(days(false, "2027-02-27", "2027-03-01"), 1);
}

static void days_do_not_ask_the_clock(void **state)
{
	(void)state;
	assert_int_equal(days(false, "2026-03-27", "2026-03-31"), 3);
	assert_int_equal(days(false, "2026-10-23", "2026-10-27"), 3);
}

static void a_notice_takes_effect_later(void **state)
{
	(void)state;
	const struct sty_fristen one = {.wirkung = 1}, two = {.wirkung = 2};
	assert_int_equal(lies(&one, false, (struct way){"2026-03-02", NULL, "2026-03-10", "18:00"}), 6);
	/* in hours from the beginning of the day it works from, whatever time it was put up */
	assert_int_equal(lies(&one, true, (struct way){"2026-03-08", "09:00", "2026-03-11", "00:00"}), 48);
	assert_int_equal(lies(&two, true, (struct way){"2026-03-28", "09:00", "2026-04-01", "00:00"}), 48);
	assert_int_equal(lies(&one, true, (struct way){"2026-03-28", "09:00", "2026-03-31", "00:00"}), 47);
}

static void hours_are_hours(void **state)
{
	(void)state;
	assert_int_equal(hours("2026-03-08", "18:00", "2026-03-10", "18:00"), 48);
	assert_int_equal(hours("2026-03-08", "18:01", "2026-03-10", "18:00"), 47);
	assert_int_equal(hours("2026-03-08", "17:59", "2026-03-10", "18:00"), 48);
	assert_int_equal(hours("2026-12-31", "23:00", "2027-01-01", "01:00"), 2);
	assert_int_equal(hours("2026-03-10", "19:00", "2026-03-10", "18:00"), 0);
}

static void no_time_said_the_day_is_over(void **state)
{
	(void)state;
	assert_int_equal(hours("2026-03-08", NULL, "2026-03-10", "18:00"), 42);
	assert_int_equal(hours("2026-03-28", NULL, "2026-03-30", "18:00"), 41);
}

static void hours_are_hours_when_the_clocks_change(void **state)
{
	(void)state;
	assert_int_equal(hours("2026-03-28", "18:00", "2026-03-30", "18:00"), 47);
	assert_int_equal(hours("2026-03-28", "17:00", "2026-03-30", "18:00"), 48);
	assert_int_equal(hours("2026-10-24", "18:00", "2026-10-26", "18:00"), 49);
	assert_int_equal(hours("2026-10-24", "19:00", "2026-10-26", "18:00"), 48);
	assert_int_equal(hours("2026-03-29", "01:00", "2026-03-29", "04:00"), 2);
}

static void invited_in_time_or_for_a_reason(void **state)
{
	(void)state;
	struct sty_fristen f = {.laden = {7, false}, .dringend = {48, true}};
	struct sty_weg w = {day("2026-03-02"), -1, day("2026-03-10"), 1080};
	assert_int_equal(sty_ladung(&f, &w, NULL), STY_LADUNG_FRISTGERECHT);
	w.von = day("2026-03-08");
	w.von_minute = 1080;
	assert_int_equal(sty_ladung(&f, &w, NULL), STY_LADUNG_ZU_KURZ);
	assert_int_equal(sty_ladung(&f, &w, ""), STY_LADUNG_ZU_KURZ);
	assert_int_equal(sty_ladung(&f, &w, "Frost"), STY_LADUNG_VERKUERZT);
	w.von_minute = 1081;
	assert_int_equal(sty_ladung(&f, &w, "Frost"), STY_LADUNG_ZU_KURZ);
	f.dringend.n = -1;
	assert_int_equal(sty_ladung(&f, &w, "Frost"), STY_LADUNG_VERKUERZT);
	f.laden.n = -1;
	assert_int_equal(sty_ladung(&f, &w, NULL), STY_LADUNG_OFFEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_counted_as_the_town_does),
		cmocka_unit_test(days_go_on_over_year_and_leap_day),
		cmocka_unit_test(days_do_not_ask_the_clock),
		cmocka_unit_test(a_notice_takes_effect_later),
		cmocka_unit_test(hours_are_hours),
		cmocka_unit_test(no_time_said_the_day_is_over),
		cmocka_unit_test(hours_are_hours_when_the_clocks_change),
		cmocka_unit_test(invited_in_time_or_for_a_reason),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
