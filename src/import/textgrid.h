/* textgrid.h: plain text that keeps its places by blanks, as `pdftotext -layout` writes it: tables and columns. */
#ifndef IMPORT_TEXTGRID_H
#define IMPORT_TEXTGRID_H
#include "import/flow.h"
#include "import/lines.h"

struct textgrid;
/* NULL: nothing in it is kept apart by blanks. */
struct textgrid *textgrid_of(struct imp_flow *, const struct lines *);
/* Stands the line in a table or beside other columns? */
bool textgrid_begins(const struct textgrid *, size_t line);
/* What begins with the line, to the end of the root: how many lines; 0: nothing. */
size_t textgrid_take(struct textgrid *, size_t line);

#endif
