/* path.c: the names of files and folders (declared in file.h). */
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/u8.h"

bool file_exists(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG && errno != ELOOP);
}

bool file_is_dir(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

char *file_first_missing(struct mem *m, const char *path)
{
	char *p = mem_dup(m, path);
	for (char *s = p + (*p == '/'); *s; s++) {
		s += strcspn(s, "/");
		char c = *s;
		*s = '\0';
		if (!file_exists(p))
			return p;
		*s = c;
		if (!c)
			break;
	}
	return NULL;
}

/* What is not empty, or not there, stays. */
void file_unmake_dir(const char *path, const char *first)
{
	struct mem *m = mem_new();
	for (char *p = mem_dup(m, path); first && !strncmp(p, first, strlen(first)); p = file_dir(m, p))
		rmdir(p);
	mem_free(m);
}

static int drop_folder(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)at;
	if (what == FTW_DP)
		rmdir(path);
	return 0;
}

void file_unmake_all(const char *first)
{
	enum { OPEN = 8 };
	nftw(first, drop_folder, OPEN, FTW_DEPTH | FTW_PHYS);
}

bool file_make_dir(const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	char *p = mem_dup(m, path);
	const char *first = file_first_missing(m, path);
	bool there = !*path || (!first && file_is_dir(path)), ok = true;
	int err = 0;
	for (char *s = p + (first ? strlen(first) : *p == '/'); ok && !there; s++) {
		s += strcspn(s, "/");
		char c = *s;
		*s = '\0';
		ok = mkdir(p, 0777) == 0 || ((err = errno) != 0 && file_is_dir(p));
		*s = c;
		if (!c)
			break;
	}
	if (!ok) {
		file_unmake_dir(path, first);
		diag_sys(d, "SCHREIBEN", path, 0,
			"Der Ordner kann nicht angelegt werden: %s, oder einen anderen Ordner wählen",
			err == EEXIST ? "dort liegt eine Datei, die so heißt; bitte sie umbenennen" : file_reason(err));
	}
	mem_free(m);
	return ok;
}

char *file_join(struct mem *m, const char *dir, const char *name)
{
	size_t n = strlen(dir);
	if (name[0] == '/' || n == 0 || !strcmp(dir, "."))
		return mem_dup(m, name);
	return mem_fmt(m, "%s%s%s", dir, dir[n - 1] == '/' ? "" : "/", name);
}

char *file_dir(struct mem *m, const char *path)
{
	const char *base = file_base(path);
	if (base == path)
		return mem_dup(m, ".");
	return mem_str(m, path, base - path == 1 ? 1 : (size_t)(base - path) - 1);
}

char *file_second(struct mem *m)
{
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	exe[n > 0 ? n : 0] = '\0';
	return file_join(m, file_dir(m, exe), "ratssatz-ganz");
}

const char *file_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

char *file_inside(struct mem *m, const char *dir, const char *name)
{
	char *root = realpath(dir, NULL);
	char *real = root ? realpath(file_join(m, dir, name), NULL) : NULL;
	char *result = NULL;
	if (real) {
		size_t n = strlen(root);
		if (!strcmp(root, "/") || (!strncmp(real, root, n) && (real[n] == '/' || !real[n])))
			result = mem_dup(m, real);
	}
	free(root);
	free(real);
	return result;
}

char *file_relative(struct mem *m, const char *dir, const char *path)
{
	size_t same = 0, i = 0;
	for (; dir[i] && dir[i] == path[i]; i++)
		if (path[i] == '/')
			same = i + 1;
	if (!dir[i] && path[i] == '/')
		return mem_dup(m, path + i + 1);
	char *out = mem_dup(m, path + same);
	for (const char *p = dir + same; p; p = strchr(p, '/'), p = p ? p + 1 : NULL)
		if (*p)
			out = mem_fmt(m, "../%s", out);
	return out;
}

char *file_beside(struct mem *m, const char *path, const char *suffix)
{
	enum { LONGEST = 255 };
	const char *base = file_base(path);
	size_t most = LONGEST - strlen(suffix) - 2, n = strlen(base);
	n = n > most ? most : n;
	while (n && n < strlen(base) && ((unsigned char)base[n] & 0xC0) == 0x80)   /* not within a character */
		n--;
	return mem_fmt(m, "%.*s.%.*s.%s", (int)(base - path), path, (int)n, base, suffix);
}

char *file_meant(struct mem *m, const char *path)
{
	struct buf b = {0};
	for (const char *p = path; *p;) {
		const size_t n = strcspn(p, "/");
		const char *end = memmem(p, n, ".neu-", 5);
		const bool ours = *p == '.' && end > p + 1 &&
			end + 5 + strspn(end + 5, "0123456789") == p + n && end + 5 < p + n;
		if (ours)
			buf_put(&b, p + 1, (size_t)(end - p) - 1);
		else
			buf_put(&b, p, n);
		p += n;
		if (*p)
			buf_chr(&b, *p++);
	}
	return buf_take(&b, m);
}

/* Small letters without blanks, dashes and marks; umlauts as people write them in names of files. */
static void put_plain(struct buf *b, const char *name)
{
	static const struct { uint32_t cp; const char *is; } as[] = {{0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"},
		{0xDF, "ss"}, {0x308, "e"}, {' ', ""}, {'_', ""}, {'-', ""}};
	for (const char *end = name + strlen(name); name < end;) {
		char own[5] = "";
		const uint32_t cp = u8_lower(u8_get(&name, end));
		const char *is = cp >= 0x300 && cp <= 0x36F ? "" : own;
		own[u8_put(own, cp)] = '\0';
		for (size_t i = 0; i < sizeof as / sizeof *as; i++)
			is = as[i].cp == cp ? as[i].is : is;
		buf_str(b, is);
	}
}

static const char *plain(struct mem *m, const char *name)
{
	struct buf b = {0};
	put_plain(&b, name);
	return buf_take(&b, m);
}

/* The entry of dir that name is, but for what put_plain() leaves out; NULL: none. */
static char *entry_alike(struct mem *m, const char *dir, const char *name)
{
	char *found = NULL;
	const char *is = plain(m, name);
	DIR *d = opendir(dir);
	for (struct dirent *e; d && (e = readdir(d));)
		if (*e->d_name != '.' && !strcmp(plain(m, e->d_name), is) && (!found || strcmp(e->d_name, found) < 0))
			found = mem_dup(m, e->d_name);
	if (d)
		closedir(d);
	return found;
}

char *file_alike(struct mem *m, const char *dir, const char *name)
{
	const char *whole = name;
	char *is = mem_dup(m, "");
	while (*name) {
		const size_t n = strcspn(name, "/");
		const char *at = entry_alike(m, file_join(m, dir, *is ? is : "."), mem_str(m, name, n));
		if (!at)
			return NULL;
		is = *is ? mem_fmt(m, "%s/%s", is, at) : mem_dup(m, at);
		name += n + (name[n] == '/');
	}
	return strcmp(is, whole) ? is : NULL;          /* a link that leads nowhere is there */
}
