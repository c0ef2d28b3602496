/* draw.h: how this room puts drawing operations together. */
#ifndef FIGURE_DRAW_H
#define FIGURE_DRAW_H
#include "figure/figure.h"

struct draw {
	struct mem *mem;
	const struct style *style;
	struct txt *txt;
	const char *lang;
	bool unlisted;                                 /* see figure.h */
	struct fig_op *ops; size_t n, cap;
};

struct draw fig_draw(const struct fig_canvas *);
/* The end of an alt text: what it says of the list below, where there is one; else a full stop. */
const char *fig_listed(const struct draw *, const char *said);

enum { FIG_LEFT, FIG_MIDDLE, FIG_RIGHT };
enum { FIG_LINES_MAX = 6 };
/* whole: nothing was cut off and no word was split by force; cut: something was cut off; divided: a word is, by rule */
struct fig_lines { const char *line[FIG_LINES_MAX]; uint8_t join[FIG_LINES_MAX]; int n; bool whole, cut, divided; };
struct fig_point { len_t x, y; };
struct fig_pen { len_t width; sty_rgb rgb; len_t on, off; };               /* on 0: solid */

void fig_move(struct draw *, len_t x, len_t y);
void fig_to(struct draw *, len_t x, len_t y);
void fig_curve(struct draw *, struct fig_point c1, struct fig_point c2, struct fig_point end);
void fig_close(struct draw *);
void fig_fill(struct draw *, sty_rgb);
void fig_stroke(struct draw *, struct fig_pen);
void fig_fill_stroke(struct draw *, sty_rgb, struct fig_pen);

void fig_rect(struct draw *, len_t x, len_t y, len_t w, len_t h);          /* path only */
void fig_ellipse(struct draw *, len_t cx, len_t cy, len_t rx, len_t ry);   /* path only */
void fig_polygon(struct draw *, const struct fig_point *, size_t n);       /* path only */
void fig_rule(struct draw *, struct fig_point from, struct fig_point to, struct fig_pen);
/* The k-th area of GESTALTUNG §11 (0 … FIG_AREAS - 1): solid, solid, slanted lines, level lines, white. */
enum { FIG_AREAS = 5 };
void fig_area(struct draw *, const struct fig_point *, size_t n, int k);
void fig_area_rect(struct draw *, len_t x, len_t y, len_t w, len_t h, int k);

/* Below what stands from a to b, in a drawing so wide: a bracket and, below it, what the parts amount to. Returns the
 * room it takes. */
struct fig_span { len_t a, b, width; };
len_t fig_bracket(struct draw *, struct fig_span, len_t bottom, const char *text);

/* y: baseline; s lives as long as the drawing */
void fig_text(struct draw *, len_t x, len_t y, int anchor, struct sty_char, const char *s);
len_t fig_width(const struct draw *, struct sty_char, const char *s);
/* Breaks s at blanks, after - and /, and at soft hyphens into at most most lines, and divides a word that is wider than
 * a line; what is left over is cut with "…". */
void fig_wrap(const struct draw *, struct sty_char, const char *s, len_t width, int most, struct fig_lines *);
void fig_join(struct draw *, const struct fig_lines *, int line);  /* the text put last is this line: what follows it */
void fig_text_lines(struct draw *, len_t x, len_t y, int anchor, struct sty_char, const struct fig_lines *);

const char *fig_word(const struct draw *, const char *name, const char *fallback);  /* the town's word, or ours */
struct sty_char fig_small(const struct draw *, const char *colour);        /* 8.5 pt, regular */
struct sty_char fig_bold(const struct draw *, const char *colour);         /* 8.5 pt, semibold */
len_t fig_cap(struct sty_char);                                            /* height of its capitals and figures */
#define FIG_LEADING LEN_PT(11.25)

const struct fig_drawing *fig_finish(struct draw *, len_t width, len_t height);

#endif
