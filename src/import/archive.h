/* archive.h: the parts of a zip file of others, in memory, within limits. No name in it ever becomes a path. */
#ifndef IMPORT_ARCHIVE_H
#define IMPORT_ARCHIVE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct imp_zip;

enum imp_zip_state {
	IMP_ZIP_FINE,
	IMP_ZIP_MISSING,                               /* no such part */
	IMP_ZIP_BROKEN,                                /* no zip, cut off, a checksum is wrong */
	IMP_ZIP_LOCKED,                                /* needs a password */
	IMP_ZIP_BIG  /* more than the limits allow, of one part or of all read so far */
};

/* NULL: no zip file, or one of more parts than a document has: *many. The bytes must outlive it; all of it lies in
 * m. */
struct imp_zip *imp_zip_open(struct mem *, const char *data, size_t n, bool *many);
/* A part by its name ("word/document.xml"), letters large or small; NUL behind its bytes. */
enum imp_zip_state imp_zip_get(struct imp_zip *, const char *name, const char **data, size_t *n);
const char *imp_zip_name(const struct imp_zip *, size_t i);  /* of the parts, in order; NULL: no more */
/* What a part at `base` calls `target`: "word/document.xml" and "../media/a.png" are "media/a.png". */
char *imp_zip_resolve(struct mem *, const char *base, const char *target);

#endif
