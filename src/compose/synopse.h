/* synopse.h: inside the room: the parts of a Synopse. */
#ifndef COMPOSE_SYNOPSE_H
#define COMPOSE_SYNOPSE_H
#include "compare/cmp.h"
#include "compose/grid.h"

/* "Fassung 2018"; of an edition without a name "alte Fassung", "neue Fassung" */
const char *com_fassung(struct com *, const struct cmp *, bool new);

/* marked.c */
/* one side of a change into the open paragraph; whole: with all that did not change, else "…" stands for it */
void com_put_side(struct com *, const struct cmp_change *, const struct doc_node *, bool new, bool whole);
/* bytes of a text as cmp_words compared it, as they are and marked as op says */
void com_put_plain(struct com *, const char *, size_t);
void com_put_change(struct com *, const struct doc_node *, int op, const char *, size_t);
/* "neu  entfallen  verschoben", and a sentence more */
void com_change_legend(struct com *, const struct doc_node *, const char *more);

/* overview.c: into o.at */
void com_became(struct com *, const struct cmp *);             /* a row for each Massnahme, and the sums */
/* how many changes, costs by year, a row for each Kurzfassung that changed, Kennzahlen */
void com_in_numbers(struct com *, const struct cmp *);
bool com_is_number(const struct cmp_change *);                                 /* a Kennzahl's */
struct block *com_synopse_heading(struct com *, const struct doc_node *, int level, const char *text);

#endif
