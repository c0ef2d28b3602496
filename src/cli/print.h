/* print.h: to the standard output: bytes, JSON, rows of the register for people and for programs. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H
#include <stdio.h>

#include "base/json.h"
#include "register/register.h"

void cmd_print(const struct buf *);
enum { CMD_COLUMNS = 80 };                             /* of a terminal, as far as we know */
void cmd_pad(FILE *, const char *, size_t width);      /* with blanks up to so many columns */
/* words and the end of the line; at: the column they begin in; further lines stand in by indent */
void cmd_wrap(FILE *, const char *, size_t indent, size_t at);
void cmd_print_json(cJSON *);                      /* the tree is consumed */

/* table.c */
struct cmd_table;
/* CMD_WIDE: all of each row; CMD_NARROW: what fits into CMD_COLUMNS */
enum cmd_form { CMD_NARROW, CMD_WIDE, CMD_AS_JSON, CMD_AS_CSV };
struct cmd_table *cmd_table_new(enum cmd_form);
reg_row cmd_table_row;                             /* void * is the table */
/* Prints and frees; nothing: said to people when there is no row. After a fault of the system nothing is printed: how
 * many rows there are is not known. */
void cmd_table_end(struct cmd_table *, const char *nothing, const struct diag *);

#endif
