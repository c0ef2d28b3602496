/* setzen.c: documents to PDF or HTML, or to one of the dumps. */
#include <string.h>

#include "base/mem.h"
#include "cli/cli.h"
#include "layout/layout.h"
#include "model/papier.h"
#include "pdf/pdf.h"
#include "source/source.h"
#include "text/text.h"

void cmd_dump(const struct edition *e, const char *what)
{
	struct buf b = {0};
	if (!strcmp(what, "doc"))
		doc_dump(e->doc, &b);
	else if (!strcmp(what, "blocks"))
		blk_dump(e->tree, &b);
	else if (!strcmp(what, "vorlesen"))
		blk_read_out(e->tree, &b);
	else if (!strcmp(what, "pages"))
		lay_dump(e->lay, &b);
	else if (!strcmp(what, "lines"))
		lay_dump_lines(e->lay, &b);
	else
		pdf_dump_tags(e->tree, e->lay, &b);
	fwrite(b.data ? b.data : "", 1, b.len, stdout);
	buf_free(&b);
}

static bool as_html(const struct cmd_args *a)
{
	return a->opt[CMD_O_FORMAT] && !strcmp(a->opt[CMD_O_FORMAT], "html");
}

static char *target_of(struct mem *m, const struct cmd_args *a, const char *path)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (o && !file_is_dir(o))
		return mem_dup(m, o);
	return file_join(m, o ? o : ".", mem_fmt(m, "%s.%s", cmd_output_name(m, a, path), as_html(a) ? "html" : "pdf"));
}

static char *call_of(struct session *s, const char *path)
{
	return mem_fmt(cmd_session_mem(s), "setzen %s", path);
}

static bool same_bytes(const struct doc *doc, const struct buf *b)
{
	return doc->nfiles == 1 && doc->files[0].size == b->len &&
		!memcmp(doc->files[0].data, b->data ? b->data : "", b->len);
}

/* A public paper or session is set from its public excerpt here too: a PDF made by hand gets out as easily as one that
 * was issued. Faults were told for the source, with its lines; what the excerpt has besides is told once. */
static bool only_public(struct session *s, const char *path, struct edition *e, struct diag *d)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	if (v ? !v->oeffentlich : !doc_sitzung(e->doc))
		return true;
	struct buf b = {0};
	struct diag *own = diag_new();
	bool ok = src_excerpt(e->doc, &b, d), same = ok && same_bytes(e->doc, &b);
	if (ok && !same) {
		int line = e->doc->root->line;
		cmd_edition_end(e);
		ok = cmd_read(s, path, &b, e, own) && cmd_set(s, e, own);
		if (e->txt)
			txt_report(e->txt, d);
		if (!ok)
			diag_error(d, "AUSZUG", path, line,
				"Ohne das Nichtöffentliche lässt sich das Dokument nicht setzen; bitte prüfen, ob "
				"Öffentliches auf Nichtöffentliches verweist");
	}
	diag_free(own);
	buf_free(&b);
	return ok;
}

/* With what it depends on, if that is asked for: collected before only_public reads the excerpt instead. */
static void put(struct session *s, const struct cmd_args *a, const char *path, const char *target, struct edition *e,
	struct diag *d)
{
	struct deps *deps = cmd_wants_deps(a) ? cmd_deps(cmd_session_mem(s), s, call_of(s, path)) : NULL;
	if (deps)
		cmd_deps_edition(deps, e);
	if (only_public(s, path, e, d) && (as_html(a) ? cmd_stage_html : cmd_stage_pdf)(s, e, target, d) && deps)
		cmd_deps_stage(deps, target, d);
}

void cmd_set_one(struct session *s, const struct cmd_args *a, const char *path, struct deps *watched, struct diag *d)
{
	struct edition e;
	char *target = target_of(cmd_session_mem(s), a, path);
	bool read = cmd_edition(s, path, &e, d);
	if (watched && e.doc)
		cmd_deps_edition(watched, &e);
	if (read && a->opt[CMD_O_NOTIZEN] && e.doc->root->kind != DOC_PRAESENTATION)
		diag_error(d, "NOTIZEN", path, e.doc->root->line,
			"Nur eine Präsentation hat Notizen, dies ist <%s>; erwartet wird eine praesentation.xml, bitte "
			"--notizen weglassen",
			doc_kind_name(e.doc->root->kind));
	if (read && cmd_status(d, a) == CMD_FINE) {
		const char *dump = a->opt[CMD_O_DUMP];
		if (dump && (!strcmp(dump, "doc") || only_public(s, path, &e, d)))
			cmd_dump(&e, dump);                    /* of what would be written; doc is the source itself */
		else if (!dump && cmd_claim(s, target, d))
			put(s, a, path, target, &e, d);
	}
	cmd_edition_end(&e);
}

static void set_one(struct session *s, const struct cmd_args *a, const char *path, struct diag *d)
{
	const char *target =
		a->opt[CMD_O_GEAENDERTE] && cmd_wants_deps(a) ? target_of(cmd_session_mem(s), a, path) : NULL;
	if (!target || !cmd_deps_unchanged(s, call_of(s, path), target))
		cmd_set_one(s, a, path, NULL, d);
	else if (cmd_claim(s, target, d))
		cmd_unchanged(s);
}

int cmd_setzen(const struct cmd_args *a)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (a->nargs > 1 && o && !file_is_dir(o))
		return cmd_usage("Bei mehreren Dateien muss -o ein vorhandener Ordner sein; „%s“ ist keiner", o);
	return cmd_documents(a, set_one);
}
