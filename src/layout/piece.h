/* piece.h: what a page is made of: lines of a paragraph, drawings, pictures, rules, fillings, and what is set only when
 * the page is written because it names pages. y counts from the upper edge of the unit or of the page's text. */
#ifndef LAYOUT_PIECE_H
#define LAYOUT_PIECE_H
#include "block/block.h"
#include "style/style.h"

enum piece_kind {
	PIECE_LINES,
	PIECE_DRAWING,
	PIECE_IMAGE,
	/* of these no block gets a place on the page */
	PIECE_RULE,
	PIECE_FILL,
	PIECE_CAPTION,                                 /* of a table that goes on, with "(Fortsetzung)" */
	PIECE_HINT,                                    /* "Fortsetzung auf Seite 35" */
	PIECE_MORE,                                    /* lines, and "(Fortsetzung)" behind them */
	PIECE_SHEET                                    /* a slide shown on paper (places what is on it) */
};
struct piece {
	const struct block *b;
	len_t x, y, w, h;                              /* RULE: middle of the line, h: its width */
	uint32_t first, n;                             /* LINES; SHEET: of l->sheets, page of it */
	sty_rgb rgb;
	uint8_t kind, artifact;                        /* artifact: LAY_CONTENT, or which kind */
	bool inner;                                    /* left out when its unit is the first of a page */
};

/* mem: the arena v is taken from; NULL: free v, or it is of an arena and cap == n */
struct pieces { struct piece *v; uint32_t n, cap; struct mem *mem; };

struct frame { const struct block *b; len_t x, w; };       /* a box that is being filled: edges of its fill and rules */

/* piece.c */
struct piece *lay_piece(struct pieces *, uint8_t kind, const struct block *);      /* a new one, borrowed */
void lay_pieces_put(const struct pieces *, uint32_t first, uint32_t n, struct pieces *out, len_t y);
/* The box's fill and bar are put before its content, their height only when it ends: opened is what open returned. */
uint32_t lay_frame_open(const struct frame *, struct pieces *out, len_t y);
void lay_frame_close(const struct frame *, struct pieces *out, uint32_t opened, len_t y);

#endif
