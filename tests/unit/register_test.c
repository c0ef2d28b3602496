/* register_test.c: the register: numbers, rows that may only be added, steps from version 1, two processes, bad luck, search, copies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "register/reg.h"

struct set {
	char dir[64];
	struct mem *mem;
	struct diag *diag;
	char *path;
	struct reg *reg;
};

static int set_up(void **state)
{
	struct set *s = calloc(1, sizeof *s);
	strcpy(s->dir, "/tmp/register-XXXXXX");
	if (!mkdtemp(s->dir))
		return -1;
	s->mem = mem_new();
	s->diag = diag_new();
	s->path = file_join(s->mem, s->dir, "register.db");
	s->reg = reg_open(s->path, true, s->diag);
	*state = s;
	return s->reg ? 0 : -1;
}

static int tear_down(void **state)
{
	struct set *s = *state;
	reg_close(s->reg);
	int rc = system(mem_fmt(s->mem, "rm -rf '%s'", s->dir));
	diag_free(s->diag);
	mem_free(s->mem);
	free(s);
	return rc;
}

static const char *in_dir(struct set *s, const char *name)
{
	return file_join(s->mem, s->dir, name);
}

static bool told(struct diag *d, const char *code)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(d, &n);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(m[i].code, code))
			return true;
	return false;
}

static const char *message(struct diag *d, const char *code)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(d, &n);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(m[i].code, code))
			return m[i].text;
	return "";
}

static void nothing_told(struct set *s)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(s->diag, &n);
	if (n)
		fail_msg("%s: %s", m[0].code, m[0].text);
}

static void reopen(struct set *s)
{
	reg_close(s->reg);
	diag_free(s->diag);
	s->diag = diag_new();
	s->reg = reg_open(s->path, true, s->diag);
}

static int64_t value(struct set *s, const char *sql)
{
	return reg_int(s->reg, s->diag, sql, -1);
}

/* ---- samples ---- */

static struct reg_source source(const char *path)
{
	struct reg_source src = {.path = path, .ort = "probe"};
	hash_sha256(path, strlen(path), src.sha256);
	return src;
}

static bool put_paper(struct set *s, const char *id, const char *titel, const char *day, enum doc_rolle rolle, const char *text)
{
	struct doc_beratung step = {.gremium = "rat", .rolle = rolle, .massgeblich = rolle == DOC_ENTSCHEIDUNG, .oeffentlich = true};
	struct doc_vorlage v = {.id = id, .art = "beschlussvorlage", .betreff = titel, .oeffentlich = true, .beratungen = &step, .nberatungen = 1};
	date_parse(&step.datum, day);
	date_parse(&v.datum, "2023-05-10");
	struct reg_source src = source(mem_fmt(s->mem, "probe/sitzungen/%s.xml", id));
	return reg_put_paper(s->reg, &src, &v, text, s->diag);
}

static const char *number(struct set *s, const char *id, const char *wanted)
{
	return reg_number(s->reg, s->mem, "probe", id, 2023, "####/####", wanted, s->diag);
}

static bool issue(struct set *s, const char *id, const char *file, const char *content)
{
	struct reg_issue it = {.ort = "probe", .object_id = id, .file = file, .kind = "vorlage", .size = (int64_t)strlen(content), .pages = 2, .public = true,
	                       .program = "ratssatz 0.1.0", .when = 1684000000};
	bool added;
	hash_sha256(content, strlen(content), it.sha256);
	hash_sha512(content, strlen(content), it.sha512);
	hash_sha256(id, strlen(id), it.source_sha256);
	assert_true(reg_issue(s->reg, &it, &added, s->diag));
	return added;
}

static void write_file(const char *path, const char *content)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(content, f);
	fclose(f);
}

/* ---- numbers ---- */

static void numbers(void **state)
{
	struct set *s = *state;
	assert_true(reg_begin(s->reg, s->diag));
	assert_string_equal(number(s, "a", NULL), "2023/0001");
	assert_string_equal(number(s, "b", "2023/0120"), "2023/0120");
	assert_string_equal(number(s, "c", NULL), "2023/0121");
	assert_string_equal(number(s, "a", NULL), "2023/0001");
	assert_string_equal(number(s, "a", "2023/0001"), "2023/0001");
	assert_string_equal(number(s, "e", "2023/0001 1. Ergänzung"), "2023/0001 1. Ergänzung");
	assert_string_equal(number(s, "f", NULL), "2023/0122");
	assert_string_equal(reg_number(s->reg, s->mem, "probe", "g", 2024, NULL, NULL, s->diag), "2024/0001");
	assert_string_equal(reg_number(s->reg, s->mem, "andernorts", "a", 2016, "V ####/###", NULL, s->diag), "V 2016/001");
	assert_string_equal(reg_number(s->reg, s->mem, "fernab", "a", 2016, "######", NULL, s->diag), "000001");
	assert_string_equal(reg_number(s->reg, s->mem, "fernab", "b", 2017, "######", NULL, s->diag), "000002");
	nothing_told(s);
	assert_null(number(s, "d", "2023/0120"));
	assert_null(number(s, "a", "2023/0009"));
	assert_null(number(s, "d", "2023-120"));
	assert_null(number(s, "d", "2023/0120x"));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 4);
	assert_true(reg_commit(s->reg, s->diag));
	assert_true(told(s->diag, "NUMMERVERGABE"));
}

static void numbers_run_out(void **state)
{
	struct set *s = *state;
	assert_string_equal(reg_number(s->reg, s->mem, "probe", "a", 2023, "####-#", "2023-9", s->diag), "2023-9");
	assert_null(reg_number(s->reg, s->mem, "probe", "b", 2023, "####-#", NULL, s->diag));
	assert_null(reg_number(s->reg, s->mem, "probe", "c", 2023, "ohne Ziffern", NULL, s->diag));
	assert_int_equal(diag_count(s->diag, DIAG_FEHLER), 2);
}

/* Two clerks at once: every number once, none left out. */
static void two_processes(void **state)
{
	struct set *s = *state;
	enum { EACH = 20 };
	reg_close(s->reg);
	s->reg = NULL;
	pid_t pid[2];
	for (int p = 0; p < 2; p++)
		if (!(pid[p] = fork())) {
			int bad = 0;
			for (int i = 0; i < EACH && !bad; i++) {
				struct diag *d = diag_new();
				struct reg *r = reg_open(s->path, true, d);
				bad = !r || !reg_begin(r, d) || !reg_number(r, s->mem, "probe", mem_fmt(s->mem, "p%d-%d", p, i), 2023, "####/####", NULL, d) || !reg_commit(r, d);
				reg_close(r);
				diag_free(d);
			}
			_exit(bad);
		}
	for (int p = 0; p < 2; p++) {
		int status;
		waitpid(pid[p], &status, 0);
		assert_int_equal(status, 0);
	}
	reopen(s);
	assert_int_equal(value(s, "SELECT count(DISTINCT zaehler) FROM nummer"), 2 * EACH);
	assert_int_equal(value(s, "SELECT max(zaehler) FROM nummer"), 2 * EACH);
	assert_true(reg_check(s->reg, NULL, s->diag));
	nothing_told(s);
}

/* ---- rows that may only be added ---- */

static bool refused(struct set *s, const char *sql)
{
	return sqlite3_exec(s->reg->db, sql, NULL, NULL, NULL) == SQLITE_CONSTRAINT_TRIGGER;
}

static void only_add(void **state)
{
	static const char *const tables[] = {"nummer", "ereignis", "ausgegeben", "tagesordnung"};
	struct set *s = *state;
	struct doc_agenda_item item = {.id = "x", .nummer = "1", .titel = "Titel", .titel_intern = "Titel", .oeffentlich = true};
	number(s, "a", NULL);
	reg_event(s->reg, "probe", "a", REG_FREIGEGEBEN, 5, NULL, s->diag);
	issue(s, "a", in_dir(s, "a.pdf"), "a");
	reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){&item, 1, true}, 5, s->diag);
	nothing_told(s);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(value(s, mem_fmt(s->mem, "SELECT count(*) FROM %s", tables[i])), 1);
		assert_true(refused(s, mem_fmt(s->mem, "UPDATE %s SET ort = 'x'", tables[i])));
		assert_true(refused(s, mem_fmt(s->mem, "DELETE FROM %s", tables[i])));
		assert_true(refused(s, mem_fmt(s->mem, "INSERT OR REPLACE INTO %s SELECT * FROM %s", tables[i], tables[i])));
		assert_int_equal(value(s, mem_fmt(s->mem, "SELECT count(*) FROM %s", tables[i])), 1);
	}
	sqlite3_exec(s->reg->db, "PRAGMA recursive_triggers = OFF", NULL, NULL, NULL);
	assert_true(refused(s, "INSERT OR REPLACE INTO nummer VALUES (2, 'probe', 'b', '2023/0001', 2023, 1, 1)"));
	assert_true(refused(s, "INSERT INTO nummer VALUES (9, 'probe', 'b', '2023/0009', 2023, 9, 1)"));
}

static void events(void **state)
{
	struct set *s = *state;
	int64_t when = 0;
	assert_false(reg_has_event(s->reg, "probe", "a", REG_FREIGEGEBEN, &when));
	assert_true(reg_event(s->reg, "probe", "a", REG_FREIGEGEBEN, 7, "von Hand", s->diag));
	assert_true(reg_event(s->reg, "probe", "a", REG_FREIGEGEBEN, 9, NULL, s->diag));
	assert_true(reg_has_event(s->reg, "probe", "a", REG_FREIGEGEBEN, &when));
	assert_int_equal(when, 9);
	assert_false(reg_has_event(s->reg, "probe", "a", REG_ERGEBNIS, NULL));
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
	assert_true(reg_issue_last(s->reg, s->mem, "probe", "a", &it));
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

/* ---- agenda ---- */

static void papers_for(void **state)
{
	struct set *s = *state;
	struct reg_paper *p;
	struct date day;
	size_t n;
	date_parse(&day, "2023-05-31");
	assert_true(reg_begin(s->reg, s->diag));
	number(s, "spaet", "2023/0200");
	number(s, "frueh", "2023/0100");
	number(s, "zurueck", "2023/0150");
	assert_true(put_paper(s, "spaet", "Später", "2023-05-31", DOC_ENTSCHEIDUNG, ""));
	assert_true(put_paper(s, "frueh", "Früher", "2023-05-31", DOC_KENNTNISNAHME, ""));
	assert_true(put_paper(s, "zurueck", "Nicht freigegeben", "2023-05-31", DOC_ENTSCHEIDUNG, ""));
	assert_true(put_paper(s, "anderntags", "Anderntags", "2023-06-01", DOC_ENTSCHEIDUNG, ""));
	reg_event(s->reg, "probe", "spaet", REG_FREIGEGEBEN, 1, NULL, s->diag);
	reg_event(s->reg, "probe", "frueh", REG_FREIGEGEBEN, 1, NULL, s->diag);
	reg_event(s->reg, "probe", "anderntags", REG_FREIGEGEBEN, 1, NULL, s->diag);
	assert_true(reg_commit(s->reg, s->diag));
	assert_true(reg_papers_for(s->reg, s->mem, "probe", "rat", day, "nummer", &p, &n, s->diag));
	assert_int_equal(n, 2);
	assert_string_equal(p[0].id, "frueh");
	assert_string_equal(p[1].nummer, "2023/0200");
	assert_string_equal(p[1].path, "probe/sitzungen/spaet.xml");
	assert_true(reg_papers_for(s->reg, s->mem, "probe", "rat", day, "rolle", &p, &n, s->diag));
	assert_string_equal(p[0].id, "spaet");
	assert_int_equal(p[0].rolle, DOC_ENTSCHEIDUNG);
	struct reg_known known;
	assert_true(reg_paper_by_number(s->reg, s->mem, "probe", "2023/0150", &known));
	assert_string_equal(known.id, "zurueck");
	assert_int_equal(known.datum.year, 2023);
	assert_true(known.oeffentlich);
	assert_false(reg_paper_by_number(s->reg, s->mem, "probe", "2023/0999", &known));
	assert_true(reg_papers_for(s->reg, s->mem, "probe", "ausschuss", day, "nummer", &p, &n, s->diag));
	assert_int_equal(n, 0);
	nothing_told(s);
}

static void agenda_kept(void **state)
{
	struct set *s = *state;
	struct doc_agenda_item *kept;
	size_t n;
	struct doc_agenda_item items[] = {
		{.id = "fragen", .nummer = "1", .order = 0, .titel = "Fragen", .titel_intern = "Fragen", .oeffentlich = true},
		{.id = "haus", .nummer = "2", .order = 1, .titel = "Ein Haus", .titel_intern = "Das Haus Nr. 7", .paper_id = "haus", .rolle = DOC_ENTSCHEIDUNG},
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
	assert_int_equal(kept[1].rolle, DOC_ENTSCHEIDUNG);
	nothing_told(s);
}

static void session_on(void **state)
{
	struct set *s = *state;
	struct doc_sitzung v = {.id = "rat-2023-05-31", .gremium = "rat", .beginn = "17:00"};
	struct reg_source src = source("probe/sitzungen/s.xml"), other = source("probe/sitzungen/t.xml");
	const char *id;
	date_parse(&v.datum, "2023-05-31");
	assert_true(reg_put_session(s->reg, &src, &v, s->diag));
	assert_true(reg_put_session(s->reg, &src, &v, s->diag));
	assert_true(reg_session_on(s->reg, s->mem, "probe", "rat", v.datum, &id));
	assert_string_equal(id, "rat-2023-05-31");
	assert_false(reg_session_on(s->reg, s->mem, "probe", "ausschuss", v.datum, NULL));
	nothing_told(s);
	assert_false(reg_put_session(s->reg, &other, &v, s->diag));
	assert_true(told(s->diag, "DOPPELTAUFGENOMMEN"));
}

/* ---- search and lists ---- */

struct found { struct mem *mem; int n; const char *first, *snippet; };

static void count_row(void *arg, int ncols, const char *const *names, const char *const *values)
{
	struct found *f = arg;
	if (f->n++ == 0)
		f->first = mem_dup(f->mem, values[1] ? values[1] : "");
	for (int i = 0; i < ncols; i++)
		if (!strcmp(names[i], "ausschnitt"))
			f->snippet = mem_dup(f->mem, values[i]);
}

static int hits(struct set *s, const char *words, struct found *f)
{
	*f = (struct found){.mem = s->mem};
	reg_search(s->reg, words, count_row, f, s->diag);
	return f->n;
}

static void search(void **state)
{
	static const char *const one[] = {
		"Flüchtlinge", "FLÜCHTLINGE", "Fluchtlinge", "fluechtlinge", "Straße", "strasse", "Strasse Fluechtlinge", "Flucht", "\"auf der Straße\"", "(Grundstück) -liegen*", "müll", "Mull",
		"Muell", "neue", "Ölfass", "oelfass",
	};
	static const char *const none[] = {"Straßenbahn", "\"der auf\"", "Flüchtlinge Baum", "neun"};
	struct set *s = *state;
	struct found f;
	assert_true(put_paper(s, "strasse", "Grundstück", "2023-05-31", DOC_ENTSCHEIDUNG, "Die neuen Flüchtlinge\nwohnen auf der Straße; der Müll bleibt liegen, ein Oelfass auch"));
	assert_true(put_paper(s, "baum", "Eine Baumpflanzung", "2023-05-31", DOC_ENTSCHEIDUNG, "Ein Baum für alle"));
	for (size_t i = 0; i < sizeof one / sizeof *one; i++)
		if (hits(s, one[i], &f) != 1)
			fail_msg("%s: %d", one[i], f.n);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(hits(s, none[i], &f), 0);
	hits(s, "fluechtlinge", &f);
	assert_non_null(strstr(f.snippet, "[Flüchtlinge]"));
	assert_true(put_paper(s, "strasse", "Grundstück", "2023-05-31", DOC_ENTSCHEIDUNG, "Jetzt anders"));
	assert_int_equal(hits(s, "Flüchtlinge", &f), 0);
	assert_int_equal(hits(s, "anders", &f), 1);
	nothing_told(s);
	assert_int_equal(hits(s, "** --", &f), 0);
	assert_true(told(s->diag, "SUCHWORT"));
	assert_true(reg_check(s->reg, NULL, s->diag));
}

static void lists(void **state)
{
	struct set *s = *state;
	struct found f = {.mem = s->mem};
	number(s, "baum", "2023/0123");
	assert_true(put_paper(s, "baum", "Baum", "2023-05-31", DOC_ENTSCHEIDUNG, "Text"));
	issue(s, "baum", in_dir(s, "baum.pdf"), "x");
	for (int l = REG_LIST_PAPIERE; l <= REG_LIST_MASSNAHMEN; l++)
		assert_true(reg_list(s->reg, (enum reg_list)l, "probe", count_row, &f, s->diag));
	assert_int_equal(f.n, 2);
	assert_true(reg_list(s->reg, REG_LIST_PAPIERE, "fernab", count_row, &f, s->diag));
	assert_true(reg_list(s->reg, REG_LIST_PAPIERE, NULL, count_row, &f, s->diag));
	assert_int_equal(f.n, 3);
	f.n = 0;
	assert_true(reg_show(s->reg, "2023/0123", count_row, &f, s->diag));
	assert_int_equal(f.n, 3);
	assert_string_equal(f.first, "2023/0123");
	assert_true(reg_show(s->reg, "baum", count_row, &f, s->diag));
	assert_false(reg_show(s->reg, "2099/0001", count_row, &f, s->diag));
	nothing_told(s);
}

/* ---- rebuild ---- */

static char *dump(struct set *s)
{
	static const char *const sql[] = {
		"SELECT * FROM nummer", "SELECT * FROM ausgegeben", "SELECT * FROM ereignis", "SELECT * FROM papier", "SELECT * FROM beratung", "SELECT * FROM sitzung", "SELECT * FROM stelle",
		"SELECT * FROM ausgabe", "SELECT ort, art, id, titel, inhalt FROM volltext ORDER BY ort, art, id", "SELECT type, name, sql FROM sqlite_schema",
	};
	struct buf b = {0};
	for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
		sqlite3_stmt *st = reg_prepare(s->reg, s->diag, sql[i]);
		while (reg_next(s->reg, s->diag, st)) {
			for (int c = 0; c < sqlite3_column_count(st); c++)
				buf_fmt(&b, "%s|", (const char *)sqlite3_column_text(st, c));
			buf_chr(&b, '\n');
		}
		sqlite3_finalize(st);
	}
	char *text = mem_dup(s->mem, b.data);
	buf_free(&b);
	return text;
}

static void rebuild(void **state)
{
	struct set *s = *state;
	struct found f;
	number(s, "a", NULL);
	number(s, "b", NULL);
	assert_true(put_paper(s, "b", "Zweites", "2023-05-31", DOC_ENTSCHEIDUNG, "Text zwei"));
	assert_true(put_paper(s, "a", "Erstes", "2023-05-31", DOC_ANHOERUNG, "Text eins"));
	issue(s, "a", in_dir(s, "a.pdf"), "a");
	char *before = dump(s);
	assert_true(reg_begin(s->reg, s->diag));
	assert_true(reg_index_clear(s->reg, s->diag));
	assert_int_equal(hits(s, "Text", &f), 0);
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 2);
	assert_true(put_paper(s, "a", "Erstes", "2023-05-31", DOC_ANHOERUNG, "Text eins"));
	assert_true(put_paper(s, "b", "Zweites", "2023-05-31", DOC_ENTSCHEIDUNG, "Text zwei"));
	assert_true(reg_commit(s->reg, s->diag));
	assert_string_equal(before, dump(s));
	assert_int_equal(hits(s, "Text", &f), 2);
	nothing_told(s);
}

/* ---- versions ---- */

static void steps_up(void **state)
{
	struct set *s = *state;
	char *schema = dump(s);
	struct reg old = {.path = (char *)in_dir(s, "alt.db"), .diag = s->diag};
	old.db = reg_connect(old.path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, s->diag);
	assert_true(reg_step_up(&old, 1, s->diag));
	assert_int_equal(reg_int(&old, s->diag, "PRAGMA user_version", -1), 1);
	assert_int_equal(reg_int(&old, s->diag, "SELECT count(*) FROM sqlite_schema WHERE name = 'kennzahl'", -1), 0);
	assert_non_null(reg_number(&old, s->mem, "probe", "a", 2023, NULL, NULL, s->diag));
	for (int i = 0; i < REG_SQL_MAX; i++)
		sqlite3_finalize(old.stmt[i]);
	sqlite3_close(old.db);
	reg_close(s->reg);
	s->reg = reg_open(in_dir(s, "alt.db"), false, s->diag);
	assert_non_null(s->reg);
	assert_int_equal(value(s, "PRAGMA user_version"), reg_version());
	assert_int_equal(value(s, "SELECT count(*) FROM nummer WHERE nummer = '2023/0001'"), 1);
	assert_non_null(strstr(dump(s), schema));          /* the same tables as a register made new */
	nothing_told(s);
}

static void newer_program(void **state)
{
	struct set *s = *state;
	reg_exec(s->reg, s->diag, "PRAGMA user_version = 99");
	reopen(s);
	assert_null(s->reg);
	assert_true(told(s->diag, "REGISTERNEU"));
}

/* ---- bad luck ---- */

static void is_busy(void **state)
{
	struct set *s = *state;
	struct diag *d = diag_new();
	struct reg *other = reg_open(s->path, true, d);
	int go[2], done[2];
	char c = 0;
	assert_true(pipe(go) == 0 && pipe(done) == 0);
	reg_close(s->reg);
	s->reg = NULL;
	reg_close(other);
	pid_t pid = fork();
	if (!pid) {
		struct reg *r = reg_open(s->path, true, d);
		c = r && reg_begin(r, d) ? 'j' : 'n';
		if (write(go[1], &c, 1) != 1 || read(done[0], &c, 1) != 1)
			_exit(1);
		_exit(0);                                      /* without a word, as if killed: the lock goes, the note stays */
	}
	assert_int_equal(read(go[0], &c, 1), 1);
	assert_int_equal(c, 'j');
	reopen(s);
	assert_non_null(s->reg);                           /* reading goes on */
	sqlite3_busy_timeout(s->reg->db, 50);
	assert_false(reg_begin(s->reg, s->diag));
	assert_non_null(strstr(message(s->diag, "REGISTERBELEGT"), mem_fmt(s->mem, "Prozess %d auf", (int)pid)));
	assert_int_equal(write(done[1], &c, 1), 1);
	waitpid(pid, NULL, 0);
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(file_exists(in_dir(s, "register.db-wer")));
	assert_true(reg_begin(s->reg, s->diag));
	assert_true(reg_commit(s->reg, s->diag));
	assert_false(file_exists(in_dir(s, "register.db-wer")));
	nothing_told(s);
	diag_free(d);
	close(go[0]), close(go[1]), close(done[0]), close(done[1]);
}

static void not_in_wal(void **state)
{
	struct set *s = *state;
	sqlite3_exec(s->reg->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	reopen(s);
	assert_null(s->reg);
	assert_true(told(s->diag, "REGISTERWAL"));
	assert_false(file_exists(in_dir(s, "register.db-wal")));
}

static void foreign_files(void **state)
{
	struct set *s = *state;
	sqlite3 *db;
	write_file(in_dir(s, "text.db"), "Das ist keine Datenbank, sondern ein Text, der lang genug ist, um für einen Kopf von hundert Byte gehalten zu werden. Ende.");
	assert_null(reg_open(in_dir(s, "text.db"), true, s->diag));
	assert_true(told(s->diag, "REGISTERDEFEKT"));
	sqlite3_open(in_dir(s, "fremd.db"), &db);
	sqlite3_exec(db, "CREATE TABLE t (a)", NULL, NULL, NULL);
	sqlite3_close(db);
	assert_null(reg_open(in_dir(s, "fremd.db"), true, s->diag));
	assert_non_null(strstr(message(s->diag, "REGISTER"), "kein Register"));
	assert_null(reg_open(in_dir(s, "fehlt.db"), false, s->diag));
	assert_null(reg_open(in_dir(s, "fehlt/r.db"), true, s->diag));
	write_file(in_dir(s, "leer.db"), "");
	assert_null(reg_open(in_dir(s, "leer.db"), false, s->diag));
	struct reg *r = reg_open(in_dir(s, "leer.db"), true, s->diag);
	assert_non_null(r);
	reg_close(r);
}

static void fill(struct set *s)
{
	assert_true(reg_begin(s->reg, s->diag));
	for (int i = 0; i < 300; i++) {
		const char *id = mem_fmt(s->mem, "papier-%03d", i);
		number(s, id, NULL);
		assert_true(put_paper(s, id, mem_fmt(s->mem, "Titel %d", i), "2023-05-31", DOC_ENTSCHEIDUNG, mem_fmt(s->mem, "Wort%d und Baum", i)));
	}
	assert_true(reg_commit(s->reg, s->diag));
	nothing_told(s);
}

static void spoil(const char *path, long at, int c)
{
	FILE *f = fopen(path, "r+");
	assert_non_null(f);
	fseek(f, at, SEEK_SET);
	for (int i = 0; i < 4096; i++)
		fputc(c, f);
	fclose(f);
}

static void corrupted(void **state)
{
	struct set *s = *state;
	struct stat st;
	fill(s);
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_non_null(number(s, "danach", NULL));
	stat(s->path, &st);
	reg_close(s->reg);
	for (long at = 4096; at < st.st_size; at += 4096)
		spoil(s->path, at, 0xA5);
	s->reg = NULL;
	reopen(s);
	if (s->reg) {
		assert_false(reg_check(s->reg, NULL, s->diag));
		reg_close(s->reg);
		s->reg = NULL;
	}
	assert_non_null(strstr(message(s->diag, "REGISTERDEFEKT"), "wiederherstellen"));
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag));
	assert_true(file_exists(in_dir(s, "register.db.vorher-1")));
	reopen(s);
	assert_true(reg_check(s->reg, NULL, s->diag));
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 300);
	nothing_told(s);
}

/* One broken page elsewhere: what was given after the backup is taken over from the damaged file. */
static void salvaged(void **state)
{
	struct set *s = *state;
	fill(s);
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_string_equal(number(s, "danach", NULL), "2023/0301");
	assert_true(reg_event(s->reg, "probe", "danach", REG_FREIGEGEBEN, 1, NULL, s->diag));
	long page = (long)value(s, "SELECT rootpage FROM sqlite_schema WHERE name = 'volltext'");
	reg_close(s->reg);
	s->reg = NULL;
	spoil(s->path, (page - 1) * 4096, 0);
	nothing_told(s);
	assert_true(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag));
	assert_non_null(strstr(message(s->diag, "SICHERUNG"), "2 Einträge sind"));
	reopen(s);
	assert_true(reg_check(s->reg, NULL, s->diag));
	assert_string_equal(number(s, "danach", NULL), "2023/0301");
	assert_true(reg_has_event(s->reg, "probe", "danach", REG_FREIGEGEBEN, NULL));
	nothing_told(s);
}

/* Any one page: never a crash, never silently less numbers. */
static void one_page(void **state)
{
	struct set *s = *state;
	struct stat st;
	struct buf whole = {0};
	fill(s);
	reg_close(s->reg);
	s->reg = NULL;
	assert_true(file_read(&whole, s->path, s->diag));
	stat(s->path, &st);
	for (long at = 0; at < st.st_size; at += 4096 * 3) {
		FILE *f = fopen(s->path, "w");
		fwrite(whole.data, 1, whole.len, f);
		fclose(f);
		spoil(s->path, at, at % 8192 ? 0 : 0xFF);
		reopen(s);
		bool ok = s->reg && reg_check(s->reg, NULL, s->diag);
		if (ok && value(s, "SELECT count(*) FROM nummer") != 300)
			fail_msg("page at %ld", at);
		if (!ok && !told(s->diag, "REGISTERDEFEKT"))
			fail_msg("page at %ld: %s", at, message(s->diag, "REGISTER"));
		reg_close(s->reg);
		s->reg = NULL;
	}
	buf_free(&whole);
}

/* For root no file is read-only: a child gives its rights away. */
static void read_only(void **state)
{
	struct set *s = *state;
	struct found f;
	int status;
	put_paper(s, "a", "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text");
	reg_close(s->reg);
	s->reg = NULL;
	chmod(s->path, 0444);
	chmod(s->dir, 0555);
	pid_t pid = fork();
	if (!pid) {
		if (!geteuid() && setuid(65534) < 0)
			_exit(9);
		if (reg_open(s->path, true, s->diag) || !told(s->diag, "REGISTERSCHREIBEN"))
			_exit(1);
		if (reg_open(file_join(s->mem, s->dir, "neu.db"), true, s->diag))
			_exit(2);
		s->reg = reg_open(s->path, false, s->diag);
		int bad = !s->reg ? 3 : hits(s, "Text", &f) != 1 ? 4 : !reg_check(s->reg, NULL, s->diag) ? 5 : 0;
		reg_close(s->reg);
		_exit(bad);
	}
	waitpid(pid, &status, 0);
	chmod(s->dir, 0755);
	assert_int_equal(status, 0);
}

static void full(struct set *s)
{
	bool ok = true;
	int64_t before = value(s, "SELECT count(*) FROM papier");
	assert_true(reg_begin(s->reg, s->diag));
	for (int i = 0; ok && i < 200000; i++)
		ok = put_paper(s, mem_fmt(s->mem, "voll-%04d", i), "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text");
	/* SQLite may have rolled back by itself: nothing may follow outside of the transaction */
	assert_false(put_paper(s, "danach", "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text") && reg_commit(s->reg, s->diag));
	if (!told(s->diag, "REGISTERVOLL"))
		fail_msg("%s", message(s->diag, "REGISTER"));
	reg_rollback(s->reg);
	assert_int_equal(value(s, "SELECT count(*) FROM papier"), before);
}

/* Full inside SQLite, then by a limit of the system for the size of files. */
static void disk_full(void **state)
{
	struct set *s = *state;
	struct rlimit old, small;
	struct stat st;
	fill(s);
	value(s, mem_fmt(s->mem, "PRAGMA max_page_count = %d", (int)value(s, "PRAGMA page_count") + 2));
	full(s);
	reopen(s);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	sqlite3_exec(s->reg->db, "PRAGMA cache_size = 4", NULL, NULL, NULL);   /* pages reach the file before the commit */
	stat(s->path, &st);
	small = (struct rlimit){(rlim_t)st.st_size + 8192, old.rlim_max};
	setrlimit(RLIMIT_FSIZE, &small);
	full(s);
	setrlimit(RLIMIT_FSIZE, &old);
	reopen(s);
	assert_true(reg_check(s->reg, NULL, s->diag));
	nothing_told(s);
}

static void backup(void **state)
{
	struct set *s = *state;
	fill(s);
	assert_false(reg_backup(s->reg, s->path, s->diag));
	assert_false(reg_backup(s->reg, s->dir, s->diag));
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	number(s, "danach", NULL);
	reg_close(s->reg);
	assert_false(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag));   /* the register knows more */
	assert_non_null(strstr(message(s->diag, "SICHERUNG"), "Sicherung wäre"));
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(reg_restore(in_dir(s, "sicherung.db"), in_dir(s, "neu.db"), s->diag));
	assert_true(reg_restore(in_dir(s, "sicherung.db"), in_dir(s, "neu.db"), s->diag));
	assert_true(file_exists(in_dir(s, "neu.db.vorher-1")));
	nothing_told(s);
	assert_false(reg_restore(in_dir(s, "fehlt.db"), s->path, s->diag));
	assert_false(reg_restore(s->path, s->path, s->diag));
	write_file(in_dir(s, "text.db"), "kein Register");
	assert_false(reg_restore(in_dir(s, "text.db"), s->path, s->diag));
	s->reg = reg_open(in_dir(s, "neu.db"), false, s->diag);
	assert_non_null(s->reg);
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 300);
}

/* Killed in the middle of a transaction: the next one finds the register as it was. */
static void killed(void **state)
{
	struct set *s = *state;
	fill(s);
	reg_close(s->reg);
	s->reg = NULL;
	for (int round = 0; round < 5; round++) {
		int go[2];
		char c;
		assert_int_equal(pipe(go), 0);
		pid_t pid = fork();
		if (!pid) {
			struct reg *r = reg_open(s->path, true, s->diag);
			s->reg = r;
			sqlite3_exec(r->db, "PRAGMA cache_size = 4", NULL, NULL, NULL);   /* pages reach the file before the commit */
			reg_begin(r, s->diag);
			for (int i = 0;; i++) {
				number(s, mem_fmt(s->mem, "k%d", i), NULL);
				put_paper(s, mem_fmt(s->mem, "k%d", i), "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text");
				if (i == 50 + round * 30 && write(go[1], "x", 1) != 1)
					_exit(1);
			}
		}
		assert_int_equal(read(go[0], &c, 1), 1);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		close(go[0]), close(go[1]);
		s->reg = reg_open(s->path, false, s->diag);
		assert_non_null(s->reg);
		assert_int_equal(value(s, "SELECT max(zaehler) FROM nummer"), 300);
		assert_true(reg_check(s->reg, NULL, s->diag));
		reg_close(s->reg);
		s->reg = NULL;
	}
	nothing_told(s);
}

static void codes_once(void **state)
{
	(void)state;
	for (const struct diag_code *a = reg_codes; a->code; a++) {
		assert_true(strlen(a->title) > 10 && strlen(a->text) > 40);
		for (const struct diag_code *b = a + 1; b->code; b++)
			assert_string_not_equal(a->code, b->code);
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(numbers), T(numbers_run_out), T(two_processes), T(only_add), T(events), T(issued), T(papers_for), T(agenda_kept), T(session_on), T(search), T(lists),
		T(rebuild), T(steps_up), T(newer_program), T(is_busy), T(not_in_wal), T(foreign_files), T(corrupted), T(salvaged), T(one_page), T(read_only), T(disk_full), T(backup),
		T(killed), T(codes_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
