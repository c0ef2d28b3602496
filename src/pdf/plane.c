/* plane.c: boxes on a page, and matrices (ISO 32000-1, 8.3). */
#include "pdf/plane.h"

#define HAIR 0.01                                      /* points, what counts as the same place */

struct matrix plane_times(struct matrix x, struct matrix y)
{
	return (struct matrix){x.a * y.a + x.b * y.c, x.a * y.b + x.b * y.d, x.c * y.a + x.d * y.c,
		x.c * y.b + x.d * y.d, x.e * y.a + x.f * y.c + y.e, x.e * y.b + x.f * y.d + y.f};
}

bool plane_within(const struct box *b, double x, double y)
{
	return x > b->x0 && x < b->x1 && y > b->y0 && y < b->y1;
}

void plane_stretch(struct box *b, double x, double y)
{
	b->x0 = x < b->x0 ? x : b->x0;
	b->x1 = x > b->x1 ? x : b->x1;
	b->y0 = y < b->y0 ? y : b->y0;
	b->y1 = y > b->y1 ? y : b->y1;
}

bool plane_near(double a, double b)
{
	return a - b < HAIR && b - a < HAIR;
}

struct box plane_cut(struct box b, const struct box *c)
{
	b.x0 = b.x0 > c->x0 ? b.x0 : c->x0;
	b.y0 = b.y0 > c->y0 ? b.y0 : c->y0;
	b.x1 = b.x1 < c->x1 ? b.x1 : c->x1;
	b.y1 = b.y1 < c->y1 ? b.y1 : c->y1;
	return b;
}

bool plane_placed(const struct matrix *m, const struct box *of, struct box *b)
{
	if (!(plane_near(m->b, 0) && plane_near(m->c, 0)) && !(plane_near(m->a, 0) && plane_near(m->d, 0)))
		return false;
	const double x = m->a * of->x0 + m->c * of->y0 + m->e, y = m->b * of->x0 + m->d * of->y0 + m->f;
	*b = (struct box){x, y, x, y};
	plane_stretch(b, m->a * of->x1 + m->c * of->y1 + m->e, m->b * of->x1 + m->d * of->y1 + m->f);
	return true;
}
