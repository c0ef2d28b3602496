/* register_number_test.c: numbers of papers: given once, in order, by two processes too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sys/wait.h>

#include "register/oparl.h"
#include "register/sample.h"

static const char *of_town(struct set *s, const char *ort, const char *id, const char *pattern, int year)
{
	return reg_number(s->reg, s->mem,
		&(struct reg_wish){reg_key(ort, id), pattern ? muster(s, pattern) : NULL, {.jahr = year}, NULL},
		s->diag);
}

static void numbers(void **state)
{
	struct set *s = *state;
	assert_true(reg_begin(s->reg, s->diag));
	assert_string_equal(number(s, "a", NULL), "2023/0001");
	assert_string_equal(number(s, "b", "2023/0120"), "2023/0120");
	assert_string_equal(number(s, "c", NULL), "2023/0121");
	assert_string_equal(number(s, "a", NULL), "2023/0001");
	assert_string_equal(number(s, "a", "2023/0001"), "2023/0001");
	assert_string_equal(number(s, "e", "2023/0001 1. Ergänzung"), "2023/0001 1. Ergänzung");
	assert_string_equal(number(s, "f", NULL), "2023/0122");
	assert_string_equal(of_town(s, "probe", "g", NULL, 2024), "2024/0001");
	assert_string_equal(of_town(s, "andernorts", "a", "V ####/###", 2016), "V 2016/001");
	assert_string_equal(of_town(s, "fernab", "a", "######", 2016), "000001");
	assert_string_equal(of_town(s, "fernab", "b", "######", 2017), "000002");
	assert_string_equal(of_town(s, "probe", "h", NULL, 2023), "2023/0123");
	nothing_told(s);
	assert_null(number(s, "d", "2023/0120"));
	assert_null(number(s, "a", "2023/0009"));
	assert_null(number(s, "d", "2023-120"));
	assert_null(number(s, "d", "2023/0120x"));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 4);
	assert_true(reg_commit(s->reg, s->diag));
	assert_true(told(s->diag, "NUMMERVERGABE"));
}

/* The town Probe counts as its rules say; pattern, names of the parts, what begins the count anew. */
static const char *counted(struct set *s, const struct doc_muster_regel *rules, const struct doc_nummer_werte *v,
	const char *wanted)
{
	const char *fault;
	const struct doc_muster *w = doc_muster(s->mem, rules, &fault);
	assert_non_null(w);
	int n = (int)value(s, "SELECT count(*) FROM nummer");
	return reg_number(s->reg, s->mem,
		&(struct reg_wish){reg_key("probe", mem_fmt(s->mem, "p%d", n)), w, *v, wanted}, s->diag);
}

/* Two offices, two periods, the turn of the year; what is given by hand counts, and the whole number is the key. */
static void series(void **state)
{
	struct set *s = *state;
	const struct doc_muster_regel office = {"A ##/###/JJJJ", "amt zaehler", "jahr amt", NULL, NULL},
				      period = {.muster = "FB ##/####/WP##", .teile = "amt zaehler wahlperiode"},
				      never = {.muster = "#####-JJ", .zaehler = "nie"},
				      year = {.muster = "####/JJJJ"},
				      revision = {.muster = "####/##/#", .teile = "zaehler jahr fassung"};
	const struct doc_nummer_werte ten = {.jahr = 2021, .amt = "10"}, twenty = {.jahr = 2021, .amt = "20"},
				      next = {.jahr = 2022, .amt = "10"},
				      p17 = {.jahr = 2019, .amt = "56", .wahlperiode = "17"},
				      p18 = {.jahr = 2020, .amt = "45", .wahlperiode = "18"}, y13 = {.jahr = 2013};
	assert_true(reg_begin(s->reg, s->diag));
	assert_string_equal(counted(s, &office, &ten, NULL), "A 10/001/2021");
	assert_string_equal(counted(s, &office, &twenty, NULL), "A 20/001/2021");
	assert_string_equal(counted(s, &office, &ten, "A 10/081/2021"), "A 10/081/2021");
	assert_string_equal(counted(s, &office, &twenty, "A 20/081/2021"), "A 20/081/2021");
	assert_string_equal(counted(s, &office, &ten, NULL), "A 10/082/2021");
	assert_string_equal(counted(s, &office, &next, NULL), "A 10/001/2022");
	assert_string_equal(counted(s, &period, &p17, NULL), "FB 56/0001/WP17");
	assert_string_equal(counted(s, &period, &p17, "FB 56/0176/WP17"), "FB 56/0176/WP17");
	assert_string_equal(counted(s, &period, &p18, NULL), "FB 45/0001/WP18");
	assert_string_equal(counted(s, &never, &y13, "11948-14"), "11948-14");
	assert_string_equal(counted(s, &never, &y13, NULL), "11949-13");
	assert_string_equal(counted(s, &year, &y13, "1213/2013"), "1213/2013");
	assert_string_equal(counted(s, &year, &y13, NULL), "1214/2013");
	assert_string_equal(counted(s, &revision, &p18, "5936/20/0"), "5936/20/0");
	assert_string_equal(counted(s, &revision, &p18, "5936/20/1"), "5936/20/1");
	assert_string_equal(counted(s, &revision, &p18, NULL), "5937/20/0");
	nothing_told(s);
	assert_null(counted(s, &office, &ten, "A 10/081/2021"));
	assert_null(counted(s, &office, &y13, NULL));
	assert_non_null(strstr(message(s->diag, "NUMMERVERGABE"), "gehört schon"));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 2);
	assert_true(reg_commit(s->reg, s->diag));
	assert_true(reg_check(s->reg, NULL, s->diag));
}

static void numbers_run_out(void **state)
{
	struct set *s = *state;
	assert_string_equal(reg_number(s->reg, s->mem,
				    &(struct reg_wish){reg_key("probe", "a"), muster(s, "####-#"), {0}, "2023-9"},
				    s->diag),
		"2023-9");
	assert_null(of_town(s, "probe", "b", "####-#", 2023));
	assert_null(of_town(s, "probe", "c", "ohne Ziffern", 2023));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 2);
}

/* Two clerks at once: every number once, none left out. */
static void two_processes(void **state)
{
	struct set *s = *state;
	enum { EACH = 20 };
	reg_close(s->reg);
	s->reg = NULL;
	pid_t pid[2];
	for (int p = 0; p < 2; p++)
		if (!(pid[p] = fork())) {
			int bad = 0;
			for (int i = 0; i < EACH && !bad; i++) {
				struct diag *d = diag_new();
				struct reg *r = reg_open(s->path, true, d);
				bad = !r || !reg_begin(r, d) ||
					!reg_number(r, s->mem,
						&(struct reg_wish){reg_key("probe", mem_fmt(s->mem, "p%d-%d", p, i)),
							NULL, {.jahr = 2023}, NULL},
						d) ||
					!reg_commit(r, d);
				reg_close(r);
				diag_free(d);
			}
			_exit(bad);
		}
	for (int p = 0; p < 2; p++) {
		int status;
		waitpid(pid[p], &status, 0);
		assert_int_equal(status, 0);
	}
	reopen(s);
	assert_int_equal(value(s, "SELECT count(DISTINCT zaehler) FROM nummer"), 2 * EACH);
	assert_int_equal(value(s, "SELECT max(zaehler) FROM nummer"), 2 * EACH);
	assert_true(reg_check(s->reg, NULL, s->diag));
	nothing_told(s);
}

/* After a backup was brought back: numbers that are known stay, new ones wait until the sources were looked through. */
static void after_a_backup(void **state)
{
	struct set *s = *state;
	assert_string_equal(number(s, "a", NULL), "2023/0001");
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_string_equal(number(s, "b", NULL), "2023/0002");
	reg_close(s->reg);
	write_file(s->path, "zerstört");
	assert_true(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag));
	s->reg = NULL;
	reopen(s);
	assert_string_equal(number(s, "a", NULL), "2023/0001");
	assert_null(number(s, "neu", NULL));
	assert_non_null(strstr(message(s->diag, "NUMMERVERGABE"), "neu-aufbauen probe"));
	assert_string_equal(number(s, "b", "2023/0002"), "2023/0002"); /* as it stands in its source */
	assert_true(reg_numbers_settled(s->reg, "probe", s->diag));
	assert_string_equal(number(s, "neu", NULL), "2023/0003");
	assert_null(of_town(s, "andernorts", "a", NULL, 2023));
	reopen(s);
	assert_string_equal(number(s, "noch-eins", NULL), "2023/0004");
	nothing_told(s);
}

static void only_after_a_backup(void **state)
{
	struct set *s = *state;
	assert_true(reg_numbers_settled(s->reg, "probe", s->diag));
	assert_int_equal(value(s, "SELECT count(*) FROM zurueckgeholt"), 0);
}

/* What agendas and public objects still name comes back, what is taken is told. */
static void named_in_ledgers(void **state)
{
	struct set *s = *state;
	const struct doc_agenda_item items[] = {
		{.id = "a",
			.nummer = "1",
			.titel = "A",
			.titel_intern = "A",
			.drucksache = "2023/0005",
			.paper_id = "a"},
		{.id = "b",
			.nummer = "2",
			.titel = "B",
			.titel_intern = "B",
			.drucksache = "2023/0006",
			.paper_id = "b"},
		{.id = "c", .nummer = "3", .titel = "C", .titel_intern = "C", .paper_id = "c"},
	};
	struct reg_oparl o = {.ort = "probe", .typ = "Paper", .schluessel = "d", .kennung = "1", .quelle = "vorlage/d"};
	o.inhalt = "\"id\":\"x\",\"reference\":\"2023/0009\"";
	o.eingebettet = "";
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){items, 3, true}, 5, s->diag));
	assert_true(reg_oparl_put(s->reg, s->mem, &o, 5, s->diag));
	assert_non_null(number(s, "x", "2023/0006"));
	assert_true(reg_numbers_again(s->reg, "probe", NULL, s->diag));
	assert_string_equal(number(s, "a", NULL), "2023/0005");
	assert_string_equal(number(s, "d", NULL), "2023/0009");
	assert_non_null(strstr(message(s->diag, "NUMMERVERGABE"), "„b“ als Drucksache 2023/0006"));
	assert_string_equal(number(s, "neu", NULL), "2023/0010");
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(numbers),
		T(series),
		T(numbers_run_out),
		T(two_processes),
		T(after_a_backup),
		T(only_after_a_backup),
		T(named_in_ledgers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
