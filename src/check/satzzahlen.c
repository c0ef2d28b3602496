/* satzzahlen.c: the numbers of one sentence, in digits and in words, and what stands between them. */
#include "check/rechnung.h"

#include "check/sentence.h"

const char *const chk_roughly[] = {"rund", "etwa", "knapp", "gut", "circa", "ca", "fast", "nahezu", "ungefähr", "über",
	"mehr", "weniger", "mindestens", "beinahe", NULL};
const char *const chk_thatis[] = {", das sind ", ", also ", " (", ", das entspricht ", " – das sind ", ", nämlich ",
	", d. h. ", " – also ", NULL};

/* ---- reading ---- */

static int part_word(const char *p, const char *q)
{
	static const struct { const char *word; int n; } parts[] = {{"drittel", 3}, {"viertel", 4}, {"fünftel", 5},
		{"sechstel", 6}, {"achtel", 8}, {"zehntel", 10}, {"dritteln", 3}, {"vierteln", 4}, {"fünfteln", 5}};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (chk_is_any(p, q, parts[i].word))
			return parts[i].n;
	return 0;
}

/* "zwölf", not in "drei Viertel". */
static bool read_word(struct chk_figure *f, const char *p, const char *q)
{
	const char *w = p, *end = q;
	const int n = chk_number_word(p, (size_t)(q - p));
	*f = (struct chk_figure){.p = p, .q = q, .behind = q, .v = (int64_t)n * CHK_ONE, .word = true,
		.scale = 1};
	return n && !(chk_next_word(&w, &end) && part_word(w, end));
}

/* "Mio.", "Tausend" behind a number: how many, and its end in *q. */
static int64_t scale_at(const char **q)
{
	static const struct { const char *word; int64_t n; } scales[] = {{"Tsd", 1000}, {"Tausend", 1000},
		{"Mio", 1000000}, {"Million", 1000000}, {"Millionen", 1000000}, {"Mrd", 1000000000},
		{"Milliarde", 1000000000}, {"Milliarden", 1000000000}};
	const char *p = *q;
	if (!chk_gap(&p))
		return 1;
	const char *end = chk_word_end(p);
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
		if (chk_is(p, end, scales[i].word)) {
			*q = end + (*end == '.' && end - p == 3);
			return scales[i].n;
		}
	return 1;
}

/* "20 000": three digits behind each blank belong to the number from p to q. */
static const char *thousands(const char *p, const char *q)
{
	enum { GROUP = 3 };
	if (*p == '0' || q - p > GROUP || strspn(p, "0123456789") != (size_t)(q - p))
		return q;
	for (const char *r = q; chk_gap(&r) && strspn(r, "0123456789") == GROUP && r[GROUP] != ':'; q = r)
		r += GROUP;
	return *q == ',' && q[1] >= '0' && q[1] <= '9' ? chk_number_end(q + 1) : q;
}

static bool read_figure(struct chk_figure *f, const char *p)
{
	const char *q = chk_number_end(p), *unit;
	char number[24] = "";
	q = thousands(p, q);
	const size_t len = (size_t)(q - p);
	memcpy(number, p, len < sizeof number ? len : 0);
	const struct chk_number v = chk_number(number);
	unit = q;
	chk_gap(&unit);
	const bool word = chk_is(unit, chk_word_end(unit), "Prozent");
	*f = (struct chk_figure){.p = p, .q = q, .behind = q, .v = chk_scaled(v, CHK_DECIMALS), .decimals = v.decimals};
	f->scale = scale_at(&f->q);
	f->behind = f->q;
	f->v = f->v < INT64_MAX / CHK_ONE / f->scale ? f->v * f->scale : INT64_MAX;
	f->percent = word || *unit == '%';
	if (f->percent)
		f->behind = word ? chk_word_end(unit) : unit + 1;
	return v.ok && f->v < INT64_MAX && v.decimals <= CHK_DECIMALS && len < 20 && !memchr(p, ':', len);
}

/* "von 2 auf 3 Millionen": what is said of the second is said of both. */
static void share_scale(struct chk_sums *s)
{
	static const char *const joins[] = {" auf ", " bis ", " und ", " oder ", NULL};
	struct chk_figure *f = &s->f[s->n], *a = f - 1;
	if (s->n && f->scale > 1 && a->scale == 1 && a->v < 1000 * CHK_ONE && !a->percent && chk_reads_any(a->q, f->p,
		joins) &&
		a->v < INT64_MAX / f->scale) {
		a->scale = f->scale;
		a->v *= f->scale;
	}
}

bool chk_sums_read(struct chk_sums *s)
{
	s->n = 0;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		const char *b = chk_before(s->t, p);
		const bool begins = !b || *b == '(' || chk_class_at(b) == T_BLANK;
		if (begins && *q != '-' && s->n < CHK_FIGURES && chk_class_at(p) == T_WORD)
			s->n += read_word(&s->f[s->n], p, q);
		if (*p < '0' || *p > '9')
			continue;
		q = chk_number_end(p);
		if (s->n == CHK_FIGURES || !begins || !read_figure(&s->f[s->n], p))
			return false;
		if (*q == '.' && q + 1 < s->to)
			return false;                  /* an ordinal number, a day */
		q = s->f[s->n].q;
		share_scale(s);
		s->n++;
	}
	return s->n > 0;
}

bool chk_noun_of(const struct chk_figure *f, const char **p, const char **q)
{
	*p = *q = f->behind;
	for (int words = 0; words < 2 && chk_next_word(p, q); words++)
		if (**p >= 'A' && **p <= 'Z')
			return true;
	return false;
}

/* The words between two places are those, in this order: "von den", ", das sind". */
static bool reads(const char *p, const char *q, const char *words)
{
	for (; *words; words++)
		if (*words == ' ' ? !chk_gap(&p) : p >= q || *p++ != *words)
			return false;
	return p == q;
}

bool chk_reads_any(const char *p, const char *q, const char *const *ways)
{
	for (; *ways; ways++)
		if (reads(p, q, *ways))
			return true;
	return false;
}

const char *chk_ends_with(const char *p, const char *q, const char *const *ways)
{
	enum { LONGEST = 48 };                         /* bytes of the longest way, with wide blanks */
	for (p = q - p > LONGEST ? q - LONGEST : p; ((unsigned char)*p & 0xC0) == 0x80;)
		p++;
	for (; *ways; ways++)
		for (const char *w = p; w < q; w = chk_after(w))
			if (reads(w, q, *ways))
				return w;
	return NULL;
}

bool chk_stands_alone(const char *q)
{
	return !*q || strchr(").,;", *q);
}

/* What belongs to the number that ends at q: its bracket, its noun. */
static const char *with_noun(const char *q)
{
	const char *p = q, *end = q;
	if (*q == ')')
		return q + 1;
	return chk_next_word(&p, &end) && (*p >= 'A' && *p <= 'Z') ? end : q;
}

void chk_sums_tell(const struct chk_sums *s, const char *p, const char *q, const char *is)
{
	*s->found = true;
	if (s->c)
		chk_tell_at(s->c, RULE_RECHNUNG, s->t, p,
			"„%s“: die Zahlen passen nicht zueinander, %s; bitte eine berichtigen",
			chk_shown(s->c, p, with_noun(q)), is);
}

const char *chk_sums_number(const struct chk_sums *s, int64_t v)
{
	struct buf b = {0};
	int decimals = 2;
	for (v = (v + 50) / 100; decimals && v % 10 == 0; v /= 10)
		decimals--;
	doc_put_kennzahl(&b, &(struct doc_kennzahl){.value = v, .decimals = decimals});
	return buf_take(&b, s->mem);
}

int64_t chk_apart(int64_t a, int64_t b)
{
	return a > b ? a - b : b - a;
}

bool chk_sums_have(const struct chk_sums *s, const char *const *words)
{
	return chk_has_word(s->from, s->to, words);
}

int chk_words_between(const char *p, const char *q, int most)
{
	int n = 0;
	for (const char *end; p < q && n <= most; p = end) {
		end = chk_word_end(p);
		n += end > p;
		end = end > p ? end : chk_after(p);
	}
	return n;
}

bool chk_is_year(const struct chk_figure *f)
{
	return f->q - f->p == 4 && f->v >= 1900 * CHK_ONE && f->v < 2100 * CHK_ONE;
}

/* ---- fractions ---- */

/* "jeder dritte" */
static int each_word(const char *p, const char *q)
{
	static const char *const stems[] = {"zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte",
		"neunte", "zehnte"};
	static const char *const endings[] = {"", "r", "n", "s", "m", NULL};
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
		const char *end = chk_begins_any(p, q, stems[i]);
		if (end && chk_among_any(end, q, endings))
			return (int)i + 2;
	}
	return 0;
}

/* The chk_fraction that the words at *p to *q say, in percent; 0: none. *p moves to its beginning. */
int64_t chk_fraction(const struct chk_text *t, const char **p, const char *q)
{
	static const char *const each[] = {"jeder", "jede", "jedes", "jedem", "jeden", NULL};
	static const char *const half[] = {"hälfte", NULL}, *const one[] = {"ein", "einem", "eines", NULL};
	const char *b = *p, *w;
	int n = part_word(*p, q), times;
	if (chk_among_any(*p, q, half))
		return CHK_HUNDRED / 2;
	if (!chk_gap_back(t, &b) || (w = chk_word_back(t, b)) == b)
		return 0;
	times = chk_among_any(w, b, one) ? 1 : chk_number_word(w, (size_t)(b - w));
	if (!n && chk_among_any(w, b, each)) {
		n = each_word(*p, q);
		times = 1;
	}
	*p = w;
	return n && times && times < n ? (int64_t)times * CHK_HUNDRED / n : 0;
}

/* "mehr als die Hälfte": what stands before the fraction at p. */
enum chk_bound chk_bound_before(const struct chk_text *t, const char *p)
{
	static const char *const the[] = {"die", "der", "ein", "einem", "eines", NULL}, *const than[] = {"als", NULL};
	static const char *const more[] = {"mehr", NULL}, *const less[] = {"weniger", NULL};
	static const char *const over[] = {"über", "gut", NULL}, *const under[] = {"unter", NULL};
	static const char *const nearly[] = {"fast", "knapp", "nahezu", "beinahe", NULL};
	if (chk_follows(t, p, the) && chk_gap_back(t, &p))
		p = chk_word_back(t, p);
	if (chk_follows(t, p, than) && chk_gap_back(t, &p)) {
		p = chk_word_back(t, p);
		chk_gap_back(t, &p);
		const char *w = chk_word_back(t, p);
		return chk_among_any(w, p, more) ? BOUND_OVER : chk_among_any(w, p, less) ? BOUND_UNDER : BOUND_NONE;
	}
	chk_gap_back(t, &p);
	const char *w = chk_word_back(t, p);
	return chk_among_any(w, p, over) ? BOUND_OVER : chk_among_any(w, p, under) ? BOUND_UNDER
		: chk_among_any(w, p, nearly) ? BOUND_NEARLY : BOUND_NONE;
}

bool chk_beyond(enum chk_bound b, int64_t fraction, int64_t v)
{
	enum { SLACK = CHK_ONE / 2 };
	return b == BOUND_OVER ? v <= fraction - SLACK : b != BOUND_NONE && v >= fraction + SLACK;
}
