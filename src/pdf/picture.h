/* picture.h: a PNG or JPEG made ready for a PDF. Internal to the room. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { PICTURE_MOST_PX = 65500, PICTURE_MOST_BYTES = 50000000 };     /* a side; unpacked */
/* Of a JPEG that goes in as it is, only rows are unpacked; of a progressive one, all coefficients. */
enum { PICTURE_MOST_JPEG = 200000000, PICTURE_MOST_PROGRESSIVE = 50000000 };   /* pixels */


enum pdf_coding {
	PICTURE_PNG,                                   /* data: zlib stream of rows with PNG filters */
	PICTURE_ROWS,                                  /* data: PNG-filtered rows, not compressed yet */
	PICTURE_JPEG                                   /* data: the JPEG file without its metadata */
};

struct pdf_picture {
	int w, h;                                      /* as stored */
	int orientation;                             /* EXIF: 1 upright … 8; from 5 on width and height change places */
	int colours, bits;                             /* 1 grey or palette, 3 RGB */
	enum pdf_coding coding;
	bool plain_rgb;                                /* JPEG whose three channels are RGB, not YCbCr */
	bool cmyk;                                     /* was converted */
	struct buf data, alpha;                        /* alpha: PNG-filtered rows of 8 bits; empty: opaque */
	struct buf palette, icc;                       /* RGB triplets; profile as embedded; empty: none */
};

/* Both read the whole picture. check: nothing but sizes is kept. False: why holds the reason, a German clause ("ist
 * abgeschnitten"). */
bool pdf_png_read(struct pdf_picture *, const char *data, size_t size, bool check, struct buf *why);
bool pdf_jpeg_read(struct pdf_picture *, const char *data, size_t size, bool check, struct buf *why);
/* At most so many units, of which a pixel takes each; why also says what to do. */
bool pdf_picture_fits(long w, long h, int each, long most, struct buf *why);
/* one row, Paeth */
void pdf_picture_filter(struct buf *out, const unsigned char *row, const unsigned char *above, size_t n, size_t step);

#endif
