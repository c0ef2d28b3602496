/* figure.c: charts, org charts, pictures: the figure, its legend in the margin, its data as a table. */
#include <string.h>
#include <strings.h>

#include "compose/com.h"

/* ---- charts are drawn once; their data tables stand in an annex and have numbers before they are drawn ---- */

void com_find_charts(struct com *c)
{
	const struct doc_node *annex = NULL;
	size_t n = 0;
	for (const struct doc_node *p = c->doc->root; p; p = doc_walk(c->doc->root, p)) {
		n += p->kind == DOC_DIAGRAMM;
		if (p->kind == DOC_DATENTABELLEN && !annex)
			annex = p;
	}
	c->charts = MEM_ARRAY(c->t->mem, struct com_chart, n + 1);
	const struct doc_node *part = annex;
	while (part && !part->number)
		part = part->parent;
	for (const struct doc_node *p = c->doc->root; n && p; p = doc_walk(c->doc->root, p))
		if (p->kind == DOC_DIAGRAMM) {
			struct com_chart *k = &c->charts[c->ncharts++];
			k->node = p;
			if (annex)
				k->number = mem_fmt(c->t->mem, "%s.%zu", part ? part->number : "A", c->ncharts);
		}
}

/* Figures are drawn for paper; on a slide they stand as much larger as its small type. */
struct figure_look { const struct style *style; len_t num, den; };

static struct figure_look figure_look(const struct com *c)
{
	const struct style *paper = c->s->base;
	if (!paper)
		return (struct figure_look){c->s, 1, 1};
	return (struct figure_look){paper, c->style[COM_KLEIN]->ch.size, sty_para(paper, "klein")->ch.size};
}

static len_t room(struct figure_look f, len_t width) { return len_scale(width, f.den, f.num); }

static void enlarge(struct com *c, struct fig_result *r, struct figure_look f)
{
	if (f.num != f.den && r->drawing)
		r->drawing = fig_scaled(c->t->mem, r->drawing, f.num, f.den);
}

static struct fig_canvas canvas(const struct com *c, const struct style *style, len_t width)
{
	return (struct fig_canvas){
		.mem = c->t->mem, .doc = c->doc, .style = style, .txt = c->txt, .diag = c->d, .width = width};
}

static bool chart(struct com *c, const struct doc *doc, const struct doc_node *n, struct fig_result *r)
{
	struct figure_look f = figure_look(c);
	struct fig_canvas on = canvas(c, f.style, room(f, c->s->page.text));
	on.doc = doc;
	on.plot = c->s->base ? room(f, len_scale(c->s->page.bottom - c->s->page.top, 6, 10)) : 0;
	bool good = fig_chart(r, &on, n);
	enlarge(c, r, f);
	return good;
}

struct com_chart *com_chart(struct com *c, const struct doc_node *n)
{
	size_t lo = 0, hi = c->ncharts;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (c->charts[mid].node->order < n->order)
			lo = mid + 1;
		else
			hi = mid;
	}
	struct com_chart *k = &c->charts[lo];
	if (!k->done)
		k->good = chart(c, c->doc, n, &k->result);
	k->done = true;
	return k;
}

/* ---- alt text and legend ---- */

static const char *author_alt(struct com *c, const struct doc_node *n)
{
	const struct doc_node *field = doc_child(n, DOC_ALTERNATIVTEXT);
	const char *alt = field ? com_plain(c, field) : doc_get(n, DOC_A_ALT);
	return alt && *alt ? alt : NULL;
}

static const char *with_table(struct com *c, const char *alt, const char *number)
{
	const char *word = sty_word(c->s, "daten-in");
	if (!number || !alt || strstr(alt, word))
		return alt;
	size_t n = strlen(alt);
	return mem_fmt(c->t->mem, "%s%s %s %s\u00A0%s.", alt, n && strchr(".!?", alt[n - 1]) ? "" : ".", word,
		sty_word(c->s, "tabelle"), number);
}

static void legend_text(struct com *c, const struct doc_node *n, enum com_style style, int flags, len_t before)
{
	if (!n)
		return;
	com_push(c);
	if (before) {
		c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
		c->o.at->before = before;
	}
	com_para(c, n, BLK_P, c->style[style]);
	if (flags)
		c->o.ch = com_char(c, c->o.ch, flags);
	com_children(c, n);
	com_pop(c);
}

static void legend_data(struct com *c, const struct doc_node *n, const struct com_chart *chart)
{
	com_push(c);
	c->o.quiet = true;
	com_para(c, n, BLK_P, c->style[COM_QUELLE]);
	com_fmt(c, "%s ", sty_word(c->s, "daten-in"));
	struct block *link = com_inline(c, n, BLK_LINK);
	com_put(c, mem_fmt(c->t->mem, "%s\u00A0%s", sty_word(c->s, "tabelle"), chart->number));
	com_link_data(c, link, chart);
	com_pop(c);
}

/* "Abbildung 1", what it says, unit and source. In the margin where there is one, else below. */
struct block *com_legend(struct com *c, const struct doc_node *n, enum blk_place place, const struct com_chart *chart)
{
	com_push(c);
	struct block *cap = com_block(c, n, BLK_CAPTION, BLK_STACK);
	struct blk_box *box = MEM_NEW(c->t->mem, struct blk_box);
	*box = (struct blk_box){.rule_top = sty_line(c->s, "legende"), .pad_top = LEN_PT(3.5)};
	blk_more(c->t, cap)->box = box;
	cap->place = c->margin ? place : BLK_AXIS;
	if (!c->margin)
		cap->before = c->s->page.grid;
	c->o.at = cap;
	if (n->number) {
		com_para(c, n, BLK_P, c->style[COM_KLEIN]);
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD | COM_ACCENT), com_ref_name(c, n));
		com_end_text(c);
	}
	legend_text(c, doc_child(n, DOC_TITEL), COM_KLEIN, COM_BOLD, 0);
	legend_text(c, doc_child(n, DOC_AUSSAGE), COM_KLEIN, 0, 0);
	legend_text(c, doc_child(n, DOC_QUELLE), COM_QUELLE, 0, LEN_PT(4));
	if (chart && chart->number)
		legend_data(c, n, chart);
	com_pop(c);
	return cap;
}

struct block *com_around(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	b->before = b->after = 4 * c->s->page.grid;
	const char *floats = sty_value(c->s, "abbildung", "gleiten");
	b->keep = true;
	b->floats = floats && !strcmp(floats, "ja");
	c->o.at = b;
	return b;
}

static struct block *draw(struct com *c, const struct doc_node *n, const struct fig_drawing *d, const char *alt,
	enum blk_place place)
{
	struct block *f = com_block(c, n, BLK_FIGURE, BLK_DRAWING);
	f->place = place;
	blk_more(c->t, f)->drawing = d;
	blk_more(c->t, f)->alt = alt;
	return f;
}

bool com_diagramm(struct com *c, const struct doc_node *n)
{
	const struct com_chart *k = com_chart(c, n);
	const char *alt = author_alt(c, n);
	if (!k->good)
		return false;
	com_around(c, n);
	draw(c, n, k->result.drawing, with_table(c, alt ? alt : k->result.alt, k->number), BLK_AXIS);
	com_legend(c, n, BLK_RAND_PREV, k);
	return false;
}

/* The chart of another edition, from its source and data; of its words only the plain text, since what it refers to
 * stands elsewhere. */
bool com_diagramm_aus(struct com *c, const struct doc_node *n)
{
	const struct doc *edition = doc_edition(c->doc, doc_get(n, DOC_A_EDITION)), *own = c->doc;
	const struct doc_node *from = edition ? doc_by_id(edition, doc_get(n, DOC_A_ZIEL)) : NULL;
	struct fig_result r;
	if (!from || from->kind != DOC_DIAGRAMM || !chart(c, edition, from, &r))
		return false;                              /* told by source or check */
	com_around(c, n)->before = 0;
	c->doc = edition;                              /* figures in its words are those of the edition */
	const char *alt = author_alt(c, from), *says = com_plain(c, doc_child(from, DOC_AUSSAGE)),
		   *source = com_plain(c, doc_child(from, DOC_QUELLE));
	c->doc = own;
	draw(c, n, r.drawing, alt ? alt : r.alt, BLK_AXIS);
	c->o.at = com_block(c, n, BLK_CAPTION, BLK_STACK);
	c->o.at->before = c->s->page.grid;
	if (*says)
		com_line(c, n, BLK_P, c->style[COM_KLEIN], says);
	if (*source)
		com_line(c, n, BLK_P, c->style[COM_QUELLE], source);
	return false;
}

/* ---- the place of a picture to come ---- */

bool com_bildplatz(struct com *c, const struct doc_node *n)
{
	const char *says = com_plain(c, n), *head = sty_word(c->s, "bildplatz");
	struct fig_canvas on = canvas(c, c->s, c->full);
	draw(c, n, fig_place(&on, head, says, LEN_MM(45)),
		*says ? mem_fmt(c->t->mem, "%s: %s", head, says) : head, BLK_FULL);
	c->o.at->last->after = 2 * c->s->page.grid;
	return false;
}

/* ---- org charts: the same order as a list below ---- */

static void box_item(struct com *c, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_NAME), *more = doc_get(n, DOC_A_ZUSATZ);
	com_push(c);
	com_item(c, n, "–", doc_child(n, DOC_KASTEN) != NULL);
	com_need_text(c, n);
	com_put(c, name ? name : "?");
	if (more)
		com_fmt(c, ": %s", more);
	if (doc_is(n, DOC_A_VERBINDUNG, "beratung"))
		com_fmt(c, " (%s)", sty_word(c->s, "beratung"));
	com_end_text(c);
	if (doc_child(n, DOC_KASTEN)) {
		com_push(c);
		com_list(c, n);
		for (const struct doc_node *k = doc_child(n, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN))
			box_item(c, k);
		com_pop(c);
	}
	com_pop(c);
}

static void box_list(struct com *c, const struct doc_node *n)
{
	com_push(c);
	c->o.body = c->o.item = c->style[COM_KLEIN];
	c->o.tab = LEN_PT(10);
	com_list(c, n);
	for (const struct doc_node *k = doc_child(n, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN))
		box_item(c, k);
	com_pop(c);
}

typedef void lists(struct com *, const struct doc_node *);

/* The drawing over the full width; below it legend and list side by side. */
static void drawn_and_listed(struct com *c, const struct doc_node *n, const struct fig_result *r, const char *word,
	lists *list)
{
	const char *alt = author_alt(c, n);
	com_around(c, n);
	/* its caption, even where the list is too long for the page */
	draw(c, n, r->drawing, alt ? alt : r->alt, BLK_FULL)->keep_next = true;
	com_push(c);
	struct block *below = com_block(c, n, BLK_DIV, BLK_STACK);
	below->loose = true;
	below->before = 2 * c->s->page.grid;
	c->o.at = below;
	com_legend(c, n, BLK_RAND_NEXT, NULL);
	com_line(c, n, BLK_P, c->style[COM_LISTENTITEL], sty_word(c->s, word))->keep_next = true;
	list(c, n);
	com_pop(c);
}

bool com_organigramm(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	struct figure_look f = figure_look(c);
	struct fig_canvas on = canvas(c, f.style, room(f, c->full));
	bool good = fig_orgchart(&r, &on, n);
	enlarge(c, &r, f);
	if (good)
		drawn_and_listed(c, n, &r, "organigramm-liste", box_list);
	return false;
}

bool com_nabe(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	struct fig_canvas on = canvas(c, c->s, c->full);
	if (fig_hub(&r, &on, n))
		drawn_and_listed(c, n, &r, "nabe-liste", box_list);
	return false;
}

/* Who stands in a group is told in one item; only groups in groups are lists of their own. */
static void group_item(struct com *c, const struct doc_node *n)
{
	const struct doc_node *first = doc_child(n, DOC_KASTEN);
	bool groups = false;
	for (const struct doc_node *k = first; k; k = doc_next(k, DOC_KASTEN))
		groups |= doc_child(k, DOC_KASTEN) != NULL;
	com_push(c);
	com_item(c, n, "–", groups);
	com_need_text(c, n);
	com_put_char(c, com_char(c, c->o.ch, first ? COM_BOLD : 0),
		doc_get(n, DOC_A_NAME) ? doc_get(n, DOC_A_NAME) : "?");
	if (doc_get(n, DOC_A_ZUSATZ))
		com_fmt(c, ": %s", doc_get(n, DOC_A_ZUSATZ));
	for (const struct doc_node *k = groups ? NULL : first; k; k = doc_next(k, DOC_KASTEN)) {
		const char *more = doc_get(k, DOC_A_ZUSATZ);
		com_fmt(c, more ? "%s%s (%s)" : "%s%s", k == first ? ": " : "; ", doc_get(k, DOC_A_NAME), more);
	}
	com_end_text(c);
	if (groups) {
		com_list(c, n);
		for (const struct doc_node *k = first; k; k = doc_next(k, DOC_KASTEN))
			group_item(c, k);
	}
	com_pop(c);
}

static void group_list(struct com *c, const struct doc_node *n)
{
	com_push(c);
	c->o.body = c->o.item = c->style[COM_KLEIN];
	c->o.tab = LEN_PT(10);
	com_list(c, n);
	for (const struct doc_node *k = doc_child(n, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN))
		group_item(c, k);
	com_pop(c);
}

bool com_landkarte(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	struct fig_canvas on = canvas(c, c->s, c->full);
	if (fig_map(&r, &on, n))
		drawn_and_listed(c, n, &r, "landkarte-liste", group_list);
	return false;
}

/* ---- weighted words: with their weights, where the author gave any ---- */

static void word_list(struct com *c, const struct doc_node *n)
{
	bool weighed = false;
	for (const struct doc_node *k = doc_child(n, DOC_BEGRIFF); k; k = doc_next(k, DOC_BEGRIFF))
		weighed |= doc_get(k, DOC_A_GEWICHT) != NULL;
	com_push(c);
	c->o.body = c->o.item = c->style[COM_KLEIN];
	c->o.tab = LEN_PT(10);
	struct block *l = com_list(c, n);
	l->flow = BLK_SIDE;
	blk_more(c->t, l)->row = 3;
	for (const struct doc_node *k = doc_child(n, DOC_BEGRIFF); k; k = doc_next(k, DOC_BEGRIFF)) {
		com_push(c);
		com_item(c, k, "–", false);
		com_need_text(c, k);
		com_children(c, k);
		if (weighed)
			com_fmt(c, " (%s)", doc_get(k, DOC_A_GEWICHT) ? doc_get(k, DOC_A_GEWICHT) : "1");
		com_pop(c);
	}
	com_pop(c);
}

bool com_wortwolke(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	struct fig_canvas on = canvas(c, c->s, c->full);
	if (fig_words(&r, &on, n))
		drawn_and_listed(c, n, &r, "wortwolke-liste", word_list);
	return false;
}

/* ---- processes: the same steps as a list below ---- */

void com_points(struct com *c, const struct doc_node *n, len_t tab)
{
	struct block *list = NULL;
	for (const struct doc_node *p = n->first; p; p = p->next) {
		if (p->kind != DOC_PUNKT && p->kind != DOC_ABSATZ)
			continue;
		com_push(c);
		if (p->kind == DOC_ABSATZ) {
			com_para(c, p, BLK_P, c->o.body);
			list = NULL;
		} else {
			if (!list)
				list = com_list(c, n);
			c->o.at = list;
			c->o.hang = 0;
			c->o.tab = tab;
			com_item(c, p, "–", false);
		}
		com_children(c, p);
		com_pop(c);
	}
}

static void step_item(struct com *c, const struct doc_node *n, int number)
{
	const char *more = doc_get(n, DOC_A_ZUSATZ);
	com_push(c);
	com_item(c, n, mem_fmt(c->t->mem, "%d.", number), doc_child(n, DOC_PUNKT) || doc_child(n, DOC_ABSATZ));
	com_need_text(c, n);
	com_put(c, com_plain(c, doc_child(n, DOC_TITEL)));
	if (more)
		com_fmt(c, " (%s)", more);
	com_end_text(c);
	com_points(c, n, LEN_PT(10));
	com_pop(c);
}

static void step_list(struct com *c, const struct doc_node *n)
{
	int number = 0;
	com_push(c);
	c->o.body = c->o.item = c->style[COM_KLEIN];
	com_list(c, n);
	for (const struct doc_node *k = doc_child(n, DOC_STUFE); k; k = doc_next(k, DOC_STUFE))
		step_item(c, k, ++number);
	com_pop(c);
}

bool com_prozess(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	struct figure_look f = figure_look(c);
	struct fig_canvas on = canvas(c, f.style, room(f, c->full));
	bool good = fig_process(&r, &on, n);
	enlarge(c, &r, f);
	if (good)
		drawn_and_listed(c, n, &r, "prozess-liste", step_list);
	return false;
}

/* ---- pictures ---- */

static struct block *svg(struct com *c, const struct doc_node *n, const struct doc_picture *p, len_t width,
	len_t height)
{
	const struct fig_drawing *d = fig_svg(c->t->mem, p->data, p->size, width, p->path, c->d);
	if (d && height && d->height > height)
		d = fig_svg(c->t->mem, p->data, p->size, len_scale(width, height, d->height), p->path, c->d);
	if (!d)
		return NULL;
	struct block *f = com_block(c, n, BLK_FIGURE, BLK_DRAWING);
	blk_more(c->t, f)->drawing = d;
	blk_more(c->t, f)->w = d->width;
	return f;
}

/* height 0: as high as it comes out. NULL: message given. */
struct block *com_picture(struct com *c, const struct doc_node *n, const char *path, len_t width, len_t height)
{
	const struct doc_picture *p = path ? doc_picture(c->doc, path) : NULL;
	size_t len = path ? strlen(path) : 0;
	if (p && len > 4 && !strcasecmp(path + len - 4, ".svg"))
		return svg(c, n, p, width, height);
	if (!p || p->px_w <= 0 || p->px_h <= 0) {
		diag_error(c->d, "BILDGROESSE", doc_path(c->doc, n), n->line,
			"Das Bild „%s“ lässt sich nicht setzen; erwartet wird eine lesbare PNG-, JPEG- oder SVG-Datei; "
			"bitte Namen und Datei prüfen",
			path ? path : "");
		return NULL;
	}
	if (height && len_scale(width, p->px_h, p->px_w) > height)
		width = len_scale(height, p->px_w, p->px_h);
	struct blk_image *im = MEM_NEW(c->t->mem, struct blk_image);
	*im = (struct blk_image){.path = p->path, .data = p->data, .size = p->size, .px_w = p->px_w, .px_h = p->px_h};
	struct block *f = com_block(c, n, BLK_FIGURE, BLK_IMAGE);
	blk_more(c->t, f)->image = im;
	blk_more(c->t, f)->w = width;
	return f;
}

bool com_abbildung(struct com *c, const struct doc_node *n)
{
	len_t width = com_mm(doc_get(n, DOC_A_BREITE));
	if (c->variant && !strcmp(c->variant, "leicht"))
		return com_abbildung_leicht(c, n);
	bool full = width > c->s->page.text;
	struct block *box = com_around(c, n);
	if (width <= 0)
		width = c->s->page.text;
	struct block *f = com_picture(c, n, doc_get(n, DOC_A_DATEI), width < c->full ? width : c->full,
		len_scale(c->s->page.bottom - c->s->page.top, 8, 10));
	if (!f) {
		box->before = box->after = 0;
		return false;
	}
	const char *alt = author_alt(c, n);
	blk_more(c->t, f)->alt = alt ? alt : com_plain(c, doc_child(n, DOC_AUSSAGE));
	if (full)
		f->place = BLK_FULL;
	com_legend(c, n, full ? BLK_AXIS : BLK_RAND_PREV, NULL);
	return false;
}
