/* zip.h: inside the room: a zip file in memory; the same parts are the same bytes. */
#ifndef DOCX_ZIP_H
#define DOCX_ZIP_H
#include <stdbool.h>

#include "base/buf.h"

struct dx_zip { struct buf *out, directory; size_t start; unsigned n; };

void dx_zip_begin(struct dx_zip *, struct buf *out);
/* packed: deflated; else stored as it is (pictures, the first part of OpenDocument). */
void dx_zip_add(struct dx_zip *, const char *name, const void *data, size_t n, bool packed);
void dx_zip_end(struct dx_zip *);

#endif
