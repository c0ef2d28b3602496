/* batch.c: the issued files of one call: all written, synced together, put in place, then entered into the ledger in
 * one transaction. Killed before the entry, a file lies there without one; the same call makes the same bytes again and
 * enters them. */
#include "office/batch.h"

#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/version.h"
#include "layout/layout.h"
#include "office/joblist.h"
#include "office/record.h"
#include "pipeline/output.h"

struct issued {
	struct issued *next;
	struct reg_issue is;
	char *made;                                    /* beside its place; NULL: given up */
	char *target;
	struct diag *diag;
	bool placed, fresh, entered, added;            /* fresh: put there by this call */
};

struct folder { struct folder *next; const char *path, *first; };      /* first: the first that was not there */

struct off_batch {
	struct mem *mem;
	const struct office *office;
	struct file_batch *files;
	struct issued *first, *last;
	struct folder *folders;                        /* made for it, the last first */
	bool kept;                                     /* entered to the last: what was put in place stays */
};

/* The sums of an issued file, where they stand in struct reg_issue. */
static const struct sum { size_t at, size; } sums[] = {
#define SUM_AT(name) {offsetof(struct reg_issue, name), sizeof ((struct reg_issue *)0)->name}
	SUM_AT(sha256), SUM_AT(sha512), SUM_AT(source_sha256), SUM_AT(excerpt_sha256), SUM_AT(template_sha256)
#undef SUM_AT
};

struct off_batch *off_batch_new(const struct office *o)
{
	struct mem *m = mem_new();
	struct off_batch *b = MEM_NEW(m, struct off_batch);
	*b = (struct off_batch){.mem = m, .office = o, .files = file_batch_new()};
	return b;
}

void off_batch_free(struct off_batch *b)
{
	if (!b)
		return;
	file_drop_all(b->files);
	for (const struct issued *w = b->first; w; w = w->next) {
		if (w->made && !w->placed)
			unlink(w->made);
		if (w->fresh && !b->kept)
			unlink(w->target);
	}
	for (const struct folder *f = b->folders; f; f = f->next)
		file_unmake_dir(f->path, f->first);    /* those that stayed empty */
	mem_free(b->mem);
}

/* Behind it the next one goes. */
static struct folder **add_folder(struct off_batch *b, struct folder **at, const char *path, const char *first)
{
	struct folder *f = MEM_NEW(b->mem, struct folder);
	*f = (struct folder){*at, mem_dup(b->mem, path), mem_dup(b->mem, first)};
	*at = f;
	return &f->next;
}

bool off_batch_make_dir(struct off_batch *b, const char *path, struct diag *d)
{
	const char *first = file_first_missing(b->mem, path);
	const bool ok = file_make_dir(path, d);
	if (ok && first)
		add_folder(b, &b->folders, path, first);
	return ok;
}

static bool sums_of(const char *path, struct reg_issue *is)
{
	struct diag *unused = diag_new();
	struct file_map map;
	bool ok = file_exists(path) && file_map(&map, path, unused);
	if (ok) {
		hash_sha256(map.data, map.size, is->sha256);
		hash_sha512(map.data, map.size, is->sha512);
		is->size = (int64_t)map.size;
		file_unmap(&map);
	}
	diag_free(unused);
	return ok;
}

static void append(struct off_batch *b, struct issued *w)
{
	*(b->last ? &b->last->next : &b->first) = w;
	b->last = w;
}

/* What was staged last under that name. */
static struct issued *add(struct off_batch *b, const struct reg_issue *is, char *made, const char *target,
	struct diag *d)
{
	struct issued *w = MEM_NEW(b->mem, struct issued);
	*w = (struct issued){.is = *is, .made = made, .target = mem_dup(b->mem, target), .diag = d};
	w->is.ort = mem_dup(b->mem, is->ort);
	w->is.object_id = mem_dup(b->mem, is->object_id);
	struct reg_hold *holds = MEM_ARRAY(b->mem, struct reg_hold, is->nholds + 1);
	for (size_t i = 0; i < is->nholds; i++)
		holds[i] = (struct reg_hold){mem_dup(b->mem, is->holds[i].objekt), mem_dup(b->mem, is->holds[i].teil)};
	w->is.holds = holds;
	w->is.program = version_program;
	w->is.when = b->office->now;
	append(b, w);
	return w;
}

static char *beside(struct off_batch *b, const char *target)
{
	return file_beside(b->mem, target, mem_fmt(b->mem, "neu-%ld", (long)getpid()));
}

bool off_batch_add(struct off_batch *b, const struct edition *e, const struct reg_issue *is, const char *target,
	struct diag *d)
{
	char *made = beside(b, target);
	struct file_out *out = pipe_put_pdf(b->office->pipe, e, made, d);
	if (!out || !file_stage(b->files, out, d))
		return false;
	struct issued *w = add(b, is, made, target, d);
	w->is.pages = lay_pages(e->lay);
	off_hash_attached(e->tree, w->is.excerpt_sha256);
	if (is->public) {
		struct buf text = {0};
		off_words(e, &text, d);
		w->is.text = buf_take(&text, b->mem);
	}
	return sums_of(file_last_staged(b->files), &w->is);
}

bool off_batch_add_file(struct off_batch *b, const char *data, size_t size, const struct reg_issue *is,
	const char *target, struct diag *d)
{
	char *made = beside(b, target);
	struct file_out *out = file_create(made, d);
	if (!out || !file_write(out, data, size) || !file_stage(b->files, out, d))
		return false;
	struct issued *w = add(b, is, made, target, d);
	w->is.titel = mem_dup(b->mem, is->titel);
	w->is.text = is->text ? mem_dup(b->mem, is->text) : NULL;
	return sums_of(file_last_staged(b->files), &w->is);
}

bool off_batch_add_made(struct off_batch *b, const struct off_result *r, const struct reg_issue *is,
	const char *target, struct diag *d)
{
	char *made = beside(b, target);
	struct file_out *out = off_result_copy(r, made, d);
	if (!out || !file_stage(b->files, out, d))
		return false;
	struct issued *w = add(b, is, made, target, d);
	w->is.pages = r->is.pages;
	w->is.size = r->is.size;
	w->is.text = r->is.text ? mem_dup(b->mem, r->is.text) : NULL;
	memcpy(w->is.sha256, r->is.sha256, sizeof w->is.sha256);
	memcpy(w->is.sha512, r->is.sha512, sizeof w->is.sha512);
	memcpy(w->is.excerpt_sha256, r->is.excerpt_sha256, sizeof w->is.excerpt_sha256);
	return true;
}

/* ---- between processes */

static void pack_one(const struct issued *w, struct buf *b)
{
	const struct reg_issue *is = &w->is;
	pack_str(b, w->made);
	pack_str(b, w->target);
	pack_str(b, is->ort);
	pack_str(b, is->object_id);
	pack_str(b, is->kind);
	pack_str(b, is->text);
	pack_int(b, is->size);
	pack_int(b, is->pages);
	pack_int(b, is->public);
	pack_int(b, is->when);
	for (const struct sum *s = sums; s < sums + sizeof sums / sizeof *sums; s++)
		pack_bytes(b, (const char *)is + s->at, s->size);
	pack_int(b, (int64_t)is->nholds);
	for (size_t i = 0; i < is->nholds; i++) {
		pack_str(b, is->holds[i].objekt);
		pack_str(b, is->holds[i].teil);
	}
}

static void unpack_one(struct issued *w, struct unpack *u, struct mem *m)
{
	struct reg_issue *is = &w->is;
	size_t size;
	w->made = unpack_str(u, m);
	w->target = unpack_str(u, m);
	*is = (struct reg_issue){.ort = unpack_str(u, m), .program = version_program};
	is->object_id = unpack_str(u, m);
	is->kind = unpack_str(u, m);
	is->text = unpack_str(u, m);
	is->size = unpack_int(u);
	is->pages = (int)unpack_int(u);
	is->public = unpack_int(u);
	is->when = unpack_int(u);
	for (const struct sum *s = sums; s < sums + sizeof sums / sizeof *sums; s++) {
		const char *bytes = unpack_bytes(u, &size);
		if (size == s->size)
			memcpy((char *)is + s->at, bytes, size);
	}
	is->nholds = (size_t)unpack_int(u);
	struct reg_hold *holds = MEM_ARRAY(m, struct reg_hold, is->nholds + 1);
	for (size_t i = 0; i < is->nholds; i++) {
		holds[i].objekt = unpack_str(u, m);
		holds[i].teil = unpack_str(u, m);
	}
	is->holds = holds;
}

void off_batch_pack(struct off_batch *b, struct buf *out)
{
	int64_t n = 0;
	for (const struct issued *w = b->first; w; w = w->next)
		n++;
	pack_int(out, n);
	for (const struct issued *w = b->first; w; w = w->next)
		pack_one(w, out);
	n = 0;
	for (const struct folder *f = b->folders; f; f = f->next)
		n++;
	pack_int(out, n);
	for (const struct folder *f = b->folders; f; f = f->next) {
		pack_str(out, f->path);
		pack_str(out, f->first);
	}
	file_pack_all(b->files, out);
	b->first = b->last = NULL;
	b->folders = NULL;
}

void off_batch_unpack(struct off_batch *b, struct unpack *u, struct diag *d)
{
	for (int64_t n = unpack_int(u); n > 0; n--) {
		struct issued *w = MEM_NEW(b->mem, struct issued);
		*w = (struct issued){.diag = d};
		unpack_one(w, u, b->mem);
		append(b, w);
	}
	struct folder **at = &b->folders;
	for (int64_t n = unpack_int(u); n > 0; n--) {
		const char *path = unpack_str(u, b->mem), *first = unpack_str(u, b->mem);
		if (path && first)
			at = add_folder(b, at, path, first);
	}
	file_adopt_all(b->files, u, false, d);
}

/* ---- putting in place */

/* An issued file is never overwritten: other bytes get the next free name, x-2.pdf. What was never entered may be, if
 * it is ours, and nothing that this run reads. */
static bool place(struct off_batch *b, struct issued *w, struct reg *reg)
{
	int stem = (int)(strrchr(w->target, '.') - w->target);
	const char *first = w->target;
	struct reg_issue there, known;
	if (!file_exists(w->made))
		return false;                          /* told by the batch */
	for (int k = 2; sums_of(w->target, &there); k++) {
		if (!memcmp(w->is.sha256, there.sha256, sizeof there.sha256)) {
			unlink(w->made);
			return true;
		}
		if (!reg_issue_find(reg, b->mem, there.sha256, &known)) {
			if (!pipe_may_write(b->office->pipe, w->target, w->diag))
				return false;
			break;
		}
		w->target = mem_fmt(b->mem, "%.*s-%d%s", stem, first, k, first + stem);
	}
	if (!rename(w->made, w->target))
		return w->fresh = true;
	diag_sys(w->diag, "SCHREIBEN", w->target, 0,
		"Die Datei lässt sich nicht an ihren Platz bringen; bitte Rechte und freien Platz prüfen");
	return false;
}

static void sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

bool off_batch_place(struct off_batch *b, struct reg *reg)
{
	const char *dir = NULL;
	bool all = file_commit_all(b->files);
	b->files = NULL;
	for (struct issued *w = b->first; w; w = w->next) {
		const char *in = file_dir(b->mem, w->target);
		w->placed = place(b, w, reg);
		all &= w->placed;
		if (dir && strcmp(dir, in))
			sync_folder(dir);
		dir = in;
	}
	if (dir)
		sync_folder(dir);
	return all;
}

bool off_batch_has_placed(const struct off_batch *b)
{
	for (const struct issued *w = b->first; w; w = w->next)
		if (w->placed)
			return true;
	return false;
}

/* ---- the ledger */

bool off_batch_enter(struct off_batch *b, struct reg *reg, bool event, struct diag *d)
{
	for (struct issued *w = b->first; w; w = w->next) {
		if (!w->placed)
			continue;
		w->is.file = w->target;
		if (!reg_issue(reg, &w->is, &w->added, d) ||
			(event && w->added &&
				!reg_event(reg, reg_key(w->is.ort, w->is.object_id), REG_AUSGEGEBEN, b->office->now,
					file_base(w->target), d)))
			return false;
		w->entered = true;
	}
	return true;
}

void off_batch_keep(struct off_batch *b)
{
	b->kept = true;
	for (const struct issued *w = b->first; w; w = w->next)
		if (w->placed)
			pipe_say(b->office->pipe, "%s: %d %s%s", w->target, w->is.pages,
				w->is.pages == 1 ? "Seite" : "Seiten", w->entered && !w->added ? ", unverändert" : "");
}
