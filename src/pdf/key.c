/* key.c: what a page's stream follows from, by value. Whatever content.c looks at stands here. */
#include <string.h>

#include "pdf/write.h"

static void put(struct buf *key, const void *v, size_t n) { buf_put(key, v, n); }

static void put_text(struct pdf *pdf, const struct lay_page *page, const struct lay_item *it, struct buf *key)
{
	const int32_t n = (int32_t)it->u.text.n;
	const int32_t v[] = {n, n ? pdf_fonts_name(pdf->fonts, it->u.text.font) : 0, it->u.text.size,
		it->u.text.track, it->u.text.x, it->u.text.y, (int32_t)it->u.text.rgb,
		it->u.text.rtl | it->u.text.up << 1};
	put(key, v, n ? sizeof v : sizeof *v);
	if (n)
		pdf_fonts_key(pdf->fonts, it->u.text.font, page->glyphs + it->u.text.first, it->u.text.n,
			it->u.text.rtl, key);
}

static void put_path(const struct lay_page *page, const struct lay_item *it, struct buf *key)
{
	const uint8_t *op = page->ops + it->u.path.first_op;
	uint32_t n = it->u.path.nops, points = 0;
	for (uint32_t i = 0; i < n; i++)
		points += op[i] == LAY_CURVE ? 3 : op[i] == LAY_CLOSE ? 0 : 1;
	const int32_t v[] = {(int32_t)n, it->u.path.fill | it->u.path.stroke << 1, (int32_t)it->u.path.fill_rgb,
		(int32_t)it->u.path.stroke_rgb, it->u.path.width, it->u.path.dash_on, it->u.path.dash_off};
	put(key, v, sizeof v);
	put(key, op, n);
	put(key, page->pts + it->u.path.first_pt, points * sizeof *page->pts);
}

static void put_image(const struct lay_item *it, const struct pdf_shown *pic, struct buf *key)
{
	const int32_t v[] = {pic->number, pic->orientation, it->u.image.x, it->u.image.y, it->u.image.w, it->u.image.h};
	put(key, v, sizeof v);
}

void pdf_page_key(struct pdf *pdf, int page_no, const struct lay_page *page, struct pdf_page *out)
{
	struct buf *key = &out->key;
	const struct lay_item *before = NULL;
	const struct pdf_shown *pic = out->pictures;
	len_t size[2];
	lay_page_size(pdf->lay, page_no, &size[0], &size[1]);
	buf_clear(key);
	pdf_fonts_page(pdf->fonts);
	put(key, size, sizeof size);
	for (size_t i = 0; i < page->nitems; i++) {
		const struct lay_item *it = &page->items[i];
		if (it->kind == LAY_LINK)
			continue;
		const bool begins = pdf_mark_begins(before, it);
		const char head[3] = {(char)it->kind, (char)it->artifact, (char)begins};
		char heading[8];
		put(key, head, sizeof head);
		if (begins) {
			const char *role = it->owner ? blk_role_name(it->owner, heading) : "";
			put(key, role, strlen(role) + 1);
		}
		if (it->kind == LAY_TEXT)
			put_text(pdf, page, it, key);
		else if (it->kind == LAY_PATH)
			put_path(page, it, key);
		else
			put_image(it, pic++, key);
		before = it;
	}
}
