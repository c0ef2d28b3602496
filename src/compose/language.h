/* language.h: inside the room: text of the author, by the language and the script around it. */
#ifndef COMPOSE_LANGUAGE_H
#define COMPOSE_LANGUAGE_H
#include "compose/state.h"

bool com_rtl_here(const struct com *);              /* does the text around run from right to left? */
void com_text(struct com *, const struct doc_node *);                          /* a DOC_TEXT */
/* In a summary of another language than the document's: the program's own words are not for there. */
bool com_translated(const struct com *);
/* opens a Span; the caller pushes and pops */
void com_in_language(struct com *, const struct doc_node *, const char *lang);

void com_end_number(struct com *);                  /* of a cell: what its digits lack (c->zeros), before any mark */
bool com_is_minus(uint32_t sign);                   /* before a number: a minus, or what is typed for one */

#endif
