/* html.h: the block tree as one HTML file that needs nothing else: no script, no font, no picture outside. */
#ifndef HTML_HTML_H
#define HTML_HTML_H
#include "base/buf.h"
#include "block/block.h"

/* Appends the whole file. Page numbers, running heads and motifs of the printed page are left out; attached files too.
 * */
void html_write(const struct blk_tree *, const struct style *, struct buf *);

#endif
