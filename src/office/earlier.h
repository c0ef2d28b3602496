/* earlier.h: inside the room: what was said of a session before: its day, beginning and place as announced. */
#ifndef OFFICE_EARLIER_H
#define OFFICE_EARLIER_H
#include "model/papier.h"
#include "register/register.h"

/* "2026-12-15 17:00, Rathaus, abgesagt": kept with each announcement, so that a change of it is noticed. */
const char *off_said(struct mem *, const struct doc *sitzung);
/* What was announced for another day or time says so (verlegt-von); told and false otherwise. */
bool off_same_or_moved(struct mem *, const struct doc *sitzung, const struct reg_announced *, struct diag *);
/* One that was announced stays that of its body; told and false otherwise. Other documents: true. */
bool off_same_body(struct reg *, struct mem *, const struct doc *, struct diag *);

#endif
