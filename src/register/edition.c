/* edition.c: editions with their Massnahmen and figures, and the words of a document for the search. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "register/reg.h"

/* ---- words ---- */

void reg_fulltext(struct buf *b, const struct doc *doc)
{
	const struct doc_node *n = doc->root;
	while (n) {
		bool block = doc_kind_mixed(n->kind) && n->kind != DOC_LAUT && n->kind != DOC_BEISPIEL;
		if (block) {
			doc_text(b, doc, n);
			buf_chr(b, '\n');
		}
		if (n->first && !block && n->kind != DOC_ABWEICHUNG) {
			n = n->first;
			continue;
		}
		while (n && n != doc->root && !n->next)
			n = n->parent;
		n = n && n != doc->root ? n->next : NULL;
	}
}

/* FTS5 closes a segment whenever another table is written to with triggers, so the words of a transaction wait for its
 * end. The search index keeps no text of its own: to take words out it wants to be told them. */
static bool replace_text(struct reg *r, sqlite3_stmt *old, const char *titel, const char *text, struct diag *d)
{
	struct mem *m = mem_new();
	int64_t nr = reg_number_in(old, "nr");
	const char *old_title = reg_text(m, old, "titel"), *old_text = reg_text(m, old, "inhalt");
	sqlite3_reset(old);
	bool ok = true;
	if (strcmp(old_title, titel) || strcmp(old_text, text)) {
		ok = reg_run(r, d, REG_SQL_OFFEN_NEU, VAL(nr, nr));
		if (ok && sqlite3_changes(r->db))              /* else its words are not in the index yet */
			ok = reg_run(r, d, REG_SQL_SUCHE_FORT, VAL(nr, nr), VAL(titel, old_title),
				VAL(inhalt, old_text));
		ok = ok && reg_run(r, d, REG_SQL_VOLLTEXT_ANDERS, VAL(nr, nr), VAL(titel, titel), VAL(inhalt, text));
	}
	mem_free(m);
	return ok;
}

static bool add_text(struct reg *r, struct reg_key k, const char *art, const char *titel, const char *text,
	struct diag *d)
{
	return reg_run(r, d, REG_SQL_VOLLTEXT_NEU, VAL(ort, k.ort), VAL(art, art), VAL(id, k.id),
		       VAL(titel, titel), VAL(inhalt, text)) &&
		reg_run(r, d, REG_SQL_OFFEN_NEU, VAL(nr, sqlite3_last_insert_rowid(r->db)));
}

bool reg_put_text(struct reg *r, struct reg_key k, const char *art, const char *titel, const char *text,
	struct diag *d)
{
	sqlite3_stmt *old =
		reg_bind(r, d, REG_SQL_VOLLTEXT_ALT, VAL(ort, k.ort), VAL(art, art), VAL(id, k.id));
	if (!old)
		return false;
	text = text ? text : "";
	bool ok = reg_next(r, d, old) ? replace_text(r, old, titel, text, d) : add_text(r, k, art, titel, text, d);
	return ok && (r->begun || reg_put_words(r, d));
}

bool reg_put_words(struct reg *r, struct diag *d)
{
	return reg_run(r, d, REG_SQL_SUCHE_NEU) && reg_run(r, d, REG_SQL_OFFEN_FORT);
}

/* ---- figures ---- */

bool reg_put_figures(struct reg *r, const char *ort, const char *quelle, const struct doc *doc,
	const struct doc_node *parent, struct diag *d)
{
	bool ok = reg_run(r, d, REG_SQL_KENNZAHL_FORT, VAL(ort, ort), VAL(quelle, quelle));
	for (const struct doc_node *n = doc_child(parent, DOC_KENNZAHL); ok && n; n = doc_next(n, DOC_KENNZAHL)) {
		const struct doc_kennzahl *k = doc_get(n, DOC_A_ID) ? doc_kennzahl(doc, doc_get(n, DOC_A_ID)) : NULL;
		if (k)
			ok = reg_run(r, d, REG_SQL_KENNZAHL_NEU, VAL(ort, ort), VAL(quelle, quelle), VAL(id, k->id),
				VAL(name, doc_get(n, DOC_A_NAME)), VAL(wert, k->value), VAL(stellen, k->decimals),
				VAL(einheit, k->einheit), VAL(stichtag, doc_get(n, DOC_A_STICHTAG)));
	}
	return ok;
}

/* ---- Massnahmen ---- */

struct edition { struct reg *reg; const char *ort, *id; const struct doc *doc; struct diag *diag; };

static bool put_items(const struct edition *e, const struct doc_massnahme *m, int pos)
{
	struct buf text = {0};
	bool ok = true;
	for (size_t i = 0; ok && i < m->kosten.nposten; i++) {
		const struct doc_posten *p = &m->kosten.posten[i];
		buf_clear(&text);
		doc_text(&text, e->doc, p->node);
		ok = reg_run(e->reg, e->diag, REG_SQL_POSTEN_NEU, VAL(ort, e->ort), VAL(ausgabe, e->id),
			VAL(massnahme, pos), VAL(pos, (int)i), VAL(text, text.data),
			VAL(zustand, p->zustand == DOC_BETRAG ? "betrag" : doc_zustand_value(p->zustand)),
			VAL(betrag, p->has_amount ? p->betrag : -1), VAL(davon, p->davon),
			VAL(circa, p->circa), VAL(jaehrlich, p->jaehrlich), VAL(gefoerdert, p->gefoerdert_durch),
			VAL(erstattet, p->erstattet_durch));
	}
	buf_free(&text);
	return ok;
}

/* Who leads it: the first office that takes part. NULL: none. */
static const char *first_office(const struct doc_massnahme *m)
{
	const struct doc_node *n = m->beteiligte ? doc_child(m->beteiligte, DOC_BETEILIGT) : NULL;
	while (n && !doc_get(n, DOC_A_STELLE))
		n = doc_next(n, DOC_BETEILIGT);
	return n ? doc_get(n, DOC_A_STELLE) : NULL;
}

static bool put_measures(const struct edition *e)
{
	size_t n;
	const struct doc_massnahme *all = doc_massnahmen(e->doc, &n);
	struct buf ziel = {0};
	bool ok = true;
	for (size_t i = 0; ok && i < n; i++) {
		const struct doc_massnahme *m = &all[i];
		buf_clear(&ziel);
		doc_text(&ziel, e->doc, m->ziel);
		ok = reg_run(e->reg, e->diag, REG_SQL_MASSNAHME_NEU, VAL(ort, e->ort), VAL(ausgabe, e->id),
			     VAL(pos, (int)i), VAL(id, doc_get(m->node, DOC_A_ID)),
			     VAL(feld, doc_get(m->feld, DOC_A_ID)), VAL(ziel, ziel.data),
			     VAL(einmalig, m->kosten.einmalig.value), VAL(jaehrlich, m->kosten.jaehrlich.value),
			     VAL(davon, m->kosten.davon),
			     VAL(jahre, m->jahre), VAL(klasse, m->klasse),
			     VAL(status, doc_get(m->node, DOC_A_STATUS)), VAL(stelle, first_office(m)),
			     VAL(faellig, m->faellig)) &&
			put_items(e, m, (int)i);
	}
	buf_free(&ziel);
	return ok;
}

/* ---- editions ---- */

/* "ort/integrationskonzept-2018/konzept.xml" -> "integrationskonzept-2018"; "ort/konzept.xml" -> the edition, or the
 * file's name */
static char *edition_id(struct mem *m, const struct reg_source *src, const struct doc *doc)
{
	char *dir = file_dir(m, src->path);
	size_t n = strlen(src->ort);
	if (!strncmp(dir, src->ort, n) && dir[n] == '/')
		return dir + n + 1;
	if (strcmp(dir, src->ort) && strcmp(dir, "."))
		return dir;
	const char *base = file_base(src->path);
	return doc->edition ? mem_dup(m, doc->edition) : mem_str(m, base, strcspn(base, "."));
}

static bool put_edition(struct reg *r, const struct reg_source *src, const struct doc *doc, const char *id,
	struct diag *d)
{
	struct buf titel = {0}, words = {0};
	const char *art = doc_kind_name(doc->root->kind);
	doc_text(&titel, doc, doc_angabe(doc, DOC_TITEL));
	reg_fulltext(&words, doc);
	const char *t = titel.data ? titel.data : id;
	bool ok = reg_run(r, d, REG_SQL_AUSGABE_FORT, VAL(ort, src->ort), VAL(id, id)) &&
		reg_run(r, d, REG_SQL_AUSGABE_NEU, VAL(ort, src->ort), VAL(id, id), VAL(art, art),
			VAL(edition, doc->edition), VAL(titel, t), VAL(stand, doc_stand(doc)), VAL(pfad, src->path),
			SUM(sha256, src->sha256, HASH_SHA256)) &&
		put_measures(&(struct edition){r, src->ort, id, doc, d}) &&
		reg_put_figures(r, src->ort, id, doc, doc_child(doc->root, DOC_ANGABEN), d) &&
		reg_put_text(r, reg_key(src->ort, id), "ausgabe", t, words.data, d);
	buf_free(&titel);
	buf_free(&words);
	return ok;
}

bool reg_index_edition(struct reg *r, const struct reg_source *src, const struct doc *doc, struct diag *d)
{
	struct mem *m = mem_new();
	bool ok = doc->root && put_edition(r, src, doc, edition_id(m, src, doc), d);
	mem_free(m);
	return ok;
}
