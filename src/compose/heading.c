/* heading.c: sections and their headings. */
#include "compose/heading.h"

#include "compose/tree.h"

struct block *com_sect(struct com *c, const struct doc_node *n)
{
	if (n->parent == c->doc->root) {
		bool front = n->kind == DOC_IMPRESSUM || n->kind == DOC_INHALTSVERZEICHNIS ||
			n->kind == DOC_ABBILDUNGSVERZEICHNIS;
		com_sequence(c, front && c->numbering != STY_ARABISCH_ZAHL ? STY_ROEMISCH : STY_ARABISCH_ZAHL);
		c->o.at = c->seq;
	}
	struct block *b = com_block(c, n, BLK_SECT, BLK_STACK);
	c->o.at = b;
	c->o.level = (uint8_t)(n->level + c->paper);
	return b;
}

void com_running(struct com *c, struct block *h, const struct doc_node *part, const char *title)
{
	const char *brief = doc_get(part, DOC_A_KURZ);
	blk_more(c->t, h)->head = com_numbered(c, part->number, brief ? brief : title);
}

/* The open paragraph is the heading afterwards; its text comes from the caller. */
struct block *com_heading(struct com *c, const struct doc_node *n, int level, const struct sty_para *style,
	const char *number)
{
	struct block *h = com_para(c, n, BLK_H, style);
	h->level = (uint8_t)(level < 1 ? 1 : level > 99 ? 99 : level);
	h->keep_next = true;
	if (!number)
		return h;
	const struct sty_char *ch = com_char(c, &style->ch, COM_ACCENT);
	if (c->margin) {
		com_put_char(c, ch, number)->flags = BLK_SEG_RAND;
	} else {
		h->tab = len_scale(style->ch.size, 7, 10);
		com_put(c, number);
		com_special(c, BLK_SEG_SPACE, 0);
	}
	return h;
}

struct block *com_titled(struct com *c, const struct doc_node *n, int level, enum com_style style, const char *text)
{
	com_push(c);
	struct block *h = com_heading(c, n, level, c->style[style], NULL);
	h->outline = true;
	blk_more(c->t, h)->title = text;
	com_put(c, text);
	com_pop(c);
	return h;
}

void com_generated_title(struct com *c, const struct doc_node *n, const char *word)
{
	const char *text = sty_word(c->s, word);
	blk_more(c->t, com_titled(c, n, 1, COM_H1, text))->head = text;
}
