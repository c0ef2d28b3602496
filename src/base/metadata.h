/* metadata.h: pictures without what is not picture: EXIF (place, camera, photographer), IPTC, XMP, comments, small
 * copies of the whole picture, bytes behind the end. The pixels are not touched. */
#ifndef BASE_METADATA_H
#define BASE_METADATA_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* 1 … 8, the EXIF orientation of an APP1 segment's content; 1 if it says none. */
int pic_orientation(const unsigned char *, size_t);
/* A JPEG whose EXIF or XMP says where it was taken. */
bool pic_located(const char *data, size_t);
/* A JPEG, PNG or SVG (any other bytes as they are), appended. alone: it stands by itself and keeps the colour profile
 * and the orientation; else somebody else says them. */
void pic_bare(struct buf *out, const char *data, size_t, bool alone);

/* svgbare.c: of an SVG; what is not well-formed ends where that begins */
void pic_bare_svg(struct buf *out, const char *data, size_t);

#endif
