/* record.c: what register and ledger are told about documents. */
#include "cli/record.h"
#include "compose/compose.h"
#include "model/literatur.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "base/u8.h"
#include "oparl/oparl.h"
#include "source/source.h"
#include "text/text.h"

/* The name of the outermost element: comments, instructions and a document type stand before it. */
static size_t root_name(const char *s, size_t n, const char **name)
{
	const char *end = s + n, *p = s;
	while ((p = memchr(p, '<', (size_t)(end - p))) && end - p > 4) {
		const char *close = !memcmp(p, "<!--", 4) ? "-->" : p[1] == '?' ? "?>" : p[1] == '!' ? ">" : NULL;
		if (!close) {
			*name = ++p;
			while (p < end && (isalnum((unsigned char)*p) || *p == '-'))
				p++;
			return (size_t)(p - *name);
		}
		p = memmem(p + 2, (size_t)(end - p - 2), close, strlen(close));
		if (!p)
			break;
	}
	return 0;
}

bool rec_is_document(const char *path)
{
	struct diag *unused = diag_new();
	struct buf b = {0};
	const char *name = "";
	size_t n = file_read(&b, path, unused) && b.len ? root_name(b.data, b.len, &name) : 0;
	char *root = strndup(name, n);
	enum doc_kind kind = doc_kind_find(root);
	free(root);
	buf_free(&b);
	diag_free(unused);
	return kind != DOC_KIND_MAX && kind != DOC_VERZEICHNIS && doc_kind_class(kind) == DOC_CLASS_ROOT;
}

enum rec_rank rec_rank_of(const char *path)
{
	static const char *const names[] = {[REC_VERZEICHNIS] = "verzeichnis",
		[REC_KONZEPT] = "konzept",
		[REC_SITZUNG] = "sitzung",
		[REC_VORLAGE] = "vorlage"};
	struct diag *unused = diag_new();
	struct buf b = {0};
	const char *name = "";
	int rank = REC_OTHER;
	size_t n = file_read(&b, path, unused) && b.len ? root_name(b.data, b.len, &name) : 0;
	for (int i = 0; i <= REC_VORLAGE; i++)
		if (strlen(names[i]) == n && !memcmp(names[i], name, n))
			rank = i;
	const char *close = rank == REC_VORLAGE ? strchr(name, '>') : NULL;
	if (close && !memmem(name, (size_t)(close - name), " nummer=", 8) &&
		!memmem(name, (size_t)(close - name), "\nnummer=", 8))
		rank = REC_VORLAGE_OHNE_NUMMER;
	buf_free(&b);
	diag_free(unused);
	return rank;
}

const char *rec_id(struct mem *m, const struct cmd_args *a, const struct doc *doc)
{
	const char *id = doc_get(doc->root, DOC_A_ID), *path = doc->files[0].path;
	if (doc->root->kind == DOC_VERZEICHNIS)
		return "verzeichnis";
	if (id || doc->root->kind == DOC_VORLAGE || doc->root->kind == DOC_SITZUNG)
		return id ? id : "";
	const char *rel = cmd_below_root(m, cmd_content_root(m, a, path), path);
	rel = rel ? rel : path;
	return cmd_is_master(file_base(rel)) ? file_dir(m, rel) : rel;
}

bool rec_source(struct mem *m, const struct cmd_args *a, const struct doc *doc, struct reg_source *src, struct diag *d)
{
	const char *path = doc->files[0].path, *root = cmd_content_root(m, a, path);
	*src = (struct reg_source){.path = cmd_below_root(m, root, path), .ort = doc->ort};
	hash_sha256(doc->files[0].data, doc->files[0].size, src->sha256);
	if (src->path)
		return true;
	diag_sys(d, "INHALT", path, 0,
		"Die Datei liegt nicht unter der Wurzel der Inhalte (%s); das Register kennt nur, was dort liegt, "
		"bitte die Datei dorthin legen oder --inhalt nennen",
		root ? root : "content");
	return false;
}

bool rec_index(struct reg *reg, const struct reg_source *src, const struct doc *doc, struct diag *d)
{
	switch ((int)doc->root->kind) {
	case DOC_VERZEICHNIS: return reg_index_directory(reg, src, doc, d);
	case DOC_KONZEPT: return reg_index_edition(reg, src, doc, d);
	case DOC_SITZUNG: return reg_index_session(reg, src, doc, d);
	case DOC_VORLAGE: return reg_index_paper(reg, src, doc, NULL, d);
	}
	diag_sys(d, "ARTFREMD", doc->files[0].path, doc->root->line,
		"<%s> kommt nicht ins Register; erwartet wird ein Verzeichnis, ein Konzept, eine Sitzung oder eine "
		"Vorlage",
		doc_kind_name(doc->root->kind));
	return false;
}

/* ---- hashes */

void rec_hash_source(const struct doc *const *docs, size_t n, uint8_t out[32])
{
	struct hash_run *h = hash_begin();
	for (size_t k = 0; k < n; k++) {
		const struct doc *doc = docs[k];
		for (size_t i = 0; doc && i < doc->nfiles; i++)
			hash_add(h, doc->files[i].data, doc->files[i].size);
		for (size_t i = 0; doc && i < doc->ncsvs; i++)
			hash_add(h, doc->csvs[i].data, doc->csvs[i].size);
		for (size_t i = 0; doc && i < doc->npictures; i++)
			hash_add(h, doc->pictures[i].data, doc->pictures[i].size);
		if (doc && doc->literatur)
			hash_add(h, doc->literatur->data, doc->literatur->size);
		for (size_t i = 0; doc && i < doc->nbeilagen; i++)
			hash_add(h, doc->beilagen[i].data, doc->beilagen[i].size);
	}
	hash_end(h, out);
}

void rec_hash_attached(const struct blk_tree *t, uint8_t out[32])
{
	struct hash_run *h = hash_begin();
	for (size_t i = 0; i < t->nattachments; i++) {
		const struct blk_attachment *f = &t->attachments[i];
		if (f->relationship && (!strcmp(f->relationship, "Source") || !strcmp(f->relationship, "Data")))
			hash_add(h, f->data, f->size);
	}
	hash_end(h, out);
}

void rec_hash_templates(const struct style *s, uint8_t out[32])
{
	struct hash_run *h = hash_begin();
	struct diag *unused = diag_new();              /* they were read a moment ago */
	const struct style *town = s->base ? s->base : s;
	for (int i = 0; i < town->nfiles; i++) {
		struct buf b = {0};
		if (file_read(&b, town->files[i], unused) && b.len)
			hash_add(h, b.data, b.len);
		buf_free(&b);
	}
	diag_free(unused);
	hash_end(h, out);
}

/* ---- drafts */

bool rec_final(const struct edition *e, const char *path, const char *done, struct diag *d)
{
	if (!com_is_draft(e->doc, e->style))
		return true;
	size_t open = doc_offen(e->doc);
	if (open) {
		diag_error(d, "ENTWURF", path, e->doc->root->line,
			"Das Dokument ist ein Entwurf und wird nicht %s, solange %zu %s zu entscheiden %s; welche, "
			"sagt „ratssatz stand“",
			done, open, open == 1 ? "Punkt" : "Punkte", open == 1 ? "ist" : "sind");
		return false;
	}
	const char *why = doc_get(e->doc->root, DOC_A_ENTWURF)
		? "entwurf=\"ja\""
		: "die Vorlage des Ortes kennzeichnet alles so, was nicht entwurf=\"nein\" sagt";
	diag_error(d, "ENTWURF", path, e->doc->root->line,
		"Das Dokument ist ein Entwurf (%s) und wird nicht %s; ist es fertig, wird entwurf=\"nein\" erwartet, "
		"bitte ändern",
		why, done);
	return false;
}

/* ---- excerpts */

/* Faults were told for the source, with its lines; what the excerpt has besides is told once. */
bool rec_read_public(struct session *s, const struct doc *full, struct edition *e, struct diag *d)
{
	struct buf b = {0};
	struct diag *own = diag_new();
	const char *path = full->files[0].path;
	bool ok = src_excerpt(full, &b, d);
	if (ok && (!cmd_read(s, path, &b, e, own) || diag_status(own))) {
		diag_error(d, "AUSZUG", path, 0,
			"Ohne das Nichtöffentliche lässt sich das Dokument nicht lesen; bitte prüfen, ob Öffentliches "
			"auf Nichtöffentliches verweist");
		ok = false;
	}
	if (e->txt)
		txt_report(e->txt, d);
	diag_free(own);
	buf_free(&b);
	return ok;
}

/* ---- small things */

/* ASCII only, and no two signs in a row, because council systems break on more. */
char *rec_file_name(struct mem *m, const char *s)
{
	static const struct {
		uint32_t c;
		const char *as;
	} fold[] = {{0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"}, {0xDF, "ss"}};
	struct buf b = {0};
	for (const char *p = s, *end = s + strlen(s); p < end;) {
		uint32_t c = u8_lower(u8_get(&p, end));
		const char *as = NULL;
		for (size_t i = 0; i < sizeof fold / sizeof *fold; i++)
			if (fold[i].c == c)
				as = fold[i].as;
		if (as)
			buf_str(&b, as);
		else if (c < 0x80 && isalnum((int)c))
			buf_chr(&b, (char)c);
		else if (b.len && b.data[b.len - 1] != '-' && p < end)
			buf_chr(&b, '-');
	}
	char *name = mem_str(m, b.data ? b.data : "ohne", b.len ? b.len : 4);
	buf_free(&b);
	return name;
}

struct date rec_today(const struct cmd_args *a)
{
	time_t t = (time_t)a->now;
	struct tm tm;
	localtime_r(&t, &tm);
	return (struct date){(int16_t)(tm.tm_year + 1900), (int8_t)(tm.tm_mon + 1), (int8_t)tm.tm_mday};
}

struct reg *rec_open(struct mem *m, const struct cmd_args *a, const char *input, const char *ort, bool write,
	struct diag *d)
{
	return reg_open(cmd_register_path(m, a, cmd_content_root(m, a, input), ort), write, d);
}

bool rec_commit(struct reg *r, const struct cmd_args *a, struct diag *d)
{
	return opa_publish(r, a->now, d) && reg_commit(r, d);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t rec_towns(struct mem *m, const struct cmd_args *a, const char ***names)
{
	const char *root = cmd_content_root(m, a, ".");
	DIR *dir = root ? opendir(root) : NULL;
	size_t n = 0;
	*names = NULL;
	for (struct dirent *e; dir && (e = readdir(dir));) {
		if (e->d_name[0] == '.' || !file_exists(file_join(m, file_join(m, root, e->d_name), "verzeichnis.xml")))
			continue;
		*names = mem_grow(m, *names, n * sizeof **names, (n + 1) * sizeof **names);
		(*names)[n++] = mem_dup(m, e->d_name);
	}
	if (dir)
		closedir(dir);
	if (n)
		qsort(*names, n, sizeof **names, by_name);
	return n;
}

size_t rec_registers(struct mem *m, const struct cmd_args *a, const char ***paths)
{
	const char *root = cmd_content_root(m, a, "."), **towns, *given = getenv("RATSSATZ_REGISTER");
	size_t n = rec_towns(m, a, &towns), found = 0;
	*paths = MEM_ARRAY(m, const char *, n + 1);
	if (a->opt[CMD_O_REGISTER] || (given && *given)) {
		(*paths)[0] = cmd_register_path(m, a, root, "");
		return 1;
	}
	for (size_t i = 0; i < n; i++) {
		const char *path = cmd_register_path(m, a, root, towns[i]);
		if (file_exists(path))
			(*paths)[found++] = path;
	}
	return found;
}
