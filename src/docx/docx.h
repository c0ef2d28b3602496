/* docx.h: the block tree as a file for word processors, to be written on: real styles, headings, lists, tables with
 * head rows, footnotes, captions, alternative texts, languages, fields for page numbers. */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H
#include "base/buf.h"
#include "block/block.h"

/* Appends the whole file: a Word file (ECMA-376 transitional), or with odf a text of OpenDocument 1.3. The look of the
 * printed page stays behind: margin columns, running heads, drawings (their alternative text stands in their place). */
void dx_write(const struct blk_tree *, bool odf, struct buf *);

#endif
