/* vote.h: the result of a vote as minutes say it: "einstimmig bei 2 Enthaltungen", "mit 12 Ja-, 3 Nein-Stimmen",
	"Ja: 12
 * Nein: 3", "12 : 3". Text alone; nothing of the file. */
#ifndef IMPORT_VOTE_H
#define IMPORT_VOTE_H
#include <stdbool.h>

#include "base/mem.h"

struct style;

enum vote_for { VOTE_YES, VOTE_NO, VOTE_ABSTAINED, VOTE_APART, VOTE_MAX };

struct vote {
	int count[VOTE_MAX];                           /* -1: unsaid */
	const char *result;                            /* id in the town's list; NULL: none is said */
	const char *kind;                              /* "geheim", "namentlich"; NULL */
	bool votes;  /* somebody voted; else the item ended so: "zur Kenntnis" */
	bool whole;                                    /* it says nothing else */
};

/* labelled: it stands behind "Abstimmungsergebnis:". False: it says no result. */
bool vote_read(struct vote *, struct mem *, const struct style *, const char *text, bool labelled);

#endif
