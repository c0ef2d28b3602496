/* anlagen.h: inside the room: the Anlagen of a paper. */
#ifndef COMPOSE_ANLAGEN_H
#define COMPOSE_ANLAGEN_H
#include "compose/form.h"
#include "model/papier.h"

/* The row of the form that names them; there is one at least. By Anlage: the link that will lead to its text, NULL: it
 * has none. */
struct block **com_anlagen(struct com *, const struct com_form *, const struct doc_vorlage *, const char *label);
/* What stands in those that not everybody can see, with headings of their own. */
void com_anlagentexte(struct com *, const struct doc_vorlage *, struct block *const *links);

#endif
