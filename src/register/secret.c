/* secret.c: the secret that ids of what is not public are made with. An id that is a plain digest proves a guess:
 * whoever tries the names of papers finds out which one hides behind a neutral title. */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "register/oparl.h"
#include "register/reg.h"

static bool given(const char *hex, uint8_t *key, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < 2 * n; i++) {
		const char *at = hex[i] ? strchr(digits, hex[i]) : NULL;
		if (!at)
			return false;
		key[i / 2] = (uint8_t)(key[i / 2] << 4 | (at - digits));
	}
	return !hex[2 * n];
}

static bool make(struct reg *r, struct reg_secret *s, struct diag *d)
{
	const char *hex = getenv("RATSSATZ_SCHLUESSEL");
	if (hex && !given(hex, s->key, sizeof s->key)) {
		diag_sys(d, "REGISTERSCHLUESSEL", r->path, 0,
			"RATSSATZ_SCHLUESSEL ist kein Schlüssel, erwartet werden 64 Ziffern 0 bis 9 und a bis f; bitte "
			"weglassen, dann macht das Register seinen Schlüssel selbst");
		return false;
	}
	if (!hex && getrandom(s->key, sizeof s->key, 0) != (ssize_t)sizeof s->key) {
		diag_sys(d, "REGISTERSCHLUESSEL", r->path, 0,
			"Das Betriebssystem gibt keinen Zufall her, erwartet werden 32 Byte für den Schlüssel des "
			"Registers; bitte später noch einmal aufrufen");
		return false;
	}
	return reg_exec(r, d, "DELETE FROM geheimnis") &&
		reg_run(r, d, REG_SQL_GEHEIMNIS_NEU, SUM(schluessel, s->key, sizeof s->key));
}

bool reg_secret(struct reg *r, struct reg_secret *s, struct diag *d)
{
	*s = (struct reg_secret){.fresh = true};
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_GEHEIMNIS);
	if (!reg_next(r, d, st))
		return st && make(r, s, d);
	reg_bytes(st, "schluessel", s->key, sizeof s->key);
	s->fresh = !reg_number_in(st, "angewandt");
	sqlite3_reset(st);
	return true;
}

bool reg_secret_read(sqlite3 *db, uint8_t key[32])
{
	sqlite3_stmt *st = NULL;
	bool there = sqlite3_prepare_v2(db, "SELECT schluessel FROM geheimnis WHERE length(schluessel) = 32", -1, &st,
			     NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;
	if (there)
		memcpy(key, sqlite3_column_blob(st, 0), 32);
	sqlite3_finalize(st);
	return there;
}

bool reg_secret_keep(sqlite3 *db, const uint8_t key[32])
{
	sqlite3_stmt *st = NULL;
	bool ok = sqlite3_prepare_v2(db,
			  "INSERT INTO geheimnis VALUES (1, ?1, 0) ON CONFLICT (nr) DO UPDATE SET"
			  " schluessel = excluded.schluessel, angewandt = 0 WHERE excluded.schluessel <> schluessel",
			  -1, &st, NULL) == SQLITE_OK &&
		sqlite3_bind_blob(st, 1, key, 32, SQLITE_STATIC) == SQLITE_OK &&
		sqlite3_step(st) == SQLITE_DONE;
	sqlite3_finalize(st);
	return ok;
}

bool reg_secret_there(struct reg *r)
{
	return reg_ask(r->db, "SELECT count(*) FROM geheimnis WHERE angewandt = 1") == 1;
}

bool reg_secret_applied(struct reg *r, struct diag *d)
{
	return reg_run(r, d, REG_SQL_GEHEIMNIS_GILT);
}

bool reg_oparl_hidden(struct reg *r, struct mem *m, struct reg_oparls *found, struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_oparls){0};
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_OPARL_VERBORGEN);
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		found->all[found->n++] = (struct reg_oparl){.lfd = reg_number_in(st, "lfd"),
			.typ = "AgendaItem",
			.ort = reg_text(m, st, "ort"),
			.schluessel = reg_text(m, st, "schluessel"),
			.kennung = reg_text(m, st, "kennung"),
			.quelle = reg_text(m, st, "quelle"),
			.geloescht = reg_number_in(st, "geloescht") != 0};
	}
	return st && diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_oparl_rename(struct reg *r, const struct reg_oparl *o, struct diag *d)
{
	return reg_run(r, d, REG_SQL_OPARL_UMBENANNT, VAL(lfd, o->lfd), VAL(schluessel, o->schluessel),
		       VAL(kennung, o->kennung), VAL(inhalt, o->inhalt)) &&
		reg_run(r, d, REG_SQL_MERKE_QUELLE, VAL(ort, o->ort), VAL(quelle, o->quelle));
}
