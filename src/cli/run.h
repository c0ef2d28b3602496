/* run.h: the pipeline and the office that a call works in, and what every command ends with. */
#ifndef CLI_RUN_H
#define CLI_RUN_H
#include "cli/command.h"
#include "cli/messages.h"
#include "office/office.h"
#include "pipeline/output.h"
#include "pipeline/pipeline.h"

/* NULL: told. */
struct office *cmd_office(const struct cmd_args *);
void cmd_office_end(struct office *);                                  /* NULL is fine */
struct pipe_places cmd_places(const struct cmd_args *);                /* what the call or the environment names */
struct pipe_order cmd_order(const struct cmd_args *);                  /* how setzen writes */
bool cmd_order_holds(const struct cmd_args *);                         /* false: no --format of setting, told */

/* Calls one for each argument (its master file), prints all messages at the end; the worst exit status. */
typedef void cmd_one(const struct office *, const struct cmd_args *, const char *path, struct diag *);
int cmd_documents(const struct cmd_args *, cmd_one *);
/* The same on several processors, for what only writes outputs. printed: goes to the standard output. */
typedef void cmd_each(const struct office *, const struct cmd_args *, const char *path, struct buf *printed,
	struct diag *);
int cmd_shared(const struct cmd_args *, cmd_each *);
/* Calls many once for all arguments, with a diag for the whole and one for each. */
typedef void cmd_many(const struct office *, const struct cmd_args *, struct diag **);
int cmd_all(const struct cmd_args *, cmd_many *);

/* stand.c: the sheets of an edition, with what --format names at their e-mails. False: none of these, told. */
bool cmd_sheet_format(const struct cmd_args *);
void cmd_sheets(const struct office *, const struct cmd_args *, const char *edition, struct diag *);

#endif
