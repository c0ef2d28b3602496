/* rechnung.c: numbers of one sentence that say the same twice: "120 von 200 (65 Prozent)", "jede dritte, also 25
 * Prozent", "stieg von 45 auf 40", "12 Frauen und 18 Männer, zusammen 32". Only where they can mean nothing else. */
#include "check/rechnung.h"

#include "check/change.h"
#include "check/sentence.h"

/* ---- "120 von 200, das sind 65 Prozent" ---- */

static bool is_share(const struct chk_sums *s, int i)
{
	const struct chk_figure *f = &s->f[i];
	return i > 0 && f->percent && chk_stands_alone(f->behind) && chk_ends_with(s->f[i - 1].q, f->p,
		chk_thatis) != NULL;
}

static void share_of(const struct chk_sums *s, const struct chk_figure *part, const struct chk_figure *whole,
	const struct chk_figure *is)
{
	static const int64_t half[CHK_DECIMALS + 1] = {CHK_ONE / 2, CHK_ONE / 20, CHK_ONE / 200, CHK_ONE / 2000,
		CHK_ONE / 20000};
	const bool rough = chk_has_word(s->from, s->to, chk_roughly);
	if (part->percent || whole->percent || part->v > whole->v || !whole->v)
		return;
	const int64_t right = (int64_t)((__int128)part->v * CHK_HUNDRED / whole->v);
	const int64_t room = half[is->decimals] + (rough ? 3 * CHK_ONE : CHK_ONE / 20);
	const char *p = part->p < whole->p ? part->p : whole->p;
	if (chk_apart(right, is->v) > room)
		chk_sums_tell(s, p, is->behind,
			mem_fmt(s->mem, "%.*s von %.*s sind %s Prozent", (int)(part->q - part->p), part->p,
				(int)(whole->q - whole->p), whole->p, chk_sums_number(s, right)));
}

static void shares(const struct chk_sums *s)
{
	static const char *const of[] = {" von ", " von den ", " der ", " von insgesamt ", " von allen ", " aller ",
		" der insgesamt ", NULL};
	static const char *const begin[] = {"Von ", "Von den ", "Von insgesamt ", NULL};
	for (int i = 2; i < s->n; i++) {
		if (!is_share(s, i))
			continue;
		const struct chk_figure *a = &s->f[i - 2], *b = &s->f[i - 1];
		if (chk_reads_any(a->q, b->p, of))
			share_of(s, a, b, &s->f[i]);
		else if (i == 2 && s->n == 3 && chk_reads_any(s->from, a->p, begin))
			share_of(s, b, a, &s->f[i]);
	}
}

/* ---- "jede dritte, also 25 Prozent", "zwei Drittel (60 Prozent)" ---- */

/* "die Mehrheit": more than half of all, and "fast alle". */
static int64_t most_of(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const most[] = {"mehrheit", "mehrzahl", "großteil", NULL}, *const all[] = {"alle", NULL};
	static const char *const some[] = {"relative", "relativen", "einfache", "einfachen", "größte", NULL};
	static const char *const nearly[] = {"fast", "Fast", "nahezu", "Nahezu", NULL};
	enum { NEARLY_ALL = 80 };
	if (chk_among_any(p, q, most) && !chk_follows(t, p, some))
		return CHK_HUNDRED / 2;
	return chk_among_any(p, q, all) && chk_follows(t, p, nearly) ? NEARLY_ALL * CHK_ONE : 0;
}

/* "Die Mehrheit, 48 Prozent, ist dafür" */
static void most(const struct chk_sums *s)
{
	static const char *const says[] = {", ", " (", ", nämlich ", ", also ", NULL};
	for (int i = 0; i < s->n; i++) {
		const char *end = chk_ends_with(i ? s->f[i - 1].q : s->from, s->f[i].p, says);
		const char *w = end ? chk_word_back(s->t, end) : NULL;
		if (s->f[i].percent && w && s->f[i].v < most_of(s->t, w, end))
			chk_sums_tell(s, w, s->f[i].behind, "das wäre mehr");
	}
}

/* v is not what the fraction says: nor near it, nor on the side that is said. */
static bool other_share(enum chk_bound b, int64_t fraction, int64_t v, int64_t room)
{
	if (chk_apart(fraction, v) <= room || (b && !(b == BOUND_NEARLY && v < fraction)))
		return chk_beyond(b, fraction, v);
	return true;
}

static void fractions(const struct chk_sums *s)
{
	enum { NEAR = 48, ROOM = 3 * CHK_ONE, ROUGH = 8 * CHK_ONE };
	for (int i = 0; i < s->n; i++) {
		const struct chk_figure *f = &s->f[i];
		const char *least = i ? s->f[i - 1].q : s->from, *say, *p, *q;
		if (!f->percent || !chk_stands_alone(f->behind) || !(say = chk_ends_with(least, f->p, chk_thatis)))
			continue;
		for (q = say; q > least && say - q < NEAR; q = p) {
			p = chk_word_back(s->t, q);
			const char *from = p;
			const int64_t is = p < q ? chk_fraction(s->t, &from, q) : 0;
			const bool rough = is && chk_has_word(s->from, from, chk_roughly);
			const enum chk_bound b = is ? chk_bound_before(s->t, from) : BOUND_NONE;
			if (is && other_share(b, is, f->v, rough ? ROUGH : ROOM))
				chk_sums_tell(s, from, f->behind,
					mem_fmt(s->mem, "%.*s sind %s Prozent", (int)(q - from), from,
						chk_sums_number(s, is)));
			if (is)
				break;
			p = p < q ? p : chk_before(s->t, q);
			if (*p == ',' || *p == '.')
				break;
		}
	}
}

/* ---- "stieg von 45 auf 40" ---- */

/* The word behind it; "auf": the second number has the unit of both. */
static bool other_unit(const struct chk_figure *a, const struct chk_figure *b)
{
	const char *p = a->q, *q = b->q;
	chk_gap(&p);
	chk_gap(&q);
	const char *pe = chk_word_end(p), *qe = chk_word_end(q);
	if (chk_is(p, pe, "auf"))
		return false;
	return a->percent != b->percent || (!a->percent && (pe - p != qe - q || memcmp(p, q, (size_t)(pe - p))));
}

static bool in_points(const struct chk_figure *f)
{
	static const char *const points[] = {"Prozentpunkt", "Prozentpunkte", "Prozentpunkten", NULL};
	const char *p = f->q;
	return chk_gap(&p) && chk_among(p, chk_word_end(p), points);
}

/* Where the clause ends that p stands in: at a mark with a blank behind it. */
static bool ends_clause(const char *p)
{
	return strchr(",;(", *p) ? *p == '(' || p[1] == ' ' : !strncmp(p, "–", strlen("–"));
}

/* Which change the clause around p to q tells of; NULL: none, or more than one. */
static const struct chk_change *change_around(const struct chk_sums *s, const char *p, const char *q)
{
	for (const char *b; p > s->from && (b = chk_before(s->t, p)) && !ends_clause(b); p = b)
		;
	while (q < s->to && !ends_clause(q))
		q++;
	return chk_change_said(p, q);
}

/* ", also um ein Drittel" behind q: in percent, its end in *q; 0: none. */
static int64_t by_fraction(const struct chk_sums *s, const char **q)
{
	static const char *const by[] = {"um", NULL};
	enum { NEAR = 6 };
	const char *p = *q;
	bool by_it = false;
	for (int words = 0; words < NEAR && *q < s->to; words++) {
		p = *q + strspn(*q, " ,–(");
		*q = chk_word_end(p);
		const char *from = p;
		const int64_t is = by_it && *q > p ? chk_fraction(s->t, &from, *q) : 0;
		by_it |= chk_among(p, *q, by);
		if (is || *q == p)
			return is;
	}
	return 0;
}

/* By how much it changed from f[i] to the next: the number at f is wrong. */
static bool wrong_by(const struct chk_sums *s, int i, const struct chk_figure *f)
{
	enum { ROOM = CHK_ONE + CHK_ONE / 2 };
	const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
	const int64_t is = chk_apart(a->v, b->v);
	if (in_points(f))
		return f->v != is;
	if (a->percent || b->percent || chk_is_year(f))
		return false;
	if (f->percent)
		return chk_apart((int64_t)((__int128)is * CHK_HUNDRED / a->v), f->v) > ROOM;
	return chk_stands_alone(f->behind) && f->v != is;
}

/* "…, also um 10", "um 15 von 40 auf 60" */
static void changed_by(const struct chk_sums *s, int i, const char *begin)
{
	static const char *const by[] = {", also um ", " um ", ", um ", " (um ", ", das heißt um ",
		", das ist ein Plus von ", ", das ist ein Minus von ", ", das entspricht einem Zuwachs von ",
		", das entspricht einem Anstieg von ", ", das entspricht einer Steigerung von ",
		", das entspricht einem Rückgang von ", ", ein Plus von ", ", ein Minus von ", " (Plus ", " (Minus ",
		", ein Zuwachs von ", ", ein Rückgang von ", ", das ist ein Zuwachs von ",
			", das ist ein Rückgang von ",
		NULL};
	static const char *const before[] = {"um ", NULL};
	const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1], *f = NULL;
	if (i + 2 < s->n && (chk_ends_with(b->q, s->f[i + 2].p, by) || in_points(&s->f[i + 2])))
		f = &s->f[i + 2];
	const char *is = mem_fmt(s->mem, "der Unterschied ist %s", chk_sums_number(s, chk_apart(a->v, b->v)));
	if (f && !chk_has_word(b->q, f->p, chk_roughly) && wrong_by(s, i, f)) {
		chk_sums_tell(s, begin, f->behind, is);
		return;
	}
	const struct chk_figure *said = i ? &s->f[i - 1] : NULL;
	if (said && chk_ends_with(s->from, said->p, before) && chk_words_between(said->behind, begin,
		2) < 1 + !said->percent &&
		(said->percent || in_points(said) ? wrong_by(s, i, said) : !b->percent && said->v != chk_apart(a->v,
			b->v)))
		chk_sums_tell(s, said->p, b->behind, is);
	const char *q = b->behind;
	const int64_t part = f ? 0 : by_fraction(s, &q), off = chk_apart(a->v, b->v);
	if (part && !chk_has_word(b->q, q, chk_roughly) &&
		chk_apart((int64_t)((__int128)off * CHK_HUNDRED / a->v), part) > 4 * CHK_ONE)
		chk_sums_tell(s, begin, q, is);
}

static void change(const struct chk_sums *s)
{
	static const char *const from[] = {"von ", "von rund ", "von etwa ", "von knapp ", NULL};
	static const char *const to[] = {" auf ", " auf rund ", " auf etwa ", " auf knapp ", NULL};
	static const char *const other[] = {"nicht", "takt", "platz", "rang", "note", "zunächst", "dann", "wieder",
		"frist", "abstand", "punkte", "grenze", NULL};
	static const char *const back[] = {"zurück", NULL}, *const go[] = {"ging", "gingen", "geht", "gehen", NULL};
	if ((chk_has_word(s->from, s->to, back) && !chk_has_word(s->from, s->to, go)) ||
		chk_has_word(s->from, s->to, other))
		return;
	for (int i = 0; i + 1 < s->n; i++) {
		const struct chk_figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *begin = chk_ends_with(s->from, a->p, from);
		if (!begin || !chk_ends_with(a->q, b->p, to) || other_unit(a, b) || (chk_is_year(a) &&
			chk_is_year(b)) || !a->v)
			continue;
		const struct chk_change *is = change_around(s, begin, b->behind);
		if (!is)
			continue;
		const int64_t percent = (int64_t)((__int128)b->v * 100 / a->v);
		const int least = is->least, most = is->most;
		const bool wrong = !most ? b->v <= a->v : !least ? b->v >= a->v : percent < least || percent > most;
		if (wrong)
			chk_sums_tell(s, begin, b->behind, mem_fmt(s->mem, "der Satz sagt „%s“", is->word));
		else
			changed_by(s, i, begin);
		return;
	}
}

/* ---- "12 Frauen und 18 Männer, zusammen 32" ---- */

/* From the last one back, some of them make the sum. */
static bool adds_up(const struct chk_sums *s, int last, int64_t sum)
{
	int64_t v = 0;
	for (int i = last; i >= 0; i--) {
		v += s->f[i].v;
		if (i < last && v == sum)
			return true;
	}
	return false;
}

/* ", zusammen 30 Personen, nahmen teil": the sentence goes on without it. */
static bool aside(const struct chk_figure *f)
{
	const char *p = f->q, *q = f->q;
	for (int words = 0; words < 2 && chk_next_word(&p, &q); words++)
		;
	return !*q || strchr(",.;)", *q) || !strncmp(q, " –", 3);
}

static void together(const struct chk_sums *s)
{
	static const char *const ways[] = {", zusammen ", " – zusammen ", ", insgesamt ", ", zusammen also ", NULL};
	static const char *const each[] = {"je", "jeweils", "pro", "mal", "bis", "oder", "davon", "darunter", "mit",
		"außerdem", "weitere", "weiteren", NULL};
	static const char *const and[] = {"und", "sowie", NULL};
	for (int i = 2; i < s->n; i++) {
		const struct chk_figure *b = &s->f[i - 1], *a = &s->f[i - 2], *f = &s->f[i];
		const bool open = chk_has_word(s->from, f->p, each) || chk_has_word(s->from, s->to, chk_roughly);
		if (open || !aside(f) || a->percent || b->percent || f->percent || !chk_ends_with(b->q, f->p, ways) ||
			!chk_has_word(a->q, b->p, and) || chk_is_year(b) || adds_up(s, i - 1, f->v))
			continue;
		chk_sums_tell(s, a->p, f->q, "die Teile ergeben etwas anderes");
	}
}

/* What one sentence says twice is told once: the first that finds something. */
static void one_sentence(const struct chk_sums *s)
{
	static void (*const kinds[])(const struct chk_sums *) = {shares, fractions, most, change, together, chk_parts,
		chk_times,
		chk_spans, chk_listed, chk_compared, chk_on_top, chk_units, chk_results};
	bool found = false;
	struct chk_sums one = *s;
	one.found = &found;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !found; i++)
		kinds[i](&one);
	*s->found |= found;
}

static bool look(struct chk *c, struct mem *m, const struct chk_text *t)
{
	bool found = false;
	struct chk_sums s = {.c = c, .mem = m, .found = &found, .t = t};
	for (s.from = t->s; s.from < t->end; s.from = chk_sentence_next(t, s.to)) {
		s.to = chk_sentence_end(t, s.from);
		if (chk_sums_read(&s))
			one_sentence(&s);
		if (s.from + strcspn(s.from, "0123456789") < s.to) {
			chk_days(&s);
			chk_years_seen(&s);
		}
	}
	return found;
}

/* All of it follows from the words, but for the day of the document. */
bool chk_rechnung_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct mem *m = mem_new();
	const bool found = k->p == t->end && look(NULL, m, t);
	mem_free(m);
	return found;
}

void chk_rechnung_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	(void)k;
	if (!t->attr && t->block->kind != DOC_QUELLE && t->block->kind != DOC_ZITAT)
		look(c, c->mem, t);
}
