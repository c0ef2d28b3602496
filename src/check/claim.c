/* claim.c: the data that a clause is about, seen from one side, its words, and the names of the data in it. */
#include "check/claim.h"

#include "check/change.h"
#include "check/sentence.h"

/* ---- the data, from one side ---- */

size_t chk_things(const struct chk_claim *s)
{
	return (s->turned ? s->g->rows : s->g->cols) - 1;
}

size_t chk_points(const struct chk_claim *s)
{
	return (s->turned ? s->g->cols : s->g->rows) - 1;
}

static size_t place(const struct chk_claim *s, size_t thing, size_t point)
{
	return s->turned ? (thing + 1) * s->g->cols + point + 1 : (point + 1) * s->g->cols + thing + 1;
}

int64_t chk_value(const struct chk_claim *s, size_t thing, size_t point)
{
	return s->g->value[place(s, thing, point)];
}

int64_t chk_total(const struct chk_claim *s, size_t point)
{
	int64_t sum = 0;
	for (size_t i = 0; i < chk_things(s); i++)
		sum += chk_value(s, i, point);
	return sum;
}

static const char *name_of(const struct chk_claim *s, bool thing, size_t i)
{
	return s->g->cell[thing == s->turned ? (i + 1) * s->g->cols : i + 1];
}

const char *chk_point_name(const struct chk_claim *s, size_t point)
{
	return name_of(s, false, point);
}

const char *chk_cell_said(const struct chk_claim *s, size_t thing, size_t point)
{
	if (s->g->cols == 2)                           /* of one series */
		return mem_fmt(s->c->mem, "bei „%s“ %s", name_of(s, s->turned, s->turned ? thing : point),
			s->g->cell[place(s, thing, point)]);
	return mem_fmt(s->c->mem, "bei „%s, %s“ %s", name_of(s, true, thing), name_of(s, false, point),
		s->g->cell[place(s, thing, point)]);
}

bool chk_adds(const struct chk_claim *s)
{
	return !s->g->unit || (!chk_starts(s->g->unit, "Prozent") && !strchr(s->g->unit, '%'));
}

static bool is_year(const char *s)
{
	return strlen(s) == 4 && strspn(s, "0123456789") == 4 && (*s == '1' || *s == '2');
}

bool chk_yearly(const struct chk_claim *s)
{
	for (size_t k = 0; k < chk_points(s); k++) {
		const char *name = name_of(s, false, k);
		if (!is_year(name) || (k && strcmp(name_of(s, false, k - 1), name) >= 0))
			return false;
	}
	return chk_points(s) > 1;
}

/* ---- the words ---- */

bool chk_says(const struct chk_claim *s, const char *const *words)
{
	return chk_has_word(s->from, s->to, words);
}

bool chk_says_all(const struct chk_claim *s)
{
	static const char *const words[] = {"allen", "alle", "jedem", "jeder", "jedes", "überall", "immer", "stets",
		"durchweg", "durchgehend", NULL};
	return chk_says(s, words);
}

bool chk_says_are(const struct chk_claim *s)
{
	static const char *const words[] = {"sind", "waren", "gibt", "gab", "hat", "haben", "hatte", "hatten", "leben",
		"lebten", "liegen", "lagen", "liegt", "lag", "zählt", "zählte", "sagen", "sagten", "nennen", "stimmen",
		"stimmten", "betrug", "beträgt", "betragen", "ist", "war", "wohnen", "wohnten", "blieb", "lebt",
			"lebte",
		"wohnt", "wohnte", "erreichte", "erreicht", "machen", "wünschen", NULL};
	return chk_says(s, words);
}

bool chk_unit_at(const struct chk_claim *s, const char *p)
{
	static const char *const words[] = {"Zahl", "Zahlen", "Anzahl", "Wert", "Werte", NULL};
	const char *q = chk_word_end(p), *end = s->g->unit ? chk_word_end(s->g->unit) : NULL;
	const size_t n = end ? (size_t)(end - s->g->unit) : 0;
	enum { STEM = 4, ENDING = 2 };
	const size_t len = (size_t)(q - p);
	return chk_among(p, q, words) || (n >= STEM && len >= n && !memcmp(p, s->g->unit, n)) ||
		(len >= STEM && len < n && n - len <= ENDING && !memcmp(p, s->g->unit, len)) ||
		(*p == '%' && !chk_adds(s));
}

bool chk_other_noun(const struct chk_claim *s)
{
	static const char *const usual[] = {"Jahr", "Jahre", "Jahren", "Jahres", "Stadt", "Kreis", "Gemeinde",
		"Vergleich",
		"Höchststand", "Tiefststand", "Zahl", "Zahlen", "Anzahl", "Stelle", "Platz", "Rang", "Spitze",
			"Viertel",
		"Drittel", "Hälfte", "Fünftel", "Prozent", "Vierte", "Dritte", "Fünfte", "Zweite", NULL};
	const char *corner = s->g->cell[0];
	for (const char *p = s->from, *q; p < s->to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		bool known = p == s->from || *p < 'A' || *p > 'Z' || chk_among(p, q, usual) || chk_unit_at(s, p) ||
			(*corner && chk_starts(p, corner));
		for (int i = 0; i < s->n && !known; i++)
			known = s->m[i].p <= p && p < s->m[i].q;
		if (q > p && !known)
			return true;
	}
	return false;
}

/* ---- the names ---- */

/* The name at p, declined perhaps: its end; NULL: something else. */
static const char *named(const char *p, const char *to, const char *name)
{
	static const char *const endings[] = {"s", "es", "n", "en", NULL};
	enum { LONG = 5 };
	const size_t n = strlen(name);
	if (!n || (size_t)(to - p) < n || memcmp(p, name, n))
		return NULL;
	const char *q = p + n, *end = chk_word_end(q);
	if (end == q)
		return (*q == ',' || *q == '.') && q[1] >= '0' && q[1] <= '9' ? NULL : q;
	return n >= LONG && chk_among(q, end, endings) ? end : NULL;
}

/* The longest name at p. */
static bool mention_at(const struct chk_claim *s, const char *p, const char *to, struct chk_mention *m)
{
	m->q = NULL;
	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < (side ? chk_things(s) : chk_points(s)); i++) {
			const char *q = named(p, to, name_of(s, side, i));
			if (q && (!m->q || q > m->q))
				*m = (struct chk_mention){i, side, p, q};
		}
	return m->q != NULL;
}

static void add_once(size_t *list, int *n, size_t at)
{
	for (int i = 0; i < *n; i++)
		if (list[i] == at)
			return;
	list[(*n)++] = at;
}

bool chk_claim_mentions(struct chk_claim *s)
{
	struct chk_mention m;
	s->n = s->nthings = s->npoints = 0;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		if (!chk_is_word((unsigned char)*p) || !mention_at(s, p, s->to, &m))
			continue;
		if (s->n == CHK_NAMED)
			return false;
		s->m[s->n++] = m;
		q = m.q;
		if (m.thing)
			add_once(s->thing, &s->nthings, m.at);
		else
			add_once(s->point, &s->npoints, m.at);
	}
	return true;
}
