/* marks.c: what of a page's items is structure: marked content, links, boxes of figures, pictures in use. Consecutive
 * items of one owner share a marked-content sequence. */
#include <stdlib.h>

#include "pdf/write.h"

bool pdf_mark_begins(const struct lay_item *before, const struct lay_item *it)
{
	return !before || before->owner != it->owner || (!it->owner && before->artifact != it->artifact);
}

/* The box of what is drawn; of text only the baseline's start and its height are known. */
static void extend(struct pdf *pdf, const struct lay_page *page, const struct lay_item *it, len_t h)
{
	if (it->kind == LAY_IMAGE) {
		pdf_tags_extent(pdf->tags, it->owner, it->u.image.x, h - it->u.image.y - it->u.image.h,
			it->u.image.x + it->u.image.w, h - it->u.image.y);
	} else if (it->kind == LAY_TEXT) {
		pdf_tags_extent(pdf->tags, it->owner, it->u.text.x, h - it->u.text.y, it->u.text.x + it->u.text.size,
			h - it->u.text.y + it->u.text.size);
	} else if (it->kind == LAY_PATH) {
		const struct lay_point *pt = page->pts + it->u.path.first_pt;
		for (uint32_t i = 0; i < it->u.path.nops; i++) {
			int op = page->ops[it->u.path.first_op + i], n = op == LAY_CURVE ? 3 : op == LAY_CLOSE ? 0 : 1;
			for (; n > 0; n--, pt++)
				pdf_tags_extent(pdf->tags, it->owner, pt->x, h - pt->y, pt->x, h - pt->y);
		}
	}
}

/* Does it go on with the area, leader and all? */
static bool same_line(const struct pdf_area *a, const struct pdf_area *b) { return a->y == b->y && a->h == b->h; }

static void widen(struct pdf_area *a, const struct pdf_area *b)
{
	len_t left = a->x < b->x ? a->x : b->x, right = a->x + a->w > b->x + b->w ? a->x + a->w : b->x + b->w;
	a->x = left;
	a->w = right - left;
}

/* The pieces of a link follow one another: content is painted in the order in which it is read. */
static void link_area(struct pdf_page *pg, const struct lay_item *it)
{
	struct pdf_link *link = pg->nlinks ? &pg->links[pg->nlinks - 1] : NULL;
	const struct pdf_area area = {it->u.link.x, it->u.link.y, it->u.link.w, it->u.link.h};
	if (!it->owner)
		return;
	if (!link || link->owner != it->owner) {
		MEM_ROOM(pg->links, pg->nlinks, pg->cap_links);
		link = &pg->links[pg->nlinks++];
		*link = (struct pdf_link){it->owner, pg->nareas, 0};
	}
	if (link->n && same_line(&pg->areas[pg->nareas - 1], &area)) {
		widen(&pg->areas[pg->nareas - 1], &area);
		return;
	}
	MEM_ROOM(pg->areas, pg->nareas, pg->cap_areas);
	pg->areas[pg->nareas++] = area;
	link->n++;
}

static void picture(struct pdf *pdf, const struct lay_item *it, struct pdf_page *pg)
{
	bool alpha = false;
	struct pdf_shown pic = {.orientation = 1};
	pic.number = pdf_images_use(pdf->images, it->u.image.image, it->owner, &pic.orientation, &alpha);
	pdf->failed |= pic.number < 0;
	pg->transparent |= alpha;
	MEM_ROOM(pg->pictures, pg->npictures, pg->cap_pictures);
	pg->pictures[pg->npictures++] = pic;
}

void pdf_marks(struct pdf *pdf, int page_no, const struct lay_page *page, struct pdf_page *out)
{
	const struct lay_item *before = NULL;
	len_t w, h;
	lay_page_size(pdf->lay, page_no, &w, &h);
	out->nlinks = out->nareas = out->npictures = 0;
	out->transparent = false;
	for (size_t i = 0; i < page->nitems; i++) {
		const struct lay_item *it = &page->items[i];
		if (it->kind == LAY_LINK) {
			link_area(out, it);
			continue;
		}
		if (pdf_mark_begins(before, it) && it->owner)
			pdf_tags_mark(pdf->tags, it->owner);
		before = it;
		if (it->owner && it->owner->role == BLK_FIGURE)
			extend(pdf, page, it, h);
		if (it->kind == LAY_IMAGE)
			picture(pdf, it, out);
	}
}

void pdf_page_free(struct pdf_page *pg)
{
	buf_free(&pg->content);
	buf_free(&pg->key);
	free(pg->links);
	free(pg->areas);
	free(pg->pictures);
}
