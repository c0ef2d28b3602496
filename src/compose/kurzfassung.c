/* kurzfassung.c: a summary in another language or in Leichte Sprache: pages of its own, in styles for its script or its
 * readers. In a language of another script every word of the document's own script is marked with the document's
 * language, without the author's doing; from right to left, amounts and telephone numbers too (GESTALTUNG §14). */
#include <string.h>

#include "base/u8.h"
#include "compose/com.h"

static bool other_script(const char *lang)
{
	static const char latin[][3] = {"de", "en", "fr", "es", "it", "pl", "ro", "tr", "nl", "pt", "sq", "hr", "bs",
		"cs", "sk", "sl", "hu", "ku", "so", "sv", "da", "fi", "vi"};
	for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
		if (!strncmp(lang, latin[i], 2))
			return false;
	return true;
}

bool com_kurzfassung(struct com *c, const struct doc_node *n)
{
	const char *lang = doc_get(n, DOC_A_LANG), *town = doc_get(n, DOC_A_NAME);
	bool rtl = blk_rtl(lang);
	c->seq = NULL;
	struct blk_seq *q = com_sequence(c, STY_ARABISCH_ZAHL);
	if (town)
		q->head_left = town;
	q->rtl = rtl;
	c->variant = q->variant = doc_is(n, DOC_A_ART, "leicht") ? "leicht" : rtl ? "ar" : NULL;
	c->summary = lang ? lang : c->t->lang;
	c->foreign_letters = lang && other_script(lang);
	com_styles(c, c->variant);
	com_sect(c, n);
	c->o.body = c->style[COM_FLIESS];
	c->o.item = c->style[COM_LISTE];
	return true;
}

static void note(struct com *c, const struct doc_node *n, const char *lang, const struct sty_para *style,
	const struct doc_node *text, const char *word)
{
	com_push(c);
	struct block *p = com_para(c, n, BLK_P, style);
	p->lang = lang;
	if (text) {
		com_children(c, text);
	} else {
		c->o.foreign = true;
		com_put(c, word);
	}
	com_pop(c);
}

/* Unless somebody has checked it, it says so in its own language and in the document's. */
void com_kurzfassung_end(struct com *c, const struct doc_node *n)
{
	const struct doc_node *sample = doc_child(n, DOC_BEISPIEL);
	if (!doc_get(n, DOC_A_GEPRUEFT)) {
		struct block *box = com_block(c, n, BLK_DIV, BLK_STACK);
		struct blk_box *rule = MEM_NEW(c->t->mem, struct blk_box);
		*rule = (struct blk_box){.rule_top = sty_line(c->s, "kennzahl"), .pad_top = LEN_PT(4)};
		blk_more(c->t, box)->box = rule;
		box->before = 4 * c->s->page.grid;
		box->loose = box->keep = true;
		c->o.at = box;
		if (sample)
			note(c, sample, NULL, c->style[COM_QUELLE], sample, NULL);
		note(c, n, c->t->lang, sty_para(c->s, "quelle"), NULL, sty_word(c->s, "kurzfassung-ungeprueft"));
	}
	c->variant = c->summary = NULL;
	c->foreign_letters = false;
	c->seq = NULL;
	com_styles(c, NULL);
}

/* ---- what stands in another language than the summary ---- */

enum letter { OTHER, LATIN, DIGIT, SIGN, JOINT, BLANK };

static enum letter letter_of(uint32_t c)
{
	if ((c | 32) >= 'a' && (c | 32) <= 'z' && c < 0x80)
		return LATIN;
	if (c >= '0' && c <= '9')
		return DIGIT;
	if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
		return LATIN;
	if (c == '+' || c == 0x20AC || c == '%' || c == 0xA7)
		return SIGN;
	if (c == ' ' || c == 0xA0 || c == 0x202F)
		return BLANK;
	return c < 0x80 && strchr("-./@:_&,", (int)c) ? JOINT : c == 0x2013 || c == 0xAD ? JOINT : OTHER;
}

struct stretch { const char *from, *to; int latin, digits, signs, parts; bool mail; };

/* From p, a letter, digit or sign, as far as such follow, one joint or blank between two of them. */
static struct stretch stretch_at(const char *p, const char *end)
{
	struct stretch s = {.from = p, .to = p};
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
	return s->latin || s->mail || (blk_rtl(c->summary) && (phone || (s->signs && s->digits)));
}

static void put(struct com *c, const char *s, const char *end)
{
	if (end > s)
		blk_seg(c->t, c->o.text, c->o.owner, BLK_SEG_TEXT, c->o.ch, s, (size_t)(end - s));
}

void com_text_foreign(struct com *c, const struct doc_node *n, const char *s, size_t len)
{
	const char *end = s + len, *done = s;
	for (const char *p = s; p < end;) {
		const char *at = p;
		enum letter is = letter_of(u8_get(&p, end));
		if (is != LATIN && is != DIGIT && is != SIGN)
			continue;
		struct stretch x = stretch_at(at, end);
		p = x.to;
		if (!is_foreign(c, &x))
			continue;
		put(c, done, x.from);
		com_push(c);
		com_in_language(c, n, c->t->lang);
		put(c, x.from, x.to);
		com_pop(c);
		done = x.to;
	}
	put(c, done, end);
}

/* Opens a Span; where it runs the other way it gets the look of its script. */
void com_in_language(struct com *c, const struct doc_node *n, const char *lang)
{
	bool around = blk_rtl(c->summary ? c->summary : c->t->lang);
	struct block *span = com_inline(c, n, BLK_SPAN);
	span->lang = lang;
	c->o.foreign = true;
	if (blk_rtl(lang) != around)
		c->o.ch = com_char(c, c->o.ch, around ? COM_LATIN : COM_NASKH);
}

/* ---- Leichte Sprache ---- */

/* Every sentence begins on a line of its own. */
void com_text_leicht(struct com *c, const struct doc_node *n, const char *s, size_t len)
{
	const char *end = s + len;
	while (s < end) {
		const char *stop = s + doc_sentence(s, (size_t)(end - s));
		put(c, s, stop);
		s = stop;
		if (s < end && *s == ' ') {
			s++;
			if (s < end || n->next)
				com_special(c, BLK_SEG_BREAK, 0);
		}
	}
}

/* A picture stands in the margin beside its section, below the heading's upper edge. */
bool com_abbildung_leicht(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	struct blk_box *box = MEM_NEW(c->t->mem, struct blk_box);
	*box = (struct blk_box){.pad_top = LEN_PT(6)};
	blk_more(c->t, b)->box = box;
	b->place = c->margin ? BLK_RAND_PREV : BLK_AXIS;
	c->o.at = b;
	struct block *f = com_picture(c, n, doc_get(n, DOC_A_DATEI), LEN_MM(36), LEN_PT(72));
	if (f)
		blk_more(c->t, f)->alt = doc_get(n, DOC_A_ALT);
	return false;
}

/* Three sections fill a page. */
bool com_full_leicht(const struct doc_node *n)
{
	int before = 0;
	for (const struct doc_node *p = n->parent->first; p != n; p = p->next)
		before += p->kind == DOC_ZWISCHENTITEL;
	return before && before % 3 == 0;
}
