/* delivery.c: hand-overs and receipts. */
#include "register/delivery.h"

#include <string.h>

#include "register/reg.h"

static bool get_delivery(struct reg *r, struct mem *m, sqlite3_stmt *st, struct reg_delivery *v)
{
	*v = (struct reg_delivery){0};
	if (!reg_next(r, NULL, st))
		return false;
	*v = (struct reg_delivery){
		.lfd = reg_number_in(st, "lfd"),
		.ort = reg_text(m, st, "ort"),
		.objekt = reg_text(m, st, "objekt"),
		.art = reg_text(m, st, "art"),
		.datei = reg_text(m, st, "datei"),
		.ausgegeben = reg_number_in(st, "ausgegeben"),
		.fassung = (int)reg_number_in(st, "fassung"),
		.ersetzt = reg_number_in(st, "ersetzt"),
		.ersetzt_kennung = reg_text(m, st, "ersetzt_kennung"),
		.ersetzt_adresse = reg_text(m, st, "ersetzt_adresse"),
		.when = reg_number_in(st, "wann"),
		.ersetzt_datei = reg_text(m, st, "ersetzt_datei"),
		.ersetzt_fassung = (int)reg_number_in(st, "ersetzt_fassung"),
	};
	reg_bytes(st, "ersetzt_sha512", v->ersetzt_sha512, HASH_SHA512);
	sqlite3_reset(st);
	return true;
}

bool reg_delivery(struct reg *r, struct mem *m, const struct reg_issue *is, struct reg_delivery *v, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	const char *datei = v->datei;
	int64_t now = v->when;
	if (get_delivery(r, m, reg_bind(r, d, REG_SQL_ABGABE_DA, VAL(ausgegeben, is->lfd)), v))
		return true;
	*v = (struct reg_delivery){.ort = is->ort,
		.objekt = is->object_id,
		.art = is->kind,
		.datei = datei,
		.ausgegeben = is->lfd,
		.fassung = 1,
		.when = now};
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_ABGABE_VORIGE, VAL(ort, is->ort), VAL(objekt, is->object_id),
		VAL(art, is->kind), VAL(oeffentlich, is->public));
	if (reg_next(r, d, st)) {
		v->ersetzt = reg_number_in(st, "lfd");
		v->ersetzt_datei = reg_text(m, st, "datei");
		v->ersetzt_fassung = (int)reg_number_in(st, "fassung");
		v->fassung = v->ersetzt_fassung + 1;
		reg_bytes(st, "sha512", v->ersetzt_sha512, HASH_SHA512);
		v->ersetzt_kennung = reg_text(m, st, "kennung");
		v->ersetzt_adresse = reg_text(m, st, "adresse");
		sqlite3_reset(st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_deliver(struct reg *r, const struct reg_delivery *v, struct diag *d)
{
	return reg_run(r, d, REG_SQL_ABGABE_NEU, VAL(ort, v->ort), VAL(objekt, v->objekt), VAL(art, v->art),
		VAL(datei, v->datei), VAL(ausgegeben, v->ausgegeben), VAL(fassung, v->fassung),
		VAL(ersetzt, v->ersetzt), VAL(ersetzt_kennung, v->ersetzt_kennung),
		VAL(ersetzt_adresse, v->ersetzt_adresse), VAL(wann, v->when));
}

bool reg_delivered(struct reg *r, struct mem *m, const uint8_t sha512[HASH_SHA512], struct reg_delivery *v)
{
	return get_delivery(r, m, reg_bind(r, NULL, REG_SQL_ABGABE_SUMME, SUM(sha512, sha512, HASH_SHA512)), v);
}

static bool same(const char *a, sqlite3_stmt *st, const char *column)
{
	const char *b = (const char *)sqlite3_column_text(st, reg_column(st, column));
	return a && b ? !strcmp(a, b) : a == b;
}

bool reg_receipt(struct reg *r, const struct reg_delivery *v, const struct reg_receipt *q, int64_t when, bool *added,
	struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_QUITTUNG_LETZTE, VAL(abgabe, v->lfd));
	*added = false;
	if (!st)
		return false;
	if (reg_next(r, d, st)) {
		bool known = same(q->kennung, st, "kennung") && same(q->adresse, st, "adresse") &&
			same(q->grund, st, "grund");
		sqlite3_reset(st);
		if (known)
			return true;
	}
	return *added = reg_run(r, d, REG_SQL_QUITTUNG_NEU, VAL(abgabe, v->lfd), VAL(kennung, q->kennung),
		       VAL(adresse, q->adresse), VAL(grund, q->grund), VAL(wann, when));
}
