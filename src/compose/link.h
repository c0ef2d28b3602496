/* link.h: inside the room: references inside the document. A target may come later: it is filled in at the end. */
#ifndef COMPOSE_LINK_H
#define COMPOSE_LINK_H
#include "compose/state.h"

void com_link_to(struct com *, struct block *, const struct doc_node *to);
void com_link_data(struct com *, struct block *, const struct com_chart *);    /* to its data table */
void com_link_work(struct com *, struct block *, size_t work);                 /* to its entry in the bibliography */
void com_page_of(struct com *, const struct doc_node *to);                     /* "12" in the open paragraph */
void com_links(struct com *);                                                  /* at the end: all are known */
/* "2.1", "Abbildung 3", as doc_put_ref says it; "?": has none */
const char *com_ref_name(struct com *, const struct doc_node *to, const struct doc_node *ref);

#endif
