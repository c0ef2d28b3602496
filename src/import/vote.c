/* vote.c: numbers of votes and the words around them, to a result of the town's list. */
#include "import/vote.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/u8.h"
#include "import/bag.h"
#include "style/style.h"

enum { WORDS = 64 };
enum what { OTHER, NEUTRAL, NUMBER, YES, NO, ABSTAINED, APART, STEM, UNANIMOUS, MAJORITY, REFUSED, COLON, SECRET,
	BY_NAME };

struct words {
	const char *at[WORDS];
	enum what is[WORDS];
	int value[WORDS];
	int n;
	bool more;                                     /* than there is room for */
};

static const struct { const char *word; enum what is; } known[] = {
	{"ja", YES}, {"jastimme", YES}, {"jastimmen", YES}, {"dafür", YES}, {"fürstimmen", YES}, {"zustimmungen", YES},
	{"nein", NO}, {"neinstimme", NO}, {"neinstimmen", NO}, {"dagegen", NO}, {"gegenstimme", NO}, {"gegenstimmen",
		NO},
	{"enthaltung", ABSTAINED}, {"enthaltungen", ABSTAINED}, {"stimmenthaltung", ABSTAINED},
	{"stimmenthaltungen", ABSTAINED}, {"enthalten", ABSTAINED}, {"beteiligt", APART},
	{"einstimmig", UNANIMOUS}, {"einstimmigkeit", UNANIMOUS}, {"einmütig", UNANIMOUS},
	{"mehrheitlich", MAJORITY}, {"mehrheit", MAJORITY}, {"stimmenmehrheit", MAJORITY},
	{"abgelehnt", REFUSED}, {"geheim", SECRET}, {"geheime", SECRET}, {"namentlich", BY_NAME}, {"namentliche",
		BY_NAME}};

static const char *const neutral[] = {"abstimmungsergebnis", "abstimmung", "ergebnis", "beratungsergebnis",
	"beschlussergebnis", "beschlossen", "angenommen", "beschluss", "der", "die", "das", "dem", "den", "wird",
		"wurde",
	"werden", "mit", "bei", "gegen", "und", "zu", "stimmen", "stimme", "erfolgt", "erfolgte", "ergeht", "erging",
	"gefasst", "so", "somit", "damit", "ist", "sich", "nicht", "antrag", "vorschlag", "beschlussvorschlag", "für",
	"davon", "an", "hat", "haben", "von", "es", "folgt", "wie", "im", "in", "offen", "offene", "offener", NULL};

/* "drei", "keine", "12": the number; -1: none. */
static int number(const char *w)
{
	static const struct { const char *word; int value; } numbers[] = {{"keine", 0}, {"keiner", 0}, {"ohne", 0},
		{"null", 0}, {"eine", 1}, {"einer", 1}, {"ein", 1}, {"zwei", 2}, {"drei", 3}, {"vier", 4}, {"fünf", 5},
		{"sechs", 6}, {"sieben", 7}, {"acht", 8}, {"neun", 9}, {"zehn", 10}, {"elf", 11}, {"zwölf", 12}};
	size_t digits = strspn(w, "0123456789");
	if (digits && digits <= 3 && !w[digits])
		return atoi(w);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!strcmp(w, numbers[i].word))
			return numbers[i].value;
	return -1;
}

static enum what what_of(const char *w, int *value)
{
	if ((*value = number(w)) >= 0)
		return NUMBER;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(w, known[i].word))
			return known[i].is;
	for (const char *const *n = neutral; *n; n++)
		if (!strcmp(w, *n))
			return NEUTRAL;
	return OTHER;
}

static void end_word(struct words *w, struct mem *m, struct buf *b)
{
	if (!b->len)
		return;
	w->more |= w->n == WORDS;
	if (w->n < WORDS) {
		w->at[w->n] = mem_str(m, b->data, b->len);
		w->is[w->n] = what_of(w->at[w->n], &w->value[w->n]);
		w->n++;
	}
	b->len = 0;
}

static void put_colon(struct words *w)
{
	if (w->n && w->n < WORDS && w->is[w->n - 1] == NUMBER) {
		w->at[w->n] = ":";
		w->is[w->n++] = COLON;
	}
}

/* "Ja-Stimmen" is one word, "Ja-, 3 Nein-Stimmen" has two. */
static void split(struct words *w, struct mem *m, const char *s)
{
	struct buf b = {0};
	const char *end = s + strlen(s);
	while (s < end) {
		char as[4];
		uint32_t c = u8_lower(u8_get(&s, end));
		if (bag_is_word(c)) {
			buf_put(&b, as, u8_put(as, c));
			continue;
		}
		if (c == 0xAD || (c == '-' && (*s == 'S' || *s == 's') && b.len))
			continue;
		end_word(w, m, &b);
		if (c == ':')
			put_colon(w);
	}
	end_word(w, m, &b);
	buf_free(&b);
}

static bool is_side(enum what is)
{
	return is >= YES && is <= APART;
}

static void count(struct vote *v, enum what side, int n)
{
	int *at = &v->count[side - YES];
	if (*at < 0)
		*at = n;
}

/* "12 : 3", "12 gegen 3": for, against; a third one abstained. */
static bool read_ratio(struct vote *v, struct words *w)
{
	int at[3], n = 0;
	bool colons = false;
	for (int i = 0; i < w->n; i++)
		if (w->is[i] == NUMBER && n < 3)
			at[n++] = w->value[i];
		else if (w->is[i] == COLON || (i && w->is[i - 1] == NUMBER && !strcmp(w->at[i], "gegen")))
			colons = true;
		else if (is_side(w->is[i]))
			return false;
	if (colons && n == 2)
		at[n++] = 0;                           /* where they count so, nobody abstains */
	for (int i = 0; colons && n >= 2 && i < n; i++)
		v->count[i] = at[i];
	return colons && n >= 2;
}

/* Numbers stand all before their word, or all behind. */
static void read_counts(struct vote *v, struct words *w)
{
	int first = 0;
	while (first < w->n && w->is[first] != NUMBER && !is_side(w->is[first]))
		first++;
	bool behind = first < w->n && is_side(w->is[first]);
	int held = -1;
	for (int i = first; i < w->n; i++) {
		if (w->is[i] == NUMBER) {
			if (!behind)
				held = w->value[i];
			else if (held >= 0)
				count(v, (enum what)held, w->value[i]);
			held = behind ? -1 : held;
		} else if (is_side(w->is[i])) {
			if (behind)
				held = (int)w->is[i];
			else if (held >= 0)
				count(v, w->is[i], held);
			held = behind ? held : -1;
		} else if (w->is[i] == OTHER) {
			held = -1;
		}
	}
}

static bool says(const struct words *w, enum what is)
{
	for (int i = 0; i < w->n; i++)
		if (w->is[i] == is)
			return true;
	return false;
}

/* Nothing but words of votes and, of the town's own word for the result, those. */
static bool nothing_else(const struct words *w, const char *own)
{
	for (int i = 0; i < w->n; i++)
		if (w->is[i] == OTHER && !(own && strcasestr(own, w->at[i])))
			return false;
	return !w->more;
}

/* ---- the town's result */

/* Lower case, one blank between words. */
static char *folded(struct mem *m, const struct words *w)
{
	struct buf b = {0};
	for (int i = 0; i < w->n; i++)
		buf_fmt(&b, "%s%s", i ? " " : "", w->at[i]);
	return buf_take(&b, m);
}

/* What is said does not speak against it; unsaid numbers fit. */
static bool fits(const struct sty_ergebnis *e, const struct vote *v)
{
	const int yes = v->count[VOTE_YES], no = v->count[VOTE_NO], some = v->count[VOTE_ABSTAINED];
	if (yes >= 0 && no >= 0)
		return !sty_contradiction(e, yes, no, some < 0 ? e->enthaltung > 0 : some);
	return !(e->stimmen == STY_EINSTIMMIG && no > 0) && !(e->stimmen == STY_EINSTIMMIG_DAGEGEN && yes > 0) &&
		!(e->enthaltung < 0 && some > 0) && !(e->enthaltung > 0 && some == 0);
}

/* The longest of the town's words for it that the text has. */
static const struct sty_ergebnis *by_word(struct mem *m, const struct style *s, const char *text, const struct vote *v)
{
	const struct sty_ergebnis *best = NULL;
	size_t most = 0;
	for (size_t i = 0; s && sty_result(s, i); i++) {
		const struct sty_ergebnis *e = sty_result(s, i);
		struct words w = {0};
		split(&w, m, e->wort);
		const char *word = folded(m, &w);
		if (strlen(word) > most && strstr(text, word) && fits(e, v)) {
			best = e;
			most = strlen(word);
		}
	}
	return best;
}

static const char *of_kind(const struct style *s, enum sty_folge folge, enum sty_stimmen votes, const struct vote *v)
{
	const struct sty_ergebnis *near = NULL;
	for (size_t i = 0; s && sty_result(s, i); i++) {
		const struct sty_ergebnis *e = sty_result(s, i);
		if (e->folge != folge || e->stimmen != votes || !fits(e, v))
			continue;
		const bool some = v->count[VOTE_ABSTAINED] > 0;
		if (!near || (e->enthaltung > 0) == some)
			near = e;
	}
	return near ? near->id : NULL;
}

static const char *by_numbers(const struct style *s, const struct words *w, const struct vote *v)
{
	const int yes = v->count[VOTE_YES], no = v->count[VOTE_NO];
	const bool refused = says(w, REFUSED) || (yes >= 0 && no >= yes);
	if (says(w, UNANIMOUS) || (yes > 0 && no == 0))
		return of_kind(s, refused ? STY_ABGELEHNT : STY_ANGENOMMEN,
			refused ? STY_EINSTIMMIG_DAGEGEN : STY_EINSTIMMIG, v);
	if (refused)
		return of_kind(s, STY_ABGELEHNT, yes == 0 && no > 0 ? STY_EINSTIMMIG_DAGEGEN : STY_KEINE_MEHRHEIT, v);
	return says(w, MAJORITY) || no > 0 ? of_kind(s, STY_ANGENOMMEN, STY_MEHRHEITLICH, v) : NULL;
}

/* How an item ends without a vote. */
static const char *without_vote(const struct style *s, const char *text)
{
	static const struct { const char *word; enum sty_folge is; } ends[] = {{"zur kenntnis", STY_KENNTNIS},
		{"vertagt", STY_VERTAGT}, {"zurückgestellt", STY_VERTAGT}, {"verwiesen", STY_VERWIESEN},
		{"zurückgezogen", STY_ZURUECKGEZOGEN}};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		for (size_t k = 0; s && strstr(text, ends[i].word) && sty_result(s, k); k++)
			if (sty_result(s, k)->folge == ends[i].is)
				return sty_result(s, k)->id;
	return NULL;
}

bool vote_read(struct vote *v, struct mem *m, const struct style *s, const char *text, bool labelled)
{
	struct words w = {0};
	*v = (struct vote){.count = {-1, -1, -1, -1}};
	split(&w, m, text);
	if ((!labelled && !strstr(text, " gegen ")) || !read_ratio(v, &w))
		read_counts(v, &w);
	const char *all = folded(m, &w);
	v->kind = says(&w, SECRET) ? "geheim" : says(&w, BY_NAME) ? "namentlich" : NULL;
	v->votes = says(&w, UNANIMOUS) || says(&w, MAJORITY) || v->count[VOTE_YES] >= 0 || v->count[VOTE_NO] > 0;
	const struct sty_ergebnis *own = v->votes || labelled ? by_word(m, s, all, v) : NULL;
	v->whole = nothing_else(&w, own ? own->wort : NULL);
	v->result = own ? own->id : v->votes ? by_numbers(s, &w, v) : without_vote(s, all);
	return v->result;
}
