/* result.h: what a body decided, into the source of the paper and into the register. */
#ifndef OFFICE_RESULT_H
#define OFFICE_RESULT_H
#include "office/office.h"

struct off_result {
	const char *paper;                             /* a file, or a Drucksachennummer */
	const char *gremium, *text;                    /* text: UTF-8, not empty */
	struct date day;                               /* of the session */
	const char *session, *role;                    /* which of several steps of that day: ids, or NULL */
};
void off_enter_result(const struct office *, const struct off_result *, struct diag *);

#endif
