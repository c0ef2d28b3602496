/* prozente.c: shares that a sentence names: "60 Prozent sprechen Deutsch, 30 Prozent Türkisch und 20 Prozent Arabisch".
 * Only where they must be those of one whole: it is divided, or a rest is named, or they stand in one row. */
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"

enum { SHARES = 16 };

struct row {
	int64_t sum;
	int n, fewest;                                 /* of decimals */
	bool joined;                                   /* nothing between a comma and its number */
	const char *p, *q;                             /* from the first to the last */
};

/* Behind a number: "%" or "Prozent"; its end, or NULL. */
static const char *percent(const char *p)
{
	chk_gap(&p);
	if (*p == '%')
		return p + 1;
	const char *q = chk_word_end(p);
	return chk_is(p, q, "Prozent") ? q : NULL;
}

/* ", rund 30", "und 30" */
static bool goes_on(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"rund", "etwa", "knapp", "gut", "weitere", "circa", "fast", NULL};
	static const char *const joins[] = {"und", "sowie", "weitere", NULL};
	if (chk_follows(t, p, words)) {
		chk_gap_back(t, &p);
		p = chk_word_back(t, p);
	}
	if (chk_follows(t, p, joins))
		return true;
	chk_gap_back(t, &p);
	return p > t->s && (p[-1] == ',' || p[-1] == ';');
}

/* "20 Prozent der Frauen": a whole of its own. */
static bool of_its_own(const char *p)
{
	static const char *const of[] = {"der", "des", "aller", "von", "vom", "unter", "dieser", "davon", "ihrer",
		NULL};
	return chk_gap(&p) && chk_among(p, chk_word_end(p), of);
}

static bool read_row(const struct chk_text *t, const char *from, const char *to, struct row *r)
{
	*r = (struct row){.fewest = CHK_DECIMALS, .joined = true};
	for (const char *p = from, *q; p < to; p = q) {
		q = *p >= '0' && *p <= '9' ? chk_number_end(p) : chk_word_end(p);
		const char *unit = q > p && *p >= '0' && *p <= '9' ? percent(q) : NULL;
		if (!unit) {
			q = q > p ? q : chk_after(p);
			continue;
		}
		char number[24] = "";
		const size_t len = (size_t)(q - p);
		memcpy(number, p, len < sizeof number ? len : 0);
		const struct chk_number v = chk_number(number);
		if (!v.ok || v.decimals > CHK_DECIMALS || len > 8 || r->n == SHARES)
			return false;
		r->joined &= !r->n || (goes_on(t, p) && !of_its_own(unit));
		r->p = r->n++ ? r->p : p;
		r->q = q = unit;
		r->sum += chk_scaled(v, CHK_DECIMALS);
		r->fewest = v.decimals < r->fewest ? v.decimals : r->fewest;
	}
	return r->n > 1;
}

/* Shares of several wholes, of more than one answer each, or no shares. */
static bool of_others(const char *from, const char *to)
{
	static const char *const words[] = {"jeweils", "je", "davon", "darunter", "wiederum", "hiervon", "gegenüber",
		"statt", "vorjahr", "zuvor", "früher", "damals", "bisher", "bis", "um", "über", "unter", "zwischen",
		"mindestens", "höchstens", "maximal", "mehr", "weniger", "steigt", "stieg", "sinkt", "sank",
		"gestiegen", "gesunken", "wuchs", "fiel", "senkt", "senken", "erhöht", "von", "nannten", "nennen",
		"genannt", "antworten", "antworteten", "angaben", "gaben", "auch", "sowohl", "mehrfach", "mehrere",
		"mehrfachnennungen", "nutzen", "nutzten", "wünschen", "wünschten", "ermäßigung", "rabatt", "nachlass",
		"zuschuss", "förderung", "fördersatz", "gefördert", "quote", "zins", "zinsen", "steuer", "auslastung",
		"ausgelastet", "zufrieden", "zustimmung", "wahlbeteiligung", "erhöhung", "punkte", "wenn", "dann",
		"aber", "dagegen", "während", "hingegen", "nicht", "beziehungsweise", "bzw", "unterschiedlich",
		"erstattet", "erstattung", "übernimmt", "trägt", NULL};
	return chk_has_word(from, to, words);
}

/* It names what is left of the whole. */
static bool has_rest(const char *from, const char *to)
{
	static const char *const rest[] = {"übrigen", "restlichen", "verbleibenden", NULL};
	for (const char *p = from, *q; p < to; p = q) {
		q = chk_word_end(p);
		const char *w = q;
		if (q > p && chk_among_any(p, q, rest) && chk_gap(&w) && *w >= '0' && *w <= '9' &&
			percent(chk_number_end(w)))
			return true;
		q = q > p ? q : chk_after(p);
	}
	return false;
}

static bool judge(const char *from, const char *to, const struct row *r)
{
	static const char *const divided[] = {"verteilen", "verteilten", "verteilt", "aufgeteilt", "gliedern",
		"gliedert", NULL}, *const made[] = {"setzt", "setzen", NULL}, *const of[] = {"zusammen", NULL};
	static const char *const roughly[] = {"rund", "etwa", "knapp", "gut", "circa", "ca", "fast", NULL};
	static const char *const some[] = {"vor", "überwiegend", "hauptsächlich", "rest", "insbesondere", "größten",
		NULL};
	static const int64_t half[CHK_DECIMALS + 1] = {5000, 500, 50, 5, 0};
	enum { HUNDRED = 1000000, ROUGH = 20000 };
	const int64_t room = r->n * (chk_has_word(from, to, roughly) ? ROUGH : half[r->fewest]);
	const int64_t over = r->sum - HUNDRED;
	const bool divides = chk_has_word(from, to, divided) ||
		(chk_has_word(from, to, made) && chk_has_word(from, to, of));
	const bool whole = has_rest(from, to) || (divides && !chk_has_word(from, to, some));
	return whole ? over > room || over < -room : r->n > 2 && r->joined && over > room;
}

/* From p on: the start of the sentence behind the next one that is wrong; NULL: none is. */
static const char *next_wrong(const struct chk_text *t, const char *p, struct row *r)
{
	for (const char *to; p < t->end; p = chk_sentence_next(t, to)) {
		to = chk_sentence_end(t, p);
		if (read_row(t, p, to, r) && !of_others(p, to) && judge(p, to, r))
			return chk_sentence_next(t, to);
	}
	return NULL;
}

bool chk_anteile_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct row r;
	(void)k;
	return next_wrong(t, t->s, &r);
}

void chk_anteile_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct row r;
	(void)k;
	for (const char *p = t->attr ? NULL : t->s; p && (p = next_wrong(t, p, &r));)
		chk_tell_at(c, RULE_ANTEILE, t, r.p,
			"„%s“: die Anteile dieses Satzes ergeben zusammen %s Prozent statt 100; "
			"bitte die Werte prüfen oder sagen, wovon jeder ein Teil ist",
			mem_str(c->mem, r.p, (size_t)(r.q - r.p)), chk_printed(c->mem, r.sum));
}
