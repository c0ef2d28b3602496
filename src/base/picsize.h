/* picsize.h: how large a picture wants to be on paper, and what kind of file it is. */
#ifndef BASE_PICSIZE_H
#define BASE_PICSIZE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/len.h"

/* "image/png", "image/jpeg", "image/svg+xml" by the ending of its name; NULL: no picture */
const char *pic_mime(const char *name);
/* Its width as the file says it: an SVG's width with its unit, a PNG's pHYs or a JPEG's density for px_w pixels; 0: it
 * does not say. */
len_t pic_natural_width(const char *data, size_t, int px_w);

#endif
