/* walk.h: inside the room: the walk over what is in a node; what each kind becomes is said by a table (kinds.c). */
#ifndef COMPOSE_WALK_H
#define COMPOSE_WALK_H
#include "compose/state.h"

typedef bool com_enter(struct com *, const struct doc_node *);                 /* false: its content is done with */
typedef void com_leave(struct com *, const struct doc_node *);                 /* adds what comes at the end */

/* enter NULL: it is passed over, with all that is in it; text: stands in a paragraph */
struct com_kind { com_enter *enter; com_leave *leave; bool text; };

void com_children(struct com *, const struct doc_node *);                      /* composes what is in a node */
void com_node(struct com *, const struct doc_node *);                          /* … and itself */

#endif
