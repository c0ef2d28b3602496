/* amount.c: amounts of money in running text. */
#include "check/amount.h"

#include "check/number.h"
#include "check/scan.h"

enum { CENT = 100, THOUSAND = 1000, MILLION = 1000000 };

enum chk_rough chk_rough_word(const char *p, const char *q)
{
	static const char *const about[] = {"rund", "etwa", "circa", "ca", "ungefähr", "zirka", NULL};
	static const char *const nearly[] = {"knapp", "fast", "nahezu", "beinahe", NULL}, *const over[] = {"gut", NULL};
	return chk_among_any(p, q, about) ? CHK_ABOUT
		: chk_among_any(p, q, nearly) ? CHK_NEARLY
		: chk_among_any(p, q, over)   ? CHK_OVER
					      : CHK_EXACT;
}

/* Digits with points or blanks between thousands, a comma before decimals: in units of 10^-decimals; its end, or p. */
static const char *digits(const char *p, int64_t *v, int *decimals)
{
	bool comma = false;
	int n = 0;
	*v = *decimals = 0;
	for (const char *q = p; n < 13;) {
		const char *w = q;
		if (*q >= '0' && *q <= '9') {
			*v = *v * 10 + (*q++ - '0');
			*decimals += comma;
			n++;
			p = q;
		} else if (n && (*q == '.' || (*q == ',' && !comma)) && q[1] >= '0' && q[1] <= '9') {
			comma |= *q++ == ',';
		} else if (n && !comma && chk_gap(&w) && strspn(w, "0123456789") == 3) {
			q = w;
		} else {
			break;
		}
	}
	return p;
}

/* "eine", "anderthalb", "zwölftausend", and "eine halbe" */
static const char *words(const char *p, int64_t *v, int *decimals)
{
	static const struct { const char *word; int v; } halves[] = {{"anderthalb", 15}, {"eineinhalb", 15},
		{"zweieinhalb", 25}, {"dreieinhalb", 35}, {"viereinhalb", 45}, {"fünfeinhalb", 55}};
	static const char *const one[] = {"eine", "einer", "ein", NULL}, *const half[] = {"halbe", "halben", NULL};
	const char *q = chk_word_end(p), *w = q;
	*decimals = 0;
	if (chk_among_any(p, q, one)) {
		*v = 1;
		if (!chk_gap(&w) || !chk_among_any(w, chk_word_end(w), half))
			return q;
		*v = 5;
		*decimals = 1;
		return chk_word_end(w);
	}
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		if (chk_is_any(p, q, halves[i].word)) {
			*v = halves[i].v;
			*decimals = 1;
			return q;
		}
	*v = chk_number_word(p, (size_t)(q - p));
	return *v ? q : p;
}

static const char *number(const char *p, int64_t *v, int *decimals)
{
	if (chk_starts(p, "½")) {
		*v = 5;
		*decimals = 1;
		return p + strlen("½");
	}
	return *p >= '0' && *p <= '9' ? digits(p, v, decimals) : words(p, v, decimals);
}

/* "15.000,-", "15.000,–" */
static const char *dash(const char *p)
{
	return chk_starts(p, ",-") ? p + 2 : chk_starts(p, ",–") ? p + strlen(",–") : p;
}

/* "Mio.", "Dreiviertelmillion", "Tsd.": by how much; its end in *p. */
static int64_t large(const char **p)
{
	static const char *const thousand[] = {"tsd", "tausend", "t", NULL}, *const teur[] = {"teur", NULL};
	static const char *const million[] = {"mio", "million", "millionen", NULL};
	const char *q = chk_word_end(*p);
	const int64_t by = chk_among_any(*p, q, million)            ? MILLION
		: chk_among_any(*p, q, thousand)                    ? THOUSAND
		: chk_is_any(*p, q, "dreiviertelmillion")           ? MILLION / 4 * 3
		: chk_is_any(*p, q, "viertelmillion")               ? MILLION / 4
								    : 1;
	if (chk_among_any(*p, q, teur))
		return THOUSAND;                               /* the currency stands in it */
	if (by > 1) {
		*p = q + (*q == '.');
		chk_gap(p);
	}
	return by;
}

/* The currency at *p, which moves behind it. */
static bool currency(const char **p)
{
	static const char *const euro[] = {"euro", "eur", "teur", NULL};
	const char *q = chk_word_end(*p);
	if (chk_starts(*p, "€"))
		q = *p + strlen("€");
	else if (!chk_among_any(*p, q, euro))
		return false;
	*p = q;
	return true;
}

struct read { int64_t v, by; int decimals; const char *q; bool money; };

static bool read(const char *p, struct read *r)
{
	const bool first = currency(&p) && (chk_gap(&p), true);
	r->q = number(p, &r->v, &r->decimals);
	if (r->q == p)
		return false;
	const char *unit = dash(r->q);
	chk_gap(&unit);
	r->by = large(&unit);
	r->money = currency(&unit) || first;
	r->q = r->money && !first ? unit : r->q;
	return r->v > 0 && r->v < INT64_MAX / (CENT * (int64_t)MILLION);
}

/* In Cent; unit: what its last place is worth. */
static money_t value(const struct read *r, int64_t by, money_t *unit)
{
	money_t v = r->v * by * CENT;
	*unit = by * CENT;
	for (int i = 0; i < r->decimals; i++) {
		v /= 10;
		*unit /= 10;
	}
	return v;
}

/* What may be meant: rounded as it is written, or as the word before it leaves open. */
static void room(struct chk_amount *a, enum chk_rough rough, money_t unit, bool large)
{
	enum { TWENTIETH = 20, EIGHTH = 8 };
	const money_t written = large ? unit / 2 : 0;
	money_t below = written, above = large ? unit / 2 - 1 : 0;
	if (rough == CHK_ABOUT)
		below = above = a->v / TWENTIETH > written ? a->v / TWENTIETH : unit / 2;
	else if (rough == CHK_NEARLY)
		below = a->v / EIGHTH;
	else if (rough == CHK_OVER)
		above = a->v / EIGHTH;
	a->least = a->v - below;
	a->most = a->v + above;
}

/* "bis", "und" behind the first of two: where the second begins; NULL: there is none. */
static const char *second(const char *p)
{
	static const char *const to[] = {"bis", "und", NULL};
	const char *q = p;
	if (chk_starts(q, "–"))
		return q + strlen("–");
	return chk_gap(&q) && chk_among(q, chk_word_end(q), to) && (q = chk_word_end(q), chk_gap(&q)) ? q : NULL;
}

bool chk_amount_at(const char *p, const char *end, enum chk_rough rough, struct chk_amount *a)
{
	struct read one, other;
	money_t unit, v;
	const char *next;
	if (!read(p, &one) || one.q > end)
		return false;
	a->p = p;
	a->q = one.q;
	if ((next = second(one.q)) && read(next, &other) && other.money && other.q <= end) {
		v = value(&other, other.by, &unit);
		a->v = value(&one, one.money ? one.by : other.by, &unit);
		room(a, rough, unit, false);
		a->most = v > a->v ? v : a->most;
		a->q = v > a->v ? other.q : a->q;
		return one.money || v > a->v;
	}
	a->v = value(&one, one.by, &unit);
	room(a, rough, unit, one.by > 1);
	return one.money;
}
