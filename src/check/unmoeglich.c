/* unmoeglich.c: times that no calendar and no clock has: "25 Uhr", "54. Kalenderwoche", "Schuljahr 2022/2024". */
#include <stdlib.h>

#include "check/rule.h"
#include "check/when.h"

static const char *word_behind(const char *p, const char **q)
{
	*q = p;
	if (!chk_gap(&p))
		return NULL;
	*q = chk_word_end(p);
	return *q > p ? p : NULL;
}

/* "54. Kalenderwoche": more than there are. */
static const char *too_many(const struct chk_tok *k, const char **q)
{
	static const struct { const char *word; int most; const char *what; } all[] = {
		{"Kalenderwoche", 53, "ein Jahr hat höchstens 53 Kalenderwochen"}, {"KW", 53,
			"ein Jahr hat höchstens 53 Kalenderwochen"}, {"Quartal", 4, "ein Jahr hat vier Quartale"},
		{"Quartals", 4, "ein Jahr hat vier Quartale"}, {"Halbjahr", 2, "ein Jahr hat zwei Halbjahre"},
		{"Halbjahres", 2, "ein Jahr hat zwei Halbjahre"}, {"Trimester", 3, "ein Jahr hat drei Trimester"}};
	int n;
	const int v = chk_digits(k->p, k->q, &n);
	const char *w = k->q[0] == '.' ? word_behind(k->q + 1, q) : NULL;
	for (size_t i = 0; w && k->p + n == k->q && i < sizeof all / sizeof *all; i++)
		if (chk_is(w, *q, all[i].word) && (v > all[i].most || !v))
			return all[i].what;
	return NULL;
}

/* "25 Uhr", "18.75 Uhr" */
static const char *no_time(const struct chk_tok *k, const char **q)
{
	const char *w = word_behind(k->q, q);
	int n, minutes = 0, m;
	const int hour = chk_digits(k->p, k->q, &n);
	if (!w || !chk_is(w, *q, "Uhr") || n > 2)
		return NULL;
	if (k->p[n] == '.' || k->p[n] == ':')
		minutes = chk_digits(k->p + n + 1, k->q, &m);
	else if (k->p + n < k->q)
		return NULL;
	return hour > 24 || minutes > 59 || (hour == 24 && minutes) ? "ein Tag hat 24 Stunden zu 60 Minuten" : NULL;
}

/* "2022/2024" behind a word for a year that begins in one and ends in the next. */
static const char *two_years(const struct chk_text *t, const struct chk_tok *k, const char **q)
{
	static const char *const words[] = {"Schuljahr", "Schuljahres", "Schuljahre", "Kindergartenjahr",
		"Kindergartenjahres", "Kitajahr", "Kitajahres", "Wintersemester", "Ausbildungsjahr", "Haushaltsjahr",
		"Doppelhaushalt", "Haushaltsjahre", "Doppelhaushaltes", "Doppelhaushalts", "Spielzeit", NULL};
	int n, m;
	const int first = chk_digits(k->p, k->q, &n);
	const int second = n == 4 && k->p + n == k->q && *k->q == '/' ? chk_digits(k->q + 1, t->end, &m) : 0;
	if (!second || (m != 2 && m != 4) || !chk_follows(t, k->p, words))
		return NULL;
	*q = k->q + 1 + m;
	return (first + 1) % (m == 2 ? 100 : 10000) == second ? NULL : "die beiden Jahre folgen nicht aufeinander";
}

bool chk_impossible(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *q = k->q, *what = too_many(k, &q);
	what = what ? what : no_time(k, &q);
	what = what ? what : two_years(t, k, &q);
	if (what)
		chk_tell_at(c, RULE_DATUM, t, k->p, "„%s“ gibt es nicht: %s; bitte berichtigen", chk_quote(c, t, k->p,
			q),
			what);
	return what;
}
