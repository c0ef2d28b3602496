/* cmp.h: two editions of a document to a list of changes. Stable ids decide what belongs together, then equal words,
 * then likeness; a thing that stands elsewhere is moved, not deleted and new. The list is const from then on; compose
 * makes a Synopse and a redline of it, cli text and JSON. */
#ifndef COMPARE_CMP_H
#define COMPARE_CMP_H
#include "base/buf.h"
#include "base/mem.h"
#include "base/money.h"
#include "model/doc.h"

/* ---- words */

/* Stands in a text for the end of a paragraph and for a cell's border; never part of a word. */
#define CMP_PARA "\n"
#define CMP_CELL "\x1f"

enum cmp_op { CMP_SAME, CMP_DELETED, CMP_INSERTED };
/* bytes of either text; a deletion has no new_len, an insertion no old_len */
struct cmp_run { uint8_t op; uint32_t old_at, old_len, new_at, new_len; };
struct cmp_text { const char *s; size_t n; };      /* borrowed; s may be NULL when n is 0 */

/* The words that differ. A number with its unit, an amount, a date, "§ 27", "z. B." count as one word; white space,
 * no-break or not, soft hyphens and hyphens at the end of a line count as nothing. Equal gaps of up to two words
 * between changes are part of the change. loose: punctuation and borders do not count (a list became a table). Runs in
 * reading order, the deletion before the insertion in its place; their number is returned, they belong to the arena. */
size_t cmp_words(struct mem *, struct cmp_text old, struct cmp_text new, bool loose, struct cmp_run **);
/* A reference in a text: equal if it leads to the same id, whatever number that has now. Shown is its number. */
void cmp_put_ref(struct buf *, const char *id, const char *shown);
/* Does the text go on with a mark that follows its word at once (a full stop, a bracket that closes)? */
bool cmp_closes(const char *text, size_t n);
/* The text without what cmp_put_ref adds: borders become " | ", ends of paragraphs " ¶ ". */
void cmp_put_shown(struct buf *, const char *text, size_t n);

/* ---- changes */

struct cmp_range { uint32_t from, to; };           /* bytes of a text */

struct cmp_item {                                  /* one paragraph, list item, table row, Posten … */
	const struct doc_node *node;                   /* a row of a chart's data: the chart */
	const struct doc_node *part;                   /* innermost part or Massnahme around it */
	const char *text; uint32_t len;                /* its words, see cmp_words */
	uint32_t row;                                  /* of a chart's data; else 0 */
	int32_t pair;                                  /* group in cmp->groups, -1: no counterpart */
	uint32_t count;                          /* how many of its kind stand before it in its part, itself included */
};

enum {
	CMP_NEW = 1,
	CMP_GONE = 2,
	CMP_EDITED = 4,
	CMP_MOVED = 8,
	CMP_FORM = 16,
	CMP_SPLIT = 32,
	CMP_MERGED = 64,
	CMP_STATUS = 128,
	CMP_RECAST = 256                               /* cmp_together only: something went, something else came */
};

struct cmp_group {                          /* items that belong together: one to one, or a split or merged paragraph */
	const uint32_t *old, *new; uint32_t nold, nnew;
	uint32_t art;                                  /* bits; 0: unchanged */
	const char *place_old;                         /* where it stood, if it moved; else NULL */
};

struct cmp_change {
	uint32_t art;
	const struct doc_node *old, *new;              /* first node on either side; NULL: none */
	/* the Handlungsfeld, section or chapter it stands in; of what is gone, part_new is what its part went into */
	const struct doc_node *part_old, *part_new;
	const struct doc_node *alone;                  /* that part or its Massnahme, if one edition has it alone */
	const char *old_text, *new_text;               /* paragraphs joined by CMP_PARA; NULL: none */
	const char *place;         /* "2.1 Absatz 2", "2.3 Ziel": in the new edition, for what is gone in the old one */
	const char *place_old;                         /* where it stood, if elsewhere or moved; else NULL */
	const char *field, *field_old;              /* "Ziel", "Absatz", "Kennzahl" …; field_old: before, if CMP_FORM */
	const char *status;                            /* CMP_STATUS: what became of a Massnahme, in words */
	const char *reason;                            /* grund of the new edition; NULL: none */
	bool by_numbers;                               /* the reason is that its Kennzahlen are others now */
	bool whole;                            /* a whole part or Massnahme (moved, new, gone): its text is its title */
	struct cmp_run *runs; size_t nruns;
};

/* due: of Massnahmen that are as they were but for the year they end in */
struct cmp_count { uint32_t fresh, gone, changed, moved, due, same; };
struct cmp_sum { int year; struct doc_sum old, new; };

/* What became of a Massnahme: those of the new edition in its order, then those only the old one has. */
struct cmp_massnahme {
	const struct doc_massnahme *old, *new;         /* NULL: the edition has it not */
	bool changed, moved;                           /* something in it is another; it stands elsewhere as a whole */
	bool due;                    /* nothing but the year it ends in, since that counts from the edition */
	bool several;                                  /* its Handlungsfeld has another in this list */
	const char *status;                            /* in words: what the author says, else what was found */
	const char *reason;                            /* NULL: none said */
};

struct cmp {
	struct mem *mem;
	const struct doc *old_doc, *new_doc;
	struct doc_words words;                        /* of the town */
	const struct cmp_item *old, *new; uint32_t nold, nnew;
	const struct cmp_group *groups; uint32_t ngroups;
	const struct cmp_change *changes; size_t nchanges;
	int32_t *old_item, *new_item;                  /* by node->order: the item a node is or stands in; -1: none */
	/* by node->order: its counterpart, for parts, Massnahmen and items; or NULL */
	const struct doc_node *const *old_pair, *const *new_pair;
	struct cmp_count massnahmen, all;
	const struct cmp_massnahme *became; size_t nbecame;
	struct cmp_sum once, yearly;                   /* of all Massnahmen that go on; year 0 */
	/* one-off amounts by Haushaltsjahr, or the year the Massnahme is due; ascending, 0 (unsaid) last */
	const struct cmp_sum *years; size_t nyears;
};

/* The language a node is in, if it is another than its document's; else NULL. */
const char *cmp_lang(const struct doc *, const struct doc_node *);
/* Both documents and the town's words must outlive the result, which cmp_free gives back. Never NULL. A sum that is too
 * large is told [BETRAG]. */
struct cmp *cmp_run(const struct doc *old, const struct doc *new, struct doc_words, struct diag *);
void cmp_free(struct cmp *);
bool cmp_is_data(const struct cmp_change *);                                   /* of a chart */
/* The parts of the old edition that one of the new comes from, in their order: the one after before; NULL: no more. */
const struct doc_node *cmp_origin(const struct cmp *, const struct doc_node *new, const struct doc_node *before);
/* A row of the Synopse: the change at from, or several that belong together; how many. out borrows from them and the
 * arena. */
size_t cmp_together(struct mem *, const struct cmp *, size_t from, struct cmp_change *out);
/* Of the text of a change its sentences with words that differ, in order; of what only moved, its first. The other side
 * of a change may have none of it: then the sentence before the place. Belong to the arena; returned is how many. */
size_t cmp_excerpt(struct mem *, const struct cmp_change *, bool new, struct cmp_range **);
/* "geändert", "verschoben von 2.4 Absatz 3, geändert" */
void cmp_put_art(struct buf *, const struct cmp *, const struct cmp_change *);
void cmp_text(const struct cmp *, struct buf *, bool colour);         /* the changes for a terminal: [-gone-] {+new+} */

#endif
