/* verborgen.c: characters that were damaged on their way into the source, and characters nobody sees. All texts and
 * attributes are looked at as they stand, also those in another language, which the scanner passes over. */
#include "base/u8.h"
#include "check/rule.h"

enum harm { HARMLESS, LOST, NO_TEXT, MISREAD, TURNED, STEERED, UNSEEN };

struct look {
	struct chk *c;
	const struct doc_node *node;
	const char *s, *end;                           /* the text or value */
	bool value, title, code, right_to_left;        /* title: a title or name; code: shown as it is typed */
	bool drawn;                                  /* in a drawing, where a soft hyphen says where a word may break */
};

struct hit { enum harm harm; const char *p, *q; uint32_t cp; };

/* ---- UTF-8 that was read as Windows-1252 ---- */

/* The byte Windows-1252 has for a character; -1: none. */
static int byte_of(uint32_t cp)
{
	static const uint16_t high[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
		0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
		0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};
	if (cp < 0x80 || (cp >= 0xA0 && cp <= 0xFF))
		return (int)cp;
	for (int i = 0; i < 32; i++)
		if (cp >= 0x100 && high[i] == cp)
			return 0x80 + i;
	return cp >= 0x80 && cp <= 0x9F ? (int)cp : -1;
}

static int next_byte(const char **p, const char *end)
{
	return *p < end ? byte_of(u8_get(p, end)) : -1;
}

static bool goes_on(int byte)
{
	return byte >= 0x80 && byte <= 0xBF;
}

/* A letter with a quotation mark or a dash behind it is only that: „Ä“, CAFÉ – and so on. */
static bool punctuation(int byte)
{
	static const unsigned char marks[] = {
		0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xBB};
	return memchr(marks, byte, sizeof marks) != NULL;
}

/* The end of a character at p that stands for bytes of one; NULL: it is what it seems. */
static const char *misread(const char *p, const char *end)
{
	int lead = next_byte(&p, end), second = lead >= 0xC2 ? next_byte(&p, end) : -1;
	if (!goes_on(second))
		return NULL;
	if (lead == 0xC2 || lead == 0xC3)
		return lead == 0xC3 || second >= 0xA0 ? p : NULL;
	if (lead == 0xC4 || lead == 0xC5)
		return punctuation(second) ? NULL : p;
	bool symbol = lead == 0xE2 &&
		(second == 0x80 || second == 0x82 || second == 0x84 || second == 0x86 || second == 0x89);
	return (symbol || (lead == 0xEF && second == 0xBB)) && goes_on(next_byte(&p, end)) ? p : NULL;
}

/* p to q as it was meant, if all of it can be turned back; else "". */
static const char *meant(struct chk *c, const char *p, const char *q)
{
	struct buf b = {0};
	int byte = 0;
	while (p < q && (byte = next_byte(&p, q)) >= 0)
		buf_chr(&b, (char)byte);
	if (byte < 0 || !u8_valid(b.data, b.len))
		buf_clear(&b);
	return buf_take(&b, c->mem);
}

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

/* Controls, noncharacters, characters for private use. */
static bool says_nothing(uint32_t cp)
{
	return (cp >= 0x7F && cp <= 0x9F) || (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
		(cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
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

static struct hit hit_at(const struct look *l, const char *p)
{
	const char *q = p, *far;
	uint32_t cp = u8_get(&q, l->end);
	struct hit h = {harm_of(l, cp), p, q, cp};
	if (h.harm == HARMLESS && cp >= 0xC2 && !l->code && (far = misread(p, l->end)))
		h = (struct hit){MISREAD, p, far, cp};
	return h;
}

/* ---- telling ---- */

static const char *name_of(uint32_t cp)
{
	static const struct { uint32_t cp; const char *name; } names[] = {{0x00AD, "bedingter Trennstrich"},
		{0x200B, "Leerzeichen ohne Breite"}, {0x2060, "Wortverbinder"}, {0x180E, "Trennzeichen ohne Breite"},
		{0xFEFF, "Marke am Dateianfang"}, {0x202D, "erzwungen von links nach rechts"},
		{0x202E, "erzwungen von rechts nach links"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].cp == cp)
			return names[i].name;
	return steers(cp) || marks_direction(cp) ? "Steuerzeichen für die Schreibrichtung"
		: cp >= 0xE000 && cp <= 0xF8FF   ? "Zeichen ohne vereinbarte Bedeutung"
						 : "Steuerzeichen";
}

/* The words around it, at most so many bytes on a side, with a name in place of what would not be seen. */
static const char *shown(const struct look *l, const struct hit *h)
{
	enum { SIDE = 24 };
	struct buf b = {0};
	const char *p = h->p, *q = h->q;
	while (p > l->s && h->p - p < SIDE && p[-1] != ' ')
		p--;
	while (p < h->p && ((unsigned char)*p & 0xC0) == 0x80)
		p++;
	while (q < l->end && q - h->q < SIDE && *q != ' ')
		q++;
	while (q < l->end && ((unsigned char)*q & 0xC0) == 0x80)
		q++;
	while (p < q) {
		const char *at = p;
		uint32_t cp = u8_get(&p, q);
		enum harm harm = harm_of(l, cp);
		if (harm == HARMLESS || harm == LOST)
			buf_put(&b, at, (size_t)(p - at));
		else
			buf_fmt(&b, "[U+%04X]", (unsigned)cp);
	}
	return buf_take(&b, l->c->mem);
}

static const char lost[] =
	"„%s“: statt „\uFFFD“ stand hier ein Zeichen, das beim Umwandeln verloren ging; "
	"erwartet wird das Zeichen des Originals, bitte ersetzen";
static const char no_text[] =
	"„%s“: U+%04X ist kein Zeichen eines Textes (%s); erwartet wird das Zeichen des Originals, bitte ersetzen";
static const char misread_text[] =
	"„%s“: hier wurde UTF-8 als Windows-1252 gelesen%s%s%s; bitte ersetzen oder die Datei in UTF-8 neu sichern";
static const char turned[] =
	"„%s“: U+%04X (%s) zeigt den Text anders, als er geschrieben ist; "
	"bitte entfernen, die Richtung ergibt sich aus xml:lang";
static const char steered[] =
	"„%s“: hier steht unsichtbar U+%04X (%s); bitte entfernen, die Richtung ergibt sich aus xml:lang";
static const char unseen[] =
	"„%s“: hier steht unsichtbar U+%04X (%s); "
	"in Titeln, Namen und Angaben stört es Suche und Lesezeichen, bitte entfernen";

static void tell_misread(const struct look *l, const struct hit *h, int line)
{
	const char *p = h->p, *q = h->q;
	while (p > l->s && p[-1] != ' ')
		p--;
	while (q < l->end && *q != ' ')
		q++;
	const char *right = meant(l->c, p, q);
	if (!*right)
		right = meant(l->c, h->p, h->q);
	chk_tell_line(l->c, RULE_VERDORBEN, l->node, line, misread_text, shown(l, h),
		*right ? ", gemeint ist wohl „" : "", right, *right ? "“" : "");
}

static void tell(const struct look *l, const struct hit *h)
{
	static const struct { const char *text; enum chk_rule rule; } ways[] = {
		[NO_TEXT] = {no_text, RULE_VERDORBEN},
		[TURNED] = {turned, RULE_VERDORBEN},
		[STEERED] = {steered, RULE_UNSICHTBAR},
		[UNSEEN] = {unseen, RULE_UNSICHTBAR}};
	int line = l->value ? l->node->line : chk_line(l->c, l->node, (size_t)(h->p - l->s));
	if (h->harm == MISREAD)
		tell_misread(l, h, line);
	else if (h->harm == LOST)
		chk_tell_line(l->c, RULE_VERDORBEN, l->node, line, lost, shown(l, h));
	else
		chk_tell_line(l->c, ways[h->harm].rule, l->node, line, ways[h->harm].text, shown(l, h),
			(unsigned)h->cp, name_of(h->cp));
}

/* One message a word: the next one begins behind the blank. */
static void look_at(const struct look *l)
{
	for (const char *p = l->s; p < l->end;) {
		if ((unsigned char)*p < 0x7F) {
			p++;
			continue;
		}
		struct hit h = hit_at(l, p);
		p = h.q;
		if (h.harm == HARMLESS)
			continue;
		tell(l, &h);
		while (p < l->end && *p != ' ')
			p++;
	}
}

/* ---- the walk ---- */

static bool is_right_to_left(const struct chk *c, const struct doc_node *n)
{
	static const char *const languages[] = {"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "ug", NULL};
	const char *lang = NULL;
	for (; n && !lang; n = n->parent)
		lang = doc_get(n, DOC_A_LANG);
	lang = lang ? lang : c->doc->lang;
	size_t len = strcspn(lang, "-");
	for (const char *const *l = languages; *l; l++)
		if (strlen(*l) == len && !strncmp(*l, lang, len))
			return true;
	return false;
}

static bool is_drawn(const struct doc_node *n)
{
	while (n && doc_kind_class((enum doc_kind)n->kind) != DOC_CLASS_FIGURE)
		n = n->parent;
	return n && n->kind != DOC_TABELLE;
}

static bool in_title(const struct doc_node *n)
{
	for (; n; n = n->parent)
		if (n->kind == DOC_TITEL || n->kind == DOC_UNTERTITEL || n->kind == DOC_NEUTRAL || n->kind == DOC_NAME)
			return true;
	return false;
}

static void text(struct chk *c, const struct doc_node *n)
{
	bool code = n->parent && (n->parent->kind == DOC_QUELLTEXT || n->parent->kind == DOC_CODE);
	struct look l = {.c = c, .node = n, .s = n->text, .end = n->text + n->len, .code = code};
	l.title = in_title(n->parent);
	l.drawn = is_drawn(n->parent);
	l.right_to_left = is_right_to_left(c, n->parent);
	look_at(&l);
}

static void value(struct chk *c, const struct doc_node *n, const char *s)
{
	struct look l = {.c = c, .node = n, .s = s, .end = s + strlen(s), .value = true, .drawn = is_drawn(n)};
	look_at(&l);
}

/* The cells of its data are told where they are used. */
static void values(struct chk *c, const struct doc_node *n)
{
	const char *path = doc_get(n, DOC_A_DATEN);
	const struct doc_csv *csv = path ? doc_csv(c->doc, path) : NULL;
	for (int i = 0; i < n->nattrs; i++)
		value(c, n, n->attrs[i].value);
	for (size_t i = 0; csv && i < csv->rows * csv->cols; i++)
		value(c, n, csv->cell[i]);
}

void chk_verdorben(struct chk *c)
{
	for (const struct doc_node *n = c->doc->root; n; n = doc_walk(c->doc->root, n))
		if (n->kind == DOC_TEXT)
			text(c, n);
		else
			values(c, n);
}
