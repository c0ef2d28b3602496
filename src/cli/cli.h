/* cli.h: the commands. Each is a straight list of stage calls; the terminal, the clock and exit live only in this room.
 * */
#ifndef CLI_CLI_H
#define CLI_CLI_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/file.h"
#include "block/block.h"
#include "model/doc.h"
#include "style/style.h"

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

struct cmd_args {
	const char *opt[CMD_OPT_MAX];                  /* NULL: not given; switches: "" */
	const char **arg; int nargs;
	int64_t now;               /* seconds since 1970: the clock, read once a run; SOURCE_DATE_EPOCH stands for it */
};

struct cmd {
	const char *name, *args, *title, *text;  /* German: "setzen", "DATEI…", one line, explanation with an example */
	int least, most;                               /* number of arguments; most < 0: any */
	uint64_t opts;                                 /* bit set of enum cmd_opt */
	int (*run)(const struct cmd_args *);           /* NULL: in the other program, see main.c */
};
extern const struct cmd cmd_commands[];            /* ends with {0} */

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
void cmd_help(FILE *, const struct cmd *);         /* NULL: the whole program */

/* codes.c: the rows of all rooms. */
const struct diag_code *cmd_code(const char *code);                    /* NULL: unknown; upper and lower case alike */
void cmd_each_code(void (*fn)(void *, const struct diag_code *), void *);

/* messages.c */
/* of n documents, in the format asked for */
void cmd_print_messages(struct diag **, size_t n, const struct cmd_args *);
int cmd_status(struct diag *, const struct cmd_args *);                /* exit status of one, --streng counted in */
/* prints and frees the messages of n documents; the worst exit status */
int cmd_finish(struct diag **, size_t n, const struct cmd_args *);

/* places.c: where things lie. All results live in mem. */
char *cmd_share(struct mem *, const char *name);                /* "fonts", "schema", "muster" below the share folder */
/* root: of the contents, templates/ may lie beside it; NULL: none */
char *cmd_template_dir(struct mem *, const struct cmd_args *, const char *ort, const char *root);
char *cmd_content_root(struct mem *, const struct cmd_args *, const char *input);   /* NULL: none */
/* "ort/konzept-2018/konzept.xml"; NULL: not below it */
char *cmd_below_root(struct mem *, const char *root, const char *path);
char *cmd_output_name(struct mem *, const struct cmd_args *, const char *path);/* without ".pdf": "ort-konzept-2018" */
char *cmd_register_path(struct mem *, const struct cmd_args *, const char *root, const char *ort);
bool cmd_is_master(const char *base);                                  /* "konzept.xml": the file a folder stands for */
/* a folder means the master file in it; NULL: message given */
char *cmd_master(struct mem *, const char *input, struct diag *);

/* stages.c: one document on its way through the stages; what can be shared by many documents is kept in the session. */
struct session;
struct reg;
struct edition {
	struct doc *doc;
	const struct style *style;                     /* the session's; of slides: theirs */
	struct txt *txt;                               /* the session's */
	struct blk_tree *tree;
	struct lay *lay;
	struct store *paragraphs, *streams;            /* the session's; NULL: nothing is kept for a next run */
};
struct session *cmd_session(const struct cmd_args *, struct diag *);   /* NULL: message given */
void cmd_session_end(struct session *);
struct mem *cmd_session_mem(struct session *);         /* until the end of the run */
/* The next run of a program that stays: everything told, claimed or staged is forgotten; schema, towns, fonts and words
 * stay. Not with --gegen. */
void cmd_session_rewind(struct session *);
void cmd_session_keep(struct session *);    /* before the first document: paragraphs and compressed streams stay, too */
const struct cmd_args *cmd_session_args(const struct session *);
struct deps_sums **cmd_session_sums(struct session *); /* deps.c's: sums of files that many outputs are made from */
/* The register that checks ask; NULL: the town's own, if there is one. */
void cmd_session_register(struct session *, struct reg *);
void cmd_session_taking_in(struct session *);          /* papers and sessions that name each other come together */
/* Two documents of one run must not write the same file: false after a message. */
bool cmd_claim(struct session *, const char *target, struct diag *);
/* Only read: doc, style and txt. data: the bytes of a file that is not written yet, or NULL. */
bool cmd_read(struct session *, const char *path, const struct buf *data, struct edition *, struct diag *);
void cmd_pictures(struct edition *, struct diag *);                    /* their sizes; part of cmd_check */
void cmd_dump(const struct edition *, const char *what);               /* setzen.c: --dump */
struct deps;
/* setzen.c: one document to its staged output; watched (NULL: nobody asks) gets what was read for it, as far as it
 * could be read. */
void cmd_set_one(struct session *, const struct cmd_args *, const char *path, struct deps *watched, struct diag *);
bool cmd_check(struct session *, struct edition *, struct diag *);
bool cmd_set(struct session *, struct edition *, struct diag *);       /* tree (unless it is there) and pages */
/* written, not committed; NULL: told */
struct file_out *cmd_put_pdf(const struct edition *, const struct cmd_args *, const char *target, struct diag *);
/* Written now, synced and renamed with all others of the run by cmd_commit; then it is said, unless -q. */
bool cmd_stage_pdf(struct session *, const struct edition *, const char *target, struct diag *);
bool cmd_stage_html(struct session *, const struct edition *, const char *target, struct diag *);
bool cmd_stage_bytes(struct session *, const char *target, const struct buf *, struct diag *);
/* the same, but nothing is said of it */
bool cmd_stage_beside(struct session *, const char *target, const struct buf *, struct diag *);
size_t cmd_staged_size(const struct session *);                        /* of what was staged last */
void cmd_unchanged(struct session *);                   /* an output stays as it is; the end of the run says how many */
void cmd_commit(struct session *);
/* As far as it gets: a fault ends the way before the next stage that needs what is missing. Free with cmd_edition_end.
 * */
bool cmd_edition(struct session *, const char *path, struct edition *, struct diag *);
void cmd_edition_end(struct edition *);
/* libxml2's validator; only for documents without a fault */
bool cmd_second_opinion(struct session *, const char *path, struct diag *);

/* deps.c: what an output was made from. In <folder>/.d/<name>.d: a rule for make, and as comments the call and a sum
 * of each file. */
bool cmd_wants_deps(const struct cmd_args *);
/* In m, with its session. call: what makes this output but no file says, "setzen konzept.xml"; NULL: only names are
 * wanted, no sums. */
struct deps *cmd_deps(struct mem *m, struct session *, const char *call);
void cmd_deps_edition(struct deps *, const struct edition *);          /* everything that was read for it */
/* Stages <target>.d; after the target itself. */
bool cmd_deps_stage(struct deps *, const char *target, struct diag *);
/* The target is there as it was made by the same call from the same bytes. */
bool cmd_deps_unchanged(struct session *, const char *call, const char *target);
/* Names of all files, each once, in the order of reading, those the session keeps (template, schema, fonts) from *kept
 * on; borrowed from the deps. */
size_t cmd_deps_files(const struct deps *, const char *const **names, size_t *kept);

/* documents.c: calls one for each argument (its master file), prints all messages at the end; the worst exit status. */
typedef void cmd_one(struct session *, const struct cmd_args *, const char *path, struct diag *);
int cmd_documents(const struct cmd_args *, cmd_one *);

/* progress.c: on a terminal, for anything over a second. */
struct progress;
struct progress *cmd_progress(const struct cmd_args *);
void cmd_progress_step(struct progress *, const char *what);
void cmd_progress_end(struct progress *);

#endif
