/* register_number_test.c: numbers of papers: given once, in order, by two processes too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sys/wait.h>

#include "register/oparl.h"
#include "register/sample.h"

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
	assert_string_equal(reg_number(s->reg, s->mem, &(struct reg_wish){reg_key("probe", "g"), 2024, NULL, NULL},
				    s->diag),
		"2024/0001");
	assert_string_equal(reg_number(s->reg, s->mem,
				    &(struct reg_wish){reg_key("andernorts", "a"), 2016, "V ####/###", NULL}, s->diag),
		"V 2016/001");
	assert_string_equal(reg_number(s->reg, s->mem, &(struct reg_wish){reg_key("fernab", "a"), 2016, "######", NULL},
				    s->diag),
		"000001");
	assert_string_equal(reg_number(s->reg, s->mem, &(struct reg_wish){reg_key("fernab", "b"), 2017, "######", NULL},
				    s->diag),
		"000002");
	nothing_told(s);
	assert_null(number(s, "d", "2023/0120"));
	assert_null(number(s, "a", "2023/0009"));
	assert_null(number(s, "d", "2023-120"));
	assert_null(number(s, "d", "2023/0120x"));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 4);
	assert_true(reg_commit(s->reg, s->diag));
	assert_true(told(s->diag, "NUMMERVERGABE"));
}

static void numbers_run_out(void **state)
{
	struct set *s = *state;
	assert_string_equal(reg_number(s->reg, s->mem,
				    &(struct reg_wish){reg_key("probe", "a"), 2023, "####-#", "2023-9"}, s->diag),
		"2023-9");
	assert_null(reg_number(s->reg, s->mem, &(struct reg_wish){reg_key("probe", "b"), 2023, "####-#", NULL},
		s->diag));
	assert_null(reg_number(s->reg, s->mem, &(struct reg_wish){reg_key("probe", "c"), 2023, "ohne Ziffern", NULL},
		s->diag));
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
							2023, "####/####", NULL},
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
	assert_null(reg_number(s->reg, s->mem, &(struct reg_wish){reg_key("andernorts", "a"), 2023, NULL, NULL},
		s->diag));
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
		T(numbers_run_out),
		T(two_processes),
		T(after_a_backup),
		T(only_after_a_backup),
		T(named_in_ledgers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
