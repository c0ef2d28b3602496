/* deskfile.h: inside the register: the file of the Werkstatt, for desk.c, remark.c and act.c. */
#ifndef REGISTER_DESKFILE_H
#define REGISTER_DESKFILE_H
#include "register/desk.h"
#include "register/reg.h"

struct reg_desk { sqlite3 *db; const char *path; struct diag *diag; struct mem *mem; };

extern const char desk_remark_schema[];                /* remark.c: its tables */
extern const char desk_act_schema[];                   /* act.c: its table */
sqlite3_stmt *desk_ask(struct reg_desk *, const char *sql);    /* NULL: told */
bool desk_run(struct reg_desk *, sqlite3_stmt *);              /* to its end, which frees it; NULL, or false: told */
void desk_text(sqlite3_stmt *, int i, const char *);
const char *desk_column(struct mem *, sqlite3_stmt *, int i);

#endif
