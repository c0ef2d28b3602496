/* index.c: ids, offices, data files and pictures by name. */
#include "model/index.h"

#include <string.h>

const struct diag_code doc_codes[] = {
	{"ID", DIAG_FEHLER, "Eine id ist doppelt vergeben",
	 "Jede id steht in einem Dokument nur einmal, auch über alle Kapiteldateien hinweg: Verweise und die "
	 "Geschichte über mehrere Ausgaben hängen an ihr. "
	 "Bitte einer der beiden Stellen eine andere id geben. Beispiel: zwei Handlungsfelder mit id=\"sprache\"."},
	{"ANTEIL", DIAG_FEHLER, "Ein Anteil lässt sich nicht berechnen",
	 "anteil=\"a/b\" nennt zwei Kennzahlen mit Wert; die zweite darf nicht 0 sein, und ein Anteil darf nicht von "
	 "sich selbst abhängen. "
	 "Beispiel: <kennzahl id=\"anteil-migration\" anteil=\"mit-migration/einwohner\"/>."},
	{"BETRAG", DIAG_FEHLER, "Ein Betrag ist zu groß",
	 "Beträge und ihre Summen müssen unter 10.000.000.000.000 Euro bleiben. Bitte die Zahl der Stellen prüfen."},
	{"TAGESORDNUNG", DIAG_FEHLER, "Die Tagesordnung passt nicht zu den freigegebenen Vorlagen",
	 "Jede freigegebene Vorlage, deren Beratungsfolge Gremium und Tag der Sitzung nennt, steht in der "
	 "Tagesordnung: dort, wo <vorlagen/> steht, oder wo die Sitzung sie mit "
	 "<top vorlage=\"2023/0125\"/> nennt. Eine nichtöffentliche Vorlage steht nur im nichtöffentlichen Teil. "
	 "Nach der Bekanntmachung bleibt jeder Punkt, wo er ist, und ein Unterpunkt unter seinem gemeinsamen Punkt. "
	 "Beispiel: <teil art=\"oeffentlich\"> ohne <vorlagen/>."},
	{"NACHTRAG", DIAG_FEHLER, "Ein Nachtrag sagt nicht, warum er nicht warten kann",
	 "Was nach der Bekanntmachung auf die Tagesordnung kommt, steht dort als Nachtrag. Verlangt die "
	 "Geschäftsordnung einen Grund (nachtrag-dringlichkeit=\"verlangt\" in regeln.xml), steht er in "
	 "dringlichkeit: bei einer Vorlage an ihrer <beratung>, sonst am <top>. Er wird gedruckt. "
	 "Beispiel: <beratung gremium=\"rat\" datum=\"2026-03-05\" rolle=\"entscheidung\" "
	 "dringlichkeit=\"Die Frist für den Förderantrag endet am 9. März.\"/>."},
	{0}
};

enum { MOST_TOLD = 1000 };                         /* doubled ids */

void doc_index_ids(struct doc *doc, struct diag *d)
{
	int told = 0;
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		const char *id = doc_get(n, DOC_A_ID);
		const struct doc_node *other = id ? doc_names_put(doc->mem, &doc->index->ids, id, n) : NULL;
		if (other && told++ < MOST_TOLD)
			diag_error(d, "ID", doc_path(doc, n), n->line,
				"id=\"%s\" ist doppelt vergeben, zuerst in %s:%d bei <%s>; erwartet wird eine eigene "
				"id, bitte eine der beiden ändern",
				id, doc_path(doc, other), other->line, doc_kind_name(other->kind));
	}
	for (size_t i = 0; i < doc->ncsvs; i++)
		doc_names_put(doc->mem, &doc->index->csvs, doc->csvs[i].path, &doc->csvs[i]);
	for (size_t i = 0; i < doc->npictures; i++)
		doc_names_put(doc->mem, &doc->index->pictures, doc->pictures[i].path, &doc->pictures[i]);
}

static struct doc_namen *names_of(struct doc *doc, const struct doc *from, const struct doc_node *stelle, size_t *count)
{
	const size_t n = doc_count(stelle, DOC_NAME);
	struct doc_namen *names = MEM_ARRAY(doc->mem, struct doc_namen, n), *at = names;
	for (const struct doc_node *k = doc_child(stelle, DOC_NAME); k; k = doc_next(k, DOC_NAME), at++) {
		struct buf b = {0};
		date_parse(&at->von, doc_get(k, DOC_A_VON));
		date_parse(&at->bis, doc_get(k, DOC_A_BIS));
		doc_text(&b, from, k);
		at->name = buf_take(&b, doc->mem);
	}
	*count = n;
	return names;
}

/* The name that was valid on that day; without a day, or if none was, the last. */
static const char *name_am(const struct doc_stelle_am *s, struct date day)
{
	for (size_t i = 0; i < s->n && day.year; i++) {
		const struct doc_namen *n = &s->namen[i];
		if ((!n->von.year || date_cmp(n->von, date_last(day)) <= 0) &&
			(!n->bis.year || date_cmp(day, date_last(n->bis)) <= 0))
			return n->name;
	}
	return s->n ? s->namen[s->n - 1].name : "";
}

static void add_stelle(struct doc *doc, const struct doc *from, const struct doc_node *n)
{
	struct doc_index *ix = doc->index;
	const char *id = doc_get(n, DOC_A_ID);
	if (!id || doc_names_get(&ix->stellen, id))
		return;
	struct doc_stelle_am *s = MEM_NEW(doc->mem, struct doc_stelle_am);
	s->namen = names_of(doc, from, n, &s->n);
	s->stelle =
		(struct doc_stelle){id, name_am(s, doc_stand(doc)), doc_get(n, DOC_A_KURZ), n, n->kind == DOC_GREMIUM};
	doc_names_put(doc->mem, &ix->stellen, id, s);
	MEM_ROOM_IN(doc->mem, ix->all_stellen, ix->nstellen, ix->cap_stellen);
	ix->all_stellen[ix->nstellen++] = &s->stelle;
}

static void stellen_of(struct doc *doc, const struct doc *from, const struct doc_node *parent)
{
	if (parent)
		for (const struct doc_node *n = parent->first; n; n = n->next)
			if (n->kind == DOC_STELLE || n->kind == DOC_GREMIUM)
				add_stelle(doc, from, n);
}

void doc_index_stellen(struct doc *doc)
{
	stellen_of(doc, doc, doc_child(doc->root, DOC_ANGABEN));
	if (doc->root->kind == DOC_VERZEICHNIS)
		stellen_of(doc, doc, doc->root);
	if (doc->verzeichnis)
		stellen_of(doc, doc->verzeichnis, doc->verzeichnis->root);
}

const char *doc_name_am(const struct doc *doc, const char *id, struct date day)
{
	const struct doc_stelle_am *s = doc_names_get(&doc->index->stellen, id);
	return s ? name_am(s, day) : NULL;
}

const char *doc_stelle_nummer(const struct doc *doc, const char *id)
{
	enum { DEEPEST = 16 };                         /* offices above one another, should they go in a circle */
	for (int i = 0; id && i < DEEPEST; i++) {
		const struct doc_stelle *s = doc_stelle(doc, id);
		const char *nummer = s ? doc_get(s->node, DOC_A_NUMMER) : NULL;
		if (nummer || !s)
			return nummer;
		id = doc_get(s->node, DOC_A_UEBER);
	}
	return NULL;
}

const struct doc_node *doc_wahlperiode(const struct doc *doc, struct date day)
{
	const struct doc *dir = doc->verzeichnis ? doc->verzeichnis : doc;
	for (const struct doc_node *n = doc_child(dir->root, DOC_WAHLPERIODE); n; n = doc_next(n, DOC_WAHLPERIODE)) {
		struct date von, bis;
		bool begins = date_parse(&von, doc_get(n, DOC_A_VON)), ends = date_parse(&bis, doc_get(n, DOC_A_BIS));
		if ((!begins || date_cmp(von, day) <= 0) && (!ends || date_cmp(day, date_last(bis)) <= 0))
			return n;
	}
	return NULL;
}

const struct doc *doc_edition(const struct doc *doc, const char *name)
{
	for (size_t i = 0; name && i < doc->neditions; i++)
		if (!strcmp(doc->editions[i].name, name))
			return doc->editions[i].doc;
	return NULL;
}

const struct doc_node *doc_by_id(const struct doc *doc, const char *id)
{
	return doc_names_get(&doc->index->ids, id);
}

const struct doc_stelle *doc_stelle(const struct doc *doc, const char *id)
{
	return doc_names_get(&doc->index->stellen, id);
}

const struct doc_stelle *const *doc_stellen(const struct doc *doc, size_t *n)
{
	*n = doc->index->nstellen;
	return (const struct doc_stelle *const *)doc->index->all_stellen;
}

const struct doc_csv *doc_csv(const struct doc *doc, const char *path)
{
	return doc_names_get(&doc->index->csvs, path);
}

const struct doc_picture *doc_picture(const struct doc *doc, const char *path)
{
	return doc_names_get(&doc->index->pictures, path);
}
