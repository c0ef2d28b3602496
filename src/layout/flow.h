/* flow.h: blocks as units, which stand below one another and are not divided: a line, a drawing, a row of a table. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H
#include "layout/piece.h"

struct grid;
struct group;
struct lay;
struct line;
struct para;

/* May a page end before the unit? HEAD: a heading, or what announces the unit, would be divided or stand alone. */
enum { KEEP_NONE, KEEP_SOFT, KEEP_HARD, KEEP_HEAD, KEEP_FORCE_BREAK };
struct unit {
	const struct block *b;                         /* LINES: the paragraph; else what made it */
	/* LINES: number of the line, and 1; else its pieces in the flow, whose y counts from its upper edge */
	uint32_t first, n;
	len_t x, height;
	len_t space;                                   /* before it, dropped at the page's top */
	len_t space_up;                                /* the same, were the float above it, or itself, not there */
	len_t lead;                                    /* of height, above the content */
	len_t base;                                    /* first baseline from the upper edge, 0: none */
	len_t rand_h;                                  /* the margin beside needs so much from the upper edge */
	/* 1 + first of its margin blocks; in the notes: first unit of the same note, of all */
	uint32_t rand;
	uint32_t note_end;                             /* notes before this one are marked up to here (of all) */
	uint32_t floats;                               /* a float begins here: its units */
	const struct grid *grid; const struct group *group;
	const struct group *heads;                     /* row headers to be repeated if it is the first of its page */
	const struct frame *frame;
	const char *head;                              /* running head that begins here */
	const struct style *look;                      /* of the pages it may stand on */
	uint8_t kind, keep;                            /* kind: PIECE_LINES or any other */
	bool snap;                                     /* its upper edge goes to the grid of lines */
	bool margin;                                   /* reaches into the margin column: below what stands there */
	bool hyphen;                                   /* ends with one that is not the author's */
	bool abs;                                      /* at a place of the page: takes no room */
	bool grid_first;                               /* a table's beginning: no head is repeated above it */
	bool slice, frame_on;                          /* goes on with the row or box of the unit before */
};

struct rand {                                      /* margin block(s) that hang on a unit */
	uint32_t first, n;                             /* pieces */
	uint32_t next;                                 /* 1 + the next of the same unit */
	bool after;                                    /* belongs to the block the unit begins, not to one that comes */
	len_t y;                                       /* from the upper edge of the unit */
};

/* Units in the making. From x on: what the next unit is to get. */
struct flow {
	struct unit *u; uint32_t nu, cap_u;            /* cap_u: with the room of units taken away */
	uint32_t skip;                                 /* so many units taken away still lie before u */
	uint32_t gone;                                 /* units already on pages: unit i of all is u[i - gone] */
	struct pieces p;
	struct rand *r; uint32_t nr, cap_r;
	len_t x, w;                                    /* box */
	len_t space, space_up;                         /* wanted before the next unit; the same without floats */
	len_t lead;                                    /* padding above the next unit */
	int keep_lines;                                /* so many lines must follow on the same page */
	bool announces;                                /* the last unit does: it may not stand alone */
	uint32_t since;                                /* since what asked for them: the third may part */
	int hold;                                      /* inside blocks that are kept together: no page may be made */
	bool force;                                    /* the next unit begins a page */
	bool top;                                      /* the page itself, not a cell or box */
	bool full;                                     /* box begins at the left edge */
	bool undivided;                                /* no hyphenation here */
	uint8_t align;                                 /* 255: the style's */
	uint32_t waiting;                              /* 1 + first margin block that waits for its next sibling */
	len_t waiting_base, waiting_h;                 /* its first baseline; what all that wait need */
	const struct frame *frame;
	const char *head;
	const struct grid *grid; const struct group *group;
};

/* flow.c */
void lay_flow_block(struct lay *, struct flow *, const struct block *);
void lay_flow_children(struct lay *, struct flow *, const struct block *);
/* The notes whose marks stand in these pieces, at the queue's end: of a table row, once its lines are divided among
 * pages. Those of other lines are read as the lines are made. */
void lay_notes_read(struct lay *, const struct flow *, uint32_t first, uint32_t n);

/* stack.c */
struct flow *lay_flow_get(struct lay *, len_t x, len_t w);             /* empty; lay_flow_put gives it back */
void lay_flow_put(struct lay *, struct flow *);
void lay_flow_free(struct flow *);                                     /* what it holds, not itself */
void lay_flow_drop(struct flow *, uint32_t n);                         /* takes the first n units away */
void lay_space(struct flow *, len_t);              /* before the next unit: the larger of all that was wanted */
/* A new last unit, borrowed until the next one. base: see struct unit. */
struct unit *lay_unit(struct lay *, struct flow *, const struct block *, uint8_t kind, len_t height, len_t base);
void lay_unit_put(const struct flow *, const struct unit *, struct pieces *out, len_t y);
/* All units of a flow below one another from y; gives the height. base: first baseline from y. */
len_t lay_flow_stack(const struct flow *, struct pieces *out, len_t y, len_t *base);

/* multicol.c: what stands in the last flow, as wide as a column, goes into columns on the page itself. */
void lay_multicol(struct lay *, struct flow *, const struct block *, const struct flow *);

/* margin.c: blocks in the margin column. They take no room in the flow, they hang on a unit. */
/* Takes over what stands in beside. anchor: unit it hangs on (of all), or UINT32_MAX: the next one. */
void lay_margin_hang(struct lay *, struct flow *, const struct flow *beside, uint32_t anchor);
void lay_margin_attach(struct flow *, struct unit *);                  /* what waits hangs on this unit */

/* float.c */
bool lay_float_may(const struct flow *, uint32_t at);                  /* does a float begin here that text may pass? */
bool lay_float_noted(const struct flow *, uint32_t at);                /* has the float that begins here notes? */
bool lay_float_passes(const struct flow *, const struct unit *);       /* may the float above it go after it? */
/* Would one before this unit stand within a table or box? */
bool lay_float_divides(const struct flow *, uint32_t at);
/* Before the first unit after a float, were it in its place. */
len_t lay_float_space(const struct unit *, const struct unit *figure);
/* Takes the n units after the float that begins at unit at before it. */
void lay_float_move(struct flow *, uint32_t at, uint32_t n);

#endif
