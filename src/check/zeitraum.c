/* zeitraum.c: days and years of a sentence that cannot be meant together: "vom 15. bis zum 10. Mai", "im kommenden Jahr
 * 2023" where it is 2023 already. */
#include <stdlib.h>

#include "check/rechnung.h"
#include "check/sentence.h"
#include "check/when.h"

/* ---- "vom 15. Mai bis zum 10. Mai 2023" ---- */

static bool date_at(const struct chk_text *t, const char *p, struct chk_when *w)
{
	const struct chk_tok k = {p, chk_number_end(p), T_NUMBER};
	return chk_when(t, &k, w) && w->day;
}

/* The date that ends first from *p on; *p moves behind it. */
static bool next_date(const struct chk_sums *s, const char **p, struct chk_when *w)
{
	for (const char *q; *p < s->to; *p = q) {
		q = chk_is_word((unsigned char)**p) ? chk_word_end(*p) : chk_after(*p);
		if (**p < '0' || **p > '9')
			continue;
		q = chk_number_end(*p);
		if (date_at(s->t, *p, w)) {
			*p = w->q > q ? w->q : q;
			return true;
		}
	}
	return false;
}

static struct date day_of(const struct chk_when *w, int year)
{
	return (struct date){.year = (int16_t)year, .month = (int8_t)w->month, .day = (int8_t)w->day};
}

/* Where only the second says its year, the first may lie in the one before; "12.5." is no version. */
static bool in_order(const struct chk_when *a, const struct chk_when *b)
{
	if (a->digits && !b->digits)
		return true;
	if (!a->digits && a->month != b->month)
		return true;
	const int year = a->digits ? a->year : b->digits ? b->year : 2000;
	return date_cmp(day_of(a, year), day_of(b, b->digits ? b->year : year)) <= 0;
}

/* Months from the first of one to the last of another; 0: other days. */
static int whole_months(const struct chk_when *a, const struct chk_when *b)
{
	const int year = b->digits ? b->year : a->digits ? a->year : 0;
	const struct date end = {.year = (int16_t)year, .month = (int8_t)b->month};
	if (!year || a->day != 1 || b->day != date_last(end).day)
		return 0;
	return ((a->digits ? a->year : year) * 12 + a->month) * -1 + year * 12 + b->month + 1;
}

/* ", also vier Monate" behind the second. */
static void lasts(const struct chk_sums *s, const struct chk_when *a, const struct chk_when *b)
{
	static const char *const that[] = {", also ", " (", ", das sind ", ", insgesamt ", NULL};
	static const char *const months[] = {"Monate", "Monaten", NULL};
	const int is = whole_months(a, b);
	const char *p = b->q + strcspn(b->q, "0123456789abcdefghijklmnopqrstuvwxyz"), *q, *noun;
	for (int words = 0; words < 2 && p < s->to; words++, p = q + strspn(q, " ")) {
		q = chk_word_end(p);
		const int n = *p >= '0' && *p <= '9' ? atoi(p) : chk_number_word(p, (size_t)(q - p));
		noun = q;
		const char *end = q;
		if (n && chk_next_word(&noun, &end) && chk_among(noun, end, months) && is > 0 && n != is &&
			chk_ends_with(b->q, p, that))
			chk_sums_tell(s, a->p, end, mem_fmt(s->mem, "es sind %d Monate", is));
	}
}

void chk_days(const struct chk_sums *s)
{
	static const char *const to[] = {" bis ", " bis zum ", "–", " – ", "-", " bis einschließlich ",
		" bis einschließlich zum ", NULL};
	struct chk_when a, b;
	const char *p = s->from;
	if (!next_date(s, &p, &a))
		return;
	for (; next_date(s, &p, &b); a = b) {
		if (!chk_reads_any(a.q, b.p, to))
			continue;
		if (!in_order(&a, &b)) {
			chk_sums_tell(s, a.p, b.q, "der erste Tag liegt nach dem zweiten");
			return;
		}
		lasts(s, &a, &b);
	}
}

/* ---- "im kommenden Jahr 2023" ---- */

/* Which year the words mean, from the one of the document on: least to most. */
struct seen { const char *words[7]; int least, most; };

static const struct seen *relative(const char *p, const char *q, bool *year)
{
	static const struct seen all[] = {{{"kommenden", "kommendes", "kommende", "nächsten", "nächstes", "nächste"},
		1, 1},
		{{"vergangenen", "vergangenes", "letzten", "letztes"}, -2, -1}, {{"laufenden", "diesem", "laufende"},
			0, 0},
		{{"vorjahr", "vorjahres"}, -2, -1}, {{"folgejahr", "folgejahres"}, 1, 2}};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (const char *const *w = all[i].words; *w; w++)
			if (chk_is_any(p, q, *w)) {
				*year = i > 2;
				return &all[i];
			}
	return NULL;
}

/* "2023" or "(2023)" behind q: its end; NULL: no year. */
static const char *year_behind(const char *q, int *year)
{
	int n;
	q += *q == ',';
	if (!chk_gap(&q))
		return NULL;
	q += *q == '(';
	*year = chk_digits(q, q + 5, &n);
	return n == 4 && *year > 1900 && *year < 2100 && !chk_is_word((unsigned char)q[n]) &&
		q[n] != '/' ? q + n : NULL;
}

static int years_in(const struct chk_sums *s)
{
	int n = 0, digits;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		const int v = *p >= '0' && *p <= '9' ? chk_digits(p, q, &digits) : 0;
		n += v > 1900 && v < 2100;
	}
	return n;
}

/* At the end of a year the next one is that after it. */
static bool fits(const struct seen *is, struct date stand, int year)
{
	enum { LATE = 11 };
	const int off = year - stand.year;
	return off >= is->least && off <= is->most + (is->least > 0 && stand.month >= LATE);
}

void chk_years_seen(const struct chk_sums *s)
{
	static const char *const years[] = {"Jahr", "Jahres", "Jahre", "Haushaltsjahr", NULL};
	for (const char *p = s->from, *q; p < s->to; p = q) {
		bool alone = false;
		int year;
		q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		const struct seen *is = relative(p, q, &alone);
		const char *noun = q, *end = q;
		if (!is || (!alone && !(chk_next_word(&noun, &end) && chk_among(noun, end, years))) ||
			!(end = year_behind(end, &year)) || years_in(s) > 1)
			continue;
		if (!s->c)
			*s->found = true;
		else if (s->c->stand.year && !fits(is, s->c->stand, year))
			chk_sums_tell(s, p, end, mem_fmt(s->mem, "der Stand ist %d", s->c->stand.year));
		return;
	}
}
