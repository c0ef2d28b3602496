/* lines.c: one to three series over a common scale; each line is named at its end, there is no legend. */
#include "figure/chart.h"

#define HEIGHT fig_chart_plot(l->c, LEN_PT(130))
#define TOP LEN_PT(10)
#define ENDS LEN_PT(75)                                 /* room for the names on the right */
#define MARKS_APART LEN_PT(10)                          /* closer ones make a chain in which no line is seen */
#define APART LEN_PT(15)                                /* least distance of their baselines */

struct lines {
	struct chart *c;
	len_t left, right;
	int64_t lo, hi, step;
	size_t each;                                   /* every so many categories one is named */
};

struct end { struct fig_lines text; len_t y; size_t series; };

static len_t x_of(const struct lines *l, size_t i)
{
	size_t n = l->c->data.n;
	return n == 1 ? (l->left + l->right) / 2 : l->left + len_scale(l->right - l->left, (int64_t)i, (int64_t)n - 1);
}

static len_t y_of(const struct lines *l, int64_t v)
{
	return TOP + HEIGHT - fig_chart_map(v, l->lo, l->hi, HEIGHT);
}

static const char *scale_text(const struct lines *l, int64_t v)
{
	const struct data *d = &l->c->data;
	int64_t unit = 1;
	int shown = d->decimals;
	for (int i = 0; i < d->decimals && l->step % (unit * 10) == 0; i++) {
		unit *= 10;                            /* no decimals that are all zero */
		shown--;
	}
	struct buf b = {0};
	fig_chart_put_number(&b, d, v, shown);
	return buf_take(&b, l->c->d.mem);
}

/* The last category with a value, or n. */
static size_t last_of(const struct data *d, size_t k)
{
	for (size_t i = d->n; i-- > 0; )
		if (!fig_chart_value(d, k, i)->missing)
			return i;
	return d->n;
}

static void end_text(struct lines *l, size_t k, len_t room, struct fig_lines *out)
{
	struct chart *c = l->c;
	size_t last = last_of(&c->data, k);
	const char *s =
		last < c->data.n ? mem_fmt(c->d.mem, "%s\u00A0%s", c->data.name[k], fig_chart_number(c, k, last))
				 : c->data.name[k];
	fig_wrap(&c->d, fig_bold(&c->d, "tinte"), s, room, 3, out);
}

static void measure(struct lines *l)
{
	struct chart *c = l->c;
	l->lo = c->data.min < 0 ? c->data.min : 0;
	l->hi = c->top ? c->top : c->data.max > 0 ? c->data.max : l->lo < 0 ? 0 : 1;
	l->step = fig_chart_step(&c->data, l->lo, l->hi);
	l->hi = (l->hi + l->step - 1) / l->step * l->step;
	l->lo = -((-l->lo + l->step - 1) / l->step * l->step);
	len_t names = LEN_PT(22), ends = ENDS;
	for (int64_t v = l->lo; v <= l->hi; v += l->step) {
		len_t w = fig_width(&c->d, fig_small(&c->d, "grau"), scale_text(l, v)) + LEN_PT(6);
		names = w > names ? w : names;
	}
	for (size_t k = 0; k < c->data.m; k++) {       /* a name that is one long word gets more room */
		struct fig_lines t;
		while (end_text(l, k, ends - LEN_PT(8), &t), (!t.whole || t.divided) && ends < LEN_PT(130))
			ends += LEN_PT(5);
	}
	l->left = names;
	l->right = c->width - ends;
}

static void draw_grid(struct lines *l)
{
	struct chart *c = l->c;
	struct sty_char ch = fig_small(&c->d, "grau");
	for (int64_t v = l->lo; v <= l->hi; v += l->step) {
		len_t y = y_of(l, v);
		struct fig_pen pen = {
			.width = v ? LEN_PT(0.5) : LEN_PT(0.75), .rgb = sty_colour(c->d.style, v ? "zart" : "tinte")};
		fig_rule(&c->d, (struct fig_point){l->left, y}, (struct fig_point){l->right, y}, pen);
		fig_text(&c->d, l->left - LEN_PT(6), y + fig_cap(ch) / 2, FIG_RIGHT, ch, scale_text(l, v));
	}
}

static len_t width_of(const struct chart *c, struct sty_char ch, const struct fig_lines *t)
{
	len_t most = 0;
	for (int i = 0; i < t->n; i++) {
		len_t w = fig_width(&c->d, ch, t->line[i]);
		most = w > most ? w : most;
	}
	return most;
}

/* Every k-th name, so that none touches the next; the first and the last one always stand: a somewhat larger k that
 * reaches the last one is better. */
static size_t names_each(size_t n, len_t step, len_t room)
{
	size_t each = 1;
	while (each < n && (len_t)each * step < room)
		each++;
	for (size_t k = each; k <= each + each / 2 && k < n; k++)
		if ((n - 1) % k == 0)
			return k;
	return each;
}

static bool has_name(size_t i, size_t n, size_t each)
{
	const size_t last = n - 1;
	return i == last || (i % each == 0 && last - i >= each);
}

/* Points that are too close have a mark only where the line has a name. */
static bool has_mark(const struct lines *l, size_t k, size_t i)
{
	const struct data *d = &l->c->data;
	const bool close = d->n > 1 && (l->right - l->left) / (len_t)(d->n - 1) < MARKS_APART;
	const bool left = i == 0 || fig_chart_value(d, k, i - 1)->missing,
		   right = i + 1 == d->n || fig_chart_value(d, k, i + 1)->missing;
	return !close || has_name(i, d->n, l->each) || i == last_of(d, k) || fig_chart_marked(l->c, i) ||
		(left && right);
}

static void draw_names(struct lines *l)
{
	struct chart *c = l->c;
	struct sty_char ch = fig_small(&c->d, "grau");
	len_t y = TOP + HEIGHT + LEN_PT(13), widest = 0,
	      step = c->data.n > 1 ? (l->right - l->left) / (len_t)(c->data.n - 1) : c->width;
	struct fig_lines *t = MEM_ARRAY(c->d.mem, struct fig_lines, c->data.n);
	for (size_t i = 0; i < c->data.n; i++) {
		fig_wrap(&c->d, ch, c->data.cat[i], LEN_PT(90), 3, &t[i]);
		len_t w = width_of(c, ch, &t[i]);
		widest = w > widest ? w : widest;
	}
	int deepest = 1;
	l->each = names_each(c->data.n, step, widest + LEN_PT(6));
	for (size_t i = 0; i < c->data.n; i++) {
		if (!has_name(i, c->data.n, l->each))
			continue;
		len_t w = width_of(c, ch, &t[i]), x = x_of(l, i);
		deepest = t[i].n > deepest ? t[i].n : deepest;
		fig_chart_stands(c, &t[i], c->data.cat[i]);
		x = x < w / 2 ? w / 2 : x + w / 2 > c->width ? c->width - w / 2 : x;
		fig_text_lines(&c->d, x, y, FIG_MIDDLE, ch, &t[i]);
	}
	c->height = y + (deepest - 1) * FIG_LEADING + LEN_PT(3);
}

static sty_rgb colour(const struct lines *l, size_t k)
{
	return sty_colour(l->c->d.style, k == 1 ? "zweit" : k == 0 ? "akzent" : "tinte");
}

/* A gap in the data is a gap in the line. */
static void draw_line(struct lines *l, size_t k)
{
	struct chart *c = l->c;
	static const len_t on[] = {0, LEN_PT(5), LEN_PT(1.75)}, off[] = {0, LEN_PT(2.5), LEN_PT(2.5)};
	bool open = false, drawn = false;
	for (size_t i = 0; i < c->data.n; i++) {
		const struct value *v = fig_chart_value(&c->data, k, i);
		if (v->missing) {
			open = false;
			continue;
		}
		if (open)
			fig_to(&c->d, x_of(l, i), y_of(l, v->v));
		else
			fig_move(&c->d, x_of(l, i), y_of(l, v->v));
		open = drawn = true;
	}
	if (drawn)
		fig_stroke(&c->d, (struct fig_pen){LEN_PT(1.75), colour(l, k), on[k], off[k]});
}

static void draw_mark(struct lines *l, size_t k, len_t x, len_t y)
{
	struct draw *d = &l->c->d;
	if (k == 0) {
		fig_rect(d, x - LEN_PT(2.6), y - LEN_PT(2.6), LEN_PT(5.2), LEN_PT(5.2));
		fig_fill(d, colour(l, k));
	} else if (k == 1) {
		fig_ellipse(d, x, y, LEN_PT(2.8), LEN_PT(2.8));
		fig_fill_stroke(d, sty_colour(d->style, "weiss"),
			(struct fig_pen){.width = LEN_PT(1.25), .rgb = colour(l, k)});
	} else {
		struct fig_point p[3] = {
			{x, y - LEN_PT(3.2)}, {x + LEN_PT(3.2), y + LEN_PT(2.4)}, {x - LEN_PT(3.2), y + LEN_PT(2.4)}};
		fig_polygon(d, p, 3);
		fig_fill(d, colour(l, k));
	}
}

static void draw_marks(struct lines *l, size_t k)
{
	struct chart *c = l->c;
	for (size_t i = 0; i < c->data.n; i++) {
		const struct value *v = fig_chart_value(&c->data, k, i);
		if (v->missing || !has_mark(l, k, i))
			continue;
		draw_mark(l, k, x_of(l, i), y_of(l, v->v));
		if (fig_chart_marked(c, i) && i != last_of(&c->data, k))
			fig_text(&c->d, x_of(l, i), y_of(l, v->v) - LEN_PT(6), FIG_MIDDLE, fig_bold(&c->d, "tinte"),
				fig_chart_number(c, k, i));
	}
}

/* Names at the lines' ends, pushed apart from above to below, then back up where they would leave the plot. */
static void draw_ends(struct lines *l)
{
	struct chart *c = l->c;
	struct end e[CHART_SERIES_MAX];
	size_t n = 0;
	for (size_t k = 0; k < c->data.m; k++) {
		size_t last = last_of(&c->data, k);
		if (last == c->data.n)
			continue;
		struct end new = {.series = k};
		end_text(l, k, c->width - l->right - LEN_PT(8), &new.text);
		fig_chart_stands(c, &new.text, c->data.name[k]);
		new.y = y_of(l, fig_chart_value(&c->data, k, last)->v) + LEN_PT(3) - (new.text.n - 1) * FIG_LEADING / 2;
		size_t at = n++;
		for (; at > 0 && e[at - 1].y > new.y; at--)
			e[at] = e[at - 1];
		e[at] = new;
	}
	for (size_t i = 1; i < n; i++) {
		len_t least = e[i - 1].y + (e[i - 1].text.n - 1) * FIG_LEADING + APART;
		e[i].y = e[i].y < least ? least : e[i].y;
	}
	len_t floor = TOP + HEIGHT + LEN_PT(3);
	for (size_t i = n; i-- > 0; ) {
		len_t low = floor - (e[i].text.n - 1) * FIG_LEADING;
		e[i].y = e[i].y > low ? low : e[i].y;
		floor = e[i].y - APART;
	}
	for (size_t i = 0; i < n; i++)
		fig_text_lines(&c->d, l->right + LEN_PT(8), e[i].y, FIG_LEFT,
			fig_bold(&c->d, e[i].series == 0 ? "akzent" : "tinte"), &e[i].text);
}

bool fig_chart_lines(struct chart *c)
{
	struct lines l = {.c = c};
	measure(&l);
	draw_grid(&l);
	draw_names(&l);
	for (size_t k = 0; k < c->data.m; k++)
		draw_line(&l, k);
	for (size_t k = 0; k < c->data.m; k++)
		draw_marks(&l, k);
	draw_ends(&l);
	return true;
}
