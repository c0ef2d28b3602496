/* abstand.c: the blanks DIN 5008 asks for. One function finds the places where two things belong together (a joint) and
 * what stands between them; DIN5008 tells where nothing stands, GESCHUETZT where a line could break. */
#include <string.h>

#include "check/rule.h"
#include "check/when.h"

struct joint {
	const char *p, *q;                             /* both things */
	int gap;                                       /* as chk_gap: 0 none, 1 breaking, 2 fine */
	bool may_close;                                /* no blank is fine here too */
};

static bool digit(const char *p)
{
	return *p >= '0' && *p <= '9';
}

static bool only_digits(const struct chk_tok *k, int least, int most)
{
	for (const char *p = k->p; p < k->q; p++)
		if (!digit(p))
			return false;
	return k->q - k->p >= least && k->q - k->p <= most;
}

static bool unit_at(const char *p, const char **q)
{
	static const char *const units[] = {"Euro", "Prozent", "Uhr", "EUR", "Cent", "Mio", "Mrd", "km", "m", "cm",
		"mm", "kg", "ha", "kWh", "MB", NULL};
	if (*p == '%' || chk_starts(p, "€") || chk_starts(p, "°C")) {
		*q = chk_after(p);
		return !chk_is_word((unsigned char)**q) || *p == (char)0xC2;
	}
	*q = chk_word_end(p);
	return chk_class_at(p) == T_WORD && chk_among(p, *q, units);
}

/* The first group of a number may stand here: not inside a word, a span or a longer number. */
static bool first_group(const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	return only_digits(k, 1, 3) && *k->p != '0' && !(b && (chk_is_word((unsigned char)*b) || strchr("-/.,", *b)));
}

/* g to *q: the second group, and the number ends with it. */
static bool last_group(const struct chk_text *t, const struct chk_tok *k, const char *g, const char **q)
{
	const char *e = g, *before = k->p;
	while (digit(e))
		e++;
	*q = e;
	bool more = chk_gap_back(t, &before) && before > t->s && digit(before - 1);
	return e - g == 3 && !more && !(*e == '.' && digit(e + 1)) && !chk_is_word((unsigned char)*e) && *e != '-' &&
		*e != '/';
}

/* "37 509", "5 %", "10. September". */
static bool number_joint(const struct chk_text *t, const struct chk_tok *k, struct joint *j)
{
	const char *g = k->q, *b = chk_before(t, k->p);
	j->p = k->p;
	j->gap = chk_gap(&g);
	if (unit_at(g, &j->q) && !(b && chk_is_word((unsigned char)*b)))
		return true;
	if (j->gap && digit(g) && first_group(t, k))
		return last_group(t, k, g, &j->q);
	if (*k->q == '.' && only_digits(k, 1, 2)) {
		g = k->q + 1;
		j->gap = chk_gap(&g);
		j->q = chk_word_end(g);
		return chk_month(g, j->q) > 0;
	}
	return false;
}

/* "§ 27", "§§ 2": § is two bytes. */
static bool paragraph_joint(const struct chk_text *t, const struct chk_tok *k, struct joint *j)
{
	const char *g = k->q, *b = chk_before(t, k->p);
	if (!chk_starts(k->p, "§") || (b && chk_starts(b, "§")))
		return false;
	while (chk_starts(g, "§"))
		g = chk_after(g);
	j->p = k->p;
	j->gap = chk_gap(&g);
	for (j->q = g; digit(j->q); j->q++)
		;
	return j->q > g;
}

static const char *const pairs[] = {
	"z.B.", "d.h.", "u.a.", "e.V.", "i.d.", "d.R.", "o.ä.", "o.Ä.", "u.ä.", "u.Ä.", "z.T.", "u.U.", "s.o.", "s.u.",
	"v.a.", "i.V.", "V.m.", "i.S.", "S.d.", "m.E.", "a.D.", "i.A.", "N.N.",
	"n.Chr.", "v.Chr.", "z.Hd.", NULL};

/* "z. B.", "e. V.": a letter, a point, another of the pair. */
static bool pair_joint(const struct chk_text *t, const struct chk_tok *k, struct joint *j)
{
	char both[16];
	const char *g = k->q + 1, *b = chk_before(t, k->p);
	if (b && (*b == '.' ? !(b > t->s && chk_is_word((unsigned char)b[-1])) : *b == '-'))
		return false;
	j->p = k->p;
	j->gap = chk_gap(&g);
	const char *e = chk_word_end(g);
	size_t n = (size_t)(k->q - k->p), m = (size_t)(e - g);
	if (*e != '.' || !m || n + m + 3 > sizeof both)
		return false;
	memcpy(both, k->p, n);
	both[n] = '.';
	memcpy(both + n + 1, g, m);
	memcpy(both + n + 1 + m, ".", 2);
	j->q = e + 1;
	return chk_among(both, both + strlen(both), pairs);
}

/* "Nr. 3", "Dr. Name". */
static bool word_joint(const struct chk_text *t, const struct chk_tok *k, struct joint *j)
{
	static const char *const numbered[] = {"Nr", "Nrn", "Abs", "Abb", "Tab", "Kap", "S", "Bd", "Ziff", "Rn", NULL};
	static const char *const titles[] = {"Dr", "Prof", NULL};
	const char *g = k->q + 1, *b = chk_before(t, k->p);
	if (*k->q != '.' || k->q - k->p > 4 || (b && *b == '-'))
		return false;
	j->p = k->p;
	j->gap = chk_gap(&g);
	j->q = chk_word_end(g);
	if (digit(g))
		return chk_among(k->p, k->q, numbered);
	if (chk_among(k->p, k->q, titles) && chk_class_at(g) == T_WORD && !(*g >= 'a' && *g <= 'z'))
		return true;
	return k->q - k->p <= 2 && pair_joint(t, k, j);
}

static bool joint_at(const struct chk_text *t, const struct chk_tok *k, struct joint *j)
{
	*j = (struct joint){0};
	switch (k->class) {
	case T_NUMBER: return number_joint(t, k, j);
	case T_SIGN:   return paragraph_joint(t, k, j);
	case T_WORD:   return word_joint(t, k, j);
	default:       return false;
	}
}

void chk_geschuetzt(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct joint j;
	if (k->class == T_WORD && *k->q != '.')
		return;
	if (joint_at(t, k, &j) && j.gap == 1)
		chk_tell_at(c, RULE_GESCHUETZT, t, j.p,
			"„%s“: hier könnte die Zeile umbrechen; "
			"erwartet wird ein geschütztes Leerzeichen (&#160; oder schmal &#8239;), bitte ersetzen",
			mem_str(c->mem, j.p, (size_t)(j.q - j.p)));
}

static void telephone(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_word_back(t, k->p);
	if (*b != '0' || k->p - b < 4 || !digit(k->q) || chk_in_number(c, t, k->p))
		return;
	chk_tell_at(c, RULE_DIN5008, t, b,
		"„%s“: Rufnummern stehen ohne Schrägstrich; erwartet wird „02521 29-0“, bitte angleichen",
		chk_quote(c, t, b, k->q));
}

static void slash(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *p = k->p, *q = k->q;
	int before = chk_gap_back(t, &p), after = chk_gap(&q);
	if (!before && !after) {
		telephone(c, t, k);
		return;
	}
	if (p == t->s || q >= t->end ||
		(!after && (chk_class_at(q) != T_WORD || (*q >= 'a' && *q <= 'z') || *chk_word_end(q) == '/')))
		return;                                        /* "in /etc/passwd" is a path */
	chk_tell_at(c, RULE_DIN5008, t, k->p,
		"„%s“: der Schrägstrich steht ohne Leerzeichen; bitte die Leerzeichen entfernen",
		chk_quote(c, t, chk_word_back(t, p), chk_word_end(q)));
}

/* "18.30 Uhr", "9:00 Uhr". */
static bool odd_time(const struct chk_tok *k)
{
	const char *g = k->q;
	chk_gap(&g);
	if (!chk_starts(g, "Uhr"))
		return false;
	size_t n = (size_t)(k->q - k->p);
	return (n == 5 && k->p[2] == '.') || (n == 4 && (k->p[1] == '.' || k->p[1] == ':'));
}

static void number_form(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	if (odd_time(k))
		chk_tell_at(c, RULE_DIN5008, t, k->p,
			"„%s“: Uhrzeiten stehen zweistellig mit Doppelpunkt; "
			"erwartet wird etwa „09:30 Uhr“, bitte angleichen",
			chk_quote(c, t, k->p, k->q));
	if (!chk_when(t, k, &w) || !w.day)
		return;
	if (!w.named && !w.two_digits && w.digits == 4)
		chk_tell_at(c, RULE_DIN5008, t, w.p,
			"„%s“: Tag und Monat stehen in Ziffern zweistellig; "
			"erwartet wird etwa „01.09.2018“ oder „1. September 2018“, bitte angleichen",
			mem_str(c->mem, w.p, (size_t)(w.q - w.p)));
	else if (*w.p == '0' && w.named)
		chk_tell_at(c, RULE_DIN5008, t, w.p,
			"„%s“: vor dem ausgeschriebenen Monat steht der Tag ohne führende Null; "
			"bitte die Null entfernen",
			mem_str(c->mem, w.p, (size_t)(w.q - w.p)));
}

void chk_din5008(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct joint j;
	if (k->class == T_WORD && *k->q != '.')
		return;
	if (k->class == T_SIGN && *k->p == '/')
		slash(c, t, k);
	else if (k->class == T_NUMBER)
		number_form(c, t, k);
	if (joint_at(t, k, &j) && j.gap == 0)
		chk_tell_at(c, RULE_DIN5008, t, j.p,
			"„%s“: hier fehlt ein Leerzeichen; "
			"erwartet wird ein geschütztes (&#160; oder schmal &#8239;), bitte einfügen",
			mem_str(c->mem, j.p, (size_t)(j.q - j.p)));
}
