/* anlagen.h: inside the room: the Anlagen of a paper and of an item of a session. */
#ifndef COMPOSE_ANLAGEN_H
#define COMPOSE_ANLAGEN_H
#include "compose/form.h"
#include "model/papier.h"

/* The row of the form that names them; there is one at least. By Anlage: the link that will lead to its text, NULL: it
 * has none. */
struct block **com_anlagen(struct com *, const struct com_form *, const struct doc_vorlage *, const char *label);
/* One of them in the open paragraph: its title, a link to the file where that is attached; then as above. */
struct block *com_anlage(struct com *, const struct doc_anlage *);
/* What stands in one that not everybody can see, or that is a plan, with a heading of its own; nothing of another. of:
 * what it belongs to, in the heading, or NULL. */
void com_anlagentext(struct com *, const struct doc_anlage *, const char *of, struct block *jump);

#endif
