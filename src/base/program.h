/* program.h: programs of others that read a PDF (poppler-utils), run with limits and without anything but their file.
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { PROGRAM_MISSING = -1, PROGRAM_KILLED = -2 };
/* What it writes is appended; its exit status, or one of the above. argv ends with NULL. */
int prog_run(const char *const *argv, struct buf *out);
/* The same of bytes, which it has as standard input: of the file system it reads what programs need, and writes
 * nothing. */
int prog_run_on(const char *const *argv, const char *data, size_t n, struct buf *out);

/* A file in memory that holds the bytes, at its begin; -1: none to be had. */
int prog_hold(const char *data, size_t n);

#endif
