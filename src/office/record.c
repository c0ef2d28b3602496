/* record.c: what register and ledger are told about documents. */
#include "office/record.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/u8.h"
#include "compose/compose.h"
#include "model/literatur.h"
#include "office/decided.h"
#include "oparl/oparl.h"
#include "source/source.h"

const char *off_id_at(struct mem *m, const char *below, enum doc_kind kind, const char *id)
{
	if (kind == DOC_VERZEICHNIS)
		return "verzeichnis";
	if (id || kind == DOC_VORLAGE || kind == DOC_SITZUNG)
		return id ? id : "";
	return pipe_is_master(file_base(below)) ? file_dir(m, below) : below;
}

const char *off_id(struct mem *m, const char *root, const struct doc *doc)
{
	const char *path = doc->files[0].path, *below = pipe_below_root(m, root, path);
	return off_id_at(m, below ? below : path, doc->root->kind, doc_get(doc->root, DOC_A_ID));
}

bool off_source(struct mem *m, const char *root, const struct doc *doc, struct reg_source *src, struct diag *d)
{
	const char *path = doc->files[0].path;
	*src = (struct reg_source){.path = pipe_below_root(m, root, path),
		.ort = doc->ort,
		.file = path,
		.root = root,
		.line = doc->root->line};
	hash_sha256(doc->files[0].data, doc->files[0].size, src->sha256);
	if (src->path)
		return true;
	diag_sys(d, "INHALT", path, 0,
		"Die Datei liegt nicht unter der Wurzel der Inhalte (%s); das Register kennt nur, was dort liegt, "
		"bitte die Datei dorthin legen oder --inhalt nennen",
		root ? root : "content");
	return false;
}

/* The paper it is a supplement to: the number alone may say so, by the town's pattern. */
static const char *supplemented(struct mem *m, const struct doc_vorlage *v, const struct style *s)
{
	const struct doc_muster *w = s ? sty_muster(s, m) : NULL;
	if (!v || !v->nummer)
		return NULL;
	const char *stem = doc_nummer_ergaenzt(m, w, doc_nummer_whole(m, w, v->nummer, v->ergaenzung));
	return stem || !v->ergaenzung ? stem : v->nummer;
}

static bool index_paper(struct reg *reg, const struct reg_source *src, const struct doc *doc, const struct style *s,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_source paper = *src;
	paper.stamm = supplemented(m, doc_vorlage(doc), s);
	const bool ok = off_keep_numbers_by_hand(reg, doc, s, d) && reg_index_paper(reg, &paper, doc, NULL, d);
	mem_free(m);
	return ok;
}

bool off_index(struct reg *reg, const struct reg_source *src, const struct doc *doc, const struct style *s,
	struct diag *d)
{
	switch ((int)doc->root->kind) {
	case DOC_VERZEICHNIS: return reg_index_directory(reg, src, doc, d);
	case DOC_KONZEPT: return reg_index_edition(reg, src, doc, d);
	case DOC_SITZUNG: return reg_index_session(reg, src, doc, d);
	case DOC_VORLAGE: return index_paper(reg, src, doc, s, d);
	case DOC_NIEDERSCHRIFT: return off_index_minutes(reg, src, doc, s, d);
	}
	diag_sys(d, "ARTFREMD", doc->files[0].path, doc->root->line,
		"<%s> kommt nicht ins Register; erwartet wird ein Verzeichnis, ein Konzept, eine Sitzung, eine "
		"Niederschrift oder eine Vorlage",
		doc_kind_name(doc->root->kind));
	return false;
}

/* ---- hashes */

static void add_beilage(struct hash_run *h, const struct doc_beilage *a)
{
	hash_add(h, a->data, a->size);
	if (a->text)
		hash_add(h, a->text, a->text_size);
}

void off_hash_source(const struct doc *const *docs, size_t n, uint8_t out[32])
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
			add_beilage(h, &doc->beilagen[i]);
	}
	hash_end(h, out);
}

void off_hash_attached(const struct blk_tree *t, uint8_t out[32])
{
	struct hash_run *h = hash_begin();
	for (size_t i = 0; i < t->nattachments; i++) {
		const struct blk_attachment *f = &t->attachments[i];
		if (f->relationship && (!strcmp(f->relationship, "Source") || !strcmp(f->relationship, "Data")))
			hash_add(h, f->data, f->size);
	}
	hash_end(h, out);
}

void off_hash_templates(const struct style *s, uint8_t out[32])
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

bool off_final(const struct edition *e, const char *path, const char *done, struct diag *d)
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
		: "die Gestaltung der Kommune kennzeichnet alles so, was nicht entwurf=\"nein\" sagt";
	diag_error(d, "ENTWURF", path, e->doc->root->line,
		"Das Dokument ist ein Entwurf (%s) und wird nicht %s; ist es fertig, wird entwurf=\"nein\" erwartet, "
		"bitte ändern",
		why, done);
	return false;
}

const char *off_body_code(const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	const char *body = v->nberatungen ? v->beratungen[0].gremium : NULL;
	for (size_t i = 0; i < v->nberatungen; i++)
		body = v->beratungen[i].massgeblich ? v->beratungen[i].gremium : body;
	const struct doc_stelle *s = body ? doc_stelle(doc, body) : NULL;
	return s ? doc_get(s->node, DOC_A_KURZ) : NULL;
}

/* ---- names */

const char *off_short_day(struct mem *m, const char *iso)
{
	struct date d;
	struct buf b = {0};
	if (!iso || !date_parse(&d, iso))
		return "offen";
	date_put_short(&b, d);
	return buf_take(&b, m);
}

char *off_number_name(struct mem *m, const struct style *s, const struct doc_vorlage *v)
{
	const char *number = v->nummer ? v->nummer : v->id;
	const char *whole = v->ergaenzung && v->nummer ? doc_nummer_whole(m, sty_muster(s, m), number, v->ergaenzung)
		: number;
	if (v->ergaenzung && !strncmp(whole, number, strlen(number)))
		return mem_fmt(m, "%s-%d", off_file_name(m, number), v->ergaenzung);
	return off_file_name(m, whole);                 /* a revision that is a part of the number */
}

char *off_file_name(struct mem *m, const char *s)
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
	if (!b.len)
		buf_str(&b, "ohne");
	return buf_take(&b, m);
}

/* ---- the register of a call */

bool off_desk_open(struct off_desk *k, const struct edition *e, bool write, struct diag *d)
{
	const char *path = pipe_register_path(k->mem, pipe_places(k->office->pipe), e->root, e->doc->ort);
	if (k->path && strcmp(path, k->path)) {
		diag_sys(d, "REGISTERORT", e->doc->files[0].path, 0,
			"Das Dokument gehört in ein anderes Register (%s) als die übrigen (%s); bitte getrennt "
			"aufrufen oder --register nennen",
			path, k->path);
		return false;
	}
	bool worker = k->path && k->process != getpid();
	if (!k->path || worker) {
		k->path = path;
		k->root = e->root;
		k->process = getpid();
		k->reg = k->office->open ? k->office->open : reg_open(path, write && !worker, d);
		pipe_ask_register(k->office->pipe, k->reg);
		if (!k->reg)
			pipe_without_register(k->office->pipe);        /* what is wrong with it is told once */
		else
			reg_look(k->reg);
	}
	return k->reg != NULL;
}

void off_desk_close(struct off_desk *k)
{
	pipe_ask_register(k->office->pipe, NULL);
	if (k->reg != k->office->open)
		reg_close(k->reg);
	k->reg = NULL;
}

bool off_begin(struct reg *r, const struct office *o, struct diag *d)
{
	return o->open || reg_begin(r, d);
}

bool off_commit(struct reg *r, const struct office *o, struct diag *d)
{
	return o->open || (opa_publish(r, o->now, d) && reg_commit(r, d));
}

const struct buf *off_rewrite_of(const struct off_rewrites *r, const char *path)
{
	for (size_t i = 0; i < r->n; i++)
		if (!strcmp(r->all[i].path, path))
			return &r->all[i].now;
	return NULL;
}

void off_rewrite(struct off_rewrites *r, const char *path, const struct buf *now)
{
	size_t i = 0;
	while (i < r->n && strcmp(r->all[i].path, path))
		i++;
	if (i == r->n) {
		MEM_ROOM(r->all, r->n, r->cap);
		r->all[r->n++] = (struct off_rewrite){.path = path};
		stat(path, &r->all[i].was);
	}
	r->all[i].now.len = 0;
	buf_put(&r->all[i].now, now->data, now->len);
}

void off_rewrites_free(struct off_rewrites *r)
{
	for (size_t i = 0; i < r->n; i++)
		buf_free(&r->all[i].now);
	free(r->all);
	*r = (struct off_rewrites){0};
}

/* Nobody wrote it since it was read. */
static bool is_as_read(const struct off_rewrite *w, struct diag *d)
{
	struct stat now = {0};
	const bool same = stat(w->path, &now) == 0 && now.st_ino == w->was.st_ino && now.st_size == w->was.st_size &&
		now.st_mtim.tv_sec == w->was.st_mtim.tv_sec && now.st_mtim.tv_nsec == w->was.st_mtim.tv_nsec;
	if (!same)
		diag_sys(d, "SCHREIBEN", w->path, 0,
			"Die Datei ist geändert worden, während der Befehl lief; es ist nichts geschrieben, bitte den "
			"Befehl wiederholen");
	return same;
}

bool off_commit_with(struct reg *r, const struct office *o, const struct off_rewrites *w, struct diag *d)
{
	struct file_batch *sources = file_batch_new();
	bool ok = true;
	for (size_t i = 0; ok && i < w->n; i++) {
		struct file_out *out = is_as_read(&w->all[i], d) ? file_create(w->all[i].path, d) : NULL;
		ok = out != NULL;
		if (out) {
			file_write(out, w->all[i].now.data, w->all[i].now.len);
			ok = file_stage(sources, out, d);
		}
	}
	ok = ok && file_place_whole(sources) && off_commit(r, o, d);
	file_end_whole(sources, ok);
	return ok;
}
