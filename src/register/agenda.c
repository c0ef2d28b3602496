/* agenda.c: which papers belong to a session, and agendas as announced. */
#include <string.h>

#include "register/reg.h"

/* ["bauausschuss","umweltausschuss"]: ids have no character that JSON writes otherwise. */
static const char *bodies(struct mem *m, const struct reg_meeting *k)
{
	struct buf b = {0};
	buf_fmt(&b, "[\"%s\"", k->gremium);
	for (size_t i = 1; i < k->gremien.n; i++)
		buf_fmt(&b, ",\"%s\"", k->gremien.all[i]);
	buf_chr(&b, ']');
	return buf_take(&b, m);
}

bool reg_papers_for(struct reg *r, struct mem *m, const struct reg_meeting *k, const char *order,
	struct reg_papers *found, struct diag *d)
{
	enum reg_sql q = order && !strcmp(order, "rolle") ? REG_SQL_PAPIERE_ROLLE
		: order && !strcmp(order, "datum")        ? REG_SQL_PAPIERE_DATUM
							  : REG_SQL_PAPIERE_NUMMER;
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_papers){0};
	sqlite3_stmt *st = reg_bind(r, d, q, VAL(ort, k->ort), VAL(gremien, bodies(m, k)), VAL(datum, k->day),
		VAL(sitzung, k->id));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		found->all[found->n++] = (struct doc_agenda_paper){
			.id = reg_text(m, st, "id"),
			.nummer = reg_text(m, st, "nummer"),
			.titel = reg_text(m, st, "titel"),
			.neutral = reg_text(m, st, "neutral"),
			.path = reg_text(m, st, "pfad"),
			.rollen = reg_text(m, st, "rollen"),
			.dringlichkeit = reg_text(m, st, "dringlichkeit"),
			.oeffentlich = reg_number_in(st, "oeffentlich"),
			.zurueck = reg_number_in(st, "zurueck"),
		};
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_sessions_on(struct reg *r, struct mem *m, const struct reg_meeting *k, struct reg_sessions *found,
	struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_sessions){0};
	sqlite3_stmt *st = reg_bind(
		r, d, REG_SQL_SITZUNGEN_TAG, VAL(ort, k->ort), VAL(gremium, k->gremium), VAL(datum, k->day));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		found->all[found->n++] = (struct reg_session){
			reg_text(m, st, "id"), reg_text(m, st, "beginn"), reg_number_in(st, "abgesagt")};
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

struct reg_session_head reg_session_head(struct reg *r, struct mem *m, struct reg_key k)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_SITZUNG_BEKANNT, VAL(ort, k.ort), VAL(id, k.id));
	struct reg_session_head a = {0};
	if (reg_next(r, NULL, st)) {
		const char *said = reg_text(m, st, "bekanntmachung");
		if (said)
			date_parse(&a.day, said);
		a.nummer = reg_text(m, st, "nummer");
		a.code = reg_text(m, st, "code");
		a.haus = reg_text(m, st, "haus");
	}
	sqlite3_reset(st);
	return a;
}

struct doc_gremien reg_session_bodies(struct reg *r, struct mem *m, struct reg_key k)
{
	const char **all = NULL;
	size_t n = 0, cap = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_SITZUNGSGREMIEN, VAL(ort, k.ort), VAL(sitzung, k.id));
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, all, n, cap);
		all[n++] = reg_text(m, st, "gremium");
	}
	return (struct doc_gremien){all, n};
}

struct date reg_session_near(struct reg *r, const struct reg_meeting *k, int days)
{
	struct mem *m = mem_new();
	struct date near = {0};
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_SITZUNG_NAHE, VAL(ort, k->ort), VAL(gremium, k->gremium),
		VAL(datum, k->day), VAL(von, date_from_days(date_days(k->day) - days)),
		VAL(bis, date_from_days(date_days(k->day) + days)));
	if (reg_next(r, NULL, st))
		date_parse(&near, reg_text(m, st, "datum"));
	sqlite3_reset(st);
	mem_free(m);
	return near;
}

bool reg_papers_unclear(struct reg *r, struct mem *m, const struct reg_meeting *k, struct reg_papers *found,
	struct diag *d)
{
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*found = (struct reg_papers){0};
	sqlite3_stmt *st = reg_bind(
		r, d, REG_SQL_PAPIERE_UNKLAR, VAL(ort, k->ort), VAL(gremien, bodies(m, k)), VAL(datum, k->day));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, found->all, found->n, cap);
		found->all[found->n++] = (struct doc_agenda_paper){.id = reg_text(m, st, "id"),
			.nummer = reg_text(m, st, "nummer"),
			.path = reg_text(m, st, "pfad")};
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

size_t reg_standing(struct reg *r, struct mem *m, struct reg_key paper, struct date today, struct reg_standing **all)
{
	size_t n = 0, cap = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_TAGESORDNUNG_MIT, VAL(ort, paper.ort), VAL(papier, paper.id),
		VAL(heute, today));
	*all = NULL;
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, *all, n, cap);
		(*all)[n++] = (struct reg_standing){reg_text(m, st, "sitzung"), reg_text(m, st, "nummer"),
			reg_number_in(st, "fort")};
	}
	return n;
}

struct reg_due reg_session_due(struct reg *r, struct mem *m, struct reg_key k, struct date today)
{
	struct reg_due due = {0};
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_SITZUNG_FAELLIG, VAL(ort, k.ort), VAL(id, k.id),
		VAL(heute, today));
	if (reg_next(r, NULL, st)) {
		due.path = reg_text(m, st, "pfad");
		reg_bytes(st, "sha256", due.sha256, sizeof due.sha256);
	}
	sqlite3_reset(st);
	return due;
}

bool reg_paper_by_number(struct reg *r, struct mem *m, const char *ort, const char *nummer, struct reg_known *known)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_PAPIER_NUMMER, VAL(ort, ort), VAL(nummer, nummer));
	*known = (struct reg_known){0};
	if (!reg_next(r, NULL, st))
		return false;
	const char *day = reg_text(m, st, "datum");
	*known = (struct reg_known){.id = reg_text(m, st, "id"),
		.titel = reg_text(m, st, "titel"),
		.path = reg_text(m, st, "pfad"),
		.oeffentlich = reg_number_in(st, "oeffentlich")};
	if (day)
		date_parse(&known->datum, day);
	sqlite3_reset(st);
	return true;
}

bool reg_agenda_keep(struct reg *r, const char *ort, const char *session, const struct doc_agenda *a, int64_t when,
	struct diag *d)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		const char *id = it->id ? it->id : it->paper_id ? it->paper_id : doc_get(it->node, DOC_A_ID);
		if (!reg_run(r, d, REG_SQL_TAGESORDNUNG_NEU, VAL(ort, ort), VAL(sitzung, session), VAL(wann, when),
			    VAL(pos, it->order), VAL(id, id ? id : ""), VAL(nummer, it->nummer),
			    VAL(titel, it->titel), VAL(titel_intern, it->titel_intern),
			    VAL(drucksache, it->drucksache), VAL(papier, it->paper_id), VAL(pfad, it->paper_path),
			    VAL(rolle, it->rollen ? it->rollen : "unbekannt"), VAL(oeffentlich, it->oeffentlich),
			    VAL(entfallen, it->entfallen), VAL(grund, it->grund)))
			return false;
	}
	return true;
}

bool reg_agenda_draft(struct reg *r, const char *ort, const char *session, const struct doc_agenda *a, struct diag *d)
{
	bool ok = reg_run(r, d, REG_SQL_PUNKT_FORT, VAL(ort, ort), VAL(sitzung, session));
	for (size_t i = 0; ok && i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		const char *id = it->id ? it->id : it->paper_id;
		if (id && it->nummer)
			ok = reg_run(r, d, REG_SQL_PUNKT_NEU, VAL(ort, ort), VAL(sitzung, session),
				VAL(pos, it->order), VAL(id, id), VAL(nummer, it->nummer), VAL(titel, it->titel),
				VAL(oeffentlich, it->oeffentlich), VAL(entfallen, it->entfallen));
	}
	return ok;
}

bool reg_agenda_kept(struct reg *r, struct mem *m, const char *ort, const char *session, struct doc_agenda_item **items,
	size_t *n)
{
	size_t cap = 0;
	*items = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_TAGESORDNUNG_DA, VAL(ort, ort), VAL(sitzung, session));
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, *items, *n, cap);
		(*items)[(*n)++] = (struct doc_agenda_item){
			.id = reg_text(m, st, "id"),
			.nummer = reg_text(m, st, "nummer"),
			.order = (int)reg_number_in(st, "pos"),
			.titel = reg_text(m, st, "titel"),
			.titel_intern = reg_text(m, st, "titel_intern"),
			.drucksache = reg_text(m, st, "drucksache"),
			.paper_id = reg_text(m, st, "papier"),
			.paper_path = reg_text(m, st, "pfad"),
			.rollen = reg_text(m, st, "rolle"),
			.oeffentlich = reg_number_in(st, "oeffentlich"),
			.entfallen = reg_number_in(st, "entfallen"),
			.grund = reg_text(m, st, "grund"),
			.nachtrag = reg_number_in(st, "nachtrag"),
		};
	}
	return *n > 0;
}

struct reg_times reg_agenda_times(struct reg *r, struct reg_key k, const char *item)
{
	struct reg_times t = {0, 0};
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_TAGESORDNUNG_WANN, VAL(ort, k.ort), VAL(sitzung, k.id), VAL(id,
		item));
	if (reg_next(r, NULL, st))
		t = (struct reg_times){reg_number_in(st, "zuerst"), reg_number_in(st, "abgesetzt")};
	sqlite3_reset(st);
	return t;
}

struct reg_mappe reg_mappe_pages(struct reg *r, struct mem *m, struct reg_key k, const char *kind)
{
	struct reg_mappe all = {NULL, 0};
	size_t cap = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_MAPPENSEITE_VON, VAL(ort, k.ort), VAL(sitzung, k.id), VAL(art,
		kind));
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, all.all, all.n, cap);
		all.all[all.n++] = (struct reg_pages){reg_text(m, st, "objekt"), (int)reg_number_in(st, "erste"),
			(int)reg_number_in(st, "seiten")};
	}
	return all;
}

bool reg_mappe_keep(struct reg *r, struct reg_key k, const char *kind, const struct reg_mappe *p, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; ok && i < p->n; i++)
		ok = reg_run(r, d, REG_SQL_MAPPENSEITE_NEU, VAL(ort, k.ort), VAL(sitzung, k.id), VAL(art, kind),
			VAL(objekt, p->all[i].objekt), VAL(erste, p->all[i].from), VAL(seiten, p->all[i].pages));
	return ok;
}
