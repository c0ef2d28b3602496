/* reihen.c: what a clause states of data of several series: who has most, what rose, how many there are. Only what no
 * reading of the clause makes right is told. */
#include "check/change.h"
#include "check/claim.h"
#include "check/number.h"
#include "check/sentence.h"

enum { ONE = 10000 };                                  /* values in units of 10^-4 */

/* ---- "2018 hat Nord die meisten Plätze" ---- */

static bool first_of_things(const struct chk_claim *s, size_t thing, size_t point, bool up)
{
	const int64_t v = chk_value(s, thing, point);
	for (size_t i = 0; i < chk_things(s); i++)
		if (up ? chk_value(s, i, point) > v : chk_value(s, i, point) < v)
			return false;
	return true;
}

static struct chk_claim turned(const struct chk_claim *s)
{
	return (struct chk_claim){.c = s->c, .g = s->g, .turned = !s->turned};
}

static bool first_of_points(const struct chk_claim *s, size_t thing, size_t point, bool up)
{
	const struct chk_claim other = turned(s);
	return first_of_things(&other, point, thing, up);
}

static bool first_in_total(const struct chk_claim *s, size_t point, bool up)
{
	const int64_t v = chk_total(s, point);
	for (size_t k = 0; k < chk_points(s); k++)
		if (up ? chk_total(s, k) > v : chk_total(s, k) < v)
			return false;
	return chk_adds(s);
}

/* The one thing named is first somewhere, or everywhere where the clause says so. */
static bool thing_first(const struct chk_claim *s, size_t thing, bool up)
{
	size_t n = 0;
	const struct chk_claim other = turned(s);
	for (size_t k = 0; k < chk_points(s); k++)
		n += first_of_things(s, thing, k, up);
	return chk_says_all(s) ? n == chk_points(s) : n || first_in_total(&other, thing, up);
}

static bool point_first(const struct chk_claim *s, size_t point, bool up)
{
	for (size_t i = 0; i < chk_things(s); i++)
		if (first_of_points(s, i, point, up))
			return true;
	return first_in_total(s, point, up);
}

static const char *const most[] = {"meisten", "höchste", "höchsten", "größte", "größten", "häufigsten", "höchststand",
	NULL}, *const least[] = {"wenigsten", "niedrigste", "niedrigsten", "kleinste", "kleinsten", "geringste",
	"geringsten", "seltensten", "tiefststand", NULL};

bool chk_ranks(const char *p, const char *q)
{
	return chk_has_word(p, q, most) || chk_has_word(p, q, least);
}

/* The word that ranks: behind it; NULL: none, or two. */
static const char *ranking(const struct chk_claim *s, bool *up, bool *alone)
{
	static const char *const stand[] = {"höchststand", "tiefststand", NULL};
	const char *at = NULL;
	for (const char *p = s->from, *q; p < s->to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		const bool is_most = q > p && chk_among_any(p, q, most);
		if (!is_most && !(q > p && chk_among_any(p, q, least)))
			continue;
		if (at)
			return NULL;
		at = q;
		*up = is_most;
		*alone = chk_among_any(p, q, stand);
	}
	return at;
}

/* What stands behind it: the unit, nothing, or a thing that is counted. */
static bool ranks_values(const struct chk_claim *s, const char *at, const struct chk_mention **counted)
{
	if (!chk_gap(&at) || at >= s->to)
		return true;
	for (int i = 0; i < s->n; i++)
		if (s->m[i].p == at)
			*counted = &s->m[i];
	return *counted || chk_unit_at(s, at) || (*at >= 'a' && *at <= 'z');
}

/* One of each: first among the things at that point, or that point first for the thing. */
static bool pair_first(const struct chk_claim *s, const struct chk_mention *counted, bool alone, bool up)
{
	const size_t thing = s->thing[0], point = s->point[0];
	const bool among_things = first_of_things(s, thing, point, up);
	const bool among_points = first_of_points(s, thing, point, up);
	if (counted)
		return counted->thing ? among_points : among_things;
	if (alone && chk_yearly(s))
		return among_points;
	return among_things || among_points;
}

/* The cell that the clause means, and the one that is first instead. */
static const char *instead(const struct chk_claim *s, const struct chk_mention *counted, bool up)
{
	const size_t thing = s->nthings ? s->thing[0] : 0, point = s->npoints ? s->point[0] : chk_points(s) - 1;
	size_t i = thing, k = point;
	for (size_t x = 0; s->npoints && !(counted && counted->thing) && x < chk_things(s); x++)
		i = first_of_things(s, x, point, up) ? x : i;
	for (size_t x = 0; i == thing && x < chk_points(s); x++)
		k = first_of_points(s, thing, x, up) ? x : k;
	return mem_fmt(s->c->mem, "steht %s, %s", chk_cell_said(s, thing, point), chk_cell_said(s, i, k));
}

const char *chk_claim_rank(const struct chk_claim *s)
{
	static const char *const other[] = {"einer", "eines", "eine", "nach", "als", "seit", "bis", "vor", "hinter",
		"unter", "über", "noch", "zunächst", NULL};
	const struct chk_mention *counted = NULL;
	bool up = false, alone = false, right;
	const char *at = s->turned ? NULL : ranking(s, &up, &alone);
	if (!at || chk_says(s, other) || !ranks_values(s, at, &counted) || s->nthings > 1 || s->npoints > 1 ||
		chk_other_noun(s))
		return NULL;
	if (s->nthings && s->npoints)
		right = pair_first(s, counted, alone, up);
	else if (s->elsewhere || counted || !s->n)
		return NULL;
	else
		right = s->nthings ? thing_first(s, s->thing[0], up) : point_first(s, s->point[0], up);
	return right ? NULL : instead(s, counted, up);
}

/* ---- "in Nord stieg die Zahl von 5 auf 15" ---- */

static const struct chk_mention *mention_at(const struct chk_claim *s, const char *p)
{
	for (int i = 0; i < s->n; i++)
		if (s->m[i].p <= p && p < s->m[i].q)
			return &s->m[i];
	return NULL;
}

/* The number behind the word, in units of 10^-4; no year of the data. */
static bool number_behind(const struct chk_claim *s, const char *word, int64_t *v, const char **end)
{
	const char *const words[] = {word, NULL};
	for (const char *p = s->from, *q; p < s->to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		const char *w = q;
		if (q == p || !chk_among_any(p, q, words) || !chk_gap(&w) || *w < '0' || *w > '9' || mention_at(s, w))
			continue;
		*end = chk_number_end(w);
		const struct chk_number n = chk_number(mem_str(s->c->mem, w, (size_t)(*end - w)));
		*v = chk_scaled(n, CHK_DECIMALS);
		return n.ok && n.decimals <= CHK_DECIMALS;
	}
	return false;
}

struct span { size_t first, last; };

static bool moves(const struct chk_change *ch, int64_t a, int64_t b)
{
	if (chk_rises(ch) || chk_falls(ch))
		return chk_rises(ch) ? b > a : b < a;
	return a > 0 && b * 100 >= a * ch->least && b * 100 <= a * ch->most;
}

/* The years that the clause means; false: nobody knows. */
static bool span_of(const struct chk_claim *s, struct span *x)
{
	static const char *const since[] = {"seit", "gegenüber", "ab", NULL};
	*x = (struct span){0, chk_points(s) - 1};
	if (s->npoints == 2)
		*x = (struct span){s->point[0], s->point[1]};
	else if (s->npoints == 1 && chk_says(s, since))
		x->first = s->point[0];
	else if (s->npoints == 1)
		*x = (struct span){s->point[0] - 1, s->point[0]};
	return s->npoints < 3 && (s->npoints != 1 || chk_says(s, since) || s->point[0]) && x->first < x->last;
}

/* In those years, or in some, where the clause leaves open which. */
static bool moved(const struct chk_claim *s, size_t thing, const struct chk_change *ch, struct span x)
{
	if (moves(ch, chk_value(s, thing, x.first), chk_value(s, thing, x.last)))
		return true;
	for (size_t a = 0; a < chk_points(s); a++)
		for (size_t b = a + 1; b < chk_points(s); b++)
			if ((s->elsewhere || (s->npoints == 1 && b == s->point[0])) &&
				moves(ch, chk_value(s, thing, a), chk_value(s, thing, b)))
				return true;
	return false;
}

static const char *both_ends(const struct chk_claim *s, size_t thing, struct span x)
{
	return mem_fmt(s->c->mem, "steht %s, %s", chk_cell_said(s, thing, x.first), chk_cell_said(s, thing, x.last));
}

/* "von 5 auf 16": no two years of it have those. */
static bool from_to(const struct chk_claim *s, size_t thing)
{
	int64_t a, b;
	const char *end;
	if (!number_behind(s, "von", &a, &end) || !number_behind(s, "auf", &b, &end))
		return true;
	for (size_t i = 0; i < chk_points(s); i++)
		for (size_t k = i + 1; k < chk_points(s); k++)
			if (chk_value(s, thing, i) == a && chk_value(s, thing, k) == b)
				return true;
	return false;
}

/* "um 20 Plätze", "um 20 Prozent" */
static bool by(const struct chk_claim *s, size_t thing, struct span x)
{
	static const char *const roughly[] = {"rund", "etwa", "knapp", "gut", "über", "mehr", "mindestens", "jährlich",
		NULL};
	int64_t n, a = chk_value(s, thing, x.first), off = chk_value(s, thing, x.last) - a;
	const char *unit;
	if (s->elsewhere || chk_says(s, roughly) || !number_behind(s, "um", &n, &unit) || a <= 0)
		return true;
	off = off < 0 ? -off : off;
	chk_gap(&unit);
	if (*unit == '%' || chk_is(unit, chk_word_end(unit), "Prozent")) {
		const int64_t percent = off * 100 * ONE / a;
		return !chk_adds(s) || (percent < n + ONE && percent > n - ONE);
	}
	return !chk_unit_at(s, unit) || off == n;
}

/* "Nur in West sank …": no other did. */
static bool no_other(const struct chk_claim *s, const struct chk_change *ch, struct span x)
{
	static const char *const only[] = {"nur", "einzig", "lediglich", NULL};
	for (size_t i = 0; i < chk_things(s) && chk_says(s, only) && s->nthings == 1; i++)
		if (i != s->thing[0] && moves(ch, chk_value(s, i, x.first), chk_value(s, i, x.last)))
			return false;
	return true;
}

/* No thing is named: all of them where the clause says so, else the total or any. */
static const char *changed_all(const struct chk_claim *s, const struct chk_change *ch, struct span x)
{
	size_t still = 0, n = 0;
	for (size_t i = 0; i < chk_things(s); i++)
		if (!moved(s, i, ch, x)) {
			still = i;
			n++;
		}
	static const char *const in_all[] = {"insgesamt", NULL};
	int64_t a, b;
	const char *end;
	const bool total = moves(ch, chk_total(s, x.first), chk_total(s, x.last));
	if (chk_says(s, in_all) && chk_adds(s) && number_behind(s, "von", &a, &end) && number_behind(s, "auf", &b,
		&end) &&
		!s->npoints && (chk_total(s, x.first) != a || chk_total(s, x.last) != b))
		return mem_fmt(s->c->mem, "ergeben die Werte %s und %s", chk_printed(s->c->mem, chk_total(s, x.first)),
			chk_printed(s->c->mem, chk_total(s, x.last)));
	if (!n || (!chk_says_all(s) && (n < chk_things(s) || total)))
		return NULL;
	return both_ends(s, still, x);
}

/* "jedes Jahr mehr", "sinkt seit 2014 stetig": the one thing named, from each year to the next. */
static const char *each_year(const struct chk_claim *s)
{
	static const char *const each[] = {"jedes", NULL}, *const year[] = {"jahr", NULL};
	static const char *const but[] = {"bis", "außer", "abgesehen", NULL};
	static const char *const steadily[] = {"stetig", "kontinuierlich", "jährlich", "beständig", NULL};
	static const char *const up[] = {"mehr", NULL}, *const down[] = {"weniger", NULL};
	const struct chk_change *ch = chk_change_said(s->from, s->to);
	const bool rises = ch ? chk_rises(ch) : chk_says(s, up), falls = ch ? chk_falls(ch) : chk_says(s, down);
	struct span x;
	if (!(chk_says(s, steadily) || (chk_says(s, each) && chk_says(s, year))) || rises == falls ||
		(s->nthings != 1 && chk_things(s) > 1) || s->elsewhere || chk_says(s, but) || !span_of(s, &x))
		return NULL;
	const size_t thing = s->nthings ? s->thing[0] : 0;
	for (size_t k = x.first + 1; k <= x.last; k++) {
		const int64_t a = chk_value(s, thing, k - 1), b = chk_value(s, thing, k);
		if (rises ? b < a : b > a)
			return both_ends(s, thing, (struct span){k - 1, k});
	}
	return NULL;
}

const char *chk_claim_change(const struct chk_claim *s)
{
	static const char *const turning[] = {"zunächst", "dann", "zwischenzeitlich", "wieder", "erst", "danach",
		"vorübergehend", "langsamer", "stärker", "schneller", "kaum", "zeitweise", "zuletzt", "als", "wie",
		"mehr", "weniger", NULL}, *const between[] = {"zwischen", NULL};
	const struct chk_change *ch = chk_change_said(s->from, s->to);
	struct span x;
	const char *steps = chk_yearly(s) ? each_year(s) : NULL;
	if (steps || !ch || !chk_yearly(s) || chk_says(s, turning) || !span_of(s, &x) ||
		(chk_says(s, between) && s->npoints != 2))
		return steps;
	if (!s->nthings)
		return changed_all(s, ch, x);
	for (int i = 0; i < s->nthings; i++)
		if (!moved(s, s->thing[i], ch, x))
			return both_ends(s, s->thing[i], x);
	if (s->nthings == 1 && (!no_other(s, ch, x) || !from_to(s, s->thing[0]) || !by(s, s->thing[0], x)))
		return both_ends(s, s->thing[0], x);
	return NULL;
}

/* ---- "in Nord gab es 2017 18 Plätze" ---- */

/* The number at p, and what follows it. */
static bool number_at(const struct chk_claim *s, const char *p, int64_t *v, const char **behind)
{
	*behind = chk_number_end(p);
	const struct chk_number n = chk_number(mem_str(s->c->mem, p, (size_t)(*behind - p)));
	*v = chk_scaled(n, CHK_DECIMALS);
	chk_gap(behind);
	return n.ok && n.decimals <= CHK_DECIMALS;
}

/* Some sum that the clause may mean is v: of the things named at the points named, or of all. */
static bool some_sum(const struct chk_claim *s, int64_t v)
{
	int64_t sum = 0;
	for (int k = 0; k < s->npoints; k++) {
		int64_t at = s->nthings ? 0 : chk_total(s, s->point[k]);
		for (int i = 0; i < s->nthings; i++)
			at += chk_value(s, s->thing[i], s->point[k]);
		sum += at;
		if (at == v || sum == v || chk_total(s, s->point[k]) == v)
			return true;
	}
	for (int i = 0; i < s->nthings; i++) {
		sum = 0;
		for (size_t k = 0; k < chk_points(s); k++)
			sum += chk_value(s, s->thing[i], k);
		if (sum == v)
			return true;
	}
	return false;
}

/* v stands in a cell that the names leave open. */
static bool some_cell(const struct chk_claim *s, int64_t v)
{
	for (size_t i = 0; i < chk_things(s); i++)
		for (size_t k = 0; k < chk_points(s); k++) {
			bool thing = !s->nthings, point = !s->npoints;
			for (int x = 0; x < s->nthings; x++)
				thing |= s->thing[x] == i;
			for (int x = 0; x < s->npoints; x++)
				point |= s->point[x] == k;
			if (thing && point && chk_value(s, i, k) == v)
				return true;
		}
	return false;
}

/* "40 Mädchen": the cell of what is counted at the other name. */
static const char *counted(const struct chk_claim *s, const struct chk_mention *of, int64_t v)
{
	const int others = of->thing ? s->npoints : s->nthings;
	const size_t thing = of->thing ? of->at : s->thing[0], point = of->thing ? s->point[0] : of->at;
	if (others != 1)
		return others || some_sum(s, v) || some_cell(s, v)
			? NULL
			: mem_fmt(s->c->mem, "steht %s",
				  chk_cell_said(s, of->thing ? of->at : 0, of->thing ? 0 : of->at));
	return chk_value(s, thing, point) == v ? NULL : mem_fmt(s->c->mem, "steht %s", chk_cell_said(s, thing, point));
}

/* "in Nord 20 und in Süd 12 Plätze": the name right before each number; NULL: another. */
static const struct chk_mention *right_before(const struct chk_claim *s, const char *p)
{
	for (int i = 0; i < s->n; i++) {
		const char *q = s->m[i].q;
		if (q < p && chk_gap(&q) && q == p)
			return &s->m[i];
	}
	return NULL;
}

static const char *of_name(const struct chk_claim *s, const struct chk_mention *m, int64_t v)
{
	const bool alone = m->thing ? chk_points(s) == 1 : chk_things(s) == 1;
	if (m->thing ? s->npoints != 1 && !alone : s->nthings != 1 && !alone)
		return NULL;
	const size_t thing = m->thing ? m->at : alone ? 0 : s->thing[0],
		point = !m->thing ? m->at : alone ? 0 : s->point[0];
	return chk_value(s, thing, point) == v ? NULL : mem_fmt(s->c->mem, "steht %s", chk_cell_said(s, thing, point));
}

/* "20 und in Süd 12 Plätze": one unit for all. */
static bool unit_later(const struct chk_claim *s, const char *p)
{
	static const char *const and[] = {"und", NULL};
	if (!chk_among(p, chk_word_end(p), and) && *p != ',')
		return false;
	for (; p < s->to; p = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p))
		if (chk_unit_at(s, p))
			return true;
	return false;
}

static const char *one_number(const struct chk_claim *s, const char *p)
{
	int64_t v;
	const char *behind;
	if (!number_at(s, p, &v, &behind))
		return NULL;
	const struct chk_mention *before = right_before(s, p);
	if (before && (unit_later(s, behind) || chk_unit_at(s, behind)) && !s->elsewhere)
		return of_name(s, before, v);
	const struct chk_mention *of = mention_at(s, behind);
	if (of)
		return counted(s, of, v);
	if (!chk_unit_at(s, behind) || !s->n || s->elsewhere || some_cell(s, v) || some_sum(s, v) ||
		((!s->nthings || !s->npoints) && chk_other_noun(s)))
		return NULL;
	return mem_fmt(s->c->mem, "steht %s", chk_cell_said(s, s->nthings ? s->thing[0] : 0,
		s->npoints ? s->point[0] : chk_points(s) - 1));
}

const char *chk_claim_number(const struct chk_claim *s)
{
	static const char *const other[] = {"mehr", "weniger", "um", "über", "unter", "rund", "etwa", "knapp", "gut",
		"circa", "ca", "seit", "als", "von", "auf", "zwischen", "je", "pro", "mindestens", "höchstens", "davon",
		"bis", "durchschnittlich", "durchschnitt", "mittel", NULL};
	const char *wrong = NULL, *at = NULL;
	if (s->turned || chk_says(s, other) || !chk_says_are(s) || chk_change_any(s->from, s->to) ||
		chk_on_top_or_gone(s->from, s->to, &at))
		return NULL;
	for (const char *p = s->from, *q; p < s->to && !wrong; p = q) {
		const bool digit = *p >= '0' && *p <= '9';
		q = digit ? chk_number_end(p) : chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		if (digit && !mention_at(s, p))
			wrong = one_number(s, p);
	}
	return wrong;
}
