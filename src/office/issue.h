/* issue.h: released papers and editions as PDF, entered into the ledger. */
#ifndef OFFICE_ISSUE_H
#define OFFICE_ISSUE_H
#include "office/office.h"

/* Into the folder; a faulty one fails alone. diags: one for the whole, then one for each of n. */
void off_issue(const struct office *, const char *const *paths, size_t n, const char *folder, struct diag **diags);

struct reg;
struct off_batch;
struct edition;
struct off_result;
/* The same with results that are already there (joblist.h), of documents that were checked against the open
 * register. */
struct off_made { const char *const *paths; const struct off_result *results; size_t n; };
/* In the caller's transaction: what is returned is theirs to keep (batch.h) when that is through, and to free. */
struct off_batch *off_issue_made(const struct office *, const struct off_made *, const char *folder,
	struct diag **diags);
/* Would it be issued as it stands? And where to, if it has its number; in m. */
bool off_is_issuable(const struct office *, struct reg *, struct mem *, const struct edition *);
const char *off_issue_target(const struct office *, struct mem *, const struct edition *, const char *folder);

#endif
