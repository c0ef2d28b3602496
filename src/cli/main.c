/* main.c: finds the command and runs it. It stands above all commands; what they need of the table is handed down. */
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/sanitized.h"
#include "base/version.h"
#include "cli/command.h"

/* Every start loads all libraries of the program. Commands that need one which only they need, and which is slow to
 * load, run in a second program of the same source beside this one, which has them all: this one is linked without them
 * and hands its call on. */
#ifdef RATSSATZ_GANZ
#define WHOLE(run) run
#else
#define WHOLE(run) NULL
#endif

/* A library that gets no memory may go on without it: HarfBuzz then sets empty glyphs, and a page would be wrong in
 * silence. Whoever asks, there is memory or the program ends. Not in the second program, whose servers answer 503 and
 * stay; sanitizers have an allocator of their own. */
#if !defined RATSSATZ_GANZ && defined __GLIBC__ && !SANITIZED
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static void *there(void *p, bool wanted)
{
	if (!p && wanted)
		mem_out();
	return p;
}

void *malloc(size_t n)
{
	return there(__libc_malloc(n), n > 0);
}

void *calloc(size_t n, size_t size)
{
	return there(__libc_calloc(n, size), n && size);
}

void *realloc(void *old, size_t n)
{
	return there(__libc_realloc(old, n), n > 0);
}
#endif

#define BIT(o) ((cmd_opts)1 << CMD_O_##o)
#define READING \
	(BIT(INHALT) | BIT(GESTALTUNG) | BIT(MELDUNGEN) | BIT(STRENG) | BIT(STILL) | BIT(ABWEICHUNGEN) | BIT(REGISTER))

static const struct cmd commands[] = {
#define COMMAND(run, ...) {__VA_ARGS__, cmd_##run},
#define GANZ(run, ...) {__VA_ARGS__, WHOLE(cmd_##run)},
#include "cli/commands.def"
#undef GANZ
#undef COMMAND
	{0},
};

static const struct cmd *find(const char *name)
{
	for (const struct cmd *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

static bool is_help(const char *s)
{
	return !strcmp(s, "--hilfe") || !strcmp(s, "--help") || !strcmp(s, "-h") || !strcmp(s, "hilfe");
}

/* SOURCE_DATE_EPOCH; -1: not said. */
static int64_t epoch(void)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long t = s && *s ? strtoll(s, &end, 10) : -1;
	return t >= 0 && !*end && t <= 253402300799LL ? t : -1;
}

static int hand_on(char **argv)
{
	struct mem *m = mem_new();
	char *whole = file_second(m);
	execv(whole, argv);
	fprintf(stderr,
		"ratssatz: Fehler: Das Programm %s fehlt; es gehört zur Installation, bitte mit „make install“ "
		"einrichten [DATEI]\n",
		whole);
	mem_free(m);
	return CMD_SYSTEM;
}

/* Where a command fails, of the folders that were not there before none is left empty. */
static int run_clean(const struct cmd *c, const struct cmd_args *a, struct mem *m)
{
	static const int named[] = {CMD_O_OUTPUT, CMD_O_NACH, CMD_O_BOEGEN, CMD_O_UNTER};
	enum { N = sizeof named / sizeof *named };
	const char *first[N];
	for (size_t i = 0; i < N; i++)
		first[i] = a->opt[named[i]] ? file_first_missing(m, a->opt[named[i]]) : NULL;
	const int status = c->run(a);
	for (size_t i = 0; i < N; i++)
		if (status != CMD_FINE && first[i])
			file_unmake_all(first[i]);
	return status;
}

static int run(const struct cmd *c, int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (is_help(argv[i])) {
			cmd_help(stdout, commands, c);
			return CMD_FINE;
		}
	if (!c->run)
		return hand_on(argv - 2);
	struct mem *m = mem_new();
	int64_t said = epoch();                            /* the only look at the clock */
	struct cmd_args a = {.commands = commands,
		.arg = MEM_ARRAY(m, const char *, argc + 1),
		.now = said < 0 ? (int64_t)time(NULL) : said,
		.epoch = date_from_days((int32_t)((said < 0 ? 0 : said) / 86400))};
	int status = cmd_parse(&a, c, argc, argv) ? run_clean(c, &a, m) : CMD_USAGE;
	mem_free(m);
	return status;
}

/* A stream that the caller closed is held by one that takes and gives nothing: else the next file opened would be it,
 * and messages would land there. */
static bool hold_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			return false;
	return true;
}

int main(int argc, char **argv)
{
	if (!hold_streams())
		return CMD_SYSTEM;
	signal(SIGXFSZ, SIG_IGN);                      /* a file-size limit is told like a full disk */
	mallopt(M_TRIM_THRESHOLD, 64 << 20);       /* what one document gives back the next one takes, not the system */
	mallopt(M_MMAP_THRESHOLD, 4 << 20);
	if (argc < 2) {
		cmd_help(stderr, commands, NULL);
		return CMD_USAGE;
	}
	if (is_help(argv[1])) {
		cmd_help(stdout, commands, argc > 2 ? find(argv[2]) : NULL);
		return CMD_FINE;
	}
	if (!strcmp(argv[1], "--version")) {
		puts(version_program);
		return CMD_FINE;
	}
	const struct cmd *c = find(argv[1]);
	if (!c)
		return cmd_usage("Den Befehl „%s“ gibt es nicht; die Befehle nennt ratssatz --hilfe", argv[1]);
	int status = run(c, argc - 2, argv + 2);
	if (fflush(stdout) || ferror(stdout)) {
		fputs("ratssatz: Fehler: Die Ausgabe lässt sich nicht schreiben; ist der Datenträger voll? [DATEI]\n",
			stderr);
		return CMD_SYSTEM;
	}
	return status;
}
