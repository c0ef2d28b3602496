/* cli.h: the commands. Each is a straight list of stage calls; the terminal, the clock and exit live only in this room.
 * */
#ifndef CLI_CLI_H
#define CLI_CLI_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/file.h"
#include "office/office.h"
#include "pipeline/output.h"
#include "register/register.h"

enum { CMD_FINE = 0, CMD_FAULTY = 1, CMD_USAGE = 2, CMD_SYSTEM = 3 };

/* One row per option: parsing, help, man page, completion and handbook are made from it. */
enum cmd_opt {
	CMD_O_OUTPUT,
	CMD_O_DUMP,
	CMD_O_FORMAT,
	CMD_O_MELDUNGEN,
	CMD_O_STRENG,
	CMD_O_STILL,
	CMD_O_INHALT,
	CMD_O_VORLAGEN,
	CMD_O_OBJEKTSTROEME,
	CMD_O_REGISTER,
	CMD_O_JSON,
	CMD_O_GREMIUM,
	CMD_O_DATUM,
	CMD_O_BEKANNTGEBEN,
	CMD_O_RECHTSCHREIBUNG,
	CMD_O_VON,
	CMD_O_NACH,
	CMD_O_EDITION,
	CMD_O_STELLE,
	CMD_O_GEGEN,
	CMD_O_BASIS_URL,
	CMD_O_UNTER,
	CMD_O_VERGLEICH,
	CMD_O_REDLINE,
	CMD_O_NOTIZEN,
	CMD_O_ADRESSE,
	CMD_O_PORT,
	CMD_O_DATEIEN,
	CMD_O_DEPS,
	CMD_O_GEAENDERTE,
	CMD_O_SITZUNG,
	CMD_O_DRUCKSACHE,
	CMD_O_XDOMEA,
	CMD_O_OFFEN,
	CMD_OPT_MAX
};
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
	const struct cmd *commands;                    /* the table of them (main.c); ends with {0} */
	const char *opt[CMD_OPT_MAX];                  /* NULL: not given; switches: "" */
	const char **arg; int nargs;
	int64_t now;               /* seconds since 1970: the clock, read once a run; SOURCE_DATE_EPOCH stands for it */
	struct date epoch;                             /* SOURCE_DATE_EPOCH, else 1970-01-01 */
};

struct cmd {
	const char *name, *args, *title, *text;  /* German: "setzen", "DATEI…", one line, explanation with an example */
	int least, most;                               /* number of arguments; most < 0: any */
	uint64_t opts;                                 /* bit set of enum cmd_opt */
	int (*run)(const struct cmd_args *);           /* NULL: in the other program, see main.c */
};

int cmd_abgeben(const struct cmd_args *);
int cmd_aufnehmen(const struct cmd_args *);
int cmd_beobachten(const struct cmd_args *);
int cmd_ausgeben(const struct cmd_args *);
int cmd_ergebnis(const struct cmd_args *);
int cmd_fortschreiben(const struct cmd_args *);
int cmd_freigeben(const struct cmd_args *);
int cmd_nachweis(const struct cmd_args *);
int cmd_neu(const struct cmd_args *);
int cmd_oparl(const struct cmd_args *);
int cmd_ort_anlegen(const struct cmd_args *);
int cmd_quittieren(const struct cmd_args *);
int cmd_register(const struct cmd_args *);
int cmd_tagesordnung(const struct cmd_args *);
int cmd_pruefen(const struct cmd_args *);
int cmd_setzen(const struct cmd_args *);
int cmd_vergleiche(const struct cmd_args *);
int cmd_stand(const struct cmd_args *);
int cmd_erklaere(const struct cmd_args *);
int cmd_referenz(const struct cmd_args *);

/* args.c */
int cmd_usage(const char *fmt, ...) __attribute__((format(printf, 1, 2)));   /* message to stderr; returns CMD_USAGE */
bool cmd_parse(struct cmd_args *, const struct cmd *, int argc, char **argv);  /* false: message given */
/* help.c: of one command, or (NULL) of the whole program */
void cmd_help(FILE *, const struct cmd *all, const struct cmd *);

/* codes.c: the rows of all rooms. */
const struct diag_code *cmd_code(const char *code);                    /* NULL: unknown; upper and lower case alike */
void cmd_each_code(void (*fn)(void *, const struct diag_code *), void *);

/* messages.c */
/* of n documents, in the format asked for */
void cmd_print_messages(struct diag **, size_t n, const struct cmd_args *);
int cmd_status(struct diag *, const struct cmd_args *);                /* exit status of one, --streng counted in */
/* prints and frees the messages of n documents; the worst exit status */
int cmd_finish(struct diag **, size_t n, const struct cmd_args *);

/* run.c: the pipeline and the office that a call works in. */
/* NULL: told. */
struct office *cmd_office(const struct cmd_args *, struct diag *);
void cmd_office_end(struct office *);                                  /* NULL is fine */
struct pipe_places cmd_places(const struct cmd_args *);                /* what the call or the environment names */
struct pipe_order cmd_order(const struct cmd_args *);                  /* how setzen writes */

/* Calls one for each argument (its master file), prints all messages at the end; the worst exit status. */
typedef void cmd_one(const struct office *, const struct cmd_args *, const char *path, struct diag *);
int cmd_documents(const struct cmd_args *, cmd_one *);
/* Calls many once for all arguments, with a diag for the whole and one for each. */
typedef void cmd_many(const struct office *, const struct cmd_args *, struct diag **);
int cmd_all(const struct cmd_args *, cmd_many *);

/* print.c */
struct cJSON;
void cmd_print(const struct buf *);                                    /* to the standard output */
void cmd_print_json(struct cJSON *);                                   /* the tree is consumed */

/* table.c: rows of the register for people and for programs. */
struct cmd_table;
struct cmd_table *cmd_table_new(bool json);
reg_row cmd_table_row;                             /* void * is the table */
/* prints and frees; nothing: said to people when there is no row */
void cmd_table_end(struct cmd_table *, const char *nothing);

#endif
