/* collect.c: results into registers and folders. A town is one transaction: its documents are taken in, as far as their
 * jobs have a result; those that were released are issued. What the register finds wrong with one costs that one: all
 * is begun again without it. Killed before the end, a town is as it was, and the same call does it again. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/version.h"
#include "office/batch.h"
#include "office/intake.h"
#include "office/issue.h"
#include "office/joblist.h"
#include "office/record.h"
#include "pipeline/deps.h"
#include "pipeline/output.h"
#include "pipeline/share.h"

struct collecting {
	const struct office *office;
	struct mem *mem;
	const char *shelf;
	struct off_jobs jobs;
	struct part { size_t from, n; } *towns; size_t ntowns;         /* in the order of the jobs */
	struct off_collected *counts;
};

struct task {                                          /* a job of the town at hand */
	const struct off_job *job;
	struct off_result result;
	struct diag *diag;
	bool good;
	const char *first;                             /* the first folder made for it; NULL: none */
	int64_t place;                                 /* of its number in the register */
};

struct collected_town {
	struct collecting *all;
	struct mem *mem;
	struct diag *diag;
	const struct part *part;
	struct task *tasks; size_t n;
	struct reg *reg;
	struct off_look look;                          /* as it is now */
	struct file_batch *others;                     /* outputs that the ledger does not know */
	bool full;                                     /* the disk: then the town stays as it was */
	size_t documents, missing;
};

/* ---- what is there ---- */

/* Its document is not there in the end. */
static void leave(struct collected_town *t, struct task *k)
{
	t->missing += k->good;
	k->good = false;
}

static const char unplaced[] = "Die Ausgabe kam nicht an ihren Platz", mend[] = "beheben, was dazu gemeldet ist,";

static void tell_gap(struct collected_town *t, struct task *k, const char *why, const char *step)
{
	const struct off_job *j = k->job;
	const char *gap = j->nummer
		? mem_fmt(t->mem, "die Drucksachennummer %s bleibt vorerst ohne Dokument, ", j->nummer)
		: "";
	leave(t, k);
	diag_error(t->diag, "STAPELLUECKE", j->path, 0, "Job %zu (%s): %s; %sbitte %s und wieder sammeln", j->number,
		j->town, why, gap, step);
}

/* Of many documents that had no room the disk is told once, and no gap. */
static bool is_full(struct collected_town *t, struct diag *d)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(d, &n);
	bool full = false;
	for (; n; m++, n--)
		full |= !strcmp(m->code, "REGISTERVOLL") || strstr(m->text, file_reason(ENOSPC));
	if (full && !t->full)
		diag_add_all(t->diag, d, DIAG_FEHLER);
	t->full |= full;
	return full;
}

/* The document as it is now is still what was planned and set. */
static bool as_planned(struct collected_town *t, const struct off_job *j)
{
	bool same = true;
	for (size_t i = 0; same && i < j->ninputs; i++)
		same = !strcmp(deps_sum(t->all->office->pipe, j->inputs[i].path), j->inputs[i].sum);
	return same;
}

/* NULL: look, fonts and program of the town are as they were planned. */
static const char *look_changed(struct collected_town *t)
{
	const struct off_job *first = &t->all->jobs.all[t->part->from];
	const char *root = pipe_root(t->mem, pipe_places(t->all->office->pipe), first->path);
	const char *dir = file_join(t->mem, root ? root : "", first->town);
	if (!off_town_look(t->all->office, t->mem, dir, &t->look, t->diag))
		return "Das Verzeichnis der Kommune lässt sich nicht lesen";
	return strcmp(t->look.common, first->common) ? "Gestaltung, Schriften oder Programm sind seit dem Plan geändert"
						     : NULL;
}

static void look_at_results(struct collected_town *t)
{
	const char *changed = look_changed(t);
	t->tasks = MEM_ARRAY(t->mem, struct task, t->part->n + 1);
	for (size_t i = 0; i < t->part->n; i++) {
		struct task *k = &t->tasks[t->n++];
		*k = (struct task){.job = &t->all->jobs.all[t->part->from + i], .good = true};
		bool there = off_result_read(t->mem, t->all->shelf, k->job->key, &k->result, NULL);
		if (!there || (!k->result.faulty && !file_exists(k->result.pdf))) {
			off_result_drop(t->mem, t->all->shelf, k->job->key);
			tell_gap(t, k, "Es liegt kein Ergebnis vor", "den Job noch einmal laufen lassen");
		} else if (k->result.faulty) {
			tell_gap(t, k, "Das Dokument ist fehlerhaft", "die Fehler beheben, neu planen");
		} else if (!file_exists(k->job->path)) {
			tell_gap(t, k, "Das Dokument ist nicht mehr da", "es zurückholen oder neu planen");
		} else if (!as_planned(t, k->job)) {
			tell_gap(t, k, "Das Dokument ist seit dem Plan geändert", "neu planen");
		} else if (changed) {
			tell_gap(t, k, changed, "neu planen");
		}
	}
}

/* ---- nothing new: a file that holds the state in which the town was left, then the names of its look ---- */

static void put_state(struct buf *b, const char *path)
{
	struct stat st = {0};
	stat(path, &st);
	buf_fmt(b, "%s %lld %lld %ld %llu\n", path, (long long)st.st_size, (long long)st.st_mtim.tv_sec,
		st.st_mtim.tv_nsec, (unsigned long long)st.st_ino);
}

/* All that decides what collecting would do: the jobs, where their outputs lie, the register as it stands, program and
 * look: a name of its files a line. */
static const char *state_of(struct collected_town *t, const char *register_path, const char *look)
{
	struct buf b = {0};
	uint8_t sum[HASH_SHA256];
	char *hex = mem_get(t->mem, OFF_KEY + 1);
	const struct pipe_places *places = pipe_places(t->all->office->pipe);
	put_state(&b, register_path);
	buf_fmt(&b, "%s %s\n", version_made, places->templates ? places->templates : "");
	for (size_t n; (n = strcspn(look, "\n")) > 0; look += n + (look[n] == '\n')) {
		const char *file = mem_str(t->mem, look, n);
		buf_str(&b, deps_sum(t->all->office->pipe, file));
		put_state(&b, file_dir(t->mem, file)); /* one that was not there may have come */
	}
	for (size_t i = 0; i < t->part->n; i++) {
		const struct off_job *j = &t->all->jobs.all[t->part->from + i];
		buf_fmt(&b, "%d %s ", j->issued, j->key);
		put_state(&b, j->target);
		for (size_t k = 0; k < j->ninputs; k++)        /* changed since: to be told */
			buf_str(&b, deps_sum(t->all->office->pipe, j->inputs[k].path));
	}
	hash_sha256(b.data, b.len, sum);
	hash_hex(sum, sizeof sum, hex);
	buf_free(&b);
	return hex;
}

static const char *mark_of(struct collected_town *t)
{
	const char *town = t->all->jobs.all[t->part->from].town;
	return file_join(t->mem, file_join(t->mem, t->all->shelf, "gesammelt"), town);
}

static bool is_collected(struct collected_town *t, const char *register_path)
{
	struct buf was = {0};
	struct diag *unused = diag_new();
	const char *mark = mark_of(t);
	bool same = file_exists(mark) && file_read(&was, mark, unused) && was.len > OFF_KEY &&
		!memcmp(was.data, state_of(t, register_path, was.data + OFF_KEY + 1), OFF_KEY);
	buf_free(&was);
	diag_free(unused);
	return same;
}

static void note_collected(struct collected_town *t, const char *register_path)
{
	struct diag *unused = diag_new();              /* without the mark it is only done again */
	const char *mark = mark_of(t);
	struct file_out *out = file_make_dir(file_dir(t->mem, mark), unused) ? file_create(mark, unused) : NULL;
	if (out) {
		file_write(out, state_of(t, register_path, t->look.files), OFF_KEY);
		file_write(out, "\n", 1);
		file_write(out, t->look.files, strlen(t->look.files));
		file_keep(out, unused);
	}
	diag_free(unused);
}

/* ---- into the register ---- */

static bool in_register(const struct off_job *j)
{
	enum doc_kind kind = j->kind ? doc_kind_find(j->kind) : DOC_KIND_MAX;
	return kind == DOC_VORLAGE || kind == DOC_KONZEPT || kind == DOC_SITZUNG ||
		kind == DOC_NIEDERSCHRIFT;
}

static int by_number(const void *a, const void *b)
{
	const struct task *x = *(struct task *const *)a, *y = *(struct task *const *)b;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return x->job->number < y->job->number ? -1 : 1;
}

/* Papers in the order in which they got their numbers, which is that of one machine. */
static size_t order(struct collected_town *t, struct task **of)
{
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++) {
		struct task *k = &t->tasks[i];
		if (!k->good || !in_register(k->job))
			continue;
		k->place = k->job->nummer ? reg_number_place(t->reg, reg_key(k->job->town, k->job->id)) : 0;
		of[n++] = k;
	}
	if (n)
		qsort(of, n, sizeof *of, by_number);
	return n;
}

/* Takes the good ones in; what the register finds wrong is good no more. False: at least one was. */
static bool take_in(struct collected_town *t, const struct office *o)
{
	const char **paths = MEM_ARRAY(t->mem, const char *, t->n + 1);
	struct task **of = MEM_ARRAY(t->mem, struct task *, t->n + 1);
	struct diag **diags = MEM_ARRAY(t->mem, struct diag *, t->n + 2), **own;
	size_t n = order(t, of);
	if (!n)
		return true;
	for (size_t i = 0; i < n; i++) {
		paths[i] = of[i]->job->path;
		diags[i + 1] = of[i]->diag = diag_new();
	}
	own = diags;
	diags[0] = diag_new();
	off_take(o, OFF_COLLECT, paths, n, own);
	bool all = true;
	if (!is_full(t, diags[0]))
		diag_add_all(t->diag, diags[0], DIAG_FEHLER);
	diag_free(diags[0]);
	for (size_t i = 0; i < n; i++) {
		const bool full = is_full(t, of[i]->diag) || t->full, bad = diag_status(of[i]->diag) != 0;
		if (!full)
			diag_add_all(t->diag, of[i]->diag, DIAG_FEHLER);
		if (bad && !full)
			tell_gap(t, of[i], "Das Register nimmt das Dokument so nicht auf", mend);
		all = all && !bad;
		diag_free(of[i]->diag);
	}
	return all;
}

/* To be kept when the transaction is through. */
static struct off_batch *issue(struct collected_town *t, const struct office *o)
{
	const char **paths = MEM_ARRAY(t->mem, const char *, t->n + 1), *folder = NULL;
	struct off_result *results = MEM_ARRAY(t->mem, struct off_result, t->n + 1);
	struct diag **diags = MEM_ARRAY(t->mem, struct diag *, t->n + 2);
	struct task **of = MEM_ARRAY(t->mem, struct task *, t->n + 1);
	struct off_made made = {paths, results, 0};
	diags[0] = t->diag;
	for (size_t i = 0; i < t->n; i++)
		if (t->tasks[i].good && t->tasks[i].job->issued) {
			const char *dir = file_dir(t->mem, t->tasks[i].job->target);
			folder = strcmp(file_base(dir), "intern") ? dir : file_dir(t->mem, dir);
			results[made.n] = t->tasks[i].result;
			of[made.n] = &t->tasks[i];
			paths[made.n++] = t->tasks[i].job->path;
			diags[made.n] = diag_new();
		}
	struct off_batch *issued = made.n ? off_issue_made(o, &made, folder, diags) : NULL;
	for (size_t i = 1; i <= made.n; i++) {
		const bool full = is_full(t, diags[i]) || t->full;
		if (diag_status(diags[i]) && !full)
			tell_gap(t, of[i - 1], unplaced, mend);
		if (!full)
			diag_add_all(t->diag, diags[i], DIAG_FEHLER);
		diag_free(diags[i]);
	}
	return issued;
}

static bool stage(struct collected_town *t, struct task *k, struct diag *d)
{
	const char *folder = file_dir(t->mem, k->job->target);
	k->first = file_first_missing(t->mem, folder);
	struct file_out *out = file_make_dir(folder, d) &&
			pipe_may_write(t->all->office->pipe, k->job->target, d)
		? off_result_copy(&k->result, k->job->target, d)
		: NULL;
	return out && file_stage(t->others, out, d);
}

/* Beside their places before the register has the town. False: there is no room. */
static bool stage_others(struct collected_town *t)
{
	t->others = file_batch_new();
	for (size_t i = 0; i < t->n && !t->full; i++) {
		struct task *k = &t->tasks[i];
		struct diag *own = diag_new();
		const bool ok = !k->good || k->job->issued || stage(t, k, own);
		if (ok || !is_full(t, own)) {
			diag_add_all(t->diag, own, DIAG_FEHLER);
			if (!ok)
				tell_gap(t, k, unplaced, mend);
		}
		diag_free(own);
	}
	return !t->full;
}

static bool any_in_register(const struct collected_town *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->tasks[i].good && in_register(t->tasks[i].job))
			return true;
	return false;
}

/* With the folders that were made for them. */
static void drop_others(struct collected_town *t)
{
	file_drop_all(t->others);
	t->others = NULL;
	for (size_t i = t->n; i-- > 0;)
		if (t->tasks[i].first)
			file_unmake_dir(file_dir(t->mem, t->tasks[i].job->target), t->tasks[i].first);
}

/* In one transaction; begun again as long as there is one that the register does not take. */
static bool into_register(struct collected_town *t, const char *path)
{
	struct office o = *t->all->office;
	o.open = t->reg = reg_open(path, true, t->diag);
	bool ok = t->reg != NULL, all = false;
	struct off_batch *issued = NULL;
	while (ok && !all) {
		ok = reg_begin(t->reg, t->diag);
		all = ok && take_in(t, &o);
		ok = ok && !t->full;
		if (ok && !all)
			reg_rollback(t->reg);
	}
	if (ok) {
		issued = issue(t, &o);
		o.open = NULL;
		ok = stage_others(t) && off_commit(t->reg, &o, t->diag);
	}
	if (ok && issued)
		off_batch_keep(issued);
	if (!ok)
		drop_others(t);                        /* they lie in folders of the batch */
	off_batch_free(issued);
	reg_close(t->reg);                             /* what was not committed is rolled back */
	return ok;
}

static void collect_town(void *arg, size_t i, struct buf *more, struct diag *d)
{
	struct collecting *c = arg;
	struct collected_town t = {.all = c, .mem = mem_new(), .diag = d, .part = &c->towns[i]};
	const struct off_job *first = &c->jobs.all[c->towns[i].from];
	const struct pipe_places *places = pipe_places(c->office->pipe);
	const char *path = pipe_register_path(t.mem, places, pipe_root(t.mem, places, first->path), first->town);
	bool unchanged = is_collected(&t, path);
	t.documents = unchanged ? t.part->n : 0;
	if (!unchanged)
		look_at_results(&t);
	bool entered = unchanged || (any_in_register(&t) ? into_register(&t, path) : stage_others(&t));
	for (size_t k = 0; !entered && k < t.n; k++)
		leave(&t, &t.tasks[k]);
	if (!entered)
		drop_others(&t);
	if (!unchanged && entered) {
		file_commit_all(t.others);
		if (!t.missing && diag_status(d) == 0)
			note_collected(&t, path);
		for (size_t k = 0; k < t.n; k++)
			t.documents += t.tasks[k].good;
	}
	pack_int(more, unchanged);
	pack_int(more, (int64_t)t.documents);
	pack_int(more, (int64_t)t.missing);
	mem_free(t.mem);
}

static void take_town(void *arg, size_t i, struct unpack *more)
{
	struct off_collected *n = ((struct collecting *)arg)->counts;
	(void)i;
	n->towns++;
	n->unchanged += (size_t)unpack_int(more);
	n->documents += (size_t)unpack_int(more);
	n->missing += (size_t)unpack_int(more);
}

/* ---- the whole ---- */

static void split(struct collecting *c)
{
	size_t cap = 0;
	for (size_t i = 0; i < c->jobs.n; i++) {
		if (!i || strcmp(c->jobs.all[i].town, c->jobs.all[i - 1].town)) {
			MEM_ROOM_IN(c->mem, c->towns, c->ntowns, cap);
			c->towns[c->ntowns++] = (struct part){i, 0};
		}
		c->towns[c->ntowns - 1].n++;
	}
}

static void collect_all(struct collecting *c, struct diag *d)
{
	const char **paths = MEM_ARRAY(c->mem, const char *, c->ntowns + 1);
	struct diag **diags = MEM_ARRAY(c->mem, struct diag *, c->ntowns + 1);
	for (size_t i = 0; i < c->ntowns; i++) {
		paths[i] = c->jobs.all[c->towns[i].from].town;
		diags[i] = diag_new();
	}
	pipe_each(c->office->pipe,
		&(struct pipe_share){.n = c->ntowns, .paths = paths, .diags = diags, .arg = c, .one = collect_town,
			.take = take_town, .alone = pipe_places(c->office->pipe)->register_file != NULL});
	for (size_t i = 0; i < c->ntowns; i++) {
		diag_add_all(d, diags[i], DIAG_HINWEIS);
		diag_free(diags[i]);
	}
}

bool off_jobs_collect(const struct office *o, const struct off_jobs_places *places, struct off_collected *counts,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct collecting c = {
		.office = o, .mem = m, .shelf = off_jobs_shelf(m, places), .jobs = {.from = 1}, .counts = counts};
	*counts = (struct off_collected){0};
	bool ok = off_jobs_read(m, places->jobs, false, &c.jobs, d) && off_jobs_here(&c.jobs, places->jobs, d);
	if (ok) {
		split(&c);
		collect_all(&c, d);
	}
	mem_free(m);
	return ok;
}
