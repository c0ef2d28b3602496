/* map.c: who belongs to which group: a field for each group, in it everyone as a plate; the fields stand in columns, as
 * even as can be. */
#include <string.h>

#include "figure/label.h"

enum { GROUPS_MAX = 12, PLATES_MAX = 200, COLUMNS_MAX = 3, DEPTH_MAX = 3 };

struct plate {                                     /* or the heading of a group within a group */
	struct label label;
	bool heading;
	len_t x, y, w, h;
};

struct group { struct label name; len_t x, y, h; int first, n, column; };

struct map {
	struct form f;
	struct group group[GROUPS_MAX]; int ngroups;
	struct plate *plate; int nplates;
	len_t col, gap, pad, inner, bar;          /* a column; between columns; in a field; in a plate; above a field */
};

static struct plate *plate_new(struct map *p, const struct doc_node *k, bool heading)
{
	if (p->nplates == PLATES_MAX) {
		fig_form_fault(&p->f, k,
			mem_fmt(p->f.d.mem, "Die Landkarte fasst höchstens %d Namen; bitte auf mehrere verteilen",
				PLATES_MAX));
		return NULL;
	}
	const char *name = fig_form_name(&p->f, k), *extra = doc_get(k, DOC_A_ZUSATZ);
	const char *s = extra ? mem_fmt(p->f.d.mem, "%s: %s", name, extra) : name;
	struct plate *l = &p->plate[p->nplates++];
	len_t room = p->col - 2 * p->pad - (heading ? 0 : 2 * p->inner);
	*l = (struct plate){.heading = heading};
	l->label = fig_label(&p->f, k, heading ? "rand" : "klein", "tinte", s, room);
	l->w = heading ? room : l->label.width + 2 * p->inner;
	l->h = fig_label_height(&l->label) + (heading ? 0 : p->inner);
	return l;
}

/* Plates of one group, of groups within it after a heading each. */
static void read_plates(struct map *p, const struct doc_node *from, int depth)
{
	if (depth > DEPTH_MAX) {
		fig_form_fault(&p->f, from,
			mem_fmt(p->f.d.mem,
				"Gruppen stehen höchstens %d Stufen tief ineinander; bitte auf mehrere verteilen",
				DEPTH_MAX));
		return;
	}
	for (const struct doc_node *k = doc_child(from, DOC_KASTEN); k && !p->f.failed; k = doc_next(k, DOC_KASTEN)) {
		bool group = doc_child(k, DOC_KASTEN) != NULL;
		if (plate_new(p, k, group) && group)
			read_plates(p, k, depth + 1);
	}
}

/* Plates one after the other in rows; returns the height they need. */
static len_t flow(struct map *p, const struct group *g)
{
	len_t room = p->col - 2 * p->pad, between = fig_part(&p->f, 3), x = 0, y = 0, high = 0;
	for (int i = g->first; i < g->first + g->n; i++) {
		struct plate *l = &p->plate[i];
		if (x && (l->heading || x + l->w > room)) {
			y += high + between;
			x = high = 0;
		}
		if (l->heading && i > g->first)
			y += between;
		l->x = x;
		l->y = y;
		high = l->h > high ? l->h : high;
		x += l->w + between;
		if (l->heading) {
			y += l->h + between / 2;
			x = high = 0;
		}
	}
	return y + high;
}

static void read_group(struct map *p, const struct doc_node *k)
{
	if (p->ngroups == GROUPS_MAX) {
		fig_form_fault(&p->f, k,
			mem_fmt(p->f.d.mem, "Die Landkarte hat höchstens %d Gruppen; bitte zusammenfassen",
				GROUPS_MAX));
		return;
	}
	struct group *g = &p->group[p->ngroups++];
	*g = (struct group){.first = p->nplates, .column = -1};
	g->name = fig_label(&p->f, k, "rand", "akzent", fig_form_name(&p->f, k), p->col - 2 * p->pad);
	read_plates(p, k, 1);
	g->n = p->nplates - g->first;
	len_t body = flow(p, g);
	g->h = p->bar + 2 * p->pad + fig_label_height(&g->name) + (body ? fig_part(&p->f, 4) + body : 0);
}

/* The highest field that has no column yet goes to the shortest one; down a column the fields stand in the order of the
 * source. */
static void choose_columns(struct map *p, int columns)
{
	len_t end[COLUMNS_MAX] = {0};
	for (int done = 0; done < p->ngroups; done++) {
		struct group *next = NULL;
		int best = 0;
		for (int i = 0; i < p->ngroups; i++)
			if (p->group[i].column < 0 && (!next || p->group[i].h > next->h))
				next = &p->group[i];
		for (int c = 1; c < columns; c++)
			best = end[c] < end[best] ? c : best;
		next->column = best;
		end[best] += next->h + p->gap;
	}
}

static len_t place(struct map *p, int columns)
{
	len_t end[COLUMNS_MAX] = {0}, height = 0;
	int rank[COLUMNS_MAX] = {-1, -1, -1}, seen = 0;        /* the column of the first group comes first */
	choose_columns(p, columns);
	for (int i = 0; i < p->ngroups; i++) {
		struct group *g = &p->group[i];
		rank[g->column] = rank[g->column] < 0 ? seen++ : rank[g->column];
		g->x = rank[g->column] * (p->col + p->gap);
		g->y = end[g->column];
		end[g->column] += g->h + p->gap;
		height = g->y + g->h > height ? g->y + g->h : height;
	}
	return height;
}

static void draw_group(struct map *p, const struct group *g)
{
	struct draw *d = &p->f.d;
	struct fig_pen pen = {.width = fig_part(&p->f, 1) / 2, .rgb = sty_colour(d->style, "akzent")};
	fig_rect(d, g->x, g->y, p->col, g->h);
	fig_fill(d, sty_colour(d->style, "hell"));
	fig_rect(d, g->x, g->y, p->col, p->bar);
	fig_fill(d, pen.rgb);
	len_t x0 = g->x + p->pad,
	      y0 = fig_label_draw(&p->f, &g->name, x0, g->y + p->bar + p->pad, FIG_LEFT) + fig_part(&p->f, 4);
	for (int i = g->first; i < g->first + g->n; i++) {
		const struct plate *l = &p->plate[i];
		len_t x = x0 + l->x, y = y0 + l->y;
		if (!l->heading) {
			fig_rect(d, x + pen.width / 2, y + pen.width / 2, l->w - pen.width, l->h - pen.width);
			fig_fill_stroke(d, sty_colour(d->style, "weiss"), pen);
		}
		fig_label_draw(&p->f, &l->label, x + (l->heading ? 0 : p->inner), y + (l->heading ? 0 : p->inner / 2),
			FIG_LEFT);
	}
}

static const char *alt_text(struct map *p, const struct doc_node *node)
{
	struct buf b = {0};
	int names = 0;
	for (int i = 0; i < p->nplates; i++)
		names += !p->plate[i].heading;
	buf_fmt(&b, "%d %s in %d %s", names, names == 1 ? "Name" : "Namen", p->ngroups,
		p->ngroups == 1 ? "Gruppe" : "Gruppen");
	for (const struct doc_node *k = doc_child(node, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN))
		buf_fmt(&b, "%s%s",
			k == doc_child(node, DOC_KASTEN)  ? ": "
				: doc_next(k, DOC_KASTEN) ? ", "
							  : " und ",
			doc_get(k, DOC_A_NAME));
	buf_str(&b, fig_listed(&p->f.d, "; dieselben Gruppen stehen darunter als Liste."));
	const char *s = buf_take(&b, p->f.d.mem);
	return fig_form_alt(&p->f, node, s);
}

bool fig_map(struct fig_result *r, const struct fig_canvas *on, const struct doc_node *node)
{
	struct map p = {.f = fig_form(on)};
	*r = (struct fig_result){0};
	p.gap = fig_part(&p.f, 10);
	p.pad = fig_part(&p.f, 7);
	p.inner = fig_part(&p.f, 3);
	p.bar = fig_part(&p.f, 3);
	int columns = (int)((on->width + p.gap) / (fig_part(&p.f, 200) + p.gap));
	columns = columns < 1 ? 1 : columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
	p.col = (on->width - (columns - 1) * p.gap) / columns;
	p.plate = MEM_ARRAY(on->mem, struct plate, PLATES_MAX);
	for (const struct doc_node *k = doc_child(node, DOC_KASTEN); k && !p.f.failed; k = doc_next(k, DOC_KASTEN))
		read_group(&p, k);
	p.f.failed |= !p.ngroups;                          /* the schema has told it */
	len_t height = p.f.failed ? 0 : place(&p, columns);
	if (!fig_form_fits(&p.f, node, height))
		return false;
	for (int i = 0; i < p.ngroups; i++)
		draw_group(&p, &p.group[i]);
	r->drawing = fig_finish(&p.f.d, on->width, height);
	r->alt = alt_text(&p, node);
	return true;
}
