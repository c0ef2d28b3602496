/* kosten_test.c: whether a Massnahme still costs, when, how much of it is budgeted, and sums that are too large. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "model/kosten.h"

static const money_t largest = 999999999999999;

static struct doc_node *node(struct mem *m, enum doc_kind kind, enum doc_attr attr, const char *value)
{
	struct doc_node *n = MEM_NEW(m, struct doc_node);
	struct doc_av *a = MEM_NEW(m, struct doc_av);
	*a = (struct doc_av){(uint16_t)attr, value};
	*n = (struct doc_node){.kind = (uint16_t)kind, .attrs = a, .nattrs = value != NULL};
	return n;
}

static void goes_on(void **state)
{
	static const struct {
		enum doc_status status;
		const char *value;
		bool on;
	} cases[] = {{DOC_S_UNGESAGT, NULL, true}, {DOC_S_OFFEN, "offen", true}, {DOC_S_NEU, "neu", true},
		{DOC_S_LAEUFT, "laeuft", true}, {DOC_S_ABGESCHLOSSEN, "abgeschlossen", false},
		{DOC_S_ENTFALLEN, "entfallen", false}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc_massnahme m = {.status = cases[i].status};
		assert_int_equal(doc_goes_on(&m), cases[i].on);
		assert_int_equal(doc_status_goes_on(cases[i].value), cases[i].on);
	}
}

static void posten(void **state)
{
	struct doc_posten amount = {.betrag = 0, .davon = -1}, none = {.betrag = -1, .davon = -1};
	struct doc_posten paid = {.betrag = -1, .gefoerdert_durch = "Land"}, free = {.zustand = DOC_OHNE, .betrag = -1};
	struct doc_posten later = {.zustand = DOC_NOCH_ZU_ERMITTELN, .betrag = -1};
	struct doc_posten office = {.zustand = DOC_LAUFENDE_VERWALTUNG, .betrag = -1};
	(void)state;
	assert_true(doc_has_amount(&amount));
	assert_false(doc_has_amount(&none) || doc_has_amount(&later));
	assert_true(doc_is_open(&none) && doc_is_open(&later));
	assert_false(doc_is_open(&amount) || doc_is_open(&paid) || doc_is_open(&free) || doc_is_open(&office));
	assert_true(doc_needs_money(&amount) && doc_needs_money(&later));
	assert_false(doc_needs_money(&free) || doc_needs_money(&office));
}

static void years(void **state)
{
	struct mem *m = mem_new();
	struct doc doc = {.edition = "2026"};
	struct doc_massnahme a = {.faellig = 2030}, b = {.faellig = 0};
	struct doc_posten said = {.node = node(m, DOC_POSTEN, DOC_A_HAUSHALTSJAHR, "2027")};
	struct doc_posten once = {.node = node(m, DOC_POSTEN, DOC_A_ID, NULL)}, yearly = once;
	struct doc_posten wrong = {.node = node(m, DOC_POSTEN, DOC_A_HAUSHALTSJAHR, "27")};
	(void)state;
	yearly.jaehrlich = true;
	assert_int_equal(doc_cost_year(&doc, &a, &said), 2027);
	assert_int_equal(doc_cost_year(&doc, &a, &once), 2030);
	assert_int_equal(doc_cost_year(&doc, &b, &once), 0);
	assert_int_equal(doc_cost_year(&doc, &a, &yearly), 2026);
	assert_int_equal(doc_cost_year(&doc, &a, &wrong), 2030);
	doc.edition = "entwurf";
	assert_int_equal(doc_cost_year(&doc, &a, &yearly), 0);
	mem_free(m);
}

static void budgeted(void **state)
{
	struct mem *m = mem_new();
	struct doc_posten p[] = {
		{.betrag = 500, .davon = -1}, {.betrag = -1, .davon = -1}, {.betrag = 700, .davon = -1}};
	struct doc_massnahme whole = {.posten = p, .nposten = 3, .davon = 900};
	(void)state;
	whole.finanzen = node(m, DOC_FINANZEN, DOC_A_DAVON, "9");
	assert_int_equal(doc_budgeted(&whole, &p[0]), 500);
	assert_int_equal(doc_budgeted(&whole, &p[1]), 0);
	assert_int_equal(doc_budgeted(&whole, &p[2]), 400);
	whole.finanzen = node(m, DOC_FINANZEN, DOC_A_DAVON, NULL);
	assert_int_equal(doc_budgeted(&whole, &p[0]), 0);
	p[0].davon = 800;
	assert_int_equal(doc_budgeted(&whole, &p[0]), 500);
	mem_free(m);
}

static void too_large(void **state)
{
	struct doc_sum s = {0};
	money_t v;
	(void)state;
	doc_sum_add(&s, largest, true);
	assert_true(doc_sum_get(&s, &v) && v == largest && s.circa && s.n == 1);
	doc_sum_add(&s, 1, false);
	assert_false(doc_sum_get(&s, &v));
	doc_sum_add(&s, -5, false);
	assert_false(doc_sum_get(&s, &v));
}

static void says(void **state)
{
	static const struct { struct doc_posten p; const char *value, *payer; } cases[] = {
		{{.betrag = 1250000, .davon = -1}, "12.500\u00A0Euro", ""},
		{{.betrag = 1250, .circa = true}, "circa\u00A012,50\u00A0Euro", ""},
		{{.betrag = 100, .gefoerdert_durch = "Land", .erstattet_durch = "Bund"}, "1\u00A0Euro",
			"gefördert durch Land, erstattet durch Bund"},
		{{.betrag = -1, .gefoerdert_durch = "Land"}, "gefördert durch Land", ""},
		{{.betrag = -1, .erstattet_durch = "Bund"}, "erstattet durch Bund", ""},
		{{.betrag = -1, .gefoerdert_durch = "Land", .erstattet_durch = "Bund"}, "gefördert durch Land",
			"erstattet durch Bund"},
		{{.zustand = DOC_OHNE, .betrag = -1}, "keine zusätzlichen Kosten", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0}, w = {0};
		buf_str(&b, "");
		buf_str(&w, "");
		doc_put_posten(&b, &cases[i].p, doc_kostenworte());
		doc_put_payer(&w, &cases[i].p, doc_kostenworte());
		assert_string_equal(b.data, cases[i].value);
		assert_string_equal(w.data, cases[i].payer);
		buf_free(&b);
		buf_free(&w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(goes_on), cmocka_unit_test(posten), cmocka_unit_test(years),
		cmocka_unit_test(budgeted), cmocka_unit_test(too_large), cmocka_unit_test(says)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
