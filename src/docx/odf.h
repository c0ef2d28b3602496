/* odf.h: inside the room: OpenDocument Text (1.3, part 3). */
#ifndef DOCX_ODF_H
#define DOCX_ODF_H
#include "docx/item.h"

struct odf {
	struct dox *d;
	struct dox_parts *parts;
	struct buf *b;                                 /* where is written: the text, or what no reader sees */
	struct buf body, own, dropped;                 /* own: automatic styles, made when they are needed */
	struct buf masters, layouts, head_styles; /* of pages; automatic styles of what stands in running heads */
	struct buf files; /* of the manifest */
	const char **keys; /* what each automatic style says */
	size_t nkeys, capkeys;
	int npictures, nsections, nlists, nnotes;
	const char *master; /* of the pages that begin with what comes next; NULL: they go on */
	bool restart; /* and their numbers at 1 */
	int *run; /* per number: the list that was written last of it */
};

void odf_length(struct buf *, const char *name, len_t); /* ' NAME="12.5pt"' */
const char *odf_style_name(struct mem *, const struct dox_style *);
/* The automatic style that says this, made when it is first asked for: P3, T7, … */
const char *odf_own(struct odf *, const char *family, const char *says);
void odf_body(struct odf *); /* odf.c */
void odf_run_open(struct odf *, const struct dox_run *); /* odfrun.c: a span where it looks otherwise */
void odf_text(struct buf *, const char *, size_t);
void odf_para_style(struct odf *, const struct dox_para *, struct buf *); /* the name of what it looks like */
void odf_picture(struct odf *, const struct block *); /* odfpage.c */
void odf_section(struct odf *, const struct dox_section *);
void odf_styles(struct odf *, struct buf *); /* odfstyle.c */
void odf_list_styles(struct odf *, struct buf *);
void odf_char(struct buf *, const struct style *, const struct sty_char *); /* attributes of a text */

#endif
