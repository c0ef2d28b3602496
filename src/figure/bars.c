/* bars.c: horizontal bars: step 18 pt, bar 11 pt, name on the left, value at the end; for many or long categories. */
#include "figure/chart.h"

#define BAR LEN_PT(11)
#define APART LEN_PT(7)
#define APART_LINES LEN_PT(12)                         /* names of several lines: what belongs together must be seen */
#define BAR_LOW LEN_PT(8)                              /* of many: lower, and as close as they can be read */
#define APART_LEAST LEN_PT(2.5)
#define BAR_MOST LEN_PT(24)                            /* of few on a slide */
#define CAPTION LEN_PT(60)                             /* room below them on their page */
#define JOINT LEN_PT(1.5)
#define GAP LEN_PT(4)
#define BESIDE LEN_PT(66)                               /* a bracket at the right, and its words */

struct bars {
	struct chart *c;
	len_t left, right, zero;                       /* x of the plot's ends and of the value zero */
	int64_t lo, hi;
	len_t bar, apart;                              /* height of one; from one to the next, besides */
	struct fig_lines *name;
	bool shared; struct chart_share share;         /* several marked bars have a bracket */
};

/* Room for the widest name, at most two fifths; longer ones are broken. Returns the names' width. */
static len_t wrap_names(struct bars *b)
{
	struct chart *c = b->c;
	struct sty_char ch = fig_small(&c->d, "grau");
	len_t most = len_scale(c->width, 2, 5), used = 0;
	for (size_t i = 0; i < c->data.n; i++) {
		fig_wrap(&c->d, ch, c->data.cat[i], most, 3, &b->name[i]);
		fig_chart_stands(c, &b->name[i], c->data.cat[i]);
		for (int l = 0; l < b->name[i].n; l++) {
			len_t w = fig_width(&c->d, ch, b->name[i].line[l]);
			used = w > used ? w : used;
		}
	}
	return used;
}

/* The widest value label of one sign. */
static len_t widest(const struct bars *b, bool negative)
{
	const struct chart *c = b->c;
	len_t most = 0;
	for (size_t k = 0; k < c->data.m; k++)
		for (size_t i = 0; i < c->data.n; i++) {
			const struct value *v = fig_chart_value(&c->data, k, i);
			if (v->missing || (v->v < 0) != negative)
				continue;
			len_t w = fig_width(&c->d, fig_bold(&c->d, "tinte"), fig_chart_number(c, k, i)) + GAP;
			most = w > most ? w : most;
		}
	return most;
}

static void measure(struct bars *b)
{
	struct chart *c = b->c;
	len_t names = wrap_names(b);
	b->lo = c->data.min < 0 ? c->data.min : 0;
	b->hi = c->top ? c->top : c->data.max > 0 ? c->data.max : 0;
	if (b->hi == b->lo)
		b->hi = 1;
	b->left = names + LEN_PT(8) + widest(b, true);
	b->right = c->width - widest(b, false) - (b->shared ? BESIDE : 0);
	if (b->right - b->left < LEN_PT(20))
		b->right = b->left + LEN_PT(20);
	b->zero = b->left + fig_chart_map(0, b->lo, b->hi, b->right - b->left);
	b->bar = c->data.m == 1 ? BAR : LEN_PT(9);
	b->apart = APART;
	for (size_t i = 0; i < c->data.n; i++)
		b->apart = b->name[i].n > 1 ? APART_LINES : b->apart;
}

static len_t stack_height(const struct bars *b)
{
	return (len_t)b->c->data.m * (b->bar + JOINT) - JOINT;
}

/* Of the names and bars of a category. */
static len_t row_height(const struct bars *b, size_t i)
{
	const len_t text = (b->name[i].n - 1) * FIG_LEADING + fig_cap(fig_small(&b->c->d, "grau")),
		    stack = stack_height(b);
	return text > stack ? text : stack;
}

static len_t all_rows(const struct bars *b)
{
	len_t h = 0;
	for (size_t i = 0; i < b->c->data.n; i++)
		h += row_height(b, i);
	return h;
}

/* Many categories stay on one page. */
static void fit(struct bars *b, len_t key)
{
	const struct chart *c = b->c;
	const struct sty_page *p = &c->d.style->page;
	const len_t n = (len_t)c->data.n, most = (c->high ? c->high : p->bottom - p->top - CAPTION) - key,
		    need = all_rows(b) + n * b->apart;
	if (n && need <= most && c->high) {            /* of few: thicker, and as much farther apart */
		b->bar = len_scale(b->bar, most, need) < BAR_MOST ? len_scale(b->bar, most, need) : BAR_MOST;
		b->apart = (most - all_rows(b)) / n < b->bar ? (most - all_rows(b)) / n : b->bar;
	}
	if (!n || need <= most)
		return;
	const len_t apart = b->apart;
	b->bar = BAR_LOW;
	b->apart = (most - all_rows(b)) / n;
	b->apart = b->apart > apart ? apart : b->apart;
	b->apart = b->apart < APART_LEAST ? APART_LEAST : b->apart;
}

static void draw_bar(struct bars *b, size_t i, size_t k, len_t y)
{
	struct chart *c = b->c;
	const struct value *v = fig_chart_value(&c->data, k, i);
	struct sty_char bold = fig_bold(&c->d, "tinte");
	if (v->missing)
		return;
	len_t w = fig_chart_map(v->v, 0, b->hi - b->lo, b->right - b->left);
	len_t x = w < 0 ? b->zero + w : b->zero;
	if (w && c->data.m == 1) {
		fig_rect(&c->d, x, y, w < 0 ? -w : w, b->bar);
		fig_fill(&c->d, sty_colour(c->d.style, fig_chart_marked(c, i) ? "akzent" : "mitte"));
	} else if (w) {
		fig_area_rect(&c->d, x, y, w < 0 ? -w : w, b->bar, (int)k);
	}
	len_t base = y + (b->bar + fig_cap(bold)) / 2;
	fig_text(&c->d, w < 0 ? x - GAP : b->zero + w + GAP, base, w < 0 ? FIG_RIGHT : FIG_LEFT, bold,
		fig_chart_number(c, k, i));
}

/* Draws a category and returns the room it takes. */
static len_t draw_row(struct bars *b, size_t i, len_t y)
{
	struct chart *c = b->c;
	struct sty_char ch = fig_small(&c->d, "grau");
	len_t stack = stack_height(b), text = (b->name[i].n - 1) * FIG_LEADING + fig_cap(ch);
	len_t step = row_height(b, i) + b->apart;
	len_t middle = y + step / 2;
	fig_text_lines(&c->d, 0, middle - text / 2 + fig_cap(ch), FIG_LEFT, ch, &b->name[i]);
	for (size_t k = 0; k < c->data.m; k++)
		draw_bar(b, i, k, middle - stack / 2 + (len_t)k * (b->bar + JOINT));
	return step;
}

/* from, to: the upper edge of the first marked bar, the lower one of the last */
static void draw_share(struct bars *b, len_t from, len_t to)
{
	struct draw *d = &b->c->d;
	struct fig_lines text;
	len_t x = b->c->width - BESIDE + 2 * GAP;
	fig_wrap(d, fig_small(d, "grau"), b->share.text, b->c->width - x - GAP, 5, &text);
	len_t high = (text.n - 1) * FIG_LEADING, y = (from + to - high + fig_cap(fig_small(d, "grau"))) / 2;
	fig_move(d, x - GAP, from);
	fig_to(d, x, from);
	fig_to(d, x, to);
	fig_to(d, x - GAP, to);
	fig_stroke(d, (struct fig_pen){.width = LEN_PT(0.5), .rgb = sty_colour(d->style, "linie")});
	fig_text_lines(d, x + GAP, y, FIG_LEFT, fig_small(d, "grau"), &text);
}

bool fig_chart_bars(struct chart *c)
{
	struct bars b = {.c = c, .name = MEM_ARRAY(c->d.mem, struct fig_lines, c->data.n)};
	len_t y = 0, from = 0, to = 0;
	b.shared = fig_chart_share(c, &b.share);
	measure(&b);
	if (c->data.m > 1)
		y = fig_chart_key(c, 0, c->data.name, c->data.m);
	fit(&b, y);
	len_t first = y;
	for (size_t i = 0; i < c->data.n; i++) {
		from = b.shared && i == b.share.first ? y : from;
		y += draw_row(&b, i, y);
		to = b.shared && i == b.share.last ? y : to;
	}
	if (b.shared)
		draw_share(&b, from + b.apart / 2, to - b.apart / 2);
	fig_rule(&c->d, (struct fig_point){b.zero, first}, (struct fig_point){b.zero, y},
		(struct fig_pen){.width = LEN_PT(0.75), .rgb = sty_colour(c->d.style, "tinte")});
	c->height = y;
	return true;
}
