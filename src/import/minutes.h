/* minutes.h: minutes of a session, as other systems and Word hold them, to <niederschrift>. */
#ifndef IMPORT_MINUTES_H
#define IMPORT_MINUTES_H
#include "import/sense.h"

/* Is that what the file holds? (it says so above, and who was there) */
bool minutes_are(struct sense *);
/* False: no day of the session is said; nothing was done. */
bool minutes_run(struct sense *, struct sense_result *);

/* ---- what its files share */

struct minutes_line {                                  /* a block: of a paragraph with line ends, each line */
	struct imp_node *node;
	const char *text;                              /* all of it, its label too; one line */
	size_t ours;                                   /* of these bytes in front a label that nobody typed */
};
struct minutes_item {
	const char *number, *title;                    /* "Ö 3.1" as written, NULL; what stands behind it, "" */
	const struct minutes_line *listed, *told;      /* on the agenda; where it is told; NULL: not */
	bool hidden;                                   /* not public */
	bool done;                                     /* it is in the source */
};

struct minutes {
	struct sense *s;
	struct draft *root, *facts, *presence, *course, *part, *item, *talk, *decision;
	struct minutes_line *lines; size_t nlines, caplines;
	struct minutes_item *items; size_t nitems, capitems;
	struct present *present;
	struct date day, signed_on;
	const char *body;
	bool hidden, counted;                          /* in what is not public; "Abstimmung:" announced this line */
};

/* minuteslines.c: the root's blocks as lines; tables that only arrange are lines of their cells */
void minutes_lines(struct minutes *);
/* "Ja:" alone or "Ja: 12": what follows the word; NULL: it begins otherwise. Letters large or small. */
const char *minutes_label(const char *text, const char *const *words);
/* "18:00", "18.00 Uhr", "18 Uhr" behind a word: as HH:MM; NULL */
const char *minutes_time(struct mem *, const char *text, const char *word);
/* "TOP 3.1", "Ö 3", "3.": the number as written, *rest behind it; NULL: none. *said: it says that it is an item. */
const char *minutes_number(struct mem *, const char *text, const char **rest, bool *said);
/* Öffentlicher Teil: 1, nichtöffentlicher Teil: 0; -1: neither */
int minutes_part(const char *text);

/* present.c: who was there. False: the line belongs to what follows. */
bool present_line(struct minutes *, const struct minutes_line *);
/* A line ends the front and names a group of people: attendance begins. */
bool present_begins(const char *text);
void present_complete(struct minutes *);
/* Whoever is named in the text and leads or writes: the element in the facts; NULL */
const struct draft *present_signs(struct minutes *, const char *text, const struct draft *after);

/* minutesfront.c: a line above the list of people. False: it says nothing of that kind */
bool minutes_front(struct minutes *, const char *text);
bool minutes_is_fact(const char *text);                /* "Beginn: …", wherever it stands */
bool minutes_said(const char *text);                   /* "Niederschrift …": that they are minutes */

/* minutescourse.c */
/* One block into an element; the node after it, and after a list. */
const struct imp_node *minutes_block(struct minutes *, const struct imp_node *, struct draft *to);
struct draft *minutes_remark(struct minutes *, struct draft *to);      /* for what is not understood there */
void minutes_open_part(struct minutes *, bool hidden);
void minutes_open_item(struct minutes *, const struct minutes_item *);
void minutes_end_item(struct minutes *);
struct draft *minutes_talk(struct minutes *);          /* takes text of the item */
void minutes_told(struct minutes *, const struct minutes_line *);

/* minutesitems.c: the agenda, and where its items are told */
void minutes_items(struct minutes *, size_t *from);
const struct minutes_item *minutes_item_at(const struct minutes *, const struct minutes_line *);

#endif
