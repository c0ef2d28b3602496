/* document.h: inside the room: what a document has besides its elements. */
#ifndef COMPOSE_DOCUMENT_H
#define COMPOSE_DOCUMENT_H
#include "compose/state.h"

void com_facts(struct com *);                                                  /* title, author, stand …: for the PDF */
/* All files of the documents; a NULL is passed over. whole: with what only the house is told, for its own eyes. */
/* whole: sources as they are, not as the public may have them; anlagen: with the files of Anlagen */
struct com_attach { bool whole, anlagen; };
void com_attach(struct com *, const struct doc *const *, size_t n, const struct com_attach *);
void com_cover(struct com *);
void com_praesentation(struct com *);                                          /* all slides, the title slide first */
/* sets c->asked, where the town asks for an index and the author gave it no place */
void com_stellen_asked(struct com *, uint32_t order);
void com_stellen_end(struct com *);                                            /* at the end: sets it */

#endif
