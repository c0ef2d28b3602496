/* figure.c: drawings as inline SVG, pictures as data: URIs. */
#include <string.h>

#include "base/esc.h"
#include "base/metadata.h"
#include "figure/figure.h"
#include "html/put.h"

/* The first line of the caption names the picture, the alt text describes it. */
static void title_and_desc(struct html *h, const struct block *f, const struct block *caption)
{
	const struct block *name = caption ? caption->first : NULL;
	if (name && name->flow == BLK_TEXT) {
		buf_fmt(h->b, "<title id=\"n:%u\">", f->num);
		for (uint32_t i = 0; i < name->nsegs; i++)
			if (name->segs[i].kind == BLK_SEG_TEXT)
				esc_text(h->b, name->segs[i].text, name->segs[i].len);
		buf_fmt(h->b, "</title>\n<desc id=\"d:%u\">", f->num);
		esc_text(h->b, f->more->alt, strlen(f->more->alt));
		buf_str(h->b, "</desc>\n");
		return;
	}
	buf_fmt(h->b, "<title id=\"n:%u\">", f->num);
	esc_text(h->b, f->more->alt, strlen(f->more->alt));
	buf_str(h->b, "</title>\n");
}

/* The width in rem below which its smallest words are too small on a screen: 11 pixels of 16 to a rem. 0: never. */
static int least_width(const struct fig_drawing *d)
{
	enum { SMALLEST = 11, PHONE = 280, PIXELS = 16 };
	len_t least = 0;
	for (size_t i = 0; i < d->nops; i++)
		if (d->ops[i].kind == FIG_TEXT && (!least || d->ops[i].ch.size < least))
			least = d->ops[i].ch.size;
	const int width = least ? (int)len_scale(d->width, SMALLEST, least) : 0;
	const int steps = (width + HTML_STEP * PIXELS - 1) / (HTML_STEP * PIXELS) * HTML_STEP;
	return width <= PHONE ? 0 : steps > HTML_WIDEST ? HTML_WIDEST : steps;
}

/* In its place on a narrow screen: what it says. */
static void instead(struct html *h, const struct block *f)
{
	buf_str(h->b, "<p data-statt>");
	esc_text(h->b, f->more->alt, strlen(f->more->alt));
	buf_str(h->b, "</p>\n</div>\n");
}

static void drawing(struct html *h, const struct block *f, const struct block *caption)
{
	const struct fig_drawing *d = f->more->drawing;
	buf_str(h->b, "<svg viewBox=\"0 0 ");
	buf_milli(h->b, d->width);
	buf_chr(h->b, ' ');
	buf_milli(h->b, d->height);
	buf_str(h->b, "\" style=\"width:");
	html_put_rem(h->b, d->width);
	buf_chr(h->b, '"');
	bool described = caption && caption->first && caption->first->flow == BLK_TEXT;
	if (!f->more->alt)
		buf_str(h->b, " aria-hidden=\"true\">\n");
	else if (described)
		buf_fmt(h->b, " role=\"img\" aria-labelledby=\"n:%u\" aria-describedby=\"d:%u\">\n", f->num, f->num);
	else
		buf_fmt(h->b, " role=\"img\" aria-labelledby=\"n:%u\">\n", f->num);
	if (f->more->alt)
		title_and_desc(h, f, caption);
	fig_put_svg(h->b, d, NULL);
	buf_str(h->b, "</svg>\n");
}

static void picture(struct html *h, const struct block *f)
{
	const struct blk_image *im = f->more->image;
	struct buf bare = {0};
	buf_fmt(h->b, "<img width=\"%d\" height=\"%d\"", im->px_w, im->px_h);
	html_put_attr(h->b, "alt", f->more->alt ? f->more->alt : "");
	if (f->more->w) {
		buf_str(h->b, " style=\"width:");
		html_put_rem(h->b, f->more->w);
		buf_chr(h->b, '"');
	}
	buf_fmt(h->b, " src=\"data:image/%s;base64,", im->size > 3 && !memcmp(im->data, "\x89PNG", 4) ? "png" : "jpeg");
	pic_bare(&bare, im->data, im->size, true);
	buf_base64(h->b, bare.data, bare.len);
	buf_free(&bare);
	buf_str(h->b, "\">\n");
}

void html_figure(struct html *h, const struct block *f, const struct block *caption)
{
	bool full = f->place == BLK_FULL || (caption && caption->place == BLK_AXIS);
	const int least = f->more->drawing && f->more->alt ? least_width(f->more->drawing) : 0;
	html_open(h, "figure", f, full ? " data-voll" : caption ? " data-raster" : "");
	buf_chr(h->b, '\n');
	if (least)
		buf_fmt(h->b, "<div data-ab=\"%d\">\n", least);
	if (f->more->drawing)
		drawing(h, f, caption);
	if (least)
		instead(h, f);
	if (f->more->image)
		picture(h, f);
	if (caption) {
		html_open(h, "figcaption", caption, "");
		html_blocks(h, caption, false);
		buf_str(h->b, "</figcaption>\n");
	}
	buf_str(h->b, "</figure>\n");
}
