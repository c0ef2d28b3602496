/* access.h: what the statement on accessibility says, from the town's directory and the ledger. */
#ifndef OFFICE_ACCESS_H
#define OFFICE_ACCESS_H
#include "office/last.h"

struct edition;

enum { OFF_ACCESS_MARKS = 9 };

/* Fills in the marks of its skeleton; dir: the directory as it was read. Their number; 0: told. */
size_t off_access(const struct office *, struct mem *, const struct edition *dir, struct off_mark *, struct diag *);

#endif
