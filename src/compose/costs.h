/* costs.h: inside the room: what the Massnahmen cost and who does them, in words. */
#ifndef COMPOSE_COSTS_H
#define COMPOSE_COSTS_H
#include "compose/grid.h"

const char *com_euro(struct com *, money_t);
bool com_finanzen(struct com *, const struct doc_massnahme *);                 /* true: set as a table of its own */
bool com_posten(struct com *, const struct doc_node *);                        /* Posten of a paper's field, if any */
/* into the open paragraph, part by part on a line; yearly_said: by the column's head */
void com_kosten(struct com *, const struct doc_massnahme *, bool yearly_said);
bool com_goes_on(const struct doc_massnahme *);                                /* neither done nor dropped */
/* the Stelle named first, else the group; NULL: nobody */
const char *com_lead(struct com *, const struct doc_massnahme *);
/* a table over the full width with a caption and a head of words; NULL ends the words */
struct com_grid com_plan_table(struct com *, const struct doc_node *, const char *style, const char *title,
	const char *const *words);

#endif
