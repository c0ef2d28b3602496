/* sources.h: the XML files of a town's folder, and the numbers that its papers bear. */
#ifndef OFFICE_SOURCES_H
#define OFFICE_SOURCES_H
#include <stdbool.h>
#include <stddef.h>

#include "pipeline/pipeline.h"

struct off_sources { const char **paths; size_t n, cap; };
/* All in or below the folder, by name; what is hidden is left out. */
void off_sources(struct mem *, const char *folder, struct off_sources *);

struct off_bearers;                                    /* which paper of a town bears which number */
/* The paper at path is given a number: false, told, if a source of its town bears it already, as a register that was
 * lost, or never got all papers, counts it anew. known: of the town, NULL before the first call; in the arena. */
bool off_number_is_free(struct mem *, struct off_bearers **known, const struct edition *, const char *number,
	const char *path, struct diag *);

#endif
