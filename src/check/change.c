/* change.c: words that say how a number changed. */
#include "check/change.h"

#include "check/scan.h"
#include "check/sentence.h"

static const struct chk_change changes[] = {{"stieg", 100, 0}, {"stiegen", 100, 0}, {"steigt", 100, 0},
	{"steigen", 100, 0}, {"gestiegen", 100, 0}, {"erhöhte", 100, 0}, {"erhöhten", 100, 0}, {"erhöht", 100, 0},
	{"wuchs", 100, 0}, {"wuchsen", 100, 0}, {"wächst", 100, 0}, {"wachsen", 100, 0}, {"gewachsen", 100, 0},
	{"zugenommen", 100, 0}, {"sank", 0, 100}, {"sanken", 0, 100}, {"sinkt", 0, 100}, {"sinken", 0, 100},
	{"gesunken", 0, 100}, {"rückläufig", 0, 100}, {"rückläufige", 0, 100}, {"rückläufigen", 0, 100},
	{"reduziert", 0, 100}, {"reduzierte", 0, 100}, {"reduzierten", 0, 100}, {"gesenkt", 0, 100},
	{"angestiegen", 100, 0}, {"aufgestockt", 100, 0}, {"schrumpft", 0, 100}, {"schrumpfte", 0, 100},
		{"schrumpfen", 0, 100},
	{"geschrumpft", 0, 100}, {"zurück", 0, 100}, {"zurückgegangen", 0, 100}, {"verringerte", 0, 100},
	{"verringert", 0, 100}, {"abgenommen", 0, 100}, {"verdoppelt", 175, 240}, {"verdoppelte", 175, 240},
	{"verdreifacht", 260, 350}, {"verdreifachte", 260, 350}, {"vervierfacht", 350, 450},
	{"vervierfachte", 350, 450}, {"halbiert", 40, 60}, {"halbierte", 40, 60}};

static const struct chk_change *at(const char *p, const char *q)
{
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		if (chk_is_any(p, q, changes[i].word))
			return &changes[i];
	return NULL;
}

/* The first from *p on; *p moves behind it. */
static const struct chk_change *next(const char **p, const char *to)
{
	const struct chk_change *found = NULL;
	for (const char *q; *p < to && !found; *p = q) {
		q = chk_word_end(*p);
		found = q > *p ? at(*p, q) : NULL;
		q = q > *p ? q : chk_after(*p);
	}
	return found;
}

const struct chk_change *chk_change_said(const char *p, const char *q)
{
	const struct chk_change *first = next(&p, q), *other;
	while (first && (other = next(&p, q)))
		if (other != first)
			return NULL;
	return first;
}

bool chk_change_any(const char *p, const char *q)
{
	return next(&p, q) != NULL;
}

int chk_on_top_or_gone(const char *from, const char *to, const char **at)
{
	static const char *const came[] = {"kam", "kamen", "gekommen", NULL}, *const fell[] = {"fiel", "fielen", NULL};
	static const char *const on_top[] = {"hinzu", "dazu", NULL}, *const away[] = {"weg", NULL};
	static const char *const added[] = {"hinzugekommen", "dazugekommen", NULL};
	static const char *const gone[] = {"weggefallen", "entfielen", NULL};
	int up = 0, down = 0;
	for (const char *p = from, *q; p < to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		const bool more = q > p && (chk_among_any(p, q, added) || (chk_among_any(p, q, on_top) &&
			chk_has_word(from, to, came)));
		const bool less = q > p && (chk_among_any(p, q, gone) || (chk_among_any(p, q, away) &&
			chk_has_word(from, to, fell)));
		*at = more || less ? p : *at;
		up |= more;
		down |= less;
	}
	return up - down;
}
