/* costs.h: inside the room: what the Massnahmen cost and who does them, in words. */
#ifndef COMPOSE_COSTS_H
#define COMPOSE_COSTS_H
#include "compose/grid.h"

const char *com_euro(struct com *, money_t);
const char *com_amount(struct com *, money_t, bool circa);                      /* "circa 50.000 Euro" */
/* turnus: each amount says whether it is yearly; true: set as a table of its own */
bool com_finanzen(struct com *, const struct doc_kosten *, bool turnus);
/* into the open paragraph, part by part on a line; yearly_said: by the column's head */
void com_kosten(struct com *, const struct doc_kosten *, bool yearly_said);
/* the Stelle named first, else the group; NULL: nobody */
const char *com_lead(struct com *, const struct doc_massnahme *);
/* a table over the full width with a caption and a head of texts; number NULL: it has none */
struct com_titled { const char *style, *number, *title; const char *const *text; int ncols; };
struct com_grid com_titled_table(struct com *, const struct doc_node *, struct com_titled);

#endif
