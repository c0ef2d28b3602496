/* run.h: inside the room: a tree is begun, filled with one document or several, and finished. */
#ifndef COMPOSE_RUN_H
#define COMPOSE_RUN_H
#include "compose/state.h"

void com_begin(struct com *, const struct doc *, const struct style *, struct txt *, struct diag *);
void com_open(struct com *, const struct doc *);                               /* c->doc from here on; com_close */
void com_close(struct com *);
void com_join(struct blk_tree *);                  /* joints.c */
struct blk_tree *com_finish(struct com *);

#endif
