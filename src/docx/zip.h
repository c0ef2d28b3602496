/* zip.h: inside the room: a zip file in memory; the same parts are the same bytes. */
#ifndef DOCX_ZIP_H
#define DOCX_ZIP_H
#include <stdbool.h>

#include "base/buf.h"

struct dox_zip {
	struct buf *out, directory;
	size_t start;
	unsigned n;
};

void dox_zip_begin(struct dox_zip *, struct buf *out);
/* packed: deflated; else stored as it is (pictures, the first part of OpenDocument). */
void dox_zip_add(struct dox_zip *, const char *name, const void *data, size_t n, bool packed);
void dox_zip_end(struct dox_zip *);

#endif
