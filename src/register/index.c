/* index.c: the index of content/<ort>: offices, sessions, papers. A document taken in again replaces its rows. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "model/niederschrift.h"
#include "register/reg.h"

static void tell_same_id(const struct reg_source *src, const char *id, const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	const char *other = src->root ? file_join(m, src->root, path) : path;
	int line = file_line_of(other, mem_fmt(m, "id=\"%s\"", id));
	diag_error(d, "DOPPELTAUFGENOMMEN", src->file ? src->file : src->path, src->line,
		"Die Kennung id=\"%s\" gehört im Register schon zu %s%s, erwartet wird eine eigene; bitte die id "
		"ändern "
		"oder, wenn die Datei nur verschoben wurde, „ratssatz register neu-aufbauen“ aufrufen",
		id, other, line ? mem_fmt(m, ":%d", line) : "");
	mem_free(m);
}

/* An id stands for one file: the same id in a second one would share its number. */
static bool same_file(struct reg *r, enum reg_sql q, const struct reg_source *src, const char *id, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, q, VAL(ort, src->ort), VAL(id, id));
	if (!st)
		return false;
	if (!reg_next(r, d, st))
		return true;
	const char *path = (const char *)sqlite3_column_text(st, 0);
	bool same = path && !strcmp(path, src->path);
	if (!same)
		tell_same_id(src, id, path ? path : "", d);
	sqlite3_reset(st);
	return same;
}

/* ---- papers and sessions ---- */

static bool put_steps(struct reg *r, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	for (size_t i = 0; i < v->nberatungen; i++) {
		const struct doc_beratung *b = &v->beratungen[i];
		if (!reg_run(r, d, REG_SQL_BERATUNG_NEU, VAL(ort, ort), VAL(papier, v->id), VAL(pos, (int)i),
			    VAL(gremium, b->gremium ? b->gremium : ""), VAL(datum, b->datum), VAL(sitzung, b->sitzung),
			    VAL(rolle, b->rolle_id ? b->rolle_id : doc_rolle_id(b->rolle)),
			    VAL(rolle_wort, b->wort), VAL(bedeutet, doc_rolle_id(b->rolle)),
			    VAL(massgeblich, b->massgeblich), VAL(oeffentlich, b->oeffentlich), VAL(top, b->top),
			    VAL(ergebnis, b->ergebnis), VAL(dringlichkeit, b->dringlichkeit)))
			return false;
	}
	return true;
}

/* The number the register gave; else the one written, with its supplement. */
static char *paper_number(struct reg *r, struct mem *m, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_VON, VAL(ort, ort), VAL(papier, v->id),
		VAL(art, "drucksache"));
	if (reg_next(r, d, st)) {
		char *given = reg_text(m, st, "nummer");
		sqlite3_reset(st);
		return given;
	}
	return v->nummer ? mem_dup(m, doc_nummer_whole(m, NULL, v->nummer, v->ergaenzung)) : NULL;
}

static bool put_keywords(struct reg *r, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	int pos = 0;
	bool ok = true;
	for (const struct doc_node *n = doc_child(doc_child(v->node, DOC_ANGABEN), DOC_SCHLAGWORT); ok && n;
		n = doc_next(n, DOC_SCHLAGWORT))
		if (doc_get(n, DOC_A_NAME))
			ok = reg_run(r, d, REG_SQL_SCHLAGWORT_NEU, VAL(ort, ort), VAL(papier, v->id), VAL(pos, pos++),
				VAL(name, doc_get(n, DOC_A_NAME)));
	return ok;
}

/* Whom a <verfasser> names, as the directory has him, or an office, by the name of that day. NULL: nobody. */
static const char *known_as(const struct doc *doc, const char *name, struct date day, const char **type)
{
	const struct doc_node *n = name && doc->verzeichnis ? doc->verzeichnis->root->first : NULL;
	for (; n; n = n->next) {
		const char *id = doc_get(n, DOC_A_ID), *called = !id ? NULL
			: n->kind == DOC_PERSON ? doc_person_name(doc, n, day)
			: n->kind == DOC_STELLE || n->kind == DOC_GREMIUM ? doc_name_am(doc, id, day) : NULL;
		*type = n->kind == DOC_PERSON ? "Person" : "Organization";
		if (called && !strcmp(called, name))
			return id;
	}
	return NULL;
}

static bool put_authors(struct reg *r, const char *ort, const struct doc *doc, struct diag *d)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	int pos = 0;
	bool ok = true;
	for (const struct doc_node *n = doc_angabe(doc, DOC_VERFASSER); ok && n; n = doc_next(n, DOC_VERFASSER)) {
		const char *type, *id = known_as(doc, doc_get(n, DOC_A_NAME), v->datum, &type);
		if (id)
			ok = reg_run(r, d, REG_SQL_URHEBER_NEU, VAL(ort, ort), VAL(papier, v->id), VAL(pos, pos++),
				VAL(typ, type), VAL(id, id));
		if (ok && doc_get(n, DOC_A_STELLE))
			ok = reg_run(r, d, REG_SQL_URHEBER_NEU, VAL(ort, ort), VAL(papier, v->id), VAL(pos, pos++),
				VAL(typ, "Organization"), VAL(id, doc_get(n, DOC_A_STELLE)));
	}
	return ok;
}

/* What is known of an Anlage, of a paper or of an item of a session. */
#define ANLAGE_WERTE(a, k) \
	VAL(nummer, (a)->nummer), VAL(titel, (a)->titel), VAL(datei, (a)->datei), VAL(oeffentlich, (a)->oeffentlich), \
		VAL(zustand, look_state_name((k)->state)), VAL(seiten, (k)->pages), VAL(mit_text, (k)->spoken), \
		VAL(ohne_text, (k)->silent), VAL(tags, (k)->tagged), VAL(sprache, *(k)->lang ? (k)->lang : NULL), \
		VAL(betitelt, (k)->titled), VAL(geschuetzt, (k)->closed), VAL(alternative, (a)->alternative)

static bool put_annexes(struct reg *r, const char *ort, const struct doc_vorlage *v, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; ok && i < v->nanlagen; i++)
		ok = reg_run(r, d, REG_SQL_ANLAGE_NEU, VAL(ort, ort), VAL(papier, v->id),
			ANLAGE_WERTE(&v->anlagen[i], &v->anlagen[i].look));
	return ok;
}

bool reg_put_paper(struct reg *r, const struct reg_source *src, const struct doc_vorlage *v, const char *fulltext,
	struct diag *d)
{
	const char *titel = v->betreff ? v->betreff : "";
	if (!v->id || !same_file(r, REG_SQL_PAPIER_PFAD, src, v->id, d))
		return false;
	struct mem *m = mem_new();
	bool ok = reg_run(r, d, REG_SQL_PAPIER_FORT, VAL(ort, src->ort), VAL(id, v->id)) &&
		reg_run(r, d, REG_SQL_PAPIER_NEU, VAL(ort, src->ort), VAL(id, v->id),
			VAL(art, v->art ? v->art : "vorlage"), VAL(nummer, paper_number(r, m, src->ort, v, d)),
			VAL(datum, v->datum), VAL(oeffentlich, v->oeffentlich), VAL(titel, titel),
			VAL(neutral, v->neutral), VAL(federfuehrung, v->federfuehrung),
			VAL(praesentiert, v->praesentiert), VAL(pfad, src->path),
			SUM(sha256, src->sha256, HASH_SHA256), VAL(abweichend, src->changed),
			VAL(art_wort, v->art_wort), VAL(stamm, src->stamm)) &&
		put_steps(r, src->ort, v, d) && put_keywords(r, src->ort, v, d) &&
		put_annexes(r, src->ort, v, d) &&
		reg_put_text(r, reg_key(src->ort, v->id), "vorlage", titel, fulltext, d);
	mem_free(m);
	return ok;
}

/* The wording that minutes are held against. */
static bool put_proposal(struct reg *r, const char *ort, const struct doc *doc, struct diag *d)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct buf b = {0};
	if (!v->beschlussvorschlag)
		return true;
	doc_wortlaut(&b, doc, v->beschlussvorschlag);
	bool ok = reg_run(r, d, REG_SQL_VORSCHLAG_NEU, VAL(ort, ort), VAL(papier, v->id),
		VAL(text, b.data ? b.data : ""));
	buf_free(&b);
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
	bool ok = reg_put_paper(r, src, v, fulltext ? fulltext : words.data ? words.data : "", d) &&
		put_proposal(r, src->ort, doc, d) && put_authors(r, src->ort, doc, d);
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
	bool ok = reg_run(r, d, REG_SQL_SITZUNGSORT_NEU, VAL(ort, ort), VAL(sitzung, s->id), VAL(anschrift, key.data),
		VAL(name, name), VAL(strasse, strasse), VAL(plz, plz), VAL(wohnort, town));
	buf_free(&key);
	return ok;
}

/* As the agenda names it: an item with a paper by the paper's id. */
static const char *item_id(struct reg *r, struct mem *m, const char *ort, const struct doc_top *top)
{
	struct reg_known paper;
	return top->vorlage && reg_paper_by_number(r, m, ort, top->vorlage, &paper) ? paper.id : top->id;
}

/* What an item has besides its title: Anlagen, and without a paper its result. */
static bool put_item(struct reg *r, const char *ort, const struct doc_sitzung *s, const struct doc_top *top,
	struct diag *d)
{
	struct mem *m = mem_new();
	const char *id = item_id(r, m, ort, top);
	bool ok = true;
	for (size_t i = 0; ok && i < top->nanlagen; i++)
		ok = reg_run(r, d, REG_SQL_PUNKTANLAGE_NEU, VAL(ort, ort), VAL(sitzung, s->id), VAL(punkt, id),
			ANLAGE_WERTE(&top->anlagen[i], &top->anlagen[i].look));
	if (ok && top->ergebnis && *top->ergebnis && !top->vorlage && !top->entfallen)
		ok = reg_run(r, d, REG_SQL_PUNKTERGEBNIS_NEU, VAL(ort, ort), VAL(sitzung, s->id), VAL(punkt, id),
			VAL(ergebnis, top->ergebnis), VAL(oeffentlich, top->oeffentlich));
	mem_free(m);
	return ok;
}

static bool put_items(struct reg *r, const char *ort, const struct doc_sitzung *s, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; ok && i < s->ntops; i++)
		ok = !*s->tops[i].id || put_item(r, ort, s, &s->tops[i], d);
	return ok;
}

static bool put_bodies(struct reg *r, const char *ort, const struct doc_sitzung *s, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; ok && i < s->gremien.n; i++)
		ok = reg_run(r, d, REG_SQL_SITZUNGSGREMIUM_NEU, VAL(ort, ort), VAL(sitzung, s->id), VAL(pos, (int)i),
			VAL(gremium, s->gremien.all[i]), VAL(datum, s->datum));
	return ok;
}

bool reg_put_session(struct reg *r, const struct reg_source *src, const struct doc_sitzung *s, struct diag *d)
{
	return s->id && same_file(r, REG_SQL_SITZUNG_PFAD, src, s->id, d) &&
		reg_run(r, d, REG_SQL_SITZUNG_FORT, VAL(ort, src->ort), VAL(id, s->id)) &&
		reg_run(r, d, REG_SQL_SITZUNG_NEU, VAL(ort, src->ort), VAL(id, s->id),
			VAL(gremium, s->gremium ? s->gremium : ""), VAL(datum, s->datum), VAL(beginn, s->beginn),
			VAL(ende, s->ende), VAL(bekanntmachung, s->bekanntmachung),
			VAL(abgesagt, s->abgesagt), VAL(entwurf, src->draft), VAL(pfad, src->path),
			VAL(nummer, s->nummer), VAL(code, s->code), SUM(sha256, src->sha256, HASH_SHA256)) &&
		put_bodies(r, src->ort, s, d) && put_place(r, src->ort, s, d) && put_items(r, src->ort, s, d);
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
		ok = reg_run(r, d, REG_SQL_STELLENNAME_NEU, VAL(ort, src->ort), VAL(stelle, id), VAL(pos, pos++),
			VAL(von, doc_get(n, DOC_A_VON)), VAL(bis, doc_get(n, DOC_A_BIS)),
			VAL(name, name.data ? name.data : ""));
	}
	buf_free(&name);
	return ok;
}

static const char *of(const struct doc_node *n, enum doc_attr a)
{
	return n ? doc_get(n, a) : NULL;
}

static bool put_town(struct reg *r, const char *ort, const struct doc_node *n, struct diag *d)
{
	const struct doc_node *a = doc_child(n, DOC_ANSCHRIFT), *k = doc_child(n, DOC_KONTAKT),
			      *o = doc_child(n, DOC_OPARL);
	const char *name = doc_get(n, DOC_A_NAME), *mail = of(o, DOC_A_MAIL);
	return reg_run(r, d, REG_SQL_KOERPERSCHAFT_NEU, VAL(ort, ort), VAL(name, name ? name : ort),
		VAL(ags, doc_get(n, DOC_A_AGS)), VAL(rgs, of(o, DOC_A_RGS)), VAL(strasse, of(a, DOC_A_STRASSE)),
		VAL(plz, of(a, DOC_A_PLZ)), VAL(wohnort, of(a, DOC_A_ORT)), VAL(telefon, of(k, DOC_A_TELEFON)),
		VAL(mail, mail ? mail : of(k, DOC_A_MAIL)), VAL(web, of(k, DOC_A_WEB)),
		VAL(basis, of(o, DOC_A_BASIS)), VAL(lizenz, of(o, DOC_A_LIZENZ)), VAL(kontakt, of(o, DOC_A_STELLE)));
}

static bool put_person(struct reg *r, const char *ort, const struct doc_node *n, struct diag *d)
{
	const char *id = doc_get(n, DOC_A_ID), *name = doc_get(n, DOC_A_NAME);
	int pos = 0;
	if (!id)
		return true;
	bool ok = reg_run(r, d, REG_SQL_PERSON_NEU, VAL(ort, ort), VAL(id, id), VAL(name, name ? name : id),
		VAL(vorname, doc_get(n, DOC_A_VORNAME)), VAL(nachname, doc_get(n, DOC_A_NACHNAME)),
		VAL(anrede, doc_get(n, DOC_A_ANREDE)), VAL(titel, doc_get(n, DOC_A_TITEL)),
		VAL(amt, doc_get(n, DOC_A_AMT)), VAL(telefon, doc_get(n, DOC_A_TELEFON)),
		VAL(mail, doc_get(n, DOC_A_MAIL)));
	for (const struct doc_node *k = doc_child(n, DOC_MITGLIEDSCHAFT); ok && k; k = doc_next(k, DOC_MITGLIEDSCHAFT))
		if (doc_get(k, DOC_A_GREMIUM))
			ok = reg_run(r, d, REG_SQL_MITGLIEDSCHAFT_NEU, VAL(ort, ort), VAL(person, id), VAL(pos, pos++),
				VAL(gremium, doc_get(k, DOC_A_GREMIUM)), VAL(rolle, doc_get(k, DOC_A_ROLLE)),
				VAL(stimmrecht, doc_get(k, DOC_A_STIMMRECHT)), VAL(von, doc_get(k, DOC_A_VON)),
				VAL(bis, doc_get(k, DOC_A_BIS)), VAL(fuer, doc_get(k, DOC_A_FUER)));
	return ok;
}

static bool put_term(struct reg *r, const char *ort, const struct doc_node *n, struct diag *d)
{
	const char *id = doc_get(n, DOC_A_ID), *name = doc_get(n, DOC_A_NAME);
	return !id ||
		reg_run(r, d, REG_SQL_WAHLPERIODE_NEU, VAL(ort, ort), VAL(id, id), VAL(name, name ? name : id),
			VAL(von, doc_get(n, DOC_A_VON)), VAL(bis, doc_get(n, DOC_A_BIS)));
}

/* 0: unsaid */
static int number_of(const struct doc_node *n, enum doc_attr a)
{
	const char *s = doc_get(n, a);
	return s ? atoi(s) : 0;
}

static bool put_office(struct reg *r, const struct reg_source *src, const struct doc *doc, const struct doc_node *n,
	struct diag *d)
{
	const char *id = doc_get(n, DOC_A_ID), *art = doc_get(n, DOC_A_ART);
	const char *class = doc->terms && art ? doc->terms->body(doc->terms->town, art) : NULL;
	return !id ||
		(reg_run(r, d, REG_SQL_STELLE_NEU, VAL(ort, src->ort), VAL(id, id),
			 VAL(gremium, n->kind == DOC_GREMIUM), VAL(art, art), VAL(klasse, class),
			 VAL(kurz, doc_get(n, DOC_A_KURZ)), VAL(ueber, doc_get(n, DOC_A_UEBER)),
			 VAL(mitglieder, number_of(n, DOC_A_MITGLIEDER)),
			 VAL(stimmberechtigte, number_of(n, DOC_A_STIMMBERECHTIGTE))) &&
			put_names(r, src, doc, n, id, d));
}

/* A session carries the name its body had on that day: a name corrected, old or new, is looked at again in all sessions
 * of the body. */
bool reg_index_directory(struct reg *r, const struct reg_source *src, const struct doc *doc, struct diag *d)
{
	static const enum reg_sql gone[] = {
		REG_SQL_STELLE_FORT, REG_SQL_KOERPERSCHAFT_FORT, REG_SQL_WAHLPERIODE_FORT, REG_SQL_PERSON_FORT};
	bool ok = reg_run(r, d, REG_SQL_NAME_MERKEN, VAL(ort, src->ort));
	for (size_t i = 0; ok && i < sizeof gone / sizeof *gone; i++)
		ok = reg_run(r, d, gone[i], VAL(ort, src->ort));
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
	ok = ok && reg_run(r, d, REG_SQL_NAME_ANDERS, VAL(ort, src->ort)) && reg_run(r, d, REG_SQL_NAME_VERGESSEN);
	return ok && reg_put_figures(r, src->ort, "verzeichnis", doc, doc->root, d);
}

/* ---- all of it ---- */

bool reg_index_clear(struct reg *r, struct diag *d)
{
	struct buf b = {0};
	for (const char *const *t = reg_index_tables; *t; t++)
		buf_fmt(&b, "DELETE FROM %s; ", *t);
	buf_str(&b, "INSERT INTO suche (suche) VALUES ('delete-all'); DELETE FROM suche_offen");
	bool ok = reg_exec(r, d, b.data);
	buf_free(&b);
	return ok;
}
