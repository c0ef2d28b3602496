/* para.h: a paragraph as items and lines, and the faces they are set in. */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H
#include "layout/lay.h"

/* An item is a word with the white space before it, which the pointer's three low bits name. No word: a segment that
 * is no text (tab, break, page number). */
typedef uintptr_t lay_word;
enum {
	GLUE_NONE, GLUE_SPACE, GLUE_FIXED,
	GLUE = 3,                                      /* mask of the three above */
	GLUE_PREV = 4,                                 /* the space belongs to the segment before */
	ITEM_BITS = 7
};
enum { WORD_MAX = 60000 };                         /* bytes of one word; the rest is a word of its own */

static inline const struct txt_word *lay_item_word(lay_word i)
{
	return (const struct txt_word *)(i & ~(lay_word)ITEM_BITS);
}

/* Where a line begins: an item, and a place in it: 0 (its start), 1 + k (break k of the word) or SUB_ANY | glyph (an
 * emergency). Two flags tell of the line that begins there. */
struct line { uint32_t item, sub; };
enum {
	SUB_VALUE = 0x1ffff,
	SUB_ANY = 1 << 17,
	LINE_NOTE = 1 << 18,                           /* holds a note's mark */
	LINE_FORCED = 1 << 19                          /* the author ends it */
};

struct para {
	lay_word *items; uint32_t nitems;
	uint32_t *seg;                                 /* first item of each segment, nsegs + 1 entries */
	struct line *lines; uint32_t nlines;           /* nlines + 1 entries: the last is where the text ends */
	/* of bidirectional text, two per item: level of the white space before it, and its own; else NULL */
	uint8_t *levels;
	uint32_t body;                                 /* items before it are the number in the margin */
	uint32_t right;                                /* items from it on are flush right; nitems: none */
	len_t width;                                   /* of a line */
	/* Lines after the first begin here; of code (block->code) so far behind what they go on from: lay_hang_of. */
	len_t hang;
	len_t reserve;                                 /* room kept for each page label */
	uint8_t align;
	bool undivided;                                /* no hyphenation by rule of the place */
	bool notes;
	bool rtl;                                      /* begins at the right edge */
	struct kept_para *kept;                        /* the same in the store; NULL: there is none */
};

/* TRACK: a justified line may be spaced by so many 1/1000 em a glyph */
enum { MARK_MAX = 12, WEAK_MAX = 64, TRACK = 8 };
struct face {                                      /* what layout must know of a face */
	int id;
	struct face *next;
	const struct txt_word *space, *hyphen, *nbsp;
	/* punctuation that hangs out of the edges, in 1/1000 em */
	struct { uint8_t font; uint16_t key; int16_t left, right; } mark[MARK_MAX]; int nmarks;
	const struct txt_word *weak[WEAK_MAX];         /* small words, once a heading asked for them */
};

/* Where the pen goes on after a tab or a space of fixed width (BLK_SEG_TAB, BLK_SEG_SPACE), both counted from the edge
 * of the line's box. A text that has passed the stop still gets a gap of two points. */
static inline int64_t lay_tab(const struct block *b, const struct blk_seg *s, int64_t x)
{
	enum { LEAST = 2000 };
	if (s->kind == BLK_SEG_SPACE)
		return x + b->tab;
	return x + LEAST > b->tab ? x + LEAST : b->tab;
}

/* place.c: of an index, once pages are known: is this segment left out; the room a page label takes, or is to have. */
bool lay_known_out(const struct lay *, const struct block *, uint32_t seg);
len_t lay_label_room(struct lay *, const struct para *, const struct blk_seg *);

/* face.c */
struct face *lay_face(struct lay *, const struct sty_char *);
/* By how much this glyph hangs out at the left or right edge, 1/1000 em. */
int lay_hang(const struct face *, const struct txt_word *, uint32_t glyph, bool left);
const char *lay_lang(const struct lay *, const struct block *);        /* of its text; NULL: of the document */
len_t lay_size(const struct blk_seg *);            /* of a note's mark or a text */
len_t lay_rise(const struct blk_seg *);
/* A word of an embedding level (odd: from right to left). What has no direction of its own is told the level's:
 * brackets are mirrored then. */
const struct txt_word *lay_word_at(struct lay *, int face, const char *lang, const char *s, size_t n, uint8_t level);

/* measure.c: the items of a text; its lines are not broken yet. Belongs to the run's arena. */
struct para *lay_para_read(struct lay *, const struct block *);

/* bidi.c: text that runs from right to left, in part or as a whole (UAX #9). */
struct bidi {
	uint8_t *levels;                               /* per byte of all segments, one after the other */
	uint32_t *at;                                  /* where each segment begins */
};
/* False: all is left to right. Else to be freed by lay_bidi_free. */
bool lay_bidi(const struct block *, bool rtl, struct bidi *);
void lay_bidi_free(struct bidi *);
/* Rule L2: order[k] is the one that stands k-th from the left. */
void lay_bidi_order(const uint8_t *levels, uint32_t n, uint32_t *order);

/* Widest piece with and without hyphenation, and the whole in one line. */
struct lay_limits { len_t hyphenated, least, most; };

/* kept.c: a paragraph as it was read, measured and broken in a run before, if the lay has a store. */
struct para *lay_kept_read(struct lay *, const struct block *);        /* NULL: not there */
void lay_kept_note(struct lay *, const struct block *, struct para *); /* just after lay_kept_read found nothing */
bool lay_kept_lines(struct lay *, struct para *, len_t width);         /* false: not there */
void lay_kept_lines_note(struct lay *, const struct para *, len_t width, len_t hang);   /* hang: before it was broken */
bool lay_kept_limits(const struct para *, struct lay_limits *);        /* false: not there */
void lay_kept_limits_note(const struct block *, const struct para *, const struct lay_limits *);

/* The segment an item belongs to: of nsegs the last one that begins at it or before. */
static inline uint32_t lay_para_seg(const struct para *p, uint32_t nsegs, uint32_t item)
{
	uint32_t lo = 0, hi = nsegs;
	while (hi - lo > 1) {
		uint32_t mid = lo + (hi - lo) / 2;
		if (p->seg[mid] <= item)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

/* para.c: fills in width, hang, lines. */
/* Where lines go on that follow the one at this item: it begins the paragraph, or is the first after a forced break. */
len_t lay_hang_of(struct lay *, const struct block *, const struct para *, uint32_t item);
/* The line that this one goes on from: itself, if it does not. */
uint32_t lay_line_begun(const struct block *, const struct para *, uint32_t line);
void lay_para_break(struct lay *, const struct block *, struct para *, len_t width);
struct lay_limits lay_para_limits(struct lay *, const struct block *, struct para *);
bool lay_line_hyphen(const struct para *, uint32_t line);              /* ends with a hyphen that is not the author's */
/* Breaks anew without the hyphen at this line's end. False: that would cost a line more, and nothing was changed. */
bool lay_para_avoid(struct lay *, const struct block *, struct para *, uint32_t line);

#endif
