/* page.h: units to pages, and runs of pages. */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H
#include "layout/lay.h"

struct page {
	uint32_t first, n;                             /* pieces */
	uint32_t notes;                                /* pieces before this one are text, from it on notes */
	const char *head;                              /* running head */
	const struct style *look;                      /* its geometry, where it is not that of its run; or NULL */
	len_t filled;                                  /* of its height, by text, what stands beside it, and notes */
	uint16_t lines;                                /* of text; a drawing or row counts by its height */
	bool ends;                                     /* the next page, if any, begins a chapter or a run */
};

struct seq {                                       /* a run of pages with one look and one numbering */
	const struct block *b;
	const struct blk_seq *seq;                     /* NULL: the document is one run and says nothing of it */
	struct pieces p;
	struct page *pages; uint32_t npages, cap_pages;
	uint32_t first_page, first_number;             /* of all pages, from 0; printed number of its first page */
	uint32_t numbers, letters;                     /* so many have one of their own; letters given before them */
	const char *head_in;                           /* running head when it begins */
	bool labels;                                   /* holds page labels */
};

/* page.c */
/* Would the flow overflow a page? By how much, and what is the first that does. 0: it fits. */
len_t lay_pages_over(struct lay *, struct flow *, const struct block **at, len_t *leading);
len_t lay_pages_left(const struct lay *, const struct flow *);         /* room below it on its one page */
/* Makes the pages that are full; all: also the last one. */
void lay_pages_drain(struct lay *, struct flow *, bool all);
void lay_pages_empty(struct lay *, struct seq *);  /* a page without text */

/* notes.c: the notes' flow is a queue; a page takes from its front. */
/* The least height that notes before end (of all) need on a page: all, up to a third of it; of more at least the
 * beginning of each. */
len_t lay_notes_need(const struct lay *, uint32_t end);
len_t lay_notes_x(const struct style *);           /* where they begin on pages of that look */
len_t lay_notes_least(const struct lay *);         /* of one note: its beginning */
/* So many of them find room in most; their height in *h. */
uint32_t lay_notes_room(const struct lay *, uint32_t end, len_t most, len_t *h);
void lay_notes_put(struct lay *, struct seq *, uint32_t n);

/* seq.c: the pages of one run. sheet: its block is a slide shown on paper. */
void lay_seq_fill(struct lay *, struct seq *, bool sheet);

/* slide.c: pictures on a slide that is too full become smaller, as long as they can be read; what still does not fit is
 * told; all of the run in work. */
void lay_slide_shrink(struct lay *, struct flow *);
void lay_slide_check(struct lay *, struct flow *);
void lay_slide_fill(struct lay *, struct flow *); /* cards reach to the foot, an axis stands where the eye looks */
void lay_slide_title(struct lay *, const struct block *, len_t height);
void lay_slide_more(struct lay *);                 /* its heading with "(Fortsetzung)", once its pages are known */

/* sheet.c: slides shown on paper. */
void lay_sheet(struct lay *, struct flow *, const struct block *);
void lay_sheets_number(struct lay *);              /* counted through, whatever page they are shown on */

/* place.c: where blocks came to stand, and what pages are called. */
const struct style *lay_seq_look(const struct lay *, const struct seq *);      /* of pages without one of their own */
void lay_look(struct lay *, const struct seq *);   /* what follows is about its pages */
void lay_look_at(struct lay *, const struct seq *, uint32_t page);     /* … about this one of them */
uint8_t lay_seq_numbering(const struct seq *);
void lay_seq_label(const struct seq *, int number, char out[24]);
const struct seq *lay_seq_of(const struct lay *, int page);
len_t lay_label_width(struct lay *, const struct blk_seg *);           /* of the page number it stands for */
/* The paragraph an inline block is in; of a label before one: that one. Or NULL. */
const struct block *lay_text_of(const struct block *);
int lay_block_page(const struct lay *, const struct block *, len_t *y);        /* -1: none */

#endif
