/* pack.c: the files of a package to a folder or a ZIP file: sorted, times fixed, so that the same files are the same
 * bytes. */
#include <stdlib.h>
#include <string.h>

#include "base/arc.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/mark.h"
#include "package/package.h"

struct pak { struct mem *mem; struct arc_file *at; size_t n, cap; };

struct pak *pak_new(struct mem *m)
{
	struct pak *p = MEM_NEW(m, struct pak);
	p->mem = m;
	return p;
}

void pak_add(struct pak *p, const char *name, const void *data, size_t size)
{
	MEM_ROOM_IN(p->mem, p->at, p->n, p->cap);
	p->at[p->n++] = (struct arc_file){name, data, size, false};
}

void pak_each(const struct pak *p, void (*each)(void *, const char *, const void *, size_t), void *arg)
{
	for (size_t i = 0; i < p->n; i++)
		each(arg, p->at[i].name, p->at[i].data, p->at[i].size);
}

void pak_text(struct pak *p, struct mem *m, const char *name, struct buf *b)
{
	size_t n = b->len;
	pak_add(p, name, buf_take(b, m), n);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct arc_file *)a)->name, ((const struct arc_file *)b)->name);
}

void pak_sums(struct pak *p, struct mem *m)
{
	uint8_t sum[HASH_SHA512];
	char hex[2 * HASH_SHA512 + 1];
	struct buf b = {0};
	if (p->n)
		qsort(p->at, p->n, sizeof *p->at, by_name);
	for (size_t i = 0; i < p->n; i++) {
		hash_sha512(p->at[i].data, p->at[i].size, sum);
		hash_hex(sum, sizeof sum, hex);
		buf_fmt(&b, "%s  %s\n", hex, p->at[i].name);
	}
	pak_text(p, m, "pruefsummen.sha512", &b);
	qsort(p->at, p->n, sizeof *p->at, by_name);
}

/* ---- ZIP */

static void put(void *out, const void *data, size_t n)
{
	file_write(out, data, n);
}

static bool stage_zip(const struct pak *p, const char *target, struct file_batch *files, struct diag *d)
{
	struct file_out *out = file_create(target, d);
	if (out && arc_pack(p->at, p->n, MARK_NAME, put, out))
		return file_stage(files, out, d);
	if (out)
		diag_sys(d, "SCHREIBEN", target, 0,
			"Das Archiv lässt sich nicht packen; bitte den freien Speicher prüfen");
	file_drop(out);
	return false;
}

/* ---- folder */

/* What stands there already: the same package, another one, or another one whose receipt somebody has begun to fill in.
 * */
enum there { OTHER, SAME, FILLED };

static bool is_form(const char *name)
{
	return !strcmp(name, "quittung.csv") || !strcmp(name, "quittung.json");
}

static bool has_bytes(const char *path, const struct arc_file *e)
{
	struct diag *quiet = diag_new();
	struct buf b = {0};
	bool same = file_exists(path) && file_read(&b, path, quiet) && b.len == e->size &&
		(!e->size || !memcmp(b.data, e->data, e->size));
	buf_free(&b);
	diag_free(quiet);
	return same;
}

/* A form is filled in when the checksums beside it do not name it. */
static bool is_filled(struct mem *m, const char *target, const char *form)
{
	const char *path = file_join(m, target, form);
	uint8_t sum[HASH_SHA512];
	char hex[2 * HASH_SHA512 + 1];
	struct diag *quiet = diag_new();
	struct buf b = {0}, sums = {0};
	bool there = file_exists(path) && file_read(&b, path, quiet) &&
		file_read(&sums, file_join(m, target, "pruefsummen.sha512"), quiet);
	hash_sha512(b.data ? b.data : "", b.len, sum);
	hash_hex(sum, sizeof sum, hex);
	there = there && !(sums.data && strstr(sums.data, hex));
	buf_free(&b);
	buf_free(&sums);
	diag_free(quiet);
	return there;
}

static enum there look(const struct pak *p, const char *target)
{
	struct mem *m = mem_new();
	bool same = file_is_dir(target),
	     filled = is_filled(m, target, "quittung.csv") || is_filled(m, target, "quittung.json");
	for (size_t i = 0; same && i < p->n; i++) {
		const char *path = file_join(m, target, p->at[i].name);
		same = is_form(p->at[i].name) ? file_exists(path) : has_bytes(path, &p->at[i]);
	}
	mem_free(m);
	return same ? SAME : filled ? FILLED : OTHER;
}

static bool stage_folder(const struct pak *p, const char *target, struct pak_placing *all, struct diag *d)
{
	enum there t = look(p, target);
	if (t == SAME)
		return true;
	if (t == FILLED) {
		diag_error(d, "ABGABEORDNER", target, 0,
			"In der früheren Abgabe hier ist eine Quittung ausgefüllt, und die neue ersetzt den Ordner als "
			"Ganzes; bitte die Quittung zuerst woanders "
			"ablegen und mit „ratssatz quittieren“ einlesen oder einen anderen Ordner nennen");
		return false;
	}
	struct file_folder *f = file_folder_new(target, "pruefsummen.sha512", d);
	if (!f) {
		diag_error(d, "ABGABEORDNER", target, 0,
			"Hier liegt etwas anderes als eine Abgabe, und die Abgabe ersetzt den Ordner als Ganzes; bitte "
			"einen eigenen Ordner oder eine Datei mit "
			"der Endung .zip nennen");
		return false;
	}
	all->folders[all->n++] = f;
	for (size_t i = 0; i < p->n; i++)
		if (!file_folder_put(f, p->at[i].name, p->at[i].data, p->at[i].size))
			return false;
	return true;
}

/* ---- both */

bool pak_stage(struct pak *p, const char *target, struct pak_placing *all, struct diag *d)
{
	size_t n = strlen(target);
	if (!all->files)
		all->files = file_batch_new();
	if (p->n)
		qsort(p->at, p->n, sizeof *p->at, by_name);
	return n > 4 && !strcmp(target + n - 4, ".zip") ? stage_zip(p, target, all->files, d)
							: stage_folder(p, target, all, d);
}

bool pak_place(struct pak_placing *all)
{
	bool ok = !all->files || file_commit_all(all->files);
	all->files = NULL;
	for (size_t i = 0; ok && i < all->n; i++)
		ok = file_folder_place(all->folders[i]);
	pak_drop(all);
	return ok;
}

void pak_drop(struct pak_placing *all)
{
	file_drop_all(all->files);
	for (size_t i = 0; i < all->n; i++)
		file_folder_end(all->folders[i]);
	*all = (struct pak_placing){0};
}
