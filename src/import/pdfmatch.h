/* pdfmatch.h: notes brought to their marks. */
#ifndef IMPORT_PDFMATCH_H
#define IMPORT_PDFMATCH_H
#include "import/flow.h"

struct pdf_mark { struct imp_node *node; const char *label; int page; };     /* in the text, or the note itself */
struct pdf_marks { struct pdf_mark *at; size_t n, cap; };

/* Each note to the last mark with its label, on its page or the one before; then marks that are left to
 * the items of a list behind all text. A note without a mark stays where it is, and is told. */
void pdf_match_notes(struct imp_flow *, struct pdf_marks *marks, const struct pdf_marks *notes);

#endif
