/* mark.c: the marks by which each output is known, whatever version of the program wrote it. What people go on writing
 * keeps its mark when they do; of that the sum is known, "boegen/.d/.NAME.summe" for "boegen/NAME". */
#include "base/mark.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"

/* head: what the file begins with, NULL: anything; then somewhere the mark. */
static const struct { const char *head, *mark; } known[] = {
	{"%PDF-", "<pdf:Producer>" MARK_NAME},             /* XMP, never compressed (PDF/A) */
	{"<!DOCTYPE html", "\"generator\" content=\"" MARK_NAME},
	{"BEGIN:VCALENDAR", "PRODID:-//" MARK_NAME},
	{"PK", "pruefsummen.sha512"},                      /* a package of any version */
	{"PK", MARK_NAME},                                 /* the comment */
	{"{", "\"erzeuger\":\t\"" MARK_NAME},
	{"<?xml", "<!-- erzeugt: " MARK_NAME},
	{MARK_TEXT, ""},
	{"{\"job\":", "\"schluessel\":"},                 /* a plan of jobs */
	{"#!/bin/sh\n", "# Geschrieben von „ratssatz"},
};

static bool has(const struct file_map *f, const char *head, const char *mark)
{
	size_t n = strlen(head);
	return f->size >= n && !memcmp(f->data, head, n) && memmem(f->data, f->size, mark, strlen(mark));
}

bool mark_is_ours(const char *path)
{
	struct stat st;
	struct file_map f;
	struct diag *quiet = diag_new();
	bool ours = false;
	if (stat(path, &st) || !S_ISREG(st.st_mode) || !st.st_size) {
		ours = true;                               /* nothing is lost; a folder is told when it is opened */
	} else if (file_map(&f, path, quiet)) {
		for (size_t i = 0; !ours && i < sizeof known / sizeof *known; i++)
			ours = has(&f, known[i].head, known[i].mark);
		file_unmap(&f);
	}
	diag_free(quiet);
	return ours;
}

bool mark_may_replace(const char *path, struct diag *d)
{
	if (!file_exists(path) || mark_is_ours(path))
		return true;
	diag_sys(d, "FREMDEDATEI", path, 0,
		"Die Datei gibt es schon, und ratssatz hat sie nicht geschrieben; ersetzt wird nur, was ratssatz "
		"schrieb, bitte einen anderen Namen wählen oder die Datei vorher wegräumen");
	return false;
}

/* ---- what people go on writing */

enum { SUM = 2 * HASH_SHA256 + 1 };

static void sum_of(const void *data, size_t n, char hex[SUM])
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(data ? data : "", n, sum);
	hash_hex(sum, sizeof sum, hex);
}

static const char *record_of(struct mem *m, const char *path)
{
	return file_beside(m, file_join(m, file_join(m, file_dir(m, path), ".d"), file_base(path)), "summe");
}

static bool says(const char *record, const char *hex, struct diag *quiet)
{
	struct buf b = {0};
	bool same = file_exists(record) && file_read(&b, record, quiet) && b.len == SUM &&
		!memcmp(b.data, hex, SUM - 1);
	buf_free(&b);
	return same;
}

/* Nothing would be lost: it is what was written here last, or what is to be written. */
static bool is_untouched(struct mem *m, const char *path, const char *now)
{
	struct stat st;
	struct file_map f;
	char hex[SUM];
	if (stat(path, &st))
		return !file_exists(path);
	if (!S_ISREG(st.st_mode) || !st.st_size)
		return true;
	struct diag *quiet = diag_new();
	bool same = file_map(&f, path, quiet);
	if (same) {
		sum_of(f.data, f.size, hex);
		file_unmap(&f);
		same = !strcmp(hex, now) || says(record_of(m, path), hex, quiet);
	}
	diag_free(quiet);
	return same;
}

static bool stage(struct file_batch *batch, const char *path, const void *data, size_t n, struct diag *d)
{
	struct file_out *out = file_create(path, d);
	return out && (file_write(out, data, n), file_stage(batch, out, d));
}

static bool place(struct mem *m, const char *path, const struct buf *b, const char *hex, struct diag *d)
{
	const char *record = record_of(m, path), *line = mem_fmt(m, "%s\n", hex);
	struct file_batch *batch = file_batch_new();
	if (stage(batch, path, b->data ? b->data : "", b->len, d) && file_make_dir(file_dir(m, record), d) &&
		stage(batch, record, line, SUM, d))
		return file_commit_whole(batch);
	file_drop_all(batch);
	return false;
}

enum mark_end mark_put(const char *path, const struct buf *b, bool replace, struct diag *d)
{
	struct mem *m = mem_new();
	char hex[SUM];
	sum_of(b->data, b->len, hex);
	enum mark_end end = !replace && !is_untouched(m, path, hex) ? MARK_KEPT
		: place(m, path, b, hex, d)                         ? MARK_PUT
								    : MARK_FAILED;
	mem_free(m);
	return end;
}

static bool tell_kept(const char *path, struct diag *d)
{
	diag_sys(d, "FREMDEDATEI", path, 0,
		"Die Datei gibt es schon, und so hat ratssatz sie nicht geschrieben; ersetzt wird nur, was "
		"seitdem niemand geändert hat, bitte einen anderen Namen wählen oder --ersetzen angeben");
	return false;
}

bool mark_may_put(const char *path, bool replace, struct diag *d)
{
	struct mem *m = mem_new();
	const bool may = replace || is_untouched(m, path, "");
	mem_free(m);
	return may || tell_kept(path, d);
}

bool mark_put_or_tell(const char *path, const struct buf *b, bool replace, struct diag *d)
{
	enum mark_end end = mark_put(path, b, replace, d);
	return end == MARK_KEPT ? tell_kept(path, d) : end == MARK_PUT;
}
