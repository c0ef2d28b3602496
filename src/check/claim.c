/* claim.c: sentences about data of several series, cut into clauses, and the names of the data in them. */
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

/* False: more than anybody could say something sure of. */
static bool mentions(struct chk_claim *s)
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

/* ---- the clauses ---- */

static bool has_verb(const struct chk_claim *s, const char *p, const char *q)
{
	const struct chk_claim part = {.from = p, .to = q, .g = s->g};
	return chk_change_any(p, q) || chk_says_are(&part);
}

/* A mark with a blank behind it, a bracket, a dash. */
static bool divides(const char *p)
{
	return (strchr(",;:.", *p) && p[1] == ' ') || *p == '(' || *p == ')' || chk_starts(p, "– ");
}

static const char *mark(const char *p, const char *to)
{
	while (p < to && !divides(p))
		p = chk_after(p);
	return p;
}

/* Where the clause from p on ends: at a mark, or at an "und" with a verb on either side. */
static const char *clause_end(const struct chk_claim *s, const char *p, const char *to)
{
	static const char *const joins[] = {"und", "während", "aber", "doch", NULL};
	const char *end = mark(p, to);
	for (const char *w = p, *q; w < end; w = q) {
		q = chk_word_end(w);
		if (q > w && chk_among(w, q, joins) && ((has_verb(s, p, w) && has_verb(s, q, end)) || (chk_ranks(p,
			w) &&
			chk_ranks(q, end))))
			return w;
		q = q > w ? q : chk_after(w);
	}
	return end;
}

/* What makes a clause no plain statement. */
static bool no_statement(const struct chk_claim *s)
{
	static const char *const words[] = {"nicht", "kein", "keine", "keinem", "keiner", "außer", "neben", "ohne",
		"soll", "sollen", "sollte", "wird", "werden", "würde", "könnte", "wenn", "falls", "ob", "fast",
		"beinahe", "weil", "da", "trotz", "unterschied", "lücke", "abstand", "differenz", "schere", "zuwachs",
		"anstieg", "rückgang", "wachstum", "zunahme", "abnahme", "veränderung", "nachfrage", NULL};
	return chk_says(s, words) || memmem(s->from, (size_t)(s->to - s->from), " bis auf ", strlen(" bis auf "));
}

/* Behind the mark or the "und" at p. */
static const char *next_clause(const char *p)
{
	return chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
}

static const char *wrong_here(const struct chk_claim *s)
{
	static chk_claim_kind *const kinds[] = {chk_claim_rank, chk_claim_change, chk_claim_number, chk_claim_beside,
		chk_claim_share, chk_claim_place, chk_claim_total, chk_claim_difference, chk_claim_count,
			chk_claim_bound};
	const char *about = NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !about; i++)
		about = kinds[i](s);
	return about;
}

/* From one side. */
static const char *wrong_from(struct chk_claim *s, const char *from, const char *to)
{
	s->from = from;
	s->to = to;
	if (!mentions(s))
		return NULL;
	static const char *const turns[] = {"zunächst", "dann", "danach", "wieder", "anschließend", NULL};
	const bool turning = chk_says(s, turns);
	const int all = s->npoints;
	const size_t only = s->point[0];
	const char *about = NULL;
	for (const char *p = from; p < to && !about; p = s->to < to ? next_clause(s->to) : to) {
		s->from = p;
		s->to = clause_end(s, p, to);
		if (!mentions(s) || no_statement(s))
			continue;
		bool all_here = false;                 /* "… und Nord die wenigsten": as in the clause before */
		if (!s->npoints && s->nthings && all == 1 && !has_verb(s, s->from, s->to)) {
			s->point[s->npoints++] = only;
			all_here = true;
		}
		s->elsewhere = turning || (all > s->npoints && !all_here);
		about = wrong_here(s);
	}
	return about;
}

const char *chk_claim_wrong(struct chk *c, const struct chk_grid *g, const char *from, const char *to)
{
	const char *about = NULL;
	for (int side = 0; side < 2 && !about; side++) {
		struct chk_claim s = {.c = c, .g = g, .turned = side};
		about = wrong_from(&s, from, to);
	}
	return about;
}
