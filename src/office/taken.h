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
/* The same for an agenda that was announced with a paper it has no more: it stands so until it is announced anew. */
void off_tell_left(const struct office *, struct reg *, struct mem *, const struct edition *, struct diag *);

#endif
