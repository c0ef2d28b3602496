/* pdfpage.h: what stands on the pages of a PDF and where: words with their boxes, as `pdftotext -bbox-layout` says
 * them, and how they look, as `pdftohtml -xml` does. Lengths are points from the upper left corner. */
#ifndef IMPORT_PDFPAGE_H
#define IMPORT_PDFPAGE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct pdf_look {
	float size;                                    /* of the type */
	bool bold, italic;
	const char *color;                             /* "#000000" */
};

struct pdf_word {
	const char *s;
	float x0, y0, x1, y1;
	const char *href;                              /* NULL: no link */
	int look;                                      /* of pdf_pages.look */
	int line;                                      /* poppler's, within the page */
};

struct pdf_page {
	struct pdf_word *word;
	size_t n, cap;
	float width, height;
};

struct pdf_entry { const char *title; int level; };    /* of the outline, a bookmark */

struct pdf_pages {
	struct mem *mem;
	struct pdf_page *page; size_t n, cap;
	struct pdf_look *look; size_t nlooks, caplooks;
	struct pdf_entry *entry; size_t nentries, capentries;
	int body;                                      /* the look of most letters */
	float left;                                    /* where most rows of text begin; 0: unknown */
};

/* Words of the pages; each looks as its height says. */
struct pdf_pages pdf_boxes(struct mem *, const char *said, size_t n);
/* How they look, and the outline. */
void pdf_looks(struct pdf_pages *, const char *said, size_t n);
int pdf_look_of(struct pdf_pages *, struct pdf_look);
void pdf_find_body(struct pdf_pages *);
/* Pages that are read from the side are turned, so that their lines run from left to right. */
void pdf_turn(struct pdf_pages *);
/* Text of XML, its entities resolved. */
char *pdf_unescaped(struct mem *, const char *s, size_t n);

#endif
