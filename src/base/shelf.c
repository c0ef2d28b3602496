/* shelf.c: the file is unlinked from the beginning, so nothing is left of it whatever happens; it is mapped shared, so
 * that pages may leave the process at any time and come back from the file, or from the system's memory if that has
 * room. Who reads and writes there knows nothing of it: a thread looks every few milliseconds how much is in the
 * process, and sends all away when that is more than the window. Passes over a document go from its beginning to its
 * end, so little comes back twice. Space is asked for before it is mapped: a full disk is told, not died of. */
#include "base/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"

enum { TICK = 4, STACK = 64 * 1024 };                  /* milliseconds; bytes */

struct extent { unsigned char *at; size_t size; off_t offset; };

struct paged {                                         /* the file, once there is one */
	int fd, statm, end;                            /* end: an eventfd that stops the watcher */
	off_t size;
	size_t page, window;
	bool *mine;                                    /* a page of its own that a fork wipes */
	pthread_t watcher;
	bool watched;
	pthread_mutex_t lock;                          /* of the extents */
	struct extent *extents; size_t n, cap;
};

struct shelf {
	const struct shelf_size *limits;
	int users;
	size_t held;
	struct paged *paged;
};

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

size_t shelf_size(const struct shelf *s)
{
	return s->paged ? (size_t)s->paged->size : 0;
}

/* ---- the watcher ---- */

/* Bytes of files that are in the process: of libraries, fonts and this file. */
static size_t resident(const struct paged *p)
{
	char line[128];
	unsigned long all, files;
	ssize_t n = pread(p->statm, line, sizeof line - 1, 0);
	line[n > 0 ? n : 0] = '\0';
	return sscanf(line, "%*u %lu %lu", &all, &files) == 2 ? files * p->page : 0;
}

static void send_away(struct paged *p)
{
	pthread_mutex_lock(&p->lock);
	for (size_t i = 0; i < p->n; i++)
		madvise(p->extents[i].at, p->extents[i].size, MADV_DONTNEED);
	pthread_mutex_unlock(&p->lock);
}

static void *watch(void *arg)
{
	struct paged *p = arg;
	size_t others = resident(p);
	for (struct pollfd end = {p->end, POLLIN, 0}; poll(&end, 1, TICK) <= 0;) {
		size_t now = resident(p);
		if (now <= others + p->window)
			continue;
		send_away(p);
		others = resident(p);
	}
	return NULL;
}

/* Without it the file still is memory that the system may take. Signals are the program's business. */
static void begin_watch(struct paged *p)
{
	pthread_attr_t attr;
	sigset_t all, before;
	sigfillset(&all);
	if (p->end < 0 || p->statm < 0 || pthread_attr_init(&attr))
		return;
	pthread_attr_setstacksize(&attr, STACK);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	p->watched = !pthread_create(&p->watcher, &attr, watch, p);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attr);
}

/* ---- the file ---- */

static void fail(const char *dir, int err)
{
	const char *why = err == ENOSPC || err == EDQUOT || err == EFBIG ? "der Datenträger ist voll"
		: err == ENOENT || err == ENOTDIR                        ? "den Ordner gibt es nicht"
		: err == ENOMEM                                          ? "das Betriebssystem gibt keine Adressen mehr her"
									 : "dort lässt sich keine Datei anlegen";
	fprintf(stderr,
		"ratssatz: Fehler: Ein so langes Dokument wird zum Teil auf dem Datenträger gehalten, und in %s geht das "
		"nicht: %s; bitte dort Platz schaffen oder mit TMPDIR einen anderen Ordner nennen [AUSLAGERN]\n",
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
	p->end = eventfd(0, EFD_CLOEXEC);
	pthread_mutex_init(&p->lock, NULL);
	begin_watch(p);
	return p;
}

static void *grow(struct paged *p, size_t size)
{
	int err = posix_fallocate(p->fd, p->size, (off_t)size);
	void *at = err ? MAP_FAILED : mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, p->fd, p->size);
	if (at == MAP_FAILED)
		fail(said_folder() ? said_folder() : "/var/tmp", err ? err : errno);
	pthread_mutex_lock(&p->lock);
	MEM_ROOM(p->extents, p->n, p->cap);
	p->extents[p->n++] = (struct extent){at, size, p->size};
	pthread_mutex_unlock(&p->lock);
	p->size += (off_t)size;
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
	pthread_mutex_lock(&p->lock);
	size_t i = 0;
	while (p->extents[i].at != at)
		i++;
	off_t offset = p->extents[i].offset;
	p->extents[i] = p->extents[--p->n];
	pthread_mutex_unlock(&p->lock);
	munmap(at, size);
	fallocate(p->fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, (off_t)size);
}

static void end(struct paged *p)
{
	if (p->watched && *p->mine && eventfd_write(p->end, 1) == 0)
		pthread_join(p->watcher, NULL);
	pthread_mutex_destroy(&p->lock);
	close(p->fd);
	close(p->statm);
	close(p->end);
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
