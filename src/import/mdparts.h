/* mdparts.h: what pandoc and MultiMarkdown add to Markdown and md4c does not know, each as HTML on lines of its own. */
#ifndef IMPORT_MDPARTS_H
#define IMPORT_MDPARTS_H
#include "import/flow.h"

/* The text of one cell, as Markdown of its own, to HTML. */
typedef void md_cell(void *, const char *, size_t, struct buf *html);
/* All but the last: what begins with this line; the bytes it takes, 0: there is none. */

/* mdtable.c: grids, columns under strokes, rows of bars with several head rows, spans ("||") or a title ("[…]") */
size_t md_table(const char *s, md_cell *, void *user, struct buf *html);
/* mdblock.c: ": title", "Table: title" beside a table (above: one ends there); terms with ": explanation" below */
size_t md_caption(const char *s, bool above, md_cell *, void *user, struct buf *html);
size_t md_terms(const char *s, md_cell *, void *user, struct buf *html);
/* mdfront.c: what the file says of itself between lines of strokes, to the flow and as paragraphs */
size_t md_front(struct imp_flow *, const char *s, struct buf *html);
/* Appends what md_cell gave as it may stand in a line: a blank line would end it. */
void md_put_line(struct buf *to, const struct buf *html);

#endif
