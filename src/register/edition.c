/* edition.c: editions with their Massnahmen and figures, and the words of a document for the search. */
#include <string.h>

#include "base/file.h"
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
	int64_t nr = sqlite3_column_int64(old, 0);
	const char *old_title = reg_text(m, old, 1), *old_text = reg_text(m, old, 2);
	sqlite3_reset(old);
	bool ok = true;
	if (strcmp(old_title, titel) || strcmp(old_text, text)) {
		ok = reg_do(r, d, reg_bind(r, d, REG_SQL_OFFEN_NEU, "l", nr));
		if (ok && sqlite3_changes(r->db))              /* else its words are not in the index yet */
			ok = reg_do(r, d, reg_bind(r, d, REG_SQL_SUCHE_FORT, "lss", nr, old_title, old_text));
		ok = ok && reg_do(r, d, reg_bind(r, d, REG_SQL_VOLLTEXT_ANDERS, "lss", nr, titel, text));
	}
	mem_free(m);
	return ok;
}

bool reg_put_text(struct reg *r, const struct reg_key *k, const char *titel, const char *text, struct diag *d)
{
	sqlite3_stmt *old = reg_bind(r, d, REG_SQL_VOLLTEXT_ALT, "sss", k->ort, k->art, k->id);
	if (!old)
		return false;
	bool ok = reg_next(r, d, old) ? replace_text(r, old, titel, text ? text : "", d)
				      : reg_do(r, d,
						reg_bind(r, d, REG_SQL_VOLLTEXT_NEU, "sssss", k->ort, k->art, k->id,
							titel, text ? text : "")) &&
			reg_do(r, d, reg_bind(r, d, REG_SQL_OFFEN_NEU, "l", (int64_t)sqlite3_last_insert_rowid(r->db)));
	return ok && (r->begun || reg_put_words(r, d));
}

bool reg_put_words(struct reg *r, struct diag *d)
{
	return reg_do(r, d, reg_bind(r, d, REG_SQL_SUCHE_NEU, "")) &&
		reg_do(r, d, reg_bind(r, d, REG_SQL_OFFEN_FORT, ""));
}

/* ---- figures ---- */

bool reg_put_figures(struct reg *r, const char *ort, const char *quelle, const struct doc *doc,
	const struct doc_node *parent, struct diag *d)
{
	bool ok = reg_do(r, d, reg_bind(r, d, REG_SQL_KENNZAHL_FORT, "ss", ort, quelle));
	for (const struct doc_node *n = doc_child(parent, DOC_KENNZAHL); ok && n; n = doc_next(n, DOC_KENNZAHL)) {
		const struct doc_kennzahl *k = doc_get(n, DOC_A_ID) ? doc_kennzahl(doc, doc_get(n, DOC_A_ID)) : NULL;
		if (k)
			ok = reg_do(r, d,
				reg_bind(r, d, REG_SQL_KENNZAHL_NEU, "ssssliss", ort, quelle, k->id,
					doc_get(n, DOC_A_NAME), k->value, k->decimals, k->einheit,
					doc_get(n, DOC_A_STICHTAG)));
	}
	return ok;
}

/* ---- Massnahmen ---- */

static const char *state_name(enum doc_zustand z)
{
	switch (z) {
	case DOC_UNBESTIMMT:          return "unbestimmt";
	case DOC_NOCH_ZU_ERMITTELN:   return "noch-zu-ermitteln";
	case DOC_LAUFENDE_VERWALTUNG: return "laufende-verwaltung";
	case DOC_OHNE:                return "ohne";
	default:                      return "betrag";
	}
}

static bool put_items(struct reg *r, const char *ort, const char *id, const struct doc *doc,
	const struct doc_massnahme *m, int pos, struct diag *d)
{
	struct buf text = {0};
	bool ok = true;
	for (size_t i = 0; ok && i < m->nposten; i++) {
		const struct doc_posten *p = &m->posten[i];
		buf_clear(&text);
		doc_text(&text, doc, p->node);
		ok = reg_do(r, d,
			reg_bind(r, d, REG_SQL_POSTEN_NEU, "ssiisslliiss", ort, id, pos, (int)i, text.data,
				state_name(p->zustand), (int64_t)p->betrag, (int64_t)p->davon, (int)p->circa,
				(int)p->jaehrlich, p->gefoerdert_durch, p->erstattet_durch));
	}
	buf_free(&text);
	return ok;
}

static bool put_measures(struct reg *r, const char *ort, const char *id, const struct doc *doc, struct diag *d)
{
	size_t n;
	const struct doc_massnahme *all = doc_massnahmen(doc, &n);
	struct buf ziel = {0};
	bool ok = true;
	for (size_t i = 0; ok && i < n; i++) {
		const struct doc_massnahme *m = &all[i];
		buf_clear(&ziel);
		doc_text(&ziel, doc, m->ziel);
		ok = reg_do(r, d,
			     reg_bind(r, d, REG_SQL_MASSNAHME_NEU, "ssissslllis", ort, id, (int)i,
				     doc_get(m->node, DOC_A_ID), doc_get(m->feld, DOC_A_ID), ziel.data,
				     (int64_t)m->einmalig, (int64_t)m->jaehrlich, (int64_t)m->davon, m->jahre,
				     m->klasse)) &&
			put_items(r, ort, id, doc, m, (int)i, d);
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
	bool ok = reg_do(r, d, reg_bind(r, d, REG_SQL_AUSGABE_FORT, "ss", src->ort, id)) &&
		reg_do(r, d,
			reg_bind(r, d, REG_SQL_AUSGABE_NEU, "sssssdsh", src->ort, id, art, doc->edition, t,
				doc_stand(doc), src->path, src->sha256)) &&
		put_measures(r, src->ort, id, doc, d) &&
		reg_put_figures(r, src->ort, id, doc, doc_child(doc->root, DOC_ANGABEN), d) &&
		reg_put_text(r, &(struct reg_key){src->ort, id, "ausgabe"}, t, words.data, d);
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
