/* textnote.h: footnotes of a plain text: below a page's text, each with its number, brought to the mark in the text. */
#ifndef IMPORT_TEXTNOTE_H
#define IMPORT_TEXTNOTE_H
#include <stdbool.h>

#include "import/flow.h"
#include "import/lines.h"

struct textnotes {
	int last;                                      /* number of the note before */
	struct imp_node *from;                         /* marks are looked for behind this node; NULL: from the start */
};

/* Notes begin at line *i: takes them, moves on. False: none do. */
bool textnote_read(struct textnotes *, struct imp_flow *, const struct lines *, size_t *i);
/* A running head inside a paragraph: it stands behind it. */
void textnote_furniture(struct imp_flow *, struct imp_node *block, const char *s, size_t n);

#endif
