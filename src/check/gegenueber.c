/* gegenueber.c: what a clause says of two things beside each other: "2015 lag Süd vor Nord", "mehr Mädchen als
 * Jungen", "doppelt so viele". */
#include "check/change.h"
#include "check/claim.h"
#include "check/number.h"
#include "check/rechnung.h"
#include "check/sentence.h"

/* In hundredths of the second: what the first must be, from least to most; most 0: no end. */
struct relation { int least, most; bool open; };           /* open: the ends are outside */

static bool holds(const struct relation *r, int64_t a, int64_t b)
{
	const int64_t x = a * 100, low = b * r->least, high = b * r->most;
	return r->open ? (r->most ? x < high : x > low) : x >= low && (!r->most || x <= high);
}

static const struct relation more = {100, 0, true}, less = {0, 100, true}, equal = {100, 100, false},
			     enough = {100, 0, false};

struct beside {
	const struct chk_claim *s;
	size_t a, b;                                   /* things */
	const struct relation *r;
	bool object;                                   /* the first may be what something is done to */
};

static const struct chk_mention *thing_from(const struct chk_claim *s, const char *p)
{
	for (int i = 0; i < s->n; i++)
		if (s->m[i].thing && s->m[i].p >= p)
			return &s->m[i];
	return NULL;
}

/* The last thing before p. */
static const struct chk_mention *thing_before(const struct chk_claim *s, const char *p)
{
	const struct chk_mention *last = NULL;
	for (int i = 0; i < s->n && s->m[i].p < p; i++)
		last = s->m[i].thing ? &s->m[i] : last;
	return last;
}

/* Nothing but an article, a preposition, a quotation mark between p and the mention. */
static bool is_next(const char *p, const struct chk_mention *m)
{
	static const char *const small[] = {"in", "im", "bei", "dem", "der", "den", "die", "das", NULL};
	while (m && p < m->p) {
		const char *q = chk_is_word((unsigned char)*p) ? chk_word_end(p) : chk_after(p);
		const enum chk_class is = chk_class_at(p);
		if (is != T_BLANK && is != T_QUOTE && !chk_among(p, q, small))
			return false;
		p = q;
	}
	return m != NULL;
}

/* "über", "vor": of the thing before and the one right behind; NULL: something else. */
static const struct relation *where(const char *p, const char *q)
{
	static const char *const up[] = {"über", "vor", NULL}, *const down[] = {"unter", "hinter", NULL};
	return chk_among_any(p, q, up) ? &more : chk_among_any(p, q, down) ? &less : NULL;
}

/* "überstieg": of its subject and its object. */
static const struct relation *verb(const char *p, const char *q)
{
	static const struct { const char *word; const struct relation *r; } verbs[] = {{"überstieg", &more},
		{"übersteigt", &more}, {"übertraf", &more}, {"übertrifft", &more}, {"überholte", &more},
		{"überragt", &more}, {"deckt", &enough}, {"deckte", &enough}, {"unterschritt", &less},
		{"unterschreitet", &less}};
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (chk_is_any(p, q, verbs[i].word))
			return verbs[i].r;
	return NULL;
}

/* "mehr", "höher": beside "als". */
static const struct relation *compared(const char *p, const char *q)
{
	static const char *const up[] = {"mehr", "höher", "größer", "stärker", NULL};
	static const char *const down[] = {"weniger", "niedriger", "kleiner", "geringer", NULL};
	return chk_among_any(p, q, up) ? &more : chk_among_any(p, q, down) ? &less : NULL;
}

/* "doppelt so viele", "mehr als dreimal so viele", "gleich viele", "fast halb so viele" */
static const struct relation *times(const struct chk_claim *s, const char *p, const char *q)
{
	static const struct { const char *word; struct relation is, over, under; } words[] = {
		{"doppelt", {170, 240, false}, {200, 0, false}, {150, 200, false}},
		{"dreimal", {250, 350, false}, {300, 0, false}, {240, 300, false}},
		{"viermal", {350, 450, false}, {400, 0, false}, {320, 400, false}},
		{"halb", {40, 60, false}, {50, 0, false}, {35, 50, false}}};
	const struct chk_text t = {.s = s->from, .end = s->to};
	const enum chk_bound bound = chk_bound_before(&t, p);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_is_any(p, q, words[i].word))
			return bound == BOUND_OVER ? &words[i].over : bound ? &words[i].under : &words[i].is;
	return chk_is_any(p, q, "gleich") ? &equal : NULL;
}

static bool two(struct beside *x, const struct chk_mention *a, const struct chk_mention *b, const struct relation *r)
{
	static const char *const accusative[] = {"den", "Den", "dem", "Dem", NULL};
	if (!a || !b || a->at == b->at)
		return false;
	const struct chk_text t = {.s = x->s->from, .end = x->s->to};
	const bool object = x->object && chk_follows(&t, a->p, accusative);
	x->a = object ? b->at : a->at;
	x->b = object ? a->at : b->at;
	x->r = r;
	return true;
}

/* Behind p, "als" and a thing, or "wie"; where the word that joins stands. */
static const char *joined(const struct chk_claim *s, const char *p, const char *word)
{
	const char *const words[] = {word, NULL};
	for (const char *q; p < s->to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		if (q > p && chk_among_any(p, q, words))
			return q;
	}
	return NULL;
}

/* A word that relates at p to q, with its two things. */
static bool related(struct beside *x, const char *p, const char *q)
{
	const struct chk_claim *s = x->s;
	const struct relation *r = where(p, q);
	const struct chk_mention *before = thing_before(s, p), *behind = thing_from(s, q), *first = NULL;
	const char *join;
	if (r)
		return is_next(q, behind) && two(x, before, behind, r);
	x->object = (r = verb(p, q)) != NULL;
	if (r)
		return before ? two(x, before, behind, r) : behind && two(x, behind, thing_from(s, behind->q), r);
	r = compared(p, q);
	if (r && (join = joined(s, q, "als"))) {
		behind = thing_from(s, join);
		first = is_next(q, thing_from(s, q)) && thing_from(s, q) != behind ? thing_from(s, q) : before;
		return is_next(join, behind) && chk_says_are(s) && two(x, first, behind, r);
	}
	r = times(s, p, q);
	if (r == &equal)
		return (first = thing_from(s, q)) && chk_says_are(s) && two(x, first, thing_from(s, first->q), r);
	if (r && (join = joined(s, q, "wie"))) {
		behind = thing_from(s, join);
		first = thing_from(s, q) != behind ? thing_from(s, q) : before;
		return is_next(join, behind) && chk_says_are(s) && two(x, first, behind, r);
	}
	return false;
}

/* The points that the clause means: from the first to the last of all, or those named. */
static bool means(const struct chk_claim *s, size_t k)
{
	static const char *const since[] = {"seit", "ab", NULL}, *const until[] = {"bis", NULL};
	if (s->npoints == 1 && chk_says(s, since))
		return k >= s->point[0];
	if (s->npoints == 1 && chk_says(s, until))
		return k <= s->point[0];
	for (int i = 0; i < s->npoints; i++)
		if (s->point[i] == k)
			return true;
	return !s->npoints;
}

/* Where it holds though it must not, or the other way; SIZE_MAX: nowhere. */
static size_t wrong_at(const struct beside *x)
{
	static const char *const only[] = {"nur", "einzig", "lediglich", NULL};
	const struct chk_claim *s = x->s;
	const bool alone = chk_says(s, only) && s->npoints, all = s->npoints || chk_says_all(s);
	size_t wrong = SIZE_MAX, right = 0;
	int64_t a = 0, b = 0;
	for (size_t k = 0; k < chk_points(s); k++) {
		const bool is = holds(x->r, chk_value(s, x->a, k), chk_value(s, x->b, k)), meant = means(s, k);
		wrong = (meant && !is) || (!meant && is && alone) ? k : wrong;
		right += meant && is;
		a += chk_value(s, x->a, k);
		b += chk_value(s, x->b, k);
	}
	return all || (!right && !holds(x->r, a, b)) ? wrong : SIZE_MAX;
}

const char *chk_claim_beside(const struct chk_claim *s)
{
	static const char *const other[] = {"und", "oder", "jahren", "prozent", "rund", "etwa", NULL};
	struct beside x = {.s = s};
	bool found = false;
	if (s->nthings != 2 || s->elsewhere || chk_change_any(s->from, s->to))
		return NULL;
	for (const char *p = s->from, *q; p < s->to && !found; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		found = q > p && related(&x, p, q);
	}
	const size_t k = found && (x.r == &equal || !chk_says(s, other) || s->npoints > 1) ? wrong_at(&x) : SIZE_MAX;
	return k == SIZE_MAX ? NULL
		: mem_fmt(s->c->mem, "steht %s, %s", chk_cell_said(s, x.a, k), chk_cell_said(s, x.b, k));
}
