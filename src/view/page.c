/* page.c: the items of a page as SVG. Each word is placed where the layout put it; within a word the browser sets the
 * letters, with the same font and its kerning, so that a page is small and its text is text. */
#include <string.h>

#include "base/esc.h"
#include "base/u8.h"
#include "view/view.h"

struct pen {
	struct buf *out;
	const struct txt *txt;
	const struct lay_page *page;
};

/* Points with at most two decimals. */
static void put_len(struct buf *b, len_t v)
{
	int32_t c = (v + (v < 0 ? -5 : 5)) / 10;
	if (c < 0)
		buf_chr(b, '-');
	c = c < 0 ? -c : c;
	buf_int(b, c / 100);
	if (c % 100)
		buf_fmt(b, c % 10 ? ".%02d" : ".%d", c % 10 ? c % 100 : c % 100 / 10);
}

static void put_attr(struct buf *b, const char *name, len_t v)
{
	buf_fmt(b, " %s=\"", name);
	put_len(b, v);
	buf_chr(b, '"');
}

static void put_colour(struct buf *b, const char *name, sty_rgb rgb)
{
	buf_fmt(b, " %s=\"#%06x\"", name, (unsigned)rgb & 0xFFFFFFu);
}

/* ---- text ---- */

static bool is_blank(const char *s)
{
	return !strcmp(s, " ") || !strcmp(s, "\u00A0") || !strcmp(s, "\u202F");
}

/* Figures of titles are as wide as they are, those of the browser's font all alike. */
static bool stands_alone(const char *s, len_t size)
{
	return size >= LEN_PT(12) && u8_is_digit((unsigned char)*s);
}

static void put_text(struct buf *b, const char *s)
{
	const char *shown = !strcmp(s, "\u00AD") ? "-" : s;
	esc_text(b, shown, strlen(shown));
}

static void put_words(struct pen *p, const struct lay_item *it)
{
	const struct lay_glyph *g = p->page->glyphs + it->u.text.first;
	bool fresh = true, open = false;
	len_t x = it->u.text.x;
	for (uint32_t i = 0; i < it->u.text.n; i++, g++) {
		const char *s = txt_key_text(p->txt, it->u.text.font, g->key);
		bool blank = is_blank(s), one = u8_count(s, strlen(s)) == 1 && !stands_alone(s, it->u.text.size);
		if (!blank && *s && (fresh || !one)) {
			buf_str(p->out, open ? "</tspan><tspan" : "<tspan");
			put_attr(p->out, "x", it->u.text.up ? x - it->u.text.x : x);
			buf_chr(p->out, '>');
			open = true;
		}
		if (!blank)
			put_text(p->out, s);
		fresh = blank || !one;
		x += len_scale(txt_advance(p->txt, it->u.text.font, g->key) + g->adjust, it->u.text.size, 1000) +
			it->u.text.track;
	}
	if (open)
		buf_str(p->out, "</tspan>");
}

/* Scripts that join their letters are left to the browser, word order and all. */
static void put_joined(struct pen *p, const struct lay_item *it)
{
	const struct lay_glyph *g = p->page->glyphs + it->u.text.first;
	for (uint32_t i = 0; i < it->u.text.n; i++)
		put_text(p->out, txt_key_text(p->txt, it->u.text.font, g[i].key));
}

static void text(struct pen *p, const struct lay_item *it)
{
	if (!it->u.text.n)
		return;
	buf_fmt(p->out, "<text class=\"f%d\"", it->u.text.font);
	put_attr(p->out, "font-size", it->u.text.size);
	put_colour(p->out, "fill", it->u.text.rgb);
	if (it->u.text.up) {
		buf_str(p->out, " transform=\"translate(");
		put_len(p->out, it->u.text.x);
		buf_chr(p->out, ' ');
		put_len(p->out, it->u.text.y);
		buf_str(p->out, ") rotate(-90)\"");
	} else {
		put_attr(p->out, "y", it->u.text.y);
	}
	if (it->u.text.rtl) {
		put_attr(p->out, "x", it->u.text.x);
		buf_str(p->out, " direction=\"rtl\"");
	}
	buf_chr(p->out, '>');
	if (it->u.text.rtl)
		put_joined(p, it);
	else
		put_words(p, it);
	buf_str(p->out, "</text>\n");
}

/* ---- lines and areas ---- */

static void put_point(struct buf *b, char op, const struct lay_point *at)
{
	if (op)
		buf_chr(b, op);
	else
		buf_chr(b, ' ');
	put_len(b, at->x);
	buf_chr(b, ' ');
	put_len(b, at->y);
}

static void path(struct pen *p, const struct lay_item *it)
{
	const struct lay_point *pt = p->page->pts + it->u.path.first_pt;
	if (!it->u.path.nops || (!it->u.path.fill && !it->u.path.stroke))
		return;
	buf_str(p->out, "<path d=\"");
	for (uint32_t i = 0; i < it->u.path.nops; i++)
		switch (p->page->ops[it->u.path.first_op + i]) {
		case LAY_MOVE: put_point(p->out, 'M', pt++); break;
		case LAY_LINE: put_point(p->out, 'L', pt++); break;
		case LAY_CURVE:
			put_point(p->out, 'C', pt++);
			put_point(p->out, '\0', pt++);
			put_point(p->out, '\0', pt++);
			break;
		default: buf_chr(p->out, 'Z'); break;
		}
	buf_chr(p->out, '"');
	if (it->u.path.fill)
		put_colour(p->out, "fill", it->u.path.fill_rgb);
	else
		buf_str(p->out, " fill=\"none\"");
	if (it->u.path.stroke) {
		put_colour(p->out, "stroke", it->u.path.stroke_rgb);
		put_attr(p->out, "stroke-width", it->u.path.width);
	}
	if (it->u.path.stroke && it->u.path.dash_on > 0) {
		buf_str(p->out, " stroke-dasharray=\"");
		put_len(p->out, it->u.path.dash_on);
		buf_chr(p->out, ' ');
		put_len(p->out, it->u.path.dash_off > 0 ? it->u.path.dash_off : it->u.path.dash_on);
		buf_chr(p->out, '"');
	}
	buf_str(p->out, "/>\n");
}

/* ---- pictures ---- */

static void image(struct pen *p, const struct lay_item *it)
{
	const struct blk_image *im = it->u.image.image;
	bool jpeg = im->size > 2 && (uint8_t)im->data[0] == 0xFF;
	buf_str(p->out, "<image preserveAspectRatio=\"none\"");
	put_attr(p->out, "x", it->u.image.x);
	put_attr(p->out, "y", it->u.image.y);
	put_attr(p->out, "width", it->u.image.w);
	put_attr(p->out, "height", it->u.image.h);
	buf_fmt(p->out, " href=\"data:image/%s;base64,", jpeg ? "jpeg" : "png");
	buf_base64(p->out, im->data, im->size);
	buf_str(p->out, "\"/>\n");
}

/* ---- the page ---- */

void view_page(struct buf *out, struct lay *lay, const struct txt *txt, int page, struct lay_page *room)
{
	struct pen p = {out, txt, room};
	len_t w, h;
	lay_page_size(lay, page, &w, &h);
	lay_page(lay, page, room);
	buf_str(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"seite\" viewBox=\"0 0 ");
	put_len(out, w);
	buf_chr(out, ' ');
	put_len(out, h);
	buf_str(out, "\">\n");
	for (size_t i = 0; i < room->nitems; i++)
		switch (room->items[i].kind) {
		case LAY_TEXT:  text(&p, &room->items[i]); break;
		case LAY_PATH:  path(&p, &room->items[i]); break;
		case LAY_IMAGE: image(&p, &room->items[i]); break;
		default:        break;
		}
	buf_str(out, "</svg>");
}

/* ---- where a reader points ---- */

struct box { len_t x, y, w, h; };

static struct box box_of(const struct lay_page *page, const struct lay_item *it)
{
	if (it->kind == LAY_IMAGE)
		return (struct box){it->u.image.x, it->u.image.y, it->u.image.w, it->u.image.h};
	if (it->kind == LAY_LINK)
		return (struct box){it->u.link.x, it->u.link.y, it->u.link.w, it->u.link.h};
	if (it->kind == LAY_TEXT)
		return (struct box){it->u.text.x, it->u.text.y - it->u.text.size,
			(len_t)it->u.text.n * it->u.text.size / 2, it->u.text.size};
	const struct lay_point *pt = page->pts + it->u.path.first_pt;
	return (struct box){pt->x, pt->y, 0, 0};
}

static double apart(double at, len_t from, len_t size)
{
	return at < from ? from - at : at > from + size ? at - from - size : 0;
}

const struct block *view_at(struct lay *lay, int page, double x, double y, struct lay_page *room)
{
	const struct block *best = NULL;
	double least = 0;
	lay_page(lay, page, room);
	for (size_t i = 0; i < room->nitems; i++) {
		const struct lay_item *it = &room->items[i];
		if (!it->owner || (it->kind == LAY_PATH && !it->u.path.nops))
			continue;
		struct box b = box_of(room, it);
		double away = 3 * apart(y * 1000, b.y, b.h) + apart(x * 1000, b.x, b.w);
		if (best && away >= least)
			continue;
		best = it->owner;
		least = away;
	}
	return best;
}
