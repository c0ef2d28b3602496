/* teile.c: parts that a sentence names, and the whole it names beside them: "35 Personen, nämlich 12 Frauen und 18
 * Männer", "30 Kinder, davon 35 …", "60 der 50 Plätze". */
#include "check/rechnung.h"
#include "check/sentence.h"

/* ", 12 Frauen und 18 Männer": parts from f[i] on, one after the other; the last of them. */
static int last_part(const struct chk_sums *s, int i)
{
	static const char *const joins[] = {"und", "sowie", NULL};
	enum { NEAR = 4 };
	for (; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const bool comma = memchr(a->behind, ',', (size_t)(b->p - a->behind)) != NULL;
		if (a->percent != b->percent || chk_is_year(b) || chk_words_between(a->behind, b->p, NEAR) > NEAR ||
			!(comma || chk_has_word(a->behind, b->p, joins)))
			break;
	}
	return i;
}

static int64_t sum(const struct chk_sums *s, int from, int to)
{
	int64_t v = 0;
	for (int i = from; i <= to; i++)
		v += s->f[i].v;
	return v;
}

static int64_t largest(const struct chk_sums *s, int from, int to)
{
	int64_t v = 0;
	for (int i = from; i <= to; i++)
		v = s->f[i].v > v ? s->f[i].v : v;
	return v;
}

/* The sentence, or the clause, ends a word or two behind. */
static bool closes(const char *q)
{
	const char *p = q;
	for (int words = 0; words < 3 && chk_next_word(&p, &q); words++)
		;
	return !*q || strchr(",.;)", *q);
}

static void tell_parts(const struct chk_sums *s, int whole, int last, int64_t v)
{
	chk_sums_tell(s, s->f[whole].p, s->f[last].behind, mem_fmt(s->mem, "die Teile ergeben %s", chk_sums_number(s,
		v)));
}

/* "35 Personen, nämlich 12 Frauen und 18 Männer"; "besteht aus 8 Personen: 5 Frauen und 4 Männer" */
static void namely(const struct chk_sums *s)
{
	static const char *const ways[] = {", nämlich ", ", und zwar ", " – nämlich ", NULL}, *const colon[] = {": ",
		NULL};
	static const char *const whole[] = {"besteht", "bestehen", "hat", "haben", "umfasst", "zählt", "gibt",
		"insgesamt",
		NULL};
	static const char *const open[] = {"je", "jeweils", "pro", "mit", "unter", "anderem", "beispiel", "darunter",
		"oder",
		"bis", NULL};
	for (int i = 0; i + 2 < s->n; i++) {
		const int last = last_part(s, i + 1);
		const char *says = chk_ends_with(s->f[i].q, s->f[i + 1].p, ways);
		if (!says && chk_has_word(s->from, s->f[i].p, whole))
			says = chk_ends_with(s->f[i].q, s->f[i + 1].p, colon);
		if (!says || last < i + 2 || chk_words_between(s->f[i].behind, says, 3) > 3 ||
			!closes(s->f[last].behind) ||
			s->f[i].percent != s->f[last].percent || chk_has_word(s->f[i].q, s->to, open))
			continue;
		if (sum(s, i + 1, last) != s->f[i].v && largest(s, i + 1, last) < s->f[i].v)
			tell_parts(s, i, last, sum(s, i + 1, last));
		return;
	}
}

/* "12 Mädchen und", "12 in Nord und": what is in one part is in no other; "in Vereinen" may be. */
static bool apart(const struct chk_figure *f, const char *next)
{
	static const char *const in[] = {"in", "im", "aus", "auf", NULL};
	const char *p = f->behind, *q = p;
	const bool place = chk_next_word(&p, &q) && chk_among(p, q, in);
	if ((place && !chk_next_word(&p, &q)) || q == p || *p < 'A' || *p > 'Z' || (place && q[-1] == 'n'))
		return false;
	return !next || chk_words_between(q, next, 1) <= 1;
}

/* "30 Kinder, davon 14 Mädchen und 18 Jungen", "davon 35" */
static void of_them(const struct chk_sums *s)
{
	static const char *const ways[] = {", davon ", " (davon ", ", darunter ", " (darunter ", NULL};
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *says = chk_ends_with(a->q, b->p, ways);
		if (!says || a->percent || b->percent || chk_words_between(a->q, says, 3) > 3 || chk_is_year(a))
			continue;
		int last = last_part(s, i + 1);
		for (int k = i + 1; k <= last; k++)
			if (!apart(&s->f[k], k < last ? s->f[k + 1].p : NULL))
				last = i + 1;
		if (sum(s, i + 1, last) > a->v)
			tell_parts(s, i, last, sum(s, i + 1, last));
		return;
	}
}

/* "60 der 50 Plätze sind belegt" */
static void of_fewer(const struct chk_sums *s)
{
	static const char *const of[] = {" der ", " von ", " von den ", " der insgesamt ", NULL};
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *p = b->behind, *q = p;
		if (!a->percent && !b->percent && a->v > b->v && !chk_is_year(a) && !chk_is_year(b) &&
			chk_reads_any(a->q, b->p, of) && chk_next_word(&p, &q) && *p >= 'A' && *p <= 'Z' &&
			!chk_is(p, q, "Uhr"))
			chk_sums_tell(s, a->p, q, "der Teil ist größer als das Ganze");
	}
}

/* What cannot be said of the same: "30 belegt, 15 frei". */
static bool opposed(const char *from, const char *to)
{
	static const char *const words[][2][4] = {{{"belegt", "besetzt", "vergeben", NULL}, {"frei", "unbesetzt",
		"offen", NULL}},
		{{"statt", "stattgefunden", NULL}, {"aus", "ausgefallen", NULL}}, {{"anwesend", NULL}, {"abwesend",
			"entschuldigt",
		NULL}}, {{"dafür", "zu", NULL}, {"dagegen", "ab", NULL}},
		{{"neu", NULL}, {"fortgesetzt", "fortgeführt", "bestehend", NULL}},
		{{"umgesetzt", "abgeschlossen", "erledigt", NULL}, {"offen", "begonnen", "verschoben", NULL}}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_has_word(from, to, words[i][0]) && chk_has_word(from, to, words[i][1]))
			return true;
	return false;
}

/* "Von 40 Plätzen sind 30 belegt, 15 sind frei", "Von 20 Sitzen sind 25 besetzt" */
static void out_of(const struct chk_sums *s)
{
	static const char *const begin[] = {"Von ", "Von den ", "Von insgesamt ", NULL};
	static const char *const verbs[] = {"sind", "waren", "fanden", NULL};
	const struct chk_figure *a = &s->f[0], *b = &s->f[1];
	if (s->n < 2 || s->n > 3 || !chk_reads_any(s->from, a->p, begin) || a->percent || b->percent ||
		chk_is_year(a) ||
		!chk_has_word(a->q, b->p, verbs))
		return;
	const char *p = b->behind, *q = p;
	const bool noun = chk_next_word(&p, &q) && *p >= 'A' && *p <= 'Z';
	if (!noun && b->v > a->v)
		chk_sums_tell(s, a->p, b->q, "der Teil ist größer als das Ganze");
	else if (s->n == 3 && !noun && opposed(b->q, s->to) && b->v + s->f[2].v > a->v)
		chk_sums_tell(s, a->p, s->f[2].q, mem_fmt(s->mem, "die Teile ergeben %s", chk_sums_number(s,
			b->v + s->f[2].v)));
}

/* Right behind it stands a noun, and not that of the whole. */
static bool other_noun(const struct chk_figure *whole, const struct chk_figure *part)
{
	enum { STEM = 4 };
	const char *p = part->q, *q = p, *w = whole->q, *end = w;
	return chk_next_word(&p, &q) && *p >= 'A' && *p <= 'Z' &&
		!(chk_next_word(&w, &end) && q - p >= STEM && end - w >= STEM && !memcmp(p, w, STEM));
}

/* "Die 30 Plätze verteilen sich auf 10 in Nord und 25 in Süd" */
static void divided(const struct chk_sums *s)
{
	static const char *const verbs[] = {"verteilen", "verteilten", "teilen", "teilten", "aufgeteilt", NULL};
	static const char *const open[] = {"je", "jeweils", "übrigen", "rest", "weitere", "davon", "mit", "mehrere",
		"bis",
		"seit", NULL};
	if (s->n < 3 || !chk_has_word(s->f[0].q, s->f[1].p, verbs) || chk_sums_have(s, open))
		return;
	for (int i = 0; i < s->n; i++)
		if (s->f[i].percent || chk_is_year(&s->f[i]) || (i && other_noun(&s->f[0], &s->f[i])))
			return;
	if (sum(s, 1, s->n - 1) != s->f[0].v)
		tell_parts(s, 0, s->n - 1, sum(s, 1, s->n - 1));
}

/* "Die Stadt trägt 40 Prozent, das Land 70 Prozent der Kosten" */
static void borne(const struct chk_sums *s)
{
	static const char *const verbs[] = {"trägt", "tragen", "zahlt", "zahlen", "übernimmt", "übernehmen", NULL};
	static const char *const costs[] = {" der Kosten", " der Gesamtkosten", " der Ausgaben", NULL};
	static const char *const open[] = {"je", "jeweils", "bis", "davon", "oder", "statt", "bisher", "künftig", NULL};
	const char *end = s->f[s->n - 1].behind, *p = end, *q = p;
	int64_t all = 0;
	for (int i = 0; i < s->n; i++) {
		if (!s->f[i].percent)
			return;
		all += s->f[i].v;
	}
	const bool of = chk_next_word(&p, &q) && chk_next_word(&p, &q) && chk_reads_any(end, q, costs);
	if (s->n > 1 && of && all > CHK_HUNDRED && chk_has_word(s->from, s->f[0].p, verbs) &&
		!chk_has_word(s->f[0].q, s->to, verbs) && !chk_sums_have(s, open))
		chk_sums_tell(s, s->f[0].p, end, mem_fmt(s->mem, "es sind %s Prozent", chk_sums_number(s, all)));
}

void chk_parts(const struct chk_sums *s)
{
	if (s->n < 2 || chk_sums_have(s, chk_roughly))
		return;
	namely(s);
	of_them(s);
	of_fewer(s);
	out_of(s);
	divided(s);
	borne(s);
}
