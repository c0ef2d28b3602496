/* parts.h: how the parts of meaning call each other. */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H
#include "import/sense.h"

/* blocks.c */
/* NULL: no words */
struct draft *sense_running(struct sense *, const struct imp_node *, struct draft *to, const char *name);
const struct imp_node *sense_find(const struct imp_node *top, enum imp_kind);      /* the first below; NULL */
bool sense_has_words(const struct imp_node *);
const struct imp_node *sense_caption(const struct imp_node *figure);               /* NULL: it has none */
bool sense_captioned(const struct imp_node *caption);
void sense_cut_number(struct sense *, struct draft *figure, struct draft *title);
void sense_flatten(struct sense *, struct draft *);                                /* NULL is fine */
/* list.c: all items that follow, of this level and deeper; the next node */
const struct imp_node *sense_list(struct sense *, const struct imp_node *, struct draft *to, int level);
/* table.c */
void sense_table(struct sense *, const struct imp_node *, struct draft *to);
/* picture.c */
void sense_picture(struct sense *, const struct imp_node *, struct draft *to);
/* toc.c: generated lists are compared and dropped */
void sense_toc(struct sense *, const struct imp_node *, struct draft *to);
/* chapters.c: from a node on, headings to parts of the root */
void sense_outline(struct sense *, const struct imp_node *from, struct draft *root);

#endif
