/* sample.h: a register in a folder of its own, and samples to put into it; for register_*_test.c. */
#ifndef REGISTER_SAMPLE_H
#define REGISTER_SAMPLE_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "register/delivery.h"
#include "register/reg.h"
#include "register/release.h"

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
	return reg_ask(s->reg->db, sql);
}

static struct reg_source source(const char *path)
{
	struct reg_source src = {.path = path, .ort = "probe"};
	hash_sha256(path, strlen(path), src.sha256);
	return src;
}

static bool put_paper(struct set *s, const char *id, const char *titel, const char *day, enum doc_rolle rolle,
	const char *text)
{
	struct doc_beratung step = {
		.gremium = "rat", .rolle = rolle, .massgeblich = rolle == DOC_ENTSCHEIDUNG, .oeffentlich = true};
	struct doc_vorlage v = {.id = id,
		.art = "beschlussvorlage",
		.betreff = titel,
		.oeffentlich = true,
		.beratungen = &step,
		.nberatungen = 1};
	date_parse(&step.datum, day);
	date_parse(&v.datum, "2023-05-10");
	struct reg_source src = source(mem_fmt(s->mem, "probe/sitzungen/%s.xml", id));
	return reg_put_paper(s->reg, &src, &v, text, s->diag);
}

static inline const struct doc_muster *muster(struct set *s, const char *text)
{
	const char *fault;
	return doc_muster(s->mem, &(struct doc_muster_regel){.muster = text}, &fault);
}

static const char *number(struct set *s, const char *id, const char *wanted)
{
	const struct reg_wish wish = {reg_key("probe", id), NULL, {.jahr = 2023}, wanted};
	return reg_number(s->reg, s->mem, &wish, s->diag);
}

static bool issue(struct set *s, const char *id, const char *file, const char *content)
{
	struct reg_issue it = {.ort = "probe",
		.object_id = id,
		.file = file,
		.kind = "vorlage",
		.size = (int64_t)strlen(content),
		.pages = 2,
		.public = true,
		.program = "ratssatz 0.1.0",
		.when = 1684000000};
	bool added;
	hash_sha256(content, strlen(content), it.sha256);
	hash_sha512(content, strlen(content), it.sha512);
	hash_sha256(id, strlen(id), it.source_sha256);
	assert_true(reg_issue(s->reg, &it, &added, s->diag));
	return added;
}

/* A hand-over as it is asked for. */
static struct reg_delivery *as_new(struct reg_delivery *d, const char *datei, int64_t when)
{
	*d = (struct reg_delivery){.datei = datei, .when = when};
	return d;
}

static void write_file(const char *path, const char *content)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(content, f);
	fclose(f);
}

struct found {
	struct mem *mem;
	int n;
	const char *first, *snippet;
};

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

static char *dump(struct set *s)
{
	static const char *const sql[] = {
		"SELECT * FROM nummer",
		"SELECT * FROM ausgegeben",
		"SELECT * FROM ereignis",
		"SELECT * FROM papier",
		"SELECT * FROM beratung",
		"SELECT * FROM sitzung",
		"SELECT * FROM stelle",
		"SELECT * FROM ausgabe",
		"SELECT ort, art, id, titel, inhalt FROM volltext ORDER BY ort, art, id",
		"SELECT type, name, sql FROM sqlite_schema",
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

static void fill(struct set *s)
{
	assert_true(reg_begin(s->reg, s->diag));
	for (int i = 0; i < 300; i++) {
		const char *id = mem_fmt(s->mem, "papier-%03d", i);
		number(s, id, NULL);
		assert_true(put_paper(s, id, mem_fmt(s->mem, "Titel %d", i), "2023-05-31", DOC_ENTSCHEIDUNG,
			mem_fmt(s->mem, "Wort%d und Baum", i)));
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

/* As the index has it now; what it has not is public. */
static inline void release(struct set *s, const char *id, int64_t when)
{
	struct reg_release r = {.public = true};
	sqlite3_stmt *st;
	sqlite3_prepare_v2(s->reg->db, "SELECT titel, neutral, oeffentlich FROM papier WHERE id = ?", -1, &st, NULL);
	sqlite3_bind_text(st, 1, id, -1, SQLITE_STATIC);
	if (sqlite3_step(st) == SQLITE_ROW)
		r = (struct reg_release){.titel = reg_text(s->mem, st, "titel"),
			.neutral = reg_text(s->mem, st, "neutral"), .public = reg_number_in(st, "oeffentlich")};
	sqlite3_finalize(st);
	assert_true(reg_release_add(s->reg, reg_key("probe", id), &r, when, s->diag));
	assert_true(reg_event(s->reg, reg_key("probe", id), REG_FREIGEGEBEN, when, NULL, s->diag));
}

#endif
