/* pdfrow.h: what stands on one height of a page: its words from left to right. */
#ifndef IMPORT_PDFROW_H
#define IMPORT_PDFROW_H
#include <stdbool.h>

#include "base/buf.h"
#include "import/pdfpage.h"

struct pdf_row {
	struct pdf_word **w; size_t n;
	float x0, y0, x1, y1;                          /* of its words of full size */
	float size;
	int look;                                      /* of most of its letters */
	bool bold;                                     /* all of it */
	bool rtl;                                      /* it is read from right to left */
	bool sideways;                                 /* it is read from the side: a stamp at the edge */
	bool runs;                                     /* a running head, a page number */
	int page;                                      /* from 1 */
	bool begins_page, ends_page;                   /* with its text */
	float right;                                   /* where a full row ends here */
};

struct pdf_rows { struct pdf_row *at; size_t n, cap; };

/* The rows of a page, from top to bottom. */
struct pdf_rows pdf_rows_of(const struct pdf_pages *, size_t page);
/* Of a row the words whose middle lies between; n is 0 where none does. */
struct pdf_row pdf_row_part(const struct pdf_pages *, const struct pdf_row *, float from, float to);
/* No blank stands before that word of the row. */
bool pdf_glued(const struct pdf_pages *, const struct pdf_row *, size_t word);
/* It is set small and high: the mark of a note. */
bool pdf_raised(const struct pdf_pages *, const struct pdf_row *, size_t word);
/* The row with its words in the order in which they are read. */
struct pdf_row pdf_as_read(const struct pdf_pages *, const struct pdf_row *);
void pdf_row_text(const struct pdf_pages *, const struct pdf_row *, struct buf *);
/* Marks what runs over all pages: rows of one page each. */
void pdf_find_heads(const struct pdf_pages *, struct pdf_rows *pages, size_t n);

#endif
