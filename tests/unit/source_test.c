/* source_test.c: files to nodes, and what the model works out from them. */
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
#include "model/doc.h"
#include "source/fixture.h"

#define HEAD                                                                                                           \
	"<konzept xmlns=\"urn:ratssatz:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" ort=\"muster\" "               \
	"edition=\"2018\">\n"                                                                                          \
	"<angaben><titel>Probe</titel><stand datum=\"2018-01\"/><herausgeber stelle=\"stadt\"/>%s</angaben>\n"

static struct doc *load(struct fixture *f, const char *name)
{
	char path[128];
	snprintf(path, sizeof path, "%s/%s", f->dir, name);
	src_free(f->doc);
	return f->doc = src_load(f->src, path, NULL, f->diag);
}

static struct doc *load_body(struct fixture *f, const char *facts, const char *body)
{
	struct buf b = {0};
	buf_fmt(&b, HEAD, facts);
	buf_fmt(&b, "%s\n</konzept>\n", body);
	put(f, "d.xml", b.data);
	buf_free(&b);
	return load(f, "d.xml");
}

static void assert_text(const struct doc *doc, const struct doc_node *n, const char *want)
{
	struct buf b = {0};
	doc_text(&b, doc, n);
	assert_string_equal(b.data ? b.data : "", want);
	buf_free(&b);
}

static void assert_clean(struct fixture *f)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(f->diag, &n);
	for (size_t i = 0; i < n; i++)
		print_message("%s:%d: %s [%s]\n", m[i].file, m[i].line, m[i].text, m[i].code);
	assert_int_equal(n, 0);
}

/* A Konzept with a figure that waits for its new value, in the folder NAME; before: what it says it follows. */
static void put_edition(struct fixture *f, const char *folder, const char *edition, const char *before)
{
	char path[128];
	struct buf b = {0};
	snprintf(path, sizeof path, "%s/%s", f->dir, folder);
	mkdir(path, 0700);
	buf_fmt(&b,
		"<konzept xmlns=\"urn:ratssatz:1\" ort=\"muster\" edition=\"%s\"%s>\n<angaben><titel>Probe</titel>"
		"<stand datum=\"2018\"/><herausgeber stelle=\"stadt\"/><kennzahl id=\"k\" name=\"K\" wert=\"1\" "
		"stichtag=\"2017\"%s/></angaben>\n</konzept>\n",
		edition, before, *before ? " veraltet=\"ja\"" : "");
	snprintf(path, sizeof path, "%s/konzept.xml", folder);
	put(f, path, b.data);
	buf_free(&b);
}

/* The folder's name is no proof: the edition before is one that says so itself. */
static void the_edition_before_says_so(void **state)
{
	struct fixture *f = *state;
	put_edition(f, "plan-2018", "2017", "");
	put_edition(f, "plan-2020", "2020", " vorgaenger=\"2018\"");
	assert_null(load(f, "plan-2020/konzept.xml")->vorgaenger);
	put_edition(f, "plan-2018", "2018", "");
	assert_non_null(load(f, "plan-2020/konzept.xml")->vorgaenger);
}

static void parts_and_figures_are_numbered(void **state)
{
	struct fixture *f = *state;
	const struct doc *doc = load_body(f, "",
		"<grusswort id=\"g\"><titel>G</titel></grusswort>"
		"<kapitel id=\"a\"><titel>A</titel><abschnitt id=\"a1\"><titel>x</titel><abschnitt "
		"id=\"a11\"><titel>y</titel></abschnitt></abschnitt></kapitel>"
		"<kapitel id=\"b\"><titel>B</titel><handlungsfeld id=\"b1\"><titel>x</titel><organigramm "
		"id=\"o1\"/></handlungsfeld>"
		"<handlungsfeld id=\"b2\"><titel>x</titel><abschnitt "
		"id=\"b21\"><titel>y</titel></abschnitt><organigramm id=\"o2\"/></handlungsfeld></kapitel>"
		"<anhang id=\"x\"><titel>X</titel><abschnitt id=\"x1\"><titel>y</titel></abschnitt></anhang><anhang "
		"id=\"z\"><titel>X</titel></anhang>");
	static const struct { const char *id, *number; int level;
	} want[] = {
		{"g", NULL, 1},
		{"a", "1", 1},
		{"a1", "1.1", 2},
		{"a11", "1.1.1", 3},
		{"b", "2", 1},
		{"b1", "2.1", 2},
		{"b2", "2.2", 2},
		{"b21", "2.2.1", 3},
		{"x", "A", 1},
		{"x1", "A.1", 2},
		{"z", "B", 1},
		{"o1", "1", 0},
		{"o2", "2", 0},
	};
	assert_clean(f);
	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		const struct doc_node *n = doc_by_id(doc, want[i].id);
		assert_non_null(n);
		assert_int_equal(n->level, want[i].level);
		if (want[i].number)
			assert_string_equal(n->number, want[i].number);
		else
			assert_null(n->number);
	}
}

static void figures_stated_once_are_computed(void **state)
{
	struct fixture *f = *state;
	const struct doc *doc = load_body(f,
		"<kennzahl id=\"alle\" wert=\"37509\"/><kennzahl id=\"teil\" wert=\"5800\"/><kennzahl id=\"anteil\" "
		"anteil=\"teil/alle\"/>"
		"<kennzahl id=\"kalt\" wert=\"-1234,50\"/><kennzahl id=\"ganz\" anteil=\"teil/teil\"/>",
		"<kapitel id=\"k\"><titel>K</titel><absatz id=\"p\">Von <wert ref=\"alle\"/> sind <wert "
		"ref=\"teil\"/>, also <wert ref=\"anteil\"/> Prozent; <wert ref=\"kalt\"/>; <wert "
		"ref=\"ganz\"/></absatz></kapitel>");
	assert_clean(f);
	assert_text(doc, doc_by_id(doc, "p"),
		"Von 37\u202F509 sind 5\u202F800, also 15,5 Prozent; −1\u202F234,50; 100");
	assert_string_equal(doc_kennzahl(doc, "anteil")->einheit, "Prozent");
	assert_null(doc_kennzahl(doc, "fehlt"));
}

static void text_is_folded_and_notes_are_left_out(void **state)
{
	struct fixture *f = *state;
	const struct doc *doc = load_body(f, "<beschluss gremium=\"rat\" datum=\"2018-02-20\"/>",
		"<kapitel id=\"k\"><titel>K</titel>\n<absatz id=\"p\">\n  Ein <betont>Wort</betont>\n  "
		"und<fussnote>weg</fussnote> noch<umbruch/>eines am "
		"<beschlussdatum gremium=\"rat\"/>,\n  siehe <verweis ziel=\"k\"/>.\n</absatz>\n<quelltext "
		"id=\"q\">a\n  b &lt; c</quelltext></kapitel>");
	const struct doc_node *p = doc_by_id(doc, "p"), *q = doc_by_id(doc, "q");
	assert_clean(f);
	assert_text(doc, p, "Ein Wort und noch eines am 20.\u00A0Februar 2018, siehe 1.");
	assert_int_equal(p->line, 4);
	assert_int_equal(p->first->line, 5);
	assert_string_equal(q->first->text, "a\n  b < c");
}

static const char *its_name(const void *town, const char *name)
{
	(void)town;
	return name;
}

static const struct doc_words names = {.say = its_name, .waehrung = "€"};

static void a_massnahme_is_summed_up(void **state)
{
	struct fixture *f = *state;
	const struct doc *doc = load_body(f, "",
		"<kapitel id=\"k\"><titel>K</titel><handlungsfeld id=\"h\"><titel>H</titel><massnahme "
		"id=\"m\"><finanzen davon=\"9000\">"
		"<posten betrag=\"50000\" circa=\"ja\">a</posten><posten betrag=\"5000\" "
		"turnus=\"jaehrlich\">b</posten><posten betrag=\"12,50\" turnus=\"jaehrlich\">c</posten>"
		"<posten zustand=\"noch-zu-ermitteln\">d</posten><posten "
		"erstattet-durch=\"Land\">e</posten></finanzen><zeitbedarf jahre=\"5\" "
		"klasse=\"mittelfristig\"/></massnahme></handlungsfeld></kapitel>");
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(doc, &n);
	static const char *const printed[] = {"circa\u00A050.000\u00A0€", "5.000\u00A0€", "12,50\u00A0€",
		"zustand-noch-zu-ermitteln", "erstattet-durch Land"};
	assert_clean(f);
	assert_int_equal(n, 1);
	assert_ptr_equal(m, doc_massnahme(doc, doc_by_id(doc, "m")));
	assert_int_equal(m->kosten.einmalig.value, 5000000);
	assert_int_equal(m->kosten.jaehrlich.value, 501250);
	assert_int_equal(m->kosten.davon, 900000);
	assert_int_equal(m->jahre, 5);
	assert_ptr_equal(m->feld, doc_by_id(doc, "h"));
	for (size_t i = 0; i < m->kosten.nposten; i++) {
		struct buf b = {0};
		doc_put_posten(&b, &m->kosten.posten[i], false, &names);
		assert_string_equal(b.data, printed[i]);
		buf_free(&b);
	}
}

static void a_name_is_the_one_of_its_time(void **state)
{
	struct fixture *f = *state;
	const struct doc *doc = load_body(f,
		"<stelle id=\"s\"><name bis=\"2016\">Alt</name><name von=\"2017\" bis=\"2019\">Damals</name><name "
		"von=\"2020\">Neu</name></stelle>",
		"<kapitel id=\"k\"><titel>K</titel></kapitel>");
	assert_clean(f);
	assert_string_equal(doc_stelle(doc, "s")->name, "Damals");
	assert_false(doc_stelle(doc, "s")->gremium);
	assert_null(doc_stelle(doc, "fehlt"));
}

static void an_included_chapter_keeps_its_file_and_lines(void **state)
{
	struct fixture *f = *state;
	put(f, "k.xml",
		"<?xml version=\"1.0\"?>\n<!-- a -->\n<kapitel\n  xmlns=\"urn:ratssatz:1\"\n  "
		"id=\"k\"><titel>K</titel>\n<absatz id=\"p\">x</absatz></kapitel>\n");
	const struct doc *doc =
		load_body(f, "", "\n<xi:include href=\"k.xml\"/>\n<kapitel id=\"l\"><titel>L</titel></kapitel>");
	const struct doc_node *k = doc_by_id(doc, "k"), *p = doc_by_id(doc, "p"), *l = doc_by_id(doc, "l");
	assert_clean(f);
	assert_int_equal(doc->nfiles, 2);
	assert_int_equal(k->file, 1);
	assert_int_equal(k->line, 3);
	assert_int_equal(p->line, 6);
	assert_int_equal(l->file, 0);
	assert_int_equal(l->line, 5);
	assert_string_equal(l->number, "2");
}

static void a_csv_is_cut_into_cells(void **state)
{
	struct fixture *f = *state;
	put(f, "z.csv", "\xEF\xBB\xBFJahr; Personen ;\"Anteil\"\r\n2015;412;1,5\r\n\r\n2016;-3;0\r\n");
	const struct doc *doc = load_body(f, "",
		"<kapitel id=\"k\"><titel>K</titel><diagramm art=\"saeulen\" "
		"daten=\"z.csv\"><aussage>A</aussage><quelle>Q</quelle></diagramm></kapitel>");
	const struct doc_csv *c = doc_csv(doc, "z.csv");
	assert_clean(f);
	assert_non_null(c);
	assert_int_equal(c->rows, 3);
	assert_int_equal(c->cols, 3);
	assert_string_equal(c->cell[1], "Personen");
	assert_string_equal(c->cell[2], "Anteil");
	assert_string_equal(c->cell[2 * 3 + 1], "-3");
	assert_int_equal(c->line[2], 4);
}

/* ---- the schema ---- */

struct seen {
	struct fixture *f;
	int kinds;
	bool attrs[DOC_ATTR_MAX];
};

static void try_example(struct fixture *f, const struct src_explained *e)
{
	struct buf b = {0};
	size_t n, name = strlen(e->name) + 1;
	struct diag *keep = f->diag;
	if (e->parent && !strcmp(e->parent, "top"))    /* of two kinds: an item of minutes has what no agenda has */
		buf_fmt(&b, "<sitzungsteil xmlns=\"urn:ratssatz:1\"><top>\n%s</top></sitzungsteil>\n", e->example);
	else if (e->parent)
		buf_fmt(&b, "<%s xmlns=\"urn:ratssatz:1\">\n%s</%s>\n", e->parent, e->example, e->parent);
	else
		buf_fmt(&b, "%.*s xmlns=\"urn:ratssatz:1\"%s\n", (int)name, e->example, e->example + name);
	put(f, "beispiel.xml", b.data);
	f->diag = diag_new();
	load(f, "beispiel.xml");
	const struct diag_msg *m = diag_sorted(f->diag, &n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(m[i].code, "WURZEL") && strcmp(m[i].code, "CSV") && strcmp(m[i].code, "BILDDATEI") &&
			strcmp(m[i].code, "ANLAGENDATEI") && !(e->parent && m[i].line == 1))
			fail_msg("Beispiel zu <%s>: %s", e->name, m[i].text);
	diag_free(f->diag);
	f->diag = keep;
	buf_free(&b);
}

static size_t attr_of(const char *name)
{
	for (size_t a = 0; a < DOC_ATTR_MAX; a++)
		if (!strcmp(doc_attr_name((enum doc_attr)a), name))
			return a;
	fail_msg("kein Attribut %s", name);
	return 0;
}

static void explained(void *arg, const struct src_explained *e)
{
	struct seen *s = arg;
	enum doc_kind k = doc_kind_find(e->name);
	s->kinds += !e->parent;
	assert_true(k != DOC_KIND_MAX);
	assert_true(strlen(e->text) > 10);
	assert_true(e->example[0] == '<');
	for (int i = 0; i < e->nattrs; i++) {
		assert_true(strlen(e->attrs[i].text) > 5);
		assert_true(strlen(e->attrs[i].expected) > 1);
		s->attrs[attr_of(e->attrs[i].name)] = true;
	}
	if (doc_kind_class(k) != DOC_CLASS_ROOT)
		try_example(s->f, e);
}

static void the_schema_explains_everything(void **state)
{
	struct seen s = {.f = *state};
	src_explain(explained, &s);
	assert_int_equal(s.kinds, DOC_KIND_MAX - 1);
	for (int a = 0; a < DOC_ATTR_MAX; a++)
		if (!s.attrs[a])
			fail_msg("Attribut %s fehlt im Schema", doc_attr_name(a));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(parts_and_figures_are_numbered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(figures_stated_once_are_computed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(text_is_folded_and_notes_are_left_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_massnahme_is_summed_up, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_name_is_the_one_of_its_time, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_included_chapter_keeps_its_file_and_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_csv_is_cut_into_cells, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_edition_before_says_so, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_schema_explains_everything, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
