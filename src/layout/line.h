/* line.h: inside the room: the part of a line that is being set, and what is to be known of it before. */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H
#include "layout/para.h"
#include "layout/pen.h"

struct run {
	struct pen *p;
	const struct block *b; const struct para *pa;
	uint32_t seg;
	const struct blk_seg *word;                    /* of the last word set, if no white space came after it */
	int64_t extra, extra_rest;                     /* milli-points per white space, and what rounding left over */
	len_t track;                                   /* after every glyph */
	const len_t *
		at; /* bidirectional: left edge of each item's white space and of the item,
			from the line's first one on,
	                                                  then of the hyphen; else NULL: one after the other */
	len_t end;                                     /* bidirectional: where the line ends */
};

struct span { struct line from, to; };             /* items from … to, the first and last cut at a break */
static inline bool lay_in_span(const struct span *s, uint32_t item)
{
	return item < s->to.item || (item == s->to.item && s->to.sub & (SUB_VALUE | SUB_ANY));
}

/* Words of one segment that follow one another on a line; what the pen had before them. */
struct words {
	struct span span;                              /* of the line */
	uint32_t first, last;                          /* items */
	int64_t rest;                                  /* r->extra_rest */
	size_t items, glyphs; int64_t units, tracked;  /* of the page; of the open item */
};

/* kept.c: set again as in a run before; false: they were not. */
bool lay_kept_words(struct run *, const struct words *, const struct ink *);
void lay_kept_words_note(const struct run *, const struct words *);    /* they were just set */
bool lay_kept_start(struct run *, struct span, len_t width, bool last, len_t *start);
void lay_kept_start_note(const struct run *, struct span, len_t width, bool last, len_t start);

const struct blk_seg *lay_seg_at(struct run *, uint32_t item);         /* and goes there; items may only grow */
uint32_t lay_seg_of(const struct run *, uint32_t item);
uint32_t lay_sub_glyph(const struct txt_word *, uint32_t sub);
/* that ends a line, or NULL */
const struct txt_word *lay_hyphen(const struct run *, const struct sty_char *, struct line to);
/* Natural width, number of white spaces and of glyphs. */
int64_t lay_line_width(struct run *, struct span, int64_t *gaps, int64_t *glyphs);
/* Where the line begins, from the edge its paragraph begins at; sets what its spaces grow by. */
len_t lay_line_start(struct run *, struct span, len_t width, bool last);
/* Sets r->at for a bidirectional line in the box from left on; start: from the edge where it begins. */
void lay_line_visual(struct run *, struct span, len_t left, len_t width, len_t start);

#endif
