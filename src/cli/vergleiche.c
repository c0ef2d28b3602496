/* vergleiche.c: two editions side by side: as text or JSON on the terminal, as Synopse, or the new edition with its
 * changes marked. */
#include <string.h>
#include <unistd.h>

#include "base/mark.h"
#include "base/mem.h"
#include "cli/changes.h"
#include "cli/print.h"
#include "cli/run.h"
#include "compose/compose.h"
#include "pipeline/deps.h"
#include "pipeline/share.h"

static bool ends_in(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);
	return n >= k && !strcmp(s + n - k, end);
}

static const char *format_of(const struct cmd_args *a)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (a->opt[CMD_O_VERGLEICH])
		return a->opt[CMD_O_VERGLEICH];
	if (a->opt[CMD_O_DUMP] || (a->opt[CMD_O_REDLINE] && !o))
		return "pdf";
	return !o                     ? "text"
		: ends_in(o, ".html") ? "html"
		: ends_in(o, ".json") ? "json"
		: ends_in(o, ".txt")  ? "text"
				      : "pdf";
}

/* Text and JSON: to the standard output, or to a file like all others. */
static bool put(struct pipe *s, const struct cmd_args *a, const struct buf *b, struct diag *d)
{
	if (!a->opt[CMD_O_OUTPUT]) {
		cmd_print(b);
		return true;
	}
	return pipe_stage_bytes(s, a->opt[CMD_O_OUTPUT], b, d);
}

static void dump(const struct edition *e, const char *what)
{
	struct buf b = {0};
	pipe_dump(e, what, &b);
	cmd_print(&b);
	buf_free(&b);
}

static bool set(struct pipe *s, const struct cmd_args *a, struct edition *e, const struct cmp *r, const char *format,
	struct diag *d)
{
	bool html = !strcmp(format, "html");
	struct style wide = *e->style;
	struct edition shown = {.doc = e->doc, .style = e->style, .txt = e->txt};
	char *target = mem_dup(pipe_mem(s),
		a->opt[CMD_O_OUTPUT] ? a->opt[CMD_O_OUTPUT]
			: html       ? "vergleich.html"
				     : "vergleich.pdf");
	wide.page = sty_wide(e->style);
	if (a->opt[CMD_O_REDLINE])
		shown.tree = com_redline(r, e->style, e->txt, d);
	else
		shown.tree = com_synopse(r, a->opt[CMD_O_GANZ] != NULL, shown.style = &wide, e->txt, d);
	bool ok = pipe_set(s, &shown, d);
	if (ok && a->opt[CMD_O_DUMP])
		dump(&shown, a->opt[CMD_O_DUMP]);
	else if (ok)
		ok = (html ? pipe_stage_html : pipe_stage_pdf)(s, &shown, target, d);
	shown.doc = NULL;                              /* the caller's */
	pipe_end(&shown);
	return ok;
}

static bool compare(struct pipe *s, const struct cmd_args *a, struct edition *old, struct edition *new,
	struct diag *d)
{
	const char *format = format_of(a);
	struct cmp *r = cmp_run(old->doc, new->doc, sty_words(new->style), d);
	struct buf b = {0};
	bool ok = false;
	if (diag_status(d)) {
		;                                      /* a sum is wrong: nothing is written */
	} else if (!strcmp(format, "text")) {
		if (a->opt[CMD_O_OUTPUT])
			buf_str(&b, MARK_TEXT "vergleiche\n");
		cmp_text(r, &b, !a->opt[CMD_O_OUTPUT] && isatty(STDOUT_FILENO));
		ok = put(s, a, &b, d);
	} else if (!strcmp(format, "json")) {
		cmd_compare_json(r, &b);
		ok = put(s, a, &b, d);
	} else {
		ok = set(s, a, new, r, format, d);
	}
	buf_free(&b);
	cmp_free(r);
	return ok;
}

/* Faults of the editions are what pruefen tells; here only what stops them from being read counts. */
static bool read_one(struct pipe *s, const char *arg, struct edition *e, struct diag *d)
{
	char *path = pipe_master(pipe_mem(s), arg, d);
	if (!path || !pipe_read(s, path, NULL, e, d) || diag_status(d))
		return false;
	pipe_pictures(e, d);
	return diag_status(d) == 0;
}

static bool unchanged(struct pipe *s, const struct cmd_args *a, const char *call)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (!o || !cmd_order(a).only_changed || !deps_unchanged(s, call, o))
		return false;
	pipe_unchanged(s);
	return true;
}

/* What was compared was staged; beside it goes what it depends on. */
static bool put_deps(struct pipe *s, const struct cmd_args *a, const char *call, const struct edition *old,
	const struct edition *new, struct diag *d)
{
	if (!a->opt[CMD_O_OUTPUT] || !cmd_order(a).deps)
		return true;
	struct deps *deps = deps_new(pipe_mem(s), s, call);
	deps_add(deps, old);
	deps_add(deps, new);
	return deps_stage(deps, a->opt[CMD_O_OUTPUT], d);
}

/* Papers and sessions hold what is not public, a directory no text: only what is an edition of something is compared.
 * */
static bool comparable(const struct doc *old, const struct doc *new, struct diag *d)
{
	enum doc_kind kind = new->root->kind;
	if (kind != DOC_KONZEPT && kind != DOC_BERICHT && kind != DOC_HANDBUCH) {
		diag_sys(d, "ARTFREMD", doc_path(new, new->root), new->root->line,
			"<%s> wird nicht verglichen; erwartet werden zwei Ausgaben eines Konzepts, Berichts oder "
			"Handbuchs",
			doc_kind_name(kind));
		return false;
	}
	if (kind != old->root->kind)
		diag_sys(d, "ARTFREMD", doc_path(new, new->root), new->root->line,
			"Hier steht `%s`, in der alten Ausgabe `%s`; erwartet werden zwei Ausgaben derselben Art, "
			"bitte die Dateien prüfen",
			doc_kind_name(kind), doc_kind_name(old->root->kind));
	return kind == (enum doc_kind)old->root->kind;
}

/* Staged; false: told, or nothing to do. */
static bool both(struct pipe *s, const struct cmd_args *a, struct diag **diags)
{
	struct edition old = {0}, new = {0};
	const char *call = mem_fmt(pipe_mem(s), "vergleiche %s %s", a->arg[0], a->arg[1]);
	if (unchanged(s, a, call))
		return true;
	bool ok = read_one(s, a->arg[0], &old, diags[0]);
	ok = read_one(s, a->arg[1], &new, diags[1]) && ok;
	ok = ok && comparable(old.doc, new.doc, diags[1]) && compare(s, a, &old, &new, diags[1]) &&
		put_deps(s, a, call, &old, &new, diags[1]);
	pipe_end(&old);
	pipe_end(&new);
	return ok;
}

static int one_pair(const struct cmd_args *a)
{
	struct diag *diags[2] = {diag_new(), diag_new()};
	struct office *office = cmd_office(a);
	if (both(office->pipe, a, diags))
		pipe_commit(office->pipe);
	cmd_office_end(office);
	return cmd_finish(diags, 2, a);
}

/* ---- many pairs, on several processors */

struct pairs { const struct cmd_args *args; struct pipe *pipe; const char *format; };

/* Named after the newer one. */
static const char *target_of(const struct pairs *p, const char *newer)
{
	struct mem *m = pipe_mem(p->pipe);
	const char *kind = p->args->opt[CMD_O_REDLINE] ? "aenderungen" : "synopse";
	struct diag *unused = diag_new();
	const char *path = pipe_master(m, newer, unused);
	diag_free(unused);
	return file_join(m, p->args->opt[CMD_O_OUTPUT],
		mem_fmt(m, "%s-%s.%s", pipe_output_name(m, pipe_places(p->pipe), path ? path : newer), kind,
			!strcmp(p->format, "text") ? "txt" : p->format));
}

static void pair_at(void *arg, size_t i, struct buf *unused, struct diag *d)
{
	struct pairs *p = arg;
	struct cmd_args one = *p->args;
	struct diag *both_to[2] = {d, d};
	(void)unused;
	one.arg += 2 * i;
	one.nargs = 2;
	one.opt[CMD_O_OUTPUT] = target_of(p, one.arg[1]);
	if (pipe_claim(p->pipe, one.opt[CMD_O_OUTPUT], d))
		both(p->pipe, &one, both_to);
}

static int many_pairs(const struct cmd_args *a, const char *format)
{
	struct mem *m = mem_new();
	size_t n = (size_t)a->nargs / 2;
	struct diag **diags = MEM_ARRAY(m, struct diag *, n);
	const char **newer = MEM_ARRAY(m, const char *, n);
	struct office *o = cmd_office(a);
	struct pairs all = {a, o->pipe, format};
	for (size_t i = 0; i < n; i++) {
		diags[i] = diag_new();
		newer[i] = a->arg[2 * i + 1];
	}
	pipe_each(o->pipe, &(struct pipe_share){.n = n, .paths = newer, .diags = diags, .arg = &all, .one = pair_at});
	pipe_commit(o->pipe);
	cmd_office_end(o);
	int worst = cmd_finish(diags, n, a);
	mem_free(m);
	return worst;
}

int cmd_vergleiche(const struct cmd_args *a)
{
	const char *o = a->opt[CMD_O_OUTPUT], *format = format_of(a);
	bool folder = o && file_is_dir(o);
	if (a->nargs % 2 || (a->nargs > 2 && (!folder || a->opt[CMD_O_DUMP])))
		return cmd_usage("vergleiche nimmt Paare, je ALT und NEU; erwartet wird bei mehreren mit -o ein "
				 "vorhandener Ordner");
	if (folder && a->nargs == 2)
		return cmd_usage("-o muss bei vergleiche eine Datei sein; „%s“ ist ein Ordner", o);
	if (a->opt[CMD_O_REDLINE] && (!strcmp(format, "text") || !strcmp(format, "json")))
		return cmd_usage("--redline gibt es als PDF oder HTML, nicht als %s", format);
	return folder ? many_pairs(a, format) : one_pair(a);
}
