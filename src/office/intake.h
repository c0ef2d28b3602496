/* intake.h: documents into the register: taken in, released, or its index made again. */
#ifndef OFFICE_INTAKE_H
#define OFFICE_INTAKE_H
#include "office/office.h"

enum off_intake {
	OFF_TAKE_IN,
	OFF_RELEASE,
	OFF_REBUILD,
	OFF_RELEASE_PUBLIC,                            /* also what was not public before and would be now */
	OFF_NUMBER,                                    /* papers get numbers, nothing else; a fault costs its own */
	OFF_COLLECT                                    /* taken in, having been set elsewhere */
};
/* All n documents in one transaction, in any order. diags: one for the whole, then one for each; they come back in the
 * order of taking in. */
void off_take(const struct office *, enum off_intake, const char *const *paths, size_t n, struct diag **diags);

/* What a rebuild takes in again: of the town named, else of all that have anything to take in. In m; their number. */
size_t off_gather(struct mem *m, const struct pipe_places *, const char *town, const char ***paths);

#endif
