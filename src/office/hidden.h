/* hidden.h: inside the room: the parts of a document that may be public or not by themselves, what of them an issued
 * file holds, and what would turn public. */
#ifndef OFFICE_HIDDEN_H
#define OFFICE_HIDDEN_H
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/release.h"

/* An Anlage and its text, a step of the Beratungsfolge, an item; of minutes what is said of an item (a passage), too,
 * and who is named. */
struct off_part {
	const struct doc_node *node;
	const char *key;                               /* in releases and in the ledger */
	const char *what;                              /* "Die Anlage plan.pdf" */
	const char *item;                              /* of minutes: the id of the item it stands in; NULL: none */
	bool public, asks;                             /* asks: it turns public by a word alone */
	bool is_file, is_item;
	const char *data; size_t size;                 /* of a file, as it lies there */
};
struct off_parts { struct off_part *all; size_t n; };
struct off_parts off_parts(struct mem *, const struct edition *);

/* What of the document is in a public file that is issued of it, under the id: Anlagen, passages (of one item, if
 * given) and the editions a paper shows. */
size_t off_holds(struct mem *, const struct edition *, const char *id, const char *item, struct reg_hold **);

/* What was not public at the last release and would be now: told, and false, unless meant. */
bool off_stays_hidden(struct reg *, struct mem *, const struct edition *, bool meant, struct diag *);
/* The same before a first release: what another document of the town keeps from the public. */
bool off_is_new(struct reg *, struct mem *, const struct edition *, struct diag *);
/* The key of an Anlage, in m. */
const char *off_annex_key(struct mem *, const struct edition *, const struct doc_node *);
const char *off_below(struct mem *, const struct edition *, const char *path);         /* the content root, if it is */

#endif
