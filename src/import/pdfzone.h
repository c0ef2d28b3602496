/* pdfzone.h: rows of a page that stand beside each other: tables kept by white space alone, columns of text. */
#ifndef IMPORT_PDFZONE_H
#define IMPORT_PDFZONE_H
#include "import/pdfrow.h"

enum { PDF_GUTTERS = 15 };
enum pdf_zone_kind { PDF_LINES, PDF_TABLE, PDF_COLUMNS };

struct pdf_gutter { float x0, x1; int kept, broken; };  /* rows with text on both sides of it; with text across */

struct pdf_zone {
	enum pdf_zone_kind kind;
	size_t n;                                      /* rows */
	struct pdf_gutter gutter[PDF_GUTTERS]; int ngutters;
};

/* The zone that begins with the first of the rows. */
struct pdf_zone pdf_zone_at(const struct pdf_pages *, const struct pdf_row *, size_t n);
/* White space within the row is wider than between words. */
bool pdf_parted(const struct pdf_row *);
/* What begins an item: a sign or number at the begin of a row; its words, 0: none. */
size_t pdf_label(const struct pdf_row *);

#endif
