/* tidy.h: what a document only shows by its looks, after a reader took what it says. */
#ifndef IMPORT_TIDY_H
#define IMPORT_TIDY_H
#include "import/flow.h"

/* Contents typed with leading dots, lists typed as signs and numbers, rows that are lines with tabs, headings that are
 * only bold or larger (where the document has no others). Words stay what they are. */
void imp_tidy(struct imp_flow *);

/* a node of the kind in its place, with it below */
struct imp_node *imp_wrap(struct imp_flow *, struct imp_node *, enum imp_kind);
void imp_trim(struct imp_node *paragraph);             /* no blanks at its begin */
bool imp_all_bold(const struct imp_node *paragraph);
/* typed.c: paragraphs below the node that begin with the signs of a list, as its items */
void imp_typed_lists(struct imp_flow *, struct imp_node *parent);

/* sections.c: sections that a table holds side by side, one after the other; numbers typed in front of headings */
void imp_unroll_layout(struct imp_flow *);
void imp_number_headings(struct imp_flow *);

#endif
