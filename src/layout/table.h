/* table.h: tables, which go on over pages. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H
#include "layout/lay.h"

enum { LAY_COLS = 64 };                            /* columns of a table at most */

struct group { struct pieces row; len_t h; };      /* a table's group row, to be repeated */
struct grid {                                      /* a table over its pages */
	const struct block *b;
	struct pieces head; len_t head_h;              /* repeated, and the rule below */
	struct sty_line rule;
	const struct block *caption;
	len_t x, w;
	len_t room;                                    /* for its caption: a narrow table is not as wide */
};

/* table.c: rows to units. */
void lay_table(struct lay *, struct flow *, const struct block *);

/* slice.c: a row too tall for a page. */
struct slice { uint32_t first, n; len_t height; };
/* Rearranges the pieces from first on, a row of this height, into slices, at least one; free(*out). */
uint32_t lay_slices(struct pieces *, uint32_t first, len_t height, struct slice **out);

/* column.c */
struct lay_cols {
	len_t w[LAY_COLS];
	len_t marks[LAY_COLS];                         /* of a column of numbers: its widest mark of a note */
};
void lay_columns(struct lay *, const struct block *grid, len_t width, struct lay_cols *);
/* What a cell that ends in this column leaves free at its right, so that digits stand below digits. */
len_t lay_beside_marks(struct lay *, const struct lay_cols *, const struct block *cell, int last);
bool lay_undivided(len_t text_width);              /* so wide that words are not hyphenated in it */

/* cont.c: a table, or a box, goes on on another page. */
len_t lay_cont_height(const struct lay *, const struct unit *);        /* of what is repeated above it */
void lay_cont_head(struct lay *, const struct unit *, struct pieces *out);
len_t lay_cont_hint_room(const struct unit *next); /* 0: no hint */
len_t lay_cont_reserve(const struct unit *next);   /* room below the text, if the next unit begins a page */
void lay_cont_hint(const struct unit *next, struct pieces *out, len_t y);

#endif
