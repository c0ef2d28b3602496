/* read.h: the one door for files of others: what a file is, told by its bytes, and what it says. Its reader runs in a
 * child that opens nothing, connects nowhere, and has limits of time and memory; whatever a hostile file does, it does
 * there. A reader is a function of bytes (readers of a format: import/formats.h). */
#ifndef IMPORT_READ_H
#define IMPORT_READ_H
#include "base/diag.h"
#include "import/flow.h"
#include "import/hyphen.h"

enum { IMP_MOST = 256 << 20 };                         /* bytes of a file that are looked at at all */

/* NULL: a message with the file's name was given. Its bytes of pictures lie in the same arena. Hyphens at the ends of
 * lines are decided; words may be NULL. */
struct imp_flow *imp_read(struct mem *, const char *path, const struct imp_words *, struct diag *);
struct imp_flow *imp_read_bytes(struct mem *, const char *name, const char *data, size_t n, const struct imp_words *,
	struct diag *);

#endif
