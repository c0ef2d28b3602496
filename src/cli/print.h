/* print.h: to the standard output: bytes, JSON, rows of the register for people and for programs. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H
#include "base/json.h"
#include "register/register.h"

void cmd_print(const struct buf *);
void cmd_print_json(cJSON *);                      /* the tree is consumed */

/* table.c */
struct cmd_table;
struct cmd_table *cmd_table_new(bool json);
reg_row cmd_table_row;                             /* void * is the table */
/* prints and frees; nothing: said to people when there is no row */
void cmd_table_end(struct cmd_table *, const char *nothing);

#endif
