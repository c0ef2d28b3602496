/* heading.h: inside the room: sections and their headings. */
#ifndef COMPOSE_HEADING_H
#define COMPOSE_HEADING_H
#include "compose/state.h"

struct block *com_sect(struct com *, const struct doc_node *);          /* opens it, in the run of pages it needs */
/* the open paragraph is the heading afterwards; its text comes from the caller, number NULL: none */
struct block *com_heading(struct com *, const struct doc_node *, int level, const struct sty_para *,
	const char *number);
/* a heading of generated text, also in the outline, closed again */
struct block *com_titled(struct com *, const struct doc_node *, int level, enum com_style, const char *text);
void com_generated_title(struct com *, const struct doc_node *, const char *word);         /* heading 1, by its word */
/* the running head from this heading on */
void com_running(struct com *, struct block *, const struct doc_node *part, const char *title);

#endif
