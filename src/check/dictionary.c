/* dictionary.c: is this a German word? Hunspell answers for the words it lists. German joins words freely, more than
 * any list holds: what it does not know is cut into a head, a joining sound (Fuge) and a tail, both known. A misspelt
 * word can look like a compound (Paten-schafen); so a compound one letter away from a listed word counts as a slip. */
#include <hunspell/hunspell.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "check/check.h"
#include "check/dictionary.h"
#include "check/map.h"

/* bytes of a word; least bytes of its parts, of a tail of any kind; most parts */
enum { LONGEST = 120, HEAD = 3, TAIL = 3, LONG_TAIL = 4, PARTS = 3, REMEMBERED = 200000 };

/* Suggesting takes milliseconds a word, and a text is checked again after each pause in writing: what a word was is
 * remembered as long as the dictionary is open. */
struct chk_spell {
	Hunhandle *hun;
	struct mem *mem;                               /* of the words that are remembered */
	struct chk_map joins, meant;                   /* yes or no; 0: nothing, else its place in likely plus 1 */
	const char **likely; size_t n, cap;
	bool later;
	struct chk_map noted;                          /* words to be looked up */
};

struct chk_spell *chk_spell_open(const char *aff, const char *dic)
{
	struct chk_spell *s = mem_alloc(sizeof *s);
	*s = (struct chk_spell){.hun = Hunspell_create(aff, dic), .mem = mem_new()};
	return s;
}

static void forget(struct chk_spell *s)
{
	chk_map_free(&s->joins);
	chk_map_free(&s->meant);
	chk_map_free(&s->noted);
	mem_free(s->mem);
	s->mem = mem_new();
	s->likely = NULL;
	s->n = s->cap = 0;
}

void chk_spell_close(struct chk_spell *s)
{
	if (!s)
		return;
	forget(s);
	mem_free(s->mem);
	Hunspell_destroy(s->hun);
	free(s);
}

/* The word with its first letter small or large. */
static size_t recase(char out[static LONGEST + 8], const char *word, size_t n, bool large)
{
	const char *p = word;
	uint32_t cp = u8_get(&p, word + n);
	uint32_t low = u8_lower(cp);
	bool letter = (low >= 'a' && low <= 'z') || (low >= 0xE0 && low <= 0xFE);
	size_t k = u8_put(out, !letter ? cp : large ? low - 32 : low), rest = n - (size_t)(p - word);
	memcpy(out + k, p, rest);
	out[k + rest] = '\0';
	return k + rest;
}

static bool listed(struct chk_spell *s, const char *word)
{
	return Hunspell_spell(s->hun, word) != 0;
}

static bool either_case(struct chk_spell *s, const char *word, size_t n)
{
	char w[LONGEST + 8];
	recase(w, word, n, false);
	if (listed(s, w))
		return true;
	recase(w, word, n, true);
	return listed(s, w);
}

bool chk_spell_knows(struct chk_spell *s, const char *word, size_t n)
{
	char w[LONGEST + 8];
	if (n > LONGEST)
		return false;
	memcpy(w, word, n);
	w[n] = '\0';
	if (listed(s, w))
		return true;
	strcpy(w + n, ".");
	return listed(s, w);
}

static bool ends_in(const char *word, size_t n, const char *const *endings)
{
	for (const char *const *e = endings; *e; e++)
		if (n > strlen(*e) && !memcmp(word + n - strlen(*e), *e, strlen(*e)))
			return true;
	return false;
}

/* Nouns with these endings never begin another without an s: "Integrationskonzept". */
static bool wants_s(const char *word, size_t n)
{
	static const char *const endings[] = {"ung", "heit", "keit", "schaft", "tion", "sion", "tät", "tum", NULL};
	return n >= 6 && ends_in(word, n, endings);
}

/* Particles take none: "Ausländeramt", not "Aussländeramt". */
static bool takes_none(const char *word, size_t n)
{
	static const char *const particles[] = {"ab", "an", "auf", "aus", "bei", "durch", "ein", "mit", "nach", "um",
		"unter", "vor", "weg", "zu", "über", NULL};
	char w[LONGEST + 8];
	recase(w, word, n, false);
	for (const char *const *p = particles; *p; p++)
		if (!strcmp(w, *p))
			return true;
	return false;
}

/* "Begegnung" in "Begegnungs-", "Schule" in "Schul-"; words that only ever begin others. */
static bool head(struct chk_spell *s, const char *word, size_t n)
{
	static const char *const joints[] = {"s", "es", "n", "en", "er", "e", NULL};
	static const char *const only_heads[] = {"inter", "sozio", "psycho", "multi", "mikro", "makro", "ko", "poly",
		"post", "trans", "primar", "sekundar", NULL};
	char w[LONGEST + 8];
	recase(w, word, n, false);
	for (const char *const *h = only_heads; *h; h++)
		if (!strcmp(w, *h))
			return true;
	if (either_case(s, word, n))
		return !wants_s(word, n);
	for (const char *const *j = joints; *j; j++) {
		size_t k = strlen(*j);
		if (n >= HEAD + k && !memcmp(word + n - k, *j, k) && either_case(s, word, n - k) &&
			!takes_none(word, n - k))
			return true;
	}
	size_t k = recase(w, word, n, true);
	w[k] = 'e';
	w[k + 1] = '\0';
	return listed(s, w);
}

/* Adjectives that stand only at the end of others, in all their endings; and the few short nouns that often do. */
static bool only_tail(const char *word, size_t n)
{
	static const char *const tails[] = {"schwellig", "wöchig", "stündig", "geschossig", "köpfig", "schaftlich",
		"weit", "nah", "ort", "amt", "rat", "tag", "hof", "bau", NULL};
	for (const char *const *t = tails; *t; t++) {
		size_t k = strlen(*t);
		if (n >= k && n <= k + 2 && !memcmp(word, *t, k))
			return true;
	}
	return false;
}

static bool joined(struct chk_spell *s, const char *word, size_t n, int parts)
{
	for (size_t i = parts == PARTS ? HEAD : LONG_TAIL; i + TAIL <= n; i++) {
		if (((unsigned char)word[i] & 0xC0) == 0x80)
			continue;
		const char *tail = word + i;
		size_t rest = n - i;
		bool ends = only_tail(tail, rest) ||
			(rest >= LONG_TAIL &&
				(either_case(s, tail, rest) || (parts > 2 && joined(s, tail, rest, parts - 1))));
		if (!ends)
			continue;
		if (head(s, word, i))
			return true;
	}
	return false;
}

/* One letter more, less or other, or two neighbours exchanged; in bytes, which is near enough for words of one script.
 * */
static bool one_slip(const char *a, size_t n, const char *b)
{
	size_t m = strlen(b), i = 0, k = 0;
	while (i < n && i < m && a[i] == b[i])
		i++;
	while (k < n - i && k < m - i && a[n - 1 - k] == b[m - 1 - k])
		k++;
	size_t x = n - i - k, y = m - i - k;
	return (x <= 2 && y <= 2 && x + y <= 3 && (x < 2 || ((unsigned char)a[i] & 0x80)) &&
		       (y < 2 || ((unsigned char)b[i] & 0x80))) ||
		(x == 2 && y == 2 && a[i] == b[i + 1] && a[i + 1] == b[i]);
}

/* Listed by itself, not made of parts by the dictionary's own rules for compounds, which allow much that is no word. */
static bool simple(struct chk_spell *s, const char *word)
{
	char **list;
	int count = Hunspell_analyze(s->hun, &list, word);
	bool yes = count > 0;
	for (int i = 0; i < count; i++)
		yes &= !strstr(list[i], "pa:");
	Hunspell_free_list(s->hun, &list, count);
	return yes;
}

/* The dictionary's first suggestion that is one slip away and no mere change of case. */
static const char *suggested(struct chk_spell *s, struct mem *m, const char *word, size_t n)
{
	char w[LONGEST + 8], **list;
	const char *found = NULL;
	memcpy(w, word, n);
	w[n] = '\0';
	int count = Hunspell_suggest(s->hun, &list, w);
	for (int i = 0; i < count && !found; i++)
		if (!strpbrk(list[i], " -") && one_slip(word, n, list[i]) && strcmp(list[i] + 1, w + 1) &&
			simple(s, list[i]))
			found = mem_dup(m, list[i]);
	Hunspell_free_list(s->hun, &list, count);
	return found;
}

bool chk_spell_begins(struct chk_spell *s, const char *word, size_t n)
{
	char w[LONGEST + 8];
	if (n > LONGEST)
		return false;
	memcpy(w, word, n);
	memcpy(w + n, "haus", 4);
	return joined(s, w, n + 4, PARTS);
}

static bool joins(struct chk_spell *s, const char *word, size_t n)
{
	if (!joined(s, word, n, PARTS))
		return false;
	struct mem *m = mem_new();
	bool slip = suggested(s, m, word, n) != NULL;
	mem_free(m);
	return !slip;
}

static int remember(struct chk_spell *s, struct chk_map *of, const char *word, size_t n, int value)
{
	chk_map_put(of, mem_str(s->mem, word, n), n, value);
	return value;
}

static void make_room(struct chk_spell *s)
{
	if (s->joins.n + s->meant.n > REMEMBERED)
		forget(s);
}

bool chk_spell_joins(struct chk_spell *s, const char *word, size_t n)
{
	if (n > LONGEST || n < HEAD + TAIL)
		return false;
	make_room(s);
	const int *known = chk_map_get(&s->joins, word, n);
	if (!known && s->later)
		return remember(s, &s->noted, word, n, true);
	return known ? *known : remember(s, &s->joins, word, n, joins(s, word, n));
}

bool chk_spell_ends(struct chk_spell *s, const char *word, size_t n)
{
	return n <= LONGEST && (either_case(s, word, n) || chk_spell_joins(s, word, n));
}

/* A compound with one letter too many: the dictionary cannot suggest it. */
static const char *less_one(struct chk_spell *s, struct mem *m, const char *word, size_t n)
{
	for (size_t i = 1; i + 1 < n; i++) {
		if (((unsigned char)word[i] | (unsigned char)word[i + 1]) & 0x80)
			continue;
		const char *w = mem_fmt(m, "%.*s%.*s", (int)i, word, (int)(n - i - 1), word + i + 1);
		if (joined(s, w, n - 1, 2))
			return w;
	}
	return NULL;
}

/* Its place plus 1. word: of s->mem */
static int likely(struct chk_spell *s, const char *word)
{
	MEM_ROOM_IN(s->mem, s->likely, s->n, s->cap);
	s->likely[s->n++] = word;
	return (int)s->n;
}

static int find_meant(struct chk_spell *s, const char *word, size_t n)
{
	const char *w = suggested(s, s->mem, word, n);
	w = w ? w : less_one(s, s->mem, word, n);
	return w ? likely(s, w) : 0;
}

const char *chk_spell_meant(struct chk_spell *s, struct mem *m, const char *word, size_t n)
{
	if (n > LONGEST)
		return NULL;
	make_room(s);
	const int *known = chk_map_get(&s->meant, word, n);
	if (!known && s->later && remember(s, &s->noted, word, n, true))
		return NULL;
	int at = known ? *known : remember(s, &s->meant, word, n, find_meant(s, word, n));
	return at ? mem_dup(m, s->likely[at - 1]) : NULL;
}

/* ---- later */

void chk_spell_later(struct chk_spell *s, bool later)
{
	s->later = later;
	chk_map_free(&s->noted);
}

size_t chk_spell_noted(struct chk_spell *s, struct mem *m, const char *const **words)
{
	const char **all = MEM_ARRAY(m, const char *, s->noted.n + 1);
	for (size_t i = 0; i < s->noted.n; i++)
		all[i] = mem_str(m, s->noted.entry[i].key, s->noted.entry[i].len);
	*words = all;
	return s->noted.n;
}

void chk_spell_look_up(struct chk_spell *s, const char *word)
{
	struct mem *m = mem_new();
	if (!chk_spell_joins(s, word, strlen(word)))
		chk_spell_meant(s, m, word, strlen(word));
	mem_free(m);
}

void chk_spell_learn(struct chk_spell *s, const struct chk_spell *from, const char *word)
{
	const size_t n = strlen(word);
	const int *joins = chk_map_get(&from->joins, word, n), *meant = chk_map_get(&from->meant, word, n);
	make_room(s);
	if (joins)
		remember(s, &s->joins, word, n, *joins);
	if (meant)
		remember(s, &s->meant, word, n, *meant ? likely(s, mem_dup(s->mem, from->likely[*meant - 1])) : 0);
}
