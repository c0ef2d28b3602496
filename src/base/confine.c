/* confine.c: Landlock by its system calls, as the C library has no functions for it. Rights the kernel does not know
 * yet are left out by its version. Seccomp for those who open nothing any more. */
#include "base/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/sanitized.h"

/* As of version 6; the kernel is told how much of it it knows. */
struct rules { uint64_t files, net, scope; };

static struct rules rules_of(long version, size_t *size)
{
	enum { FILES_1 = 13, NET = 4, SCOPE = 6 };
	int files = FILES_1 + (version >= 2) + (version >= 3) + (version >= 5);
	*size = version >= SCOPE ? 3 * sizeof(uint64_t) : version >= NET ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
	return (struct rules){
		.files = (UINT64_C(1) << files) - 1, .net = version >= NET ? 3 : 0, .scope = version >= SCOPE ? 3 : 0};
}

static bool allow(int ruleset, int fd, uint64_t rights)
{
	struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = fd};
	return fd >= 0 && syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

static bool allow_path(int ruleset, const char *path)
{
	int fd = open(path, O_PATH | O_CLOEXEC);
	bool ok = allow(ruleset, fd, LANDLOCK_ACCESS_FS_READ_FILE);
	if (fd >= 0)
		close(fd);
	return ok;
}

/* -1: the kernel has none. */
static int ruleset_new(struct rules *rules)
{
	size_t size;
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || version < 1)
		return -1;
	*rules = rules_of(version, &size);
	return (int)syscall(SYS_landlock_create_ruleset, rules, size, 0);
}

static bool enter(int ruleset, bool ok)
{
#if SANITIZED
	int proc = open("/proc", O_PATH | O_CLOEXEC);      /* the leak checker looks at its own memory there */
	ok = ok && allow(ruleset, proc, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR);
	close(proc);
#endif
	ok = ok && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return ok;
}

bool confine_to(const char *file, int folder)
{
	struct rules rules;
	int ruleset = ruleset_new(&rules);
	if (ruleset < 0)
		return false;
	return enter(ruleset, (!file || allow_path(ruleset, file)) &&
		(folder < 0 || allow(ruleset, folder, LANDLOCK_ACCESS_FS_READ_FILE)));
}

bool confine_within(const struct confine_folder *f, size_t n)
{
	const uint64_t read = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
	struct rules rules;
	int ruleset = ruleset_new(&rules);
	bool ok = ruleset >= 0;
	for (; ok && n; f++, n--) {
		int fd = open(f->path, O_PATH | O_CLOEXEC);
		uint64_t rights = f->right == CONFINE_READ ? read
			: f->right == CONFINE_RUN ? read | LANDLOCK_ACCESS_FS_EXECUTE
						  : rules.files & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE;
		ok = fd < 0 || allow(ruleset, fd, rights);
		if (fd >= 0)
			close(fd);
	}
	return ruleset >= 0 && enter(ruleset, ok);
}

/* ---- computing only */

#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#if defined MACHINE && !SANITIZED
#define ALLOW(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* All else fails with EPERM: a library that asks for more hears no, and goes on without. */
static bool filter(void)
{
	static const struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		ALLOW(read), ALLOW(write), ALLOW(writev), ALLOW(close), ALLOW(lseek), ALLOW(fstat), ALLOW(mmap),
		ALLOW(munmap), ALLOW(mremap), ALLOW(mprotect), ALLOW(madvise), ALLOW(brk), ALLOW(futex),
		ALLOW(getrandom), ALLOW(gettimeofday), ALLOW(clock_gettime), ALLOW(getpid), ALLOW(gettid),
		ALLOW(tgkill),
		ALLOW(rt_sigaction), ALLOW(rt_sigprocmask), ALLOW(rt_sigreturn), ALLOW(exit), ALLOW(exit_group),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)};
	struct sock_fprog program = {sizeof rules / sizeof *rules, (struct sock_filter *)(uintptr_t)rules};
	return !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
#else
static bool filter(void)
{
	return false;
}
#endif

static bool limit(int what, rlim_t most)
{
	struct rlimit now;
	return !getrlimit(what, &now) && !setrlimit(what, &(struct rlimit){most < now.rlim_max ? most : now.rlim_max,
		most < now.rlim_max ? most : now.rlim_max});
}

bool confine_computing(const struct confine_limits *l)
{
	bool ok = limit(RLIMIT_CPU, l->seconds) & limit(RLIMIT_CORE, 0);
#if !SANITIZED
	ok = limit(RLIMIT_AS, l->memory) && ok;
#endif
	return confine_to(NULL, -1) && filter() && ok;
}
