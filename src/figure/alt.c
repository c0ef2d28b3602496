/* alt.c: a draft of a chart's alt text: what it is, what it says, how many values, where the greatest is, what is
 * missing. */
#include <string.h>

#include "figure/chart.h"

static void put_value(struct buf *b, const struct chart *c, size_t k, size_t i)
{
	buf_str(b, fig_chart_number(c, k, i));
	if (*c->data.unit)
		buf_fmt(b, "\u00A0%s", c->data.unit);
	buf_fmt(b, " (%s)", c->data.cat[i]);
}

/* Years, ages, numbers: the categories are a span, so the first and the last name them all. */
static bool ordered(const struct data *d)
{
	const char *a = d->cat[0], *b = d->cat[d->n - 1];
	return *a >= '0' && *a <= '9' && *b >= '0' && *b <= '9';
}

/* Does their list still fit into one sentence that is listened to? */
static bool short_names(const struct data *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->n; i++)
		n += strlen(d->cat[i]);
	return n <= 80;
}

/* "8 Werte von 2010 bis 2017", "3 Werte (Wohnen, Sprache, Alltag)", "17 Werte". */
static void put_span(struct buf *b, const struct data *d)
{
	buf_fmt(b, d->n == 1 ? "%zu Wert" : "%zu Werte", d->n);
	if (d->n == 1) {
		buf_fmt(b, " (%s)", d->cat[0]);
	} else if (ordered(d)) {
		buf_fmt(b, " von %s bis %s", d->cat[0], d->cat[d->n - 1]);
	} else if (d->n <= 6 && short_names(d)) {
		for (size_t i = 0; i < d->n; i++)
			buf_fmt(b, "%s%s", i ? ", " : " (", d->cat[i]);
		buf_chr(b, ')');
	}
}

struct extremes { size_t least, most, first; bool equal; };

/* False: the series has no value. */
static bool extremes(const struct data *d, size_t k, struct extremes *e)
{
	size_t found = 0;
	for (size_t i = 0; i < d->n; i++) {
		const struct value *v = fig_chart_value(d, k, i);
		if (v->missing)
			continue;
		if (!found++)
			e->first = e->least = e->most = i;
		if (v->v < fig_chart_value(d, k, e->least)->v)
			e->least = i;
		if (v->v > fig_chart_value(d, k, e->most)->v)
			e->most = i;
	}
	e->equal = found > 1 && fig_chart_value(d, k, e->least)->v == fig_chart_value(d, k, e->most)->v;
	return found;
}

static void put_series(struct buf *b, const struct chart *c, size_t k)
{
	const struct data *d = &c->data;
	struct extremes e = {0};
	if (!extremes(d, k, &e)) {
		buf_str(b, "keine Angabe");
		return;
	}
	if (e.equal) {
		buf_fmt(b, "alle Werte %s", fig_chart_number(c, k, e.most));
		return;
	}
	if (fig_chart_value(d, k, e.most)->v <= 0) {
		buf_str(b, "niedrigster Wert ");
		put_value(b, c, k, e.least);
		return;
	}
	buf_str(b, d->n == 1 ? "Wert " : "Höchstwert ");
	put_value(b, c, k, e.most);
	if (fig_chart_value(d, k, e.least)->v < 0) {
		buf_str(b, ", niedrigster Wert ");
		put_value(b, c, k, e.least);
	}
}

static void put_missing(struct buf *b, const struct data *d)
{
	size_t n = 0;
	for (size_t k = 0; k < d->m; k++)
		for (size_t i = 0; i < d->n; i++) {
			if (!fig_chart_value(d, k, i)->missing)
				continue;
			if (n++ < 3)
				buf_fmt(b, "%s%s", n == 1 ? " Keine Angabe für " : ", ", d->cat[i]);
			if (n <= 3 && d->m > 1)
				buf_fmt(b, " (%s)", d->name[k]);
		}
	if (n > 3)
		buf_fmt(b, " und %zu weitere", n - 3);
	if (n)
		buf_chr(b, '.');
}

/* One row of several series: the parts are the series. */
static void put_parts(struct buf *b, const struct chart *c)
{
	const struct data *d = &c->data;
	buf_fmt(b, "%zu %s: ", d->m, d->m == 1 ? "Teil" : "Teile");
	for (size_t k = 0; k < d->m; k++)
		buf_fmt(b, "%s%s %s", k ? ", " : "", d->name[k],
			fig_chart_value(d, k, 0)->missing ? "keine Angabe" : fig_chart_number(c, k, 0));
	if (*d->unit)
		buf_fmt(b, " (%s)", d->unit);
	buf_chr(b, '.');
}

static void put_statement(struct buf *b, const struct chart *c)
{
	const struct doc_node *said = doc_child(c->node, DOC_AUSSAGE);
	if (!said)
		said = doc_child(c->node, DOC_TITEL);
	if (!said)
		return;
	size_t before = b->len;
	buf_str(b, ": ");
	doc_text(b, c->doc, said);
	while (b->len > before && (b->data[b->len - 1] == '.' || b->data[b->len - 1] == ' '))
		b->data[--b->len] = '\0';
	if (b->len <= before + 1) {
		b->len = before;
		b->data[before] = '\0';
	}
}

static void put_begin(struct buf *b, const struct chart *c, const char *kind)
{
	buf_str(b, kind);
	put_statement(b, c);
	buf_str(b, ". ");
}

const char *fig_chart_told(const struct chart *c, const char *kind, const char *values)
{
	struct buf b = {0};
	put_begin(&b, c, kind);
	buf_fmt(&b, "%s.", values);
	return buf_take(&b, c->d.mem);
}

const char *fig_chart_alt(const struct chart *c, const char *kind)
{
	const struct data *d = &c->data;
	struct buf b = {0};
	put_begin(&b, c, kind);
	if (d->n == 1 && d->m > 1) {
		put_parts(&b, c);
	} else {
		if (d->m > 1)
			buf_fmt(&b, "%zu Reihen, je ", d->m);
		put_span(&b, d);
		for (size_t k = 0; k < d->m; k++) {
			buf_str(&b, "; ");
			if (d->m > 1)
				buf_fmt(&b, "%s: ", d->name[k]);
			put_series(&b, c, k);
		}
		buf_chr(&b, '.');
		put_missing(&b, d);
	}
	return buf_take(&b, c->d.mem);
}
