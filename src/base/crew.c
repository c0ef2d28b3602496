/* crew.c: forked workers, each with a pipe of its own to this process. The next piece is a counter in memory that all
 * share; so is what each is at, which tells what a dead one has cost. */
#include "base/crew.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

enum { BLOCK = 64 * 1024, MOST = 4 * CREW_MOST };       /* MOST: with those that take the place of dead ones */

struct shared {
	atomic_size_t next;
	atomic_size_t at[MOST];                        /* piece + 1; 0: at none */
};
struct head { size_t piece, size; };                   /* before each result */
struct worker { pid_t pid; int fd; struct buf heard; };
struct piece { struct buf result; bool done; char died[48]; };

struct run {
	const struct crew *crew;
	struct shared *shared;
	struct worker *workers; size_t n, cap;         /* all there ever were; fd -1: ended */
	struct piece *pieces;
	size_t taken;
};

int crew_processors(void)
{
	cpu_set_t set;
	int n = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
	return n < 1 ? 1 : n > CREW_MOST ? CREW_MOST : n;
}

/* ---- in a worker ---- */

static bool send_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t put = write(fd, p, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		p += put;
		n -= (size_t)put;
	}
	return true;
}

static void work(const struct run *r, size_t place, int fd)
{
	struct buf b = {0};
	for (size_t i; (i = atomic_fetch_add(&r->shared->next, 1)) < r->crew->n;) {
		atomic_store(&r->shared->at[place], i + 1);
		buf_clear(&b);
		r->crew->work(r->crew->arg, i, &b);
		const struct head h = {i, b.len};
		if (!send_all(fd, (const char *)&h, sizeof h) || !send_all(fd, b.data ? b.data : "", b.len))
			break;
		atomic_store(&r->shared->at[place], 0);
	}
	buf_free(&b);
}

/* It ends with its parent, however that ends, and says nothing on its streams. */
static void be_worker(const struct run *r, size_t place, int fd)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (size_t i = 0; i < r->n; i++)
		if (r->workers[i].fd >= 0)
			close(r->workers[i].fd);
	work(r, place, fd);
	_exit(0);
}

/* ---- here ---- */

static bool start(struct run *r, size_t place)
{
	int fds[2];
	pid_t parent = getpid();
	if (pipe(fds))
		return false;
	fflush(NULL);                                  /* what waits in a stream would be written twice */
	pid_t pid = fork();
	if (!pid) {
		close(fds[0]);
		if (getppid() == parent)
			be_worker(r, place, fds[1]);
		_exit(0);
	}
	close(fds[1]);
	if (pid < 0) {
		close(fds[0]);
		return false;
	}
	struct worker *w = &r->workers[place];
	*w = (struct worker){.pid = pid, .fd = fds[0]};
	return true;
}

static void take_ready(struct run *r)
{
	for (; r->taken < r->crew->n && r->pieces[r->taken].done; r->taken++) {
		struct piece *p = &r->pieces[r->taken];
		r->crew->take(r->crew->arg, r->taken, &p->result, *p->died ? p->died : NULL);
		buf_free(&p->result);
	}
}

/* Whole results out of what was heard so far. */
static void sort_out(struct run *r, struct worker *w)
{
	size_t at = 0;
	struct head h;
	while (w->heard.len - at >= sizeof h) {
		memcpy(&h, w->heard.data + at, sizeof h);
		if (w->heard.len - at - sizeof h < h.size)
			break;
		struct piece *p = &r->pieces[h.piece];
		buf_put(&p->result, w->heard.data + at + sizeof h, h.size);
		p->done = true;
		at += sizeof h + h.size;
	}
	if (at) {
		memmove(w->heard.data, w->heard.data + at, w->heard.len - at);
		w->heard.len -= at;
	}
}

static void say_end(const siginfo_t *info, char *out, size_t n)
{
	if (info->si_code == CLD_EXITED)
		snprintf(out, n, "Rückgabewert %d", info->si_status);
	else
		snprintf(out, n, "Signal %d", info->si_status);
}

/* Not reaped yet (crew_end): its number stays its own. */
static void ended(struct run *r, size_t place)
{
	struct worker *w = &r->workers[place];
	siginfo_t info = {0};
	close(w->fd);
	w->fd = -1;
	buf_free(&w->heard);
	while (waitid(P_PID, (id_t)w->pid, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR)
		;
	size_t at = atomic_load(&r->shared->at[place]);
	if (!at || r->pieces[at - 1].done)
		return;
	say_end(&info, r->pieces[at - 1].died, sizeof r->pieces[at - 1].died);
	r->pieces[at - 1].done = true;
	if (atomic_load(&r->shared->next) >= r->crew->n || r->n == r->cap)
		return;
	size_t fresh = r->n;
	r->n += start(r, fresh);
}

static void hear(struct run *r, size_t place)
{
	struct worker *w = &r->workers[place];
	ssize_t n = read(w->fd, buf_reserve(&w->heard, BLOCK), BLOCK);
	if (n > 0) {
		w->heard.len += (size_t)n;
		sort_out(r, w);
	} else if (n == 0 || errno != EINTR) {
		ended(r, place);
	}
}

static bool wait_for_some(struct run *r, struct pollfd *fds)
{
	nfds_t n = 0;
	size_t places[MOST];
	for (size_t i = 0; i < r->n; i++)
		if (r->workers[i].fd >= 0) {
			places[n] = i;
			fds[n++] = (struct pollfd){.fd = r->workers[i].fd, .events = POLLIN};
		}
	if (!n)
		return false;
	if (poll(fds, n, -1) > 0)
		for (nfds_t i = 0; i < n; i++)
			if (fds[i].revents)
				hear(r, places[i]);
	return true;
}

/* What nobody came to: no new worker could be started for the dead ones. */
static void give_up(struct run *r)
{
	for (size_t i = r->taken; i < r->crew->n; i++)
		if (!r->pieces[i].done) {
			snprintf(r->pieces[i].died, sizeof r->pieces[i].died, "kein Prozess mehr zu bekommen");
			r->pieces[i].done = true;
		}
}

bool crew_run(const struct crew *c)
{
	size_t wanted = c->workers > CREW_MOST ? CREW_MOST : (size_t)c->workers;
	struct run r = {.crew = c, .cap = MOST};
	struct pollfd fds[MOST];
	r.shared = mmap(NULL, sizeof *r.shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (r.shared == MAP_FAILED)
		return false;
	r.workers = mem_alloc(r.cap * sizeof *r.workers);
	r.pieces = mem_alloc((c->n + 1) * sizeof *r.pieces);
	memset(r.pieces, 0, (c->n + 1) * sizeof *r.pieces);
	for (size_t i = 0; i < wanted && i < c->n; i++)
		r.n += start(&r, r.n);
	bool any = r.n > 0;
	while (any && wait_for_some(&r, fds))
		take_ready(&r);
	if (any) {
		give_up(&r);
		take_ready(&r);
	}
	free(r.pieces);
	free(r.workers);
	munmap(r.shared, sizeof *r.shared);
	return any;
}

void crew_end(void)
{
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}
