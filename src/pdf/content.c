/* content.c: the items of a page as a content stream. Text objects lie inside the marked-content sequences (marks.c);
 * font, colour and line are written only when they change. */
#include <stdlib.h>
#include <string.h>

#include "pdf/syntax.h"
#include "pdf/write.h"

struct pen {                                       /* what the stream has said so far, so that nothing is said twice */
	struct pdf *pdf;
	struct pdf_page *page;
	struct buf *out;
	len_t width, height;                           /* of the page */
	bool in_text;                                  /* inside BT … ET */
	const struct lay_item *before;                 /* of the open sequence BDC … EMC; NULL: none is open */
	int mcid;
	size_t picture;                                /* of the page's pictures: the next */
	int font;                                      /* -1: none yet */
	len_t size, track;
	bool turned;                                   /* the text matrix is that of words that read upwards */
	int32_t x, y;                                  /* start of the last line, 1/100 pt */
	sty_rgb fill, stroke;
	len_t line, dash_on, dash_off;
};

static void leave_text(struct pen *p)
{
	if (p->in_text)
		buf_str(p->out, "ET\n");
	p->in_text = false;
}

static void leave_mark(struct pen *p)
{
	leave_text(p);
	if (p->before)
		buf_str(p->out, "EMC\n");
}

static void artifact(struct pen *p, int kind)
{
	struct buf *b = p->out;
	buf_str(b, "/Artifact<<");
	if (kind == LAY_HEADER || kind == LAY_FOOTER) {
		buf_fmt(b, "/Type/Pagination/Subtype/%s", kind == LAY_HEADER ? "Header" : "Footer");
	} else if (kind == LAY_BACKGROUND) {
		buf_str(b, "/Type/Background/BBox[0 0 ");
		pdf_put_len(b, p->width);
		pdf_put_len(b, p->height);
		buf_chr(b, ']');
	} else {
		buf_str(b, "/Type/Layout");
	}
	buf_str(b, ">>BDC\n");
}

static void mark(struct pen *p, const struct lay_item *it)
{
	if (pdf_mark_begins(p->before, it)) {
		char role[8];
		leave_mark(p);
		if (!it->owner) {
			artifact(p, it->artifact);
		} else {
			buf_chr(p->out, '/');
			buf_str(p->out, blk_role_name(it->owner, role));
			buf_str(p->out, "<</MCID ");
			pdf_put_uint(p->out, (uint64_t)p->mcid++);
			buf_str(p->out, ">>BDC\n");
		}
	}
	p->before = it;
}

/* Positions are counted in 1/100 pt from the first to the last: a difference of two rounded ones never drifts. */
static void put_pair(struct buf *b, int32_t x, int32_t y, const char *op)
{
	char *p = pdf_centi(buf_reserve(b, 64), x);
	*p++ = ' ';
	p = pdf_centi(p, y);
	size_t n = strlen(op);
	memcpy(p, op, n + 1);
	b->len = (size_t)(p + n - b->data);
}

/* Colours outlive marks and text objects: the state is the page's. */
static void fill(struct pen *p, sty_rgb rgb)
{
	if (p->fill == rgb)
		return;
	p->fill = rgb;
	pdf_put_rgb(p->out, rgb);
	buf_str(p->out, "rg\n");
}

/* Td counts from the start of the line before, so a page of text is mostly small numbers, which deflate likes. */
static void move_to(struct pen *p, const struct lay_item *it)
{
	int32_t x = pdf_to_centi(it->u.text.x), y = pdf_to_centi(p->height) - pdf_to_centi(it->u.text.y);
	if (it->u.text.up) {
		buf_str(p->out, "0 1 -1 0 ");
		put_pair(p->out, x, y, " Tm\n");
	} else if (p->turned) {
		buf_str(p->out, "1 0 0 1 ");
		put_pair(p->out, x, y, " Tm\n");
	} else {
		put_pair(p->out, x - p->x, y - p->y, " Td\n");
	}
	p->turned = it->u.text.up;
	p->x = x;
	p->y = y;
}

static void text(struct pen *p, const struct lay_page *page, const struct lay_item *it)
{
	if (!it->u.text.n)
		return;
	if (!p->in_text) {
		buf_str(p->out, "BT\n");
		p->in_text = true;
		p->turned = false;
		p->x = p->y = 0;
	}
	fill(p, it->u.text.rgb);
	if (p->font != it->u.text.font || p->size != it->u.text.size) {
		p->font = it->u.text.font;
		p->size = it->u.text.size;
		buf_str(p->out, "/F");
		pdf_put_uint(p->out, (uint64_t)pdf_fonts_name(p->pdf->fonts, p->font));
		buf_chr(p->out, ' ');
		pdf_put_len(p->out, p->size);
		buf_str(p->out, "Tf\n");
	}
	if (p->track != it->u.text.track) {
		p->track = it->u.text.track;
		pdf_put_len(p->out, p->track);
		buf_str(p->out, "Tc\n");
	}
	move_to(p, it);
	pdf_fonts_show(p->pdf->fonts, it->u.text.font, page->glyphs + it->u.text.first, it->u.text.n, it->u.text.rtl,
		p->out);
}

static void stroke_state(struct pen *p, const struct lay_item *it)
{
	if (p->stroke != it->u.path.stroke_rgb) {
		p->stroke = it->u.path.stroke_rgb;
		pdf_put_rgb(p->out, p->stroke);
		buf_str(p->out, "RG\n");
	}
	if (p->line != it->u.path.width) {
		p->line = it->u.path.width;
		pdf_put_len(p->out, p->line);
		buf_str(p->out, "w\n");
	}
	if (p->dash_on != it->u.path.dash_on || p->dash_off != it->u.path.dash_off) {
		p->dash_on = it->u.path.dash_on;
		p->dash_off = it->u.path.dash_off;
		buf_chr(p->out, '[');
		if (p->dash_on > 0) {
			pdf_put_len(p->out, p->dash_on);
			pdf_put_len(p->out, p->dash_off > 0 ? p->dash_off : p->dash_on);
		}
		buf_str(p->out, "]0 d\n");
	}
}

static void put_point(struct pen *p, const struct lay_point *at, const char *op)
{
	put_pair(p->out, pdf_to_centi(at->x), pdf_to_centi(p->height) - pdf_to_centi(at->y), op);
}

static void path(struct pen *p, const struct lay_page *page, const struct lay_item *it)
{
	const struct lay_point *pt = page->pts + it->u.path.first_pt;
	if (!it->u.path.nops || (!it->u.path.fill && !it->u.path.stroke))
		return;
	leave_text(p);
	if (it->u.path.fill)
		fill(p, it->u.path.fill_rgb);
	if (it->u.path.stroke)
		stroke_state(p, it);
	for (uint32_t i = 0; i < it->u.path.nops; i++)
		switch (page->ops[it->u.path.first_op + i]) {
		case LAY_MOVE:
			put_point(p, pt++, " m\n");
			break;
		case LAY_LINE:
			put_point(p, pt++, " l\n");
			break;
		case LAY_CURVE:
			put_point(p, pt++, " ");
			put_point(p, pt++, " ");
			put_point(p, pt++, " c\n");
			break;
		case LAY_CLOSE:
			buf_str(p->out, "h\n");
			break;
		}
	buf_str(p->out, it->u.path.fill && it->u.path.stroke ? "B\n" : it->u.path.fill ? "f\n" : "S\n");
}

/* A picture fills the unit square; the matrix takes it into its box, upright by the camera's orientation 1 … 8. */
static void put_matrix(struct pen *p, const struct lay_item *it, int orientation)
{
	static const struct {
		int8_t a, b, c, d;
	} turn[8] = {{1, 0, 0, 1}, {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1}, {0, -1, -1, 0}, {0, -1, 1, 0},
		{0, 1, 1, 0}, {0, 1, -1, 0}};
	int k = orientation - 1;
	int32_t w = pdf_to_centi(it->u.image.w), h = pdf_to_centi(it->u.image.h);
	int32_t x = pdf_to_centi(it->u.image.x), y = pdf_to_centi(p->height) - pdf_to_centi(it->u.image.y) - h;
	bool left = turn[k].a < 0 || turn[k].c < 0, down = turn[k].b < 0 || turn[k].d < 0;
	put_pair(p->out, turn[k].a * w, turn[k].b * h, " ");
	put_pair(p->out, turn[k].c * w, turn[k].d * h, " ");
	put_pair(p->out, left ? x + w : x, down ? y + h : y, " cm");
}

static void image(struct pen *p, const struct lay_item *it)
{
	const struct pdf_shown *pic = &p->page->pictures[p->picture++];
	if (pic->number < 0)
		return;
	leave_text(p);
	buf_str(p->out, "q ");
	put_matrix(p, it, pic->orientation);
	buf_fmt(p->out, " /I%d Do Q\n", pic->number);
}

void pdf_content(struct pdf *pdf, int page_no, const struct lay_page *page, struct pdf_page *out)
{
	struct pen p = {.pdf = pdf, .page = out, .out = &out->content, .font = -1, .line = LEN_PT(1)};
	lay_page_size(pdf->lay, page_no, &p.width, &p.height);
	buf_clear(&out->content);
	for (size_t i = 0; i < page->nitems; i++) {
		const struct lay_item *it = &page->items[i];
		if (it->kind == LAY_LINK)
			continue;
		mark(&p, it);
		if (it->kind == LAY_TEXT)
			text(&p, page, it);
		else if (it->kind == LAY_PATH)
			path(&p, page, it);
		else
			image(&p, it);
	}
	leave_mark(&p);
}
