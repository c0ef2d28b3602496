/* sweep.c: what a killed predecessor left beside its targets: ".NAME.PID-N-HOST.tmp", ".NAME.neu-PID" of one that
 * is no more, the journal of a register among them, and second names of files (".tmp.alt"). Of another machine, on a
 * folder that many share, nobody can say whether it still lives. */
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
#include <sys/utsname.h>
#include <unistd.h>

#include "base/file.h"

unsigned file_host(void)
{
	struct utsname u;
	unsigned h = 5381;
	for (const char *p = uname(&u) ? "" : u.nodename; *p; p++)
		h = h * 33 + (unsigned char)*p;
	return h % 1000000;
}

/* "PID-N-HOST" or, of a version before, "PID-N". */
static long process_here(const char *s)
{
	char *end;
	long pid = strtol(s, &end, 10);
	if (pid <= 0 || *end != '-')
		return 0;
	strtol(end + 1, &end, 10);
	return *end != '-' || strtoul(end + 1, NULL, 10) == file_host() ? pid : 0;
}

/* The process of this machine a temporary name speaks of; 0: it is no such name. */
static long process_of(const char *name)
{
	static const char journal[] = "-journal", kept[] = ".alt";
	size_t n = strlen(name), digits = 0, end = sizeof journal - 1;
	if (n > end && !strcmp(name + n - end, journal))
		n -= end;
	else if (n > 8 && !strcmp(name + n - 8, ".tmp.alt"))
		n -= sizeof kept - 1;                  /* a second name of a file that has its own, too */
	if (name[0] != '.' || n < 5)
		return 0;
	bool file = !memcmp(name + n - 4, ".tmp", 4);
	const char *dot = name + (file ? n - 4 : n);
	while (dot > name && (isdigit((unsigned char)dot[-1]) || dot[-1] == '-'))
		dot--, digits++;
	if (!digits || dot == name)
		return 0;
	if (file && dot[-1] == '.')
		return process_here(dot);
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
