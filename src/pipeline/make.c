/* make.c: one document from its file to its output. */
#include <string.h>

#include "base/file.h"
#include "pipeline/deps.h"
#include "pipeline/output.h"
#include "text/text.h"

static const struct {
	const char *end;
	bool (*stage)(struct pipe *, const struct edition *, const char *target, struct diag *);
} forms[] = {[PIPE_PDF] = {"pdf", pipe_stage_pdf}, [PIPE_HTML] = {"html", pipe_stage_html},
	[PIPE_DOCX] = {"docx", pipe_stage_docx}, [PIPE_ODT] = {"odt", pipe_stage_odt}};

static char *target_of(struct pipe *p, const struct pipe_order *o, const char *path)
{
	struct mem *m = pipe_mem(p);
	if (o->output && !file_is_dir(o->output))
		return mem_dup(m, o->output);
	return file_join(m, o->output ? o->output : ".",
		mem_fmt(m, "%s.%s", pipe_output_name(m, pipe_places(p), path), forms[o->format].end));
}

static char *call_of(struct pipe *p, const char *path)
{
	return mem_fmt(pipe_mem(p), "setzen %s", path);
}

/* A public paper or session is set from its public excerpt here too: a PDF made by hand gets out as easily as one that
 * was issued. Faults were told for the source, with its lines; what the excerpt has besides is told once. */
static bool only_public(struct pipe *p, struct edition *e, struct diag *d)
{
	struct edition shown;
	if (!pipe_shows_excerpt(e->doc))
		return true;
	if (!pipe_read_public(p, e, &shown, d)) {
		pipe_end(&shown);
		return false;
	}
	if (shown.lent)                                    /* nothing is hidden: it is set already */
		return true;
	struct diag *own = diag_new();
	const char *path = mem_dup(pipe_mem(p), e->doc->files[0].path);
	int line = e->doc->root->line;
	pipe_end(e);
	*e = shown;
	txt_report(e->txt, own);
	bool ok = pipe_set(p, e, own);
	txt_report(e->txt, d);
	if (!ok)
		diag_error(d, "AUSZUG", path, line,
			"Ohne das Nichtöffentliche lässt sich das Dokument nicht setzen; bitte prüfen, ob Öffentliches "
			"auf Nichtöffentliches verweist");
	diag_free(own);
	return ok;
}

static void put(struct pipe *p, const struct pipe_order *o, const char *path, struct edition *e, struct diag *d)
{
	const char *target = target_of(p, o, path);
	if (!pipe_claim(p, target, d))
		return;
	struct deps *deps = o->deps ? deps_new(pipe_mem(p), p, call_of(p, path)) : NULL;
	if (deps)
		deps_add(deps, e);                         /* before the excerpt takes its place */
	const struct doc *whole = e->doc;
	if (!only_public(p, e, d))
		return;
	if (deps && e->doc != whole)
		deps_only_public(deps, e);
	if (forms[o->format].stage(p, e, target, d) && deps)
		deps_stage(deps, target, d);
}

static void set(struct pipe *p, const struct pipe_order *o, const char *path, struct edition *e, struct diag *d)
{
	if (pipe_options(p)->handout && e->doc->root->kind != DOC_PRAESENTATION)
		diag_error(d, "NOTIZEN", path, e->doc->root->line,
			"Nur eine Präsentation hat Notizen, dies ist <%s>; erwartet wird eine praesentation.xml, bitte "
			"--notizen weglassen",
			doc_kind_name(e->doc->root->kind));
	if (pipe_status(p, d))
		return;
	if (!o->dump)
		put(p, o, path, e, d);
	else if (!strcmp(o->dump, "doc") || only_public(p, e, d))
		pipe_dump(e, o->dump, o->dumped);
}

static bool is_unchanged(struct pipe *p, const struct pipe_order *o, const char *path, struct diag *d)
{
	const char *target = o->only_changed ? target_of(p, o, path) : NULL;
	if (!target || !deps_unchanged(p, call_of(p, path), target))
		return false;
	if (pipe_claim(p, target, d))
		pipe_unchanged(p);
	return true;
}

void pipe_make(struct pipe *p, const struct pipe_order *o, const char *path, struct deps *watched, struct diag *d)
{
	struct edition e = {0};
	if (is_unchanged(p, o, path, d))
		return;
	bool set_whole = pipe_edition(p, path, &e, d);
	if (watched && e.doc)
		deps_add(watched, &e);
	if (set_whole)
		set(p, o, path, &e, d);
	pipe_end(&e);
}
