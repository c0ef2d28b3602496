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
