/* teilarten.c: parts of one whole that nothing is two of: "davon Mädchen" and "davon Jungen", "davon unter 18 Jahren"
 * and "davon 18 bis 64 Jahre". Others may overlap, "davon Grundschulen" and "davon Ganztagsschulen", so that more than
 * the whole is no fault. */
#include "check/teilarten.h"

#include "check/scan.h"
#include "check/when.h"

enum { MEMBERS = 9, WORDS = 7 };
static const char *const kinds[][MEMBERS][WORDS] = {
	{{"weiblich", "weibliche", "frauen", "mädchen"}, {"männlich", "männliche", "männer", "jungen"}, {"divers"}},
	{{"vollzeit", "vollzeitstellen", "vollzeitkräfte"}, {"teilzeit", "teilzeitstellen", "teilzeitkräfte"}},
	{{"besetzt", "belegt", "vergeben"}, {"unbesetzt", "unbelegt", "frei", "offen"}},
	{{"bewilligt", "genehmigt", "angenommen"}, {"abgelehnt"}, {"offen", "zurückgezogen"}},
	{{"erwachsene"}, {"kinder", "jugendliche", "minderjährige"}},
	{{"deutsche", "deutsch"}, {"ausländer", "ausländische", "nichtdeutsche"}},
	{{"grundschule", "grundschulen"}, {"hauptschule", "hauptschulen"}, {"realschule", "realschulen"},
		{"gesamtschule", "gesamtschulen"}, {"gymnasium", "gymnasien"}, {"förderschule", "förderschulen"},
		{"sekundarschule", "sekundarschulen"}, {"berufskolleg", "berufskollegs"}},
	{{"krippe", "krippen"}, {"kindergarten", "kindergärten"}, {"hort", "horte"}},
	{{"nord"}, {"süd"}, {"ost"}, {"west"}, {"mitte"}},
	{{"ja"}, {"nein"}, {"enthaltung", "enthaltungen"}},
	{{"personalkosten", "personalaufwand"}, {"sachkosten", "sachaufwand", "sachmittel"}},
	{{"eigenmittel", "eigenanteil"}, {"fördermittel", "landesmittel", "bundesmittel", "zuschuss", "zuschüsse"}}};

enum { KINDS = sizeof kinds / sizeof *kinds, AGES = KINDS, WITH, OTHERS, ALL_KINDS };

/* The one of a kind's members that the words name; -1: none, or two. */
static int member(const char *head, int kind)
{
	int found = -1;
	for (const char *p = head, *q; *p; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		for (int i = 0; q > p && i < MEMBERS && kinds[kind][i][0]; i++)
			for (int k = 0; k < WORDS && kinds[kind][i][k]; k++)
				if (chk_is_any(p, q, kinds[kind][i][k])) {
					if (found >= 0 && found != i)
						return -1;
					found = i;
				}
	}
	return found;
}

static bool has(const char *s, const char *word)
{
	return strstr(s, word) != NULL;
}

/* "unter 18 Jahren", "18 bis 64 Jahre", "18 bis unter 65 Jahre", "65 Jahre und älter". False: no ages. */
static bool ages(const char *head, int *from, int *to)
{
	enum { OLD = 200 };
	int v[2], n = 0, digits;
	for (const char *p = head; *p; p = chk_after(p))
		if (*p >= '0' && *p <= '9' && (p == head || !chk_is_word((unsigned char)p[-1]))) {
			if (n == 2)
				return false;
			v[n] = chk_digits(p, p + strlen(p), &digits);
			if (v[n++] >= OLD)
				return false;
		}
	if (!n || !(has(head, "Jahre") || has(head, "ährig")))
		return false;
	const bool open = has(head, "ab ") || has(head, "älter") || has(head, "mehr") || has(head, "über ");
	*from = n == 2 ? v[0] : open ? v[0] + has(head, "über ") : has(head, "unter ") || has(head, "bis ") ? 0 : v[0];
	*to = n == 1 && open ? OLD : v[n - 1] - has(head, "unter ");
	return *from <= *to;
}

static bool is_rest(const char *head)
{
	static const char *const words[] = {"sonstige", "sonstiges", "sonstigen", "übrige", "übrigen", "andere",
		"anderen", "anderes", "rest", NULL};
	for (const char *p = head, *q; *p; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		if (q > p && chk_among_any(p, q, words))
			return true;
	}
	return false;
}

/* Of the ages of two rows: they share none. */
static bool no_age_twice(const char *const *head, const size_t *row, size_t n)
{
	int a, b, c, d;
	for (size_t i = 0; i + 1 < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (ages(head[row[i]], &a, &b) && ages(head[row[k]], &c, &d) && a <= d && c <= b)
				return false;
	return true;
}

/* Behind "mit " or "ohne "; NULL: neither. */
static const char *what(const char *head, const char *word)
{
	const char *p = strstr(head, word);
	return p && p > head && p[-1] == ' ' ? p + strlen(word) : NULL;
}

/* "mit Arbeit", "ohne Arbeit": the first two of the same. */
static size_t with_without(const char *const *head, size_t n, size_t *row)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			const char *a = what(head[i], "mit "), *b = what(head[k], "ohne ");
			if (!a || !b || strcmp(a, b))
				continue;
			row[0] = i < k ? i : k;
			row[1] = i < k ? k : i;
			return 2;
		}
	return 0;
}

size_t chk_parts_of_kind(const char *const *head, size_t n, int kind, size_t *row)
{
	size_t found = 0;
	bool seen[MEMBERS] = {false}, rest = false;
	int from, to;
	if (kind == WITH)
		return with_without(head, n, row);
	for (size_t i = 0; i < n && found < CHK_PART_ROWS; i++) {
		const int is = kind < KINDS ? member(head[i], kind) : -1;
		if (kind < KINDS ? is < 0 : kind == AGES && !ages(head[i], &from, &to))
			continue;
		if (is >= 0 && seen[is])
			return 0;
		if (is >= 0)
			seen[is] = true;
		rest |= kind == OTHERS && is_rest(head[i]);
		row[found++] = i;
	}
	if (found < 2 || (kind == OTHERS && !rest) || (kind == AGES && !no_age_twice(head, row, found)))
		return 0;
	return found;
}

int chk_part_kinds(void)
{
	return ALL_KINDS;
}
