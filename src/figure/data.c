/* data.c: a data file's cells to numbers, and numbers to print. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/u8.h"
#include "figure/chart.h"
#include "figure/number.h"

enum { MESSAGE = 2000 };                               /* bytes */

void fig_chart_fault(const struct chart *c, const char *fmt, ...)
{
	struct buf b = {0};
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(buf_reserve(&b, MESSAGE), MESSAGE, fmt, ap);
	va_end(ap);
	b.len = n < 0 ? 0 : n >= MESSAGE ? MESSAGE - 1 : (size_t)n;
	while (b.len && !u8_valid(b.data, b.len))      /* cut inside a character */
		b.len--;
	diag_error(c->diag, "DIAGRAMM", doc_path(c->doc, c->node), c->node->line, "%.*s", (int)b.len, b.data);
	buf_free(&b);
}

void fig_chart_stands(struct chart *c, const struct fig_lines *t, const char *name)
{
	if (t->cut && !c->cut)
		c->cut = name;
}

const struct value *fig_chart_value(const struct data *d, size_t series, size_t category)
{
	return &d->v[series * d->n + category];
}

static const char *cell(const struct data *d, size_t row, size_t col)
{
	return d->csv->cell[row * d->csv->cols + col];
}

static bool read_size(struct chart *c)
{
	struct data *d = &c->data;
	if (d->csv->rows < 2 || d->csv->cols < 2) {
		fig_chart_fault(c,
			"Die Daten „%s“ reichen für kein Diagramm: Erwartet sind eine Kopfzeile mit mindestens zwei "
			"Spalten und darunter mindestens eine Zeile mit Werten.",
			d->csv->path);
		return false;
	}
	d->n = d->csv->rows - 1;
	d->m = d->csv->cols - 1;
	if (d->n > CHART_ROWS_MAX || d->m > CHART_ROWS_MAX) {
		fig_chart_fault(c,
			"Die Daten „%s“ haben %zu %s und %zu %s, ein Diagramm fasst höchstens %d; bitte "
			"zusammenfassen oder eine Tabelle setzen.",
			d->csv->path, d->n, d->n == 1 ? "Zeile" : "Zeilen", d->m, d->m == 1 ? "Reihe" : "Reihen",
			CHART_ROWS_MAX);
		return false;
	}
	return true;
}

static void read_names(struct chart *c)
{
	struct data *d = &c->data;
	d->cat = MEM_ARRAY(c->d.mem, const char *, d->n);
	d->name = MEM_ARRAY(c->d.mem, const char *, d->m);
	d->head = cell(d, 0, 0);
	for (size_t i = 0; i < d->n; i++)
		d->cat[i] = cell(d, i + 1, 0);
	for (size_t k = 0; k < d->m; k++)
		d->name[k] = cell(d, 0, k + 1);
}

/* First pass: is every cell a number, and how many decimals are there? */
static bool read_cells(struct chart *c, struct number *raw)
{
	struct data *d = &c->data;
	for (size_t k = 0; k < d->m; k++)
		for (size_t i = 0; i < d->n; i++) {
			const char *s = cell(d, i + 1, k + 1);
			struct number *r = &raw[k * d->n + i];
			d->v[k * d->n + i].missing = !*s;
			if (*s && !fig_number_parse(r, s)) {
				fig_chart_fault(c,
					"Das Diagramm kann nicht gezeichnet werden: In „%s“ steht in Zeile %d „%.60s“, "
					"erwartet ist eine Zahl mit Dezimalkomma, "
					"ohne Tausenderpunkte und mit höchstens %d Ziffern, davon %d hinter dem Komma "
					"(„1234,5“); ein Strich (–) heißt: keine Angabe.",
					d->csv->path, d->csv->line[i + 1], s, NUMBER_DIGITS, NUMBER_DECIMALS);
				return false;
			}
			if (r->decimals > d->shown[k])
				d->shown[k] = r->decimals;
		}
	return true;
}

/* Second pass: all in units of the finest value, so that heights and sums are counted in whole numbers. An amount with
 * one decimal gets two, as money is written; series of one drawing have as many, but for those that have none. */
static bool read_values(struct chart *c, const struct number *raw)
{
	struct data *d = &c->data;
	d->none = true;
	for (size_t k = 0; k < d->m; k++)
		if (d->shown[k] == 1 && (!strcmp(d->unit, "Euro") || !strcmp(d->unit, "€")))
			d->shown[k] = 2;               /* Cent */
	for (size_t k = 0; k < d->m; k++)
		if (d->shown[k] > d->decimals)
			d->decimals = d->shown[k];
	for (size_t k = 0; k < d->m; k++)
		d->shown[k] = d->shown[k] ? d->decimals : 0;
	for (size_t i = 0; i < d->n * d->m; i++) {
		struct value *v = &d->v[i];
		if (v->missing)
			continue;
		if (!fig_number_scale(&v->v, raw[i], d->decimals)) {
			fig_chart_fault(c,
				"Die Zahlen in „%s“ sind zu verschieden groß für ein Diagramm; bitte eine größere "
				"Einheit wählen, zum Beispiel Millionen Euro.",
				d->csv->path);
			return false;
		}
		d->min = d->none || v->v < d->min ? v->v : d->min;
		d->max = d->none || v->v > d->max ? v->v : d->max;
		d->none = false;
	}
	if (d->none)
		fig_chart_fault(c, "Die Daten „%s“ enthalten keinen einzigen Wert; erwartet ist mindestens eine Zahl.",
			d->csv->path);
	return !d->none;
}

/* maximum="…": charts that stand side by side can share a scale. */
static bool read_top(struct chart *c)
{
	const char *s = doc_get(c->node, DOC_A_MAXIMUM);
	struct number n;
	if (!s)
		return true;
	bool good = fig_number_parse(&n, s) && n.v > 0;
	for (; n.decimals > c->data.decimals && n.v % 10 == 0; n.decimals--)
		n.v /= 10;
	if (!good || n.decimals > c->data.decimals) {
		fig_chart_fault(c,
			"maximum=\"%.60s\" taugt nicht als oberes Ende der Skala: Erwartet ist eine Zahl über null, "
			"die nicht mehr Stellen hinter dem Komma hat als die Daten.",
			s);
		return false;
	}
	if (!fig_number_scale(&c->top, n, c->data.decimals) || c->top < c->data.max) {
		fig_chart_fault(c,
			"maximum=\"%.60s\" liegt unter dem größten Wert der Daten „%s“; bitte erhöhen oder weglassen.",
			s, c->data.csv->path);
		return false;
	}
	return true;
}

bool fig_chart_read(struct chart *c)
{
	struct data *d = &c->data;
	if (!read_size(c))
		return false;
	const char *unit = doc_get(c->node, DOC_A_EINHEIT);
	d->unit = unit ? unit : "";
	d->money = strstr(d->unit, "Euro") || strstr(d->unit, "€");
	d->shown = MEM_ARRAY(c->d.mem, int, d->m);
	d->v = MEM_ARRAY(c->d.mem, struct value, d->n * d->m);
	struct number *raw = MEM_ARRAY(c->d.mem, struct number, d->n * d->m);
	read_names(c);
	return read_cells(c, raw) && read_values(c, raw) && read_top(c);
}

/* Cut, not rounded: shown is at least the number of decimals the author wrote in that column, so nothing is lost. */
void fig_chart_put_number(struct buf *b, const struct data *d, int64_t v, int shown)
{
	char digits[32], *end = digits + sizeof digits, *p = end;
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	for (int i = shown; i < d->decimals; i++)
		u /= 10;
	for (int i = 0; i <= shown || u; i++, u /= 10)
		*--p = (char)('0' + u % 10);
	size_t whole = (size_t)(end - p) - (size_t)shown;
	if (v < 0)
		buf_str(b, "−");
	for (size_t i = 0; i < whole; i++) {
		if (i && (whole - i) % 3 == 0)
			buf_str(b, d->money ? "." : "\u202F");
		buf_chr(b, p[i]);
	}
	if (shown) {
		buf_chr(b, ',');
		buf_put(b, p + whole, (size_t)shown);
	}
}

const char *fig_chart_number(const struct chart *c, size_t series, size_t category)
{
	const struct value *v = fig_chart_value(&c->data, series, category);
	struct buf b = {0};
	if (v->missing)
		return "";
	fig_chart_put_number(&b, &c->data, v->v, c->data.shown[series]);
	return buf_take(&b, c->d.mem);
}

bool fig_chart_marked(const struct chart *c, size_t category)
{
	return c->mark && fig_chart_named(c->mark, c->data.cat[category]);
}

/* What the chart shows, as printed: the table stands behind the picture for those who do not see it. */
void fig_chart_table(const struct chart *c, struct fig_table *t)
{
	const struct data *d = &c->data;
	t->rows = d->n + 1;
	t->cols = d->m + 1;
	t->cell = MEM_ARRAY(c->d.mem, const char *, t->rows * t->cols);
	bool *number = MEM_ARRAY(c->d.mem, bool, t->cols);
	const char *none = fig_word(&c->d, "keine-angabe", "keine Angabe");
	t->cell[0] = d->head;
	for (size_t i = 0; i < d->n; i++)
		t->cell[(i + 1) * t->cols] = d->cat[i];
	for (size_t k = 0; k < d->m; k++) {
		t->cell[k + 1] = d->name[k];
		number[k + 1] = true;
		for (size_t i = 0; i < d->n; i++)
			t->cell[(i + 1) * t->cols + k + 1] =
				fig_chart_value(d, k, i)->missing ? none : fig_chart_number(c, k, i);
	}
	t->number = number;
}
