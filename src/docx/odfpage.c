/* odfpage.c: pictures, and pages with what stands at their edges. */
#include <string.h>

#include "base/esc.h"
#include "base/metadata.h"
#include "block/block.h"
#include "docx/odf.h"
#include "figure/figure.h"

static const char *store(struct odf *o, const char *kind, const char *type, struct buf *b)
{
	const char *name = mem_fmt(o->d->mem, "Pictures/bild%d.%s", o->npictures, kind);
	dox_part(o->parts, name, b);
	buf_fmt(&o->files, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>", name, type);
	return name;
}

static void image(struct buf *b, const char *name, const char *type)
{
	buf_fmt(b,
		"<draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" "
		"draw:mime-type=\"%s\"/>",
		name, type);
}

/* A drawing as SVG, and for programs that show none as metafile. */
static void images(struct odf *o, struct buf *to, const struct blk_image *im, const struct fig_drawing *d)
{
	struct buf b = {0};
	if (im) {
		const bool png = im->size > 3 && !memcmp(im->data, "\x89PNG", 4);
		pic_bare(&b, im->data, im->size, true);
		image(to, store(o, png ? "png" : "jpeg", png ? "image/png" : "image/jpeg", &b),
			png ? "image/png" : "image/jpeg");
		return;
	}
	dox_svg(d, o->d->s, &b);
	image(to, store(o, "svg", "image/svg+xml", &b), "image/svg+xml");
	dox_emf(d, o->d->source, &b);
	image(to, store(o, "emf", "image/x-emf", &b), "image/x-emf");
}

void odf_picture(struct odf *o, const struct block *f)
{
	const struct blk_image *im = f->more->image;
	const struct fig_drawing *d = f->more->drawing;
	if (!im && !d)
		return;
	const len_t wide = d ? d->width : f->more->w ? f->more->w : (len_t)im->px_w * 750;
	const len_t high = d ? d->height : im->px_w > 0 ? len_scale(wide, im->px_h, im->px_w) : wide;
	o->npictures++;
	buf_fmt(o->b, "<draw:frame draw:name=\"Bild %d\" text:anchor-type=\"as-char\"", o->npictures);
	odf_length(o->b, "svg:width", wide);
	odf_length(o->b, "svg:height", high);
	buf_chr(o->b, '>');
	images(o, o->b, im, d);
	if (f->more->alt) {
		buf_str(o->b, "<svg:desc>");
		esc_text(o->b, f->more->alt, strlen(f->more->alt));
		buf_str(o->b, "</svg:desc>");
	}
	buf_str(o->b, "</draw:frame>");
}

/* ---- pages */

static void backdrop(struct odf *o, const struct fig_drawing *d, struct buf *b)
{
	o->npictures++;
	buf_fmt(b, "<draw:frame draw:style-name=\"Hintergrund\" draw:name=\"Bild %d\" text:anchor-type=\"paragraph\"",
		o->npictures);
	odf_length(b, "svg:x", 0);
	odf_length(b, "svg:y", 0);
	odf_length(b, "svg:width", d->width);
	odf_length(b, "svg:height", d->height);
	buf_chr(b, '>');
	images(o, b, NULL, d);
	buf_str(b, "</draw:frame>");
}

static void words(struct buf *b, const char *s)
{
	if (s)
		odf_text(b, s, strlen(s));
}

static void header(struct odf *o, const struct dox_section *s, bool behind, bool running, struct buf *b)
{
	const struct blk_seq *q = s->seq;
	const char *right = q && q->head && *q->head ? q->head : o->d->t->title;
	if (!behind && !running)
		return;
	buf_str(b, "<style:header>");
	if (running && q && q->mark) {
		buf_str(b, "<text:p text:style-name=\"Header\">");
		words(b, q->mark);
		buf_str(b, "</text:p>");
	}
	buf_fmt(b, "<text:p text:style-name=\"Kopf%d\">", o->nsections);
	if (behind)
		backdrop(o, q->backdrop, b);
	if (running && q && !q->slide) {
		words(b, q->head_left);
		buf_str(b, "<text:tab/>");
		words(b, right);
	}
	buf_str(b, "</text:p></style:header>");
}

static void footer(struct odf *o, const struct dox_section *s, struct buf *b)
{
	const struct blk_seq *q = s->seq;
	buf_fmt(b, "<style:footer><text:p text:style-name=\"Kopf%d\">", o->nsections);
	if (q && q->slide && q->head_left) {
		words(b, q->head_left);
		buf_str(b, q->foot ? " · " : "");
	}
	words(b, q ? q->foot : NULL);
	buf_str(b, "<text:tab/>");
	if (q && q->numbering != STY_OHNE)
		buf_str(b, "<text:page-number text:select-page=\"current\">1</text:page-number>");
	if (q && q->folio == BLK_FOLIO_OF && o->d->sequences == 1)
		buf_str(b, "/<text:page-count>1</text:page-count>");
	buf_str(b, "</text:p></style:footer>");
}

static void layout(struct odf *o, const struct dox_section *s)
{
	const struct sty_page *p = s->page;
	const bool bare = s->seq && s->seq->bare;
	const int numbering = s->seq ? s->seq->numbering : STY_OHNE;
	const len_t head = p->head_y > LEN_PT(20) ? p->head_y - LEN_PT(10) : LEN_PT(20);
	const len_t foot = p->height > p->folio_y ? p->height - p->folio_y : LEN_PT(30);
	const len_t bottom = bare ? LEN_PT(20) : p->height - p->bottom;
	struct buf *b = &o->layouts;
	buf_fmt(b, "<style:page-layout style:name=\"Blatt%d\"><style:page-layout-properties", o->nsections);
	odf_length(b, "fo:page-width", p->width);
	odf_length(b, "fo:page-height", p->height);
	odf_length(b, "fo:margin-top", head < s->top ? head : s->top);
	odf_length(b, "fo:margin-bottom", bare || foot > bottom ? bottom : foot);
	odf_length(b, "fo:margin-left", p->left);
	odf_length(b, "fo:margin-right", p->right);
	buf_fmt(b,
		" style:print-orientation=\"%s\" style:num-format=\"%s\"%s/><style:header-style>"
		"<style:header-footer-properties",
		p->width > p->height ? "landscape" : "portrait", numbering == STY_ROEMISCH ? "i" : "1",
		s->seq && s->seq->rtl ? " style:writing-mode=\"rl-tb\"" : "");
	odf_length(b, "svg:height", s->top > head ? s->top - head : LEN_PT(12));
	buf_str(b, "/></style:header-style><style:footer-style><style:header-footer-properties");
	odf_length(b, "svg:height", !bare && bottom > foot ? bottom - foot : LEN_PT(12));
	buf_str(b, "/></style:footer-style></style:page-layout>");
}

/* Of a letter, the first page has the drawing, those after it the running head. */
void odf_section(struct odf *o, const struct dox_section *s)
{
	const struct blk_seq *q = s->seq;
	const bool behind = q && q->backdrop, letter = q && q->letter, bare = q && q->bare;
	const int n = ++o->nsections;
	struct buf *b = &o->masters;
	layout(o, s);
	buf_fmt(&o->head_styles,
		"<style:style style:name=\"Kopf%d\" style:family=\"paragraph\" style:parent-style-name=\"Header\">"
		"<style:paragraph-properties><style:tab-stops><style:tab-stop style:type=\"right\"",
		n);
	odf_length(&o->head_styles, "style:position", dox_room(s->page));
	buf_str(&o->head_styles, "/></style:tab-stops></style:paragraph-properties></style:style>");
	if (letter) {
		buf_fmt(b,
			"<style:master-page style:name=\"Brief%d\" style:page-layout-name=\"Blatt%d\" "
			"style:next-style-name=\"Seiten%d\">",
			n, n, n);
		header(o, s, behind, false, b);
		footer(o, s, b);
		buf_str(b, "</style:master-page>");
	}
	buf_fmt(b, "<style:master-page style:name=\"Seiten%d\" style:page-layout-name=\"Blatt%d\">", n, n);
	header(o, s, behind && !letter, !bare, b);
	if (!bare)
		footer(o, s, b);
	buf_str(b, "</style:master-page>");
	o->master = mem_fmt(o->d->mem, letter ? "Brief%d" : "Seiten%d", n);
	o->restart = s->restart;
}
