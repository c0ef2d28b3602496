/* view.h: pages as vector drawings for a screen: SVG, its text as text in the fonts of the document. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H
#include <stdbool.h>

#include "base/buf.h"
#include "layout/layout.h"
#include "text/text.h"

/* One page, appended: <svg class="seite" viewBox="0 0 595 841">, each element in it on a line of its own. The fonts of
 * its text are named by classes, "f3" for number 3 of txt; see view_font. room: used again from page to page. What
 * stands on the page and how is the same as in the PDF. Nothing in it is a program, whatever the document says. */
void view_page(struct buf *out, struct lay *, const struct txt *, int page, struct lay_page *room);

/* Font number n as WOFF2, appended, with all characters of the scripts that documents are written in. Numbers count
 * from 0 in the order of first use and stay as long as txt. False: there is none. */
bool view_font(struct buf *out, struct txt *, int n);

/* The place a reader points at: the block whose item lies nearest, NULL: an empty page. x, y in points of the page. */
const struct block *view_at(struct lay *, int page, double x, double y, struct lay_page *room);

#endif
