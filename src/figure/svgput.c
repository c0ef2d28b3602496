/* svgput.c: a drawing as what stands in an <svg> element. */
#include <string.h>

#include "base/esc.h"
#include "figure/figure.h"

static void put_rgb(struct buf *b, const char *name, sty_rgb rgb)
{
	buf_fmt(b, " %s=\"#%06x\"", name, (unsigned)rgb & 0xffffff);
}

static void put_points(struct buf *b, const len_t *v, int n)
{
	for (int i = 0; i < n; i++) {
		buf_str(b, i ? " " : "");
		buf_milli(b, v[i]);
	}
}

static void paint(struct buf *b, const struct fig_op *o, const struct buf *path)
{
	buf_fmt(b, "<path d=\"%s\"", path->data ? path->data : "");
	if (o->fill)
		put_rgb(b, "fill", o->fill_rgb);
	else
		buf_str(b, " fill=\"none\"");
	if (o->stroke) {
		put_rgb(b, "stroke", o->stroke_rgb);
		buf_str(b, " stroke-width=\"");
		buf_milli(b, o->width);
		buf_chr(b, '"');
	}
	if (o->stroke && o->dash_on) {
		buf_str(b, " stroke-dasharray=\"");
		put_points(b, (len_t[]){o->dash_on, o->dash_off}, 2);
		buf_chr(b, '"');
	}
	buf_str(b, "/>\n");
}

static void words(struct buf *b, const struct fig_op *o, const struct style *s)
{
	static const char *const anchors[] = {"start", "middle", "end"};
	buf_str(b, "<text x=\"");
	buf_milli(b, o->x);
	buf_str(b, "\" y=\"");
	buf_milli(b, o->y);
	buf_str(b, "\" font-size=\"");
	buf_milli(b, o->ch.size);
	if (s) {
		buf_str(b, "\" font-family=\"");
		esc_attr(b, s->font[o->ch.role].family, strlen(s->font[o->ch.role].family), '"');
		buf_str(b, ", sans-serif");
	}
	buf_fmt(b, "\" font-weight=\"%d\" text-anchor=\"%s\"", o->ch.weight, anchors[o->anchor % 3]);
	put_rgb(b, "fill", o->ch.colour);
	if (o->lang)
		buf_fmt(b, " lang=\"%s\"", o->lang);
	buf_chr(b, '>');
	esc_text(b, o->text, strlen(o->text));
	buf_str(b, "</text>\n");
}

static void op(struct buf *b, const struct fig_op *o, const struct style *s, struct buf *path)
{
	switch ((enum fig_op_kind)o->kind) {
	case FIG_MOVE: buf_chr(path, 'M'); put_points(path, (len_t[]){o->x, o->y}, 2); break;
	case FIG_LINE: buf_chr(path, 'L'); put_points(path, (len_t[]){o->x, o->y}, 2); break;
	case FIG_CURVE:
		buf_chr(path, 'C');
		put_points(path, (len_t[]){o->x1, o->y1, o->x2, o->y2, o->x, o->y}, 6);
		break;
	case FIG_CLOSE: buf_chr(path, 'Z'); break;
	case FIG_PAINT: paint(b, o, path); buf_clear(path); break;
	case FIG_TEXT: words(b, o, s); break;
	}
}

void fig_put_svg(struct buf *b, const struct fig_drawing *d, const struct style *s)
{
	struct buf path = {0};
	for (size_t i = 0; i < d->nops; i++)
		op(b, &d->ops[i], s, &path);
	buf_free(&path);
}
