/* svgpath.c: path data (M L H V C S Q T A Z, absolute and relative) to drawing operations. Quadratic curves and arcs
 * become cubic ones. */
#include <math.h>
#include <string.h>

#include "figure/svg.h"

struct point { double x, y; };

struct path {
	struct draw *d;
	const struct matrix *m;
	struct point at, start, control;               /* control: of the curve before, for S and T */
	char before;                                   /* last command in capitals */
	bool open;                                     /* a subpath is begun */
};

static len_t clamp(double v)
{
	const double most = 1e8;                       /* 100 000 pt: nothing beyond is on any page */
	return (len_t)lround(v != v ? 0 : v > most ? most : v < -most ? -most : v);
}

static struct fig_point map(const struct matrix *m, double x, double y)
{
	return (struct fig_point){clamp(m->a * x + m->c * y + m->e), clamp(m->b * x + m->d * y + m->f)};
}

void fig_svg_to(struct draw *d, const struct matrix *m, double x, double y, bool move)
{
	struct fig_point p = map(m, x, y);
	if (move)
		fig_move(d, p.x, p.y);
	else
		fig_to(d, p.x, p.y);
}

static void cubic(struct draw *d, const struct matrix *m, struct point a, struct point b, struct point end)
{
	fig_curve(d, map(m, a.x, a.y), map(m, b.x, b.y), map(m, end.x, end.y));
}

void fig_svg_round(struct draw *d, const struct matrix *m, double cx, double cy, double rx, double ry)
{
	const double k = 0.5522847498;
	fig_svg_to(d, m, cx + rx, cy, true);
	for (int i = 0; i < 4; i++) {                  /* quarter turns */
		static const int ux[] = {1, 0, -1, 0}, uy[] = {0, 1, 0, -1};
		double ax = ux[i], ay = uy[i], bx = ux[(i + 1) % 4], by = uy[(i + 1) % 4];
		cubic(d, m, (struct point){cx + rx * (ax + k * bx), cy + ry * (ay + k * by)},
			(struct point){cx + rx * (bx + k * ax), cy + ry * (by + k * ay)},
			(struct point){cx + rx * bx, cy + ry * by});
	}
	fig_close(d);
}

static void begin(struct path *p)
{
	if (!p->open)
		fig_svg_to(p->d, p->m, p->at.x, p->at.y, true);
	p->open = true;
}

static void line_to(struct path *p, double x, double y)
{
	begin(p);
	fig_svg_to(p->d, p->m, x, y, false);
	p->at = (struct point){x, y};
}

static void curve_to(struct path *p, struct point a, struct point b, struct point end)
{
	begin(p);
	cubic(p->d, p->m, a, b, end);
	p->control = b;
	p->at = end;
}

static void quad_to(struct path *p, struct point q, struct point end)
{
	struct point s = p->at;
	curve_to(p, (struct point){s.x + (q.x - s.x) * 2 / 3, s.y + (q.y - s.y) * 2 / 3},
		(struct point){end.x + (q.x - end.x) * 2 / 3, end.y + (q.y - end.y) * 2 / 3}, end);
	p->control = q;
}

struct ellipse { struct point c; double rx, ry, turn; };   /* turn: of its axes, in radians */

/* A piece of at most a quarter turn; from, to: angles in radians. */
static void arc_piece(struct path *p, const struct ellipse *e, double from, double to)
{
	double k = 4.0 / 3 * tan((to - from) / 4), cosp = cos(e->turn), sinp = sin(e->turn);
	struct point q[3];
	double x[3] = {cos(from) - k * sin(from), cos(to) + k * sin(to), cos(to)},
	       y[3] = {sin(from) + k * cos(from), sin(to) - k * cos(to), sin(to)};
	for (int i = 0; i < 3; i++)
		q[i] = (struct point){
			e->c.x + cosp * e->rx * x[i] - sinp * e->ry * y[i],
			e->c.y + sinp * e->rx * x[i] + cosp * e->ry * y[i]};
	curve_to(p, q[0], q[1], q[2]);
}

/* From end points to the centre, as the SVG standard's appendix on arcs describes. v: rx ry rotation large sweep x y.
 * */
static void arc_to(struct path *p, const double *v, struct point end)
{
	double rx = fabs(v[0]), ry = fabs(v[1]), turn = v[2] * M_PI / 180, cosp = cos(turn), sinp = sin(turn);
	double dx = (p->at.x - end.x) / 2, dy = (p->at.y - end.y) / 2;
	double x = cosp * dx + sinp * dy, y = -sinp * dx + cosp * dy;
	if (rx == 0 || ry == 0 || (dx == 0 && dy == 0)) {
		line_to(p, end.x, end.y);
		return;
	}
	double lambda = x * x / (rx * rx) + y * y / (ry * ry);
	if (lambda > 1) {
		rx *= sqrt(lambda);
		ry *= sqrt(lambda);
	}
	double den = rx * rx * y * y + ry * ry * x * x, num = rx * rx * ry * ry - den;
	double f = den > 0 && num > 0 ? sqrt(num / den) : 0;
	if ((v[3] != 0) == (v[4] != 0))
		f = -f;
	double cx = f * rx * y / ry, cy = -f * ry * x / rx;
	const struct ellipse e = {
		{cosp * cx - sinp * cy + (p->at.x + end.x) / 2, sinp * cx + cosp * cy + (p->at.y + end.y) / 2},
		rx, ry, turn};
	double from = atan2((y - cy) / ry, (x - cx) / rx), span = atan2((-y - cy) / ry, (-x - cx) / rx) - from;
	if (v[4] != 0 && span < 0)
		span += 2 * M_PI;
	else if (v[4] == 0 && span > 0)
		span -= 2 * M_PI;
	if (!(fabs(span) <= 7)) {                      /* numbers without bounds */
		line_to(p, end.x, end.y);
		return;
	}
	int n = (int)ceil(fabs(span) / (M_PI / 2) - 1e-9);
	for (int i = 0; i < n; i++)
		arc_piece(p, &e, from + span * i / n, from + span * (i + 1) / n);
	p->at = end;
}

static struct point mirrored(const struct path *p, const char *after)
{
	if (!p->before || !strchr(after, p->before))
		return p->at;
	return (struct point){2 * p->at.x - p->control.x, 2 * p->at.y - p->control.y};
}

/* One command with its numbers, made absolute. */
static void command(struct path *p, char c, const double *v)
{
	switch (c) {
	case 'M':
		p->open = false;
		p->start = p->at = (struct point){v[0], v[1]};
		begin(p);
		break;
	case 'L': line_to(p, v[0], v[1]); break;
	case 'H': line_to(p, v[0], p->at.y); break;
	case 'V': line_to(p, p->at.x, v[0]); break;
	case 'C':
		curve_to(p, (struct point){v[0], v[1]}, (struct point){v[2], v[3]}, (struct point){v[4], v[5]});
		break;
	case 'S': curve_to(p, mirrored(p, "CS"), (struct point){v[0], v[1]}, (struct point){v[2], v[3]}); break;
	case 'Q': quad_to(p, (struct point){v[0], v[1]}, (struct point){v[2], v[3]}); break;
	case 'T': quad_to(p, mirrored(p, "QT"), (struct point){v[0], v[1]}); break;
	case 'A': arc_to(p, v, (struct point){v[5], v[6]}); break;
	case 'Z':
		if (p->open)
			fig_close(p->d);
		p->open = false;
		p->at = p->start;
		break;
	}
	p->before = c;
}

static int numbers_of(char c)
{
	static const char letters[] = "MLHVCSQTAZ";
	static const int counts[] = {2, 2, 1, 1, 6, 4, 4, 2, 7, 0};
	const char *at = strchr(letters, c);
	return c && at ? counts[at - letters] : -1;
}

static bool read_numbers(const char **s, const char *end, char c, int n, double *v)
{
	for (int i = 0; i < n; i++) {
		if (c == 'A' && (i == 3 || i == 4)) {  /* flags may stand without a blank: "0 01.5" */
			while (*s < end && strchr(" \t\r\n,", **s))
				++*s;
			if (*s == end || (**s != '0' && **s != '1'))
				return false;
			v[i] = *(*s)++ - '0';
		} else if (!fig_svg_number(s, end, &v[i])) {
			return false;
		}
	}
	return true;
}

static void make_absolute(const struct path *p, char c, int n, double *v)
{
	for (int i = c == 'A' ? 5 : 0; i < n; i++)
		v[i] += c == 'V' || (c != 'H' && (c == 'A' ? i == 6 : i % 2)) ? p->at.y : p->at.x;
}

static bool more_numbers(const char *s, const char *end)
{
	while (s < end && strchr(" \t\r\n,", *s))
		s++;
	return s < end && strchr("+-.0123456789", *s);
}

bool fig_svg_path(struct draw *d, const struct matrix *m, struct slice data)
{
	struct path p = {.d = d, .m = m};
	const char *s = data.s, *end = data.s + data.n;
	for (;;) {
		while (s < end && *s && strchr(" \t\r\n,", *s))
			s++;
		if (s == end)
			return true;
		char letter = *s++, c = letter >= 'a' && letter <= 'z' ? (char)(letter - 32) : letter;
		int n = numbers_of(c);
		if (n < 0 || (!p.before && c != 'M'))
			return false;
		do {
			double v[7];
			if (!read_numbers(&s, end, c, n, v))
				return false;
			if (letter >= 'a')
				make_absolute(&p, c, n, v);
			command(&p, c, v);
			if (c == 'M') {                /* further pairs are lines */
				c = 'L';
				letter = letter == 'm' ? 'l' : 'L';
			}
		} while (n && more_numbers(s, end));
	}
}
