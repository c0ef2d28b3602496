/* joint.c: what belongs together is known by the word or number on either side. In doubt it does not: a line that ends
 * early is a lesser evil than a text that overflows. */
#include "model/joint.h"

#include <string.h>

#include "base/date.h"
#include "base/u8.h"

struct sides {
	const char *s, *end;
	const char *p, *g;                             /* what stands before: a word, a number or nothing */
	const char *h, *q;                             /* what stands behind, up to its end */
	bool dot;                                      /* before comes "word." */
};

static bool digit(const char *p)
{
	return *p >= '0' && *p <= '9';
}

static const char *back(const char *s, const char *p)
{
	for (p--; p > s && ((unsigned char)*p & 0xC0) == 0x80; p--)
		;
	return p;
}

static bool plain_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool word_at(const char *p, const char *end)
{
	if (p < end && (unsigned char)*p < 0x80)
		return digit(p) || plain_letter(*p);
	return p < end && u8_is_letter(u8_get(&p, end));
}

static bool blank_at(const char *p, const char *end)
{
	uint32_t cp = u8_get(&p, end);
	return cp == ' ' || cp == 0xA0 || cp == 0x202F;
}

/* Where the word or number ends that begins at p. */
static const char *behind(const char *p, const char *end)
{
	while (word_at(p, end))
		u8_get(&p, end);
	return p;
}

static const char *before(const char *s, const char *p)
{
	while (p > s && word_at(back(s, p), p))
		p = back(s, p);
	return p;
}

static bool is(const char *p, const char *q, const char *word)
{
	return (size_t)(q - p) == strlen(word) && !memcmp(p, word, (size_t)(q - p));
}

static bool among(const char *p, const char *q, const char *const *words)
{
	for (; p < q && *words; words++)
		if (**words == *p && is(p, q, *words))
			return true;
	return false;
}

static bool only_digits(const char *p, const char *q)
{
	const char *k = p;
	while (k < q && digit(k))
		k++;
	return k == q && p < q;
}

/* ---- numbers ---- */

static const char *unit_end(const char *h, const char *end)
{
	static const char *const words[] = {"Euro", "Prozent", "Uhr", "EUR", "Cent", "Mio", "Mrd", "Tsd", "km", "m",
		"cm", "mm", "kg", "ha", "kWh", "MB", "GB", "Millionen", "Milliarden", NULL};
	static const char *const signs[] = {"%", "€", "°C", "m²", "‰", NULL};
	for (const char *const *k = signs; *k; k++)
		if (**k == *h && !strncmp(h, *k, strlen(*k)) && !word_at(h + strlen(*k), end))
			return h + strlen(*k);
	return among(h, behind(h, end), words) ? behind(h, end) : NULL;
}

/* The start of the number that ends at g: digits, and . , : between them; NULL: none, or part of a word. */
static const char *number_start(const char *s, const char *g)
{
	const char *p = g;
	while (p > s && (digit(p - 1) || (p < g && strchr(".,:", p[-1]) && p - 1 > s && digit(p - 2))))
		p--;
	return p < g && !(p > s && word_at(back(s, p), p)) ? p : NULL;
}

/* The first of the groups of digits that come before g, parted by one blank; all but the first have three. NULL: so
 * many that it is a list of numbers. */
static const char *first_group(const char *s, const char *p, const char *g)
{
	enum { GROUPS = 5 };
	for (int n = 0; g - p == 3 && p > s && blank_at(back(s, p), p); n++) {
		const char *e = back(s, p), *k = e;
		while (k > s && digit(k - 1))
			k--;
		if (k == e || e - k > 3)
			break;
		if (n == GROUPS)
			return NULL;
		p = k;
		g = e;
	}
	return p;
}

/* "37 509": no telephone number, no date, no part of a longer sign. */
static bool groups(const struct sides *x, const char *p)
{
	const char *e = x->h, *first = first_group(x->s, p, x->g);
	while (digit(e))
		e++;
	bool part = *e == '-' || *e == '/' || (*e == '.' && digit(e + 1)) || word_at(e, x->end);
	return first && only_digits(p, x->g) && x->g - p <= 3 && *first != '0' &&
		!(first > x->s && (strchr("-/.,", first[-1]) || word_at(back(x->s, first), first))) && e - x->h == 3 &&
		!part;
}

enum { DIALLED = 24 };                                 /* bytes of a telephone number on one side */

/* Where the number begins that goes on up to g: digits, with hyphens and blanks between them; not far back. */
static const char *dialled(const struct sides *x)
{
	const char *low = x->g - x->s > DIALLED ? x->g - DIALLED : x->s, *p = x->g, *from = x->g;
	while (p > low && (digit(p - 1) || p[-1] == '-' || blank_at(back(x->s, p), p))) {
		p = back(x->s, p);
		from = digit(p) ? p : from;
	}
	return from;
}

static int digits_in(const char *p, const char *q)
{
	int n = 0;
	for (; p < q; p++)
		n += digit(p);
	return n;
}

/* "02521 29-4711", "+49 170 123 45 67": the first group is a code of area or country. */
static bool telephone(const struct sides *x)
{
	enum { LEAST = 6, CODE = 3 };                  /* digits of it all, of a code that begins with 0 */
	const char *from = dialled(x), *e = x->h;
	const bool plus = from > x->s && from[-1] == '+';
	while (e - x->h < DIALLED && (digit(e) || ((*e == '-' || *e == ' ') && digit(e + 1))))
		e++;
	if (x->g == x->h || e == x->h || word_at(e, x->end) || (from > x->s && word_at(back(x->s, from), from)))
		return false;
	return (plus || (*from == '0' && strspn(from, "0123456789") >= CODE)) && digits_in(from, e) >= LEAST;
}

static bool after_number(const struct sides *x, struct doc_joint *j)
{
	const char *p = number_start(x->s, x->g), *unit = p ? unit_end(x->h, x->end) : NULL;
	if (!p || (!unit && (x->g == x->h || !groups(x, p))))
		return false;
	*j = (struct doc_joint){p, unit ? unit : x->q};
	return true;
}

/* ---- words ---- */

static const char *const pairs[] = {"z.B", "d.h", "u.a", "e.V", "i.d", "d.R", "o.ä", "o.Ä", "u.ä", "u.Ä", "z.T",
	"u.U", "s.o", "s.u", "v.a", "i.V", "V.m", "i.S", "S.d", "m.E", "a.D", "i.A", "N.N", "n.Chr", "v.Chr",
	"z.Hd", NULL};

/* "z. B.", "e. V.": a letter, a point, another of the pair. */
static bool pair(const struct sides *x)
{
	char both[16];
	size_t n = (size_t)(x->g - 1 - x->p), m = (size_t)(x->q - x->h);
	if (*x->q != '.' || !m || n + m + 2 > sizeof both)
		return false;
	memcpy(both, x->p, n);
	both[n] = '.';
	memcpy(both + n + 1, x->h, m);
	return among(both, both + n + 1 + m, pairs);
}

static bool capital(const char *p)
{
	return (*p >= 'A' && *p <= 'Z') || !strncmp(p, "Ä", 2) || !strncmp(p, "Ö", 2) || !strncmp(p, "Ü", 2);
}

/* A letter by itself: "Buchst. b". */
static bool letter(const struct sides *x)
{
	return x->q - x->h == 1 && ((*x->h >= 'a' && *x->h <= 'z') || (*x->h >= 'A' && *x->h <= 'Z'));
}

/* "10. September", "1. Fortschreibung": what is counted or dated by the number before it. */
static bool ordinal(const struct sides *x)
{
	static const char *const counted[] = {"Fortschreibung", "Änderung", "Nachtrag", "Ergänzung", "Ausgabe",
		"Auflage", "Lesung", "Sitzung", "Quartal", "Halbjahr", "Jahrgang", "Jahrhundert", "Klasse", "Stufe",
		"Stock", "Obergeschoss", "Untergeschoss", "Bauabschnitt", "Wahlperiode", NULL};
	return x->g - 1 - x->p <= 2 && (date_month_named(x->h, (size_t)(x->q - x->h)) ||
					(x->h > x->g && among(x->h, x->q, counted)));
}

static bool after_dot(const struct sides *x)
{
	static const char *const numbered[] = {"Nr", "Nrn", "Abs", "Abb", "Tab", "Kap", "S", "Bd", "Ziff", "Rn", "Rdnr",
		"Art", "Buchst", "Anl", "Alt", "Lfd", "lfd", "Ausg", NULL};
	static const char *const lettered[] = {"Buchst", "lit", "Lit", NULL};
	static const char *const titles[] = {"Dr", "Prof", NULL};
	static const char *const millions[] = {"Mio", "Mrd", "Tsd", NULL};
	const char *e = x->g - 1;
	bool hyphen = x->p > x->s && x->p[-1] == '-';
	if (x->h > x->g && among(x->p, e, millions) && unit_end(x->h, x->end))
		return true;
	if (only_digits(x->p, e))
		return ordinal(x);
	if (digit(x->h))
		return among(x->p, e, numbered) && (!hyphen || x->h > x->g);
	if (letter(x) && among(x->p, e, lettered))
		return true;
	if (hyphen)
		return false;
	bool inside = x->p > x->s && x->p[-1] == '.' && !(x->p - 1 > x->s && word_at(back(x->s, x->p - 1), x->p));
	return (among(x->p, e, titles) && capital(x->h)) || (!inside && pair(x));
}

/* "Satz 2", "Anlage 1", "GO NRW": words that are no abbreviation, and so are never written together. */
static bool after_word(const struct sides *x)
{
	static const char *const numbered[] = {"Satz", "Sätze", "Absatz", "Nummer", "Nummern", "Artikel", "Anlage",
		"Anlagen", "Kapitel", "Abschnitt", "Abbildung", "Tabelle", "Seite", "Seiten", "Punkt", "TOP",
		"Ziffer", "Paragraf", "Halbsatz", "Drucksache", "Vorlage", "Drucksachennummer", NULL};
	static const char *const lettered[] = {"Buchstabe", "Anlage", NULL};
	static const char *const laws[] = {"GO", "KrO", "LV", "SchulG", "KiBiz", "DSG", "IFG", "OBG", "StrWG", "KomHVO",
		"KAG", "TIntG", "BGG", "BITV", NULL};
	static const char *const states[] = {"NRW", "NW", NULL};
	if (x->h == x->g || x->p == x->g)
		return false;
	return (digit(x->h) && among(x->p, x->g, numbered)) || (letter(x) && among(x->p, x->g, lettered)) ||
		(among(x->p, x->g, laws) && among(x->h, x->q, states));
}

static bool after_paragraph(const struct sides *x, struct doc_joint *j)
{
	static const char sign[] = "§";
	const char *p = x->g;
	while (p - x->s >= 2 && !memcmp(p - 2, sign, 2))
		p -= 2;
	if (p == x->g || !digit(x->h))
		return false;
	*j = (struct doc_joint){p, x->q};
	return true;
}

/* A sentence ends so, no abbreviation. */
static bool long_word(const char *s, const char *dot)
{
	enum { LONGEST = 6 };                          /* "Buchst." */
	const char *p = dot;
	while (p > s && dot - p <= LONGEST && plain_letter(p[-1]))
		p--;
	return dot - p > LONGEST;
}

/* A quick look at both sides, which most pairs of words do not pass: a number, the point of a short word or a § before;
 * a digit, a letter by itself or a name of a Land behind. */
static bool may_join(const char *s, const char *g, const char *h, const char *end)
{
	const char b = g > s ? g[-1] : ' ';
	const bool one = plain_letter(*h) && !plain_letter(h[1]) && !word_at(h + 1, end);
	if (b == '.' && long_word(s, g - 1))
		return false;
	return one || b == '.' || b == '\xA7' || digit(&b) || digit(h) || *h == 'N';
}

bool doc_joins_digits(const char *s, const char *g, const char *h, const char *end)
{
	const struct sides x = {.s = s, .end = end, .g = g, .h = h, .q = behind(h, end)};
	struct doc_joint j;
	return g > s && digit(g - 1) && (after_number(&x, &j) || telephone(&x));
}

bool doc_joins(const char *s, const char *g, const char *h, const char *end, struct doc_joint *j)
{
	if (!may_join(s, g, h, end))
		return false;
	struct sides x = {.s = s, .end = end, .g = g, .h = h, .q = behind(h, end)};
	x.dot = g > s && g[-1] == '.';
	x.p = before(s, x.dot ? g - 1 : g);
	*j = (struct doc_joint){x.p, x.q};
	if (after_paragraph(&x, j) || (!x.dot && (after_number(&x, j) || telephone(&x))))
		return true;
	if (!x.dot || x.p == g - 1)
		return !x.dot && after_word(&x);
	if (!after_dot(&x))
		return false;
	if (*x.q == '.' && pair(&x))
		j->q = x.q + 1;
	return true;
}
