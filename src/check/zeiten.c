/* zeiten.c: dates and deadlines: impossible days, weekdays, what happened after the Stand, Zeitbedarf. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"
#include "check/sentence.h"
#include "check/told.h"
#include "check/when.h"

static bool real_date(const struct chk_when *w, struct date *d)
{
	char iso[32];
	*d = (struct date){0};
	if (w->digits > 4 || w->month > 12 || w->day > 31)
		return false;
	int year = w->digits ? w->year : 2000;           /* without a year every 29 February may be meant */
	if (w->day || w->digits == 0)
		snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, w->month, w->day);
	else
		snprintf(iso, sizeof iso, "%04d-%02d", year, w->month);
	return date_parse(d, iso) && year >= 1000 && year < 2200;
}

static bool after_jahr(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const words[] = {"Jahr", "Jahre", "Jahres", "Stand", NULL};
	const char *p = k->p;
	return chk_gap_back(t, &p) && chk_follows(t, p, words);
}

void chk_datum_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	struct date d;
	int n;
	if (chk_when(t, k, &w)) {
		if (!real_date(&w, &d))
			chk_tell_at(c, RULE_DATUM, t, w.p,
				"„%s“: dieses Datum gibt es nicht; "
				"erwartet wird ein Tag des Kalenders mit vierstelliger Jahreszahl, bitte berichtigen",
				chk_quote(c, t, w.p, w.q));
	} else if (!chk_impossible(c, t, k) && k->q - k->p >= 5 && chk_digits(k->p, k->q, &n) && k->p + n == k->q &&
		after_jahr(t, k)) {
		chk_tell_at(c, RULE_DATUM, t, k->p,
			"„%s“ ist keine Jahreszahl; erwartet werden vier Ziffern, bitte berichtigen",
			chk_quote(c, t, k->p, k->q));
	}
}

static bool parse_attr(struct date *d, const struct doc_node *n, enum doc_attr a)
{
	const char *v = doc_get(n, a);
	return v && date_parse(d, v);
}

static int weekday(const char *p, const char *q)
{
	for (int i = 0; i < 7; i++)
		if (chk_is(p, q, date_weekday_name(i)))
			return i;
	return chk_is(p, q, "Sonnabend") ? 5 : -1;
}

void chk_wochentag(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_DATUM];
	for (size_t i = 0; i < l->n; i++) {
		const char *v = doc_get(l->at[i], DOC_A_WOCHENTAG);
		struct date d;
		if (!v || !parse_attr(&d, l->at[i], DOC_A_DATUM) || !d.day ||
			weekday(v, v + strlen(v)) == date_weekday(d))
			continue;
		chk_tell(c, RULE_WOCHENTAG, l->at[i],
			"wochentag=\"%s\" passt nicht zum Datum %s: das ist ein %s; "
			"bitte Wochentag oder Datum berichtigen",
			v, doc_get(l->at[i], DOC_A_DATUM), date_weekday_name(date_weekday(d)));
	}
}

/* "Mittwoch, 31. Mai 2023", "Mittwoch, den 31.05.2023", "Mittwoch, dem …". */
void chk_wochentag_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	struct date d;
	if (!chk_when(t, k, &w) || !w.digits || !w.day || !real_date(&w, &d))
		return;
	const char *p = w.p, *s;
	chk_gap_back(t, &p);
	s = chk_word_back(t, p);
	if (chk_is(s, p, "den") || chk_is(s, p, "dem") || chk_is(s, p, "der")) {
		p = s;
		chk_gap_back(t, &p);
	}
	if (p > t->s && p[-1] == ',')
		p--;
	chk_gap_back(t, &p);
	s = chk_word_back(t, p);
	int told = weekday(s, p);
	if (told >= 0 && told != date_weekday(d))
		chk_tell_at(c, RULE_WOCHENTAG, t, s,
			"„%s“: dieser Tag ist ein %s; bitte Wochentag oder Datum berichtigen",
			mem_str(c->mem, s, (size_t)(w.q - s)), date_weekday_name(date_weekday(d)));
}

static bool past_word(const char *p, const char *q)
{
	static const char *const words[] = {
		"wurde", "wurden", "fand", "fanden", "war", "waren", "hatte", "hatten", "beschloss", "beschlossen",
		"begann", "begannen", "endete", "erfolgte", "erfolgten", "stattgefunden",
		"startete", "nahm", "nahmen", "gab", "kam", "kamen", "lebten", "betrug", "zählte", "lag", "tagte",
		"eröffnete", "unterzeichnete", "veranstaltete", "lud", "trafen",
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_is(p, q, words[i]))
			return true;
	return false;
}

static bool sentence_end(const struct chk_text *t, const char *p)
{
	return (*p == '.' || *p == '!' || *p == '?') && p[1] == ' ' && p > t->s && !(p[-1] >= '0' && p[-1] <= '9');
}

/* "… begann 2021 und endet am 30. Juni 2024": the clause around p to q has a verb of its own. */
static bool told_as_now(const char *from, const char *p, const char *q, const char *to)
{
	static const char *const and[] = {"und", "sowie", NULL};
	static const char *const now[] = {"endet", "enden", "läuft", "laufen", "wird", "werden", "soll", "sollen",
		"gilt",
		"gelten", "dauert", "dauern", "bleibt", "findet", "finden", "tritt", "beginnt", "beginnen", "startet",
		"folgt", "folgen", "steht", "stehen", NULL};
	for (const char *w = from, *end; w < p; w = end) {
		end = chk_word_end(w);
		if (*w == ',' || *w == ';' || (end > w && chk_among(w, end, and)))
			from = w + 1;
		end = end > w ? end : chk_after(w);
	}
	while (q < to && *q != ',' && *q != ';' && !chk_starts(q, " und "))
		q++;
	return chk_has_word(from, q, now);
}

/* The sentence around p to q tells of something past. */
static bool told_as_past(const struct chk_text *t, const char *p, const char *q)
{
	enum { FAR = 400 };
	const char *from = p, *to = q;
	while (from > t->s && p - from < FAR && !sentence_end(t, from - 1))
		from--;
	while (((unsigned char)*from & 0xC0) == 0x80)
		from++;
	while (to < t->end && to - q < FAR && !sentence_end(t, to))
		to++;
	if (told_as_now(from, p, q, to))
		return false;
	for (const char *w = from; w < to; w = chk_after(w)) {
		if (chk_class_at(w) != T_WORD)
			continue;
		const char *e = chk_word_end(w);
		if (past_word(w, e))
			return true;
		w = e - 1;
		while (((unsigned char)*w & 0xC0) == 0x80)
			w--;
	}
	return false;
}

static bool after_stand(const struct chk *c, struct date d)
{
	return c->stand.year && date_cmp(d, date_last(c->stand)) > 0;
}

void chk_stand_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	struct date d;
	if (!c->stand.year || !chk_when(t, k, &w) || !w.digits || !real_date(&w, &d) || !after_stand(c, d) ||
		!told_as_past(t, w.p, w.q))
		return;
	chk_tell_at(c, RULE_STAND, t, w.p,
		"„%s“ wird als vergangen erzählt, liegt aber nach dem Stand %s; "
		"erwartet wird ein Stand, der alles Berichtete einschließt, bitte Stand oder Text berichtigen",
		mem_str(c->mem, w.p, (size_t)(w.q - w.p)), chk_day(c, c->stand));
}

void chk_stand(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	for (size_t i = 0; i < l->n; i++) {
		struct date d;
		if (parse_attr(&d, l->at[i], DOC_A_STICHTAG) && after_stand(c, d))
			chk_tell(c, RULE_STAND, l->at[i],
				"Der Stichtag %s der Kennzahl „%s“ liegt nach dem Stand %s; "
				"bitte Stand oder Stichtag berichtigen",
				chk_day(c, d), doc_get(l->at[i], DOC_A_ID) ? doc_get(l->at[i], DOC_A_ID) : "",
				chk_day(c, c->stand));
	}
}

/* ---- Zeitbedarf ---- */

static const char *class_in(const char *text)
{
	static const char *const classes[] = {"kurzfristig", "mittelfristig", "langfristig", "laufend"};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (strstr(text, classes[i]))
			return classes[i];
	return NULL;
}

static int years_in(const char *text)
{
	while (*text && (*text < '0' || *text > '9'))
		text++;
	return *text && strlen(text) < 1000 ? (int)strtol(text, NULL, 10) : 0;
}

void chk_zeitbedarf_told(struct chk *c, const struct doc_massnahme *m, const struct doc_node *at, const char *told)
{
	const char *class = class_in(told);
	int years = years_in(told);
	if (class && m->klasse && strcmp(class, m->klasse))
		chk_tell(c, RULE_ZEITBEDARF, at,
			"„%s“ steht neben klasse=\"%s\" der Maßnahme; erwartet wird dieselbe Frist an beiden Stellen, "
			"bitte eine berichtigen oder die Abweichung begründen",
			told, m->klasse);
	if (years && m->jahre && years != m->jahre)
		chk_tell(c, RULE_ZEITBEDARF, at,
			"„%s“ steht neben jahre=\"%d\" der Maßnahme; "
			"erwartet wird dieselbe Zahl, bitte eine berichtigen oder die Abweichung begründen",
			told, m->jahre);
}

static void check_class(struct chk *c, const struct doc_massnahme *m)
{
	const char *fits = sty_class_for(c->style, m->jahre);
	const struct sty_terms_of_years terms = sty_terms_of_years(c->style);
	if (!m->klasse || !m->jahre)
		return;
	if (!strcmp(m->klasse, "laufend"))
		chk_tell(c, RULE_ZEITBEDARF, m->zeitbedarf,
			"Zeitbedarf „laufend“ und jahre=\"%d\" schließen sich aus; bitte eines von beiden entfernen",
			m->jahre);
	else if (strcmp(m->klasse, fits))
		chk_tell(c, RULE_ZEITBEDARF, m->zeitbedarf,
			"Zeitbedarf „%s“ mit jahre=\"%d\": "
			"%s nach der Regel der Kommune %s (kurzfristig bis %d, mittelfristig bis %d "
			"Jahre); bitte Klasse oder Jahre berichtigen",
			m->klasse, m->jahre,
			m->jahre == 1 ? "1 Jahr heißt" : mem_fmt(c->mem, "%d Jahre heißen", m->jahre), fits,
			terms.kurz, terms.mittel);
}

void chk_zeitbedarf(struct chk *c)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++, m++) {
		const char *told = doc_get(m->node, DOC_A_LAUT_ZEITBEDARF);
		if (m->zeitbedarf)
			check_class(c, m);
		if (told)
			chk_zeitbedarf_told(c, m, m->node, told);
		if (m->zeitbedarf && (told = doc_get(m->zeitbedarf, DOC_A_LAUT_ZEITBEDARF)))
			chk_zeitbedarf_told(c, m, m->zeitbedarf, told);
		if (m->zeitbedarf && m->zeitbedarf->first)
			chk_zeitbedarf_told(c, m, m->zeitbedarf, chk_str(c, m->zeitbedarf));
	}
}
