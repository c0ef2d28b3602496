/* rechnung.c: numbers of one sentence that say the same twice: "120 von 200 (65 Prozent)", "jede dritte, also 25
 * Prozent", "stieg von 45 auf 40", "12 Frauen und 18 Männer, zusammen 32". Only where they can mean nothing else. */
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"

enum { FIGURES = 8, ONE = 10000, HUNDRED = 100 * ONE };        /* values in units of 10^-4 */

/* q: its end; behind: that of its unit */
struct figure { const char *p, *q, *behind; int64_t v; int decimals; bool percent; };
/* A sentence. c NULL: it is only asked whether there is something to tell. */
struct sums {
	struct chk *c;
	struct mem *mem;
	const struct chk_text *t;
	const char *from, *to;
	struct figure f[FIGURES]; int n;
	bool *found;
};

static const char *const roughly[] = {"rund", "etwa", "knapp", "gut", "circa", "ca", "fast", "nahezu", "ungefähr",
	"über", "mehr", "weniger", "mindestens", "beinahe", NULL};

/* ---- reading ---- */

static bool read_figure(struct figure *f, const char *p)
{
	const char *q = chk_number_end(p), *unit = q;
	char number[24] = "";
	const size_t len = (size_t)(q - p);
	memcpy(number, p, len < sizeof number ? len : 0);
	const struct chk_number v = chk_number(number);
	chk_gap(&unit);
	const bool word = chk_is(unit, chk_word_end(unit), "Prozent");
	*f = (struct figure){.p = p, .q = q, .behind = q, .v = chk_scaled(v, CHK_DECIMALS), .decimals = v.decimals};
	f->percent = word || *unit == '%';
	if (f->percent)
		f->behind = word ? chk_word_end(unit) : unit + 1;
	return v.ok && v.decimals <= CHK_DECIMALS && len < 14 && !memchr(p, ':', len);
}

/* False: more than there is room for, or one that nobody can read, a date, a negative one. */
static bool read_all(struct sums *s)
{
	s->n = 0;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		if (*p < '0' || *p > '9')
			continue;
		q = chk_number_end(p);
		const char *b = chk_before(s->t, p);
		const bool begins = !b || *b == '(' || chk_class_at(b) == T_BLANK;
		if (s->n == FIGURES || !begins || !read_figure(&s->f[s->n], p))
			return false;
		if (*q == '.' && q + 1 < s->to)
			return false;                  /* an ordinal number, a day */
		s->n++;
	}
	return s->n > 0;
}

/* The words between two places are those, in this order: "von den", ", das sind". */
static bool reads(const char *p, const char *q, const char *words)
{
	for (; *words; words++)
		if (*words == ' ' ? !chk_gap(&p) : p >= q || *p++ != *words)
			return false;
	return p == q;
}

static bool reads_any(const char *p, const char *q, const char *const *ways)
{
	for (; *ways; ways++)
		if (reads(p, q, *ways))
			return true;
	return false;
}

/* Where one of them ends at q; NULL: none does. */
static const char *ends_with(const char *p, const char *q, const char *const *ways)
{
	for (; *ways; ways++)
		for (const char *w = p; w < q; w = chk_after(w))
			if (reads(w, q, *ways))
				return w;
	return NULL;
}

/* Nothing follows that makes it the share of something else. */
static bool stands_alone(const char *q)
{
	return !*q || strchr(").,;", *q);
}

static void tell(const struct sums *s, const char *p, const char *q, const char *is)
{
	*s->found = true;
	if (s->c)
		chk_tell_at(s->c, RULE_RECHNUNG, s->t, p,
			"„%s“: die Zahlen passen nicht zueinander, %s; bitte eine berichtigen",
			mem_str(s->mem, p, (size_t)(q - p)), is);
}

static const char *percent(const struct sums *s, int64_t v)
{
	return chk_printed(s->mem, (v + 50) / 100 * 100);
}

static int64_t off(int64_t a, int64_t b)
{
	return a > b ? a - b : b - a;
}

/* ---- "120 von 200, das sind 65 Prozent" ---- */

static const char *const thatis[] = {", das sind ", ", also ", " (", ", das entspricht ", " – das sind ",
	", nämlich ", ", d. h. ", " – also ", NULL};

static bool is_share(const struct sums *s, int i)
{
	const struct figure *f = &s->f[i];
	return i > 0 && f->percent && stands_alone(f->behind) && ends_with(s->f[i - 1].q, f->p, thatis) != NULL;
}

static void share_of(const struct sums *s, const struct figure *part, const struct figure *whole,
	const struct figure *is)
{
	static const int64_t half[CHK_DECIMALS + 1] = {ONE / 2, ONE / 20, ONE / 200, ONE / 2000, ONE / 20000};
	const bool rough = chk_has_word(s->from, s->to, roughly);
	if (part->percent || whole->percent || part->v > whole->v || !whole->v)
		return;
	const int64_t right = (int64_t)((__int128)part->v * HUNDRED / whole->v);
	const int64_t room = half[is->decimals] + (rough ? 3 * ONE : ONE / 20);
	const char *p = part->p < whole->p ? part->p : whole->p;
	if (off(right, is->v) > room)
		tell(s, p, is->behind,
			mem_fmt(s->mem, "%.*s von %.*s sind %s Prozent", (int)(part->q - part->p), part->p,
				(int)(whole->q - whole->p), whole->p, percent(s, right)));
}

static void shares(const struct sums *s)
{
	static const char *const of[] = {" von ", " von den ", " der ", " von insgesamt ", " von allen ", " aller ",
		" der insgesamt ", NULL};
	static const char *const begin[] = {"Von ", "Von den ", "Von insgesamt ", NULL};
	for (int i = 2; i < s->n; i++) {
		if (!is_share(s, i))
			continue;
		const struct figure *a = &s->f[i - 2], *b = &s->f[i - 1];
		if (reads_any(a->q, b->p, of))
			share_of(s, a, b, &s->f[i]);
		else if (i == 2 && s->n == 3 && reads_any(s->from, a->p, begin))
			share_of(s, b, a, &s->f[i]);
	}
}

/* ---- "jede dritte, also 25 Prozent", "zwei Drittel (60 Prozent)" ---- */

static int part_word(const char *p, const char *q)
{
	static const struct { const char *word; int n; } parts[] = {{"drittel", 3}, {"viertel", 4}, {"fünftel", 5},
		{"sechstel", 6}, {"achtel", 8}, {"zehntel", 10}, {"dritteln", 3}, {"vierteln", 4}, {"fünfteln", 5}};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (chk_is_any(p, q, parts[i].word))
			return parts[i].n;
	return 0;
}

/* "jeder dritte" */
static int each_word(const char *p, const char *q)
{
	static const char *const stems[] = {"zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte",
		"neunte", "zehnte"};
	static const char *const endings[] = {"", "r", "n", "s", "m", NULL};
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
		const char *end = chk_begins_any(p, q, stems[i]);
		if (end && chk_among_any(end, q, endings))
			return (int)i + 2;
	}
	return 0;
}

/* The fraction that the words at *p to *q say, in percent; 0: none. *p moves to its beginning. */
static int64_t fraction(const struct chk_text *t, const char **p, const char *q)
{
	static const char *const each[] = {"jeder", "jede", "jedes", "jedem", "jeden", NULL};
	static const char *const half[] = {"hälfte", NULL}, *const one[] = {"ein", "einem", "eines", NULL};
	const char *b = *p, *w;
	int n = part_word(*p, q), times;
	if (chk_among_any(*p, q, half))
		return HUNDRED / 2;
	if (!chk_gap_back(t, &b) || (w = chk_word_back(t, b)) == b)
		return 0;
	times = chk_among_any(w, b, one) ? 1 : chk_number_word(w, (size_t)(b - w));
	if (!n && chk_among_any(w, b, each)) {
		n = each_word(*p, q);
		times = 1;
	}
	*p = w;
	return n && times && times < n ? (int64_t)times * HUNDRED / n : 0;
}

static void fractions(const struct sums *s)
{
	enum { NEAR = 48, ROOM = 3 * ONE, ROUGH = 8 * ONE };
	for (int i = 0; i < s->n; i++) {
		const struct figure *f = &s->f[i];
		const char *least = i ? s->f[i - 1].q : s->from, *say, *p, *q;
		if (!f->percent || !stands_alone(f->behind) || !(say = ends_with(least, f->p, thatis)))
			continue;
		for (q = say; q > least && say - q < NEAR; q = p) {
			p = chk_word_back(s->t, q);
			const char *from = p;
			const int64_t is = p < q ? fraction(s->t, &from, q) : 0;
			const bool rough = is && chk_has_word(s->from, from, roughly);
			if (is && off(is, f->v) > (rough ? ROUGH : ROOM))
				tell(s, from, f->behind,
					mem_fmt(s->mem, "%.*s sind %s Prozent", (int)(q - from), from,
						percent(s, is)));
			if (is)
				break;
			p = p < q ? p : chk_before(s->t, q);
			if (*p == ',' || *p == '.')
				break;
		}
	}
}

/* ---- "stieg von 45 auf 40" ---- */

static const struct { const char *word; int least, most; } changes[] = {{"stieg", 100, 0}, {"stiegen", 100, 0},
	{"steigt", 100, 0}, {"steigen", 100, 0}, {"gestiegen", 100, 0}, {"erhöhte", 100, 0}, {"erhöhten", 100, 0},
	{"erhöht", 100, 0}, {"wuchs", 100, 0}, {"wuchsen", 100, 0}, {"wächst", 100, 0}, {"gewachsen", 100, 0},
	{"zugenommen", 100, 0}, {"sank", 0, 100}, {"sanken", 0, 100}, {"sinkt", 0, 100}, {"sinken", 0, 100},
	{"gesunken", 0, 100}, {"zurück", 0, 100}, {"zurückgegangen", 0, 100}, {"verringerte", 0, 100},
	{"verringert", 0, 100}, {"abgenommen", 0, 100}, {"verdoppelt", 175, 240}, {"verdoppelte", 175, 240},
	{"verdreifacht", 260, 350}, {"verdreifachte", 260, 350}, {"vervierfacht", 350, 450}, {"halbiert", 40, 60},
	{"halbierte", 40, 60}};

static int change_in(const char *from, const char *to)
{
	int is = -1, n = 0;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		const char *const word[] = {changes[i].word, NULL};
		if (chk_has_word(from, to, word)) {
			is = (int)i;
			n++;
		}
	}
	return n == 1 ? is : -1;
}

static bool is_year(const struct figure *f)
{
	return f->q - f->p == 4 && f->v >= 1900 * ONE && f->v < 2100 * ONE;
}

/* The word behind it, "auf" left out: the second number has the unit of both. */
static bool other_unit(const struct figure *a, const struct figure *b)
{
	const char *p = a->q, *q = b->q;
	chk_gap(&p);
	chk_gap(&q);
	const char *pe = chk_word_end(p), *qe = chk_word_end(q);
	static const char *const large[] = {"Mio", "Mrd", "Tsd", "Millionen", "Milliarden", "Tausend", "Million", NULL};
	if (chk_is(p, pe, "auf"))
		return chk_among(q, qe, large) && a->v >= 1000 * ONE;
	return a->percent != b->percent || (!a->percent && (pe - p != qe - q || memcmp(p, q, (size_t)(pe - p))));
}

static bool in_points(const struct figure *f)
{
	static const char *const points[] = {"Prozentpunkt", "Prozentpunkte", "Prozentpunkten", NULL};
	const char *p = f->q;
	return chk_gap(&p) && chk_among(p, chk_word_end(p), points);
}

/* Where the clause ends that p stands in: at a mark with a blank behind it. */
static bool ends_clause(const char *p)
{
	return strchr(",;:(", *p) ? *p == '(' || p[1] == ' ' : !strncmp(p, "–", strlen("–"));
}

/* Which change the clause around p to q tells of; -1: none, or more than one. */
static int change_around(const struct sums *s, const char *p, const char *q)
{
	for (const char *b; p > s->from && (b = chk_before(s->t, p)) && !ends_clause(b); p = b)
		;
	while (q < s->to && !ends_clause(q))
		q++;
	return change_in(p, q);
}

static void change(const struct sums *s)
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
		const struct figure *a = &s->f[i], *b = &s->f[i + 1];
		const char *begin = ends_with(s->from, a->p, from);
		if (!begin || !ends_with(a->q, b->p, to) || other_unit(a, b) || (is_year(a) && is_year(b)) || !a->v)
			continue;
		const int is = change_around(s, begin, b->behind);
		if (is < 0)
			continue;
		const int64_t percent = (int64_t)((__int128)b->v * 100 / a->v);
		const int least = changes[is].least, most = changes[is].most;
		const bool wrong = !most ? b->v <= a->v : !least ? b->v >= a->v : percent < least || percent > most;
		if (wrong)
			tell(s, begin, b->behind, mem_fmt(s->mem, "der Satz sagt „%s“", changes[is].word));
		else if (i + 2 < s->n && in_points(&s->f[i + 2]) && off(a->v, b->v) != s->f[i + 2].v)
			tell(s, begin, s->f[i + 2].q,
				mem_fmt(s->mem, "der Unterschied ist %s", chk_printed(s->mem, off(a->v, b->v))));
		return;
	}
}

/* ---- "12 Frauen und 18 Männer, zusammen 32" ---- */

/* From the last one back, some of them make the sum. */
static bool adds_up(const struct sums *s, int last, int64_t sum)
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
static bool aside(const struct figure *f)
{
	const char *p = f->q, *q = f->q;
	for (int words = 0; words < 2 && chk_next_word(&p, &q); words++)
		;
	return !*q || strchr(",.;)", *q) || !strncmp(q, " –", 3);
}

static void together(const struct sums *s)
{
	static const char *const ways[] = {", zusammen ", " – zusammen ", ", insgesamt ", ", zusammen also ", NULL};
	static const char *const each[] = {"je", "jeweils", "pro", "mal", "bis", "oder", "davon", "darunter", "mit",
		"außerdem", "weitere", "weiteren", NULL};
	static const char *const and[] = {"und", "sowie", NULL};
	for (int i = 2; i < s->n; i++) {
		const struct figure *b = &s->f[i - 1], *a = &s->f[i - 2], *f = &s->f[i];
		const bool open = chk_has_word(s->from, f->p, each) || chk_has_word(s->from, s->to, roughly);
		if (open || !aside(f) || a->percent || b->percent || f->percent || !ends_with(b->q, f->p, ways) ||
			!chk_has_word(a->q, b->p, and) || is_year(b) || adds_up(s, i - 1, f->v))
			continue;
		tell(s, a->p, f->q, "die Teile ergeben etwas anderes");
	}
}

static bool look(struct chk *c, struct mem *m, const struct chk_text *t)
{
	bool found = false;
	struct sums s = {.c = c, .mem = m, .t = t, .found = &found};
	for (s.from = t->s; s.from < t->end; s.from = chk_sentence_next(t, s.to)) {
		s.to = chk_sentence_end(t, s.from);
		if (!read_all(&s))
			continue;
		shares(&s);
		fractions(&s);
		change(&s);
		together(&s);
	}
	return found;
}

/* All of it follows from the words. */
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
