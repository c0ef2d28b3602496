/* odt.h: what the files of the OpenDocument reader share (OpenDocument 1.3 part 3). */
#ifndef IMPORT_ODT_H
#define IMPORT_ODT_H
#include "import/office.h"

struct odt_style {
	const char *name, *family, *shown;             /* shown: as its author reads it */
	const char *based_name;
	struct odt_style *based, *before;              /* before: read earlier, of the same name */
	int outline;                                   /* from 1; 0: none */
	const char *list;                              /* list style; NULL: none */
	unsigned marks, unmarks;
	float size;
	bool breaks_page, code, quote, caption, contents, shaded;    /* shaded: it has a ground of its own */
};
struct odt_styles { struct odt_style *at; size_t n, cap; struct imp_index by_name; };

enum { ODT_LEVELS = 10 };
struct odt_level { const char *format, *prefix, *suffix, *bullet; int shows, start; };
struct odt_list {
	const char *name;
	struct odt_level levels[ODT_LEVELS];
	int count[ODT_LEVELS];
	bool begun[ODT_LEVELS];
};
struct odt_lists { struct odt_list *at; size_t n, cap; struct odt_list outline; struct imp_index by_name; };

struct odt {
	struct imp_office_file *o;
	struct imp_flow *f;
	struct mem *m;
	struct odt_styles styles;
	struct odt_lists lists;
	struct imp_index changes;                      /* regions of text:tracked-changes */
	struct imp_index deleted;                      /* of these the deletions that were read */
	struct imp_index controls;                     /* fields of forms, by their ids */
	const struct mk *inserted;                     /* the region being read that was inserted; NULL: none */
	struct imp_node *aside;                        /* boxes of the paragraph being read */
	bool begun, space;  /* white space of the paragraph: something stands, a blank is owed */
	bool shaded;                                   /* the paragraph being read has a ground of its own */
	int page, block;
};

/* odtstyle.c */
void odt_styles_read(struct odt *, const struct mk *root);         /* of one part; then odt_styles_connect */
void odt_styles_connect(struct odt *);
const struct odt_style *odt_style(const struct odt *, const char *family, const char *name);   /* never NULL */
struct odt_list *odt_list(struct odt *, const char *name);         /* NULL: no such list style */
const char *odt_label(struct odt *, struct odt_list *, int level, int start);  /* counts on; start > 0: anew with it */
/* odtline.c */
void odt_inlines(struct odt *, const struct mk *, struct imp_node *to, unsigned marks);
/* odt.c */
void odt_blocks(struct odt *, const struct mk *, struct imp_node *to);


#endif
