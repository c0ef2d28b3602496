/* daten.c: the data of a chart against themselves: a head that was forgotten, a last row that adds up the others. */
#include "check/number.h"
#include "check/rule.h"

struct table { struct chk *c; const struct doc_node *chart; const char *path; const struct doc_csv *csv; };

static const char *cell(const struct table *t, size_t row, size_t col)
{
	return t->csv->cell[row * t->csv->cols + col];
}

static struct chk_number number(const struct table *t, size_t row, size_t col)
{
	return chk_number(cell(t, row, col));
}

/* ---- the head ---- */

/* "2024", which heads a column in its own right. */
static bool is_year(struct chk_number n)
{
	return n.ok && !n.decimals && n.v >= 1800 && n.v < 2200;
}

/* The first row is one of numbers like those below it: the head is missing, and the row would be taken for it. */
static void no_head(const struct table *t)
{
	int64_t last = INT64_MIN;
	bool rising = t->csv->cols > 2;
	for (size_t i = 1; i < t->csv->cols; i++) {
		struct chk_number n = number(t, 0, i);
		if (!n.ok || is_year(n))
			return;
		rising &= !n.decimals && n.v > last;   /* 0, 1, 2 … children */
		last = n.v;
	}
	if (*cell(t, 0, 0) && !rising)
		chk_tell(t->c, RULE_DATEN, t->chart,
			"In „%s“ steht in der Kopfzeile „%s“ mit „%s“, als wäre sie eine Zeile mit Werten; "
			"erwartet werden die Namen der Reihen, bitte eine Kopfzeile ergänzen",
			t->path, cell(t, 0, 0), cell(t, 0, 1));
}

/* ---- the last row ---- */

static bool adds_up(const char *name)
{
	static const char *const words[] = {"Summe", "summe", "SUMME", "Gesamt", "gesamt", "GESAMT", "Insgesamt",
		"insgesamt", "Zusammen", "zusammen", "Total"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (!strncmp(name, words[i], n) && (!name[n] || strchr(" :,(", name[n])))
			return true;
	}
	return false;
}

struct column { int64_t sum, least, most, total; int decimals; bool bad; };

static struct column add_column(const struct table *t, size_t col)
{
	enum { DECIMALS = 6 };
	struct column k = {.least = INT64_MAX, .most = INT64_MIN};
	for (size_t i = 1; i < t->csv->rows && !k.bad; i++) {
		struct chk_number n = number(t, i, col);
		if (!*cell(t, i, col))
			continue;
		k.bad = !n.ok || n.decimals > DECIMALS || n.v > INT64_MAX / 10000000 || n.v < INT64_MIN / 10000000;
		k.decimals = n.decimals > k.decimals ? n.decimals : k.decimals;
		k.total = k.bad ? 0 : chk_scaled(n, DECIMALS);
		if (i + 1 == t->csv->rows || k.bad)
			break;
		k.bad = __builtin_add_overflow(k.sum, k.total, &k.sum);
		k.least = k.total < k.least ? k.total : k.least;
		k.most = k.total > k.most ? k.total : k.most;
	}
	k.bad |= !*cell(t, t->csv->rows - 1, col);
	return k;
}

/* An average lies among the values: it is none of ours to judge. */
static void sum_row(const struct table *t)
{
	const size_t last = t->csv->rows - 1;
	const bool whole = doc_is(t->chart, DOC_A_ART, "kreis") || doc_is(t->chart, DOC_A_ART, "gestapelt");
	const bool parts = whole && t->csv->cols == 2;
	for (size_t i = 1; i < t->csv->cols; i++) {
		struct column k = add_column(t, i);
		int64_t off = k.total - k.sum, unit = 1000000, room;
		for (int d = 0; d < k.decimals; d++)
			unit /= 10;
		room = k.decimals ? unit * (int64_t)last / 2 : 0;
		const bool sum = off <= room && off >= -room;
		if (k.bad || (!sum && k.total >= k.least && k.total <= k.most))
			continue;
		if (!sum)
			chk_tell(t->c, RULE_DATEN, t->chart,
				"In „%s“, Zeile %d, steht „%s“ mit %s, die Zeilen darüber ergeben etwas anderes; "
				"bitte die Summe oder die Werte berichtigen",
				t->path, t->csv->line[last], cell(t, last, 0), cell(t, last, i));
		else if (parts)
			chk_tell(t->c, RULE_DATEN, t->chart,
				"In „%s“, Zeile %d, steht „%s“ als weiterer Teil neben denen, die sie zusammenzählt; "
				"erwartet werden nur die Teile, bitte die Zeile streichen",
				t->path, t->csv->line[last], cell(t, last, 0));
		return;
	}
}

/* Series on each other: the last one is what the others make together. */
static void sum_column(const struct table *t)
{
	const size_t last = t->csv->cols - 1;
	if (last > 2 && doc_is(t->chart, DOC_A_ART, "gestapelt") && adds_up(cell(t, 0, last)))
		chk_tell(t->c, RULE_DATEN, t->chart,
			"In „%s“ steht die Spalte „%s“ als weiterer Teil neben denen, die sie zusammenzählt; "
			"erwartet werden nur die Teile, bitte die Spalte streichen",
			t->path, cell(t, 0, last));
}

/* ---- "1,200" ---- */

/* Three digits behind a comma that may part thousands: 1; other decimals: -1; neither: 0. */
static int thousands(const char *s)
{
	const size_t whole = strspn(s += *s == '-', "0123456789"), part = s[whole] == ',' ? strlen(s + whole + 1) : 0;
	return !part ? 0 : part == 3 && whole <= 3 && *s != '0' ? 1 : -1;
}

/* Of these there are parts. */
static bool is_measured(const char *unit)
{
	static const char *const words[] = {"%", "Prozent", "km", "m", "cm", "mm", "Meter", "Kilometer", "m²", "m³",
		"km²", "ha", "Hektar", "kg", "t", "Tonnen", "l", "Liter", "°C", "kWh", "MWh", "GWh", "Stunden", "Jahre",
		"Minuten", "Kinder je Frau", "Promille", "‰", "Index", "Mio", "Millionen", "Tsd", "Tausend"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_is(unit, unit + strcspn(unit, " ."), words[i]) || !strcmp(unit, words[i]))
			return true;
	return false;
}

/* As English spreadsheets write thousands; where other decimals stand in the file, or all values have three and may
 * have, it is one. */
static void english(const struct table *t)
{
	const char *unit = doc_get(t->chart, DOC_A_EINHEIT);
	for (size_t col = 1; col < t->csv->cols; col++) {
		size_t at = 0, found = 0, filled = 0;
		for (size_t i = 1; i < t->csv->rows; i++) {
			const int is = thousands(cell(t, i, col));
			if (is < 0)
				return;
			at = is && !at ? i : at;
			found += (size_t)is;
			filled += *cell(t, i, col) != '\0';
		}
		if (found && (found < filled || (unit && !is_measured(unit))))
			chk_tell(t->c, RULE_DATEN, t->chart,
				"In „%s“, Zeile %d, gilt „%s“ als Zahl mit drei Nachkommastellen; sind Tausender "
				"gemeint, wird die Zahl ohne Komma erwartet, bitte prüfen und neu speichern",
				t->path, t->csv->line[at], cell(t, at, col));
	}
}

void chk_daten(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_DIAGRAMM];
	for (size_t i = 0; i < l->n; i++) {
		const char *path = doc_get(l->at[i], DOC_A_DATEN);
		const struct doc_csv *csv = path ? doc_csv(c->doc, path) : NULL;
		struct table t = {c, l->at[i], path, csv};
		if (!csv)
			continue;
		no_head(&t);
		english(&t);
		if (csv->rows > 3 && adds_up(cell(&t, csv->rows - 1, 0)))
			sum_row(&t);
		sum_column(&t);
	}
}
