/* register_public_test.c: what may be handed out: each condition of each view, statements that can read nothing else,
 * and work that does not grow with the town. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "register/delivery.h"
#include "register/oparl.h"
#include "register/sample.h"

/* ---- samples ---- */

static struct doc_beratung step(const char *gremium, const char *day, bool public, const char *ergebnis)
{
	struct doc_beratung b = {.gremium = gremium, .rolle_id = "entscheidung", .oeffentlich = public};
	b.ergebnis = ergebnis;
	date_parse(&b.datum, day);
	return b;
}

struct sample {
	const char *id, *nummer;
	bool public;
	const char *praesentiert;
};

static void paper(struct set *s, struct sample p, const struct doc_beratung *steps, size_t n)
{
	struct reg_source src = source(mem_fmt(s->mem, "probe/sitzungen/%s.xml", p.id));
	size_t stem = strcspn(p.nummer ? p.nummer : "", " ");
	bool supplement = p.nummer && p.nummer[stem];
	struct doc_vorlage v = {.id = p.id, .art = "beschlussvorlage", .nummer = p.nummer, .oeffentlich = p.public};
	v.nummer = supplement ? mem_str(s->mem, p.nummer, stem) : p.nummer;
	v.ergaenzung = supplement ? atoi(p.nummer + stem) : 0;
	src.stamm = supplement ? v.nummer : NULL;
	v.betreff = mem_fmt(s->mem, "Titel von %s", p.id);
	v.praesentiert = p.praesentiert;
	v.beratungen = steps;
	v.nberatungen = n;
	assert_true(reg_put_paper(s->reg, &src, &v, "", s->diag));
}

static void session(struct set *s, const char *id, const char *gremium, const char *day)
{
	struct reg_source src = source(mem_fmt(s->mem, "probe/sitzungen/%s.xml", id));
	struct doc_sitzung v = {.id = id, .gremium = gremium, .gremien = {&gremium, 1}, .beginn = "17:00"};
	date_parse(&v.datum, day);
	assert_true(reg_put_session(s->reg, &src, &v, s->diag));
}

static struct reg_facts ask(struct set *s, enum reg_fact what, const char *key)
{
	struct reg_facts f;
	if (!reg_facts(s->reg, s->mem, what, reg_key("probe", key), &f, s->diag)) {
		size_t n;
		fail_msg("fact %d: %s", what, diag_sorted(s->diag, &n)[0].text);
	}
	return f;
}

static size_t count(struct set *s, enum reg_fact what, const char *key)
{
	return ask(s, what, key).rows;
}

/* ---- papers ---- */

/* public and released, public only, released only */
static void papers(void **state)
{
	struct set *s = *state;
	paper(s, (struct sample){"frei", "2023/0001", true, "k-2018"}, NULL, 0);
	paper(s, (struct sample){"ungefragt", "2023/0001 1. Ergänzung", true, "k-2018"}, NULL, 0);
	paper(s, (struct sample){"geheim", "2023/0001 2. Ergänzung", false, "k-2018"}, NULL, 0);
	paper(s, (struct sample){"auch-frei", "2023/0001 3. Ergänzung", true, "k-2018"}, NULL, 0);
	release(s, "frei", 1684000000);
	release(s, "geheim", 1684000000);
	release(s, "auch-frei", 1684000000);
	assert_int_equal(count(s, REG_PAPIER, "frei"), 1);
	assert_int_equal(count(s, REG_PAPIER, "ungefragt"), 0);
	assert_int_equal(count(s, REG_PAPIER, "geheim"), 0);
	assert_int_equal(count(s, REG_PAPIER_NUMMER, "2023/0001"), 1);
	assert_int_equal(count(s, REG_PAPIER_NUMMER, "2023/0001 1. Ergänzung"), 0);
	assert_int_equal(count(s, REG_PAPIER_NUMMER, "2023/0001 2. Ergänzung"), 0);
	struct reg_facts f = ask(s, REG_ERGAENZUNGEN, "2023/0001");
	assert_int_equal(f.rows, 1);
	assert_string_equal(reg_cell(&f, 0, "id"), "auch-frei");
	f = ask(s, REG_PRAESENTIERT, "k-2018");
	assert_int_equal(f.rows, 2);
	assert_string_equal(reg_cell(&f, 0, "id"), "auch-frei");
	assert_string_equal(reg_cell(&f, 1, "id"), "frei");
	f = ask(s, REG_PAPIER, "frei");
	assert_string_equal(reg_cell(&f, 0, "titel"), "Titel von frei");
	assert_int_equal(reg_cell_int(&f, 0, "seit"), 1684000000);
	nothing_told(s);
}

static void keywords(void **state)
{
	static const char *const ids[] = {"frei", "ungefragt", "geheim"};
	struct set *s = *state;
	for (size_t i = 0; i < 3; i++) {
		paper(s, (struct sample){ids[i], NULL, i < 2, NULL}, NULL, 0);
		assert_true(reg_run(s->reg, s->diag, REG_SQL_SCHLAGWORT_NEU, VAL(ort, "probe"), VAL(papier, ids[i]),
			VAL(pos, 0), VAL(name, "Baum")));
	}
	release(s, "frei", 1684000000);
	release(s, "geheim", 1684000000);
	assert_int_equal(count(s, REG_SCHLAGWORTE, "frei"), 1);
	assert_int_equal(count(s, REG_SCHLAGWORTE, "ungefragt"), 0);
	assert_int_equal(count(s, REG_SCHLAGWORTE, "geheim"), 0);
}

/* ---- consultations ---- */

static void consultations(void **state)
{
	struct set *s = *state;
	const struct doc_beratung steps[] = {
		step("br", "2023-05-02", true, "zugestimmt"),
		step("rat", "2023-05-10", false, "heimlich beraten"),
		step("rat", "2023-05-31", true, "beschlossen"),
	};
	session(s, "s-br", "br", "2023-05-02");
	paper(s, (struct sample){"frei", NULL, true, NULL}, steps, 3);
	paper(s, (struct sample){"ungefragt", NULL, true, NULL}, steps, 3);
	release(s, "frei", 1684000000);
	struct reg_facts f = ask(s, REG_BERATUNGEN, "frei");
	assert_int_equal(f.rows, 2);
	assert_string_equal(reg_cell(&f, 0, "gremium"), "br");         /* as the paper has them */
	assert_string_equal(reg_cell(&f, 0, "ergebnis"), "zugestimmt");
	assert_string_equal(reg_cell(&f, 0, "sitzung"), "s-br");
	assert_string_equal(reg_cell(&f, 1, "ergebnis"), "beschlossen");
	assert_null(reg_cell(&f, 1, "sitzung"));
	assert_int_equal(reg_cell_int(&f, 0, "schritt"), 0);
	assert_int_equal(reg_cell_int(&f, 1, "schritt"), 1);           /* the hidden step before it counts */
	assert_int_equal(count(s, REG_BERATUNGEN, "ungefragt"), 0);
	nothing_told(s);
}

/* ---- agendas ---- */

static const struct doc_agenda_item items[] = {
	{.id = "frei",
		.nummer = "1",
		.order = 0,
		.titel = "Offen",
		.titel_intern = "Offen",
		.paper_id = "frei",
		.drucksache = "1",
		.oeffentlich = true},
	{.id = "geheim",
		.nummer = "2",
		.order = 1,
		.titel = "Ein Haus",
		.titel_intern = "Das Haus Nr. 7",
		.paper_id = "geheim",
		.drucksache = "2",
		.grund = "Preis"},
	{.id = "ungefragt",
		.nummer = "3",
		.order = 2,
		.titel = "Bald",
		.titel_intern = "Bald",
		.paper_id = "ungefragt",
		.oeffentlich = true},
	{.id = "weg", .order = 3, .titel = "Weg", .titel_intern = "Weg", .oeffentlich = true, .entfallen = true},
};

static void is_agenda(struct set *s)
{
	struct reg_facts f = ask(s, REG_PUNKTE, "s");
	assert_int_equal(f.rows, 3);
	assert_string_equal(reg_cell(&f, 0, "papier"), "frei");
	assert_string_equal(reg_cell(&f, 0, "ergebnis"), "beschlossen");
	assert_string_equal(reg_cell(&f, 1, "titel"), "Ein Haus");
	assert_null(reg_cell(&f, 1, "papier"));
	assert_null(reg_cell(&f, 1, "ergebnis"));
	assert_int_equal(reg_cell_int(&f, 1, "oeffentlich"), 0);
	assert_string_equal(reg_cell(&f, 2, "titel"), "Bald");
	assert_null(reg_cell(&f, 2, "papier"));                        /* not released yet */
	for (size_t i = 0; i < f.rows * f.cols; i++)
		if (f.cells[i] && (strstr(f.cells[i], "Nr. 7") || strstr(f.cells[i], "heimlich")))
			fail_msg("%s", f.cells[i]);
	f = ask(s, REG_BERATUNGEN, "frei");
	assert_string_equal(reg_cell(&f, 0, "punkt"), "frei");
}

/* As it is due, then as it was announced: the same is public. */
static void agendas(void **state)
{
	struct set *s = *state;
	const struct doc_beratung open = step("rat", "2023-05-31", true, "beschlossen"),
				  closed = step("rat", "2023-05-31", false, "heimlich beschlossen");
	session(s, "s", "rat", "2023-05-31");
	paper(s, (struct sample){"frei", NULL, true, NULL}, &open, 1);
	paper(s, (struct sample){"geheim", NULL, false, NULL}, &closed, 1);
	paper(s, (struct sample){"ungefragt", NULL, true, NULL}, &open, 1);
	release(s, "frei", 1684000000);
	release(s, "geheim", 1684000000);
	assert_int_equal(count(s, REG_PUNKTE, "s"), 0);
	assert_true(reg_agenda_draft(s->reg, "probe", "s", &(struct doc_agenda){items, 4, false}, s->diag));
	is_agenda(s);
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){items, 4, true}, 1684000500, s->diag));
	is_agenda(s);
	struct reg_facts f = ask(s, REG_PUNKTE, "s");
	assert_int_equal(reg_cell_int(&f, 0, "seit"), 1684000500);
	nothing_told(s);
}

/* A step that is taken out of the public part takes its item's paper along. */
static void item_of_a_hidden_step(void **state)
{
	struct set *s = *state;
	const struct doc_beratung closed = step("rat", "2023-05-31", false, "heimlich beschlossen");
	session(s, "s", "rat", "2023-05-31");
	paper(s, (struct sample){"frei", NULL, true, NULL}, &closed, 1);
	release(s, "frei", 1684000000);
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){items, 1, true}, 5, s->diag));
	struct reg_facts f = ask(s, REG_PUNKTE, "s");
	assert_int_equal(f.rows, 1);
	assert_null(reg_cell(&f, 0, "papier"));
	assert_null(reg_cell(&f, 0, "ergebnis"));
}

/* Of two steps in one session its item has the result of the one that decides. */
static void item_of_the_step_that_decides(void **state)
{
	struct set *s = *state;
	struct doc_beratung steps[] = {
		step("rat", "2023-05-31", true, "empfohlen"), step("rat", "2023-05-31", true, "beschlossen")};
	steps[1].massgeblich = true;
	session(s, "s", "rat", "2023-05-31");
	paper(s, (struct sample){"frei", NULL, true, NULL}, steps, 2);
	release(s, "frei", 1684000000);
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){items, 1, true}, 5, s->diag));
	struct reg_facts f = ask(s, REG_PUNKTE, "s");
	assert_int_equal(f.rows, 1);
	assert_string_equal(reg_cell(&f, 0, "ergebnis"), "beschlossen");
}

/* Only a public result tells that the session was held. */
static void sessions(void **state)
{
	struct set *s = *state;
	const struct doc_beratung closed = step("rat", "2023-05-31", false, "heimlich beschlossen"),
				  undecided = step("rat", "2023-05-31", true, NULL),
				  open = step("rat", "2023-05-31", true, "beschlossen");
	session(s, "s", "rat", "2023-05-31");
	paper(s, (struct sample){"geheim", NULL, false, NULL}, &closed, 1);
	paper(s, (struct sample){"frei", NULL, true, NULL}, &undecided, 1);
	struct reg_facts f = ask(s, REG_SITZUNG, "s");
	assert_int_equal(f.rows, 1);
	assert_int_equal(reg_cell_int(&f, 0, "beraten"), 0);
	assert_null(reg_cell(&f, 0, "pfad"));
	paper(s, (struct sample){"frei", NULL, true, NULL}, &open, 1);
	f = ask(s, REG_SITZUNG, "s");
	assert_int_equal(reg_cell_int(&f, 0, "beraten"), 1);
}

static void run(struct set *s, const char *sql)
{
	char *error = NULL;
	if (sqlite3_exec(s->reg->db, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
}

static void take_back(struct set *s, const char *id)
{
	bool any;
	const struct reg_withdrawal w = {reg_key("probe", id), "", "neutral", "x"};
	assert_false(reg_is_taken_back(s->reg, w.key));
	assert_true(reg_withdraw(s->reg, &w, 9, &any, s->diag) && any);
	assert_true(reg_is_taken_back(s->reg, w.key));
	assert_true(reg_withdraw(s->reg, &w, 10, &any, s->diag));
	assert_false(any);
}

/* A session that was taken back, with its place; papers keep their steps, without it. Released, it is there again. */
static void sessions_taken_back(void **state)
{
	struct set *s = *state;
	const struct doc_beratung open = step("rat", "2023-05-31", true, NULL);
	session(s, "s", "rat", "2023-05-31");
	session(s, "t", "rat", "2023-06-30");
	run(s, "INSERT INTO sitzungsort (ort, sitzung, anschrift, name) VALUES ('probe', 's', 'haus', 'Haus')");
	paper(s, (struct sample){"p", NULL, true, NULL}, &open, 1);
	release(s, "p", 1684000000);
	assert_int_equal(count(s, REG_ANSCHRIFT, "haus"), 1);
	run(s, "DELETE FROM oparl_offen");
	take_back(s, "s");
	assert_int_equal(value(s, "SELECT count(*) FROM oparl_offen WHERE (art, id) IN"
		" (VALUES ('sitzung', 's'), ('anschrift', 'haus'))"), 2);
	assert_int_equal(count(s, REG_SITZUNG, "s"), 0);
	assert_int_equal(count(s, REG_SITZUNG, "t"), 1);
	assert_int_equal(count(s, REG_ANSCHRIFT, "haus"), 0);
	struct reg_facts f = ask(s, REG_BERATUNGEN, "p");
	assert_int_equal(f.rows, 1);
	assert_null(reg_cell(&f, 0, "sitzung"));
	run(s, "DELETE FROM oparl_offen");
	release(s, "s", 1684000000);
	assert_int_equal(value(s, "SELECT count(*) FROM oparl_offen WHERE (art, id) IN"
		" (VALUES ('sitzung', 's'), ('anschrift', 'haus'))"), 2);
	assert_int_equal(count(s, REG_SITZUNG, "s"), 1);
	take_back(s, "s");
	nothing_told(s);
}

#define MINUTES \
	"INSERT INTO niederschrift (ort, id, sitzung, gremium, datum, ende, unterschrieben, pfad, sha256)" \
	" VALUES ('probe', 'n', 's', 'rat', '2023-05-31', '20:00', 1, 'n.xml', x'00');" \
	"INSERT INTO gefasst (ort, niederschrift, pos, sitzung, punkt, titel, oeffentlich, wort, wortlaut)" \
	" VALUES ('probe', 'n', 0, 's', 'top', 'T', 1, 'beschlossen', 'W')," \
	" ('probe', 'n', 1, 's', 'innen', 'T', 0, 'beschlossen', 'W');" \
	"INSERT INTO auftrag (ort, niederschrift, pos, id, punkt, text, stelle, zustand, prioritaet, oeffentlich)" \
	" VALUES ('probe', 'n', 0, 'a', 'top', 'x', 'y', 'offen', 'mittel', 1);"

static void minutes_taken_back(void **state)
{
	struct set *s = *state;
	session(s, "s", "rat", "2023-05-31");
	run(s, MINUTES);
	for (int back = 0; back < 2; back++) {
		assert_int_equal(count(s, REG_SITZUNG, "s"), 1);
		assert_int_equal(value(s, "SELECT count(*) FROM gefasst_oeffentlich"), !back);
		assert_int_equal(value(s, "SELECT count(*) FROM ende_oeffentlich"), !back);
		assert_int_equal(value(s, "SELECT count(*) FROM auftrag_oeffentlich"), !back);
		run(s, "DELETE FROM oparl_offen");
		if (!back)
			take_back(s, "n");
	}
	release(s, "n", 1684000000);
	assert_int_equal(value(s, "SELECT count(*) FROM oparl_offen WHERE art = 'sitzung' AND id = 's'"), 1);
	assert_int_equal(value(s, "SELECT count(*) FROM gefasst_oeffentlich"), 1);
	nothing_told(s);
}

/* ---- files ---- */

/* The same bytes, released again after they were taken back, are public again. */
static void the_same_bytes_again(void **state)
{
	struct set *s = *state;
	bool added;
	struct reg_issue it = {.ort = "probe", .object_id = "p", .kind = "vorlage", .program = "r", .public = true};
	it.file = in_dir(s, "p.pdf");
	release(s, "p", 1);
	assert_true(reg_issue(s->reg, &it, &added, s->diag) && added);
	assert_true(reg_issue(s->reg, &it, &added, s->diag) && !added);
	take_back(s, "p");
	assert_int_equal(count(s, REG_DATEIEN, "p"), 0);
	release(s, "p", 2);
	assert_true(reg_issue(s->reg, &it, &added, s->diag) && added);
	assert_int_equal(count(s, REG_DATEIEN, "p"), 1);
}

static void files(void **state)
{
	struct set *s = *state;
	release(s, "probe/k-2018", 1);
	for (int public = 0; public < 2; public++) {
		bool added;
		struct reg_issue it = {
			.ort = "probe", .object_id = "p", .kind = "vorlage", .program = "ratssatz 0.1.0"};
		it.file = in_dir(s, public ? "offen.pdf" : "intern/geheim.pdf");
		it.public = public;
		it.text = public ? "offen" : "geheim";
		it.sha256[0] = (uint8_t)public;
		assert_true(reg_issue(s->reg, &it, &added, s->diag) && added);
	}
	struct reg_facts f = ask(s, REG_DATEIEN, "p");
	assert_int_equal(f.rows, 1);
	assert_string_equal(reg_cell(&f, 0, "datei"), "offen.pdf");
	assert_string_equal(reg_cell(&f, 0, "text"), "offen");
	assert_null(reg_oparl_path(s->reg, s->mem, 1));
	assert_string_equal(reg_oparl_path(s->reg, s->mem, 2), in_dir(s, "offen.pdf"));
	nothing_told(s);
}

/* The folder a server may read: above all public files, not above the others. */
static void folder_of_public_files(void **state)
{
	struct set *s = *state;
	for (int public = 1; public >= 0; public--) {
		bool added;
		struct reg_issue it = {
			.ort = "probe", .object_id = "p", .kind = "vorlage", .program = "ratssatz 0.1.0"};
		it.file = public ? in_dir(s, "offen.pdf") : "/geheim.pdf";
		it.public = public;
		it.sha256[0] = (uint8_t)public;
		assert_true(reg_issue(s->reg, &it, &added, s->diag));
	}
	char *real = realpath(s->dir, NULL);
	assert_string_equal(reg_oparl_folder(s->reg, s->mem), real);
	free(real);
}

/* An edition is told of once a public file of it was issued. */
static void editions(void **state)
{
	struct set *s = *state;
	assert_true(reg_run(s->reg, s->diag, REG_SQL_AUSGABE_NEU, VAL(ort, "probe"), VAL(id, "k-2018"),
		VAL(art, "konzept"), VAL(edition, "2018"), VAL(titel, "Konzept"), VAL(stand, "2018"),
		VAL(pfad, "probe/k-2018/konzept.xml"), SUM(sha256, "", 0)));
	release(s, "probe/k-2018", 1);
	for (int public = 0; public < 2; public++) {
		bool added;
		struct reg_issue it = {.ort = "probe", .object_id = "probe/k-2018", .kind = "konzept", .program = "r"};
		it.file = in_dir(s, "k.pdf");
		it.public = public;
		it.sha256[0] = (uint8_t)public;
		assert_int_equal(count(s, REG_KONZEPT, "k-2018"), 0);
		assert_true(reg_issue(s->reg, &it, &added, s->diag));
	}
	assert_int_equal(count(s, REG_KONZEPT, "k-2018"), 1);
	assert_int_equal(count(s, REG_KONZEPT, "probe/k-2018"), 1);
}

static void hand_overs(void **state)
{
	static const bool public[] = {true, false, true};
	struct set *s = *state;
	struct reg_delivery d[3];
	for (int i = 0; i < 3; i++) {
		bool added;
		struct reg_issue it = {
			.ort = "probe", .object_id = "p", .kind = "vorlage", .program = "ratssatz 0.1.0"};
		it.file = in_dir(s, "p.pdf");
		it.public = public[i];
		it.sha256[0] = (uint8_t)(i + 1);
		it.sha512[0] = (uint8_t)(i + 1);
		assert_true(reg_issue(s->reg, &it, &added, s->diag) && added);
		assert_true(reg_issue_last(s->reg, s->mem, reg_key("probe", "p"), &it));
		assert_true(reg_delivery(s->reg, s->mem, &it, as_new(&d[i], mem_fmt(s->mem, "%d.pdf", i), 5), s->diag));
		assert_true(reg_deliver(s->reg, &d[i], s->diag));
	}
	assert_string_equal(d[1].ersetzt_datei, "0.pdf");
	assert_string_equal(d[2].ersetzt_datei, "0.pdf");              /* never the internal one between */
	assert_int_equal(d[2].fassung, 2);
	nothing_told(s);
}

/* ---- nothing else ---- */

static bool allowed(struct set *s, const char *sql)
{
	struct diag *quiet = diag_new();
	s->reg->public = true;
	sqlite3_stmt *st = reg_prepare(s->reg, quiet, sql);
	s->reg->public = false;
	sqlite3_finalize(st);
	diag_free(quiet);
	return st != NULL;
}

static void reads_nothing_else(void **state)
{
	struct set *s = *state;
	static const char *const refused[] = {
		"SELECT titel FROM papier",
		"SELECT count(*) FROM papier",
		"SELECT 1 FROM papier_oeffentlich WHERE EXISTS (SELECT 1 FROM beratung)",
		"SELECT (SELECT titel_intern FROM tagesordnung LIMIT 1) FROM papier_oeffentlich",
		"SELECT o.titel FROM papier_oeffentlich o JOIN papier p ON p.id = o.id AND p.titel = o.titel",
		"SELECT datei FROM ausgegeben",
		"SELECT pfad FROM sitzung",
		"SELECT gremium FROM sitzungsgremium",
		"SELECT text FROM ausgabetext",
		"SELECT inhalt FROM volltext",
		"SELECT nummer FROM nummer",
		"SELECT text FROM ereignis",
		"SELECT grund FROM quittung",
		"SELECT titel FROM punkt",
		"SELECT inhalt FROM oparl",
	};
	static const char *const fine[] = {
		"SELECT titel FROM papier_oeffentlich",
		"SELECT count(*) FROM beratung_oeffentlich b JOIN sitzung_oeffentlich s ON s.id = b.sitzung",
		"SELECT name FROM stellenname",
		"SELECT name FROM person",
	};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (allowed(s, refused[i]))
			fail_msg("%s", refused[i]);
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		if (!allowed(s, fine[i]))
			fail_msg("%s", fine[i]);
	for (enum reg_fact f = REG_ORTE; f <= REG_PUNKTE; f++)
		ask(s, f, "x");
	reg_oparl_folder(s->reg, s->mem);
	reg_oparl_path(s->reg, s->mem, 1);
	nothing_told(s);
}

/* No view hands on what is internal. */
static void views_have_no_internal_columns(void **state)
{
	struct set *s = *state;
	assert_int_equal(value(s, "SELECT count(*) FROM sqlite_schema WHERE type = 'view'"), 18);
	assert_int_equal(
		value(s,
			"SELECT count(*) FROM sqlite_schema v JOIN pragma_table_info(v.name) c WHERE v.type = 'view'"
			" AND c.name IN ('pfad', 'neutral', 'titel_intern', 'grund', 'drucksache', 'programm', "
			"'quelle_sha256')"),
		0);
}

/* ---- work ---- */

static void fill_town(struct set *s, int from, int to)
{
	assert_true(reg_begin(s->reg, s->diag));
	for (int i = from; i < to; i++) {
		const char *id = mem_fmt(s->mem, "p%d", i), *day = mem_fmt(s->mem, "%d-01-01", 1000 + i);
		struct doc_beratung b = step("rat", day, true, "ja");
		struct doc_agenda_item it = {.id = id, .nummer = "1", .titel = id, .paper_id = id, .oeffentlich = true};
		bool added;
		struct reg_issue is = {.ort = "probe", .object_id = id, .file = in_dir(s, "x"), .kind = "vorlage"};
		session(s, mem_fmt(s->mem, "s%d", i), "rat", day);
		assert_true(reg_run(s->reg, s->diag, REG_SQL_SITZUNGSORT_NEU, VAL(ort, "probe"),
			VAL(sitzung, mem_fmt(s->mem, "s%d", i)), VAL(anschrift, id), VAL(name, id), VAL(strasse, id),
			VAL(plz, id), VAL(wohnort, id)));
		paper(s, (struct sample){id, mem_fmt(s->mem, "%d", i), true, mem_fmt(s->mem, "k%d", i)}, &b, 1);
		release(s, id, 1684000000);
		it.titel_intern = id;
		assert_true(reg_agenda_keep(s->reg, "probe", mem_fmt(s->mem, "s%d", i),
			&(struct doc_agenda){&it, 1, true}, 5, s->diag));
		is.program = "r";
		is.public = true;
		memcpy(is.sha256, &i, sizeof i);
		assert_true(reg_issue(s->reg, &is, &added, s->diag));
	}
	assert_true(reg_commit(s->reg, s->diag));
}

/* Steps of SQLite's machine for a statement; it is run to its end. */
static int work(struct set *s, enum reg_sql q, const char *key)
{
	sqlite3_stmt *st = reg_bind(s->reg, s->diag, q, VAL(ort, "probe"), VAL(id, key));
	int rows = 0;
	sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 1);
	while (reg_next(s->reg, s->diag, st))
		rows++;
	if (!rows)
		fail_msg("statement %d of %s: nothing", q, key);
	return sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 1);
}

static void work_does_not_grow(void **state)
{
	static const struct {
		enum reg_sql q;
		const char *key;
	} asked[] = {
		{REG_SQL_FAKT_ANSCHRIFT, "p7"},
		{REG_SQL_FAKT_PAPIER, "p7"},
		{REG_SQL_FAKT_PAPIER_NUMMER, "7"},
		{REG_SQL_FAKT_ERGAENZUNGEN, "7"},
		{REG_SQL_FAKT_BERATUNGEN, "p7"},
		{REG_SQL_FAKT_DATEIEN, "p7"},
		{REG_SQL_FAKT_PRAESENTIERT, "k7"},
		{REG_SQL_FAKT_SITZUNG, "s7"},
		{REG_SQL_FAKT_PUNKTE, "s7"},
	};
	enum { N = sizeof asked / sizeof *asked, FEW = 20, MANY = 1000 };
	struct set *s = *state;
	int before[N];
	fill_town(s, 0, FEW);
	paper(s, (struct sample){"mehr", "7 1. Ergänzung", true, NULL}, NULL, 0);
	release(s, "mehr", 1684000000);
	for (int i = 0; i < N; i++)
		before[i] = work(s, asked[i].q, asked[i].key);
	fill_town(s, FEW, MANY);
	for (int i = 0; i < N; i++) {
		int now = work(s, asked[i].q, asked[i].key);
		if (now > before[i] + before[i] / 4)
			fail_msg("statement %d: %d steps in a town of %d papers, %d in one of %d", asked[i].q,
				before[i], FEW, now, MANY);
	}
	nothing_told(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(papers),
		T(keywords),
		T(consultations),
		T(agendas),
		T(item_of_a_hidden_step),
		T(item_of_the_step_that_decides),
		T(sessions),
		T(sessions_taken_back),
		T(minutes_taken_back),
		T(the_same_bytes_again),
		T(files),
		T(folder_of_public_files),
		T(editions),
		T(hand_overs),
		T(reads_nothing_else),
		T(views_have_no_internal_columns),
		T(work_does_not_grow),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
