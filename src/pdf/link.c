/* link.c: link annotations and destinations. */
#include <string.h>

#include "pdf/syntax.h"
#include "pdf/write.h"

bool pdf_link_dest(struct pdf *pdf, const struct block *target, struct buf *out)
{
	int page;
	len_t y, w, h;
	const struct block *b = target;
	while (b && !lay_place(pdf->lay, b, &page, &y))
		b = b->first ? b->first : NULL;
	for (b = b ? b : target; b && !lay_place(pdf->lay, b, &page, &y);)
		b = b->parent;
	if (!b)
		return false;
	lay_page_size(pdf->lay, page, &w, &h);
	buf_chr(out, '[');
	pdf_put_ref(out, pdf->first_page + (uint32_t)page);
	buf_str(out, "/XYZ 0 ");
	pdf_put_len(out, h - y);
	buf_str(out, "null]");
	return true;
}

/* An address as a URI: blanks, quotes and what is not ASCII are percent-encoded. */
static void put_uri(struct buf *out, const char *s)
{
	buf_chr(out, '(');
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '(' || c == ')' || c == '\\')
			buf_chr(out, '\\');
		if (c <= ' ' || c >= 127 || strchr("\"<>^`{|}", c))
			buf_fmt(out, "%%%02X", c);
		else
			buf_chr(out, (char)c);
	}
	buf_chr(out, ')');
}

/* What a reader says of the link: its words, and the address where they do not show it. */
static void put_contents(struct pdf *pdf, const struct block *b, struct buf *out)
{
	struct buf text = {0};
	pdf_role_text(pdf->lay, b, &text, 400);
	if (b->more->href && (!text.len || !strstr(b->more->href, text.data)))
		buf_fmt(&text, text.len ? " (%s)" : "%s", b->more->href);
	buf_str(out, "/Contents");
	if (text.len)
		pdf_put_text(out, text.data, text.len);
	else
		buf_str(out, "(Verweis)");
	buf_free(&text);
}

static void put_point(struct buf *b, len_t x, len_t y)
{
	pdf_put_len(b, x);
	pdf_put_len(b, y);
}

/* The box around all lines; of more than one also each line: upper left, upper right, lower left, lower right corner,
 * as readers have it (ISO 32000-1 says otherwise). high: of the page. */
static void put_areas(const struct pdf_area *a, size_t n, len_t high, struct buf *b)
{
	len_t x0 = a->x, x1 = a->x + a->w, y0 = a->y, y1 = a->y + a->h;
	for (size_t i = 1; i < n; i++) {
		x0 = a[i].x < x0 ? a[i].x : x0;
		x1 = a[i].x + a[i].w > x1 ? a[i].x + a[i].w : x1;
		y0 = a[i].y < y0 ? a[i].y : y0;
		y1 = a[i].y + a[i].h > y1 ? a[i].y + a[i].h : y1;
	}
	buf_str(b, "/Rect[");
	put_point(b, x0, high - y1);
	put_point(b, x1, high - y0);
	buf_chr(b, ']');
	if (n < 2)
		return;
	buf_str(b, "/QuadPoints[");
	for (size_t i = 0; i < n; i++) {
		put_point(b, a[i].x, high - a[i].y);
		put_point(b, a[i].x + a[i].w, high - a[i].y);
		put_point(b, a[i].x, high - a[i].y - a[i].h);
		put_point(b, a[i].x + a[i].w, high - a[i].y - a[i].h);
	}
	buf_chr(b, ']');
}

uint32_t pdf_link_write(struct pdf *pdf, int page, const struct pdf_link *l, const struct pdf_area *areas)
{
	struct buf b = {0};
	len_t w, h;
	lay_page_size(pdf->lay, page, &w, &h);
	buf_str(&b, "/Type/Annot/Subtype/Link/F 4");
	put_areas(areas + l->first, l->n, h, &b);
	if (l->owner->more->href) {
		buf_str(&b, "/A<</S/URI/URI");
		put_uri(&b, l->owner->more->href);
		buf_str(&b, ">>");
	} else if (l->owner->more->attached) {
		const char *name = l->owner->more->attached;
		buf_str(&b, "/A<</S/GoToE/D[0/Fit]/T<</R/C/N");
		pdf_put_text(&b, name, strlen(name));
		buf_str(&b, ">>>>");
	} else {
		buf_str(&b, "/Dest");
		if (!l->owner->target || !pdf_link_dest(pdf, l->owner->target, &b)) {
			buf_free(&b);
			return 0;
		}
	}
	put_contents(pdf, l->owner, &b);
	uint32_t num = pdf_obj_new(pdf->obj, 1), key = pdf_tags_key(pdf->tags);
	buf_str(&b, "/Border[0 0 0]/StructParent ");
	pdf_put_uint(&b, key);
	pdf_put_entry(&b, "/P ", pdf->first_page + (uint32_t)page);
	pdf_write_raw(pdf->obj, num, &b);
	pdf_tags_link(pdf->tags, l->owner, num, key);
	buf_free(&b);
	return num;
}
