/* aussagen.c: what a chart states, or a sentence that points at one or at a table, held against the data: who has most,
 * what doubled, how many there are. Only where a sentence can mean nothing else: one group, one word that ranks, one
 * number; of several series see claim.c. */
#include "check/change.h"
#include "check/claim.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"
#include "check/when.h"

enum { HUNDRED = 1000000 };                            /* values in units of 10^-4; 100 in them */

struct stated {
	struct chk *c;
	const char *name, *path;                       /* of what says it, and of the data */
	const struct doc_node *says;                   /* where: its Aussage, its Alternativtext */
	const struct chk_text *text;                   /* where, instead */
	const struct chk_grid *g;
	const char *from, *to;                         /* the sentence */
	bool *told;
};

static const char *group(const struct stated *s, size_t row)
{
	return s->g->cell[row * s->g->cols];
}

/* Of one series: by row; that of the head is 0. */
static int64_t value(const struct stated *s, size_t row)
{
	return s->g->value[row * s->g->cols + 1];
}

static void tell(const struct stated *s, const char *about)
{
	const char *to = s->to;
	to -= to > s->from && to[-1] == '.';
	*s->told = true;
	const char *what = mem_fmt(s->c->mem, "%s sagt „%s“, in „%s“ %s; bitte den Satz oder die Daten berichtigen",
		s->name, chk_shown(s->c, s->from, to), s->path, about);
	if (s->text)
		chk_tell_at(s->c, RULE_AUSSAGE, s->text, s->from, "%s", what);
	else
		chk_tell(s->c, RULE_AUSSAGE, s->says, "%s", what);
}

static const char *cell(const struct stated *s, size_t row)
{
	return mem_fmt(s->c->mem, "steht bei „%s“ %s", group(s, row), s->g->cell[row * s->g->cols + 1]);
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
	for (size_t i = 1; i < s->g->rows; i++)
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
	for (size_t i = 1; i < s->g->rows; i++)
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
	const char *unit = s->g->unit, *head = s->g->cell[1], *q = chk_word_end(p);
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
	for (size_t i = 2; i < s->g->rows; i++)
		best = (up ? value(s, i) > value(s, best) : value(s, i) < value(s, best)) ? i : best;
	if (value(s, row) != value(s, best))
		tell(s, mem_fmt(s->c->mem, "%s, bei „%s“ %s", cell(s, row), group(s, best),
				s->g->cell[best * s->g->cols + 1]));
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
	if (!chk_gap(&unit) || !n.ok || n.decimals > CHK_DECIMALS || !is_unit(s, unit))
		return;
	int64_t half = 10000 / 2, off = chk_scaled(n, CHK_DECIMALS) - value(s, row);
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
	for (size_t i = 1; i < s->g->rows; i++)
		if (!is_year(group(s, i)) || (i > 1 && strcmp(group(s, i - 1), group(s, i)) >= 0))
			return false;
	return s->g->rows > 2;
}

/* The first year and the last that the sentence means; false: some that the data do not have, or more than two. */
static bool span(const struct stated *s, size_t *first, size_t *last)
{
	size_t named[3];
	int n = 0;
	*first = 1;
	*last = s->g->rows - 1;
	for (size_t i = 1; i < s->g->rows; i++)
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
	return *first < *last && value(s, *first) > 0;
}

/* "um 50 Prozent" at p: it rose or fell by something else. What is exact to a tenth comes from other numbers. */
static bool wrong_percent(const struct stated *s, const char *p, int64_t percent, bool up)
{
	static const char *const by[] = {"um", NULL};
	static const char *const roughly[] = {"rund", "etwa", "knapp", "fast", "gut", "über", "mehr", "mindestens",
		"nahezu", "punkte", NULL};
	const char *unit = s->g->unit, *end = p;
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
	const struct chk_change *is = chk_change_said(s->from, s->to);
	const int n = numbers(s, &p);
	if (!is || has(s, turning) || !span(s, &first, &last) || n > 1)
		return;
	const int64_t percent = value(s, last) * 10000 / value(s, first);      /* in hundredths of a percent */
	const bool up = is->least == 100;
	const bool wrong_way = is->most == 0 ? percent <= 10000 : percent >= 10000 && !is->least;
	const bool other = is->most && is->least && n == 0 &&
		(percent < is->least * 100 || percent > is->most * 100);
	const bool by = n == 1 && !(is->least && is->most) && wrong_percent(s, p, percent, up);
	if (wrong_way || other || by)
		tell(s, mem_fmt(s->c->mem, "%s, bei „%s“ %s", cell(s, first), group(s, last),
				s->g->cell[last * s->g->cols + 1]));
}

/* ---- all of it ---- */

/* Where the data of s say something else than the sentence. Of one series the plain statements first: they know what a
 * row is. */
static void one_sentence(struct stated *s)
{
	bool told = false;
	s->told = &told;
	if (s->g->cols == 2) {
		ranks(s);
		one_number(s);
		if (of_years(s))
			changed(s);
	}
	const char *about = told ? NULL : chk_claim_wrong(s->c, s->g, s->from, s->to);
	if (about)
		tell(s, about);
	s->told = NULL;
}

static void one_text(struct stated *s)
{
	const char *text = chk_str(s->c, s->says);
	const struct chk_text t = {.s = text, .end = text + strlen(text)};
	for (const char *p = t.s; p < t.end; p = chk_sentence_next(&t, s->to)) {
		s->from = p;
		s->to = chk_sentence_end(&t, p);
		one_sentence(s);
	}
}

void chk_aussage(struct chk *c)
{
	static const struct { enum doc_kind kind; const char *name; } says[] = {{DOC_AUSSAGE, "Die Aussage"},
		{DOC_ALTERNATIVTEXT, "Der Alternativtext"}};
	const struct chk_list *l = &c->kind[DOC_DIAGRAMM];
	for (size_t i = 0; i < l->n; i++) {
		const char *path;
		struct chk_grid g;
		for (size_t k = 0; chk_grid_of(c, l->at[i], &g, &path) && k < sizeof says / sizeof *says; k++) {
			const struct doc_node *n = doc_child(l->at[i], says[k].kind);
			struct stated s = {.c = c, .name = says[k].name, .path = path, .says = n, .g = &g};
			if (n)
				one_text(&s);
		}
	}
}

/* The chart or table that the reference at p points at; NULL: it points at something else. */
static const struct doc_node *pointed_at(struct chk *c, const struct chk_text *t, const char *p)
{
	size_t offset;
	const struct doc_node *n = chk_node_at(t, p, &offset);
	const char *id = n->kind == DOC_VERWEIS ? doc_get(n, DOC_A_ZIEL) : NULL;
	const struct doc_node *to = id ? doc_by_id(c->doc, id) : NULL;
	return to && (to->kind == DOC_DIAGRAMM || to->kind == DOC_TABELLE) ? to : NULL;
}

/* The next reference to data from q on, before end; NULL: none. */
static const char *next_pointer(struct chk *c, const struct chk_text *t, const char *q, const char *end)
{
	for (; q < end; q = chk_after(q))
		if (chk_class_at(q) == T_OBJECT && pointed_at(c, t, q))
			return q;
	return NULL;
}

static bool in_bracket(const struct chk_text *t, const char *p)
{
	const char *b = chk_before(t, p);
	return b && *b == '(' && *chk_after(p) == ')';
}

/* Between the references at p and at q: where what belongs to the first ends; NULL: nobody knows. "… (￼), … (￼)", "￼
 * zeigt …; nach ￼ …" */
static const char *parted(const struct chk_text *t, const char *p, const char *q)
{
	if (in_bracket(t, p))
		return chk_after(p) + 1;
	const char *semicolon = memchr(p, ';', (size_t)(q - p));
	if (semicolon || in_bracket(t, q))
		return semicolon;
	for (const char *w = q; w > p; w--)
		if (*w == ',')
			return w;
	return NULL;
}

/* Of several references in the sentence each has its part; false: they cannot be parted. */
static bool part_of(struct chk *c, const struct chk_text *t, const char *p, struct stated *s)
{
	const char *from = s->from, *to = s->to;
	for (const char *a = next_pointer(c, t, s->from, s->to), *b; a; a = b) {
		b = next_pointer(c, t, chk_after(a), s->to);
		const char *end = b ? parted(t, a, b) : NULL;
		if (b && !end)
			return false;
		if (b && b <= p)
			from = end + (strchr(",;", *end) ? 1 : *end && strchr(",;", *chk_after(end)) ? 1 : 0);
		else if (b && a == p)
			to = end;
	}
	s->from = from + strspn(from, " ,;");
	s->to = to;
	return true;
}

/* "Nach ￼ hat Nord …": that is where it stands, and ranks nothing. */
static void pass_pointer(struct stated *s, const char *p)
{
	static const char *const by[] = {"nach", "laut", "gemäß", NULL};
	const char *q = chk_word_end(s->from);
	if (chk_among_any(s->from, q, by) && chk_gap(&q) && q == p)
		s->from = chk_after(p);
}

/* "Wie ￼ zeigt, hat Nord die meisten Plätze." */
void chk_aussage_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const struct doc_node *data = t->attr ? NULL : pointed_at(c, t, k->p);
	struct stated s = {.c = c, .name = "Der Satz", .text = t};
	struct chk_grid g;
	if (!data || !chk_sentence(t, k->p, &s.from, &s.to) || !part_of(c, t, k->p, &s) ||
		!chk_grid_of(c, data, &g, &s.path))
		return;
	s.g = &g;
	pass_pointer(&s, k->p);
	one_sentence(&s);
}
