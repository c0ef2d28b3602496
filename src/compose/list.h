/* list.h: inside the room: lists. The mark is a Lbl, never an artifact. */
#ifndef COMPOSE_LIST_H
#define COMPOSE_LIST_H
#include "compose/state.h"

/* how far the text of items stands in: in running text, and in small type */
#define COM_TAB LEN_PT(12)
#define COM_TAB_SMALL LEN_PT(10)
struct block *com_list(struct com *, const struct doc_node *);                 /* opens an L */
/* opens an LI; whole: of several blocks */
void com_item(struct com *, const struct doc_node *, const char *mark, bool whole);
bool com_has_blocks(const struct doc_node *);       /* paragraphs, lists …: an item of it is whole */
void com_items_of(struct com *, const struct doc_node *parent, enum doc_kind);       /* one: as text; more: as a list */
void com_points(struct com *, const struct doc_node *, len_t tab);    /* its punkt as lists, its absatz as paragraphs */

#endif
