/* voice.c: what a run says on the terminal: lines, and what is going on once it takes longer than a second. */
#include "cli/voice.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static void say(void *unused, const char *line)
{
	(void)unused;
	fprintf(stderr, "%s\n", line);
}

static double seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void step(void *arg, const char *what)
{
	struct voice *v = arg;
	if (!what) {
		if (v->shown)
			fputs("\r\033[K", stderr);
		v->begun = v->shown = false;
		return;
	}
	if (!v->begun)
		clock_gettime(CLOCK_MONOTONIC, &v->start);
	v->begun = true;
	double s = seconds_since(&v->start);
	if (s < 1)
		return;
	fprintf(stderr, "\r\033[K%s … (%.0f s)", what, s);
	fflush(stderr);
	v->shown = true;
}

struct pipe_voice voice_of(struct voice *v, bool quiet)
{
	*v = (struct voice){0};
	if (quiet)
		return (struct pipe_voice){0};
	return (struct pipe_voice){.say = say, .step = isatty(STDERR_FILENO) ? step : NULL, .arg = v};
}
