/* kosten_test.c: whether a Massnahme still costs, what a Posten brings to a sum, when it is due, how much of it is
 * budgeted, sums that are too large, and all that in the town's words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/papier.h"
#include "model/world.h"

static const money_t largest = 999999999999999;

static struct doc_node *feld(const struct world *w) { return w->doc.root->first; }

static int set_up(void **state)
{
	struct world *w = world_new();
	w->doc.edition = "2026";
	w->doc.root = add(w, NULL, DOC_KONZEPT, DOC_A_EDITION, "2026", END);
	add(w, w->doc.root, DOC_HANDLUNGSFELD, END);
	*state = w;
	return 0;
}

static struct doc_node *massnahme(struct world *w, const char *status, const char *jahre)
{
	struct doc_node *m = add(w, feld(w), DOC_MASSNAHME, DOC_A_STATUS, status, END);
	add(w, m, DOC_ZEITBEDARF, DOC_A_JAHRE, jahre, END);
	return add(w, m, DOC_FINANZEN, END);
}

static const struct doc_massnahme *finished(struct world *w, size_t at)
{
	size_t n;
	doc_finish(&w->doc, w->diag);
	return doc_massnahmen(&w->doc, &n) + at;
}

static void states(void **state)
{
	static const char *const on[] = {"offen", "neu", "unveraendert", "geaendert", "laeuft"};
	(void)state;
	for (size_t i = 0; i < sizeof on / sizeof *on; i++) {
		struct doc_massnahme m = {.status = doc_status_find(on[i])};
		assert_int_equal(m.status, DOC_S_OFFEN + (int)i);
		assert_true(doc_goes_on(&m) && !doc_settled(m.status));
	}
	assert_true(doc_settled(doc_status_find("abgeschlossen")) && doc_settled(doc_status_find("entfallen")));
	assert_int_equal(doc_status_find(NULL), DOC_S_UNGESAGT);
	assert_int_equal(doc_status_find("fertig"), DOC_S_UNGESAGT);
	assert_false(doc_settled(DOC_S_UNGESAGT));
	assert_int_equal(doc_zustand_told("die Kosten sind noch zu ermitteln"), DOC_NOCH_ZU_ERMITTELN);
	assert_int_equal(doc_zustand_told("keine Kosten"), DOC_OHNE);
	assert_int_equal(doc_zustand_told("5.000 Euro"), DOC_BETRAG);
}

static void shares(void **state)
{
	static const struct { struct doc_posten p; enum doc_share share; } cases[] = {
		{{.has_amount = true}, DOC_AMOUNT},
		{{.has_amount = true, .erstattet_durch = "Land"}, DOC_AMOUNT},
		{{.zustand = DOC_BETRAG}, DOC_OPEN},
		{{.gefoerdert_durch = "Land"}, DOC_OTHERS},
		{{.erstattet_durch = "Land", .jaehrlich = true}, DOC_OTHERS},
		{{.zustand = DOC_UNBESTIMMT}, DOC_OPEN},
		{{.zustand = DOC_NOCH_ZU_ERMITTELN, .gefoerdert_durch = "Land"}, DOC_OPEN},
		{{.zustand = DOC_OHNE}, DOC_NOTHING},
		{{.zustand = DOC_LAUFENDE_VERWALTUNG}, DOC_NOTHING},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(doc_share(&cases[i].p), cases[i].share);
}

static void years(void **state)
{
	struct world *w = *state;
	struct doc_massnahme due = {.faellig = 2030}, open = {.faellig = 0};
	struct doc_posten said = {.haushaltsjahr = 2027}, once = {.jaehrlich = false}, yearly = {.jaehrlich = true};
	assert_int_equal(doc_haushaltsjahr(&w->doc, &due, &said), 2027);
	assert_int_equal(doc_haushaltsjahr(&w->doc, &due, &once), 2030);
	assert_int_equal(doc_haushaltsjahr(&w->doc, &open, &once), 0);
	assert_int_equal(doc_haushaltsjahr(&w->doc, &due, &yearly), 2026);
	w->doc.edition = "entwurf";
	assert_int_equal(doc_haushaltsjahr(&w->doc, &due, &yearly), 0);
	struct doc_node *p = add(w, feld(w), DOC_POSTEN, DOC_A_HAUSHALTSJAHR, "27", END);
	assert_true(doc_posten(&said, p));
	assert_int_equal(said.haushaltsjahr, 0);
}

/* Of the whole: Posten take of it in their order. Of a Posten: never more than its amount. */
static void budgeted(void **state)
{
	struct doc_posten p[] = {{.has_amount = true, .betrag = 500, .davon = -1}, {.davon = -1},
		{.has_amount = true, .betrag = 700, .davon = -1}};
	struct doc_kosten k = {.posten = p, .nposten = 3, .davon = 900, .davon_of_all = true};
	(void)state;
	assert_int_equal(doc_budgeted(&k, &p[0]), 500);
	assert_int_equal(doc_budgeted(&k, &p[1]), 0);
	assert_int_equal(doc_budgeted(&k, &p[2]), 400);
	k.davon_of_all = false;
	assert_int_equal(doc_budgeted(&k, &p[0]), 0);
	p[0].davon = 800;
	assert_int_equal(doc_budgeted(&k, &p[0]), 500);
	p[0].davon = 100;
	assert_int_equal(doc_budgeted(&k, &p[0]), 100);
}

static void sums(void **state)
{
	struct world *w = *state;
	struct doc_node *f = massnahme(w, "laeuft", "2"), *gone = massnahme(w, "entfallen", "2"),
			*done = massnahme(w, "abgeschlossen", "2");
	add(w, f, DOC_POSTEN, DOC_A_BETRAG, "100", DOC_A_DAVON, "40", DOC_A_CIRCA, "ja", END);
	add(w, f, DOC_POSTEN, DOC_A_BETRAG, "12,50", DOC_A_TURNUS, "jaehrlich", END);
	add(w, f, DOC_POSTEN, DOC_A_ZUSTAND, "unbestimmt", DOC_A_TURNUS, "jaehrlich", END);
	add(w, f, DOC_POSTEN, DOC_A_ERSTATTET_DURCH, "Land", END);
	add(w, gone, DOC_POSTEN, DOC_A_BETRAG, "7000", END);
	add(w, done, DOC_POSTEN, DOC_A_BETRAG, "8000", DOC_A_TURNUS, "jaehrlich", END);
	const struct doc_massnahme *m = finished(w, 0);
	const struct doc_kosten *k = doc_kosten(&w->doc, f);
	assert_ptr_equal(k, &m->kosten);
	assert_int_equal(m->faellig, 2028);
	assert_int_equal(k->einmalig.value, 10000);
	assert_int_equal(k->einmalig.budgeted, 4000);
	assert_true(k->einmalig.n == 1 && k->einmalig.circa && !k->einmalig.open);
	assert_int_equal(k->jaehrlich.value, 1250);
	assert_true(k->jaehrlich.n == 1 && !k->jaehrlich.circa && k->jaehrlich.open);
	assert_true(k->davon == 4000 && !k->davon_of_all);
	struct doc_summen all = doc_summen(&w->doc, w->diag);
	assert_int_equal(all.einmalig.value, 10000);
	assert_int_equal(all.jaehrlich.value, 1250);
	assert_true(all.einmalig.circa && all.jaehrlich.open);
	assert_null(doc_kosten(&w->doc, feld(w)));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
}

/* A sum that is too large is told where it is formed, once, and stays what it was. */
static void too_large(void **state)
{
	struct world *w = *state;
	struct doc_sum s = {0}, t = {0};
	struct doc_place at = {w->diag, &w->doc, feld(w), "Summe"};
	doc_sum_amount(&s, largest, &at);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
	doc_sum_amount(&s, 1, &at);
	doc_sum_amount(&s, 1, &at);
	assert_true(s.over && s.value == largest && s.n == 3);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
	doc_sum_amount(&t, 1, &at);
	at.name = "Jahr";
	doc_sum_sum(&t, &s, &at);
	assert_true(t.over && t.value == 1);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 2);
}

static void too_large_together(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 2; i++)
		add(w, massnahme(w, "neu", "1"), DOC_POSTEN, DOC_A_BETRAG, "6000000000000", END);
	finished(w, 0);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
	assert_true(doc_summen(&w->doc, w->diag).einmalig.over);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
}

static const char *its_name(const void *town, const char *name)
{
	(void)town;
	return name;
}

static void says(void **state)
{
	static const struct doc_words words = {.say = its_name, .waehrung = "€"};
	static const struct { struct doc_posten p; const char *value, *payer; } cases[] = {
		{{.has_amount = true, .betrag = 1250000}, "12.500\u00A0€", ""},
		{{.has_amount = true, .betrag = 1250, .circa = true}, "circa\u00A012,50\u00A0€", ""},
		{{.has_amount = true, .betrag = 100, .gefoerdert_durch = "Land", .erstattet_durch = "Bund"}, "1\u00A0€",
			"gefoerdert-durch Land, erstattet-durch Bund"},
		{{.gefoerdert_durch = "Land"}, "gefoerdert-durch Land", "gefoerdert-durch Land"},
		{{.zustand = DOC_OHNE}, "zustand-ohne", ""},
		{{.zustand = DOC_BETRAG}, "", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0}, p = {0};
		buf_str(&b, "");
		buf_str(&p, "");
		doc_put_posten(&b, &cases[i].p, false, &words);
		doc_put_zahler(&p, &cases[i].p, &words);
		assert_string_equal(b.data, cases[i].value);
		assert_string_equal(p.data, cases[i].payer);
		buf_free(&b);
		buf_free(&p);
	}
	assert_string_equal(doc_status_word(&words, DOC_S_LAEUFT), "status-laeuft");
	assert_string_equal(doc_status_word(&words, DOC_S_UNGESAGT), "");
	assert_string_equal(doc_zustand_word(&words, DOC_OHNE, true), "ohne-kosten");
	assert_string_equal(doc_zustand_word(&words, DOC_BETRAG, false), "");
	assert_string_equal(doc_zustand_value(DOC_NOCH_ZU_ERMITTELN), "noch-zu-ermitteln");
	assert_string_equal(doc_klasse_word(&words, "langfristig"), "klasse-langfristig");
	assert_string_equal(doc_klasse_word(&words, NULL), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states),
		cmocka_unit_test(shares),
		cmocka_unit_test_setup_teardown(years, set_up, tear_down),
		cmocka_unit_test(budgeted),
		cmocka_unit_test_setup_teardown(sums, set_up, tear_down),
		cmocka_unit_test_setup_teardown(too_large, set_up, tear_down),
		cmocka_unit_test_setup_teardown(too_large_together, set_up, tear_down),
		cmocka_unit_test(says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
