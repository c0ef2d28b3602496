/* verborgen.c: characters that were damaged on their way into the source, and characters nobody sees. All texts and
 * attributes are looked at as they stand, also those in another language, which the scanner passes over. */
#include "base/file.h"
#include "base/u8.h"
#include "check/misread.h"
#include "check/umgebung.h"

enum harm { HARMLESS, LOST, NO_TEXT, MISREAD, SPELLED, TURNED, STEERED, UNSEEN, MIXED, FORM, APART };

struct look {
	struct chk *c;
	const struct doc_node *node;
	const char *s, *end;                           /* the text or value */
	bool value, title, code, right_to_left;        /* title: a title or name; code: shown as it is typed */
	bool latin;                                    /* in a language written so */
	bool drawn;                                  /* in a drawing, where a soft hyphen says where a word may break */
	bool path;                                     /* the name of a file, which is written as the file is */
	const struct doc_csv *csv; size_t row;         /* it stands in data; csv NULL: it does not */
};

struct hit { enum harm harm; const char *p, *q; uint32_t cp; };

/* ---- what is wrong with a character ---- */

static bool steers(uint32_t cp)
{
	return (cp >= 0x202A && cp <= 0x202C) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool marks_direction(uint32_t cp)
{
	return cp == 0x200E || cp == 0x200F || cp == 0x061C;
}

static bool zero_width(uint32_t cp)
{
	return cp == 0x200B || cp == 0x2060 || cp == 0x180E;
}

/* Never drawn, whatever stands beside it; tags spell hidden words. */
static bool never_drawn(uint32_t cp)
{
	return cp == 0xFEFF || (cp >= 0x2061 && cp <= 0x2064) || (cp >= 0x206A && cp <= 0x206F) ||
		(cp >= 0xE0000 && cp <= 0xE007F);
}

static bool joins(uint32_t cp)
{
	return cp == 0x200C || cp == 0x200D;
}

/* It chooses forms of other scripts and of pictures; behind a Latin letter it does nothing. */
static bool chooses(uint32_t cp)
{
	return cp == 0x034F || (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* Controls, noncharacters, characters for private use. */
static bool says_nothing(uint32_t cp)
{
	const bool control = (cp < ' ' && cp != '\n' && cp != '\t' && cp != '\r') || (cp >= 0x7F && cp <= 0x9F);
	return control || (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
		(cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
}

/* ---- letters that look like others, and marks apart from their letter ---- */

static bool is_latin(uint32_t cp)
{
	return ((cp | 32) >= 'a' && (cp | 32) <= 'z') || (cp >= 0xC0 && cp < 0x250 && u8_is_letter(cp));
}

/* Letters of other scripts of which some look Latin. */
static const struct script { uint32_t from, to; const char *name; } scripts[] = {
	{0x370, 0x3FF, "griechischer Buchstabe"}, {0x400, 0x52F, "kyrillischer Buchstabe"},
	{0x531, 0x587, "armenischer Buchstabe"}, {0x13A0, 0x13FF, "Buchstabe der Cherokee"},
	{0x2C80, 0x2CFF, "koptischer Buchstabe"}, {0xA4D0, 0xA4FD, "Buchstabe der Lisu"},
	{0xAB70, 0xABBF, "Buchstabe der Cherokee"}};

static const struct script *script_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (cp >= scripts[i].from && cp <= scripts[i].to)
			return &scripts[i];
	return NULL;
}

static bool among(uint32_t cp, const char *letters)
{
	for (const char *end = letters + strlen(letters); letters < end;)
		if (u8_get(&letters, end) == cp)
			return true;
	return false;
}

/* Each is drawn like a Latin letter, so that a word of them alone seems to be one. */
static bool is_twin(uint32_t cp)
{
	return among(cp, "АВЕКМНОРСТУХЅІЈаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ");
}

static bool is_letter(uint32_t cp)
{
	return u8_is_letter(cp) || script_of(cp);
}

static const char *back(const struct look *l, const char *p)
{
	do
		p--;
	while (p > l->s && ((unsigned char)*p & 0xC0) == 0x80);
	return p;
}

static uint32_t before_of(const struct look *l, const char *p)
{
	if (p == l->s)
		return 0;
	p = back(l, p);
	return u8_get(&p, l->end);
}

static uint32_t behind(const struct look *l, const char *q)
{
	return q < l->end ? u8_get(&q, l->end) : 0;
}

/* It ends a word of Latin letters, or all but: "Stadtτ", not "cosα". */
static bool ends_word(const struct look *l, const char *p)
{
	enum { WORD = 4 };
	int n = 0;
	for (const char *w = p; n < WORD && is_latin(before_of(l, w)); n++)
		w = back(l, w);
	return n == WORD && u8_lower(before_of(l, p)) == before_of(l, p);
}

/* Greek letters are signs of units and formulas, too: μm, ΔT, TGFβ. */
static bool greek_as_latin(const struct look *l, uint32_t cp, const char *p, const char *q)
{
	const bool left = is_latin(before_of(l, p)), right = is_latin(behind(l, q));
	if (among(cp, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"))
		return left || right;
	if (cp == 0x3B2)
		return left && u8_lower(before_of(l, p)) == before_of(l, p);
	return (left && right && among(cp, "αικνρτυχη")) || ends_word(l, p);
}

/* The letter and its mark have a character of their own. */
static bool composes(uint32_t letter, uint32_t mark)
{
	static const struct { uint32_t mark; const char *letters; } rows[] = {{0x300, "aeinouAEINOU"},
		{0x301, "aceilnorsuyzACEILNORSUYZ"}, {0x302, "aceghijosuwyACEGHIJOSUWY"}, {0x303, "ainouAINOU"},
		{0x308, "aeiouyAEIOUY"}, {0x30A, "auAU"}, {0x30C, "cdelnrstzCDELNRSTZ"}, {0x327, "cgklnrstCGKLNRST"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].mark == mark)
			return letter && letter < 0x80 && strchr(rows[i].letters, (int)letter);
	return false;
}

/* "А" (U+0410) in "Gruppe А": a word of letters that all look Latin, in a language that is written so, and none of its
 * own script beside it. */
static bool stands_in_for(const struct look *l, const char *p)
{
	const char *q;
	if (!l->latin)
		return false;
	while (is_letter(before_of(l, p)))
		p = back(l, p);
	for (q = p; is_letter(behind(l, q));)
		if (!is_twin(u8_get(&q, l->end)))
			return false;
	while (p > l->s && !is_letter(before_of(l, p)))
		p = back(l, p);
	while (q < l->end && !is_letter(behind(l, q)))
		u8_get(&q, l->end);
	return (p > l->s || q < l->end) && !script_of(before_of(l, p)) && !script_of(behind(l, q));
}

/* Arabic and Persian ones */
static bool foreign_digit(uint32_t cp)
{
	return (cp >= 0x660 && cp <= 0x669) || (cp >= 0x6F0 && cp <= 0x6F9);
}

/* Letters as a PDF or an ornament has them: ligatures, wide ones, those of formulas, Roman numerals, Kelvin. */
static bool is_form(const struct look *l, uint32_t cp)
{
	static const struct u8_range forms[] = {{0x212A, 0x212B}, {0x2160, 0x217F}, {0xFB00, 0xFB06}, {0xFF10, 0xFF19},
		{0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0x1D400, 0x1D7FF}};
	return l->latin && u8_in(forms, sizeof forms / sizeof *forms, cp);
}

/* It joins letters of scripts that do so, or pictures; U+200D may end a word of theirs. U+200C keeps the f of "Auflage"
 * from its l. */
static bool joins_nothing(const struct look *l, uint32_t cp, uint32_t before, uint32_t after)
{
	enum { JOINING = 0x600 };
	if (cp == 0x200C && is_latin(before) && is_latin(after))
		return l->title || l->value;
	return before < JOINING || (cp == 0x200C && after < JOINING && after != 0x200C);
}

static bool letter_of_others(const struct look *l, uint32_t cp, const char *p, const char *q)
{
	const bool greek = cp < 0x400;
	const bool beside = greek ? greek_as_latin(l, cp, p, q) : is_latin(before_of(l, p)) || is_latin(behind(l, q));
	return beside || stands_in_for(l, p);
}

/* A soft hyphen parts two syllables of a word; beside a blank it is left of the end of a line. A blank without width
 * within a word would part it without a hyphen. */
static bool parts_nothing(const struct look *l, uint32_t cp, uint32_t before, uint32_t after)
{
	return (cp == 0xAD && !l->drawn && (before == ' ' || after == ' ')) ||
		(cp == 0x200B && is_latin(before) && is_latin(after));
}

/* What the characters beside it make of the one at p to q. */
static enum harm harm_beside(const struct look *l, uint32_t cp, const char *p, const char *q)
{
	if ((cp < 0x300 && cp != 0xAD) || l->code)
		return HARMLESS;
	const uint32_t before = before_of(l, p);
	const uint32_t after = behind(l, q);
	if (is_form(l, cp))
		return FORM;
	if (script_of(cp))
		return letter_of_others(l, cp, p, q) ? MIXED : HARMLESS;
	if (foreign_digit(cp))
		return u8_is_digit(before) || u8_is_digit(after) ? MIXED : HARMLESS;
	if (joins(cp))
		return joins_nothing(l, cp, before, after) ? UNSEEN : HARMLESS;
	if (cp <= 0x327 && composes(before, cp))
		return l->path ? HARMLESS : APART;
	return (is_latin(before) && chooses(cp)) || parts_nothing(l, cp, before, after) ? UNSEEN : HARMLESS;
}

static enum harm harm_of(const struct look *l, uint32_t cp)
{
	if (cp == 0xFFFD)
		return LOST;
	if (says_nothing(cp))
		return NO_TEXT;
	if (cp == 0x202D || cp == 0x202E)
		return TURNED;
	if (steers(cp) || (marks_direction(cp) && !l->right_to_left))
		return STEERED;
	bool unseen = zero_width(cp) || (cp == 0x00AD && !l->drawn);
	return never_drawn(cp) || (unseen && (l->title || l->value)) ? UNSEEN : HARMLESS;
}

/* The word around p is an address or a path, in which characters are spelled. */
static bool in_address(const struct look *l, const char *p)
{
	static const char *const signs[] = {"/", "@", "?", "www.", NULL};
	return chk_run_has(l->s, p, l->end, signs);
}

static bool is_hex(const char *p, int n)
{
	while (n && ((*p >= '0' && *p <= '9') || ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'f')))
		p++, n--;
	return !n;
}

/* "\u00fc", "\xfc", "\'fc", "%C3%BC" */
static const char *spelled_by_number(const struct look *l, const char *p)
{
	const char *const end = l->end;
	if (*p == '%')
		return end - p > 5 && !strncmp(p, "%C3%", 4) && is_hex(p + 4, 2) && !in_address(l, p) ? p + 6 : NULL;
	if (end - p > 5 && !strncmp(p, "\\u0", 3) && is_hex(p + 2, 4))
		return p + 6;
	return end - p > 3 && (p[1] == 'x' || p[1] == '\'') && p[2] >= 'c' && is_hex(p + 2, 2) ? p + 4 : NULL;
}

/* "&uuml;" and "=C3=BC" stand for a character where somebody meant to write it: the end; NULL: they do not. */
static const char *spelled(const struct look *l, const char *p)
{
	const char *const end = l->end;
	static const char *const names[] = {"amp", "lt", "gt", "quot", "apos", "nbsp", "auml", "ouml", "uuml", "Auml",
		"Ouml", "Uuml", "szlig", "eacute", "sect", "euro", "ndash", "mdash", "hellip", "bdquo", "ldquo",
		"rdquo", "sbquo", "lsquo", "rsquo", "shy", "deg", "middot", "laquo", "raquo"};
	size_t n = 0;
	if (*p == '=')
		return end - p > 5 && (!strncmp(p, "=C3=", 4) || !strncmp(p, "=E2=", 4)) && strchr("89AB", p[4]) ? p + 6
														 : NULL;
	if (*p == '%' || *p == '\\')
		return spelled_by_number(l, p);
	if (*p++ != '&')
		return NULL;
	if (*p == '#') {
		n = p[1] == 'x' ? 2 + strspn(p + 2, "0123456789abcdefABCDEF") : 1 + strspn(p + 1, "0123456789");
		return n > 2 && p[n] == ';' ? p + n + 1 : NULL;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strncmp(p, names[i], n = strlen(names[i])) && p[n] == ';')
			return p + n + 1;
	return NULL;
}

static struct hit hit_at(const struct look *l, const char *p)
{
	const char *q = p, *far;
	uint32_t cp = u8_get(&q, l->end);
	struct hit h = {harm_of(l, cp), p, q, cp};
	if (h.harm == HARMLESS && cp >= 0xA7 && !l->code && (far = chk_misread(l->s, p, l->end)))
		h = (struct hit){MISREAD, p, far, cp};
	else if (h.harm == HARMLESS && !l->code && chk_half_read(l->s, p, l->end))
		h.harm = LOST;
	else if (h.harm == HARMLESS && cp < 0x80 && !l->code && (far = spelled(l, p)))
		h = (struct hit){SPELLED, p, far, cp};
	if (h.harm == HARMLESS)
		h.harm = harm_beside(l, cp, p, q);
	return h;
}

/* ---- telling ---- */

static const char *name_of(uint32_t cp)
{
	static const struct { uint32_t cp; const char *name; } names[] = {{0x00AD, "bedingter Trennstrich"},
		{0x200B, "Leerzeichen ohne Breite"}, {0x2060, "Wortverbinder"}, {0x180E, "Trennzeichen ohne Breite"},
		{0x200C, "Trenner ohne Breite"},
		{0x200D, "Verbinder ohne Breite"}, {0xFEFF, "Marke am Dateianfang"},
		{0x202D, "erzwungen von links nach rechts"},
		{0x202E, "erzwungen von rechts nach links"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].cp == cp)
			return names[i].name;
	return steers(cp) || marks_direction(cp) ? "Steuerzeichen für die Schreibrichtung"
		: chooses(cp)                    ? "Auswahl einer Zeichenform"
		: cp >= 0xE000 && cp <= 0xF8FF   ? "Zeichen ohne vereinbarte Bedeutung"
						 : "Steuerzeichen";
}

/* The word around it, at most so many bytes on a side. */
static void widen(const struct look *l, const char **from, const char **to)
{
	enum { SIDE = 24 };
	const char *p = *from, *q = *to;
	while (p > l->s && *from - p < SIDE && p[-1] != ' ')
		p--;
	while (p < *from && ((unsigned char)*p & 0xC0) == 0x80)
		p++;
	while (q < l->end && q - *to < SIDE && *q != ' ')
		q++;
	while (q < l->end && ((unsigned char)*q & 0xC0) == 0x80)
		q++;
	*from = p;
	*to = q;
}

/* The word, with a name in place of what would not be seen. */
static const char *shown(const struct look *l, const struct hit *h)
{
	struct buf b = {0};
	const char *p = h->p, *q = h->q;
	widen(l, &p, &q);
	while (p < q) {
		const char *at = p;
		uint32_t cp = u8_get(&p, q);
		enum harm harm = harm_of(l, cp);
		if (harm == HARMLESS)
			harm = harm_beside(l, cp, at, p);
		if (harm == HARMLESS || harm == LOST || harm == MIXED || harm == FORM || harm == APART)
			buf_put(&b, at, (size_t)(p - at));
		else
			buf_fmt(&b, "[U+%04X]", (unsigned)cp);
	}
	return buf_take(&b, l->c->mem);
}

static const char lost[] =
	"„%s“: statt „%s“ stand hier ein Zeichen, das beim Umwandeln verloren ging; "
	"erwartet wird das Zeichen des Originals, bitte ersetzen";
static const char no_text[] =
	"„%s“: U+%04X ist kein Zeichen eines Textes (%s); erwartet wird das Zeichen des Originals, bitte ersetzen";
static const char misread_text[] =
	"„%s“: hier wurde der Text in einer anderen Kodierung gelesen, gemeint ist wohl „%s“; "
	"bitte ersetzen oder die Datei in UTF-8 neu sichern";
static const char spelled_text[] =
	"„%s“: „%s“ steht für ein Zeichen und würde so gedruckt; erwartet wird das Zeichen selbst, bitte ersetzen";
static const char mixed[] =
	"„%s“: „%s“ (U+%04X) ist ein %s und kein lateinischer; "
	"Suche und Vorleseprogramm kennen das Wort nicht, bitte neu tippen";
static const char form[] =
	"„%s“: „%s“ (U+%04X) ist die Form eines Buchstabens oder einer Ziffer und nicht das Zeichen selbst; "
	"Suche und Vorleseprogramm kennen das Wort nicht, bitte neu tippen";
static const char digit[] = "„%s“: „%s“ (U+%04X) ist eine arabische Ziffer neben europäischen; bitte neu tippen";
static const char apart[] =
	"„%s“: der Buchstabe vor U+%04X und sein Zeichen darüber oder darunter stehen getrennt da; "
	"erwartet wird ein Zeichen für beides, sonst findet die Suche das Wort nicht, bitte neu tippen";
static const char turned[] =
	"„%s“: U+%04X (%s) zeigt den Text anders, als er geschrieben ist; "
	"bitte entfernen, die Richtung ergibt sich aus xml:lang";
static const char steered[] =
	"„%s“: hier steht unsichtbar U+%04X (%s); bitte entfernen, die Richtung ergibt sich aus xml:lang";
static const char unseen[] =
	"„%s“: hier steht unsichtbar U+%04X (%s); "
	"es stört Suche, Lesezeichen und Vorleseprogramm, bitte entfernen";

static void tell_misread(const struct look *l, const struct hit *h, int line)
{
	const char *p = h->p, *q = h->q;
	widen(l, &p, &q);
	chk_tell_line(l->c, RULE_VERDORBEN, l->node, line, misread_text, shown(l, h), chk_meant(l->c->mem, p, q));
}

static void tell(const struct look *l, const struct hit *h)
{
	static const struct { const char *text; enum chk_rule rule; } ways[] = {
		[NO_TEXT] = {no_text, RULE_VERDORBEN},
		[TURNED] = {turned, RULE_VERDORBEN},
		[STEERED] = {steered, RULE_UNSICHTBAR},
		[UNSEEN] = {unseen, RULE_UNSICHTBAR}};
	int line = l->value ? l->node->line : chk_line(l->c, l->node, (size_t)(h->p - l->s));
	const char *itself = mem_str(l->c->mem, h->p, (size_t)(h->q - h->p));
	if (h->harm == MISREAD)
		tell_misread(l, h, line);
	else if (h->harm == SPELLED)
		chk_tell_line(l->c, RULE_VERDORBEN, l->node, line, spelled_text, shown(l, h), itself);
	else if (h->harm == MIXED && script_of(h->cp))
		chk_tell_line(l->c, RULE_UNSICHTBAR, l->node, line, mixed, shown(l, h), itself, (unsigned)h->cp,
			script_of(h->cp)->name);
	else if (h->harm == MIXED)
		chk_tell_line(l->c, RULE_UNSICHTBAR, l->node, line, digit, shown(l, h), itself, (unsigned)h->cp);
	else if (h->harm == FORM)
		chk_tell_line(l->c, RULE_UNSICHTBAR, l->node, line, form, shown(l, h), itself, (unsigned)h->cp);
	else if (h->harm == APART)
		chk_tell_line(l->c, RULE_UNSICHTBAR, l->node, line, apart, shown(l, h), (unsigned)h->cp);
	else if (h->harm == LOST)
		chk_tell_line(l->c, RULE_VERDORBEN, l->node, line, lost, shown(l, h), itself);
	else
		chk_tell_line(l->c, ways[h->harm].rule, l->node, line, ways[h->harm].text, shown(l, h),
			(unsigned)h->cp, name_of(h->cp));
}

/* The path of a data file, as its own faults are told. */
static const char *data_path(const struct look *l)
{
	const struct doc *doc = l->c->doc;
	return file_join(l->c->mem, file_dir(l->c->mem, doc_path(doc, doc->root)), l->csv->path);
}

static bool plain(char c)
{
	static const bool is[256] = {[' ' ... '$'] = true, ['\'' ... '<'] = true, ['>' ... '['] = true,
		[']' ... '~'] = true};
	return is[(unsigned char)c];
}

/* Letters, quotes and dashes that German texts are full of, with a plain sign behind them: their bytes. */
static size_t usual(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	if (u[0] == 0xC3)
		return u[2] < 0x80 && memchr("\xA4\xB6\xBC\x9F\x84\x96\x9C", u[1], 7) ? 2 : 0;
	return u[0] == 0xE2 && u[1] == 0x80 && u[2] && u[3] < 0x80 && memchr("\x93\x9E\x9C\x99", u[2], 4) ? 3 : 0;
}

/* What needs no look is passed over. */
static const char *pass(const char *p, const char *end)
{
	for (size_t n = 1; n;) {
		while (p < end && plain(*p))
			p++;
		n = p < end ? usual(p) : 0;
		p += n;
	}
	return p;
}

/* Where the word at p begins; a sign alone stands for what belongs to the word before. */
static size_t word_from(const struct look *l, const char *p)
{
	for (int words = 1; words >= 0 && p > l->s; words--) {
		const char *q = p;
		while (p > l->s && p[-1] != ' ')
			p--;
		if (p < q || p == l->s)
			break;
		p--;
	}
	return (size_t)(p - l->s);
}

/* All that is damaged up to the blank is told by one message. *p moves there. */
static void damaged(const struct look *l, const struct hit *first, const char **p)
{
	struct buf all = {0};
	struct hit h = *first;
	buf_put(&all, h.p, (size_t)(h.q - h.p));
	while (h.q < l->end && *h.q != ' ') {
		h = hit_at(l, h.q);
		if (h.harm != HARMLESS)
			buf_put(&all, h.p, (size_t)(h.q - h.p));
	}
	*p = h.q;
	chk_tell_damaged(l->c, buf_take(&all, l->c->mem), word_from(l, first->p), l->value ? 0 : (size_t)(*p - l->s));
}

/* One message a word: the next one begins behind the blank. Where marks stand apart, all of the text does so. */
static void look_at(const struct look *l)
{
	bool told = false;
	for (const char *p = l->s; p < l->end;) {
		p = pass(p, l->end);
		if (p == l->end)
			break;
		struct hit h = hit_at(l, p);
		p = h.q;
		if (h.harm == HARMLESS || (h.harm == APART && told))
			continue;
		told |= h.harm == APART;
		tell(l, &h);
		if (l->csv)
			chk_tell_elsewhere(l->c, data_path(l), l->csv->line[l->row]);
		damaged(l, &h, &p);
	}
}

/* ---- the walk ---- */

static void language(struct look *l, const struct doc_node *n, struct chk_tongue *before)
{
	const char *lang = NULL;
	for (; n && !lang; n = n->parent)
		lang = doc_get(n, DOC_A_LANG);
	lang = lang ? lang : l->c->doc->lang;
	if (lang != before->lang)
		*before = chk_tongue_of(lang);
	l->right_to_left = before->right_to_left;
	l->latin = before->latin;
}

static void text(struct chk *c, const struct doc_node *n, struct chk_tongue *before)
{
	bool code = n->parent && (n->parent->kind == DOC_QUELLTEXT || n->parent->kind == DOC_CODE);
	struct look l = {.c = c, .node = n, .s = n->text, .end = n->text + n->len, .code = code};
	l.title = chk_in_title(n->parent);
	l.drawn = chk_is_drawn(n->parent);
	language(&l, n->parent, before);
	look_at(&l);
}

static void value(struct chk *c, const struct doc_node *n, const char *s, bool path, struct chk_tongue *before)
{
	struct look l = {.c = c, .node = n, .s = s, .end = s + strlen(s), .value = true, .path = path};
	l.drawn = chk_is_drawn(n);
	language(&l, n, before);
	l.right_to_left = false;
	look_at(&l);
}

static void cells(struct chk *c, const struct doc_node *n, const struct doc_csv *csv, struct chk_tongue *before)
{
	struct look l = {.c = c, .node = n, .value = true, .drawn = chk_is_drawn(n), .csv = csv};
	language(&l, n, before);
	l.right_to_left = false;
	for (size_t i = 0; i < csv->rows * csv->cols; i++) {
		l.s = csv->cell[i];
		l.end = l.s + strlen(l.s);
		l.row = i / csv->cols;
		look_at(&l);
	}
}

/* The cells of its data are told where they stand, once. */
static void values(struct chk *c, const struct doc_node *n, struct chk_tongue *before)
{
	const char *path = doc_get(n, DOC_A_DATEN);
	const struct doc_csv *csv = path ? doc_csv(c->doc, path) : NULL;
	for (int i = 0; i < n->nattrs; i++) {
		const enum doc_attr a = n->attrs[i].attr;
		value(c, n, n->attrs[i].value, a == DOC_A_DATEI || a == DOC_A_DATEN, before);
	}
	if (csv)
		cells(c, n, csv, before);
}

void chk_verdorben(struct chk *c)
{
	struct chk_tongue before = {0};
	for (const struct doc_node *n = c->doc->root; n; n = doc_walk(c->doc->root, n))
		if (n->kind == DOC_TEXT)
			text(c, n, &before);
		else
			values(c, n, &before);
}
