/* taken.h: inside the room: what is not public any more is taken back with all that holds it. */
#ifndef OFFICE_TAKEN_H
#define OFFICE_TAKEN_H
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/release.h"

/* Within a transaction: what of the document was public and is not any more. False: told. */
bool off_take_back(const struct office *, struct reg *, struct mem *, const struct edition *, struct diag *);
/* Files taken back that still lie there as they were issued: removed, or told, as an error or a warning. */
enum off_lying { OFF_LYING_TELL, OFF_LYING_WARN, OFF_LYING_REMOVE };
void off_lying(const struct office *, struct reg *, struct reg_key, enum off_lying, struct diag *);
/* What the public reads instead of the title. */
const char *off_neutral(const struct edition *);

#endif
