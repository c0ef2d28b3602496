/* An element written anew: what says the same keeps its bytes; two who write meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "source/source.h"

static const char file[] =
	"<?xml version=\"1.0\"?>\n"
	"<kapitel xmlns=\"urn:ratssatz:1\"\n         id='eins' >\n"
	"  <titel>Wohnen</titel>\n"
	"  <!-- bitte prüfen -->\n"
	"  <absatz>Das ist ein\n    <betont>langer</betont> Text &#38; mehr.</absatz>\n"
	"  <absatz\n    id=\"zwei\">Zweiter.<!-- wirklich? --> Satz.</absatz>\n"
	"  <inhaltsverzeichnis></inhaltsverzeichnis>\n"
	"</kapitel>\n";
#define TITLE  "<titel>Wohnen</titel>"
#define FIRST  "<absatz>Das ist ein <betont>langer</betont> Text &amp; mehr.</absatz>"
#define SECOND "<absatz id=\"zwei\">Zweiter. Satz.</absatz>"
#define END    "<inhaltsverzeichnis/></kapitel>"
#define ALL(inside) "<kapitel id=\"eins\">" inside END

static enum src_merged merge(const char *in, struct src_change c, struct buf *out)
{
	struct buf f = {(char *)(uintptr_t)in, strlen(in), 0};
	struct diag *d = diag_new();
	c.path = "x.xml", c.place = "", c.nold = strlen(c.old), c.nnow = strlen(c.now);
	buf_clear(out);
	enum src_merged how = src_merge(&f, &c, out, d);
	diag_free(d);
	return how;
}

static enum src_merged merged(const char *in, const char *old, const char *now, struct buf *out)
{
	return merge(in, (struct src_change){.old = old, .now = now}, out);
}

/* The file, with one text in it replaced. */
static const char *with(struct buf *b, const char *from, const char *to)
{
	const char *at = strstr(file, from);
	assert_non_null(at);
	buf_clear(b);
	buf_put(b, file, (size_t)(at - file));
	buf_str(b, to);
	buf_str(b, at + strlen(from));
	return b->data;
}

static void becomes(const char *now, const char *from, const char *to)
{
	struct buf out = {0}, wanted = {0};
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), now, &out), SRC_MERGED);
	assert_string_equal(out.data, with(&wanted, from, to));
	buf_free(&out);
	buf_free(&wanted);
}

static void nothing_changes(void **state)
{
	(void)state;
	becomes(ALL(TITLE FIRST SECOND), "Wohnen", "Wohnen");
	becomes("<kapitel id='eins'>\n\n" TITLE "\t" FIRST SECOND END, "Wohnen", "Wohnen");
}

static void only_the_touched_changes(void **state)
{
	(void)state;
	becomes(ALL("<titel>Wohnung</titel>" FIRST SECOND), "Wohnen", "Wohnung");
	becomes(ALL(TITLE FIRST "<absatz id=\"zwei\">Zweiter. Absatz.</absatz>"), " Satz.", " Absatz.");
	becomes(ALL(TITLE "<absatz>Das ist ein <betont>langer</betont> Text &lt; mehr.</absatz>" SECOND), "&#38;",
		"&lt;");
	becomes(ALL(TITLE "<absatz>Das ist ein <stark>langer</stark> Text &amp; mehr.</absatz>" SECOND),
		"\n    <betont>langer</betont>", " <stark>langer</stark>");
	becomes(ALL(TITLE "<absatz>Das ist <betont>langer</betont> Text &amp; mehr.</absatz>" SECOND), " ein\n", "\n");
	becomes(ALL(TITLE FIRST "<absatz>neu</absatz>" SECOND), "mehr.</absatz>",
		"mehr.</absatz>\n  <absatz>neu</absatz>");
	becomes(ALL(TITLE SECOND), "\n  <absatz>Das ist ein\n    <betont>langer</betont> Text &#38; mehr.</absatz>",
		"");
}

static void attributes_keep_their_places(void **state)
{
	(void)state;
	becomes("<kapitel id=\"eins\" kurz=\"a'b\">" TITLE FIRST SECOND END, "id='eins'", "id='eins' kurz=\"a'b\"");
	becomes(ALL(TITLE "<absatz lang=\"en\">Das ist ein <betont>langer</betont> Text &amp; mehr.</absatz>" SECOND),
		"<absatz>", "<absatz lang=\"en\">");
}

/* Taken away and put back (by undo, by another choice) an attribute stands where it stood; another id moves nothing. */
static void attributes_come_back_to_their_places(void **state)
{
#define BETRAG "betrag=\"1\""
#define NAME   "name=\"x\""
#define TURNUS "turnus=\"jaehrlich\""
	static const struct { const char *old, *now, *wanted; } all[] = {
		{"<posten " BETRAG " " NAME "/>", "<posten " BETRAG " " TURNUS " " NAME "/>",
			"<posten " BETRAG " " TURNUS " " NAME "/>"},
		{"<posten " TURNUS "\n  " NAME "/>", "<posten " BETRAG " " TURNUS " " NAME "/>",
			"<posten " BETRAG " " TURNUS "\n  " NAME "/>"},
		{"<posten " BETRAG "\n  " TURNUS "\n  " NAME "/>",
			"<posten " BETRAG " id=\"p\" " TURNUS " " NAME "/>",
			"<posten " BETRAG "\n  id=\"p\"\n  " TURNUS "\n  " NAME "/>"},
		{"<posten  id='p'\n " BETRAG "/>", "<posten id=\"q\" " BETRAG "/>",
			"<posten  id=\"q\"\n " BETRAG "/>"},
		{"<posten name=\"a&#xAD;b\"/>", "<posten name=\"a\u00ADb\" " BETRAG "/>",
			"<posten name=\"a&#xAD;b\" " BETRAG "/>"}};
	struct buf whole = {0}, out = {0}, now = {0}, wanted = {0};
	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct buf *each[] = {&whole, &now, &wanted};
		const char *text[] = {all[i].old, all[i].now, all[i].wanted};
		for (size_t k = 0; k < 3; k++) {
			buf_clear(each[k]);
			buf_fmt(each[k], "<massnahme id=\"m\"><finanzen>%s</finanzen></massnahme>", text[k]);
		}
		assert_int_equal(merged(whole.data, whole.data, now.data, &out), SRC_MERGED);
		assert_string_equal(out.data, wanted.data);
	}
	buf_free(&whole);
	buf_free(&out);
	buf_free(&now);
	buf_free(&wanted);
}

static void a_comment_stays(void **state)
{
	struct buf out = {0};
	(void)state;
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), ALL(TITLE SECOND), &out), SRC_MERGED);
	assert_non_null(strstr(out.data, "<!-- bitte prüfen -->"));
	assert_non_null(strstr(out.data, "<!-- wirklich? -->"));
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), ALL(TITLE FIRST), &out), SRC_MERGED);
	assert_null(strstr(out.data, "wirklich"));
	buf_free(&out);
}

#define ONE   "\n  <punkt id='a'><absatz>Eins und mehr als das.</absatz></punkt>"
#define TWO   "\n  <punkt  id='b'>\n     <absatz>Zwei und noch viel mehr.</absatz> <!-- hier -->\n  </punkt>"
#define THREE "\n  <punkt id='c'><absatz>Drei.</absatz></punkt>"

/* What only goes elsewhere is the same there: its lines, the comments in it. */
static void what_moves_keeps_its_bytes(void **state)
{
	struct buf out = {0};
	(void)state;
	assert_int_equal(merged("<liste>" ONE TWO THREE "\n</liste>\n", "<liste>" ONE TWO THREE "\n</liste>",
		"<liste>" TWO ONE THREE "\n</liste>", &out), SRC_MERGED);
	assert_string_equal(out.data, "<liste>" TWO ONE THREE "\n</liste>\n");
	buf_free(&out);
}

#define ABOUT(x) "\n  <!-- über " x " -->\n  "
#define ROW(x, more) "<punkt id='" x "'><absatz>" x "</absatz></punkt>" more
#define SUM(n) "<posten betrag=\"" n "\"/> <!-- bis " n " -->"

/* However short they are, each goes with the comments about it. */
static void comments_go_with_what_moves(void **state)
{
	static const struct { const char *old, *wish, *now; } all[] = {
		{"<liste>" ABOUT("a") ROW("a", "") ABOUT("b") ROW("b", " <!-- b -->") "\n  <!-- Ende -->\n</liste>",
			"<liste>" ROW("b", "") ROW("a", "") "</liste>",
			"<liste>" ABOUT("b") ROW("b", " <!-- b -->") ABOUT("a") ROW("a", "")
			"\n  <!-- Ende -->\n</liste>"},
		{"<finanzen> <!-- alle -->\n\n\t" SUM("1") "\n\t" SUM("2") "\n\t" SUM("3") "\n</finanzen>",
			"<finanzen><posten betrag=\"3\"/><posten betrag=\"1\"/><posten betrag=\"2\"/></finanzen>",
			"<finanzen> <!-- alle -->\n\n\t" SUM("3") "\n\t" SUM("1") "\n\t" SUM("2") "\n</finanzen>"},
		{"<liste>" ABOUT("a") ROW("a", "") ABOUT("b") ROW("b", "") "\n</liste>",
			"<liste><punkt id='b'><absatz>anders</absatz></punkt>" ROW("a", "") "</liste>",
			"<liste>" ABOUT("b") "<punkt id='b'><absatz>anders</absatz></punkt>" ABOUT("a") ROW("a", "")
			"\n</liste>"},
		{"<massnahme>\n<finanzen>\n" SUM("1") "\n" SUM("2") "\n</finanzen><zeitbedarf/></massnahme>",
			"<massnahme><finanzen><posten betrag=\"2\"/><posten betrag=\"1\"/></finanzen><zeitbedarf/>"
			"</massnahme>",
			"<massnahme>\n<finanzen>\n" SUM("2") "\n" SUM("1") "\n</finanzen><zeitbedarf/></massnahme>"}};
	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct buf out = {0};
		assert_int_equal(merged(all[i].old, all[i].old, all[i].wish, &out), SRC_MERGED);
		assert_string_equal(out.data, all[i].now);
		buf_free(&out);
	}
}

/* ---- what comes back has the bytes it had */

static const char *const removals[] = {
	ALL(TITLE FIRST),                                                       /* a comment within it */
	ALL(TITLE SECOND),                                                      /* one before it */
	ALL(TITLE), ALL(FIRST SECOND), ALL(""),
	ALL(TITLE FIRST "<absatz id=\"zwei\">Satz.</absatz>"),
	ALL(TITLE FIRST "<absatz id=\"zwei\">Ganz anders.</absatz>"),           /* over the comment */
	ALL(TITLE "<absatz>Das Text &amp; mehr.</absatz>" SECOND),
	ALL(TITLE "<absatz>Das ist ein <betont>langer</betont> Text und mehr.</absatz>" SECOND),
	ALL(TITLE FIRST "<absatz id=\"drei\">Zweiter. Satz.</absatz>"),
	ALL(TITLE FIRST "<absatz>Zweiter. Satz.</absatz>"),
	ALL("<titel>Leben</titel>" FIRST "<absatz id=\"zwei\">Kurz.</absatz>"),
	"<kapitel id=\"zwei\">" TITLE FIRST SECOND END};

static struct src_former former(const char *old, const struct buf *now)
{
	return (struct src_former){old, strlen(old), now->data, now->len};
}

static void what_comes_back_has_its_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof removals / sizeof *removals; i++) {
		struct buf without = {0}, out = {0};
		assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), removals[i], &without), SRC_MERGED);
		struct src_former was = former(file, &without);
		assert_int_equal(merge(without.data, (struct src_change){.old = removals[i],
			.now = ALL(TITLE FIRST SECOND), .former = &was, .nformer = 1}, &out), SRC_MERGED);
		assert_string_equal(out.data, file);
		/* beside what was written meanwhile */
		const char *more = ALL(TITLE FIRST SECOND "<absatz>Neu.</absatz>");
		assert_int_equal(merge(without.data, (struct src_change){.old = removals[i], .now = more,
			.former = &was, .nformer = 1}, &out), SRC_MERGED);
		assert_non_null(strstr(out.data, "<!-- wirklich? -->"));
		assert_non_null(strstr(out.data, "Neu."));
		buf_free(&without);
		buf_free(&out);
	}
}

/* Two saves, taken back by one. */
static void two_come_back_at_once(void **state)
{
	struct buf one = {0}, two = {0}, out = {0};
	(void)state;
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), ALL(TITLE SECOND), &one), SRC_MERGED);
	assert_int_equal(merged(one.data, ALL(TITLE SECOND), ALL(TITLE), &two), SRC_MERGED);
	struct src_former was[] = {former(one.data, &two), former(file, &one)};
	assert_int_equal(merge(two.data, (struct src_change){.old = ALL(TITLE), .now = ALL(TITLE FIRST SECOND),
		.former = was, .nformer = 2}, &out), SRC_MERGED);
	assert_string_equal(out.data, file);
	buf_free(&one);
	buf_free(&two);
	buf_free(&out);
}

/* What somebody did by hand since stays: a comment moved on, the tag set anew. */
static void by_hand_since(void **state)
{
	struct buf without = {0}, hand = {0}, out = {0};
	(void)state;
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), ALL(TITLE FIRST), &without), SRC_MERGED);
	struct src_former was = former(file, &without);
	buf_str(&hand, "<?xml version=\"1.0\"?>\n<kapitel xmlns=\"urn:ratssatz:1\" id='eins'>\n  "
		"<titel>Wohnen</titel>\n"
		"  <absatz>Das ist ein langer.</absatz> <!-- bitte prüfen --> <!-- wirklich? -->\n"
		"  <inhaltsverzeichnis/>\n</kapitel>\n");
	assert_int_equal(merge(hand.data, (struct src_change){
		.old = "<kapitel id=\"eins\">" TITLE "<absatz>Das ist ein langer.</absatz>" END,
		.now = "<kapitel id=\"eins\">" TITLE "<absatz>Das ist ein langer.</absatz>" SECOND END,
		.former = &was, .nformer = 1}, &out), SRC_MERGED);
	assert_non_null(strstr(out.data, "\n  <absatz id=\"zwei\">Zweiter. Satz.</absatz>"));
	assert_non_null(strstr(out.data, "langer.</absatz>"));
	assert_non_null(strstr(out.data, "<!-- bitte prüfen --> <!-- wirklich? -->"));
	assert_null(strstr(strstr(out.data, "wirklich") + 1, "wirklich"));
	buf_free(&without);
	buf_free(&hand);
	buf_free(&out);
}

#define POINT(x) "<punkt><absatz>" x "</absatz></punkt>"
#define LIST(inside) "<liste>" inside "</liste>"

/* Blank lines that somebody put there since stay; a copy of what has a comment has none. */
static void beside_what_is_there(void **state)
{
	struct buf without = {0}, out = {0};
	(void)state;
	static const char list[] = "<liste>\n  " POINT("Eins") "\n\n  <punkt ><absatz>Zwei<!-- b --></absatz></punkt>"
				   "\n  " POINT("Drei") "\n</liste>\n";
	assert_int_equal(merged(list, LIST(POINT("Eins") POINT("Zwei") POINT("Drei")),
		LIST(POINT("Eins") POINT("Drei")), &without), SRC_MERGED);
	struct src_former was = former(list, &without);
	assert_int_equal(merge("<liste>\n  " POINT("Eins") "\n\n\n\n  " POINT("Drei") "\n</liste>\n",
		(struct src_change){.old = LIST(POINT("Eins") POINT("Drei")),
			.now = LIST(POINT("Eins") POINT("Zwei") POINT("Drei")), .former = &was, .nformer = 1}, &out),
		SRC_MERGED);
	assert_string_equal(out.data, "<liste>\n  " POINT("Eins") "\n  <punkt ><absatz>Zwei<!-- b --></absatz></punkt>"
		"\n\n\n\n  " POINT("Drei") "\n</liste>\n");
	assert_int_equal(merge(list, (struct src_change){.old = LIST(POINT("Eins") POINT("Zwei") POINT("Drei")),
		.now = LIST(POINT("Eins") POINT("Zwei") POINT("Zwei") POINT("Drei")), .former = &was, .nformer = 1},
		&out), SRC_MERGED);
	assert_null(strstr(strstr(out.data, "<!-- b -->") + 1, "<!-- b -->"));
	buf_free(&without);
	buf_free(&out);
}

#define BESIDE "<kapitel><absatz>Grund und Hund und &amp; Haus.</absatz><absatz>"

/* A word is found again however the words beside it were written, and not in the middle of another one. */
static void however_it_was_written(void **state)
{
	static const char *ways[] = {
		"<absatz>Hof &#38;\t\tund  Haus</absatz>", "<absatz>Hof &amp;<!-- ja -->  und\n Haus</absatz>",
		"<absatz>Hof &amp;\n  und <!-- nein -->Haus</absatz>", "<absatz>Hof &amp;  und <?x y?>Haus</absatz>",
		"<absatz>Hof &amp;   <![CDATA[und]]>\t Haus</absatz>",
		"<absatz>Hof &amp;\tund\t<![CDATA[Haus]]></absatz>", "<absatz>Hof &amp;\tund\t&#72;aus</absatz>",
		"<absatz>Hof\t\t&amp;\tund\tHaus</absatz>"};
	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct buf without = {0}, out = {0}, all = {0};
		buf_str(&all, "<kapitel><absatz>Grund und Hund und &amp; Haus.</absatz>");
		buf_str(&all, ways[i]);
		buf_str(&all, "</kapitel>");
		const char *was = all.data;
		const char *full = BESIDE "Hof &amp; und Haus</absatz></kapitel>";
		const char *less = BESIDE "Hof &amp; Haus</absatz></kapitel>";
		assert_int_equal(merged(was, full, less, &without), SRC_MERGED);
		struct src_former before = former(was, &without);
		assert_int_equal(merge(without.data, (struct src_change){.old = less, .now = full,
			.former = &before, .nformer = 1}, &out), SRC_MERGED);
		assert_string_equal(out.data, was);
		buf_free(&without);
		buf_free(&out);
		buf_free(&all);
	}
}

#define COSTS(posten) "<massnahme id=\"m\"><finanzen>" posten "</finanzen></massnahme>"

/* A value that comes back stands in the tag as it is now. */
static void a_tag_set_anew_by_hand(void **state)
{
	struct buf out = {0};
	struct src_former was = {
		COSTS("<posten name='x'  betrag='1'/>"), 0, COSTS("<posten name='x'  betrag=\"2\"/>"), 0};
	(void)state;
	was.nold = strlen(was.old), was.nnow = strlen(was.now);
	assert_int_equal(merge(COSTS("<posten\n  name='x'\n  betrag=\"2\"/>"),
		(struct src_change){.old = COSTS("<posten name=\"x\" betrag=\"2\"/>"),
			.now = COSTS("<posten name=\"x\" betrag=\"1\"/>"), .former = &was, .nformer = 1}, &out),
		SRC_MERGED);
	assert_string_equal(out.data, COSTS("<posten\n  name='x'\n  betrag=\"1\"/>"));
	buf_free(&out);
}

static void two_write(void **state)
{
	struct buf out = {0}, theirs = {0};
	(void)state;
	with(&theirs, "Wohnen", "Arbeiten");
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND),
				 ALL(TITLE FIRST "<absatz id=\"zwei\">Anders.</absatz>"), &out), SRC_MERGED);
	assert_non_null(strstr(out.data, "Arbeiten"));
	assert_non_null(strstr(out.data, "Anders."));
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND), ALL("<titel>Leben</titel>" FIRST SECOND), &out),
		SRC_CLASH);
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND),
				 ALL("<titel>Arbeiten</titel>" FIRST SECOND), &out), SRC_MERGED);
	assert_string_equal(out.data, theirs.data);
	buf_free(&out);
	buf_free(&theirs);
}

/* Beside one another, one before the other, one instead of two. */
static void two_write_side_by_side(void **state)
{
	struct buf out = {0}, theirs = {0};
	(void)state;
	with(&theirs, "Wohnen", "Arbeiten");
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND), ALL(TITLE "<absatz>A</absatz>" SECOND), &out),
		SRC_MERGED);
	assert_non_null(strstr(out.data, "Arbeiten</titel>"));
	assert_non_null(strstr(out.data, "<absatz>A</absatz>"));
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND),
				 ALL(TITLE "<absatz>B</absatz>" FIRST SECOND), &out), SRC_MERGED);
	assert_non_null(strstr(out.data, "<absatz>B</absatz>"));
	with(&theirs, "mehr.</absatz>", "mehr.</absatz>\n  <absatz>C</absatz>");
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND),
				 ALL(TITLE FIRST "<absatz>D</absatz>" SECOND), &out), SRC_MERGED);
	assert_non_null(strstr(out.data, "<absatz>C</absatz>\n  <absatz>D</absatz>"));
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND), ALL(TITLE FIRST), &out), SRC_MERGED);
	assert_null(strstr(out.data, "Zweiter"));
	with(&theirs, "Zweiter.", "Dritter.");
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND), ALL(TITLE FIRST), &out), SRC_CLASH);
	/* a damaged file is no other's text */
	with(&theirs, "Zweiter.<", "Dritter.<<");
	assert_int_equal(merged(theirs.data, ALL(TITLE FIRST SECOND), ALL(TITLE FIRST), &out), SRC_UNSOUND);
	buf_free(&out);
	buf_free(&theirs);
}

static void no_xml_is_refused(void **state)
{
	struct buf out = {0};
	(void)state;
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), ALL("<titel>Wohnen") "", &out), SRC_UNSOUND);
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), "", &out), SRC_UNSOUND);
	assert_int_equal(merged(file, ALL(TITLE FIRST SECOND), ALL(TITLE) ALL(TITLE), &out), SRC_UNSOUND);
	buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_changes),
		cmocka_unit_test(only_the_touched_changes), cmocka_unit_test(attributes_keep_their_places),
		cmocka_unit_test(attributes_come_back_to_their_places),
		cmocka_unit_test(a_comment_stays), cmocka_unit_test(what_moves_keeps_its_bytes),
		cmocka_unit_test(comments_go_with_what_moves),
		cmocka_unit_test(what_comes_back_has_its_bytes), cmocka_unit_test(two_come_back_at_once),
		cmocka_unit_test(by_hand_since), cmocka_unit_test(beside_what_is_there),
		cmocka_unit_test(a_tag_set_anew_by_hand), cmocka_unit_test(however_it_was_written),
		cmocka_unit_test(two_write),
		cmocka_unit_test(two_write_side_by_side), cmocka_unit_test(no_xml_is_refused)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
