/* legend.c: what stands around a figure: its block, its alt text, its legend in the margin or below. */
#include <stdlib.h>
#include <string.h>

#include "compose/figure.h"
#include "compose/language.h"
#include "compose/link.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define RULE_ABOVE LEN_PT(3.5)                     /* from the rule above a legend to its words */
#define SOURCE_ABOVE LEN_PT(4)

const char *com_alt(struct com *c, const struct doc_node *n)
{
	const struct doc_node *field = doc_child(n, DOC_ALTERNATIVTEXT);
	const char *alt = field ? com_plain(c, field) : doc_get(n, DOC_A_ALT);
	return alt && *alt ? alt : NULL;
}

struct block *com_around(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	b->before = b->after = 4 * c->s->page.grid;
	b->keep = true;
	b->floats = com_floats(c);
	c->o.at = b;
	return b;
}

/* Half lines below a drawing for its caption; type no drawing may fall below. */
enum { CAPTION_LINES = 6, LEAST_TYPE = 6000 };

static len_t least_type(const struct fig_drawing *d)
{
	len_t least = 0;
	for (size_t i = 0; i < d->nops; i++)
		if (d->ops[i].kind == FIG_TEXT && (!least || d->ops[i].ch.size < least))
			least = d->ops[i].ch.size;
	return least;
}

/* A drawing higher than a page is drawn smaller, as long as it can be read; one that is still too high is told by
 * layout. What is on slides is told there. */
const struct fig_drawing *com_within_page(struct com *c, const struct fig_drawing *d, int below)
{
	const struct sty_page *p = &c->s->page;
	len_t most = p->bottom - p->top - below * p->grid, least = least_type(d);
	if (c->s->base || d->height <= most || (least && len_scale(least, most, d->height) < LEAST_TYPE))
		return d;
	return fig_scaled(c->t->mem, d, most, d->height);
}

struct block *com_draw(struct com *c, const struct doc_node *n, const struct fig_drawing *d, const char *alt,
	enum blk_place place)
{
	d = com_within_page(c, d, CAPTION_LINES);
	struct block *f = com_block(c, n, BLK_FIGURE, BLK_DRAWING);
	f->place = place;
	blk_more(c->t, f)->drawing = d;
	blk_more(c->t, f)->alt = alt;
	return f;
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
	if (*sty_word(c->s, "daten-in"))
		com_fmt(c, "%s ", sty_word(c->s, "daten-in"));
	struct block *link = com_inline(c, n, BLK_LINK);
	com_put(c, com_called(c, "tabelle", chart->number));
	com_link_data(c, link, chart);
	com_pop(c);
}

/* "18 bis 24", "18–24": how many years it takes in; 0: no such class */
static long class_width(const char *s)
{
	char *end;
	long from = strtol(s, &end, 10), to;
	if (end == s)
		return 0;
	end += strspn(end, " ");
	if (!strncmp(end, "bis ", 4))
		end += 4;
	else if (!strncmp(end, "–", strlen("–")))
		end += strlen("–");
	else
		return 0;
	to = strtol(end, NULL, 10);
	return to > from ? to - from + 1 : 0;
}

/* Bars and columns are drawn equally wide: that their classes are not is said. */
static void legend_classes(struct com *c, const struct doc_node *n)
{
	const char *data = n->kind == DOC_DIAGRAMM ? doc_get(n, DOC_A_DATEN) : NULL;
	const struct doc_csv *csv = data ? doc_csv(c->doc, data) : NULL;
	long first = 0;
	for (size_t r = 1; csv && csv->cols && r < csv->rows; r++) {
		long w = class_width(csv->cell[r * csv->cols]);
		if (w && first && w != first) {
			com_line(c, n, BLK_P, c->style[COM_QUELLE], sty_word(c->s, "klassen-ungleich"));
			return;
		}
		first = first ? first : w;
	}
}

static bool says(const char *text, const char *unit)
{
	const bool percent = !strcmp(unit, "Prozent") || !strcmp(unit, "%");
	return strcasestr(text, unit) || (percent && (strstr(text, "Prozent") || strchr(text, '%')));
}

/* Do the names of its series, where they are printed, say what is counted? */
static bool named_so(struct com *c, const struct doc_node *n, const char *unit)
{
	const char *data = doc_get(n, DOC_A_DATEN);
	const struct doc_csv *csv = data ? doc_csv(c->doc, data) : NULL;
	const bool printed = csv && csv->rows && (csv->cols > 2 || doc_is(n, DOC_A_ART, "linien"));
	for (size_t k = 1; printed && k < csv->cols; k++)
		if (says(csv->cell[k], unit))
			return true;
	return false;
}

/* What the numbers of a chart are, unless its own words say so. */
const char *com_chart_unit(struct com *c, const struct doc_node *n)
{
	static const enum doc_kind words[] = {DOC_TITEL, DOC_AUSSAGE, DOC_QUELLE};
	const char *unit = n->kind == DOC_DIAGRAMM && !com_translated(c) ? doc_get(n, DOC_A_EINHEIT) : NULL;
	for (size_t i = 0; unit && i < sizeof words / sizeof *words; i++)
		if (says(com_plain(c, doc_child(n, words[i])), unit))
			return NULL;
	return unit && *unit && !named_so(c, n, unit)
		? mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "einheit"), unit) : NULL;
}

static bool legend_unit(struct com *c, const struct doc_node *n)
{
	const char *unit = com_chart_unit(c, n);
	if (!unit)
		return false;
	com_push(c);
	c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at->before = SOURCE_ABOVE;
	com_line(c, n, BLK_P, c->style[COM_QUELLE], unit);
	com_pop(c);
	return true;
}

struct block *com_legend(struct com *c, const struct doc_node *n, enum blk_place place, const struct com_chart *chart)
{
	com_push(c);
	struct block *cap = com_block(c, n, BLK_CAPTION, BLK_STACK);
	com_box(c, cap, (struct blk_box){.rule_top = sty_line(c->s, "legende"), .pad_top = RULE_ABOVE});
	cap->place = c->margin ? place : BLK_AXIS;
	if (!c->margin)
		cap->before = c->s->page.grid;
	c->o.at = cap;
	if (n->number) {
		com_para(c, n, BLK_P, c->style[COM_KLEIN]);
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD | COM_ACCENT), com_ref_name(c, n, NULL));
		com_end_text(c);
	}
	legend_text(c, doc_child(n, DOC_TITEL), COM_KLEIN, COM_BOLD, 0);
	legend_text(c, doc_child(n, DOC_AUSSAGE), COM_KLEIN, 0, 0);
	const bool unit = legend_unit(c, n);
	legend_text(c, doc_child(n, DOC_QUELLE), COM_QUELLE, 0, unit ? 0 : SOURCE_ABOVE);
	legend_classes(c, n);
	if (chart && chart->number)
		legend_data(c, n, chart);
	com_pop(c);
	return cap;
}

void com_legend_said(struct com *c, const struct doc_node *n)
{
	if (!n->number && !doc_child(n, DOC_TITEL) && !doc_child(n, DOC_AUSSAGE) && !doc_child(n, DOC_QUELLE))
		return;
	struct block *cap = com_legend(c, n, BLK_AXIS, NULL);
	cap->before = c->s->page.grid;
	cap->loose = true;
}
