/* foreign.h: a PDF made by others, looked at with libqpdf: only in the second program (look_ask() in base/look.h asks
 * it). */
#ifndef PDF_FOREIGN_H
#define PDF_FOREIGN_H
#include "base/look.h"

/* Whatever the bytes are; a file that makes the library fail is LOOK_BROKEN. */
void pdf_look(const char *data, size_t n, struct look_pdf *);

/* What it says beside its pages, a line each: kind, page (0: of none), who, when ("D:20240301"), words, with tabs
 * between. */
void pdf_beside(const char *data, size_t n, struct buf *out);

#endif
