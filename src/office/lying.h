/* lying.h: inside the room: files that were taken back and still lie where they were written. */
#ifndef OFFICE_LYING_H
#define OFFICE_LYING_H
#include "office/office.h"
#include "register/release.h"

/* As they were written: removed, or told, as an error or a warning; BY_HAND: of what no command removes, an item of a
 * session. Changed since: told. */
enum off_lying { OFF_LYING_TELL, OFF_LYING_WARN, OFF_LYING_BY_HAND, OFF_LYING_REMOVE };
void off_lying(const struct office *, struct reg *, struct reg_key, enum off_lying, struct diag *);

#endif
