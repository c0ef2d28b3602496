/* sink.h: inside the room: what walk.c tells of a document and the two formats write, in reading order. */
#ifndef DOCX_SINK_H
#define DOCX_SINK_H
#include "block/block.h"

enum dx_kind {
	DX_BODY, DX_TITLE, DX_SUBTITLE, DX_HEADING, DX_CAPTION, DX_QUOTE, DX_CODE, DX_BOX, DX_SMALL,
	DX_ITEM,  /* the first paragraph of an item that has a sign or number of its list */
	DX_GOES_ON,                                    /* a further one */
	DX_CONTENTS,                                   /* a line of the contents */
	DX_CELL, DX_HEAD,                              /* in a table; in its head */
	DX_NOTE,                                       /* in a footnote */
	DX_STAND_IN,                                   /* in place of a drawing: what it shows */
	DX_KINDS
};

struct dx_para {
	enum dx_kind kind;
	int level;  /* heading 1 to 6, line of contents 1 to 9, depth of a list from 1 */
	int list;                                      /* DX_ITEM: which, from 1 */
	const char *lang;                              /* NULL: that of the document */
	bool rtl, page_before, keep_next;
	const struct block *anchor;                    /* others point to it; NULL: none do */
	const struct block *anchor2;                   /* the part it heads, likewise */
};

struct dx_list { bool counts; char sign[8]; int start; };      /* counts: 1. 2. 3.; else sign */

struct dx_look { bool bold, italic, raised, code; const char *lang; };

struct dx_cell { int cols; bool head; enum { DX_ALONE, DX_SPANS, DX_GOES_ON_BELOW } state; int rows; };

struct dx_sink {
	void (*para)(void *, const struct dx_para *);
	void (*para_end)(void *);
	void (*text)(void *, const char *, size_t, const struct dx_look *);
	void (*line)(void *);
	void (*tab)(void *);
	void (*link)(void *, const char *href, const struct block *target);        /* one of the two */
	void (*link_end)(void *);
	void (*page)(void *, const struct block *target);                          /* the number of its page */
	void (*note)(void *);                                                  /* paragraphs of it follow */
	void (*note_end)(void *);
	void (*table)(void *, int columns);
	void (*row)(void *, bool head);
	void (*cell)(void *, const struct dx_cell *);
	void (*cell_end)(void *);
	void (*row_end)(void *);
	void (*table_end)(void *);
	void (*contents)(void *, bool begins);
	void (*image)(void *, const struct blk_image *, const char *alt);       /* in the paragraph that is open */
	void *user;
};

/* walk.c */
void dx_walk(const struct blk_tree *, const struct dx_sink *);
void dx_lists(const struct blk_tree *, struct mem *, const struct dx_list **, int *n);

/* The document it is made of, as it was called, for what comes back; NULL: by a path that only holds here. */
const char *dx_source(const struct blk_tree *);
/* Text for either: no places where only we may break a line (U+200B), blanks for tabs and line ends. */
void dx_escaped(struct buf *, const char *s, size_t n);

/* ooxml.c, odf.c: the whole file */
void dx_ooxml(const struct blk_tree *, struct buf *);
void dx_odf(const struct blk_tree *, struct buf *);

#endif
