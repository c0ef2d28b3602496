/* figure.h: charts, org charts and motifs: data to drawing operations, draft alt text, the data table behind the
 * picture. */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/len.h"
#include "base/mem.h"
#include "model/doc.h"
#include "style/style.h"

struct txt;

enum fig_op_kind { FIG_MOVE, FIG_LINE, FIG_CURVE, FIG_CLOSE, FIG_PAINT, FIG_TEXT };

/* How the words of a text go on in the next one: not at all (a reader's voice needs a blank), in the same word, or in
 * the same word with a hyphen that stands at this one's end and is not the author's. */
enum fig_join { FIG_ALONE, FIG_GOES_ON, FIG_DIVIDED };

/* x to the right, y downwards, from the drawing's upper left corner. A path is MOVE, LINE/CURVE/CLOSE …, PAINT. */
struct fig_op {
	uint8_t kind;
	bool fill, stroke;                             /* PAINT */
	uint8_t anchor;                                /* TEXT: 0 left, 1 middle, 2 right */
	len_t x, y;                                    /* MOVE, LINE, CURVE: end point; TEXT: baseline */
	len_t x1, y1, x2, y2;                          /* CURVE control points */
	sty_rgb fill_rgb, stroke_rgb;                  /* PAINT */
	len_t width, dash_on, dash_off;                /* PAINT: stroke; dash_on 0: solid */
	const char *text; struct sty_char ch; const char *lang; uint8_t join;      /* TEXT; enum fig_join */
};
struct fig_drawing { len_t width, height; const struct fig_op *ops; size_t nops; };

struct fig_table {                                 /* the data behind the picture */
	size_t rows, cols;                             /* with the header row */
	const char **cell;                             /* as printed: "1.234,5"; rows * cols */
	const bool *number;                            /* per column: right-aligned */
};

struct fig_result {
	const struct fig_drawing *drawing;
	const char *alt;                               /* draft from the data (GESTALTUNG §11) */
	const char *values, *told;             /* as words, where it prints them all, and alt with them; else NULL */
	struct fig_table table;                        /* rows 0: none (org chart) */
};

struct fig_canvas {                                /* what a figure is drawn with, and how much room it has */
	struct mem *mem;                               /* results live as long as this */
	const struct doc *doc;
	const struct style *style;
	struct txt *txt;
	struct diag *diag;                             /* of forms of boxes NULL: nothing is told */
	len_t width;
	len_t high;                                    /* of a form of boxes at most, 0: that of the page; so high a
							* chart is, if it can, 0: as usual */
	bool unlisted;                                 /* no list below a form of boxes tells them once more */
};

/* Each returns false after a message at the node's line (or by source, where the data file could not be read); then
 * nothing can be drawn. The node is the element the function is named after. */
bool fig_chart(struct fig_result *, const struct fig_canvas *, const struct doc_node *diagramm);
/* Does it print each of its values, and few enough to be told in words besides? Then nothing is left for a table. */
bool fig_chart_tells(const struct doc *, const struct doc_node *diagramm);
bool fig_orgchart(struct fig_result *, const struct fig_canvas *, const struct doc_node *organigramm);
bool fig_process(struct fig_result *, const struct fig_canvas *, const struct doc_node *prozess);
bool fig_hub(struct fig_result *, const struct fig_canvas *, const struct doc_node *nabe);
bool fig_map(struct fig_result *, const struct fig_canvas *, const struct doc_node *landkarte);
bool fig_words(struct fig_result *, const struct fig_canvas *, const struct doc_node *wortwolke);
/* The place of a picture that is still to come: a frame that says what it will show. doc and diag are not needed. */
const struct fig_drawing *fig_place(const struct fig_canvas *, const char *head, const char *says, len_t height);
/* The same drawing, num/den as large: on slides the type of a figure grows with it. */
const struct fig_drawing *fig_scaled(struct mem *, const struct fig_drawing *, len_t num, len_t den);
/* Cards and timelines are text in columns: what figure knows of them is how many stand in a row, and the mark of a
 * stop. */
/* the widest part of s that a line cannot be broken in */
len_t fig_widest_word(struct txt *, const struct sty_char *, const char *s);
/* columns of at least so wide; rows as even as can be; 1 or more */
int fig_per_row(size_t n, len_t width, len_t least, len_t gap);
enum fig_stop { FIG_STOP_DONE, FIG_STOP_PLANNED };                             /* a full square, an outline */
/* on its piece of the axis */
const struct fig_drawing *fig_stop(struct mem *, const struct style *, enum fig_stop, len_t size, len_t width);
/* The cover's motif by name ("felder", "band"), page coordinates. NULL: no such motif. */
const struct fig_drawing *fig_motif(struct mem *, const char *name, const struct style *);
len_t fig_motif_bottom(const char *name, const struct style *);   /* on paper, words stand below this; 0: anywhere */
/* A coat of arms or drawing given as SVG paths (path, rect, circle, polygon; fill and stroke as plain colours). NULL:
 * message given. */
const struct fig_drawing *fig_svg(struct mem *, const char *data, size_t size, len_t width, const char *file,
	struct diag *);
/* What stands in an <svg> of the drawing's size in points; s: its fonts are named (NULL: they are those around it). */
void fig_put_svg(struct buf *, const struct fig_drawing *, const struct style *s);
/* Width of a text in one line (in width.c; the cover chooses its size by it). */
len_t fig_text_width(struct txt *, const struct sty_char *, const char *s, size_t n);
extern const struct diag_code fig_codes[];

#endif
