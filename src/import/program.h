/* program.h: programs of others that read a PDF (poppler-utils), run with limits and without anything but their file.
 */
#ifndef IMPORT_PROGRAM_H
#define IMPORT_PROGRAM_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { PROGRAM_MISSING = -1, PROGRAM_KILLED = -2 };
/* What it writes is appended; its exit status, or one of the above. argv ends with NULL. */
int imp_program(const char *const *argv, struct buf *out);

#endif
