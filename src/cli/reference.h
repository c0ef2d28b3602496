/* reference.h: the parts of the reference, each written from the table it describes. */
#ifndef CLI_REFERENCE_H
#define CLI_REFERENCE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct cmd;
/* Escaped (base/esc.h), with tags, attributes and `literals` in it marked as code */
void ref_prose(struct buf *, const char *text);
void ref_commands(struct buf *, const struct cmd *all);/* handbook appendix: commands and options */
void ref_codes(struct buf *, const struct cmd *all);   /* handbook appendix: diagnostic codes */
void ref_man(struct buf *, const struct cmd *all);     /* ratssatz(1) in man macros */
void ref_bash(struct buf *, const struct cmd *all);    /* bash completion */

#endif
