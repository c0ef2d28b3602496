/* pdfgap.h: the white space between the words of a row; internal to reading by place. */
#ifndef IMPORT_PDFGAP_H
#define IMPORT_PDFGAP_H
#include "import/pdfzone.h"

/* Where the white space before that word begins; before the first and behind the last it has no end. */
struct pdf_gutter pdf_gap_before(const struct pdf_row *, size_t word);
/* It is wider than between words of a sentence. */
bool pdf_is_gap(const struct pdf_row *, size_t word);
/* What of the gutter the row leaves white; *both: it has text on both sides. Less than a sliver: it is crossed. */
struct pdf_gutter pdf_white(const struct pdf_row *, const struct pdf_gutter *, bool *both);

#endif
