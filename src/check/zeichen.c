/* zeichen.c: punctuation: dashes, quotation marks, brackets, doubled marks, blanks around marks. */
#include <string.h>

#include "check/rule.h"

static enum chk_class class_or(const char *p, enum chk_class none)
{
	return p && *p ? chk_class_at(p) : none;
}

static bool letter(const char *p)
{
	return p && *p && chk_class_at(p) == T_WORD;
}

static const char *piece(struct chk *c, const struct chk_text *t, const char *p, const char *q)
{
	const char *a = p, *e = q;
	chk_gap_back(t, &a);
	a = chk_word_back(t, a);
	chk_gap(&e);
	return chk_quote(c, t, a, chk_word_end(e));
}

static void hyphen(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	if (b && *b == '-')
		return;
	bool option = !letter(b) && k->q[1] >= 'a' && k->q[1] <= 'z';    /* of a command: "--hilfe" */
	if (*k->q == '-' && !option) {
		chk_tell_at(c, RULE_STRICH, t, k->p,
			"„%s“: zwei Bindestriche; "
			"erwartet wird ein Gedankenstrich „–“ (&#8211;), bitte ersetzen",
			piece(c, t, k->p, k->q + 1));
		if (class_or(b, T_END) == T_BLANK && chk_class_at(k->q + 1) == T_BLANK)
			chk_answer(c, t, k->p, k->q + 1, "–");
	} else if (class_or(b, T_END) == T_BLANK && b > t->s && chk_class_at(k->q) == T_BLANK && k->q + 1 < t->end) {
		chk_tell_at(c, RULE_STRICH, t, k->p,
			"„%s“: ein Bindestrich als Gedankenstrich; erwartet wird „–“ (&#8211;), bitte ersetzen",
			piece(c, t, k->p, k->q));
		chk_answer(c, t, k->p, k->q, "–");
	}
}

/* "09:00-12:00" */
static bool between_times(const struct chk_text *t, const struct chk_tok *k)
{
	const char *p = k->p, *q = chk_number_end(k->q);
	while (p > t->s && ((p[-1] >= '0' && p[-1] <= '9') || p[-1] == ':'))
		p--;
	return k->p - p == 5 && q - k->q == 5 && p[2] == ':' && k->q[2] == ':';
}

static void from_to(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	chk_tell_at(c, RULE_STRICH, t, k->p,
		"„%s“: zwischen zwei Uhrzeiten steht „bis“ oder der Strich „–“ (&#8211;); bitte ersetzen",
		chk_quote(c, t, k->p, k->q));
	chk_answer(c, t, k->p, k->q, "–");
}

/* Up to four digits without a nought before them, alone. */
static const char *plain_number(const char *p, int *v)
{
	int n = 0;
	*v = 0;
	for (; p[n] >= '0' && p[n] <= '9' && n < 5; n++)
		*v = *v * 10 + (p[n] - '0');
	return n && n < 5 && !(*p == '0' && n > 1) ? p + n : NULL;
}

/* A blank, a bracket, or a mark that ends a clause. */
static bool ends_number(const char *q)
{
	return !*q || strchr(" ,;:)!?", *q) || (*q == '.' && (!q[1] || q[1] == ' '));
}

/* "5-7 Tage", "2015-2018": not a number of a paper, of a norm, of a telephone. */
static bool between_numbers(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const marks[] = {"DIN", "ISO", "EN", "Nr", "Tel", "Telefon", "Fax", "Az", "Drucksache",
		"Anruf",
		"unter", "Version", NULL};
	const char *p = k->p, *b, *end;
	int from, to;
	while (p > t->s && p[-1] >= '0' && p[-1] <= '9')
		p--;
	b = chk_before(t, p);
	if (p == k->p || (b && chk_class_at(b) != T_BLANK && *b != '(') || plain_number(p, &from) != k->p)
		return false;
	end = plain_number(k->q, &to);
	if (!end || from >= to || !ends_number(end))
		return false;
	const char *w = p;
	chk_gap_back(t, &w);
	w -= w > t->s && w[-1] == '.';
	return !(w > t->s && w[-1] >= '0' && w[-1] <= '9') && !chk_among(chk_word_back(t, w), w, marks) &&
		!chk_in_number(c, t, p);
}

static void range(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	chk_tell_at(c, RULE_STRICH, t, k->p,
		"„%s“: zwischen zwei Zahlen steht „bis“ oder der Strich „–“ (&#8211;), kein Bindestrich; "
		"bitte ersetzen",
		chk_quote(c, t, k->p, k->q));
	chk_answer(c, t, k->p, k->q, "–");
}

/* "Fi- nanzierung": where a line of the original ended. What is left out before "und" is not. */
static bool end_of_line(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const joins[] = {"und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "als", "wie",
		"statt", "noch", "aber", "nicht", "zu", "zur", "zum", "auf", "in", "ins", "im", "mit", "ohne",
		"gegen", "vor", "nach", "von", "vom", "neben", "durch", "über", "unter", "für", "plus", "minus", "vs",
		"versus", "respektive", "resp", "et", "and", "or", "sondern", "anstatt", "anstelle", "außer", "an",
		"am", "bei", "beim", "aus", "um", "zwischen", "je", "pro", "ebenso", "genauso", "inklusive",
		"einschließlich", "samt", "weder", "wenn", "u", "o", "ist", "sind", "dem", "den", "der", "die", "das",
		"des", "auch", "teils", "dann", "also", "hin", "ab", NULL};
	const char *b = chk_before(t, k->p), *q = k->q, *w = k->p;
	if (!letter(b) || chk_gap(&q) != 1 || !((*q >= 'a' && *q <= 'z') || (unsigned char)*q == 0xC3))
		return false;
	const char *p = chk_word_back(t, w), *end = chk_word_end(q);
	return w - p > 1 && end - q > 1 && !chk_among(q, end, joins);
}

/* With a blank on either side, whatever blanks there are. */
static void em_dash(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *p = k->p, *q = k->q;
	chk_gap_back(t, &p);
	chk_gap(&q);
	chk_tell_at(c, RULE_STRICH, t, k->p,
		"„%s“: dieser Strich ist im Deutschen nicht üblich; "
		"erwartet wird ein Gedankenstrich „–“ (&#8211;) mit Leerzeichen, bitte ersetzen",
		piece(c, t, k->p, k->q));
	if (p > t->s && letter(chk_before(t, p)) && letter(q))
		chk_answer(c, t, p, q, " – ");
}

void chk_strich(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	bool left = class_or(b, T_END) == T_BLANK, right = chk_class_at(k->q) == T_BLANK;
	const bool dash = chk_starts(k->p, "—") || chk_starts(k->p, "―") || chk_starts(k->p, "‒");
	if (*k->p == '-' && between_times(t, k)) {
		from_to(c, t, k);
	} else if (*k->p == '-' && between_numbers(c, t, k)) {
		range(c, t, k);
	} else if (!dash && !chk_starts(k->p, "–") && end_of_line(t, k)) {
		chk_tell_at(c, RULE_STRICH, t, k->p,
			"„%s“: hier steht ein Trennstrich mitten in der Zeile; bitte das Wort zusammenschreiben",
			piece(c, t, k->p, k->q));
	} else if (*k->p == '-') {
		hyphen(c, t, k);
	} else if (dash) {
		em_dash(c, t, k);
	} else if (chk_starts(k->p, "–") &&
		((left && letter(k->q) && b > t->s) || (right && letter(b) && letter(k->q + 1)))) {
		chk_tell_at(c, RULE_STRICH, t, k->p,
			"„%s“: der Gedankenstrich hat nur auf einer Seite ein Leerzeichen; "
			"erwartet wird „Wort – Wort“ (oder ein Bindestrich: „Aus- und Übersiedlung“), "
			"bitte berichtigen",
			piece(c, t, k->p, k->q));
	}
}

/* ",,Haus" */
static bool two_commas(const struct chk_text *t, const char *p)
{
	const char *b = chk_before(t, p);
	return p[0] == ',' && p[1] == ',' && letter(p + 2) && (!b || class_or(b, T_BLANK) == T_BLANK || *b == '(');
}

/* A quotation of several paragraphs. */
static bool goes_on(const struct doc_node *n)
{
	return n->kind == DOC_ZITAT || (n->parent && n->parent->kind == DOC_ZITAT);
}

static const char as_typed[] = "\"";                  /* opened by such a mark */

/* Marks of the keyboard are told as what they are; here they open and close like others. */
static const char *typed(const struct chk_text *t, const char *p, const char *open)
{
	if (two_commas(t, p) || (*p == '"' && !open))
		return as_typed;
	return *p == '"' || (*p == '\'' && p[1] == '\'') ? NULL : open;
}

/* „ opens, “ closes; a “ that closes nothing is English, a „ never closed is forgotten. */
static void quote_balance(struct chk *c, const struct chk_text *t)
{
	const char *open = NULL;
	for (const char *p = t->s; p < t->end; p = chk_after(p)) {
		open = typed(t, p, open);
		if (*p != (char)0xE2)
			continue;
		if (chk_starts(p, "„")) {
			if (open && open != as_typed)
				chk_tell_at(c, RULE_ANFUEHRUNG, t, open,
					"%s …: dieses Anführungszeichen wird vor dem nächsten nicht geschlossen; "
					"erwartet wird „…“, innen ‚…‘, bitte berichtigen",
					chk_quote(c, t, open + 3, chk_word_end(open + 3)));
			open = p;
		} else if (chk_starts(p, "“") && open) {
			open = NULL;
		} else if (chk_starts(p, "“") || chk_starts(p, "”")) {
			chk_tell_at(c, RULE_ANFUEHRUNG, t, p,
				"%s: das Anführungszeichen %.3s %s; "
				"im Deutschen stehen „ am Anfang und “ am Ende, bitte berichtigen",
				chk_quote(c, t, p, p + 3), p, chk_starts(p, "”") ? "ist englisch" : "schließt nichts");
			if (open && chk_starts(p, "”"))
				chk_answer(c, t, p, p + 3, "“");
			else if (chk_starts(p, "“") && class_or(chk_before(t, p), T_BLANK) == T_BLANK && letter(p + 3))
				chk_answer(c, t, p, p + 3, "„");
			open = NULL;
		}
	}
	if (open && open != as_typed && !goes_on(t->block))
		chk_tell_at(c, RULE_ANFUEHRUNG, t, open,
			"%s …: dieses Anführungszeichen wird im Absatz nicht geschlossen; "
			"erwartet wird „…“, bitte ergänzen",
			chk_quote(c, t, open + 3, chk_word_end(open + 3)));
}

/* ,,Haus'': two marks that look like one. Only the first of them is told, and only the beginning of both. */
static void two_apostrophes(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *p = k->p;
	if (*k->q != '\'')
		return;
	while (p > t->s && !two_commas(t, p))
		p--;
	if (p == t->s && !two_commas(t, p))
		chk_tell_at(c, RULE_ANFUEHRUNG, t, k->p,
			"%s: zwei Apostrophe; erwartet wird ein Anführungszeichen, „ am Anfang und “ am Ende, "
			"bitte ersetzen", chk_quote(c, t, k->p, k->q));
}

/* One that stands before a word opens, one behind a word or a mark closes; between blanks nobody knows. */
static const char *paired(const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	enum chk_class left = class_or(b, T_BLANK), right = k->q < t->end ? chk_class_at(k->q) : T_BLANK;
	bool opens = left == T_BLANK || (b && (*b == '(' || *b == '[')), word = right == T_WORD || right == T_NUMBER;
	return opens && word ? "„" : !opens && (right == T_BLANK || right == T_STOP || right == T_BRACKET) ? "“" : NULL;
}

static void straight(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *now = paired(t, k);
	chk_tell_at(c, RULE_ANFUEHRUNG, t, k->p,
		"%s: gerade Anführungszeichen; "
		"erwartet werden „ am Anfang und “ am Ende (&#8222; und &#8220;), bitte ersetzen",
		chk_quote(c, t, k->p, k->q));
	if (now)
		chk_answer(c, t, k->p, k->q, now);
}

/* »Haus« beside „Haus“: the first of a document is expected from then on; «Haus» is French. */
static void guillemets(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const bool low = chk_starts(k->p, "„"), mark = low || chk_starts(k->p, "»") || chk_starts(k->p, "«");
	const bool opens = class_or(chk_before(t, k->p), T_BLANK) == T_BLANK && letter(k->q);
	if (!mark || !opens)
		return;
	if (chk_starts(k->p, "«"))
		chk_tell_at(c, RULE_ANFUEHRUNG, t, k->p,
			"%s: französische Anführungszeichen; im Deutschen stehen „ am Anfang und “ am Ende, "
			"bitte ersetzen",
			chk_quote(c, t, k->p, k->q));
	else if (c->marks && low != (*c->marks == '\xe2'))
		chk_tell_at(c, RULE_ANFUEHRUNG, t, k->p,
			"%s: hier steht %s, weiter vorn %s; erwartet werden überall dieselben Anführungszeichen, "
			"bitte angleichen",
			chk_quote(c, t, k->p, k->q), low ? "„…“" : "»…«", low ? "»…«" : "„…“");
	else
		c->marks = low ? "„" : "»";
}

void chk_anfuehrung(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (k->class == T_END) {
		if (t->seen & ON(QUOTE))
			quote_balance(c, t);
		return;
	}
	guillemets(c, t, k);
	if (*k->p == '"') {
		straight(c, t, k);
	} else if (chk_starts(k->p, "''") || (*k->p == '\'' && k->p > t->s && k->p[-1] == '\'')) {
		two_apostrophes(c, t, k);
	} else if (*k->p == '\'' || *k->p == '`' || chk_starts(k->p, "´")) {
		chk_tell_at(c, RULE_ANFUEHRUNG, t, k->p,
			"„%s“: gerader Apostroph oder Akzent; "
			"erwartet wird ’ (&#8217;), als inneres Anführungszeichen ‚ und ‘, bitte ersetzen",
			chk_quote(c, t, k->p, k->q));
		if (letter(chk_before(t, k->p)) && letter(k->q))
			chk_answer(c, t, k->p, k->q, "’");
	}
}

/* "a)" and "1)" open a list item, they close nothing. */
static bool item_mark(const struct chk_text *t, const char *p)
{
	const char *w = chk_word_back(t, p), *b = chk_before(t, w);
	return p - w >= 1 && p - w <= 2 && (!b || chk_class_at(b) == T_BLANK);
}

void chk_klammer(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	enum { DEEP = 32 };
	const char *open[DEEP];
	int n = 0;
	(void)k;
	if (!(t->seen & ON(BRACKET)))
		return;
	for (const char *p = t->s; p < t->end; p++) {
		if ((*p == '(' || *p == '[') && n < DEEP) {
			open[n++] = p;
		} else if (*p == ')' || *p == ']') {
			if (n && *open[n - 1] == (*p == ')' ? '(' : '['))
				n--;
			else if (!n && !item_mark(t, p))
				chk_tell_at(c, RULE_KLAMMER, t, p,
					"„%s“: diese Klammer schließt nichts; "
					"bitte die öffnende ergänzen oder sie entfernen",
					chk_quote(c, t, chk_word_back(t, p), p + 1));
			else if (n)
				return;
		}
	}
	while (n--)
		chk_tell_at(c, RULE_KLAMMER, t, open[n],
			"„%s …“: diese Klammer wird im Absatz nicht geschlossen; bitte die schließende ergänzen",
			chk_quote(c, t, open[n], chk_word_end(open[n] + 1)));
}

static int times(const char *p)
{
	int n = 1;
	while (p[n] == *p)
		n++;
	return n;
}

static bool collide(char a, char b)
{
	const char *never = a == ',' ? ".;:" : a == ';' ? ",." : a == ':' ? ".," : "";
	return b && strchr(never, b);
}

/* Part of an address, a path or a formula, where any sign may stand in a word. */
static bool in_address(const struct chk_text *t, const char *p)
{
	static const char *const signs[] = {"/", "=", "@", "\\", "_", NULL};
	return chk_run_has(t->s, p, t->end, signs);
}

/* "B?rger", "Stra§e": what is left of a letter when a file was turned into another encoding. */
static bool lost_letter(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const marks[] = {"?", "§", "¶", "¤", "¬", "¦", "¢", "£", "¥", "¡", "¿", "¨", "†", "‡", "∂",
		"√", "∫", "Ω", "≈", "◊", "♀", "|", "{", "}", "~", "^", "$", NULL};
	const bool lower = (*k->q >= 'a' && *k->q <= 'z') || chk_starts(k->q, "ß");
	return lower && chk_among(k->p, k->q, marks) && letter(chk_before(t, k->p)) && !in_address(t, k->p);
}

/* "fA1/4r": the two signs that "ü" is in another encoding, as a typewriter has them. */
static bool lost_fraction(const struct chk_text *t, const struct chk_tok *k)
{
	return k->p - t->s > 2 && chk_starts(k->p - 2, "A1/4") && letter(k->p - 3) && k->p[2] >= 'a' && k->p[2] <= 'z';
}

/* "½Wort" */
static bool fraction(const struct chk_tok *k)
{
	static const char *const signs[] = {"½", "¼", "¾", "⅓", "⅔", "⅛", NULL};
	return chk_among(k->p, k->q, signs) && letter(k->q) && !(*k->q >= 'a' && *k->q <= 'z');
}

static bool small(const char *p)
{
	return *p >= 'a' && *p <= 'z';
}

static bool capital(const char *p)
{
	return (*p >= 'A' && *p <= 'Z') || (p[0] == '\xc3' && (unsigned char)p[1] < 0x9F);
}

/* "Stadt.Die" */
static bool next_sentence(const struct chk_text *t, const struct chk_tok *k)
{
	const char *p = chk_word_back(t, k->p), *q = k->q, *end = chk_word_end(q);
	if (!strchr(".!?", *k->p) || !capital(q) || in_address(t, k->p) || (*end == '.' && letter(end + 1)))
		return false;
	return k->p - p > 1 && small(k->p - 1) && end - q > 1 && small(end - 1) && (p == t->s || strchr(" -(", p[-1]));
}

static bool degree(const struct chk_tok *k)
{
	return chk_starts(k->p, "°") && letter(k->q) && letter(chk_after(k->q));
}

enum slip { RIGHT, LOST, FRACTION, DEGREE, DOTS, COMMAS, TWICE, CLASH, NO_BLANK };

/* Of the mark that stands n times from here on. */
static enum slip repeated(const struct chk_tok *k, int n)
{
	const bool code = *k->p == ':' && letter(k->p + n);                       /* "Dir::State" */
	if (*k->p == '.' && (n == 3 || n == 4))
		return DOTS;
	return n > 1 && (n == 2 || *k->p != '.') && !code ? TWICE : RIGHT;
}

/* The same mark several times is told at the first of them. */
static enum slip slip_of(const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	if (lost_letter(t, k) || (*k->p == '/' && lost_fraction(t, k)))
		return LOST;
	if (k->class == T_OTHER)
		return fraction(k) ? FRACTION : RIGHT;
	if (k->class == T_SIGN)
		return degree(k) ? DEGREE : RIGHT;
	if (two_commas(t, k->p))
		return COMMAS;
	const bool ascii = (unsigned char)*k->p < 0x80;
	if (ascii && b && *b == *k->p)
		return RIGHT;
	if (ascii && repeated(k, times(k->p)))
		return repeated(k, times(k->p));
	if (collide(*k->p, *k->q))
		return CLASH;
	return ((*k->p == ',' || *k->p == ';') && letter(b) && letter(k->q)) || next_sentence(t, k) ? NO_BLANK : RIGHT;
}

bool chk_zeichen_may(const struct chk_text *t, const struct chk_tok *k)
{
	return slip_of(t, k) != RIGHT;
}

static void twice(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const int n = times(k->p);
	chk_tell_at(c, RULE_SATZZEICHEN, t, k->p,
		"„%s“: das Satzzeichen „%c“ steht doppelt; bitte eines entfernen",
		chk_quote(c, t, k->p, k->q + n - 1), *k->p);
	if (n == 2)
		chk_answer(c, t, k->p, k->q, "");
}

void chk_zeichen(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	switch (slip_of(t, k)) {
	case RIGHT: return;
	case LOST:
		chk_tell_at(c, RULE_SATZZEICHEN, t, k->p,
			"„%s“: „%s“ steht mitten im Wort; beim Umwandeln ging wohl ein Buchstabe verloren, bitte "
			"ersetzen",
			piece(c, t, k->p, k->q), mem_str(c->mem, k->p, (size_t)(k->q - k->p)));
		return;
	case FRACTION:
		chk_tell_at(c, RULE_DIN5008, t, k->p,
			"„%s“: nach „%s“ fehlt ein Leerzeichen oder ein Bindestrich; bitte einfügen",
			chk_quote(c, t, k->p, k->q), mem_str(c->mem, k->p, (size_t)(k->q - k->p)));
		return;
	case COMMAS:
		chk_tell_at(c, RULE_ANFUEHRUNG, t, k->p,
			"„%s“: zwei Kommas; erwartet wird das Anführungszeichen „ (&#8222;) und am Ende “ (&#8220;), "
			"bitte ersetzen", chk_quote(c, t, k->p, k->q));
		return;
	case DEGREE:
		chk_tell_at(c, RULE_SATZZEICHEN, t, k->p,
			"„%s“: hier steht ein Gradzeichen zwischen Wörtern; "
			"gemeint ist wohl ein geschütztes Leerzeichen (&#160;), bitte ersetzen",
			chk_quote(c, t, k->p, k->q));
		return;
	case DOTS:
		chk_tell_at(c, RULE_SATZZEICHEN, t, k->p,
			"„%s“: Auslassungspunkte sind ein Zeichen; erwartet wird „…“ (&#8230;), bitte ersetzen",
			piece(c, t, k->p, k->q + 2));
		if (times(k->p) == 3)
			chk_answer(c, t, k->p, k->p + 3, "…");
		return;
	case TWICE: twice(c, t, k); return;
	case CLASH:
		chk_tell_at(c, RULE_SATZZEICHEN, t, k->p,
			"„%s“: zwei Satzzeichen stoßen aneinander; bitte eines entfernen",
			chk_quote(c, t, k->p, k->q + 1));
		return;
	case NO_BLANK:
		chk_tell_at(c, RULE_SATZZEICHEN, t, k->p, "„%s“: nach „%c“ fehlt ein Leerzeichen; bitte einfügen",
			chk_quote(c, t, k->p, k->q), *k->p);
		chk_answer(c, t, k->q, k->q, " ");
	}
}

/* A mark that stands behind a word, never behind a blank. */
static bool behind_a_word(const struct chk_text *t, const struct chk_tok *k, enum chk_class right)
{
	if (two_commas(t, k->p))
		return false;
	if (strchr(",;)]!?", *k->p))
		return true;
	if (*k->p == ':' && right == T_BLANK && chk_class_at(chk_after(k->q)) == T_NUMBER)      /* "4,5 : 1" */
		return false;
	if (*k->p == '.' || *k->p == ':')
		return right == T_BLANK || right == T_END;
	return chk_starts(k->p, "“") && right != T_WORD && right != T_NUMBER;
}

static bool gap_before(const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	return class_or(b, T_END) == T_BLANK && b > t->s && behind_a_word(t, k, class_or(k->q, T_END));
}

/* An opening mark behind a word closes there, and is told as the wrong one. */
static bool gap_behind(const struct chk_text *t, const struct chk_tok *k)
{
	const enum chk_class left = class_or(chk_before(t, k->p), T_BLANK);
	const bool quote = chk_starts(k->p, "„") && left != T_WORD && left != T_NUMBER;
	return class_or(k->q, T_END) == T_BLANK && (*k->p == '(' || *k->p == '[' || quote);
}

bool chk_leerraum_may(const struct chk_text *t, const struct chk_tok *k)
{
	return gap_before(t, k) || gap_behind(t, k);
}

void chk_leerraum(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (gap_before(t, k)) {
		chk_tell_at(c, RULE_LEERRAUM, t, k->p, "„%s“: vor „%.*s“ steht ein Leerzeichen; bitte entfernen",
			piece(c, t, k->p, k->q), (int)(k->q - k->p), k->p);
		chk_answer(c, t, chk_before(t, k->p), k->p, "");
	} else {
		chk_tell_at(c, RULE_LEERRAUM, t, k->p, "„%s“: nach „%.*s“ steht ein Leerzeichen; bitte entfernen",
			piece(c, t, k->p, k->q), (int)(k->q - k->p), k->p);
		chk_answer(c, t, k->q, chk_after(k->q), "");
	}
}
