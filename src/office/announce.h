/* announce.h: the agenda of a session and all that is made of it. */
#ifndef OFFICE_ANNOUNCE_H
#define OFFICE_ANNOUNCE_H
#include "model/agenda.h"
#include "office/office.h"

struct off_meeting {
	const char *folder;                            /* of notice, Mappe, calendar file; NULL: nothing is written */
	bool guide;                                    /* for the chair as well: regiebuch.pdf */
	bool announce;                                 /* numbers and files are kept in the register */
	/* without a folder: the agenda as the public may read it; whole: with the titles of the house */
	void (*show)(void *, const struct doc_agenda *);
	bool whole;
	void *arg;
};
void off_announce(const struct office *, const struct off_meeting *, const char *path, struct diag *);

#endif
