/* walk.c: the engine: down and up through the document, each kind by its row of the table the run was begun with. */
#include "compose/walk.h"

#include "compose/language.h"
#include "compose/tree.h"
#include "compose/turn.h"

/* Returns whether to go down. The state before it is saved, to be taken back by leave. */
static bool enter(struct com *c, const struct doc_node *n)
{
	const struct com_kind *k = &c->kinds[n->kind];
	if (!k->enter || (n->kind == DOC_VERMERK && n->parent->kind != DOC_TOP))
		return false;                          /* a remark ends no paragraph: it is not there */
	if (k->text)
		com_need_text(c, n);
	else
		com_end_text(c);
	com_push(c);
	if (n->nattrs && n->kind != DOC_SPRACHE && doc_get(n, DOC_A_LANG))
		c->o.lang = doc_get(n, DOC_A_LANG);
	com_turn(c, n);
	if (k->enter(c, n))
		return true;
	com_turn_back(c, n);
	com_pop(c);
	return false;
}

static void leave(struct com *c, const struct doc_node *n)
{
	if (c->kinds[n->kind].leave) {
		com_end_text(c);
		c->kinds[n->kind].leave(c, n);
	}
	com_turn_back(c, n);
	com_pop(c);
}

void com_children(struct com *c, const struct doc_node *parent)
{
	const struct doc_node *n = parent->first;
	while (n) {
		if (n->kind == DOC_TEXT) {
			com_text(c, n);
		} else if (enter(c, n)) {
			if (n->first) {
				n = n->first;
				continue;
			}
			leave(c, n);
		}
		while (!n->next) {
			n = n->parent;
			if (n == parent)
				return;
			leave(c, n);
		}
		n = n->next;
	}
}

void com_node(struct com *c, const struct doc_node *n)
{
	if (n->kind == DOC_TEXT) {
		com_text(c, n);
	} else if (enter(c, n)) {
		if (n->first)
			com_children(c, n);
		leave(c, n);
	}
}
