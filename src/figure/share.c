/* share.c: what a chart tells of itself in words: how much several marked categories are together, so that "three
 * quarters" can be seen and checked; and its values, where the picture is not seen. */
#include <string.h>

#include "figure/chart.h"

enum { VALUES_MOST = 24 };                             /* more than that nobody listens to */

bool fig_chart_named(const char *list, const char *name)
{
	size_t n = strlen(name);
	for (const char *p = list; p; p = strchr(p, ';') ? strchr(p, ';') + 1 : NULL)
		if (!strncmp(p, name, n) && (p[n] == ';' || !p[n]))
			return true;
	return false;
}

static int decimals(const struct data *d)
{
	int shown = 0;
	for (size_t k = 0; k < d->m; k++)
		shown = d->shown[k] > shown ? d->shown[k] : shown;
	return shown;
}

static bool percent(const struct data *d)
{
	return !strcmp(d->unit, "Prozent") || !strcmp(d->unit, "%");
}

const char *fig_chart_together(const struct chart *c, int64_t part, int64_t whole)
{
	const struct data *d = &c->data;
	struct buf b = {0};
	buf_str(&b, "zusammen ");
	fig_chart_put_number(&b, d, part, decimals(d));
	if (percent(d) || whole <= 0 || part > whole) {
		if (*d->unit)
			buf_fmt(&b, "\u00A0%s", d->unit);
		return buf_take(&b, c->d.mem);
	}
	buf_str(&b, " von ");
	fig_chart_put_number(&b, d, whole, decimals(d));
	if (*d->unit)
		buf_fmt(&b, "\u00A0%s", d->unit);
	buf_fmt(&b, " (%lld\u00A0Prozent)", (long long)(((__int128)part * 200 / whole + 1) / 2));
	return buf_take(&b, c->d.mem);
}

bool fig_chart_share(const struct chart *c, struct chart_share *s)
{
	const struct data *d = &c->data;
	size_t marked = 0;
	int64_t part = 0, whole = 0;
	if (d->m != 1 || d->min < 0 || !c->mark || !strchr(c->mark, ';'))
		return false;
	for (size_t i = 0; i < d->n; i++) {
		int64_t v = fig_chart_value(d, 0, i)->v;
		if (__builtin_add_overflow(whole, v, &whole))
			return false;
		if (!fig_chart_marked(c, i))
			continue;
		s->first = marked++ ? s->first : i;
		s->last = i;
		part += v;
	}
	if (marked < 2)
		return false;
	if (s->last - s->first + 1 != marked) {
		fig_chart_apart(c);
		return false;
	}
	s->text = fig_chart_together(c, part, whole);
	return true;
}

void fig_chart_apart(const struct chart *c)
{
	fig_chart_fault(c, "hervorheben=\"%.60s\" nennt Teile, die nicht nebeneinander liegen; bitte die %s in „%s“ so "
		"ordnen, dass sie es tun.", c->mark, c->data.m > 1 ? "Spalten" : "Zeilen", c->data.csv->path);
}

const char *fig_chart_values(const struct chart *c)
{
	const struct data *d = &c->data;
	struct buf b = {0};
	buf_fmt(&b, *d->unit ? "Werte (%s)" : "Werte", d->unit);
	for (size_t k = 0; k < d->m; k++)
		for (size_t i = 0; i < d->n; i++) {
			const char *v = fig_chart_number(c, k, i);
			buf_str(&b, k + i ? "; " : ": ");
			if (d->n > 1 || d->m == 1)
				buf_str(&b, d->cat[i]);
			if (d->m > 1)
				buf_fmt(&b, "%s%s", d->n > 1 ? ", " : "", d->name[k]);
			buf_fmt(&b, ": %s", *v ? v : fig_word(&c->d, "keine-angabe", "keine Angabe"));
		}
	return buf_take(&b, c->d.mem);
}

bool fig_chart_tells(const struct doc *doc, const struct doc_node *n)
{
	const char *art = doc_get(n, DOC_A_ART), *path = doc_get(n, DOC_A_DATEN);
	const struct doc_csv *csv = path ? doc_csv(doc, path) : NULL;
	if (!csv || csv->rows < 2 || csv->cols < 2 || (art && !strcmp(art, "linien")))
		return false;
	size_t rows = csv->rows - 1, series = csv->cols - 1;
	return rows * series <= VALUES_MOST && !(art && !strcmp(art, "gestapelt") && rows > 1 && series > 1);
}
