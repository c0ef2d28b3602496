/* columns.c: upright columns (GESTALTUNG §11): the measures are fixed; what does not fit is drawn as horizontal bars
 * instead. */
#include "figure/chart.h"

#define HEIGHT fig_chart_plot(c, LEN_PT(135))
#define JOINT LEN_PT(1.5)
#define BAR_MOST LEN_PT(54)                             /* two columns are no wall */

struct columns {
	struct chart *c;
	len_t step, bar, top, bottom;                  /* of the plot */
	len_t zero;                                    /* y of the value zero */
	int64_t lo, hi;
	len_t names_y;                                 /* first baseline of the category names */
	struct fig_lines *name;
};

static len_t x_of(const struct columns *g, size_t i, size_t k)
{
	len_t span = len_scale((int64_t)g->step * (int64_t)i * 2 + g->step, 1, 2);
	len_t all = (len_t)g->c->data.m * g->bar + ((len_t)g->c->data.m - 1) * JOINT;
	return span - all / 2 + (len_t)k * (g->bar + JOINT);
}

/* Values must not touch their neighbours', names must stand in their step whole. */
static bool fits(struct columns *g)
{
	struct chart *c = g->c;
	struct sty_char bold = fig_bold(&c->d, "tinte");
	len_t room = c->data.m == 1 ? g->step - LEN_PT(3) : g->bar + JOINT - LEN_PT(2);
	for (size_t k = 0; k < c->data.m; k++)
		for (size_t i = 0; i < c->data.n; i++)
			if (fig_width(&c->d, bold, fig_chart_number(c, k, i)) > room)
				return false;
	for (size_t i = 0; i < c->data.n; i++) {
		fig_wrap(&c->d, fig_small(&c->d, "grau"), c->data.cat[i], g->step - LEN_PT(4), 3, &g->name[i]);
		if (!g->name[i].whole || g->name[i].divided)
			return false;
	}
	return true;
}

static void measure(struct columns *g)
{
	struct chart *c = g->c;
	len_t label = LEN_PT(4) + fig_cap(fig_bold(&c->d, "tinte"));
	fig_chart_range(c, &g->lo, &g->hi);
	len_t free = HEIGHT - fig_chart_map(c->data.max > 0 ? c->data.max : 0, g->lo, g->hi, HEIGHT);
	g->top = label - free > LEN_PT(8) ? label - free : LEN_PT(8);
	if (c->data.m > 1)
		g->top = LEN_PT(8) + label;            /* below the key */
	g->bottom = g->top + HEIGHT;
	g->zero = g->bottom + fig_chart_map(0, g->lo, g->hi, -HEIGHT);
	g->names_y = g->bottom + LEN_PT(13) + (c->data.min < 0 ? label : 0);
}

static void draw_value(struct columns *g, size_t i, size_t k)
{
	struct chart *c = g->c;
	const struct value *v = fig_chart_value(&c->data, k, i);
	len_t x = x_of(g, i, k), h = fig_chart_map(v->v, 0, g->hi - g->lo, HEIGHT);
	struct sty_char bold = fig_bold(&c->d, "tinte");
	if (v->missing)
		return;
	len_t y = h >= 0 ? g->zero - h : g->zero;
	if (h && c->data.m == 1) {
		fig_rect(&c->d, x, y, g->bar, h < 0 ? -h : h);
		fig_fill(&c->d, sty_colour(c->d.style, fig_chart_marked(c, i) ? "akzent" : "mitte"));
	} else if (h) {
		fig_area_rect(&c->d, x, y, g->bar, h < 0 ? -h : h, (int)k);
	}
	len_t base = h >= 0 ? y - LEN_PT(4) : g->zero - h + LEN_PT(4) + fig_cap(bold);
	fig_text(&c->d, x + g->bar / 2, base, FIG_MIDDLE, bold, fig_chart_number(c, k, i));
}

static void draw_axis(struct columns *g)
{
	struct chart *c = g->c;
	fig_rule(&c->d, (struct fig_point){0, g->zero}, (struct fig_point){c->width, g->zero},
		(struct fig_pen){.width = LEN_PT(0.75), .rgb = sty_colour(c->d.style, "tinte")});
	int most = 1;
	for (size_t i = 0; i < c->data.n; i++) {
		len_t x = x_of(g, i, 0) + ((len_t)c->data.m * (g->bar + JOINT) - JOINT) / 2;
		fig_text_lines(&c->d, x, g->names_y, FIG_MIDDLE, fig_small(&c->d, "grau"), &g->name[i]);
		most = g->name[i].n > most ? g->name[i].n : most;
	}
	c->height = g->names_y + (most - 1) * FIG_LEADING + LEN_PT(3);
	struct chart_share s;
	if (fig_chart_share(c, &s))
		c->height += fig_bracket(&c->d,
			(struct fig_span){x_of(g, s.first, 0), x_of(g, s.last, 0) + g->bar, c->width}, c->height,
			s.text);
}

static void shift(struct columns *g, len_t by)
{
	g->top += by;
	g->bottom += by;
	g->zero += by;
	g->names_y += by;
}

bool fig_chart_columns(struct chart *c)
{
	len_t m = (len_t)c->data.m;
	struct columns g = {
		.c = c, .step = c->width / (len_t)c->data.n, .name = MEM_ARRAY(c->d.mem, struct fig_lines, c->data.n)};
	g.bar = (len_scale(g.step, m == 1 ? 62 : 76, 100) - (m - 1) * JOINT) / m;
	if (g.bar > BAR_MOST)
		g.bar = BAR_MOST;
	if (c->data.n > CHART_COLUMNS_MAX || g.bar < LEN_PT(4) || !fits(&g))
		return false;
	measure(&g);
	if (m > 1)
		shift(&g, fig_chart_key(c, 0, c->data.name, c->data.m));
	for (size_t i = 0; i < c->data.n; i++)
		for (size_t k = 0; k < c->data.m; k++)
			draw_value(&g, i, k);
	draw_axis(&g);
	return true;
}
