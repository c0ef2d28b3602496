/* plain_test.c: a template that is read without the XML parser is the tree that the parser reads: the same file with
 * an instruction behind it, which only the parser takes. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "source/load.h"
#include "source/source.h"

static void assert_same(const struct src_elem *a, const struct src_elem *b)
{
	for (; a && b; a = a->next, b = b->next) {
		assert_string_equal(a->name, b->name);
		assert_string_equal(a->text, b->text);
		assert_int_equal(a->line, b->line);
		assert_int_equal(a->nattrs, b->nattrs);
		for (int i = 0; i < a->nattrs; i++) {
			assert_string_equal(a->attrs[i].name, b->attrs[i].name);
			assert_string_equal(a->attrs[i].value, b->attrs[i].value);
		}
		assert_same(a->first, b->first);
	}
	assert_true(!a && !b);
}

/* Read by both. True: without the parser, too. */
static bool both(const char *data, size_t n)
{
	static const char behind[] = "<?nur der-parser?>";
	char name[] = "/tmp/plain-XXXXXX";
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	int fd = mkstemp(name);
	assert_int_equal(write(fd, data, n), n);
	assert_int_equal(write(fd, behind, strlen(behind)), strlen(behind));
	close(fd);
	const struct src_elem *parsed = src_template(m, name, d);
	const struct src_elem *plain = load_plain(m, name, mem_str(m, data, n), n);
	unlink(name);
	if (plain && !parsed)
		fail_msg("only the parser refuses: %.*s", (int)n, data);
	if (plain)
		assert_same(plain, parsed);
	mem_free(m);
	diag_free(d);
	return plain != NULL;
}

static void test_templates(void **state)
{
	glob_t all;
	int plain = 0;
	(void)state;
	assert_int_equal(glob("templates/*/gestaltung.xml", 0, NULL, &all), 0);
	for (size_t i = 0; i < all.gl_pathc; i++) {
		struct buf b = {0};
		assert_true(file_read(&b, all.gl_pathv[i], NULL));
		plain += both(b.data, b.len);
		buf_free(&b);
	}
	assert_int_equal(plain, all.gl_pathc);         /* else nothing is gained */
	globfree(&all);
}

static void test_what_is_plain(void **state)
{
	static const char *const are[] = {"<a/>", "<a b='1' c=\"'\"  />", "<!-- - --><a>\n x <b/> </a >\n<!---->",
		"<a>Wort&#xAD;teil</a>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"urn:ratssatz:1\"/>",
		"<a\n b\n=\n'1'\n>\n<c/>\n</a>", "<a>x<b>y</b></a>", NULL};
	static const char *const not[] = {"", "a", "<a", "<a>", "<a/><b/>", "<a></b>", "<a></ab>", "<a>x<b/>y</a>",
		"<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a b='&amp;'/>", "<a b='\t'/>", "<a>&lt;</a>", "<a>&#x41;</a>",
		"<a>&#xD800;</a>", "<a>&#xAD</a>", "<a>]]></a>", "<a>\r\n</a>", "<a b='<'/>", "<!-- -- --><a/>",
		"<a><!-- x --- --></a>", "<a:b xmlns:a='x'/>", "<a xmlns='x y'/>", "<!DOCTYPE a><a/>",
		"<a><![CDATA[]]></a>", "<a>\x01</a>", "<a>\xEF\xBF\xBF</a>", "<1/>", "<a/>x",
		" <?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", NULL};
	(void)state;
	for (const char *const *s = are; *s; s++)
		assert_true(both(*s, strlen(*s)));
	for (const char *const *s = not; *s; s++)
		assert_false(both(*s, strlen(*s)));
}

/* Damaged at any place by any sign of markup it is what the parser says it is, or not plain. */
static void test_damaged(void **state)
{
	static const char whole[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n<a xmlns='urn:ratssatz:1' "
		"b=\"1\">\n <c d='2'/>Wort&#xAD;<!-- - -->\n <e>x</e>\n</a>\n";
	static const char signs[] = "<>/=\"'&;-!? \n#xa]";
	char s[sizeof whole + 1];
	int plain = 0;
	(void)state;
	for (size_t i = 0; i < sizeof whole - 1; i++)
		for (const char *c = signs; *c; c++) {
			memcpy(s, whole, sizeof whole);
			s[i] = *c;
			plain += both(s, sizeof whole - 1);
			memcpy(s + i + 1, whole + i, sizeof whole - i);
			plain += both(s, sizeof whole);
		}
	assert_true(plain > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_templates), cmocka_unit_test(test_what_is_plain),
		cmocka_unit_test(test_damaged)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
