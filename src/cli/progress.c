/* progress.c: says on a terminal what is going on, once a run takes longer than a second. */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/cli.h"

struct progress {
	struct timespec start;
	bool shown;
};

struct progress *cmd_progress(const struct cmd_args *a)
{
	if (a->opt[CMD_O_STILL] || !isatty(STDERR_FILENO))
		return NULL;
	struct progress *p = mem_alloc(sizeof *p);
	*p = (struct progress){.shown = false};
	clock_gettime(CLOCK_MONOTONIC, &p->start);
	return p;
}

void cmd_progress_step(struct progress *p, const char *what)
{
	struct timespec now;
	if (!p)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	double s = (double)(now.tv_sec - p->start.tv_sec) + (double)(now.tv_nsec - p->start.tv_nsec) / 1e9;
	if (s < 1)
		return;
	fprintf(stderr, "\r\033[K%s … (%.0f s)", what, s);
	fflush(stderr);
	p->shown = true;
}

void cmd_progress_end(struct progress *p)
{
	if (p && p->shown)
		fputs("\r\033[K", stderr);
	free(p);
}
