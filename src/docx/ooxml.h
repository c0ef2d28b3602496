/* ooxml.h: inside the room: a Word file in the making. */
#ifndef DOCX_OOXML_H
#define DOCX_OOXML_H
#include "docx/sink.h"
#include "docx/zip.h"

enum ooxml_part { OOXML_DOCUMENT, OOXML_FOOTNOTES, OOXML_PARTS };

struct ooxml_relation { const char *id, *type, *target; bool external; };
struct ooxml_image { const char *name; const struct blk_image *image; };
/* What is put aside while a note is written. */
struct ooxml_place { struct buf *to; bool in_link, rtl, bare_cell; int contents; const char *lang; };

struct ooxml {
	const struct blk_tree *t;
	struct mem *mem;
	struct buf body, footnotes, *to;
	enum ooxml_part part;                          /* that is being written: whose relations */
	struct ooxml_relation *relations[OOXML_PARTS]; int nrelations[OOXML_PARTS], caprelations[OOXML_PARTS];
	struct ooxml_image *images; int nimages, capimages;
	const struct dx_list *lists; int nlists;
	int notes, pictures;
	int contents;                                  /* 1: its first line comes; 2: in it */
	bool in_link, rtl, note_mark;                  /* note_mark: the next paragraph is a note's first */
	bool bare_cell;                                /* no paragraph ends the cell yet */
	const char *lang;                              /* of the paragraph; NULL: the document's */
	struct ooxml_place outer;
};

/* ooxmlparts.c; both give the id of the relation */
const char *ooxml_relation(struct ooxml *, const char *type, const char *target, bool external);
const char *ooxml_picture(struct ooxml *, const struct blk_image *);
void ooxml_parts(struct ooxml *, struct dx_zip *);        /* all of the file, the document first */

#endif
