/* plan.c: all documents of towns become jobs. Numbers come first, in one transaction a town; then each document is read
 * once more for what it is made of. What a plan before says of a document stays where each of its files is as it
 * was. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mark.h"
#include "model/papier.h"
#include "model/public.h"
#include "office/intake.h"
#include "office/issue.h"
#include "office/joblist.h"
#include "office/record.h"
#include "office/sources.h"
#include "pipeline/deps.h"
#include "pipeline/output.h"
#include "pipeline/share.h"
#include "register/release.h"

struct town { const char *root, *name; };

struct planning {
	const struct office *office;
	struct mem *mem;
	struct diag *diag;
	const char *jobs, *target, *date;
	struct town *towns; size_t ntowns, cap;
	const struct off_job **before; size_t nbefore;         /* of the plan before, by path */
	struct off_planned *counts;
	struct buf lines;                              /* of the new plan */
};

struct document {
	const char *path;
	enum doc_kind kind;
	const struct off_job *before;                  /* still right; NULL: to be read */
};

struct planned_town {
	struct planning *plan;
	const struct town *town;
	struct mem *mem;
	struct document *all; size_t n;
	struct reg *reg;                               /* NULL: none yet */
	const char *common;                            /* worked out with the first document */
	size_t jobs, known;
};

/* ---- towns ---- */

static bool same_folder(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* Results lie in a folder of the town's name: another town of that name cannot be in the same plan. False: told. */
static bool add_town(struct planning *p, const char *root, const char *name)
{
	for (size_t i = 0; i < p->ntowns; i++) {
		if (strcmp(p->towns[i].name, name) != 0)
			continue;
		if (same_folder(p->towns[i].root, root))
			return true;
		diag_sys(p->diag, "STAPELORT", file_join(p->mem, root, name), 0,
			"Eine Kommune „%s“ liegt auch in %s; die Ausgaben beider lägen in einem Ordner, bitte in zwei "
			"Plänen mit verschiedenem --ziel planen",
			name, p->towns[i].root);
		return false;
	}
	MEM_ROOM_IN(p->mem, p->towns, p->ntowns, p->cap);
	p->towns[p->ntowns++] = (struct town){root, name};
	return true;
}

/* A town's short name, its folder, or a root of contents. False: told. */
static bool find_towns(struct planning *p, const char *arg)
{
	const char **names, *root = pipe_root(p->mem, pipe_places(p->office->pipe), ".");
	size_t len = strlen(arg);
	while (len > 1 && arg[len - 1] == '/')
		len--;
	const char *name = mem_str(p->mem, arg, len);
	bool folder = file_exists(file_join(p->mem, name, "verzeichnis.xml"));
	size_t n = folder ? 0 : off_towns(p->mem, name, &names);
	bool ok = true;
	for (size_t i = 0; i < n; i++)
		ok = add_town(p, name, names[i]) && ok;
	if (folder)
		ok = add_town(p, file_dir(p->mem, name), file_base(name));
	else if (!n && root && !strchr(name, '/') &&
		file_exists(file_join(p->mem, file_join(p->mem, root, name), "verzeichnis.xml")))
		ok = add_town(p, root, name);
	else if (!n) {
		diag_sys(p->diag, "STAPELORT", arg, 0,
			"Hier liegt keine Kommune; erwartet wird ihr Kürzel, ihr Ordner (mit verzeichnis.xml) oder "
			"die Wurzel der Inhalte, bitte den Namen prüfen");
		return false;
	}
	return ok;
}

/* ---- the plan before ---- */

static int by_path(const void *a, const void *b)
{
	const struct off_job *const *x = a, *const *y = b;
	return strcmp((*x)->path, (*y)->path);
}

/* One that cannot be read is none. */
static void read_before(struct planning *p)
{
	struct off_jobs old = {.from = 1};
	struct diag *unused = diag_new();
	off_jobs_read(p->mem, p->jobs, true, &old, unused);
	diag_free(unused);
	p->before = MEM_ARRAY(p->mem, const struct off_job *, old.n + 1);
	for (size_t i = 0; i < old.n; i++)
		p->before[p->nbefore++] = &old.all[i];
	if (p->nbefore)
		qsort(p->before, p->nbefore, sizeof *p->before, by_path);
}

static const struct off_job *job_before(const struct planning *p, const char *path)
{
	const struct off_job key = {.path = path}, *at = &key, **found;
	found = p->nbefore ? bsearch(&at, p->before, p->nbefore, sizeof *p->before, by_path) : NULL;
	return found ? *found : NULL;
}

static int64_t last_release(struct planned_town *t, struct mem *m, const char *ort, const char *id)
{
	struct reg_release r;
	return t->reg && id && reg_release_last(t->reg, m, reg_key(ort, id), &r) && !r.withdrawn ? r.lfd : 0;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* All it was made of is as it was, and so is what the register says of it. */
static bool still_right(struct planned_town *t, const struct off_job *j)
{
	struct pipe *pipe = t->plan->office->pipe;
	const struct pipe_places *places = pipe_places(pipe);
	bool ok = !strcmp(j->common, t->common) && !strcmp(j->date, t->plan->date) &&
		same(j->contents, places->contents) && same(j->templates, places->templates) &&
		same(j->register_file, places->register_file) &&
		!strncmp(j->target, t->plan->target, strlen(t->plan->target)) &&
		j->release == last_release(t, t->mem, t->town->name, j->id);
	for (size_t i = 0; ok && i < j->ninputs; i++)
		ok = !strcmp(deps_sum(pipe, j->inputs[i].path), j->inputs[i].sum);
	return ok;
}

/* ---- the documents of a town ---- */

static void gather(struct planned_town *t, const char *dir)
{
	struct off_sources s = {0};
	off_sources(t->mem, dir, &s);
	t->all = MEM_ARRAY(t->mem, struct document, s.n + 1);
	for (t->n = 0; t->n < s.n; t->n++)
		t->all[t->n] = (struct document){.path = s.paths[t->n], .kind = DOC_KIND_MAX};
}

/* Chapters and directories are no documents. */
static void leave_documents(struct planned_town *t)
{
	size_t n = 0;
	if (t->reg)
		reg_hold(t->reg);
	for (size_t i = 0; i < t->n; i++) {
		struct document d = t->all[i];
		const struct off_job *before = job_before(t->plan, d.path);
		d.before = before && still_right(t, before) ? before : NULL;
		struct pipe_peek is = d.before ? (struct pipe_peek){.document = true} : pipe_peek(d.path);
		d.kind = is.kind;
		if (is.document)
			t->all[n++] = d;
	}
	t->n = n;
	if (t->reg)
		reg_rollback(t->reg);
}

/* ---- jobs ---- */

/* A document that is not in the register's care, or not released, is set, but not issued. */
static void place_output(struct planned_town *t, const struct edition *e, struct off_job *j)
{
	const struct office *o = t->plan->office;
	const char *folder = file_join(t->mem, t->plan->target, t->town->name);
	j->issued = t->reg && off_is_issuable(o, t->reg, t->mem, e);
	if (j->issued) {
		j->target = off_issue_target(o, t->mem, e, folder);
		return;
	}
	if (pipe_shows_excerpt(e->doc) || doc_vorlage(e->doc) || e->doc->root->kind == DOC_KONZEPT)
		folder = file_join(t->mem, folder, "vorschau");
	if (!doc_public(e->doc->root))
		folder = file_join(t->mem, folder, "intern");
	j->target = mem_fmt(t->mem, "%s/%s.pdf", folder, pipe_output_name(t->mem, pipe_places(o->pipe), j->path));
}

/* A document that cannot even be read is a job, too: it is told where it fails. */
static void make_job(struct planned_town *t, const struct document *doc, struct off_job *j)
{
	const struct office *o = t->plan->office;
	const struct pipe_places *places = pipe_places(o->pipe);
	struct diag *quiet = diag_new();
	struct edition e;
	bool read = pipe_read(o->pipe, doc->path, NULL, &e, quiet);
	*j = (struct off_job){.town = t->town->name, .path = doc->path, .kind = doc_kind_name(doc->kind),
		.date = t->plan->date, .common = t->common, .contents = places->contents,
		.templates = places->templates, .register_file = places->register_file};
	off_job_inputs(o, t->mem, &e, j);
	if (e.doc && e.doc->root) {
		const char *number = doc->kind == DOC_VORLAGE ? doc_get(e.doc->root, DOC_A_NUMMER) : NULL;
		j->id = mem_dup(t->mem, off_id(t->mem, e.root, e.doc));
		j->nummer = number ? mem_dup(t->mem, number) : NULL;
	}
	if (read && e.doc->root) {
		j->release = last_release(t, t->mem, t->town->name, j->id);
		place_output(t, &e, j);
	} else {
		j->target = mem_fmt(t->mem, "%s/%s/%s.pdf", t->plan->target, t->town->name,
			pipe_output_name(t->mem, places, doc->path));
	}
	j->key = off_job_key(t->mem, j);
	pipe_end(&e);
	diag_free(quiet);
}

/* Papers that were not numbered by a plan before. False: told. */
static bool give_numbers(struct planned_town *t, struct diag *d)
{
	const char **paths = MEM_ARRAY(t->mem, const char *, t->n + 1);
	struct diag **diags = MEM_ARRAY(t->mem, struct diag *, t->n + 2);
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (!t->all[i].before && t->all[i].kind == DOC_VORLAGE)
			paths[n++] = t->all[i].path;
	for (size_t i = 0; i <= n; i++)
		diags[i] = i ? diag_new() : d;
	if (n)
		off_take(t->plan->office, OFF_NUMBER, paths, n, diags);
	for (size_t i = 1; i <= n; i++) {
		diag_add_all(d, diags[i], DIAG_SYSTEM);
		diag_free(diags[i]);
	}
	return diag_status(d) == 0;
}

static void open_register(struct planned_town *t, struct diag *d)
{
	const char *path = pipe_register_path(
		t->mem, pipe_places(t->plan->office->pipe), t->town->root, t->town->name);
	struct stat st;
	/* an empty one somebody is making just now */
	bool any = stat(path, &st) == 0 && (st.st_size > 0 || !S_ISREG(st.st_mode));
	t->reg = any ? reg_open(path, false, d) : NULL;
}

static void close_register(struct planned_town *t)
{
	reg_close(t->reg);
	t->reg = NULL;
}

static bool any_paper(const struct planned_town *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (!t->all[i].before && t->all[i].kind == DOC_VORLAGE)
			return true;
	return false;
}

static void plan_jobs(struct planned_town *t, struct buf *lines)
{
	struct off_job j;
	for (size_t i = 0; i < t->n; i++) {
		if (t->all[i].before)
			j = *t->all[i].before;
		else
			make_job(t, &t->all[i], &j);
		j.number = 1;                          /* its own comes when all towns are there */
		off_job_put(lines, &j);
		t->jobs++;
		t->known += t->all[i].before != NULL;
	}
}

/* One town, here or in a worker: its jobs as lines. */
static void plan_town(void *arg, size_t i, struct buf *more, struct diag *d)
{
	struct planning *p = arg;
	struct planned_town t = {.plan = p, .town = &p->towns[i], .mem = mem_new()};
	struct buf lines = {0};
	struct off_look look;
	const char *dir = file_join(t.mem, t.town->root, t.town->name);
	if (off_town_look(p->office, t.mem, dir, &look, d)) {
		t.common = look.common;
		open_register(&t, d);
		gather(&t, dir);
		leave_documents(&t);
		if (any_paper(&t)) {
			close_register(&t);            /* one process does not open a register twice */
			if (give_numbers(&t, d))
				open_register(&t, d);
		}
		if (!diag_status(d))
			plan_jobs(&t, &lines);
		close_register(&t);
	}
	pack_int(more, (int64_t)t.jobs);
	pack_int(more, (int64_t)t.known);
	pack_bytes(more, lines.data, lines.len);
	buf_free(&lines);
	mem_free(t.mem);
}

/* ---- the whole ---- */

/* In the order of the towns; each line gets its number: it begins with one. */
static void take_town(void *arg, size_t i, struct unpack *more)
{
	static const char begin[] = "{\"job\":1,";
	struct planning *p = arg;
	(void)i;
	p->counts->towns++;
	unpack_int(more);
	p->counts->known += (size_t)unpack_int(more);
	size_t n;
	const char *at = unpack_bytes(more, &n), *end = at + n, *stop;
	for (; at && at < end && (stop = memchr(at, '\n', (size_t)(end - at))); at = stop + 1) {
		buf_fmt(&p->lines, "{\"job\":%zu,", ++p->counts->jobs);
		buf_put(&p->lines, at + strlen(begin), (size_t)(stop + 1 - at) - strlen(begin));
	}
}

static bool write_plan(struct planning *p)
{
	off_jobs_end(&p->lines);
	return file_make_dir(file_dir(p->mem, p->jobs), p->diag) &&
		pipe_put_draft(p->office->pipe, &(struct pipe_draft){p->jobs, &p->lines, NULL}, p->diag) &&
		(chmod(p->jobs, 0600) == 0 || true);   /* it names what is not public */
}

/* Asked for or not: what a town's documents are made of is no place for a plan. */
static bool spares_sources(struct planning *p)
{
	const struct pipe_places *places = pipe_places(p->office->pipe);
	bool ok = !places->register_file || pipe_spares(places->register_file, p->jobs, p->diag);
	for (size_t i = 0; ok && i < p->ntowns; i++) {
		const struct town *t = &p->towns[i];
		const char *look = pipe_template_dir(p->mem, places, t->name, t->root);
		ok = pipe_spares(file_join(p->mem, t->root, t->name), p->jobs, p->diag) &&
			(!look || pipe_spares(look, p->jobs, p->diag));
	}
	return ok;
}

/* Before a number is given or a folder made. What reads as a plan may be ours without its sum, where a call was killed:
 * its bytes decide in the end. */
static bool may_write_plan(struct planning *p)
{
	if (!p->nbefore && !spares_sources(p))
		return false;
	if ((!p->nbefore && !mark_may_put(p->jobs, pipe_options(p->office->pipe)->replace, p->diag)) ||
		!file_make_dir(file_dir(p->mem, p->jobs), p->diag))
		return false;
	struct file_out *probe = file_create(p->jobs, p->diag);
	file_drop(probe);
	return probe != NULL;
}

/* Not for everybody: among what it holds is what is not public. */
static bool make_shelf(struct planning *p, const struct off_jobs_places *places)
{
	const char *shelf = off_jobs_shelf(p->mem, places);
	return file_make_dir(shelf, p->diag) && (chmod(shelf, 0700) == 0 || true);
}

static bool plan_all(struct planning *p)
{
	const char **paths = MEM_ARRAY(p->mem, const char *, p->ntowns + 1);
	struct diag **diags = MEM_ARRAY(p->mem, struct diag *, p->ntowns + 1);
	const struct pipe_places *places = pipe_places(p->office->pipe);
	for (size_t i = 0; i < p->ntowns; i++) {
		paths[i] = file_join(p->mem, p->towns[i].root, p->towns[i].name);
		diags[i] = diag_new();
	}
	const struct pipe_share all = {.n = p->ntowns, .paths = paths, .diags = diags, .arg = p, .one = plan_town,
		.take = take_town, .alone = places->register_file != NULL};
	pipe_each(p->office->pipe, &all);
	bool ok = true;
	for (size_t i = 0; i < p->ntowns; i++) {
		ok = ok && !diag_status(diags[i]);
		diag_add_all(p->diag, diags[i], DIAG_HINWEIS);
		diag_free(diags[i]);
	}
	return ok;
}

bool off_jobs_plan(const struct office *o, const struct off_jobs_places *places, const char *const *towns, size_t n,
	struct off_planned *counts, struct diag *d)
{
	struct mem *m = mem_new();
	struct buf day = {0};
	date_put_iso(&day, pipe_options(o->pipe)->date);
	struct planning p = {.office = o, .mem = m, .diag = d, .jobs = places->jobs, .counts = counts,
		.target = places->target ? places->target : off_jobs_folder(m, places, "ausgabe"),
		.date = buf_take(&day, m)};
	bool ok = true;
	*counts = (struct off_planned){0};
	for (size_t i = 0; i < n; i++)
		ok = find_towns(&p, towns[i]) && ok;
	if (ok) {
		read_before(&p);
		ok = may_write_plan(&p) && make_shelf(&p, places);
		if (ok) {
			ok = plan_all(&p);
			const bool written = write_plan(&p);   /* also of those towns that could be planned */
			counts->jobs = written ? counts->jobs : 0;
			ok = written && ok;
		}
	}
	buf_free(&p.lines);
	mem_free(m);
	return ok;
}
