/* when.c: dates as people write them, found in running text. */
#include "check/when.h"

int chk_digits(const char *p, const char *q, int *n)
{
	int v = 0;
	for (*n = 0; p < q && *p >= '0' && *p <= '9'; p++, ++*n)
		v = v < 100000 ? v * 10 + (*p - '0') : v;
	return v;
}

static bool numeric(const struct chk_tok *k, struct chk_when *w)
{
	const char *p = k->p;
	int nd, nm;
	w->day = chk_digits(p, k->q, &nd);
	p += nd;
	if (nd > 2 || *p != '.')
		return false;
	w->month = chk_digits(++p, k->q, &nm);
	p += nm;
	if (nm < 1 || nm > 2 || *p != '.')
		return false;
	w->year = chk_digits(++p, k->q, &w->digits);
	w->two_digits = nd == 2 && nm == 2;
	return w->day && w->month && w->digits >= 4 && p + w->digits == k->q;   /* "1.0.2017" is a version */
}

/* "31. Mai 2023" and "Mai 2023", standing at the year. */
static bool worded(const struct chk_text *t, const struct chk_tok *k, struct chk_when *w)
{
	const char *p = k->p, *m, *day;
	w->year = chk_digits(k->p, k->q, &w->digits);
	if (k->p + w->digits != k->q || w->digits < 4 || !chk_gap_back(t, &p) || !(m = chk_word_back(t, p)) ||
		!(w->month = date_month_named(m, (size_t)(p - m))))
		return false;
	w->p = day = m;
	w->named = true;
	chk_gap_back(t, &day);
	if (day > t->s && day[-1] == '.') {
		const char *d = chk_word_back(t, day - 1);
		int n, v = chk_digits(d, day - 1, &n);
		if (n >= 1 && n <= 2 && d + n == day - 1) {
			w->day = v;
			w->p = d;
		}
	}
	return true;
}

/* "31. Februar", with no year behind it. */
static bool yearless(const struct chk_tok *k, struct chk_when *w)
{
	const char *m = k->q, *e;
	int n;
	w->day = chk_digits(k->p, k->q, &n);
	if (n > 2 || k->p + n != k->q || *m++ != '.')
		return false;
	chk_gap(&m);
	e = chk_word_end(m);
	w->month = date_month_named(m, (size_t)(e - m));
	w->q = e;
	w->named = true;
	if (!w->month || (chk_gap(&e) && *e >= '0' && *e <= '9' && chk_word_end(e) - e >= 4))
		return false;
	return true;
}

bool chk_when(const struct chk_text *t, const struct chk_tok *k, struct chk_when *w)
{
	const char *b = chk_before(t, k->p);
	if (b && (chk_is_word((unsigned char)*b) || *b == '.' || *b == '-'))
		return false;
	*w = (struct chk_when){.p = k->p, .q = k->q};
	if (numeric(k, w))
		return true;
	*w = (struct chk_when){.p = k->p, .q = k->q};
	if (worded(t, k, w))
		return true;
	*w = (struct chk_when){.p = k->p, .q = k->q};
	return yearless(k, w);
}

/* ---- as people shorten them ---- */

static int month_shortened(const char *p, const char *q)
{
	static const char *const names[] = {"jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov",
		"dez", "sept", "jän"};
	static const int months[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 9, 1};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (chk_is_any(p, q, names[i]))
			return months[i];
	return date_month_named(p, (size_t)(q - p));
}

/* "31." before p, and p moves before it; 0: none. */
static int ordinal_back(const struct chk_text *t, const char **p)
{
	const char *q = *p;
	int n;
	chk_gap_back(t, &q);
	if (q == t->s || q[-1] != '.')
		return 0;
	const char *from = chk_word_back(t, q - 1);
	int v = chk_digits(from, q - 1, &n);
	if (n < 1 || n > 2 || from + n != q - 1)
		return 0;
	*p = from;
	return v;
}

/* What stands before the year at w->p. */
static void month_before(const struct chk_text *t, struct chk_when *w)
{
	static const char *const of_the_year[] = {"jahres", "des", NULL};
	const char *p = w->p, *m = p;
	for (const char *const *s = of_the_year; *s && chk_gap_back(t, &p); s++) {
		m = chk_word_back(t, p);
		if (!chk_is_any(m, p, *s)) {
			p = w->p;
			break;
		}
		p = m;
	}
	const char *q = p, *day = p;
	int month = ordinal_back(t, &day), n;
	if (q > t->s && q[-1] == '/') {
		m = chk_word_back(t, q - 1);
		month = chk_digits(m, q - 1, &n);
		month = n && n <= 2 && m + n == q - 1 ? month : 0;
	} else if (month) {
		m = day;
	} else if (chk_gap_back(t, &q)) {
		q -= q > t->s && q[-1] == '.';
		m = chk_word_back(t, q);
		month = month_shortened(m, q);
	}
	if (month < 1 || month > 12)
		return;
	w->month = month;
	w->p = m;
	w->day = ordinal_back(t, &w->p);
}

/* "2017-12-31", "2017-12" */
static void iso(struct chk_when *w, const char *end)
{
	for (int *part = &w->month; end - w->q > 2 && *w->q == '-'; part = &w->day) {
		int n, v = chk_digits(w->q + 1, end, &n);
		if (n != 2 || v < 1 || v > (part == &w->month ? 12 : 31) || (w->q[3] >= '0' && w->q[3] <= '9'))
			return;
		*part = v;
		w->q += 3;
		if (part == &w->day)
			return;
	}
}

/* "31.12.17", as long as it can be nothing else. */
static bool two_digits(const struct chk_tok *k, struct chk_when *w)
{
	int d, m, y;
	w->day = chk_digits(k->p, k->q, &d);
	const char *p = k->p + d;
	if (d < 1 || d > 2 || *p != '.')
		return false;
	w->month = chk_digits(++p, k->q, &m);
	p += m;
	if (m < 1 || m > 2 || *p != '.')
		return false;
	w->year = 2000 + chk_digits(++p, k->q, &y);
	return y == 2 && p + y == k->q && w->day >= 1 && w->day <= 31 && w->month >= 1 && w->month <= 12;
}

/* "’17": of this century while it can be. */
static bool shortened_year(const struct chk_text *t, const struct chk_tok *k, struct chk_when *w)
{
	static const char *const marks[] = {"’", "'", NULL};
	const char *b = chk_before(t, k->p);
	int n, year = chk_digits(k->p, k->q, &n);
	if (n != 2 || k->p + n != k->q || !b || !chk_among(b, k->p, marks))
		return false;
	*w = (struct chk_when){.year = year < 60 ? 2000 + year : 1900 + year, .digits = n, .p = b, .q = k->q};
	month_before(t, w);
	return true;
}

bool chk_when_short(const struct chk_text *t, const struct chk_tok *k, struct chk_when *w)
{
	int n;
	if (chk_when(t, k, w))
		return w->year && (w->month || w->day);
	*w = (struct chk_when){.p = k->p, .q = k->q};
	if (two_digits(k, w) || shortened_year(t, k, w))
		return true;
	*w = (struct chk_when){.p = k->p, .q = k->q};
	w->year = chk_digits(k->p, k->q, &n);
	w->digits = n;
	if (n != 4 || k->p + n != k->q || w->year < 1900 || w->year >= 2100)
		return false;
	iso(w, t->end);
	if (!w->month)
		month_before(t, w);
	return true;
}
