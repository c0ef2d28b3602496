/* abk.c: abbreviations that a text writes out beside them, "Kommunales Integrationszentrum (KI)", "KI (Kommunales
 * Integrationszentrum)", to <abk langform>. The words stay as they are. */
#include <string.h>

#include "base/u8.h"
#include "import/parts.h"

enum { SHORT = 2, LONG = 8, WORDS = 10 };              /* letters of an abbreviation; words of a long form */

struct known { const char **at; size_t n, cap; };

static bool is_upper(uint32_t c)
{
	return u8_is_letter(c) && u8_lower(c) != c;
}

/* Letters only, two capitals, the first one of them: "BAMF", "TIntG". Parties stand behind people. */
static bool is_short(const char *s, size_t n)
{
	static const char *const parties[] = {"CDU", "CSU", "SPD", "FDP", "AfD", "BSW", "ÖDP", "UWG", "FWG", NULL};
	size_t letters = 0, capitals = 0;
	for (const char *p = s, *end = s + n; p < end;) {
		const uint32_t c = u8_get(&p, end);
		if (!u8_is_letter(c) || (!letters && !is_upper(c)))
			return false;
		letters++;
		capitals += is_upper(c);
	}
	for (const char *const *p = parties; *p; p++)
		if (strlen(*p) == n && !memcmp(*p, s, n))
			return false;
	return letters >= SHORT && letters <= LONG && capitals >= 2;
}

/* Its letters stand in the long form in this order, the first at its beginning; each: and each capital that begins a
 * word of the long form is one of them. */
static bool stands_for(const char *brief, size_t nbrief, const char *full, size_t nfull, bool each)
{
	const char *b = brief, *bend = brief + nbrief, *c = brief;
	bool start = true, first = true;
	for (const char *p = full, *end = full + nfull; p < end;) {
		const uint32_t x = u8_get(&p, end), low = u8_lower(x);
		const char *next = b;
		const bool met = b < bend && u8_lower(u8_get(&next, bend)) == low;
		if (first && !met)
			return false;
		b = met ? next : b;
		if (each && start && is_upper(x)) {
			bool found = false;
			while (c < bend && !found)
				found = u8_lower(u8_get(&c, bend)) == low;
			if (!found)
				return false;
		}
		start = !u8_is_letter(x);
		first = false;
	}
	return nfull > nbrief + 2 && b == bend;
}

static bool is_person(const char *from, const char *word)
{
	static const char *const before[] = {"Herr ", "Herrn ", "Frau ", "Dr. ", NULL};
	for (const char *const *b = before; *b; b++)
		if ((size_t)(word - from) >= strlen(*b) && !memcmp(word - strlen(*b), *b, strlen(*b)))
			return true;
	return false;
}

/* The long form that ends at `end`: its beginning; NULL. */
static const char *full_before(const char *from, const char *end, const char *brief, size_t n)
{
	int words = 0;
	for (const char *p = end; p > from && words < WORDS; p--) {
		if (strchr(".;:()", p[-1]))
			return NULL;
		if (p - 1 > from && p[-2] != ' ')
			continue;
		words++;
		const char *word = p - 1;
		if (stands_for(brief, n, word, (size_t)(end - word), true))
			return is_person(from, word) ? NULL : word;
	}
	return NULL;
}

/* "KI", "kurz: KI", "im Folgenden KI" in brackets. */
static const char *brief_in(const char *open, const char *close, size_t *n)
{
	static const char *const leads[] = {"kurz", "kurz:", "im Folgenden", "im Folgenden:", "nachfolgend",
		"nachfolgend:",
		"abgekürzt", NULL};
	const char *last = close;
	while (last > open && last[-1] != ' ')
		last--;
	*n = (size_t)(close - last);
	if (last == open)
		return is_short(last, *n) ? last : NULL;
	for (const char *const *l = leads; *l; l++)
		if (strlen(*l) == (size_t)(last - 1 - open) && !memcmp(*l, open, strlen(*l)))
			return is_short(last, *n) ? last : NULL;
	return NULL;
}

struct found { const char *brief, *full; size_t nbrief, nfull; };

static bool in_brackets(const char *text, const char *open, struct found *f)
{
	const char *close = strchr(open, ')');
	if (!close || open - text < 2 || open[-1] != ' ')
		return false;
	const char *end = open - 1, *word = end;
	f->brief = brief_in(open + 1, close, &f->nbrief);
	f->full = f->brief ? full_before(text, end, f->brief, f->nbrief) : NULL;
	f->nfull = f->full ? (size_t)(end - f->full) : 0;
	if (f->full)
		return true;
	while (word > text && word[-1] != ' ')
		word--;
	*f = (struct found){word, open + 1, (size_t)(end - word), (size_t)(close - open - 1)};
	return is_short(f->brief, f->nbrief) && stands_for(f->brief, f->nbrief, f->full, f->nfull, false);
}

static bool told(struct sense *s, struct known *k, const struct found *f)
{
	for (size_t i = 0; i < k->n; i++)
		if (strlen(k->at[i]) == f->nbrief && !memcmp(k->at[i], f->brief, f->nbrief))
			return true;
	MEM_ROOM_IN(s->mem, k->at, k->n, k->cap);
	k->at[k->n++] = mem_str(s->mem, f->brief, f->nbrief);
	return false;
}

/* The text ends before the abbreviation, what follows is a text of its own: it, to be looked at, too. */
static struct draft *put(struct sense *s, struct draft *t, const struct found *f)
{
	struct mem *m = s->mem;
	struct draft *abk = draft_new(m, "abk"), *rest = draft_new(m, NULL);
	const char *brief = mem_str(m, f->brief, f->nbrief), *full = mem_str(m, f->full, f->nfull);
	rest->text = f->brief + f->nbrief;
	t->text = mem_str(m, t->text, (size_t)(f->brief - t->text));
	draft_set(m, abk, "langform", full);
	draft_text(m, abk, brief);
	struct draft *after = t->next;
	if (after) {
		draft_before(after, abk);
		draft_before(after, rest);
	} else {
		draft_put(t->parent, abk);
		draft_put(t->parent, rest);
	}
	s->acc->line = t->parent->line;
	acc_guess(s->acc, ACC_LIKELY, "„%s“ gilt als Abkürzung von „%s“", brief, full);
	return rest;
}

static bool takes_it(const struct draft *d)
{
	return draft_is(d, "absatz") || draft_is(d, "punkt") || draft_is(d, "zelle") || draft_is(d, "fussnote");
}

void sense_abbreviations(struct sense *s, struct draft *root)
{
	struct known k = {0};
	for (struct draft *d = root; d; d = draft_walk(d, root)) {
		struct found f;
		if (d->name || d->ours || !d->text || !takes_it(d->parent))
			continue;
		const char *open = strchr(d->text, '(');
		while (open && !(in_brackets(d->text, open, &f) && !told(s, &k, &f)))
			open = strchr(open + 1, '(');
		if (open)
			put(s, d, &f);                         /* what follows is met next */
	}
}
