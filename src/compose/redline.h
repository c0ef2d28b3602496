/* redline.h: inside the room: the parts of redline.c: marking the words of paragraphs, and bringing over what is
 * gone. */
#ifndef COMPOSE_REDLINE_H
#define COMPOSE_REDLINE_H
#include "compare/cmp.h"
#include "compose/state.h"

/* A row and what it was made of; kept: the other edition has something of it. */
struct red_row { const struct block *b; const struct doc_node *node; bool kept; };

struct half {                                      /* an edition as blocks */
	struct com_trace trace;
	struct red_row *rows; uint32_t nrows;          /* by the address of the block */
	int32_t *first, *next;           /* paragraphs of an item: indices into trace.v; the next of each; -1: none */
	int32_t *node_first, *node_next;               /* likewise those of a node itself, by its order */
	struct block **block_of; uint32_t nnodes;      /* by node->order */
};

struct redline {
	struct com *c;
	const struct cmp *r;                           /* what changed */
	struct half old, new;
	struct block *old_root; uint32_t nold_blocks;  /* the old tree, in the memory of the new one */
	struct red_table *tables;                      /* in both editions (rows.c) */
	uint8_t *col;                                  /* by the old block's number: the column of a cell */
	const struct block **from;                     /* likewise: the table a row was in before it moved; else NULL */
};

/* Paragraphs that belong together; fresh: there is no old one. */
struct mark_pair {
	struct block **old, **new; uint32_t nold, nnew;
	bool fresh, moved, form, row;                  /* row: the words say that it is a row of a table */
	bool said;                                     /* marked already: only the word that it was moved is wanted */
	bool told;                                     /* in and out: that it is a row, or was moved, is said once */
	const char *from;                              /* where it stood; NULL: not told */
};
struct red_found { struct block **v; uint32_t n, cap; };   /* blocks; of an arena */

/* mark.c */
void red_pair(struct redline *, struct mark_pair *);
void red_say(struct redline *, struct block *paragraph, const char *word);     /* a sign alone, before its first word */
/* all words below root as deleted; no ids, headings, notes or links are left */
void red_strike(struct redline *, struct block *root, bool row);

/* likewise a row; in which cell it is said that the row is gone */
void red_strike_row(struct redline *, struct block *row, const struct block *said);

void red_link(struct block *in, struct block *after, struct block *);          /* after NULL: at the beginning */
/* The words below root as deleted paragraphs of a block; the last of them, or after if there are none. */
struct block *red_flatten(struct redline *, const struct block *root, struct block *in, struct block *after);

void red_unlink(struct block *in, struct block *);         /* no longer its child */

/* rows.c */
void red_tables(struct redline *);                 /* while both trees are whole: columns that belong together */
void red_columns(struct redline *);                /* likewise: the columns of the old cells */
/* A row in both editions, cell by cell. False: it is none, or its table has no counterpart. */
bool red_cells(struct redline *, const struct cmp_group *, struct mark_pair *);
/* The blocks of a flow below root: its paragraphs, its tables; root NULL: none. */
struct red_found red_below(struct redline *, struct block *root, enum blk_flow);
void red_fit(struct redline *, struct block *grid);        /* rows that came from the old edition get its columns */

/* weave.c: which rows both editions have, and the order of those that only one has */
void red_rows(struct half *);                      /* once composed */
struct red_row *red_row_of(const struct half *, const struct block *row);      /* NULL: nobody composed it */
void red_rows_kept(struct redline *);              /* rows of the new edition with something that is still there */
void red_weave(struct redline *, struct block *grid);      /* before red_fit: what went beside what came for it */

/* made.c: tables and rows that are made, not written */
bool red_made_gone(const struct redline *, const struct doc_node *old);        /* the new edition has no such table */
void red_words(struct buf *, const struct block *root);    /* all words below root */
void red_sums(struct redline *);                   /* of what a Massnahme costs; after red_gone */
void red_made(struct redline *);                   /* likewise */

/* gone.c: what only the old edition has, at its place in the new one */
void red_gone(struct redline *);

#endif
