/* rang.c: what a clause says of one group among all: its share, its place, what it has more than another, what all have
 * together. Ties count for whatever the clause says. */
#include "check/claim.h"
#include "check/number.h"
#include "check/rechnung.h"
#include "check/sentence.h"

/* ---- the groups: of one series its rows, of several its things in the one year named ---- */

struct groups {
	const struct chk_claim *s;
	bool points;                                   /* they are the points of the only thing */
	size_t n, fixed;                               /* fixed: the point, or the thing */
	const size_t *named; int nnamed;
};

static bool groups_of(const struct chk_claim *s, struct groups *g)
{
	*g = (struct groups){.s = s};
	if (chk_things(s) == 1 && !s->turned) {
		*g = (struct groups){s, true, chk_points(s), 0, s->point, s->npoints};
		return chk_points(s) > 1;
	}
	if (chk_things(s) < 2 || !chk_yearly(s) || s->npoints != 1)
		return false;
	*g = (struct groups){s, false, chk_things(s), s->point[0], s->thing, s->nthings};
	return true;
}

static int64_t value(const struct groups *g, size_t i)
{
	return g->points ? chk_value(g->s, g->fixed, i) : chk_value(g->s, i, g->fixed);
}

static const char *said(const struct groups *g, size_t i)
{
	return g->points ? chk_cell_said(g->s, g->fixed, i) : chk_cell_said(g->s, i, g->fixed);
}

static int64_t all_of(const struct groups *g)
{
	int64_t sum = 0;
	for (size_t i = 0; i < g->n; i++)
		sum += value(g, i);
	return sum;
}

static int64_t named_sum(const struct groups *g)
{
	int64_t sum = 0;
	for (int i = 0; i < g->nnamed; i++)
		sum += value(g, g->named[i]);
	return sum;
}

/* ---- words and numbers of the clause ---- */

/* A number at p, in digits or as a word; its end. */
static bool number_at(const struct chk_claim *s, const char *p, int64_t *v, const char **q)
{
	const bool digit = *p >= '0' && *p <= '9';
	*q = digit ? chk_number_end(p) : chk_word_end(p);
	for (int i = 0; i < s->n; i++)
		if (s->m[i].p <= p && p < s->m[i].q)
			return false;
	if (!digit) {
		const int n = *q > p ? chk_number_word(p, (size_t)(*q - p)) : 0;
		*v = (int64_t)n * CHK_ONE;
		return n;
	}
	const struct chk_number n = chk_number(mem_str(s->c->mem, p, (size_t)(*q - p)));
	*v = chk_scaled(n, CHK_DECIMALS);
	return n.ok && n.decimals <= CHK_DECIMALS;
}

static const char *next_word(const char *p)
{
	const char *q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
	return q;
}

/* What is counted follows, "der Kinder", "aller Plätze": the whole. */
static bool of_all(const struct chk_claim *s, const char *q)
{
	static const char *const of[] = {"der", "aller", "von", "dieser", NULL};
	const char *p = q;
	return chk_next_word(&p, &q) && chk_among(p, q, of) && chk_next_word(&p, &q) && chk_unit_at(s, p);
}

/* ---- "ein Viertel der Kinder lebt in West", "30 Prozent der Kinder" ---- */

struct share { int64_t v; bool exact; enum chk_bound bound; const char *p; };

static bool unit_stem(const struct chk_claim *s, const char *q)
{
	enum { STEM = 4 };
	const char *p = q, *unit = s->g->unit;
	return unit && chk_next_word(&p, &q) && q - p >= STEM && strlen(unit) >= STEM && !memcmp(p, unit, STEM);
}

/* The one share that the clause names of all; false: none, or two. */
static bool share_named(const struct chk_claim *s, struct share *x)
{
	const struct chk_text t = {.s = s->from, .end = s->to};
	const bool shares = !chk_adds(s);
	int n = 0;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		const char *from = p, *unit, *behind;
		int64_t v;
		q = next_word(p);
		const bool each = chk_starts(q, " Kind") || unit_stem(s, q);
		if ((v = chk_fraction(&t, &from, q)) && (shares || of_all(s, q) || each)) {
			*x = (struct share){v, false, chk_bound_before(&t, from), from};
			n++;
		} else if (*p >= '0' && *p <= '9' && number_at(s, p, &v, &q) && (unit = q, chk_gap(&unit)) &&
			chk_is(unit, behind = chk_word_end(unit), "Prozent") && !shares && of_all(s, behind)) {
			*x = (struct share){v, true, chk_bound_before(&t, p), p};
			n++;
		}
	}
	return n == 1;
}

const char *chk_claim_share(const struct chk_claim *s)
{
	static const char *const other[] = {"um", "seit", "als", "je", "davon", "darunter", "noch", "nur", "anteil",
		"jahren", NULL};
	static const char *const roughly[] = {"rund", "etwa", "circa", "ca", "ungefähr", "gut", NULL};
	enum { FINE = CHK_ONE / 2, ROOM = 3 * CHK_ONE, ROUGH = 6 * CHK_ONE };
	struct groups g;
	struct share x = {0};
	if (!groups_of(s, &g) || !g.nnamed || !share_named(s, &x))
		return NULL;
	const int64_t all = chk_adds(s) ? all_of(&g) : CHK_HUNDRED, part = named_sum(&g);
	if (all <= 0 || (!x.bound && chk_says(s, other)) || chk_other_noun(s))
		return NULL;
	const int64_t is = (int64_t)((__int128)part * CHK_HUNDRED / all);
	const int64_t room = chk_says(s, roughly) ? ROUGH : x.exact ? FINE : ROOM;
	const bool wrong = x.bound ? chk_beyond(x.bound, x.v, is) : chk_apart(is, x.v) > room;
	return !wrong ? NULL : mem_fmt(s->c->mem, "%s %s von %s", g.nnamed == 1 ? "steht" : "stehen",
		g.nnamed == 1 ? said(&g, g.named[0]) : chk_printed(s->c->mem, part), chk_printed(s->c->mem, all));
}

/* ---- "an zweiter Stelle steht Ost" ---- */

/* The place that the clause names, 1 the first; -1: the last; 0: none. *k: how many share it, "an der Spitze". */
static int place_named(const struct chk_claim *s)
{
	static const char *const places[] = {"erster", "zweiter", "dritter", "vierter", "fünfter", NULL};
	static const char *const ranks[] = {"ersten", "zweiten", "dritten", "vierten", "fünften", NULL};
	static const char *const place[] = {"Stelle", NULL}, *const rank[] = {"Platz", "Rang", NULL};
	for (const char *p = s->from, *q; p < s->to; p = next_word(p)) {
		const char *w, *end;
		q = next_word(p);
		if (chk_is(p, q, "Spitze"))
			return 1;
		w = end = q;
		if (!chk_next_word(&w, &end))
			continue;
		const bool last = (chk_is(p, q, "letzter") && chk_among(w, end, place)) ||
			(chk_is(p, q, "letzten") && chk_among(w, end, rank));
		if (last)
			return -1;
		for (int i = 0; places[i]; i++)
			if ((chk_is(p, q, places[i]) && chk_among(w, end, place)) || (chk_is(p, q, ranks[i]) &&
				chk_among(w, end, rank)))
				return i + 1;
	}
	return 0;
}

/* How many have more: from least, and with those that have as much to most. */
static void rank_of(const struct groups *g, size_t at, int *least, int *most)
{
	*least = 1;
	*most = 0;
	for (size_t i = 0; i < g->n; i++) {
		*least += value(g, i) > value(g, at);
		*most += value(g, i) >= value(g, at);
	}
}

const char *chk_claim_place(const struct chk_claim *s)
{
	static const char *const other[] = {"vor", "hinter", "land", "kreis", "bundesweit", "landesweit", "noch", NULL};
	struct groups g;
	const int told = place_named(s);
	if (!told || !groups_of(s, &g) || !g.nnamed || (g.nnamed > 1 && told != 1) || chk_says(s, other) ||
		chk_other_noun(s))
		return NULL;
	for (int i = 0; i < g.nnamed; i++) {
		int least, most;
		const int place = told < 0 ? (int)g.n : told;
		rank_of(&g, g.named[i], &least, &most);
		if (least > place + g.nnamed - 1 || most < place)
			return mem_fmt(s->c->mem, "steht %s, das ist Platz %d", said(&g, g.named[i]), least);
	}
	return NULL;
}

/* ---- "in Süd und Ost leben zusammen 170 Kinder", "insgesamt 500 Kinder" ---- */

const char *chk_claim_total(const struct chk_claim *s)
{
	static const char *const sum[] = {"zusammen", "insgesamt", NULL}, *const all[] = {"insgesamt", NULL};
	static const char *const other[] = {"mehr", "weniger", "um", "über", "unter", "rund", "etwa", "knapp", "gut",
		"circa", "ca", "seit", "als", "auf", "je", "pro", "mindestens", "davon", "bis", "stieg", "sank", "fast",
		NULL};
	struct groups g;
	int64_t v = 0, n = 0;
	if (!chk_says(s, sum) || chk_says(s, other) || !groups_of(s, &g) || !chk_adds(s) || chk_other_noun(s))
		return NULL;
	for (const char *p = s->from, *q; p < s->to; p = q) {
		int64_t x;
		if (!chk_is_word((unsigned char)*p)) {
			q = chk_after(p);
			continue;
		}
		if (!number_at(s, p, &x, &q))
			continue;
		const char *unit = q;
		n++;
		v = x;
		if (!chk_gap(&unit) || !chk_unit_at(s, unit))
			return NULL;
	}
	const bool whole = !g.nnamed && chk_says(s, all);
	const int64_t is = whole ? all_of(&g) : named_sum(&g);
	if (n != 1 || !(whole || g.nnamed > 1) || v == is || v == all_of(&g))
		return NULL;
	return mem_fmt(s->c->mem, "ergeben die Werte %s", chk_printed(s->c->mem, is));
}

/* ---- "in Nord leben 40 Kinder mehr als in West", "im Vergleich zu 2015 hat Nord 2018 zehn Plätze mehr" ---- */

/* "40 Kinder mehr": the number; *up: more; *q: behind the word. */
static bool more_by(const struct chk_claim *s, int64_t *v, bool *up, const char **q)
{
	static const char *const more[] = {"mehr", NULL}, *const less[] = {"weniger", NULL};
	for (const char *p = s->from; p < s->to; p = *q) {
		const char *w, *end;
		if (!number_at(s, p, v, q)) {
			*q = next_word(p);
			continue;
		}
		w = end = *q;
		if (!chk_next_word(&w, &end) || !chk_unit_at(s, w) || !chk_next_word(&w, &end))
			continue;
		*up = chk_among(w, end, more);
		*q = end;
		return *up || chk_among(w, end, less);
	}
	return false;
}

static const struct chk_mention *after(const struct chk_claim *s, const char *p, bool thing)
{
	for (int i = 0; i < s->n; i++)
		if (s->m[i].p >= p && s->m[i].thing == thing)
			return &s->m[i];
	return NULL;
}

static const struct chk_mention *before(const struct chk_claim *s, const char *p, bool thing)
{
	const struct chk_mention *m = NULL;
	for (int i = 0; i < s->n && s->m[i].p < p; i++)
		m = s->m[i].thing == thing ? &s->m[i] : m;
	return m;
}

/* The two that are compared, of the same kind: things, or points. */
struct pair { const struct chk_mention *a, *b; bool things; };

static bool pair_of(const struct chk_claim *s, const char *q, struct pair *x)
{
	static const char *const than[] = {"als", NULL}, *const base[] = {"vergleich", "gegenüber", NULL};
	const bool alone = !s->turned && chk_things(s) == 1;
	const char *p = q;
	*x = (struct pair){.a = NULL};
	if (chk_next_word(&p, &q) && chk_among(p, q, than)) {
		x->things = !alone && s->npoints <= 1 && s->nthings == 2;
		x->b = after(s, q, x->things);
		x->a = x->b ? before(s, p, x->things) : NULL;
	} else if (chk_says(s, base) && s->npoints == 2) {
		x->b = after(s, s->from, false);
		x->a = x->b ? after(s, x->b->q, false) : NULL;
	}
	if (!x->a || x->a->at == x->b->at)
		return false;
	return x->things ? s->npoints == 1 || chk_points(s) == 1 : alone || s->nthings == 1;
}

static int64_t value_at(const struct chk_claim *s, const struct chk_mention *m)
{
	return m->thing ? chk_value(s, m->at, s->npoints ? s->point[0] : 0) : chk_value(s, s->nthings ? s->thing[0] : 0,
		m->at);
}

static const char *said_at(const struct chk_claim *s, const struct chk_mention *m)
{
	return m->thing ? chk_cell_said(s, m->at, s->npoints ? s->point[0] : 0)
			: chk_cell_said(s, s->nthings ? s->thing[0] : 0, m->at);
}

const char *chk_claim_difference(const struct chk_claim *s)
{
	static const char *const roughly[] = {"rund", "etwa", "knapp", "gut", "circa", "ca", "über", "fast",
		"mindestens", "jährlich", NULL};
	struct pair x;
	const char *q;
	int64_t v;
	bool up;
	if (chk_says(s, roughly) || !more_by(s, &v, &up, &q) || !pair_of(s, q, &x))
		return NULL;
	if (value_at(s, x.a) - value_at(s, x.b) == (up ? v : -v))
		return NULL;
	return mem_fmt(s->c->mem, "steht %s, %s", said_at(s, x.a), said_at(s, x.b));
}

/* ---- "über 100 Kinder leben in Süd" ---- */

const char *chk_claim_bound(const struct chk_claim *s)
{
	static const char *const over[] = {"mehr als ", "Mehr als ", "über ", "Über ", NULL};
	static const char *const under[] = {"weniger als ", "Weniger als ", "unter ", "Unter ", NULL};
	static const char *const other[] = {"um", "seit", "je", "pro", "davon", "darunter", "jährlich", NULL};
	struct groups g;
	int64_t v = 0, x;
	int n = 0;
	bool more = false, less = false;
	if (!groups_of(s, &g) || g.nnamed != 1 || !chk_says_are(s) || chk_says(s, other) || chk_other_noun(s))
		return NULL;
	for (const char *p = s->from, *q, *unit; p < s->to; p = q) {
		if (!chk_is_word((unsigned char)*p) || !number_at(s, p, &x, &q)) {
			q = next_word(p);
			continue;
		}
		unit = q;
		n++;
		v = x;
		more = chk_ends_with(s->from, p, over);
		less = chk_ends_with(s->from, p, under);
		if (!chk_gap(&unit) || !chk_unit_at(s, unit))
			return NULL;
	}
	const int64_t is = value(&g, g.named[0]);
	if (n != 1 || more == less || (more ? is > v : is < v))
		return NULL;
	return mem_fmt(s->c->mem, "steht %s", said(&g, g.named[0]));
}

/* ---- "in drei Ortsteilen leben mehr als 100 Kinder" ---- */

/* "einem" is one, too; *q behind it. 0: none. */
static int64_t first_number(const struct chk_claim *s, const char **q)
{
	static const char *const one[] = {"einem", "einer", NULL};
	int64_t n = 0;
	for (const char *p = s->from; p < s->to && !n; p = *q)
		if (!number_at(s, p, &n, q)) {
			*q = next_word(p);
			n = chk_among_any(p, *q, one) ? CHK_ONE : 0;
		}
	return n;
}

const char *chk_claim_count(const struct chk_claim *s)
{
	static const char *const over[] = {" mehr als ", " über ", NULL}, *const under[] = {" weniger als ", " unter ",
		NULL};
	enum { STEM = 4 };
	const char *corner = s->g->cell[0], *p, *q = s->from;
	struct groups g;
	int64_t n = 0, v = 0, is = 0;
	if (strlen(corner) < STEM || !groups_of(s, &g) || g.nnamed)
		return NULL;
	n = first_number(s, &q);
	const char *w = q;
	if (!n || !chk_next_word(&w, &q) || strncmp(w, corner, STEM))
		return NULL;
	for (p = q; p < s->to; p = q) {
		if (!number_at(s, p, &v, &q) || *p > '9') {
			q = next_word(p);
			continue;
		}
		const bool more = chk_ends_with(s->from, p, over), less = chk_ends_with(s->from, p, under);
		const char *unit = q;
		if (!(more || less) || !chk_gap(&unit) || !chk_unit_at(s, unit))
			return NULL;
		for (size_t i = 0; i < g.n; i++)
			is += more ? value(&g, i) > v : value(&g, i) < v;
		return is * CHK_ONE == n ? NULL : mem_fmt(s->c->mem, "sind es %d", (int)is);
	}
	return NULL;
}
