/* note.c: who writes just now. Only the holder of the lock writes the note, so a plain file is enough; SQLite itself
 * knows no name. A note left behind by a killed process is told from a living one by its number, if it ran on this
 * machine. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "register/reg.h"

static void note_path(struct buf *b, const char *path)
{
	buf_str(b, path);
	buf_str(b, "-wer");
}

/* "ratssatz aufnehmen": the program and its first argument; file names stay out. */
static void command(struct buf *b)
{
	char line[4096];
	int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, line, sizeof line - 1) : 0;
	if (fd >= 0)
		close(fd);
	if (n <= 0) {
		buf_str(b, program_invocation_short_name);
		return;
	}
	line[n] = '\0';
	size_t first = strlen(line) + 1;
	buf_str(b, file_base(line));
	if (first < (size_t)n && strspn(line + first, "abcdefghijklmnopqrstuvwxyz-") == strlen(line + first))
		buf_fmt(b, " %s", line + first);
}

static void host(char *name, size_t n)
{
	if (gethostname(name, n) < 0)
		strcpy(name, "?");
	name[n - 1] = '\0';
	for (char *p = name; *p; p++)
		if (*p <= ' ')
			*p = '_';
}

/* "4711 rechner-3 meier ratssatz aufnehmen" */
static void own_note(struct buf *b)
{
	char name[256];
	const char *user = getenv("LOGNAME") ? getenv("LOGNAME") : getenv("USER");
	host(name, sizeof name);
	buf_fmt(b, "%ld %s %s ", (long)getpid(), name, user && *user && !strpbrk(user, " \n") ? user : "-");
	command(b);
	buf_chr(b, '\n');
}

static size_t read_note(const char *path, char *line, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t n = fd >= 0 ? read(fd, line, size - 1) : 0;
	if (fd >= 0)
		close(fd);
	line[n > 0 ? n : 0] = '\0';
	for (char *p = line; *p; p++)
		if ((unsigned char)*p < ' ' && *p != '\n')
			*p = '?';
	return n > 0 ? (size_t)n : 0;
}

void reg_note(struct reg *r)
{
	struct buf path = {0}, text = {0};
	note_path(&path, r->path);
	own_note(&text);
	int fd = open(path.data, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd >= 0) {                                     /* a help for others, never a reason to stop */
		r->noted = write(fd, text.data, text.len) == (ssize_t)text.len;
		close(fd);
		if (!r->noted)
			unlink(path.data);
	}
	buf_free(&path);
	buf_free(&text);
}

/* The lock is free by now: the note may be another's already. */
void reg_note_drop(struct reg *r)
{
	struct buf path = {0}, text = {0};
	char line[512];
	if (!r->noted)
		return;
	note_path(&path, r->path);
	own_note(&text);
	if (read_note(path.data, line, sizeof line) && !strncmp(line, text.data, sizeof line - 1))
		unlink(path.data);
	buf_free(&path);
	buf_free(&text);
	r->noted = false;
}

void reg_note_read(struct buf *b, const char *path)
{
	struct buf p = {0};
	char line[512] = "", from[256] = "", user[128] = "", what[128] = "", here[256];
	long pid = 0;
	note_path(&p, path);
	read_note(p.data, line, sizeof line);
	host(here, sizeof here);
	bool known = sscanf(line, "%ld %255s %127s %127[^\n]", &pid, from, user, what) == 4 && pid > 0 &&
		pid != (long)getpid();
	if (known && !strcmp(from, here) && kill((pid_t)pid, 0) < 0 && errno == ESRCH)
		known = false;
	if (!known)
		buf_str(b, "ein anderes Programm");
	else
		buf_fmt(b, "„%s“ (Prozess %ld auf %s%s%s)", what, pid, from,
			user[0] == '-' && !user[1] ? "" : ", Kennung ", user[0] == '-' && !user[1] ? "" : user);
	buf_free(&p);
}
