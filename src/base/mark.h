/* mark.h: was this file written by this program? Asked before it is replaced: what is not, is somebody's work. */
#ifndef BASE_MARK_H
#define BASE_MARK_H
#include <stdbool.h>

#include "base/diag.h"

/* Goes into a ZIP file as its comment, and in front of a plain text. */
#define MARK_NAME "ratssatz"
#define MARK_TEXT "# ratssatz "

/* It bears the mark of one of our outputs, or is empty. */
bool mark_is_ours(const char *path);
/* There is none, or it is ours; else told, and false. */
bool mark_may_replace(const char *path, struct diag *);

#endif
