/* kurzfassung.c: a summary in another language or in Leichte Sprache: pages of its own, in styles for its script or its
 * readers. In a language of another script every word of the document's own script is marked with the document's
 * language, without the author's doing; from right to left, amounts and telephone numbers too (GESTALTUNG §14). */
#include <string.h>

#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define RULE_ABOVE LEN_PT(4)                       /* from the rule above who checked it to the words */

static bool other_script(const char *lang)
{
	static const char latin[][3] = {"de", "en", "fr", "es", "it", "pl", "ro", "tr", "nl", "pt", "sq", "hr", "bs",
		"cs", "sk", "sl", "hu", "ku", "so", "sv", "da", "fi", "vi"};
	for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
		if (!strncmp(lang, latin[i], 2))
			return false;
	return true;
}

bool com_on_kurzfassung(struct com *c, const struct doc_node *n)
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

/* Who has checked it; unless somebody has, it says so in its own language and in the document's. */
void com_kurzfassung_end(struct com *c, const struct doc_node *n)
{
	const struct doc_node *sample = doc_child(n, DOC_BEISPIEL);
	bool checked = doc_checked(c->doc, n);
	const char *said = checked ? mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "kurzfassung-geprueft"),
					     doc_get(n, DOC_A_GEPRUEFT))
				   : sty_word(c->s, "kurzfassung-ungeprueft");
	struct block *box = com_block(c, n, BLK_DIV, BLK_STACK);
	com_box(c, box, (struct blk_box){.rule_top = sty_line(c->s, "kennzahl"), .pad_top = RULE_ABOVE});
	box->before = 4 * c->s->page.grid;
	box->loose = box->keep = true;
	c->o.at = box;
	if (sample && !checked)
		note(c, sample, NULL, c->style[COM_QUELLE], sample, NULL);
	note(c, n, c->t->lang, sty_para(c->s, "quelle"), NULL, said);
	c->variant = c->summary = NULL;
	c->foreign_letters = false;
	c->seq = NULL;
	com_styles(c, NULL);
}
