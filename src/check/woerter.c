/* woerter.c: words written twice, paired forms where the town asks for them. */
#include <string.h>

#include "check/rule.h"

/* "Menschen, die die Sprache lernen" is right: an article or pronoun after a comma, at most two words back. */
static bool comma_near(const struct chk_text *t, const char *p)
{
	for (int words = 0; words < 3; words++) {
		chk_gap_back(t, &p);
		if (p == t->s)
			return false;
		if (p[-1] == ',')
			return true;
		p = chk_word_back(t, p);
	}
	return false;
}

static bool rightly_doubled(const struct chk_text *t, const char *first, const char *p, const char *q)
{
	static const char *const relative[] = {"die", "der", "das", "den", "dem", "deren", "denen", "es", NULL};
	static const char *const always[] = {"sie", "Sie", "ihr", "sein", "sehr", "ganz", "ja", "nein", NULL};
	const char *before = first;
	if (chk_among(p, q, always))
		return true;
	if (chk_among(p, q, relative))
		return comma_near(t, first);
	chk_gap_back(t, &before);
	const char *w = chk_word_back(t, before);
	return (chk_is(p, q, "vor") && chk_is(w, before, "wie")) || (chk_is(p, q, "nach") && chk_is(w, before, "und"));
}

bool chk_doppelt_may(const struct chk_text *t, const struct chk_tok *k)
{
	size_t n = (size_t)(k->q - k->p);
	if ((size_t)(k->p - t->s) < n + 1 || n < 2 || k->p[-1] != ' ')
		return false;
	const char *first = k->p - 1 - n;
	if (first[n - 1] != k->q[-1] || memcmp(first + 1, k->p + 1, n - 1) || (*first | 32) != (*k->p | 32) ||
		*k->q == '-')
		return false;
	const char *b = chk_before(t, first);
	return !(b && (chk_is_word((unsigned char)*b) || *b == '-' || *b == '.')) &&
		!rightly_doubled(t, first, k->p, k->q) && (unsigned char)*k->p >= 'A';
}

void chk_doppelt(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	size_t n = (size_t)(k->q - k->p);
	const char *first = k->p - 1 - n;
	chk_tell_at(c, RULE_DOPPELT, t, first, "„%s“: das Wort steht doppelt; bitte eines entfernen",
		mem_str(c->mem, first, (size_t)(k->q - first)));
	chk_answer(c, t, first + n, k->q, "");
}

/* Star, colon or underscore inside: only where the town wants both forms written out. */
bool chk_geschlecht_may(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const endings[] = {"in", "innen", "r", "n", NULL};
	const char *b = chk_before(t, k->p);
	return (*k->p == '*' || *k->p == ':' || *k->p == '_') && b && chk_is_word((unsigned char)*b) &&
		chk_among(k->q, chk_word_end(k->q), endings);
}

void chk_geschlecht(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (c->geschlecht < 0)
		return;
	chk_tell_at(c, RULE_GESCHLECHT, t, k->p,
		"„%s“: die Kommune schreibt beide Formen aus; "
		"erwartet wird etwa „Akteurinnen und Akteure“, bitte ausschreiben",
		chk_quote(c, t, k->p, chk_word_end(k->q)));
}
