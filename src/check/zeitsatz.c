/* zeitsatz.c: the time a sentence gives a Massnahme, "Die Umsetzung dauert 3 Jahre", beside its Zeitbedarf. Only
 * sentences about all of it: not about a step, a phase, what is done every two years. */
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"
#include "check/when.h"

struct said {
	const char *p, *q;                             /* where */
	const char *klasse;                            /* one of these is told */
	int months, until;
};

/* "Die Umsetzung", "das Vorhaben": all of the Massnahme; not "durch die Maßnahme", "das Projekt „Lesen“". */
static bool is_whole(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const names[] = {"maßnahme", "umsetzung", "vorhaben", "projekt", "verwirklichung",
		"realisierung", NULL};
	static const char *const article[] = {"die", "diese", "das", "dieses", NULL};
	static const char *const aside[] = {"durch", "mit", "ohne", "neben", "über", "gegen", "um", "auf", "an", "in",
		"nach", "vor", "als", "und", NULL};
	if (!chk_among_any(k->p, k->q, names))
		return false;
	const char *p = k->p, *q = k->q;
	if (chk_gap(&q) && (chk_class_at(q) == T_QUOTE || (*q >= 'A' && *q <= 'Z')))
		return false;
	const char *w = chk_gap_back(t, &p) ? chk_word_back(t, p) : p;
	return chk_among_any(w, p, article) && !chk_follows(t, w, aside);
}

/* "Der Zeitbedarf", "Die Laufzeit der Maßnahme" */
static bool is_time(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const times[] = {"zeitbedarf", "umsetzungszeitraum", "umsetzungsdauer", "projektlaufzeit",
		NULL};
	static const char *const time_of[] = {"laufzeit", "dauer", NULL}, *const article[] = {"der", "die", NULL};
	static const char *const of[] = {"der", "des", NULL};
	static const char *const whole[] = {"maßnahme", "umsetzung", "vorhabens", "projekts", "projektes", NULL};
	const char *p = k->p, *q = k->q;
	if (!chk_gap_back(t, &p) || !chk_among_any(chk_word_back(t, p), p, article))
		return false;
	p = k->p;
	return chk_among_any(k->p, k->q, times) ||
		(chk_among_any(k->p, k->q, time_of) && chk_next_word(&p, &q) && chk_among_any(p, q, of) &&
			chk_next_word(&p, &q) && chk_among_any(p, q, whole));
}

static bool is_subject(const struct chk_text *t, const struct chk_tok *k)
{
	return is_whole(t, k) || is_time(t, k);
}

/* ---- what the sentence says ---- */

static const char *class_at(const char *p, const char *q)
{
	static const char *const classes[] = {"kurzfristig", "mittelfristig", "langfristig"};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (chk_is_any(p, q, classes[i]))
			return classes[i];
	return NULL;
}

static int number_at(const char *p, const char *q)
{
	static const char *const one[] = {"ein", "einem", "eines", NULL};
	int n = 0, v = chk_digits(p, q, &n);
	return n && p + n == q && n < 4 ? v : chk_among_any(p, q, one) ? 1 : chk_number_word(p, (size_t)(q - p));
}

/* "anderthalb" years, in months */
static int half_years_at(const char *p, const char *q)
{
	static const struct { const char *word; int months; } halves[] = {{"anderthalb", 18}, {"eineinhalb", 18},
		{"zweieinhalb", 30}, {"dreieinhalb", 42}};
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		if (chk_is_any(p, q, halves[i].word))
			return halves[i].months;
	return 0;
}

/* "3 Jahre", "18 Monaten" from p to *q: how many months. */
static int months_at(const char *p, const char **q)
{
	static const char *const years[] = {"jahr", "jahre", "jahren", "jahres", NULL};
	static const char *const months[] = {"monat", "monate", "monaten", NULL};
	static const char *const decades[] = {"jahrzehnt", "jahrzehnte", "jahrzehnten", NULL};
	const int n = number_at(p, *q), half = n ? 12 * n : half_years_at(p, *q);
	if (!half || !chk_next_word(&p, q))
		return 0;
	return chk_among_any(p, *q, years) ? half
		: chk_among_any(p, *q, decades) ? 10 * half
		: chk_among_any(p, *q, months)  ? n
						: 0;
}

/* "bis Ende 2028", "bis zum 31.12.2028" from behind "bis": the year, and its end. */
static int until_at(const char *p, const char *end, const char **q)
{
	enum { FAR = 40 };
	for (const char *from = p; p < end && p - from < FAR; p = chk_after(p)) {
		int n = 0, year = *p == '2' ? chk_digits(p, end, &n) : 0;
		if (n == 4 && year < 2100 && !(p[-1] >= '0' && p[-1] <= '9')) {
			*q = p + n;
			return year;
		}
		if (chk_class_at(p) == T_STOP && *p != '.')
			break;
	}
	return 0;
}

static bool times(const struct chk_text *t, const char *from, const char *to, struct said *s)
{
	static const char *const until[] = {"bis", NULL}, *const other[] = {"alle", "nach", "seit", "vor", "ab", "je",
		"pro", "ersten", "letzten", "nächsten", "um", "als", "jede", "erst", "unter", NULL};
	int found = 0;
	for (const char *p = from, *q; p < to; p = q) {
		q = chk_word_end(p);
		const char *w = p, *class = class_at(p, q);
		if (q == p) {
			q = chk_after(p);
			continue;
		}
		const int months = !chk_follows(t, p, other) ? months_at(p, &q) : 0;
		const int year = chk_among_any(p, q, until) ? until_at(q, to, &q) : 0;
		if (class || months || year) {
			*s = (struct said){w, q, class, months, year};
			found++;
		}
	}
	return found == 1;
}

static bool about_all(const char *from, const char *to, const struct said *s)
{
	static const char *const done[] = {"umgesetzt", "umzusetzen", "umsetzen", "umsetzbar", "abgeschlossen",
		"abzuschließen", "verwirklicht", "realisiert", "realisierbar", "beendet", "endet", "enden", "fertig",
		"erledigt", NULL};
	static const char *const goes_on[] = {"dauert", "dauern", "läuft", "laufen", "angelegt", "anspruch",
		"erstreckt", "laufzeit", "dauer", "benötigt", "braucht", "vorgesehen", "geplant", "angesetzt",
		"veranschlagt", "beträgt", "umfasst", NULL};
	static const char *const part[] = {"nicht", "kein", "keine", "schritt", "schritte", "phase", "stufe", "teil",
		"teile", "teilweise", "vorbereitung", "planung", "auswertung", "evaluation", "bericht", "überprüfung",
		"erste", "ersten", "zweite", "zweiten", "zunächst", "zuerst", "danach", "anschließend", "jeweils",
		"verlängert", "verschoben", "ursprünglich", "bisher", "förderung", "förderzeitraum", "frühestens",
		"mindestens", "höchstens", "maximal", "länger", "kürzer", "mehr", "weniger", "oder", "und", "wenn",
		"falls", "sollte", "könnte", "wäre", "gefördert", "wirkt", "wirken", "wirkung", NULL};
	static const char *const meant[] = {"angelegt", "vorgesehen", "geplant", NULL};
	return !chk_has_word(from, to, part) &&
		(chk_has_word(from, to, done) || chk_has_word(from, to, s->klasse ? meant : goes_on));
}

/* ---- beside the Zeitbedarf ---- */

/* That many years, begun or whole, of a Massnahme that says how many. */
static bool fits_years(const struct chk *c, const struct doc_massnahme *m, int least, int most)
{
	if (!m->klasse && !m->jahre)
		return true;
	if (m->klasse && !strcmp(m->klasse, "laufend"))
		return false;
	if (m->jahre)
		return least <= m->jahre && m->jahre <= most;
	return !strcmp(sty_class_for(c->style, least), m->klasse) || !strcmp(sty_class_for(c->style, most), m->klasse);
}

static bool fits(const struct chk *c, const struct doc_massnahme *m, const struct said *s)
{
	if (s->klasse)
		return !m->klasse || !strcmp(m->klasse, s->klasse);
	if (s->months)
		return fits_years(c, m, s->months / 12, (s->months + 11) / 12);
	return !m->ab || fits_years(c, m, s->until - m->ab, s->until - m->ab + 1);
}

/* "mittelfristig, 5 Jahre, bis 2031" */
static const char *words_of(struct chk *c, const struct doc_massnahme *m)
{
	const char *years = m->jahre ? mem_fmt(c->mem, "%d Jahr%s", m->jahre, m->jahre == 1 ? "" : "e") : "";
	return mem_fmt(c->mem, "%s%s%s%s", m->klasse ? m->klasse : "", m->klasse && m->jahre ? ", " : "", years,
		m->faellig ? mem_fmt(c->mem, ", bis %d", m->faellig) : "");
}

bool chk_zeitsatz_may(const struct chk_text *t, const struct chk_tok *k)
{
	return strchr("MUVPRZLDmuvprzld", *k->p) && is_subject(t, k);
}

void chk_zeitsatz_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const struct doc_node *n = doc_up(t->block, DOC_MASSNAHME);
	const struct doc_massnahme *m = n ? doc_massnahme(c->doc, n) : NULL;
	const char *from, *to;
	struct said s = {0};
	if (!m || !m->zeitbedarf || t->block->kind == DOC_ZEITBEDARF || m->status == DOC_S_ABGESCHLOSSEN ||
		m->status == DOC_S_ENTFALLEN || !is_subject(t, k) || !chk_sentence(t, k->p, &from, &to) ||
		!times(t, from, to, &s) || !about_all(from, to, &s) || fits(c, m, &s))
		return;
	chk_tell_at(c, RULE_ZEITSATZ, t, s.p,
		"„%s“: der Zeitbedarf der Maßnahme ist %s; erwartet wird dieselbe Zeit, "
		"bitte den Satz oder <zeitbedarf> berichtigen",
		mem_str(c->mem, s.p, (size_t)(s.q - s.p)), words_of(c, m));
}
