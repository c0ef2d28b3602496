/* wml.h: inside the room: WordprocessingML (ECMA-376 part 1, transitional; order of elements as in its schema). */
#ifndef DOCX_WML_H
#define DOCX_WML_H
#include "docx/item.h"

#define WML_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WML_RELS_OPEN                                                                                                  \
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "                               \
	"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define WML_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"
#define WML_PICTURE "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define WML_SPACES                                                                                                     \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                    \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "                             \
	"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""

struct wml {
	struct dox *d;
	struct dox_parts *parts;
	struct buf *b;                                 /* where is written: body or notes */
	struct buf body, notes;
	struct buf rels, note_rels;                    /* what their ids lead to */
	int nrels, npictures, nmarks, nnotes, nsections, ncontrols;
	/* Of the headings of a level that are counted: the number, so one added in Word is counted too; 0: none. */
	int linked[DOX_LEVELS + 1], linked_list;
	const struct dox_section *section;             /* of the pages being filled */
	/* in body: where the last paragraph's section would stand; 0: none */
	size_t last_para;
	int depth;                                     /* of tables and notes */
	bool enclosed;                                 /* the source goes along */
};

int wml_twips(len_t);
/* An id of what is written to that leads there. */
const char *wml_relate(struct wml *, const char *type, const char *target, bool outside);
const char *wml_relate_part(struct wml *, const char *type, const char *name);        /* of the document */
void wml_body(struct wml *);                           /* wml.c */
/* wmlpic.c: in its line, or (page coordinates) behind everything on its page */
void wml_picture(struct wml *, const struct block *);
const char *wml_media(struct wml *, const struct blk_image *, const struct fig_drawing *, const char **svg);
void wml_backdrop(struct wml *, struct buf *, const struct fig_drawing *, const char *rid, const char *svg);
/* wmlstyle.c */
void wml_run_look(struct wml *, const struct dox_run *, struct buf *);                 /* rPr */
void wml_styles(struct wml *, struct buf *);
void wml_numbering(struct wml *, struct buf *);
/* wmlsect.c: the section's properties, with its headers as parts */
void wml_section(struct wml *, const struct dox_section *, struct buf *);

#endif
