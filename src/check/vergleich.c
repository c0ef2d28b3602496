/* vergleich.c: numbers of a sentence and what it says how they compare: "mit 45 gegenüber 60 gestiegen", "um 15 auf
 * 140, zuvor 120", "2019 (300) … 900 verdoppelt", "von 60 konnten 45 und damit zwei Drittel". */
#include "check/change.h"
#include "check/rechnung.h"
#include "check/sentence.h"

/* The numbers that are no years; -1: more than most. */
static int amounts(const struct chk_sums *s, const struct chk_figure **f, int most)
{
	int n = 0;
	for (int i = 0; i < s->n; i++) {
		if (chk_is_year(&s->f[i]))
			continue;
		if (n == most)
			return -1;
		f[n++] = &s->f[i];
	}
	return n;
}

static int64_t ratio(const struct chk_figure *a, const struct chk_figure *b)
{
	return b->v ? (int64_t)((__int128)a->v * 100 / b->v) : 0;
}

/* From b to a. */
static bool fits(const struct chk_change *is, const struct chk_figure *a, const struct chk_figure *b)
{
	if (chk_rises(is) || chk_falls(is))
		return chk_rises(is) ? a->v > b->v : a->v < b->v;
	return ratio(a, b) >= is->least && ratio(a, b) <= is->most;
}

static bool leaves_open(const struct chk_sums *s)
{
	static const char *const words[] = {"nicht", "platz", "rang", "note", "kaum", "stärker", "schneller",
		"langsamer",
		"geringer", "um", "wieder", "frist", "obwohl", "trotz", NULL};
	return chk_sums_have(s, words);
}

/* "mit 45 gegenüber 60 im Vorjahr gestiegen", "auf 900 gegenüber 2019 (300) verdoppelt" */
static void against(const struct chk_sums *s)
{
	static const char *const base[] = {" gegenüber ", " im Vergleich zu ", " statt ", " nach ", NULL};
	static const char *const bracket[] = {" (", NULL}, *const than[] = {"vergleich", "gegenüber", NULL};
	const struct chk_figure *f[2], *a = NULL, *b = NULL;
	const struct chk_change *is = chk_change_said(s->from, s->to);
	if (!is || leaves_open(s) || amounts(s, f, 2) != 2 || f[0]->percent != f[1]->percent)
		return;
	if (chk_ends_with(f[0]->behind, f[1]->p, base)) {
		a = f[0];
		b = f[1];
	} else if (chk_has_word(s->from, f[0]->p, than) && chk_ends_with(s->from, f[0]->p, bracket)) {
		a = f[1];
		b = f[0];
	}
	if (a && b->v && !fits(is, a, b))
		chk_sums_tell(s, f[0]->p, f[1]->behind, mem_fmt(s->mem, "der Satz sagt „%s“", is->word));
}

/* "von 120 im Vorjahr", "Gegenüber dem Vorjahr (120)", "zuvor waren es 120" and "um 15 auf 140" */
static void stepped(const struct chk_sums *s)
{
	static const char *const by[] = {" um ", NULL}, *const to[] = {" auf ", NULL};
	static const char *const before[] = {"zuvor", "vorjahr", "vorher", NULL};
	const struct chk_figure *f[3];
	const struct chk_change *is = chk_change_said(s->from, s->to);
	if (!is || amounts(s, f, 3) != 3 || chk_sums_have(s, chk_roughly) ||
		!(chk_rises(is) || chk_falls(is)))
		return;
	for (int i = 0; i < 2; i++) {
		const struct chk_figure *base = f[i ? 0 : 2], *off = f[i], *now = f[i + 1];
		if (!chk_ends_with(s->from, off->p, by) || !chk_ends_with(off->behind, now->p, to) || off->percent ||
			now->percent != base->percent || now->percent ||
			!chk_has_word(i ? s->from : now->behind, i ? base->p : base->p, before))
			continue;
		const int64_t right = chk_rises(is) ? base->v + off->v : base->v - off->v;
		if (right != now->v)
			chk_sums_tell(s, f[0]->p, f[2]->behind, mem_fmt(s->mem, "es wären %s", chk_sums_number(s,
				right)));
	}
}

/* "80 Anträge, nun sind es 96, ein Plus von 25 Prozent" */
static void plus(const struct chk_sums *s)
{
	static const char *const ways[] = {" Plus von ", " Minus von ", " Zuwachs von ", " Rückgang von ",
		" Anstieg von ",
		" Steigerung von ", NULL}, *const more[] = {"durchschnittlich", "jährlich", NULL};
	enum { ROOM = CHK_ONE + CHK_ONE / 2 };
	const struct chk_figure *f[3];
	if (amounts(s, f, 3) != 3 || !f[2]->percent || f[0]->percent || f[1]->percent || !f[0]->v || !f[1]->v ||
		!chk_ends_with(f[1]->q, f[2]->p, ways) || chk_sums_have(s, chk_roughly) || chk_sums_have(s, more))
		return;
	const int64_t off = chk_apart(f[0]->v, f[1]->v);
	const int64_t a = (int64_t)((__int128)off * CHK_HUNDRED / f[0]->v), b = (int64_t)((__int128)off * CHK_HUNDRED /
		f[1]->v);
	const bool later_first = chk_has_word(f[0]->q, f[1]->p, (const char *const[]){"vorjahr", "zuvor", "vorher",
		NULL});
	if (chk_apart(later_first ? b : a, f[2]->v) > ROOM)
		chk_sums_tell(s, f[0]->p, f[2]->behind, mem_fmt(s->mem, "es sind %s Prozent", chk_sums_number(s, a)));
}

/* " und damit zwei Drittel" behind p: in percent, and its end; 0: none. */
static int64_t fraction_behind(const struct chk_sums *s, const char *p, const char **end, bool *rough)
{
	static const char *const so[] = {" und damit ", ", also ", " – also ", ", das ist ", ", das sind ", " (", NULL};
	const char *start = p;
	for (const char *q; p < s->to; p = q > p ? q : chk_after(p)) {
		const char *from = p, *w;
		q = chk_word_end(p);
		const int64_t is = q > p ? chk_fraction(s->t, &from, q) : 0;
		*end = q;
		*rough = is && chk_has_word(start, from, chk_roughly);
		while (is && *rough && (w = from, chk_gap_back(s->t, &w)) && chk_word_back(s->t, w) < w && w > start &&
			chk_among_any(chk_word_back(s->t, w), w, chk_roughly))
			from = chk_word_back(s->t, w);
		if (is)
			return chk_ends_with(start, from, so) ? is : 0;
	}
	return 0;
}

/* "Von 60 Anfragen konnten 45 und damit zwei Drittel" */
static void part_of(const struct chk_sums *s)
{
	static const char *const of[] = {" von ", " der ", " von den ", " aller ", NULL};
	static const char *const begin[] = {"Von ", "Von den ", "Von insgesamt ", NULL};
	enum { ROOM = 3 * CHK_ONE, ROUGH = 8 * CHK_ONE };
	const struct chk_figure *f[2];
	if (amounts(s, f, 2) != 2 || f[0]->percent || f[1]->percent)
		return;
	const bool first = chk_reads_any(s->from, f[0]->p, begin), between = chk_reads_any(f[0]->q, f[1]->p, of);
	const struct chk_figure *whole = first ? f[0] : f[1], *part = first ? f[1] : f[0];
	if (!(first || between) || part->v > whole->v || !whole->v)
		return;
	const int64_t is = (int64_t)((__int128)part->v * CHK_HUNDRED / whole->v);
	const char *q;
	bool rough;
	const int64_t told = fraction_behind(s, f[1]->q, &q, &rough);
	if (told && chk_apart(is, told) > (rough ? ROUGH : ROOM))
		chk_sums_tell(s, f[0]->p, q, mem_fmt(s->mem, "es sind %s Prozent", chk_sums_number(s, is)));
}

void chk_compared(const struct chk_sums *s)
{
	if (s->n < 2)
		return;
	against(s);
	stepped(s);
	plus(s);
	part_of(s);
}
