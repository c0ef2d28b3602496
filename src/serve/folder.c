/* folder.c: the way to a file is walked part by part from the open folder; ".." was resolved before by the letters of
 * the path alone, so it can only lead out of the folder in words, and such a path is refused. */
#include "serve/folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"

bool srv_folder_open(struct srv_folder *f, const char *path)
{
	f->path = realpath(path, NULL);
	f->fd = f->path ? open(f->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	if (f->fd >= 0)
		return true;
	free(f->path);
	f->path = NULL;
	return false;
}

void srv_folder_close(struct srv_folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	free(f->path);
}

/* "/a/b/../c" -> "/a/c". */
static char *plain(struct mem *m, const char *path)
{
	char *out = MEM_ARRAY(m, char, strlen(path) + 2);
	size_t n = 0;
	while (*path) {
		size_t len = strcspn(path, "/");
		if (len == 2 && !strncmp(path, "..", 2)) {
			while (n && out[--n] != '/')
				;
		} else if (len && !(len == 1 && *path == '.')) {
			out[n++] = '/';
			memcpy(out + n, path, len);
			n += len;
		}
		path += len + (path[len] == '/');
	}
	out[n] = '\0';
	return out;
}

static const char *below(const struct srv_folder *f, const char *path)
{
	size_t n = strcmp(f->path, "/") ? strlen(f->path) : 0;
	return !strncmp(path, f->path, n) && path[n] == '/' ? path + n + 1 : NULL;
}

static int walk(int folder, char *path)
{
	int at = dup(folder);
	for (char *slash; at >= 0 && (slash = strchr(path, '/')); path = slash + 1) {
		*slash = '\0';
		int next = openat(at, path, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		close(at);
		at = next;
	}
	int fd = at >= 0 ? openat(at, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;
	if (at >= 0)
		close(at);
	return fd;
}

static bool has_sum(int fd, const char *sum, int64_t size)
{
	char bytes[65536], hex[2 * HASH_SHA256 + 1];
	uint8_t h[HASH_SHA256];
	struct hash_run *run = hash_begin();
	int64_t at = 0;
	for (ssize_t n; at < size && (n = pread(fd, bytes, sizeof bytes, at)) > 0; at += n)
		hash_add(run, bytes, (size_t)n);
	hash_end(run, h);
	hash_hex(h, HASH_SHA256, hex);
	return at == size && !strcmp(hex, sum);
}

int srv_folder_file(const struct srv_folder *f, const char *path, const char *sum, int64_t *size)
{
	struct mem *m = mem_new();
	struct stat st;
	const char *name = below(f, plain(m, path));
	int fd = name && *name ? walk(f->fd, mem_dup(m, name)) : -1;
	mem_free(m);
	if (fd < 0)
		return -1;
	*size = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? st.st_size : -1;
	if (*size >= 0 && has_sum(fd, sum, *size))
		return fd;
	close(fd);
	return -1;
}
