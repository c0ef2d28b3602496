/* svgrule.c: fill-rule="evenodd" for a painter that only knows the nonzero rule: subpaths at an odd depth are turned
 * the other way. Exact where subpaths do not cross each other, as in the holes of a drawing. */
#include <string.h>

#include "figure/svg.h"

enum { SUBS_MAX = 2000 };

static double twice_area(const struct fig_op *op, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++) {
		const struct fig_op *a = &op[i], *b = &op[(i + 1) % n];
		sum += (double)a->x * b->y - (double)b->x * a->y;
	}
	return sum;
}

static bool inside(const struct fig_op *op, size_t n, struct fig_point p)
{
	bool in = false;
	for (size_t i = 0, j = n - 1; i < n; j = i++)
		if ((op[i].y > p.y) != (op[j].y > p.y) &&
			p.x < op[i].x + (double)(op[j].x - op[i].x) * (p.y - op[i].y) / ((double)op[j].y - op[i].y))
			in = !in;
	return in;
}

/* MOVE and its LINEs and CURVEs, backwards. */
static void turn(struct draw *d, struct fig_op *op, size_t n)
{
	struct fig_op *old = mem_get(d->mem, n * sizeof *old);
	memcpy(old, op, n * sizeof *old);
	op[0].x = old[n - 1].x;
	op[0].y = old[n - 1].y;
	for (size_t i = 1; i < n; i++) {
		const struct fig_op *o = &old[n - i], *to = &old[n - i - 1];
		op[i] = *o;
		op[i].x = to->x;
		op[i].y = to->y;
		op[i].x1 = o->x2;
		op[i].y1 = o->y2;
		op[i].x2 = o->x1;
		op[i].y2 = o->y1;
	}
}

void fig_svg_even_odd(struct draw *d, size_t first)
{
	struct { size_t first, n; } sub[SUBS_MAX];
	size_t n = 0;
	for (size_t i = first; i < d->n; i++) {
		if (d->ops[i].kind == FIG_MOVE) {
			if (n == SUBS_MAX)
				return;
			sub[n].first = i;
			sub[n++].n = 0;
		}
		if (n && d->ops[i].kind != FIG_CLOSE)
			sub[n - 1].n = i - sub[n - 1].first + 1;
	}
	for (size_t k = 0; k < n; k++) {
		struct fig_op *op = &d->ops[sub[k].first];
		int depth = 0;
		for (size_t j = 0; j < n; j++)
			if (j != k && sub[j].n > 2)
				depth += inside(&d->ops[sub[j].first], sub[j].n, (struct fig_point){op->x, op->y});
		if (sub[k].n > 2 && (twice_area(op, sub[k].n) > 0) == (depth % 2 == 1))
			turn(d, op, sub[k].n);
	}
}
