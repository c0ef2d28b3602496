/* parts.h: how the parts of meaning call each other. */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H
#include "import/import.h"
#include "import/sense.h"

/* sense.c: changes are settled, words taken in: before the first block */
void sense_begin(struct sense *, enum imp_wanted);
/* concealed.c: what the original does not show: what tracking took away, what is hidden and is shown now */
void sense_gone(struct sense *, const struct imp_node *);          /* deleted and accepted, inserted and refused */
void sense_concealed(struct sense *, enum imp_wanted);             /* all told, once */
/* blocks.c */
/* NULL: no words */
struct draft *sense_running(struct sense *, const struct imp_node *, struct draft *to, const char *name);
const struct imp_node *sense_find(const struct imp_node *top, enum imp_kind);      /* the first below; NULL */
bool sense_has_words(const struct imp_node *);
bool sense_is_bold(const struct imp_node *);          /* table.c: all its text is, and it has some */
const struct imp_node *sense_caption(const struct imp_node *figure);               /* NULL: it has none */
bool sense_captioned(const struct imp_node *caption);
void sense_cut_number(struct sense *, struct draft *figure, struct draft *title);
void sense_flatten(struct sense *, struct draft *);                                /* NULL is fine */
void sense_unwrap(struct draft *, const char *name);
/* its words, one blank between blocks */
char *sense_words(struct mem *, const struct draft *);
void sense_rest(struct sense *, const struct imp_node *);
/* list.c: all items that follow, of this level and deeper; the next node */
const struct imp_node *sense_list(struct sense *, const struct imp_node *, struct draft *to, int level);
/* table.c */
void sense_table(struct sense *, const struct imp_node *, struct draft *to);
/* picture.c */
void sense_picture(struct sense *, const struct imp_node *, struct draft *to);
/* toc.c: generated lists are compared and dropped */
void sense_toc(struct sense *, const struct imp_node *, struct draft *to);
const char *sense_toc_title(struct sense *, const char *number);
/* dates.c: where the first day in a text is said, NULL: nowhere; one with a digit too many */
const char *sense_date_in(const char *text, struct date *);
bool sense_date_slip(struct sense *, const char *text, struct date *);
const char *sense_iso(struct mem *, struct date);
/* cover.c: the front from a node on into facts and Impressum; where the text begins */
const struct imp_node *sense_cover(struct sense *, const struct imp_node *, struct draft *root, struct draft *angaben);
/* a line whose style says which fact of the document it is, or "Stand: …" below a title; false: it is none */
bool sense_styled_fact(struct sense *, const struct imp_node *, struct draft *root, struct draft *angaben);
bool sense_is_foreword(const char *title);
/* summary.c: a table of all Massnahmen: its rows are kept for fields_summary() */
bool sense_is_summary(struct sense *, const struct imp_node *table);
void sense_take_summary(struct sense *, const struct imp_node *table, struct draft *to);
/* labelled.c: paragraphs that name the fields of a Massnahme are a table of them */
void sense_labelled(struct sense *);
/* massnahme.c */
bool sense_is_massnahme(struct sense *, const struct imp_node *table);
/* taken as more of the last */
bool sense_goes_on(struct sense *, const struct imp_node *table, struct draft *to);
bool sense_more_offices(struct sense *, const struct imp_node *item, struct draft *to);    /* the same */
void sense_massnahme(struct sense *, const struct imp_node *table, struct draft *to);
/* plan.c: a table with a Massnahme in each row, below a head that names their fields */
bool sense_is_plan(struct sense *, const struct imp_node *table);
void sense_plan(struct sense *, const struct imp_node *table, struct draft *to);
/* money.c: a cell with amounts to <posten>, one with a time to <zeitbedarf> */
/* the cell beside it may say how much */
void sense_money(struct sense *, const struct imp_node *cell, struct draft *to);
void sense_amounts(struct sense *, const struct imp_node *cell, struct draft *to);
void sense_posten(struct sense *, const char *text, struct draft *to);     /* the same of a text */
void sense_time_said(struct sense *, const char *text, struct draft *to);
void sense_time(struct sense *, const struct imp_node *cell, struct draft *to);
/* abk.c */
void sense_abbreviations(struct sense *, struct draft *root);
/* chapters.c: from a node on, headings to parts of the root */
void sense_outline(struct sense *, const struct imp_node *from, struct draft *root);

#endif
