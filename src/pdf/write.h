/* write.h: what the files of this room share while one PDF is written. Not for other rooms. */
#ifndef PDF_WRITE_H
#define PDF_WRITE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"

struct pdf {
	const struct blk_tree *tree;
	struct lay *lay;
	struct txt *txt;
	const struct pdf_options *options;
	struct diag *diag;
	struct mem *mem;                               /* until the file is closed */
	struct pdf_obj *obj;
	struct pdf_tags *tags;
	struct pdf_fonts *fonts;
	struct pdf_images *images;
	int pages;
	uint32_t first_page;                           /* page i has the number first_page + i */
	uint32_t resources;
	struct date date;
	bool failed;                                   /* a message was given */
};

/* tags.c: structure tree. */
struct pdf_tags *pdf_tags_new(struct pdf *);
void pdf_tags_free(struct pdf_tags *);
uint32_t pdf_tags_key(struct pdf_tags *);                              /* next /StructParent(s) key */
/* the page's marked content begins, its key from pdf_tags_key */
void pdf_tags_page(struct pdf_tags *, int page, uint32_t key);
int pdf_tags_mark(struct pdf_tags *, const struct block *owner);       /* a new marked-content sequence: its MCID */
void pdf_tags_link(struct pdf_tags *, const struct block *owner, uint32_t annotation, uint32_t key);
/* figures; PDF coordinates */
void pdf_tags_extent(struct pdf_tags *, const struct block *owner, len_t x0, len_t y0, len_t x1, len_t y1);
void pdf_tags_page_end(struct pdf_tags *);         /* writes what is complete */
bool pdf_tags_complete(struct pdf_tags *);         /* false: text was lost, messages given */
uint32_t pdf_tags_finish(struct pdf_tags *);  /* the rest of the elements and the trees; number of the StructTreeRoot */

/* check.c: has the block all its words, or its picture? Else a message. has: did an element get content? */
typedef bool pdf_has_content(void *of, const struct block *);
bool pdf_check_lost(const struct block *, pdf_has_content *has, void *of, struct diag *);

/* role.c: what block tree and layout say about an element. */
bool pdf_role_is_element(struct lay *, const struct block *);          /* false: empty, left out */
const char *pdf_role_numbering(const struct block *list);              /* ListNumbering */
/* Text of an element and its descendants as read, at most max bytes (whole characters). */
void pdf_role_text(struct lay *, const struct block *, struct buf *, size_t max);

/* marks.c: one page's marks and pictures, in the order of its items; links are collected: one of each Link element,
 * however many lines it stands on, so that the keyboard stops at it once. */
struct pdf_area { len_t x, y, w, h; };             /* a piece of a line; y downwards */
struct pdf_link { const struct block *owner; size_t first, n; };       /* of the page's areas, n > 0 */
struct pdf_shown { int number, orientation; };  /* as pdf_images_use says; -1: cannot be used, told */
struct pdf_page {
	struct buf content, key;
	struct pdf_link *links; size_t nlinks, cap_links;
	struct pdf_area *areas; size_t nareas, cap_areas;
	struct pdf_shown *pictures; size_t npictures, cap_pictures;
	bool transparent;
};
void pdf_page_free(struct pdf_page *);
void pdf_marks(struct pdf *, int page, const struct lay_page *, struct pdf_page *);
/* Does a marked-content sequence begin with it? before: the item before it, links apart; NULL: none. */
bool pdf_mark_begins(const struct lay_item *before, const struct lay_item *it);

/* content.c: one page's items to a content stream, after pdf_marks. */
void pdf_content(struct pdf *, int page, const struct lay_page *, struct pdf_page *);
/* key.c: all that the stream follows from, by value: two pages of one key have the same. */
void pdf_page_key(struct pdf *, int page, const struct lay_page *, struct pdf_page *);

/* font.c */
struct pdf_fonts *pdf_fonts_new(struct pdf *);
void pdf_fonts_free(struct pdf_fonts *);
int pdf_fonts_name(struct pdf_fonts *, int font);  /* the resource is /F<n> */
/* Appends "[(…)-12(…)]TJ". */
void pdf_fonts_show(struct pdf_fonts *, int font, const struct lay_glyph *, size_t n, bool rtl, struct buf *);
/* Appends what the above follows from; the key of another page begins with the first. */
void pdf_fonts_page(struct pdf_fonts *);
void pdf_fonts_key(struct pdf_fonts *, int font, const struct lay_glyph *, size_t n, bool rtl, struct buf *);
/* writes the fonts; entries for /Font. False: message given */
bool pdf_fonts_finish(struct pdf_fonts *, struct buf *resources);

/* image.c: each picture is written when it is first used. */
struct pdf_images *pdf_images_new(struct pdf *);
void pdf_images_free(struct pdf_images *);
/* /I<n>; -1: message given */
int pdf_images_use(struct pdf_images *, const struct blk_image *, const struct block *owner, int *orientation,
	bool *alpha);
void pdf_images_finish(struct pdf_images *, struct buf *resources);    /* entries for /XObject */

/* link.c, outline.c, attach.c, meta.c */
/* Number of the annotation; 0: no target. */
uint32_t pdf_link_write(struct pdf *, int page, const struct pdf_link *, const struct pdf_area *areas);
/* "[12 0 R/XYZ 0 700 null]"; false: not on any page */
bool pdf_link_dest(struct pdf *, const struct block *, struct buf *);
uint32_t pdf_outline_write(struct pdf *);          /* 0: no headings */
uint32_t pdf_labels_write(struct pdf *);
uint32_t pdf_names_write(struct pdf *, struct buf *af);     /* attachments, destinations; references for /AF; 0: none */
uint32_t pdf_meta_info(struct pdf *);
uint32_t pdf_meta_xmp(struct pdf *);
uint32_t pdf_meta_intent(struct pdf *);            /* OutputIntent: sRGB */
void pdf_icc_srgb(struct buf *);                   /* the profile */
void pdf_put_date(struct buf *, struct date);      /* D:20180131120000Z */

#endif
