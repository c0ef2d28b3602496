/* stapel.c: many documents of many towns: planned, done as jobs, collected. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/run.h"
#include "cli/script.h"
#include "office/jobs.h"

enum { MINUTE = 60, EACH_TTY = 1, EACH_LOG = 10 };      /* seconds between two lines of progress */

struct progress {
	const struct cmd_args *args;
	bool terminal;
	double begun, said;
	size_t ends[OFF_JOB_LOST + 1];
	long pages;
	int worst;
};

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* "1200 von 99000 Jobs, 351 je Sekunde, noch 5 min" */
static void say_progress(struct progress *p, size_t done, size_t of)
{
	double now = seconds(), spent = now - p->begun;
	if (p->args->opt[CMD_O_STILL] || now - p->said < (p->terminal ? EACH_TTY : EACH_LOG))
		return;
	p->said = now;
	double rate = spent > 0 ? (double)done / spent : 0, rest = rate > 0 ? (double)(of - done) / rate : 0;
	fprintf(stderr, "%s%zu von %zu Jobs, %.0f je Sekunde, noch %.0f %s%s", p->terminal ? "\r\033[K" : "", done, of,
		rate, rest < 2 * MINUTE ? rest : rest / MINUTE, rest < 2 * MINUTE ? "s" : "min",
		p->terminal ? "" : "\n");
	fflush(stderr);
}

static void done(void *arg, size_t n, size_t of, enum off_job_end end, int pages)
{
	struct progress *p = arg;
	p->ends[end]++;
	p->pages += end == OFF_JOB_MADE ? pages : 0;
	say_progress(p, n, of);
}

/* Faults only: what else is to be said of a document stands in its result. */
static void tell(void *arg, struct diag *d)
{
	struct progress *p = arg;
	struct cmd_args quiet = *p->args;
	quiet.opt[CMD_O_STILL] = "";
	if (p->terminal && diag_status(d))
		fputs("\r\033[K", stderr);
	int status = cmd_finish(&d, 1, &quiet);
	p->worst = status > p->worst ? status : p->worst;
}

static void say_ends(const struct progress *p)
{
	double spent = seconds() - p->begun;
	if (p->args->opt[CMD_O_STILL])
		return;
	if (p->terminal)
		fputs("\r\033[K", stderr);
	fprintf(stderr,
		"%zu gesetzt (%ld %s, %.0f je Sekunde), %zu %s schon vor, %zu fehlerhaft, "
		"%zu ohne Ergebnis\n",
		p->ends[OFF_JOB_MADE], p->pages, p->pages == 1 ? "Seite" : "Seiten",
		spent > 0 ? (double)p->pages / spent : 0, p->ends[OFF_JOB_KEPT],
		p->ends[OFF_JOB_KEPT] == 1 ? "lag" : "lagen",
		p->ends[OFF_JOB_FAULTY], p->ends[OFF_JOB_LOST]);
}

/* ---- options ---- */

static const char *jobs_of(const struct cmd_args *a, int at)
{
	return a->nargs > at ? a->arg[at] : "jobs.ndjson";
}

static struct off_jobs_places places_of(const struct cmd_args *a, const char *jobs)
{
	return (struct off_jobs_places){
		.jobs = jobs, .shelf = a->opt[CMD_O_ABLAGE], .target = a->opt[CMD_O_ZIEL]};
}

/* A number of a job, from 1 on. False: told. */
static bool take_number(const struct cmd_args *a, enum cmd_opt o, size_t *n)
{
	const char *s = a->opt[o];
	char *end = NULL;
	if (!s)
		return true;
	long v = strtol(s, &end, 10);
	*n = (size_t)v;
	if (v > 0 && !*end)
		return true;
	cmd_usage("%s „%s“ geht nicht; erwartet wird die Nummer eines Jobs, von 1 an", cmd_options[o].name, s);
	return false;
}

/* As the plan was called, where this call says nothing else. */
static bool as_planned(struct cmd_args *a, struct mem *m, const char *jobs, struct diag *d)
{
	struct off_jobs_named named;
	if (!off_jobs_named(m, jobs, &named, d))
		return false;
	const char **of[] = {&a->opt[CMD_O_INHALT], &a->opt[CMD_O_GESTALTUNG], &a->opt[CMD_O_REGISTER]};
	const char *const as[] = {named.contents, named.templates, named.register_file};
	for (size_t i = 0; i < sizeof as / sizeof *as; i++)
		if (!*of[i])
			*of[i] = as[i];
	if (named.date.year)
		a->epoch = named.date;
	return true;
}

/* ---- the errands ---- */

static int plan(const struct cmd_args *a, struct diag *d)
{
	struct off_planned n;
	const struct off_jobs_places places = places_of(a, a->opt[CMD_O_OUTPUT]);
	struct office *o = cmd_office(a);
	bool planned = off_jobs_plan(o, &places, a->arg + 1, (size_t)a->nargs - 1, &n, d);
	cmd_office_end(o);
	if ((planned || n.jobs) && !a->opt[CMD_O_STILL])
		fprintf(stderr, "%s: %zu %s aus %zu %s geplant, %zu davon unverändert\n", places.jobs, n.jobs,
			n.jobs == 1 ? "Job" : "Jobs", n.towns, n.towns == 1 ? "Kommune" : "Kommunen", n.known);
	return cmd_finish(&d, 1, a);
}

static int perform(const struct cmd_args *a, struct off_jobs_run *run, struct diag *d)
{
	const struct off_jobs_places places = places_of(a, jobs_of(a, 1));
	struct progress p = {.args = a, .terminal = isatty(STDERR_FILENO), .begun = seconds(), .said = seconds()};
	run->arg = &p;
	run->done = done;
	run->tell = tell;
	struct office *o = cmd_office(a);
	bool any = off_jobs_do(o, &places, run, d);
	cmd_office_end(o);
	if (any)
		say_ends(&p);
	int status = cmd_finish(&d, 1, a);
	return status > p.worst ? status : p.worst;
}

static int collect(const struct cmd_args *a, struct diag *d)
{
	struct off_collected n;
	const struct off_jobs_places places = places_of(a, jobs_of(a, 1));
	struct office *o = cmd_office(a);
	bool any = off_jobs_collect(o, &places, &n, d);
	cmd_office_end(o);
	if (any && !a->opt[CMD_O_STILL])
		fprintf(stderr, "%zu %s aus %zu %s gesammelt, %zu %s unverändert, %zu %s ohne Dokument\n", n.documents,
			n.documents == 1 ? "Dokument" : "Dokumente", n.towns, n.towns == 1 ? "Kommune" : "Kommunen",
			n.unchanged, n.unchanged == 1 ? "Kommune" : "Kommunen", n.missing,
			n.missing == 1 ? "Job" : "Jobs");
	return cmd_finish(&d, 1, a);
}

int cmd_stapel(const struct cmd_args *a)
{
	const char *what = a->arg[0];
	struct off_jobs_run run = {.from = 1};
	if (!strcmp(what, "plan")) {
		if (a->nargs < 2 || !a->opt[CMD_O_OUTPUT])
			return cmd_usage("ratssatz stapel plan braucht mindestens eine Kommune oder die Wurzel der "
					 "Inhalte und -o DATEI");
		return plan(a, diag_new());
	}
	if (!strcmp(what, "skript"))
		return cmd_script(a);
	if (a->opt[CMD_O_OUTPUT])
		return cmd_usage("-o geht nicht mit stapel %s, es gehört zu plan und skript; wohin die Ergebnisse "
			"kommen, steht im Plan und hinter --ablage", what);
	if (a->nargs > 2)
		return cmd_usage("ratssatz stapel %s erwartet einen Plan, genannt sind mehrere", what);
	if (a->opt[CMD_O_JOB] && (a->opt[CMD_O_VON_JOB] || a->opt[CMD_O_BIS_JOB]))
		return cmd_usage("--job und --von oder --bis zugleich geht nicht; bitte nur eines nennen");
	if (!take_number(a, CMD_O_VON_JOB, &run.from) || !take_number(a, CMD_O_BIS_JOB, &run.to) ||
		!take_number(a, CMD_O_JOB, &run.from))
		return CMD_USAGE;
	if (a->opt[CMD_O_JOB])
		run.to = run.from;
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	struct cmd_args as = *a;
	int status = !as_planned(&as, m, jobs_of(a, 1), d) ? cmd_finish(&d, 1, a)
		: !strcmp(what, "lauf")                    ? perform(&as, &run, d)
							   : collect(&as, d);
	mem_free(m);
	return status;
}
