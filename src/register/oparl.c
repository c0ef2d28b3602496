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
#define TEXT(c) ((const char *)sqlite3_column_text(st, REG_OPARL_##c))
#define NUMBER(c) sqlite3_column_int64(st, REG_OPARL_##c)
	return (struct reg_oparl){
		.lfd = NUMBER(lfd),
		.ort = TEXT(ort),
		.typ = TEXT(typ),
		.schluessel = TEXT(schluessel),
		.kennung = TEXT(kennung),
		.quelle = TEXT(quelle),
		.gremium = TEXT(gremium),
		.ausgegeben = NUMBER(ausgegeben),
		.erstellt = NUMBER(erstellt),
		.geaendert = NUMBER(geaendert),
		.fassung = NUMBER(fassung),
		.geloescht = NUMBER(geloescht),
		.inhalt = TEXT(inhalt),
		.eingebettet = TEXT(eingebettet),
	};
#undef TEXT
#undef NUMBER
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
	if (!reg_next(r, NULL, st))
		return false;
	*o = copy_of(m, st);
	sqlite3_reset(st);
	return true;
}

static sqlite3_stmt *keyed(struct reg *r, const char *ort, const char *typ, const char *schluessel)
{
	return reg_bind(r, NULL, REG_SQL_OPARL_SCHLUESSEL, VAL(ort, ort), VAL(typ, typ), VAL(schluessel, schluessel));
}

const char *reg_oparl_kennung(struct reg *r, struct mem *m, const char *ort, const char *typ, const char *schluessel)
{
	sqlite3_stmt *st = keyed(r, ort, typ, schluessel);
	if (!reg_next(r, NULL, st))
		return NULL;
	const char *is = kept(m, (const char *)sqlite3_column_text(st, REG_OPARL_kennung));
	sqlite3_reset(st);
	return is;
}

bool reg_oparl_by_key(struct reg *r, struct mem *m, const char *ort, const char *typ, const char *schluessel,
	struct reg_oparl *o)
{
	return found(r, m, keyed(r, ort, typ, schluessel), o);
}

bool reg_oparl_by_id(struct reg *r, struct mem *m, const char *typ, const char *kennung, struct reg_oparl *o)
{
	return found(r, m, reg_bind(r, NULL, REG_SQL_OPARL_KENNUNG, VAL(typ, typ), VAL(kennung, kennung)), o);
}

bool reg_oparl_by_number(struct reg *r, struct mem *m, int64_t lfd, struct reg_oparl *o)
{
	return found(r, m, reg_bind(r, NULL, REG_SQL_OPARL_LFD, VAL(lfd, lfd)), o);
}

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static bool change(struct reg *r, int64_t lfd, const struct reg_oparl *o, int64_t now, struct diag *d)
{
	return reg_run(r, d, REG_SQL_OPARL_ANDERS, VAL(lfd, lfd), VAL(quelle, o->quelle), VAL(gremium, o->gremium),
		VAL(ausgegeben, o->ausgegeben), VAL(geaendert, now), VAL(inhalt, o->inhalt),
		VAL(eingebettet, o->eingebettet));
}

static bool add(struct reg *r, const struct reg_oparl *o, int64_t now, struct diag *d)
{
	int64_t since = o->erstellt && o->erstellt < now ? o->erstellt : now;
	return reg_run(r, d, REG_SQL_OPARL_NEU, VAL(ort, o->ort), VAL(typ, o->typ), VAL(schluessel, o->schluessel),
		VAL(kennung, o->kennung), VAL(quelle, o->quelle), VAL(gremium, o->gremium),
		VAL(ausgegeben, o->ausgegeben), VAL(erstellt, since), VAL(geaendert, now), VAL(inhalt, o->inhalt),
		VAL(eingebettet, o->eingebettet));
}

static bool unchanged(const struct reg_oparl *old, const struct reg_oparl *o)
{
	return !old->geloescht && same(old->inhalt, o->inhalt) && same(old->eingebettet, o->eingebettet) &&
		same(old->quelle, o->quelle) && same(old->gremium, o->gremium) && old->ausgegeben == o->ausgegeben;
}

/* The lists of further organizations. */
static bool put_lists(struct reg *r, const struct reg_oparl *o, const char *const *also, size_t n, struct diag *d)
{
	bool ok = reg_run(r, d, REG_SQL_OPARL_WEITERE_FORT, VAL(lfd, o->lfd));
	for (size_t i = 0; ok && i < n; i++)
		ok = reg_run(r, d, REG_SQL_OPARL_WEITERE_NEU, VAL(gremium, also[i]), VAL(typ, o->typ),
			VAL(lfd, o->lfd));
	return ok;
}

bool reg_oparl_put(struct reg *r, struct mem *m, struct reg_oparl *o, int64_t now, struct diag *d)
{
	struct reg_oparl old;
	bool there = reg_oparl_by_key(r, m, o->ort, o->typ, o->schluessel, &old);
	const char *const *also = o->weitere;
	const size_t n = o->nweitere;
	bool ok = !there ? add(r, o, now, d) : unchanged(&old, o) || change(r, old.lfd, o, now, d);
	ok = ok && reg_oparl_by_key(r, m, o->ort, o->typ, o->schluessel, o);
	return ok && (!o->gremium || put_lists(r, o, also, n, d));
}

bool reg_oparl_delete(struct reg *r, const struct reg_oparl *o, const char *inhalt, int64_t now, struct diag *d)
{
	return reg_run(r, d, REG_SQL_OPARL_WEG, VAL(lfd, o->lfd), VAL(geaendert, now), VAL(inhalt, inhalt));
}

bool reg_oparl_of(struct reg *r, struct mem *m, struct reg_key quelle, struct reg_oparls *found, struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_oparls){0};
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_OPARL_VON, VAL(ort, quelle.ort), VAL(quelle, quelle.id));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		found->all[found->n++] = copy_of(m, st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

/* ---- lists ---- */

/* The first column of the first row; 0: none. */
static int64_t number_of(struct reg *r, sqlite3_stmt *st)
{
	int64_t n = reg_next(r, NULL, st) ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_reset(st);
	return n;
}

/* Few changes since then are found by their time and sorted; else the list is walked in its order. */
static bool is_news(struct reg *r, const struct reg_oparl_page *p, struct diag *d)
{
	return p->modified_since != INT64_MIN &&
		number_of(r,
			reg_bind(r, d, REG_SQL_OPARL_WENIG, VAL(ort, p->ort), VAL(typ, p->typ),
				VAL(geaendert_ab, p->modified_since), VAL(limit, FEW))) < FEW;
}

/* A statement with IN_DER_ZEIT; of: whose list, :ort or :gremium. */
static sqlite3_stmt *within_times(struct reg *r, enum reg_sql q, const struct reg_oparl_page *p, struct reg_value of,
	struct diag *d)
{
	bool all = !p->filtered;
	return reg_bind(r, d, q, of, VAL(typ, p->typ), VAL(limit, p->limit), VAL(offset, p->offset),
		VAL(geloescht, p->deleted), VAL(geaendert_ab, all ? INT64_MIN : p->modified_since),
		VAL(geaendert_bis, all ? INT64_MAX : p->modified_until),
		VAL(erstellt_ab, all ? INT64_MIN : p->created_since),
		VAL(erstellt_bis, all ? INT64_MAX : p->created_until));
}

/* Of a list's four statements: those with whole rows, or those with their numbers. */
struct listed { enum reg_sql all, body, news, times; };
static const struct listed rows = {REG_SQL_OPARL_SEITE, REG_SQL_OPARL_SEITE_GREMIUM, REG_SQL_OPARL_SEITE_NEUES,
	REG_SQL_OPARL_SEITE_ZEIT};
static const struct listed numbers = {REG_SQL_OPARL_NR, REG_SQL_OPARL_NR_GREMIUM, REG_SQL_OPARL_NR_NEUES,
	REG_SQL_OPARL_NR_ZEIT};

static sqlite3_stmt *page_of(struct reg *r, const struct listed *of, const struct reg_oparl_page *p, struct diag *d)
{
	if (p->gremium)
		return within_times(r, of->body, p, VAL(gremium, p->gremium), d);
	if (p->filtered)
		return within_times(r, is_news(r, p, d) ? of->news : of->times, p, VAL(ort, p->ort), d);
	return reg_bind(r, d, of->all, VAL(ort, p->ort), VAL(typ, p->typ), VAL(limit, p->limit),
		VAL(offset, p->offset));
}

int64_t reg_oparl_numbers(struct reg *r, const struct reg_oparl_page *p, int64_t *lfd, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = page_of(r, &numbers, p, d);
	int64_t n = 0;
	while (reg_next(r, d, st))
		if (n < p->limit)
			lfd[n++] = sqlite3_column_int64(st, 0);
	return diag_count(d, DIAG_SYSTEM) == before ? n : -1;
}

bool reg_oparl_list(struct reg *r, const struct reg_oparl_page *p, reg_oparl_row *row, void *arg, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = page_of(r, &rows, p, d);
	while (reg_next(r, d, st)) {
		struct reg_oparl o = row_of(st);
		row(arg, &o);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

int64_t reg_oparl_count(struct reg *r, const char *ort, const char *typ)
{
	return number_of(r, reg_bind(r, NULL, REG_SQL_OPARL_ZAHL, VAL(ort, ort), VAL(typ, typ)));
}

int64_t reg_oparl_newest(struct reg *r, const char *ort, const char *typ)
{
	return number_of(r, reg_bind(r, NULL, REG_SQL_OPARL_NEUESTES, VAL(ort, ort), VAL(typ, typ)));
}

/* File names are kept relative to the register: so many folders above it as the one with the most "../" says. */
char *reg_oparl_folder(struct reg *r, struct mem *m)
{
	char *real = realpath(r->path, NULL), *dir = file_dir(m, real ? real : r->path);
	int up = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_OPARL_DATEIEN);
	free(real);
	while (reg_next(r, NULL, st)) {
		const char *file = reg_text(m, st, "datei");
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
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_OPARL_DATEI, VAL(lfd, ausgegeben));
	char *path = reg_next(r, NULL, st) ? reg_file_out(r, m, reg_text(m, st, "datei")) : NULL;
	sqlite3_reset(st);
	return path;
}

/* ---- marks ---- */

bool reg_oparl_marks(struct reg *r, struct mem *m, struct reg_mark **marks, size_t *n, struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*marks = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_OPARL_OFFEN);
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, *marks, *n, cap);
		(*marks)[(*n)++] =
			(struct reg_mark){reg_text(m, st, "ort"), reg_text(m, st, "art"), reg_text(m, st, "id")};
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

static bool mark(struct reg *r, enum reg_sql q, const struct reg_mark *k, struct diag *d)
{
	return reg_run(r, d, q, VAL(ort, k->ort), VAL(id, k->id));
}

bool reg_oparl_mark_sessions(struct reg *r, const struct reg_mark *k, struct diag *d)
{
	return strcmp(k->art, "vorlage") || mark(r, REG_SQL_MERKE_SITZUNGEN, k, d);
}

bool reg_oparl_mark_related(struct reg *r, const struct reg_mark *k, struct diag *d)
{
	if (!strcmp(k->art, "sitzung"))
		return mark(r, REG_SQL_MERKE_PAPIERE, k, d);
	if (!strcmp(k->art, "konzept"))
		return mark(r, REG_SQL_MERKE_VORSTELLENDE, k, d);
	return reg_oparl_mark_sessions(r, k, d) &&
		(strcmp(k->art, "vorlage") ||
			(mark(r, REG_SQL_MERKE_KONZEPT, k, d) && mark(r, REG_SQL_MERKE_ERGAENZTE, k, d)));
}

bool reg_oparl_done(struct reg *r, struct diag *d)
{
	return reg_run(r, d, REG_SQL_OPARL_FERTIG);
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
		[REG_URHEBER] = REG_SQL_FAKT_URHEBER,
		[REG_BERATUNGEN] = REG_SQL_FAKT_BERATUNGEN,
		[REG_DATEIEN] = REG_SQL_FAKT_DATEIEN,
		[REG_KONZEPT] = REG_SQL_FAKT_KONZEPT,
		[REG_PRAESENTIERT] = REG_SQL_FAKT_PRAESENTIERT,
		[REG_SITZUNG] = REG_SQL_FAKT_SITZUNG,
		[REG_SITZUNGSGREMIEN] = REG_SQL_FAKT_SITZUNGSGREMIEN,
		[REG_PUNKTE] = REG_SQL_FAKT_PUNKTE,
	};
	return sql[f];
}

/* A statement that is about all towns, or about all of one, leaves out what it does not ask for. */
static sqlite3_stmt *asked(struct reg *r, enum reg_fact what, struct reg_key k, struct diag *d)
{
	enum reg_sql q = fact_sql(what);
	switch (what) {
	case REG_ORTE: return reg_bind(r, d, q);
	case REG_KOERPERSCHAFT:
	case REG_WAHLPERIODEN:
	case REG_STELLEN:
	case REG_PERSONEN:
	case REG_MITGLIEDSCHAFTEN: return reg_bind(r, d, q, VAL(ort, k.ort));
	default: return reg_bind(r, d, q, VAL(ort, k.ort), VAL(id, k.id));
	}
}

static const char *const *names_of(struct mem *m, sqlite3_stmt *st, size_t n)
{
	const char **names = MEM_ARRAY(m, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		names[i] = mem_dup(m, sqlite3_column_name(st, (int)i));
	return names;
}

static const char *cell(struct mem *m, sqlite3_stmt *st, int col)
{
	const char *s = (const char *)sqlite3_column_text(st, col);
	return s ? mem_str(m, s, (size_t)sqlite3_column_bytes(st, col)) : NULL;
}

bool reg_facts(struct reg *r, struct mem *m, enum reg_fact what, struct reg_key k, struct reg_facts *f, struct diag *d)
{
	size_t n = 0, cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*f = (struct reg_facts){0};
	sqlite3_stmt *st = asked(r, what, k, d);
	if (!st)
		return false;
	f->cols = (size_t)sqlite3_column_count(st);
	f->names = names_of(m, st, f->cols);
	for (; reg_next(r, d, st); f->rows++)
		for (size_t i = 0; i < f->cols; i++) {
			MEM_ROOM_IN(m, f->cells, n, cap);
			f->cells[n++] = cell(m, st, (int)i);
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
