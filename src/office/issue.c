/* issue.c: released papers and editions as PDF, entered into the ledger; a faulty one fails alone. What was issued
 * before its session does not change after it. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "model/public.h"
#include "office/batch.h"
#include "office/hidden.h"
#include "office/issue.h"
#include "office/joblist.h"
#include "office/record.h"
#include "office/released.h"
#include "pipeline/output.h"
#include "pipeline/share.h"
#include "source/source.h"

struct run {
	const struct office *office;
	const char *folder;
	struct off_desk desk;
	struct off_batch *batch, *doing;               /* doing: of the document at hand */
	const char *const *paths;
	struct diag **diags;                           /* of the documents */
	const struct off_result *made;                 /* of each its result, already there; NULL: it is to be set */
	size_t at;                                     /* the document at hand */
};

struct issuing {                                   /* one document */
	struct run *run;
	struct mem *mem;
	struct pipe *pipe;
	const char *path;
	struct diag *diag;
	struct edition full;                           /* as written; what is set may be its public excerpt */
};

/* ---- unchanged since its session */

static struct date decided(const struct doc *doc, struct date today)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct date last = {0}, day;
	for (size_t i = 0; v && i < v->nberatungen; i++)
		if (v->beratungen[i].datum.day && date_cmp(v->beratungen[i].datum, today) < 0 &&
			date_cmp(v->beratungen[i].datum, last) > 0)
			last = v->beratungen[i].datum;
	for (const struct doc_node *n = v ? NULL : doc_angabe(doc, DOC_BESCHLUSS); n; n = doc_next(n, DOC_BESCHLUSS))
		if (date_parse(&day, doc_get(n, DOC_A_DATUM)) && date_cmp(date_last(day), today) < 0 &&
			date_cmp(day, last) > 0)
			last = day;
	return last;
}

/* The paper as it was before results were entered (attributes ergebnis and top). */
static bool without_results(struct issuing *w, struct buf *out)
{
	const struct doc_vorlage *v = doc_vorlage(w->full.doc);
	struct buf next = {0};
	bool ok = v && w->full.doc->nfiles == 1 &&
		w->full.doc->ncsvs + w->full.doc->npictures + w->full.doc->nbeilagen == 0;
	buf_put(out, w->full.doc->files[0].data, w->full.doc->files[0].size);
	for (size_t i = 0; ok && i < 2 * v->nberatungen; i++) {
		const char *attr = i % 2 ? "top" : "ergebnis",
			   *place = mem_fmt(w->mem, "vorlage/angaben/beratung[%zu]", i / 2 + 1);
		if (i % 2 ? !v->beratungen[i / 2].top : !v->beratungen[i / 2].ergebnis)
			continue;
		buf_clear(&next);
		ok = src_edit_bytes(w->path, out, &(struct src_edit){place, attr, NULL}, &next, w->diag);
		struct buf old = *out;
		*out = next;
		next = old;
	}
	buf_free(&next);
	return ok;
}

static bool only_results_new(struct issuing *w, const char *id)
{
	struct reg_issue is;
	struct buf bare = {0};
	uint8_t sum[32];
	bool ok = without_results(w, &bare);
	hash_sha256(bare.data ? bare.data : "", bare.len, sum);
	buf_free(&bare);
	return ok && reg_issue_by_source(w->run->desk.reg, w->mem, sum, &is) && is.object_id &&
		!strcmp(is.object_id, id);
}

static bool tell_changed(struct issuing *w, const struct reg_issue *last, const struct off_difference *x,
	struct date day)
{
	const struct doc *doc = w->full.doc;
	struct buf when = {0};
	date_put_short(&when, day);
	diag_error(w->diag, "GEAENDERT", x->file ? x->file : w->path, x->file ? x->line : doc->root->line,
		"Das Dokument wurde schon ausgegeben (%s) und nach der Sitzung vom %s geändert%s; was beraten ist, "
		"bleibt, bitte den alten Stand wiederherstellen oder %s anlegen",
		last->file ? file_base(last->file) : "", when.data, x->file ? ", hier zuerst seit der Freigabe" : "",
		doc_vorlage(doc) ? "eine Ergänzung (ergaenzung=\"1\")" : "eine neue Ausgabe (edition)");
	buf_free(&when);
	return false;
}

/* What was issued before its session does not change after it, even if it is released again: it is held against the
 * release it was issued by. Put off it gets another step; what was taken back is gone and may come back otherwise. */
static bool stays_as_issued(struct issuing *w, const char *id, const uint8_t source[32])
{
	const struct doc *doc = w->full.doc;
	struct reg *reg = w->run->desk.reg;
	const struct date today = off_today(w->run->office->now), day = decided(doc, today);
	struct off_difference x = {0};
	struct reg_release r;
	struct reg_issue last;
	if (!day.year || !reg_issue_last(reg, w->mem, reg_key(doc->ort, id), &last) ||
		!memcmp(last.source_sha256, source, 32) || only_results_new(w, id) ||
		reg_is_withdrawn(reg, last.lfd))
		return true;
	bool released = reg_release_before(reg, w->mem, reg_key(doc->ort, id), last.lfd, &r);
	if (released)
		x = off_compare(reg, w->mem, &w->full, &r, today);
	return (released && (!x.file || off_only_steps_new(w->mem, &w->full, &r, day))) ||
		tell_changed(w, &last, &x, day);
}

static bool may_issue(struct issuing *w, const char *id, const uint8_t source[32])
{
	const struct doc *doc = w->full.doc;
	const struct office *o = w->run->office;
	struct reg *reg = w->run->desk.reg;
	struct reg_release r;
	if (!reg_release_last(reg, w->mem, reg_key(doc->ort, id), &r))
		return off_as_released(o, reg, w->mem, &w->full, "ausgegeben", w->diag);
	return off_final(&w->full, w->path, "ausgegeben", w->diag) && stays_as_issued(w, id, source) &&
		off_as_released(o, reg, w->mem, &w->full, "ausgegeben", w->diag) &&
		off_stays_hidden(reg, w->mem, &w->full, false, w->diag);
}

/* ---- setting */

/* Non-public papers go into a folder of their own, so that nobody copies one by accident. */
static char *target_of(struct issuing *w, bool is_public)
{
	const struct doc_vorlage *v = doc_vorlage(w->full.doc);
	char *dir = mem_dup(w->mem, w->run->folder);
	if (!is_public)
		dir = file_join(w->mem, dir, "intern");
	char *name = v ? mem_fmt(w->mem, "%s-%s", off_number_name(w->mem, w->full.style, v),
				 off_file_name(w->mem, v->art ? v->art : "vorlage"))
		       : pipe_output_name(w->mem, pipe_places(w->pipe), w->path);
	return file_join(w->mem, dir, mem_fmt(w->mem, "%s.pdf", name));
}

static void set(struct issuing *w, struct reg_issue *is)
{
	struct edition e = {0};
	bool excerpt = doc_vorlage(w->full.doc) && is->public;
	char *target = target_of(w, is->public);
	bool ok = off_batch_make_dir(w->run->doing, file_dir(w->mem, target), w->diag) &&
		pipe_claim(w->pipe, target, w->diag);
	const struct off_result *made = w->run->made ? &w->run->made[w->run->at] : NULL;
	if (made)
		excerpt = false;
	else if (ok && excerpt)
		ok = pipe_read_public(w->pipe, &w->full, &e, w->diag) && pipe_set(w->pipe, &e, w->diag);
	else if (ok)
		ok = pipe_set(w->pipe, &w->full, w->diag);
	struct reg_hold *holds;
	is->nholds = off_holds(w->mem, &w->full, is->object_id, NULL, &holds);
	is->holds = holds;
	if (ok && made)
		off_batch_add_made(w->run->doing, made, is, target, w->diag);
	else if (ok && !pipe_status(w->pipe, w->diag))
		off_batch_add(w->run->doing, excerpt ? &e : &w->full, is, target, w->diag);
	pipe_end(&e);
}

static void issue(struct issuing *w)
{
	const struct doc *doc = w->full.doc;
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct reg_issue is = {.ort = doc->ort,
		.object_id = off_id(w->mem, w->full.root, doc),
		.kind = doc_kind_name(doc->root->kind),
		.public = !v || v->oeffentlich};
	off_hash_source(&doc, 1, is.source_sha256);
	off_hash_templates(w->full.style, is.template_sha256);
	if (v && !v->nummer) {
		diag_error(w->diag, "NICHTAUFGENOMMEN", w->path, doc->root->line,
			"Die Vorlage hat keine Drucksachennummer; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen, "
			"dann freigeben und ausgeben");
		return;
	}
	if (off_desk_open(&w->run->desk, &w->full, true, w->diag) &&
		(w->run->made || pipe_check(w->pipe, &w->full, w->diag)) &&
		may_issue(w, is.object_id, is.source_sha256))
		set(w, &is);
}

static void issue_one(struct run *r, const char *path, struct diag *d)
{
	struct pipe *p = r->office->pipe;
	struct issuing w = {.run = r, .mem = mem_new(), .pipe = p, .path = path, .diag = d};
	if (pipe_read(p, path, NULL, &w.full, d)) {
		switch ((int)w.full.doc->root->kind) {
		case DOC_VORLAGE:
		case DOC_KONZEPT:
			issue(&w);
			break;
		case DOC_SITZUNG:
			pipe_say(p, "%s: übergangen; eine Sitzung gibt „ratssatz tagesordnung“ aus", path);
			break;
		case DOC_NIEDERSCHRIFT:
			pipe_say(p, "%s: übergangen; eine Niederschrift gibt „ratssatz niederschrift“ aus", path);
			break;
		default:
			diag_sys(d, "ARTFREMD", path, w.full.doc->root->line,
				"<%s> wird nicht ausgegeben; erwartet wird eine Vorlage oder ein Konzept",
				doc_kind_name(w.full.doc->root->kind));
		}
	}
	pipe_end(&w.full);
	mem_free(w.mem);
}

static void enter_all(struct run *r, struct diag *d)
{
	struct reg *reg = r->desk.reg;
	off_batch_place(r->batch, reg);
	if (off_batch_has_placed(r->batch) && (r->office->open || reg_begin_as_looked(reg, d)) &&
		off_batch_enter(r->batch, reg, true, d) && off_commit(reg, r->office, d) && !r->office->open)
		off_batch_keep(r->batch);
}

static void issue_at(void *arg, size_t i, struct buf *more, struct diag *d)
{
	struct run *r = arg;
	char *path = pipe_master(r->desk.mem, r->paths[i], d);
	r->at = i;
	if (path)
		issue_one(r, path, d);
	off_batch_pack(r->doing, more);
}

static void take_issued(void *arg, size_t i, struct unpack *more)
{
	struct run *r = arg;
	off_batch_unpack(r->batch, more, r->diags[i]);
}

static void drop_issued(void *arg, struct unpack *more)
{
	struct off_batch *gone = off_batch_new(((struct run *)arg)->office);
	off_batch_unpack(gone, more, NULL);
	off_batch_free(gone);
}

/* The first ones here, until one says which register is meant. */
static size_t issue_first(struct run *r, size_t n)
{
	size_t i = 0;
	for (; i < n && !r->desk.reg; i++) {
		struct buf more = {0};
		issue_at(r, i, &more, r->diags[i]);
		take_issued(r, i, &(struct unpack){more.data, more.data + more.len});
		buf_free(&more);
	}
	return i;
}

/* What was made is entered, all at once. */
static struct off_batch *end_run(struct run *r, struct mem *m, struct diag *d)
{
	if (r->desk.reg)
		enter_all(r, d);
	off_desk_close(&r->desk);
	off_batch_free(r->doing);
	mem_free(m);
	return r->batch;
}

void off_issue(const struct office *o, const char *const *paths, size_t n, const char *folder, struct diag **diags)
{
	struct mem *m = mem_new();
	struct run r = {.office = o, .folder = folder, .desk = {.office = o, .mem = m}, .batch = off_batch_new(o),
		.doing = off_batch_new(o), .paths = paths, .diags = diags + 1};
	size_t i = issue_first(&r, n);
	r.paths += i;
	r.diags += i;
	pipe_each(o->pipe,
		&(struct pipe_share){.n = n - i, .paths = r.paths, .diags = r.diags, .arg = &r, .one = issue_at,
			.take = take_issued, .drop = drop_issued});
	off_batch_free(end_run(&r, m, diags[0]));
}

struct off_batch *off_issue_made(const struct office *o, const struct off_made *made, const char *folder,
	struct diag **diags)
{
	struct mem *m = mem_new();
	struct run r = {.office = o, .folder = folder, .desk = {.office = o, .mem = m}, .batch = off_batch_new(o),
		.doing = off_batch_new(o), .paths = made->paths, .diags = diags + 1, .made = made->results};
	for (size_t i = 0; i < made->n; i++) {
		struct buf more = {0};
		issue_at(&r, i, &more, r.diags[i]);
		take_issued(&r, i, &(struct unpack){more.data, more.data + more.len});
		buf_free(&more);
	}
	return end_run(&r, m, diags[0]);
}

bool off_is_issuable(const struct office *o, struct reg *reg, struct mem *m, const struct edition *e)
{
	struct diag *quiet = diag_new();
	struct run r = {.office = o, .desk = {.office = o, .mem = m, .reg = reg}};
	struct issuing w = {
		.run = &r, .mem = m, .pipe = o->pipe, .path = e->doc->files[0].path, .diag = quiet, .full = *e};
	const struct doc *doc = e->doc;
	const struct doc_vorlage *v = doc_vorlage(doc);
	uint8_t source[HASH_SHA256];
	off_hash_source(&doc, 1, source);
	bool may = (v ? v->nummer != NULL : doc->root->kind == DOC_KONZEPT) &&
		may_issue(&w, off_id(m, e->root, doc), source);
	diag_free(quiet);
	return may;
}

const char *off_issue_target(const struct office *o, struct mem *m, const struct edition *e, const char *folder)
{
	struct run r = {.office = o, .folder = folder};
	struct issuing w = {.run = &r, .mem = m, .pipe = o->pipe, .path = e->doc->files[0].path, .full = *e};
	return target_of(&w, doc_public(e->doc->root));
}
