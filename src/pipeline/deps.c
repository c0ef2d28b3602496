/* deps.c: what an output was made from, written apart from it and read again: <folder>/.d/<name>.d.
 *
 * 	# ratssatz 0.1.0 (0123456789abcdef) setzen --format html content/ort/konzept.xml
 * 	# 81220                                          size of the output
 * 	# <sha256> content/ort/konzept.xml               one line a file
 * 	# fehlt content/ort/register.db                  looked for, not there
 * 	# - ohne Nichtöffentliches gesetzt, jedes Mal neu  instead of sums, where the file must not tell of
 * 	                                                 what was left out: no such sum is ever right
 * 	out/konzept.html: content/ort/konzept.xml …      the rule for make, then an empty rule for each file, so that
 * one may go
 *
 * Sums, not times, decide: a file saved without a change, copied or checked out anew sets nothing. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/store.h"
#include "base/version.h"
#include "model/public.h"
#include "pipeline/deps.h"
#include "pipeline/output.h"
#include "pipeline/run.h"
#include "source/source.h"
#include "text/text.h"

enum { SUM_HEX = 2 * HASH_SHA256 };
static const char missing[] = "fehlt";

struct deps {
	struct pipe *pipe;
	struct mem *mem;
	const char *call, *cwd;
	/* sum: hex, or missing; NULL: not wanted; shown: its text has a part for the public */
	struct made_from { const char *name, *sum; bool shown; } *files;
	size_t n, cap, kept;                           /* kept: the first of those the pipeline keeps */
	bool secret;                                   /* a part is not for the public */
	bool hides;                                    /* and was left out: deps_only_public() */
};

/* ---- sums of files, each made once in a run */

static void sum_bytes(const void *data, size_t n, char *hex)
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(data, n, sum);
	hash_hex(sum, sizeof sum, hex);
}

const char *deps_sum(struct pipe *pipe, const char *path)
{
	struct file_map map;
	size_t n = strlen(path);
	if (!pipe->sums)
		pipe->sums = store_new(SIZE_MAX);
	char *hex = store_get(pipe->sums, path, n);
	if (hex)
		return hex;
	hex = store_put(pipe->sums, path, n, SUM_HEX + 1);
	struct diag *unused = diag_new();              /* a file that is not there is an answer, too */
	if (file_map(&map, path, unused)) {
		sum_bytes(map.data, map.size, hex);
		file_unmap(&map);
	} else {
		strcpy(hex, missing);
	}
	diag_free(unused);
	return hex;
}

/* ---- collecting */

struct deps *deps_new(struct mem *m, struct pipe *pipe, const char *call)
{
	struct deps *p = MEM_NEW(m, struct deps);
	char cwd[PATH_MAX];
	*p = (struct deps){.pipe = pipe, .mem = m, .call = call};
	p->cwd = getcwd(cwd, sizeof cwd) ? mem_dup(m, cwd) : "/";
	return p;
}

void deps_in_full(struct deps *p)
{
	p->cwd = "";
}

/* As people and Makefiles name it: below the current folder without that folder, else in full; links are followed. */
static const char *shown(struct deps *p, const char *path)
{
	char *real = realpath(path, NULL);
	size_t n = strlen(p->cwd);
	if (!real)
		return path;
	bool below = n && !strncmp(real, p->cwd, n) && real[n] == '/';
	const char *name = mem_dup(p->mem, below ? real + n + 1 : real);
	free(real);
	return name;
}

static struct made_from *find(const struct deps *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (!strcmp(p->files[i].name, name))
			return &p->files[i];
	return NULL;
}

static void add(struct deps *p, const char *path, const char *sum)
{
	const char *name = shown(p, path);
	if (find(p, name))
		return;
	MEM_ROOM_IN(p->mem, p->files, p->n, p->cap);
	p->files[p->n++] = (struct made_from){name, sum || !p->call ? sum : deps_sum(p->pipe, name), false};
}

static bool for_house(unsigned kind)
{
	const enum doc_kind *k = doc_for_house;
	while (*k < DOC_KIND_MAX && *k != kind)
		k++;
	return *k < DOC_KIND_MAX;
}

/* Chapters are one file with the master in an excerpt: those with a word for the public are found here. */
static void mark_shown(struct deps *p, const struct doc *doc)
{
	bool *any = MEM_ARRAY(p->mem, bool, doc->nfiles + 1);
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		if (n->kind == DOC_TEXT)
			continue;                      /* in the file of its element, and hidden with it */
		const struct doc_node *hidden = doc_hidden_by(n);
		any[n->file] = any[n->file] || !hidden;
		p->secret = p->secret || (hidden && !for_house(hidden->kind));
	}
	for (size_t i = 0; i < doc->nfiles; i++) {
		struct made_from *f = find(p, shown(p, doc->files[i].path));
		if (f && any[i])
			f->shown = true;
	}
}

/* Of the bytes that were read, not of those that stand there by now. */
static void add_doc(struct deps *p, const struct doc *doc)
{
	if (!doc)
		return;
	for (size_t i = 0; i < doc->ninputs; i++) {
		const struct doc_input *in = &doc->inputs[i];
		char *hex = mem_get(p->mem, SUM_HEX + 1);
		if (in->data && p->call)
			sum_bytes(in->data, in->size, hex);
		add(p, in->path, in->data ? hex : missing);
	}
	add_doc(p, doc->verzeichnis);
	add_doc(p, doc->vorgaenger);
	for (size_t i = 0; i < doc->neditions; i++)
		add_doc(p, doc->editions[i].doc);
}

void deps_add_sources(struct deps *p, const struct edition *e)
{
	add_doc(p, e->doc);
}

void deps_add(struct deps *p, const struct edition *e)
{
	deps_add_sources(p, e);
	if (p->call)
		mark_shown(p, e->doc);
	if (!e->style)
		return;
	if (e->doc->root->kind == DOC_VORLAGE || e->doc->root->kind == DOC_SITZUNG ||
		e->doc->root->kind == DOC_NIEDERSCHRIFT) {
		const char *reg = pipe_register_path(p->mem, pipe_places(p->pipe), e->root, e->doc->ort);
		add(p, reg, NULL);
		find(p, shown(p, reg))->shown = true;
	}
	p->kept = p->n;
	deps_add_look(p, e);
}

void deps_add_look(struct deps *p, const struct edition *e)
{
	const struct style *look = e->style->base ? e->style->base : e->style;
	const char **fonts;
	for (int i = 0; i < look->nfiles; i++)
		add(p, look->files[i], NULL);
	size_t n = txt_files(e->txt, p->mem, &fonts);
	for (size_t i = 0; i < n; i++)
		add(p, fonts[i], NULL);
}

static void mark_read(struct deps *p, const struct doc *doc)
{
	for (size_t i = 0; doc && i < doc->ninputs; i++) {
		struct made_from *f = find(p, shown(p, doc->inputs[i].path));
		if (f)
			f->shown = true;
	}
	if (!doc)
		return;
	mark_read(p, doc->verzeichnis);
	mark_read(p, doc->vorgaenger);
	for (size_t i = 0; i < doc->neditions; i++)
		mark_read(p, doc->editions[i].doc);
}

void deps_only_public(struct deps *p, const struct edition *excerpt)
{
	size_t n = 0, kept = p->kept;
	mark_read(p, excerpt->doc);
	for (size_t i = 0; i < p->n; i++)
		if (i >= kept || p->files[i].shown)
			p->files[n++] = p->files[i];
		else
			p->kept--;
	p->hides = p->secret || n < p->n;
	p->n = n;
}

bool deps_at(const struct deps *p, size_t i, const char **name, const char **sum)
{
	if (i >= p->n)
		return false;
	*name = p->files[i].name;
	*sum = p->files[i].sum;
	return true;
}

size_t deps_files(const struct deps *p, const char *const **names, size_t *kept)
{
	const char **all = MEM_ARRAY(p->mem, const char *, p->n + 1);
	for (size_t i = 0; i < p->n; i++)
		all[i] = p->files[i].name;
	*names = all;
	*kept = p->kept ? p->kept : p->n;
	return p->n;
}

/* ---- the file */

/* Version, sources of the program, command, and all that decides about the bytes but stands in no file. */
static void put_call(struct buf *b, const struct pipe *pipe, const char *call)
{
	const char *words = pipe->options->in_words;
	buf_fmt(b, "# %s (%s) %s%s\n", version_program, version_made, call, words ? words : "");
}

/* A line break in a name ends the line of a file that is read by lines: nothing can be said of it there. */
static bool has_control(const char *name)
{
	for (; *name; name++)
		if ((unsigned char)*name < 0x20 || *name == 0x7F)
			return true;
	return false;
}

static bool can_be_told(const struct deps *p, const char *target)
{
	bool told = !has_control(target);
	for (size_t i = 0; i < p->n; i++)
		told = told && !has_control(p->files[i].name);
	return told;
}

/* What make takes for something else in a name. */
static void put_name(struct buf *b, const char *name)
{
	for (; *name; name++) {
		if (strchr(" \t#:", *name))
			buf_chr(b, '\\');
		else if (*name == '$')
			buf_chr(b, '$');
		buf_chr(b, *name);
	}
}

static void put_rules(struct buf *b, const struct deps *p, const char *target)
{
	put_name(b, target);
	buf_chr(b, ':');
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->files[i].sum, missing)) {
			buf_str(b, " \\\n ");
			put_name(b, p->files[i].name);
		}
	buf_chr(b, '\n');
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->files[i].sum, missing)) {
			put_name(b, p->files[i].name);
			buf_str(b, ":\n");
		}
}

/* "out/a.pdf" -> "out/.d/a.pdf.d"; a name that would become too long is cut. */
static char *path_for(struct mem *m, const char *target)
{
	const char *name = file_base(target), *folder = file_join(m, file_dir(m, target), ".d");
	return strlen(name) + 2 > NAME_MAX ? file_beside(m, file_join(m, folder, name), "d")
					   : file_join(m, folder, mem_fmt(m, "%s.d", name));
}

bool deps_stage(struct deps *p, const char *target, struct diag *d)
{
	const char *path = path_for(p->mem, target);
	if (!can_be_told(p, target))                   /* it is set anew each time */
		return true;
	const char *folder = file_dir(p->mem, path), *first = file_first_missing(p->mem, folder);
	if (!file_make_dir(folder, d))
		return false;
	struct buf b = {0};
	put_call(&b, p->pipe, p->call);
	buf_fmt(&b, "# %zu\n", pipe_staged_size(p->pipe));
	if (p->hides)
		buf_str(&b, "# - ohne Nichtöffentliches gesetzt, jedes Mal neu\n");
	for (size_t i = 0; !p->hides && i < p->n; i++)
		buf_fmt(&b, "# %s %s\n", p->files[i].sum, p->files[i].name);
	put_rules(&b, p, target);
	bool ok = pipe_stage_silent(p->pipe, path, &b, d);
	if (!ok)
		file_unmake_dir(folder, first);
	buf_free(&b);
	return ok;
}

/* ---- asking it */

/* "# <sum> <name>" for each file, until the rule begins. */
static bool same_files(struct pipe *pipe, char *line)
{
	for (char *end; *line == '#' && (end = strchr(line, '\n')); line = end + 1) {
		char *name = strchr(line + 2, ' ');
		*end = '\0';
		if (!name)
			return false;
		*name = '\0';
		if (strcmp(deps_sum(pipe, name + 1), line + 2))
			return false;
	}
	return true;
}

static bool same_size(const char *line, const char *target)
{
	struct stat st;
	return !strncmp(line, "# ", 2) && stat(target, &st) == 0 && S_ISREG(st.st_mode) &&
		st.st_size == strtoll(line + 2, NULL, 10);
}

bool deps_unchanged(struct pipe *pipe, const char *call, const char *target)
{
	struct mem *m = pipe_mem(pipe);
	const char *path = path_for(m, target);
	struct buf was = {0}, now = {0};
	struct diag *unused = diag_new();
	bool same = file_exists(path) && file_read(&was, path, unused);
	diag_free(unused);
	if (same) {
		put_call(&now, pipe, call);
		buf_chr(&was, '\0');
		char *size = was.len > now.len && !memcmp(was.data, now.data, now.len) ? was.data + now.len : NULL;
		char *files = size ? strchr(size, '\n') : NULL;
		same = files && same_size(size, target) && same_files(pipe, files + 1);
	}
	buf_free(&was);
	buf_free(&now);
	return same;
}
