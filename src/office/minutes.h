/* minutes.h: the minutes of a session: begun from what was announced; set, and, once they are signed, entered. */
#ifndef OFFICE_MINUTES_H
#define OFFICE_MINUTES_H
#include "office/office.h"

/* Writes the skeleton beside the session, or to target (a file or a folder; NULL: beside). A file that is there stays.
 * */
void off_begin_minutes(const struct office *, const char *session, const char *target, struct diag *);
/* Public and non-public minutes and an extract for each decision into the folder. Signed, they are entered: files into
 * the ledger, results into papers and register, correct: also where another result stands there; approved, they change
 * no more. */
void off_issue_minutes(const struct office *, const char *path, const char *folder, bool correct, struct diag *);

#endif
