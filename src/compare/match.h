/* match.h: inside the room: two documents as rows of items, and which of them belong together. */
#ifndef COMPARE_MATCH_H
#define COMPARE_MATCH_H
#include "compare/word.h"

struct side {
	const struct doc *doc;
	uint32_t nnodes;
	struct cmp_item *items; uint32_t n, cap;
	int32_t *item_of;                              /* by node->order */
	int32_t *same;                                 /* by item: equal numbers, equal words */
	uint32_t *from, *count;                        /* by item: its plain words in keys, sorted */
	int32_t *keys; uint32_t nkeys, cap_keys;
	int32_t *next, *first, *last;             /* items of one part: next by item; first, last by the part's order */
	int32_t *pair;                                 /* by item: the other side's item; -1: none */
	/* by item: goes with this item of the other side, which has a pair already (split, merged); -1 */
	int32_t *joins;
	const struct doc_node **node_pair;             /* by node->order */
};

struct match {
	struct mem *mem; struct cmp_keys *words, *wholes; struct side old, new;
	const struct doc_words *say;                   /* the town's */
	const struct doc_node **heir;                  /* by order of the old edition, see cmp_heir */
};

/* item.c */
void cmp_items(struct match *, struct side *, const struct doc *);
void cmp_side_free(struct side *);
bool cmp_is_part(const struct doc_node *);                       /* a part, a Massnahme, or the facts of the document */
const char *cmp_field(const struct match *, const struct cmp_item *);           /* "Absatz", "Ziel", "Tabellenzeile" */

/* parts.c: parts and Massnahmen by id, then by title, then by place. */
void cmp_match_parts(struct match *);
bool cmp_comes_from(const struct doc_node *new, const struct doc_node *old);   /* aus names it */

/* The part or Massnahme of the new edition that one of the old went into: its counterpart, or the first that says it
 * comes from it; NULL: none. */
const struct doc_node *cmp_heir(const struct match *, const struct doc_node *old);
/* the next part a list of ids (aus) names that there is; NULL at its end */
const struct doc_node *cmp_next_origin(const struct doc *old, const char **list);

/* match.c: items, after the parts. */
void cmp_match_items(struct match *);

/* reason.c: grund of the passage in the new edition, or "Zahlen zum Stand …" where only its Kennzahlen are others, or
 * grund of the part it stands in; NULL: none. mem: for the words. */
void cmp_reason(struct match *, struct mem *, struct cmp_change *);
/* grund of a Massnahme, or why it is due in another year, or grund of the part it stands in or went into; NULL: none */
const char *cmp_reason_of(struct match *, const struct cmp_massnahme *);

/* became.c: after the list of changes */
void cmp_became(struct match *, struct cmp *);

/* group.c: after the items; their number is set in the result, and in each item its group */
struct cmp_group *cmp_groups(struct match *, struct cmp *);

/* list.c */
void cmp_list(struct match *, struct cmp *);

#endif
