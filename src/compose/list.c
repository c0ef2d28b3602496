/* list.c: lists. The mark is a Lbl, never an artifact. */
#include "compose/list.h"

#include <string.h>

#include "base/u8.h"
#include "compose/kinds.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "compose/walk.h"

/* numbers end here, their text begins there */
#define NUMBER_RIGHT LEN_PT(15)
#define NUMBER_TAB LEN_PT(24)

struct block *com_list(struct com *c, const struct doc_node *n)
{
	struct block *l = com_block(c, n, BLK_L, BLK_STACK);
	bool inner = c->o.hang > 0 || c->o.small;
	l->indent = c->o.hang;
	l->before = l->after = inner ? 0 : c->s->page.grid;
	c->o.at = l;
	c->o.hang = 0;
	return l;
}

bool com_on_liste(struct com *c, const struct doc_node *n)
{
	com_list(c, n);
	return true;
}

static const char *mark_of(struct com *c, const struct doc_node *n)
{
	if (!n->parent || !doc_is(n->parent, DOC_A_ART, "nummer"))
		return "–";
	return mem_fmt(c->t->mem, "%u.", ++c->o.at->num);        /* free to count with until blocks get their numbers */
}

/* Numbers end at one vertical: what they are short of is indent. */
static len_t indent_of(struct com *c, const char *mark, len_t *tab)
{
	if (!u8_is_digit((unsigned char)*mark) || !c->txt)
		return 0;
	len_t in = com_grown(c, NUMBER_RIGHT) - com_width(c, &c->o.item->ch, mark);
	in = in > 0 ? in : 0;
	*tab = com_grown(c, NUMBER_TAB) - in;
	return in;
}

void com_item(struct com *c, const struct doc_node *n, const char *mark, bool whole)
{
	struct block *li = com_block(c, n, BLK_LI, whole ? BLK_STACK : BLK_TEXT);
	struct block *lbl = com_in(c, n, li, BLK_LBL, BLK_INLINE),
		     *body = com_in(c, n, li, BLK_LBODY, whole ? BLK_STACK : BLK_INLINE);
	len_t tab = c->o.tab;
	li->indent = indent_of(c, mark, &tab);
	c->o.body = c->o.item;
	com_set_label(c, lbl, mark, tab);
	if (whole) {
		c->o.at = body;
		c->o.hang = tab;
	} else {
		li->style = c->o.item;
		c->o.text = li;
		c->o.owner = body;
		c->o.ch = &c->o.item->ch;
		com_label(c);
		com_traced(c, n, li);
	}
}

bool com_has_blocks(const struct doc_node *n)
{
	for (const struct doc_node *p = n->first; p; p = p->next)
		if (doc_kind_class(p->kind) == DOC_CLASS_BLOCK || doc_kind_class(p->kind) == DOC_CLASS_FIGURE)
			return true;
	return false;
}

bool com_on_punkt(struct com *c, const struct doc_node *n)
{
	com_item(c, n, mark_of(c, n), com_has_blocks(n));
	return true;
}

void com_items_of(struct com *c, const struct doc_node *parent, enum doc_kind kind)
{
	const struct doc_node *first = doc_child(parent, kind);
	bool several = first && doc_next(first, kind);
	com_push(c);
	if (several)
		com_list(c, parent);
	for (const struct doc_node *n = first; n; n = doc_next(n, kind)) {
		com_push(c);
		if (several)
			com_item(c, n, "–", com_has_blocks(n));
		else
			com_para(c, n, BLK_P, c->o.body);
		if (kind == DOC_BETEILIGT)
			com_put(c, com_stelle(c, n));
		com_children(c, n);
		if (kind == DOC_BETEILIGT && doc_get(n, DOC_A_BEMERKUNG))
			com_fmt(c, " (%s)", doc_get(n, DOC_A_BEMERKUNG));
		com_pop(c);
	}
	com_pop(c);
}

void com_points(struct com *c, const struct doc_node *n, len_t tab)
{
	struct block *list = NULL;
	for (const struct doc_node *p = n->first; p; p = p->next) {
		if (p->kind != DOC_PUNKT && p->kind != DOC_ABSATZ)
			continue;
		com_push(c);
		if (p->kind == DOC_ABSATZ) {
			com_para(c, p, BLK_P, c->o.body);
			list = NULL;
		} else {
			if (!list)
				list = com_list(c, n);
			c->o.at = list;
			c->o.hang = 0;
			c->o.tab = tab;
			com_item(c, p, "–", false);
		}
		com_children(c, p);
		com_pop(c);
	}
}
