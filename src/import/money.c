/* money.c: amounts and times as an original writes them: "circa 50.000 Euro", "noch zu ermitteln", "in den nächsten
 * 5 Jahren". */
#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "import/parts.h"

struct amount {
	money_t cent;
	bool has, circa, yearly, once;
	const char *state;                             /* "unbestimmt"; NULL */
	size_t from, to;                               /* of the text, where it says so */
};

static size_t digits_at(const char *p)
{
	size_t n = strspn(p, "0123456789.,");
	while (n && (p[n - 1] == '.' || p[n - 1] == ','))
		n--;
	return n;
}

static bool skip_word(const char **p, const char *word)
{
	size_t n = strlen(word);
	if (strncmp(*p, word, n))
		return false;
	*p += n;
	return true;
}

static const char *skip_blank(const char *p)
{
	while (*p == ' ' || !strncmp(p, "\u00A0", 2))
		p += *p == ' ' ? 1 : 2;
	return p;
}

/* "5.000 Euro" at p; its end, NULL: none. */
static const char *euro_at(const char *p, money_t *cent)
{
	size_t n = digits_at(p);
	char number[32] = "";
	if (!n || n >= sizeof number)
		return NULL;
	memcpy(number, p, n);
	const char *q = skip_blank(p + n);
	if (!skip_word(&q, "Euro") && !skip_word(&q, "EUR") && !skip_word(&q, "€"))
		return NULL;
	return money_parse_printed(cent, number) ? q : NULL;
}

/* Words before and behind an amount that belong to it. */
static void widen(const char *text, struct amount *a)
{
	static const char *const about[] = {"circa ", "ca. ", "rund ", "etwa ", "zirka ", NULL};
	for (const char *const *w = about; *w; w++) {
		size_t n = strlen(*w);
		if (a->from >= n && !strncmp(text + a->from - n, *w, n)) {
			a->from -= n;
			a->circa = true;
		}
	}
	const char *p = skip_blank(text + a->to);
	if (skip_word(&p, "jährlich") || skip_word(&p, "pro Jahr") || skip_word(&p, "im Jahr") || skip_word(&p, "p. "
		"a.")) {
		a->yearly = true;
		a->to = (size_t)(p - text);
	} else if (skip_word(&p, "einmalig")) {
		a->once = true;
		a->to = (size_t)(p - text);
	}
}

static bool find_euro(const char *text, struct amount *a)
{
	for (const char *p = text; *p; p++) {
		bool starts = *p >= '0' && *p <= '9' && (p == text || !strchr("0123456789.,", p[-1]));
		const char *end = starts ? euro_at(p, &a->cent) : NULL;
		if (end) {
			a->has = true;
			a->from = (size_t)(p - text);
			a->to = (size_t)(end - text);
			widen(text, a);
			return true;
		}
	}
	return false;
}

/* A state at the end of the text, or all of it. */
static bool find_state(const char *text, struct amount *a)
{
	static const struct { const char *words, *state; } states[] = {{"noch zu ermitteln", "noch-zu-ermitteln"},
		{"unbestimmt", "unbestimmt"}, {"laufende Verwaltung", "laufende-verwaltung"},
		{"laufender Verwaltung", "laufende-verwaltung"}, {"ohne", "ohne"}, {"keine", "ohne"},
		{"offen", "noch-zu-ermitteln"}};
	size_t len = strlen(text);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		size_t n = strlen(states[i].words);
		if (len >= n && !strcmp(text + len - n, states[i].words) && (len == n || text[len - n - 1] == ' ')) {
			a->state = states[i].state;
			a->from = len - n;
			a->to = len;
			return true;
		}
	}
	return false;
}

/* A cell for costs that says nothing but a number. */
static bool find_number(struct sense *s, const char *text, struct amount *a)
{
	const size_t n = digits_at(text);
	char number[32] = "";
	if (!n || n >= sizeof number || text[n + strspn(text + n, " ")])
		return false;
	memcpy(number, text, n);
	if (!money_parse_printed(&a->cent, number))
		return false;
	a->has = true;
	a->to = n;
	acc_guess(s->acc, ACC_LIKELY, "„%s“ steht bei den Kosten ohne Einheit und gilt als Euro", number);
	return true;
}

/* Who pays, where the text says no amount: "durch X gefördert", "vom Land erstattet werden". */
static void paid_by(struct sense *s, const char *text, struct draft *p)
{
	if (strstr(text, "erstattet"))
		draft_set(s->mem, p, "erstattet-durch", strstr(text, "Land") ? "Land" : "andere");
	else if (strstr(text, "gefördert") || strstr(text, "Spenden") || strstr(text, "programme"))
		draft_set(s->mem, p, "gefoerdert-durch", strstr(text, "Spenden") ? "Spenden" : "andere");
	else
		draft_set(s->mem, p, "zustand", "unbestimmt");
	acc_guess(s->acc, ACC_WEAK, "„%s“ nennt keinen Betrag; bitte ansehen, wer zahlt", text);
}

static char *rest_of(struct mem *m, const char *text, const struct amount *a)
{
	const char *tail = skip_blank(text + a->to);
	size_t n = a->from;
	while (n && strchr(" :-", text[n - 1]))
		n--;
	tail += strspn(tail, ".,");
	return mem_fmt(m, "%.*s%s%s", (int)n, text, n && *tail ? " " : "", tail);
}

static void put_amount(struct sense *s, const struct amount *a, struct draft *p)
{
	struct buf b = {0};
	if (a->has) {
		money_put_plain(&b, a->cent);
		draft_set(s->mem, p, "betrag", b.data);
		buf_free(&b);
	}
	if (a->circa)
		draft_set(s->mem, p, "circa", "ja");
	if (a->yearly || a->once)
		draft_set(s->mem, p, "turnus", a->yearly ? "jaehrlich" : "einmalig");
	if (a->state)
		draft_set(s->mem, p, "zustand", a->state);
}

void sense_posten(struct sense *s, const char *text, struct draft *to)
{
	struct amount a = {0};
	if (!bag_count(text))
		return;
	struct draft *p = draft_add(s->mem, to, "posten");
	s->before = 0;
	if (!find_euro(text, &a) && !find_state(text, &a) && !find_number(s, text, &a)) {
		draft_text(s->mem, p, sense_house(s, text));
		paid_by(s, text, p);
		return;
	}
	put_amount(s, &a, p);
	draft_meant(s->mem, p, mem_str(s->mem, text + a.from, a.to - a.from));
	const char *label = rest_of(s->mem, text, &a);
	if (bag_count(label))
		draft_text(s->mem, p, sense_house(s, label));
	else
		draft_ours(s->mem, p, "Kosten");
}

/* A row of what and how much, or items that say both. */
void sense_money(struct sense *s, const struct imp_node *cell, struct draft *to)
{
	const struct imp_node *more = cell->next;
	if (more && bag_count(sense_plain(s, more))) {
		sense_posten(s, mem_fmt(s->mem, "%s %s", sense_plain(s, cell), sense_plain(s, more)), to);
		return;
	}
	sense_amounts(s, cell, to);
}

void sense_amounts(struct sense *s, const struct imp_node *cell, struct draft *to)
{
	for (const struct imp_node *n = cell->first; n; n = n->next) {
		acc_at(s->acc, n);
		if (n->kind < IMP_TEXT)
			sense_posten(s, sense_plain(s, n), to);
	}
}

/* ---- time */

static const char *class_in(const char *text)
{
	static const char *const classes[] = {"kurzfristig", "mittelfristig", "langfristig", "laufend", NULL};
	for (const char *const *c = classes; *c; c++)
		if (strstr(text, *c))
			return *c;
	return strstr(text, "fortlaufend") || strstr(text, "dauerhaft") ? "laufend" : NULL;
}

/* "5 Jahren", "(2 Jahre)". */
static int years_in(const char *text)
{
	for (const char *p = text; (p = strstr(p, "Jahr")); p++) {
		const char *q = p;
		while (q > text && (q[-1] == ' ' || (unsigned char)q[-1] == 0xA0 || (unsigned char)q[-1] == 0xC2))
			q--;
		const char *d = q;
		while (d > text && d[-1] >= '0' && d[-1] <= '9')
			d--;
		if (d < q && q - d <= 2 && q < p)
			return atoi(d);
	}
	return 0;
}

void sense_time_said(struct sense *s, const char *text, struct draft *to)
{
	const char *class = class_in(text);
	int years = years_in(text);
	if (class)
		draft_set(s->mem, to, "klasse", class);
	if (years)
		draft_set(s->mem, to, "jahre", mem_fmt(s->mem, "%d", years));
	char *ours = mem_fmt(s->mem, years == 1 ? "Umsetzung %s im nächsten Jahr" : years
		? "Umsetzung %s in den nächsten %d Jahren" : "Umsetzung %s", class ? class : "", years);
	if (class && !strcmp(text, ours)) {
		draft_meant(s->mem, to, text);
		return;
	}
	s->before = 0;
	draft_text(s->mem, to, sense_house(s, text));
	if (!class && !years)
		acc_guess(s->acc, ACC_WEAK, "„%s“ nennt weder Klasse noch Jahre; es steht als Text da", text);
}

void sense_time(struct sense *s, const struct imp_node *cell, struct draft *to)
{
	sense_time_said(s, sense_plain(s, cell), to);
}
