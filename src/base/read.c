/* read.c: files read whole or mapped. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum { BLOCK = 64 * 1024, SMALL = 32 * 1024, LONG = 1 << 20 };        /* bytes */
static const size_t read_limit = (size_t)1 << 30;

static bool unreadable(const char *path, int err, struct diag *d)
{
	diag_sys(d, "DATEI", path, 0, "Die Datei kann nicht gelesen werden: %s", file_reason(err));
	return false;
}

static bool read_all(int fd, struct buf *b, int *err)
{
	for (;;) {
		ssize_t n = read(fd, buf_reserve(b, BLOCK), BLOCK);
		if (n < 0 && errno == EINTR)
			continue;
		*err = n < 0 ? errno : b->len > read_limit ? EFBIG : 0;
		if (n <= 0 || *err)
			return !*err;
		b->len += (size_t)n;
	}
}

/* A pipe or device would be waited for, perhaps for ever: only files are read. */
static int open_file(const char *path, struct stat *st, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), err = fd < 0 ? errno : 0;
	if (!err && fstat(fd, st) < 0)
		err = errno;
	if (!err && !S_ISREG(st->st_mode))
		err = S_ISDIR(st->st_mode) ? EISDIR : ENODEV;
	if (!err)
		return fd;
	if (fd >= 0)
		close(fd);
	unreadable(path, err, d);
	return -1;
}

/* Small ones are cheaper read than mapped. */
static bool read_small(struct file_map *f, int fd, size_t n)
{
	char *p = mem_alloc(n);
	ssize_t got = read(fd, p, n);
	if (got < 0 || (size_t)got != n) {             /* to be mapped, and told if that fails, too */
		free(p);
		return false;
	}
	*f = (struct file_map){p, n, p};
	return true;
}

bool file_map(struct file_map *f, const char *path, struct diag *d)
{
	struct stat st;
	*f = (struct file_map){.data = ""};
	int fd = open_file(path, &st, d), err = 0;
	if (fd < 0)
		return false;
	if (st.st_size > 0 && st.st_size <= SMALL && read_small(f, fd, (size_t)st.st_size)) {
		close(fd);
		return true;
	}
	if (st.st_size > 0) {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		close(fd);
		if (p == MAP_FAILED)
			return unreadable(path, errno, d);
		*f = (struct file_map){.data = p, .size = (size_t)st.st_size};
		return true;
	}
	struct buf b = {0};                                /* of size 0, as in /proc: what it holds shows on reading */
	bool ok = read_all(fd, &b, &err);
	close(fd);
	if (!ok) {
		buf_free(&b);
		return unreadable(path, err, d);
	}
	if (b.len)
		*f = (struct file_map){b.data, b.len, b.data};
	else
		buf_free(&b);
	return true;
}

void file_unmap(struct file_map *f)
{
	if (f->handle)
		free(f->handle);
	else if (f->size)
		munmap((void *)(uintptr_t)f->data, f->size);
	*f = (struct file_map){.data = ""};
}

static bool read_whole(int fd, const struct stat *st, struct buf *b, int *err)
{
	if (fd != STDIN_FILENO && st->st_size > 0 && (size_t)st->st_size < read_limit)
		buf_reserve(b, (size_t)st->st_size + BLOCK + 1);
	bool ok = read_all(fd, b, err);
	buf_put(b, "", 0);
	return ok;
}

bool file_read(struct buf *b, const char *path, struct diag *d)
{
	struct stat st = {0};
	int err = 0, fd = strcmp(path, "-") ? open_file(path, &st, d) : STDIN_FILENO;
	if (fd < 0)
		return false;
	bool ok = read_whole(fd, &st, b, &err);
	if (fd != STDIN_FILENO)
		close(fd);
	return ok || unreadable(path, err, d);
}

/* So many bytes, or as many as there are still. */
static bool read_part(int fd, char *p, size_t n, size_t *got)
{
	for (*got = 0; *got < n;) {
		ssize_t k = read(fd, p + *got, n - *got < LONG ? n - *got : LONG);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return k == 0;
		*got += (size_t)k;
	}
	return true;
}

/* A long one goes where it is to stay at once; what it has grown by meanwhile comes behind. */
static bool load_long(struct mem *m, int fd, size_t expected, char **data, size_t *size, int *err)
{
	struct buf more = {0};
	*data = mem_get(m, expected + 1);
	bool ok = read_part(fd, *data, expected, size);
	*err = errno;
	if (ok && *size == expected)
		ok = read_all(fd, &more, err);
	if (ok && more.len) {
		*data = mem_grow(m, *data, *size, *size + more.len + 1);
		memcpy(*data + *size, more.data, more.len);
		*size += more.len;
	}
	buf_free(&more);
	return ok;
}

bool file_load(struct mem *m, const char *path, const char **data, size_t *size, struct diag *d)
{
	struct stat st;
	struct buf b = {0};
	int err = 0, fd = strcmp(path, "-") ? open_file(path, &st, d) : STDIN_FILENO;
	char *at = NULL;
	if (fd < 0)
		return false;
	bool is_long = fd != STDIN_FILENO && st.st_size > LONG && (size_t)st.st_size <= read_limit;
	bool ok = is_long ? load_long(m, fd, (size_t)st.st_size, &at, size, &err) : read_whole(fd, &st, &b, &err);
	if (fd != STDIN_FILENO)
		close(fd);
	if (ok && !is_long)
		at = mem_str(m, b.data, *size = b.len);
	buf_free(&b);
	*data = at;
	return ok || unreadable(path, err, d);
}
