/* orgchart.c: nested kasten to boxes and right-angled connectors. Two passes: measure gives every subtree its place and
 * height, draw puts the lines down first and the boxes on top. Advising offices stand beside the line below the office
 * they advise. */
#include <string.h>

#include "figure/draw.h"

#define BOX_MOST LEN_PT(180)
#define BOX_NARROW LEN_PT(60)                           /* below this nothing is legible */
#define GAP LEN_PT(12)
#define LEVEL LEN_PT(30)
#define KEY (LEVEL + LEN_PT(3))                      /* the key below the boxes */
#define INDENT LEN_PT(10)
#define NAME_LEADING LEN_PT(12.5)
enum { DEPTH_MAX = 12, BOXES_MAX = 200 };

/* How tightly: a box is at least so high and wide, with so much room in it, a line above it so long; so many boxes
 * stand in a row at most. */
struct tight { len_t high, wide, pad, stub; size_t row; };
static const struct tight usual = {LEN_PT(45), LEN_PT(100), LEN_PT(8), LEN_PT(15), 4},
	low = {LEN_PT(30), LEN_PT(100), LEN_PT(8), LEN_PT(10), 4},
	narrow = {LEN_PT(24), LEN_PT(75), LEN_PT(5), LEN_PT(8), 8};

struct box {
	const struct doc_node *node;
	struct box *parent, *first, *last, *next;      /* lines of command */
	struct box *advice, *advice_last;              /* who advises it: beside its trunk; linked by next as well */
	int level;                                     /* look: 1, 2, 3 … */
	struct fig_lines name, extra;
	len_t x, y, w, h;                              /* of the box itself */
	len_t even;                                    /* height of the boxes of its row */
	size_t row;                                    /* row among its siblings */
	bool stacked;                                  /* children one below the other, lines at their left */
	bool like;                                     /* so they are, since those of its neighbours are */
};

struct org {
	struct draw d;
	const struct doc *doc;
	struct diag *diag;
	len_t width, bottom;                           /* room; lower edge of the lowest box so far */
	struct tight by;
	size_t n;                                      /* boxes */
	bool advice;                                   /* there are lines of both kinds: they need a key */
	bool failed;                                   /* told once */
};

static void fault(struct org *o, const struct doc_node *at, const char *text)
{
	if (!o->failed && o->diag)
		diag_error(o->diag, "ORGANIGRAMM", doc_path(o->doc, at), at->line, "%s", text);
	o->failed = true;
}

/* The tree of boxes below one node; the root box of the whole has no node. */
static void gather(struct org *o, struct box *parent, const struct doc_node *from, int depth)
{
	for (const struct doc_node *k = doc_child(from, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN)) {
		const char *name = doc_get(k, DOC_A_NAME), *level = doc_get(k, DOC_A_EBENE);
		if (depth > DEPTH_MAX || ++o->n > BOXES_MAX) {
			fault(o, k,
				"Das Organigramm ist zu groß: Es fasst höchstens 200 Kästen in 12 Ebenen; bitte auf "
				"mehrere Organigramme verteilen.");
			return;
		}
		o->failed |= !name || !*name;              /* the schema has told it */
		struct box *b = MEM_NEW(o->d.mem, struct box);
		bool advice = doc_is(k, DOC_A_VERBINDUNG, "beratung");
		*b = (struct box){.node = k, .parent = parent, .level = advice ? 3 : depth};
		if (level && *level >= '1' && *level <= '9' && !level[1])
			b->level = *level - '0';
		struct box **end = advice ? &parent->advice_last : &parent->last,
			   **begin = advice ? &parent->advice : &parent->first;
		if (*end)
			(*end)->next = b;
		else
			*begin = b;
		*end = b;
		o->advice |= advice;
		if (advice && doc_child(k, DOC_KASTEN))
			fault(o, k,
				"Ein beratender Kasten kann keine eigenen Kästen haben; bitte die inneren Kästen "
				"daneben stellen oder verbindung=\"beratung\" weglassen.");
		else
			gather(o, b, k, depth + 1);
	}
}

static struct sty_char name_char(const struct org *o, const struct box *b)
{
	struct sty_char ch = sty_para(o->d.style, "rand")->ch;
	ch.colour = sty_colour(o->d.style, b->level == 1 ? "weiss" : "tinte");
	return ch;
}

/* Breaks its words in so much room; a box is as high as it needs, and at least as high as its neighbours want. */
static void wrap_box(struct org *o, struct box *b, len_t w)
{
	const char *name = doc_get(b->node, DOC_A_NAME), *extra = doc_get(b->node, DOC_A_ZUSATZ);
	b->w = w;
	fig_wrap(&o->d, name_char(o, b), name ? name : "", w - 2 * o->by.pad, FIG_LINES_MAX, &b->name);
	fig_wrap(&o->d, fig_small(&o->d, "grau"), extra ? extra : "", w - 2 * o->by.pad, FIG_LINES_MAX, &b->extra);
	if (!b->name.whole || !b->extra.whole)
		fault(o, b->node,
			mem_fmt(o->d.mem,
				"„%s“ passt nicht in seinen Kasten; bitte kürzen oder ein langes Wort mit bedingtem "
				"Trennstrich (U+00AD) teilen.",
				b->name.whole ? extra : name));
	len_t text = b->name.n * NAME_LEADING + b->extra.n * FIG_LEADING + 2 * o->by.pad;
	b->h = text > o->by.high ? text : o->by.high;
	b->h = b->even > b->h ? b->even : b->h;
}

static len_t measure(struct org *o, struct box *b, len_t x, len_t w, len_t y);

/* Two advising boxes a row, at the outer edges of the room. Returns the room used below y. */
static len_t measure_advice(struct org *o, struct box *b, len_t x, len_t w, len_t y)
{
	len_t used = 0, each = len_scale(w - 2 * GAP, 1, 2) - LEN_PT(20);
	each = each > LEN_PT(132) ? LEN_PT(132) : each;
	if (b->advice && each < BOX_NARROW)
		fault(o, b->advice->node,
			"Neben diesem Kasten ist kein Platz für beratende Kästen; bitte weniger Kästen nebeneinander "
			"stellen oder das Organigramm teilen.");
	for (struct box *a = b->advice; a; a = a->next) {
		struct box *other = a->next;
		wrap_box(o, a, each);
		a->x = x;
		a->y = y + used + o->by.stub;
		len_t high = a->h;
		if (other) {
			wrap_box(o, other, each);
			other->x = x + w - each;
			other->y = a->y;
			high = other->h > high ? other->h : high;
			a = other;
		}
		used += o->by.stub + high;
	}
	return used;
}

static size_t count(const struct box *b)
{
	size_t n = 0;
	for (const struct box *k = b->first; k; k = k->next)
		n++;
	return n;
}

/* Children one below the other, for columns too narrow for two. */
static len_t measure_stack(struct org *o, struct box *b, len_t x, len_t w, len_t y)
{
	b->stacked = true;
	for (struct box *k = b->first; k; k = k->next) {
		y += o->by.stub;
		k->even = 0;
		if (w - INDENT < BOX_NARROW) {
			fault(o, k->node,
				"Für diesen Kasten ist kein Platz: Zu viele Ebenen stehen nebeneinander; bitte das "
				"Organigramm teilen.");
			return y;
		}
		y = measure(o, k, x + INDENT, w - INDENT, y);
	}
	return y;
}

/* Boxes of a row are equally high, so that their edges and those of what is below them align. */
static void even_row(struct org *o, struct box *from, size_t n, len_t w)
{
	len_t high = 0;
	struct box *k = from;
	for (size_t i = 0; i < n; i++, k = k->next) {
		k->even = 0;
		wrap_box(o, k, w > BOX_MOST ? BOX_MOST : w);
		high = k->h > high ? k->h : high;
	}
	k = from;
	for (size_t i = 0; i < n; i++, k = k->next)
		k->even = high;
}

/* No room for two side by side? */
static bool too_narrow(const struct org *o, len_t w) { return w < 2 * o->by.wide + GAP; }

/* Rows of at most four, as even as can be; what is below the boxes stands alike in all of them. */
static len_t measure_rows(struct org *o, struct box *b, len_t x, len_t w, len_t y)
{
	size_t n = count(b), most = (size_t)((w + GAP) / (o->by.wide + GAP));
	most = most > o->by.row ? o->by.row : most;
	size_t rows = (n + most - 1) / most, row = 0, full = (n + rows - 1) / rows;
	const bool like = too_narrow(o, (w - (len_t)(full - 1) * GAP) / (len_t)full);
	for (struct box *k = b->first; k; row++) {
		size_t in = n / rows + (row < n % rows);
		len_t cw = (w - (len_t)(in - 1) * GAP) / (len_t)in, bottom = y;
		even_row(o, k, in, cw);
		for (size_t i = 0; i < in; i++, k = k->next) {
			k->row = row;
			k->like = like;
			len_t end = measure(o, k, x + (len_t)i * (cw + GAP), cw, y + (row || b->node ? o->by.stub : 0));
			bottom = end > bottom ? end : bottom;
		}
		y = bottom + (k ? o->by.stub : 0);
	}
	return y;
}

/* Places b at the top of the room and everything it commands below. Returns the lower edge. */
static len_t measure(struct org *o, struct box *b, len_t x, len_t w, len_t y)
{
	if (b->node) {
		wrap_box(o, b, w > BOX_MOST ? BOX_MOST : w);
		b->x = x + (w - b->w) / 2;
		b->y = y;
		y += b->h;
	}
	y += measure_advice(o, b, x, w, y);
	b->stacked = false;                            /* it may be measured again in another way */
	if (!b->first || o->failed)
		return y;
	if (count(b) > 1 && (b->like || too_narrow(o, w)))
		return measure_stack(o, b, x, w, y);
	return measure_rows(o, b, x, w, y + (b->node ? o->by.stub : 0));
}

static void line(struct org *o, len_t x0, len_t y0, len_t x1, len_t y1, bool dashed)
{
	struct fig_pen pen = {
		LEN_PT(0.75), sty_colour(o->d.style, "linie"), dashed ? LEN_PT(3) : 0, dashed ? LEN_PT(2) : 0};
	fig_rule(&o->d, (struct fig_point){x0, y0}, (struct fig_point){x1, y1}, pen);
}

static len_t middle(const struct box *b)
{
	return b->x + b->w / 2;
}

static void draw_stack_lines(struct org *o, const struct box *b)
{
	len_t x = b->first->x - INDENT / 2, end = b->y + b->h;
	if (b->x > x)
		x = b->x;
	for (const struct box *k = b->first; k; k = k->next) {
		end = k->y + k->h / 2;
		line(o, x, end, k->x, end, false);
	}
	line(o, x, b->y + b->h, x, end, false);
}

/* From the trunk's foot: a bus per row; later rows are reached through the gap beside the middle of the rows above. */
static void draw_row_lines(struct org *o, const struct box *b, len_t foot)
{
	len_t trunk = middle(b);
	for (const struct box *k = b->first; k; ) {
		const struct box *from = k, *last = k;
		len_t bus = k->y - o->by.stub;
		size_t in = 0;
		line(o, trunk, foot, trunk, bus, false);
		for (; k && k->row == from->row; k = k->next, in++) {
			line(o, middle(k), bus, middle(k), k->y, false);
			last = k;
		}
		len_t left = middle(from) < trunk ? middle(from) : trunk,
		      right = middle(last) > trunk ? middle(last) : trunk;
		const struct box *gap = from;
		for (size_t i = 1; i < (in + 1) / 2; i++)
			gap = gap->next;
		if (k && in > 1) {                     /* the next row's trunk */
			trunk = (gap->x + gap->w + gap->next->x) / 2;
			left = trunk < left ? trunk : left;
			right = trunk > right ? trunk : right;
		}
		if (left < right)
			line(o, left, bus, right, bus, false);
		foot = bus;
	}
}

static void draw_lines(struct org *o, const struct box *b)
{
	len_t trunk = middle(b), foot = b->y + b->h;
	for (const struct box *a = b->advice; a; a = a->next) {
		len_t y = a->y + a->h / 2;
		line(o, a->x > trunk ? a->x - LEN_PT(2) : a->x + a->w + LEN_PT(2), y, trunk, y, true);
		if (!b->first)
			line(o, trunk, foot, trunk, y, true);
	}
	if (b->node && b->first && b->stacked)
		draw_stack_lines(o, b);
	else if (b->node && b->first)
		draw_row_lines(o, b, foot);
	for (const struct box *k = b->first; k; k = k->next)
		draw_lines(o, k);
}

static void draw_box(struct org *o, const struct box *b)
{
	struct draw *d = &o->d;
	struct fig_pen pen = {.width = LEN_PT(0.75), .rgb = sty_colour(d->style, "akzent")};
	struct sty_char extra = fig_small(d, b->level == 1 ? "weiss" : "grau");
	fig_rect(d, b->x, b->y, b->w, b->h);
	if (b->level == 1)
		fig_fill(d, pen.rgb);
	else
		fig_fill_stroke(d, sty_colour(d->style, b->level == 2 ? "hell" : "weiss"), pen);
	len_t text = b->name.n * NAME_LEADING + b->extra.n * FIG_LEADING, y = b->y + (b->h - text) / 2;
	for (int i = 0; i < b->name.n; i++) {
		fig_text(d, middle(b), y + (i + 1) * NAME_LEADING - LEN_PT(3.75), FIG_MIDDLE, name_char(o, b),
			b->name.line[i]);
		fig_join(d, &b->name, i);
	}
	y += b->name.n * NAME_LEADING + FIG_LEADING - LEN_PT(3.375);
	fig_text_lines(d, middle(b), y, FIG_MIDDLE, extra, &b->extra);
	o->bottom = b->y + b->h > o->bottom ? b->y + b->h : o->bottom;
}

static void draw_boxes(struct org *o, const struct box *b)
{
	if (b->node)
		draw_box(o, b);
	for (const struct box *a = b->advice; a; a = a->next)
		draw_box(o, a);
	for (const struct box *k = b->first; k; k = k->next)
		draw_boxes(o, k);
}

/* What the two kinds of line mean; only needed where both occur. */
static void draw_key(struct org *o)
{
	const char *text[2] = {fig_word(&o->d, "linie-auftrag", "Auftrag und Koordination"),
		fig_word(&o->d, "linie-beratung", "Beratung und Unterstützung")};
	struct sty_char ch = fig_small(&o->d, "grau");
	len_t x = 0, y = o->bottom + LEVEL;
	for (int i = 0; i < 2; i++) {
		line(o, x, y - LEN_PT(3), x + LEN_PT(24), y - LEN_PT(3), i == 1);
		fig_text(&o->d, x + LEN_PT(30), y, FIG_LEFT, ch, text[i]);
		x += LEN_PT(30) + fig_width(&o->d, ch, text[i]) + LEN_PT(24);
	}
	o->bottom = y + LEN_PT(3);
}

static const char *alt_text(struct org *o, const struct doc_node *node)
{
	struct buf b = {0};
	const struct doc_node *said = doc_child(node, DOC_AUSSAGE);
	buf_str(&b, "Organigramm");
	if (said) {
		buf_str(&b, ": ");
		doc_text(&b, o->doc, said);
		while (b.len && (b.data[b.len - 1] == '.' || b.data[b.len - 1] == ' ' || b.data[b.len - 1] == ':'))
			b.data[--b.len] = '\0';
	}
	buf_fmt(&b, ". %zu %s%s", o->n, o->n == 1 ? "Kasten" : "Kästen",
		fig_listed(&o->d, "; dieselbe Ordnung steht darunter als Liste."));
	return buf_take(&b, o->d.mem);
}

/* One that would take most of a page has lower boxes: its heading, its legend and its list want to stand with it. On a
 * slide more stand in a row. */
static void arrange(struct org *o, struct box *root, len_t high)
{
	const struct sty_page *p = &o->d.style->page;
	const len_t x = LEN_PT(0.375), w = o->width - 2 * x, most = high ? high : len_scale(p->bottom - p->top, 3, 5);
	const len_t key = high && o->advice ? KEY : 0;
	if (measure(o, root, x, w, 0) + key <= most || o->failed)
		return;
	o->by = low;
	if (measure(o, root, x, w, 0) + key <= most || o->failed || !high)
		return;
	struct diag *told = o->diag;
	o->diag = NULL;
	o->by = narrow;
	measure(o, root, x, w, 0);
	o->diag = told;
	if (!o->failed)
		return;
	o->failed = false;
	o->by = low;
	measure(o, root, x, w, 0);
}

bool fig_orgchart(struct fig_result *r, const struct fig_canvas *on, const struct doc_node *node)
{
	struct org o = {.d = fig_draw(on),
		.doc = on->doc,
		.diag = on->diag,
		.width = on->width,
		.by = usual};
	struct box root = {0};
	*r = (struct fig_result){0};
	gather(&o, &root, node, 1);
	if (!root.first)
		fault(&o, node,
			"Das Organigramm ist leer; erwartet ist mindestens ein <kasten name=\"…\">, der nicht nur "
			"berät.");
	if (!o.failed)
		arrange(&o, &root, on->high);
	if (o.failed)
		return false;
	draw_lines(&o, &root);
	draw_boxes(&o, &root);
	if (o.advice)
		draw_key(&o);
	r->drawing = fig_finish(&o.d, on->width, o.bottom + LEN_PT(0.375));
	r->alt = alt_text(&o, node);
	return true;
}
