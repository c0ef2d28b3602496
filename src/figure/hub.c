/* hub.c: one thing in the middle and what belongs to it around it: one box above, one below where there is an even
 * number, the others in a column at each side. Clockwise from above, as the list below reads. */
#include <string.h>

#include "figure/label.h"

enum { SPOKES_MAX = 12, POINTS_MAX = 8 };

struct spoke {
	struct label name, extra, point[POINTS_MAX];
	int npoints;
	len_t x, y, h;
};

/* In points where a name has 9: in a box; above and below the middle; between boxes of a column; half the middle's
 * height at least. */
struct room { int pad, above, between, middle; };
static const struct room usual = {8, 22, 12, 30}, close = {5, 12, 7, 20};

struct hub {
	struct form f;
	const struct doc_node *middle;
	struct label name, extra;
	struct spoke spoke[SPOKES_MAX];
	int n;
	len_t col, gap, pad, dash;         /* width of a column; between columns; in a box; how far a point stands in */
	const struct room *room;                       /* between boxes, of the middle */
	len_t rx, ry, cy, height;                      /* of the middle; of the whole */
	struct fig_pen pen;
};

static void read_spoke(struct hub *h, const struct doc_node *k)
{
	const char *extra = doc_get(k, DOC_A_ZUSATZ);
	if (h->n == SPOKES_MAX) {
		fig_form_fault(&h->f, k,
			mem_fmt(h->f.d.mem, "Um die Mitte stehen höchstens %d Kästen; bitte zusammenfassen oder teilen",
				SPOKES_MAX));
		return;
	}
	struct spoke *s = &h->spoke[h->n++];
	len_t room = h->col - 2 * h->pad;
	s->name = fig_label(&h->f, k, "rand", "tinte", fig_form_name(&h->f, k), room);
	s->extra = fig_label(&h->f, k, "klein", "grau", extra ? extra : "", room);
	s->h = 2 * h->pad + fig_label_height(&s->name) + fig_label_height(&s->extra);
	for (const struct doc_node *p = doc_child(k, DOC_KASTEN); p; p = doc_next(p, DOC_KASTEN)) {
		if (s->npoints == POINTS_MAX || doc_child(p, DOC_KASTEN)) {
			fig_form_fault(&h->f, p,
				mem_fmt(h->f.d.mem,
					"In einer Speiche stehen höchstens %d Kästen, und in ihnen keine weiteren; "
					"bitte zusammenfassen",
					POINTS_MAX));
			return;
		}
		struct label *l = &s->point[s->npoints++];
		*l = fig_label(&h->f, p, "klein", "tinte", fig_form_name(&h->f, p), room - h->dash);
		s->h += fig_label_height(l);
	}
}

static bool read_hub(struct hub *h, const struct doc_node *node)
{
	const char *extra;
	h->middle = doc_child(node, DOC_KASTEN);
	if (!h->middle)                                    /* the schema has told it */
		return false;
	if (!doc_child(h->middle, DOC_KASTEN)) {
		fig_form_fault(&h->f, node,
			"Um die Mitte steht nichts; erwartet wird im <kasten>, was zu ihm gehört, bitte ergänzen");
		return false;
	}
	h->rx = h->col / 2;
	len_t room = len_scale(h->rx, 14, 10);             /* of an ellipse */
	extra = doc_get(h->middle, DOC_A_ZUSATZ);
	h->name = fig_label(&h->f, h->middle, "rand", "weiss", fig_form_name(&h->f, h->middle), room);
	h->extra = fig_label(&h->f, h->middle, "klein", "weiss", extra ? extra : "", room);
	h->ry = len_scale(fig_label_height(&h->name) + fig_label_height(&h->extra), 7, 10) + h->pad;
	h->ry = h->ry < fig_part(&h->f, h->room->middle) ? fig_part(&h->f, h->room->middle) : h->ry;
	for (const struct doc_node *k = doc_child(h->middle, DOC_KASTEN); k && !h->f.failed;
		k = doc_next(k, DOC_KASTEN))
		read_spoke(h, k);
	return !h->f.failed;
}

/* A column of k boxes from the i-th on, evenly over the height; step -1: from below upwards. */
static void place_column(struct hub *h, int i, int k, len_t x, int step)
{
	len_t sum = 0, least = fig_part(&h->f, h->room->between), y;
	for (int j = 0; j < k; j++)
		sum += h->spoke[i + j].h;
	len_t free = h->height - sum, gap = free / (k + 1);
	y = gap;
	if (gap < least) {
		gap = k > 1 ? free / (k - 1) : 0;
		y = 0;
	}
	for (int j = 0; j < k; j++) {
		struct spoke *s = &h->spoke[step > 0 ? i + j : i + k - 1 - j];
		s->x = x;
		s->y = y;
		y += s->h + gap;
	}
}

static len_t column_height(const struct hub *h, int i, int k)
{
	len_t sum = k > 0 ? (k - 1) * fig_part(&h->f, h->room->between) : 0;
	for (int j = 0; j < k; j++)
		sum += h->spoke[i + j].h;
	return sum;
}

/* So many boxes above and below the middle, the others beside it. */
static void place(struct hub *h, int above, int below)
{
	int right = (h->n - above - below + 1) / 2, left = h->n - above - below - right;
	len_t gap = fig_part(&h->f, h->room->above), x = h->col + h->gap, middle = 2 * h->ry;
	len_t over = above ? h->spoke[0].h + gap : 0, under = below ? h->spoke[above + right].h + gap : 0;
	len_t high[2] = {column_height(h, above, right), column_height(h, above + right + below, left)};
	h->height = over + middle + under;
	h->height = high[0] > h->height ? high[0] : h->height;
	h->height = high[1] > h->height ? high[1] : h->height;
	h->cy = over + h->ry + (h->height - over - middle - under) / 2;
	if (above)
		h->spoke[0].x = x;
	if (below) {
		h->spoke[above + right].x = x;
		h->spoke[above + right].y = h->height - h->spoke[above + right].h;
	}
	place_column(h, above, right, 2 * x, 1);
	place_column(h, above + right + below, left, 0, -1);
}

static void draw_spoke(struct hub *h, const struct spoke *s)
{
	struct draw *d = &h->f.d;
	len_t y = s->y + h->pad, x = s->x + h->pad;
	fig_rect(d, s->x + h->pen.width / 2, s->y + h->pen.width / 2, h->col - h->pen.width, s->h - h->pen.width);
	fig_fill_stroke(d, sty_colour(d->style, "weiss"), h->pen);
	y = fig_label_draw(&h->f, &s->name, x, y, FIG_LEFT);
	y = fig_label_draw(&h->f, &s->extra, x, y, FIG_LEFT);
	for (int i = 0; i < s->npoints; i++) {
		fig_text(d, x, y + s->point[i].leading - len_scale(s->point[i].leading, 3, 10), FIG_LEFT,
			s->point[i].ch, "–");
		y = fig_label_draw(&h->f, &s->point[i], x + h->dash, y, FIG_LEFT);
	}
}

static void draw_hub(struct hub *h, len_t cx)
{
	struct draw *d = &h->f.d;
	struct fig_pen line = {.width = h->pen.width, .rgb = sty_colour(d->style, "linie")};
	for (int i = 0; i < h->n; i++) {
		const struct spoke *s = &h->spoke[i];
		len_t x = s->x + h->col / 2, y = s->y + s->h / 2;
		if (s->x + h->col < cx - h->rx || s->x > cx + h->rx)
			x = s->x < cx ? s->x + h->col : s->x;
		else
			y = s->y < h->cy ? s->y + s->h : s->y;
		fig_rule(d, (struct fig_point){cx, h->cy}, (struct fig_point){x, y}, line);
	}
	for (int i = 0; i < h->n; i++)
		draw_spoke(h, &h->spoke[i]);
	fig_ellipse(d, cx, h->cy, h->rx, h->ry);
	fig_fill(d, h->pen.rgb);
	len_t y = h->cy - (fig_label_height(&h->name) + fig_label_height(&h->extra)) / 2;
	y = fig_label_draw(&h->f, &h->name, cx, y, FIG_MIDDLE);
	fig_label_draw(&h->f, &h->extra, cx, y, FIG_MIDDLE);
}

/* False: told. */
static bool arrange(struct hub *h, const struct fig_canvas *on, const struct doc_node *node, const struct room *room)
{
	*h = (struct hub){.f = fig_form(on), .room = room};
	h->gap = fig_part(&h->f, 27);
	h->col = (on->width - 2 * h->gap) / 3;
	h->pad = fig_part(&h->f, room->pad);
	h->dash = fig_part(&h->f, 9);
	h->pen = (struct fig_pen){.width = fig_part(&h->f, 9) / 12, .rgb = sty_colour(on->style, "akzent")};
	if (!read_hub(h, node))
		return false;
	place(h, h->n % 2 || h->n > 2, h->n % 2 == 0 && h->n > 2);
	return true;
}

/* Where it would be too high the boxes stand closer, then all beside the middle. */
bool fig_hub(struct fig_result *r, const struct fig_canvas *on, const struct doc_node *node)
{
	struct hub h;
	*r = (struct fig_result){0};
	if (!arrange(&h, on, node, &usual))
		return false;
	if (on->high && h.height > on->high) {
		if (!arrange(&h, on, node, &close))
			return false;
		if (h.height > on->high)
			place(&h, 0, 0);
	}
	if (!fig_form_fits(&h.f, node, h.height))
		return false;
	draw_hub(&h, on->width / 2);
	r->drawing = fig_finish(&h.f.d, on->width, h.height);
	r->alt = fig_form_alt(&h.f, node,
		mem_fmt(on->mem, "In der Mitte steht „%s“, darum %s%s", doc_get(h.middle, DOC_A_NAME),
			h.n == 1 ? "1 Feld" : mem_fmt(on->mem, "%d Felder", h.n),
			fig_listed(&h.f.d, "; dieselben Felder stehen darunter als Liste.")));
	return true;
}
