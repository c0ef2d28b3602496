/* agenda.c: which papers belong to a session, and agendas as announced. */
#include <string.h>

#include "register/reg.h"

bool reg_papers_for(struct reg *r, struct mem *m, const char *ort, const char *gremium, struct date day,
	const char *order, struct reg_paper **papers, size_t *n, struct diag *d)
{
	enum reg_sql q = order && !strcmp(order, "rolle") ? REG_SQL_PAPIERE_ROLLE
		: order && !strcmp(order, "datum")        ? REG_SQL_PAPIERE_DATUM
							  : REG_SQL_PAPIERE_NUMMER;
	size_t cap = 0, before = diag_count(d, DIAG_SYSTEM);
	*papers = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, d, q, "ssd", ort, gremium, day);
	while (st && reg_next(r, d, st)) {
		if (*n == cap) {
			size_t more = cap ? cap * 2 : 32;
			*papers = mem_grow(m, *papers, cap * sizeof **papers, more * sizeof **papers);
			cap = more;
		}
		(*papers)[(*n)++] = (struct reg_paper){
			.id = reg_text(m, st, 0),
			.nummer = reg_text(m, st, 1),
			.titel = reg_text(m, st, 2),
			.neutral = reg_text(m, st, 3),
			.path = reg_text(m, st, 4),
			.art = reg_text(m, st, 5),
			.rolle = doc_rolle_find((const char *)sqlite3_column_text(st, 6)),
			.oeffentlich = sqlite3_column_int(st, 7),
		};
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_session_on(struct reg *r, struct mem *m, const char *ort, const char *gremium, struct date day,
	const char **id)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_SITZUNG_TAG, "ssd", ort, gremium, day);
	if (!st || !reg_next(r, NULL, st))
		return false;
	if (id)
		*id = reg_text(m, st, 0);
	sqlite3_reset(st);
	return true;
}

bool reg_paper_by_number(struct reg *r, struct mem *m, const char *ort, const char *nummer, struct reg_known *known)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_PAPIER_NUMMER, "ss", ort, nummer);
	*known = (struct reg_known){0};
	if (!st || !reg_next(r, NULL, st))
		return false;
	const char *day = (const char *)sqlite3_column_text(st, 3);
	*known = (struct reg_known){.id = reg_text(m, st, 0),
		.titel = reg_text(m, st, 1),
		.path = reg_text(m, st, 2),
		.oeffentlich = sqlite3_column_int(st, 4)};
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
		if (!reg_do(r, d,
			    reg_bind(r, d, REG_SQL_TAGESORDNUNG_NEU, "sslissssssssiis", ort, session, when, it->order,
				    id ? id : "", it->nummer, it->titel, it->titel_intern, it->drucksache, it->paper_id,
				    it->paper_path, reg_role_name(it->rolle), (int)it->oeffentlich, (int)it->entfallen,
				    it->grund)))
			return false;
	}
	return true;
}

bool reg_agenda_draft(struct reg *r, const char *ort, const char *session, const struct doc_agenda *a, struct diag *d)
{
	bool ok = reg_do(r, d, reg_bind(r, d, REG_SQL_PUNKT_FORT, "ss", ort, session));
	for (size_t i = 0; ok && i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		const char *id = it->id ? it->id : it->paper_id;
		if (id && it->nummer)
			ok = reg_do(r, d,
				reg_bind(r, d, REG_SQL_PUNKT_NEU, "ssisssii", ort, session, it->order, id, it->nummer,
					it->titel, (int)it->oeffentlich, (int)it->entfallen));
	}
	return ok;
}

bool reg_agenda_kept(struct reg *r, struct mem *m, const char *ort, const char *session, struct doc_agenda_item **items,
	size_t *n)
{
	size_t cap = 0;
	*items = NULL;
	*n = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_TAGESORDNUNG_DA, "ss", ort, session);
	while (st && reg_next(r, NULL, st)) {
		if (*n == cap) {
			size_t more = cap ? cap * 2 : 32;
			*items = mem_grow(m, *items, cap * sizeof **items, more * sizeof **items);
			cap = more;
		}
		(*items)[(*n)++] = (struct doc_agenda_item){
			.id = reg_text(m, st, 0),
			.nummer = reg_text(m, st, 1),
			.order = sqlite3_column_int(st, 2),
			.titel = reg_text(m, st, 3),
			.titel_intern = reg_text(m, st, 4),
			.drucksache = reg_text(m, st, 5),
			.paper_id = reg_text(m, st, 6),
			.paper_path = reg_text(m, st, 7),
			.rolle = doc_rolle_find((const char *)sqlite3_column_text(st, 8)),
			.oeffentlich = sqlite3_column_int(st, 9),
			.entfallen = sqlite3_column_int(st, 10),
			.grund = reg_text(m, st, 11),
		};
	}
	return *n > 0;
}
