/* withdrawal.c: what was taken back: the rows say so, nothing is removed. */
#include <stdlib.h>
#include <string.h>

#include "register/reg.h"
#include "register/release.h"

static int64_t first_of(struct reg *r, sqlite3_stmt *st)
{
	int64_t n = reg_next(r, NULL, st) ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_reset(st);
	return n;
}

static bool take_back(struct reg *r, const struct reg_withdrawal *w, const char *teil, int64_t when, bool *any,
	struct diag *d)
{
	const char *ort = w->key.ort, *objekt = w->key.id;
	const bool public = first_of(r,
		reg_bind(r, d, REG_SQL_ZURUECK_WAS, VAL(ort, ort), VAL(objekt, objekt), VAL(teil, teil)));
	*any |= public;
	return !public ||
		(reg_run(r, d, REG_SQL_ZURUECK_NEU, VAL(ort, ort), VAL(objekt, objekt), VAL(teil, teil),
			 VAL(grund, w->grund), VAL(wann, when)) &&
			reg_run(r, d, REG_SQL_ZURUECK_DATEIEN, VAL(ort, ort), VAL(objekt, objekt), VAL(teil, teil)) &&
			reg_run(r, d, REG_SQL_ZURUECK_PUNKTE, VAL(ort, ort), VAL(objekt, objekt), VAL(teil, teil),
				VAL(neutral, w->neutral), VAL(wann, when)));
}

/* Other keys of the same bytes. */
static const char **alike(struct reg *r, struct mem *m, const struct reg_withdrawal *w, size_t *n, struct diag *d)
{
	size_t cap = 0;
	const char **teile = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_TEIL_GLEICH, VAL(ort, w->key.ort), VAL(objekt, w->key.id),
		VAL(teil, w->teil), SUM(sha256, w->sha256, HASH_SHA256));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, teile, *n, cap);
		teile[(*n)++] = reg_text(m, st, "teil");
	}
	return teile;
}

bool reg_withdraw(struct reg *r, const struct reg_withdrawal *w, int64_t when, bool *any, struct diag *d)
{
	struct mem *m = mem_new();
	size_t n = 0;
	const char **teile = w->alike ? alike(r, m, w, &n, d) : NULL;
	*any = false;
	bool ok = take_back(r, w, w->teil, when, any, d);
	for (size_t i = 0; ok && i < n; i++)
		ok = take_back(r, w, teile[i], when, any, d);
	mem_free(m);
	return ok;
}

bool reg_lay(struct reg *r, const struct reg_laid *l, int64_t when, struct diag *d)
{
	struct mem *m = mem_new();
	bool ok = reg_run(r, d, REG_SQL_ABGELEGT_NEU, VAL(ort, l->key.ort), VAL(objekt, l->key.id), VAL(art, l->kind),
		VAL(datei, reg_file_in(r, m, l->file)), SUM(sha256, l->sha256, HASH_SHA256), VAL(wann, when));
	mem_free(m);
	return ok;
}

struct lies { const char *file; const uint8_t *sha256; bool there; };

static int by_file(const void *a, const void *b)
{
	const struct lies *x = a, *y = b;
	const int c = strcmp(x->file, y->file);
	return c ? c : memcmp(x->sha256, y->sha256, HASH_SHA256);
}

/* Which of them lie there is asked once: a package has several files for each of its papers. */
static bool lay_for(struct reg *r, const struct reg_laid *one, struct lies *at, size_t n, int64_t when, struct diag *d)
{
	struct mem *m = mem_new();
	uint8_t sum[HASH_SHA256];
	bool ok = true;
	for (size_t i = 0; i < n; i++)
		at[i].there = false;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_ABGELEGT_VON, VAL(ort, one->key.ort), VAL(objekt, one->key.id));
	while (reg_next(r, d, st)) {
		reg_bytes(st, "sha256", sum, HASH_SHA256);
		const struct lies is = {.file = reg_text(m, st, "datei"), .sha256 = sum};
		struct lies *known = bsearch(&is, at, n, sizeof *at, by_file);
		if (known)
			known->there = true;
	}
	for (size_t i = 0; ok && i < n; i++)
		ok = at[i].there ||
			reg_run(r, d, REG_SQL_ABGELEGT_MEHR, VAL(ort, one->key.ort), VAL(objekt, one->key.id),
				VAL(art, one->kind), VAL(datei, at[i].file), SUM(sha256, at[i].sha256, HASH_SHA256),
				VAL(wann, when));
	mem_free(m);
	return ok;
}

bool reg_lay_all(struct reg *r, const struct reg_keys *keys, const struct reg_laid *files, size_t n, int64_t when,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct lies *at = MEM_ARRAY(m, struct lies, n + 1);
	bool ok = true;
	for (size_t i = 0; i < n; i++)
		at[i] = (struct lies){.file = reg_file_in(r, m, files[i].file), .sha256 = files[i].sha256};
	qsort(at, n, sizeof *at, by_file);
	for (size_t i = 0; ok && n && i < keys->n; i++)
		ok = lay_for(r, &(struct reg_laid){.key = keys->all[i], .kind = files->kind}, at, n, when, d);
	mem_free(m);
	return ok;
}

/* The rows "datei", "sha256", "was", "lfd" of a statement. */
static bool files_of(struct reg *r, struct mem *m, sqlite3_stmt *st, struct reg_issues *found, struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_issues){0};
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		struct reg_issue *it = &found->all[found->n++];
		*it = (struct reg_issue){
			.file = reg_file_out(r, m, reg_text(m, st, "datei")),
			.kind = reg_text(m, st, "was"), .lfd = reg_number_in(st, "lfd")};
		reg_bytes(st, "sha256", it->sha256, HASH_SHA256);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_withdrawn_files(struct reg *r, struct mem *m, struct reg_key k, struct reg_issues *found, struct diag *d)
{
	return files_of(r, m, reg_bind(r, d, REG_SQL_ZURUECK_LIEGT, VAL(ort, k.ort), VAL(objekt, k.id)), found, d);
}

bool reg_mentions(struct reg *r, struct mem *m, struct reg_key k, struct reg_issues *found, struct diag *d)
{
	return files_of(r, m, reg_bind(r, d, REG_SQL_NENNT_NOCH, VAL(ort, k.ort), VAL(objekt, k.id)), found, d);
}

bool reg_laid_before(struct reg *r, struct mem *m, const struct reg_laid *l, struct reg_issues *found, struct diag *d)
{
	return files_of(r, m,
		reg_bind(r, d, REG_SQL_ABGELEGT_ART, VAL(art, l->kind), VAL(ort, l->key.ort), VAL(objekt, l->key.id)),
		found, d);
}

bool reg_withdrawn_ids(struct reg *r, struct mem *m, struct reg_key k, const char *const **ids, size_t *n,
	struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	const char **all = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_ZURUECK_KENNUNGEN, VAL(ort, k.ort), VAL(objekt, k.id));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, all, *n, cap);
		all[(*n)++] = reg_text(m, st, "kennung");
	}
	*ids = all;
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_knows_file(struct reg *r, const char *file, const uint8_t sha256[HASH_SHA256])
{
	struct mem *m = mem_new();
	bool known = first_of(r,
		reg_bind(r, NULL, REG_SQL_LIEGT_BEKANNT, VAL(datei, reg_file_in(r, m, file)),
			SUM(sha256, sha256, HASH_SHA256)));
	mem_free(m);
	return known;
}

int64_t reg_sources_gone(struct reg *r, struct mem *m, const char **nummer)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_QUELLE_FEHLT);
	const int64_t n = reg_next(r, NULL, st) ? reg_number_in(st, "anzahl") : 0;
	*nummer = n ? reg_text(m, st, "nummer") : NULL;
	sqlite3_reset(st);
	return n;
}

bool reg_is_withdrawn(struct reg *r, int64_t issued)
{
	return first_of(r, reg_bind(r, NULL, REG_SQL_ZURUECK_IST, VAL(ausgegeben, issued)));
}

bool reg_is_taken_back(struct reg *r, struct reg_key k)
{
	return first_of(r, reg_bind(r, NULL, REG_SQL_ZURUECK_GANZ, VAL(ort, k.ort), VAL(objekt, k.id)));
}

bool reg_agenda_taken_back(struct reg *r, struct reg_key session, int64_t since)
{
	return first_of(r,
		reg_bind(r, NULL, REG_SQL_ZURUECK_SEIT, VAL(ort, session.ort), VAL(sitzung, session.id),
			VAL(wann, since)));
}

bool reg_taken_back(struct reg *r, struct mem *m, struct reg_key k, struct reg_taken_back *back)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_ZURUECK_WANN, VAL(ort, k.ort), VAL(objekt, k.id));
	const bool is = reg_next(r, NULL, st);
	if (is)
		*back = (struct reg_taken_back){reg_number_in(st, "wann"), reg_text(m, st, "grund")};
	sqlite3_reset(st);
	return is;
}

/* The rows "ort", "objekt" of a statement. */
static struct reg_keys keys_of(struct reg *r, struct mem *m, sqlite3_stmt *st, struct diag *d)
{
	struct reg_keys k = {0};
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, k.all, k.n, cap);
		k.all[k.n++] = reg_key(reg_text(m, st, "ort"), reg_text(m, st, "objekt"));
	}
	k.ok = diag_count(d, DIAG_SYSTEM) == before;
	return k;
}

struct reg_keys reg_papers_with(struct reg *r, struct mem *m, const char *teil, const uint8_t *sha256, struct diag *d)
{
	return keys_of(r, m,
		reg_bind(r, d, REG_SQL_TEIL_VON, VAL(teil, teil), SUM(sha256, sha256, HASH_SHA256)), d);
}

struct reg_keys reg_released_from(struct reg *r, struct mem *m, const char *path, struct diag *d)
{
	return keys_of(r, m, reg_bind(r, d, REG_SQL_DATEI_VON, VAL(pfad, path)), d);
}

struct reg_keys reg_released_with(struct reg *r, struct mem *m, const char *path, struct diag *d)
{
	return keys_of(r, m, reg_bind(r, d, REG_SQL_DATEI_IN, VAL(pfad, path)), d);
}

struct reg_keys reg_called(struct reg *r, struct mem *m, const char *id, struct diag *d)
{
	return keys_of(r, m, reg_bind(r, d, REG_SQL_KENNUNG_VON, VAL(id, id)), d);
}

struct reg_keys reg_held_by(struct reg *r, struct mem *m, int64_t issued, struct diag *d)
{
	return keys_of(r, m, reg_bind(r, d, REG_SQL_ENTHAELT_WESSEN, VAL(ausgegeben, issued)), d);
}

bool reg_outside(struct reg *r, struct reg_key k, reg_line *line, void *arg, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_DRAUSSEN, VAL(ort, k.ort), VAL(objekt, k.id));
	while (reg_next(r, d, st))
		line(arg, (const char *)sqlite3_column_text(st, 0));
	return diag_count(d, DIAG_SYSTEM) == before;
}
