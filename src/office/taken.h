/* taken.h: inside the room: what is not public any more is taken back with all that holds it. */
#ifndef OFFICE_TAKEN_H
#define OFFICE_TAKEN_H
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/release.h"

/* Within a transaction: what of the document was public and is not any more. False: told. */
bool off_take_back(const struct office *, struct reg *, struct mem *, const struct edition *, struct diag *);
/* What the public reads instead of the title. */
const char *off_neutral(const struct edition *);

#endif
