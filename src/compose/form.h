/* form.h: inside the room: a form: a table of two columns, a name and its value in each row. */
#ifndef COMPOSE_FORM_H
#define COMPOSE_FORM_H
#include "compose/state.h"

struct com_form { struct block *body; };
struct com_form com_form(struct com *, const struct doc_node *, const char *style);
len_t com_form_value(const struct com *);                                      /* width of the values' column */
/* opens the value's cell; com_pop */
struct block *com_form_row(struct com *, const struct com_form *, const struct doc_node *, const char *word);
struct block *com_form_named(struct com *, const struct com_form *, const struct doc_node *, const char *label);
void com_form_text(struct com *, const struct com_form *, const struct doc_node *, const char *word, int flags,
	const char *s);

#endif
