/* model_test.c: what doc_finish works out: numbers, levels, names, deadlines, Kennzahlen, points to decide; and
 * agendas. Documents are made by hand, node by node. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/agenda.h"
#include "model/literatur.h"
#include "model/world.h"

static void text(struct world *w, struct doc_node *in, const char *s)
{
	struct doc_node *t = doc_add(&w->doc, in, DOC_TEXT, 0, 1);
	t->text = s;
	t->len = (uint32_t)strlen(s);
}

static struct doc_node *titled(struct world *w, struct doc_node *in, enum doc_kind kind, const char *id)
{
	struct doc_node *n = add(w, in, kind, DOC_A_ID, id, END);
	text(w, add(w, n, DOC_TITEL, END), id);
	return n;
}

static struct doc_node *begin(struct world *w, enum doc_kind root)
{
	new_document(w);
	return w->doc.root = add(w, NULL, root, DOC_A_EDITION, "2026", DOC_A_VORGAENGER, "2024", END);
}

static int set_up(void **state)
{
	*state = world_new();
	return 0;
}

static const char *number_of(struct world *w, const char *id)
{
	const struct doc_node *n = doc_by_id(&w->doc, id);
	assert_non_null(n);
	return n->number ? n->number : "";
}

/* ---- numbers ---- */

static void parts_count_by_level(void **state)
{
	struct world *w = *state;
	struct doc_node *root = begin(w, DOC_KONZEPT);
	struct doc_node *one = titled(w, root, DOC_KAPITEL, "eins"), *two = titled(w, root, DOC_KAPITEL, "zwei");
	struct doc_node *deep = titled(w, titled(w, one, DOC_ABSCHNITT, "ab"), DOC_ABSCHNITT, "abc");
	titled(w, one, DOC_ABSCHNITT, "ac");
	titled(w, two, DOC_HANDLUNGSFELD, "feld");
	struct doc_node *annex = titled(w, root, DOC_ANHANG, "a");
	titled(w, annex, DOC_ABSCHNITT, "a-eins");
	titled(w, root, DOC_ANHANG, "b");
	doc_finish(&w->doc, w->diag);
	assert_string_equal(number_of(w, "eins"), "1");
	assert_string_equal(number_of(w, "abc"), "1.1.1");
	assert_string_equal(number_of(w, "ac"), "1.2");
	assert_string_equal(number_of(w, "feld"), "2.1");
	assert_string_equal(number_of(w, "a"), "A");
	assert_string_equal(number_of(w, "a-eins"), "A.1");
	assert_string_equal(number_of(w, "b"), "B");
	assert_int_equal(deep->level, 3);
	assert_int_equal(two->level, 1);
}

/* Figures, tables and notes count through the document; untitled tables and figures that say so do not. */
static void things_count_through(void **state)
{
	struct world *w = *state;
	struct doc_node *root = begin(w, DOC_KONZEPT), *one = titled(w, root, DOC_KAPITEL, "eins"),
			*two = titled(w, root, DOC_KAPITEL, "zwei");
	add(w, one, DOC_DIAGRAMM, DOC_A_ID, "d", END);
	add(w, one, DOC_ABBILDUNG, DOC_A_ID, "ohne", DOC_A_NUMMERIERT, "nein", END);
	titled(w, one, DOC_TABELLE, "t");
	add(w, one, DOC_TABELLE, DOC_A_ID, "namenlos", END);
	add(w, add(w, one, DOC_ABSATZ, END), DOC_FUSSNOTE, DOC_A_ID, "n", END);
	add(w, two, DOC_ABBILDUNG, DOC_A_ID, "bild", END);
	titled(w, two, DOC_TABELLE, "u");
	add(w, add(w, two, DOC_ABSATZ, END), DOC_FUSSNOTE, DOC_A_ID, "o", END);
	doc_finish(&w->doc, w->diag);
	static const char *const wanted[][2] = {{"d", "1"}, {"ohne", ""}, {"bild", "2"}, {"t", "1"}, {"namenlos", ""},
		{"u", "2"}, {"n", "1"}, {"o", "2"}};
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		assert_string_equal(number_of(w, wanted[i][0]), wanted[i][1]);
}

static void slides_count_steps(void **state)
{
	struct world *w = *state;
	struct doc_node *root = begin(w, DOC_PRAESENTATION);
	add(w, root, DOC_FOLIE, DOC_A_ID, "erste", END);
	add(w, root, DOC_FOLIE, DOC_A_ID, "schritt", DOC_A_ART, "schritt", END);
	add(w, root, DOC_DIAGRAMM, DOC_A_ID, "bild", END);
	add(w, root, DOC_FOLIE, DOC_A_ID, "zweiter", DOC_A_ART, "schritt", END);
	doc_finish(&w->doc, w->diag);
	assert_string_equal(number_of(w, "erste"), "");
	assert_string_equal(number_of(w, "schritt"), "1");
	assert_string_equal(number_of(w, "bild"), "");
	assert_string_equal(number_of(w, "zweiter"), "2");
}

/* ---- names ---- */

static void the_first_of_an_id_holds(void **state)
{
	struct world *w = *state;
	struct doc_node *root = begin(w, DOC_KONZEPT), *first = titled(w, root, DOC_KAPITEL, "eins");
	titled(w, root, DOC_KAPITEL, "eins");
	doc_finish(&w->doc, w->diag);
	assert_ptr_equal(doc_by_id(&w->doc, "eins"), first);
	assert_null(doc_by_id(&w->doc, "zwei"));
	assert_null(doc_edition(&w->doc, "ort/konzept-2024"));
	assert_null(doc_csv(&w->doc, "z.csv"));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
}

/* The edition's own office goes before the directory's. */
static void offices_are_found_in_both(void **state)
{
	struct world *w = *state;
	struct world *town = MEM_NEW(w->mem, struct world);
	*town = (struct world){.mem = w->mem, .diag = w->diag, .file = {.path = "verzeichnis.xml"}};
	struct doc_node *list = begin(town, DOC_VERZEICHNIS);
	text(town, add(town, add(town, list, DOC_STELLE, DOC_A_ID, "amt", END), DOC_NAME, END), "Amt der Stadt");
	text(town, add(town, add(town, list, DOC_GREMIUM, DOC_A_ID, "rat", END), DOC_NAME, END), "Rat");
	doc_finish(&town->doc, w->diag);
	struct doc_node *angaben = add(w, begin(w, DOC_KONZEPT), DOC_ANGABEN, END);
	w->doc.verzeichnis = &town->doc;
	text(w, add(w, add(w, angaben, DOC_STELLE, DOC_A_ID, "amt", END), DOC_NAME, END), "Amt der Ausgabe");
	doc_finish(&w->doc, w->diag);
	assert_string_equal(doc_stelle(&w->doc, "amt")->name, "Amt der Ausgabe");
	assert_string_equal(doc_stelle(&w->doc, "rat")->name, "Rat");
	assert_true(doc_stelle(&w->doc, "rat")->gremium);
	assert_null(doc_stelle(&w->doc, "verein"));
}

/* ---- deadlines ---- */

static void years_are_counted_from(void **state)
{
	static const struct { const char *jahre, *seit; int due; } cases[] = {
		{"2", NULL, 2028}, {"5", "2018", 2023}, {NULL, "2018", 0}, {"12345", NULL, 0}, {"3", "18", 2029}};
	struct world *w = *state;
	struct doc_node *feld = titled(w, begin(w, DOC_KONZEPT), DOC_HANDLUNGSFELD, "feld");
	size_t n;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		add(w, add(w, feld, DOC_MASSNAHME, END), DOC_ZEITBEDARF, DOC_A_KLASSE, "laufend", DOC_A_JAHRE,
			cases[i].jahre ? cases[i].jahre : "", DOC_A_SEIT, cases[i].seit ? cases[i].seit : "", END);
	}
	doc_finish(&w->doc, w->diag);
	const struct doc_massnahme *m = doc_massnahmen(&w->doc, &n);
	assert_int_equal(n, sizeof cases / sizeof *cases);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(m[i].faellig, cases[i].due);
		assert_string_equal(m[i].klasse, "laufend");
		assert_ptr_equal(m[i].feld, feld);
		assert_ptr_equal(doc_massnahme(&w->doc, m[i].node), &m[i]);
	}
	assert_null(doc_massnahme(&w->doc, feld));
}

/* ---- Kennzahlen ---- */

static void figure(struct world *w, struct doc_node *in, const char *id, enum doc_attr attr, const char *value)
{
	add(w, in, DOC_KENNZAHL, DOC_A_ID, id, attr, value, END);
}

static void assert_figure(struct world *w, const char *id, const char *wanted)
{
	const struct doc_kennzahl *k = doc_kennzahl(&w->doc, id);
	struct buf b = {0};
	if (k)
		doc_put_kennzahl(&b, k);
	assert_string_equal(b.data ? b.data : "", wanted);
	buf_free(&b);
}

static void figures_are_read_and_shared(void **state)
{
	struct world *w = *state;
	struct doc_node *in = add(w, begin(w, DOC_KONZEPT), DOC_ANGABEN, END);
	figure(w, in, "anteil-vom-anteil", DOC_A_ANTEIL, "drittel/alle");        /* waits for the next but one */
	figure(w, in, "alle", DOC_A_WERT, "37509");
	figure(w, in, "drittel", DOC_A_ANTEIL, "teil/alle");
	figure(w, in, "teil", DOC_A_WERT, "12503");
	figure(w, in, "minus", DOC_A_WERT, "-1234,5");
	figure(w, in, "falsch", DOC_A_WERT, "12.5");
	figure(w, in, "teil", DOC_A_WERT, "1");                                  /* the first of a name holds */
	doc_finish(&w->doc, w->diag);
	assert_figure(w, "alle", "37\u202F509");
	assert_figure(w, "drittel", "33,3");
	assert_figure(w, "minus", "−1\u202F234,5");
	assert_figure(w, "falsch", "");
	assert_figure(w, "fehlt", "");
	assert_figure(w, "anteil-vom-anteil", "0,1");
	assert_string_equal(doc_kennzahl(&w->doc, "drittel")->einheit, "Prozent");
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);                   /* the doubled id */
}

static void shares_that_cannot_be_had_are_told(void **state)
{
	struct world *w = *state;
	struct doc_node *in = add(w, begin(w, DOC_KONZEPT), DOC_ANGABEN, END);
	figure(w, in, "null", DOC_A_WERT, "0");
	figure(w, in, "eins", DOC_A_WERT, "1");
	figure(w, in, "durch-null", DOC_A_ANTEIL, "eins/null");
	figure(w, in, "hin", DOC_A_ANTEIL, "her/eins");
	figure(w, in, "her", DOC_A_ANTEIL, "hin/eins");
	doc_finish(&w->doc, w->diag);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 3);
	assert_null(doc_kennzahl(&w->doc, "hin"));
}

/* ---- what is to be decided ---- */

static void open_points_are_counted(void **state)
{
	struct world *w = *state;
	struct doc_node *root = begin(w, DOC_KONZEPT), *angaben = add(w, root, DOC_ANGABEN, END);
	add(w, angaben, DOC_STAND, DOC_A_DATUM, "2026", DOC_A_OFFEN, "ja", END);
	add(w, angaben, DOC_KENNZAHL, DOC_A_ID, "alt", DOC_A_WERT, "1", DOC_A_VERALTET, "ja", END);
	add(w, angaben, DOC_KENNZAHL, DOC_A_ID, "bleibt", DOC_A_WERT, "1", DOC_A_VERALTET, "ja", DOC_A_BLEIBT, "ja",
		END);
	struct doc_node *feld = titled(w, root, DOC_HANDLUNGSFELD, "feld");
	add(w, feld, DOC_MASSNAHME, DOC_A_STATUS, "offen", END);
	add(w, feld, DOC_MASSNAHME, DOC_A_STATUS, "laeuft", END);
	add(w, feld, DOC_MASSNAHME, END);
	size_t n;
	doc_finish(&w->doc, w->diag);
	const struct doc_punkt *p = doc_punkte(&w->doc, &n);
	assert_int_equal(n, 5);
	assert_int_equal(doc_offen(&w->doc), 3);
	assert_true(p[0].art == DOC_P_STAND && p[0].offen);
	assert_true(p[1].art == DOC_P_MASSNAHME && p[1].offen);
	assert_false(p[2].offen);
	assert_true(p[3].art == DOC_P_KENNZAHL && p[3].offen);
	assert_false(p[4].offen);
}

/* ---- agendas ---- */

static const struct doc_agenda_town town = {.praefix = "Ö ", .praefix_intern = "N ",
	.titel = {[DOC_TOP_EINWOHNERFRAGEN] = "Fragen", [DOC_TOP_ANFRAGEN] = "Anfragen"}, .neutral = "Internes"};
static const struct doc_agenda_paper papers[] = {
	{"p1", "2026/0001", "Spielplatz", NULL, "a.xml", "entscheidung", true},
	{"p2", "2026/0002", "Vertrag", "Vertragssache", "b.xml", "entscheidung", false}};

static struct doc_node *session(struct world *w)
{
	return add(w, begin(w, DOC_SITZUNG), DOC_TAGESORDNUNG, END);
}

static struct doc_node *part(struct world *w, bool open)
{
	return add(w, w->doc.root->first, DOC_TEIL, DOC_A_ART, open ? "oeffentlich" : "nichtoeffentlich", END);
}

/* "Ö 1 Fragen; Ö 2 Spielplatz" */
static void assert_agenda(const struct doc_agenda *a, const char *wanted)
{
	struct buf b = {0};
	buf_str(&b, "");
	for (size_t i = 0; i < a->n; i++)
		buf_fmt(&b, "%s%s %s%s", i ? "; " : "", a->items[i].nummer ? a->items[i].nummer : "-",
			a->items[i].titel, a->items[i].entfallen ? " (entfällt)" : "");
	assert_string_equal(b.data, wanted);
	buf_free(&b);
}

static struct doc_agenda_from source(struct world *w, size_t npapers)
{
	doc_finish(&w->doc, w->diag);
	return (struct doc_agenda_from){.sitzung = &w->doc, .papers = papers, .npapers = npapers, .town = &town};
}

static void papers_stand_where_they_belong(void **state)
{
	struct world *w = *state;
	session(w);
	struct doc_node *open = part(w, true), *closed = part(w, false);
	add(w, open, DOC_TOP, DOC_A_ART, "einwohnerfragen", DOC_A_ID, "f", END);
	add(w, open, DOC_VORLAGEN, END);
	add(w, open, DOC_TOP, DOC_A_ART, "anfragen", DOC_A_ID, "a", END);
	add(w, closed, DOC_VORLAGEN, END);
	struct doc_agenda_from from = source(w, 2);
	const struct doc_agenda *a = doc_agenda_build(w->mem, &from, w->diag);
	assert_agenda(a, "Ö 1 Fragen; Ö 2 Spielplatz; Ö 3 Anfragen; N 1 Vertragssache");
	assert_string_equal(a->items[3].titel_intern, "Vertrag");
	assert_false(a->announced);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
	const struct doc_agenda *seen = doc_agenda_public(w->mem, a, &w->doc, &town);
	assert_string_equal(seen->items[3].titel_intern, "Vertragssache");
	assert_null(seen->items[3].paper_path);
	assert_null(seen->items[3].drucksache);
	assert_string_equal(seen->items[1].drucksache, "2026/0001");
}

static void a_paper_without_a_place_is_told(void **state)
{
	struct world *w = *state;
	session(w);
	struct doc_node *open = part(w, true);
	add(w, open, DOC_TOP, DOC_A_VORLAGE, "2026/0002", DOC_A_ID, "v", END);      /* not public, in the public part */
	add(w, open, DOC_TOP, DOC_A_VORLAGE, "2026/0009", DOC_A_ID, "x", END);      /* unknown */
	struct doc_agenda_from from = source(w, 2);
	assert_agenda(doc_agenda_build(w->mem, &from, w->diag), "Ö 1 Vorlage 2026/0002; Ö 2 Vorlage 2026/0009");
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 3);
}

/* What was announced keeps its number; new items get higher ones; what is gone stays, withdrawn. */
static void announced_numbers_stay(void **state)
{
	static const struct doc_agenda_item kept[] = {
		{.id = "a", .nummer = "Ö 1", .titel = "Anfragen", .titel_intern = "Anfragen", .oeffentlich = true},
		{.id = "weg", .nummer = "Ö 2", .titel = "Weg", .titel_intern = "Weg", .oeffentlich = true}};
	struct world *w = *state;
	session(w);
	struct doc_node *open = part(w, true);
	add(w, open, DOC_VORLAGEN, END);
	add(w, open, DOC_TOP, DOC_A_ART, "anfragen", DOC_A_ID, "a", END);
	struct doc_agenda_from from = source(w, 1);
	from.kept = kept;
	from.nkept = 2;
	const struct doc_agenda *a = doc_agenda_build(w->mem, &from, w->diag);
	assert_agenda(a, "Ö 1 Anfragen; Ö 2 Weg (entfällt); Ö 3 Spielplatz");
	assert_true(a->announced);
	assert_int_equal(a->items[2].order, 2);
}

static void joint_items_have_sub_numbers(void **state)
{
	struct world *w = *state;
	session(w);
	struct doc_node *joint = add(w, part(w, true), DOC_TOP, DOC_A_ID, "j", END);
	text(w, add(w, joint, DOC_TITEL, END), "Zusammen");
	add(w, joint, DOC_TOP, DOC_A_VORLAGE, "2026/0001", DOC_A_ID, "eins", END);
	text(w, add(w, add(w, joint, DOC_TOP, DOC_A_ID, "zwei", END), DOC_TITEL, END), "Bericht");
	struct doc_agenda_from from = source(w, 1);
	const struct doc_agenda *a = doc_agenda_build(w->mem, &from, w->diag);
	assert_agenda(a, "Ö 1 Zusammen; Ö 1.1 Spielplatz; Ö 1.2 Bericht");
	assert_true(!a->items[0].unter && a->items[1].unter && a->items[2].unter);
}

/* ---- works ---- */

static void works_are_sorted_and_told_apart(void **state)
{
	struct world *w = *state;
	struct doc_werk works[] = {
		{.id = "c", .authors = "Müller, Anna", .names = "Müller", .title = "Alt", .year = 2020},
		{.id = "b", .authors = "Müller, Anna", .names = "Müller", .title = "Zuletzt", .year = 2018},
		{.id = "a", .authors = "Müller, Anna", .names = "Müller", .title = "Anfang", .year = 2020},
		{.id = "d", .authors = "Abel, Eva", .names = "Abel", .title = "Zum Schluss", .year = 2024}};
	struct doc_literatur l = {.path = "l.json", .werke = works, .n = 4, .good = true};
	begin(w, DOC_KONZEPT);
	w->doc.literatur = &l;
	struct doc_node *p = titled(w, w->doc.root, DOC_KAPITEL, "kapitel");
	add(w, p, DOC_BELEG, DOC_A_REF, "a", END);
	add(w, p, DOC_BELEG, DOC_A_REF, "c", END);
	doc_finish(&w->doc, w->diag);
	static const char *const order[] = {"d", "b", "c", "a"}, *const suffix[] = {"", "", "a", "b"};
	for (size_t i = 0; i < 4; i++) {
		assert_string_equal(l.werke[i].id, order[i]);
		assert_string_equal(l.werke[i].suffix, suffix[i]);
	}
	assert_true(doc_werk(&w->doc, "a")->cited && !doc_werk(&w->doc, "b")->cited);
	assert_null(doc_werk(&w->doc, "e"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(parts_count_by_level),
		TEST(things_count_through),
		TEST(slides_count_steps),
		TEST(the_first_of_an_id_holds),
		TEST(offices_are_found_in_both),
		TEST(years_are_counted_from),
		TEST(figures_are_read_and_shared),
		TEST(shares_that_cannot_be_had_are_told),
		TEST(open_points_are_counted),
		TEST(papers_stand_where_they_belong),
		TEST(a_paper_without_a_place_is_told),
		TEST(announced_numbers_stay),
		TEST(joint_items_have_sub_numbers),
		TEST(works_are_sorted_and_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
