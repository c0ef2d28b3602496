/* advance.h: the next edition of a Konzept begins. */
#ifndef OFFICE_ADVANCE_H
#define OFFICE_ADVANCE_H
#include "office/office.h"

struct off_advance {
	const char *from, *to;                         /* folders; what stands in to already is not written over */
	const char *edition;                           /* "2020" */
};
void off_advance(const struct office *, const struct off_advance *, struct diag *);

#endif
