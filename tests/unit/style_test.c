/* style_test.c: templates to values, and what is told of a bad one. */
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
#include "style/style.h"

static void shipped_templates_are_sound(void **state)
{
	static const char *const dirs[] = {
		"templates/grund", "templates/beckum", "templates/borken", "templates/bench", "templates/handbuch"};
	(void)state;
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) {
		struct diag *d = diag_new();
		struct style *s = sty_load(dirs[i], NULL, d);
		assert_non_null(s);
		assert_int_equal(diag_status(d), 0);
		assert_int_equal(diag_count(d, DIAG_WARNUNG), 0);
		assert_string_equal(sty_para(s, "h2")->name, "h2");
		sty_free(s);
		diag_free(d);
	}
}

static void lengths_are_milli_points(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	struct style *s = sty_load("templates/beckum", NULL, d);
	assert_int_equal(s->page.left, LEN_MM(25));
	assert_int_equal(s->page.text, LEN_MM(124));
	assert_int_equal(s->page.top, 94500);
	assert_int_equal(s->page.grid, 7500);
	assert_int_equal(sty_para(s, "vorspann")->leading, 18750);
	assert_int_equal(sty_para(s, "h1")->keep_next, 3);
	assert_true(sty_para(s, "h1")->page_before);
	assert_int_equal(sty_table(s, "massnahme")->keep_share, 400);
	assert_int_equal(sty_line(s, "kopf").width, 1500);
	assert_int_equal(sty_colour(s, "akzent"), 0x0F4C5C);
	assert_string_equal(sty_word(s, "tabelle"), "Tabelle");
	assert_string_equal(sty_word(s, "so etwas nicht"), "so etwas nicht");
	assert_int_equal(sty_rule_int(s, "zeitbedarf-kurz", 0), 2);
	assert_string_equal(sty_value(s, "titelseite", "motiv"), "felder");
	assert_null(sty_value(s, "titelseite", "nichts"));
	assert_string_equal(sty_para(s, "unbekannt")->name, "fliess");
	sty_free(s);
	diag_free(d);
}

/* The shipped template with one text exchanged, in a folder of its own. */
static struct diag *load_changed(const char *from, const char *to)
{
	char dir[] = "/tmp/ratssatz-style-XXXXXX", path[64];
	struct diag *d = diag_new();
	struct file_map look, rules;
	struct buf b = {0};
	assert_non_null(mkdtemp(dir));
	assert_true(file_map(&look, "templates/grund/gestaltung.xml", d) &&
		file_map(&rules, "templates/grund/regeln.xml", d));
	buf_put(&b, look.data, look.size);
	char *at = strstr(b.data, from);
	assert_non_null(at);
	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof path, "%s/%s", dir, i ? "regeln.xml" : "gestaltung.xml");
		FILE *f = fopen(path, "w");
		assert_non_null(f);
		if (i)
			fwrite(rules.data, 1, rules.size, f);
		else
			fprintf(f, "%.*s%s%s", (int)(at - b.data), b.data, to, at + strlen(from));
		fclose(f);
	}
	sty_free(sty_load(dir, NULL, d));
	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof path, "%s/%s", dir, i ? "regeln.xml" : "gestaltung.xml");
		unlink(path);
	}
	rmdir(dir);
	buf_free(&b);
	file_unmap(&look);
	file_unmap(&rules);
	return d;
}

static void faults_are_told_with_their_line(void **state)
{
	static const struct { const char *from, *to, *code, *part; } rows[] = {
		{"<stil name=\"fliess\"", "<stil name=\"flies\"", "GESTALTUNG", "„fliess“"},
		{"groesse=\"24\" zab=\"30\"", "grösse=\"24\" groesse=\"24\" zab=\"30\"", "GESTALTUNG", "„groesse“"},
		{"staerke=\"1.5\"", "staerke=\"dick\"", "GESTALTUNGSWERT", "„dick“"},
		{"rgb=\"196 130 70\"", "rgb=\"250 240 200\"", "KONTRAST", "„zweit“"},
		{"text=\"124mm\"", "text=\"134mm\"", "GESTALTUNGSWERT", "220 mm"},
		{"motiv=\"ohne\"", "motiv=\"blumen\"", "GESTALTUNGSWERT", "felder, band oder ohne"},
		{"<mass name=\"brief-kopf\"", "<mass name=\"brief-knopf\"", "GESTALTUNG", "„brief-kopf“"},
		{"<mass name=\"brief-kopf\" wert=\"60\"/>", "", "GESTALTUNG-FEHLT", "mass name=\"brief-kopf\""},
		{"name=\"brief-linie\" wert=\"82.5\"", "name=\"brief-linie\" wert=\"oben\"", "GESTALTUNGSWERT",
			"„oben“"},
		{"<spalten tabelle=\"synopse\"", "<spalten tabelle=\"synapse\"", "GESTALTUNG", "„synopse“"},
		{"breiten=\"70mm *\"", "breiten=\"70mm\"", "GESTALTUNGSWERT", "2 Spalten"},
		{"breiten=\"70mm *\"", "breiten=\"70mm breit\"", "GESTALTUNGSWERT", "„70mm breit“"},
		{"breiten=\"70mm *\"", "breiten=\"170mm *\"", "GESTALTUNGSWERT", "Satzspiegel"},
		{"<feld art=\"ziel\">", "<feld art=\"zeil\">", "GESTALTUNG", "„ziel“"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diag *d = load_changed(rows[i].from, rows[i].to);
		size_t n;
		const struct diag_msg *m = diag_sorted(d, &n);
		bool found = false;
		for (size_t k = 0; k < n; k++)
			found |= !strcmp(m[k].code, rows[i].code) && strstr(m[k].text, rows[i].part) && m[k].line > 0 &&
				m[k].file;
		assert_int_equal(diag_status(d), 1);
		assert_true(found);
		diag_free(d);
	}
}

static void columns_share_the_rest(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	struct style *s = sty_load("templates/grund", NULL, d);
	len_t w[4], room = LEN_MM(165) + 1;
	assert_non_null(s);
	assert_int_equal(sty_measure(s, "brief-kopf"), LEN_PT(60));
	sty_widths(s, "synopse", room, 4, w);
	assert_int_equal(w[0], LEN_MM(38));
	assert_int_equal(w[3], LEN_MM(50));
	assert_int_equal(w[0] + w[1] + w[2] + w[3], room);
	assert_true(w[2] == w[1] || w[2] == w[1] + 1);
	sty_widths(s, "massnahmenplan", room, 3, w);
	assert_int_equal(w[0] + w[1] + w[2], room);
	sty_widths(s, "massnahmenplan", LEN_MM(20), 4, w);     /* no room: left to the content */
	assert_int_equal(w[1], 0);
	sty_free(s);
	diag_free(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(shipped_templates_are_sound),
		cmocka_unit_test(lengths_are_milli_points), cmocka_unit_test(faults_are_told_with_their_line),
		cmocka_unit_test(columns_share_the_rest)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
