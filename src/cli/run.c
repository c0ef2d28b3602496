/* run.c: from a call to the pipeline and the office it works in. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/run.h"
#include "cli/voice.h"
#include "pipeline/share.h"

struct run {
	struct office office;                          /* first: it is what commands hold */
	struct mem *mem;
	struct pipe_options options;
	struct voice voice;
};

static const char *from_environment(const char *variable)
{
	const char *s = getenv(variable);
	return s && *s ? s : NULL;
}

/* What is named in the call, else in the environment. */
static const char *named(const struct cmd_args *a, enum cmd_opt o, const char *variable)
{
	if (a->opt[o])
		return *a->opt[o] ? a->opt[o] : NULL;
	return from_environment(variable);
}

struct pipe_places cmd_places(const struct cmd_args *a)
{
	const char *look = named(a, CMD_O_GESTALTUNG, "RATSSATZ_GESTALTUNG");
	return (struct pipe_places){.contents = named(a, CMD_O_INHALT, "RATSSATZ_INHALT"),
		.templates = look ? look : from_environment("RATSSATZ_VORLAGEN"), /* its former name */
		.register_file = named(a, CMD_O_REGISTER, "RATSSATZ_REGISTER")};
}

/* All that decides about the bytes but stands in no file. */
static char *in_words(struct mem *m, const struct cmd_args *a)
{
	static const char *const variables[] = {
		"SOURCE_DATE_EPOCH", "RATSSATZ_INHALT", "RATSSATZ_GESTALTUNG", "RATSSATZ_VORLAGEN",
		"RATSSATZ_REGISTER"};
	struct buf b = {0};
	for (int i = 0; i < CMD_OPT_MAX; i++)
		if (a->opt[i] && i != CMD_O_OUTPUT && i != CMD_O_STILL && i != CMD_O_MELDUNGEN && i != CMD_O_DEPS &&
			i != CMD_O_GEAENDERTE && i != CMD_O_ABWEICHUNGEN && i != CMD_O_KERNE &&
			i != CMD_O_GRENZE)
			buf_fmt(&b, " %s %s", cmd_options[i].name, a->opt[i]);
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		if (getenv(variables[i]))
			buf_fmt(&b, " %s=%s", variables[i], getenv(variables[i]));
	return buf_take(&b, m);
}

struct office *cmd_office(const struct cmd_args *a)
{
	struct mem *m = mem_new();
	struct run *r = MEM_NEW(m, struct run);
	r->mem = m;
	r->options = (struct pipe_options){.places = cmd_places(a),
		.gegen = a->opt[CMD_O_GEGEN],
		.must_have_register = a->opt[CMD_O_REGISTER] != NULL,
		.spelling = a->opt[CMD_O_RECHTSCHREIBUNG] != NULL,
		.handout = a->opt[CMD_O_NOTIZEN] != NULL,
		.object_streams = a->opt[CMD_O_OBJEKTSTROEME] != NULL,
		.replace = a->opt[CMD_O_ERSETZEN] != NULL,
		.strict = a->opt[CMD_O_STRENG] != NULL,
		.date = a->epoch,
		.cores = a->cores,
		.mib = a->mib,
		.in_words = in_words(m, a),
		.voice = voice_of(&r->voice, a->opt[CMD_O_STILL] != NULL)};
	r->office = (struct office){.pipe = pipe_open(&r->options), .now = a->now};
	return &r->office;
}

void cmd_office_end(struct office *o)
{
	if (!o)
		return;
	pipe_close(o->pipe);
	mem_free(((struct run *)o)->mem);
}

static const char *const formats[] = {"pdf", [PIPE_HTML] = "html", [PIPE_DOCX] = "docx", [PIPE_ODT] = "odt"};

static bool ends_as(const char *name, const char *format)
{
	size_t n = strlen(name), k = strlen(format);
	return n > k && name[n - k - 1] == '.' && !strcasecmp(name + n - k, format);
}

/* As --format says, else as the name of the output ends. */
static enum pipe_format format_of(const struct cmd_args *a)
{
	const char *said = a->opt[CMD_O_FORMAT], *name = a->opt[CMD_O_OUTPUT];
	for (int f = PIPE_PDF; f <= PIPE_ODT; f++)
		if (said ? !strcmp(said, formats[f]) : name && ends_as(name, formats[f]))
			return (enum pipe_format)f;
	return PIPE_PDF;
}

bool cmd_order_holds(const struct cmd_args *a)
{
	const char *said = a->opt[CMD_O_FORMAT], *name = a->opt[CMD_O_OUTPUT];
	if (!said)
		return true;
	const enum pipe_format f = format_of(a);
	if (strcmp(said, formats[f]) != 0) {
		cmd_usage("Als %s wird kein Dokument gesetzt; möglich ist --format pdf, html, docx oder odt", said);
		return false;
	}
	for (int other = PIPE_PDF; name && other <= PIPE_ODT; other++)
		if (other != (int)f && ends_as(name, formats[other])) {
			cmd_usage("--format %s passt nicht zum Namen „%s“; erwartet wird die Endung .%s, "
				"oder --format %s", said, name, said, formats[other]);
			return false;
		}
	return true;
}

struct pipe_order cmd_order(const struct cmd_args *a)
{
	bool deps = (a->opt[CMD_O_DEPS] || a->opt[CMD_O_GEAENDERTE]) && !a->opt[CMD_O_DUMP];
	return (struct pipe_order){.output = a->opt[CMD_O_OUTPUT],
		.format = format_of(a),
		.deps = deps,
		.only_changed = deps && a->opt[CMD_O_GEAENDERTE],
		.dump = a->opt[CMD_O_DUMP]};
}

/* ---- one command over several documents; each has its own messages and fails alone */

int cmd_documents(const struct cmd_args *a, cmd_one *one)
{
	struct mem *m = mem_new();
	struct diag **diags = MEM_ARRAY(m, struct diag *, a->nargs);
	size_t n = 1;
	diags[0] = diag_new();
	struct office *o = cmd_office(a);
	for (int i = 0; i < a->nargs; i++) {
		if (i)
			diags[n++] = diag_new();
		char *path = pipe_master(pipe_mem(o->pipe), a->arg[i], diags[i]);
		if (path)
			one(o, a, path, diags[i]);
	}
	pipe_commit(o->pipe);
	cmd_office_end(o);
	int worst = cmd_finish(diags, n, a);
	mem_free(m);
	return worst;
}

struct shared {
	const struct cmd_args *args;
	const struct office *office;
	cmd_each *each;
};

static void shared_one(void *arg, size_t i, struct buf *printed, struct diag *d)
{
	struct shared *s = arg;
	char *path = pipe_master(pipe_mem(s->office->pipe), s->args->arg[i], d);
	if (path)
		s->each(s->office, s->args, path, printed, d);
}

static void shared_print(void *arg, size_t i, struct unpack *printed)
{
	(void)arg, (void)i;
	fwrite(printed->at ? printed->at : "", 1, (size_t)(printed->end - printed->at), stdout);
}

int cmd_shared(const struct cmd_args *a, cmd_each *each)
{
	struct mem *m = mem_new();
	size_t n = (size_t)a->nargs;
	struct diag **diags = MEM_ARRAY(m, struct diag *, n);
	for (size_t i = 0; i < n; i++)
		diags[i] = diag_new();
	struct office *o = cmd_office(a);
	struct shared s = {a, o, each};
	pipe_each(o->pipe,
		&(struct pipe_share){
			.n = n, .paths = a->arg, .diags = diags, .arg = &s, .one = shared_one, .take = shared_print});
	pipe_commit(o->pipe);
	cmd_office_end(o);
	int worst = cmd_finish(diags, n, a);
	mem_free(m);
	return worst;
}

int cmd_all(const struct cmd_args *a, cmd_many *many)
{
	struct mem *m = mem_new();
	size_t n = (size_t)a->nargs + 1;
	struct diag **diags = MEM_ARRAY(m, struct diag *, n);
	for (size_t i = 0; i < n; i++)
		diags[i] = diag_new();
	struct office *o = cmd_office(a);
	many(o, a, diags);
	cmd_office_end(o);
	int worst = cmd_finish(diags, n, a);
	mem_free(m);
	return worst;
}
