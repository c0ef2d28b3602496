/* minutes.c: minutes are set for the public from their excerpt, for the house whole, and an extract for each decision.
 * Signed, their results go into the papers, files and index into the register in one transaction. Approved, what
 * they say stays: a digest of it is in the ledger, and only corrections come after it. */
#include "office/minutes.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "compose/compose.h"
#include "model/niederschrift.h"
#include "office/batch.h"
#include "office/decided.h"
#include "office/record.h"
#include "office/hidden.h"
#include "office/released.h"
#include "office/result.h"
#include "office/taken.h"
#include "pipeline/output.h"

struct minutes {
	const struct office *office;
	struct mem *mem;
	struct pipe *pipe;
	struct diag *diag;
	const char *path, *folder;
	struct reg *reg;
	struct edition full, public;
	const struct doc_niederschrift *n;
	struct off_batch *batch;
	bool final;                                    /* signed: it counts */
	bool correct;                                  /* results that stand in papers give way */
	struct off_rewrites papers;                    /* with their results */
	struct off_numbers numbers;                    /* of decisions, given by this call: the transaction is open */
	struct buf numbered;                           /* the minutes with them, as they will be */
};

/* ---- what stays when it is approved */

static void add(struct hash_run *h, const char *s)
{
	hash_add(h, s ? s : "", (s ? strlen(s) : 0) + 1);
}

/* How far a task is may change; approval and later corrections are no part of what was approved. */
static bool stays(const struct doc_node *n, int corrections)
{
	if (n->kind == DOC_GENEHMIGUNG || n->kind == DOC_MELDUNG)
		return false;
	int i = 0;
	for (const struct doc_node *k = n->kind == DOC_NACHTRAG ? doc_child(n->parent, DOC_NACHTRAG) : NULL; k &&
		k != n;
		k = doc_next(k, DOC_NACHTRAG))
		i++;
	return n->kind != DOC_NACHTRAG || i < corrections;
}

/* What of it is public is no part of its wording; an earlier program took it for one (strict). */
static bool attr_stays(const struct doc_node *n, enum doc_attr a, bool strict)
{
	if (a == DOC_A_OEFFENTLICH || a == DOC_A_VEROEFFENTLICHT)
		return strict;
	return n->kind != DOC_AUFTRAG || (a != DOC_A_ZUSTAND && a != DOC_A_BERICHT && a != DOC_A_PRIORITAET &&
		a != DOC_A_BETRAG && a != DOC_A_PERSONAL && a != DOC_A_MASSNAHME && a != DOC_A_FRIST);
}

static void add_node(struct hash_run *h, const struct doc_node *n, int corrections, bool strict)
{
	if (n->kind == DOC_TEXT) {
		hash_add(h, n->text, n->len);
		return;
	}
	if (!stays(n, corrections))
		return;
	add(h, doc_kind_name(n->kind));
	for (int i = 0; i < n->nattrs; i++)
		if (attr_stays(n, (enum doc_attr)n->attrs[i].attr, strict)) {
			add(h, doc_attr_name((enum doc_attr)n->attrs[i].attr));
			add(h, n->attrs[i].value);
		}
	for (const struct doc_node *c = n->first; c; c = c->next)
		add_node(h, c, corrections, strict);
	add(h, "/");
}

static void digest(const struct minutes *m, int corrections, bool strict, uint8_t out[HASH_SHA256])
{
	struct hash_run *h = hash_begin();
	add_node(h, m->n->node, corrections, strict);
	hash_end(h, out);
}

static int corrections(const struct minutes *m)
{
	return (int)doc_count(m->n->node, DOC_NACHTRAG);
}

static bool is_as_approved(struct minutes *m)
{
	const struct reg_approvals a = reg_approvals(m->reg, m->mem, reg_key(m->full.doc->ort, m->n->id));
	for (size_t i = 0; i < a.n; i++) {
		uint8_t now[HASH_SHA256], strictly[HASH_SHA256];
		digest(m, a.all[i].nachtraege, false, now);
		digest(m, a.all[i].nachtraege, true, strictly);
		if (!memcmp(now, a.all[i].sha256, sizeof now) || !memcmp(strictly, a.all[i].sha256, sizeof now))
			continue;
		diag_error(m->diag, "GENEHMIGT", m->path, m->n->node->line,
			"Die Niederschrift ist genehmigt und lautet jetzt anders; erwartet wird sie, wie sie war, "
			"bitte die Änderung zurücknehmen und als <nachtrag datum=\"…\"> ans Ende schreiben");
		return false;
	}
	return true;
}

static bool keep_approval(struct minutes *m)
{
	const struct reg_key key = reg_key(m->full.doc->ort, m->n->id);
	const struct reg_approvals a = reg_approvals(m->reg, m->mem, key);
	struct reg_approval now = {.nachtraege = corrections(m)};
	digest(m, now.nachtraege, false, now.sha256);
	if (!m->n->genehmigt || (a.n && a.all[a.n - 1].nachtraege == now.nachtraege))
		return true;
	return reg_approve(m->reg, key, &now, m->office->now, m->diag);
}

/* ---- files */

static struct reg_issue issue_of(const struct minutes *m, const char *kind, bool public)
{
	struct reg_issue is = {.ort = m->full.doc->ort, .object_id = m->n->sitzung, .kind = kind, .public = public};
	const struct doc *doc = m->full.doc;
	off_hash_source(&doc, 1, is.source_sha256);
	off_hash_templates(m->full.style, is.template_sha256);
	return is;
}

/* What of session and minutes is in a public file: their public items with the papers, or the one, and what is said. */
static void add_holds(struct minutes *m, struct reg_issue *is, const char *item)
{
	struct reg_hold *said, *holds;
	struct reg_known paper;
	if (!is->public)
		return;
	const size_t nsaid = off_holds(m->mem, &m->full, m->n->id, item, &said);
	holds = MEM_ARRAY(m->mem, struct reg_hold, 3 * m->n->ntops + 1 + nsaid);
	holds[is->nholds++] = (struct reg_hold){m->n->id, ""};
	for (size_t i = 0; i < m->n->ntops; i++)
		if (m->n->tops[i].oeffentlich && (!item || !strcmp(item, m->n->tops[i].id))) {
			holds[is->nholds++] = (struct reg_hold){is->object_id, m->n->tops[i].id};
			holds[is->nholds++] = (struct reg_hold){m->n->id, m->n->tops[i].id};
			if (m->n->tops[i].vorlage &&
				reg_paper_by_number(m->reg, m->mem, is->ort, m->n->tops[i].vorlage, &paper))
				holds[is->nholds++] = (struct reg_hold){paper.id, ""};
		}
	memcpy(holds + is->nholds, said, nsaid * sizeof *said);
	is->nholds += nsaid;
	is->holds = holds;
}

static bool set_one(struct minutes *m, const struct com_minutes *how, const char *kind, const char *name)
{
	struct edition e = how->intern ? m->full : m->public;
	const char *folder = how->intern ? file_join(m->mem, m->folder, "intern") : m->folder;
	char *target = file_join(m->mem, folder, name);
	e.tree = com_niederschrift(e.doc, how, e.style, e.txt, m->diag);
	bool ok = off_batch_make_dir(m->batch, folder, m->diag) && pipe_set(m->pipe, &e, m->diag) &&
		!pipe_status(m->pipe, m->diag) && pipe_claim(m->pipe, target, m->diag);
	struct reg_issue is = issue_of(m, kind, !how->intern);
	add_holds(m, &is, how->auszug);
	ok = ok && off_batch_add(m->batch, &e, &is, target, m->diag);
	e.doc = NULL;                                  /* stays the minutes' */
	pipe_end(&e);
	return ok;
}

/* An item with a result and a wording has an extract. */
static bool decides(const struct minutes *m, const struct doc_verhandelt *v)
{
	const struct sty_ergebnis *e = sty_ergebnis(m->full.style, v->ergebnis);
	return e && !v->entfallen && (v->beschluss || v->vorschlag || doc_child(v->node, DOC_WAHL));
}

static bool set_extracts(struct minutes *m)
{
	for (size_t i = 0; i < m->n->ntops; i++) {
		const struct doc_verhandelt *v = &m->n->tops[i];
		if (!decides(m, v))
			continue;
		const char *name = v->nummer ? v->nummer : v->id;
		const struct com_minutes how = {.intern = !v->oeffentlich, .auszug = v->id};
		if (!set_one(m, &how, mem_fmt(m->mem, "auszug-%s", v->id),
			    mem_fmt(m->mem, "auszug-top-%s.pdf", off_file_name(m->mem, name))))
			return false;
	}
	return true;
}

static bool set_all(struct minutes *m)
{
	return set_one(m, &(struct com_minutes){false, NULL}, "niederschrift", "niederschrift.pdf") &&
		set_one(m, &(struct com_minutes){true, NULL}, "niederschrift-intern", "niederschrift-intern.pdf") &&
		set_extracts(m);
}

/* ---- results into papers */

/* The last vote of a body on the matter; NULL: it did not vote. */
static const struct doc_abstimmung *last_vote(const struct minutes *m, const struct doc_verhandelt *v, size_t body)
{
	const struct doc_abstimmung *last = NULL;
	for (const struct doc_abstimmung *a = NULL; (a = doc_zur_sache(m->n, v, body, a));)
		last = a;
	return last;
}

/* In a joint session the result of a body is that of its own votes; one who has none where others voted has no result,
 * and what was not voted on is the result of all. */
static const char *result_of(const struct minutes *m, const struct doc_verhandelt *v, size_t body)
{
	const struct doc_abstimmung *own = last_vote(m, v, body);
	const bool joint = m->n->gremien.n > 1;
	if (!joint || doc_get(v->node, DOC_A_ERGEBNIS) || doc_child(v->node, DOC_WAHL))
		return v->ergebnis;
	return own ? own->ergebnis : last_vote(m, v, DOC_ALLE) ? NULL : v->ergebnis;
}

/* The result goes into the paper by the same way as one entered by hand, with the votes of the last one, or the words
 * of each. */
static void enter_result(struct minutes *m, const struct doc_verhandelt *v, const char *paper, size_t body)
{
	const char *result = result_of(m, v, body);
	const struct doc_abstimmung *last = last_vote(m, v, body);
	const bool election = doc_child(v->node, DOC_WAHL) != NULL;
	const char *each = election ? off_elected(m->mem, m->full.doc, m->full.style, v, body, true)
		: off_votes(m->mem, m->full.doc, m->full.style, v, body);
	/* what is told one by one has its number with it */
	const char *number = each && !election ? NULL : off_number_of(m->mem, m->full.doc, m->full.style, v, body);
	struct buf besides = {0};
	buf_str(&besides, each ? each : "");
	if (number)
		buf_fmt(&besides, "%s%s", besides.len ? ", " : "", number);
	struct off_result r = {.paper = paper,
		.gremium = m->n->gremien.all[body],
		.day = m->n->datum,
		.session = m->n->sitzung,
		.ergebnis = result,
		.zusatz = buf_take_or(&besides, m->mem, NULL),
		.stich = last && !each ? doc_get(last->node, DOC_A_STICHENTSCHEID) : NULL,
		.hidden = !v->oeffentlich,
		.berichtigen = m->correct,
		.wenn_beraten = m->n->gremien.n > 1 && !last,
		.einzeln = each && off_votes_differ(m->n, v, body)};
	for (int k = 0; k < DOC_STIMMEN_MAX; k++)
		r.zahl[k] = last && !each ? last->zahl[k] : -1;
	if (result)
		off_add_result(m->office, m->reg, &r, &m->papers, m->diag);
}

static bool enter_results(struct minutes *m)
{
	for (size_t i = 0; i < m->n->ntops; i++) {
		const struct doc_verhandelt *v = &m->n->tops[i];
		struct reg_known paper;
		if (!v->vorlage || v->entfallen || !v->ergebnis ||
			!reg_paper_by_number(m->reg, m->mem, m->full.doc->ort, v->vorlage, &paper))
			continue;
		for (size_t body = 0; body < m->n->gremien.n; body++)
			enter_result(m, v, pipe_in_root(m->mem, m->full.root, paper.path), body);
	}
	return diag_status(m->diag) == 0;
}

/* ---- the whole */

static bool index_all(struct minutes *m)
{
	struct reg_source src;
	const struct reg_key key = reg_key(m->full.doc->ort, m->n->id);
	return off_source(m->mem, m->full.root, m->full.doc, &src, m->diag) &&
		off_index(m->reg, &src, m->full.doc, m->full.style, m->diag) &&
		(reg_has_event(m->reg, key, REG_AUFGENOMMEN, NULL) ||
			reg_event(m->reg, key, REG_AUFGENOMMEN, m->office->now, NULL, m->diag));
}

/* What is issued was released, with what of it is public. */
static bool is_released(struct minutes *m)
{
	const struct reg_key key = reg_key(m->full.doc->ort, m->n->id);
	struct reg_release last, now = off_release(m->mem, &m->full);
	return (reg_release_last(m->reg, m->mem, key, &last) &&
		       !off_compare(m->reg, m->mem, &m->full, &last, off_today(m->office->now)).file) ||
		reg_release_add(m->reg, key, &now, m->office->now, m->diag);
}

/* What was taken back stays so, and so do minutes of a session that was. */
static bool may_be_public(struct minutes *m)
{
	if (m->final && reg_is_taken_back(m->reg, reg_key(m->full.doc->ort, m->n->sitzung))) {
		diag_error(m->diag, "WIRDOEFFENTLICH", m->path, m->n->node->line,
			"Die Sitzung %s ist zurückgezogen, die Niederschrift würde wieder öffentlich machen, was darin "
			"beraten wurde; ist das gewollt, bitte zuerst die Sitzung mit „ratssatz freigeben "
			"--wird-oeffentlich“ freigeben",
			m->n->sitzung);
		return false;
	}
	return off_stays_hidden(m->reg, m->mem, &m->full, false, m->diag);
}

/* Register, papers with their results and minutes with their numbers, or none of them. */
static bool commit(struct minutes *m)
{
	if (!off_commit_with(m->reg, m->office, &m->papers, m->diag))
		return false;
	if (m->numbers.n)
		pipe_say(m->pipe, "%s: %zu %s vergeben", m->path, m->numbers.n,
			m->numbers.n == 1 ? "Beschlussnummer" : "Beschlussnummern");
	off_say_results(m->office, &m->papers, m->numbers.n ? 1 : 0);
	return true;
}

static bool enter(struct minutes *m)
{
	return (m->numbers.n || reg_begin(m->reg, m->diag)) && may_be_public(m) && enter_results(m) &&
		off_batch_place(m->batch, m->reg) && index_all(m) && keep_approval(m) &&
		is_released(m) && off_take_back(m->office, m->reg, m->mem, &m->full, m->diag) &&
		off_batch_enter(m->batch, m->reg, false, m->diag) && commit(m);
}

/* What is not signed is not in the register, but for its numbers. */
static bool place_draft(struct minutes *m)
{
	return off_batch_place(m->batch, m->reg) && (!m->numbers.n || commit(m));
}

static bool open_again(struct minutes *m)
{
	const char *path = pipe_register_path(m->mem, pipe_places(m->pipe), m->full.root, m->full.doc->ort);
	pipe_ask_register(m->pipe, NULL);
	reg_close(m->reg);
	m->reg = reg_open(path, true, m->diag);
	if (m->reg)
		pipe_ask_register(m->pipe, m->reg);
	return m->reg != NULL;
}

/* now: the minutes as they will be; NULL: as they are. */
static bool read_whole(struct minutes *m, const struct buf *now)
{
	pipe_end(&m->full);
	if (!pipe_read(m->pipe, m->path, now, &m->full, m->diag))
		return false;
	m->n = doc_niederschrift(m->full.doc);
	m->final = !com_is_draft(m->full.doc, m->full.style);
	return true;
}

static bool put_numbers(struct minutes *m)
{
	bool ok = file_read(&m->numbered, m->path, m->diag);
	for (size_t i = 0; ok && i < m->numbers.n; i++) {
		struct buf next = {0};
		ok = src_edit_bytes(m->path, &m->numbered, &m->numbers.all[i], &next, m->diag);
		buf_free(&m->numbered);
		m->numbered = next;
	}
	if (ok)
		off_rewrite(&m->papers, m->path, &m->numbered);
	return ok && read_whole(m, &m->numbered);
}

/* What is set has them already; they count when all is in place. A draft may change what is decided, and what was
 * approved stays as it is. */
static bool give_numbers(struct minutes *m)
{
	if (doc_is(m->n->node, DOC_A_ENTWURF, "ja") || m->n->genehmigt)
		return true;
	if (!reg_begin(m->reg, m->diag) || !off_keep_numbers(m->reg, m->full.doc, m->full.style, m->diag) ||
		!off_give_numbers(m->reg, m->mem, &m->full, &m->numbers, m->diag))
		return false;
	if (m->numbers.n)
		return put_numbers(m);
	reg_rollback(m->reg);
	return true;
}

/* Who will have signed has not signed yet. */
static bool is_signed_today(struct minutes *m)
{
	const struct doc_node *u = doc_child(m->n->node, DOC_UNTERZEICHNUNG);
	for (; u; u = doc_next(u, DOC_UNTERZEICHNUNG)) {
		struct date d;
		if (!doc_get(u, DOC_A_DATUM) || !date_parse(&d, doc_get(u, DOC_A_DATUM)) ||
			date_cmp(d, off_today(m->office->now)) <= 0)
			continue;
		diag_error(m->diag, "NIEDERSCHRIFTTAG", m->path, u->line,
			"datum=\"%s\" war noch nicht, unterschrieben ist die Niederschrift also nicht; erwartet wird "
			"der Tag der Unterschrift, bitte berichtigen oder bis dahin weglassen",
			doc_get(u, DOC_A_DATUM));
		return false;
	}
	return true;
}

static void issue(struct minutes *m)
{
	if (!open_again(m) || !pipe_check(m->pipe, &m->full, m->diag) || !is_signed_today(m) ||
		!is_as_approved(m) || !may_be_public(m) || !give_numbers(m) ||
		!pipe_read_public(m->pipe, &m->full, &m->public, m->diag) || !set_all(m))
		return;
	if (!(m->final ? enter(m) : place_draft(m)))
		return;
	off_batch_keep(m->batch);
	if (!m->final)
		pipe_say(m->pipe, "Ein Entwurf: Ins Register kommt die Niederschrift, wenn sie unterschrieben ist.");
}

void off_issue_minutes(const struct office *o, const char *path, const char *folder, bool correct, struct diag *d)
{
	struct minutes m = {.office = o,
		.mem = mem_new(),
		.pipe = o->pipe,
		.diag = d,
		.path = path,
		.folder = folder,
		.correct = correct,
		.batch = off_batch_new(o)};
	m.papers.mem = m.mem;
	if (read_whole(&m, NULL))
		issue(&m);
	if (m.reg)
		reg_rollback(m.reg);                   /* what was not committed */
	pipe_ask_register(o->pipe, NULL);
	reg_close(m.reg);
	pipe_end(&m.public);
	pipe_end(&m.full);
	off_batch_free(m.batch);
	off_rewrites_free(&m.papers);
	buf_free(&m.numbered);
	mem_free(m.mem);
}
