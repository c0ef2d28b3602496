/* wmlpic.c: pictures (DrawingML): as they are, or drawings as EMF with SVG for programs that show it. */
#include <string.h>

#include "base/esc.h"
#include "base/metadata.h"
#include "block/block.h"
#include "docx/wml.h"
#include "figure/figure.h"

/* English Metric Units: 12,700 to a point. */
static long long emu(len_t v)
{
	return (long long)v * 127 / 10;
}

static const char *store(struct wml *w, const char *kind, struct buf *b)
{
	const char *name = mem_fmt(w->d->mem, "media/bild%d.%s", w->npictures, kind);
	dox_part(w->parts, mem_fmt(w->d->mem, "word/%s", name), b);
	return name;
}

const char *wml_media(struct wml *w, const struct blk_image *image, const struct fig_drawing *drawing, const char **svg)
{
	struct buf b = {0};
	w->npictures++;
	*svg = NULL;
	if (image) {
		const bool png = image->size > 3 && !memcmp(image->data, "\x89PNG", 4);
		pic_bare(&b, image->data, image->size, true);
		return store(w, png ? "png" : "jpeg", &b);
	}
	dox_svg(drawing, w->d->s, &b);
	*svg = store(w, "svg", &b);
	dox_emf(drawing, w->d->source, &b);
	return store(w, "emf", &b);
}

static void attr(struct buf *b, const char *name, const char *value)
{
	buf_fmt(b, " %s=\"", name);
	esc_attr(b, value, strlen(value), '"');
	buf_chr(b, '"');
}

/* What it is for those who cannot see it; nothing: it is only there to be looked at. */
static void properties(struct wml *w, struct buf *b, const char *alt)
{
	buf_fmt(b, "<wp:docPr id=\"%d\"", w->npictures);
	attr(b, "name", mem_fmt(w->d->mem, "Bild %d", w->npictures));
	if (alt)
		attr(b, "descr", alt);
	buf_str(b,
		alt ? "/>"
		    : "><a:extLst xmlns:a=\"" WML_DRAWING "\"><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"
		      "<adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" "
		      "val=\"1\"/></a:ext></a:extLst></wp:docPr>");
}

static void graphic(struct wml *w, struct buf *b, const char *rid, const char *svg, const long long size[2])
{
	buf_fmt(b,
		"<a:graphic xmlns:a=\"" WML_DRAWING "\"><a:graphicData uri=\"" WML_PICTURE "\"><pic:pic "
		"xmlns:pic=\"" WML_PICTURE "\"><pic:nvPicPr><pic:cNvPr id=\"%d\" name=\"Bild %d\"/><pic:cNvPicPr/>"
		"</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"%s\">",
		w->npictures, w->npictures, rid);
	if (svg)
		buf_fmt(b,
			"<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
			"xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"%s\"/>"
			"</a:ext></a:extLst>",
			svg);
	buf_fmt(b,
		"</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
		"<a:ext cx=\"%lld\" cy=\"%lld\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
		"</pic:pic></a:graphicData></a:graphic>",
		size[0], size[1]);
}

static void size_of(const struct block *f, long long size[2])
{
	const struct blk_image *im = f->more->image;
	const struct fig_drawing *d = f->more->drawing;
	const len_t wide = d ? d->width : f->more->w ? f->more->w : (len_t)im->px_w * 750;
	size[0] = emu(wide);
	size[1] = d ? emu(d->height) : im->px_w > 0 ? emu(len_scale(wide, im->px_h, im->px_w)) : emu(wide);
}

void wml_picture(struct wml *w, const struct block *f)
{
	const char *svg;
	long long size[2];
	if (!f->more->drawing && !f->more->image)
		return;
	const char *name = wml_media(w, f->more->image, f->more->drawing, &svg);
	const char *rid = wml_relate(w, "image", name, false);
	const char *svg_rid = svg ? wml_relate(w, "image", svg, false) : NULL;
	size_of(f, size);
	buf_fmt(w->b,
		"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%lld\" "
		"cy=\"%lld\"/>",
		size[0], size[1]);
	properties(w, w->b, f->more->alt);
	buf_str(w->b, "<wp:cNvGraphicFramePr/>");
	graphic(w, w->b, rid, svg_rid, size);
	buf_str(w->b, "</wp:inline></w:drawing></w:r>");
}

void wml_backdrop(struct wml *w, struct buf *b, const struct fig_drawing *d, const char *rid, const char *svg)
{
	const long long size[2] = {emu(d->width), emu(d->height)};
	buf_fmt(b,
		"<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" "
		"relativeHeight=\"1\" behindDoc=\"1\" locked=\"1\" layoutInCell=\"0\" allowOverlap=\"1\"><wp:simplePos "
		"x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"page\"><wp:posOffset>0</wp:posOffset></wp:positionH>"
		"<wp:positionV relativeFrom=\"page\"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent "
		"cx=\"%lld\" "
		"cy=\"%lld\"/><wp:wrapNone/>",
		size[0], size[1]);
	properties(w, b, NULL);
	buf_str(b, "<wp:cNvGraphicFramePr/>");
	graphic(w, b, rid, svg, size);
	buf_str(b, "</wp:anchor></w:drawing></w:r>");
}
