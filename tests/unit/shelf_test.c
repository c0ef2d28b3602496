/* shelf_test.c: arenas of a long run, with limits small enough to be passed here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/shelf.h"

enum { MIB = 1 << 20, WORDS = 16 };                    /* WORDS: of an object */
static const struct shelf_size small = {.held = 64 * 1024, .extent = 256 * 1024, .window = 4 * MIB};

static size_t of_files(void)                           /* bytes of files in this process */
{
	unsigned long all, files = 0;
	FILE *f = fopen("/proc/self/statm", "r");
	assert_int_equal(fscanf(f, "%*u %lu %lu", &all, &files), 2);
	fclose(f);
	return files * (size_t)sysconf(_SC_PAGESIZE);
}

static size_t aside(void)                              /* bytes of files without a name that are open */
{
	size_t sum = 0;
	DIR *d = opendir("/proc/self/fd");
	for (const struct dirent *e; (e = readdir(d));) {
		char to[PATH_MAX];
		struct stat st;
		ssize_t n = readlinkat(dirfd(d), e->d_name, to, sizeof to - 1);
		to[n > 0 ? n : 0] = '\0';
		if (strstr(to, " (deleted)") && fstat(atoi(e->d_name), &st) == 0)
			sum += (size_t)st.st_size;
	}
	closedir(d);
	return sum;
}

static int entries(const char *dir)
{
	int n = -2;                                    /* "." and ".." */
	DIR *d = opendir(dir);
	while (d && readdir(d))
		n++;
	closedir(d);
	return n;
}

static uint64_t **fill(struct mem *m, size_t n, uint64_t salt)
{
	uint64_t **v = MEM_ARRAY(m, uint64_t *, n);
	for (size_t i = 0; i < n; i++) {
		v[i] = MEM_ARRAY(m, uint64_t, WORDS);
		for (int k = 0; k < WORDS; k++) {
			assert_int_equal(v[i][k], 0);
			v[i][k] = salt + i * WORDS + (size_t)k;
		}
	}
	return v;
}

static bool holds(uint64_t **v, size_t n, uint64_t salt)
{
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < WORDS; k++)
			if (v[i][k] != salt + i * WORDS + (size_t)k)
				return false;
	return true;
}

static void a_short_run_has_no_file(void **state)
{
	(void)state;
	int before = entries("/proc/self/fd");
	struct shelf *s = shelf_new(&small);
	struct mem *m = mem_on(s), *beside = mem_new_large(m);
	mem_str(m, "abc", 3);
	assert_int_equal(aside(), 0);
	mem_get(beside, small.held);                   /* together they are long */
	assert_true(aside() > 0);
	mem_free(m);
	mem_free(beside);
	assert_int_equal(entries("/proc/self/fd"), before);
}

static void what_leaves_memory_comes_back(void **state)
{
	(void)state;
	enum { N = 300000 };
	struct shelf *s = shelf_new(&small);
	struct mem *m = mem_on(s), *other = mem_on(s);
	uint64_t **big = fill(m, N, 1), **also = fill(other, N / 4, 7);
	assert_true(aside() > (size_t)40 * MIB);
	size_t with = of_files(), least = with;
	for (int i = 0; i < 500 && with - least < (size_t)2 * MIB; i++) {
		assert_true(holds(big, N, 1));
		size_t now = of_files();
		least = now < least ? now : least;
		with = now > with ? now : with;
	}
	assert_true(with - least >= (size_t)2 * MIB);  /* some of it was away */
	assert_true(holds(big, N, 1) && holds(also, N / 4, 7));
	struct mem *brief = mem_on(s);
	fill(brief, N / 4, 5);
	mem_free(brief);                               /* gives back its own place, no other */
	assert_true(holds(big, N, 1) && holds(also, N / 4, 7));
	mem_free(m);
	assert_true(holds(also, N / 4, 7));
	uint64_t **anew = fill(other, N / 4, 9);
	assert_true(holds(anew, N / 4, 9) && holds(also, N / 4, 7));
	mem_free(other);
}

static void a_big_piece_leaves_the_rest_of_an_extent(void **state)
{
	(void)state;
	struct shelf *s = shelf_new(&small);
	struct mem *m = mem_on(s);
	mem_get(m, small.held + 1);
	char *a = mem_str(m, "a", 1);
	size_t size = aside();
	memset(mem_get(m, 3 * MIB), 'x', 3 * MIB);
	assert_int_equal(aside(), size + 3 * MIB);
	char *b = mem_str(m, "b", 1);
	assert_ptr_equal(b, a + 2);
	assert_string_equal(a, "a");
	mem_free(m);
}

static int status_of(void (*run)(void *), void *arg)
{
	int status;
	fflush(NULL);
	pid_t child = fork();
	if (!child) {
		run(arg);
		_exit(9);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct shared { struct mem *m; uint64_t **v; size_t n; };

static void in_a_child(void *arg)
{
	struct shared *s = arg;
	bool good = holds(s->v, s->n, 3);
	memset(mem_get(s->m, 256), 'x', 256);          /* there is room for it where the parent goes on */
	uint64_t **own = fill(s->m, s->n, 5);
	good = good && holds(own, s->n, 5) && holds(s->v, s->n, 3);
	mem_free(s->m);
	_exit(good ? 0 : 1);
}

static void a_forked_process_only_reads_it(void **state)
{
	(void)state;
	enum { N = 50000 };
	struct shelf *shelf = shelf_new(&small);
	struct shared s = {.m = mem_on(shelf), .n = N};
	s.v = fill(s.m, N, 3);
	assert_true(aside() > 0);
	mem_get(s.m, 8);
	assert_int_equal(status_of(in_a_child, &s), 0);
	const char *next = mem_get(s.m, 256);
	for (int i = 0; i < 256; i++)
		assert_int_equal(next[i], 0);
	uint64_t **after = fill(s.m, N, 11);
	assert_true(holds(after, N, 11) && holds(s.v, N, 3));
	mem_free(s.m);
}

static void be_long(void *arg)
{
	(void)arg;
	struct mem *m = mem_on(shelf_new(&small));
	for (int i = 0; i < 64; i++)
		memset(mem_get(m, MIB), 'x', MIB);
}

static void with_little_room(void *arg)
{
	struct rlimit most = {8 * MIB, 8 * MIB};
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &most);
	be_long(arg);
}

static void where_it_cannot_be_the_program_ends(void **state)
{
	(void)state;
	char dir[] = "/tmp/shelf-XXXXXX";
	assert_non_null(mkdtemp(dir));
	setenv("TMPDIR", dir, 1);
	assert_int_equal(status_of(be_long, NULL), 9);
	assert_int_equal(status_of(with_little_room, NULL), 3);
	assert_int_equal(entries(dir), 0);
	rmdir(dir);
	assert_int_equal(status_of(be_long, NULL), 3); /* no such folder */
	unsetenv("TMPDIR");
}

static void nothing_of_it_has_a_name(void **state)
{
	(void)state;
	char dir[] = "/tmp/shelf-XXXXXX";
	assert_non_null(mkdtemp(dir));
	setenv("TMPDIR", dir, 1);
	struct shelf *s = shelf_new(&small);
	struct mem *m = mem_on(s);
	mem_get(m, MIB);
	assert_true(aside() >= MIB);
	assert_int_equal(entries(dir), 0);
	mem_free(m);
	unsetenv("TMPDIR");
	rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_short_run_has_no_file),
		cmocka_unit_test(what_leaves_memory_comes_back),
		cmocka_unit_test(a_big_piece_leaves_the_rest_of_an_extent),
		cmocka_unit_test(a_forked_process_only_reads_it),
		cmocka_unit_test(where_it_cannot_be_the_program_ends),
		cmocka_unit_test(nothing_of_it_has_a_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
