/* stacked.c: one bar in parts (GESTALTUNG §11): names above, values inside, a bracket under the parts named by
 * hervorheben. */
#include <string.h>

#include "figure/chart.h"

#define HIGH LEN_PT(30)
#define JOINT LEN_PT(1.5)
#define INSIDE LEN_PT(7)
enum { ROWS_MAX = 3 };

struct part {
	const char *name, *value;
	int64_t v;
	len_t x, w;                                    /* area */
	bool above;                                    /* the value stands beside the name */
	len_t label_x, label_w;
	int row;                                       /* of the label, 0 next to the bar */
	bool marked;
};

struct stacked {
	struct chart *c;
	struct part part[FIG_AREAS];
	size_t n;
	int64_t sum, whole;
	int rows;
};

/* One row of several series, or several rows of one series. */
static bool gather(struct stacked *s)
{
	const struct data *d = &s->c->data;
	size_t n = d->m == 1 ? d->n : d->m;
	if (n > FIG_AREAS) {
		fig_chart_fault(s->c, "Ein gestapelter Balken fasst höchstens %d Teile, "
			"die Daten „%s“ haben %zu; bitte kleine Teile zusammenfassen oder art=\"balken\" wählen.",
			FIG_AREAS, d->csv->path, n);
		return false;
	}
	for (size_t k = 0; k < n; k++) {
		size_t series = d->m == 1 ? 0 : k, row = d->m == 1 ? k : 0;
		struct part *p = &s->part[s->n++];
		*p = (struct part){.name = d->m == 1 ? d->cat[k] : d->name[k],
			.v = fig_chart_value(d, series, row)->v,
			.value = fig_chart_number(s->c, series, row)};
		p->marked = s->c->mark && fig_chart_named(s->c->mark, p->name);
		s->sum += p->v;
	}
	s->whole = s->c->top > s->sum ? s->c->top : s->sum;
	if (s->sum == 0)
		fig_chart_fault(s->c,
			"Die Werte in „%s“ sind zusammen null; ein gestapelter Balken lässt sich daraus nicht "
			"zeichnen.",
			d->csv->path);
	return s->sum != 0;
}

static void measure(struct stacked *s)
{
	struct chart *c = s->c;
	struct sty_char name = fig_small(&c->d, "tinte"), bold = fig_bold(&c->d, "tinte");
	int64_t before = 0;
	for (size_t k = 0; k < s->n; k++) {
		struct part *p = &s->part[k];
		p->x = fig_chart_map(before, 0, s->whole, c->width);
		before += p->v;
		p->w = fig_chart_map(before, 0, s->whole, c->width) - p->x - (before < s->whole ? JOINT : 0);
		p->w = p->w < 0 ? 0 : p->w;
		len_t value = fig_width(&c->d, bold, p->value);
		p->above = p->w < HIGH || value + 2 * INSIDE > p->w;
		p->label_w = fig_width(&c->d, name, p->name) + (p->above ? value + LEN_PT(3) : 0);
	}
}

/* Rows from right to left: a label that reaches into its right neighbour's goes one row up, and no leader crosses a
 * label. False: there is no room for it this way. */
static bool place(struct stacked *s)
{
	len_t start[ROWS_MAX];
	for (int r = 0; r < ROWS_MAX; r++)
		start[r] = s->c->width + LEN_PT(6);
	for (size_t k = s->n; k-- > 0; ) {
		struct part *p = &s->part[k];
		p->label_x = p->x;
		if (k + 1 == s->n && p->x + p->label_w > s->c->width)
			p->label_x = s->c->width - p->label_w;
		p->row = 0;
		while (p->row < ROWS_MAX && p->label_x + p->label_w + LEN_PT(6) > start[p->row])
			p->row++;
		if (p->row == ROWS_MAX || p->label_x < 0 || p->label_x + p->label_w > s->c->width)
			return false;
		for (int r = 0; r < p->row; r++)
			if (start[r] < p->x + LEN_PT(2))
				return false;          /* its leader would cross a label */
		start[p->row] = p->label_x;
		s->rows = p->row + 1 > s->rows ? p->row + 1 : s->rows;
	}
	return true;
}

static void draw_label(struct stacked *s, const struct part *p, len_t bar)
{
	struct draw *d = &s->c->d;
	struct sty_char name = fig_small(d, "tinte");
	len_t y = bar - LEN_PT(5) - p->row * FIG_LEADING;
	fig_text(d, p->label_x, y, FIG_LEFT, name, p->name);
	if (p->above)
		fig_text(d, p->label_x + fig_width(d, name, p->name) + LEN_PT(3), y, FIG_LEFT, fig_bold(d, "tinte"),
			p->value);
	if (p->row)
		fig_rule(d, (struct fig_point){p->x + LEN_PT(0.25), y + LEN_PT(2.5)},
			(struct fig_point){p->x + LEN_PT(0.25), bar},
			(struct fig_pen){.width = LEN_PT(0.5), .rgb = sty_colour(d->style, "linie")});
}

static void draw_part(struct stacked *s, size_t k, len_t bar)
{
	struct draw *d = &s->c->d;
	const struct part *p = &s->part[k];
	struct sty_char bold = fig_bold(d, k == 0 ? "weiss" : "tinte");
	if (p->w <= 0)
		return;
	fig_area_rect(d, p->x, bar, p->w, HIGH, (int)k);
	if (p->above)
		return;
	if (k == 2 || k == 3) {
		len_t w = fig_width(d, bold, p->value) + LEN_PT(6);
		fig_rect(d, p->x + LEN_PT(4), bar + LEN_PT(8), w > LEN_PT(24) ? w : LEN_PT(24), LEN_PT(14));
		fig_fill(d, sty_colour(d->style, "weiss"));
	}
	fig_text(d, p->x + INSIDE, bar + (HIGH + fig_cap(bold)) / 2, FIG_LEFT, bold, p->value);
}

/* Returns the room it takes below the bar. */
static len_t draw_bracket(struct stacked *s, len_t bottom)
{
	struct draw *d = &s->c->d;
	size_t first = s->n, last = 0;
	int64_t sum = 0;
	for (size_t k = 0; k < s->n; k++)
		if (s->part[k].marked) {
			first = first == s->n ? k : first;
			last = k;
			sum += s->part[k].v;
		}
	if (first == s->n)
		return 0;
	for (size_t k = first; k <= last; k++)
		if (!s->part[k].marked) {
			fig_chart_apart(s->c);
			return 0;
		}
	return fig_bracket(d, (struct fig_span){s->part[first].x, s->part[last].x + s->part[last].w, s->c->width},
		bottom, fig_chart_together(s->c, sum, s->sum));
}

bool fig_chart_stacked(struct chart *c)
{
	struct stacked s = {.c = c};
	if (!gather(&s))
		return false;
	measure(&s);
	len_t bar;
	bool direct = place(&s);
	if (direct) {
		bar = LEN_PT(15) + (s.rows - 1) * FIG_LEADING;
		for (size_t k = 0; k < s.n; k++)
			draw_label(&s, &s.part[k], bar);
	} else {
		const char *name[FIG_AREAS];
		for (size_t k = 0; k < s.n; k++)
			name[k] = s.part[k].above ? mem_fmt(c->d.mem, "%s %s", s.part[k].name, s.part[k].value)
						  : s.part[k].name;
		bar = fig_chart_key(c, 0, name, s.n);
	}
	for (size_t k = 0; k < s.n; k++)
		draw_part(&s, k, bar);
	c->height = bar + HIGH + draw_bracket(&s, bar + HIGH);
	return true;
}
