/* kept_test.c: a file read again, in which elements are known from before: nodes, their lines and all messages are
 * those of a reader that knows nothing, whatever was read before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/store.h"
#include "source/fixture.h"

#define OPEN  "<konzept xmlns=\"urn:ratssatz:1\" ort=\"muster\" edition=\"2018\">\n"
#define FACTS "<angaben><titel>Probe</titel><stand datum=\"2018-01\"/><herausgeber stelle=\"stadt\"/></angaben>\n"
#define ONE   "<kapitel id=\"a\"><titel>Eins</titel>\n<absatz>Erster &amp; <stark>2.</stark>\nSatz.</absatz></kapitel>"
#define TWO   "<kapitel id=\"b\"><titel>Zwei</titel><absatz>Noch <!-- nicht --> einer</absatz></kapitel>"
#define WRONG "<kapitel id=\"c\"><absazt>Falsch</absazt></kapitel>"
#define FROM  "<massnahmen-aus edition=\"muster/konzept-2018\"/>"
#define END   "\n</konzept>\n"

/* All of a document that follows from its bytes. */
static void put_read(struct fixture *f, struct src *s, struct buf *b)
{
	struct diag *d = diag_new();
	struct doc *doc = src_load(s, f->path, NULL, d);
	size_t n;
	for (const struct doc_node *p = doc ? doc->root : NULL; p; p = doc_walk(doc->root, p)) {
		buf_fmt(b, "%d %d:%d %.*s", p->kind, p->file, p->line, (int)p->len, p->text ? p->text : "");
		for (int i = 0; i < p->nattrs; i++)
			buf_fmt(b, " %d=%s", p->attrs[i].attr, p->attrs[i].value);
		buf_fmt(b, " in %d\n", p->parent ? p->parent->kind : 0);
	}
	const struct diag_msg *m = diag_sorted(d, &n);
	for (; n; m++, n--)
		buf_fmt(b, "%d %s:%d %s\n", m->sev, m->code, m->line, m->text);
	src_free(doc);
	diag_free(d);
}

static void every_state_is_read_as_if_alone(void **state)
{
	static const char *const states[] = {
		OPEN FACTS ONE TWO END,
		OPEN FACTS "\n\n" TWO "\n" ONE "<!-- x -->\n" END,                        /* moved */
		OPEN FACTS ONE WRONG TWO END,
		OPEN FACTS WRONG ONE WRONG WRONG END,                                  /* told twice, on one line */
		OPEN FACTS WRONG "\n" WRONG END,
		OPEN ONE FACTS TWO END,                                                /* too late */
		OPEN FACTS FACTS ONE END,                                              /* twice */
		OPEN FACTS "<kapitel id=\"d\"><titel>Drei</titel>" ONE "</kapitel>" END,           /* deeper */
		OPEN FACTS "<!-- " ONE " -->" TWO END,
		OPEN FACTS "<vorwort><absatz><![CDATA[" ONE "]]></absatz></vorwort>" TWO END,
		OPEN FACTS "<?ratssatz-kept?>" ONE END,
		OPEN FACTS ONE "<?ratssatz-kept nichts?>" TWO END,
		OPEN FACTS ONE "<kapitel id=\"e\">" TWO END,                               /* does not end */
		OPEN FACTS ONE TWO "</kapitel>" END,
		OPEN FACTS ONE TWO " Text " ONE END,
		OPEN FACTS "<x:kapitel id=\"f\"><titel>Fremd</titel></x:kapitel>" ONE END,
		OPEN FACTS ONE "<x:kapitel id=\"f\"><titel>Fremd</titel></x:kapitel>" END,
		OPEN FACTS "<kapitel id=\"f\"><x:titel>Fremd</x:titel></kapitel>" TWO END,
		"<r:konzept xmlns:r=\"urn:ratssatz:1\" ort=\"muster\" edition=\"2018\">" FACTS ONE TWO "</r:konzept>",
		"<r:konzept xmlns:r=\"urn:ratssatz:1\" ort=\"muster\" edition=\"2018\">" ONE TWO ONE "</r:konzept>",
		"<konzept ort=\"muster\" edition=\"2018\">" FACTS ONE TWO END,
		"<vorlage xmlns=\"urn:ratssatz:1\" ort=\"muster\">" FACTS FROM ONE "</vorlage>",
		OPEN FACTS FROM ONE END,
		OPEN FACTS ONE "<kapitel id=\"g\"><titel>&auml;</titel></kapitel>" TWO END,
		"<!DOCTYPE konzept>" OPEN FACTS ONE TWO END,
		OPEN FACTS ONE TWO END,
	};
	struct fixture *f = *state;
	struct store *kept = store_new(1 << 20);
	src_keep(f->src, kept);
	for (size_t i = 0; i < 2 * sizeof states / sizeof *states; i++) {
		struct buf warm = {0}, alone = {0};
		struct src *fresh = src_open();
		put(f, "v.xml", states[i * 7 % (sizeof states / sizeof *states)]);
		put_read(f, f->src, &warm);
		put_read(f, fresh, &alone);
		assert_string_equal(warm.data, alone.data);
		src_close(fresh);
		buf_free(&warm);
		buf_free(&alone);
	}
	src_keep(f->src, NULL);
	store_free(kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_state_is_read_as_if_alone, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
