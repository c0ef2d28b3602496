/* toc.c: the table of contents and the list of figures, made from the document tree. Page numbers come from layout. */
#include <stdlib.h>

#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/language.h"
#include "compose/link.h"
#include "compose/tree.h"

#define NUMBER_WIDE LEN_PT(30)                     /* from the number's left edge to the title */
#define RULE_BELOW LEN_PT(1.5)

/* Number, title, page in an open paragraph; all of it is the link. */
static void fill(struct com *c, const struct doc_node *n, struct block *text, struct block *ref,
	const struct sty_para *style, const char *title)
{
	struct block *link = com_in(c, n, ref, BLK_LINK, BLK_INLINE);
	text->style = style;
	text->tab = NUMBER_WIDE;
	c->o.text = text;
	c->o.owner = link;
	c->o.ch = &style->ch;
	if (n->number)
		com_put_char(c, com_char(c, c->o.ch, COM_ACCENT), n->number);
	com_special(c, BLK_SEG_TAB, 0);
	const char *lang = doc_get(n, DOC_A_LANG);
	com_push(c);
	if (lang)
		com_in_language(c, n, lang);
	com_put(c, title);
	com_pop(c);
	com_special(c, BLK_SEG_TAB, BLK_SEG_RIGHT | BLK_SEG_LEADER);
	com_page_of(c, n);
	com_link_to(c, link, n);
	com_link_to(c, ref, n);
}

/* TOCI { Reference { Link } }: the paragraph is the TOCI. */
static void entry(struct com *c, const struct doc_node *n, const char *title)
{
	com_push(c);
	c->o.quiet = true;
	struct block *toci = com_block(c, n, BLK_TOCI, BLK_TEXT);
	com_link_to(c, toci, n);
	fill(c, n, toci, com_in(c, n, toci, BLK_REFERENCE, BLK_INLINE), c->style[COM_VERZ2], title);
	com_pop(c);
}

/* A chapter has a rule below: the TOCI is the box, the Reference the paragraph. */
static void chapter(struct com *c, const struct doc_node *n, const char *title, const struct blk_box *box)
{
	com_push(c);
	c->o.quiet = true;
	struct block *toci = com_block(c, n, BLK_TOCI, BLK_STACK);
	toci->before = c->s->page.grid;
	toci->keep = true;
	blk_more(c->t, toci)->box = box;
	com_link_to(c, toci, n);
	struct block *ref = com_in(c, n, toci, BLK_REFERENCE, BLK_TEXT);
	fill(c, n, ref, ref, c->style[COM_VERZ1], title);
	com_pop(c);
}

static const struct blk_box *ruled(struct com *c)
{
	struct blk_box *box = MEM_NEW(c->t->mem, struct blk_box);
	*box = (struct blk_box){.rule_bottom = sty_line(c->s, "verzeichnis"), .pad_bottom = RULE_BELOW};
	return box;
}

/* NULL: not in the table of contents */
static const char *title_of(struct com *c, const struct doc_node *n)
{
	const struct doc_node *title = doc_kind_class(n->kind) == DOC_CLASS_PART ? doc_child(n, DOC_TITEL) : NULL;
	if (n->kind == DOC_LITERATURVERZEICHNIS)
		return sty_word(c->s, "literatur");
	if (n->kind == DOC_STELLENVERZEICHNIS || n->kind == DOC_STICHWORTVERZEICHNIS)
		return sty_word(c->s, doc_kind_name(n->kind));
	return title ? com_plain(c, title) : NULL;
}

bool com_on_inhaltsverzeichnis(struct com *c, const struct doc_node *n)
{
	int depth = doc_get(n, DOC_A_TIEFE) ? atoi(doc_get(n, DOC_A_TIEFE)) : 2;
	struct block *sect = com_sect(c, n);
	sect->page_before = true;
	com_generated_title(c, n, "inhalt");
	c->o.at = com_block(c, n, BLK_TOC, BLK_STACK);
	c->o.at->loose = true;
	const struct blk_box *box = ruled(c);
	for (const struct doc_node *p = c->doc->root; p; p = doc_walk(c->doc->root, p)) {
		const char *text = p->level < 1 || p->level > depth ? NULL : title_of(c, p);
		if (text && p->level == 1)
			chapter(c, p, text, box);
		else if (text)
			entry(c, p, text);
	}
	if (c->asked)
		chapter(c, c->asked, title_of(c, c->asked), box);
	return false;
}

bool com_on_abbildungsverzeichnis(struct com *c, const struct doc_node *n)
{
	struct block *sect = com_sect(c, n);
	sect->page_before = true;
	com_generated_title(c, n, "abbildungen");
	c->o.at = com_block(c, n, BLK_TOC, BLK_STACK);
	c->o.at->loose = true;
	for (const struct doc_node *p = c->doc->root; p; p = doc_walk(c->doc->root, p))
		if (p->number && doc_kind_class(p->kind) == DOC_CLASS_FIGURE) {
			const struct doc_node *text = doc_child(p, DOC_TITEL);
			entry(c, p, com_plain(c, text ? text : doc_child(p, DOC_AUSSAGE)));
		}
	return false;
}
