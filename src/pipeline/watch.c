/* watch.c: see watch.h. A folder that goes away takes its watch with it; who needs it names it again. */
#include "pipeline/watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum { QUIET_MS = 40, ROUNDS = 25 };                   /* quiet so long; but no longer than a second of unrest */

struct watch {
	int events, signals;
	struct folder { int wd; char *path; } *folders; size_t n, cap;
};

struct watch *watch_new(struct diag *d)
{
	struct watch *w = mem_alloc(sizeof *w);
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGHUP);
	*w = (struct watch){.events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK), .signals = -1};
	if (w->events >= 0 && sigprocmask(SIG_BLOCK, &ends, NULL) == 0)
		w->signals = signalfd(-1, &ends, SFD_CLOEXEC);
	if (w->signals >= 0)
		return w;
	diag_sys(d, "BEOBACHTEN", NULL, 0,
		"Das Betriebssystem meldet keine Änderungen (inotify: %s); erwartet wird Linux mit freien "
		"Beobachtungen, bitte andere Beobachter beenden",
		strerror(errno));
	watch_end(w);
	return NULL;
}

void watch_end(struct watch *w)
{
	if (!w)
		return;
	if (w->events >= 0)
		close(w->events);
	if (w->signals >= 0)
		close(w->signals);
	for (size_t i = 0; i < w->n; i++)
		free(w->folders[i].path);
	free(w->folders);
	free(w);
}

bool watch_folder(struct watch *w, const char *real)
{
	for (size_t i = 0; i < w->n; i++)
		if (!strcmp(w->folders[i].path, real))
			return true;
	int wd = inotify_add_watch(w->events, real,
		IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR);
	if (wd < 0)
		return false;
	MEM_ROOM(w->folders, w->n, w->cap);
	w->folders[w->n++] = (struct folder){wd, strdup(real)};
	return true;
}

static struct folder *folder_of(struct watch *w, int wd)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->folders[i].wd == wd)
			return &w->folders[i];
	return NULL;
}

static void forget(struct watch *w, struct folder *f)
{
	free(f->path);
	*f = w->folders[--w->n];
}

static void add(struct watch_changes *c, const char *folder, const char *name)
{
	char *path = mem_fmt(c->mem, "%s/%s", folder, name);
	for (size_t i = 0; i < c->n; i++)
		if (!strcmp(c->paths[i], path))
			return;
	MEM_ROOM_IN(c->mem, c->paths, c->n, c->cap);
	c->paths[c->n++] = path;
}

static void take(struct watch *w, const struct inotify_event *e, struct watch_changes *c)
{
	struct folder *f = folder_of(w, e->wd);
	if (e->mask & IN_Q_OVERFLOW)
		c->all = true;
	if (!f)
		return;
	if (e->mask & IN_MOVE_SELF)                    /* its path is another one now */
		inotify_rm_watch(w->events, e->wd);
	if (e->mask & (IN_IGNORED | IN_MOVE_SELF))
		forget(w, f);
	else if (e->len)
		add(c, f->path, e->name);
}

static void read_events(struct watch *w, struct watch_changes *c)
{
	_Alignas(struct inotify_event) char block[16384];
	for (ssize_t n; (n = read(w->events, block, sizeof block)) > 0;)
		for (char *p = block; p < block + n;
			p += sizeof(struct inotify_event) + ((struct inotify_event *)p)->len)
			take(w, (struct inotify_event *)p, c);
}

bool watch_next(struct watch *w, struct watch_changes *c)
{
	struct pollfd fds[2] = {{.fd = w->events, .events = POLLIN}, {.fd = w->signals, .events = POLLIN}};
	*c = (struct watch_changes){.mem = mem_new()};
	for (int round = 0; round < ROUNDS; round++) {
		bool some = c->n || c->all;
		int n = poll(fds, 2, some ? QUIET_MS : -1);
		if (fds[1].revents || (n < 0 && errno != EINTR))
			return false;
		if (n == 0)
			break;
		read_events(w, c);
		if (!c->n && !c->all)
			round = -1;                            /* only news about the watches themselves */
	}
	return true;
}
