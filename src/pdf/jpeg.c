/* jpeg.c: JPEG. Grey and colour pictures go into the PDF as they are, but without their metadata (place, camera, name
 * of the photographer are nobody's business); CMYK and arithmetic coding are decoded, because PDF/A with an sRGB intent
 * or /DCTDecode cannot take them. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "base/mem.h"
#include "base/metadata.h"
#include "pdf/picture.h"

enum { MOST_SCANS = 500, APP0 = 0xE0, APP2 = 0xE2 };

struct reader {
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	struct jpeg_progress_mgr progress;
	struct buf *why;
	unsigned char *row, *rgb;                      /* decoded; two rows of RGB */
	jmp_buf fail;
};

static void fail(struct reader *r, const char *text)
{
	if (!r->why->len)
		buf_str(r->why, text);
	longjmp(r->fail, 1);
}

static void on_error(j_common_ptr c)
{
	struct reader *r = c->client_data;
	char text[JMSG_LENGTH_MAX];
	c->err->format_message(c, text);
	if (!r->why->len)
		buf_fmt(r->why, "ist beschädigt (%s)", text);
	longjmp(r->fail, 1);
}

/* libjpeg only warns of missing data and fills up with grey. */
static void on_message(j_common_ptr c, int level)
{
	int code = c->err->msg_code;
	if (level >= 0)
		return;
	if (code == JWRN_JPEG_EOF)
		fail(c->client_data, "ist abgeschnitten");
	if (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_MUST_RESYNC ||
		code == JWRN_BOGUS_PROGRESSION)
		on_error(c);
}

static void on_output(j_common_ptr c)
{
	(void)c;
}

static void on_progress(j_common_ptr c)
{
	struct reader *r = c->client_data;
	if (r->jpeg.input_scan_number > MOST_SCANS)
		fail(r, "hat zu viele Durchgänge");
}

/* ---- metadata */

static void read_markers(struct reader *r, struct pdf_picture *p)
{
	JOCTET *icc;
	unsigned n;
	for (jpeg_saved_marker_ptr m = r->jpeg.marker_list; m; m = m->next)
		if (m->marker == APP0 + 1 && p->orientation == 1)
			p->orientation = pic_orientation(m->data, m->data_length);
	if (jpeg_read_icc_profile(&r->jpeg, &icc, &n)) {
		buf_put(&p->icc, icc, n);
		free(icc);
	}
}

/* ---- pixels */

static void to_rgb(struct reader *r, const struct pdf_picture *p, unsigned char *rgb)
{
	const unsigned char *s = r->row;
	for (int x = 0; x < p->w; x++, s += 4, rgb += 3)
		for (int k = 0; k < 3; k++)                /* Adobe writes CMYK inverted */
			rgb[k] =
				(unsigned char)((r->jpeg.saw_Adobe_marker ? s[k] * s[3] : (255 - s[k]) * (255 - s[3])) /
					255);
}

static void read_rows(struct reader *r, struct pdf_picture *p, bool keep)
{
	bool cmyk = r->jpeg.num_components == 4;
	r->jpeg.out_color_space = cmyk ? JCS_CMYK : p->colours == 3 ? JCS_RGB : JCS_GRAYSCALE;
	if (!keep) {
		r->jpeg.dct_method = JDCT_IFAST;
		r->jpeg.do_fancy_upsampling = FALSE;
	}
	jpeg_start_decompress(&r->jpeg);
	size_t n = (size_t)p->w * (size_t)p->colours;
	r->row = mem_alloc((size_t)p->w * 4);
	r->rgb = mem_alloc(2 * n);
	memset(r->rgb, 0, 2 * n);
	for (int y = 0; y < p->h; y++) {
		unsigned char *now = r->rgb + (y & 1 ? n : 0);
		JSAMPROW row = cmyk ? r->row : now;
		jpeg_read_scanlines(&r->jpeg, &row, 1);
		if (!keep)
			continue;
		if (cmyk)
			to_rgb(r, p, now);
		pdf_picture_filter(&p->data, now, r->rgb + (y & 1 ? 0 : n), n, (size_t)p->colours);
	}
	jpeg_finish_decompress(&r->jpeg);
}

static void read_all(struct reader *r, struct pdf_picture *p, const char *data, size_t size, bool check)
{
	struct jpeg_decompress_struct *j = &r->jpeg;
	jpeg_create_decompress(j);
	j->progress = &r->progress;
	jpeg_mem_src(j, (const unsigned char *)data, size);
	jpeg_save_markers(j, APP0 + 1, 0xFFFF);
	jpeg_save_markers(j, APP2, 0xFFFF);
	jpeg_read_header(j, TRUE);
	bool decoded = j->num_components == 4 || j->arith_code;
	long most = decoded ? PICTURE_MOST_BYTES : j->progressive_mode ? PICTURE_MOST_PROGRESSIVE : PICTURE_MOST_JPEG;
	int each = decoded ? j->num_components : 1;
	if (!pdf_picture_fits((long)j->image_width, (long)j->image_height, each, most, r->why))
		longjmp(r->fail, 1);
	if (j->num_components != 1 && j->num_components != 3 && j->num_components != 4)
		fail(r, "hat eine Farbart, die nicht vorgesehen ist");
	p->w = (int)j->image_width;
	p->h = (int)j->image_height;
	p->orientation = 1;
	p->bits = 8;
	p->colours = j->num_components == 1 ? 1 : 3;
	p->cmyk = j->num_components == 4;
	p->plain_rgb = j->num_components == 3 && j->jpeg_color_space == JCS_RGB;
	read_markers(r, p);
	if (p->cmyk)
		buf_clear(&p->icc);                        /* a profile for four colours */
	p->coding = decoded ? PICTURE_ROWS : PICTURE_JPEG;
	if (check || decoded)
		read_rows(r, p, !check);
	if (!check && !decoded)
		pic_bare(&p->data, data, size, false);
}

bool pdf_jpeg_read(struct pdf_picture *p, const char *data, size_t size, bool check, struct buf *why)
{
	struct reader *r = mem_alloc(sizeof *r);       /* on the heap: longjmp leaves it alone */
	memset(r, 0, sizeof *r);
	*p = (struct pdf_picture){0};
	r->why = why;
	r->jpeg.err = jpeg_std_error(&r->errors);
	r->errors.error_exit = on_error;
	r->errors.emit_message = on_message;
	r->errors.output_message = on_output;
	r->progress.progress_monitor = on_progress;
	r->jpeg.client_data = r;
	if (!setjmp(r->fail))
		read_all(r, p, data, size, check);
	jpeg_destroy_decompress(&r->jpeg);
	free(r->row);
	free(r->rgb);
	free(r);
	return !why->len && p->w > 0;
}
