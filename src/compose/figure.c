/* figure.c: charts, org charts, pictures: the figure, its legend in the margin, its data as a table. */
#include "compose/figure.h"

#include <string.h>

#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

/* ---- charts are drawn once; their data tables stand in an annex and have numbers before they are drawn; what a chart
 * prints itself is not told again, unless the annex were empty then ---- */

void com_find_charts(struct com *c)
{
	const struct doc_node *annex = NULL;
	size_t n = 0, silent = 0, tables = 0;
	for (const struct doc_node *p = c->doc->root; p; p = doc_walk(c->doc->root, p)) {
		n += p->kind == DOC_DIAGRAMM;
		silent += p->kind == DOC_DIAGRAMM && !fig_chart_tells(c->doc, p);
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
			if (annex && (!silent || !fig_chart_tells(c->doc, p)))
				k->number = mem_fmt(c->t->mem, "%s.%zu", part ? part->number : "A", ++tables);
		}
}

struct com_chart *com_chart_of(struct com *c, const struct doc_node *n)
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
		k->good = com_chart_drawn(c, c->doc, n, n, &k->result);
	k->done = true;
	return k;
}

/* Of a chart that prints all its values they are told as well; alt: the author's, or NULL. */
static const char *with_values(struct com *c, const char *alt, const struct fig_result *r)
{
	size_t n = alt ? strlen(alt) : 0;
	if (!r->values || !alt)
		return alt ? alt : r->told ? r->told : r->alt;
	return mem_fmt(c->t->mem, "%s%s %s.", alt, n && strchr(".!?", alt[n - 1]) ? "" : ".", r->values);
}

static const char *with_table(struct com *c, const char *alt, const char *number)
{
	const char *word = sty_word(c->s, "daten-in");
	if (!number || !alt || strstr(alt, word))
		return alt;
	size_t n = strlen(alt);
	if (!*word)
		return alt;
	return mem_fmt(c->t->mem, "%s%s %s %s.", alt, n && strchr(".!?", alt[n - 1]) ? "" : ".", word,
		com_called(c, "tabelle", number));
}

bool com_on_diagramm(struct com *c, const struct doc_node *n)
{
	const struct com_chart *k = com_chart_of(c, n);
	const char *alt = com_alt(c, n);
	if (!k->good)
		return false;
	com_around(c, n);
	com_draw(c, n, k->result.drawing,
		k->number ? with_table(c, alt ? alt : k->result.alt, k->number) : with_values(c, alt, &k->result),
		BLK_AXIS);
	com_legend(c, n, BLK_RAND_PREV, k);
	return false;
}

/* The chart of another edition, from its source and data; of its words only the plain text, since what it refers to
 * stands elsewhere. */
bool com_on_diagramm_aus(struct com *c, const struct doc_node *n)
{
	const struct doc *edition = doc_edition(c->doc, doc_get(n, DOC_A_EDITION)), *own = c->doc;
	const struct doc_node *from = edition ? doc_by_id(edition, doc_get(n, DOC_A_ZIEL)) : NULL;
	struct fig_result r;
	if (!from || from->kind != DOC_DIAGRAMM || !com_chart_drawn(c, edition, from, n, &r))
		return false;                              /* told by source or check */
	com_around(c, n)->before = 0;
	c->doc = edition;                              /* figures in its words are those of the edition */
	const char *alt = com_alt(c, from), *says = com_plain(c, doc_child(from, DOC_AUSSAGE)),
		   *source = com_plain(c, doc_child(from, DOC_QUELLE)), *unit = com_chart_unit(c, from);
	c->doc = own;
	com_draw(c, n, r.drawing, with_values(c, alt, &r), BLK_AXIS);
	c->o.at = com_block(c, n, BLK_CAPTION, BLK_STACK);
	c->o.at->before = c->s->page.grid;
	if (*says)
		com_line(c, n, BLK_P, c->style[COM_KLEIN], says);
	if (unit)
		com_line(c, n, BLK_P, c->style[COM_QUELLE], unit);
	if (*source)
		com_line(c, n, BLK_P, c->style[COM_QUELLE], source);
	return false;
}

/* ---- org charts: the same order as a list below ---- */

/* "berät": its line need not be told besides. */
static bool says_advice(struct com *c, const char *s)
{
	const char *stems = sty_word(c->s, "beratung-gesagt");
	for (size_t n; *stems; stems += n + strspn(stems + n, " ")) {
		n = strcspn(stems, " ");
		if (n && strstr(s, mem_str(c->t->mem, stems, n)))
			return true;
	}
	return false;
}

static void box_item(struct com *c, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_NAME), *more = doc_get(n, DOC_A_ZUSATZ);
	com_push(c);
	com_item(c, n, "–", doc_child(n, DOC_KASTEN) != NULL);
	com_need_text(c, n);
	com_put(c, name ? name : "?");
	if (more)
		com_fmt(c, ": %s", more);
	if (doc_is(n, DOC_A_VERBINDUNG, "beratung") && !(more && says_advice(c, more)))
		com_put(c, com_part(c, " (", sty_word(c->s, "beratung"), ")"));
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
	c->o.tab = COM_TAB_SMALL;
	com_list(c, n);
	for (const struct doc_node *k = doc_child(n, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN))
		box_item(c, k);
	com_pop(c);
}

typedef void lists(struct com *, const struct doc_node *);

/* Half lines below it for the legend and the list's beginning; above one that follows its heading, for that. */
enum { LIST_LINES = 12, HEAD_LINES = 12 };

static bool after_heading(const struct doc_node *n)
{
	return n->prev && n->prev->kind == DOC_TITEL;
}

/* What the list would say: "A: zusatz; B; C". */
static const char *in_words(struct com *c, const struct doc_node *n, lists *list)
{
	struct buf b = {0};
	struct block *root = blk_add(c->t, NULL, BLK_DIV, BLK_STACK, doc_path(c->doc, n), n->line);
	com_push(c);
	c->o.at = root;
	c->o.quiet = true;
	list(c, n);
	com_pop(c);
	for (const struct block *p = root; p; p = blk_walk(root, p)) {
		if (p->flow == BLK_TEXT && p->nsegs && b.len)
			buf_str(&b, "; ");
		for (uint32_t i = 0; p->flow == BLK_TEXT && i < p->nsegs; i++)
			if (p->segs[i].kind == BLK_SEG_TEXT && p->segs[i].owner->role != BLK_LBL)
				buf_put(&b, p->segs[i].text, p->segs[i].len);
	}
	return com_from(c, &b);
}

static void drawn_alone(struct com *c, const struct doc_node *n, const struct fig_result *r, lists *list)
{
	const char *alt = com_alt(c, n);
	com_around(c, n);
	com_draw(c, n, r->drawing, mem_fmt(c->t->mem, "%s %s.", alt ? alt : r->alt, in_words(c, n, list)), BLK_FULL);
	com_legend_said(c, n);
}

/* The drawing over the full width; below it legend and list side by side. A slide has no room for both: the list is
 * told in place of the drawing. */
static void drawn_and_listed(struct com *c, const struct doc_node *n, const struct fig_result *r, const char *word,
	lists *list)
{
	const char *alt = com_alt(c, n);
	if (c->slides) {
		drawn_alone(c, n, r, list);
		return;
	}
	com_around(c, n);
	/* its caption, even where the list is too long for the page */
	const int lines = LIST_LINES + (after_heading(n) ? HEAD_LINES : 0);
	com_draw(c, n, com_within_page(c, r->drawing, lines), alt ? alt : r->alt, BLK_FULL)->keep_next = true;
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

bool com_on_organigramm(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	if (com_boxes(c, n, fig_orgchart, &r))
		drawn_and_listed(c, n, &r, "organigramm-liste", box_list);
	return false;
}

bool com_on_nabe(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	if (com_boxes(c, n, fig_hub, &r))
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
	c->o.tab = COM_TAB_SMALL;
	com_list(c, n);
	for (const struct doc_node *k = doc_child(n, DOC_KASTEN); k; k = doc_next(k, DOC_KASTEN))
		group_item(c, k);
	com_pop(c);
}

bool com_on_landkarte(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	if (com_boxes(c, n, fig_map, &r))
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
	c->o.tab = COM_TAB_SMALL;
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

bool com_on_wortwolke(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	if (com_boxes(c, n, fig_words, &r))
		drawn_and_listed(c, n, &r, "wortwolke-liste", word_list);
	return false;
}

/* ---- processes: the same steps as a list below ---- */

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
	com_points(c, n, COM_TAB_SMALL);
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

bool com_on_prozess(struct com *c, const struct doc_node *n)
{
	struct fig_result r = {0};
	if (com_boxes(c, n, fig_process, &r))
		drawn_and_listed(c, n, &r, "prozess-liste", step_list);
	return false;
}
