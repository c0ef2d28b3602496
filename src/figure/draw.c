/* draw.c: paths, areas and text as drawing operations. */
#include "figure/draw.h"

#include <stdlib.h>
#include <string.h>

#include "text/text.h"

struct draw fig_draw(const struct fig_canvas *on)
{
	return (struct draw){.mem = on->mem,
		.style = on->style,
		.txt = on->txt,
		.lang = on->doc->lang,
		.unlisted = on->unlisted};
}

const char *fig_listed(const struct draw *d, const char *said)
{
	return d->unlisted ? "." : said;
}

static struct fig_op *op_new(struct draw *d, enum fig_op_kind kind)
{
	MEM_ROOM_IN(d->mem, d->ops, d->n, d->cap);
	struct fig_op *op = &d->ops[d->n++];
	*op = (struct fig_op){.kind = (uint8_t)kind};
	return op;
}

void fig_move(struct draw *d, len_t x, len_t y)
{
	struct fig_op *op = op_new(d, FIG_MOVE);
	op->x = x;
	op->y = y;
}

void fig_to(struct draw *d, len_t x, len_t y)
{
	struct fig_op *op = op_new(d, FIG_LINE);
	op->x = x;
	op->y = y;
}

void fig_curve(struct draw *d, struct fig_point c1, struct fig_point c2, struct fig_point end)
{
	struct fig_op *op = op_new(d, FIG_CURVE);
	op->x1 = c1.x;
	op->y1 = c1.y;
	op->x2 = c2.x;
	op->y2 = c2.y;
	op->x = end.x;
	op->y = end.y;
}

void fig_close(struct draw *d)
{
	op_new(d, FIG_CLOSE);
}

/* Ends a path: everything since the paint before belongs to it. */
static struct fig_op *paint(struct draw *d, bool fill, sty_rgb rgb, const struct fig_pen *pen)
{
	struct fig_op *op = op_new(d, FIG_PAINT);
	op->fill = fill;
	op->fill_rgb = rgb;
	if (pen) {
		op->stroke = true;
		op->stroke_rgb = pen->rgb;
		op->width = pen->width;
		op->dash_on = pen->on;
		op->dash_off = pen->off;
	}
	return op;
}

void fig_fill(struct draw *d, sty_rgb rgb)
{
	paint(d, true, rgb, NULL);
}

void fig_stroke(struct draw *d, struct fig_pen pen)
{
	paint(d, false, 0, &pen);
}

void fig_fill_stroke(struct draw *d, sty_rgb rgb, struct fig_pen pen)
{
	paint(d, true, rgb, &pen);
}

void fig_rect(struct draw *d, len_t x, len_t y, len_t w, len_t h)
{
	fig_move(d, x, y);
	fig_to(d, x + w, y);
	fig_to(d, x + w, y + h);
	fig_to(d, x, y + h);
	fig_close(d);
}

/* Where the control points of a quarter of a circle lie, in millionths of its radius. */
enum { QUARTER_ARC = 552285 };

/* Four cubic curves; 0.552285 of the radius is where their controls make the smallest error. */
void fig_ellipse(struct draw *d, len_t cx, len_t cy, len_t rx, len_t ry)
{
	len_t kx = len_scale(rx, QUARTER_ARC, 1000000), ky = len_scale(ry, QUARTER_ARC, 1000000);
	fig_move(d, cx + rx, cy);
	fig_curve(d, (struct fig_point){cx + rx, cy + ky}, (struct fig_point){cx + kx, cy + ry},
		(struct fig_point){cx, cy + ry});
	fig_curve(d, (struct fig_point){cx - kx, cy + ry}, (struct fig_point){cx - rx, cy + ky},
		(struct fig_point){cx - rx, cy});
	fig_curve(d, (struct fig_point){cx - rx, cy - ky}, (struct fig_point){cx - kx, cy - ry},
		(struct fig_point){cx, cy - ry});
	fig_curve(d, (struct fig_point){cx + kx, cy - ry}, (struct fig_point){cx + rx, cy - ky},
		(struct fig_point){cx + rx, cy});
	fig_close(d);
}

void fig_polygon(struct draw *d, const struct fig_point *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (i == 0)
			fig_move(d, p[i].x, p[i].y);
		else
			fig_to(d, p[i].x, p[i].y);
	fig_close(d);
}

void fig_rule(struct draw *d, struct fig_point from, struct fig_point to, struct fig_pen pen)
{
	fig_move(d, from.x, from.y);
	fig_to(d, to.x, to.y);
	fig_stroke(d, pen);
}

static int by_value(const void *a, const void *b)
{
	const len_t x = *(const len_t *)a, y = *(const len_t *)b;
	return x < y ? -1 : x > y;
}

/* Lines y + slope * x = c, step apart, cut with the polygon: no clipping needed. slope is 0 or 1. */
static void hatch(struct draw *d, const struct fig_point *p, size_t n, int slope, len_t step, struct fig_pen pen)
{
	len_t lo = p[0].y + slope * p[0].x, hi = lo, *cut = mem_get(d->mem, (n + 1) * sizeof *cut);
	for (size_t i = 1; i < n; i++) {
		len_t c = p[i].y + slope * p[i].x;
		lo = c < lo ? c : lo;
		hi = c > hi ? c : hi;
	}
	size_t first = d->n;
	for (len_t c = lo + step; c < hi; c += step) {
		size_t k = 0;
		for (size_t i = 0; i < n; i++) {
			struct fig_point a = p[i], b = p[(i + 1) % n];
			int64_t ca = a.y + slope * a.x - c, cb = b.y + slope * b.x - c;
			if ((ca < 0) != (cb < 0))
				cut[k++] = a.x + len_scale(b.x - a.x, ca, ca - cb);
		}
		qsort(cut, k, sizeof *cut, by_value);
		for (size_t i = 0; i + 1 < k; i += 2) {
			fig_move(d, cut[i], c - slope * cut[i]);
			fig_to(d, cut[i + 1], c - slope * cut[i + 1]);
		}
	}
	if (d->n > first)
		fig_stroke(d, pen);
}

/* Areas differ by form as well as by colour: told apart in grey and by those who see no colours. */
void fig_area(struct draw *d, const struct fig_point *p, size_t n, int k)
{
	static const char *const fill[FIG_AREAS] = {"akzent", "mitte", "reihe3", "weiss", "weiss"};
	sty_rgb accent = sty_colour(d->style, "akzent"), inside = sty_colour(d->style, fill[k]);
	fig_polygon(d, p, n);
	fig_fill(d, inside);
	if (k < 2)
		return;
	if (k == 2)
		hatch(d, p, n, 1, LEN_PT(4 * 1.41421356), (struct fig_pen){.width = LEN_PT(0.5), .rgb = accent});
	if (k == 3)
		hatch(d, p, n, 0, LEN_PT(4), (struct fig_pen){.width = LEN_PT(0.5), .rgb = accent});
	fig_polygon(d, p, n);
	fig_stroke(d, (struct fig_pen){.width = LEN_PT(0.75), .rgb = accent});
}

/* A contour lies inside the area, so that neighbours keep their joint. */
void fig_area_rect(struct draw *d, len_t x, len_t y, len_t w, len_t h, int k)
{
	len_t in = k < 2 ? 0 : LEN_PT(0.375);
	if (w <= 2 * in || h <= 2 * in) {
		fig_rect(d, x, y, w, h);
		fig_fill(d, sty_colour(d->style, k == 1 ? "mitte" : "akzent"));
		return;
	}
	struct fig_point p[4] = {
		{x + in, y + in}, {x + w - in, y + in}, {x + w - in, y + h - in}, {x + in, y + h - in}};
	fig_area(d, p, 4, k);
}

void fig_text(struct draw *d, len_t x, len_t y, int anchor, struct sty_char ch, const char *s)
{
	if (!*s)
		return;
	struct fig_op *op = op_new(d, FIG_TEXT);
	op->x = x;
	op->y = y;
	op->anchor = (uint8_t)anchor;
	op->ch = ch;
	op->text = s;
	op->lang = d->lang;
}

len_t fig_width(const struct draw *d, struct sty_char ch, const char *s)
{
	return *s ? txt_width(d->txt, &ch, s, strlen(s)) : 0;
}

void fig_join(struct draw *d, const struct fig_lines *l, int line)
{
	if (d->n && d->ops[d->n - 1].kind == FIG_TEXT && *l->line[line])
		d->ops[d->n - 1].join = l->join[line];
}

void fig_text_lines(struct draw *d, len_t x, len_t y, int anchor, struct sty_char ch, const struct fig_lines *l)
{
	for (int i = 0; i < l->n; i++) {
		fig_text(d, x, y + i * FIG_LEADING, anchor, ch, l->line[i]);
		fig_join(d, l, i);
	}
}

/* A style without the word gives its name back. */
const char *fig_word(const struct draw *d, const char *name, const char *fallback)
{
	const char *w = sty_word(d->style, name);
	return w && strcmp(w, name) ? w : fallback;
}

static struct sty_char coloured(const struct draw *d, const char *para, const char *colour)
{
	struct sty_char ch = sty_para(d->style, para)->ch;
	ch.colour = sty_colour(d->style, colour);
	return ch;
}

struct sty_char fig_small(const struct draw *d, const char *colour)
{
	return coloured(d, "klein", colour);
}

struct sty_char fig_bold(const struct draw *d, const char *colour)
{
	return coloured(d, "tabkopf", colour);
}

enum { CAP_HEIGHT = 714 };                             /* of Noto, 1/1000 em */

len_t fig_cap(struct sty_char ch)
{
	return len_scale(ch.size, CAP_HEIGHT, 1000);
}

const struct fig_drawing *fig_finish(struct draw *d, len_t width, len_t height)
{
	struct fig_drawing *f = MEM_NEW(d->mem, struct fig_drawing);
	*f = (struct fig_drawing){.width = width, .height = height, .ops = d->ops, .nops = d->n};
	return f;
}

const struct fig_drawing *fig_scaled(struct mem *m, const struct fig_drawing *d, len_t num, len_t den)
{
	struct fig_drawing *out = MEM_NEW(m, struct fig_drawing);
	struct fig_op *ops = MEM_ARRAY(m, struct fig_op, d->nops + 1);
	for (size_t i = 0; i < d->nops; i++) {
		struct fig_op *o = &ops[i];
		*o = d->ops[i];
		len_t *const lengths[] = {&o->x, &o->y, &o->x1, &o->y1, &o->x2, &o->y2, &o->width, &o->dash_on,
			&o->dash_off, &o->ch.size, &o->ch.rise};
		for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
			*lengths[k] = len_scale(*lengths[k], num, den);
	}
	*out = (struct fig_drawing){.width = len_scale(d->width, num, den),
		.height = len_scale(d->height, num, den),
		.ops = ops,
		.nops = d->nops};
	return out;
}

len_t fig_bracket(struct draw *d, struct fig_span s, len_t bottom, const char *text)
{
	const len_t y = bottom + LEN_PT(8), w = fig_width(d, fig_small(d, "grau"), text);
	len_t x = (s.a + s.b) / 2;
	fig_move(d, s.a, y - LEN_PT(4));
	fig_to(d, s.a, y);
	fig_to(d, s.b, y);
	fig_to(d, s.b, y - LEN_PT(4));
	fig_stroke(d, (struct fig_pen){.width = LEN_PT(0.5), .rgb = sty_colour(d->style, "linie")});
	x = x + w / 2 > s.width ? s.width - w / 2 : x;
	x = x < w / 2 ? w / 2 : x;
	fig_text(d, x, y + LEN_PT(12), FIG_MIDDLE, fig_small(d, "grau"), text);
	return LEN_PT(23);
}
