/* program.c: a program of others, with limits of time, memory and output. */
#include "base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"

enum { CPU_SECONDS = 60, WALL_SECONDS = 120, NOT_FOUND = 127 };
static const size_t most_output = (size_t)256 << 20;
static const rlim_t most_memory = (rlim_t)3 << 30;

static void limit(int what, rlim_t most)
{
	struct rlimit r = {most, most};
	setrlimit(what, &r);
}

/* Where programs, their libraries and tables lie. */
static void keep_within(void)
{
	static const struct confine_folder may[] = {{"/usr", CONFINE_RUN},
		{"/bin", CONFINE_RUN},
		{"/lib", CONFINE_RUN},
		{"/lib64", CONFINE_RUN},
		{"/opt", CONFINE_RUN},
		{"/nix", CONFINE_RUN},
		{"/etc", CONFINE_READ}};
	confine_within(may, sizeof may / sizeof *may);
}

/* The child: never returns. in -1: it reads the files that argv names. */
static void start(const char *const *argv, int in, int to)
{
	int null = open("/dev/null", O_RDWR);
	dup2(in < 0 ? null : in, STDIN_FILENO);
	dup2(to, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	limit(RLIMIT_CPU, CPU_SECONDS);
	limit(RLIMIT_AS, most_memory);
	limit(RLIMIT_CORE, 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (in >= 0)
		keep_within();
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(NOT_FOUND);
}

/* False: it says too much, or takes too long. */
static bool hear(int fd, struct buf *out)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	size_t before = out->len;
	for (int left = WALL_SECONDS; left > 0 && out->len - before < most_output;) {
		int ready = poll(&p, 1, 1000);
		if (ready <= 0) {
			left -= ready == 0;
			continue;
		}
		ssize_t n = read(fd, buf_reserve(out, 1 << 16), 1 << 16);
		if (n <= 0)
			return n == 0;
		out->len += (size_t)n;
	}
	return false;
}

static int run(const char *const *argv, int in, struct buf *out)
{
	int ends[2], status = 0;
	if (pipe2(ends, O_CLOEXEC))
		return PROGRAM_KILLED;
	pid_t pid = fork();
	if (!pid)
		start(argv, in, ends[1]);
	close(ends[1]);
	bool whole = pid > 0 && hear(ends[0], out);
	*buf_reserve(out, 1) = '\0';
	close(ends[0]);
	if (pid < 0)
		return PROGRAM_KILLED;
	if (!whole)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!whole || !WIFEXITED(status))
		return PROGRAM_KILLED;
	return WEXITSTATUS(status) == NOT_FOUND ? PROGRAM_MISSING : WEXITSTATUS(status);
}

int prog_run(const char *const *argv, struct buf *out)
{
	return run(argv, -1, out);
}

int prog_hold(const char *data, size_t n)
{
	int fd = memfd_create("anlage", MFD_CLOEXEC);
	for (size_t done = 0; fd >= 0 && done < n;) {
		ssize_t put = write(fd, data + done, n - done);
		if (put <= 0) {
			close(fd);
			return -1;
		}
		done += (size_t)put;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

int prog_run_on(const char *const *argv, const char *data, size_t n, struct buf *out)
{
	int in = prog_hold(data, n), status = in < 0 ? PROGRAM_KILLED : run(argv, in, out);
	if (in >= 0)
		close(in);
	return status;
}
