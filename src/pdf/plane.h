/* plane.h: boxes on a page, and matrices; internal to pdf, of the second program. Points. */
#ifndef PDF_PLANE_H
#define PDF_PLANE_H
#include <stdbool.h>

struct box { double x0, y0, x1, y1; };
struct matrix { double a, b, c, d, e, f; };

struct matrix plane_times(struct matrix, struct matrix);       /* the first one is nearer to what is drawn */
bool plane_near(double, double);                               /* the same place */
bool plane_within(const struct box *, double x, double y);
void plane_stretch(struct box *, double x, double y);          /* so that it holds this as well */
struct box plane_cut(struct box, const struct box *);
/* Where the matrix places a box along the edges; false: it stands askew. */
bool plane_placed(const struct matrix *, const struct box *of, struct box *);

#endif
