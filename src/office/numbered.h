/* numbered.h: inside the room: numbers that were given are written into their sources. */
#ifndef OFFICE_NUMBERED_H
#define OFFICE_NUMBERED_H
#include "pipeline/pipeline.h"
#include "source/source.h"

struct off_numbered { struct src_edit edit; const char *path; struct diag *diag; };
/* Each source that cannot take its number is told to its own diag; the others have theirs, which is said. */
void off_write_numbers(const struct pipe *, struct mem *, const struct off_numbered *, size_t n);

#endif
