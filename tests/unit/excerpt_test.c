/* excerpt_test.c: public excerpts without a marked word: what is public is decided on the parsed value, and every byte
 * of what stays is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/papier.h"
#include "model/public.h"
#include "source/fixture.h"

#define NS   "xmlns=\"urn:ratssatz:1\""
#define XI   "xmlns:xi=\"http://www.w3.org/2001/XInclude\""
#define MARK "GEHEIMWORT"

static bool made(struct fixture *f, const char *text)
{
	put(f, "v.xml", text);
	buf_clear(&f->out);
	src_free(f->doc);
	f->doc = src_load(f->src, f->path, NULL, f->diag);
	return f->doc && src_excerpt(f->doc, &f->out, f->diag);
}

static const char *excerpt(struct fixture *f, const char *text)
{
	assert_true(made(f, text));
	return f->out.data;
}

/* The excerpt read as a document, without a fault; free it. */
static struct doc *reread(struct fixture *f)
{
	struct diag *own = diag_new();
	struct doc *doc = src_load_excerpt(f->src, f->path, f->out.data, f->out.len, NULL, own);
	assert_non_null(doc);
	assert_int_equal(diag_count(own, DIAG_FEHLER), 0);
	diag_free(own);
	return doc;
}

/* ---- sessions ---- */

static const char session[] =
	"<?xml version=\"1.0\"?>\n<!-- " MARK " -->\n<?anm " MARK "?>\n"
	"<sitzung " NS " ort=\"muster\" id=\"s\" gremium=\"rat\" datum=\"2023-05-31\" beginn=\"17:00\">\n"
	"  <angaben><sitzungsort name=\"Rathaus\"/><abweichung code=\"FRIST\" grund=\"" MARK "\"/></angaben>\n"
	"  <tagesordnung>\n"
	"    <teil art=\"oeffentlich\">\n"
	"      <!-- " MARK " -->\n"
	"      <top id=\"a\"><titel>Offen<!-- " MARK " --> gesagt</titel>"
	"<vermerk><absatz>" MARK "</absatz></vermerk></top>\n"
	"      <top id=\"b\" grund=\"" MARK "\" entfallen=\"ja\"><titel>Zwei</titel>\n"
	"        <vermerk>\n          <absatz>" MARK " <vermerk/></absatz>\n        </vermerk>\n"
	"      </top>\n"
	"    </teil>\n"
	"    <teil art=\"nichtoeffentlich\">\n"
	"      <top id=\"c\"><titel>" MARK "</titel><neutral>" MARK "</neutral></top>\n"
	"    </teil>\n"
	"  </tagesordnung>\n</sitzung>\n<!-- " MARK " -->\n";

static void of_a_session(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(excerpt(f, session),
		"<?xml version=\"1.0\"?>\n"
		"<sitzung " NS " ort=\"muster\" id=\"s\" gremium=\"rat\" datum=\"2023-05-31\" beginn=\"17:00\">\n"
		"  <angaben><sitzungsort name=\"Rathaus\"/></angaben>\n"
		"  <tagesordnung>\n"
		"    <teil art=\"oeffentlich\">\n"
		"      <top id=\"a\"><titel>Offen gesagt</titel></top>\n"
		"      <top id=\"b\" entfallen=\"ja\"><titel>Zwei</titel>\n"
		"      </top>\n"
		"    </teil>\n"
		"  </tagesordnung>\n</sitzung>\n");
	struct doc *doc = reread(f);
	assert_int_equal(doc_sitzung(doc)->ntops, 2);
	src_free(doc);
}

static void parts_of_an_agenda(void **state)
{
	static const struct { const char *art; bool open; } parts[] = {
		{"art=\"oeffentlich\"", true},
		{"art='oeffentlich'", true},
		{"art=\"oeffentlic&#104;\"", true},
		{"art=\" \n&#x6f;effentlich\t\"", true},
		{"art = \"oeffentlich\"", true},
		{"art=\"nichtoeffentlich\"", false},
		{"art=\"&#110;ichtoeffentlich\"", false},
		{"", false},
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		char text[512];
		snprintf(text, sizeof text,
			"<sitzung " NS " ort=\"muster\" id=\"s\" gremium=\"rat\" datum=\"2023-05-31\" beginn=\"17:00\">"
			"<angaben/><tagesordnung><teil %s><top id=\"a\"><titel>Wort</titel></top></teil></tagesordnung>"
			"</sitzung>",
			parts[i].art);
		bool there = strstr(excerpt(f, text), "Wort") != NULL;
		const struct doc_sitzung *s = doc_sitzung(f->doc);
		if (there != parts[i].open || s->tops[0].oeffentlich != parts[i].open)
			fail_msg("<teil %s>: excerpt %d, item %d", parts[i].art, there, s->tops[0].oeffentlich);
	}
}

/* ---- papers ---- */

/* How the value is written says nothing: tree, excerpt and typed view agree. */
static void values_as_parsed(void **state)
{
	static const struct { const char *attr; bool open; } values[] = {
		{"", true},
		{"oeffentlich=\"ja\"", true},
		{"oeffentlich='ja'", true},
		{"oeffentlich=\"j&#97;\"", true},
		{"oeffentlich=\"&#x6A;&#x61;\"", true},
		{"oeffentlich=\" ja\"", true},
		{"oeffentlich=\"\n\tja  \"", true},
		{"oeffentlich\n=\n\"ja\"", true},
		{"oeffentlich=\"nein\"", false},
		{"oeffentlich=\"nei&#110;\"", false},
		{"oeffentlich=\"\tnein \"", false},
	};
	struct fixture *f = *state;
	put(f, "a.pdf", "%PDF-1.4\n");
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		char text[512];
		snprintf(text, sizeof text,
			"<vorlage " NS " id=\"v\"><angaben><titel>T</titel><beratung gremium=\"rat\" %s top=\"Wort1\"/>"
			"</angaben><anlagen><anlage datei=\"a.pdf\" titel=\"Wort2\" %s/></anlagen></vorlage>",
			values[i].attr, values[i].attr);
		const char *out = excerpt(f, text);
		const struct doc_vorlage *v = doc_vorlage(f->doc);
		bool step = strstr(out, "Wort1"), annex = strstr(out, "Wort2"), open = values[i].open;
		if (step != open || annex != open || v->beratungen[0].oeffentlich != open ||
			v->anlagen[0].oeffentlich != open)
			fail_msg("<beratung %s/>: %d %d", values[i].attr, step, annex);
		snprintf(text, sizeof text,
			"<vorlage " NS " id=\"v\" %s><angaben><titel>Wort</titel><neutral>N</neutral>"
			"<beratung gremium=\"rat\" oeffentlich=\"ja\"/></angaben></vorlage>",
			values[i].attr);
		out = excerpt(f, text);
		v = doc_vorlage(f->doc);
		assert_int_equal(strstr(out, "Wort") != NULL, open);
		assert_int_equal(v->oeffentlich, open);
		assert_int_equal(v->beratungen[0].oeffentlich, open);
		assert_int_equal(doc_public(v->beratungen[0].node), open);
	}
}

static void of_a_public_paper(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(excerpt(f,
		"<vorlage " NS " oeffentlich=\"ja\" id=\"v\"><angaben><titel>T</titel><beratung gremium=\"rat\"/>"
		"<beratung oeffentlich=\"nein\" ergebnis=\"" MARK "\"/></angaben>\n"
		"<anlagen>\n <anlage datei=\"a.pdf\"/>\n <anlage oeffentlich=\"nein\" titel=\"" MARK "\"/>\n"
		" <anlage oeffentlich=\"&#110;ein\" titel=\"" MARK "\"/>\n</anlagen></vorlage>"),
		"<vorlage " NS " oeffentlich=\"ja\" id=\"v\"><angaben><titel>T</titel><beratung gremium=\"rat\"/>"
		"</angaben>\n<anlagen>\n <anlage datei=\"a.pdf\"/>\n</anlagen></vorlage>");
	assert_string_equal(excerpt(f,
		"<vorlage " NS "><erlaeuterungen><quelltext>a\n<!-- x -->\nb</quelltext></erlaeuterungen></vorlage>"),
		"<vorlage " NS "><erlaeuterungen><quelltext>a\n\nb</quelltext></erlaeuterungen></vorlage>");
}

/* An element is known by its namespace, whatever its prefix. */
static void prefixes(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(excerpt(f,
		"<v:vorlage xmlns:v=\"urn:ratssatz:1\"><v:angaben>"
		"<w:titel xmlns:w=\"urn:ratssatz:1\">T</w:titel></v:angaben>"
		"<erlaeuterungen " NS "><absatz>Text</absatz></erlaeuterungen><anlagen " NS ">"
		"<w:anlage xmlns:w=\"urn:ratssatz:1\" titel=\"" MARK "\" oeffentlich=\"nein\"/></anlagen></v:vorlage>"),
		"<v:vorlage xmlns:v=\"urn:ratssatz:1\"><v:angaben>"
		"<w:titel xmlns:w=\"urn:ratssatz:1\">T</w:titel></v:angaben>"
		"<erlaeuterungen " NS "><absatz>Text</absatz></erlaeuterungen><anlagen " NS "></anlagen></v:vorlage>");
}

static const char hidden[] =
	"<?xml version=\"1.0\"?>\n"
	"<r:vorlage xmlns:r=\"urn:ratssatz:1\" xmlns:m=\"urn:" MARK "\" ort=\"muster\" id=\"geheimwort\""
	" art=\"beschlussvorlage\" nummer=\"2023/0200\" datum=\"2023-05-10\" entwurf=\"nein\" oeffentlich=\"nein\">\n"
	"  <r:angaben>\n    <r:titel>" MARK "</r:titel>\n"
	"    <r:neutral>Grundstück <!-- " MARK " --><r:stark>Nord</r:stark></r:neutral>\n"
	"    <r:federfuehrung stelle=\"geheimwort\"/>\n    <r:auskunft name=\"" MARK "\"/>\n"
	"    <r:beratung gremium=\"rat\" datum=\"2023-06-01\" rolle=\"entscheidung\" ergebnis=\"" MARK "\""
	" oeffentlich=\"nein\"><r:abweichung code=\"X\" grund=\"" MARK "\"/></r:beratung>\n"
	"    <r:schlagwort name=\"" MARK "\"/>\n  </r:angaben>\n"
	"  <r:erlaeuterungen><r:absatz>" MARK "</r:absatz></r:erlaeuterungen>\n"
	"  <r:anlagen><r:anlage datei=\"geheimwort.pdf\" titel=\"" MARK "\"/></r:anlagen>\n</r:vorlage>\n";

static void of_a_hidden_paper(void **state)
{
	struct fixture *f = *state;
	assert_null(strcasestr(excerpt(f, hidden), MARK));
	struct doc *doc = reread(f);
	const struct doc_vorlage *v = doc_vorlage(doc);
	assert_string_equal(v->betreff, "Grundstück Nord");
	assert_string_equal(v->nummer, "2023/0200");
	assert_string_equal(v->id, "nichtoeffentlich");
	assert_false(v->oeffentlich);
	assert_int_equal(v->nberatungen, 1);
	assert_int_equal(v->beratungen[0].rolle, DOC_ENTSCHEIDUNG);
	assert_true(v->beratungen[0].massgeblich);
	assert_null(v->beratungen[0].ergebnis);
	src_free(doc);
}

/* ---- included files ---- */

static void includes_files(void **state)
{
	struct fixture *f = *state;
	put(f, "teil.xml",
		"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- " MARK " -->\n"
		"<erlaeuterungen " NS "><absatz>Text<!-- " MARK " --></absatz></erlaeuterungen>\n");
#define INCLUDING(attr) \
	"<vorlage " NS " " XI attr "><angaben/><xi:include href=\"teil&#46;xml\"><xi:fallback>" MARK \
	"</xi:fallback></xi:include></vorlage>"
	assert_string_equal(excerpt(f, INCLUDING("")),
		"<vorlage " NS " " XI "><angaben/>"
		"<erlaeuterungen " NS "><absatz>Text</absatz></erlaeuterungen></vorlage>");
	assert_null(strstr(excerpt(f, INCLUDING(" oeffentlich=\"nein\"")), "Text"));
}

/* What a left-out element includes is left out with it, and what follows is still known. */
static void includes_in_hidden_parts(void **state)
{
	struct fixture *f = *state;
	put(f, "innen.xml", "<absatz " NS ">" MARK "</absatz>");
	put(f, "teil.xml", "<vermerk " NS " " XI "><xi:include href=\"innen.xml\"/></vermerk>");
	put(f, "offen.xml", "<top " NS " id=\"b\"><titel>Wort</titel></top>");
	const char *out = excerpt(f,
		"<sitzung " NS " " XI " ort=\"muster\" id=\"s\" gremium=\"rat\" datum=\"2023-05-31\" beginn=\"17:00\">"
		"<angaben/><tagesordnung><teil art=\"oeffentlich\">"
		"<top id=\"a\"><titel>Eins</titel><xi:include href=\"teil.xml\"/></top>"
		"<xi:include href=\"offen.xml\"/></teil></tagesordnung></sitzung>");
	assert_null(strstr(out, MARK));
	assert_non_null(strstr(out, "Eins"));
	assert_non_null(strstr(out, "Wort"));
}

/* ---- no excerpt of what was not understood ---- */

static void of_a_faulty_document(void **state)
{
	static const char *const texts[] = {
		"<vorlage " NS "><fremd xmlns=\"urn:x\">" MARK "</fremd><angaben/></vorlage>",
		"<vorlage " NS "><x:y xmlns:x=\"urn:x\"/></vorlage>",
		"<vorlage " NS "><unfug/></vorlage>",
		"<vorlage " NS "><angaben/><angaben/></vorlage>",
		"<vorlage " NS " oeffentlich=\"" MARK "\"><angaben/></vorlage>",
		"<vorlage " NS "><angaben><beratung oeffentlich=\"&#10;ja\"/></angaben></vorlage>",
		"<vorlage " NS " " XI "><xi:include href=\"../../etc/passwd\"/></vorlage>",
		"<vorlage " NS " " XI "><angaben/><xi:include href=\"kreis.xml\"/></vorlage>",
	};
	struct fixture *f = *state;
	put(f, "kreis.xml", "<erlaeuterungen " NS " " XI "><xi:include href=\"kreis.xml\"/></erlaeuterungen>");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		size_t before = diag_count(f->diag, DIAG_FEHLER);
		if (made(f, texts[i]) || f->out.len)
			fail_msg("%s: %s", texts[i], f->out.data);
		assert_true(diag_count(f->diag, DIAG_FEHLER) > before);
	}
	assert_true(made(f, "<vorlage " NS "><angaben/></vorlage>"));
	put(f, "v.xml", texts[0]);
	struct doc *doc = src_load(f->src, f->path, NULL, f->diag);
	diag_free(f->diag);
	f->diag = diag_new();
	assert_false(src_excerpt(doc, &f->out, f->diag));
	size_t n;
	assert_string_equal(diag_sorted(f->diag, &n)->code, "AUSZUG");
	assert_string_equal(f->out.data, "<vorlage " NS "><angaben/></vorlage>");
	src_free(doc);
}

/* Whatever bytes: no crash, and an excerpt only of what was understood to its end. */
static void damaged_files(void **state)
{
	struct fixture *f = *state;
	size_t n = strlen(session);
	uint32_t seed = 7;
	for (int i = 0; i < 400; i++) {
		char *text = strdup(session);
		for (int k = 0; k < 3; k++) {
			seed = seed * 1103515245u + 12345u;
			text[(seed >> 8) % n] = "<>\"'&/!-[]? x"[seed % 13];
		}
		if (made(f, text) && diag_count(f->diag, DIAG_FEHLER) == 0)
			assert_null(strstr(f->out.data, MARK));
		diag_free(f->diag);
		f->diag = diag_new();
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(t) cmocka_unit_test_setup_teardown(t, set_up, tear_down)
		T(of_a_session), T(parts_of_an_agenda), T(values_as_parsed), T(of_a_public_paper), T(prefixes),
		T(of_a_hidden_paper), T(includes_files), T(includes_in_hidden_parts), T(of_a_faulty_document),
		T(damaged_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
