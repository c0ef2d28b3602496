/* verlesen.c: digits in words and letters in numbers, as they come from paper: "Str4ße", "1ntegration", "2O18", "l00".
 * */
#include "check/rule.h"
#include "check/when.h"

static bool digit(const char *p)
{
	return *p >= '0' && *p <= '9';
}

static bool small(const char *p)
{
	return (*p >= 'a' && *p <= 'z') || (p[0] == '\xc3' && (unsigned char)p[1] >= 0x9F);
}

/* A word of an address, a file, a programme, a number of paper or of a room: anything may stand in it. */
static bool in_room(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const rooms[] = {"Raum", "Zimmer", "Haus", "Saal", "Linie", "Bus", "Nummer", "Nr", "Halle",
		"Formular", "Version", "Kennung", "Artikel", "Absatz", NULL};
	return chk_follows(t, k->p, rooms);
}

static bool in_name(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const signs[] = {"/", "=", "@", "\\", "_", "#", NULL};
	const char *b = chk_before(t, k->p);
	return chk_run_has(t->s, k->p, t->end, signs) || chk_in_number(c, t, k->p) || in_room(t, k) ||
		(b && (*b == '-' || *b == '.')) || *k->q == '-' || (*k->q == '.' &&
			chk_is_word((unsigned char)k->q[1]));
}

static void tell(struct chk *c, const struct chk_text *t, const struct chk_tok *k, const char *p, const char *is)
{
	chk_tell_at(c, RULE_VERLESEN, t, k->p, "„%s“: „%c“ steht statt %s; bitte ersetzen",
		chk_quote(c, t, k->p, k->q), *p, is);
}

/* ---- a digit in a word ---- */

/* The one digit within small letters; NULL: none, or more than one. */
static const char *digit_within(const struct chk_tok *k)
{
	const char *d = k->p;
	while (d < k->q && !digit(d))
		d++;
	if (d == k->q)
		return NULL;
	const char *at = NULL;
	size_t letters = 0;
	for (const char *p = k->p; p < k->q; p = chk_after(p)) {
		letters += !digit(p);
		if (!digit(p))
			continue;
		if (at || p == k->p || !strchr("01345", *p) || p + 1 == k->q || !small(chk_after(p)))
			return NULL;
		at = p;
	}
	return letters >= 4 ? at : NULL;
}

static bool follows_small(const struct chk_text *t, const char *p)
{
	const char *b = chk_before(t, p), *c = b ? chk_before(t, b) : NULL;
	const bool second = b && *b >= 'A' && *b <= 'Z' && (!c || chk_class_at(c) == T_BLANK);
	return b && (small(b) || (second && strchr("01", *p)));
}

/* "1ntegration", "0rtsteil", "5chule": the digit is the first letter. */
static bool begins_word(const struct chk_tok *k)
{
	static const char *const of[] = {"1", "1n", "1m", "0", "5ch", "5ta", "5pr"};
	static const char *const measures[] = {"mal", "malig", "monat", "minüt", "meter"};
	const char *q = chk_word_end(k->q);
	enum { LETTERS = 4 };
	bool begins = false;
	if (k->q - k->p != 1 || q - k->q < LETTERS || !small(k->q))
		return false;
	for (size_t i = 1; i < sizeof of / sizeof *of; i++)
		begins |= chk_starts(k->p, of[i]);
	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
		if (chk_starts(k->q, measures[i]))
			return false;
	for (const char *p = k->q; p < q; p++)
		if (digit(p))
			return false;
	return begins;
}

/* ---- a letter in a number ---- */

/* "l5", "l00", "lOO" */
static bool begins_number(const struct chk_tok *k)
{
	const size_t n = (size_t)(k->q - k->p - 1);
	return *k->p == 'l' && n && (strspn(k->p + 1, "0123456789") == n || (n > 1 && strspn(k->p + 1, "O") == n));
}

/* Behind q, a noun or a measure: what stands before is a number. */
static bool counts(const char *q)
{
	return chk_gap(&q) && ((*q >= 'A' && *q <= 'Z') || *q == '%');
}

/* "2O18", "5OO", "5O Euro", "2.ooo" */
static bool has_letter_o(const struct chk_tok *k)
{
	const char *p = k->q + (*k->q == '.' && k->q[1] == 'o'), *q = p + strspn(p, "0123456789Oo");
	if ((*p != 'O' && *p != 'o') || chk_is_word((unsigned char)*q))
		return false;
	return digit(p + 1) || p[1] == *p || (p == k->q && counts(q));
}

/* "3l. Mai", "20l8" */
static bool has_letter_l(const struct chk_tok *k)
{
	const size_t n = *k->q == 'l' ? strspn(k->q + 1, "0123456789") : 0;
	if (n && !chk_is_word((unsigned char)k->q[n + 1]))
		return true;
	const char *m = k->q + 2;
	return k->q[0] == 'l' && k->q[1] == '.' && chk_gap(&m) && date_month_named(m, (size_t)(chk_word_end(m) - m));
}

bool chk_verlesen_may(const struct chk_text *t, const struct chk_tok *k)
{
	(void)t;
	if (k->class == T_WORD)
		return digit_within(k) || begins_number(k);
	return *k->q && *k->q != ' ' && (has_letter_o(k) || has_letter_l(k) || begins_word(k));
}

void chk_verlesen(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *at = k->class == T_WORD ? digit_within(k) : NULL;
	const char *b = chk_before(t, k->p);
	if (t->attr || (b && chk_is_word((unsigned char)*b)))
		return;
	if (k->class == T_NUMBER && has_letter_o(k) && !in_room(t, k))
		tell(c, t, k, k->q + (*k->q == '.'), "der Null");
	else if (k->class == T_NUMBER && has_letter_l(k))
		tell(c, t, k, k->q, "der Eins");
	else if (in_name(c, t, k))
		return;
	else if (at && follows_small(t, at))
		tell(c, t, k, at, "eines Buchstabens");
	else if (k->class == T_NUMBER && begins_word(k))
		tell(c, t, k, k->p, "eines Buchstabens");
	else if (k->class == T_WORD && begins_number(k))
		tell(c, t, k, k->p, "der Eins");
}
