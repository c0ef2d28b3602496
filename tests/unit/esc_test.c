// base/esc: what is escaped comes back from a parser as it was; what XML cannot hold is visible.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/buf.h"
#include "base/esc.h"
#include "base/u8.h"

#define LOST "\xEF\xBF\xBD"                            /* U+FFFD */

struct row { const char *s; size_t n; const char *text, *attr; };
#define ROW(s, text, attr) {(s), sizeof(s) - 1, (text), (attr)}

static const struct row rows[] = {
	ROW("", "", ""),
	ROW("a < b & c > d", "a &lt; b &amp; c &gt; d", "a &lt; b &amp; c &gt; d"),
	ROW("\"x\" 'y'", "&quot;x&quot; 'y'", "&quot;x&quot; 'y'"),
	ROW("]]>", "]]&gt;", "]]&gt;"),
	ROW("a\tb\nc", "a\tb\nc", "a&#9;b&#10;c"),
	ROW("a\rb\r\nc\r", "a\nb\nc\n", "a&#10;b&#10;c&#10;"),
	ROW("a\0b\x1F\x7F", "a" LOST "b" LOST "\x7F", "a" LOST "b" LOST "\x7F"),
	ROW("ä€😀", "ä€😀", "ä€😀"),
	ROW("\xEF\xBF\xBD", LOST, LOST),
	ROW("\xEF\xBF\xBE|\xEF\xBF\xBF", LOST "|" LOST, LOST "|" LOST),
	ROW("\xE4rger", LOST "rger", LOST "rger"),               /* Latin-1 */
	ROW("\xC0\xAF", LOST LOST, LOST LOST),                   /* a slash in two bytes */
	ROW("\xED\xA0\x80", LOST LOST LOST, LOST LOST LOST),     /* a surrogate */
	ROW("x\xE2\x82", "x" LOST LOST, "x" LOST LOST),          /* cut off */
};

static void as_listed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf b = {0};
		buf_str(&b, "");
		esc_text(&b, rows[i].s, rows[i].n);
		assert_string_equal(b.data, rows[i].text);
		buf_clear(&b);
		esc_attr(&b, rows[i].s, rows[i].n, '"');
		assert_string_equal(b.data, rows[i].attr);
		buf_free(&b);
	}
}

static void in_single_quotes(void **state)
{
	struct buf b = {0};
	(void)state;
	esc_attr(&b, "\"x\" 'y'", 7, '\'');
	assert_string_equal(b.data, "\"x\" &apos;y&apos;");
	buf_free(&b);
}

/* What a parser should give back: lost bytes as U+FFFD, line ends as LF. */
static void expected(struct buf *b, const char *s, const char *end)
{
	while (s < end) {
		uint32_t c = u8_get(&s, end);
		if (c == '\r') {
			s += s < end && *s == '\n';
			c = '\n';
		}
		buf_u8(b, (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
	}
}

static void what_xml_holds(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool kept = !strstr(rows[i].text, LOST) || !strcmp(rows[i].s, LOST);
		assert_int_equal(esc_holds(rows[i].s, rows[i].n), kept);
	}
}

static void any_bytes_come_back(void **state)
{
	uint32_t seed = 1;
	(void)state;
	for (int run = 0; run < 2000; run++) {
		char s[24];
		struct buf xml = {0}, want = {0};
		for (size_t i = 0; i < sizeof s; i++) {
			seed = seed * 1664525u + 1013904223u;
			s[i] = (char)(run % 2 ? seed >> 24
					      : (unsigned char)"\r\n\t <&>\"'\xC3\xA4 a"[(seed >> 20) % 13]);
		}
		char quote = run % 3 ? '"' : '\'';
		buf_fmt(&xml, "<r a=%c", quote);
		esc_attr(&xml, s, sizeof s, quote);
		buf_fmt(&xml, "%c>", quote);
		esc_text(&xml, s, sizeof s);
		buf_str(&xml, "</r>");
		expected(&want, s, s + sizeof s);
		xmlDocPtr doc = xmlReadMemory(xml.data, (int)xml.len, "r.xml", NULL, XML_PARSE_NOERROR);
		assert_non_null(doc);
		xmlChar *attr = xmlGetProp(xmlDocGetRootElement(doc), (const xmlChar *)"a");
		xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(doc));
		assert_string_equal((char *)attr, want.data);
		assert_string_equal((char *)text, want.data);
		xmlFree(attr);
		xmlFree(text);
		xmlFreeDoc(doc);
		buf_free(&xml);
		buf_free(&want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_listed),
		cmocka_unit_test(in_single_quotes),
		cmocka_unit_test(what_xml_holds),
		cmocka_unit_test(any_bytes_come_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
