/* lines.h: a plain text as lines: where pages begin, what runs over all pages, which blank space parts paragraphs. */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"

struct line {
	const char *s;                                 /* without blanks around it, NUL-terminated */
	size_t n;
	int no, page;                                  /* from 1 */
	int indent;                                    /* blanks before it */
	bool gap;                                      /* a paragraph ends above it */
	bool page_start;                               /* the first of a page */
	bool rule_above;                               /* a line of nothing but blanks, as above footnotes */
	bool hollow_above;                             /* a line with blanks in it */
	bool runs;                                     /* a running head or page number */
	bool broken;                                   /* two blanks at its end: a line end the author wants */
};

struct lines {
	struct line *at;
	size_t n, cap;
	size_t width;                                  /* of a full line, in bytes; 0: lines are whole paragraphs */
	bool doubled;                                  /* each line is followed by an empty one */
	bool marked;                                   /* it has marks of Markdown or HTML in it */
	const char **compounds; size_t ncompounds, capcompounds;      /* "deutsch-polnisch" within lines, sorted */
};

/* text: NUL-terminated UTF-8, lines ending in \n; \f begins a page. */
struct lines lines_of(struct mem *, const char *text, size_t n);
/* Adds a line to a paragraph. Behind a hyphen at the line end a mark is put (import/hyphen.h), unless the text has the
 * word with its hyphen elsewhere; a soft one goes. */
void lines_join(const struct lines *, struct buf *, const char *s, size_t n);
/* "Abbildung 3: …": the caption of a figure or table. */
bool lines_is_caption(const char *s);

#endif
