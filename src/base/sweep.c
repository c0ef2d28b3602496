/* sweep.c: what a killed predecessor left beside its targets: ".NAME.PID-N.tmp", ".NAME.neu-PID" of a process that is
 * no more. */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* The process a temporary name speaks of; 0: it is no such name. */
static long process_of(const char *name)
{
	size_t n = strlen(name), digits = 0;
	char *end;
	if (name[0] != '.' || n < 5)
		return 0;
	bool file = !strcmp(name + n - 4, ".tmp");
	const char *dot = name + (file ? n - 4 : n);
	while (dot > name && (isdigit((unsigned char)dot[-1]) || dot[-1] == '-'))
		dot--, digits++;
	if (!digits || dot == name)
		return 0;
	if (file && dot[-1] == '.')
		return strtol(dot, &end, 10) > 0 && *end == '-' ? strtol(dot, NULL, 10) : 0;
	return !file && dot - name >= 4 && !memcmp(dot - 4, ".neu", 4) && *dot == '-' ? strtol(dot + 1, NULL, 10) : 0;
}

static int drop(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

void file_remove_all(const char *path)
{
	nftw(path, drop, 16, FTW_DEPTH | FTW_PHYS);
}

void file_sweep(const char *dir)
{
	DIR *d = opendir(dir);
	struct mem *m = mem_new();
	struct stat st;
	for (struct dirent *e; d && (e = readdir(d));) {
		long pid = process_of(e->d_name);
		bool gone = pid > 0 && kill((pid_t)pid, 0) < 0 && errno == ESRCH;
		if (gone && fstatat(dirfd(d), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && st.st_uid == geteuid())
			file_remove_all(file_join(m, dir, e->d_name));
	}
	if (d)
		closedir(d);
	mem_free(m);
}
