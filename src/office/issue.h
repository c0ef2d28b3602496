/* issue.h: released papers and editions as PDF, entered into the ledger. */
#ifndef OFFICE_ISSUE_H
#define OFFICE_ISSUE_H
#include "office/office.h"

/* Into the folder; a faulty one fails alone. diags: one for the whole, then one for each of n. */
void off_issue(const struct office *, const char *const *paths, size_t n, const char *folder, struct diag **diags);

#endif
