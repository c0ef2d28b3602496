/* sheets.h: what each office has to decide in a Fortschreibung, sent out as sheets to fill in and read back. */
#ifndef OFFICE_SHEETS_H
#define OFFICE_SHEETS_H
#include "office/office.h"

/* For each office with open points a form (HTML), the same as a table (CSV) and a draft of an e-mail with both, into
 * the folder; that and when they were made is noted beside the edition (boegen.csv). edition: a folder or a file. */
void off_sheets(const struct office *, const char *edition, const char *folder, struct diag *);

/* Reads filled sheets back: shows what would be entered, and enters it if so wanted; a contradiction refuses all. */
struct off_answers { const char *const *paths; size_t n; bool enter; };
void off_read_answers(const struct office *, const struct off_answers *, struct diag *);

/* Calls row for each open point whose sheet was made at least so many days ago. False: told. */
typedef void off_unanswered_row(void *, const char *stelle, const char *was, struct date since);
bool off_unanswered(const struct office *, const char *edition, int days, off_unanswered_row *, void *, struct diag *);

#endif
