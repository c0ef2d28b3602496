/* tasks.h: what is to be done after decisions: listed, reminded of, reported on, and how far it is. */
#ifndef OFFICE_TASKS_H
#define OFFICE_TASKS_H
#include "office/office.h"
#include "register/register.h"

struct off_tasks_wanted {
	const char *ort, *gremium, *stelle, *zustand;  /* ids; NULL: any */
	struct date due;                               /* not done and due by then; zero: any */
};
bool off_task_open(const struct reg_task *);       /* neither done nor dropped */
/* Calls row for each, with the town's register or all there are. False: told. */
void off_tasks(const struct office *, const struct off_tasks_wanted *, reg_row *, void *, struct diag *);
/* A draft of an e-mail for each office that has any, into the folder. */
void off_remind(const struct office *, const struct off_tasks_wanted *, const char *folder, struct diag *);

struct off_report {
	int year, quarter;                             /* quarter: 1 to 4 */
	const char *gremium, *stelle;                  /* whom it is presented to, and by whom: ids */
	struct date session;                           /* zero: open */
	const char *target;                            /* a folder, or the file (.xml) of the public one */
};
/* The report of a quarter as the sources of two papers, public and non-public apart; what is there stays. */
void off_report(const struct office *, const struct off_report *, struct diag *);

/* How far a task is, into the source of its minutes and into the register. text: UTF-8 or NULL. */
struct off_state { const char *id, *zustand, *text; struct date day; };
void off_set_state(const struct office *, const struct off_state *, struct diag *);

#endif
