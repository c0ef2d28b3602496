/* oparl.c: the rows of public objects: found, changed only when their content changed, listed page by page from an
 * index. */
#include "register/oparl.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "register/reg.h"

enum { FEW = 500 };                     /* so many recent changes are sorted rather than looked for in the whole list */

/* Borrowed from the statement. */
static struct reg_oparl row_of(sqlite3_stmt *st)
{
	return (struct reg_oparl){
		.lfd = sqlite3_column_int64(st, 0),
		.ort = (const char *)sqlite3_column_text(st, 1),
		.typ = (const char *)sqlite3_column_text(st, 2),
		.schluessel = (const char *)sqlite3_column_text(st, 3),
		.kennung = (const char *)sqlite3_column_text(st, 4),
		.quelle = (const char *)sqlite3_column_text(st, 5),
		.gremium = (const char *)sqlite3_column_text(st, 6),
		.ausgegeben = sqlite3_column_int64(st, 7),
		.erstellt = sqlite3_column_int64(st, 8),
		.geaendert = sqlite3_column_int64(st, 9),
		.fassung = sqlite3_column_int64(st, 10),
		.geloescht = sqlite3_column_int(st, 11),
		.inhalt = (const char *)sqlite3_column_text(st, 12),
		.eingebettet = (const char *)sqlite3_column_text(st, 13),
	};
}

static const char *kept(struct mem *m, const char *s)
{
	return s ? mem_dup(m, s) : NULL;
}

static struct reg_oparl copy_of(struct mem *m, sqlite3_stmt *st)
{
	struct reg_oparl o = row_of(st);
	const char **texts[] = {
		&o.ort, &o.typ, &o.schluessel, &o.kennung, &o.quelle, &o.gremium, &o.inhalt, &o.eingebettet};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = kept(m, *texts[i]);
	return o;
}

static bool found(struct reg *r, struct mem *m, sqlite3_stmt *st, struct reg_oparl *o)
{
	if (!st || !reg_next(r, NULL, st))
		return false;
	*o = copy_of(m, st);
	sqlite3_reset(st);
	return true;
}

bool reg_oparl_by_key(struct reg *r, struct mem *m, const char *ort, const char *typ, const char *schluessel,
	struct reg_oparl *o)
{
	return found(r, m, reg_bind(r, NULL, REG_SQL_OPARL_SCHLUESSEL, "sss", ort, typ, schluessel), o);
}

bool reg_oparl_by_id(struct reg *r, struct mem *m, const char *typ, const char *kennung, struct reg_oparl *o)
{
	return found(r, m, reg_bind(r, NULL, REG_SQL_OPARL_KENNUNG, "ss", typ, kennung), o);
}

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

bool reg_oparl_put(struct reg *r, struct mem *m, struct reg_oparl *o, int64_t now, struct diag *d)
{
	struct reg_oparl old;
	if (reg_oparl_by_key(r, m, o->ort, o->typ, o->schluessel, &old)) {
		bool unchanged = !old.geloescht && same(old.inhalt, o->inhalt) &&
			same(old.eingebettet, o->eingebettet) && same(old.quelle, o->quelle) &&
			same(old.gremium, o->gremium) && old.ausgegeben == o->ausgegeben;
		if (!unchanged &&
			!reg_do(r, d,
				reg_bind(r, d, REG_SQL_OPARL_ANDERS, "lssllss", old.lfd, o->quelle, o->gremium,
					o->ausgegeben, now, o->inhalt, o->eingebettet)))
			return false;
	} else {
		int64_t since = o->erstellt && o->erstellt < now ? o->erstellt : now;
		if (!reg_do(r, d,
			    reg_bind(r, d, REG_SQL_OPARL_NEU, "sssssslllss", o->ort, o->typ, o->schluessel, o->kennung,
				    o->quelle, o->gremium, o->ausgegeben, since, now, o->inhalt, o->eingebettet)))
			return false;
	}
	return reg_oparl_by_key(r, m, o->ort, o->typ, o->schluessel, o);
}

bool reg_oparl_delete(struct reg *r, const struct reg_oparl *o, const char *inhalt, int64_t now, struct diag *d)
{
	return reg_do(r, d, reg_bind(r, d, REG_SQL_OPARL_WEG, "lls", o->lfd, now, inhalt));
}

bool reg_oparl_of(struct reg *r, struct mem *m, const char *ort, const char *quelle, struct reg_oparl **all, size_t *n,
	struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*all = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_OPARL_VON, "ss", ort, quelle);
	while (st && reg_next(r, d, st)) {
		if (*n == cap) {
			size_t more = cap ? cap * 2 : 16;
			*all = mem_grow(m, *all, cap * sizeof **all, more * sizeof **all);
			cap = more;
		}
		(*all)[(*n)++] = copy_of(m, st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

/* ---- lists ---- */

/* Few changes since then are found by their time and sorted; else the list is walked in its order. */
static bool is_news(struct reg *r, const struct reg_oparl_page *p, struct diag *d)
{
	if (p->modified_since == INT64_MIN)
		return false;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_OPARL_WENIG, "ssll", p->ort, p->typ, p->modified_since, (int64_t)FEW);
	bool few = st && reg_next(r, d, st) && sqlite3_column_int64(st, 0) < FEW;
	if (st)
		sqlite3_reset(st);
	return few;
}

bool reg_oparl_list(struct reg *r, const struct reg_oparl_page *p, reg_oparl_row *row, void *arg, struct diag *d)
{
	sqlite3_stmt *st;
	size_t before = diag_count(d, DIAG_SYSTEM);
	int64_t created_until = p->filtered ? p->created_until : INT64_MAX,
		modified_until = p->filtered ? p->modified_until : INT64_MAX;
	int64_t created = p->filtered ? p->created_since : INT64_MIN,
		modified = p->filtered ? p->modified_since : INT64_MIN;
	if (p->gremium)
		st = reg_bind(r, d, REG_SQL_OPARL_SEITE_GREMIUM, "sslllilll", p->gremium, p->typ, p->limit, p->offset,
			modified, (int)p->deleted, modified_until, created, created_until);
	else if (!p->filtered)
		st = reg_bind(r, d, REG_SQL_OPARL_SEITE, "ssll", p->ort, p->typ, p->limit, p->offset);
	else
		st = reg_bind(r, d, is_news(r, p, d) ? REG_SQL_OPARL_SEITE_NEUES : REG_SQL_OPARL_SEITE_ZEIT,
			"sslllilll", p->ort, p->typ, p->limit, p->offset, modified, (int)p->deleted, modified_until,
			created, created_until);
	while (st && reg_next(r, d, st)) {
		struct reg_oparl o = row_of(st);
		row(arg, &o);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

/* The first column of the first row; 0: none. */
static int64_t number_of(struct reg *r, sqlite3_stmt *st)
{
	int64_t n = st && reg_next(r, NULL, st) ? sqlite3_column_int64(st, 0) : 0;
	if (st)
		sqlite3_reset(st);
	return n;
}

int64_t reg_oparl_count(struct reg *r, const char *ort, const char *typ)
{
	return number_of(r, reg_bind(r, NULL, REG_SQL_OPARL_ZAHL, "ss", ort, typ));
}

int64_t reg_oparl_newest(struct reg *r, const char *ort, const char *typ)
{
	return number_of(r, reg_bind(r, NULL, REG_SQL_OPARL_NEUESTES, "ss", ort, typ));
}

/* File names are kept relative to the register: so many folders above it as the one with the most "../" says. */
char *reg_oparl_folder(struct reg *r, struct mem *m)
{
	char *real = realpath(r->path, NULL), *dir = file_dir(m, real ? real : r->path);
	int up = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_OPARL_DATEIEN, "");
	free(real);
	while (st && reg_next(r, NULL, st)) {
		const char *file = (const char *)sqlite3_column_text(st, 0);
		int n = 0;
		for (; !strncmp(file, "../", 3); file += 3)
			n++;
		up = n > up ? n : up;
	}
	while (up-- && strcmp(dir, "/"))
		dir = file_dir(m, dir);
	return dir;
}

char *reg_oparl_path(struct reg *r, struct mem *m, int64_t ausgegeben)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_OPARL_DATEI, "l", ausgegeben);
	if (!st || !reg_next(r, NULL, st))
		return NULL;
	char *path = reg_file_out(r, m, (const char *)sqlite3_column_text(st, 0));
	sqlite3_reset(st);
	return path;
}

/* ---- marks ---- */

bool reg_oparl_marks(struct reg *r, struct mem *m, struct reg_mark **marks, size_t *n, struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*marks = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_OPARL_OFFEN, "");
	while (st && reg_next(r, d, st)) {
		if (*n == cap) {
			size_t more = cap ? cap * 2 : 32;
			*marks = mem_grow(m, *marks, cap * sizeof **marks, more * sizeof **marks);
			cap = more;
		}
		(*marks)[(*n)++] = (struct reg_mark){reg_text(m, st, 0), reg_text(m, st, 1), reg_text(m, st, 2)};
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_oparl_mark(struct reg *r, const struct reg_mark *k, struct diag *d)
{
	return reg_do(r, d, reg_bind(r, d, REG_SQL_OPARL_MERKE, "sss", k->ort, k->art, k->id));
}

bool reg_oparl_done(struct reg *r, struct diag *d)
{
	return reg_do(r, d, reg_bind(r, d, REG_SQL_OPARL_FERTIG, ""));
}

/* ---- facts ---- */

static enum reg_sql fact_sql(enum reg_fact f)
{
	static const enum reg_sql sql[] = {
		[REG_ORTE] = REG_SQL_FAKT_ORTE,
		[REG_KOERPERSCHAFT] = REG_SQL_FAKT_KOERPERSCHAFT,
		[REG_WAHLPERIODEN] = REG_SQL_FAKT_WAHLPERIODEN,
		[REG_STELLEN] = REG_SQL_FAKT_STELLEN,
		[REG_PERSONEN] = REG_SQL_FAKT_PERSONEN,
		[REG_MITGLIEDSCHAFTEN] = REG_SQL_FAKT_MITGLIEDSCHAFTEN,
		[REG_ANSCHRIFT] = REG_SQL_FAKT_ANSCHRIFT,
		[REG_PAPIER] = REG_SQL_FAKT_PAPIER,
		[REG_PAPIER_NUMMER] = REG_SQL_FAKT_PAPIER_NUMMER,
		[REG_ERGAENZUNGEN] = REG_SQL_FAKT_ERGAENZUNGEN,
		[REG_SCHLAGWORTE] = REG_SQL_FAKT_SCHLAGWORTE,
		[REG_BERATUNGEN] = REG_SQL_FAKT_BERATUNGEN,
		[REG_DATEIEN] = REG_SQL_FAKT_DATEIEN,
		[REG_KONZEPT] = REG_SQL_FAKT_KONZEPT,
		[REG_PRAESENTIERT] = REG_SQL_FAKT_PRAESENTIERT,
		[REG_SITZUNG] = REG_SQL_FAKT_SITZUNG,
		[REG_PUNKTE] = REG_SQL_FAKT_PUNKTE,
		[REG_PUNKTE_VORAB] = REG_SQL_FAKT_PUNKTE_VORAB,
		[REG_SITZUNGEN_VON] = REG_SQL_FAKT_SITZUNGEN_VON,
		[REG_PAPIERE_VON] = REG_SQL_FAKT_PAPIERE_VON,
	};
	return sql[f];
}

bool reg_facts(struct reg *r, struct mem *m, enum reg_fact what, const char *ort, const char *key, struct reg_facts *f,
	struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*f = (struct reg_facts){0};
	sqlite3_stmt *st = reg_bind(r, d, fact_sql(what), "");
	if (!st)
		return false;
	sqlite3_bind_text(st, 1, ort, -1, SQLITE_STATIC);      /* a statement without them passes over it */
	sqlite3_bind_text(st, 2, key, -1, SQLITE_STATIC);
	f->cols = (size_t)sqlite3_column_count(st);
	const char **names = MEM_ARRAY(m, const char *, f->cols + 1);
	for (size_t i = 0; i < f->cols; i++)
		names[i] = mem_dup(m, sqlite3_column_name(st, (int)i));
	f->names = names;
	while (reg_next(r, d, st)) {
		if (f->rows == cap) {
			size_t more = cap ? cap * 2 : 8;
			f->cells = mem_grow(m, f->cells, cap * f->cols * sizeof *f->cells,
				more * f->cols * sizeof *f->cells);
			cap = more;
		}
		for (size_t i = 0; i < f->cols; i++)
			f->cells[f->rows * f->cols + i] = reg_text(m, st, (int)i);
		f->rows++;
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

const char *reg_cell(const struct reg_facts *f, size_t row, const char *name)
{
	for (size_t i = 0; row < f->rows && i < f->cols; i++)
		if (!strcmp(f->names[i], name))
			return f->cells[row * f->cols + i];
	return NULL;
}

int64_t reg_cell_int(const struct reg_facts *f, size_t row, const char *name)
{
	const char *s = reg_cell(f, row, name);
	return s ? strtoll(s, NULL, 10) : 0;
}
