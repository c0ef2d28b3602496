/* period.c: phrases of time. A year or a month is found first; the words before it say which part of it is meant. Where
 * people mean different days ("Herbst"), the period holds all of them. */
#include "check/period.h"

#include "check/number.h"
#include "check/sentence.h"
#include "check/when.h"

enum part { WHOLE, START, MIDDLE, END, TURN, HALF, QUARTER, SPRING, SUMMER, AUTUMN, WINTER, SCHOOL, TERM };

static const struct { const char *word; enum part part; } parts[] = {{"anfang", START}, {"beginn", START},
	{"jahresanfang", START}, {"jahresbeginn", START}, {"mitte", MIDDLE}, {"jahresmitte", MIDDLE}, {"ende", END},
	{"jahresende", END}, {"jahreswechsel", TURN}, {"halbjahr", HALF}, {"quartal", QUARTER}, {"frühjahr", SPRING},
	{"frühling", SPRING}, {"sommer", SUMMER}, {"herbst", AUTUMN}, {"winter", WINTER}, {"schuljahr", SCHOOL},
	{"kindergartenjahr", SCHOOL}, {"kitajahr", SCHOOL}, {"ausbildungsjahr", SCHOOL}, {"wintersemester", TERM}};

/* What of the year or month is meant; which: of its halves or quarters. */
struct named { enum part part; int which; };

/* ---- backwards over the words before ---- */

/* The word before p, behind a blank: one of words, and p moves to its start. */
static bool step_back(const struct chk_text *t, const char **p, const char *const *words)
{
	const char *q = *p, *w;
	if (!chk_gap_back(t, &q) || !chk_among_any(w = chk_word_back(t, q), q, words))
		return false;
	*p = w;
	return true;
}

/* "ersten", "1.", "III." before p: 1 to 4; 0: none. */
static int ordinal_back(const struct chk_text *t, const char **p)
{
	static const char *const words[][6] = {{"ersten", "erste", "erstes", "1", "i", NULL},
		{"zweiten", "zweite", "zweites", "2", "ii", NULL}, {"dritten", "dritte", "drittes", "3", "iii", NULL},
		{"vierten", "vierte", "letzten", "4", "iv", NULL}};
	const char *q = *p;
	chk_gap_back(t, &q);
	q -= q > t->s && q[-1] == '.';
	const char *w = chk_word_back(t, q);
	for (int i = 0; i < 4; i++)
		if (chk_among_any(w, q, words[i])) {
			*p = w;
			return i + 1;
		}
	return 0;
}

static bool named_part(const char *p, const char *q, enum part *part)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (chk_is_any(p, q, parts[i].word)) {
			*part = parts[i].part;
			return true;
		}
	return false;
}

/* Over "des Jahres", "Monat" to the word of a part; p moves to the start of the phrase. */
static struct named part_back(const struct chk_text *t, const char **p)
{
	static const char *const years[] = {"jahr", "jahre", "jahres", "monat", "monats", NULL};
	static const char *const of[] = {"des", NULL};
	struct named is = {WHOLE, 0};
	if (step_back(t, p, years)) {
		const char *before = *p, *w = before;
		if (!step_back(t, &before, of) || !chk_gap_back(t, &w))
			return is;
		*p = before;
	}
	const char *q = *p, *w;
	if (!chk_gap_back(t, &q) || !named_part(w = chk_word_back(t, q), q, &is.part))
		return is;
	*p = w;
	if (is.part == HALF || is.part == QUARTER) {
		is.which = ordinal_back(t, p);
		is.part = is.which ? is.part : WHOLE;
	}
	return is;
}

/* ---- days ---- */

static struct date day_of(int year, int month, int day)
{
	return (struct date){.year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day};
}

static void months(struct chk_period *s, int year, int from, int year_to, int to)
{
	s->from = day_of(year, from, 1);
	s->to = date_last(day_of(year_to, to, 0));
}

/* The year from, or the two years from and to. */
static void part_of_year(struct chk_period *s, int from, int to, struct named is)
{
	static const int first[] = {[START] = 1, [MIDDLE] = 4, [END] = 9, [SPRING] = 2, [SUMMER] = 5, [AUTUMN] = 8};
	static const int last[] = {[START] = 4, [MIDDLE] = 9, [END] = 12, [SPRING] = 6, [SUMMER] = 9, [AUTUMN] = 12};
	switch (is.part) {
	case WHOLE:   months(s, from, 1, to, 12); break;
	case HALF:    months(s, from, is.which > 1 ? 7 : 1, from, is.which > 1 ? 12 : 6); break;
	case QUARTER: months(s, from, is.which * 3 - 2, from, is.which * 3); break;
	case TURN:    months(s, from == to ? from - 1 : from, 12, from == to ? from + 1 : to, 1); break;
	case WINTER:  months(s, from, from == to ? 1 : 10, to, from == to ? 12 : 4); break;
	case TERM:    months(s, from, 9, from == to ? from + 1 : to, 4); break;
	case SCHOOL:  months(s, from, 2, from == to ? from + 1 : to, 9); break;     /* counted when it is planned */
	default:      months(s, from, first[is.part], to, last[is.part]); break;
	}
}

static void part_of_month(struct chk_period *s, struct date month, struct named is)
{
	static const int first[] = {[START] = 1, [MIDDLE] = 9, [END] = 19}, last[] = {[START] = 12, [MIDDLE] = 22};
	const bool some = is.part == START || is.part == MIDDLE || is.part == END;
	s->from = s->to = month;
	s->from.day = (int8_t)(some ? first[is.part] : 1);
	s->to.day = (int8_t)(some && is.part != END ? last[is.part] : month.year ? date_last(month).day : 31);
}

bool chk_period_meets(const struct chk_period *s, struct date d)
{
	struct date from = s->from, to = s->to, first = d;
	if (!from.year && !d.month)
		return true;
	from.year = from.year ? from.year : d.year;
	to.year = to.year ? to.year : d.year;
	first.month = first.month ? first.month : 1;
	first.day = first.day ? first.day : 1;
	return date_days(first) <= date_days(to) && date_days(date_last(d)) >= date_days(from);
}

/* ---- found at a token ---- */

bool chk_counts(const char *p)
{
	static const char *const verbs[] = {"lag", "lagen", "zählte", "zählten", "lebte", "lebten", "leben", "lebt",
		"war", "waren", "sind", "betrug", "betrugen", "wohnten", "wohnen", "hatte", "hatten", "gab", "zählt",
		"zählen", "besuchten", "besuchen", "arbeiteten", "arbeiten", "stieg", "sank", "belief", "verzeichnete",
		"registrierte", "gezählt", "gemeldet", "betreut", "registriert", "erfasst", "verzeichnet",
		"beschäftigt", "weist", "wies", "meldet", "meldete", NULL};
	return chk_among_any(p, chk_word_end(p), verbs);
}

/* "2015/2016", "2015/16": the later year; the year itself: none; 0: it is the end or a part of a list of years. */
static int second_year(const struct chk_text *t, struct chk_period *s, int year)
{
	static const char *const spans[] = {"bis", "und", "oder", NULL};
	const char *q = s->q, *b = chk_before(t, s->p);
	int n, later;
	if (b && (*b == '/' || chk_class_at(b) == T_DASH))
		return 0;
	if (*q == '/' && (later = chk_digits(q + 1, t->end, &n), n == 2 || n == 4)) {
		s->q = q + 1 + n;
		later = n == 2 ? year - year % 100 + later + (later < year % 100 ? 100 : 0) : later;
		return later == year + 1 ? later : 0;
	}
	if (chk_class_at(q) == T_DASH)
		return 0;
	const char *w = q;
	chk_gap(&w);
	if (!chk_among(w, chk_word_end(w), spans))
		return year;
	w = chk_word_end(w);
	chk_gap(&w);
	return *w >= '0' && *w <= '9' ? 0 : year;
}

static bool with_year(const struct chk_text *t, const struct chk_when *w, struct chk_period *s)
{
	*s = (struct chk_period){.p = w->p, .q = w->q};
	const bool alone = !w->month;
	const int to = alone ? second_year(t, s, w->year) : w->year;
	if (!to || w->month > 12 || w->day > 31 || w->year > 2999)
		return false;
	if (w->day) {
		s->from = s->to = day_of(w->year, w->month, w->day);
		return true;
	}
	const struct named is = part_back(t, &s->p);
	if (alone)
		part_of_year(s, w->year, to, is);
	else
		part_of_month(s, day_of(w->year, w->month, 0), is);
	return true;
}

/* Told of with a verb that counts: "lebten". */
static bool counted_at(const char *q)
{
	return chk_gap(&q) && chk_counts(q);
}

/* "Ende November lebten" */
static bool month_alone(const struct chk_text *t, const struct chk_tok *k, struct chk_period *s)
{
	const char *q = chk_word_end(k->p);
	const int month = date_month_named(k->p, (size_t)(q - k->p));
	*s = (struct chk_period){.p = k->p, .q = q};
	if (!month || !counted_at(q))
		return false;
	part_of_month(s, day_of(0, month, 0), part_back(t, &s->p));
	return true;
}

/* "Am 31. Dezember lebten", "Zum 31.12. lebten" */
static bool day_alone(const struct chk_text *t, const struct chk_tok *k, struct chk_period *s)
{
	struct chk_when w;
	int nd, nm, day = chk_digits(k->p, k->q, &nd);
	*s = (struct chk_period){.p = k->p, .q = k->q};
	if (chk_when(t, k, &w)) {
		s->q = w.q;
		s->from = s->to = day_of(0, w.month, w.day);
	} else if (nd >= 1 && nd <= 2 && k->p[nd] == '.' && *k->q == '.') {
		const int month = chk_digits(k->p + nd + 1, k->q, &nm);
		s->from = s->to = day_of(0, month, day);
		s->q = k->p + nd + 1 + nm == k->q ? k->q + 1 : k->p;
	}
	const struct date d = s->from;
	return s->q > k->p && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31 && counted_at(s->q);
}

/* "zweitausendsiebzehn"; 0: no year */
static int year_word(const char *p, const char *q)
{
	const int n = chk_number_word(p, (size_t)(q - p));
	return n >= 1900 && n < 2100 ? n : 0;
}

static bool speaks_of_year(const struct chk_tok *k)
{
	const char *q = chk_word_end(k->p);
	return strchr("VJZzNn", *k->p) && (chk_is(k->p, q, "Vorjahr") || chk_is(k->p, q, "Jahr") || year_word(k->p, q));
}

/* "im Vorjahr", "im vergangenen Jahr", "Ende zweitausendsechzehn" */
static bool year_told(const struct chk *c, const struct chk_text *t, const struct chk_tok *k, struct chk_period *s)
{
	static const char *const last[] = {"vergangenen", "letzten", "vorigen", NULL};
	struct chk_when w = {.p = k->p, .q = chk_word_end(k->p)};
	if (!speaks_of_year(k))
		return false;
	const bool past = chk_is(w.p, w.q, "Vorjahr") || (chk_is(w.p, w.q, "Jahr") && step_back(t, &w.p, last));
	w.year = past ? (c->stand.year ? c->stand.year - 1 : 0) : year_word(w.p, w.q);
	if (w.year < 1900 || !with_year(t, &w, s))
		return false;
	s->now = past;
	return true;
}

bool chk_stichtag_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_period s;
	return k->class != T_WORD || month_alone(t, k, &s) || speaks_of_year(k);
}

bool chk_period(const struct chk *c, const struct chk_text *t, const struct chk_tok *k, struct chk_period *s)
{
	struct chk_when w;
	if (k->class == T_WORD)
		return month_alone(t, k, s) || year_told(c, t, k, s);
	return chk_when_short(t, k, &w) ? with_year(t, &w, s) : day_alone(t, k, s);
}

/* ---- what is told of it ---- */

/* "das Gesetz vom", "der Beschluss vom": the day of something else. p: behind the noun. */
static bool of_a_paper(const struct chk_text *t, const char *p)
{
	static const char *const papers[] = {"gesetz", "gesetzes", "beschluss", "beschlusses", "satzung", "urteil",
		"urteils", "ordnung", "erlass", "erlasses", "bescheid", "vertrag", "vertrags", "richtlinie", "fassung",
		"sitzung", "konzept", "konzepts", "plan", "schreiben", "antrag", "vereinbarung", "abkommen", "machung",
		NULL};
	if (!chk_gap_back(t, &p))
		return false;
	const char *w = chk_word_back(t, p);
	for (const char *const *s = papers; *s; s++) {
		const size_t n = strlen(*s);
		if ((size_t)(p - w) >= n && chk_is_any(p - n, p, *s))
			return true;
	}
	return false;
}

/* "mehr als im", "im Vergleich zum", "die im … beschlossene", "30.000 im Jahr": of the day speaks something else. p: at
 * the preposition. */
static bool of_something_else(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"als", "wie", "gegenüber", "vergleich", "verglichen", "vorjahr", "seit",
		"bis", "ab", "aus", "die", "der", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "einen",
		NULL};
	return chk_gap_back(t, &p) && chk_among_any(chk_word_back(t, p), p, words);
}

bool chk_period_tells(const struct chk_text *t, const struct chk_period *s)
{
	static const char *const at[] = {"im", "am", "zum", "zu", "in", "per", "für", NULL};
	static const char *const counted[] = {"stand", "stichtag", NULL};
	static const char *const since[] = {"vom", NULL};
	const char *p = s->p, *from, *to, *b;
	chk_gap_back(t, &p);
	if ((b = chk_before(t, p)) && (*b == ':' || *b == ';'))
		return true;
	if (b && *b == '(')
		return !of_something_else(t, b);
	if (chk_sentence(t, s->p, &from, &to) && from == s->p)
		return true;
	p = s->p;
	if (step_back(t, &p, since))
		return !of_a_paper(t, p);
	if (step_back(t, &p, counted))
		return true;
	return step_back(t, &p, at) ? !of_something_else(t, p) : chk_gap_back(t, &p) && chk_counts(chk_word_back(t, p));
}
