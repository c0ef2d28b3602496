/* angaben.c: blanks left open, the way numbers, currency and percent are written. */
#include <string.h>

#include "check/rule.h"

/* ---- open blanks ---- */

static bool lead_in_kind(const struct doc_node *n)
{
	return n->kind != DOC_ABSATZ && n->kind != DOC_PUNKT && n->kind != DOC_SCHRITT && n->kind != DOC_BETEILIGT &&
		n->kind != DOC_BESCHLUSS;
}

static const struct doc_node *next_of(const struct doc_node *n)
{
	for (n = n->next;
		n && (n->kind == DOC_ABWEICHUNG || n->kind == DOC_LAUT || (n->kind == DOC_TEXT && n->len <= 1));
		n = n->next)
		;
	return n;
}

/* What follows the text's block in its part; NULL: nothing. */
static const struct doc_node *follows(const struct chk_text *t)
{
	const struct doc_node *n = t->piece[t->npieces - 1].node, *next;
	while (n->parent && n != t->block) {
		if ((next = next_of(n)))
			return next;
		n = n->parent;
	}
	for (; n->parent && doc_kind_class(n->kind) != DOC_CLASS_PART; n = n->parent) {
		if ((next = next_of(n)))
			return next;
		if (n->kind != DOC_ABSATZ && n->kind != DOC_HANDLUNGSEMPFEHLUNG)
			return NULL;
	}
	return NULL;
}

static bool asks_for_name(const char *p, const char *q)
{
	static const char *const words[] = {"benannt", "bestellt", "gewählt", "entsandt", "Name", "Namen", "Datum",
		"Ort", "Unterschrift", "Aktenzeichen"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_is(p, q, words[i]))
			return true;
	return false;
}

static void empty_after_colon(struct chk *c, const struct chk_text *t)
{
	const char *e = t->end;
	int kind = t->block->kind;
	chk_gap_back(t, &e);
	if (t->attr ||
		(kind != DOC_ABSATZ && kind != DOC_PUNKT && kind != DOC_SCHRITT && kind != DOC_BETEILIGT &&
			kind != DOC_BESCHLUSS))
		return;
	const char *w = chk_word_back(t, e - 1);
	const struct doc_node *next = follows(t);
	if (next && next->kind == DOC_BESCHLUSS && kind == DOC_ABSATZ)
		return;                                /* it leads in to the resolutions */
	if (next && (lead_in_kind(next) || (next->kind == DOC_ABSATZ && !asks_for_name(w, e - 1))))
		return;
	chk_tell_at(c, RULE_OFFEN, t, w,
		"„%s“: nach dem Doppelpunkt steht nichts; "
		"bitte die Angabe ergänzen oder mit <offen was=\"…\"/> als offen kennzeichnen",
		chk_quote(c, t, w, e));
}

static int run_of(const char *p, char ch)
{
	int n = 0;
	while (p[n] == ch)
		n++;
	return n;
}

static bool stand_in(const char *p, const char *q)
{
	switch (*p) {
	case 'L': return chk_is(p, q, "Lorem");
	case 'T': return chk_is(p, q, "TODO") || chk_is(p, q, "TBD");
	case 'X': return chk_is(p, q, "XXX") || chk_is(p, q, "XXXX");
	default:  return false;
	}
}

/* What git puts where it cannot merge two versions: seven of a sign, alone. */
static bool merge_mark(const struct chk_text *t, const char *p)
{
	enum { SEVEN = 7 };
	const char *b = chk_before(t, p);
	return strchr("<=>|", *p) && run_of(p, *p) == SEVEN && (!b || *b == ' ') && (!p[SEVEN] || p[SEVEN] == ' ');
}

bool chk_offen_may(const struct chk_text *t, const struct chk_tok *k)
{
	const char *e = t->end;
	if (k->class == T_OTHER)
		return merge_mark(t, k->p);
	if (k->class == T_WORD)
		return stand_in(k->p, k->q);
	if (k->class == T_END)
		return chk_gap_back(t, &e), e > t->s && e[-1] == ':';
	return (*k->p == '_' || *k->p == '.') && !(k->p > t->s && k->p[-1] == *k->p) &&
		run_of(k->p, *k->p) >= (*k->p == '_' ? 3 : 5);
}

void chk_offen(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (k->class == T_WORD) {
		chk_tell_at(c, RULE_OFFEN, t, k->p,
			"„%s“ ist ein Platzhalter; "
			"bitte den richtigen Text einsetzen oder mit <offen was=\"…\"/> als offen kennzeichnen",
			mem_str(c->mem, k->p, (size_t)(k->q - k->p)));
	} else if (k->class == T_END) {
		empty_after_colon(c, t);
	} else if (k->class == T_OTHER) {
		chk_tell_at(c, RULE_OFFEN, t, k->p,
			"„%.7s“ ist eine Zeile, mit der die Versionsverwaltung zwei Fassungen trennt; "
			"bitte eine behalten und alle solchen Zeilen löschen", k->p);
	} else {
		const char *from = k->p;
		chk_gap_back(t, &from);
		from = chk_word_back(t, from);
		chk_tell_at(c, RULE_OFFEN, t, k->p,
			"„%s“: hier ist eine Lücke; bitte ausfüllen "
			"oder mit <offen was=\"…\"/> (Beschlussdaten mit <beschlussdatum/>) als offen kennzeichnen",
			chk_quote(c, t, from, k->p + 3));
	}
}

/* ---- numbers ---- */

enum form { FORM_OTHER, FORM_PLAIN, FORM_POINT, FORM_BLANK };
struct figure { enum form form; const char *p, *q; bool cents; };

static int digits_at(const char *p)
{
	int n = 0;
	while (p[n] >= '0' && p[n] <= '9')
		n++;
	return n;
}

/* Inside a word, a span or a longer number: no figure begins here. */
static bool goes_on(const struct chk_text *t, const char *p)
{
	const char *b = chk_before(t, p);
	if (b && (chk_is_word((unsigned char)*b) || *b == '-' || *b == '/' || *b == '.'))
		return true;
	return chk_gap_back(t, &p) && p > t->s && digits_at(p - 1);
}

/* Groups of three digits behind the first, by points or by blanks. Moves *p behind the last. */
static enum form groups(const char **p)
{
	enum form form = FORM_OTHER;
	for (; **p == '.' && digits_at(*p + 1) == 3; *p += 4)
		form = FORM_POINT;
	if (form == FORM_POINT)
		return form;
	for (; chk_class_at(*p) == T_BLANK && digits_at(chk_after(*p)) == 3; *p = chk_after(*p) + 3)
		form = FORM_BLANK;
	return form;
}

/* A number as written from the token on: "4500", "4.500", "4 500", with decimals or without. */
static struct figure figure_at(const struct chk_text *t, const struct chk_tok *k)
{
	struct figure f = {FORM_OTHER, k->p, k->q, false};
	if (goes_on(t, k->p))
		return f;
	int n = digits_at(k->p);
	const char *p = k->p + n;
	if (n >= 4)
		f.form = FORM_PLAIN;
	else if (n && *k->p != '0')
		f.form = groups(&p);
	if (f.form != FORM_OTHER && *p == ',' && digits_at(p + 1)) {
		f.cents = digits_at(p + 1) == 2;
		p += 1 + digits_at(p + 1);
	}
	if ((*p == '.' || *p == ',' || *p == ':') && digits_at(p + 1))
		f.form = FORM_OTHER;
	f.q = p;
	return f;
}

static bool currency_at(const char *p)
{
	return chk_starts(p, "Euro") || chk_starts(p, "€") || chk_starts(p, "EUR") || chk_starts(p, "Cent") ||
		chk_starts(p, "TEUR") || chk_starts(p, "Mark") || chk_starts(p, "DM");
}

static bool currency_after(const char *p)
{
	chk_gap(&p);
	return currency_at(p);
}

/* "5.000 bis 6.000 Euro": the currency stands behind the last of several numbers. */
static bool currency_later(const char *p)
{
	for (int hops = 0; hops < 4; hops++) {
		chk_gap(&p);
		if (currency_at(p))
			return true;
		if (chk_starts(p, "bis ") || chk_starts(p, "und "))
			p += 4;
		else if (chk_starts(p, "oder "))
			p += 5;
		else if (chk_starts(p, "–"))
			p += 3;
		else if (*p == '-' || *p == '+' || *p == '/')
			p++;
		else
			return false;
		chk_gap(&p);
		if (chk_starts(p, "circa ") || chk_starts(p, "rund "))
			p = strchr(p, ' ') + 1;
		if (!digits_at(p))
			return false;
		while (digits_at(p) || ((*p == '.' || *p == ',') && digits_at(p + 1)))
			p++;
	}
	return false;
}

static bool counted_noun(const char *p)
{
	static const char *const nouns[] = {"Menschen", "Personen", "Einwohner", "Kinder", "Frauen", "Männer",
		"Jugendliche", "Geflüchtete", "Flüchtlinge", "Plätze", "Haushalte", "Wohnungen", "Fälle", "Stunden",
		"Quadratmeter", "Stück", "Exemplare", "Bürgerinnen", "Beschäftigte", "Ausländer"};
	chk_gap(&p);
	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (chk_starts(p, nouns[i]))
			return true;
	return false;
}

static bool currency_before(const struct chk_text *t, const char *p)
{
	chk_gap_back(t, &p);
	const char *w = chk_word_back(t, p), *b = chk_before(t, p);
	return chk_is(w, p, "Euro") || chk_is(w, p, "EUR") || (b && chk_starts(b, "€"));
}

static bool plain_count(const struct figure *f)
{
	int n = digits_at(f->p);
	return f->form == FORM_PLAIN && *f->p != '0' && counted_noun(f->q) && (n > 4 || strncmp(f->p, "2199", 4) > 0);
}

static bool about_money(const struct chk_text *t, const struct figure *f)
{
	enum { NEAR = 400 };
	static const char *const words[] = {"Euro", "€", "EUR", "Kosten", "Betrag"};
	const char *from = f->p - t->s > NEAR ? f->p - NEAR : t->s, *to = t->end - f->q > NEAR ? f->q + NEAR : t->end;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (memmem(from, (size_t)(to - from), words[i], strlen(words[i])))
			return true;
	return false;
}

/* No unit to be seen: alone in its cell, or in a text about money. */
static bool unclear(const struct chk_text *t, const struct figure *f)
{
	const char *p = f->q, *s = t->s;
	chk_gap(&p);
	chk_gap(&s);
	if (s == f->p && p >= t->end)
		return true;
	return !counted_noun(f->q) && about_money(t, f);
}

/* "12.0000", "1.50", "1,500" before a currency: nobody knows which amount that is. A price per unit may have three
 * decimals. */
static bool unreadable(const struct chk_tok *k)
{
	static const char *const per[] = {"je", "pro", "per", "a", NULL};
	const char *p = k->p + digits_at(k->p), *q = k->q;
	bool points = false;
	for (; *p == '.'; p += 1 + digits_at(p + 1)) {
		if (digits_at(p + 1) != 3 || p - k->p > 3 + 4 * 3)
			return true;
		points = true;
	}
	if (*p != ',' || digits_at(p + 1) != 3 || *k->p == '0')
		return *p == ',' && points && digits_at(p + 1) > 2;
	chk_gap(&q);
	q = chk_starts(q, "€") ? q + strlen("€") : chk_word_end(q);
	return *q != '/' && !(chk_gap(&q) && (*q == '/' || chk_among(q, chk_word_end(q), per)));
}

static bool no_amount(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (goes_on(t, k->p) || !currency_after(k->q) || memchr(k->p, ':', (size_t)(k->q - k->p)) || !unreadable(k))
		return false;
	chk_tell_at(c, RULE_ZAHL, t, k->p,
		"„%s“ ist als Betrag nicht zu lesen; erwartet werden Punkte vor je drei Ziffern und ein Komma "
		"vor zweien (12.000,50 Euro), bitte berichtigen",
		chk_quote(c, t, k->p, k->q));
	return true;
}

static void grouped(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct figure f = figure_at(t, k);
	if (f.form == FORM_OTHER)
		return;
	const char *as = chk_quote(c, t, f.p, f.q);
	bool money = currency_after(f.q) || currency_before(t, f.p),
	     points = !strcmp(chk_town(c, "tausender", "raum"), "punkt");
	if (money && f.form != FORM_POINT && (f.form == FORM_BLANK || digits_at(f.p) >= 4))
		chk_tell_at(c, RULE_ZAHL, t, f.p,
			"„%s“: Geldbeträge werden mit Punkten gegliedert (640.000 Euro), "
			"Anzahlen mit schmalem Leerzeichen; bitte angleichen",
			chk_quote(c, t, f.p, f.q));
	else if (!money && f.form == FORM_POINT && !points && !f.cents && !currency_later(f.q) && !unclear(t, &f))
		chk_tell_at(c, RULE_ZAHL, t, f.p,
			"„%s“: Anzahlen werden mit schmalem geschützten Leerzeichen gegliedert (4 500), "
			"Punkte stehen nur bei Geldbeträgen; bitte angleichen",
			as);
	else if (!money && points && f.form == FORM_BLANK && !currency_later(f.q))
		chk_tell_at(c, RULE_ZAHL, t, f.p,
			"„%s“: Anzahlen werden nach der Regel der Kommune mit Punkten gegliedert (4.500); "
			"bitte angleichen",
			as);
	else if (!money && plain_count(&f))
		chk_tell_at(c, RULE_ZAHL, t, f.p,
			"„%s“: Anzahlen ab vier Ziffern werden gegliedert (%s); bitte angleichen", as,
			points ? "4.500" : "4 500 mit schmalem geschützten Leerzeichen");
}

void chk_zahl(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (!no_amount(c, t, k))
		grouped(c, t, k);
}

/* ---- currency and percent ---- */

static bool in_cell(const struct doc_node *n)
{
	return n->kind == DOC_ZELLE || (n->parent && n->parent->kind == DOC_ZELLE);
}

static bool after_number(const struct chk_text *t, const char *p)
{
	chk_gap_back(t, &p);
	return p > t->s && p[-1] >= '0' && p[-1] <= '9';
}

/* The sign or word stands at p. The first form met is the one expected from then on, unless the town has chosen. */
static void one_form(struct chk *c, enum chk_rule r, const struct chk_text *t, const char *p, const char *form)
{
	const char *from = p, **choice = r == RULE_WAEHRUNG ? &c->waehrung : &c->prozent;
	if (!*choice)
		*choice = form;
	if (!strcmp(*choice, form) || in_cell(t->block))
		return;
	chk_gap_back(t, &from);
	from = chk_word_back(t, from);
	chk_tell_at(c, r, t, p, "„%s“: hier steht „%s“, erwartet wird überall „%s“; bitte ersetzen",
		chk_quote(c, t, from, p + strlen(form)), form, *choice);
	const char *before = chk_before(t, p);
	if (chk_class_at(p) == T_WORD || (before && chk_class_at(before) == T_BLANK))
		chk_answer(c, t, p, p + strlen(form), *choice);
}

/* The word that follows a number. */
static bool unit_word(const struct chk_tok *k, const char *word, const char **p)
{
	*p = k->q;
	chk_gap(p);
	return **p == *word && chk_is(*p, chk_word_end(*p), word);
}

void chk_waehrung(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *p;
	if (k->class == T_SIGN && chk_starts(k->p, "€"))
		one_form(c, RULE_WAEHRUNG, t, k->p, "€");
	else if (k->class == T_NUMBER && unit_word(k, "Euro", &p))
		one_form(c, RULE_WAEHRUNG, t, p, "Euro");
}

void chk_prozent(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *p;
	if (k->class == T_SIGN && *k->p == '%' && !chk_is_word((unsigned char)k->p[1]) && after_number(t, k->p))
		one_form(c, RULE_PROZENT, t, k->p, "%");
	else if (k->class == T_NUMBER && unit_word(k, "Prozent", &p))
		one_form(c, RULE_PROZENT, t, p, "Prozent");
}
