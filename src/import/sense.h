/* sense.h: what the parts of meaning share: the file that is read, what the town is called, and what is under way. */
#ifndef IMPORT_SENSE_H
#define IMPORT_SENSE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "import/acc.h"
#include "import/draft.h"
#include "import/flow.h"
#include "import/index.h"
#include "import/town.h"

struct sense_name { const char *id; int next; };         /* next: the number another of that name gets */
struct sense_summary;
struct sense_file { const char *name, *bytes; size_t n; };  /* a picture to be written */

struct sense {
	struct mem *mem;
	struct imp_flow *flow;
	const char *path;                              /* of the original */
	const char *text;                              /* all its words, as plain text */
	struct acc *acc;
	const struct town *town;
	const char **told; size_t ntold, captold;      /* offices that were told already */
	struct sense_name *ids; size_t nids, capids;   /* by hash, half empty */
	struct imp_index anchors;                      /* the block that each marks */
	struct draft **links; size_t nlinks, caplinks; /* <verweis> whose ziel is still the name of an anchor */
	const char **headings; size_t nheadings;       /* of the original, sorted, without numbers; by toc.c */
	struct sense_summary *summary; size_t nsummary, capsummary;     /* rows of its own overview; by summary.c */
	int massnahmen;                                /* found so far */
	bool plain;                                    /* only outline, lists, tables: nothing is taken for more */
	bool piece;                                    /* it goes into a document that is there */
	bool slides;                                   /* it is to be a presentation */
	bool contents;                                 /* the original has a list of contents */
	struct buf gone; size_t ngone;                 /* what tracking took away; by concealed.c */
	struct sense_file *files; size_t nfiles, capfiles;
	/* blocks.c, for what holds blocks itself: notes, items, cells */
	const struct imp_node *(*block)(struct sense *, const struct imp_node *, struct draft *to);
	void (*small)(struct sense *, const struct imp_node *first, struct draft *to);
	/* while running text is put */
	struct draft *wait;                            /* holds notes, comments and pictures that find no place in it */
	struct draft *here;                            /* the block that anchors mark */
	uint32_t before;                               /* the character before, for quotes; 0 none */
	bool inner;                                    /* an inner quote is open */
};

/* An id for words that is not taken yet; fallback when they give none. */
const char *sense_id(struct sense *, const char *words, const char *fallback);
/* "Titel" of a node as plain text, folded, without notes. */
char *sense_plain(struct sense *, const struct imp_node *);

void sense_forget_ids(struct sense *);              /* for the next document of the same file */
bool sense_told(struct sense *, const char *what);  /* it was told before; from now on it is */

/* house.c: text as the house writes it: quotes, dashes, blanks that do not break. */
const char *sense_house(struct sense *, const char *text);

/* inline.c: running text. */
enum sense_room { SENSE_TITLE, SENSE_TEXT };       /* a title takes neither notes nor comments */
void sense_inlines(struct sense *, const struct imp_node *first, struct draft *to, enum sense_room);
/* running.c: all that a block (an item: its first line) says, the number that was typed in front of it, too */
void sense_line(struct sense *, const struct imp_node *, struct draft *to, enum sense_room);
/* What waits goes before or behind: to the end of a draft; blocks only. */
void sense_waiting(struct sense *, struct draft *to);
void sense_resolve(struct sense *);                /* links to anchors of the same file */

/* blocks.c: paragraphs, lists, tables, figures, boxes: what is no heading. Returns the next one to read. */
const struct imp_node *sense_block(struct sense *, const struct imp_node *, struct draft *to);
/* In cells, items, notes: blocks where a table or heading cannot stand. */
void sense_small(struct sense *, const struct imp_node *first, struct draft *to);

struct imp_wish;
enum { SENSE_FILES = 64 };
struct sense_result {                              /* documents to be written, each with the name of its file */
	struct draft *roots[SENSE_FILES];
	const char *names[SENSE_FILES];
	size_t n;
};
void sense_run(struct sense *, const struct imp_wish *, struct sense_result *);

#endif
