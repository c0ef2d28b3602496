/* mdtable.h: tables that pandoc draws in Markdown: grids, and columns under strokes. */
#ifndef IMPORT_MDTABLE_H
#define IMPORT_MDTABLE_H
#include "base/buf.h"

/* The text of one cell, as Markdown of its own, to HTML. */
typedef void md_cell(void *, const char *, size_t, struct buf *html);
/* A table that begins with this line, as HTML on one line; the bytes it takes, 0: there is none. */
size_t md_table(const char *s, md_cell *, void *user, struct buf *html);

#endif
