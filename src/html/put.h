/* put.h: inside the room: what its files share. */
#ifndef HTML_PUT_H
#define HTML_PUT_H
#include "block/block.h"

/* Families of fonts in one file; the widths in rem that tables and drawings ask for, in steps; below which tables of
 * words stand row by row, and from which there is room beside the text. */
enum { HTML_FAMILIES = 16, HTML_STEP = 4, HTML_WIDEST = 80, HTML_MARKS = 8,
       HTML_STACKED = 40, HTML_BESIDE = 64 };
#define HTML_TITLE LEN_PT(14)                          /* words of this size and more are those of a title */

struct html {
	struct buf *b;
	struct txt *txt;                               /* for the fonts of the page and the joints of its titles */
	const struct blk_tree *t;
	const struct style *s;
	bool *wanted;                               /* per block->num: something points to it, or the author named it */
	bool *marked;                                  /* notes whose mark has its id */
	bool *spare;                                   /* its author's id is taken: it gets a number */
	const struct block **notes; size_t nnotes;     /* in the order of their marks */
	const struct block *contents, *imprint;        /* the parts with them; NULL: none */
	const struct block *hung;                      /* the marks this paragraph ends with stand beside its digits */
	bool beside;                                   /* in the margin, which is narrow on any screen */
	const char *families[HTML_FAMILIES]; int nfamilies;    /* of the fonts the page brings */
};

/* put.c */
/* one line, without soft hyphens; NULL: nothing */
void html_put_attr(struct buf *, const char *name, const char *value);
void html_put_name(const struct html *, const struct block *);                 /* its id, bare */
void html_put_id(const struct html *, const struct block *);                   /* id="…" where it needs one */
void html_put_lang(const struct html *, const char *lang);                     /* lang and dir; NULL: nothing */
void html_put_class(struct buf *, const char *style);          /* the name of a style as it stands in the style sheet */
void html_put_rem(struct buf *, len_t);                                        /* "1.25rem" for 12.5 pt */
bool html_has_text(const struct block *);

/* the others */
void html_text(struct html *, const struct block *);        /* inline.c: the words of a paragraph with their elements */
/* blocks.c; grid: parent has the margin column */
void html_blocks(struct html *, const struct block *parent, bool grid);
void html_open(struct html *, const char *tag, const struct block *, const char *more);
void html_table(struct html *, const struct block *, bool grid);               /* table.c */
/* figure.c: picture and its <figcaption> */
void html_figure(struct html *, const struct block *, const struct block *caption);
bool html_fonts(struct html *);                                /* fonts.c: as @font-face; false: message given */
void html_css(struct html *);                                                  /* css.c */
/* joints.c: text with the joints its long words may be parted at */
void html_parted(struct html *, const char *lang, const struct sty_char *, const char *s, size_t n);

#endif
