/* chart.h: a diagramm's data as numbers, and what its kinds share. */
#ifndef FIGURE_CHART_H
#define FIGURE_CHART_H
#include "base/buf.h"
#include "figure/draw.h"

struct value { int64_t v; bool missing; };

/* Categories are the rows of the data file, series its columns after the first. */
struct data {
	const struct doc_csv *csv;
	size_t n, m;                                   /* categories, series */
	const char **cat, **name;                      /* n, m */
	const char *head;                              /* name of the first column */
	struct value *v;                               /* v[series * n + category], all in units of 10^-decimals */
	int decimals;
	int *shown;                                    /* per series: decimals printed */
	int64_t min, max;                              /* over all values that are there; 0 without any */
	bool none;                                     /* no value at all */
	const char *unit;                              /* "" if unsaid */
	bool money;                                    /* thousands with a point, not with U+202F */
};

struct chart {
	struct draw d;
	const struct doc *doc;
	const struct doc_node *node;
	struct data data;
	const char *mark;                              /* hervorheben, or NULL */
	int64_t top;                                   /* the scale's upper end if the author gave one, else 0 */
	len_t width, height;                           /* room; height is set by the kind that draws */
	len_t high, plot;                              /* to be so high, with so much for the plot; 0: as usual */
	const char *cut;                               /* the first name that did not fit where it stands, or NULL */
	struct diag *diag;
};

enum { CHART_SERIES_MAX = 3, CHART_COLUMNS_MAX = 12, CHART_ROWS_MAX = 200 };

bool fig_chart_read(struct chart *);                   /* data.c; false: message given */
const struct value *fig_chart_value(const struct data *, size_t series, size_t category);
void fig_chart_put_number(struct buf *, const struct data *, int64_t v, int shown);     /* "1 234,5" */
const char *fig_chart_number(const struct chart *, size_t series, size_t category);     /* "" where missing */
bool fig_chart_marked(const struct chart *, size_t category);
void fig_chart_stands(struct chart *, const struct fig_lines *, const char *name);    /* as drawn: told if it was cut */
/* share.c */
bool fig_chart_named(const char *list, const char *name);              /* "A;B": is it one of them? */
struct chart_share { size_t first, last; const char *text; };
/* Two or more marked categories of one series, side by side. False: there are none, or a message was given. */
bool fig_chart_share(const struct chart *, struct chart_share *);
const char *fig_chart_together(const struct chart *, int64_t part, int64_t whole);     /* "zusammen 82 Prozent" */
void fig_chart_apart(const struct chart *);            /* the message: what is marked does not lie side by side */
const char *fig_chart_values(const struct chart *);    /* "Werte (Personen): unter 6: 12; 6 bis 17: 15" */
void fig_chart_table(const struct chart *, struct fig_table *);
const char *fig_chart_alt(const struct chart *, const char *kind);                      /* alt.c */
const char *fig_chart_told(const struct chart *, const char *kind, const char *values);        /* with all of them */
void fig_chart_fault(const struct chart *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

int64_t fig_chart_round_up(int64_t v);                                                  /* scale.c: 371 -> 400 */
int64_t fig_chart_step(const struct data *, int64_t lo, int64_t hi);                 /* of a scale with 3 or 4 values */
len_t fig_chart_map(int64_t v, int64_t lo, int64_t hi, len_t length);                /* (v - lo) / (hi - lo) * length */
void fig_chart_range(const struct chart *, int64_t *lo, int64_t *hi);                  /* with zero; the ends rounded */

static inline len_t fig_chart_plot(const struct chart *c, len_t usual)                 /* height of the plot */
{
	return c->plot ? c->plot : usual;
}

/* Each draws into c->d and sets c->height. False: it does not fit (columns.c) or a message was given. */
bool fig_chart_columns(struct chart *);
bool fig_chart_bars(struct chart *);
bool fig_chart_lines(struct chart *);
bool fig_chart_stacked(struct chart *);
bool fig_chart_stacked_columns(struct chart *);
bool fig_chart_pie(struct chart *);
/* Names of the series with their areas in a row at y; returns the room used. */
len_t fig_chart_key(struct chart *, len_t y, const char *const *name, size_t n);

#endif
