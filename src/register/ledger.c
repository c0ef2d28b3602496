/* ledger.c: what happened and what was issued: rows are added only. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "register/reg.h"

/* ---- events ---- */

static const char *event_name(enum reg_event e)
{
	switch (e) {
	case REG_AUFGENOMMEN:    return "aufgenommen";
	case REG_FREIGEGEBEN:    return "freigegeben";
	case REG_BEKANNTGEMACHT: return "bekanntgemacht";
	case REG_AUSGEGEBEN:     return "ausgegeben";
	case REG_ERGEBNIS:       return "ergebnis";
	}
	return "";
}

bool reg_event(struct reg *r, struct reg_key k, enum reg_event e, int64_t when, const char *detail, struct diag *d)
{
	return reg_run(r, d, REG_SQL_EREIGNIS_NEU, VAL(ort, k.ort), VAL(objekt, k.id), VAL(art, event_name(e)),
		VAL(wann, when), VAL(text, detail));
}

bool reg_has_event(struct reg *r, struct reg_key k, enum reg_event e, int64_t *when)
{
	sqlite3_stmt *st = reg_bind(
		r, NULL, REG_SQL_EREIGNIS_WANN, VAL(ort, k.ort), VAL(objekt, k.id), VAL(art, event_name(e)));
	if (!reg_next(r, NULL, st))
		return false;
	if (when)
		*when = reg_number_in(st, "wann");
	sqlite3_reset(st);
	return true;
}

struct reg_announced reg_announced(struct reg *r, struct mem *m, struct reg_key k)
{
	struct reg_announced a = {0};
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_EREIGNIS_MALE, VAL(ort, k.ort), VAL(objekt, k.id),
		VAL(art, event_name(REG_BEKANNTGEMACHT)));
	if (reg_next(r, NULL, st))
		a = (struct reg_announced){
			(int)reg_number_in(st, "anzahl"), reg_number_in(st, "wann"), reg_text(m, st, "text")};
	sqlite3_reset(st);
	return a;
}

bool reg_has_result(struct reg *r, struct reg_key k, const char *begins)
{
	sqlite3_stmt *st = reg_bind(
		r, NULL, REG_SQL_EREIGNIS_ERGEBNIS, VAL(ort, k.ort), VAL(objekt, k.id), VAL(text, begins));
	bool there = reg_next(r, NULL, st);
	sqlite3_reset(st);
	return there;
}

/* ---- names of issued files ---- */

/* The real path of the folder joined with the name, as the file itself may be renamed into place later. */
static char *absolute(struct mem *m, const char *file)
{
	char *dir = realpath(file_dir(m, file), NULL);
	char *cwd = dir ? NULL : getcwd(NULL, 0);
	char *path = dir ? file_join(m, dir, file_base(file)) : file_join(m, cwd ? cwd : "/", file);
	free(dir);
	free(cwd);
	return path;
}

char *reg_file_in(struct reg *r, struct mem *m, const char *file)
{
	char *to = absolute(m, file), *from = absolute(m, r->path);
	size_t same = 0;
	for (size_t i = 0; to[i] && to[i] == from[i]; i++)
		if (to[i] == '/')
			same = i + 1;
	struct buf b = {0};
	for (const char *p = from + same; *p; p++)
		if (*p == '/')
			buf_str(&b, "../");
	buf_str(&b, to + same);
	return buf_take(&b, m);
}

char *reg_file_out(struct reg *r, struct mem *m, const char *stored)
{
	return file_join(m, file_dir(m, r->path), stored);
}

/* ---- issued files ---- */

static bool is_there(struct reg *r, const struct reg_issue *it, const char *file, bool *there, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_AUSGEGEBEN_DA, VAL(ort, it->ort), VAL(objekt, it->object_id),
		VAL(art, it->kind), SUM(sha256, it->sha256, HASH_SHA256), VAL(datei, file));
	*there = st && reg_next(r, d, st);
	sqlite3_reset(st);
	return st != NULL;
}

static bool add_issue(struct reg *r, const struct reg_issue *it, const char *file, struct diag *d)
{
	bool ok = reg_run(r, d, REG_SQL_AUSGEGEBEN_NEU, VAL(ort, it->ort), VAL(objekt, it->object_id),
		VAL(art, it->kind), VAL(datei, file), SUM(sha256, it->sha256, HASH_SHA256),
		SUM(sha512, it->sha512, HASH_SHA512), SUM(quelle_sha256, it->source_sha256, HASH_SHA256),
		SUM(auszug_sha256, it->excerpt_sha256, HASH_SHA256),
		SUM(vorlage_sha256, it->template_sha256, HASH_SHA256), VAL(groesse, it->size), VAL(seiten, it->pages),
		VAL(oeffentlich, it->public), VAL(programm, it->program), VAL(wann, it->when),
		VAL(titel, it->titel));
	for (size_t i = 0; ok && i < it->nholds; i++)
		ok = reg_run(r, d, REG_SQL_ENTHAELT_NEU, VAL(objekt, it->holds[i].objekt),
			VAL(teil, it->holds[i].teil));
	return ok && (!it->public || !it->text || reg_run(r, d, REG_SQL_AUSGABETEXT_NEU, VAL(text, it->text)));
}

bool reg_issue(struct reg *r, const struct reg_issue *it, bool *added, struct diag *d)
{
	struct mem *m = mem_new();
	const char *file = reg_file_in(r, m, it->file);
	bool there, ok = is_there(r, it, file, &there, d);
	*added = ok && !there && add_issue(r, it, file, d);
	mem_free(m);
	return ok && (there || *added);
}

static void read_issue(struct reg *r, struct mem *m, sqlite3_stmt *st, struct reg_issue *it)
{
	*it = (struct reg_issue){0};
	it->ort = reg_text(m, st, "ort");
	it->object_id = reg_text(m, st, "objekt");
	it->kind = reg_text(m, st, "art");
	it->file = reg_file_out(r, m, reg_text(m, st, "datei"));
	reg_bytes(st, "sha256", it->sha256, HASH_SHA256);
	reg_bytes(st, "sha512", it->sha512, HASH_SHA512);
	reg_bytes(st, "quelle_sha256", it->source_sha256, HASH_SHA256);
	reg_bytes(st, "auszug_sha256", it->excerpt_sha256, HASH_SHA256);
	reg_bytes(st, "vorlage_sha256", it->template_sha256, HASH_SHA256);
	it->size = reg_number_in(st, "groesse");
	it->pages = (int)reg_number_in(st, "seiten");
	it->public = reg_number_in(st, "oeffentlich");
	it->program = reg_text(m, st, "programm");
	it->when = reg_number_in(st, "wann");
	it->lfd = reg_number_in(st, "lfd");
	it->titel = reg_text(m, st, "titel");
}

static bool get_issue(struct reg *r, struct mem *m, sqlite3_stmt *st, struct reg_issue *it)
{
	*it = (struct reg_issue){0};
	if (!reg_next(r, NULL, st))
		return false;
	read_issue(r, m, st, it);
	sqlite3_reset(st);
	return true;
}

bool reg_issue_find(struct reg *r, struct mem *m, const uint8_t sha256[32], struct reg_issue *it)
{
	return get_issue(r, m, reg_bind(r, NULL, REG_SQL_AUSGEGEBEN_DATEI, SUM(sha256, sha256, HASH_SHA256)), it);
}

bool reg_issue_by_source(struct reg *r, struct mem *m, const uint8_t sha256[32], struct reg_issue *it)
{
	return get_issue(r, m, reg_bind(r, NULL, REG_SQL_AUSGEGEBEN_QUELLE, SUM(sha256, sha256, HASH_SHA256)), it);
}

bool reg_issue_last(struct reg *r, struct mem *m, struct reg_key k, struct reg_issue *it)
{
	return get_issue(r, m, reg_bind(r, NULL, REG_SQL_AUSGEGEBEN_LETZTE, VAL(ort, k.ort), VAL(objekt, k.id)), it);
}

bool reg_issued(struct reg *r, struct mem *m, struct reg_key k, struct reg_issues *found, struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_issues){0};
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_AUSGEGEBEN_VON, VAL(ort, k.ort), VAL(objekt, k.id));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		read_issue(r, m, st, &found->all[found->n++]);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}
