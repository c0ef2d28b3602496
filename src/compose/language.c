/* language.c: text of the author, by the language around it. It is taken as it stands, its white space folded; segments
 * borrow it from the document. In a summary of another script every word of the document's own script is marked with
 * the document's language, without the author's doing; from right to left, amounts and telephone numbers too
 * (GESTALTUNG §14). */
#include "compose/language.h"

#include <string.h>

#include "base/u8.h"
#include "compose/autolink.h"
#include "compose/tree.h"

bool com_rtl_here(const struct com *c)
{
	return blk_rtl(c->o.lang ? c->o.lang : c->summary ? c->summary : c->t->lang);
}

bool com_translated(const struct com *c)
{
	return c->summary && strcmp(c->summary, c->doc->lang ? c->doc->lang : "de") != 0;
}

/* The look of the script, unless it has it. */
static void set_script(struct com *c, bool arabic)
{
	if (arabic != (c->o.ch->role == STY_ARABISCH))
		c->o.ch = com_char(c, c->o.ch, arabic ? COM_NASKH : COM_LATIN);
}

/* Opens a Span; where it runs the other way it gets the look of its script. */
void com_in_language(struct com *c, const struct doc_node *n, const char *lang)
{
	struct block *span = com_inline(c, n, BLK_SPAN);
	span->lang = lang;
	c->o.foreign = true;
	c->o.lang = lang;
	set_script(c, blk_rtl(lang));
}

/* ---- what stands in another language than the summary ---- */

enum letter { OTHER, LATIN, DIGIT, SIGN, JOINT, BLANK };

static enum letter letter_of(uint32_t c)
{
	static const struct {
		uint32_t first, last;
		enum letter is;
	} rows[] = {{'A', 'Z', LATIN}, {'a', 'z', LATIN}, {'0', '9', DIGIT}, {' ', ' ', BLANK}, {'+', '+', SIGN},
		{'%', '%', SIGN}, {0xA0, 0xA0, BLANK}, {0xA7, 0xA7, SIGN}, {0xAD, 0xAD, JOINT}, {0xC0, 0xD6, LATIN},
		{0xD8, 0xF6, LATIN}, {0xF8, 0x24F, LATIN}, {0x2013, 0x2013, JOINT}, {0x202F, 0x202F, BLANK},
		{0x20AC, 0x20AC, SIGN}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (c >= rows[i].first && c <= rows[i].last)
			return rows[i].is;
	return c && c < 0x80 && strchr("-./@:_&,", (int)c) ? JOINT : OTHER;
}

/* Letters, digits and signs of the document's script, one after the other. */
struct stretch {
	const char *from, *to;                         /* to: behind the last letter, digit or sign */
	int latin, digits, signs;                      /* how many of each */
	int parts;                                     /* joints and blanks met, a last one behind to as well */
	bool mail;                                     /* holds an @ */
};

/* From p, a letter, digit or sign, as far as such follow, one joint or blank between two of them; an address whole. */
static struct stretch stretch_at(const char *p, const char *end)
{
	const size_t address = com_address_at(p, (size_t)(end - p));
	struct stretch s = {.from = p, .to = p + address};
	if (address) {
		s.latin = 1;
		return s;
	}
	enum letter before = BLANK;
	while (p < end) {
		const char *at = p;
		uint32_t c = u8_get(&p, end);
		enum letter is = letter_of(c);
		if (is == OTHER || ((is == JOINT || is == BLANK) && (before == JOINT || before == BLANK)) ||
			(c == ',' && before != DIGIT))
			break;
		s.parts += (is == JOINT || is == BLANK);
		s.mail |= *at == '@';
		s.latin += is == LATIN;
		s.digits += is == DIGIT;
		s.signs += is == SIGN;
		if (is != JOINT && is != BLANK)
			s.to = p;
		before = is;
	}
	return s;
}

/* A number alone is read in the summary's language; an amount and a telephone number are not. */
static bool is_foreign(const struct com *c, const struct stretch *s)
{
	bool phone = s->digits >= 6 && s->parts && (*s->from == '0' || *s->from == '+');
	return s->latin || s->mail || (com_rtl_here(c) && (phone || (s->signs && s->digits)));
}

bool com_is_minus(uint32_t sign)
{
	return sign == '-' || sign == 0x2013 || sign == 0x2212;
}

/* A minus before a number, not a dash or a hyphen: from right to left it would stand behind it. */
static bool is_minus(const struct com *c, const char *from, const char *at, const char *end)
{
	const char *next = at;
	const uint32_t sign = u8_get(&next, end);
	const bool begins = at == from || at[-1] == ' ', number = next < end && *next >= '0' && *next <= '9';
	return begins && number && com_rtl_here(c) && com_is_minus(sign);
}

static void put_plain(struct com *c, const char *s, size_t n)
{
	if (n)
		com_put_part(c, c->o.ch, s, n);
}

/* Not in a heading, which the contents repeat, nor within a link or code. */
static bool may_link(const struct com *c)
{
	const struct block *b = c->o.owner;
	while (b && b != c->o.text && b->role != BLK_LINK && b->role != BLK_CODE)
		b = b->parent;
	return b == c->o.text && b->role != BLK_H;
}

static void put(struct com *c, const struct doc_node *n, const char *s, const char *end)
{
	struct com_autolink a;
	while (memchr(s, '.', (size_t)(end - s)) && may_link(c) && com_find_autolink(s, (size_t)(end - s), &a)) {
		put_plain(c, s, a.at);
		com_push(c);
		c->o.ch = com_char(c, c->o.ch, COM_ACCENT);
		com_open_autolink(c, n, s + a.at, &a);
		put_plain(c, s + a.at, a.len);
		com_pop(c);
		s += a.at + a.len;
	}
	put_plain(c, s, (size_t)(end - s));
}

static void put_foreign(struct com *c, const struct doc_node *n, const char *s, size_t len)
{
	const char *end = s + len, *done = s;
	for (const char *p = s; p < end;) {
		const char *at = p;
		enum letter is = letter_of(u8_get(&p, end));
		const bool minus = is_minus(c, s, at, end);
		if (is != LATIN && is != DIGIT && is != SIGN && !minus)
			continue;
		struct stretch x = stretch_at(minus ? p : at, end);
		x.from = at;
		x.signs += minus;
		p = x.to;
		const bool foreign = is_foreign(c, &x);
		if (!foreign && !com_rtl_here(c))
			continue;
		put(c, n, done, x.from);
		com_push(c);
		if (foreign)
			com_in_language(c, n, c->t->lang);
		else
			set_script(c, false);          /* Naskh has no such digits */
		put(c, n, x.from, x.to);
		com_pop(c);
		done = x.to;
	}
	put(c, n, done, end);
}

/* ---- Leichte Sprache ---- */

/* Every sentence begins on a line of its own. */
static void put_sentences(struct com *c, const struct doc_node *n, const char *s, size_t len)
{
	const char *end = s + len;
	while (s < end) {
		const char *stop = s + doc_sentence(s, (size_t)(end - s));
		put(c, n, s, stop);
		s = stop;
		if (s < end && *s == ' ') {
			s++;
			if (s < end || n->next)
				com_special(c, BLK_SEG_BREAK, 0);
		}
	}
}

/* ---- the author's text ---- */

/* A blank at the end of the paragraph so far, or nothing in it yet but a label. */
static bool at_blank(const struct block *text)
{
	if (!text->nsegs)
		return true;
	const struct blk_seg *g = &text->segs[text->nsegs - 1];
	if (g->kind != BLK_SEG_TEXT)
		return g->kind == BLK_SEG_BREAK || g->kind == BLK_SEG_TAB || g->kind == BLK_SEG_SPACE;
	return g->len && g->text[g->len - 1] == ' ';
}

/* Hyphen or dash before the number of a cell. It stays with the number: from right to left both are one stretch. */
static void set_minus(struct com *c, const char **s, size_t *len)
{
	const char *end = *s + *len, *digits = *s;
	const bool wanted = c->minus && *len;
	c->minus = c->minus && !*len;
	if (!wanted || !com_is_minus(u8_get(&digits, end)))
		return;
	*s = mem_fmt(c->t->mem, "\u2212%.*s", (int)(end - digits), digits);
	*len = strlen(*s);
}

void com_end_number(struct com *c)
{
	const char *zeros = c->zeros.text;
	c->zeros.text = NULL;
	if (!zeros || !c->o.text || *c->zeros.unit)
		return;
	com_push(c);
	if (com_rtl_here(c))
		set_script(c, false);
	com_put(c, zeros);
	com_pop(c);
}

/* Before the unit of the number, if one follows. */
static void set_zeros(struct com *c, const char **s, size_t *len)
{
	const size_t unit = c->zeros.text ? strlen(c->zeros.unit) : 0;
	if (!unit || *len <= unit || memcmp(*s + *len - unit, c->zeros.unit, unit) != 0)
		return;
	*s = mem_fmt(c->t->mem, "%.*s%s%s", (int)(*len - unit), *s, c->zeros.text, c->zeros.unit);
	*len = strlen(*s);
	c->zeros.text = NULL;
}

void com_text(struct com *c, const struct doc_node *n)
{
	const char *s = n->text;
	size_t len = n->len;
	bool blank = len == 1 && *s == ' ';
	if (!len || (!c->o.text && blank))
		return;
	com_need_text(c, n);
	if (*s == ' ' && at_blank(c->o.text)) {
		s++;
		len--;
	}
	set_minus(c, &s, &len);
	set_zeros(c, &s, &len);
	const bool within = c->o.lang && blk_rtl(c->o.lang) && !blk_rtl(c->summary);  /* in Arabic, in a German part */
	if (len && within) {
		const struct sty_char *ch = c->o.ch;
		set_script(c, true);
		put_foreign(c, n, s, len);
		c->o.ch = ch;
	} else if (len && c->foreign_letters && !c->o.foreign)
		put_foreign(c, n, s, len);
	else if (len && c->variant && !strcmp(c->variant, "leicht") && c->o.text->role != BLK_H)
		put_sentences(c, n, s, len);
	else if (len)
		put(c, n, s, s + len);
}
