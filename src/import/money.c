/* money.c: amounts and times as an original writes them: "circa 50.000 Euro", "noch zu ermitteln", "in den nächsten
 * 5 Jahren". */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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

/* "Mio." before the unit: how many Euro one of it is; 1: nothing is said. */
static money_t many_at(const char **p)
{
	static const struct { const char *word; money_t times; } many[] = {{"Mio.", 1000000}, {"Millionen", 1000000},
		{"Million", 1000000}, {"Tsd.", 1000}, {"Tausend", 1000}, {"tausend", 1000}, {"T", 1000}};
	for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
		const char *q = *p;
		if (!skip_word(&q, many[i].word))
			continue;
		q = skip_blank(q);
		if (!strncmp(q, "Euro", 4) || !strncmp(q, "EUR", 3) || !strncmp(q, "€", strlen("€"))) {
			*p = q;
			return many[i].times;
		}
	}
	return 1;
}

/* "1,5" as "1,50". */
static const char *in_cent(char *number)
{
	const char *comma = strchr(number, ',');
	if (comma && strlen(comma) == 2)
		strcat(number, "0");
	return number;
}

static bool times_many(money_t *cent, money_t times)
{
	enum { MOST = 1000000 };
	if (times > 1 && (*cent > (money_t)MOST * 100 || *cent < 0))
		return false;
	*cent *= times;
	return true;
}

/* "5.000 Euro", "5.000,- €", "1,5 Mio. Euro" at p; its end, NULL: none. */
static const char *euro_at(const char *p, money_t *cent)
{
	size_t n = digits_at(p);
	char number[32] = "";
	if (!n || n >= sizeof number)
		return NULL;
	memcpy(number, p, n);
	const char *q = p + n;
	if (!skip_word(&q, ",--") && !skip_word(&q, ",–") && !skip_word(&q, ",—"))
		skip_word(&q, ",-");
	q = skip_blank(q);
	const money_t times = many_at(&q);
	if (!skip_word(&q, "Euro") && !skip_word(&q, "EUR") && !skip_word(&q, "€"))
		return NULL;
	return money_parse_printed(cent, times > 1 && n < sizeof number - 2 ? in_cent(number) : number) &&
		times_many(cent, times) ? q : NULL;
}

static bool word_before(const char *text, struct amount *a, const char *const *words)
{
	for (; *words; words++) {
		const size_t n = strlen(*words);
		if (a->from >= n && !strncmp(text + a->from - n, *words, n)) {
			a->from -= n;
			return true;
		}
	}
	return false;
}

/* Words before and behind an amount that belong to it. */
static void widen(const char *text, struct amount *a)
{
	static const char *const about[] = {"circa ", "ca. ", "ca.", "Ca. ", "rund ", "Rund ", "etwa ",
		"zirka ", NULL};
	static const char *const years[] = {"jährlich", "pro Jahr", "im Jahr", "je Jahr", "p. a.", "p.a.", "/Jahr",
		"/ Jahr", "/a", "jährl.", NULL};
	static const char *const each[] = {"jährlich ", "Jährlich ", NULL}, *const once[] = {"einmalig ", "Einmalig ",
		NULL};
	a->circa = word_before(text, a, about);
	a->yearly = word_before(text, a, each);
	a->once = word_before(text, a, once);
	const char *p = skip_blank(text + a->to);
	for (const char *const *w = years; *w && !a->yearly && !a->once; w++)
		a->yearly = skip_word(&p, *w);
	if (!a->yearly && !a->once)
		a->once = skip_word(&p, "einmalig");
	if (p > text + a->to && p != skip_blank(text + a->to))
		a->to = (size_t)(p - text);
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
		{"wird noch ermittelt", "noch-zu-ermitteln"}, {"werden noch ermittelt", "noch-zu-ermitteln"},
		{"noch nicht bezifferbar", "noch-zu-ermitteln"}, {"noch offen", "noch-zu-ermitteln"},
		{"unbestimmt", "unbestimmt"}, {"laufende Verwaltung", "laufende-verwaltung"},
		{"laufender Verwaltung", "laufende-verwaltung"}, {"aus laufenden Mitteln", "laufende-verwaltung"},
		{"im Rahmen laufender Mittel", "laufende-verwaltung"},
		{"im Rahmen des Haushalts", "laufende-verwaltung"},
		{"im Rahmen der laufenden Verwaltung", "laufende-verwaltung"},
		{"kostenneutral", "ohne"}, {"keine Kosten", "ohne"}, {"keine zusätzlichen Kosten", "ohne"},
		{"keine weiteren Kosten", "ohne"}, {"ohne Kosten", "ohne"}, {"ohne", "ohne"}, {"keine", "ohne"},
		{"offen", "noch-zu-ermitteln"}};
	size_t len = strlen(text);
	len -= len && text[len - 1] == '.' ? 1 : 0;
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		const size_t n = strlen(states[i].words);
		if (len < n || (len > n && text[len - n - 1] != ' '))
			continue;
		if (!strncasecmp(text + len - n, states[i].words, n)) {
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

static bool has_euro(const char *text)
{
	struct amount a = {0};
	return find_euro(text, &a);
}

void sense_posten(struct sense *s, const char *text, struct draft *to)
{
	struct amount a = {0};
	const char *more = strchr(text, ';');
	if (!bag_count(text))
		return;
	const char *one = more ? mem_str(s->mem, text, (size_t)(more - text)) : "";
	if (has_euro(one) && has_euro(more)) {
		sense_posten(s, one, to);
		sense_posten(s, more + 1 + strspn(more + 1, " "), to);
		return;
	}
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
	static const char *const always[] = {"Laufend", "dauerhaft", "Dauerhaft", "Daueraufgabe", "kontinuierlich",
		"Kontinuierlich", "ständig", "Ständig", "Fortlaufend", NULL};
	static const char *const begun[] = {"Kurzfristig", "Mittelfristig", "Langfristig", NULL};
	for (const char *const *c = begun; *c; c++)
		if (strstr(text, *c))
			return classes[c - begun];
	for (const char *const *c = always; *c; c++)
		if (strstr(text, *c))
			return "laufend";
	return NULL;
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
