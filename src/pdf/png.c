/* png.c: PNG. What a PDF can take as it is (8 bits and less, no alpha, not interlaced) keeps its compressed data; the
 * rest is decoded. */
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/picture.h"

struct reader {
	png_structp png;
	png_infop info;
	const char *at, *end;
	struct buf *why;
	unsigned char *pixels;                         /* the whole picture, decoded */
	unsigned char **rows;
	unsigned char *colour, *alpha;                 /* a row and the one above it, split */
	jmp_buf fail;
};

static void on_error(png_structp png, png_const_charp text)
{
	struct reader *r = png_get_error_ptr(png);
	if (!r->why->len)
		buf_fmt(r->why, "ist beschädigt (%s)", text);
	longjmp(r->fail, 1);
}

static void on_warning(png_structp png, png_const_charp text)
{
	(void)png;
	(void)text;
}

static void on_read(png_structp png, png_bytep out, size_t n)
{
	struct reader *r = png_get_io_ptr(png);
	if (n > (size_t)(r->end - r->at)) {
		buf_clear(r->why);
		buf_str(r->why, "ist abgeschnitten");
		longjmp(r->fail, 1);
	}
	memcpy(out, r->at, n);
	r->at += n;
}

static unsigned be32(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;
	return (unsigned)u[0] << 24 | (unsigned)u[1] << 16 | (unsigned)u[2] << 8 | u[3];
}

/* The zlib stream as it lies in the file; libpng has been through it before. */
static void copy_idat(struct buf *out, const char *data, size_t size)
{
	const char *at = data + 8, *end = data + size;
	while (end - at >= 12) {
		size_t n = be32(at);
		if (n > (size_t)(end - at) - 12)
			return;
		if (!memcmp(at + 4, "IDAT", 4))
			buf_put(out, at + 8, n);
		at += n + 12;
	}
}

static void head(struct reader *r, struct pdf_picture *p, bool *as_is)
{
	png_color *palette;
	int colours = 0, type = png_get_color_type(r->png, r->info);
	png_charp name;
	png_bytep profile;
	png_uint_32 n;
	int method;
	p->bits = png_get_bit_depth(r->png, r->info);
	p->colours = type & PNG_COLOR_MASK_COLOR && type != PNG_COLOR_TYPE_PALETTE ? 3 : 1;
	bool alpha = type & PNG_COLOR_MASK_ALPHA || png_get_valid(r->png, r->info, PNG_INFO_tRNS);
	*as_is = !alpha && p->bits <= 8 && png_get_interlace_type(r->png, r->info) == PNG_INTERLACE_NONE;
	if (type == PNG_COLOR_TYPE_PALETTE && *as_is && png_get_PLTE(r->png, r->info, &palette, &colours))
		for (int i = 0; i < colours; i++) {
			char rgb[3] = {(char)palette[i].red, (char)palette[i].green, (char)palette[i].blue};
			buf_put(&p->palette, rgb, 3);
		}
	if (!png_get_valid(r->png, r->info, PNG_INFO_sRGB) &&
		png_get_iCCP(r->png, r->info, &name, &method, &profile, &n))
		buf_put(&p->icc, profile, n);
}

/* Everything to 8 bits with or without alpha. */
static void decode(struct reader *r, struct pdf_picture *p)
{
	png_set_expand(r->png);
	png_set_scale_16(r->png);
	png_set_interlace_handling(r->png);
	png_read_update_info(r->png, r->info);
	size_t row = png_get_rowbytes(r->png, r->info);
	r->pixels = mem_alloc(row * (size_t)p->h + 1);
	r->rows = mem_alloc((size_t)p->h * sizeof *r->rows);
	for (int y = 0; y < p->h; y++)
		r->rows[y] = r->pixels + (size_t)y * row;
	png_read_image(r->png, r->rows);
	png_read_end(r->png, NULL);
}

static void split(struct reader *r, struct pdf_picture *p)
{
	int channels = png_get_channels(r->png, r->info);
	size_t w = (size_t)p->w, n = (size_t)(channels < 3 ? 1 : 3);
	bool alpha = channels == 2 || channels == 4;
	r->colour = mem_alloc(2 * w * n);
	r->alpha = mem_alloc(2 * w);
	memset(r->colour, 0, 2 * w * n);
	memset(r->alpha, 0, 2 * w);
	for (int y = 0; y < p->h; y++) {
		unsigned char *c = r->colour + (y & 1 ? w * n : 0), *a = r->alpha + (y & 1 ? w : 0);
		const unsigned char *s = r->rows[y];
		for (size_t x = 0; x < w; x++) {
			for (size_t k = 0; k < n; k++)
				c[x * n + k] = *s++;
			a[x] = alpha ? *s++ : 255;
		}
		pdf_picture_filter(&p->data, c, r->colour + (y & 1 ? 0 : w * n), w * n, n);
		if (alpha)
			pdf_picture_filter(&p->alpha, a, r->alpha + (y & 1 ? 0 : w), w, 1);
	}
	p->bits = 8;
	p->colours = (int)n;
	p->coding = PICTURE_ROWS;
}

static void read_all(struct reader *r, struct pdf_picture *p, const char *data, size_t size, bool check)
{
	bool as_is = false;
	png_set_read_fn(r->png, r, on_read);
	png_set_user_limits(r->png, 0x7FFFFFFF, 0x7FFFFFFF);
	png_set_chunk_malloc_max(r->png, 16000000);
	png_read_info(r->png, r->info);
	png_uint_32 w = png_get_image_width(r->png, r->info), h = png_get_image_height(r->png, r->info);
	int channels =
		png_get_color_type(r->png, r->info) == PNG_COLOR_TYPE_PALETTE ? 3 : png_get_channels(r->png, r->info);
	if (!pdf_picture_fits((long)w, (long)h, channels, PICTURE_MOST_BYTES, r->why))
		longjmp(r->fail, 1);
	p->w = (int)w;
	p->h = (int)h;
	p->orientation = 1;
	head(r, p, &as_is);
	if (check || !as_is)
		decode(r, p);
	if (!check && as_is)
		copy_idat(&p->data, data, size);
	else if (!check)
		split(r, p);
}

bool pdf_png_read(struct pdf_picture *p, const char *data, size_t size, bool check, struct buf *why)
{
	struct reader *r = mem_alloc(sizeof *r);       /* on the heap: longjmp leaves it alone */
	*r = (struct reader){.at = data, .end = data + size, .why = why};
	*p = (struct pdf_picture){.coding = PICTURE_PNG};
	r->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, r, on_error, on_warning);
	r->info = r->png ? png_create_info_struct(r->png) : NULL;
	bool failed = !r->info || setjmp(r->fail);
	if (!failed)
		read_all(r, p, data, size, check);
	if (r->png)
		png_destroy_read_struct(&r->png, &r->info, NULL);
	free(r->pixels);
	free(r->rows);
	free(r->colour);
	free(r->alpha);
	free(r);
	return !why->len && p->w > 0;
}
