/* process.c: the steps of a process as boxes in rows, an arrow from each to the next. */
#include <string.h>

#include "figure/draw.h"

#define BOX_LEAST LEN_PT(100)
#define GAP LEN_PT(24)
#define ROW_GAP LEN_PT(30)
#define PAD LEN_PT(8)
#define DASH LEN_PT(8)                             /* how far a point's text stands in */
#define NAME_LEADING LEN_PT(12.5)
#define EDGE LEN_PT(0.375)
enum { ROW_MOST = 4, STEPS_MAX = 12, POINTS_MAX = 10 };

struct step {
	const struct doc_node *node;
	struct fig_lines name, extra, point[POINTS_MAX];
	bool dash[POINTS_MAX];                         /* a point of a list; else a paragraph */
	int npoints;
	len_t x, w;                                    /* its box in the row */
};

struct row { struct step *step; int n; len_t y, head, h; };       /* head: height of the names' band */

struct process {
	struct draw d;
	const struct doc *doc;
	struct diag *diag;
	struct step step[STEPS_MAX];
	int n;
	bool failed;
};

static void fault(struct process *p, const struct doc_node *at, const char *text)
{
	if (!p->failed && p->diag)
		diag_error(p->diag, "PROZESS", doc_path(p->doc, at), at->line, "%s", text);
	p->failed = true;
}

static const char *text_of(struct process *p, const struct doc_node *n)
{
	struct buf b = {0};
	if (n)
		doc_text(&b, p->doc, n);
	return buf_take(&b, p->d.mem);
}

/* What stands below a step's title: points and paragraphs. */
static bool is_point(const struct doc_node *n)
{
	return n->kind == DOC_PUNKT || n->kind == DOC_ABSATZ;
}

static void gather(struct process *p, const struct doc_node *from)
{
	for (const struct doc_node *k = doc_child(from, DOC_STUFE); k && !p->failed; k = doc_next(k, DOC_STUFE)) {
		int points = 0;
		for (const struct doc_node *q = k->first; q; q = q->next)
			points += is_point(q);
		if (p->n == STEPS_MAX || points > POINTS_MAX) {
			fault(p, k,
				"Der Ablauf ist zu groß: Er fasst höchstens 12 Stufen mit je 10 Punkten; bitte teilen "
				"oder zusammenfassen.");
			return;
		}
		p->step[p->n++] = (struct step){.node = k, .npoints = points};
	}
	p->failed |= !p->n;                                /* the schema has told it */
}

static struct sty_char name_char(const struct process *p)
{
	struct sty_char ch = sty_para(p->d.style, "rand")->ch;
	ch.colour = sty_colour(p->d.style, "weiss");
	return ch;
}

static void wrap(struct process *p, struct step *s, int number)
{
	const char *extra = doc_get(s->node, DOC_A_ZUSATZ);
	len_t room = s->w - 2 * PAD;
	int i = 0;
	bool whole;
	fig_wrap(&p->d, name_char(p),
		mem_fmt(p->d.mem, "%d\u00A0· %s", number, text_of(p, doc_child(s->node, DOC_TITEL))), room,
		FIG_LINES_MAX, &s->name);
	fig_wrap(&p->d, fig_small(&p->d, "weiss"), extra ? extra : "", room, 3, &s->extra);
	whole = s->name.whole && s->extra.whole;
	for (const struct doc_node *q = s->node->first; q; q = q->next)
		if (is_point(q)) {
			s->dash[i] = q->kind == DOC_PUNKT;
			fig_wrap(&p->d, fig_small(&p->d, "tinte"), text_of(p, q), room - (s->dash[i] ? DASH : 0),
				FIG_LINES_MAX, &s->point[i]);
			whole &= s->point[i].whole;
			i++;
		}
	if (!whole)
		fault(p, s->node,
			"Der Text passt nicht in seine Stufe; bitte kürzen oder ein langes Wort mit bedingtem "
			"Trennstrich (U+00AD) teilen.");
}

static len_t head_height(const struct step *s)
{
	return s->name.n * NAME_LEADING + s->extra.n * FIG_LEADING + 2 * LEN_PT(5);
}

static len_t body_height(const struct step *s)
{
	len_t h = 0;
	for (int i = 0; i < s->npoints; i++)
		h += s->point[i].n * FIG_LEADING + LEN_PT(2);
	return h ? h + 2 * LEN_PT(6) : 0;
}

/* Boxes of a row are equally wide and high. */
static struct row measure(struct process *p, int first, int n, len_t width, len_t y)
{
	struct row r = {.step = &p->step[first], .n = n, .y = y};
	len_t w = (width - (n - 1) * GAP) / n, body = 0;
	for (int i = 0; i < n; i++) {
		struct step *s = &r.step[i];
		s->x = EDGE + i * (w + GAP);
		s->w = w;
		wrap(p, s, first + i + 1);
		r.head = head_height(s) > r.head ? head_height(s) : r.head;
		body = body_height(s) > body ? body_height(s) : body;
	}
	r.h = r.head + body;
	return r;
}

static void draw_step(struct process *p, const struct row *r, const struct step *s)
{
	struct draw *d = &p->d;
	sty_rgb accent = sty_colour(d->style, "akzent");
	len_t y = r->y + LEN_PT(5);
	fig_rect(d, s->x, r->y, s->w, r->h);
	fig_fill_stroke(d, sty_colour(d->style, "weiss"), (struct fig_pen){.width = LEN_PT(0.75), .rgb = accent});
	fig_rect(d, s->x, r->y, s->w, r->head);
	fig_fill(d, accent);
	for (int i = 0; i < s->name.n; i++, y += NAME_LEADING) {
		fig_text(d, s->x + PAD, y + NAME_LEADING - LEN_PT(3.75), FIG_LEFT, name_char(p), s->name.line[i]);
		fig_join(d, &s->name, i);
	}
	fig_text_lines(d, s->x + PAD, y + FIG_LEADING - LEN_PT(3.375), FIG_LEFT, fig_small(d, "weiss"), &s->extra);
	y = r->y + r->head + LEN_PT(6);
	for (int i = 0; i < s->npoints; i++) {
		if (s->dash[i])
			fig_text(d, s->x + PAD, y + FIG_LEADING - LEN_PT(3.375), FIG_LEFT, fig_small(d, "tinte"), "–");
		fig_text_lines(d, s->x + PAD + (s->dash[i] ? DASH : 0), y + FIG_LEADING - LEN_PT(3.375), FIG_LEFT,
			fig_small(d, "tinte"), &s->point[i]);
		y += s->point[i].n * FIG_LEADING + LEN_PT(2);
	}
}

static void shaft(struct process *p, len_t x0, len_t y0, len_t x1, len_t y1)
{
	fig_rule(&p->d, (struct fig_point){x0, y0}, (struct fig_point){x1, y1},
		(struct fig_pen){.width = LEN_PT(1), .rgb = sty_colour(p->d.style, "akzent")});
}

static void tip(struct process *p, struct fig_point a, struct fig_point b, struct fig_point c)
{
	struct fig_point t[3] = {a, b, c};
	fig_polygon(&p->d, t, 3);
	fig_fill(&p->d, sty_colour(p->d.style, "akzent"));
}

/* To the right, at the height of the names. */
static void arrow_right(struct process *p, const struct row *r, int i)
{
	len_t from = r->step[i].x + r->step[i].w + LEN_PT(4), to = r->step[i + 1].x - LEN_PT(4), y = r->y + r->head / 2;
	shaft(p, from, y, to - LEN_PT(5), y);
	tip(p, (struct fig_point){to - LEN_PT(6), y - LEN_PT(3.5)}, (struct fig_point){to, y},
		(struct fig_point){to - LEN_PT(6), y + LEN_PT(3.5)});
}

/* From the last box of a row round to the first of the next. */
static void arrow_down(struct process *p, const struct row *r, const struct row *next)
{
	const struct step *last = &r->step[r->n - 1];
	len_t from = last->x + last->w / 2, to = next->step->x + next->step->w / 2, bend = r->y + r->h + ROW_GAP / 2,
	      end = next->y - LEN_PT(3);
	shaft(p, from, r->y + r->h, from, bend);
	shaft(p, from, bend, to, bend);
	shaft(p, to, bend, to, end - LEN_PT(5));
	tip(p, (struct fig_point){to - LEN_PT(3.5), end - LEN_PT(6)}, (struct fig_point){to, end},
		(struct fig_point){to + LEN_PT(3.5), end - LEN_PT(6)});
}

static len_t draw_rows(struct process *p, len_t width)
{
	int most = (int)((width + GAP) / (BOX_LEAST + GAP)), at = 0;
	most = most < 1 ? 1 : most > ROW_MOST ? ROW_MOST : most;
	int rows = (p->n + most - 1) / most;
	struct row before = {0};
	for (int i = 0; i < rows; i++) {
		int n = p->n / rows + (i < p->n % rows);
		struct row r = measure(p, at, n, width - 2 * EDGE, i ? before.y + before.h + ROW_GAP : EDGE);
		if (i)
			arrow_down(p, &before, &r);
		for (int k = 0; k < n; k++) {
			draw_step(p, &r, &r.step[k]);
			if (k + 1 < n)
				arrow_right(p, &r, k);
		}
		before = r;
		at += n;
	}
	return before.y + before.h + EDGE;
}

static const char *alt_text(struct process *p, const struct doc_node *node)
{
	struct buf b = {0};
	const struct doc_node *said = doc_child(node, DOC_AUSSAGE);
	buf_fmt(&b, p->n == 1 ? "Ablauf in %d Stufe" : "Ablauf in %d Stufen", p->n);
	if (said) {
		buf_str(&b, ": ");
		doc_text(&b, p->doc, said);
		while (b.len && strchr(". :", b.data[b.len - 1]))
			b.data[--b.len] = '\0';
	}
	buf_str(&b, fig_listed(&p->d, ". Alle Stufen stehen darunter als Liste."));
	return buf_take(&b, p->d.mem);
}

bool fig_process(struct fig_result *r, const struct fig_canvas *on, const struct doc_node *node)
{
	struct process p = {.d = fig_draw(on), .doc = on->doc, .diag = on->diag};
	*r = (struct fig_result){0};
	gather(&p, node);
	if (p.failed)
		return false;
	len_t height = draw_rows(&p, on->width);
	if (p.failed)
		return false;
	r->drawing = fig_finish(&p.d, on->width, height);
	r->alt = alt_text(&p, node);
	return true;
}
