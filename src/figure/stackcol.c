/* stackcol.c: stacked columns: one column a category, one part a series; the sum above, the names of the series on top.
 * */
#include "figure/chart.h"

#define HEIGHT fig_chart_plot(c, LEN_PT(135))
#define JOINT LEN_PT(1.5)

struct stack {
	struct chart *c;
	len_t step, bar, top;
	int64_t hi;
	int shown;
	struct fig_lines *name;
};

static int64_t sum_of(const struct data *d, size_t i)
{
	int64_t sum = 0;
	for (size_t k = 0; k < d->m; k++)
		sum += fig_chart_value(d, k, i)->v;
	return sum;
}

static const char *sum_text(const struct stack *s, size_t i)
{
	struct buf b = {0};
	fig_chart_put_number(&b, &s->c->data, sum_of(&s->c->data, i), s->shown);
	return buf_take(&b, s->c->d.mem);
}

static bool measure(struct stack *s)
{
	struct chart *c = s->c;
	const struct data *d = &c->data;
	int64_t most = 0;
	for (size_t k = 0; k < d->m; k++)
		s->shown = d->shown[k] > s->shown ? d->shown[k] : s->shown;
	for (size_t i = 0; i < d->n; i++) {
		int64_t sum = sum_of(d, i);
		most = sum > most ? sum : most;
		fig_wrap(&c->d, fig_small(&c->d, "grau"), d->cat[i], s->step - LEN_PT(4), 3, &s->name[i]);
		fig_chart_stands(c, &s->name[i], d->cat[i]);
		if (d->n > CHART_COLUMNS_MAX ||
			fig_width(&c->d, fig_bold(&c->d, "tinte"), sum_text(s, i)) > s->step - LEN_PT(3)) {
			fig_chart_fault(c, "Die gestapelten Säulen haben keinen Platz: „%s“ hat %zu Zeilen, "
				"oder die Zahlen sind zu lang; bitte höchstens %d Zeilen, eine größere Einheit oder "
				"art=\"balken\".",
				d->csv->path, d->n, CHART_COLUMNS_MAX);
			return false;
		}
	}
	s->hi = c->top > most ? c->top : most ? fig_chart_round_up(most) : 1;
	return true;
}

static void draw_column(struct stack *s, size_t i)
{
	struct chart *c = s->c;
	const struct data *d = &c->data;
	len_t x = (len_t)((int64_t)s->step * (int64_t)i) + (s->step - s->bar) / 2, bottom = s->top + HEIGHT;
	int64_t below = 0;
	for (size_t k = 0; k < d->m; k++) {
		len_t y0 = bottom - fig_chart_map(below, 0, s->hi, HEIGHT);
		below += fig_chart_value(d, k, i)->v;
		len_t y1 = bottom - fig_chart_map(below, 0, s->hi, HEIGHT), h = y0 - y1 - (k ? JOINT : 0);
		struct sty_char bold = fig_bold(&c->d, k == 0 ? "weiss" : "tinte");
		const char *t = fig_chart_number(c, k, i);
		len_t w = fig_width(&c->d, bold, t);
		if (h <= 0)
			continue;
		fig_area_rect(&c->d, x, y1, s->bar, h, (int)k);
		if (h < LEN_PT(15) || w + LEN_PT(5) > s->bar)
			continue;                      /* the value stands in the data table */
		if (k == 2 || k == 3) {
			fig_rect(&c->d, x + (s->bar - w) / 2 - LEN_PT(2.5), y1 + h / 2 - LEN_PT(5.5), w + LEN_PT(5),
				LEN_PT(11));
			fig_fill(&c->d, sty_colour(c->d.style, "weiss"));
		}
		fig_text(&c->d, x + s->bar / 2, y1 + (h + fig_cap(bold)) / 2, FIG_MIDDLE, bold, t);
	}
	fig_text(&c->d, x + s->bar / 2, bottom - fig_chart_map(below, 0, s->hi, HEIGHT) - LEN_PT(4), FIG_MIDDLE,
		fig_bold(&c->d, "tinte"), sum_text(s, i));
	fig_text_lines(&c->d, x + s->bar / 2, bottom + LEN_PT(13), FIG_MIDDLE, fig_small(&c->d, "grau"), &s->name[i]);
}

bool fig_chart_stacked_columns(struct chart *c)
{
	struct stack s = {
		.c = c, .step = c->width / (len_t)c->data.n, .name = MEM_ARRAY(c->d.mem, struct fig_lines, c->data.n)};
	int most = 1;
	s.bar = len_scale(s.step, 62, 100);
	if (s.bar > LEN_PT(54))
		s.bar = LEN_PT(54);
	if (!measure(&s))
		return false;
	s.top = fig_chart_key(c, 0, c->data.name, c->data.m) + LEN_PT(10);
	for (size_t i = 0; i < c->data.n; i++) {
		draw_column(&s, i);
		most = s.name[i].n > most ? s.name[i].n : most;
	}
	len_t y = s.top + HEIGHT;
	fig_rule(&c->d, (struct fig_point){0, y}, (struct fig_point){c->width, y},
		(struct fig_pen){.width = LEN_PT(0.75), .rgb = sty_colour(c->d.style, "tinte")});
	c->height = y + LEN_PT(16) + (most - 1) * FIG_LEADING;
	return true;
}
