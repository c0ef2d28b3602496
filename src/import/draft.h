/* draft.h: the source an import writes, before it is text: elements, their attributes and words, and which words stand
 * in no original. Everything lies in one arena; written by draft.c in the form a careful author uses. */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"

struct draft_attr {
	const char *name, *value;
	struct draft_attr *next;
};

struct draft {
	const char *name;                              /* of the element; NULL: text */
	const char *text;                              /* of a text */
	/* a text that no original has: "Text" as the title of a chapter */
	bool ours;
	/* words of the original that the attributes stand for; NULL none */
	const char *meant;
	const char *file;                              /* set: it is written to this file and included; NULL */
	struct draft_attr *attrs;
	struct draft *parent, *first, *last, *prev, *next;
	int line;                                      /* of the original: where to look; 0 unknown */
	int out;                                       /* line of its start tag in its file, once written */
};

struct draft *draft_new(struct mem *, const char *name);                       /* without a parent */
struct draft *draft_add(struct mem *, struct draft *parent, const char *name); /* as its last child */
void draft_put(struct draft *parent, struct draft *child);                     /* the same, of one that has no parent */
void draft_before(struct draft *sibling, struct draft *);                      /* of one that has no parent */
void draft_cut(struct draft *);                                                /* takes it out of its parent */
/* Text of the original (copied), and such as we put there ourselves. "" adds nothing. */
void draft_text(struct mem *, struct draft *, const char *);
void draft_ours(struct mem *, struct draft *, const char *);
void draft_set(struct mem *, struct draft *, const char *name, const char *value);  /* copied; a second one replaces */
void draft_unset(struct draft *, const char *name);
const char *draft_get(const struct draft *, const char *name);                      /* NULL: it has none */
/* These words of the original are in its attributes now, besides those already said. */
void draft_meant(struct mem *, struct draft *, const char *words);
struct draft *draft_child(const struct draft *, const char *name);                  /* the first so named; NULL */
bool draft_is(const struct draft *, const char *name);                              /* NULL is none */
struct draft *draft_walk(const struct draft *, const struct draft *top);   /* the next below top, NULL after the last */
bool draft_empty(const struct draft *);                    /* neither words nor elements that show something */

/* One file: the tree from its root down to what goes to files of its own; schema: the path its first line names. */
void draft_write(struct draft *root, const char *schema, struct buf *);

#endif
