/* kostensatz.c: the costs a sentence names, "Die Kosten betragen rund 1,5 Mio. Euro", beside the Posten of its
 * Massnahme or paper. Any sum of some of them is right; so is what the yearly ones make in some years. */
#include "check/rule.h"
#include "check/sentence.h"
#include "check/when.h"

/* ---- the amount ---- */

struct told {
	money_t v;
	money_t room;                                  /* as exact as it is written, or as "rund" leaves it */
	bool yearly, once, all;
	const char *p, *q;
};

/* Digits with points or blanks between thousands, a comma before decimals: in units of 10^-decimals; its end, or p. */
static const char *read_number(const char *p, int64_t *v, int *decimals)
{
	bool comma = false;
	int digits = 0;
	*v = *decimals = 0;
	for (const char *q = p; digits < 13;) {
		const char *w = q;
		if (*q >= '0' && *q <= '9') {
			*v = *v * 10 + (*q++ - '0');
			*decimals += comma;
			digits++;
			p = q;
		} else if (digits && (*q == '.' || (*q == ',' && !comma)) && q[1] >= '0' && q[1] <= '9') {
			comma |= *q++ == ',';
		} else if (digits && !comma && chk_gap(&w) && strspn(w, "0123456789") == 3) {
			q = w;
		} else {
			break;
		}
	}
	return p;
}

/* "Mio.", "Millionen", "T€", "Tsd.", before or with the currency: by how much; its end. 0: no money. */
static int64_t unit(const char **p)
{
	static const char *const euro[] = {"euro", "eur", NULL}, *const thousand[] = {"tsd", "tausend", "t", NULL};
	static const char *const million[] = {"mio", "million", "millionen", NULL}, *const both[] = {"teur", NULL};
	int64_t by = 1;
	chk_gap(p);
	const char *q = chk_word_end(*p);
	if (chk_among_any(*p, q, both)) {
		*p = q;
		return 1000;
	}
	if (chk_among_any(*p, q, million) || chk_among_any(*p, q, thousand)) {
		by = chk_among_any(*p, q, million) ? 1000000 : 1000;
		*p = q + (*q == '.');
		chk_gap(p);
	}
	q = chk_word_end(*p);
	if (!chk_starts(*p, "€") && !chk_among_any(*p, q, euro))
		return 0;
	*p = chk_starts(*p, "€") ? *p + strlen("€") : q;
	return by;
}

static bool read_amount(const char *p, bool roughly, struct told *t)
{
	enum { CENT = 100, ROUGH = 20 };               /* "rund": a twentieth */
	int64_t v = 5;
	int decimals = 1;
	const char *q = chk_starts(p, "½") ? p + strlen("½") : read_number(p, &v, &decimals);
	t->p = p;
	const int64_t by = q > p ? unit(&q) : 0;
	int64_t last = by * CENT;
	for (int i = 0; i < decimals; i++)
		last /= 10;
	t->q = q;
	t->v = v * last;
	t->room = by > 1 || roughly ? last / 2 : 0;
	if (roughly && t->v / ROUGH > t->room)
		t->room = t->v / ROUGH;
	return last > 0 && v > 0 && v < INT64_MAX / (last * 2);
}

/* ---- the sentence ---- */

/* "Die Kosten", "Die jährlichen Kosten", "Gesamtkosten": all that it costs, not "Die weiteren Kosten". */
static bool all_costs(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const whole[] = {"gesamtkosten", "gesamtsumme", "gesamtaufwand", NULL};
	static const char *const some[] = {"kosten", "mehrkosten", NULL}, *const article[] = {"die", "der", NULL};
	static const char *const yearly[] = {"jährlichen", "laufenden", NULL}, *const once[] = {"einmaligen", NULL};
	const char *p = k->p;
	if ((told->all = chk_among_any(k->p, k->q, whole)))
		return true;
	if (!chk_among_any(k->p, k->q, some) || !chk_gap_back(t, &p))
		return false;
	const char *w = chk_word_back(t, p);
	told->yearly = chk_among_any(w, p, yearly);
	told->once = chk_among_any(w, p, once);
	if (told->yearly || told->once) {
		p = w;
		w = chk_gap_back(t, &p) ? chk_word_back(t, p) : p;
	}
	return chk_among_any(w, p, article);
}

/* "Die Maßnahme kostet", "Das Vorhaben kostet" */
static bool is_costly(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const whole[] = {"maßnahme", "umsetzung", "vorhaben", "projekt", NULL};
	static const char *const article[] = {"die", "das", "diese", "dieses", NULL}, *const costs[] = {"kostet", NULL};
	const char *b = k->p, *p = k->p, *q = k->q;
	return chk_among_any(k->p, k->q, whole) && chk_next_word(&p, &q) && chk_among_any(p, q, costs) &&
		chk_gap_back(t, &b) && chk_among_any(chk_word_back(t, b), b, article);
}

/* "betragen", "belaufen sich jährlich auf rund", "liegen bei": up to the amount. */
static bool amount_told(const struct chk_tok *k, struct told *told)
{
	static const char *const verbs[] = {"betragen", "beträgt", "belaufen", "beläuft", "liegen", "liegt", "kostet",
		NULL};
	static const char *const of[] = {"von", "in", NULL};
	static const char *const between[] = {"sich", "auf", "bei", "insgesamt", "voraussichtlich", "höhe", "von",
		NULL};
	static const char *const roughly[] = {"rund", "etwa", "circa", "ca", "knapp", "gut", "ungefähr", NULL};
	static const char *const yearly[] = {"jährlich", NULL}, *const once[] = {"einmalig", NULL};
	enum { WORDS = 6 };
	const char *p = k->p, *q = k->q;
	bool rough = false;
	if (!chk_next_word(&p, &q) || !(chk_among_any(p, q, verbs) || (told->all && chk_among_any(p, q, of))))
		return false;
	for (int i = 0; i < WORDS && (chk_next_word(&p, &q) || chk_starts(p, "½")); i++) {
		if ((*p >= '0' && *p <= '9') || chk_starts(p, "½"))
			return read_amount(p, rough, told);
		rough |= chk_among_any(p, q, roughly);
		told->yearly |= chk_among_any(p, q, yearly);
		told->once |= chk_among_any(p, q, once);
		if (!chk_among_any(p, q, between) && !chk_among_any(p, q, roughly) && !chk_among_any(p, q, yearly) &&
			!chk_among_any(p, q, once))
			return false;
		q += *q == '.';
	}
	return false;
}

/* The sentence speaks of a part, of another time, or of what something costs each. */
static bool of_a_part(const struct chk_text *t, const struct told *told)
{
	static const char *const words[] = {"je", "pro", "jeweils", "monatlich", "monat", "monate", "bisher", "bislang",
		"davon", "zunächst", "bis", "höchstens", "maximal", "mindestens", "zwischen", "anteil", "variante",
		"alternative", "angebot", "quadratmeter", "stunde", "tag", "woche", "person", "kind", "platz", "nicht",
		"wenn", "falls", "würden", "hinzu", "zusätzlich", "plan", "ursprünglich", "statt", NULL};
	const char *from, *to;
	if (!chk_sentence(t, told->p, &from, &to) || chk_has_word(from, to, words))
		return true;
	for (const char *p = from; p < to; p = chk_after(p)) {
		int n = 0, year = *p == '1' || *p == '2' ? chk_digits(p, to, &n) : 0;
		if (n == 4 && year >= 1900 && year < 2100 && (p == from || !chk_is_word((unsigned char)p[-1])) &&
			(p < told->p || p >= told->q))
			return true;
	}
	return false;
}

/* ---- beside the Posten ---- */

static bool near(const struct told *t, money_t v)
{
	const money_t off = t->v > v ? t->v - v : v - t->v;
	return off <= t->room;
}

/* The sum of some of the Posten from i on. */
static bool some_of(const struct doc_kosten *k, size_t i, money_t sum, const struct told *t)
{
	if (i == k->nposten || (sum && near(t, sum)))
		return sum && near(t, sum);
	const struct doc_posten *p = &k->posten[i];
	if (p->has_amount && p->davon > 0 && some_of(k, i + 1, sum + p->betrag - p->davon, t))
		return true;
	return some_of(k, i + 1, sum, t) || (p->has_amount && some_of(k, i + 1, sum + p->betrag, t));
}

/* Yearly costs over some years, beside those that come once. */
static bool in_years(const struct doc_kosten *k, const struct told *t)
{
	enum { YEARS = 12 };
	for (int n = 1; n <= YEARS; n++)
		if (near(t, k->einmalig.value + n * k->jaehrlich.value) || near(t, n * k->jaehrlich.value))
			return true;
	return false;
}

static bool agrees(const struct doc_kosten *k, const struct told *t)
{
	enum { MANY = 8 };                             /* Posten of which all choices are tried */
	const money_t all = k->einmalig.value + k->jaehrlich.value;
	if (!k->node || !all || k->nposten > MANY)
		return true;
	for (size_t i = 0; i < k->nposten; i++)
		if (doc_share(&k->posten[i]) == DOC_OPEN || doc_share(&k->posten[i]) == DOC_OTHERS)
			return true;
	return near(t, all) || near(t, all - k->davon) || some_of(k, 0, 0, t) ||
		(!t->yearly && !t->once && in_years(k, t));
}

static const struct doc_kosten *costs_of(const struct chk *c, const struct doc_node *n)
{
	while (n && n->kind != DOC_MASSNAHME && n->kind != DOC_VORLAGE)
		n = n->parent;
	if (n && n->kind == DOC_MASSNAHME)
		return &doc_massnahme(c->doc, n)->kosten;
	return n && c->vorlage ? &c->vorlage->kosten : NULL;
}

static bool costs_told(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	return strchr("KkGgMmUuVvPp", *k->p) && (all_costs(t, k, told) || is_costly(t, k)) && amount_told(k, told);
}

bool chk_kostensatz_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct told told = {0};
	return costs_told(t, k, &told);
}

void chk_kostensatz_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct told told = {0};
	const struct doc_kosten *of;
	if (t->block->kind == DOC_POSTEN || !costs_told(t, k, &told) || !(of = costs_of(c, t->block)) ||
		agrees(of, &told) || of_a_part(t, &told))
		return;
	const money_t once = of->einmalig.value, yearly = of->jaehrlich.value;
	const char *sums = mem_fmt(c->mem, "%s%s", chk_euro(c, once ? once : yearly), once ? "" : " jährlich");
	if (once && yearly)
		sums = mem_fmt(c->mem, "%s einmalig und %s jährlich", chk_euro(c, once), chk_euro(c, yearly));
	chk_tell_at(c, RULE_KOSTENSATZ, t, k->p,
		"„%s“: die Posten ergeben %s; erwartet wird derselbe Betrag, "
		"bitte den Satz oder die Posten berichtigen",
		chk_quote(c, t, told.p, told.q), sums);
}
