/* hinzu.c: what came on top or fell away: "2017 kamen 25 Plätze hinzu" beside the data of a chart, "Zu den 45 Plätzen
 * kamen 25 hinzu, nun sind es 60" beside the other numbers of the sentence. */
#include <stdlib.h>

#include "check/change.h"
#include "check/claim.h"
#include "check/rechnung.h"
#include "check/sentence.h"

/* ---- beside data ---- */

/* The one number of the clause that is no name of the data, in digits or as a word; *behind its end. */
static bool one_number(const struct chk_claim *s, int64_t *v, const char **behind)
{
	int n = 0;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		bool named = false;
		for (int i = 0; i < s->n; i++)
			named |= s->m[i].p <= p && p < s->m[i].q;
		q = *p >= '0' && *p <= '9' ? chk_number_end(p) : chk_word_end(p);
		const int word = q > p && !named ? chk_number_word(p, (size_t)(q - p)) : 0;
		if (word || (*p >= '0' && *p <= '9' && !named)) {
			const struct chk_number is = chk_number(mem_str(s->c->mem, p, (size_t)(q - p)));
			if (!word && (!is.ok || is.decimals))
				return false;
			*v = word ? (int64_t)word * CHK_ONE : chk_scaled(is, CHK_DECIMALS);
			*behind = q;
			n++;
		}
		q = q > p ? q : chk_after(p);
	}
	return n == 1;
}

/* The sum of the values at a point: of one thing, of those named (THOSE), of all (ALL). */
enum { THOSE = -2, ALL = -1 };
static int64_t at_point(const struct chk_claim *s, int which, size_t point)
{
	int64_t v = 0;
	for (int i = 0; which == THOSE && i < s->nthings; i++)
		v += chk_value(s, s->thing[i], point);
	return which == THOSE ? v : which == ALL ? chk_total(s, point) : chk_value(s, (size_t)which, point);
}

static bool has_point(const struct chk_claim *s, size_t point)
{
	for (int i = 0; i < s->npoints; i++)
		if (s->point[i] == point)
			return true;
	return false;
}

/* The clause may tell of the time from a to b: "seit 2015", "2017", "von 2015 bis 2017". */
static bool meant(const struct chk_claim *s, size_t a, size_t b)
{
	static const char *const since[] = {"seit", "nach", "ab", "gegenüber", NULL};
	if (s->elsewhere || !s->npoints)
		return true;
	if (s->npoints > 1)                            /* "2016 und 2017" begins before 2016 */
		return has_point(s, b) && (has_point(s, a) || (a + 1 < b && has_point(s, a + 1)));
	return has_point(s, b) || (has_point(s, a) && chk_says(s, since));
}

/* It changed by v in such a time; or the steps up alone, or those down, make v: each step of each of the things. */
static bool changes_by(const struct chk_claim *s, int which, int64_t v)
{
	const size_t things = chk_things(s);
	for (size_t a = 0; a < chk_points(s); a++) {
		int64_t up = 0, down = 0;
		for (size_t b = a + 1; b < chk_points(s); b++) {
			for (size_t i = 0; i < (which == ALL ? things : 1); i++) {
				const int of = which == ALL ? (int)i : which;
				const int64_t step = at_point(s, of, b) - at_point(s, of, b - 1);
				up += step > 0 ? step : 0;
				down += step < 0 ? -step : 0;
			}
			const int64_t all = at_point(s, which, b) - at_point(s, which, a);
			if (meant(s, a, b) && (all == v || all == -v || up == v || down == v))
				return true;
		}
	}
	return false;
}

static bool may_be(const struct chk_claim *s, int64_t v)
{
	if (changes_by(s, s->nthings ? THOSE : ALL, v))
		return true;
	for (size_t i = 0; i < chk_things(s); i++) {
		bool named = !s->nthings;
		for (int k = 0; k < s->nthings; k++)
			named |= s->thing[k] == i;
		if (named && changes_by(s, (int)i, v))
			return true;
	}
	return false;
}

/* Between the point and the one before lies more than a year: of the year alone nothing is known. */
static bool gap_before(const struct chk_claim *s, size_t point)
{
	const char *is = point ? chk_point_name(s, point) : "", *was = point ? chk_point_name(s, point - 1) : "";
	return !point || atoi(is) != atoi(was) + 1;
}

const char *chk_claim_added(const struct chk_claim *s)
{
	static const char *const since[] = {"seit", "nach", "ab", "gegenüber", NULL};
	const bool open = s->npoints != 1 || chk_says(s, since);
	int64_t v = 0;
	const char *behind = NULL;
	if (s->turned || !chk_yearly(s) || !chk_on_top_or_gone(s->from, s->to, &behind) || chk_says(s, chk_roughly) ||
		chk_other_noun(s) || !one_number(s, &v, &behind) || (!open && gap_before(s, s->point[0])))
		return NULL;
	if ((chk_gap(&behind) && !chk_unit_at(s, behind)) || !chk_adds(s) || may_be(s, v))
		return NULL;
	const size_t thing = s->nthings ? s->thing[0] : 0, last = chk_points(s) - 1;
	const size_t from = !s->npoints ? 0 : open ? s->point[0] : s->point[0] - 1;
	const size_t to = !open || s->npoints > 1 ? s->point[s->npoints - 1] : last;
	return mem_fmt(s->c->mem, "steht %s, %s", chk_cell_said(s, thing, from), chk_cell_said(s, thing, to));
}

/* ---- beside the other numbers of its sentence ---- */

/* The amounts of a sentence, three of them; false: more, fewer, shares, fractions. */
static bool three(const struct chk_sums *s, const struct chk_figure **f)
{
	int n = 0;
	for (int i = 0; i < s->n; i++) {
		if (chk_is_year(&s->f[i]))
			continue;
		if (n == 3 || s->f[i].percent || s->f[i].decimals)
			return false;
		f[n++] = &s->f[i];
	}
	return n == 3;
}

/* All count the same: no two nouns behind them that begin otherwise. */
static bool same_noun(const struct chk_figure **f)
{
	enum { STEM = 4 };
	const char *noun = NULL;
	for (int i = 0; i < 3; i++) {
		const char *p = f[i]->behind, *q = p;
		if (!chk_next_word(&p, &q) || *p < 'A' || *p > 'Z')
			continue;
		if (noun && strncmp(noun, p, STEM))
			return false;
		noun = noun ? noun : p;
	}
	return noun != NULL;
}

/* Which of them came or went: the last before the word that says so, else the first behind it. */
static int told_of(const struct chk_figure **f, const char *word)
{
	int at = 0;
	for (int i = 0; i < 3; i++)
		at = f[i]->p < word ? i : at;
	return at;
}

/* Of two numbers that were there before and are there now: they stand in the order that the direction says. */
static bool in_order(const struct chk_sums *s, const struct chk_figure *a, const struct chk_figure *b, int is)
{
	static const char *const turned[] = {"statt", "zuvor", "vorher", "bisher", "bislang", "gegenüber", NULL};
	return (is > 0 ? a->v < b->v : a->v > b->v) || chk_sums_have(s, turned);
}

void chk_on_top(const struct chk_sums *s)
{
	static const char *const now[] = {"nun", "jetzt", "heute", "damit", "sodass", "insgesamt", "inzwischen",
		"mittlerweile", "auf", "somit", NULL};
	static const char *const other[] = {"davon", "darunter", "je", "jeweils", "wieder", "aber", "nicht", "pro",
		"oder", "außerdem", "weitere", "geplant", "sollen", "werden", NULL};
	const struct chk_figure *f[3];
	const char *word = s->from;
	const int is = chk_on_top_or_gone(s->from, s->to, &word);
	if (!is || !three(s, f) || !chk_sums_have(s, now) || chk_sums_have(s, other) ||
		chk_sums_have(s, chk_roughly) || !same_noun(f))
		return;
	const int i = told_of(f, word);
	const struct chk_figure *a = f[i ? 0 : 1], *b = f[i == 2 ? 1 : 2];
	const int64_t off = chk_apart(a->v, b->v);
	if (in_order(s, a, b, is) && off != f[i]->v && a->v + b->v != f[i]->v && a->v + f[i]->v != b->v)
		chk_sums_tell(s, f[0]->p, f[2]->behind,
			mem_fmt(s->mem, "der Unterschied ist %s", chk_sums_number(s, off)));
}
