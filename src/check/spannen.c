/* spannen.c: spans of time and of numbers that a sentence tells twice: "seit 2012, also seit drei Jahren", "von 8 bis
 * 16 Uhr, also 6 Stunden", "zwischen 12 und 6". */
#include "check/rechnung.h"
#include "check/sentence.h"

static int64_t whole(const struct chk_figure *f)
{
	return f->v / CHK_ONE;
}

static bool is_years(const struct chk_figure *f)
{
	static const char *const words[] = {"Jahre", "Jahren", NULL};
	const char *p = f->q, *q = p;
	return chk_next_word(&p, &q) && chk_among(p, q, words);
}

/* Years told from a to b, beside those from that year to the day of the document. */
static void until_now(const struct chk_sums *s, const struct chk_figure *a, const struct chk_figure *b,
	const struct chk_figure *told)
{
	const int64_t now = s->c ? s->c->stand.year : 0, is = now - whole(told == a ? b : a);
	if (!s->c)
		*s->found = true;
	else if (now && (whole(told) > is + 1 || whole(told) < is - 1))
		chk_sums_tell(s, a->p, b->q, mem_fmt(s->mem, "beim Stand %d sind es %d Jahre", (int)now, (int)is));
}

/* "Seit 2012, also seit drei Jahren", "Vor 20 Jahren, im Jahr 2008": beside the day of the document. */
static void since(const struct chk_sums *s)
{
	static const char *const seit[] = {"Seit ", "seit ", "Seit dem Jahr ", "seit dem Jahr ", NULL};
	static const char *const that[] = {", also seit ", " (seit ", ", das heißt seit ", ", also schon seit ", NULL};
	static const char *const ago[] = {"Vor ", "vor ", NULL};
	static const char *const in[] = {" Jahren, im Jahr ", " Jahren, ", " Jahren (", " Jahren, also ",
		" Jahren, also im Jahr ", " Jahren – ", NULL};
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		if (chk_is_year(a) && is_years(b) && chk_ends_with(s->from, a->p, seit) &&
			chk_ends_with(a->q, b->p, that))
			until_now(s, a, b, b);
		if (chk_is_year(b) && chk_ends_with(s->from, a->p, ago) && chk_reads_any(a->q, b->p, in))
			until_now(s, a, b, a);
	}
}

/* "von 2015 bis 2018": its first number is f[i]. */
static bool from_to(const struct chk_sums *s, int i)
{
	static const char *const from[] = {"von ", "Von ", "zwischen ", "Zwischen ", "Zeitraum ", "Jahren ",
		"Jahre ", NULL};
	static const char *const to[] = {" bis ", " und ", "–", NULL};
	return i >= 0 && i + 1 < s->n && chk_ends_with(s->from, s->f[i].p, from) && chk_reads_any(s->f[i].q,
		s->f[i + 1].p, to);
}

static void tell_years(const struct chk_sums *s, const struct chk_figure *first, const struct chk_figure *last,
	int64_t is)
{
	chk_sums_tell(s, first->p, last->q, mem_fmt(s->mem, "es sind %d Jahre", (int)is));
}

/* "Von 2015 bis 2018, also fünf Jahre", "läuft fünf Jahre, von 2019 bis 2021" */
static void years(const struct chk_sums *s)
{
	static const char *const that[] = {", also ", " (", ", das sind ", ", insgesamt ", ", also in ",
		" und damit ", NULL};
	static const char *const runs[] = {"läuft", "dauert", "gilt", "beträgt", NULL}, *const comma[] = {", von ",
		" (von ", NULL};
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1], *n = NULL;
		const bool behind = i + 2 < s->n && chk_ends_with(b->q, s->f[i + 2].p, that);
		if (!chk_is_year(a) || !chk_is_year(b) || !from_to(s, i))
			continue;
		if (behind)
			n = &s->f[i + 2];
		else if (i && chk_has_word(s->from, s->f[i - 1].p, runs) && chk_ends_with(s->f[i - 1].q, a->p, comma))
			n = &s->f[i - 1];
		const int64_t is = whole(b) - whole(a);
		if (n && is_years(n) && (whole(n) < is || whole(n) > is + 1))
			tell_years(s, behind ? a : n, behind ? n : b, is);
	}
}

/* "Von 8 bis 16 Uhr, also 6 Stunden" */
static void hours(const struct chk_sums *s)
{
	static const char *const that[] = {" Uhr, also ", " Uhr (", " Uhr, das sind ", NULL};
	enum { DAY = 24 };
	for (int i = 0; i + 2 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1], *n = &s->f[i + 2];
		const char *p = n->q, *q = p;
		if (!from_to(s, i) || !chk_reads_any(b->q, n->p, that) || !chk_next_word(&p, &q) || !chk_is(p, q,
			"Stunden"))
			continue;
		const int64_t is = (whole(b) - whole(a) + DAY) % DAY;
		if (n->v != is * CHK_ONE)
			chk_sums_tell(s, a->p, q, mem_fmt(s->mem, "es sind %d Stunden", (int)is));
	}
}

/* "zwischen 12 und 6 Jahre", "von 2018 bis 2015" */
static void order(const struct chk_sums *s)
{
	static const char *const from[] = {"zwischen ", "Zwischen ", NULL};
	static const char *const clock[] = {"Uhr", "Grad", NULL};
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *p = b->q, *q = p;
		const bool between = chk_ends_with(s->from, a->p, from) || (chk_is_year(a) && chk_is_year(b));
		if (between && from_to(s, i) && a->v > b->v && !(chk_next_word(&p, &q) && chk_among(p, q, clock)))
			chk_sums_tell(s, a->p, b->behind, "die erste ist größer als die zweite");
	}
}

void chk_spans(const struct chk_sums *s)
{
	if (s->n < 2 || chk_sums_have(s, chk_roughly))
		return;
	since(s);
	years(s);
	hours(s);
	order(s);
}
