/* pie.c: a pie, only when asked for. Names and values stand beside it, joined by a leader. */
#include <math.h>

#include "figure/chart.h"

#define RADIUS LEN_PT(62)
#define MIDDLE_Y LEN_PT(68)
#define LABELS_APART LEN_PT(9)                          /* below one of several lines */
enum { ARC_POINTS = 60 };                               /* per full turn; exact enough at this size */

struct slice { double from, to; len_t y; bool right; struct fig_lines text; size_t k; };
struct pie { struct chart *c; len_t x; struct slice s[FIG_AREAS]; size_t n; };

static struct fig_point at(const struct pie *p, double turn, len_t r)
{
	return (struct fig_point){
		p->x + (len_t)lround(sin(turn * 2 * M_PI) * r), MIDDLE_Y - (len_t)lround(cos(turn * 2 * M_PI) * r)};
}

static bool gather(struct pie *p)
{
	struct chart *c = p->c;
	const struct data *d = &c->data;
	double sum = 0, before = 0;
	if (d->m > 1 || d->n > FIG_AREAS || d->min < 0) {
		fig_chart_fault(c, "Ein Kreisdiagramm zeigt eine Reihe mit höchstens %d Werten über null, "
			"die Daten „%s“ haben %zu %s und %zu %s; bitte zusammenfassen oder art=\"balken\" "
			"wählen.",
			FIG_AREAS, d->csv->path, d->m, d->m == 1 ? "Reihe" : "Reihen", d->n,
			d->n == 1 ? "Zeile" : "Zeilen");
		return false;
	}
	for (size_t i = 0; i < d->n; i++)
		sum += (double)d->v[i].v;
	if (sum <= 0) {
		fig_chart_fault(c,
			"Die Werte in „%s“ sind zusammen null; ein Kreisdiagramm lässt sich daraus nicht zeichnen.",
			d->csv->path);
		return false;
	}
	for (size_t i = 0; i < d->n; i++) {
		if (d->v[i].v == 0)
			continue;
		struct slice *s = &p->s[p->n++];
		*s = (struct slice){.from = before / sum, .to = (before + (double)d->v[i].v) / sum, .k = i};
		s->right = s->from + s->to < 1;
		before += (double)d->v[i].v;
		fig_wrap(&c->d, fig_bold(&c->d, "tinte"),
			mem_fmt(c->d.mem, "%s\u00A0%s", d->cat[i], fig_chart_number(c, 0, i)),
			p->x - RADIUS - LEN_PT(16), 3, &s->text);
		fig_chart_stands(c, &s->text, d->cat[i]);
	}
	return true;
}

static void draw_slice(struct pie *p, const struct slice *s)
{
	struct fig_point q[ARC_POINTS + 3];
	size_t n = 0;
	bool full = s->to - s->from > 0.999999;
	int steps = (int)((s->to - s->from) * ARC_POINTS) + 1;
	if (!full)
		q[n++] = (struct fig_point){p->x, MIDDLE_Y};
	for (int i = 0; i <= steps - full; i++)
		q[n++] = at(p, s->from + (s->to - s->from) * i / steps, RADIUS);
	fig_area(&p->c->d, q, n, (int)s->k);
	if (full)
		return;
	for (int i = 0; i < 2; i++)                    /* white joints */
		fig_rule(&p->c->d, (struct fig_point){p->x, MIDDLE_Y}, at(p, i ? s->to : s->from, RADIUS + LEN_PT(1)),
			(struct fig_pen){.width = LEN_PT(1.5), .rgb = sty_colour(p->c->d.style, "weiss")});
}

/* Labels of one side from above to below, pushed apart. */
static void draw_labels(struct pie *p, bool right)
{
	struct draw *d = &p->c->d;
	struct sty_char bold = fig_bold(d, "tinte");
	len_t y = 0;
	for (size_t j = 0; j < p->n; j++) {
		const struct slice *s = &p->s[right ? j : p->n - 1 - j];
		if (s->right != right)
			continue;
		struct fig_point out = at(p, (s->from + s->to) / 2, RADIUS + LEN_PT(3));
		len_t high = (s->text.n - 1) * FIG_LEADING, base = out.y + fig_cap(bold) / 2 - high / 2;
		base = base < y + fig_cap(bold) ? y + fig_cap(bold) : base;
		y = base + high + (s->text.n > 1 ? LABELS_APART : LEN_PT(5));
		struct fig_point to = {right ? p->x + RADIUS + LEN_PT(12) : p->x - RADIUS - LEN_PT(12),
			base + high / 2 - fig_cap(bold) / 2};
		fig_rule(d, out, to, (struct fig_pen){.width = LEN_PT(0.5), .rgb = sty_colour(d->style, "linie")});
		fig_text_lines(d, to.x + (right ? LEN_PT(4) : -LEN_PT(4)), base, right ? FIG_LEFT : FIG_RIGHT, bold,
			&s->text);
		p->c->height = y > p->c->height ? y : p->c->height;
	}
}

bool fig_chart_pie(struct chart *c)
{
	struct pie p = {.c = c, .x = c->width / 2};
	if (!gather(&p))
		return false;
	c->height = MIDDLE_Y + RADIUS + LEN_PT(6);
	for (size_t i = 0; i < p.n; i++)
		draw_slice(&p, &p.s[i]);
	draw_labels(&p, true);
	draw_labels(&p, false);
	return true;
}
