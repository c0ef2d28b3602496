/* edit_test.c: edits that keep all other bytes, and the typed views of papers and sessions. */
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
#include "base/file.h"
#include "model/papier.h"
#include "source/fixture.h"

#define NS "xmlns=\"urn:ratssatz:1\" "

static void is_now(struct fixture *f, const char *want)
{
	struct buf b = {0};
	assert_true(file_read(&b, f->path, f->diag));
	assert_string_equal(b.data, want);
	buf_free(&b);
}

static bool edit_now(const char *path, const struct src_edit *e, struct diag *d)
{
	return src_edit_staged(path, e, NULL, d);
}

static bool attribute(struct fixture *f, const char *text, const char *place, const char *attr, const char *value)
{
	put(f, "v.xml", text);
	return edit_now(f->path, &(struct src_edit){place, attr, value}, f->diag);
}

/* ---- attributes ---- */

static void attribute_replaced_in_place(void **state)
{
	struct fixture *f = *state;
	assert_true(attribute(f, "<vorlage b='1' nummer = 'alt'  a=\"x\"/>\n", "vorlage", "nummer", "2023/0123"));
	is_now(f, "<vorlage b='1' nummer = '2023/0123'  a=\"x\"/>\n");
}

static void attribute_added_after_the_last(void **state)
{
	struct fixture *f = *state;
	assert_true(attribute(f, "<vorlage\n  z=\"1\"\n  a=\"2\"\n>\n</vorlage>", "vorlage", "nummer", "7"));
	is_now(f, "<vorlage\n  z=\"1\"\n  a=\"2\" nummer=\"7\"\n>\n</vorlage>");
	assert_true(attribute(f, "<vorlage />", "vorlage", "nummer", "7"));
	is_now(f, "<vorlage nummer=\"7\" />");
}

static void attribute_removed_with_its_blank(void **state)
{
	struct fixture *f = *state;
	assert_true(attribute(f, "<v a=\"1\"  b=\"2\" c=\"3\"/>", "v", "b", NULL));
	is_now(f, "<v a=\"1\" c=\"3\"/>");
	assert_true(attribute(f, "<v a=\"1\"/>", "v", "b", NULL));
	is_now(f, "<v a=\"1\"/>");
}

static void attribute_value_escaped(void **state)
{
	struct fixture *f = *state;
	assert_true(attribute(f, "<v/>", "v", "e", "a<b & \"c\" 'd'\nf > g"));
	is_now(f, "<v e=\"a&lt;b &amp; &quot;c&quot; 'd'&#10;f &gt; g\"/>");
	assert_true(attribute(f, "<v e='1'/>", "v", "e", "\"c\" 'd'"));
	is_now(f, "<v e='\"c\" &apos;d&apos;'/>");
}

static void everything_else_stays(void **state)
{
	struct fixture *f = *state;
	assert_true(attribute(f,
		"\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n<!-- <v x=\"1\"> -->\r\n<?pi <v>?>\r\n<v z=\"&#65;&amp;>\" "
		"a='\"'>\t<![CDATA[<w>]]>\r\n<w q=\"1\"/></v>\r\n<!-- Ende -->\r\n",
		"v/w", "q", "2"));
	is_now(f,
		"\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n<!-- <v x=\"1\"> -->\r\n<?pi <v>?>\r\n<v z=\"&#65;&amp;>\" "
		"a='\"'>\t<![CDATA[<w>]]>\r\n<w q=\"2\"/></v>\r\n<!-- Ende -->\r\n");
}

static void place_counts_siblings_of_that_parent(void **state)
{
	struct fixture *f = *state;
	const char *text = "<v><x><b/></x><a><b/><c><b/></c><b/></a><a><b/></a></v>";
	assert_true(attribute(f, text, "v/a/b[2]", "n", "1"));
	is_now(f, "<v><x><b/></x><a><b/><c><b/></c><b n=\"1\"/></a><a><b/></a></v>");
	assert_true(attribute(f, text, "v/a[2]/b", "n", "1"));
	is_now(f, "<v><x><b/></x><a><b/><c><b/></c><b/></a><a><b n=\"1\"/></a></v>");
	assert_true(attribute(f, "<r:v xmlns:r=\"urn:x\"><r:a/></r:v>", "v/a", "n", "1"));
	is_now(f, "<r:v xmlns:r=\"urn:x\"><r:a n=\"1\"/></r:v>");
}

static void missing_place_told_and_file_untouched(void **state)
{
	struct fixture *f = *state;
	static const char *const places[] = {"w", "v/b[3]", "v/a/b", "v/b/b", "", "v[0]", "v[x]", "v/", "/v", "v//b"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		assert_false(attribute(f, "<v><b/><a/><b/></v>", places[i], "n", "1"));
		is_now(f, "<v><b/><a/><b/></v>");
	}
	size_t n;
	const struct diag_msg *m = diag_sorted(f->diag, &n);
	assert_int_equal(n, sizeof places / sizeof *places);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(m[i].code, "STELLE");
}

static void edit_of_broken_xml_refused(void **state)
{
	struct fixture *f = *state;
	static const char *const texts[] = {"<v>", "<v a=\"1\" a=\"2\"/>", "",
		"<!DOCTYPE v [<!ENTITY e \"x\">]><v>&e;</v>", "<v>\xFF</v>", "<v><![CDATA[</v>"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(attribute(f, texts[i], "v", "n", "1"));
	assert_false(attribute(f, "<v/>", "v", "n", "\x01"));
	is_now(f, "<v/>");
	assert_false(attribute(f, "<v/>", "v", "n", "\xFC"));
	is_now(f, "<v/>");
}

static void edit_without_change_writes_nothing(void **state)
{
	struct fixture *f = *state;
	struct stat before, after;
	put(f, "v.xml", "<v n=\"1\"/>");
	assert_int_equal(stat(f->path, &before), 0);
	assert_true(edit_now(f->path, &(struct src_edit){"v", "n", "1"}, f->diag));
	assert_int_equal(stat(f->path, &after), 0);
	assert_true(before.st_ino == after.st_ino);
}

/* ---- views ---- */

static void views_of_a_paper(void **state)
{
	struct fixture *f = *state;
	put(f, "plan.pdf", "%PDF-1.4\n");
	put(f, "v.xml",
		"<vorlage " NS "ort=\"muster\" id=\"v\" art=\"beschlussvorlage\" ergaenzung=\"2\" "
			       "datum=\"2014-05-10\"><angaben><titel>Ein <stark>Titel</stark></titel>"
		"<federfuehrung stelle=\"amt\"/><beratung gremium=\"br\" rolle=\"anhoerung\" "
		"oeffentlich=\"nein\"/><beratung gremium=\"br\" datum=\"2014-06-01\" rolle=\"empfehlung\" "
		"massgeblich=\"ja\"/>"
		"<gremium id=\"br\"><name bis=\"2013\">Beirat</name><name von=\"2014\" bis=\"2020-06\">Rat</name><name "
		"von=\"2020-07-01\">Ausschuss</name></gremium></angaben>"
		"<kosten><posten betrag=\"12,50\" haushaltsart=\"investiv\">x</posten></kosten>"
		"<erlaeuterungen><abschnitt><titel>A</titel><abschnitt><titel>B</titel></abschnitt></"
		"abschnitt><abschnitt id=\"z\"><titel>C</titel></abschnitt></erlaeuterungen>"
		"<anlagen><anlage datei=\"fehlt.pdf\" titel=\"F\"/><anlage datei=\"plan.pdf\" titel=\"P\" seiten=\"3\" "
		"oeffentlich=\"nein\"/></anlagen></vorlage>");
	struct doc *doc = src_load(f->src, f->path, NULL, f->diag);
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct doc_posten p;
	assert_string_equal(v->betreff, "Ein Titel");
	assert_int_equal(v->ergaenzung, 2);
	assert_null(v->nummer);
	assert_true(v->oeffentlich);
	assert_false(v->beratungen[0].oeffentlich);
	assert_int_equal(v->beratungen[0].datum.year, 0);
	assert_int_equal(v->beratungen[1].rolle, DOC_ROLLE_UNBEKANNT);
	assert_string_equal(v->beratungen[1].rolle_id, "empfehlung");
	assert_true(v->beratungen[1].massgeblich);
	assert_string_equal(doc_stelle(doc, "br")->name, "Rat");
	assert_string_equal(doc_name_am(doc, "br", (struct date){2012, 1, 1}), "Beirat");
	assert_string_equal(doc_name_am(doc, "br", (struct date){2020, 6, 30}), "Rat");
	assert_string_equal(doc_name_am(doc, "br", (struct date){2020, 7, 1}), "Ausschuss");
	assert_string_equal(doc_name_am(doc, "br", (struct date){0}), "Ausschuss");
	assert_null(doc_name_am(doc, "unbekannt", (struct date){0}));
	assert_true(doc_posten(&p, doc_child(v->kosten.node, DOC_POSTEN)));
	assert_int_equal(p.betrag, 1250);
	assert_false(doc_posten(&p, NULL));
	assert_string_equal(doc_by_id(doc, "z")->number, "2");
	assert_string_equal(doc_child(doc_child(v->erlaeuterungen, DOC_ABSCHNITT), DOC_ABSCHNITT)->number, "1.1");
	assert_int_equal(v->nanlagen, 2);
	assert_null(v->anlagen[0].data);
	assert_string_equal(v->anlagen[1].data, "%PDF-1.4\n");
	assert_false(v->anlagen[1].oeffentlich);
	assert_int_equal(v->anlagen[1].nummer, 2);
	assert_int_equal(diag_count(f->diag, DIAG_FEHLER), 1);
	assert_null(doc_sitzung(doc));
	src_free(doc);
}

static void views_of_a_session(void **state)
{
	struct fixture *f = *state;
	put(f, "v.xml",
		"<sitzung " NS
		"ort=\"muster\" id=\"s\" gremium=\"rat\" datum=\"2023-05-31\" beginn=\"17:00\"><angaben><sitzungsort "
		"name=\"x\"/><bekanntmachung datum=\"2023-05-16\"/></angaben>"
		"<tagesordnung><teil art=\"nichtoeffentlich\"><top id=\"n\" vorlage=\"1/1\" fest=\"ja\"/></teil><teil "
		"art=\"oeffentlich\"><top id=\"a\" art=\"niederschrift\" vom=\"2023-02-23\"/>"
		"<vorlagen/><top id=\"b\" entfallen=\"ja\" "
		"grund=\"g\"><titel>Eigener</titel></top></teil></tagesordnung></sitzung>");
	struct doc *doc = src_load(f->src, f->path, NULL, f->diag);
	const struct doc_sitzung *s = doc_sitzung(doc);
	assert_int_equal(diag_count(f->diag, DIAG_FEHLER), 0);
	assert_int_equal(s->bekanntmachung.day, 16);
	assert_int_equal(s->ntops, 4);
	assert_int_equal(s->tops[0].art, DOC_TOP_NIEDERSCHRIFT);
	assert_int_equal(s->tops[0].vom.month, 2);
	assert_int_equal(s->tops[1].art, DOC_TOP_VORLAGEN);
	assert_int_equal(s->tops[2].art, DOC_TOP_EIGEN);
	assert_true(s->tops[2].entfallen);
	assert_string_equal(s->tops[2].titel, "Eigener");
	assert_string_equal(s->tops[2].grund, "g");
	assert_int_equal(s->tops[3].art, DOC_TOP_VORLAGE);
	assert_false(s->tops[3].oeffentlich);
	assert_true(s->tops[3].fest);
	assert_int_equal(doc_stand(doc).month, 5);
	src_free(doc);
}

static void paper_takes_massnahmen_from_its_edition(void **state)
{
	struct fixture *f = *state;
	char cmd[160];
	size_t n;
	snprintf(cmd, sizeof cmd, "mkdir -p '%s/muster/k-2018'", f->dir);
	assert_int_equal(system(cmd), 0);
	put(f, "muster/verzeichnis.xml", "<verzeichnis " NS "ort=\"muster\"><ort name=\"Muster\"/></verzeichnis>");
	put(f, "muster/k-2018/konzept.xml",
		"<konzept " NS "ort=\"muster\" edition=\"2018\"><angaben><titel>K</titel><stand "
			       "datum=\"2018\"/><herausgeber stelle=\"x\"/></angaben>"
		"<kapitel><titel>T</titel><handlungsfeld id=\"h\"><titel>H</titel><massnahme "
		"id=\"m\"><ziel>Z</ziel></massnahme></handlungsfeld></kapitel></konzept>");
	put(f, "v.xml",
		"<vorlage " NS
		"ort=\"muster\" id=\"v\" art=\"bericht\" datum=\"2018-05-10\"><angaben><titel>T</titel><federfuehrung "
		"stelle=\"amt\"/><beratung gremium=\"br\" rolle=\"anhoerung\"/>"
		"<praesentiert edition=\"muster/k-2018\"/></angaben><erlaeuterungen><massnahmen-aus "
		"edition=\"muster/k-2018\"/><massnahmen-aus edition=\"muster/fehlt\"/></erlaeuterungen></vorlage>");
	struct doc *doc = src_load(f->src, f->path, f->dir, f->diag);
	const struct doc *k = doc_edition(doc, "muster/k-2018");
	assert_non_null(k);
	doc_massnahmen(k, &n);
	assert_int_equal(n, 1);
	assert_int_equal(doc->neditions, 2);
	assert_null(doc_edition(doc, "muster/fehlt"));
	assert_int_equal(diag_count(f->diag, DIAG_FEHLER), 1);
	src_free(doc);
}

/* Whatever bytes: no crash, and a refused edit changes nothing. */
static void damaged_files(void **state)
{
	static const char session[] =
		"<?xml version=\"1.0\"?>\n<sitzung " NS "ort=\"muster\" id=\"s\">\n"
		"  <tagesordnung>\n    <teil art=\"oeffentlich\">\n      <!-- a -->\n"
		"      <top id=\"b\" entfallen=\"ja\"><titel>Zwei</titel>\n      </top>\n    </teil>\n"
		"    <teil art=\"nichtoeffentlich\">\n    </teil>\n  </tagesordnung>\n</sitzung>\n";
	struct fixture *f = *state;
	size_t n = strlen(session);
	uint32_t seed = 7;
	for (int i = 0; i < 400; i++) {
		char *text = strdup(session);
		for (int k = 0; k < 3; k++) {
			seed = seed * 1103515245u + 12345u;
			text[(seed >> 8) % n] = "<>\"'&/!-[]? x"[seed % 13];
		}
		put(f, "v.xml", text);
		const struct src_edit open = {"sitzung/tagesordnung/teil[2]", "art", "oeffentlich"};
		if (!edit_now(f->path, &open, f->diag))
			is_now(f, text);
		free(text);
	}
}

/* Between its tags, whatever stands in them; what is empty or not there is told. */
static void text_set_between_the_tags(void **state)
{
	struct fixture *f = *state;
	const struct src_edit first = {"k/p[2]", NULL, "a < b & \"c\""};
	put(f, "v.xml", "<k><p>eins</p><p grund=\"a > b\" >zwei<!-- x --></p ><p/></k>");
	assert_true(edit_now(f->path, &first, f->diag));
	is_now(f, "<k><p>eins</p><p grund=\"a > b\" >a &lt; b &amp; &quot;c&quot;</p ><p/></k>");
	assert_false(edit_now(f->path, &(struct src_edit){"k/p[3]", NULL, "x"}, f->diag));
	assert_false(edit_now(f->path, &(struct src_edit){"k/q", NULL, "x"}, f->diag));
	assert_false(edit_now(f->path, &(struct src_edit){"k/p", NULL, "\x01"}, f->diag));
	assert_int_equal(diag_count(f->diag, DIAG_FEHLER), 3);
	is_now(f, "<k><p>eins</p><p grund=\"a > b\" >a &lt; b &amp; &quot;c&quot;</p ><p/></k>");
}

/* As it is found again: counted among those of its kind, in its own file. */
static void place_of_an_element(void **state)
{
	struct fixture *f = *state;
	struct mem *m = mem_new();
	put(f, "v.xml", "<konzept " NS "ort=\"x\" edition=\"1\"><kapitel id=\"a\"><titel>A</titel></kapitel>"
		"<kapitel id=\"b\"><titel>B</titel><absatz>C</absatz></kapitel></konzept>");
	struct doc *doc = src_load(f->src, f->path, NULL, f->diag);
	const struct doc_node *b = doc_by_id(doc, "b");
	assert_non_null(b);
	assert_string_equal(src_place(m, b), "konzept/kapitel[2]");
	assert_string_equal(src_place(m, doc_child(b, DOC_ABSATZ)), "konzept/kapitel[2]/absatz");
	src_free(doc);
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(t) cmocka_unit_test_setup_teardown(t, set_up, tear_down)
		T(attribute_replaced_in_place),
		T(attribute_added_after_the_last),
		T(attribute_removed_with_its_blank),
		T(attribute_value_escaped),
		T(everything_else_stays),
		T(place_counts_siblings_of_that_parent),
		T(missing_place_told_and_file_untouched),
		T(edit_of_broken_xml_refused),
		T(edit_without_change_writes_nothing),
		T(views_of_a_paper),
		T(views_of_a_session),
		T(paper_takes_massnahmen_from_its_edition),
		T(damaged_files),
		T(text_set_between_the_tags),
		T(place_of_an_element),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
