// import: words of a flow, a flow as bytes that are not trusted, zip files, encodings, labels of lists.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/decode.h"
#include "import/archive.h"
#include "import/decode.h"
#include "import/flow.h"
#include "import/hyphen.h"
#include "import/import.h"
#include "import/lines.h"
#include "import/sheet.h"
#include "import/wire.h"

static struct imp_node *text(struct imp_flow *f, struct imp_node *to, const char *s, unsigned marks)
{
	return imp_add_text(f, to, s, strlen(s), marks);
}

/* "Haus" and "tür" in two runs are one word, a note at its mark parts none, its own words count. */
static struct imp_flow *sample(struct mem *m)
{
	struct imp_flow *f = imp_flow_new(m);
	struct imp_node *p = imp_add(f, f->root, IMP_PARA), *note, *gone;
	f->format = "text";
	text(f, p, "Die Haus", 0);
	text(f, p, "tür", IMP_BOLD);
	note = imp_add(f, imp_add(f, p, IMP_NOTE), IMP_PARA);
	text(f, note, "Siehe § 5", 0);
	text(f, p, "en – ja", 0);
	gone = imp_add(f, p, IMP_CHANGE);
	gone->change = IMP_DELETED;
	text(f, gone, " nie mehr", 0);
	imp_add(f, p, IMP_LINE);
	text(f, p, "Ende", 0);
	return f;
}

static void words_are_counted(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = sample(m);
	assert_int_equal(imp_words(f->root, false), 4 + 2);     /* Die Haustüren ja Ende; Siehe 5 */
	assert_int_equal(imp_words(f->root, true), 8);
	struct imp_node *item = imp_add(f, f->root, IMP_ITEM);
	item->label = "a)";
	assert_int_equal(imp_words(f->root, false), 6);
	item->typed_label = true;
	assert_int_equal(imp_words(f->root, false), 7);
	struct buf b = {0};
	imp_plain(f->root->first, &b);
	assert_string_equal(b.data, "Die Haustüren – ja Ende");
	buf_free(&b);
	mem_free(m);
}

static bool is_listed(void *arg, const char *word, size_t n, bool made)
{
	static const char *const listed[] = {"Integration", "Potenzials", "polnischen", "deutsch", "Klimaschutz",
		"Bund", "Ausschuss", "sowie", NULL};
	static const char *const of_some[] = {"Bundausschuss", "Quartiersrat", "deutschpolnischen", NULL};
	(void)arg;
	for (int k = 0; k <= made; k++)
		for (const char *const *w = k ? of_some : listed; *w; w++)
			if (strlen(*w) == n && !memcmp(*w, word, n))
				return true;
	return false;
}

/* Two lines as a paragraph: "Integra-|tion". */
static const char *met(struct mem *m, struct imp_flow *f, const char *lines, const struct imp_words *w)
{
	char *two = mem_dup(m, lines);
	struct buf b = {0};
	*strchr(two, '|') = '\n';
	const struct lines l = lines_of(m, two, strlen(two));
	for (size_t i = 0; i < l.n; i++)
		lines_join(&l, &b, l.at[i].s, l.at[i].n);
	struct imp_node *t = imp_add_text(f, imp_add(f, f->root, IMP_PARA), b.data, b.len, 0);
	buf_free(&b);
	hyphens_decide(f, w);
	return t->text;
}

static void hyphens_at_line_ends_are_decided(void **state)
{
	static const struct { const char *lines, *is; } cases[] = {{"Integra-|tion", "Integration"},
		{"Bund-|Ausschuss", "Bund-Ausschuss"}, {"Haupt-|und Realschulen", "Haupt- und Realschulen"},
		{"Aus- und|Weiterbildung", "Aus- und Weiterbildung"}, {"Potenzi-|als", "Potenzials"},
		{"Kosten-|als Nutzen", "Kosten- als Nutzen"}, {"so-|wie", "sowie"},
		{"Sonntags-|wie Werktage", "Sonntags- wie Werktage"},
		{"deutsch-|polnischen", "deutsch-polnischen"}, {"50-|jährig", "50-jährig"},
		{"EU-|weit", "EU-weit"}, {"U-|förmig", "U-förmig"}, {"KLIMA-|SCHUTZ", "KLIMASCHUTZ"},
		{"BUND-|AUSSCHUSS", "BUND-AUSSCHUSS"}, {"Schul-|(und Kita-)", "Schul- (und Kita-)"},
		{"2021–|2023", "2021–2023"}, {"und/|oder", "und/oder"}, {"Montag -|Freitag", "Montag - Freitag"},
		{"http://a.de/|b", "http://a.de/b"}, {"Inte\xC2\xAD|gration", "Integration"},
		{"Quatsch-|mupfel", "Quatschmupfel"}, {"Quartiers-|rat", "Quartiersrat"}};
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = imp_flow_new(m);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(met(m, f, cases[i].lines, &(struct imp_words){is_listed, NULL}), cases[i].is);
	assert_int_equal(f->nunsure, 1);
	assert_string_equal(f->unsure[0], "Quatschmupfel");
	assert_string_equal(met(m, f, "Integra-|tion", NULL), "Integration");
	assert_string_equal(met(m, f, "Haupt-|und Realschulen", NULL), "Haupt- und Realschulen");
	assert_int_equal(f->nunsure, 1);
	mem_free(m);
}

/* The word goes on in a text of other looks. */
static void a_parted_word_over_two_texts(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = imp_flow_new(m);
	struct imp_node *p = imp_add(f, f->root, IMP_PARA);
	struct imp_node *a = text(f, p, "Integra-\x1F", 0);
	text(f, p, "tion", IMP_BOLD);
	struct imp_node *b = text(f, imp_add(f, f->root, IMP_PARA), "Haupt-\x1F", 0);
	text(f, imp_add(f, b->parent, IMP_LINK), "und Realschule", 0);
	struct imp_node *c = text(f, imp_add(f, f->root, IMP_PARA), "kein\x1FZeichen", 0);
	hyphens_decide(f, &(struct imp_words){is_listed, NULL});
	assert_string_equal(a->text, "Integra");
	assert_string_equal(b->text, "Haupt- ");
	assert_string_equal(c->text, "kein Zeichen");
	mem_free(m);
}

static void bytes_come_back(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	struct imp_flow *f = sample(m), *g;
	struct buf b = {0}, again = {0};
	imp_lose(f, "Makro", "vbaProject.bin");
	imp_pack(f, &b);
	g = imp_unpack(m, b.data, b.len);
	assert_non_null(g);
	assert_int_equal(imp_words(g->root, true), 8);
	assert_int_equal(g->nlosses, 1);
	imp_pack(g, &again);
	assert_int_equal(again.len, b.len);
	assert_memory_equal(again.data, b.data, b.len);
	for (size_t n = 0; n < b.len; n++)                 /* cut off anywhere, one bit wrong anywhere */
		assert_null(imp_unpack(m, b.data, n));
	for (size_t i = 0; i < b.len; i++) {
		b.data[i] ^= (char)0x81;
		g = imp_unpack(m, b.data, b.len);
		if (g)
			imp_words(g->root, true);
		b.data[i] ^= (char)0x81;
	}
	buf_free(&b);
	buf_free(&again);
	mem_free(m);
}

static void no_zip(void **state)
{
	(void)state;
	struct mem *m = mem_new();
	char end[22] = "PK\5\6";
	bool many;
	assert_null(imp_zip_open(m, "", 0, &many));
	assert_null(imp_zip_open(m, "PK\5\6", 4, &many));
	assert_null(imp_zip_open(m, end, sizeof end, &many));
	memset(end + 10, 0xFF, 10);
	assert_null(imp_zip_open(m, end, sizeof end, &many));
	assert_string_equal(imp_zip_resolve(m, "word/document.xml", "media/a.png"), "word/media/a.png");
	assert_string_equal(imp_zip_resolve(m, "word/document.xml", "../../../etc/passwd"), "etc/passwd");
	assert_string_equal(imp_zip_resolve(m, "word/document.xml", "/word/./styles.xml"), "word/styles.xml");
	mem_free(m);
}

static void encodings(void **state)
{
	(void)state;
	static const struct { const char *bytes; size_t n; const char *text, *is; } rows[] = {
		{"\xEF\xBB\xBFGr\xC3\xB6\xC3\x9F" "e", 10, "Größe", "UTF-8"},
		{"Gr\xF6\xDF" "e \x96 \x84so\x93", 12, "Größe – „so“", "Windows-1252"},
		{"\xFF\xFEG\0r\0\xF6\0", 8, "Grö", "UTF-16"},
		{"\xFE\xFF\0G\0r\0\xF6", 8, "Grö", "UTF-16"},
		{"\xFF\xFE\x3D\xD8\0\xDE", 6, "😀", "UTF-16"},
		{"\xFF\xFE\x3D\xD8", 4, "", "UTF-16"},             /* half a sign */
	};
	struct mem *m = mem_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *is;
		size_t n = rows[i].n;
		assert_string_equal(decode_text(m, rows[i].bytes, &n, &is), rows[i].text);
		assert_string_equal(is, rows[i].is);
	}
	assert_int_equal(imp_symbol("Wingdings", 0xF0E0), 0x2192);
	assert_int_equal(imp_symbol("Symbol", 0xF0B7), 0x2022);
	assert_int_equal(imp_symbol("Symbol", 'a'), 0x3B1);
	assert_int_equal(imp_symbol(NULL, 'a'), 'a');
	mem_free(m);
}

static void numbers_as_shown(void **state)
{
	(void)state;
	static const struct { const char *value, *format, *shown; } rows[] = {
		{"15000.5", "#,##0.00\\ \"€\"", "15.000,50 €"}, {"0.125", "0.0%", "12,5 %"},
		{"45352", "dd.mm.yyyy", "01.03.2024"},
		{"0.30000000000000004", NULL, "0,3"}, {"-1234567", "#,##0", "-1.234.567"}, {"0.5", "hh:mm", "12:00"},
		{"Text", "0.00", "Text"}, {"1e300", "0", "1e300"}, {"2", "[Red]0.00;0", "2,00"}, {"7", "[", "7"}};
	struct mem *m = mem_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(sheet_number(m, rows[i].value, rows[i].format, 0), rows[i].shown);
	assert_string_equal(sheet_number(m, "0", "dd.mm.yyyy", 1462), "01.01.1904");
	assert_string_equal(sheet_number(m, "0.5", "hh:mm", 1462), "12:00");
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_counted),
		cmocka_unit_test(hyphens_at_line_ends_are_decided),
		cmocka_unit_test(a_parted_word_over_two_texts), cmocka_unit_test(bytes_come_back),
		cmocka_unit_test(no_zip), cmocka_unit_test(encodings), cmocka_unit_test(numbers_as_shown)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
