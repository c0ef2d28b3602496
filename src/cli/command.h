/* command.h: a command and its call. Each command is a straight list of calls; the terminal, the clock and exit live
 * only in this room. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/date.h"

enum { CMD_FINE = 0, CMD_FAULTY = 1, CMD_USAGE = 2, CMD_SYSTEM = 3 };

enum cmd_opt {
#define OPTION(id, ...) CMD_O_##id,
#include "cli/options.def"
#undef OPTION
	CMD_OPT_MAX
};
typedef unsigned __int128 cmd_opts;                 /* bit set of enum cmd_opt */
struct cmd_option {
	const char *name;                              /* "--dump" */
	char letter;                                   /* 'o' or 0 */
	const char *value;                             /* "DATEI"; NULL: a switch */
	const char *choices;                           /* "blocks|tags|…": the only values; NULL: any */
	const char *text;                              /* German */
};
extern const struct cmd_option cmd_options[CMD_OPT_MAX];

struct cmd;
struct cmd_args {
	const struct cmd *commands;                    /* all of them; ends with {0} */
	const char *opt[CMD_OPT_MAX];                  /* NULL: not given; switches: "" */
	const char **arg; int nargs;
	int mib;                                       /* --grenze; 0: not said */
	int cores;                                     /* processes for many documents: --kerne, else all processors */
	int64_t now;               /* seconds since 1970: the clock, read once a run; SOURCE_DATE_EPOCH stands for it */
	struct date epoch;                             /* SOURCE_DATE_EPOCH, else 1970-01-01 */
};
struct cmd {
	const char *name, *args;                       /* "setzen", "DATEI…" */
	const char *choices;                           /* "liste|zeige|…": the only first arguments; NULL: any */
	const char *title, *text;                      /* German: one line; explanation with an example */
	int least, most;                               /* number of arguments; most < 0: any */
	cmd_opts opts;
	int (*run)(const struct cmd_args *);           /* exit status; NULL: in the other program, see main.c */
};

/* To the standard error; CMD_USAGE. */
int cmd_usage(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
bool cmd_parse(struct cmd_args *, const struct cmd *, int argc, char **argv);   /* false: told */
/* help.c: of one command, or (NULL) of the whole program */
void cmd_help(FILE *, const struct cmd *all, const struct cmd *);

#define COMMAND(run, ...) int cmd_##run(const struct cmd_args *);
#define GANZ COMMAND
#include "cli/commands.def"
#undef GANZ
#undef COMMAND

#endif
