/* editions_test.c: two editions by hand: what belongs together, what moved, was joined, divided, came and went. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "compare/cmp.h"

struct world { struct mem *mem; struct doc_file file; struct doc old, new; struct diag *diag; };

static void begin(struct world *w, struct doc *d)
{
	*d = (struct doc){.mem = w->mem, .files = &w->file, .nfiles = 1, .lang = "de"};
	d->root = doc_add(d, NULL, DOC_KONZEPT, 0, 1);
}

static int set_up(void **state)
{
	struct mem *m = mem_new();
	struct world *w = MEM_NEW(m, struct world);
	*w = (struct world){.mem = m, .diag = diag_new(), .file = {.path = "k.xml"}};
	begin(w, &w->old);
	begin(w, &w->new);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	diag_free(w->diag);
	mem_free(w->mem);
	return 0;
}

static void text(struct doc *d, struct doc_node *in, enum doc_kind kind, const char *s)
{
	struct doc_node *t = doc_add(d, doc_add(d, in, kind, 0, 3), DOC_TEXT, 0, 3);
	t->text = s;
	t->len = (uint32_t)strlen(s);
}

static struct doc_node *chapter(struct doc *d, const char *id, const char *title)
{
	struct doc_node *k = doc_add(d, d->root, DOC_KAPITEL, 0, 2);
	struct doc_av *id_of = MEM_NEW(d->mem, struct doc_av);
	*id_of = (struct doc_av){DOC_A_ID, id};
	k->attrs = id_of;
	k->nattrs = 1;
	text(d, k, DOC_TITEL, title);
	return k;
}

/* A town that calls things by the last part of their names: "vergleich-verschoben" is "verschoben". */
static const char *say(const void *town, const char *name)
{
	(void)town;
	return strrchr(name, '-') ? strrchr(name, '-') + 1 : name;
}

/* "verschoben von 1.2 absatz 1: old | new" a line; without a text on a side a dash. */
static void changes(struct world *w, const char *wanted)
{
	struct buf b = {0};
	doc_finish(&w->old, w->diag);
	doc_finish(&w->new, w->diag);
	struct cmp *c = cmp_run(&w->old, &w->new, (struct doc_words){say, NULL, "Euro"}, w->diag);
	for (size_t i = 0; i < c->nchanges; i++) {
		const struct cmp_change *k = &c->changes[i];
		cmp_put_art(&b, c, k);
		buf_fmt(&b, ": %s | %s\n", k->old_text ? k->old_text : "–", k->new_text ? k->new_text : "–");
	}
	assert_string_equal(b.data ? b.data : "", wanted);
	buf_free(&b);
	cmp_free(c);
}

#define BRIDGE "Die Brücke über den Bach wird im Herbst von der Stadt erneuert."
#define SCHOOL "In der Schule lernen alle Kinder im ersten Jahr gemeinsam Deutsch."
#define SPORT "Die Vereine laden jeden Monat zu einem offenen Training in die Halle ein."

static void equal_editions_have_no_changes(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 2; i++) {
		struct doc *d = i ? &w->new : &w->old;
		struct doc_node *k = chapter(d, "eins", "Eins");
		text(d, k, DOC_ABSATZ, BRIDGE);
		text(d, k, DOC_ABSATZ, SCHOOL);
	}
	changes(w, "");
}

static void words_and_numbers_are_edited(void **state)
{
	struct world *w = *state;
	struct doc_node *a = chapter(&w->old, "eins", "Eins"), *b = chapter(&w->new, "eins", "Eins");
	text(&w->old, a, DOC_ABSATZ, BRIDGE);
	text(&w->old, a, DOC_ABSATZ, "Das kostet 12.000 Euro im Jahr 2018.");
	text(&w->new, b, DOC_ABSATZ, "Die Brücke über den Bach wird im Winter von der Stadt erneuert.");
	text(&w->new, b, DOC_ABSATZ, "Das kostet 15.000 Euro im Jahr 2018.");
	changes(w, "geaendert: " BRIDGE " | Die Brücke über den Bach wird im Winter von der Stadt erneuert.\n"
		   "geaendert: Das kostet 12.000 Euro im Jahr 2018. | Das kostet 15.000 Euro im Jahr 2018.\n");
}

/* The same words in another chapter are moved, not gone and new. */
static void what_stands_elsewhere_has_moved(void **state)
{
	struct world *w = *state;
	struct doc_node *a = chapter(&w->old, "eins", "Eins"), *c = chapter(&w->old, "zwei", "Zwei");
	struct doc_node *b = chapter(&w->new, "eins", "Eins"), *d = chapter(&w->new, "zwei", "Zwei");
	text(&w->old, a, DOC_ABSATZ, BRIDGE);
	text(&w->old, a, DOC_ABSATZ, SCHOOL);
	text(&w->old, c, DOC_ABSATZ, SPORT);
	text(&w->new, b, DOC_ABSATZ, BRIDGE);
	text(&w->new, d, DOC_ABSATZ, SPORT);
	text(&w->new, d, DOC_ABSATZ, SCHOOL);
	changes(w, "verschoben von 1 absatz 2: " SCHOOL " | " SCHOOL "\n");
}

static void a_chapter_keeps_its_id_whatever_it_is_called(void **state)
{
	struct world *w = *state;
	text(&w->old, chapter(&w->old, "wege", "Wege"), DOC_ABSATZ, BRIDGE);
	text(&w->new, chapter(&w->new, "neu", "Ganz neu"), DOC_ABSATZ, SPORT);
	text(&w->new, chapter(&w->new, "wege", "Straßen und Brücken"), DOC_ABSATZ, BRIDGE);
	changes(w, "neu: – | Ganz neu\nneu: – | " SPORT "\ngeaendert: Wege | Straßen und Brücken\n");
}

static void strangers_are_gone_and_new(void **state)
{
	struct world *w = *state;
	text(&w->old, chapter(&w->old, "eins", "Eins"), DOC_ABSATZ, BRIDGE);
	text(&w->new, chapter(&w->new, "eins", "Eins"), DOC_ABSATZ, SPORT);
	changes(w, "entfallen: " BRIDGE " | –\nneu: – | " SPORT "\n");
}

static void a_paragraph_is_divided(void **state)
{
	struct world *w = *state;
	struct doc_node *b = chapter(&w->new, "eins", "Eins");
	text(&w->old, chapter(&w->old, "eins", "Eins"), DOC_ABSATZ, BRIDGE " " SCHOOL " " SPORT);
	text(&w->new, b, DOC_ABSATZ, BRIDGE " " SCHOOL);
	text(&w->new, b, DOC_ABSATZ, SPORT);
	changes(w, "geteilt: " BRIDGE " " SCHOOL " " SPORT " | " BRIDGE " " SCHOOL CMP_PARA SPORT "\n");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(equal_editions_have_no_changes),
		TEST(words_and_numbers_are_edited),
		TEST(what_stands_elsewhere_has_moved),
		TEST(a_chapter_keeps_its_id_whatever_it_is_called),
		TEST(strangers_are_gone_and_new),
		TEST(a_paragraph_is_divided),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
