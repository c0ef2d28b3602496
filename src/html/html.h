/* html.h: the block tree as one HTML file that needs nothing else: no script, no font or picture outside. */
#ifndef HTML_HTML_H
#define HTML_HTML_H
#include "base/buf.h"
#include "block/block.h"

struct txt;

/* Appends the whole file, with what it shows of its fonts. Page numbers, running heads and motifs of the printed page
 * are left out; attached files too. False: a font could not be cut down, message given. */
bool html_write(const struct blk_tree *, const struct style *, struct txt *, struct buf *);

#endif
