/* umgerechnet.c: the same quantity in two units: "2,5 Kilometer (250 Meter)", "3 Millionen Euro, in Zahlen 300.000
 * Euro", "zweitausend (3.000) Euro". */
#include "check/rechnung.h"
#include "check/sentence.h"

enum quantity { MONEY = 1, LENGTH, AREA, TIME, MASS, VOLUME };
struct unit { const char *word; enum quantity of; int64_t n; };            /* n: how many of the smallest */

static const struct unit *unit_at(const char **p)
{
	static const struct unit units[] = {{"Euro", MONEY, 100}, {"Cent", MONEY, 1}, {"Kilometer", LENGTH, 100000},
		{"Kilometern", LENGTH, 100000}, {"km", LENGTH, 100000}, {"Meter", LENGTH, 100}, {"Metern", LENGTH, 100},
		{"m", LENGTH, 100}, {"Zentimeter", LENGTH, 1}, {"cm", LENGTH, 1}, {"Hektar", AREA, 10000},
		{"ha", AREA, 10000}, {"Quadratmeter", AREA, 1}, {"Quadratmetern", AREA, 1}, {"m²", AREA, 1},
		{"Quadratkilometer", AREA, 1000000}, {"Minuten", TIME, 1}, {"Stunden", TIME, 60}, {"Tonnen", MASS,
			1000},
		{"Kilogramm", MASS, 1}, {"Liter", VOLUME, 1}, {"Kubikmeter", VOLUME, 1000}};
	const char *q = *p;
	if (!chk_gap(&q))
		return NULL;
	if (chk_starts(q, "€")) {
		*p = q + strlen("€");
		return &units[0];
	}
	const char *end = chk_word_end(q);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (chk_is(q, end, units[i].word)) {
			*p = end;
			return &units[i];
		}
	return NULL;
}

/* In the smallest unit, and half of what its last digit stands for. */
static __int128 of(const struct chk_figure *f, const struct unit *u, __int128 *half)
{
	*half = (__int128)CHK_ONE * f->scale * u->n / 2;
	for (int d = 0; d < f->decimals; d++)
		*half /= 10;
	return (__int128)f->v * u->n;
}

/* "(2.500 Meter)", ", also 2.500 Meter,": the second says the first again, and nothing else. */
static bool again(const struct chk_sums *s, const char *q, const struct chk_figure *b, const char *end)
{
	static const char *const bracket[] = {" (", NULL}, *const also[] = {", also ", ", das sind ", ", in Zahlen ",
		" oder ", " – also ", ", in Worten ", NULL};
	return chk_reads_any(q, b->p, bracket) ? *end == ')' : chk_reads_any(q, b->p, also) && end <= s->to;
}

/* "zweitausend (3.000) Euro" */
static void in_words(const struct chk_sums *s, const struct chk_figure *a, const struct chk_figure *b)
{
	static const char *const bracket[] = {" (", NULL}, *const words[] = {" (in Worten: ", " (in Worten ", NULL};
	const bool direct = a->word != b->word && chk_reads_any(a->q, b->p, bracket) && *b->q == ')';
	const bool said = b->word && chk_ends_with(a->q, b->p, words);
	if ((direct || said) && a->v != b->v && !a->percent && !b->percent)
		chk_sums_tell(s, a->p, b->q, "Ziffern und Worte sagen Verschiedenes");
}

/* "100 Einheiten zu 45 Minuten, das sind 75 Stunden": so many times. */
static bool each(const struct chk_sums *s, int i)
{
	static const char *const words[] = {" zu ", " zu je ", " je ", " à ", " mit je ", " von je ", " jeweils ",
		NULL};
	return i && chk_ends_with(s->f[i - 1].q, s->f[i].p, words);
}

void chk_units(const struct chk_sums *s)
{
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *q = a->q, *end = b->q;
		__int128 x, y, room_x, room_y;
		in_words(s, a, b);
		const struct unit *u = unit_at(&q), *v = u ? unit_at(&end) : NULL;
		if (!v || each(s, i) || u->of != v->of || !again(s, q, b, end) || (u->n == v->n &&
			a->scale == b->scale && a->word ==
			b->word))
			continue;
		x = of(a, u, &room_x);
		y = of(b, v, &room_y);
		const __int128 off = x > y ? x - y : y - x, room = room_x > room_y ? room_x : room_y;
		if (off > room + (chk_sums_have(s, chk_roughly) ? x / 10 : 0))
			chk_sums_tell(s, a->p, end, "beide Angaben sind verschieden groß");
	}
}
