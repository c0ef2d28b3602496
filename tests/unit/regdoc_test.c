/* regdoc_test.c: real documents in the register: directory, edition, paper, session, and the index made again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "register/reg.h"
#include "source/source.h"

struct set {
	char path[64];
	struct mem *mem;
	struct diag *diag;
	struct src *src;
	struct reg *reg;
};

static int set_up(void **state)
{
	struct set *s = calloc(1, sizeof *s);
	strcpy(s->path, "/tmp/register-XXXXXX");
	close(mkstemp(s->path));
	s->mem = mem_new();
	s->diag = diag_new();
	s->src = src_open();
	s->reg = reg_open(s->path, true, s->diag);
	*state = s;
	return s->src && s->reg ? 0 : -1;
}

static int tear_down(void **state)
{
	struct set *s = *state;
	reg_close(s->reg);
	src_close(s->src);
	unlink(s->path);
	diag_free(s->diag);
	mem_free(s->mem);
	free(s);
	return 0;
}

static bool put(struct set *s, const char *path)
{
	struct doc *doc = src_load(s->src, file_join(s->mem, "content", path), "content", s->diag);
	assert_non_null(doc);
	struct reg_source src = {.path = path, .ort = doc->ort};
	hash_sha256(doc->files[0].data, doc->files[0].size, src.sha256);
	bool ok = false;
	switch ((int)doc->root->kind) {
	case DOC_VERZEICHNIS: ok = reg_index_directory(s->reg, &src, doc, s->diag); break;
	case DOC_KONZEPT:     ok = reg_index_edition(s->reg, &src, doc, s->diag); break;
	case DOC_VORLAGE:     ok = reg_index_paper(s->reg, &src, doc, NULL, s->diag); break;
	case DOC_SITZUNG:     ok = reg_index_session(s->reg, &src, doc, s->diag); break;
	}
	src_free(doc);
	return ok;
}

static const char *const files[] = {
	"beckum/verzeichnis.xml",
	"beckum/integrationskonzept-2018/konzept.xml",
	"beckum/sitzungen/2023-05-31/sitzung.xml",
	"beckum/sitzungen/2023-05-31/vorlage-baumpflanzung.xml",
	"beckum/sitzungen/2018-01/vorlage-integrationskonzept.xml",
};
enum { FILES = sizeof files / sizeof *files };

static int64_t value(struct set *s, const char *sql)
{
	return reg_ask(s->reg->db, sql);
}

static void fill(struct set *s, bool backwards)
{
	assert_true(reg_begin(s->reg, s->diag));
	for (int i = 0; i < FILES; i++)
		if (!put(s, files[backwards ? FILES - 1 - i : i]))
			fail_msg("%s", files[i]);
	assert_true(reg_commit(s->reg, s->diag));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER) + diag_count(s->diag, DIAG_SYSTEM), 0);
}

static void count_row(void *n, int ncols, const char *const *names, const char *const *values)
{
	(void)ncols, (void)names, (void)values;
	++*(int *)n;
}

static void documents(void **state)
{
	struct set *s = *state;
	int n = 0;
	fill(s, false);
	assert_int_equal(value(s, "SELECT count(*) FROM massnahme WHERE ausgabe = 'integrationskonzept-2018'"), 12);
	assert_int_equal(value(s, "SELECT betrag FROM posten WHERE massnahme = 2 AND pos = 0"), 64000000);
	assert_int_equal(value(s, "SELECT count(*) FROM posten WHERE betrag < 0"), 0);
	assert_int_equal(
		value(s, "SELECT wert FROM kennzahl WHERE quelle = 'integrationskonzept-2018' AND id = 'einwohner'"),
		37509);
	assert_int_equal(
		value(s, "SELECT count(*) FROM stellenname WHERE stelle = 'integrationsrat' AND von = '2010-02-01'"),
		1);
	assert_int_equal(value(s, "SELECT count(*) FROM papier WHERE nummer = '2023/0123' AND praesentiert IS NULL"),
		1);
	assert_int_equal(value(s, "SELECT count(*) FROM papier WHERE praesentiert = 'beckum/integrationskonzept-2018'"),
		1);
	assert_int_equal(value(s, "SELECT count(*) FROM beratung WHERE datum IS NULL"), 2);
	assert_int_equal(
		value(s, "SELECT count(*) FROM sitzung WHERE beginn = '17:00' AND bekanntmachung = '2023-05-16'"), 1);
	assert_true(reg_search(s->reg, "Baeume Rechtsstaat", count_row, &n, s->diag));
	assert_int_equal(n, 1);
	n = 0;
	assert_true(reg_show(s->reg, "beckum/integrationskonzept-2018", count_row, &n, s->diag));
	assert_true(n > 13);
	assert_true(reg_check(s->reg, "content", s->diag));
}

static char *dump(struct set *s)
{
	static const char *const tables[] = {
		"stelle",
		"stellenname",
		"kennzahl",
		"sitzung",
		"papier",
		"beratung",
		"ausgabe",
		"massnahme",
		"posten",
		"(SELECT ort, art, id, titel, inhalt FROM volltext ORDER BY ort, art, id)",
	};
	struct buf b = {0};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		sqlite3_stmt *st = reg_prepare(s->reg, s->diag, mem_fmt(s->mem, "SELECT * FROM %s", tables[i]));
		while (reg_next(s->reg, s->diag, st))
			for (int c = 0; c < sqlite3_column_count(st); c++)
				buf_fmt(&b, "%s%c", (const char *)sqlite3_column_text(st, c),
					c + 1 < sqlite3_column_count(st) ? '|' : '\n');
		sqlite3_finalize(st);
	}
	char *text = mem_dup(s->mem, b.data ? b.data : "");
	buf_free(&b);
	return text;
}

/* In whatever order, once or twice, cleared between or not: the same index. */
static void same_index(void **state)
{
	struct set *s = *state;
	fill(s, true);
	char *first = dump(s);
	fill(s, false);
	assert_string_equal(first, dump(s));
	assert_true(reg_begin(s->reg, s->diag));
	assert_true(reg_index_clear(s->reg, s->diag));
	assert_true(reg_commit(s->reg, s->diag));
	assert_string_not_equal(first, dump(s));
	fill(s, false);
	assert_string_equal(first, dump(s));
	assert_true(reg_check(s->reg, "content", s->diag));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(documents, set_up, tear_down),
		cmocka_unit_test_setup_teardown(same_index, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
