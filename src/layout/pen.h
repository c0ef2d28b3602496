/* pen.h: pieces to the items of a page, in painting order. */
#ifndef LAYOUT_PEN_H
#define LAYOUT_PEN_H
#include "layout/page.h"

struct pen {
	struct lay *l;
	struct lay_page *page;
	const struct seq *seq; int number;             /* page within its run */
	uint8_t artifact;                              /* what is set now: LAY_CONTENT, or which kind */
	len_t x, y;                                    /* pen, baseline */
	bool rtl;                                      /* strings begin at the right */
	bool open;                                     /* the last item may be continued */
	int64_t units, tracked;                        /* advance of the open item, 1/1000 em, and its tracking */
	len_t from;                                    /* where it begins */
	const struct block *link; len_t link_x, link_size;     /* the link being set: its beginning, its type size */
	const struct sty_char *mark; len_t mark_x;     /* of the marked words being set */
	unsigned marks;                                /* bits of the marks on the line so far */
};

struct ink {                                       /* how words are set */
	const struct sty_char *ch;
	len_t size, rise, track;                       /* track: after every glyph */
	const struct block *owner;
	bool up;                                       /* turned, reads upwards */
};

/* glyph.c */
struct lay_item *lay_item(struct pen *, uint8_t kind, const struct block *owner);      /* borrowed until the next */
/* Glyphs from … to-1 of a word at the pen; extra after the last one, 1/1000 em. */
void lay_emit_word(struct pen *, const struct txt_word *, uint32_t from, uint32_t to, const struct ink *,
	int64_t extra);

/* Those of words that were set before. */
struct kept_words { uint32_t n; uint8_t font; int64_t units, tracked, rest; struct lay_glyph glyphs[]; };
void lay_emit_again(struct pen *, const struct ink *, const struct kept_words *);

/* string.c: text of no paragraph, in one line: from the pen to the right, whatever way it reads. */
void lay_emit_string(struct pen *, const struct ink *, const char *lang, const char *s, size_t n);

/* emit.c */
void lay_emit_lines(struct pen *, const struct piece *);

/* draw.c: paths; rectangles and strokes are artifacts. */
struct stroke { len_t width, on, off; sty_rgb rgb; };      /* on, off: dashes; 0: none */
void lay_emit_drawing(struct pen *, const struct fig_drawing *, const struct block *owner, len_t x, len_t y);
void lay_emit_rect(struct pen *, const struct piece *);
void lay_emit_stroke(struct pen *, const struct lay_point from_to[2], const struct stroke *);

/* mark.c: what was changed (GESTALTUNG §13), by form and colour: below or through the words from x0 to x1, and at the
 * left of a line. */
void lay_emit_mark(struct pen *, enum sty_mark, len_t x0, len_t x1);
/* Before a line of code that goes on from the one above, in the blanks before x. A drawing: nobody copies it. */
void lay_emit_goes_on(struct pen *, const struct block *, len_t x);
void lay_emit_bar(struct pen *, unsigned marks, len_t x, len_t top, len_t height);

/* head.c: what stands on a page beside its content. */
void lay_emit_head(struct pen *, const struct page *);
void lay_emit_back(struct pen *);
void lay_emit_caption(struct pen *, const struct piece *);
void lay_emit_hint(struct pen *, const struct piece *);
void lay_emit_more(struct pen *, const struct piece *);
bool lay_more_wraps(struct lay *, const struct block *heading);        /* "(Fortsetzung)" needs a line more */

#endif
