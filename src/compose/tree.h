/* tree.h: inside the room: blocks of a node, put where the run is open. They take its file, line, language and, the
 * first of them, its id. */
#ifndef COMPOSE_TREE_H
#define COMPOSE_TREE_H
#include "compose/put.h"

/* What is open is saved and taken back. Who pushes pops; a function that pushes and leaves the pop to its caller says
 * so where it is declared ("com_pop"). com_pop closes a paragraph opened since; one that was open before goes on. */
void com_push(struct com *);
void com_pop(struct com *);

struct block *com_block(struct com *, const struct doc_node *, enum blk_role, enum blk_flow);      /* in o.at */
struct block *com_in(struct com *, const struct doc_node *, struct block *parent, enum blk_role, enum blk_flow);
/* a box around what stands in a BLK_STACK */
void com_box(struct com *, struct block *, struct blk_box);
/* a paragraph in o.at, open afterwards */
struct block *com_para(struct com *, const struct doc_node *, enum blk_role, const struct sty_para *);
bool com_is_traced(const struct com *, const struct doc_node *);       /* does a redline ask where it stands? */
void com_traced(struct com *, const struct doc_node *, struct block *paragraph);           /* com_para does it itself */
/* an element in the open paragraph, open afterwards */
struct block *com_inline(struct com *, const struct doc_node *, enum blk_role);
/* a paragraph of generated text in o.at, closed again */
struct block *com_line(struct com *, const struct doc_node *, enum blk_role, const struct sty_para *, const char *s);
/* a rule to write on, in the open paragraph; read aloud it says what is missing */
void com_blank(struct com *, const struct doc_node *, const char *what);
void com_need_text(struct com *, const struct doc_node *);     /* opens a paragraph of the body style if none is open */

/* May what is made for the node have pages of its own? Only what stands by itself between the paragraphs of a part. */
bool com_has_page(const struct com *, const struct doc_node *);
bool com_floats(const struct com *);               /* does the town let text go on past what begins the next page? */

/* Runs of pages. */
const char *com_draft_mark(struct com *);                                   /* "Entwurf · Stand: …"; NULL: it is none */
struct blk_seq *com_sequence(struct com *, int numbering);    /* opens a run of pages, unless the open one counts so */

/* Looks. */
/* of a text in one line; 0 where nothing is measured (a dump of the blocks needs no fonts) */
len_t com_width(const struct com *, const struct sty_char *, const char *s);
void com_look(struct com *, const struct style *);                  /* what is made from here on looks so */
void com_styles(struct com *, const char *variant);                 /* looks up c->style */
/* of a style's first line: from the upper edge to the baseline */
len_t com_ascent(const struct sty_para *);
len_t com_grown(const struct com *, len_t);          /* on slides what is measured for items of 10 pt grows with them */

#endif
