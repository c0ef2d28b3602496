/* tidy.h: what a document only shows by its looks, after a reader took what it says. */
#ifndef IMPORT_TIDY_H
#define IMPORT_TIDY_H
#include "import/flow.h"

/* Contents typed with leading dots, bullets typed as signs, rows that are lines with tabs, headings that are only
 * bold or larger (where the document has no others). Words stay what they are. */
void imp_tidy(struct imp_flow *);

/* sections.c: sections that a table holds side by side, one after the other; numbers typed in front of headings */
void imp_unroll_layout(struct imp_flow *);
void imp_number_headings(struct imp_flow *);

#endif
