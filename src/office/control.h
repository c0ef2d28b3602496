/* control.h: inside the room: the tasks that a call is about. */
#ifndef OFFICE_CONTROL_H
#define OFFICE_CONTROL_H
#include "office/tasks.h"

struct off_tasks_found { struct reg_task *all; size_t n; };
/* Of the register meant, or of all there are; none at all is told. */
struct off_tasks_found off_tasks_find(const struct office *, struct mem *, const struct off_tasks_wanted *,
	struct diag *);

/* "zurückgestellt" */
const char *off_zustand_word(const char *id);

/* The one town that has body and office; NULL: told. */
const char *off_tasks_town(const struct office *, struct mem *, const struct off_tasks_wanted *, struct diag *);

#endif
