/* perform.c: jobs done: each document read, held against the plan, set, and the result put on the shelf. No register is
 * asked: what only the register knows is looked at when the results are collected. */
#include <string.h>

#include "base/file.h"
#include "layout/layout.h"
#include "model/papier.h"
#include "model/public.h"
#include "office/joblist.h"
#include "office/record.h"
#include "office/released.h"
#include "pdf/pdf.h"
#include "pipeline/output.h"
#include "pipeline/share.h"

enum { PIECE = 4096 };                                 /* jobs whose messages and words are held at a time */

struct performing {
	const struct office *office;
	struct mem *mem;
	const char *shelf, *plan;
	const struct off_job *const *jobs;             /* those of the piece at hand that have no result */
	const struct off_jobs_run *run;
	size_t done, of;
	const char *common_of, *common;                /* of this process: town, and what it shares as it is here */
	const char *said;                              /* what many jobs tell, as it was told last */
	bool full;                                     /* the shelf takes no more: none is begun in vain */
};

/* ---- as planned ---- */

static const char changed[] = "STAPELGEAENDERT", unwritten[] = "SCHREIBEN";

/* NULL: the shelf took all it was given; else why not. */
static const char *unkept(struct diag *d)
{
	size_t n;
	for (const struct diag_msg *msg = diag_sorted(d, &n); n; n--, msg++)
		if (!strcmp(msg->code, unwritten))
			return msg->text;
	return NULL;
}

/* Of what jobs share each tells the same: once is enough. */
static bool is_said(struct performing *p, struct diag *d)
{
	size_t n;
	const struct diag_msg *msg = diag_sorted(d, &n);
	const char *says = n == 1 && !strcmp(msg->code, changed) ? mem_fmt(p->mem, "%s: %s", msg->file, msg->text)
		: unkept(d)                                      ? mem_dup(p->mem, unkept(d))
								 : "";
	bool same = *says && p->said && !strcmp(says, p->said);
	p->said = *says ? says : p->said;
	return same;
}

/* What was read is what the plan names, byte for byte. */
static bool as_planned(struct performing *p, struct mem *m, const struct off_job *j, const struct edition *e,
	struct diag *d)
{
	struct off_job now = {.path = j->path};
	if (e->style && (!p->common_of || strcmp(p->common_of, j->town))) {
		p->common_of = mem_dup(p->mem, j->town);
		p->common = off_look(p->office, p->mem, e).common;
	}
	if (e->style && strcmp(p->common, j->common)) {
		diag_error(d, changed, p->plan, 0,
			"Gestaltung, Schriften oder Programm sind für „%s“ hier nicht so, wie sie geplant wurden; "
			"gesetzt wird nur, was geplant ist, bitte neu planen",
			j->town);
		return false;
	}
	off_job_inputs(p->office, m, e, &now);
	size_t i = 0;
	while (i < now.ninputs && i < j->ninputs && !strcmp(now.inputs[i].sum, j->inputs[i].sum))
		i++;
	bool same = i == now.ninputs && i == j->ninputs;
	if (!same)
		diag_error(d, changed, i < now.ninputs ? now.inputs[i].path : j->inputs[i].path, 0,
			"Die Datei ist nicht so, wie sie geplant wurde; gesetzt wird nur, was geplant ist, bitte neu "
			"planen");
	return same;
}

/* ---- set ---- */

/* Where something is hidden, the whole is set, too: what cannot be set cannot be issued either. */
static bool set(struct performing *p, struct edition *full, struct edition *shown, struct diag *d)
{
	struct pipe *pipe = p->office->pipe;
	const struct doc *doc = full->doc;
	bool excerpt = pipe_shows_excerpt(doc);
	if (!pipe_check(pipe, full, d))
		return false;
	if (!excerpt)
		return pipe_set(pipe, full, d);
	if (!pipe_read_public(pipe, full, shown, d))
		return false;
	if (shown->lent)
		return pipe_set(pipe, shown, d);
	return pipe_set(pipe, full, d) && pipe_set(pipe, shown, d);
}

static bool write_pdf(struct performing *p, const struct off_job *j, const struct edition *e, struct off_result *r,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct file_map map;
	const char *path = off_result_path(m, p->shelf, j->key, ".pdf");
	struct file_out *out = file_make_dir(file_dir(m, path), d) ? pipe_put_pdf(p->office->pipe, e, path, d) : NULL;
	bool ok = out && file_keep(out, d) && file_map(&map, path, d);
	if (ok) {
		hash_sha256(map.data, map.size, r->is.sha256);
		hash_sha512(map.data, map.size, r->is.sha512);
		r->is.size = (int64_t)map.size;
		file_unmap(&map);
	}
	mem_free(m);
	return ok;
}

/* False: the shelf cannot be written, which is told and is no fault of the document. */
static bool put_result(struct performing *p, const struct off_job *j, const struct edition *full,
	const struct edition *e, struct diag *d)
{
	struct off_result r = {.faulty = !e, .messages = d};
	struct buf text = {0};
	struct mem *m = mem_new();
	bool ok = true;
	if (e) {
		r.is.pages = lay_pages(e->lay);
		r.is.public = doc_public(full->doc->root);
		off_hash_attached(e->tree, r.is.excerpt_sha256);
		off_hash_source((const struct doc *const *)&full->doc, 1, r.is.source_sha256);
		off_hash_templates(full->style, r.is.template_sha256);
		if (r.is.public)
			off_words(e, &text, d);
		r.is.text = text.data;
		ok = write_pdf(p, j, e, &r, d);
	} else {
		ok = file_make_dir(file_dir(m, off_result_path(m, p->shelf, j->key, ".pdf")), d);
	}
	ok = ok && off_result_write(p->shelf, j->key, &r, d);
	buf_free(&text);
	mem_free(m);
	return ok;
}

/* ---- one job ---- */

static enum off_job_end perform(struct performing *p, struct mem *m, const struct off_job *j, int *pages,
	struct diag *d)
{
	struct edition full = {0}, shown = {0};
	struct off_result kept;
	if (p->full)
		return OFF_JOB_LOST;
	if (off_result_there(m, p->shelf, j->key) && off_result_read(m, p->shelf, j->key, &kept, d) && kept.faulty)
		return OFF_JOB_FAULTY;
	bool read = pipe_read(p->office->pipe, j->path, NULL, &full, d), planned = false, ok = false;
	if ((planned = as_planned(p, m, j, &full, d))) {
		ok = read && set(p, &full, &shown, d) && diag_status(d) == 0;
		const struct edition *e = !ok ? NULL : shown.tree ? &shown : &full;
		*pages = e ? lay_pages(e->lay) : 0;
		planned = put_result(p, j, &full, e, d);
		p->full = unkept(d) != NULL;
	}
	pipe_end(&shown);
	pipe_end(&full);
	return ok && planned ? OFF_JOB_MADE : planned ? OFF_JOB_FAULTY : OFF_JOB_LOST;
}

static void perform_at(void *arg, size_t i, struct buf *more, struct diag *d)
{
	struct performing *p = arg;
	const struct off_job *j = p->jobs[i];
	struct mem *m = mem_new();
	int pages = 0;
	enum off_job_end end = perform(p, m, j, &pages, d);
	if (end == OFF_JOB_FAULTY)
		diag_error(d, "STAPELFEHLER", p->plan, (int)j->number,
			"Job %zu (%s): Das Dokument %s ist fehlerhaft und wird nicht gesetzt; die anderen Jobs sind "
			"davon nicht betroffen, bitte die Fehler beheben und neu planen",
			j->number, j->town, j->path);
	pack_int(more, end);
	pack_int(more, pages);
	pack_int(more, p->full);
	mem_free(m);
}

static void take_end(void *arg, size_t i, struct unpack *more)
{
	struct performing *p = arg;
	(void)i;
	enum off_job_end end = (enum off_job_end)unpack_int(more);
	p->run->done(p->run->arg, ++p->done, p->of, end, (int)unpack_int(more));
	p->full = unpack_int(more) || p->full;
}

/* ---- the whole ---- */

/* Those without a result; the others are at their end. Is it whole? sammeln looks. */
static size_t leave_open(struct performing *p, struct mem *m, const struct off_job *jobs, size_t n,
	const struct off_job **open)
{
	size_t left = 0;
	for (size_t i = 0; i < n; i++)
		if (off_result_is_set(m, p->shelf, jobs[i].key) && off_result_there(m, p->shelf, jobs[i].key))
			p->run->done(p->run->arg, ++p->done, p->of, OFF_JOB_KEPT, 0);
		else
			open[left++] = &jobs[i];
	return left;
}

static void do_piece(struct performing *p, const struct off_job *jobs, size_t all)
{
	struct mem *m = mem_new();
	const struct off_job **open = MEM_ARRAY(m, const struct off_job *, all + 1);
	size_t n = leave_open(p, m, jobs, all, open);
	const char **paths = MEM_ARRAY(m, const char *, n + 1);
	struct diag **diags = MEM_ARRAY(m, struct diag *, n + 1);
	for (size_t i = 0; i < n; i++) {
		paths[i] = open[i]->path;
		diags[i] = diag_new();
	}
	p->jobs = open;
	pipe_without_register(p->office->pipe);
	pipe_take_in(p->office->pipe);
	pipe_each(p->office->pipe,
		&(struct pipe_share){.n = n, .paths = paths, .diags = diags, .arg = p, .one = perform_at,
			.take = take_end});
	for (size_t i = 0; i < n; i++)
		if (is_said(p, diags[i]))
			diag_free(diags[i]);
		else
			p->run->tell(p->run->arg, diags[i]);
	pipe_rewind(p->office->pipe);
	mem_free(m);
}

bool off_jobs_do(const struct office *o, const struct off_jobs_places *places, const struct off_jobs_run *run,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct off_jobs jobs = {.from = run->from, .to = run->to};
	struct performing p = {.office = o, .mem = m, .shelf = off_jobs_shelf(m, places), .plan = places->jobs,
		.run = run};
	bool ok = off_jobs_read(m, places->jobs, false, &jobs, d) && off_jobs_here(&jobs, places->jobs, d);
	size_t to = run->to ? run->to : jobs.of;
	const bool nothing = !jobs.of && run->from == 1 && !run->to;   /* of a town that has no documents yet */
	if (ok && !nothing && (run->from < 1 || run->from > to || to > jobs.of)) {
		const char *which = run->from > jobs.of || run->from == to
			? mem_fmt(m, "Job %zu gibt", run->from)
			: mem_fmt(m, "Die Jobs %zu bis %zu gibt", run->from, to);
		diag_sys(d, "STAPELPLAN", places->jobs, 0,
			"%s es nicht; der Plan hat %zu, bitte die Nummern prüfen", which, jobs.of);
		ok = false;
	}
	p.of = jobs.n;
	for (size_t i = 0; ok && i < jobs.n; i += PIECE)
		do_piece(&p, &jobs.all[i], jobs.n - i < PIECE ? jobs.n - i : PIECE);
	mem_free(m);
	return ok;
}
