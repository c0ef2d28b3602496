/* load.c: a master file with everything that belongs to it. */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/load.h"
#include "source/schema.h"

struct src *src_open(void)
{
	struct src *s = mem_alloc(sizeof *s);
	xmlInitParser();
	*s = (struct src){.schema = schema_new(), .mib = LOAD_SOURCE_MIB};
	return s;
}

void src_limit(struct src *s, int mib)
{
	s->mib = mib;
}

void src_close(struct src *s)
{
	if (!s)
		return;
	schema_free(s->schema);
	free(s->looked);
	free(s->overlays);
	free(s);
}

void src_keep(struct src *s, struct store *store)
{
	s->kept = store;
}

void src_overlay(struct src *s, const char *real, const char *data, size_t size)
{
	MEM_ROOM(s->overlays, s->noverlays, s->cap_overlays);
	s->overlays[s->noverlays++] = (struct overlay){real, data, size};
}

void src_overlay_end(struct src *s)
{
	s->noverlays = 0;
}

static struct loader *loader_new(struct src *s, const char *path, struct diag *d)
{
	struct mem *m = mem_new_large(NULL);
	struct loader *l = mem_alloc(sizeof *l);
	struct doc *doc = MEM_NEW(m, struct doc);
	doc->mem = m;
	doc->dir = strcmp(path, "-") ? file_dir(m, path) : ".";
	char *real = realpath(doc->dir, NULL);
	*l = (struct loader){.src = s, .schema = s->schema, .doc = doc, .diag = d, .root = doc->dir,
		.real_root = mem_dup(m, real ? real : doc->dir)};
	free(real);
	return l;
}

/* In a file that is no XML all else may be a consequence: it waits until that is mended. */
static void tell_causes(const struct doc *doc, struct diag *own, struct diag *d)
{
	static const char *const causes[] = {"XML", "ENTITAET", "KODIERUNG", "GRENZE", "DATEI"};
	size_t n;
	const struct diag_msg *m = diag_sorted(own, &n);
	for (size_t i = 0; i < doc->nfiles; i++)
		diag_file(d, doc->files[i].path);
	for (; n; m++, n--) {
		bool told = true;
		for (size_t i = 0; m->file && i < doc->nfiles; i++)
			told &= !doc->files[i].broken || strcmp(doc->files[i].path, m->file) != 0;
		for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
			told |= !strcmp(m->code, causes[i]);
		if (told)
			diag_add(d, m->sev, m->code, m->file, m->line, "%s", m->text);
	}
	diag_free(own);
}

/* data: an excerpt that stands for the file; NULL: the file is read. */
static struct doc *load(struct src *s, const char *path, const char *data, size_t size, struct diag *d)
{
	struct diag *own = diag_new();
	struct loader *l = loader_new(s, path, own);
	struct doc *doc = l->doc;
	l->excerpt = data != NULL;
	const char *name = strcmp(path, "-") ? path : "Standardeingabe";
	int file = data ? load_put(l, name, NULL, mem_str(doc->mem, data, size), size) : load_add(l, name, path, -1, 0);
	if (file >= 0)
		load_parse(l, file);
	if (doc->root && !l->stop && !doc->incomplete)
		load_data(l);
	bool usable = doc->root && !l->stop;
	tell_causes(doc, own, d);
	buf_free(&l->text);
	free(l);
	if (usable)
		return doc;
	mem_free(doc->mem);
	return NULL;
}

static void load_verzeichnis(struct src *s, struct doc *doc, const char *inhalt, struct diag *d)
{
	const char *ort = doc_get(doc->root, DOC_A_ORT);
	if (!inhalt || !ort || doc->root->kind == DOC_VERZEICHNIS ||
		strspn(ort, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(ort))
		return;
	char *path = file_join(doc->mem, file_join(doc->mem, inhalt, ort), "verzeichnis.xml");
	if (!file_exists(path)) {
		load_input(doc, path, NULL, 0);
		diag_warn(d, "VERZEICHNIS", doc->files[0].path, doc->root->line,
			"Für ort=\"%s\" fehlt „%s“; "
			"dort stehen Stellen und Gremien, bitte anlegen oder ort berichtigen",
			ort, path);
		return;
	}
	doc->verzeichnis = load(s, path, NULL, 0, d);
	doc->incomplete = !doc->verzeichnis || doc->verzeichnis->incomplete;
	if (doc->verzeichnis && doc->verzeichnis->root->kind == DOC_VERZEICHNIS) {
		doc_finish(doc->verzeichnis, d);
	} else if (doc->verzeichnis) {
		diag_error(d, "WURZEL", path, doc->verzeichnis->root->line,
			"Das äußerste Element ist <%s>; erwartet wird <verzeichnis>",
			doc_kind_name(doc->verzeichnis->root->kind));
		src_free(doc->verzeichnis);
		doc->verzeichnis = NULL;
	}
}

/* ---- editions a paper or slides take something from ---- */

static const char *edition_file(struct mem *m, const char *inhalt, const char *name)
{
	static const char *const files[] = {"konzept.xml", "bericht.xml"};
	for (size_t i = 0; i < sizeof files / sizeof *files && file_inside(m, inhalt, name); i++) {
		const char *path = file_join(m, file_join(m, inhalt, name), files[i]);
		if (file_exists(path))
			return path;
	}
	return NULL;
}

static struct doc *load_edition(struct src *s, struct doc *doc, const struct doc_node *n, const char *name,
	const char *inhalt, struct diag *d)
{
	const char *path = edition_file(doc->mem, inhalt, name);
	if (!path) {
		diag_error(d, "KONZEPTAUSGABE", doc_path(doc, n), n->line,
			"Die Ausgabe „%s“ wurde nicht gefunden; erwartet wird „%s“, bitte den Ordner berichtigen", name,
			file_join(doc->mem, file_join(doc->mem, inhalt, name), "konzept.xml"));
		return NULL;
	}
	struct doc *k = load(s, path, NULL, 0, d);
	if (k && k->root->kind != DOC_KONZEPT && k->root->kind != DOC_BERICHT) {
		diag_error(d, "KONZEPTAUSGABE", doc_path(doc, n), n->line,
			"„%s“ ist kein Konzept und kein Bericht, das äußerste Element ist <%s>; "
			"erwartet wird <konzept> oder <bericht>, bitte den Ordner berichtigen",
			path, doc_kind_name(k->root->kind));
		src_free(k);
		return NULL;
	}
	doc->incomplete |= !k || k->incomplete;
	if (k && !doc->incomplete) {
		load_verzeichnis(s, k, inhalt, d);
		doc_finish(k, d);
	}
	return k;
}

static void add_edition(struct src *s, struct doc *doc, const struct doc_node *n, const char *name, const char *inhalt,
	struct diag *d)
{
	bool have = !name;
	for (size_t i = 0; i < doc->neditions && !have; i++)
		have = !strcmp(doc->editions[i].name, name);
	if (have)
		return;
	if ((doc->neditions & (doc->neditions - 1)) == 0)
		doc->editions = mem_grow(doc->mem, doc->editions, doc->neditions * sizeof *doc->editions,
			(doc->neditions ? doc->neditions * 2 : 1) * sizeof *doc->editions);
	doc->editions[doc->neditions++] = (struct doc_edition){name, load_edition(s, doc, n, name, inhalt, d)};
}

/* The edition before the "#", if it is named by its folder. */
static const char *edition_of(struct doc *doc, const char *ref)
{
	const char *hash = ref ? strchr(ref, '#') : NULL, *slash = ref ? strchr(ref, '/') : NULL;
	return hash && slash && slash < hash ? mem_str(doc->mem, ref, (size_t)(hash - ref)) : NULL;
}

/* Only papers and slides name editions, and neither is one: there can be no circle. */
static void load_editions(struct src *s, struct doc *doc, const char *inhalt, struct diag *d)
{
	bool slides = doc->root->kind == DOC_PRAESENTATION;
	for (const struct doc_node *n = doc->root; n && inhalt && (slides || doc->root->kind == DOC_VORLAGE);
		n = doc_walk(doc->root, n))
		if (n->kind == DOC_PRAESENTIERT || n->kind == DOC_MASSNAHMEN_AUS || n->kind == DOC_DIAGRAMM_AUS)
			add_edition(s, doc, n, doc_get(n, DOC_A_EDITION), inhalt, d);
		else if (slides && (n->kind == DOC_WERT || n->kind == DOC_RANDZAHL))
			add_edition(s, doc, n, edition_of(doc, doc_get(n, DOC_A_REF)), inhalt, d);
}

/* ---- the edition before ---- */

/* Without marks there is nothing to compare, and nobody waits for a second document. */
static bool has_marks(const struct doc *doc)
{
	if (doc->root->kind != DOC_KONZEPT || !doc_get(doc->root, DOC_A_VORGAENGER))
		return false;
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n))
		if (n->kind == DOC_UMSETZUNGSSTAND ||
			((n->kind == DOC_KENNZAHL || n->kind == DOC_DIAGRAMM) && doc_is(n, DOC_A_VERALTET, "ja")))
			return true;
	return false;
}

/* Its own faults are no business of this document. */
static void load_vorgaenger(struct src *s, struct doc *doc, const char *inhalt)
{
	struct diag *unused = diag_new();
	doc->ort = doc_get(doc->root, DOC_A_ORT);
	doc->edition = doc_get(doc->root, DOC_A_EDITION);
	char *path = has_marks(doc) ? src_vorgaenger(doc->mem, doc, inhalt) : NULL;
	struct doc *old = path ? load(s, path, NULL, 0, unused) : NULL;
	if (old)
		doc_finish(old, unused);
	if (old && old->edition && !strcmp(old->edition, doc_get(doc->root, DOC_A_VORGAENGER)))
		doc->vorgaenger = old;
	else
		src_free(old);
	diag_free(unused);
}

static struct doc *whole(struct src *s, struct doc *doc, const char *inhalt, struct diag *d)
{
	if (!doc)
		return NULL;
	struct diag *unused = diag_new();
	if (!doc->incomplete) {
		load_verzeichnis(s, doc, inhalt, d);
		load_editions(s, doc, inhalt, d);
		load_vorgaenger(s, doc, inhalt);
		load_shown(doc);
	}
	doc_finish(doc, doc->incomplete ? unused : d);
	diag_free(unused);
	return doc;
}

struct doc *src_load(struct src *s, const char *path, const char *inhalt, struct diag *d)
{
	return whole(s, load(s, path, NULL, 0, d), inhalt, d);
}

struct doc *src_load_excerpt(struct src *s, const char *path, const char *data, size_t size, const char *inhalt,
	struct diag *d)
{
	return whole(s, load(s, path, data, size, d), inhalt, d);
}

void src_free(struct doc *doc)
{
	if (!doc)
		return;
	for (size_t i = 0; i < doc->neditions; i++)
		src_free(doc->editions[i].doc);
	src_free(doc->verzeichnis);
	src_free(doc->vorgaenger);
	mem_free(doc->mem);
}
