/* image.c: pictures as image XObjects, each written once, when it is first used; and their check before anything is
 * set. */
#include <stdlib.h>
#include <string.h>

#include "pdf/picture.h"
#include "pdf/syntax.h"
#include "pdf/write.h"

struct used {                                      /* told apart by its bytes: one file named twice is one object */
	const char *data; size_t size;                 /* borrowed from the tree */
	uint32_t obj;
	int orientation;                               /* 1 … 8, as the camera says */
	bool alpha;
};

struct pdf_images {
	struct pdf *pdf;
	struct used *used; int n, cap;                 /* used[i] is the resource /I<i> */
};

static void picture_free(struct pdf_picture *p)
{
	buf_free(&p->data);
	buf_free(&p->alpha);
	buf_free(&p->palette);
	buf_free(&p->icc);
}

bool pdf_picture_fits(long w, long h, int each, long most, struct buf *why)
{
	long k = 1000, to_w, to_h;
	if (w < 1 || h < 1) {
		buf_str(why, "hat keine Bildpunkte");
		return false;
	}
	do {
		to_w = w * k / 1000 ? w * k / 1000 : 1;
		to_h = h * k / 1000 ? h * k / 1000 : 1;
	} while ((to_w > PICTURE_MOST_PX || to_h > PICTURE_MOST_PX || to_w * to_h > most / each) && --k);
	if (k < 1000)
		buf_fmt(why,
			"hat %ld × %ld Bildpunkte (%ld Megapixel), möglich sind in diesem Format höchstens %ld "
			"Megapixel und %d Bildpunkte je Seite; bitte auf höchstens %ld × %ld Bildpunkte verkleinern",
			w, h, w * h / 1000000, most / each / 1000000, PICTURE_MOST_PX, to_w, to_h);
	return k == 1000;
}

/* PNG's filter 4 (Paeth): each byte less the neighbour that is nearest to left + above - upper left. Photographs and
 * scans deflate better then. */
void pdf_picture_filter(struct buf *out, const unsigned char *row, const unsigned char *above, size_t n, size_t step)
{
	char *p = buf_reserve(out, n + 1);
	*p++ = 4;
	for (size_t i = 0; i < n; i++) {
		int a = i >= step ? row[i - step] : 0, b = above[i], c = i >= step ? above[i - step] : 0;
		int pa = abs(b - c), pb = abs(a - c), pc = abs(a + b - 2 * c);
		*p++ = (char)(row[i] - (pa <= pb && pa <= pc ? a : pb <= pc ? b : c));
	}
	out->len += n + 1;
}

/* What else people take for a picture, so that the message can name it. */
static const char *other_format(const char *s, size_t n)
{
	static const struct {
		const char *sign, *name;
	} known[] = {{"GIF8", "GIF"}, {"RIFF", "WebP"}, {"II*", "TIFF"}, {"MM", "TIFF"}, {"BM", "BMP"}, {"%PDF", "PDF"},
		{"<svg", "SVG"}, {"<?xml", "SVG"}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (n >= strlen(known[i].sign) && !memcmp(s, known[i].sign, strlen(known[i].sign)))
			return known[i].name;
	return n > 12 && !memcmp(s + 4, "ftyp", 4) ? "HEIC oder AVIF" : NULL;
}

static bool read_picture(struct pdf_picture *p, const char *data, size_t size, bool check, struct buf *why)
{
	*p = (struct pdf_picture){0};
	if (size > 8 && !memcmp(data, "\x89PNG\r\n\x1A\n", 8))
		return pdf_png_read(p, data, size, check, why);
	if (size > 3 && !memcmp(data, "\xFF\xD8\xFF", 3))
		return pdf_jpeg_read(p, data, size, check, why);
	const char *other = size ? other_format(data, size) : NULL;
	if (!size)
		buf_str(why, "ist leer");
	else if (other)
		buf_fmt(why, "ist eine Datei der Art %s", other);
	else
		buf_str(why, "ist kein Bild");
	buf_str(why, ", möglich sind PNG und JPEG");
	return false;
}

static void refuse(struct diag *d, const char *file, int line, const char *path, const struct buf *why)
{
	const char *what = why->len ? why->data : "ist beschädigt";
	diag_error(d, "BILD", file, line, "„%s“ %s%s", path, what,
		strstr(what, "; bitte") ? "" : "; bitte das Bild neu speichern (JPEG für Fotos, PNG für Zeichnungen)");
}

bool pdf_image_check(struct pdf_image *im, struct diag *d)
{
	struct pdf_picture p;
	struct buf why = {0};
	bool ok = read_picture(&p, im->data, im->size, true, &why);
	im->px_w = p.orientation < 5 ? p.w : p.h;
	im->px_h = p.orientation < 5 ? p.h : p.w;
	if (!ok) {
		im->px_w = im->px_h = -1;
		refuse(d, im->file, im->line, im->path, &why);
	} else if (p.cmyk) {
		diag_warn(d, "BILD", im->file, im->line,
			"„%s“ ist in Druckfarben (CMYK) gespeichert und wird in Bildschirmfarben umgerechnet, die "
			"Farben können abweichen; "
			"besser in sRGB speichern",
			im->path);
	}
	picture_free(&p);
	buf_free(&why);
	return ok;
}

/* ---- writing */

static unsigned be32(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;
	return (unsigned)u[0] << 24 | (unsigned)u[1] << 16 | (unsigned)u[2] << 8 | u[3];
}

/* An entry of the profile's table, within the file. */
static bool has_tag(const struct buf *icc, const char *name)
{
	unsigned n = be32(icc->data + 128);
	for (size_t i = 0, at = 132; i < n && at + 12 <= icc->len; i++, at += 12)
		if (!memcmp(icc->data + at, name, 4)) {
			size_t start = be32(icc->data + at + 4), size = be32(icc->data + at + 8);
			return start <= icc->len && size <= icc->len - start && size >= 8;
		}
	return false;
}

/* PDF/A wants profiles it can rely on: known class, version up to 4, the right number of colours, curves that are
 * there. sRGB itself is the default and needs none. */
static bool profile_fits(const struct buf *icc, int colours)
{
	static const char *const classes[] = {"scnr", "mntr", "prtr", "spac"},
				 *const needed[] = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
	const char *s = icc->data;
	bool known = false;
	if (icc->len < 132 || be32(s) != icc->len || memcmp(s + 36, "acsp", 4) || s[8] < 2 || s[8] > 4)
		return false;
	if (memcmp(s + 16, colours == 3 ? "RGB " : "GRAY", 4) || memmem(s, icc->len, "sRGB", 4) ||
		memmem(s, icc->len, "s\0R\0G\0B", 7))
		return false;
	for (int i = 0; i < 4; i++)
		known |= !memcmp(s + 12, classes[i], 4);
	if (colours == 1)
		return known && has_tag(icc, "wtpt") && has_tag(icc, "kTRC");
	for (int i = 0; i < 7; i++)
		known &= has_tag(icc, needed[i]);
	return known;
}

static uint32_t write_profile(struct pdf_obj *o, const struct buf *icc, int colours)
{
	uint32_t num = pdf_obj_new(o, 1);
	pdf_dict d = pdf_dict_new(o, NULL);
	pdf_dict_int(d, "N", colours);
	pdf_dict_name(d, "Alternate", colours == 3 ? "DeviceRGB" : "DeviceGray");
	pdf_write_stream(o, num, d, icc->data, icc->len, true);
	return num;
}

/* Of a picture with a palette the profile is that of its entries, which are always RGB. */
static void put_space(struct buf *b, const struct pdf_picture *p, uint32_t profile)
{
	struct buf base = {0};
	if (profile) {
		buf_str(&base, "[/ICCBased ");
		pdf_put_ref(&base, profile);
		buf_chr(&base, ']');
	} else {
		buf_str(&base, p->colours == 3 || p->palette.len ? "/DeviceRGB" : "/DeviceGray");
	}
	buf_str(b, "/ColorSpace");
	if (p->palette.len) {
		buf_fmt(b, "[/Indexed%s %zu", base.data, p->palette.len / 3 - 1);
		pdf_put_bytes(b, p->palette.data, p->palette.len);
		buf_chr(b, ']');
	} else {
		buf_str(b, base.data);
	}
	buf_free(&base);
}

static pdf_dict image_dict(struct pdf_obj *o, const struct pdf_picture *p, int colours, int bits)
{
	pdf_dict d = pdf_dict_new(o, "XObject");
	pdf_dict_name(d, "Subtype", "Image");
	pdf_dict_int(d, "Width", p->w);
	pdf_dict_int(d, "Height", p->h);
	pdf_dict_int(d, "BitsPerComponent", bits);
	if (p->coding != PICTURE_JPEG || colours != p->colours) {
		pdf_dict parms = pdf_dict_new(o, NULL);
		pdf_dict_int(parms, "Predictor", 15);
		pdf_dict_int(parms, "Colors", colours);
		pdf_dict_int(parms, "BitsPerComponent", bits);
		pdf_dict_int(parms, "Columns", p->w);
		pdf_dict_put(d, "DecodeParms", parms);
	}
	return d;
}

static uint32_t write_alpha(struct pdf_obj *o, const struct pdf_picture *p)
{
	uint32_t num = pdf_obj_new(o, 1);
	pdf_dict d = image_dict(o, p, 1, 8);
	pdf_dict_name(d, "ColorSpace", "DeviceGray");
	pdf_write_stream(o, num, d, p->alpha.data, p->alpha.len, true);
	return num;
}

/* A JPEG goes in as it is, a PNG's deflated rows too where its format allows; anything else is filtered anew. */
static uint32_t write_picture(struct pdf_obj *o, const struct pdf_picture *p)
{
	struct buf space = {0};
	int base = p->palette.len ? 3 : p->colours;
	uint32_t num = pdf_obj_new(o, 1), alpha = p->alpha.len ? write_alpha(o, p) : 0;
	put_space(&space, p, profile_fits(&p->icc, base) ? write_profile(o, &p->icc, base) : 0);
	pdf_dict d = image_dict(o, p, p->colours, p->bits);
	if (p->coding == PICTURE_PNG)
		pdf_dict_name(d, "Filter", "FlateDecode");
	if (p->coding == PICTURE_JPEG)
		pdf_dict_name(d, "Filter", "DCTDecode");
	if (p->coding == PICTURE_JPEG && p->plain_rgb)
		buf_str(&space, "/DecodeParms<</ColorTransform 0>>");
	if (alpha)
		pdf_dict_ref(o, d, "SMask", alpha);
	pdf_dict_raw(d, space.data, space.len);
	buf_free(&space);
	pdf_write_stream(o, num, d, p->data.data, p->data.len, p->coding == PICTURE_ROWS);
	return num;
}

struct pdf_images *pdf_images_new(struct pdf *pdf)
{
	struct pdf_images *im = mem_alloc(sizeof *im);
	*im = (struct pdf_images){.pdf = pdf};
	return im;
}

void pdf_images_free(struct pdf_images *im)
{
	free(im->used);
	free(im);
}

/* The check before anything is set took every picture the author names; one that fails here was changed since. */
static int add(struct pdf_images *im, const struct blk_image *image, const struct block *owner)
{
	struct pdf_picture p;
	struct buf why = {0};
	bool ok = read_picture(&p, image->data, image->size, false, &why);
	if (ok) {
		MEM_ROOM(im->used, im->n, im->cap);
		im->used[im->n++] = (struct used){
			image->data, image->size, write_picture(im->pdf->obj, &p), p.orientation, p.alpha.len > 0};
	} else {
		refuse(im->pdf->diag, owner ? owner->file : NULL, owner ? owner->line : 0,
			image->path ? image->path : "Bild", &why);
	}
	picture_free(&p);
	buf_free(&why);
	return ok ? im->n - 1 : -1;
}

int pdf_images_use(struct pdf_images *im, const struct blk_image *image, const struct block *owner, int *orientation,
	bool *alpha)
{
	int i = 0;
	while (i < im->n && (im->used[i].size != image->size || memcmp(im->used[i].data, image->data, image->size)))
		i++;
	if (i == im->n)
		i = add(im, image, owner);
	if (i < 0)
		return -1;
	*orientation = im->used[i].orientation;
	*alpha = im->used[i].alpha;
	return i;
}

void pdf_images_finish(struct pdf_images *im, struct buf *resources)
{
	if (!im->n)
		return;
	buf_str(resources, "/XObject<<");
	for (int i = 0; i < im->n; i++) {
		buf_fmt(resources, "/I%d ", i);
		pdf_put_ref(resources, im->used[i].obj);
	}
	buf_str(resources, ">>");
}
