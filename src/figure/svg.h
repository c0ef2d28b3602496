/* svg.h: the small part of SVG a coat of arms needs; internal to figure. */
#ifndef FIGURE_SVG_H
#define FIGURE_SVG_H
#include "figure/draw.h"

struct matrix { double a, b, c, d, e, f; };        /* x' = a x + c y + e, y' = b x + d y + f */

struct slice { const char *s; size_t n; };         /* a piece of the file */

struct svg_tag {
	struct slice name;                             /* without the prefix "svg:" */
	struct slice attrs;
	bool end, empty;                               /* </x>, <x/> */
	const char *at;
};

/* svgscan.c */
bool fig_svg_next_tag(const char **at, const char *end, struct svg_tag *);             /* false: no further tag */
/* an attribute, or a property of its style attribute */
bool fig_svg_attr(const struct svg_tag *, const char *name, struct slice *);
bool fig_svg_is(struct slice, const char *);
bool fig_svg_number(const char **s, const char *end, double *out);             /* skips white space and a comma first */
bool fig_svg_colour(struct slice, bool *none, sty_rgb *);                              /* false: not understood */
bool fig_svg_transform(struct slice, struct matrix *);                                 /* multiplies onto the right */

/* svgpath.c: appends a path in page units; false at a fault in the data (what came before it stands). */
bool fig_svg_path(struct draw *, const struct matrix *, struct slice data);
void fig_svg_to(struct draw *, const struct matrix *, double x, double y, bool move);
void fig_svg_round(struct draw *, const struct matrix *, double cx, double cy, double rx, double ry);
/* svgrule.c: turns subpaths so that the nonzero rule shows the same holes */
void fig_svg_even_odd(struct draw *, size_t first);

#endif
