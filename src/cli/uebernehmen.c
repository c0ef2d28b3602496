/* uebernehmen.c: what a town has, as source to go on with. */
#include <string.h>

#include "base/file.h"
#include "cli/print.h"
#include "cli/run.h"
#include "cli/taken.h"
#include "import/import.h"
#include "pipeline/output.h"

struct call { struct pipe_places places; const char *contents; struct office *office; };

static const struct style *look(void *arg, const char *ort, struct diag *d)
{
	const struct call *c = arg;
	struct mem *m = mem_new();
	bool known = file_is_dir(pipe_template_dir(m, &c->places, ort, c->contents));
	mem_free(m);
	return known ? pipe_town_look(c->office->pipe, ort, c->contents, d) : NULL;
}

static void check(void *arg, const struct imp_unwritten *files, size_t n, const struct imp_checked *to, size_t nto)
{
	struct pipe *p = ((const struct call *)arg)->office->pipe;
	for (size_t i = 0; i < n; i++)
		pipe_overlay(p, files[i].path, files[i].bytes);
	for (; nto; to++, nto--) {
		struct edition e = {0};
		if (pipe_read(p, to->path, NULL, &e, to->said))
			pipe_check(p, &e, to->said);
		pipe_end(&e);
	}
	pipe_overlay_end(p);
}

/* The document as it would be sent today: what an answer has otherwise was changed there. */
static void as_sent(struct office *o, const char *source, struct buf *sent, struct buf *told)
{
	struct diag *own = diag_new();
	pipe_make(o->pipe, &(struct pipe_order){.dump = "docx", .dumped = sent}, source, NULL, own);
	if (!sent->len && told)
		buf_str(told, "Was ohne Nachverfolgung geändert wurde, ist nicht verglichen: Das Dokument lässt sich "
			"zurzeit nicht setzen (ratssatz pruefen).\n");
	diag_free(own);
}

/* An answer to the document whose source it is: with what it would be sent as today. */
static bool take_answers(struct office *o, const char *source, struct imp_return *r, struct buf *told, struct diag *d)
{
	struct edition e = {0};
	struct buf sent = {0};
	bool ok = pipe_read(o->pipe, source, NULL, &e, d);
	if (ok) {
		as_sent(o, source, &sent, r->json ? NULL : told);
		r->sent = sent.data;
		r->nsent = sent.len;
		ok = imp_comments(r, e.doc, told, d);
	}
	buf_free(&sent);
	pipe_end(&e);
	return ok;
}

static bool answered(void *arg, const char *source, struct imp_return *r, struct buf *told, struct diag *d)
{
	return take_answers(((const struct call *)arg)->office, source, r, told, d);
}

static bool sent(void *arg, const char *source, struct buf *docx)
{
	as_sent(((const struct call *)arg)->office, source, docx, NULL);
	return docx->len;
}

static bool has_word(void *arg, const char *word, size_t n, bool made)
{
	return pipe_has_word(arg, word, n, made);
}

static enum imp_wanted wanted(const struct cmd_args *a)
{
	const char *s = a->opt[CMD_O_AENDERUNGEN];
	return s && !strcmp(s, "zeigen") ? IMP_SHOW : s && !strcmp(s, "verwerfen") ? IMP_REFUSE : IMP_ACCEPT;
}

bool cmd_take_over(const struct cmd_args *a, const struct cmd_taken *t, struct buf *told, struct diag *d)
{
	struct mem *m = mem_new();
	struct call call = {.places = cmd_places(a), .office = cmd_office(a)};
	if (t->beside)
		pipe_without_register(call.office->pipe);
	call.contents = pipe_root(m, &call.places, t->output);
	const struct imp_words words = {has_word, call.office->pipe};
	const struct imp_wish w = {.output = t->output,
		.ort = t->ort,
		.art = a->opt[CMD_O_ART],
		.changes = wanted(a),
		.contents = call.contents,
		.schema = file_join(m, pipe_share(m, "schema"), "ratssatz.xsd"),
		.look = look,
		.check = check,
		.answered = answered,
		.sent = sent,
		.words = pipe_has_words(call.office->pipe) ? &words : NULL,
		.arg = &call};
	bool done = imp_take(&w, t->file, told, d);
	cmd_office_end(call.office);
	mem_free(m);
	return done;
}

bool cmd_take_clip(const struct cmd_args *a, const char *ort, const struct imp_clip *c, struct imp_pasted *out,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct call call = {.places = cmd_places(a), .office = cmd_office(a)};
	call.contents = pipe_root(m, &call.places, ".");
	const struct imp_words words = {has_word, call.office->pipe};
	const struct imp_wish w = {.ort = ort, .contents = call.contents, .look = look,
		.words = pipe_has_words(call.office->pipe) ? &words : NULL, .arg = &call};
	bool done = imp_clip(&w, c, out, d);
	cmd_office_end(call.office);
	mem_free(m);
	return done;
}

/* Each of several files gets a folder named after it. */
static const char *folder_for(struct mem *m, const struct cmd_args *a, const char *path)
{
	const char *base = file_base(path), *dot = strrchr(base, '.');
	if (a->nargs == 1)
		return a->opt[CMD_O_OUTPUT];
	return file_join(m, a->opt[CMD_O_OUTPUT], mem_str(m, base, dot && dot > base ? (size_t)(dot - base)
		: strlen(base)));
}

/* What came back of a document that was sent out: into its source. */
bool cmd_take_answers(const struct cmd_args *a, const struct cmd_returned *w, struct buf *told, struct diag *d)
{
	struct mem *m = mem_new();
	struct office *o = cmd_office(a);
	struct imp_return r = {.answers = w->files, .nanswers = w->nfiles, .accept = w->accept, .json = w->json,
		.put = w->put, .arg = w->arg};
	if (w->beside)
		pipe_without_register(o->pipe);
	const char *said = w->source ? w->source : imp_source_of(m, w->files[0], d);
	char *source = said ? pipe_master(m, said, d) : NULL;
	if (!said && !diag_status(d))
		diag_error(d, "VORSCHLAG", w->files[0], 0,
			"Die Datei sagt nicht, aus welcher Quelle sie entstand; erwartet wird eine, die mit setzen "
			"--format docx oder odt entstand, bitte die Quelle mit --quelle nennen");
	bool ok = source && take_answers(o, source, &r, told, d);
	cmd_office_end(o);
	mem_free(m);
	return ok;
}

int cmd_uebernehmen(const struct cmd_args *a)
{
	bool returned = a->opt[CMD_O_KOMMENTARE];
	if (!returned && (a->opt[CMD_O_QUELLE] || a->opt[CMD_O_ANNEHMEN]))
		return cmd_usage("--quelle und --annehmen gehen nur mit --kommentare");
	if (!returned && !a->opt[CMD_O_OUTPUT])
		return cmd_usage("ratssatz uebernehmen braucht -o ORDNER: dort entsteht die Quelle");
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	struct buf told = {0};
	const struct cmd_returned back = {.files = a->arg, .nfiles = a->nargs, .source = a->opt[CMD_O_QUELLE],
		.accept = a->opt[CMD_O_ANNEHMEN], .json = a->opt[CMD_O_JSON] != NULL};
	if (returned)
		cmd_take_answers(a, &back, &told, d);
	for (int i = 0; !returned && i < a->nargs; i++) {
		const struct cmd_taken t = {a->arg[i], a->opt[CMD_O_ORT], folder_for(m, a, a->arg[i]), false};
		cmd_take_over(a, &t, &told, d);
	}
	if (!a->opt[CMD_O_STILL])
		cmd_print(&told);
	buf_free(&told);
	mem_free(m);
	return cmd_finish(&d, 1, a);
}
