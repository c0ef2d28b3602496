/* redline.h: inside the room: the parts of redline.c: marking the words of paragraphs, and bringing over what is
 * gone. */
#ifndef COMPOSE_REDLINE_H
#define COMPOSE_REDLINE_H
#include "compare/cmp.h"
#include "compose/state.h"

struct half {                                      /* an edition as blocks */
	struct com_trace trace;
	int32_t *first, *next;           /* paragraphs of an item: indices into trace.v; the next of each; -1: none */
	struct block **block_of;                       /* by node->order */
};

struct redline {
	struct com *c;
	const struct cmp *r;                           /* what changed */
	struct half old, new;
	struct block *old_root; uint32_t nold_blocks;  /* the old tree, in the memory of the new one */
};

/* Paragraphs that belong together; fresh: there is no old one. */
struct mark_pair {
	struct block **old, **new; uint32_t nold, nnew;
	bool fresh, moved, form, row;                  /* row: the words say that it is a row of a table */
	bool said;                                     /* marked already: only the word that it was moved is wanted */
	const char *from;                              /* where it stood; NULL: not told */
};

/* mark.c */
void red_pair(struct redline *, const struct mark_pair *);
/* all words below root as deleted; no ids, headings, notes or links are left */
void red_strike(struct redline *, struct block *root, bool row);

void red_link(struct block *in, struct block *after, struct block *);          /* after NULL: at the beginning */
/* The words below root as deleted paragraphs of a block; the last of them, or after if there are none. */
struct block *red_flatten(struct redline *, const struct block *root, struct block *in, struct block *after);

/* gone.c: what only the old edition has, at its place in the new one */
void red_gone(struct redline *);

#endif
