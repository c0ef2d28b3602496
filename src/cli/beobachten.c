/* beobachten.c: sets what changed, for as long as nobody ends it. The session stays between the runs: schema,
 * templates, fonts and words are read once, unless they change themselves. What a document depends on is what was read
 * for it the last time. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/run.h"
#include "pipeline/deps.h"
#include "pipeline/watch.h"

enum { DEEPEST = 32 };                                 /* folders below one another */

struct watched {
	const char *path, *real;                       /* path: as given, for messages and the output's name */
	struct mem *mem;                               /* of files */
	const char **files; size_t n, kept;            /* real paths; those the session keeps from kept on */
	bool dirty, failed;                            /* failed: tried again whatever changes */
};

struct observer {
	const struct cmd_args *args;
	struct mem *mem;
	struct office *office;                         /* NULL: begins with the next run */
	struct watch *watch;
	struct watched *docs; size_t n, cap;
};

/* ---- documents */

static void add_document(struct observer *o, const char *path)
{
	char *real = realpath(path, NULL);
	for (size_t i = 0; real && i < o->n; i++)
		if (!strcmp(o->docs[i].real, real)) {
			free(real);
			return;
		}
	MEM_ROOM(o->docs, o->n, o->cap);
	o->docs[o->n++] = (struct watched){
		.path = mem_dup(o->mem, path), .real = mem_dup(o->mem, real ? real : path), .dirty = true};
	free(real);
}

/* What editors leave beside a file begins so. */
static bool is_hidden(const char *name)
{
	return name[0] == '.' || name[0] == '#';
}

static int no_hidden(const struct dirent *e)
{
	return !is_hidden(e->d_name);
}

static bool is_xml(const char *name)
{
	size_t n = strlen(name);
	return n > 4 && !strcmp(name + n - 4, ".xml");
}

/* Watches the folder and those below it and takes in documents not known yet. Links to folders are not followed. */
static void scan(struct observer *o, struct mem *m, const char *folder, int depth)
{
	struct dirent **list = NULL;
	char *real = realpath(folder, NULL);
	if (real)
		watch_folder(o->watch, real);              /* before it is read: what comes in between is told */
	free(real);
	int n = depth < DEEPEST ? scandir(folder, &list, no_hidden, alphasort) : 0;
	for (int i = 0; i < n; i++) {
		struct stat st;
		char *path = file_join(m, folder, list[i]->d_name);
		if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
			scan(o, m, path, depth + 1);
		else if (is_xml(path) && pipe_peek(path).document)
			add_document(o, path);
		free(list[i]);
	}
	free(list);
}

static void scan_all(struct observer *o)
{
	struct mem *m = mem_new();
	for (int i = 0; i < o->args->nargs; i++)
		if (file_is_dir(o->args->arg[i]))
			scan(o, m, o->args->arg[i], 0);
		else
			add_document(o, o->args->arg[i]);
	mem_free(m);
}

/* ---- what a document depends on */

/* The real path, of a file that is not there, too. */
static const char *real_name(struct mem *m, const char *path)
{
	char *real = realpath(path, NULL), *dir = real ? NULL : realpath(file_dir(m, path), NULL);
	const char *name = real ? mem_dup(m, real) : dir ? file_join(m, dir, file_base(path)) : path;
	free(real);
	free(dir);
	return name;
}

/* What could not be read has nothing new to say about what it depends on. */
static void note_files(struct observer *o, struct watched *w, const struct deps *deps)
{
	const char *const *names;
	size_t kept, n = deps_files(deps, &names, &kept);
	if (!n && w->n)
		return;
	mem_free(w->mem);
	w->mem = mem_new();
	w->files = MEM_ARRAY(w->mem, const char *, n + 1);
	for (w->n = 0; w->n < n; w->n++)
		w->files[w->n] = real_name(w->mem, names[w->n]);
	w->kept = kept;
	if (!n) {
		w->files[w->n++] = w->real;
		w->kept = 1;
	}
	for (size_t i = 0; i < w->n; i++)
		watch_folder(o->watch, file_dir(w->mem, w->files[i]));
}

/* Marks what depends on the path; true: something does. */
static bool mark(struct observer *o, const char *path)
{
	bool known = false;
	for (size_t i = 0; i < o->n; i++)
		for (size_t k = 0; k < o->docs[i].n; k++)
			if (!strcmp(o->docs[i].files[k], path)) {
				o->docs[i].dirty = known = true;
				if (k >= o->docs[i].kept && o->office) {
					cmd_office_end(o->office);
					o->office = NULL;
				}
			}
	return known;
}

static void mark_changes(struct observer *o, const struct watch_changes *c)
{
	bool new = c->all, any = c->all;
	for (size_t i = 0; i < c->n; i++) {
		const char *name = file_base(c->paths[i]);
		if (mark(o, c->paths[i]))
			any = true;
		else if (!is_hidden(name) && (is_xml(name) || file_is_dir(c->paths[i])))
			new = true;
	}
	if (new)
		scan_all(o);
	for (size_t i = 0; i < o->n; i++)
		o->docs[i].dirty |= c->all || (o->docs[i].failed && (any || new));
}

/* ---- a run */

/* What is gone is said once and waits until it is back. */
static bool is_gone(struct observer *o, struct watched *w)
{
	if (file_exists(w->path))
		return false;
	if (!w->failed && !o->args->opt[CMD_O_STILL])
		fprintf(stderr, "%s ist nicht mehr da; seine Ausgabe bleibt\n", w->path);
	w->failed = true;
	return true;
}

static void set_one(struct observer *o, struct watched *w, struct diag *d)
{
	struct mem *m = mem_new();
	struct deps *deps = deps_new(m, o->office->pipe, NULL);
	struct pipe_order order = cmd_order(o->args);
	pipe_make(o->office->pipe, &order, w->path, deps, d);
	note_files(o, w, deps);
	mem_free(m);
}

static void run(struct observer *o)
{
	struct mem *m = mem_new();
	struct diag **diags = MEM_ARRAY(m, struct diag *, o->n + 1);
	struct watched **set = MEM_ARRAY(m, struct watched *, o->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < o->n; i++) {
		struct watched *w = &o->docs[i];
		bool wanted = w->dirty && !is_gone(o, w);
		w->dirty = false;
		if (!wanted)
			continue;
		diags[n] = diag_new();
		if (!o->office) {
			o->office = cmd_office(o->args);
			pipe_keep(o->office->pipe);
		}
		set_one(o, w, diags[n]);
		set[n++] = w;
	}
	if (o->office && n)
		pipe_commit(o->office->pipe);
	for (size_t i = 0; i < n; i++) {
		set[i]->failed = !o->office || pipe_status(o->office->pipe, diags[i]);
		if (set[i]->failed && !o->args->opt[CMD_O_STILL])
			fprintf(stderr, "%s: nicht gesetzt, die Ausgabe bleibt, wie sie war\n", set[i]->path);
	}
	if (o->office && n)
		pipe_rewind(o->office->pipe);
	if (n)
		cmd_finish(diags, n, o->args);
	mem_free(m);
}

static void observe(struct observer *o)
{
	struct watch_changes changes;
	run(o);
	if (!o->args->opt[CMD_O_STILL])
		fprintf(stderr, "%zu %s beobachtet; Ende mit Strg+C\n", o->n,
			o->n == 1 ? "Dokument wird" : "Dokumente werden");
	while (watch_next(o->watch, &changes)) {
		mark_changes(o, &changes);
		run(o);
		mem_free(changes.mem);
	}
	mem_free(changes.mem);
}

/* The folder of the outputs is made; it may be one file for one document. */
static int prepare(struct observer *o, struct diag *d)
{
	const char *out = o->args->opt[CMD_O_OUTPUT];
	for (int i = 0; i < o->args->nargs; i++)
		if (!file_exists(o->args->arg[i]))
			return cmd_usage("„%s“ gibt es nicht; erwartet wird eine Datei oder ein Ordner mit Dokumenten",
				o->args->arg[i]);
	scan_all(o);
	bool file = out && !file_is_dir(out) && (strstr(out, ".pdf") || strstr(out, ".html") ||
		strstr(out, ".docx") || strstr(out, ".odt"));
	if (file && o->n != 1)
		return cmd_usage("Bei mehreren Dokumenten muss -o ein Ordner sein; „%s“ ist keiner", out);
	return !out || file || file_make_dir(out, d) ? CMD_FINE : CMD_SYSTEM;
}

int cmd_beobachten(const struct cmd_args *a)
{
	if (!cmd_order_holds(a))
		return CMD_USAGE;
	struct mem *m = mem_new();
	struct cmd_args all = *a;
	struct diag *d = diag_new();
	struct pipe_places places = cmd_places(a);
	const char *root = pipe_root(m, &places, ".");
	if (!a->nargs) {
		all.arg = &root;
		all.nargs = root != NULL;
	}
	struct observer o = {.args = &all, .mem = m, .watch = watch_new(d)};
	int status = !o.watch ? CMD_SYSTEM
		: all.nargs ? prepare(&o, d)
			    : cmd_usage("Hier gibt es keinen Ordner content; erwartet wird eine Datei oder ein Ordner "
					"mit Dokumenten");
	if (status == CMD_FINE)
		observe(&o);
	for (size_t i = 0; i < o.n; i++)
		mem_free(o.docs[i].mem);
	free(o.docs);
	cmd_office_end(o.office);
	watch_end(o.watch);
	int told = cmd_finish(&d, 1, a);
	mem_free(m);
	return status ? status : told;
}
