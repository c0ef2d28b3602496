/* decision.h: inside the room: the day on which a body decided about an edition: entered after the session, a fact of
 * the register and a field of the edition. */
#ifndef OFFICE_DECISION_H
#define OFFICE_DECISION_H
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

/* The <beschluss> of that body in <angaben> that has no day yet, or this one, counted from 1. 0: told. */
size_t off_decision(const struct doc *, const char *path, const char *gremium, struct date day, struct date today,
	struct diag *);
/* Within a transaction: the days the edition states that the register does not know. False: told. */
bool off_enter_decisions(struct reg *, struct mem *, const struct edition *, int64_t now, struct diag *);

#endif
