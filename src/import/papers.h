/* papers.h: a notice with its papers, or papers alone, as council systems print them. */
#ifndef IMPORT_PAPERS_H
#define IMPORT_PAPERS_H
#include "import/sense.h"

/* Is that what the file holds? (a paper begins with its head: Federführung, Beratungsfolge …) */
bool papers_are(struct sense *);
/* paper_wanted: where no paper shows by its head, all of it is one. */
void papers_run(struct sense *, bool paper_wanted, struct sense_result *);

/* notice.c: from..end (not included) into a session; the day it was announced into *announced */
struct papers_session {
	const char *body;                              /* id of the Gremium */
	struct date day, announced;
};
struct draft *notice_read(struct sense *, const struct imp_node *from, const struct imp_node *end,
	struct papers_session *);
/* A Gremium by its name: its id; one of its own in the facts where the town has none. */
const char *papers_body(struct sense *, const char *name, struct draft *angaben);
/* "House, Street 2, 59269 Town" into a <sitzungsort>. */
void papers_place(struct sense *, struct draft *place, const char *text);
/* "Federführung: X" begins with the word: what follows the colon; NULL. */
const char *papers_after(const char *text, const char *const *words);

#endif
