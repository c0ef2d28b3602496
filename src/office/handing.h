/* handing.h: what was issued, as packages for the council system. */
#ifndef OFFICE_HANDING_H
#define OFFICE_HANDING_H
#include <stdbool.h>

#include "office/office.h"

struct off_handing {
	const char *session, *number;                  /* one of them: a session's file, a Drucksachennummer */
	const char *target;                            /* a folder, or a file that ends in .zip */
	const char *base;                              /* of the OParl interface; NULL: what the directory says */
	bool xdomea;                                   /* and a message for the document management beside it */
};
void off_hand_over(const struct office *, const struct off_handing *, struct diag *);

#endif
