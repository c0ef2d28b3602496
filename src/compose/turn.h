/* turn.h: inside the room: what stands on pages of its own, turned on their side (quer="ja"). */
#ifndef COMPOSE_TURN_H
#define COMPOSE_TURN_H
#include "compose/state.h"

/* Before a node is entered and after it is left; both do nothing where it does not ask for it. */
void com_turn(struct com *, const struct doc_node *);
void com_turn_back(struct com *, const struct doc_node *);

#endif
