/* aussagen.c: what a chart states, held against its data: who has most, what doubled, how many there are. Only charts
 * of one series, and only where a sentence can mean nothing else: one group, one word that ranks, one number. */
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"
#include "check/when.h"

enum { DECIMALS = 4, HUNDRED = 1000000 };              /* values in units of 10^-4; 100 in them */

struct stated {
	struct chk *c;
	const struct doc_node *chart, *says;           /* its Aussage, its Alternativtext */
	const char *name;                              /* of that */
	const char *path;
	const struct doc_csv *csv;
	const int64_t *value;                          /* by row; that of the head is 0 */
	const char *from, *to;                         /* the sentence */
};

static const char *group(const struct stated *s, size_t row)
{
	return s->csv->cell[row * s->csv->cols];
}

static void tell(const struct stated *s, const char *about)
{
	const char *to = s->to;
	to -= to > s->from && to[-1] == '.';
	chk_tell(s->c, RULE_AUSSAGE, s->says,
		"%s sagt „%s“, in „%s“ %s; bitte den Satz oder die Daten berichtigen", s->name,
		mem_str(s->c->mem, s->from, (size_t)(to - s->from)), s->path, about);
}

static const char *cell(const struct stated *s, size_t row)
{
	return mem_fmt(s->c->mem, "steht bei „%s“ %s", group(s, row), s->csv->cell[row * s->csv->cols + 1]);
}

static bool has(const struct stated *s, const char *const *words)
{
	return chk_has_word(s->from, s->to, words);
}

/* ---- the words and the names of a sentence ---- */

/* The name stands at p as a word of its own. */
static bool named_at(const struct stated *s, const char *p, const char *name)
{
	const size_t n = strlen(name);
	return n && (size_t)(s->to - p) >= n && !memcmp(p, name, n) &&
		(p == s->from || !chk_is_word((unsigned char)p[-1])) && !chk_is_word((unsigned char)p[n]);
}

/* The rows that a sentence names: how many; *row: the last of them. */
static int rows_named(const struct stated *s, size_t *row)
{
	int n = 0;
	for (size_t i = 1; i < s->csv->rows; i++)
		for (const char *p = s->from; p < s->to; p = chk_after(p))
			if (named_at(s, p, group(s, i))) {
				n++;
				*row = i;
				break;
			}
	return n;
}

static bool is_row(const struct stated *s, const char *p)
{
	for (size_t i = 1; i < s->csv->rows; i++)
		if (named_at(s, p, group(s, i)))
			return true;
	return false;
}

/* The numbers beside the names: how many; *p: the last of them. */
static int numbers(const struct stated *s, const char **p)
{
	int n = 0;
	for (const char *q = s->from, *end; q < s->to; q = end) {
		end = chk_number_end(q);
		if (end > q && *q >= '0' && *q <= '9' && !is_row(s, q)) {
			n++;
			*p = q;
		}
		end = end > q ? end : chk_is_word((unsigned char)*q) ? chk_word_end(q) : chk_after(q);
	}
	return n;
}

/* ---- "die meisten" ---- */

static int count_words(const struct stated *s, const char *const *words, const char **at)
{
	int n = 0;
	for (const char *p = s->from, *end; p < s->to; p = end) {
		end = chk_word_end(p);
		if (end > p && chk_among_any(p, end, words)) {
			n++;
			*at = end;
		}
		end = end > p ? end : chk_after(p);
	}
	return n;
}

/* What is counted: the head of the series, or the unit. */
static bool is_unit(const struct stated *s, const char *p)
{
	const char *unit = doc_get(s->chart, DOC_A_EINHEIT), *head = s->csv->cell[1], *q = chk_word_end(p);
	const char *const names[] = {unit, head};
	for (size_t i = 0; i < 2; i++) {
		const char *end = names[i] ? chk_word_end(names[i]) : NULL;
		const size_t n = end ? (size_t)(end - names[i]) : 0;
		if (n >= 4 && (size_t)(q - p) >= n && !memcmp(p, names[i], n))
			return true;
	}
	return *p == '%' && unit && chk_starts(unit, "Prozent");
}

/* "die meisten Plätze", "am meisten sind es": the values are ranked, not "den größten Zuwachs", "den Ort". */
static bool ranks_values(const struct stated *s, const char *p)
{
	static const char *const words[] = {"Zahl", "Anzahl", "Wert", "Gruppe", "Teil", NULL};
	if (!chk_gap(&p) || p >= s->to)
		return true;
	return chk_among(p, chk_word_end(p), words) || is_unit(s, p) || (*p >= 'a' && *p <= 'z');
}

static void ranks(const struct stated *s)
{
	static const char *const most[] = {"meisten", "höchste", "höchsten", "größte", "größten", "häufigsten",
		"höchststand", NULL};
	static const char *const least[] = {"wenigsten", "niedrigste", "niedrigsten", "kleinste", "kleinsten",
		"geringste", "geringsten", "seltensten", "tiefststand", NULL};
	static const char *const other[] = {"nicht", "einer", "eines", "eine", "nach", "als", "fast", "seit", "bis",
		"unter", "vor", "hinter", "zuwachs", "anstieg", "rückgang", "veränderung", "unterschied", "abstand",
		"wachstum", "zunahme", "abnahme", NULL};
	const char *at = NULL;
	size_t row = 0, best = 1;
	const int up = count_words(s, most, &at), down = count_words(s, least, &at);
	if (up + down != 1 || has(s, other) || !ranks_values(s, at) || rows_named(s, &row) != 1)
		return;
	for (size_t i = 2; i < s->csv->rows; i++)
		best = (up ? s->value[i] > s->value[best] : s->value[i] < s->value[best]) ? i : best;
	if (s->value[row] != s->value[best])
		tell(s, mem_fmt(s->c->mem, "%s, bei „%s“ %s", cell(s, row), group(s, best),
				s->csv->cell[best * s->csv->cols + 1]));
}

/* ---- "2017 waren es 20 Plätze" ---- */

static void one_number(const struct stated *s)
{
	static const char *const other[] = {"mehr", "weniger", "um", "über", "unter", "rund", "etwa", "knapp", "fast",
		"gut", "circa", "ca", "seit", "als", "von", "zwischen", "je", "pro", "mindestens", "höchstens",
		"davon", NULL};
	static const char *const are[] = {"sind", "waren", "gibt", "gab", "hat", "haben", "hatte", "hatten", "leben",
		"lebten", "liegen", "lagen", "zählt", "zählte", "sagen", "nennen", "stimmen", "betrug", NULL};
	const char *p = NULL;
	size_t row = 0;
	if (numbers(s, &p) != 1 || rows_named(s, &row) != 1 || has(s, other) || !has(s, are))
		return;
	const char *end = p + strspn(p, "0123456789.,"), *unit = end;
	while (end > p && (end[-1] == '.' || end[-1] == ','))
		end--;
	unit = end;
	const struct chk_number n = chk_number(mem_str(s->c->mem, p, (size_t)(end - p)));
	if (!chk_gap(&unit) || !n.ok || n.decimals > DECIMALS || !is_unit(s, unit))
		return;
	int64_t half = 10000 / 2, off = chk_scaled(n, DECIMALS) - s->value[row];
	for (int d = 0; d < n.decimals; d++)
		half /= 10;
	if (off > half || off < -half)
		tell(s, cell(s, row));
}

/* ---- "hat sich seit 2015 verdoppelt" ---- */

static bool is_year(const char *s)
{
	return strlen(s) == 4 && strspn(s, "0123456789") == 4 && (s[0] == '1' || s[0] == '2');
}

/* The rows are years, each later than the one before. */
static bool of_years(const struct stated *s)
{
	for (size_t i = 1; i < s->csv->rows; i++)
		if (!is_year(group(s, i)) || (i > 1 && strcmp(group(s, i - 1), group(s, i)) >= 0))
			return false;
	return s->csv->rows > 2;
}

/* The first year and the last that the sentence means; false: some that the data do not have, or more than two. */
static bool span(const struct stated *s, size_t *first, size_t *last)
{
	size_t named[3];
	int n = 0;
	*first = 1;
	*last = s->csv->rows - 1;
	for (size_t i = 1; i < s->csv->rows; i++)
		for (const char *p = s->from; p < s->to; p = chk_after(p))
			if (named_at(s, p, group(s, i))) {
				if (n == 2)
					return false;
				named[n++] = i;
				break;
			}
	static const char *const since[] = {"seit", "gegenüber", NULL};
	if (n == 1 && !has(s, since))
		return false;
	*first = n ? named[0] : *first;
	*last = n == 2 ? named[1] : *last;
	return *first < *last && s->value[*first] > 0;
}

/* In hundredths of what it was: "verdoppelt" is 200. What a word leaves open is a range. */
static const struct { const char *word; int least, most; } changes[] = {{"verdoppelt", 175, 240},
	{"verdreifacht", 260, 350}, {"vervierfacht", 350, 450}, {"halbiert", 40, 60}, {"gestiegen", 100, 0},
	{"steigt", 100, 0}, {"steigen", 100, 0}, {"stieg", 100, 0}, {"wächst", 100, 0}, {"gewachsen", 100, 0},
	{"zugenommen", 100, 0}, {"sinkt", 0, 100}, {"sinken", 0, 100}, {"gesunken", 0, 100}, {"sank", 0, 100},
	{"abgenommen", 0, 100}, {"zurückgegangen", 0, 100}, {"schrumpft", 0, 100}};

static int change_said(const struct stated *s)
{
	int is = -1, n = 0;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		const char *const word[] = {changes[i].word, NULL};
		if (has(s, word)) {
			is = (int)i;
			n++;
		}
	}
	return n == 1 ? is : -1;
}

/* "um 50 Prozent" at p: it rose or fell by something else. What is exact to a tenth comes from other numbers. */
static bool wrong_percent(const struct stated *s, const char *p, int64_t percent, bool up)
{
	static const char *const by[] = {"um", NULL};
	static const char *const roughly[] = {"rund", "etwa", "knapp", "fast", "gut", "über", "mehr", "mindestens",
		"nahezu", "punkte", NULL};
	const char *unit = doc_get(s->chart, DOC_A_EINHEIT), *end = p;
	const int64_t is = up ? percent - 10000 : 10000 - percent;
	int digits;
	const int said = chk_digits(p, s->to, &digits);
	end += digits;
	chk_gap(&end);
	if (!has(s, by) || has(s, roughly) || !(*end == '%' || chk_is(end, chk_word_end(end), "Prozent")))
		return false;
	return !(unit && chk_starts(unit, "Prozent")) && (is >= said * 100 + 100 || is <= said * 100 - 100);
}

static void changed(const struct stated *s)
{
	static const char *const turning[] = {"nicht", "zunächst", "dann", "zwischenzeitlich", "wieder", "erst",
		"vorübergehend", "langsamer", "kaum", "zeitweise", "danach", "zuletzt", "jährlich", "jahr", NULL};
	const char *p = NULL;
	size_t first, last;
	const int is = change_said(s), n = numbers(s, &p);
	if (is < 0 || has(s, turning) || !span(s, &first, &last) || n > 1)
		return;
	const int64_t percent = s->value[last] * 10000 / s->value[first];      /* in hundredths of a percent */
	const bool up = changes[is].least == 100;
	const bool wrong_way = changes[is].most == 0 ? percent <= 10000 : percent >= 10000 && !changes[is].least;
	const bool other = changes[is].most && changes[is].least && n == 0 &&
		(percent < changes[is].least * 100 || percent > changes[is].most * 100);
	const bool by = n == 1 && !(changes[is].least && changes[is].most) && wrong_percent(s, p, percent, up);
	if (wrong_way || other || by)
		tell(s, mem_fmt(s->c->mem, "%s, bei „%s“ %s", cell(s, first), group(s, last),
				s->csv->cell[last * s->csv->cols + 1]));
}

/* ---- all of it ---- */

/* The values of the one series; NULL: none, or one is no number. */
static const int64_t *values(struct chk *c, const struct doc_csv *csv)
{
	int64_t *v = MEM_ARRAY(c->mem, int64_t, csv->rows + 1);
	for (size_t i = 1; i < csv->rows; i++) {
		const struct chk_number n = chk_number(csv->cell[i * csv->cols + 1]);
		if (!n.ok || n.decimals > DECIMALS || n.v > INT64_MAX / HUNDRED || n.v < INT64_MIN / HUNDRED)
			return NULL;
		v[i] = chk_scaled(n, DECIMALS);
	}
	return v;
}

static void one_text(struct stated *s)
{
	const char *text = chk_str(s->c, s->says);
	const struct chk_text t = {.s = text, .end = text + strlen(text)};
	for (const char *p = t.s; p < t.end; p = chk_sentence_next(&t, s->to)) {
		s->from = p;
		s->to = chk_sentence_end(&t, p);
		ranks(s);
		one_number(s);
		if (of_years(s))
			changed(s);
	}
}

void chk_aussage(struct chk *c)
{
	static const struct { enum doc_kind kind; const char *name; } says[] = {{DOC_AUSSAGE, "Die Aussage"},
		{DOC_ALTERNATIVTEXT, "Der Alternativtext"}};
	const struct chk_list *l = &c->kind[DOC_DIAGRAMM];
	for (size_t i = 0; i < l->n; i++) {
		const char *path = doc_get(l->at[i], DOC_A_DATEN);
		const struct doc_csv *csv = path ? doc_csv(c->doc, path) : NULL;
		const int64_t *value = csv && csv->cols == 2 && csv->rows > 2 ? values(c, csv) : NULL;
		for (size_t k = 0; value && k < sizeof says / sizeof *says; k++) {
			const struct doc_node *n = doc_child(l->at[i], says[k].kind);
			struct stated s = {c, l->at[i], n, says[k].name, path, csv, value, NULL, NULL};
			if (n)
				one_text(&s);
		}
	}
}
