/* pdfnumber.h: numbers and signs that stand in the text before a heading or an item. */
#ifndef IMPORT_PDFNUMBER_H
#define IMPORT_PDFNUMBER_H
#include "import/flow.h"

bool pdf_is_sign(const char *);                     /* "•", "–" */
bool pdf_is_number(const char *);                   /* "3.", "3)", "a)", "(3)", "2.1" */
/* "2.1 Wohnraum": the bytes of the number, 0: none; depth (NULL: of no interest): of how many numbers. */
size_t pdf_number(const char *s, int *depth);
void pdf_cut_number(struct imp_flow *, struct imp_node *heading);         /* from its text to its label */

#endif
