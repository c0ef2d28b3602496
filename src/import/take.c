/* take.c: one file of others, from its bytes to a folder of source with its account. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "import/findings.h"
#include "import/import.h"
#include "import/sealed.h"
#include "import/pdf.h"
#include "import/read.h"
#include "import/report.h"
#include "import/sense.h"
#include "import/take.h"

struct buf *take_add(struct taking *t, const char *name)
{
	MEM_ROOM_IN(t->mem, t->files, t->n, t->cap);
	t->files[t->n] = (struct take_output){.name = name};
	return &t->files[t->n++].bytes;
}

/* The real path of the folder, be it there or not; NULL: it cannot be said. */
static const char *real_dir(struct taking *t)
{
	char dir[PATH_MAX];
	const char *have = t->dir;
	while (!realpath(have, dir)) {
		if (!strcmp(have, "."))
			return NULL;
		have = file_dir(t->mem, have);
	}
	const char *rest = strcmp(have, ".") ? t->dir + strlen(have) : t->dir;
	return !strcmp(t->dir, have) ? mem_dup(t->mem, dir) : file_join(t->mem, dir, *rest == '/' ? rest + 1 : rest);
}

/* The schema as the first line of a file in the folder names it; NULL: it cannot be said. */
static const char *schema_from(struct taking *t, const char *dir)
{
	char schema[PATH_MAX];
	return dir && t->wish->schema && realpath(t->wish->schema, schema) ? file_relative(t->mem, dir, schema) : NULL;
}

/* The root and all that goes to files of its own; such a part has the namespace again. */
static void write_tree(struct taking *t, struct draft *d, const char *name, const char *schema)
{
	for (struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (c->file)
			draft_set(t->mem, c, "xmlns", "urn:ratssatz:1");
	for (struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (c->file) {
			for (struct draft *k = draft_walk(c, c); k; k = draft_walk(k, c))
				if (k->file)
					draft_set(t->mem, c, "xmlns:xi", "http://www.w3.org/2001/XInclude");
			draft_write(c, schema, take_add(t, c->file));
		}
	draft_write(d, schema, take_add(t, name));
}

/* ---- the folder ---- */

static bool same_bytes(const char *path, const struct buf *b)
{
	struct file_map in;
	struct diag *quiet = diag_new();
	bool same = file_exists(path) && file_map(&in, path, quiet);
	if (same) {
		same = in.size == b->len && !memcmp(in.data, b->data, b->len);
		file_unmap(&in);
	}
	diag_free(quiet);
	return same;
}

/* What stands there stays: all goes to the first folder "vorschlag", "vorschlag-2" … that is free. */
static bool choose_dir(struct taking *t, const char *path, struct buf *told)
{
	size_t there = 0, equal = 0;
	for (size_t i = 0; i < t->n; i++) {
		const char *to = file_join(t->mem, t->dir, t->files[i].name);
		const bool is = file_exists(to);
		there += is;
		equal += is && same_bytes(to, &t->files[i].bytes);
	}
	if (!there)
		return true;
	if (equal == t->n) {
		buf_fmt(told, "%s: schon übernommen, nichts hat sich geändert\n", path);
		return false;
	}
	const char *base = file_join(t->mem, t->dir, "vorschlag"), *dir = base;
	for (int i = 2; file_exists(dir); i++)
		dir = mem_fmt(t->mem, "%s-%d", base, i);
	buf_fmt(told, "%s: im Ordner stehen schon Dateien; nichts ist überschrieben, der Vorschlag liegt in %s\n",
		path, dir);
	for (size_t i = 0; i < t->n; i++) {
		const char *to = file_join(t->mem, t->dir, t->files[i].name);
		if (!same_bytes(to, &t->files[i].bytes))
			buf_fmt(told, "  %s: %s\n", t->files[i].name, file_exists(to) ? "anders als dort" : "dort "
				"nicht vorhanden");
	}
	t->dir = dir;
	return true;
}

static bool put_files(struct taking *t, struct diag *d)
{
	struct file_batch *batch = file_batch_new();
	bool ok = true;
	for (size_t i = 0; ok && i < t->n; i++) {
		const char *to = file_join(t->mem, t->dir, t->files[i].name);
		struct file_out *out = file_make_dir(file_dir(t->mem, to), d) ? file_create(to, d) : NULL;
		ok = out != NULL;
		if (out) {
			file_write(out, t->files[i].bytes.data, t->files[i].bytes.len);
			ok = file_stage(batch, out, d);
		}
	}
	if (!ok) {
		file_drop_all(batch);
		return false;
	}
	return file_commit_all(batch);
}

bool take_write(struct taking *t, const char *path, struct buf *told, struct diag *d)
{
	if (!choose_dir(t, path, told))
		return true;
	const char *first = file_first_missing(t->mem, t->dir);
	if (put_files(t, d))
		return true;
	file_unmake_dir(t->dir, first);
	return false;
}

/* ---- from the file to the files ---- */

static char *all_words(struct mem *m, const struct imp_flow *f)
{
	struct buf b = {0};
	imp_plain(f->root, &b);
	return buf_take(&b, m);
}

static void tell(struct buf *told, const char *path, const struct taking *t, const struct acc *a)
{
	size_t lost = a->lost;
	buf_fmt(told, "%s: %zu Wörter, davon übernommen %zu, nach Regeln weggelassen %zu, nicht zugeordnet %zu; "
		"%zu Vermutungen, %zu Befunde%s; Konto: %s\n",
		path, a->in.n, a->placed, a->dropped, a->unknown, a->nguesses, a->nfindings,
		lost ? mem_fmt(t->mem, ", %zu Stellen nicht gelesen", lost) : "",
		file_join(t->mem, t->dir, "uebernahme.html"));
}

static void write_all(struct taking *t, struct sense *s, const struct sense_result *r, const char *schema)
{
	for (size_t i = 0; i < r->n; i++)
		write_tree(t, r->roots[i], r->names[i], schema);
	for (size_t i = 0; i < s->nfiles; i++)
		buf_put(take_add(t, s->files[i].name), s->files[i].bytes, s->files[i].n);
}

void take_account(struct taking *t, struct sense *s, const struct sense_result *r)
{
	report_json(s, r, take_add(t, "uebernahme.json"));
	report_html(s, r, take_add(t, "uebernahme.html"));
}

void take_forget(struct taking *t)
{
	for (size_t i = 0; i < t->n; i++)
		buf_free(&t->files[i].bytes);
	t->n = 0;
}

const char *take_copy_dir(const struct taking *t)
{
	const char *up = t->dir;
	while (!file_exists(up) && strcmp(up, ".") && strcmp(up, "/"))
		up = file_dir(t->mem, up);
	return file_join(t->mem, up, mem_fmt(t->mem, ".uebernahme-%d", (int)getpid()));
}

bool take_put_copy(struct taking *t, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; ok && i < t->n; i++) {
		const char *to = file_join(t->mem, t->dir, t->files[i].name);
		const struct buf *b = &t->files[i].bytes;
		FILE *f = file_make_dir(file_dir(t->mem, to), d) ? fopen(to, "wxe") : NULL;
		bool put = f && fwrite(b->data ? b->data : "", 1, b->len, f) == b->len;
		ok = f && !fclose(f) && put;
		if (!ok)
			diag_sys(d, "SCHREIBEN", to, 0, "Die Datei kann nicht geschrieben werden: %s", strerror(errno));
	}
	return ok;
}

/* What checking says of the source before it is written: findings about the original. They are marked in it: true. */
static bool check(struct taking *t, struct sense *s, const struct sense_result *r, const char *dir)
{
	struct imp_unwritten *files = MEM_ARRAY(t->mem, struct imp_unwritten, t->n);
	struct imp_checked *checked = MEM_ARRAY(t->mem, struct imp_checked, r->n);
	for (size_t i = 0; i < t->n; i++)
		files[i] = (struct imp_unwritten){file_join(t->mem, dir, t->files[i].name), &t->files[i].bytes};
	for (size_t i = 0; i < r->n; i++)
		checked[i] = (struct imp_checked){file_join(t->mem, dir, r->names[i]), diag_new()};
	t->wish->check(t->wish->arg, files, t->n, checked, r->n);
	bool marked = false;
	for (size_t i = 0; i < r->n; i++) {
		marked |= findings_take(s, r->roots[i], r->names[i], dir, checked[i].said);
		diag_free(checked[i].said);
	}
	return marked;
}

static bool make(struct taking *t, struct sense *s, struct diag *d)
{
	struct sense_result r = {0};
	const char *dir = real_dir(t), *schema = schema_from(t, dir);
	sense_run(s, t->wish, &r);
	if (!acc_add_up(s->acc, r.roots, r.n, s->path, d))
		return false;
	write_all(t, s, &r, schema);
	if (check(t, s, &r, dir ? dir : t->dir)) {
		take_forget(t);
		write_all(t, s, &r, schema);
	}
	s->acc->lost = s->flow->nlosses;
	take_account(t, s, &r);
	return true;
}

/* Words that were parted at the end of a line and that no dictionary has. */
static void guess_hyphens(struct acc *a, const struct imp_flow *f)
{
	enum { SHOWN = 12 };
	struct buf b = {0};
	for (size_t i = 0; i < f->nunsure && i < SHOWN; i++)
		buf_fmt(&b, "%s„%s“", i ? ", " : "", f->unsure[i]);
	if (f->nunsure > SHOWN)
		buf_fmt(&b, " und %zu weitere", f->nunsure - SHOWN);
	if (b.len)
		acc_guess(a, ACC_LIKELY, "Am Zeilenende getrennt und ohne Trennstrich übernommen, obwohl kein "
			"Wörterbuch das Wort kennt: %s", b.data);
	buf_free(&b);
}

/* plain: what parts mean is left to the clerk. The account, or NULL: told. */
static struct acc *make_of(struct taking *t, struct imp_flow *f, const char *path, bool plain, struct diag *d)
{
	struct acc *a = acc_new(t->mem);
	const char *text = all_words(t->mem, f);
	struct town *town = town_open(t->mem, t->wish, text, a, d);
	struct sense s = {.mem = t->mem, .flow = f, .path = path, .text = text, .acc = a, .town = town,
		.plain = plain};
	if (plain)
		acc_guess(a, ACC_WEAK, "Was die Teile bedeuten, ließ sich nicht ohne Rest sagen; übernommen sind "
			"Gliederung, "
			"Listen und Tabellen, bitte die Datei als Fehler melden");
	guess_hyphens(a, f);
	bool ok = make(t, &s, d);
	return ok ? a : NULL;
}

static bool told_account(struct diag *d)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(d, &n);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(m[i].code, "KONTO"))
			return true;
	return false;
}

/* Where the account does not add up, once more without any meaning; where it does not even then, it is told. */
static struct acc *account_of(struct taking *t, struct imp_flow *f, const char *path, struct diag *d)
{
	struct diag *first = diag_new();
	struct acc *a = make_of(t, f, path, false, first);
	bool again = !a && told_account(first);
	size_t n;
	const struct diag_msg *m = diag_sorted(first, &n);
	for (size_t i = 0; i < n && !again; i++)
		diag_add(d, m[i].sev, m[i].code, m[i].file, m[i].line, "%s", m[i].text);
	diag_free(first);
	if (again) {
		take_forget(t);
		f = imp_read(t->mem, path, t->wish->words, d);      /* as it was before meaning worked on it */
		a = f ? make_of(t, f, path, true, d) : NULL;
	}
	return a;
}

/* A PDF of ours holds its source: that is taken, and nothing is guessed. */
static bool take_source(struct taking *t, const char *path, struct buf *told, struct diag *d)
{
	struct pdf_file *files;
	size_t n = pdf_source(t->mem, path, &files);
	bool master = false;
	for (size_t i = 0; i < n; i++) {
		const char *name = files[i].name, *end = strrchr(name, '.');
		master |= end && !strcmp(end, ".xml") && memmem(files[i].data, files[i].n, "urn:ratssatz:1", 14);
		buf_put(take_add(t, name), files[i].data, files[i].n);
	}
	if (!master) {
		take_forget(t);
		return false;
	}
	if (take_write(t, path, told, d))
		buf_fmt(told, "%s: ein PDF von ratssatz; seine Quelle lag bei, %zu Dateien sind entnommen, nichts "
			"ist geraten\n",
			path, n);
	return true;
}

bool imp_take(const struct imp_wish *w, const char *path, struct buf *told, struct diag *d)
{
	struct taking t = {.mem = mem_new(), .wish = w, .dir = w->output};
	bool ok = take_source(&t, path, told, d);
	struct imp_flow *f = ok ? NULL : imp_read(t.mem, path, w->words, d);
	if (f && sealed_take(&t, f, path, told, d)) {
		ok = true;
	} else if (f) {
		struct acc *a = account_of(&t, f, path, d);
		ok = a && take_write(&t, path, told, d);
		if (ok)
			tell(told, path, &t, a);
	}
	take_forget(&t);
	mem_free(t.mem);
	return ok;
}
