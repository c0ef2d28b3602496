/* register_ledger_test.c: rows that may only be added: events, issued files, announced agendas, hand-overs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "register/sample.h"

static bool refused(struct set *s, const char *sql)
{
	return sqlite3_exec(s->reg->db, sql, NULL, NULL, NULL) == SQLITE_CONSTRAINT_TRIGGER;
}

static void only_add(void **state)
{
	static const char *const tables[] = {"nummer", "ereignis", "ausgegeben", "tagesordnung"};
	struct set *s = *state;
	struct doc_agenda_item item = {
		.id = "x", .nummer = "1", .titel = "Titel", .titel_intern = "Titel", .oeffentlich = true};
	number(s, "a", NULL);
	reg_event(s->reg, reg_key("probe", "a"), REG_FREIGEGEBEN, 5, NULL, s->diag);
	issue(s, "a", in_dir(s, "a.pdf"), "a");
	reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){&item, 1, true}, 5, s->diag);
	nothing_told(s);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(value(s, mem_fmt(s->mem, "SELECT count(*) FROM %s", tables[i])), 1);
		assert_true(refused(s, mem_fmt(s->mem, "UPDATE %s SET ort = 'x'", tables[i])));
		assert_true(refused(s, mem_fmt(s->mem, "DELETE FROM %s", tables[i])));
		assert_true(refused(s,
			mem_fmt(s->mem, "INSERT OR REPLACE INTO %s SELECT * FROM %s", tables[i], tables[i])));
		assert_int_equal(value(s, mem_fmt(s->mem, "SELECT count(*) FROM %s", tables[i])), 1);
	}
	sqlite3_exec(s->reg->db, "PRAGMA recursive_triggers = OFF", NULL, NULL, NULL);
	assert_true(refused(s,
		"INSERT OR REPLACE INTO nummer VALUES (2, 'probe', 'b', '2023/0001', 2023, 1, 1, '', 'drucksache')"));
	assert_true(refused(s,
		"INSERT INTO nummer VALUES (9, 'probe', 'b', '2023/0009', 2023, 9, 1, '2023', 'drucksache')"));
}

static void events(void **state)
{
	struct set *s = *state;
	int64_t when = 0;
	assert_false(reg_has_event(s->reg, reg_key("probe", "a"), REG_FREIGEGEBEN, &when));
	assert_true(reg_event(s->reg, reg_key("probe", "a"), REG_FREIGEGEBEN, 7, "von Hand", s->diag));
	assert_true(reg_event(s->reg, reg_key("probe", "a"), REG_FREIGEGEBEN, 9, NULL, s->diag));
	assert_true(reg_has_event(s->reg, reg_key("probe", "a"), REG_FREIGEGEBEN, &when));
	assert_int_equal(when, 9);
	assert_false(reg_has_event(s->reg, reg_key("probe", "a"), REG_ERGEBNIS, NULL));
	nothing_told(s);
}

static void issued(void **state)
{
	struct set *s = *state;
	struct reg_issue it;
	uint8_t sum[32];
	char *real = realpath(s->dir, NULL);
	write_file(in_dir(s, "a.pdf"), "eins");
	assert_true(issue(s, "a", in_dir(s, "a.pdf"), "eins"));
	assert_false(issue(s, "a", in_dir(s, "a.pdf"), "eins"));
	assert_true(reg_issue_last(s->reg, s->mem, reg_key("probe", "a"), &it));
	assert_string_equal(it.kind, "vorlage");
	assert_string_equal(it.file, in_dir(s, "a.pdf"));
	assert_int_equal(it.size, 4);
	hash_sha256("eins", 4, sum);
	assert_true(reg_issue_find(s->reg, s->mem, sum, &it));
	hash_sha256("a", 1, sum);
	assert_true(reg_issue_by_source(s->reg, s->mem, sum, &it));
	assert_false(reg_issue_find(s->reg, s->mem, sum, &it));
	assert_true(reg_check(s->reg, NULL, s->diag));
	nothing_told(s);
	write_file(in_dir(s, "fremd.pdf"), "?");
	assert_true(reg_check(s->reg, NULL, s->diag));
	assert_true(told(s->diag, "AUSGABEFREMD"));
	write_file(in_dir(s, "a.pdf"), "zwei");
	assert_false(reg_check(s->reg, NULL, s->diag));
	assert_non_null(strstr(message(s->diag, "AUSGABEFEHLT"), "anderen Inhalt"));
	unlink(in_dir(s, "a.pdf"));
	assert_false(reg_check(s->reg, NULL, s->diag));
	free(real);
}

static void agenda_kept(void **state)
{
	struct set *s = *state;
	struct doc_agenda_item *kept;
	size_t n;
	struct doc_agenda_item items[] = {
		{.id = "fragen",
			.nummer = "1",
			.order = 0,
			.titel = "Fragen",
			.titel_intern = "Fragen",
			.oeffentlich = true},
		{.id = "haus",
			.nummer = "2",
			.order = 1,
			.titel = "Ein Haus",
			.titel_intern = "Das Haus Nr. 7",
			.paper_id = "haus",
			.rollen = "entscheidung"},
		{.id = "weg", .order = 2, .titel = "Weg", .titel_intern = "Weg", .entfallen = true},
	};
	assert_false(reg_agenda_kept(s->reg, s->mem, "probe", "s", &kept, &n));
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){items, 3, true}, 5, s->diag));
	items[0].titel = "Fragen der Einwohner";
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){items, 1, true}, 6, s->diag));
	assert_true(reg_agenda_kept(s->reg, s->mem, "probe", "s", &kept, &n));
	assert_int_equal(n, 2);
	assert_string_equal(kept[0].titel, "Fragen der Einwohner");
	assert_string_equal(kept[1].id, "haus");
	assert_string_equal(kept[1].nummer, "2");
	assert_string_equal(kept[1].titel_intern, "Das Haus Nr. 7");
	assert_string_equal(kept[1].rollen, "entscheidung");
	nothing_told(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(only_add),
		T(events),
		T(issued),
		T(agenda_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
