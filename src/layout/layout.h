/* layout.h: blocks to lines and pages. lay_run fixes all lines and pages in compact form; lay_page expands one page
 * when it is written. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/len.h"
#include "base/store.h"
#include "block/block.h"
#include "style/style.h"
#include "text/text.h"

struct lay;

/* Never NULL; lay_free. store: paragraphs of the runs before with the same txt, filled for the next; NULL: none are
 * kept. The pages are the same. */
struct lay *lay_run(const struct blk_tree *, const struct style *, struct txt *, struct store *, struct diag *);
void lay_free(struct lay *);
int lay_pages(const struct lay *);
void lay_page_size(const struct lay *, int page, len_t *w, len_t *h);
void lay_label(const struct lay *, int page, char out[24]);        /* printed page number: "", "iv", "12" */
/* First page (from 0) and upper edge of a block; false if it is not on any page. */
bool lay_place(const struct lay *, const struct block *, int *page, len_t *y);
/* a segment with BLK_SEG_ONCE: the page before is the same */
bool lay_left_out(const struct lay *, const struct blk_seg *segs, uint32_t n, uint32_t i);
/* The segments of its paragraph that belong to an element or to what is in it: first … end - 1; none: both 0. */
struct lay_span { uint32_t first, end; };
struct lay_span lay_span(const struct lay *, const struct block *);
/* The last page that holds content of a block or its descendants; -1: none. Its structure element may be written after
 * that page. */
int lay_last_page(const struct lay *, const struct block *);

enum lay_kind { LAY_TEXT, LAY_PATH, LAY_IMAGE, LAY_LINK };
enum lay_artifact { LAY_CONTENT, LAY_HEADER, LAY_FOOTER, LAY_LAYOUT, LAY_BACKGROUND };   /* LAY_CONTENT: owner is set */

struct lay_glyph {
	uint16_t key;                                  /* of txt_glyph */
	/* advance beyond txt_advance(), 1/1000 em (kerning and stretch; positive: wider) */
	int16_t adjust;
};

enum { LAY_MOVE, LAY_LINE, LAY_CURVE, LAY_CLOSE };                /* CURVE takes three points, CLOSE none */
struct lay_point { len_t x, y; };

/* x to the right, y downwards, from the page's upper left corner. */
struct lay_item {
	uint8_t kind, artifact;
	const struct block *owner;                     /* NULL for artifacts */
	union {
		/* Glyphs of the page: first …; x, y: pen at the baseline. rtl: the pen starts at x and walks to the
		 * left by each glyph's advance before it is drawn. up: turned by 90° counterclockwise, reads upwards
		 * from x, y. track: added after every glyph (justified lines). */
		struct { uint8_t font; bool rtl, up; len_t size, track, x, y; sty_rgb rgb; uint32_t first, n; } text;
		struct {
			uint32_t first_op, nops, first_pt;
			bool fill, stroke;
			sty_rgb fill_rgb, stroke_rgb;
			len_t width, dash_on, dash_off;
		} path;
		struct { const struct blk_image *image; len_t x, y, w, h; } image;
		struct { len_t x, y, w, h; } link;         /* annotation of owner (a LINK block): href or target */
	} u;
};

struct lay_page {                                /* reused from page to page; zero it first, lay_page_free at the end */
	struct lay_item *items; size_t nitems, cap_items;   /* in painting order, which is reading order for content */
	struct lay_glyph *glyphs; size_t nglyphs, cap_glyphs;
	uint8_t *ops; size_t nops, cap_ops;
	struct lay_point *pts; size_t npts, cap_pts;
};
void lay_page(struct lay *, int page, struct lay_page *);
void lay_page_free(struct lay_page *);
void lay_dump(struct lay *, struct buf *);         /* --dump=pages: the pieces of each page */
void lay_dump_lines(struct lay *, struct buf *);   /* --dump=lines: each line as it is set, with its edges and words */
extern const struct diag_code lay_codes[];

#endif
