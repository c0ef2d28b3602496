/* messages.h: what was found, told in the form asked for, and the codes it is told with. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H
#include "base/diag.h"
#include "cli/command.h"

/* Prints and frees the messages of n documents; the worst exit status, --streng counted in. */
int cmd_finish(struct diag **, size_t n, const struct cmd_args *);

/* codes.c: the rows of all rooms. */
const struct diag_code *cmd_code(const char *code);                    /* NULL: unknown; upper and lower case alike */
void cmd_each_code(void (*fn)(void *, const struct diag_code *), void *);

#endif
