/* folder.c: many files become one folder at once. */
#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/store.h"

static bool failed(struct file_folder *f, const char *path)
{
	const int err = errno;
	diag_sys(f->diag, "SCHREIBEN", file_meant(f->mem, path), 0, "Der Ordner lässt sich nicht schreiben: %s",
		file_reason(err));
	return f->ok = false;
}

/* The folder itself, not a link that leads to it: what is replaced is what a web server hands out. */
static char *itself(struct mem *m, const char *folder)
{
	size_t len = strlen(folder);
	char *real = realpath(folder, NULL), *path = real ? mem_dup(m, real) : NULL;
	free(real);
	while (len > 1 && folder[len - 1] == '/')
		len--;
	return path ? path : mem_str(m, folder, len);
}

static bool is_link(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

/* Nothing, one of the same kind, or an empty folder, which goes. */
static bool may_replace(struct file_folder *f, const char *mark)
{
	if (!file_exists(f->target))
		return !is_link(f->target);            /* one that leads nowhere */
	if (file_exists(file_join(f->mem, f->target, mark)) || !rmdir(f->target))
		return true;
	return errno == EBUSY && !failed(f, f->name);        /* where a disk is mounted */
}

/* SHA-256 or SHA-512, by the length of what is listed. */
static bool is_as_listed(const char *path, const char *hex, size_t n)
{
	uint8_t sum[HASH_SHA512];
	char now[2 * HASH_SHA512 + 1];
	struct diag *quiet = diag_new();
	struct file_map f;
	bool same = file_map(&f, path, quiet);
	if (same) {
		const size_t size = n == 2 * (size_t)HASH_SHA512 ? HASH_SHA512 : HASH_SHA256;
		(size == HASH_SHA512 ? hash_sha512 : hash_sha256)(f.data, f.size, sum);
		hash_hex(sum, size, now);
		same = n == 2 * size && !memcmp(now, hex, n);
		file_unmap(&f);
	}
	diag_free(quiet);
	return same;
}

/* name to the line of it */
static void learn(struct store *lines, const char *p, const char *end)
{
	for (const char *stop, *name; p < end && (stop = memchr(p, '\n', (size_t)(end - p))); p = stop + 1)
		if ((name = memmem(p, (size_t)(stop - p), "  ", 2)))
			*(const char **)store_put(lines, name + 2, (size_t)(stop - name) - 2, sizeof p) = p;
}

static bool is_listed(struct store *lines, const char *path, const char *name)
{
	const char *const *line = store_get(lines, name, strlen(name));
	return line && is_as_listed(path, *line, (size_t)((const char *)strchr(*line, ' ') - *line));
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static const char *first_unlisted(struct mem *m, const char *dir, const char *sums, struct store *lines)
{
	char *roots[] = {itself(m, dir), NULL};
	const size_t below = strlen(roots[0]) + 1;
	FTS *all = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	const char *found = NULL;
	for (FTSENT *e; all && !found && (e = fts_read(all));) {
		const char *name = e->fts_level ? e->fts_path + below : sums;
		if (e->fts_info != FTS_D && e->fts_info != FTS_DP && strcmp(name, sums) &&
			!is_listed(lines, e->fts_path, name))
			found = mem_dup(m, name);
	}
	if (all)
		fts_close(all);
	return found;
}

const char *file_folder_work(struct mem *m, const char *dir, const char *sums)
{
	const char *list = file_join(m, dir, sums), *found = NULL;
	struct diag *quiet = diag_new();
	struct file_map f;
	if (file_exists(list) && file_map(&f, list, quiet)) {
		struct store *lines = store_new(0);
		learn(lines, f.data, f.data + f.size);
		found = first_unlisted(m, dir, sums, lines);
		store_free(lines);
		file_unmap(&f);
	}
	diag_free(quiet);
	return found;
}

struct file_folder *file_folder_new(const char *target, const char *mark, struct diag *d)
{
	struct mem *m = mem_new();
	struct file_folder *f = MEM_NEW(m, struct file_folder);
	*f = (struct file_folder){.mem = m, .diag = d, .name = target, .target = itself(m, target), .ok = true};
	f->temp = file_beside(m, f->target, mem_fmt(m, "neu-%ld", (long)getpid()));
	file_sweep(file_dir(m, f->target));
	if (may_replace(f, mark)) {
		f->ok = f->ok && file_make_dir(file_dir(m, f->temp), d);
		if (f->ok && mkdir(f->temp, 0700) < 0)         /* nobody looks in before it is whole */
			failed(f, f->temp);
		return f;
	}
	mem_free(m);
	return NULL;
}

bool file_folder_put(struct file_folder *f, const char *path, const void *data, size_t n)
{
	struct mem *m = mem_new();
	const char *full = file_join(m, f->temp, path);
	int fd = -1;
	if (!f->ok || !file_make_dir(file_dir(m, full), f->diag))
		f->ok = false;
	else if ((fd = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) < 0)
		failed(f, full);
	for (const char *p = data; f->ok && n;) {
		ssize_t did = write(fd, p, n);
		if (did < 0 && errno != EINTR)
			failed(f, full);
		p += did > 0 ? did : 0;
		n -= did > 0 ? (size_t)did : 0;
	}
	if (fd >= 0 && close(fd) < 0 && f->ok)
		failed(f, full);
	f->n++;
	mem_free(m);
	return f->ok;
}

/* The old one, if there is one, then has the temporary name. */
static bool exchange(struct file_folder *f)
{
	if (renameat2(AT_FDCWD, f->temp, AT_FDCWD, f->target, f->was ? RENAME_EXCHANGE : 0) == 0)
		return true;
	if (errno != EINVAL)
		return false;
	/* a file system that cannot exchange */
	const char *old = mem_fmt(f->mem, "%s.alt", f->temp);
	return (!f->was || rename(f->target, old) == 0) && rename(f->temp, f->target) == 0 &&
		(!f->was || rename(old, f->temp) == 0);
}

bool file_folder_place(struct file_folder *f)
{
	int fd = f->ok ? open(f->temp, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	if (f->ok && (fd < 0 || syncfs(fd) < 0))
		failed(f, f->temp);
	if (fd >= 0)
		close(fd);
	if (!f->ok)
		return false;
	struct stat st;
	f->was = stat(f->target, &st) == 0;
	if (chmod(f->temp, f->was ? st.st_mode & 07777 : file_usual(0777)) < 0)
		return failed(f, f->temp);
	if (exchange(f))
		return f->placed = true;
	return failed(f, f->name);
}

void file_folder_take_back(struct file_folder *f)
{
	if (f->placed && (f->was ? exchange(f) : rename(f->target, f->temp) == 0))
		f->placed = false;
}

void file_folder_end(struct file_folder *f)
{
	if (!f)
		return;
	file_remove_all(f->temp);
	mem_free(f->mem);
}
