/* pack.c: the files of a package to a folder or a ZIP file: sorted, times fixed, so that the same files are the same
 * bytes. */
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/mark.h"
#include "package/package.h"

enum { DOS_1980 = 0x21 };                              /* 1 January 1980, the first day a ZIP file knows */

struct entry { const char *name; const char *data; size_t size; };
struct pak { struct mem *mem; struct entry *at; size_t n, cap; };

struct pak *pak_new(struct mem *m)
{
	struct pak *p = MEM_NEW(m, struct pak);
	p->mem = m;
	return p;
}

void pak_add(struct pak *p, const char *name, const void *data, size_t size)
{
	MEM_ROOM_IN(p->mem, p->at, p->n, p->cap);
	p->at[p->n++] = (struct entry){name, data, size};
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
	return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
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
	pak_text(p, m, PAK_SUMS, &b);
	qsort(p->at, p->n, sizeof *p->at, by_name);
}

/* ---- ZIP */

static bool add(zip_t *z, const struct entry *e)
{
	zip_source_t *s = zip_source_buffer(z, e->data, e->size, 0);
	zip_int64_t i = s ? zip_file_add(z, e->name, s, ZIP_FL_ENC_GUESS) : -1;
	if (i < 0) {
		zip_source_free(s);
		return false;
	}
	return !zip_set_file_compression(z, (zip_uint64_t)i, ZIP_CM_DEFLATE, 6) &&
		!zip_file_set_dostime(z, (zip_uint64_t)i, 0, DOS_1980, 0) &&
		!zip_file_set_external_attributes(z, (zip_uint64_t)i, 0, ZIP_OPSYS_UNIX, (zip_uint32_t)0100644 << 16);
}

/* The finished archive stands in src. */
static bool archive(const struct pak *p, zip_source_t *src)
{
	zip_t *z = zip_open_from_source(src, ZIP_TRUNCATE, NULL);
	if (!z)
		return false;
	zip_source_keep(src);                              /* zip_close gives back its own hold on it */
	bool ok = true;
	for (size_t i = 0; ok && i < p->n; i++)
		ok = add(z, &p->at[i]);
	ok = ok && !zip_set_archive_comment(z, MARK_NAME, sizeof MARK_NAME - 1);
	if (ok && !zip_close(z))
		return true;
	zip_discard(z);
	return false;
}

static void copy(zip_source_t *src, struct file_out *out)
{
	char block[16384];
	zip_int64_t n;
	while ((n = zip_source_read(src, block, sizeof block)) > 0)
		file_write(out, block, (size_t)n);
}

static bool stage_zip(const struct pak *p, const char *target, struct file_batch *files, struct diag *d)
{
	struct file_out *out = file_create(target, d);
	zip_source_t *src = out ? zip_source_buffer_create(NULL, 0, 0, NULL) : NULL;
	bool ok = src && archive(p, src) && !zip_source_open(src);
	if (ok) {
		copy(src, out);
		zip_source_close(src);
	} else if (out) {
		diag_sys(d, "SCHREIBEN", target, 0,
			"Das Archiv lässt sich nicht packen; bitte den freien Speicher prüfen");
	}
	if (src)
		zip_source_free(src);
	if (ok)
		return file_stage(files, out, d);
	file_drop(out);
	return false;
}

/* ---- folder */

static bool is_form(const char *name)
{
	return !strcmp(name, "quittung.csv") || !strcmp(name, "quittung.json");
}

static bool has_bytes(const char *path, const struct entry *e)
{
	struct diag *quiet = diag_new();
	struct buf b = {0};
	bool same = file_exists(path) && file_read(&b, path, quiet) && b.len == e->size &&
		(!e->size || !memcmp(b.data, e->data, e->size));
	buf_free(&b);
	diag_free(quiet);
	return same;
}

static bool is_same(const struct pak *p, struct mem *m, const char *target)
{
	bool same = file_is_dir(target);
	for (size_t i = 0; same && i < p->n; i++) {
		const char *path = file_join(m, target, p->at[i].name);
		same = is_form(p->at[i].name) ? file_exists(path) : has_bytes(path, &p->at[i]);
	}
	return same;
}

static bool fill(const struct pak *p, struct file_folder *f)
{
	for (size_t i = 0; i < p->n; i++)
		if (!file_folder_put(f, p->at[i].name, p->at[i].data, p->at[i].size))
			return false;
	return true;
}

static bool begin_folder(const struct pak *p, struct mem *m, const char *target, struct pak_placing *all,
	struct diag *d)
{
	const char *work = file_folder_work(m, target, PAK_SUMS);
	if (work) {
		diag_error(d, "ABGABEORDNER", target, 0,
			"In der früheren Abgabe hier ist „%s“ ausgefüllt, geändert oder dazugekommen, und die neue "
			"ersetzt den Ordner als Ganzes; bitte die Datei zuerst woanders ablegen (eine Quittung mit "
			"„ratssatz quittieren“ einlesen) oder einen anderen Ordner nennen",
			work);
		return false;
	}
	struct file_folder *f = file_folder_new(target, PAK_SUMS, d);
	if (!f) {
		diag_error(d, "ABGABEORDNER", target, 0,
			"Hier liegt etwas anderes als eine Abgabe, und die Abgabe ersetzt den Ordner als Ganzes; bitte "
			"einen eigenen Ordner oder eine Datei mit "
			"der Endung .zip nennen");
		return false;
	}
	all->folders[all->n++] = f;
	return fill(p, f);
}

static bool stage_folder(const struct pak *p, const char *target, struct pak_placing *all, struct diag *d)
{
	struct mem *m = mem_new();
	bool ok = is_same(p, m, target) || begin_folder(p, m, target, all, d);
	mem_free(m);
	return ok;
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
	size_t n = 0;
	while (n < all->n && file_folder_place(all->folders[n]))
		n++;
	return n == all->n && (!all->files || file_place_whole(all->files));
}

void pak_end(struct pak_placing *all, bool good)
{
	if (all->files)
		file_end_whole(all->files, good);
	for (size_t i = 0; i < all->n; i++) {
		if (!good)
			file_folder_take_back(all->folders[i]);
		file_folder_end(all->folders[i]);
	}
	*all = (struct pak_placing){0};
}
