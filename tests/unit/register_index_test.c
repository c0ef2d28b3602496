/* register_index_test.c: the index of documents: papers of a day, sessions, search, lists, made again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "register/sample.h"

static void papers_for(void **state)
{
	struct set *s = *state;
	struct reg_papers p;
	struct reg_meeting rat = {"probe", "rat"}, none = {"probe", "ausschuss"};
	date_parse(&rat.day, "2023-05-31");
	none.day = rat.day;
	assert_true(reg_begin(s->reg, s->diag));
	number(s, "spaet", "2023/0200");
	number(s, "frueh", "2023/0100");
	number(s, "zurueck", "2023/0150");
	assert_true(put_paper(s, "spaet", "Später", "2023-05-31", DOC_ENTSCHEIDUNG, ""));
	assert_true(put_paper(s, "frueh", "Früher", "2023-05-31", DOC_KENNTNISNAHME, ""));
	assert_true(put_paper(s, "zurueck", "Nicht freigegeben", "2023-05-31", DOC_ENTSCHEIDUNG, ""));
	assert_true(put_paper(s, "anderntags", "Anderntags", "2023-06-01", DOC_ENTSCHEIDUNG, ""));
	release(s, "spaet", 1);
	release(s, "frueh", 1);
	release(s, "anderntags", 1);
	assert_true(reg_commit(s->reg, s->diag));
	assert_true(reg_papers_for(s->reg, s->mem, &rat, "nummer", &p, s->diag));
	assert_int_equal(p.n, 2);
	assert_string_equal(p.all[0].id, "frueh");
	assert_string_equal(p.all[1].nummer, "2023/0200");
	assert_string_equal(p.all[1].path, "probe/sitzungen/spaet.xml");
	assert_true(reg_papers_for(s->reg, s->mem, &rat, "rolle", &p, s->diag));
	assert_string_equal(p.all[0].id, "spaet");
	assert_string_equal(p.all[0].rollen, "entscheidung");
	struct reg_known known;
	assert_true(reg_paper_by_number(s->reg, s->mem, "probe", "2023/0150", &known));
	assert_string_equal(known.id, "zurueck");
	assert_int_equal(known.datum.year, 2023);
	assert_true(known.oeffentlich);
	assert_false(reg_paper_by_number(s->reg, s->mem, "probe", "2023/0999", &known));
	assert_true(reg_papers_for(s->reg, s->mem, &none, "nummer", &p, s->diag));
	assert_int_equal(p.n, 0);
	nothing_told(s);
}

static void put_session(struct set *s, const char *id, const char *day, const char *beginn)
{
	static const char *const rat[] = {"rat"};
	struct doc_sitzung v = {.id = id, .gremium = "rat", .gremien = {rat, 1}, .beginn = beginn};
	struct reg_source src = source(mem_fmt(s->mem, "probe/sitzungen/%s.xml", id));
	date_parse(&v.datum, day);
	assert_true(reg_put_session(s->reg, &src, &v, s->diag));
}

static void sessions(void **state)
{
	struct set *s = *state;
	struct doc_sitzung v = {.id = "mittags", .gremium = "rat", .beginn = "17:00"};
	struct reg_source other = source("probe/sitzungen/t.xml");
	struct reg_meeting rat = {"probe", "rat"}, none = {"probe", "ausschuss"};
	struct reg_sessions found;
	date_parse(&rat.day, "2023-05-31");
	none.day = rat.day;
	put_session(s, "mittags", "2023-05-31", "12:00");
	put_session(s, "mittags", "2023-05-31", "12:00");
	put_session(s, "frueh", "2023-05-31", "09:00");
	put_session(s, "spaeter", "2023-06-12", "17:00");
	assert_true(reg_sessions_on(s->reg, s->mem, &rat, &found, s->diag));
	assert_int_equal(found.n, 2);
	assert_string_equal(found.all[0].id, "frueh");
	assert_string_equal(found.all[1].id, "mittags");
	assert_string_equal(found.all[1].beginn, "12:00");
	assert_true(reg_sessions_on(s->reg, s->mem, &none, &found, s->diag));
	assert_int_equal(found.n, 0);
	date_parse(&rat.day, "2023-06-02");
	assert_int_equal(reg_session_near(s->reg, &rat, 14).day, 31);
	date_parse(&rat.day, "2023-06-08");
	assert_int_equal(reg_session_near(s->reg, &rat, 14).day, 12);
	assert_int_equal(reg_session_near(s->reg, &rat, 3).year, 0);
	none.day = rat.day;
	assert_int_equal(reg_session_near(s->reg, &none, 14).year, 0);
	nothing_told(s);
	assert_false(reg_put_session(s->reg, &other, &v, s->diag));
	assert_true(told(s->diag, "DOPPELTAUFGENOMMEN"));
}

static struct doc_beratung step(const char *sitzung, const char *rolle, bool public)
{
	struct doc_beratung b = {.gremium = "rat", .rolle_id = rolle, .sitzung = sitzung, .oeffentlich = public};
	date_parse(&b.datum, "2023-05-31");
	return b;
}

static void put_steps(struct set *s, const char *id, const struct doc_beratung *steps, size_t n)
{
	struct doc_vorlage v = {.id = id, .art = "beschlussvorlage", .betreff = id, .oeffentlich = true};
	struct reg_source src = source(mem_fmt(s->mem, "probe/sitzungen/%s.xml", id));
	v.beratungen = steps;
	v.nberatungen = n;
	assert_true(reg_put_paper(s->reg, &src, &v, "", s->diag));
	release(s, id, 1);
}

/* A paper is on the agenda of the session it means; one that means none would be on both, and is told. */
static void two_sessions_of_a_day(void **state)
{
	struct set *s = *state;
	const struct doc_beratung first = step("a", "entscheidung", true), second = step("b", "entscheidung", true),
				  none = step(NULL, "entscheidung", true);
	struct reg_meeting a = {"probe", "rat", first.datum, "a"}, b = {"probe", "rat", first.datum, "b"};
	struct reg_papers p;
	put_session(s, "a", "2023-05-31", "16:00");
	put_steps(s, "eins", &first, 1);
	put_steps(s, "offen", &none, 1);
	assert_true(reg_papers_unclear(s->reg, s->mem, &a, &p, s->diag));
	assert_int_equal(p.n, 0);                                      /* there is but one session */
	put_session(s, "b", "2023-05-31", "18:00");
	put_steps(s, "zwei", &second, 1);
	assert_true(reg_papers_unclear(s->reg, s->mem, &a, &p, s->diag));
	assert_int_equal(p.n, 1);
	assert_string_equal(p.all[0].id, "offen");
	assert_string_equal(p.all[0].path, "probe/sitzungen/offen.xml");
	put_steps(s, "offen", &second, 1);
	assert_true(reg_papers_for(s->reg, s->mem, &a, NULL, &p, s->diag));
	assert_int_equal(p.n, 1);
	assert_string_equal(p.all[0].id, "eins");
	assert_true(reg_papers_for(s->reg, s->mem, &b, NULL, &p, s->diag));
	assert_int_equal(p.n, 2);
	nothing_told(s);
}

/* Several steps in one session: the paper once, with all roles; public only if all are. */
static void steps_of_one_session(void **state)
{
	struct set *s = *state;
	const struct doc_beratung steps[] = {
		step(NULL, "vorberatung", true), step("b", "anhoerung", true), step("a", "entscheidung", true)};
	const struct doc_beratung mixed[] = {step("a", "anhoerung", true), step("a", "entscheidung", false)};
	struct reg_meeting a = {"probe", "rat", steps[0].datum, "a"};
	struct reg_papers p;
	put_session(s, "a", "2023-05-31", "16:00");
	put_steps(s, "eins", steps, 3);
	put_steps(s, "zwei", mixed, 2);
	assert_true(reg_papers_for(s->reg, s->mem, &a, NULL, &p, s->diag));
	assert_int_equal(p.n, 2);
	assert_string_equal(p.all[0].rollen, "vorberatung entscheidung");
	assert_true(p.all[0].oeffentlich);
	assert_string_equal(p.all[1].rollen, "anhoerung entscheidung");
	assert_false(p.all[1].oeffentlich);
	assert_true(reg_papers_for(s->reg, s->mem, &a, "rolle", &p, s->diag));
	assert_int_equal(p.n, 2);
}

static void search(void **state)
{
	static const char *const one[] = {
		"Flüchtlinge",
		"FLÜCHTLINGE",
		"Fluchtlinge",
		"fluechtlinge",
		"Straße",
		"strasse",
		"Strasse Fluechtlinge",
		"Flucht",
		"\"auf der Straße\"",
		"(Grundstück) -liegen*",
		"müll",
		"Mull",
		"Muell",
		"neue",
		"Ölfass",
		"oelfass",
	};
	static const char *const none[] = {"Straßenbahn", "\"der auf\"", "Flüchtlinge Baum", "neun"};
	struct set *s = *state;
	struct found f;
	assert_true(put_paper(s, "strasse", "Grundstück", "2023-05-31", DOC_ENTSCHEIDUNG,
		"Die neuen Flüchtlinge\nwohnen auf der Straße; der Müll bleibt liegen, ein Oelfass auch"));
	assert_true(put_paper(s, "baum", "Eine Baumpflanzung", "2023-05-31", DOC_ENTSCHEIDUNG, "Ein Baum für alle"));
	for (size_t i = 0; i < sizeof one / sizeof *one; i++)
		if (hits(s, one[i], &f) != 1)
			fail_msg("%s: %d", one[i], f.n);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(hits(s, none[i], &f), 0);
	hits(s, "fluechtlinge", &f);
	assert_non_null(strstr(f.snippet, "[Flüchtlinge]"));
	assert_true(put_paper(s, "strasse", "Grundstück", "2023-05-31", DOC_ENTSCHEIDUNG, "Jetzt anders"));
	assert_int_equal(hits(s, "Flüchtlinge", &f), 0);
	assert_int_equal(hits(s, "anders", &f), 1);
	nothing_told(s);
	assert_int_equal(hits(s, "** --", &f), 0);
	assert_true(told(s->diag, "SUCHWORT"));
	assert_true(reg_check(s->reg, NULL, s->diag));
}

static void lists(void **state)
{
	struct set *s = *state;
	struct found f = {.mem = s->mem};
	number(s, "baum", "2023/0123");
	assert_true(put_paper(s, "baum", "Baum", "2023-05-31", DOC_ENTSCHEIDUNG, "Text"));
	issue(s, "baum", in_dir(s, "baum.pdf"), "x");
	for (int l = REG_LIST_PAPIERE; l <= REG_LIST_MASSNAHMEN; l++)
		assert_true(reg_list(s->reg, (enum reg_list)l, "probe", count_row, &f, s->diag));
	assert_int_equal(f.n, 2);
	assert_true(reg_list(s->reg, REG_LIST_PAPIERE, "fernab", count_row, &f, s->diag));
	assert_true(reg_list(s->reg, REG_LIST_PAPIERE, NULL, count_row, &f, s->diag));
	assert_int_equal(f.n, 3);
	f.n = 0;
	assert_true(reg_show(s->reg, "2023/0123", count_row, &f, s->diag));
	assert_int_equal(f.n, 3);
	assert_string_equal(f.first, "2023/0123");
	assert_true(reg_show(s->reg, "baum", count_row, &f, s->diag));
	assert_false(reg_show(s->reg, "2099/0001", count_row, &f, s->diag));
	nothing_told(s);
}

static void rebuild(void **state)
{
	struct set *s = *state;
	struct found f;
	number(s, "a", NULL);
	number(s, "b", NULL);
	assert_true(put_paper(s, "b", "Zweites", "2023-05-31", DOC_ENTSCHEIDUNG, "Text zwei"));
	assert_true(put_paper(s, "a", "Erstes", "2023-05-31", DOC_ANHOERUNG, "Text eins"));
	issue(s, "a", in_dir(s, "a.pdf"), "a");
	char *before = dump(s);
	assert_true(reg_begin(s->reg, s->diag));
	assert_true(reg_index_clear(s->reg, s->diag));
	assert_int_equal(hits(s, "Text", &f), 0);
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 2);
	assert_true(put_paper(s, "a", "Erstes", "2023-05-31", DOC_ANHOERUNG, "Text eins"));
	assert_true(put_paper(s, "b", "Zweites", "2023-05-31", DOC_ENTSCHEIDUNG, "Text zwei"));
	assert_true(reg_commit(s->reg, s->diag));
	assert_string_equal(before, dump(s));
	assert_int_equal(hits(s, "Text", &f), 2);
	nothing_told(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(papers_for),
		T(sessions),
		T(two_sessions_of_a_day),
		T(steps_of_one_session),
		T(search),
		T(lists),
		T(rebuild),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
