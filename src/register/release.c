/* release.c: releases: what a document was made of when it was released. */
#include "register/release.h"

#include <string.h>

#include "register/reg.h"

static bool add_files(struct reg *r, const struct reg_release *l, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; ok && i < l->nfiles; i++) {
		const struct reg_release_file *f = &l->files[i];
		ok = reg_run(r, d, REG_SQL_FREIGABE_DATEI_NEU, VAL(pfad, f->path),
			SUM(sha256, f->sha256, HASH_SHA256), SUM(zeilen, f->lines, (int64_t)f->nlines * REG_LINE));
	}
	return ok;
}

bool reg_release_add(struct reg *r, struct reg_key k, const struct reg_release *l, int64_t when, struct diag *d)
{
	bool ok = reg_run(r, d, REG_SQL_FREIGABE_NEU, VAL(ort, k.ort), VAL(objekt, k.id), VAL(wann, when),
			  VAL(titel, l->titel), VAL(neutral, l->neutral), VAL(stand, l->stand),
			  VAL(tage, l->tage ? l->tage : ""), VAL(oeffentlich, l->public)) &&
		add_files(r, l, d);
	for (size_t i = 0; ok && i < l->nparts; i++)
		ok = reg_run(r, d, REG_SQL_FREIGABE_TEIL_NEU, VAL(teil, l->parts[i].key),
			VAL(oeffentlich, l->parts[i].public));
	return ok;
}

static void read_files(struct reg *r, struct mem *m, struct reg_release *l)
{
	size_t cap = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_FREIGABE_DATEIEN, VAL(freigabe, l->lfd));
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, l->files, l->nfiles, cap);
		struct reg_release_file *f = &l->files[l->nfiles++];
		int at = reg_column(st, "zeilen"), n = sqlite3_column_bytes(st, at);
		const void *lines = sqlite3_column_blob(st, at);
		*f = (struct reg_release_file){.path = reg_text(m, st, "pfad"), .nlines = (size_t)n / REG_LINE,
			.lines = lines ? (const uint8_t *)mem_str(m, lines, (size_t)n) : NULL};
		reg_bytes(st, "sha256", f->sha256, HASH_SHA256);
	}
}

const char *reg_hidden_part(struct reg *r, struct mem *m, const struct reg_part *p)
{
	for (int by_bytes = 0; by_bytes <= (p->sha256 != NULL); by_bytes++) {
		sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_TEIL_VERBORGEN, VAL(ort, p->of.ort),
			VAL(objekt, p->of.id), VAL(teil, p->teil),
			SUM(sha256, by_bytes ? p->sha256 : NULL, HASH_SHA256));
		const bool hidden = reg_next(r, NULL, st) && reg_number_in(st, "verborgen");
		const char *was = hidden ? reg_text(m, st, "teil") : NULL;
		sqlite3_reset(st);
		if (was)
			return was;
	}
	return NULL;
}

static const char *first_text(struct reg *r, struct mem *m, sqlite3_stmt *st, const char *name)
{
	const char *text = reg_next(r, NULL, st) ? reg_text(m, st, name) : NULL;
	sqlite3_reset(st);
	return text;
}

const char *reg_hidden_elsewhere(struct reg *r, struct mem *m, const struct reg_part *p)
{
	return first_text(r, m,
		reg_bind(r, NULL, REG_SQL_TEIL_ANDERSWO, VAL(ort, p->of.ort), VAL(objekt, p->of.id),
			SUM(sha256, p->sha256, HASH_SHA256)),
		"wo");
}

const char *reg_withdrawn_title(struct reg *r, struct mem *m, struct reg_key k, const char *titel)
{
	return first_text(r, m,
		reg_bind(r, NULL, REG_SQL_TITEL_ZURUECK, VAL(ort, k.ort), VAL(objekt, k.id), VAL(titel, titel)),
		"wer");
}

size_t reg_other_towns(struct reg *r, struct mem *m, const char *ort, const char ***towns)
{
	size_t n = 0, cap = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_ORTE_SONST, VAL(ort, ort));
	*towns = NULL;
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, *towns, n, cap);
		(*towns)[n++] = reg_text(m, st, "ort");
	}
	return n;
}

bool reg_release_last(struct reg *r, struct mem *m, struct reg_key k, struct reg_release *l)
{
	return reg_release_before(r, m, k, 0, l);
}

bool reg_release_before(struct reg *r, struct mem *m, struct reg_key k, int64_t issued, struct reg_release *l)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_FREIGABE_LETZTE, VAL(ort, k.ort), VAL(objekt, k.id),
		VAL(vor, issued));
	*l = (struct reg_release){0};
	if (!reg_next(r, NULL, st))
		return false;
	*l = (struct reg_release){.titel = reg_text(m, st, "titel"),
		.neutral = reg_text(m, st, "neutral"),
		.stand = reg_text(m, st, "stand"),
		.tage = reg_text(m, st, "tage"),
		.public = reg_number_in(st, "oeffentlich"),
		.lfd = reg_number_in(st, "lfd"),
		.when = reg_number_in(st, "wann"),
		.early = reg_number_in(st, "alt"),
		.withdrawn = reg_number_in(st, "zurueck"),
		.issued = reg_number_in(st, "ausgegeben")};
	sqlite3_reset(st);
	read_files(r, m, l);
	return true;
}
