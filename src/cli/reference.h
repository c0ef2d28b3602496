/* reference.h: the parts of the reference, each written from the table it describes. */
#ifndef CLI_REFERENCE_H
#define CLI_REFERENCE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct cmd;
struct style;
/* The beginning of an appendix of the handbook: `ratssatz referenz PART`, its title and a paragraph. */
void ref_head(struct buf *, const char *part, const char *title, const char *lead);
/* Escaped (base/esc.h), with tags, attributes and `literals` in it marked as code */
void ref_prose(struct buf *, const char *text);
void ref_commands(struct buf *, const struct cmd *all);/* handbook appendix: commands and options */
void ref_codes(struct buf *, const struct cmd *all);   /* handbook appendix: diagnostic codes */
void ref_man(struct buf *, const struct cmd *all);     /* ratssatz(1) in man macros */
void ref_bash(struct buf *, const struct cmd *all);    /* bash completion */

/* completion.c */
void ref_zsh(struct buf *, const struct cmd *all);
void ref_fish(struct buf *, const struct cmd *all);

/* looks.c: appendices of what a template may name, with what it is on the ground all towns build on */
void ref_words(struct buf *, const struct style *ground);
void ref_rules(struct buf *, const struct style *ground);
void ref_roles(struct buf *, const struct style *ground);
void ref_styles(struct buf *, const struct style *ground);

#endif
