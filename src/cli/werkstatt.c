/* werkstatt.c: the browser workspace. */
#include "werkstatt/werkstatt.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "cli/messages.h"
#include "cli/muster.h"
#include "cli/run.h"
#include "cli/taken.h"
#include "import/import.h"
#include "register/desk.h"
#include "register/register.h"

static void say(const void *arg, const char *line)
{
	const struct cmd_args *a = arg;
	if (!a->opt[CMD_O_STILL])
		fprintf(stderr, "%s\n", line);
}

/* A server outlives the moment of its start. */
static int64_t clock_now(void)
{
	return (int64_t)time(NULL);
}

static bool create(const void *arg, const char *kind, const char *town, const char *target, struct diag *d)
{
	return neu_make(arg, kind, town, target, d);
}

static bool import(const void *arg, const struct wst_import *w, struct buf *told, struct diag *d)
{
	const struct cmd_taken t = {w->file, w->town, w->folder, true};
	return cmd_take_over(arg, &t, told, d);
}

static bool piece(const void *arg, const struct wst_clip *w, struct wst_piece *out, struct diag *d)
{
	const struct imp_clip c = {w->name, w->data, w->n, w->picture, w->arg};
	struct imp_pasted p = {0};
	bool done = cmd_take_clip(arg, w->town, &c, &p, d);
	*out = (struct wst_piece){p.xml, p.told, p.words};
	return done;
}

static bool answers(const void *arg, const struct wst_answers *w, struct buf *told, struct diag *d)
{
	const char *const files[] = {w->file};
	const struct cmd_returned back = {.files = files, .nfiles = 1, .source = w->source, .accept = w->accept,
		.json = true, .beside = true, .put = w->put, .arg = w->arg};
	return cmd_take_answers(arg, &back, told, d);
}

static bool number_of(const char *s, long most, int *n)
{
	char *end;
	long v = strtol(s, &end, 10);
	*n = (int)v;
	return *s >= '0' && *s <= '9' && !*end && strlen(s) <= 6 && v <= most;
}

/* Beside the register that is named, else at the root of the contents, where those of the towns lie below. */
static const char *history_path(struct mem *m, const struct pipe_places *p)
{
	return file_join(m, p->register_file ? file_dir(m, p->register_file) : p->contents, REG_DESK_FILE);
}

/* One that is named and there can be opened; one that is not there is begun by what is taken in first. */
static bool is_register(const char *path, struct diag *d)
{
	if (!path || !file_exists(path))
		return true;
	struct reg *r = reg_open(path, false, d);
	if (r)
		reg_close(r);
	return r;
}

static void work(const struct cmd_args *a, struct mem *m, int port, int days, struct diag *d)
{
	struct pipe_places places = cmd_places(a);
	if (!is_register(places.register_file, d))
		return;
	const char *root = pipe_root(m, &places, ".");
	char *real = root ? realpath(root, NULL) : NULL;
	if (!real || !file_is_dir(real)) {
		diag_sys(d, "WERKSTATT", root, 0,
			"Den Ordner der Inhalte gibt es nicht; erwartet wird einer, in dem <ort>/verzeichnis.xml "
			"liegt, bitte mit --inhalt nennen");
		free(real);
		return;
	}
	places.contents = mem_dup(m, real);
	free(real);
	const char *output = a->opt[CMD_O_OUTPUT];
	if (output && !file_make_dir(output, d))
		return;
	char *folder = output ? realpath(output, NULL) : NULL;
	output = folder ? mem_dup(m, folder) : NULL;
	free(folder);
	const char *address = a->opt[CMD_O_ADRESSE];
	struct wst_setup setup = {.address = address ? address : "127.0.0.1",
		.port = port,
		.places = places,
		.share = pipe_share(m, "werkstatt"),
		.history = history_path(m, &places),
		.output = output,
		.token = getenv("RATSSATZ_ZUGANG"),
		.header = a->opt[CMD_O_ANMELDUNG],
		.proxy = a->opt[CMD_O_PROXY],
		.roles = a->opt[CMD_O_ROLLEN],
		.keep_days = days,
		.now = clock_now,
		.say = say,
		.create = create,
		.import = import,
		.piece = piece,
		.answers = answers,
		.rows = cmd_sheet_rows,
		.code = cmd_code,
		.arg = a};
	wst_run(&setup, d);
}

int cmd_werkstatt(const struct cmd_args *a)
{
	int port, days;
	const char *said = a->opt[CMD_O_PORT];
	if (!number_of(said ? said : "8990", 65535, &port))
		return cmd_usage("--port „%s“ geht nicht, erwartet wird eine Zahl von 0 bis 65535", said);
	if (!number_of(a->opt[CMD_O_AUFHEBEN] ? a->opt[CMD_O_AUFHEBEN] : "730", 36500, &days))
		return cmd_usage("--aufheben „%s“ geht nicht, erwartet wird eine Zahl von Tagen, 0 für immer",
			a->opt[CMD_O_AUFHEBEN]);
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	work(a, m, port, days, d);
	int status = cmd_finish(&d, 1, a);
	mem_free(m);
	return status;
}
