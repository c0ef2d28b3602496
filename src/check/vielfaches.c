/* vielfaches.c: how many times, and of how many: "doppelt so viele wie 2010 (100)", "4 Kurse mit je 12 Plätzen, also
 * 50", "ein Drittel der 90 Plätze, also 40", "im Durchschnitt 15". */
#include "check/rechnung.h"
#include "check/sentence.h"

static const char *const so_it_makes[] = {", also ", ", insgesamt ", ", zusammen ", ", das sind ", " – insgesamt ",
	" – also ", " (insgesamt ", " (also ", ", zusammen also ", ", macht ", NULL};

static int64_t times(int64_t a, int64_t b)
{
	return (int64_t)((__int128)a * b / CHK_ONE);
}

/* The same is counted, or one of them does not say what. */
static bool same_noun(const struct chk_figure *a, const struct chk_figure *b)
{
	enum { STEM = 4 };
	const char *p, *q, *x, *y;
	if (!chk_noun_of(a, &p, &q) || !chk_noun_of(b, &x, &y))
		return true;
	return q - p >= STEM && y - x >= STEM && !memcmp(p, x, STEM);
}

/* Years left out: three numbers. */
static bool three(const struct chk_sums *s, const struct chk_figure *f[3])
{
	int n = 0;
	for (int i = 0; i < s->n; i++) {
		if (chk_is_year(&s->f[i]))
			continue;
		if (n == 3 || s->f[i].percent)
			return false;
		f[n++] = &s->f[i];
	}
	return n == 3;
}

/* "4 Kurse mit je 12 Plätzen, insgesamt 50 Plätze"; "5.000 Euro im Jahr, in vier Jahren also 25.000 Euro" */
static void product(const struct chk_sums *s)
{
	static const char *const each[] = {"je", "jeweils", "mal", NULL}, *const yearly[] = {"jahr", "jährlich", NULL};
	static const char *const years[] = {"Jahren", "Jahre", NULL}, *const monthly[] = {"monat", "monatlich", NULL};
	static const char *const months[] = {"Monaten", "Monate", NULL}, *const also[] = {"also", "insgesamt",
		"zusammen", NULL};
	const struct chk_figure *f[3];
	if (!three(s, f))
		return;
	const char *p = f[1]->q, *q = p;
	const bool per = chk_has_word(f[0]->q, f[1]->p, each) && chk_ends_with(f[1]->q, f[2]->p, so_it_makes);
	const bool year = chk_has_word(f[0]->q, f[1]->p, yearly), month = chk_has_word(f[0]->q, f[1]->p, monthly);
	const bool in_years = year != month && chk_next_word(&p, &q) && chk_among(p, q, year ? years : months) &&
		chk_has_word(f[1]->q, f[2]->p, also);
	if (!(per && same_noun(f[1], f[2])) && !(in_years && same_noun(f[0], f[2])))
		return;
	const int64_t is = times(f[0]->v, f[1]->v);
	if (is != f[2]->v)
		chk_sums_tell(s, f[0]->p, f[2]->q, mem_fmt(s->mem, "es sind %s", chk_sums_number(s, is)));
}

/* ---- "doppelt so viele wie 2010 (100 Plätze)" ---- */

struct many { int least, most; const char *p; };           /* in hundredths */

static bool so_many(const struct chk_sums *s, struct many *m)
{
	static const struct { const char *word; int least, most; } words[] = {{"doppelt", 180, 225}, {"halb", 44, 56},
		{"dreimal", 270, 335}, {"viermal", 360, 445}, {"fünfmal", 450, 560}, {"zehnmal", 900, 1100}};
	static const char *const how[] = {"viele", "viel", "hoch", "groß", "oft", "teuer", NULL};
	for (const char *p = s->from, *q; p < s->to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		for (size_t i = 0; q > p && i < sizeof words / sizeof *words; i++) {
			const char *w = q, *end = q;
			if (chk_is_any(p, q, words[i].word) && chk_next_word(&w, &end) && chk_is(w, end, "so") &&
				chk_next_word(&w, &end) && chk_among(w, end, how)) {
				*m = (struct many){words[i].least, words[i].most, p};
				return true;
			}
		}
	}
	return false;
}

/* Which of two it is compared with: the one behind "wie" in brackets, the one behind "statt". */
static const struct chk_figure *compared(const struct chk_sums *s, const struct many *m, const struct chk_figure *f[2])
{
	static const char *const instead[] = {"Statt ", "statt ", "Statt bisher ", NULL};
	static const char *const bracket[] = {" (", NULL}, *const like[] = {"wie", NULL};
	if (chk_ends_with(s->from, f[0]->p, instead))
		return f[0];
	for (int i = 0; i < 2; i++)
		if (f[i]->p > m->p && chk_has_word(m->p, f[i]->p, like) && chk_ends_with(m->p, f[i]->p, bracket))
			return f[i];
	return NULL;
}

static void as_many(const struct chk_sums *s)
{
	enum { SLACK = 15, HUNDRED = 100 };
	const struct chk_figure *f[2];
	struct many m;
	int n = 0;
	for (int i = 0; i < s->n; i++) {
		if (chk_is_year(&s->f[i]))
			continue;
		if (n == 2 || s->f[i].percent)
			return;
		f[n++] = &s->f[i];
	}
	if (n != 2 || !so_many(s, &m) || !same_noun(f[0], f[1]))
		return;
	const struct chk_figure *base = compared(s, &m, f), *is = base == f[0] ? f[1] : f[0];
	if (!base || !base->v)
		return;
	const bool rough = chk_sums_have(s, chk_roughly);
	const int64_t ratio = is->v * HUNDRED / base->v;
	const int64_t least = rough ? m.least - m.least * SLACK / HUNDRED : m.least;
	const int64_t most = rough ? m.most + m.most * SLACK * 4 / HUNDRED : m.most;
	if (ratio < least || ratio > most)
		chk_sums_tell(s, f[0]->p < m.p ? f[0]->p : m.p, f[1]->q,
			mem_fmt(s->mem, "%.*s ist das %s-Fache von %.*s", (int)(is->q - is->p), is->p,
				chk_sums_number(s, ratio * HUNDRED), (int)(base->q - base->p), base->p));
}

/* ---- "ein Drittel der 90 Plätze, also 40" ---- */

/* The share that is told of the number at f[i], in percent; *from: where it begins. */
static int64_t share_before(const struct chk_sums *s, int i, const char **from)
{
	static const char *const of[] = {" der ", " von ", " von den ", " aller ", " der insgesamt ", " von insgesamt ",
		" der rund ", NULL};
	const char *q = chk_ends_with(s->from, s->f[i].p, of), *p;
	if (!q)
		return 0;
	if (i && s->f[i - 1].percent && s->f[i - 1].behind == q) {
		*from = s->f[i - 1].p;
		return s->f[i - 1].v;
	}
	*from = p = chk_word_back(s->t, q);
	return p < q ? chk_fraction(s->t, from, q) : 0;
}

/* Nothing but its noun before the next mark. */
static bool ends_there(const struct chk_figure *f)
{
	const char *p, *q;
	return chk_stands_alone(f->behind) || (chk_noun_of(f, &p, &q) && chk_stands_alone(q));
}

/* "Ein Viertel der 80 Befragten, also 25 Personen" */
static bool people(const struct chk_figure *f)
{
	static const char *const words[] = {"Personen", "Menschen", "Kinder", "Leute", NULL};
	const char *p, *q;
	return chk_noun_of(f, &p, &q) && chk_among(p, q, words);
}

static void share_of(const struct chk_sums *s)
{
	static const char *const sind[] = {" sind ", " waren ", NULL};
	enum { ROUGH = 8, FINE = 50 };
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *from, *says = chk_ends_with(a->q, b->p, chk_thatis);
		const int64_t share = a->percent || b->percent || chk_is_year(b) ? 0 : share_before(s, i, &from);
		if (!says && ends_there(b))
			says = chk_ends_with(a->q, b->p, sind);
		if (!share || !says || memchr(a->q, ',', (size_t)(says - a->q)) || !(same_noun(a, b) || people(b)))
			continue;
		const int64_t is = (int64_t)((__int128)a->v * share / CHK_HUNDRED);
		int64_t room = is / FINE > CHK_ONE ? is / FINE : CHK_ONE;
		if (chk_has_word(s->from, b->p, chk_roughly))
			room += a->v * ROUGH / 100;
		if (chk_apart(is, b->v) >= room)
			chk_sums_tell(s, from, b->q, mem_fmt(s->mem, "es sind %s", chk_sums_number(s, is)));
	}
}

/* ---- "10, 12 und 14, im Durchschnitt 15" ---- */

static void average(const struct chk_sums *s)
{
	static const char *const mean[] = {" im Durchschnitt ", " im Schnitt ", " im Mittel ", " durchschnittlich ",
		" also durchschnittlich ", NULL};
	const int last = s->n - 1;
	int64_t sum = 0, least = INT64_MAX, most = 0;
	static const char *const of[] = {"Durchschnitt von ", "Mittel von ", "Mittelwert von ", NULL};
	static const char *const is[] = {" beträgt ", " ist ", " liegt bei ", NULL};
	const bool named = s->n > 2 && chk_ends_with(s->from, s->f[0].p, of) && chk_ends_with(s->f[last - 1].q,
		s->f[last].p, is);
	if (s->n < 3 || !(named || chk_ends_with(s->f[last - 1].q, s->f[last].p, mean)))
		return;
	for (int i = 0; i < last; i++) {
		if (s->f[i].percent != s->f[last].percent || chk_is_year(&s->f[i]))
			return;
		sum += s->f[i].v;
		least = s->f[i].v < least ? s->f[i].v : least;
		most = s->f[i].v > most ? s->f[i].v : most;
	}
	if (s->f[last].v < least || s->f[last].v > most || (named && chk_apart(sum / last, s->f[last].v) > CHK_ONE))
		chk_sums_tell(s, s->f[0].p, s->f[last].behind, mem_fmt(s->mem, "der Durchschnitt ist %s",
			chk_sums_number(s, sum / last)));
}

void chk_times(const struct chk_sums *s)
{
	if (s->n < 2)
		return;
	as_many(s);
	share_of(s);
	if (s->n < 3 || chk_sums_have(s, chk_roughly))
		return;
	product(s);
	average(s);
}
