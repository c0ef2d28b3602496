/* index.c: the index of content/<ort>: offices, sessions, papers. A document taken in again replaces its rows. */
#include <string.h>

#include "register/reg.h"

const char *reg_role_name(enum doc_rolle rolle)
{
	switch (rolle) {
	case DOC_ANHOERUNG:     return "anhoerung";
	case DOC_VORBERATUNG:   return "vorberatung";
	case DOC_ENTSCHEIDUNG:  return "entscheidung";
	case DOC_KENNTNISNAHME: return "kenntnisnahme";
	default:                return "unbekannt";
	}
}

/* An id stands for one file: the same id in a second one would share its number. */
static bool same_file(struct reg *r, enum reg_sql q, const struct reg_source *src, const char *id, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, q, "ss", src->ort, id);
	if (!st)
		return false;
	if (!reg_next(r, d, st))
		return true;
	const char *path = (const char *)sqlite3_column_text(st, 0);
	bool same = path && !strcmp(path, src->path);
	if (!same)
		diag_error(d, "DOPPELTAUFGENOMMEN", src->path, 0,
			"Die Kennung id=\"%s\" gehört im Register schon zu %s, erwartet wird eine eigene; bitte die id "
			"ändern "
			"oder, wenn die Datei nur verschoben wurde, „ratssatz register neu-aufbauen“ aufrufen",
			id, path ? path : "einer anderen Datei");
	sqlite3_reset(st);
	return same;
}

/* ---- papers and sessions ---- */

static bool put_steps(struct reg *r, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	for (size_t i = 0; i < v->nberatungen; i++) {
		const struct doc_beratung *b = &v->beratungen[i];
		if (!reg_do(r, d,
			    reg_bind(r, d, REG_SQL_BERATUNG_NEU, "ssisdsiiss", ort, v->id, (int)i,
				    b->gremium ? b->gremium : "", b->datum,
				    b->rolle_id ? b->rolle_id : reg_role_name(b->rolle), (int)b->massgeblich,
				    (int)b->oeffentlich, b->top, b->ergebnis)))
			return false;
	}
	return true;
}

/* The number the register gave; else the one written, with its supplement. */
static char *paper_number(struct reg *r, struct mem *m, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_VON, "ss", ort, v->id);
	if (st && reg_next(r, d, st)) {
		char *given = reg_text(m, st, 0);
		sqlite3_reset(st);
		return given;
	}
	if (v->nummer && v->ergaenzung)
		return mem_fmt(m, "%s %d. Ergänzung", v->nummer, v->ergaenzung);
	return v->nummer ? mem_dup(m, v->nummer) : NULL;
}

static bool put_keywords(struct reg *r, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	int pos = 0;
	bool ok = true;
	for (const struct doc_node *n = doc_child(doc_child(v->node, DOC_ANGABEN), DOC_SCHLAGWORT); ok && n;
		n = doc_next(n, DOC_SCHLAGWORT))
		if (doc_get(n, DOC_A_NAME))
			ok = reg_do(r, d,
				reg_bind(r, d, REG_SQL_SCHLAGWORT_NEU, "ssis", ort, v->id, pos++,
					doc_get(n, DOC_A_NAME)));
	return ok;
}

bool reg_put_paper(struct reg *r, const struct reg_source *src, const struct doc_vorlage *v, const char *fulltext,
	struct diag *d)
{
	const char *titel = v->betreff ? v->betreff : "";
	if (!v->id || !same_file(r, REG_SQL_PAPIER_PFAD, src, v->id, d))
		return false;
	struct mem *m = mem_new();
	bool ok = reg_do(r, d, reg_bind(r, d, REG_SQL_PAPIER_FORT, "ss", src->ort, v->id)) &&
		reg_do(r, d,
			reg_bind(r, d, REG_SQL_PAPIER_NEU, "ssssdisssssh", src->ort, v->id, v->art ? v->art : "vorlage",
				paper_number(r, m, src->ort, v, d), v->datum, (int)v->oeffentlich, titel, v->neutral,
				v->federfuehrung, v->praesentiert, src->path, src->sha256)) &&
		put_steps(r, src->ort, v, d) && put_keywords(r, src->ort, v, d) &&
		reg_put_text(r, &(struct reg_key){src->ort, v->id, "vorlage"}, titel, fulltext, d);
	mem_free(m);
	return ok;
}

bool reg_index_paper(struct reg *r, const struct reg_source *src, const struct doc *doc, const char *fulltext,
	struct diag *d)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct buf words = {0};
	if (!v)
		return false;
	if (!fulltext)
		reg_fulltext(&words, doc);
	bool ok = reg_put_paper(r, src, v, fulltext ? fulltext : words.data ? words.data : "", d);
	buf_free(&words);
	return ok;
}

/* One place of meeting is one location, whatever session names it. */
static bool put_place(struct reg *r, const char *ort, const struct doc_sitzung *s, struct diag *d)
{
	const struct doc_node *n = s->sitzungsort;
	if (!n)
		return true;
	const char *name = doc_get(n, DOC_A_NAME), *strasse = doc_get(n, DOC_A_STRASSE), *plz = doc_get(n, DOC_A_PLZ),
		   *town = doc_get(n, DOC_A_ORT);
	struct buf key = {0};
	buf_fmt(&key, "%s|%s|%s|%s", name ? name : "", strasse ? strasse : "", plz ? plz : "", town ? town : "");
	bool ok = reg_do(r, d,
		reg_bind(r, d, REG_SQL_SITZUNGSORT_NEU, "sssssss", ort, s->id, key.data, name, strasse, plz, town));
	buf_free(&key);
	return ok;
}

bool reg_put_session(struct reg *r, const struct reg_source *src, const struct doc_sitzung *s, struct diag *d)
{
	struct buf day = {0};
	if (!s->id || !same_file(r, REG_SQL_SITZUNG_PFAD, src, s->id, d))
		return false;
	if (s->datum.year)
		date_put_iso(&day, s->datum);
	bool ok = reg_do(r, d, reg_bind(r, d, REG_SQL_SITZUNG_FORT, "ss", src->ort, s->id)) &&
		reg_do(r, d,
			reg_bind(r, d, REG_SQL_SITZUNG_NEU, "ssssssdsh", src->ort, s->id, s->gremium ? s->gremium : "",
				day.data ? day.data : "", s->beginn, s->ende, s->bekanntmachung, src->path,
				src->sha256)) &&
		put_place(r, src->ort, s, d);
	buf_free(&day);
	return ok;
}

bool reg_index_session(struct reg *r, const struct reg_source *src, const struct doc *doc, struct diag *d)
{
	const struct doc_sitzung *s = doc_sitzung(doc);
	return s && reg_put_session(r, src, s, d);
}

/* ---- the town's directory ---- */

static bool put_names(struct reg *r, const struct reg_source *src, const struct doc *doc, const struct doc_node *stelle,
	const char *id, struct diag *d)
{
	struct buf name = {0};
	bool ok = true;
	int pos = 0;
	for (const struct doc_node *n = doc_child(stelle, DOC_NAME); ok && n; n = doc_next(n, DOC_NAME)) {
		buf_clear(&name);
		doc_text(&name, doc, n);
		ok = reg_do(r, d,
			reg_bind(r, d, REG_SQL_STELLENNAME_NEU, "ssisss", src->ort, id, pos++, doc_get(n, DOC_A_VON),
				doc_get(n, DOC_A_BIS), name.data ? name.data : ""));
	}
	buf_free(&name);
	return ok;
}

static bool put_town(struct reg *r, const char *ort, const struct doc_node *n, struct diag *d)
{
	const struct doc_node *a = doc_child(n, DOC_ANSCHRIFT), *k = doc_child(n, DOC_KONTAKT),
			      *o = doc_child(n, DOC_OPARL);
	const char *name = doc_get(n, DOC_A_NAME);
	return reg_do(r, d,
		reg_bind(r, d, REG_SQL_KOERPERSCHAFT_NEU, "sssssssssssss", ort, name ? name : ort,
			doc_get(n, DOC_A_AGS), o ? doc_get(o, DOC_A_RGS) : NULL, a ? doc_get(a, DOC_A_STRASSE) : NULL,
			a ? doc_get(a, DOC_A_PLZ) : NULL, a ? doc_get(a, DOC_A_ORT) : NULL,
			k ? doc_get(k, DOC_A_TELEFON) : NULL,
			o && doc_get(o, DOC_A_MAIL) ? doc_get(o, DOC_A_MAIL)
				: k                 ? doc_get(k, DOC_A_MAIL)
						    : NULL,
			k ? doc_get(k, DOC_A_WEB) : NULL, o ? doc_get(o, DOC_A_BASIS) : NULL,
			o ? doc_get(o, DOC_A_LIZENZ) : NULL, o ? doc_get(o, DOC_A_STELLE) : NULL));
}

static bool put_person(struct reg *r, const char *ort, const struct doc_node *n, struct diag *d)
{
	const char *id = doc_get(n, DOC_A_ID), *name = doc_get(n, DOC_A_NAME);
	int pos = 0;
	if (!id)
		return true;
	bool ok = reg_do(r, d,
		reg_bind(r, d, REG_SQL_PERSON_NEU, "ssssssssss", ort, id, name ? name : id, doc_get(n, DOC_A_VORNAME),
			doc_get(n, DOC_A_NACHNAME), doc_get(n, DOC_A_ANREDE), doc_get(n, DOC_A_TITEL),
			doc_get(n, DOC_A_AMT), doc_get(n, DOC_A_TELEFON), doc_get(n, DOC_A_MAIL)));
	for (const struct doc_node *k = doc_child(n, DOC_MITGLIEDSCHAFT); ok && k; k = doc_next(k, DOC_MITGLIEDSCHAFT))
		if (doc_get(k, DOC_A_GREMIUM))
			ok = reg_do(r, d,
				reg_bind(r, d, REG_SQL_MITGLIEDSCHAFT_NEU, "ssissssss", ort, id, pos++,
					doc_get(k, DOC_A_GREMIUM), doc_get(k, DOC_A_ROLLE),
					doc_get(k, DOC_A_STIMMRECHT), doc_get(k, DOC_A_VON), doc_get(k, DOC_A_BIS),
					doc_get(k, DOC_A_FUER)));
	return ok;
}

static bool put_term(struct reg *r, const char *ort, const struct doc_node *n, struct diag *d)
{
	const char *id = doc_get(n, DOC_A_ID), *name = doc_get(n, DOC_A_NAME);
	return !id ||
		reg_do(r, d,
			reg_bind(r, d, REG_SQL_WAHLPERIODE_NEU, "sssss", ort, id, name ? name : id,
				doc_get(n, DOC_A_VON), doc_get(n, DOC_A_BIS)));
}

static bool put_office(struct reg *r, const struct reg_source *src, const struct doc *doc, const struct doc_node *n,
	struct diag *d)
{
	const char *id = doc_get(n, DOC_A_ID);
	return !id ||
		(reg_do(r, d,
			 reg_bind(r, d, REG_SQL_STELLE_NEU, "ssisss", src->ort, id, (int)(n->kind == DOC_GREMIUM),
				 doc_get(n, DOC_A_ART), doc_get(n, DOC_A_KURZ), doc_get(n, DOC_A_UEBER))) &&
			put_names(r, src, doc, n, id, d));
}

/* A session carries the name its body had on that day: a name corrected, old or new, is looked at again in all sessions
 * of the body. */
bool reg_index_directory(struct reg *r, const struct reg_source *src, const struct doc *doc, struct diag *d)
{
	static const enum reg_sql gone[] = {
		REG_SQL_STELLE_FORT, REG_SQL_KOERPERSCHAFT_FORT, REG_SQL_WAHLPERIODE_FORT, REG_SQL_PERSON_FORT};
	bool ok = reg_do(r, d, reg_bind(r, d, REG_SQL_NAME_MERKEN, "s", src->ort));
	for (size_t i = 0; ok && i < sizeof gone / sizeof *gone; i++)
		ok = reg_do(r, d, reg_bind(r, d, gone[i], "s", src->ort));
	for (const struct doc_node *n = doc->root ? doc->root->first : NULL; ok && n; n = n->next) {
		if (n->kind == DOC_ORT)
			ok = put_town(r, src->ort, n, d);
		else if (n->kind == DOC_PERSON)
			ok = put_person(r, src->ort, n, d);
		else if (n->kind == DOC_WAHLPERIODE)
			ok = put_term(r, src->ort, n, d);
		else if (n->kind == DOC_STELLE || n->kind == DOC_GREMIUM)
			ok = put_office(r, src, doc, n, d);
	}
	ok = ok && reg_do(r, d, reg_bind(r, d, REG_SQL_NAME_ANDERS, "s", src->ort)) &&
		reg_do(r, d, reg_bind(r, d, REG_SQL_NAME_VERGESSEN, ""));
	return ok && reg_put_figures(r, src->ort, "verzeichnis", doc, doc->root, d);
}

/* ---- all of it ---- */

bool reg_index_clear(struct reg *r, struct diag *d)
{
	return reg_exec(r, d,
		"DELETE FROM punkt; DELETE FROM schlagwort; DELETE FROM sitzungsort; DELETE FROM mitgliedschaft; "
		"DELETE FROM posten; DELETE FROM massnahme; DELETE FROM ausgabe; DELETE FROM beratung; DELETE FROM "
		"papier; DELETE FROM sitzung;"
		"DELETE FROM stellenname; DELETE FROM stelle; DELETE FROM kennzahl; DELETE FROM koerperschaft; DELETE "
		"FROM wahlperiode; DELETE FROM person;"
		"DELETE FROM volltext")
		&& reg_exec(r, d, "INSERT INTO suche (suche) VALUES ('delete-all'); DELETE FROM suche_offen");
}
