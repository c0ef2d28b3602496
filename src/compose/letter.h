/* letter.h: inside the room: what papers and announcements have in common: head, foot, title. */
#ifndef COMPOSE_LETTER_H
#define COMPOSE_LETTER_H
#include "compose/state.h"

/* Signatures: from the line to the name below it, between two. */
#define COM_NAME_BELOW LEN_PT(3)
#define COM_SIGNED_GAP LEN_MM(8)

struct com_letter { const char *kind, *status, *foot; enum blk_folio folio; };  /* kind: "Vorlage 2023/0123" */
/* opens its pages and sets the head */
void com_letter(struct com *, const struct doc_node *, const struct com_letter *);
/* opens it */
struct block *com_letter_title(struct com *, const struct doc_node *, const struct sty_para *, const char *title,
	const char *outline);
void com_sample(struct com *, enum blk_place);    /* that this is none of the town's own; at the end or in the margin */

#endif
