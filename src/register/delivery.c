/* delivery.c: hand-overs and receipts. */
#include "register/delivery.h"

#include <string.h>

#include "register/reg.h"

static void get_sum(sqlite3_stmt *st, int col, uint8_t to[HASH_SHA512])
{
	const void *p = sqlite3_column_blob(st, col);
	if (p && sqlite3_column_bytes(st, col) == HASH_SHA512)
		memcpy(to, p, HASH_SHA512);
}

static bool get_delivery(struct reg *r, struct mem *m, sqlite3_stmt *st, struct reg_delivery *v)
{
	*v = (struct reg_delivery){0};
	if (!st || !reg_next(r, NULL, st))
		return false;
	*v = (struct reg_delivery){
		.lfd = sqlite3_column_int64(st, 0),
		.ort = reg_text(m, st, 1),
		.objekt = reg_text(m, st, 2),
		.art = reg_text(m, st, 3),
		.datei = reg_text(m, st, 4),
		.ausgegeben = sqlite3_column_int64(st, 5),
		.fassung = sqlite3_column_int(st, 6),
		.ersetzt = sqlite3_column_int64(st, 7),
		.ersetzt_kennung = reg_text(m, st, 8),
		.ersetzt_adresse = reg_text(m, st, 9),
		.when = sqlite3_column_int64(st, 10),
		.ersetzt_datei = reg_text(m, st, 11),
		.ersetzt_fassung = sqlite3_column_int(st, 12),
	};
	get_sum(st, 13, v->ersetzt_sha512);
	sqlite3_reset(st);
	return true;
}

bool reg_delivery(struct reg *r, struct mem *m, const struct reg_issue *is, const char *datei, int64_t now,
	struct reg_delivery *v, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	if (get_delivery(r, m, reg_bind(r, d, REG_SQL_ABGABE_DA, "l", is->lfd), v))
		return true;
	*v = (struct reg_delivery){.ort = is->ort,
		.objekt = is->object_id,
		.art = is->kind,
		.datei = datei,
		.ausgegeben = is->lfd,
		.fassung = 1,
		.when = now};
	sqlite3_stmt *st =
		reg_bind(r, d, REG_SQL_ABGABE_VORIGE, "sssi", is->ort, is->object_id, is->kind, (int)is->public);
	if (st && reg_next(r, d, st)) {
		v->ersetzt = sqlite3_column_int64(st, 0);
		v->ersetzt_datei = reg_text(m, st, 1);
		v->ersetzt_fassung = sqlite3_column_int(st, 2);
		v->fassung = v->ersetzt_fassung + 1;
		get_sum(st, 3, v->ersetzt_sha512);
		v->ersetzt_kennung = reg_text(m, st, 4);
		v->ersetzt_adresse = reg_text(m, st, 5);
		sqlite3_reset(st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_deliver(struct reg *r, const struct reg_delivery *v, struct diag *d)
{
	return reg_do(r, d,
		reg_bind(r, d, REG_SQL_ABGABE_NEU, "sssslilssl", v->ort, v->objekt, v->art, v->datei, v->ausgegeben,
			v->fassung, v->ersetzt, v->ersetzt_kennung, v->ersetzt_adresse, v->when));
}

bool reg_delivered(struct reg *r, struct mem *m, const uint8_t sha512[HASH_SHA512], struct reg_delivery *v)
{
	return get_delivery(r, m, reg_bind(r, NULL, REG_SQL_ABGABE_SUMME, "H", sha512), v);
}

static bool same(const char *a, sqlite3_stmt *st, int col)
{
	const char *b = (const char *)sqlite3_column_text(st, col);
	return a && b ? !strcmp(a, b) : a == b;
}

bool reg_receipt(struct reg *r, const struct reg_delivery *v, const struct reg_receipt *q, int64_t when, bool *added,
	struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_QUITTUNG_LETZTE, "l", v->lfd);
	*added = false;
	if (!st)
		return false;
	if (reg_next(r, d, st)) {
		bool known = same(q->kennung, st, 0) && same(q->adresse, st, 1) && same(q->grund, st, 2);
		sqlite3_reset(st);
		if (known)
			return true;
	}
	return *added = reg_do(r, d,
		       reg_bind(r, d, REG_SQL_QUITTUNG_NEU, "lsssl", v->lfd, q->kennung, q->adresse, q->grund, when));
}
