/* kostensatz.c: the costs a sentence names, "Die Kosten betragen rund 1,5 Mio. Euro", "Das kostet zwölftausend Euro",
 * beside the Posten of its Massnahme or paper. Any sum of some of them is right; so is what the yearly ones make in
 * some years. */
#include "check/amount.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"
#include "check/when.h"

static const char *const needed[] = {"nötig", "notwendig", "erforderlich", "benötigt", "gebraucht", "veranschlagt",
	"angesetzt", "eingeplant", "vorgesehen", NULL};

struct told {
	struct chk_amount a;
	bool yearly, once, monthly;
	bool all;                                      /* "Gesamtkosten" */
	bool part;                                     /* "Das kostet": perhaps of the sentence before */
	const char *noun, *own;                        /* "Der Bau" costs: its beginning and its end */
};

/* ---- who costs ---- */

/* The word before p, and p moves before it. */
static bool back(const struct chk_text *t, const char **p, const char *const *words)
{
	const char *q = *p;
	if (!chk_gap_back(t, &q))
		return false;
	const char *w = chk_word_back(t, q);
	if (!chk_among_any(w, q, words))
		return false;
	*p = w;
	return true;
}

/* "Baukosten": what is told is the Posten of that name. */
static bool kind_of_costs(const struct chk_tok *k, struct told *told)
{
	const size_t tail = strlen("kosten");
	if ((size_t)(k->q - k->p) <= tail || !chk_is(k->q - tail, k->q, "kosten"))
		return false;
	told->noun = k->p;
	told->own = k->q;
	return true;
}

/* "Die Kosten", "Die jährlichen Kosten", "Gesamtkosten", "Der Aufwand": all that it costs, not "Die weiteren Kosten".
 * */
static bool all_costs(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const whole[] = {"gesamtkosten", "gesamtsumme", "gesamtaufwand", NULL};
	static const char *const some[] = {"kosten", "mehrkosten", "ausgaben", "aufwendungen", "aufwand",
		"finanzbedarf", "mittelbedarf", "finanzierungsbedarf", "geldbedarf", NULL};
	static const char *const article[] = {"die", "der", "den", NULL}, *const once[] = {"einmaligen", NULL};
	static const char *const yearly[] = {"jährlichen", "laufenden", NULL};
	static const char *const money[] = {"finanzielle", "finanziellen", NULL};
	const char *p = k->p;
	if ((told->all = chk_among_any(k->p, k->q, whole)))
		return true;
	if (!chk_among_any(k->p, k->q, some) && !kind_of_costs(k, told))
		return false;
	told->yearly = back(t, &p, yearly);
	told->once = back(t, &p, once);
	back(t, &p, money);
	return back(t, &p, article);
}

/* "Es entstehen Kosten von", "verursacht Kosten in Höhe von": no article, and a verb before. */
static bool costs_arise(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const nouns[] = {"kosten", "ausgaben", "aufwendungen", "mehrkosten", NULL};
	static const char *const verbs[] = {"entstehen", "entstanden", "fallen", "verursacht", "geplant", "anfallen",
		"ergeben", "erwartet", NULL};
	const char *from, *to, *q = k->q, *p = k->q;
	if (!chk_among(k->p, k->q, (const char *const[]){"Kosten", "Ausgaben", "Aufwendungen", "Mehrkosten", NULL}) ||
		!chk_among_any(k->p, k->q, nouns) || !chk_sentence(t, k->p, &from, &to))
		return false;
	if (*q == ':' && from == k->p)
		return true;
	told->part = !told->all;
	return chk_next_word(&p, &q) && (chk_is(p, q, "von") || chk_is(p, q, "in")) && chk_has_word(from, k->p, verbs);
}

/* "Die Maßnahme", "das Vorhaben": all of it. */
static bool is_whole(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const whole[] = {"maßnahme", "umsetzung", "vorhaben", "projekt", NULL};
	static const char *const article[] = {"die", "das", "diese", "dieses", NULL};
	return chk_among_any(p, q, whole) && back(t, &p, article);
}

/* "kostet": what stands before it, or behind, as "das". */
static bool is_costly(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const that[] = {"das", "dies", "es", "sie", "zusammen", "alles", NULL};
	const char *b = k->p, *p = k->p, *q = k->q;
	if (!chk_is_any(k->p, k->q, "kostet"))
		return false;
	const char *w = chk_gap_back(t, &b) ? chk_word_back(t, b) : b;
	if (is_whole(t, w, b))
		return true;
	if (chk_among_any(w, b, that) || (chk_next_word(&p, &q) && chk_among_any(p, q, that))) {
		told->part = true;
		return true;
	}
	told->noun = w;
	told->own = b;
	return w < b && *w >= 'A' && *w <= 'Z';
}

/* "Die Miete beträgt", "Für Möbel werden": what is told is the Posten of that name. */
static bool posten_is(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const verbs[] = {"beträgt", "betragen", "liegt", "liegen", "kosten", NULL};
	static const char *const needs[] = {"werden", "sind", NULL}, *const article[] = {"die", "den", "das", NULL};
	const char *from, *to, *b = k->p;
	const bool is = chk_among(k->p, k->q, verbs);
	if ((!is && !chk_among(k->p, k->q, needs)) || !chk_gap_back(t, &b))
		return false;
	const char *w = chk_word_back(t, b), *p = w;
	if (w == b || *w < 'A' || *w > 'Z' || chk_is_any(b - (b - w > 6 ? 6 : 0), b, "kosten"))
		return false;
	if (!is) {
		back(t, &p, article);
		if (!chk_sentence(t, w, &from, &to) || !chk_starts(from, "Für ") || from + strlen("Für ") != p ||
			!chk_has_word(k->q, to, needed))
			return false;
	}
	told->noun = w;
	told->own = b;
	return true;
}

/* "Die Umsetzung erfordert" */
static bool demands(const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = k->p;
	return chk_is(k->p, k->q, "erfordert") && chk_gap_back(t, &b) && is_whole(t, chk_word_back(t, b), b);
}

/* "Dafür werden 15.000 Euro benötigt": at the verb. */
static bool is_needed(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const verbs[] = {"sind", "werden", NULL};
	static const char *const begins[] = {"Dafür ", "Hierfür ", "Insgesamt ", "Jährlich ", "Einmalig ",
		"Für die Maßnahme ",
		"Für die Umsetzung ", "Für das Vorhaben ", "Für das Projekt "};
	const char *from, *to;
	static const char *const arise[] = {"fallen", "entstehen", NULL};
	const bool arises = chk_among(k->p, k->q, arise);
	if (!(arises || chk_among(k->p, k->q, verbs)) || !chk_sentence(t, k->p, &from, &to) ||
		(!arises && !chk_has_word(k->q, to, needed)))
		return false;
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (chk_starts(from, begins[i]) && from + strlen(begins[i]) == k->p) {
			told->part = i < 5;
			return true;
		}
	return false;
}

/* "Vorgesehen sind dafür 3.000 Euro": at the first word. */
static bool needed_first(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const verbs[] = {"sind", "werden", NULL}, *const that[] = {"dafür", "hierfür", NULL};
	const char *from, *to, *p = k->p, *q = k->q;
	if (!chk_among_any(k->p, k->q, needed) || !chk_sentence(t, k->p, &from, &to) || from != k->p ||
		!chk_next_word(&p, &q) || !chk_among(p, q, verbs) || !chk_next_word(&p, &q) || !chk_among(p, q, that))
		return false;
	told->part = true;
	return true;
}

/* "3.000 Euro sind dafür eingeplant": at the verb, the amount before it in *told. */
static bool amount_first(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	static const char *const that[] = {"dafür", "hierfür", NULL};
	const char *from, *to, *p = k->p, *q = k->q;
	enum chk_rough rough = CHK_EXACT;
	if (!chk_next_word(&p, &q) || !chk_among(p, q, that) || !chk_sentence(t, k->p, &from, &to) ||
		!chk_has_word(q, to, needed))
		return false;
	p = chk_word_end(from);
	if ((rough = chk_rough_word(from, p)) && !chk_gap(&p))
		return false;
	p = rough ? p : from;
	if (!chk_amount_at(p, to, rough, &told->a))
		return false;
	q = told->a.q;
	told->part = chk_gap(&q) && q == k->p;
	return told->part;
}

/* ---- what it costs ---- */

/* "im Jahr", "pro Monat" at p */
static void each(const char *p, struct told *told)
{
	static const char *const in[] = {"im", "pro", "je", "jedes", "in", NULL};
	static const char *const year[] = {"Jahr", NULL}, *const month[] = {"Monat", NULL};
	const char *q = p;
	if (!chk_next_word(&p, &q))
		return;
	const bool of = chk_among_any(p, q, in) && chk_next_word(&p, &q);
	told->yearly |= chk_is_any(p, q, "jährlich") || (of && chk_among(p, q, year));
	told->monthly |= chk_is_any(p, q, "monatlich") || (of && chk_among(p, q, month));
	told->once |= chk_is_any(p, q, "einmalig");
}

/* How often, said anywhere before: "Jährlich entstehen", "Pro Jahr kostet das". */
static void each_before(const char *from, const char *to, struct told *told)
{
	static const char *const yearly[] = {"jährlich", NULL}, *const once[] = {"einmalig", NULL};
	static const char *const monthly[] = {"monatlich", NULL};
	static const char *const begins[] = {"Pro Jahr ", "Jedes Jahr ", "Im Jahr ", "Je Jahr "};
	told->yearly |= chk_has_word(from, to, yearly);
	told->monthly |= chk_has_word(from, to, monthly);
	told->once |= chk_has_word(from, to, once);
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		told->yearly |= chk_starts(from, begins[i]);
}

/* "betragen", "belaufen sich jährlich auf rund", "in Höhe von": up to the amount from q on. */
static bool amount_from(const char *q, const char *end, struct told *told)
{
	static const char *const between[] = {"sich", "auf", "bei", "insgesamt", "voraussichtlich", "höhe", "von", "in",
		"werden", "zwischen", "die", "der", "den", "stadt", "kommune", "gemeinde", "kreis", "jährlich",
		"einmalig", "monatlich", "das", "dies", "also", "dafür", "hierfür", "betragen", "beträgt", "belaufen",
		"beläuft", "liegen", "liegt", "kostet", "alles", "sind", NULL};
	enum { WORDS = 8 };
	enum chk_rough rough = CHK_EXACT;
	const char *p;
	for (int i = 0; i < WORDS && q < end; i++) {
		p = q + (*q == '.' || *q == ':');
		if (!chk_gap(&p))
			return false;
		if (chk_amount_at(p, end, rough, &told->a))
			return true;
		q = chk_word_end(p);
		const enum chk_rough is = chk_rough_word(p, q);
		rough = is ? is : rough;
		if (q == p || (!is && !chk_among_any(p, q, between)))
			return false;
	}
	return false;
}

/* "Die Kosten" is followed by a verb; "Gesamtkosten" also by "von". */
static bool told_of(const char *q, const struct told *told)
{
	static const char *const verbs[] = {"betragen", "beträgt", "belaufen", "beläuft", "liegen", "liegt", "werden",
		NULL};
	static const char *const of[] = {"von", "in", NULL};
	const char *p = q;
	return chk_next_word(&p, &q) && (chk_among_any(p, q, verbs) || (told->all && chk_among_any(p, q, of)));
}

/* The word may begin one of those sentences: asked for every word. */
static bool triggers(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const words[] = {"gesamtsumme", "gesamtaufwand", "aufwand", "ausgaben", "aufwendungen",
		"finanzbedarf", "mittelbedarf", "finanzierungsbedarf", "geldbedarf", "kostet", "erfordert", NULL};
	static const char *const verbs[] = {"sind", "werden", NULL};
	static const char *const that[] = {"dafür", "hierfür", NULL};
	static const char *const before[] = {"Dafür", "Hierfür", "Insgesamt", "Jährlich", "Einmalig", "Maßnahme",
		"Umsetzung", "Vorhaben", "Projekt", NULL};
	const size_t n = (size_t)(k->q - k->p), tail = strlen("osten");
	if (n > tail && !memcmp(k->q - tail, "osten", tail))
		return true;
	static const char *const is[] = {"beträgt", "betragen", "liegt", "liegen", NULL};
	static const char *const arise[] = {"fallen", "entstehen", NULL};
	static const char *const how[] = {"Jährlich", "Einmalig", "Insgesamt", NULL};
	if (chk_among(k->p, k->q, verbs)) {
		const char *b = k->p, *w = chk_gap_back(t, &b) ? chk_word_back(t, b) : b, *p = k->p, *q = k->q;
		if (chk_next_word(&p, &q) && chk_among(p, q, that))
			return true;
		return chk_follows(t, k->p, before) || (w < b && *w >= 'A' && *w <= 'Z' && chk_starts(t->s, "Für "));
	}
	if (chk_among(k->p, k->q, is))
		return true;
	if (chk_among(k->p, k->q, arise))
		return chk_follows(t, k->p, how);
	if (strchr("VE", *k->p) && chk_among_any(k->p, k->q, needed))
		return true;
	return strchr("GgAaFfMmKkeE", *k->p) && chk_among_any(k->p, k->q, words);
}

static bool costs_told(const struct chk_text *t, const struct chk_tok *k, struct told *told)
{
	const char *from, *to;
	if (!triggers(t, k) || !chk_sentence(t, k->p, &from, &to))
		return false;
	*told = (struct told){.own = NULL};
	const bool whole = all_costs(t, k, told) && told_of(k->q, told), first = !whole && amount_first(t, k, told);
	if (!first && !whole && !costs_arise(t, k, told) && !is_costly(t, k, told) && !demands(t, k) &&
		!is_needed(t, k, told) && !needed_first(t, k, told) && !posten_is(t, k, told))
		return false;
	if (!first && !amount_from(k->q, t->end, told))
		return false;
	each_before(from, told->a.p, told);
	each(told->a.q, told);
	told->part &= from > t->s;
	return true;
}

/* A second amount of the same costs: "… und jährlich 5.000 Euro". */
static bool and_more(const struct chk_text *t, struct told *told)
{
	static const char *const how[] = {"jährlich", "einmalig", "monatlich", NULL};
	const char *p = told->a.q, *q = p;
	struct told next = {.part = told->part};
	if (!chk_next_word(&p, &q) || !chk_is(p, q, "und") || !chk_next_word(&p, &q) || !chk_among(p, q, how) ||
		!amount_from(q, t->end, &next))
		return false;
	each_before(p, q, &next);
	*told = next;
	return true;
}

/* ---- whether it is about all of it ---- */

/* "pro Kind", "je Platz": not a year, not a month. */
static bool of_each(const char *from, const char *to)
{
	static const char *const per[] = {"pro", "je", NULL}, *const time[] = {"Jahr", "Monat", NULL};
	for (const char *p = from, *q; p < to; p = q > p ? q : chk_after(p)) {
		const char *w = q = chk_word_end(p), *end = q;
		if (q > p && chk_among_any(p, q, per) && !(chk_next_word(&w, &end) && chk_among(w, end, time)))
			return true;
	}
	return false;
}

static bool has_year(const struct told *told, const char *from, const char *to)
{
	for (const char *p = from; p < to; p = chk_after(p)) {
		int n = 0, year = *p == '1' || *p == '2' ? chk_digits(p, to, &n) : 0;
		if (n == 4 && year >= 1900 && year < 2100 && (p == from || !chk_is_word((unsigned char)p[-1])) &&
			(p < told->a.p || p >= told->a.q))
			return true;
	}
	return false;
}

/* The sentence speaks of a part, of another time, of others, or of what something costs each. */
static bool of_a_part(const struct chk_text *t, const struct told *told)
{
	static const char *const words[] = {"jeweils", "bisher", "bislang", "davon", "zunächst", "höchstens",
		"maximal", "mindestens", "anteil", "variante", "alternative", "alternativ", "angebot", "quadratmeter",
		"stunde", "tag", "woche", "person", "kind", "platz", "nicht", "wenn", "falls", "würden", "würde",
		"hinzu", "zusätzlich", "plan", "ursprünglich", "statt", "mehr", "weniger", "über", "unter", "kein",
		"keine", "weitere", "weiteren", "andere", "ohne", "wer", "wem", "dem", "familien", "eltern",
		"vereine", "vereinen", "teilnehmende", "nachbarstadt", "zuschuss", "monate", "teil", "ersten",
		"zweiten", "durchschnittlich", "durchschnitt", "mittel", "einzelne", "raum", "beispiel", NULL};
	const char *from, *to;
	return !chk_sentence(t, told->a.p, &from, &to) || chk_has_word(from, to, words) || of_each(from, to) ||
		has_year(told, from, to);
}

/* The word stands in the heading of what the element lies in. */
static bool in_heading(struct chk *c, const struct doc_node *n, const char *p, const char *q)
{
	enum { STEM = 5 };
	const struct doc_node *title = NULL;
	for (; n && !title; n = n->parent)
		title = n->kind == DOC_TITEL ? NULL : doc_child(n, DOC_TITEL);
	return title && q - p >= STEM && memmem(chk_str(c, title), strlen(chk_str(c, title)), p, (size_t)(q - p));
}

/* "Das Lesecafé öffnet täglich. Dafür sind": the sentence before tells of all of it, the Massnahme or what is in its
 * heading. */
static bool of_the_whole(struct chk *c, const struct chk_text *t, const char *p)
{
	static const char *const whole[] = {"maßnahme", "umsetzung", "vorhaben", "projekt", "angebot", NULL};
	static const char *const article[] = {"Die", "Das", "Der", "Diese", "Dieses", "Dieser", NULL};
	const char *from, *to, *a, *b, *q, *euro = strstr(t->s, "Euro");
	if (!chk_sentence(t, p, &from, &to) || from == t->s || (euro && strstr(euro + 1, "Euro")))
		return false;                          /* another amount is of another part */
	p = from - 1;
	while (p > t->s && (*p == ' ' || *p == '\n'))
		p--;
	if (!chk_sentence(t, p - (p > t->s), &a, &b) || !chk_among(a, q = chk_word_end(a), article) ||
		!chk_next_word(&a, &q))
		return false;
	return chk_among_any(a, q, whole) || in_heading(c, t->block, a, q);
}

/* ---- beside the Posten ---- */

static bool near(const struct told *t, money_t v)
{
	return t->a.least <= v && v <= t->a.most;
}

/* The sum of some of the Posten from i on. */
static bool some_of(const struct doc_kosten *k, size_t i, money_t sum, const struct told *t)
{
	if (i == k->nposten || (sum && near(t, sum)))
		return sum && near(t, sum);
	const struct doc_posten *p = &k->posten[i];
	if ((t->yearly && !p->jaehrlich) || (t->once && p->jaehrlich))
		return some_of(k, i + 1, sum, t);
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

/* A month of the yearly costs. */
static bool in_months(const struct doc_kosten *k, const struct told *t)
{
	enum { MONTHS = 12, HUNDRED = 100 };
	const money_t month = k->jaehrlich.value / MONTHS;
	return near(t, month) || (month - t->a.v < HUNDRED && t->a.v - month < HUNDRED);
}

static bool agrees(const struct doc_kosten *k, const struct told *t)
{
	enum { MANY = 8 };                             /* Posten of which all choices are tried */
	const money_t all = k->einmalig.value + k->jaehrlich.value;
	if (!k->node || !all || k->nposten > MANY || (t->part && t->a.least <= all))
		return true;
	for (size_t i = 0; i < k->nposten; i++)
		if (doc_share(&k->posten[i]) == DOC_OPEN || doc_share(&k->posten[i]) == DOC_OTHERS)
			return true;
	if (t->monthly)
		return in_months(k, t);
	return some_of(k, 0, 0, t) || (!t->yearly && !t->once && (near(t, all - k->davon) || in_years(k, t)));
}

static const struct doc_kosten *costs_of(const struct chk *c, const struct doc_node *n)
{
	while (n && n->kind != DOC_MASSNAHME && n->kind != DOC_VORLAGE)
		n = n->parent;
	if (n && n->kind == DOC_MASSNAHME)
		return &doc_massnahme(c->doc, n)->kosten;
	return n && c->vorlage ? &c->vorlage->kosten : NULL;
}

/* "Der Bau kostet", "Die Baukosten betragen": the Posten that is called so; NULL: none. */
static const struct doc_posten *posten_of(struct chk *c, const struct doc_kosten *k, const struct told *t)
{
	for (size_t i = 0; i < k->nposten; i++) {
		const char *label = chk_str(c, k->posten[i].node), *end = t->noun + strlen(label);
		if (chk_starts(t->noun, label) && (end == t->own || chk_is(end, t->own, "kosten")))
			return &k->posten[i];
	}
	return NULL;
}

/* What is told of one Posten alone. */
static bool right_posten(const struct doc_posten *p, const struct told *t)
{
	enum { MONTHS = 12 };
	const money_t v = t->monthly ? p->betrag / MONTHS : p->betrag;
	return !p->has_amount || near(t, v) || near(t, v - p->davon);
}

bool chk_kostensatz_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct told told;
	return costs_told(t, k, &told);
}

static void tell(struct chk *c, const struct chk_text *t, const struct doc_kosten *of, const struct told *told)
{
	const money_t once = of->einmalig.value, yearly = of->jaehrlich.value;
	const char *sums = mem_fmt(c->mem, "%s%s", chk_euro(c, once ? once : yearly), once ? "" : " jährlich");
	if (once && yearly)
		sums = mem_fmt(c->mem, "%s einmalig und %s jährlich", chk_euro(c, once), chk_euro(c, yearly));
	chk_tell_at(c, RULE_KOSTENSATZ, t, told->a.p,
		"„%s“: die Posten ergeben %s; erwartet wird derselbe Betrag, "
		"bitte den Satz oder die Posten berichtigen",
		chk_quote(c, t, told->a.p, told->a.q), sums);
}

static void tell_posten(struct chk *c, const struct chk_text *t, const struct doc_posten *p, const struct told *told)
{
	chk_tell_at(c, RULE_KOSTENSATZ, t, told->a.p,
		"„%s“: der Posten „%s“ nennt %s%s; erwartet wird derselbe Betrag, "
		"bitte den Satz oder den Posten berichtigen",
		chk_quote(c, t, told->a.p, told->a.q), chk_str(c, p->node), chk_euro(c, p->betrag),
		p->jaehrlich ? " jährlich" : "");
}

void chk_kostensatz_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct told told;
	const struct doc_kosten *of;
	if (t->block->kind == DOC_POSTEN || !costs_told(t, k, &told) || !(of = costs_of(c, t->block)) ||
		of_a_part(t, &told))
		return;
	told.part = told.part && !(t->block->kind != DOC_SCHRITT && of_the_whole(c, t, told.a.p));
	const struct doc_posten *one = told.own ? posten_of(c, of, &told) : NULL;
	if (told.own && !one)
		return;
	do
		if (one && !right_posten(one, &told))
			tell_posten(c, t, one, &told);
		else if (!one && !agrees(of, &told))
			tell(c, t, of, &told);
	while (and_more(t, &told));
}
