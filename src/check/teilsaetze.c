/* teilsaetze.c: sentences about data of several series, cut into clauses, each held against the data. */
#include "check/change.h"
#include "check/claim.h"
#include "check/sentence.h"

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
		chk_claim_bound, chk_claim_added};
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
	if (!chk_claim_mentions(s))
		return NULL;
	static const char *const turns[] = {"zunächst", "dann", "danach", "wieder", "anschließend", NULL};
	const bool turning = chk_says(s, turns);
	const int all = s->npoints;
	const size_t only = s->point[0];
	const char *about = NULL;
	for (const char *p = from; p < to && !about; p = s->to < to ? next_clause(s->to) : to) {
		s->from = p;
		s->to = clause_end(s, p, to);
		if (!chk_claim_mentions(s) || no_statement(s))
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
