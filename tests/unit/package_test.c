/* package_test.c: receipts as they come back from people and programs, packages that are the same bytes for the same
 * files, what they say of themselves, and what must not be overwritten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include "base/file.h"
#include "package/package.h"

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" \
	"0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"

struct set {
	char dir[64];
	struct mem *mem;
	struct diag *diag;
};

static int set_up(void **state)
{
	struct set *s = calloc(1, sizeof *s);
	strcpy(s->dir, "/tmp/package-XXXXXX");
	s->mem = mem_new();
	s->diag = diag_new();
	*state = s;
	return mkdtemp(s->dir) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct set *s = *state;
	int rc = system(mem_fmt(s->mem, "rm -rf '%s'", s->dir));
	diag_free(s->diag);
	mem_free(s->mem);
	free(s);
	return rc;
}

static const char *put(struct set *s, const char *name, const char *text)
{
	const char *path = file_join(s->mem, s->dir, name);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	fwrite(text, 1, strlen(text), f);
	fclose(f);
	return path;
}

static const char *get(struct set *s, const char *name)
{
	struct buf b = {0};
	if (!file_read(&b, file_join(s->mem, s->dir, name), s->diag))
		fail_msg("%s is not there", name);
	return buf_take(&b, s->mem);
}

/* The first message, "12:CODE"; "" if there is none. */
static const char *told(struct set *s)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(s->diag, &n);
	const char *what = n ? mem_fmt(s->mem, "%d:%s", m->line, m->code) : "";
	diag_free(s->diag);
	s->diag = diag_new();
	return what;
}

/* ---- receipts */

static void a_receipt(void **state)
{
	static const char *const forms[] = {
		"datei;sha512;kennung;adresse;ablehnung\r\n\"a.pdf\";\"" SUM "\";4711;https://ris.example/4711;\r\n",
		"\xEF\xBB\xBF" "kennung,adresse,extra,sha512,datei\n4711,https://ris.example/4711,\"x,\"\"y\"," SUM
		",a.pdf",
		"\"sha512\"\t\"kennung\"\t\"adresse\"\t\"datei\"\n" SUM
		"\t '4711 \thttps://ris.example/4711\ta.pdf\n\t\t\n",
		" {\"eintraege\": [{\"datei\": \"a.pdf\", \"sha512\": \"" SUM "\",\n \"kennung\": 4711, \"adresse\": "
		"\"https://ris.example/4711\", \"ablehnung\": \"\"}]}"};
	struct set *s = *state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct pak_receipt *all;
		size_t n = 0;
		bool ok = pak_receipts(s->mem, put(s, "q", forms[i]), &all, &n, s->diag);
		if (!ok || n != 1)
			fail_msg("form %zu: %zu entries, %s", i, n, told(s));
		assert_string_equal(all[0].datei, "a.pdf");
		assert_string_equal(all[0].said.kennung, i == 2 ? "'4711" : "4711");   /* kept: no formula begins so */
		assert_string_equal(all[0].said.adresse, "https://ris.example/4711");
		assert_null(all[0].said.grund);
		assert_true(all[0].sha512[0] == 0x01 && all[0].sha512[HASH_SHA512 - 1] == 0xEF);
	}
}

static void receipts_of_people(void **state)
{
	static const char text[] = "sha512;kennung;ablehnung\n"
				   SUM ";;\n"
				   ";;\n"
				   SUM ";'=4711;\n"
				   SUM ";;\"zu\ngroß\"\n";
	struct set *s = *state;
	struct pak_receipt *all;
	size_t n;
	assert_true(pak_receipts(s->mem, put(s, "q.csv", text), &all, &n, s->diag));
	assert_int_equal(n, 3);
	assert_true(!all[0].said.kennung && !all[0].said.grund && all[0].line == 2);   /* nothing said yet */
	assert_string_equal(all[1].said.kennung, "=4711");
	assert_int_equal(all[1].line, 4);
	assert_string_equal(all[2].said.grund, "zu groß");
}

static void wrong_receipts(void **state)
{
	static const struct { const char *text, *told; } rows[] = {
		{"", "0:QUITTUNGFORM"},
		{" \n", "0:QUITTUNGFORM"},
		{"sha512;kennung\n\xE4;x\n", "0:QUITTUNGFORM"},
		{"datei;kennung\na;b\n", "1:QUITTUNGFORM"},
		{"sha512;kennung\n" SUM "0;4711\n", "2:QUITTUNGFORM"},
		{"sha512;kennung\n" SUM ";1\nabc;2\n", "3:QUITTUNGFORM"},
		{"sha512;kennung;ablehnung\n" SUM ";1;nein\n", "2:QUITTUNGANGABE"},
		{"sha512;kennung;adresse\n" SUM ";;https://x\n", "2:QUITTUNGANGABE"},
		{"sha512;kennung;adresse\n" SUM ";1;ratsinfo\n", "2:QUITTUNGANGABE"},
		{"sha512;kennung;adresse\n" SUM ";1;https://a b\n", "2:QUITTUNGANGABE"},
		{"{\"eintraege\": [\n{]}", "2:QUITTUNGFORM"},
		{"{\"eintrag\": []}", "1:QUITTUNGFORM"},
		{"{\"eintraege\": [\n\n{\"sha512\": \"" SUM "\", \"kennung\": \"1\", \"ablehnung\": \"x\"}]}",
			"3:QUITTUNGANGABE"},
	};
	struct set *s = *state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct pak_receipt *all;
		size_t n;
		bool ok = pak_receipts(s->mem, put(s, "q", rows[i].text), &all, &n, s->diag);
		const char *what = told(s);
		if (ok || strcmp(what, rows[i].told))
			fail_msg("row %zu: %s instead of %s", i, what, rows[i].told);
	}
}

/* ---- packages */

static struct pak *two_files(struct set *s, bool turned)
{
	struct pak *p = pak_new(s->mem);
	pak_add(p, turned ? "b/x.txt" : "a.pdf", turned ? "zwei" : "eins", 4);
	pak_add(p, turned ? "a.pdf" : "b/x.txt", turned ? "eins" : "zwei", 4);
	pak_sums(p, s->mem);
	return p;
}

static bool write_to(struct set *s, struct pak *p, const char *name)
{
	struct pak_placing placing = {0};
	bool ok = pak_stage(p, file_join(s->mem, s->dir, name), &placing, s->diag) && pak_place(&placing);
	pak_end(&placing, ok);
	return ok;
}

static void same_bytes(void **state)
{
	struct set *s = *state;
	assert_true(write_to(s, two_files(s, false), "one.zip") && write_to(s, two_files(s, true), "two.zip"));
	struct buf a = {0}, b = {0};
	assert_true(file_read(&a, file_join(s->mem, s->dir, "one.zip"), s->diag));
	assert_true(file_read(&b, file_join(s->mem, s->dir, "two.zip"), s->diag));
	assert_true(a.len == b.len && a.len > 200 && !memcmp(a.data, b.data, a.len) && !memcmp(a.data, "PK", 2));
	buf_free(&a);
	buf_free(&b);
}

static void a_folder(void **state)
{
	struct set *s = *state;
	assert_true(write_to(s, two_files(s, false), "folder"));
	assert_string_equal(get(s, "folder/b/x.txt"), "zwei");
	const char *sums = get(s, "folder/pruefsummen.sha512");
	assert_true(strstr(sums, "  a.pdf\n") < strstr(sums, "  b/x.txt\n"));
	assert_null(strstr(sums, "pruefsummen"));
	assert_int_equal(system(mem_fmt(s->mem, "cd '%s/folder' && sha512sum --quiet -c pruefsummen.sha512", s->dir)),
		0);
	struct pak *other = pak_new(s->mem);               /* replaces it as a whole */
	pak_add(other, "c.txt", "drei", 4);
	pak_sums(other, s->mem);
	assert_true(write_to(s, other, "folder"));
	assert_false(file_exists(file_join(s->mem, s->dir, "folder/a.pdf")));
	assert_string_equal(get(s, "folder/c.txt"), "drei");
}

/* ---- a folder that is somebody's stays */

static struct pak *with_form(struct set *s, const char *pdf)
{
	struct pak *p = pak_new(s->mem);
	pak_add(p, "a.pdf", pdf, strlen(pdf));
	pak_add(p, "quittung.csv", "leer\n", 5);
	pak_sums(p, s->mem);
	return p;
}

static void not_overwritten(void **state)
{
	struct set *s = *state;
	assert_int_equal(system(mem_fmt(s->mem, "mkdir '%s/other' && echo x >'%s/other/x'", s->dir, s->dir)), 0);
	assert_false(write_to(s, two_files(s, false), "other"));
	assert_string_equal(told(s), "0:ABGABEORDNER");
	assert_true(write_to(s, with_form(s, "eins"), "form"));
	put(s, "form/quittung.csv", "ausgefüllt\n");
	assert_true(write_to(s, with_form(s, "eins"), "form"));     /* the same again: nothing to do */
	assert_string_equal(get(s, "form/quittung.csv"), "ausgefüllt\n");
	assert_false(write_to(s, with_form(s, "zwei"), "form"));
	assert_string_equal(told(s), "0:ABGABEORDNER");
	assert_string_equal(get(s, "form/quittung.csv"), "ausgefüllt\n");
}

/* ---- what a package says of itself */

static struct pak_package sample(struct set *s, bool public)
{
	static const struct pak_step steps[] = {
		{"Rat", "2023-05-31", "Entscheidung", true}, {"Ausschuss", NULL, "", false}};
	struct pak_annex *annex = MEM_NEW(s->mem, struct pak_annex);
	struct pak_item *it = MEM_ARRAY(s->mem, struct pak_item, 2);
	*annex = (struct pak_annex){"anlage-1.pdf", "Lageplan\n<1>", "plan", 4};
	it[0] = (struct pak_item){.art = "beschlussvorlage",
		.titel = "=Bäume & \"Beete\"",
		.nummer = "2023/0001",
		.datum = "2023-05-16",
		.steps = steps,
		.nsteps = 2,
		.pdf = "a.pdf",
		.quelle = "a.xml",
		.bytes = "pdf",
		.size = 3,
		.source = "<xml/>",
		.source_size = 6,
		.annexes = annex,
		.nannexes = 1,
		.paper = true};
	it[0].issue = (struct reg_issue){
		.ort = "probe", .object_id = "baum", .kind = "vorlage", .pages = 2, .size = 3, .public = public};
	it[0].delivery = (struct reg_delivery){.fassung = 1, .when = 1685545200};
	it[1] = (struct pak_item){
		.art = "bekanntmachung", .titel = "Bekanntmachung", .pdf = "b.pdf", .bytes = "b", .size = 1};
	it[1].issue = (struct reg_issue){.ort = "probe", .object_id = "rat", .kind = "bekanntmachung"};
	return (struct pak_package){.ort = "probe",
		.town = "Stadt Probe",
		.anlass = "sitzung",
		.schluessel = "rat",
		.name = "probe-rat",
		.public = public,
		.items = it,
		.n = 2};
}

static void manifest(void **state)
{
	struct set *s = *state;
	struct pak_package k = sample(s, true);
	struct pak *p = pak_new(s->mem);
	pak_manifest(p, s->mem, &k);
	pak_sums(p, s->mem);
	assert_true(write_to(s, p, "m"));
	cJSON *o = cJSON_Parse(get(s, "m/manifest.json"));
	assert_non_null(o);
	const cJSON *all = cJSON_GetObjectItem(o, "dokumente"), *paper = cJSON_GetArrayItem(all, 0);
	assert_int_equal(cJSON_GetArraySize(all), 2);
	assert_string_equal(cJSON_GetObjectItem(paper, "titel")->valuestring, "=Bäume & \"Beete\"");
	assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(paper, "dateien")), 3);
	assert_true(cJSON_IsTrue(cJSON_GetObjectItem(o, "oeffentlich")));
	cJSON_Delete(o);
	const char *table = get(s, "m/papiere.csv");
	assert_non_null(strstr(table, "\"'=Bäume & \"\"Beete\"\"\""));    /* no formula, quotes doubled */
	assert_non_null(strstr(table, "Rat, 2023-05-31, Entscheidung | Ausschuss,\""));
	assert_null(strstr(table, "bekanntmachung"));                /* papers only */
	struct pak_receipt *forms;
	size_t n;
	for (int i = 0; i < 2; i++) {                                /* the form can be read as it is given */
		const char *form = mem_fmt(s->mem, "%s/m/quittung.%s", s->dir, i ? "json" : "csv");
		assert_true(pak_receipts(s->mem, form, &forms, &n, s->diag) && n == 2);
		assert_true(!forms[0].said.kennung && !strcmp(forms[1].datei, "b.pdf"));
	}
}

static void message(void **state)
{
	struct set *s = *state;
	const char *texts[2];
	for (int i = 0; i < 2; i++) {
		struct pak_package k = sample(s, i == 0);
		struct pak *p = pak_new(s->mem);
		const char *folder = mem_fmt(s->mem, "x%d", i);
		pak_xdomea(p, s->mem, &k);
		pak_sums(p, s->mem);
		assert_true(write_to(s, p, folder));
		assert_int_equal(system(mem_fmt(s->mem, "cd '%s/%s' && mv *_Information.Information.0101.xml m.xml "
							"&& test $(ls | wc -l) = 6", s->dir, folder)), 0);
		texts[i] = get(s, mem_fmt(s->mem, "%s/m.xml", folder));
	}
	assert_non_null(strstr(texts[0], "<xdomea:Betreff>=Bäume &amp; &quot;Beete&quot;</xdomea:Betreff>"));
	assert_non_null(strstr(texts[0], "<xdomea:Betreff>Lageplan &lt;1&gt;</xdomea:Betreff>"));
	assert_non_null(strstr(texts[0], "<beratung gremium=\"Rat\" datum=\"2023-05-31\" rolle=\"Entscheidung\""));
	assert_non_null(strstr(texts[0], "<code>003</code>"));
	assert_null(strstr(texts[1], "<code>003</code>"));           /* for official use only */
	assert_non_null(strstr(texts[1], "<code>002</code>"));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(a_receipt),
		T(receipts_of_people),
		T(wrong_receipts),
		T(same_bytes),
		T(a_folder),
		T(not_overwritten),
		T(manifest),
		T(message),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
