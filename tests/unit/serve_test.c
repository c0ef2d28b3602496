/* serve_test.c: what the headers of a request ask for: conditions, ranges, packing (RFC 9110); a folder of files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/hash.h"
#include "serve/condition.h"
#include "serve/folder.h"

static void times(void **state)
{
	char out[SRV_TIME];
	int64_t at = 0;
	(void)state;
	srv_put_time(out, 784111777);
	assert_string_equal(out, "Sun, 06 Nov 1994 08:49:37 GMT");
	assert_true(srv_read_time(out, &at) && at == 784111777);
	static const char *const wrong[] = {"", "gestern", "Sunday, 06-Nov-94 08:49:37 GMT",
		"Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 GMT x", NULL};
	for (int i = 0; i < 6; i++)
		assert_false(srv_read_time(wrong[i], &at));
}

static void tags(void **state)
{
	(void)state;
	assert_true(srv_tag_listed("\"a-1\"", "a-1", true));
	assert_true(srv_tag_listed("\"b\" , W/\"a-1\"", "a-1", true));
	assert_true(srv_tag_listed("*", "a-1", true));
	assert_true(srv_tag_listed("\"b\", \"a-1\"", "a-1", false));
	assert_false(srv_tag_listed("\"b\", W/\"a-1\"", "a-1", false));
	static const char *const others[] = {"", "a-1", "\"a-\"", "\"a-12\"", "\"a-1", ",,,", "W/", "\"\""};
	for (int i = 0; i < 8; i++)
		assert_false(srv_tag_listed(others[i], "a-1", true));
	assert_true(srv_unchanged(NULL, "Sun, 06 Nov 1994 08:49:37 GMT", "a", 784111777));
	assert_false(srv_unchanged(NULL, "Sun, 06 Nov 1994 08:49:37 GMT", "a", 784111778));
	assert_false(srv_unchanged("\"b\"", "Sun, 06 Nov 1994 08:49:37 GMT", "a", 784111777));
	assert_false(srv_unchanged(NULL, "Sun, 06 Nov 1994 08:49:37 GMT", "a", 0));
	assert_false(srv_unchanged(NULL, NULL, "a", 784111777));
	assert_true(srv_same_bytes(NULL, "\"a\"", 5) && srv_same_bytes("\"a\"", "\"a\"", 5) &&
		!srv_same_bytes("\"b\"", "\"a\"", 5));
	assert_false(srv_same_bytes("W/\"a\"", "\"a\"", 5));  /* weak: not for parts */
}

static void packing(void **state)
{
	static const char *const yes[] = {"gzip", "br, GZIP;q=0.5", "deflate,gzip", "gzip; q=1"},
				 *const no[] = {
					 NULL, "", "identity", "br", "gzip;q=0", "gzip; q=0.000", "xgzip", "gzipx"};
	(void)state;
	for (int i = 0; i < 4; i++)
		assert_true(srv_takes_gzip(yes[i]));
	for (int i = 0; i < 8; i++)
		assert_false(srv_takes_gzip(no[i]));
}

static void ranges(void **state)
{
	static const struct { const char *text; enum srv_range is; int64_t from, n;
	} rows[] = {{"bytes=0-9", SRV_PART, 0, 10}, {"bytes=90-", SRV_PART, 90, 10}, {"bytes=-5", SRV_PART, 95, 5},
		{"bytes=-500", SRV_PART, 0, 100}, {"bytes=99-1000", SRV_PART, 99, 1},
		{"bytes=0-9223372036854775807", SRV_PART, 0, 100},
		{"bytes=0-99999999999999999999999", SRV_PART, 0, 100}, {"bytes=100-", SRV_OUTSIDE, 0, 0},
		{"bytes=100-200", SRV_OUTSIDE, 0, 0},
		{"bytes=-0", SRV_OUTSIDE, 0, 0}, {"bytes=99999999999999999999-", SRV_OUTSIDE, 0, 0},
		{"bytes=9-0", SRV_WHOLE, 0, 0}, {"bytes=0-1,3-4", SRV_WHOLE, 0, 0}, {"bytes=--1", SRV_WHOLE, 0, 0},
		{"bytes=", SRV_WHOLE, 0, 0}, {"lines=0-1", SRV_WHOLE, 0, 0}, {"bytes=+1-2", SRV_WHOLE, 0, 0},
		{NULL, SRV_WHOLE, 0, 0}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t from = 0, n = 0;
		assert_int_equal(srv_range(rows[i].text, 100, &from, &n), rows[i].is);
		assert_true(from == rows[i].from && n == rows[i].n);
	}
	int64_t from, n;
	assert_int_equal(srv_range("bytes=0-", 0, &from, &n), SRV_OUTSIDE);
	assert_int_equal(srv_range("bytes=-1", 0, &from, &n), SRV_OUTSIDE);
}

static void put(const char *folder, const char *name)
{
	char path[128];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs("Inhalt", f);
	fclose(f);
}

/* Is the file of these bytes given out? */
static bool given(const struct srv_folder *f, const char *folder, const char *name, const char *bytes)
{
	char path[128], sum[2 * HASH_SHA256 + 1];
	uint8_t h[HASH_SHA256];
	int64_t size = 0;
	hash_sha256(bytes, strlen(bytes), h);
	hash_hex(h, HASH_SHA256, sum);
	snprintf(path, sizeof path, "%s/%s", folder, name);
	const int fd = srv_folder_file(f, path, sum, &size);
	if (fd >= 0)
		close(fd);
	return fd >= 0 && size == (int64_t)strlen(bytes);
}

/* Only what lies in the folder, only as it was issued. */
static void files_of_a_folder(void **state)
{
	char top[] = "/tmp/serve-test-XXXXXX", in[64], cmd[128];
	struct srv_folder f;
	(void)state;
	assert_non_null(mkdtemp(top));
	snprintf(cmd, sizeof cmd, "mkdir -p %s/aus/mai && ln -s ../geheim.pdf %s/aus/link.pdf", top, top);
	assert_int_equal(system(cmd), 0);
	snprintf(in, sizeof in, "%s/aus", top);
	put(top, "geheim.pdf");
	put(in, "da.pdf");
	assert_true(srv_folder_open(&f, in));
	assert_true(given(&f, in, "da.pdf", "Inhalt"));
	assert_true(given(&f, in, "mai/../da.pdf", "Inhalt"));
	assert_false(given(&f, in, "da.pdf", "anders"));
	assert_false(given(&f, in, "../geheim.pdf", "Inhalt"));
	assert_false(given(&f, in, "mai/../../geheim.pdf", "Inhalt"));
	assert_false(given(&f, in, "link.pdf", "Inhalt"));
	srv_folder_close(&f);
	snprintf(cmd, sizeof cmd, "rm -r %s", top);
	assert_int_equal(system(cmd), 0);
}

int main(void)
{
	const struct CMUnitTest all[] = {cmocka_unit_test(times), cmocka_unit_test(tags), cmocka_unit_test(packing),
		cmocka_unit_test(ranges), cmocka_unit_test(files_of_a_folder)};
	return cmocka_run_group_tests(all, NULL, NULL);
}
