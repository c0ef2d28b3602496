/* shelf.c: the file is unlinked from the beginning, so nothing is left of it whatever happens; it is mapped shared, so
 * that pages may leave the process at any time and come back from the file, or from the system's memory if that has
 * room. Who reads and writes there knows nothing of it: every millisecond a signal looks how much is in the process,
 * and sends all away when that is more than the window. (A thread would look late on a machine that is busy.)
 * Passes over a document go from its beginning to its end, so little comes back twice. Space is asked for before it is
 * mapped: a full disk is told, not died of. */
#include "base/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/single_threaded.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

enum { TICK = 1000000 };                               /* nanoseconds */

struct extent { unsigned char *at; size_t size; off_t offset; };

struct paged {                                         /* the file, once there is one */
	int fd, statm;
	off_t size;
	size_t page, window, others;                   /* others: of other files in the process, in bytes */
	bool *mine;                                    /* a page of its own that a fork wipes */
	timer_t timer;
	bool watched;
	struct extent *extents; size_t n, cap;
};

struct shelf {
	const struct shelf_size *limits;
	int users;
	size_t held;
	struct paged *paged;
};

/* Documents of some 1,000 pages pass it. What comes back from the file costs a fault of some microseconds for 64 KiB,
 * some 5 % of the time of 10,000 pages with this window. */
static const struct shelf_size large = {.held = 24 << 20, .extent = 2 << 20, .window = 32 << 20};

struct mem *mem_new_large(const struct mem *beside)
{
	struct shelf *s = beside ? mem_shelf(beside) : NULL;
	return mem_on(s ? s : shelf_new(&large));
}

struct shelf *shelf_new(const struct shelf_size *limits)
{
	struct shelf *s = mem_alloc(sizeof *s);
	*s = (struct shelf){.limits = limits};
	return s;
}

void shelf_join(struct shelf *s)
{
	s->users++;
}

bool shelf_mine(const struct shelf *s)
{
	return !s->paged || *s->paged->mine;
}

/* ---- what is in memory ---- */

/* Bytes of files that are in the process: of libraries, fonts and this file. */
static size_t resident(const struct paged *p)
{
	char line[128], *at = line;
	ssize_t n = pread(p->statm, line, sizeof line - 1, 0);
	line[n > 0 ? n : 0] = '\0';
	strtoul(at, &at, 10);                          /* all addresses; what of them is in memory */
	strtoul(at, &at, 10);
	return strtoul(at, NULL, 10) * p->page;
}

static void look(struct paged *p)
{
	if (resident(p) <= p->others + p->window)
		return;
	for (size_t i = 0; i < p->n; i++)
		madvise(p->extents[i].at, p->extents[i].size, MADV_DONTNEED);
	size_t now = resident(p), most = p->others + p->window / 4;    /* it may be another shelf's, which goes soon */
	p->others = now < most ? now : most;
}

static void tick(int number, siginfo_t *info, void *context)
{
	(void)number, (void)context;
	const int kept = errno;
	struct paged *p = info->si_value.sival_ptr;
	if (info->si_code == SI_TIMER)
		look(p);
	errno = kept;
}

/* In a program with threads, or without timers, the file still is memory that the system may take. */
static void begin_watch(struct paged *p)
{
	struct sigaction action = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO | SA_RESTART};
	struct sigevent event = {
		.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGVTALRM, .sigev_value = {.sival_ptr = p}};
	const struct itimerspec every = {{0, TICK}, {0, TICK}};
	p->others = resident(p);
	if (p->statm < 0 || !__libc_single_threaded || sigaction(SIGVTALRM, &action, NULL) ||
		timer_create(CLOCK_MONOTONIC, &event, &p->timer))
		return;
	p->watched = true;
	timer_settime(p->timer, 0, &every, NULL);
}

/* ---- the file ---- */

static void fail(const char *dir, int err)
{
	const bool full = err == ENOSPC || err == EDQUOT || err == EFBIG, gone = err == ENOENT || err == ENOTDIR;
	const char *why = full ? "der Datenträger ist voll"
		: gone         ? "den Ordner gibt es nicht"
			       : "dort lässt sich keine Datei anlegen";
	fprintf(stderr,
		"ratssatz: Fehler: Ein so langes Dokument liegt zum Teil auf dem Datenträger, und im Ordner „%s“ geht "
		"das nicht: %s; bitte dort Platz schaffen oder mit TMPDIR einen anderen Ordner nennen [AUSLAGERN]\n",
		dir, why);
	exit(3);
}

static const char *said_folder(void)
{
	const char *dir = getenv("TMPDIR");
	return dir && *dir ? dir : NULL;
}

static int unnamed(const char *dir)
{
	char name[4096];
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd >= 0 || errno == ENOENT || errno == EACCES ||
		snprintf(name, sizeof name, "%s/ratssatz-XXXXXX", dir) >= (int)sizeof name)
		return fd;
	fd = mkostemp(name, O_CLOEXEC);                /* a file system that knows no files without a name */
	if (fd >= 0)
		unlink(name);
	return fd;
}

/* /var/tmp is for what is large; /tmp is often memory. */
static int make_file(void)
{
	const char *said = said_folder();
	int fd = unnamed(said ? said : "/var/tmp");
	if (fd < 0 && !said)
		fd = unnamed("/tmp");
	if (fd < 0)
		fail(said ? said : "/var/tmp", errno);
	return fd;
}

static struct paged *begin(const struct shelf_size *limits)
{
	struct paged *p = mem_alloc(sizeof *p);
	*p = (struct paged){.page = (size_t)sysconf(_SC_PAGESIZE), .window = limits->window};
	p->mine = mmap(NULL, p->page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p->mine == MAP_FAILED || madvise(p->mine, p->page, MADV_WIPEONFORK))
		mem_out();
	*p->mine = true;
	p->fd = make_file();
	p->statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	begin_watch(p);
	return p;
}

/* While the extents change nobody looks; and a file that grows is not interrupted again and again. */
static void hold(sigset_t *before)
{
	sigset_t look;
	sigemptyset(&look);
	sigaddset(&look, SIGVTALRM);
	sigprocmask(SIG_BLOCK, &look, before);
}

static void *grow(struct paged *p, size_t size)
{
	sigset_t before;
	hold(&before);
	int err = posix_fallocate(p->fd, p->size, (off_t)size);
	void *at = err ? MAP_FAILED : mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, p->fd, p->size);
	if (at == MAP_FAILED)
		fail(said_folder() ? said_folder() : "/var/tmp", err ? err : errno);
	MEM_ROOM(p->extents, p->n, p->cap);
	p->extents[p->n++] = (struct extent){at, size, p->size};
	p->size += (off_t)size;
	sigprocmask(SIG_SETMASK, &before, NULL);
	return at;
}

void *shelf_take(struct shelf *s, size_t *size)
{
	const struct shelf_size *limits = s->limits;
	if (!shelf_mine(s))
		return NULL;
	if (!s->paged && *size <= limits->held - s->held) {
		s->held += *size;
		return NULL;
	}
	if (!s->paged)
		s->paged = begin(limits);
	size_t page = s->paged->page;
	*size = *size < limits->extent ? limits->extent : (*size + page - 1) / page * page;
	return grow(s->paged, *size);
}

/* The place in the file is not used again, but holds nothing any more. */
void shelf_give(struct shelf *s, void *at, size_t size)
{
	struct paged *p = s->paged;
	if (!*p->mine) {
		munmap(at, size);
		return;
	}
	sigset_t before;
	size_t i = 0;
	while (p->extents[i].at != at)
		i++;
	hold(&before);
	fallocate(p->fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, p->extents[i].offset, (off_t)size);
	p->extents[i] = p->extents[--p->n];
	munmap(at, size);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static void end(struct paged *p)
{
	if (p->watched && *p->mine)
		timer_delete(p->timer);
	close(p->fd);
	close(p->statm);
	munmap(p->mine, p->page);
	free(p->extents);
	free(p);
}

void shelf_leave(struct shelf *s)
{
	if (--s->users)
		return;
	if (s->paged)
		end(s->paged);
	free(s);
}
