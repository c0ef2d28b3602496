/* load.c: a master file with everything that belongs to it. */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/load.h"
#include "source/schema.h"

struct src *src_open(const char *schema_dir, struct diag *d)
{
	struct src *s = mem_alloc(sizeof *s);
	(void)d;
	xmlInitParser();
	*s = (struct src){.dir = strdup(schema_dir)};
	return s;
}

void src_close(struct src *s)
{
	if (!s)
		return;
	schema_free(s->schema);
	free(s->dir);
	free(s);
}

static struct loader *loader_new(struct src *s, const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	struct loader *l = mem_alloc(sizeof *l);
	struct doc *doc = MEM_NEW(m, struct doc);
	doc->mem = m;
	doc->dir = strcmp(path, "-") ? file_dir(m, path) : ".";
	*l = (struct loader){.schema = s->schema, .doc = doc, .diag = d, .root = doc->dir};
	return l;
}

static bool have_schema(struct src *s, struct diag *d)
{
	if (!s->tried)
		s->schema = schema_load(s->dir, d);
	s->tried = true;
	return s->schema != NULL;
}

static struct doc *load(struct src *s, const char *path, struct diag *d)
{
	if (!have_schema(s, d))
		return NULL;
	struct loader *l = loader_new(s, path, d);
	struct doc *doc = l->doc;
	int file = load_add(l, strcmp(path, "-") ? path : "Standardeingabe", path, -1, 0);
	if (file >= 0)
		load_parse(l, file);
	if (doc->root && !l->stop)
		load_data(l);
	bool usable = doc->root && !l->stop;
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
	if (!inhalt || !ort || doc->root->kind == DOC_VERZEICHNIS || strspn(ort, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(ort))
		return;
	char *path = file_join(doc->mem, file_join(doc->mem, inhalt, ort), "verzeichnis.xml");
	if (!file_exists(path)) {
		diag_warn(d, "VERZEICHNIS", doc->files[0].path, doc->root->line, "Für ort=\"%s\" fehlt „%s“; dort stehen Stellen und Gremien, bitte anlegen oder ort berichtigen", ort, path);
		return;
	}
	doc->verzeichnis = load(s, path, d);
	if (doc->verzeichnis && doc->verzeichnis->root->kind == DOC_VERZEICHNIS) {
		doc_finish(doc->verzeichnis, d);
	} else if (doc->verzeichnis) {
		diag_error(d, "WURZEL", path, doc->verzeichnis->root->line, "Das äußerste Element ist <%s>; erwartet wird <verzeichnis>", doc_kind_name(doc->verzeichnis->root->kind));
		src_free(doc->verzeichnis);
		doc->verzeichnis = NULL;
	}
}

struct doc *src_load(struct src *s, const char *path, const char *inhalt, struct diag *d)
{
	struct doc *doc = load(s, path, d);
	if (!doc)
		return NULL;
	load_verzeichnis(s, doc, inhalt, d);
	doc_finish(doc, d);
	return doc;
}

void src_free(struct doc *doc)
{
	if (!doc)
		return;
	src_free(doc->verzeichnis);
	mem_free(doc->mem);
}
