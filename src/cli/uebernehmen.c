/* uebernehmen.c: what a town has, as source to go on with. */
#include <string.h>

#include "base/file.h"
#include "cli/print.h"
#include "cli/run.h"
#include "import/import.h"

struct call { struct pipe_places places; const char *contents; struct office *office; };

static char *templates(void *arg, struct mem *m, const char *ort)
{
	const struct call *c = arg;
	return pipe_template_dir(m, &c->places, ort, c->contents);
}

static void check(void *arg, const char *path, struct diag *d)
{
	const struct call *c = arg;
	struct edition e = {0};
	if (pipe_read(c->office->pipe, path, NULL, &e, d))
		pipe_check(c->office->pipe, &e, d);
	pipe_end(&e);
}

static enum imp_wanted wanted(const struct cmd_args *a)
{
	const char *s = a->opt[CMD_O_AENDERUNGEN];
	return s && !strcmp(s, "zeigen") ? IMP_SHOW : s && !strcmp(s, "verwerfen") ? IMP_REFUSE : IMP_ACCEPT;
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

int cmd_uebernehmen(const struct cmd_args *a)
{
	if (!a->opt[CMD_O_OUTPUT])
		return cmd_usage("ratssatz uebernehmen braucht -o ORDNER: dort entsteht die Quelle");
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	struct buf told = {0};
	struct call call = {.places = cmd_places(a), .office = cmd_office(a)};
	const char *there = a->opt[CMD_O_OUTPUT];
	while (!file_exists(there) && strcmp(there, ".") && strcmp(there, "/"))
		there = file_dir(m, there);
	call.contents = pipe_root(m, &call.places, there);
	struct imp_wish w = {.ort = a->opt[CMD_O_ORT],
		.art = a->opt[CMD_O_ART],
		.changes = wanted(a),
		.contents = call.contents,
		.schema = file_join(m, pipe_share(m, "schema"), "ratssatz.xsd"),
		.shipped = pipe_share(m, "vorlagen"),
		.templates = templates,
		.check = check,
		.arg = &call,
		.today = date_from_days((int32_t)(a->now / 86400))};
	for (int i = 0; i < a->nargs; i++) {
		w.output = folder_for(m, a, a->arg[i]);
		imp_take(&w, a->arg[i], &told, d);
	}
	if (!a->opt[CMD_O_STILL])
		cmd_print(&told);
	buf_free(&told);
	cmd_office_end(call.office);
	mem_free(m);
	return cmd_finish(&d, 1, a);
}
