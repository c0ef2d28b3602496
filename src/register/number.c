/* number.c: numbers of papers. The pattern "####/####" means: digits for #, the first group of four is the year, the
 * last group counts. A number of another shape may be wanted where the pattern allows no counting; a supplement
 * ("2018/0031 1. Ergänzung") does not count. */
#include <stdlib.h>
#include <string.h>

#include "register/reg.h"

struct shape { int year_at, at, width; };              /* -1: no such group; at, width: of the counter */

static struct shape shape_of(const char *pattern)
{
	struct shape s = {-1, -1, 0};
	for (size_t i = 0; pattern[i];) {
		int n = (int)strspn(pattern + i, "#");
		if (n == 4 && s.year_at < 0 && strchr(pattern + i + n, '#'))
			s.year_at = (int)i;
		else if (n)
			s.at = (int)i, s.width = n;
		i += n ? (size_t)n : 1;
	}
	return s;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* " 1. Ergänzung", " 2. Revision", "-1" */
static bool supplement(const char *s)
{
	char sign = *s++;
	size_t n = strspn(s, "0123456789");
	if (n == 0 || n > 3 || (sign != ' ' && sign != '-'))
		return false;
	s += n;
	return sign == '-' ? !*s : !strcmp(s, ". Ergänzung") || !strcmp(s, ". Revision");
}

/* Does it fit; *rest: what follows the pattern. */
static bool fits(const char *pattern, const char *number, const char **rest)
{
	for (; *pattern; pattern++, number++)
		if (*pattern == '#' ? !digit(*number) : *pattern != *number)
			return false;
	*rest = number;
	return !*number || supplement(number);
}

static int64_t digits(const char *s, int n)
{
	int64_t v = 0;
	while (n-- > 0)
		v = v * 10 + (*s++ - '0');
	return v;
}

bool reg_number_fits(const char *pattern, const char *number, int *year)
{
	struct shape s = shape_of(pattern);
	const char *rest;
	if (!fits(pattern, number, &rest))
		return false;
	*year = s.year_at >= 0 ? (int)digits(number + s.year_at, 4) : 0;
	return true;
}

static void put_digits(char *to, int n, int64_t v)
{
	for (; n-- > 0; v /= 10)
		to[n] = (char)('0' + v % 10);
}

static bool given(struct reg *r, struct mem *m, const struct reg_wish *w, char **number, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_VON, VAL(ort, w->paper.ort), VAL(papier, w->paper.id));
	*number = NULL;
	if (reg_next(r, d, st)) {
		*number = reg_text(m, st, "nummer");
		sqlite3_reset(st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

static bool is_free(struct reg *r, struct mem *m, const struct reg_wish *w, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_WER, VAL(ort, w->paper.ort), VAL(nummer, w->wanted));
	if (!st)
		return false;
	if (!reg_next(r, d, st))
		return true;
	const char *owner = reg_text(m, st, "papier");
	sqlite3_reset(st);
	diag_error(d, "NUMMERVERGABE", r->path, 0,
		"Die Drucksachennummer %s von „%s“ gehört schon dem Papier „%s“, erwartet wird eine freie; "
		"bitte das Attribut nummer entfernen, dann wird die nächste freie vergeben",
		w->wanted, w->paper.id, owner);
	return false;
}

/* zaehler: its running number in the year; 0: a supplement, or a pattern that counts nothing. */
struct place { const char *nummer; int64_t jahr, zaehler; bool gezaehlt; };

static const char *take(struct reg *r, struct reg_key k, struct place p, struct diag *d)
{
	return reg_run(r, d, REG_SQL_NUMMER_NEU, VAL(ort, k.ort), VAL(papier, k.id), VAL(nummer, p.nummer),
		       VAL(jahr, p.jahr), VAL(zaehler, p.zaehler), VAL(gezaehlt, p.gezaehlt))
		? p.nummer
		: NULL;
}

static const char *take_wanted(struct reg *r, struct mem *m, const struct reg_wish *w, struct diag *d)
{
	struct shape s = shape_of(w->pattern);
	const char *rest, *n = w->wanted;
	if (!fits(w->pattern, n, &rest)) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Die Drucksachennummer %s von „%s“ passt nicht zum Muster %s der Kommune (# steht für eine "
			"Ziffer); bitte die Nummer berichtigen oder das Attribut nummer entfernen",
			n, w->paper.id, w->pattern);
		return NULL;
	}
	struct place p = {n, s.year_at >= 0 ? digits(n + s.year_at, 4) : 0,
		*rest || s.at < 0 ? 0 : digits(n + s.at, s.width), false};
	return is_free(r, m, w, d) ? take(r, w->paper, p, d) : NULL;
}

static int64_t last_counted(struct reg *r, const char *ort, int64_t year, struct diag *d)
{
	int64_t last = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_LETZTE, VAL(ort, ort), VAL(jahr, year));
	if (reg_next(r, d, st)) {
		last = reg_number_in(st, "zaehler");
		sqlite3_reset(st);
	}
	return last;
}

bool reg_numbers_open(struct reg *r, const char *ort)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_NUMMERN_OFFEN, VAL(ort, ort));
	bool open = reg_next(r, NULL, st);
	sqlite3_reset(st);
	return open;
}

static bool may_count(struct reg *r, const struct reg_wish *w, struct diag *d)
{
	bool open = reg_numbers_open(r, w->paper.ort);
	if (open)
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Das Register ist aus einer Sicherung zurückgeholt; welche Nummern danach vergeben worden "
			"sind, "
			"weiß es noch nicht, deshalb gibt es „%s“ keine neue; bitte zuerst „ratssatz register "
			"neu-aufbauen %s“ aufrufen",
			w->paper.id, w->paper.ort);
	return !open;
}

static const char *take_next(struct reg *r, struct mem *m, const struct reg_wish *w, struct diag *d)
{
	struct shape s = shape_of(w->pattern);
	size_t before = diag_count(d, DIAG_SYSTEM);
	struct place p = {.jahr = s.year_at >= 0 ? w->year : 0, .gezaehlt = true};
	int64_t last = last_counted(r, w->paper.ort, p.jahr, d), limit = 1;
	if (diag_count(d, DIAG_SYSTEM) != before || !may_count(r, w, d))
		return NULL;
	for (int i = 0; i < s.width && i < 18; i++)
		limit *= 10;
	if (s.at < 0 || s.width > 18 || last + 1 >= limit) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Für „%s“ lässt sich nach dem Muster %s keine weitere Nummer bilden (die letzte hat den Zähler "
			"%lld); bitte in regeln.xml das Muster erweitern",
			w->paper.id, w->pattern, (long long)last);
		return NULL;
	}
	char *number = mem_dup(m, w->pattern);
	if (s.year_at >= 0)
		put_digits(number + s.year_at, 4, w->year);
	put_digits(number + s.at, s.width, last + 1);
	p.nummer = number;
	p.zaehler = last + 1;
	return take(r, w->paper, p, d);
}

const char *reg_number(struct reg *r, struct mem *m, const struct reg_wish *wish, struct diag *d)
{
	struct reg_wish w = *wish;
	char *number;
	if (!w.pattern || !*w.pattern)
		w.pattern = "####/####";
	if (!given(r, m, &w, &number, d))
		return NULL;
	if (number && w.wanted && strcmp(number, w.wanted)) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"„%s“ trägt die Drucksachennummer %s, im Register hat das Papier die Nummer %s; das Register "
			"gilt: bitte die Quelle berichtigen",
			w.paper.id, w.wanted, number);
		return NULL;
	}
	if (number)
		return number;
	return w.wanted ? take_wanted(r, m, &w, d) : take_next(r, m, &w, d);
}

bool reg_number_known(struct reg *r, struct reg_key k)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_NUMMER_VON, VAL(ort, k.ort), VAL(papier, k.id));
	bool known = reg_next(r, NULL, st);
	sqlite3_reset(st);
	return known;
}

bool reg_numbers_again(struct reg *r, const char *ort, const char *pattern, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_wish *all = NULL;
	size_t n = 0, cap = 0, before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_GENANNT, VAL(ort, ort));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, all, n, cap);
		all[n++] = (struct reg_wish){
			reg_key(ort, reg_text(m, st, "papier")), 0, pattern, reg_text(m, st, "nummer")};
	}
	for (size_t i = 0; i < n; i++) {
		struct diag *own = diag_new();
		if (!reg_number(r, m, &all[i], own) && !diag_count(own, DIAG_SYSTEM))
			diag_warn(d, "NUMMERVERGABE", r->path, 0,
				"Tagesordnung oder Auskunft nennt „%s“ als Drucksache %s; diese Nummer ließ sich nicht "
				"wieder eintragen (sie gehört einem anderen Papier oder passt nicht zum Muster), bitte "
				"prüfen",
				all[i].paper.id, all[i].wanted);
		diag_free(own);
	}
	mem_free(m);
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_numbers_settled(struct reg *r, const char *ort, struct diag *d)
{
	return reg_run(r, d, REG_SQL_NUMMERN_GEPRUEFT, VAL(ort, ort));
}
