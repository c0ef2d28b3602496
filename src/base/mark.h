/* mark.h: was this file written by this program? Asked before it is replaced: what is not, is somebody's work. */
#ifndef BASE_MARK_H
#define BASE_MARK_H
#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"

/* Goes into a ZIP file as its comment, and in front of a plain text. */
#define MARK_NAME "ratssatz"
#define MARK_TEXT "# ratssatz "

/* It bears the mark of one of our outputs, or is empty. */
bool mark_is_ours(const char *path);
/* There is none, or it is ours; else told, and false. */
bool mark_may_replace(const char *path, struct diag *);

/* For what people go on writing (sheets, drafts of mails, scripts): it is put there and its sum remembered, so that the
 * next call knows whether somebody changed it since. */
enum mark_end { MARK_PUT, MARK_KEPT, MARK_FAILED };    /* kept: somebody's work, not told; failed: told */
enum mark_end mark_put(const char *path, const struct buf *, bool replace, struct diag *);
/* Nothing of somebody's work stands there: whatever will be written may be. False: told. */
bool mark_may_put(const char *path, bool replace, struct diag *);
/* The same as mark_put(); what is kept is told as a fault. True: put. */
bool mark_put_or_tell(const char *path, const struct buf *, bool replace, struct diag *);

#endif
