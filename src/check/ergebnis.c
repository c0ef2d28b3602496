/* ergebnis.c: a number that a sentence says follows from those before it: "12 Frauen und 18 Männer, also 32", "20
 * Stunden zu 45 Euro ergeben 950 Euro", "30 Prozent von 20.000 Euro, das sind 5.000". Any way to get there is looked
 * for, by sum, product, share, difference, per month; only what no way leads to is told. */
#include "check/rechnung.h"
#include "check/sentence.h"

enum { TERMS = 6 };

struct result {
	const struct chk_sums *s;
	int n;                                         /* which number is said to follow */
	int op[TERMS], ops;                            /* from which ones */
	int64_t room;
	bool timed;                                    /* it says per what */
};

/* ---- units ---- */

static bool is_money(const struct chk_figure *f)
{
	static const char *const euro[] = {"Euro", "EUR", NULL};
	const char *p = f->q, *q = p;
	if (chk_gap(&p) && chk_starts(p, "€"))
		return true;
	q = f->q;
	return chk_next_word(&p, &q) && chk_among(p, q, euro);
}

/* "Personen": what women and men, or children and adults, are together. */
static bool is_people(const struct chk_figure *f)
{
	static const char *const words[] = {"Personen", "Menschen", "Teilnehmende", "Teilnehmenden", "Teilnehmer",
		"Teilnehmerinnen", "Köpfe", "Mitglieder", "Mitgliedern", "Stimmen", "Befragte", "Befragten", NULL};
	const char *p, *q;
	return chk_noun_of(f, &p, &q) && chk_among(p, q, words);
}

static bool same_noun(const struct chk_figure *a, const struct chk_figure *b)
{
	enum { STEM = 4 };
	const char *p, *q, *x, *y;
	return chk_noun_of(a, &p, &q) && chk_noun_of(b, &x, &y) && q - p >= STEM &&
		y - x >= STEM && !memcmp(p, x, STEM);
}

/* ---- ways ---- */

static bool near(const struct result *r, int64_t v)
{
	return chk_apart(v, r->s->f[r->n].v) <= r->room;
}

static int64_t times(int64_t a, int64_t b, int64_t by)
{
	return (int64_t)((__int128)a * b / by);
}

/* Some of them make it. */
static bool by_sum(const struct result *r)
{
	for (unsigned set = 1; set < 1u << r->ops; set++) {
		int64_t v = 0;
		for (int i = 0; i < r->ops; i++)
			v += set & 1u << i ? r->s->f[r->op[i]].v : 0;
		if (near(r, v))
			return true;
	}
	return false;
}

static bool by_two(const struct result *r, const struct chk_figure *a, const struct chk_figure *b)
{
	const int64_t part = b->percent ? times(a->v, b->v, CHK_HUNDRED) : 0;
	if (near(r, times(a->v, b->v, CHK_ONE)) || near(r, chk_apart(a->v, b->v)) || near(r, (a->v + b->v) / 2))
		return true;
	if (b->percent && (near(r, part) || near(r, a->v - part) || near(r, a->v + part)))
		return true;
	return b->v && (near(r, times(a->v, CHK_ONE, b->v)) || near(r, times(a->v, CHK_HUNDRED, b->v)) ||
		near(r, chk_apart(times(a->v, CHK_HUNDRED, b->v), CHK_HUNDRED)));
}

/* Per day, week, month, year, hour. */
static bool by_time(const struct result *r, int64_t v)
{
	static const int many[] = {4, 5, 7, 12, 13, 24, 52, 60, 250, 260, 365, 1000, 1000000};
	for (size_t i = 0; r->timed && i < sizeof many / sizeof *many; i++)
		if (near(r, v * many[i]) || near(r, v / many[i]))
			return true;
	return false;
}

static bool by_product(const struct result *r)
{
	int64_t v = CHK_ONE;
	for (int i = 0; i < r->ops; i++) {
		v = times(v, r->s->f[r->op[i]].v, CHK_ONE);
		if (v > INT64_MAX / CHK_HUNDRED)
			return true;
	}
	return near(r, v) || by_time(r, v);
}

/* A number beside its time: "450 Euro im Monat". */
static bool has_time(const struct chk_sums *s)
{
	static const char *const words[] = {"monatlich", "monatliche", "monatlichen", "monat", "monate", "monaten",
		"wöchentlich", "wöchentlichen", "woche", "wochen", "jahr", "jahre", "jahren", "jährlich", "jährliche",
		"jährlichen", "tag", "täglich", "tage", "tagen", "stunde", "stunden", "wochenstunden", "minuten",
		"quartal", "halbjahr", NULL};
	return chk_sums_have(s, words);
}

/* "4 Kurse mit je 12 Plätzen und 2 mit je 10": each two make a part. */
static bool by_parts(const struct result *r)
{
	int64_t v = 0;
	for (int i = 0; i + 1 < r->ops; i += 2)
		v += times(r->s->f[r->op[i]].v, r->s->f[r->op[i + 1]].v, CHK_ONE);
	return r->ops > 3 && (near(r, v) || near(r, v + (r->ops % 2 ? r->s->f[r->op[r->ops - 1]].v : 0)));
}

static bool follows(const struct result *r)
{
	int64_t all = 0;
	for (int i = 0; i < r->ops; i++) {
		const struct chk_figure *a = &r->s->f[r->op[i]];
		all += a->v;
		if (a->v > INT64_MAX / CHK_HUNDRED / CHK_ONE || by_time(r, a->v))
			return true;
		for (int k = 0; k < r->ops; k++)
			if (k != i && (by_two(r, a, &r->s->f[r->op[k]]) || by_time(r, times(a->v,
				r->s->f[r->op[k]].v, CHK_ONE))))
				return true;
	}
	return by_sum(r) || by_product(r) || by_parts(r) || near(r, all / r->ops);
}

/* ---- who says so ---- */

static const char *const so_it_is[] = {" also ", " somit ", " das sind ", " das ergibt ", " ergibt ", " ergeben ",
	" sind zusammen ", " sind insgesamt ", " zusammen ", " macht ", " = ", " sind das ", " ergibt das ",
		" ergibt das im Jahr ", " ergibt sich ",
	" in Summe ",
	" ergibt im Jahr ", " ergibt pro Jahr ", " ergeben zusammen ", " ergeben insgesamt ", " entstehen ",
	" zusammen also ", " also insgesamt ", " also zusammen ", " sind das insgesamt ", ", insgesamt ",
	" also im Jahr ", " das sind im Jahr ", " das sind zusammen ", " ergibt zusammen ", " das macht ", NULL};

/* What the sentence leaves open, or what is of something else. */
static bool open(const struct chk_sums *s)
{
	static const char *const words[] = {"davon", "darunter", "weitere", "weiteren", "weiterer", "außerdem",
		"sonstige", "neben", "anderem", "statt", "bis", "oder", "zwischen", "nicht", "übrigen", "rest",
		"zusätzlich", "unter", "hinzu", "ohne", "bereits", "auch", "abzüglich", "zuzüglich",
		"etc", "usw", "gestiegen", "gesunken", "stieg", "sank", "erhöhte", "mehr", "weniger", "dazu",
		"mindestens", "höchstens", "maximal", "künftig", "bisher", "zuvor", NULL};
	return chk_sums_have(s, words);
}

/* One number makes another only so. */
static bool monthly(const struct chk_sums *s)
{
	static const char *const words[] = {"monatlich", "monatliche", "monatlichen", "monat", "wöchentlich", NULL};
	return chk_sums_have(s, words);
}

/* The numbers before n, but years and numbers that stand for no quantity. */
static void operands(struct result *r)
{
	for (int i = 0; i < r->n && r->ops < TERMS; i++)
		if (!chk_is_year(&r->s->f[i]))
			r->op[r->ops++] = i;
}

/* "20 mal 30 Metern, also 500 Quadratmeter" */
static bool product(const struct result *r)
{
	static const char *const by[] = {" mal ", " Meter mal ", " m mal ", " x ", " × ", NULL};
	static const char *const area[] = {"Quadratmeter", "Quadratmetern", "m²", NULL};
	const char *p = r->s->f[r->n].behind, *q = p;
	return r->ops == 2 && chk_reads_any(r->s->f[r->op[0]].q, r->s->f[r->op[1]].p, by) && chk_next_word(&p, &q) &&
		chk_among(p, q, area);
}

/* Of what n is one, some are before; or all before it is counted in nouns, and n counts people. */
static bool comparable(const struct result *r)
{
	const struct chk_figure *f = &r->s->f[r->n];
	int like = 0, people = 0, percent = 0;
	for (int i = 0; i < r->ops; i++) {
		const struct chk_figure *a = &r->s->f[r->op[i]];
		const char *p, *q;
		like += is_money(f) ? is_money(a) : same_noun(a, f);
		people += !a->percent && !is_money(a) && chk_noun_of(a, &p, &q);
		percent += a->percent;
	}
	if (product(r))
		return true;
	if (is_people(f) && !like && people == r->ops && people > 1)
		return true;
	return like && (r->ops > 1 || monthly(r->s)) && percent < r->ops && percent < 2;
}

/* Half a unit of its last digit, of large numbers more; "rund" leaves a tenth. */
static int64_t room_of(const struct chk_sums *s, const struct chk_figure *f)
{
	int64_t half = CHK_ONE / 2;
	for (int d = 0; d < f->decimals; d++)
		half /= 10;
	return chk_sums_have(s, chk_roughly) ? f->v / 10 + half : f->v / 200 > half ? f->v / 200 : half;
}

/* "je 12 Frauen und 18 Männer": how many times the sentence does not say; "je 3 x 400 = 1.200" does. */
static bool each(const struct chk_sums *s, int first, int n)
{
	static const char *const words[] = {"je", "jeweils", "pro", NULL}, *const equals[] = {" = ", NULL};
	return !chk_ends_with(s->f[n - 1].q, s->f[n].p, equals) && chk_has_word(s->from, s->f[first].p, words);
}

static bool one_result(const struct chk_sums *s, int n)
{
	struct result r = {.s = s, .n = n, .room = room_of(s, &s->f[n]), .timed = has_time(s)};
	if (s->f[n].percent || s->f[n].word || chk_is_year(&s->f[n]) || !chk_ends_with(s->f[n - 1].q, s->f[n].p,
		so_it_is))
		return false;
	operands(&r);
	if (!r.ops || each(s, r.op[0], n) || !comparable(&r) || follows(&r))
		return false;
	chk_sums_tell(s, s->f[r.op[0]].p, s->f[n].q, "das eine folgt nicht aus dem anderen");
	return true;
}

/* ---- "setzen sich aus 1.500 Euro Honorar und 800 Euro Miete zusammen" ---- */

static void made_of(const struct chk_sums *s)
{
	static const char *const verbs[] = {"setzen", "setzt", NULL}, *const of[] = {"zusammen", NULL};
	int64_t sum = 0;
	if (s->n < 3 || !chk_has_word(s->f[0].q, s->f[1].p, verbs) || !chk_has_word(s->f[s->n - 1].q, s->to, of))
		return;
	for (int i = 0; i < s->n; i++) {
		if (s->f[i].percent || chk_is_year(&s->f[i]) || is_money(&s->f[i]) != is_money(&s->f[0]))
			return;
		sum += i ? s->f[i].v : 0;
	}
	if (chk_apart(sum, s->f[0].v) > room_of(s, &s->f[0]))
		chk_sums_tell(s, s->f[0].p, s->f[s->n - 1].q, mem_fmt(s->mem, "die Teile ergeben %s",
			chk_sums_number(s, sum)));
}

void chk_results(const struct chk_sums *s)
{
	if (s->n < 2 || open(s))
		return;
	made_of(s);
	for (int n = 1; n < s->n; n++)
		if (one_result(s, n))
			return;
}
