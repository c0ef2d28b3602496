/* gather.h: inside the room: the town whose documents a register knows. */
#ifndef OFFICE_GATHER_H
#define OFFICE_GATHER_H
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

/* For a town the register has not met: none that it knows has lost its folder, as one does that is given another name.
 * False: told. */
bool off_is_no_other_town(struct reg *, struct mem *, const struct edition *, struct diag *);

#endif
