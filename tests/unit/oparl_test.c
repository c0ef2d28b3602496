/* oparl_test.c: what stands at which path, which filters there are and how they are written again, objects with the
 * address they are asked under. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "oparl/round.h"
#include "oparl/route.h"

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

/* ---- paths */

static void paths(void **state)
{
	static const struct { const char *path; struct opa_route is; } rows[] = {
		{"system.json", {"System", "system", NULL, 1, NULL, false}},
		{"body.json", {NULL, "system", "Body", 1, NULL, false}},
		{"body/probe.json", {"Body", "probe", NULL, 1, NULL, false}},
		{"paper/a-1.json", {"Paper", "a-1", NULL, 1, NULL, false}},
		{"legislativeterm/x.json", {"LegislativeTerm", "x", NULL, 1, NULL, false}},
		{"body/probe/agendaitem.json", {"Body", "probe", "AgendaItem", 1, NULL, false}},
		{"body/probe/paper/2.json", {"Body", "probe", "Paper", 2, NULL, false}},
		{"organization/o/meeting.json", {"Organization", "o", "Meeting", 1, NULL, false}},
		{"file/f/a.pdf", {"File", "f", NULL, 1, "a.pdf", false}},
		{"download/f/a.pdf", {"File", "f", NULL, 1, "a.pdf", true}},
	};
	struct mem *m = mem_new();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct opa_route r;
		const struct opa_route *is = &rows[i].is;
		if (!opa_route(m, rows[i].path, &r) || !same(r.type, is->type) || !same(r.id, is->id) ||
			!same(r.list, is->list) || r.page != is->page || !same(r.name, is->name) ||
			r.download != is->download)
			fail_msg("%s: %s %s %s %d %s", rows[i].path, r.type, r.id, r.list, (int)r.page, r.name);
		if (r.list)
			assert_memory_equal(opa_stem(m, &r), rows[i].path, strlen(opa_stem(m, &r)));
	}
	mem_free(m);
}

static void no_paths(void **state)
{
	static const char *const none[] = {"", "/", "system", "system.json/", "/system.json", "systems.json", "json",
		".json", "paper.json", "paper/.json", "paper/a", "Paper/a.json", "papers/a.json", "paper//a.json",
		"download/a.json", "body/probe/body.json", "body/probe/paper/1.json", "body/probe/paper/0.json",
		"body/probe/paper/02.json", "body/probe/paper/2", "body/probe/paper/2000000000.json",
		"body/probe/paper/2x.json", "body/probe/paper/2.json/3.json", "file/f/", "../etc/passwd"};
	struct mem *m = mem_new();
	struct opa_route r;
	(void)state;
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (opa_route(m, none[i], &r))
			fail_msg("„%s“ is a path: %s %s %s", none[i], r.type, r.id, r.list);
	char far[300];
	memset(far, 'a', sizeof far);
	memcpy(far, "paper/", 6);
	strcpy(far + sizeof far - 6, ".json");
	assert_false(opa_route(m, far, &r));
	mem_free(m);
}

/* ---- filters */

static void filters(void **state)
{
	struct opa_filter f = {0};
	struct buf b = {0};
	(void)state;
	opa_put_query(&b, &f);
	assert_true(b.len == 0);
	assert_true(opa_filter_set(&f, "limit", "5"));
	assert_true(opa_filter_set(&f, "omit_internal", "true"));
	assert_true(opa_filter_set(&f, "modified_until", "2023-05-31T15:00:00Z"));
	assert_true(opa_filter_set(&f, "created_since", "2023-01-01T00:00:00+01:00"));
	assert_true(f.times && !f.deleted && f.created_until == INT64_MAX && f.modified_since == INT64_MIN);
	opa_put_query(&b, &f);
	assert_string_equal(b.data, "?created_since=2023-01-01T00%3A00%3A00%2B01%3A00&limit=5"
				    "&modified_until=2023-05-31T17%3A00%3A00%2B02%3A00&omit_internal=true");
	assert_true(opa_filter_set(&f, "modified_since", "2023-05-31T15:00:00Z") && f.deleted);
	buf_free(&b);
}

static void wrong_filters(void **state)
{
	static const char *const rows[][2] = {{"limit", ""}, {"limit", "0"}, {"limit", "-1"}, {"limit", "+1"},
		{"limit", " 1"}, {"limit", "1x"}, {"omit_internal", "ja"}, {"omit_internal", ""},
		{"created_since", "2023-05-31"}, {"created_since", "gestern"}, {"page", "2"}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct opa_filter f = {0};
		if (opa_filter_set(&f, rows[i][0], rows[i][1]))
			fail_msg("%s=%s", rows[i][0], rows[i][1]);
	}
	struct opa_filter f = {0};
	assert_true(opa_filter_set(&f, "limit", "100") && f.limit == 0);           /* a whole page is no filter */
	assert_true(opa_filter_set(&f, "limit", "99") && f.limit == 99);
	assert_true(opa_filter_set(&f, "limit", "5000") && f.limit == 0);
	assert_true(opa_filter_known("modified_since") && opa_filter_known("limit"));
	assert_false(opa_filter_known("page") || opa_filter_known(""));
}

/* ---- objects */

static void objects(void **state)
{
	struct reg_oparl o = {.inhalt = "\"id\":\"" OPA_BASE "/paper/a.json\"",
		.eingebettet = ",\"consultation\":[\"" OPA_BASE "/consultation/b.json\"]",
		.erstellt = 1685545200,
		.geaendert = 1685545200};
	struct buf b = {0};
	(void)state;
	opa_put_object(&b, &o, "https://example.org/oparl", false);
	assert_string_equal(b.data, "{\"id\":\"https://example.org/oparl/paper/a.json\""
				    ",\"consultation\":[\"https://example.org/oparl/consultation/b.json\"]"
				    ",\"created\":\"2023-05-31T17:00:00+02:00\""
				    ",\"modified\":\"2023-05-31T17:00:00+02:00\"}");
	buf_clear(&b);
	o.geaendert++;
	o.geloescht = true;
	opa_put_object(&b, &o, "http://x", true);
	assert_string_equal(b.data, "{\"id\":\"http://x/paper/a.json\",\"created\":\"2023-05-31T17:00:00+02:00\""
				    ",\"modified\":\"2023-05-31T17:00:01+02:00\",\"deleted\":true}");
	buf_free(&b);
}

static void inner_lists(void **state)
{
	static const char *const two[] = {"{\"a\":1}", "{}"};
	struct mem *m = mem_new();
	(void)state;
	assert_string_equal(opa_inner(m, "file", two, 2), ",\"file\":[{\"a\":1},{}]");
	assert_string_equal(opa_inner(m, "file", two, 0), "");
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths),
		cmocka_unit_test(no_paths),
		cmocka_unit_test(filters),
		cmocka_unit_test(wrong_filters),
		cmocka_unit_test(objects),
		cmocka_unit_test(inner_lists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
