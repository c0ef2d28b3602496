/* svg.c: a coat of arms given as SVG to drawing operations: shapes with plain colours, groups, transformations. What is
 * not supported is told by line and refused, so that nothing goes missing unseen. */
#include <math.h>
#include <string.h>

#include "base/u8.h"
#include "figure/svg.h"

enum { DEPTH_MAX = 64, FAULTS_MAX = 20, OPS_MAX = 200000 };

struct paint {                                     /* of a group: what its children inherit */
	struct matrix m;                               /* from their units to the page's */
	bool no_fill, no_stroke, even_odd;
	sty_rgb fill, stroke;
	double width;                                  /* of the stroke, in their units */
};

struct svg {
	struct draw d;
	const char *data, *end, *file;
	struct diag *diag;
	struct paint stack[DEPTH_MAX];
	int depth;                                     /* open groups */
	int skip;                                      /* open elements inside something that is not drawn */
	int faults;
	double w, h;                                   /* of the viewBox */
	len_t width;
};

static void fault(struct svg *s, const char *at, const char *what, struct slice word)
{
	int line = 1;
	if (s->faults++ >= FAULTS_MAX)
		return;
	for (const char *p = s->data; p < at; p++)
		line += *p == '\n';
	char shown[61];
	size_t n = word.n < 60 ? word.n : 60;
	while (n && n < word.n && ((unsigned char)word.s[n] & 0xC0) == 0x80)
		n--;
	memcpy(shown, word.s, n);
	shown[n] = '\0';
	bool valid = u8_valid(shown, n);
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)shown[i] < ' ' || (!valid && (unsigned char)shown[i] >= 0x80))
			shown[i] = '?';
	diag_error(s->diag, "SVG", s->file, line, "%s: „%s“; Abhilfe nennt ratssatz erklaere SVG.", what, shown);
}

static double number(const struct svg_tag *t, const char *name, double fallback)
{
	struct slice v;
	double x;
	const char *p;
	if (!fig_svg_attr(t, name, &v))
		return fallback;
	p = v.s;
	return fig_svg_number(&p, v.s + v.n, &x) ? x : fallback;
}

static void read_colour(struct svg *s, const struct svg_tag *t, const char *name, bool *none, sty_rgb *rgb)
{
	struct slice v;
	if (fig_svg_attr(t, name, &v) && !fig_svg_is(v, "inherit") && !fig_svg_colour(v, none, rgb))
		fault(s, t->at,
			"Die Zeichnung verwendet eine Farbe, die ratssatz nicht übernimmt (erwartet ist eine einfache "
			"Farbe wie #0F4C5C)",
			v);
}

static void refuse(struct svg *s, const struct svg_tag *t, const char *name)
{
	struct slice v;
	if (fig_svg_attr(t, name, &v) && !fig_svg_is(v, "none") && !fig_svg_is(v, "normal"))
		fault(s, t->at, "Die Zeichnung verwendet eine Eigenschaft, die ratssatz nicht übernimmt", v);
}

/* Nothing see-through is taken over: PDF/A allows it, but what lies below would have to be known (contrast). What is
 * not seen at all is left out. */
static struct paint read_paint(struct svg *s, const struct svg_tag *t)
{
	struct paint p = s->stack[s->depth];
	struct slice v;
	read_colour(s, t, "fill", &p.no_fill, &p.fill);
	read_colour(s, t, "stroke", &p.no_stroke, &p.stroke);
	p.width = number(t, "stroke-width", p.width);
	if (fig_svg_attr(t, "fill-rule", &v))
		p.even_odd = fig_svg_is(v, "evenodd");
	if (fig_svg_attr(t, "transform", &v) && !fig_svg_transform(v, &p.m))
		fault(s, t->at,
			"Die Zeichnung enthält eine Umformung, die ratssatz nicht kennt (erwartet ist translate, "
			"scale, rotate oder matrix)",
			v);
	refuse(s, t, "clip-path");
	refuse(s, t, "mask");
	refuse(s, t, "filter");
	double all = number(t, "opacity", 1), fill = number(t, "fill-opacity", 1),
	       stroke = number(t, "stroke-opacity", 1);
	if (fill <= 0 || all <= 0)
		p.no_fill = true;
	if (stroke <= 0 || all <= 0)
		p.no_stroke = true;
	if ((all > 0 && all < 1) || (!p.no_fill && fill < 1) || (!p.no_stroke && stroke < 1))
		fault(s, t->at, "Die Zeichnung enthält durchscheinende Flächen, erwartet sind deckende", t->name);
	if (fig_svg_attr(t, "display", &v) && fig_svg_is(v, "none"))
		p.no_fill = p.no_stroke = true;
	return p;
}

/* As a path of the standard, so that arcs are drawn in one place. */
static void rounded(struct draw *d, const struct matrix *m, const double *r, double rx, double ry)
{
	double x = r[0], y = r[1], w = r[2], h = r[3];
	rx = rx > w / 2 ? w / 2 : rx;
	ry = ry > h / 2 ? h / 2 : ry;
	struct buf b = {0};
	buf_fmt(&b,
		"M%.6f %.6fH%.6fA%.6f %.6f 0 0 1 %.6f %.6fV%.6fA%.6f %.6f 0 0 1 %.6f %.6fH%.6fA%.6f %.6f 0 0 1 %.6f "
		"%.6fV%.6fA%.6f %.6f 0 0 1 %.6f %.6fZ",
		x + rx, y, x + w - rx, rx, ry, x + w, y + ry, y + h - ry, rx, ry, x + w - rx, y + h, x + rx, rx, ry, x,
		y + h - ry, y + ry, rx, ry, x + rx, y);
	fig_svg_path(d, m, (struct slice){b.data, b.len});
	buf_free(&b);
}

static void rect(struct svg *s, const struct svg_tag *t, const struct matrix *m)
{
	double r[4] = {number(t, "x", 0), number(t, "y", 0), number(t, "width", 0), number(t, "height", 0)};
	double rx = number(t, "rx", -1), ry = number(t, "ry", -1);
	if (r[2] <= 0 || r[3] <= 0)
		return;
	if (rx > 0 || ry > 0) {
		rounded(&s->d, m, r, rx > 0 ? rx : ry, ry > 0 ? ry : rx);
		return;
	}
	fig_svg_to(&s->d, m, r[0], r[1], true);
	fig_svg_to(&s->d, m, r[0] + r[2], r[1], false);
	fig_svg_to(&s->d, m, r[0] + r[2], r[1] + r[3], false);
	fig_svg_to(&s->d, m, r[0], r[1] + r[3], false);
	fig_close(&s->d);
}

static void points(struct svg *s, const struct svg_tag *t, const struct matrix *m, bool closed)
{
	struct slice v;
	double x, y;
	bool first = true;
	if (!fig_svg_attr(t, "points", &v))
		return;
	const char *p = v.s, *end = v.s + v.n;
	for (; fig_svg_number(&p, end, &x) && fig_svg_number(&p, end, &y); first = false)
		fig_svg_to(&s->d, m, x, y, first);
	if (closed && !first)
		fig_close(&s->d);
}

static void path(struct svg *s, const struct svg_tag *t, const struct matrix *m)
{
	struct slice v;
	if (fig_svg_attr(t, "d", &v) && !fig_svg_path(&s->d, m, v))
		fault(s, t->at,
			"Ein Pfad der Zeichnung ist fehlerhaft, erwartet sind die Befehle M L H V C S Q T A Z mit "
			"Zahlen",
			v);
}

/* False: no shape. */
static bool outline(struct svg *s, const struct svg_tag *t, const struct matrix *m)
{
	if (fig_svg_is(t->name, "path")) {
		path(s, t, m);
	} else if (fig_svg_is(t->name, "rect")) {
		rect(s, t, m);
	} else if (fig_svg_is(t->name, "circle")) {
		double r = number(t, "r", 0);
		if (r > 0)
			fig_svg_round(&s->d, m, number(t, "cx", 0), number(t, "cy", 0), r, r);
	} else if (fig_svg_is(t->name, "ellipse")) {
		double rx = number(t, "rx", 0), ry = number(t, "ry", 0);
		if (rx > 0 && ry > 0)
			fig_svg_round(&s->d, m, number(t, "cx", 0), number(t, "cy", 0), rx, ry);
	} else if (fig_svg_is(t->name, "line")) {
		fig_svg_to(&s->d, m, number(t, "x1", 0), number(t, "y1", 0), true);
		fig_svg_to(&s->d, m, number(t, "x2", 0), number(t, "y2", 0), false);
	} else if (fig_svg_is(t->name, "polygon") || fig_svg_is(t->name, "polyline")) {
		points(s, t, m, fig_svg_is(t->name, "polygon"));
	} else {
		return false;
	}
	return true;
}

/* A stroke that a transformation makes wider one way than the other has the width of the mean. */
static bool shape(struct svg *s, const struct svg_tag *t)
{
	struct paint p = read_paint(s, t);
	size_t first = s->d.n;
	if (!outline(s, t, &p.m))
		return false;
	double scale = sqrt(fabs(p.m.a * p.m.d - p.m.b * p.m.c)), wide = p.width * scale;
	struct fig_pen pen = {.width = (len_t)lround(wide > 1e8 ? 1e8 : wide), .rgb = p.stroke};
	if (s->d.n == first)
		return true;
	if (p.even_odd && !p.no_fill)
		fig_svg_even_odd(&s->d, first);
	p.no_stroke |= pen.width <= 0;
	if (p.no_fill && p.no_stroke)
		s->d.n = first;
	else if (p.no_stroke)
		fig_fill(&s->d, p.fill);
	else if (p.no_fill)
		fig_stroke(&s->d, pen);
	else
		fig_fill_stroke(&s->d, p.fill, pen);
	return true;
}

static bool one_of(struct slice name, const char *const *list)
{
	for (; *list; list++)
		if (fig_svg_is(name, *list))
			return true;
	return false;
}

/* The root gives the scale. */
static bool open_root(struct svg *s, const struct svg_tag *t)
{
	struct slice v;
	double x = 0, y = 0;
	s->w = number(t, "width", 0);
	s->h = number(t, "height", 0);
	if (fig_svg_attr(t, "viewBox", &v)) {
		const char *p = v.s, *end = v.s + v.n;
		if (!fig_svg_number(&p, end, &x) || !fig_svg_number(&p, end, &y) || !fig_svg_number(&p, end, &s->w) ||
			!fig_svg_number(&p, end, &s->h))
			s->w = 0;
	}
	if (s->w <= 0 || s->h <= 0 || s->h / s->w > 20 || s->w / s->h > 200) {
		fault(s, t->at, "Die Zeichnung hat keine brauchbare Größe, erwartet ist viewBox=\"0 0 Breite Höhe\"",
			t->name);
		return false;
	}
	double k = s->width / s->w;
	s->stack[0] = (struct paint){.m = {k, 0, 0, k, -x * k, -y * k}, .no_stroke = true, .width = 1};
	return true;
}

/* Elements of editors ("sodipodi:namedview") have a prefix: they are no part of the drawing. */
static void open_tag(struct svg *s, const struct svg_tag *t)
{
	static const char *const groups[] = {"g", "a", "svg", "switch", NULL};
	static const char *const silent[] = {"title", "desc", "metadata", "defs", "symbol", "clipPath", "mask",
		"pattern", "filter", "marker", "linearGradient", "radialGradient", NULL};
	if (fig_svg_is(t->name, "style"))
		fault(s, t->at, "Die Zeichnung enthält eine Formatvorlage, erwartet sind Farben an den Formen selbst",
			t->name);
	if (s->skip) {
		s->skip += !t->empty;
	} else if (one_of(t->name, groups)) {
		if (s->depth + 1 == DEPTH_MAX) {
			fault(s, t->at,
				"Die Zeichnung ist zu tief geschachtelt, erwartet sind höchstens 60 Gruppen ineinander",
				t->name);
			s->skip += !t->empty;
		} else if (!t->empty) {
			struct paint p = read_paint(s, t);
			s->stack[++s->depth] = p;
		}
	} else if (one_of(t->name, silent) || fig_svg_is(t->name, "style") || memchr(t->name.s, ':', t->name.n)) {
		s->skip += !t->empty;
	} else if (!shape(s, t)) {
		fault(s, t->at, "Die Zeichnung enthält etwas, das ratssatz nicht übernimmt", t->name);
		s->skip += !t->empty;
	}
}

/* Shapes hold at most title, desc and animations: their inside counts as skipped, so that end tags match. */
static void walk(struct svg *s, const char *p)
{
	static const char *const shapes[] = {"path", "rect", "circle", "ellipse", "line", "polygon", "polyline", NULL};
	struct svg_tag t;
	while (fig_svg_next_tag(&p, s->end, &t)) {
		if (!t.end) {
			open_tag(s, &t);
			if (!t.empty && !s->skip && one_of(t.name, shapes))
				s->skip = 1;
		} else if (s->skip) {
			s->skip--;
		} else if (s->depth > 0) {
			s->depth--;
		}
		if (s->d.n > OPS_MAX) {
			fault(s, t.at,
				"Die Zeichnung ist zu verwickelt, erwartet sind höchstens 200 000 Linien und Kurven",
				t.name);
			return;
		}
	}
}

const struct fig_drawing *fig_svg(struct mem *m, const char *data, size_t size, len_t width, const char *file,
	struct diag *diag)
{
	struct svg *s = MEM_NEW(m, struct svg);
	struct svg_tag t = {0};
	*s = (struct svg){
		.d = {.mem = m}, .data = data, .end = data + size, .file = file, .diag = diag, .width = width};
	const char *p = data;
	if (!fig_svg_next_tag(&p, s->end, &t) || t.end || !fig_svg_is(t.name, "svg")) {
		diag_error(diag, "SVG", file, 1,
			"Die Datei ist keine SVG-Zeichnung: Erwartet ist als erstes Element <svg>; bitte die Datei "
			"prüfen oder eine PNG-Datei verwenden.");
		return NULL;
	}
	if (!open_root(s, &t))
		return NULL;
	if (!t.empty)
		walk(s, p);
	if (s->faults)
		return NULL;
	if (s->d.n == 0) {
		fault(s, data, "Die Zeichnung ist leer, erwartet sind Flächen oder Linien",
			(struct slice){file, strlen(file)});
		return NULL;
	}
	return fig_finish(&s->d, width, (len_t)lround(width * s->h / s->w));
}
