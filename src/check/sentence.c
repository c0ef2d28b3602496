/* sentence.c: a sentence ends at a mark with a blank behind it, but for the point behind a digit. */
#include "check/sentence.h"

enum { FAR = 4000 };                                   /* bytes of a sentence; longer ones are none */

/* "2,5 Mio. Euro", "z. B.", "ca. 40": the point belongs to the word before it. */
static bool shortens(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"Mio", "Mrd", "Tsd", "ca", "bzw", "Nr", "vgl", "Vgl", "Abs", "inkl", "zzgl",
		"rd", "Str", "St", "Dr", "Prof", "lfd", "ggf", "sog", "evtl", "Art", "Ziff", "Kap", "Tab", "Abb", NULL};
	const char *w = chk_word_back(t, p), *q = p + 1, *before = w;
	if (!chk_gap(&q) || w == p)
		return false;
	if (p - w == 1)                                /* "z. B.", "i. d. R." */
		return (*w >= 'a' && *w <= 'z') || (chk_gap_back(t, &before) && before > t->s && before[-1] == '.' &&
			chk_before(t, before - 1) && chk_word_back(t, before - 1) == before - 2);
	return chk_among(w, p, words);
}

static bool ends_at(const struct chk_text *t, const char *p)
{
	return (p + 1 == t->end || p[1] == ' ' || p[1] == '\n') && p > t->s &&
		!(*p == '.' && ((p[-1] >= '0' && p[-1] <= '9') || shortens(t, p)));
}

/* Asked of each character: most are no mark. */
static inline bool ends(const struct chk_text *t, const char *p)
{
	return (*p == '.' || *p == '!' || *p == '?') && ends_at(t, p);
}

const char *chk_sentence_end(const struct chk_text *t, const char *p)
{
	const char *q = p;
	while (q < t->end && q - p < FAR && !ends(t, q))
		q++;
	return q;
}

bool chk_sentence(const struct chk_text *t, const char *p, const char **from, const char **to)
{
	for (*from = p; *from > t->s && p - *from < FAR && !ends(t, *from - 1);)
		--*from;
	while (*from < p && (**from == ' ' || **from == '\n'))
		++*from;
	*to = chk_sentence_end(t, p);
	return p - *from < FAR && *to - p < FAR;
}

const char *chk_sentence_next(const struct chk_text *t, const char *p)
{
	p += p < t->end && ends(t, p);
	while (p < t->end && (*p == ' ' || *p == '\n'))
		p++;
	return p;
}

bool chk_has_word(const char *p, const char *q, const char *const *words)
{
	for (const char *end; p < q; p = end) {
		end = chk_word_end(p);
		if (end > p && chk_among_any(p, end, words))
			return true;
		end = end > p ? end : chk_after(p);
	}
	return false;
}

bool chk_next_word(const char **p, const char **q)
{
	*p = *q;
	if (!chk_gap(p))
		return false;
	*q = chk_word_end(*p);
	return *q > *p;
}
